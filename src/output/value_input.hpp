/// Values from JSON trees: the way back from value_trees.hpp, for reports that come from anywhere.
///
/// Nothing in a tree is trusted: each function throws Error{where, …} for a value that is missing
/// or of another type, and what it returns can be written out again. Unknown keys are left alone.
#pragma once

#include <string>

#include "msmt/merge.hpp"
#include "output/json_text.hpp"

namespace msmt {

/// Reads the fields of one object; knows what to call it when something is wrong.
class Fields {
 public:
  /// errors  Error{where, "WHAT is not an object", …}
  Fields(const Json& object, std::string what, const std::string& where);

  bool has(const char* key) const { return object_.contains(key); }
  /// Null for none.
  const Json& at(const char* key) const;
  Fields object(const char* key) const { return {at(key), what_ + "." + key, where_}; }
  /// The objects of a list; of a list that is not there, none.
  std::vector<Fields> objects(const char* key) const;

  std::string text(const char* key) const;          ///< not empty
  std::string text_or_none(const char* key) const;  ///< empty for null
  std::optional<std::string> string_or_none(const char* key) const;
  std::optional<double> number(const char* key) const;
  std::size_t count(const char* key) const;
  bool flag(const char* key) const;  ///< false for none
  Span range(const char* key) const;
  std::vector<std::string> texts(const char* key) const;  ///< empty for none
  std::string day(const char* key) const;                 ///< YYYY-MM-DD; empty for null

  [[noreturn]] void refuse(const std::string& key, const std::string& problem) const;
  const Json& tree() const { return object_; }
  const std::string& where() const { return where_; }

 private:
  const Json& object_;
  std::string what_;
  const std::string& where_;  ///< outlives the reading of the object
};

std::optional<Party> read_party(const Fields& owner, const char* key);
std::optional<Item> read_item(const Fields& owner, const char* key);
Quantity quantity_of(const Fields& object);
Date period_of(const Fields& object);
std::optional<Quantity> read_quantity(const Fields& owner, const char* key);
std::optional<Date> read_period(const Fields& owner, const char* key);
std::vector<Party> read_parties(const Fields& owner, const char* key);

/// Overwrites those fields of the claim that the object has: actor, target, item, quantity, period,
/// attribution, certainty, members, besides, operators, parties, equivalent, part.
void read_stated(const Fields& object, Claim& claim);

/// The type of a claim, one of those that there are.
std::string read_type(const Fields& object);

/// Line, column, ranges, quote, rule and spans; source, address and publisher are the article's.
Evidence read_evidence(const Fields& object, const SourceInfo& source);

SourceInfo read_source(const Fields& object);

}  // namespace msmt
