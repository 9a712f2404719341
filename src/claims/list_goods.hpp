/// Goods of one line of a list: which of its phrases name goods, and where two phrases name one kind.
///
///     "2,000 Kestrel, 400 launchers and communications"   three kinds: the line is one of goods
///     "Mine disposal and clearing equipment"              one kind, whose noun stands at the end
#pragma once

#include <string>
#include <vector>

#include "claims/stage.hpp"

namespace msmt {

/// Goods, money or know-how that a line names.
struct ListedItem {
  std::size_t first = 0;  ///< chunk where its name begins
  std::size_t noun = 0;   ///< chunk that says what it is
  std::string klass;      ///< class of items.tsv
};

/// Whether goods of a class can be handed over as a line of a list says it.
bool is_listed_class(std::string_view klass);

/// What a line lists, in its order; later words say something else of it. Behind a bullet, phrases of no
/// known kind are goods as well where others of the line are.
std::vector<ListedItem> listed_goods(const Stage& stage, bool bullet);

/// What an entry is called: the words of both phrases where it has two.
Item item_of_listed(const Stage& stage, const ListedItem& listed);

/// "Secure radios and antennas": a line that begins with a word which is an adjective there and elsewhere a
/// verb.
bool leads_as_adjective(const Stage& stage);

}  // namespace msmt
