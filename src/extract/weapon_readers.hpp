/// Readers of the rules for weapons, and what they share.
#pragma once

#include <string>
#include <vector>

#include "extract/rule.hpp"

namespace msmt {

/// What a row of weapons.tsv or weapon_classes.tsv says.
struct ListedWeapon {
  std::string name;
  std::string category;
  std::string unroca;
  std::string ml;
};

inline ListedWeapon from_row(const Table& table, const Form& form, bool named) {
  const Row& row = table.rows[form.row];
  return {named ? table.cell(row, "name") : std::string(), table.cell(row, "category"),
          table.cell(row, "unroca"), table.cell(row, "ml")};
}

inline Weapon weapon(const ListedWeapon& named) {
  return {named.name, named.name, named.category, named.unroca, named.ml};
}

// weapon_class.cpp
std::vector<Mention> read_class(const Captures& captures);
std::vector<Mention> read_shared_head(const Captures& captures);
std::vector<Mention> read_shared_modifier(const Captures& captures);
std::vector<Mention> read_calibre(const Captures& captures);
std::vector<Mention> read_guns(const Captures& captures);
/// Remembers whether the article speaks of artillery, which tells what its guns are.
void settle_weapons(const Scene& scene, std::vector<Mention>& mentions);

}  // namespace msmt
