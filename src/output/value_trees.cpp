#include "output/value_trees.hpp"

#include <algorithm>

namespace msmt {
Json text_or_null(const std::string& text) { return text.empty() ? Json() : Json(text); }

Json text_or_null(const std::optional<std::string>& text) { return text ? Json(*text) : Json(); }

Json tree(const std::string& text) { return text; }

Json tree(Span span) { return Json::array({span.begin, span.end}); }

Json tree(const Party& party) {
  Json out = json_object({{"name", party.name}});
  if (!party.iso2.empty()) out["iso2"] = party.iso2;
  return out;
}

Json tree(const Item& item) {
  Json kinds = Json::array();
  for (std::string_view rest = item.key; !rest.empty();) {
    const std::size_t end = std::min(rest.find('<'), rest.size());
    kinds.push_back(rest.substr(0, end));
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  return json_object({{"name", item.name},
                      {"category", text_or_null(item.category)},
                      {"weapon", text_or_null(item.weapon)},
                      {"kinds", std::move(kinds)}});
}

Json tree(const Quantity& quantity) {
  Json out = json_object({{"relation", to_string(quantity.relation)},
                          {"value", json_number(quantity.value)},
                          {"low", json_number(quantity.low)},
                          {"high", json_number(quantity.high)},
                          {"unit", text_or_null(quantity.unit)}});
  if (!quantity.per.empty()) out["per"] = quantity.per;
  return out;
}

Json tree(const Date& date) {
  return json_object({{"edtf", text_or_null(date.edtf)},
                      {"start", text_or_null(date.start)},
                      {"end", text_or_null(date.end)},
                      {"granularity", text_or_null(date.granularity)}});
}

bool keeps_form(const Date& date) {
  return date.edtf.empty() || date.anchored_by == Anchor::inferred;
}

Json stated_period(const std::optional<Date>& period) {
  Json out = tree(period);
  if (period && keeps_form(*period)) {
    out["timex"] = json_object(
        {{"type", text_or_null(period->timex_type)}, {"value", text_or_null(period->timex_value)}});
    out["anchored_by"] = text_or_null(std::string(to_string(period->anchored_by)));
  }
  return out;
}

void add_details(Json& out, const Claim& claim) {
  if (!claim.members.empty()) out["members"] = tree(claim.members);
  if (!claim.besides.empty()) out["besides"] = tree(claim.besides);
  if (!claim.operators.empty()) out["operators"] = tree(claim.operators);
  if (!claim.parties.empty()) out["parties"] = tree(claim.parties);
  if (claim.equivalent) out["equivalent"] = tree(*claim.equivalent);
  if (claim.part) out["part"] = true;
}

void add_place(Json& out, const Evidence& evidence) {
  out["line"] = evidence.line;
  out["column"] = evidence.column;
  out["bytes"] = tree(evidence.bytes);
  out["chars"] = tree(evidence.chars);
  out["quote"] = evidence.quote;
}

void add_reading(Json& out, const Evidence& evidence) {
  out["rule"] = evidence.rule;
  Json spans = Json::object();
  for (const auto& [field, span] : evidence.spans) spans[field] = tree(span);
  out["spans"] = std::move(spans);
}

namespace {

/// The normalised fields of a mention, in the order of docs/output.md.
struct AddValue {
  Json& out;

  void operator()(const Quantity& quantity) const {
    out["relation"] = to_string(quantity.relation);
    out["cue"] = text_or_null(quantity.cue);
    out["value"] = json_number(quantity.value);
    out["low"] = json_number(quantity.low);
    out["high"] = json_number(quantity.high);
    out["unit"] = text_or_null(quantity.unit);
    out["of"] = text_or_null(quantity.of);
    if (!quantity.per.empty()) out["per"] = quantity.per;
  }
  void operator()(const Date& date) const {
    out["edtf"] = text_or_null(date.edtf);
    out["timex"] = json_object(
        {{"type", text_or_null(date.timex_type)}, {"value", text_or_null(date.timex_value)}});
    out["start"] = text_or_null(date.start);
    out["end"] = text_or_null(date.end);
    out["granularity"] = text_or_null(date.granularity);
    out["anchored_by"] = text_or_null(std::string(to_string(date.anchored_by)));
  }
  void operator()(const Weapon& weapon) const {
    out["name"] = text_or_null(weapon.name);
    out["system"] = text_or_null(weapon.system);
    out["category"] = text_or_null(weapon.category);
    out["unroca"] = text_or_null(weapon.unroca);
    out["ml"] = text_or_null(weapon.ml);
  }
  void operator()(const Country& country) const {
    out["iso2"] = text_or_null(country.iso2);
    out["iso3"] = text_or_null(country.iso3);
    out["name"] = country.name;
    out["form"] = country.form;
  }
  void operator()(const Unit& unit) const {
    out["name"] = unit.name;
    out["dimension"] = text_or_null(unit.dimension);
    out["code"] = text_or_null(unit.code);
    out["si"] = json_number(unit.si);
  }
  void operator()(const MilitaryUnit& unit) const {
    out["name"] = unit.name;
    out["country"] = text_or_null(unit.country);
  }
  void operator()(const Organization& body) const {
    out["name"] = body.name;
    out["kind"] = text_or_null(body.kind);
  }
};

/// What a mention and an unused span have in common: what it is and where it stands.
template <typename Placed>
Json placed(std::string_view type, Span bytes, const Placed& place) {
  return json_object({{"type", type},
                      {"text", place.text},
                      {"bytes", tree(bytes)},
                      {"chars", tree(place.chars)},
                      {"line", place.line},
                      {"column", place.column}});
}

Json listed_tree(const SourceInfo::Listed& listed) {
  const Mention& mention = listed.mention;
  Json out = placed(type_name(mention.value), mention.span, listed);
  out["rule"] = mention.rule;
  std::visit(AddValue{out}, mention.value);
  return out;
}

Json unused_tree(const SourceInfo::Unused& unused) {
  Json out = placed(unused.residue.type, unused.residue.span, unused);
  out["reason"] = unused.residue.reason;
  return out;
}

Json published_tree(const Published& published) {
  if (published.date.empty()) return nullptr;
  return json_object(
      {{"date", published.date}, {"from", text_or_null(std::string(to_string(published.from)))}});
}

Json hint_tree(const DateHint& hint) {
  return json_object({{"reason", hint.reason},
                      {"date", hint.date},
                      {"line", hint.line},
                      {"bytes", tree(hint.bytes)},
                      {"sources", tree(hint.sources)}});
}

template <typename T, typename ToTree>
Json list_of(const std::vector<T>& values, ToTree to_tree) {
  Json out = Json::array();
  for (const T& value : values) out.push_back(to_tree(value));
  return out;
}

}  // namespace

Json tree(const SourceInfo& source, const OutputOptions& options) {
  Json out = json_object({{"path", source.path},
                          {"sha256", source.sha256},
                          {"bytes", source.bytes},
                          {"title", text_or_null(source.title)},
                          {"publisher", text_or_null(source.publisher)},
                          {"url", text_or_null(source.url)},
                          {"published", published_tree(source.published)},
                          {"sketch", text_or_null(source.shingles)}});
  if (!source.dating.empty()) out["dating"] = list_of(source.dating, hint_tree);
  if (options.mentions) out["mentions"] = list_of(source.mentions, listed_tree);
  if (options.residue) out["residue"] = list_of(source.residue, unused_tree);
  return out;
}

}  // namespace msmt
