#include "output/value_input.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "merge/key.hpp"
#include "msmt/error.hpp"
#include "output/mention_input.hpp"

namespace msmt {
namespace {

constexpr const char* kUnchanged = "give reports of this program, unchanged";

constexpr std::array<std::string_view, 10> kGranularities = {
    "time", "day", "week", "month", "quarter", "half", "season", "year", "decade", "century"};

template <typename List>
bool among(const List& list, std::string_view word) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

bool is_digits(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

/// YYYY, YYYY-MM or YYYY-MM-DD.
bool is_date(std::string_view text) {
  if (text.size() != 4 && text.size() != 7 && text.size() != 10) return false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool dash = i == 4 || i == 7;
    if (dash ? text[i] != '-' : !is_digits(text.substr(i, 1))) return false;
  }
  return true;
}

}  // namespace

Fields::Fields(const Json& object, std::string what, const std::string& where)
    : object_(object), what_(std::move(what)), where_(where) {
  if (!object_.is_object()) throw Error(where_, what_ + " is not an object", kUnchanged);
}

const Json& Fields::at(const char* key) const {
  static const Json none;
  const auto found = object_.find(key);
  return found == object_.end() ? none : *found;
}

void Fields::refuse(const std::string& key, const std::string& problem) const {
  throw Error(where_, what_ + "." + key + " " + problem, kUnchanged);
}

std::vector<Fields> Fields::objects(const char* key) const {
  std::vector<Fields> out;
  const Json& list = at(key);
  if (list.is_null()) return out;
  if (!list.is_array()) refuse(key, "is not a list");
  out.reserve(list.size());
  for (const Json& one : list) {
    out.emplace_back(one, what_ + "." + key + "[" + std::to_string(out.size()) + "]", where_);
  }
  return out;
}

std::optional<std::string> Fields::string_or_none(const char* key) const {
  const Json& value = at(key);
  if (value.is_null()) return std::nullopt;
  if (!value.is_string()) refuse(key, "is not a string");
  return value.get<std::string>();
}

std::string Fields::text_or_none(const char* key) const { return string_or_none(key).value_or(""); }

std::string Fields::text(const char* key) const {
  std::string out = text_or_none(key);
  if (out.empty()) refuse(key, "is missing");
  return out;
}

std::optional<double> Fields::number(const char* key) const {
  const Json& value = at(key);
  if (value.is_null()) return std::nullopt;
  if (!value.is_number() || !std::isfinite(value.get<double>())) refuse(key, "is not a number");
  return value.get<double>();
}

std::size_t Fields::count(const char* key) const {
  const Json& value = at(key);
  if (!value.is_number_unsigned()) refuse(key, "is not a count");
  return value.get<std::size_t>();
}

bool Fields::flag(const char* key) const {
  const Json& value = at(key);
  if (value.is_null()) return false;
  if (!value.is_boolean()) refuse(key, "is not true or false");
  return value.get<bool>();
}

Span Fields::range(const char* key) const {
  const Json& value = at(key);
  const bool two = value.is_array() && value.size() == 2 && value[0].is_number_unsigned() &&
                   value[1].is_number_unsigned();
  if (!two) refuse(key, "is not a range");
  const Span out{value[0].get<std::size_t>(), value[1].get<std::size_t>()};
  if (out.begin > out.end) refuse(key, "ends before it begins");
  return out;
}

std::vector<std::string> Fields::texts(const char* key) const {
  std::vector<std::string> out;
  const Json& list = at(key);
  if (list.is_null()) return out;
  if (!list.is_array()) refuse(key, "is not a list");
  for (const Json& one : list) {
    if (!one.is_string() || one.get_ref<const std::string&>().empty()) {
      refuse(key, "holds something else than texts");
    }
    out.push_back(one.get<std::string>());
  }
  return out;
}

std::string Fields::day(const char* key) const {
  std::string out = text_or_none(key);
  if (!out.empty() && (out.size() != 10 || !is_date(out))) refuse(key, "is not a day");
  return out;
}

namespace {

Party party(const Fields& object) {
  Party out{object.text("name"), object.text_or_none("iso2")};
  const auto capital = [](char c) { return c >= 'A' && c <= 'Z'; };
  const bool code = out.iso2.size() == 2 && capital(out.iso2[0]) && capital(out.iso2[1]);
  if (!out.iso2.empty() && !code) object.refuse("iso2", "is no code of two letters");
  return out;
}

}  // namespace

std::optional<Party> read_party(const Fields& owner, const char* key) {
  if (owner.at(key).is_null()) return std::nullopt;
  return party(owner.object(key));
}

std::vector<Party> read_parties(const Fields& owner, const char* key) {
  std::vector<Party> out;
  for (const Fields& object : owner.objects(key)) {
    out.push_back(party(object));
  }
  return out;
}

std::optional<Item> read_item(const Fields& owner, const char* key) {
  if (owner.at(key).is_null()) return std::nullopt;
  const Fields object = owner.object(key);
  Item out;
  out.name = object.text("name");
  out.category = object.text_or_none("category");
  out.weapon = object.text_or_none("weapon");
  for (const std::string& kind : object.texts("kinds")) {
    out.key += (out.key.empty() ? "" : "<") + kind;
  }
  return out;
}

std::optional<Quantity> read_quantity(const Fields& owner, const char* key) {
  if (owner.at(key).is_null()) return std::nullopt;
  return quantity_of(owner.object(key));
}

Quantity quantity_of(const Fields& object) {
  const auto relation = parse_relation(object.text("relation"));
  if (!relation) object.refuse("relation", "is none that there is");
  Quantity out;
  out.relation = *relation;
  out.value = object.number("value");
  out.low = object.number("low");
  out.high = object.number("high");
  out.unit = object.text_or_none("unit");
  out.per = object.text_or_none("per");
  return out;
}

std::optional<Date> read_period(const Fields& owner, const char* key) {
  if (owner.at(key).is_null()) return std::nullopt;
  return period_of(owner.object(key));
}

Date period_of(const Fields& object) {
  Date out;
  out.edtf = object.text_or_none("edtf");
  out.start = object.day("start");
  out.end = object.day("end");
  out.granularity = object.text_or_none("granularity");
  if (!out.granularity.empty() && !among(kGranularities, out.granularity)) {
    object.refuse("granularity", "is none that there is");
  }
  if (object.has("timex")) {
    const Fields timex = object.object("timex");
    out.timex_type = timex.text_or_none("type");
    out.timex_value = timex.text_or_none("value");
  }
  const std::string anchored_by = object.text_or_none("anchored_by");
  for (const Anchor anchor : {Anchor::option, Anchor::manifest, Anchor::header, Anchor::inferred}) {
    if (to_string(anchor) == anchored_by) out.anchored_by = anchor;
  }
  return out;
}

void read_stated(const Fields& object, Claim& claim) {
  if (object.has("actor")) claim.actor = read_party(object, "actor");
  if (object.has("target")) claim.target = read_party(object, "target");
  if (object.has("item")) claim.item = read_item(object, "item");
  if (object.has("quantity")) claim.quantity = read_quantity(object, "quantity");
  if (object.has("period")) claim.period = read_period(object, "period");
  if (object.has("attribution")) claim.attribution = object.texts("attribution");
  if (object.has("certainty")) {
    const auto certainty = parse_certainty(object.text("certainty"));
    if (!certainty) object.refuse("certainty", "is none that there is");
    claim.certainty = *certainty;
  }
  if (object.has("members")) claim.members = read_parties(object, "members");
  if (object.has("besides")) claim.besides = read_parties(object, "besides");
  if (object.has("operators")) claim.operators = object.texts("operators");
  if (object.has("parties")) claim.parties = object.texts("parties");
  if (object.has("equivalent")) claim.equivalent = read_quantity(object, "equivalent");
  if (object.has("part")) claim.part = object.flag("part");
}

std::string read_type(const Fields& object) {
  std::string out = object.text("type");
  if (!is_type(out)) object.refuse("type", "is none that there is");
  return out;
}

Evidence read_evidence(const Fields& object, const SourceInfo& source) {
  Evidence out;
  out.source = source.path;
  out.url = source.url.value_or("");
  out.publisher = source.publisher.value_or("");
  out.line = object.count("line");
  out.column = object.count("column");
  if (out.line == 0 || out.column == 0) object.refuse("line", "counts from 1, and so does column");
  out.bytes = object.range("bytes");
  out.chars = object.range("chars");
  out.quote = object.text("quote");
  out.rule = object.text("rule");
  if (!object.has("spans")) object.refuse("spans", "is missing");
  const Fields spans = object.object("spans");
  for (const auto& [field, span] : spans.tree().items()) {
    out.spans.emplace_back(field, spans.range(field.c_str()));
  }
  return out;
}

SourceInfo read_source(const Fields& object) {
  SourceInfo out;
  out.path = object.text("path");
  out.sha256 = object.text("sha256");
  constexpr std::size_t kDigits = 64;
  if (out.sha256.size() != kDigits ||
      out.sha256.find_first_not_of("0123456789abcdef") != std::string::npos) {
    object.refuse("sha256", "is not a digest");
  }
  out.bytes = object.count("bytes");
  out.title = object.string_or_none("title");
  out.publisher = object.string_or_none("publisher");
  out.url = object.string_or_none("url");
  if (!object.at("published").is_null()) {
    const Fields published = object.object("published");
    out.published.date = published.text("date");
    if (!is_date(out.published.date)) published.refuse("date", "is not a date");
    const std::string from = published.text("from");
    for (const Anchor anchor :
         {Anchor::option, Anchor::manifest, Anchor::header, Anchor::inferred}) {
      if (to_string(anchor) == from) out.published.from = anchor;
    }
    if (out.published.from == Anchor::none) published.refuse("from", "is none that there is");
  }
  out.shingles = object.text_or_none("sketch");
  for (const Fields& one : object.objects("dating")) {
    DateHint hint;
    hint.reason = one.text("reason");
    hint.date = one.text("date");
    hint.line = one.count("line");
    hint.bytes = one.range("bytes");
    hint.sources = one.texts("sources");
    out.dating.push_back(std::move(hint));
  }
  for (const Fields& one : object.objects("mentions")) out.mentions.push_back(read_listed(one));
  for (const Fields& one : object.objects("residue")) out.residue.push_back(read_unused(one));
  return out;
}

}  // namespace msmt
