/// Values as JSON trees: what reports and articles written out have in common. value_input.hpp reads
/// them back.
#pragma once

#include "msmt/output.hpp"
#include "output/json_text.hpp"

namespace msmt {

Json text_or_null(const std::string& text);
Json text_or_null(const std::optional<std::string>& text);

Json tree(const std::string& text);
Json tree(Span span);
Json tree(const Party& party);
Json tree(const Item& item);
Json tree(const Quantity& quantity);
Json tree(const Date& date);
Json tree(const SourceInfo& source, const OutputOptions& options);

/// Whether merging again may give the date another value: it has none, or an inferred one.
bool keeps_form(const Date& date);

/// A period as its article has it; with its form where merging again needs that.
Json stated_period(const std::optional<Date>& period);

template <typename T>
Json tree(const std::vector<T>& list) {
  Json out = Json::array();
  for (const T& value : list) out.push_back(tree(value));
  return out;
}

template <typename T>
Json tree(const std::optional<T>& value) {
  return value ? tree(*value) : Json();
}

/// Adds the optional fields of a claim, those that have a value.
void add_details(Json& out, const Claim& claim);

/// Adds where a claim stands: line, column, bytes, chars, quote.
void add_place(Json& out, const Evidence& evidence);

/// Adds by what it was found: rule, spans.
void add_reading(Json& out, const Evidence& evidence);

}  // namespace msmt
