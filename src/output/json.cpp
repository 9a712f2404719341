#include <concepts>
#include <type_traits>

#include "msmt/output.hpp"
#include "output/json_text.hpp"

namespace msmt {
namespace {

Json text_or_null(const std::string& text) { return text.empty() ? Json() : Json(text); }

Json text_or_null(const std::optional<std::string>& text) { return text ? Json(*text) : Json(); }

Json tree(const std::string& text) { return text; }

Json tree(Span span) { return Json::array({span.begin, span.end}); }

Json tree(const Party& party) {
  Json out{{"name", party.name}};
  if (!party.iso2.empty()) out["iso2"] = party.iso2;
  return out;
}

Json tree(const Item& item) {
  return {{"name", item.name},
          {"category", text_or_null(item.category)},
          {"weapon", text_or_null(item.weapon)}};
}

Json tree(const Quantity& quantity) {
  Json out{{"relation", to_string(quantity.relation)},
           {"value", json_number(quantity.value)},
           {"low", json_number(quantity.low)},
           {"high", json_number(quantity.high)},
           {"unit", text_or_null(quantity.unit)}};
  if (!quantity.per.empty()) out["per"] = quantity.per;
  return out;
}

Json tree(const Date& date) {
  return {{"edtf", text_or_null(date.edtf)},
          {"start", text_or_null(date.start)},
          {"end", text_or_null(date.end)},
          {"granularity", text_or_null(date.granularity)}};
}

Json tree(const Variant& variant);
Json tree(const Evidence& evidence);
Json tree(const SourceInfo::Listed& listed);
Json tree(const SourceInfo::Unused& unused);

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

Json tree(const Variant& variant) {
  const auto value = [](const auto& held) -> Json {
    if constexpr (std::same_as<std::decay_t<decltype(held)>, std::monostate>) {
      return nullptr;
    } else {
      return tree(held);
    }
  };
  return {{"field", variant.field},
          {"reason", variant.reason},
          {"value", std::visit(value, variant.value)},
          {"evidence", variant.evidence}};
}

Json tree(const Agreement& agreement) {
  return {{"status", agreement.status},
          {"sources", agreement.sources},
          {"independent", agreement.independent},
          {"variants", tree(agreement.variants)}};
}

Json tree(const Evidence& evidence) {
  Json spans = Json::object();
  for (const auto& [field, span] : evidence.spans) spans[field] = tree(span);
  return {{"source", evidence.source},         {"line", evidence.line},
          {"column", evidence.column},         {"bytes", tree(evidence.bytes)},
          {"chars", tree(evidence.chars)},     {"quote", evidence.quote},
          {"url", text_or_null(evidence.url)}, {"rule", evidence.rule},
          {"spans", std::move(spans)}};
}

Json tree(const MergedClaim& merged) {
  const Claim& claim = merged.claim;
  Json out{{"id", merged.id},
           {"type", claim.type},
           {"summary", merged.summary},
           {"actor", tree(claim.actor)},
           {"target", tree(claim.target)},
           {"item", tree(claim.item)},
           {"quantity", tree(claim.quantity)},
           {"period", tree(claim.period)},
           {"attribution", tree(claim.attribution)},
           {"certainty", to_string(claim.certainty)}};
  if (!claim.members.empty()) out["members"] = tree(claim.members);
  if (!claim.besides.empty()) out["besides"] = tree(claim.besides);
  if (!claim.operators.empty()) out["operators"] = tree(claim.operators);
  if (!claim.parties.empty()) out["parties"] = tree(claim.parties);
  if (claim.equivalent) out["equivalent"] = tree(*claim.equivalent);
  out["agreement"] = tree(merged.agreement);
  out["evidence"] = tree(merged.evidence);
  return out;
}

/// The normalised fields of a mention, in the order of CLAIMS.md section 2.
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
    out["timex"] = {{"type", text_or_null(date.timex_type)},
                    {"value", text_or_null(date.timex_value)}};
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
  return {{"type", type},         {"text", place.text},
          {"bytes", tree(bytes)}, {"chars", tree(place.chars)},
          {"line", place.line},   {"column", place.column}};
}

Json tree(const SourceInfo::Listed& listed) {
  const Mention& mention = listed.mention;
  Json out = placed(type_name(mention.value), mention.span, listed);
  out["rule"] = mention.rule;
  std::visit(AddValue{out}, mention.value);
  return out;
}

Json tree(const SourceInfo::Unused& unused) {
  Json out = placed(unused.residue.type, unused.residue.span, unused);
  out["reason"] = unused.residue.reason;
  return out;
}

Json tree(const Published& published) {
  if (published.date.empty()) return nullptr;
  return {{"date", published.date}, {"from", text_or_null(std::string(to_string(published.from)))}};
}

Json tree(const SourceInfo& source, const OutputOptions& options) {
  Json out{{"path", source.path},
           {"sha256", source.sha256},
           {"bytes", source.bytes},
           {"title", text_or_null(source.title)},
           {"publisher", text_or_null(source.publisher)},
           {"url", text_or_null(source.url)},
           {"published", tree(source.published)}};
  if (options.mentions) out["mentions"] = tree(source.mentions);
  if (options.residue) out["residue"] = tree(source.residue);
  return out;
}

/// One tree at a time, so that a large report is never held as a tree and as text at once.
template <typename T, typename ToTree>
void append_list(std::string& out, const char* key, const std::vector<T>& list, ToTree to_tree) {
  out += std::string("  \"") + key + "\": [";
  const char* between = "\n    ";
  for (const T& value : list) {
    out += between;
    append_json(out, to_tree(value), 4, 5);
    between = ",\n    ";
  }
  out += list.empty() ? "]" : "\n  ]";
}

}  // namespace

std::string to_json(const Report& report, const OutputOptions& options) {
  std::string out = "{\n  \"format\": \"msmt-claims\",\n  \"version\": 1,\n";
  append_list(out, "sources", report.sources,
              [&](const SourceInfo& source) { return tree(source, options); });
  out += ",\n";
  append_list(out, "claims", report.claims, [](const MergedClaim& claim) { return tree(claim); });
  out += "\n}\n";
  return out;
}

std::string to_jsonl(const Report& report) {
  std::string out;
  for (const MergedClaim& claim : report.claims) out += one_line(tree(claim)) + "\n";
  return out;
}

}  // namespace msmt
