#include "output/mention_input.hpp"

#include <algorithm>
#include <array>

namespace msmt {
namespace {

template <typename Placed>
Placed placed(const Fields& object) {
  Placed out;
  out.text = object.text("text");
  out.chars = object.range("chars");
  out.line = object.count("line");
  out.column = object.count("column");
  if (out.line == 0 || out.column == 0) object.refuse("line", "counts from 1, and so does column");
  return out;
}

/// Of a short list of words, or empty for null.
template <std::size_t N>
std::string one_of(const Fields& object, const char* key, const std::array<const char*, N>& words) {
  std::string out = object.text_or_none(key);
  if (!out.empty() && std::find(words.begin(), words.end(), out) == words.end()) {
    object.refuse(key, "is none that there is");
  }
  return out;
}

std::string code(const Fields& object, const char* key, std::size_t letters) {
  std::string out = object.text_or_none(key);
  const bool capitals =
      std::all_of(out.begin(), out.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
  if (!out.empty() && (out.size() != letters || !capitals)) object.refuse(key, "is no code");
  return out;
}

Date read_date(const Fields& object) {
  constexpr std::array kTypes = {"DATE", "TIME", "DURATION", "SET"};
  Date out = period_of(object);
  one_of(object.object("timex"), "type", kTypes);
  return out;
}

Value read_value(const Fields& object) {
  constexpr std::array kForms = {"name", "adjective", "alias", "capital", "place"};
  const std::string type = object.text("type");
  if (type == "quantity") {
    Quantity out = quantity_of(object);
    out.cue = object.text_or_none("cue");
    out.of = object.text_or_none("of");
    return out;
  }
  if (type == "date") return read_date(object);
  if (type == "weapon") {
    return Weapon{object.text_or_none("name"), object.text_or_none("system"),
                  object.text_or_none("category"), object.text_or_none("unroca"),
                  object.text_or_none("ml")};
  }
  if (type == "country") {
    Country out{code(object, "iso2", 2), code(object, "iso3", 3), object.text("name"),
                one_of(object, "form", kForms)};
    if (out.form.empty()) object.refuse("form", "is missing");
    return out;
  }
  if (type == "unit") {
    return Unit{object.text("name"), object.text_or_none("dimension"), object.text_or_none("code"),
                object.number("si")};
  }
  if (type == "military_unit") return MilitaryUnit{object.text("name"), code(object, "country", 2)};
  if (type == "organization") {
    return Organization{object.text("name"), object.text_or_none("kind"), ""};
  }
  object.refuse("type", "is none that there is");
}

}  // namespace

SourceInfo::Listed read_listed(const Fields& object) {
  auto out = placed<SourceInfo::Listed>(object);
  out.mention = {object.range("bytes"), object.text("rule"), read_value(object)};
  return out;
}

SourceInfo::Unused read_unused(const Fields& object) {
  constexpr std::array kTypes = {"quantity", "date", "weapon"};
  constexpr std::array kReasons = {"no_trigger", "no_claim", "no_role", "attribution_only"};
  auto out = placed<SourceInfo::Unused>(object);
  out.residue = {object.range("bytes"), one_of(object, "type", kTypes),
                 one_of(object, "reason", kReasons)};
  if (out.residue.type.empty()) object.refuse("type", "is missing");
  if (out.residue.reason.empty()) object.refuse("reason", "is missing");
  return out;
}

}  // namespace msmt
