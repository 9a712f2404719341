#include "output/report_view.hpp"

#include <algorithm>

#include "msmt/error.hpp"

namespace msmt {
namespace {

constexpr const char* kMakeOne = "make one with msmt-extract -o NAME SOURCE...";
constexpr std::size_t kShown = 70;  // code points of a value that a line shows

std::string shortened(std::string value) {
  std::size_t characters = 0;
  for (std::size_t i = 0; i < value.size(); ++i) {
    if ((static_cast<unsigned char>(value[i]) & 0xc0U) == 0x80U) continue;
    if (characters++ == kShown) return value.substr(0, i) + "…";
  }
  return value;
}

}  // namespace

const Json& member(const Json& object, const std::string& key) {
  static const Json null;
  if (!object.is_object()) return null;
  const auto found = object.find(key);
  return found == object.end() ? null : *found;
}

std::string text_of(const Json& object, const std::string& key) {
  const Json& value = member(object, key);
  return value.is_string() ? value.get<std::string>() : one_line(value);
}

/// The objects of a list; what is no list, or no object, counts as not there.
std::vector<const Json*> objects(const Json& owner, const std::string& key) {
  std::vector<const Json*> out;
  const Json& list = member(owner, key);
  if (!list.is_array()) return out;
  for (const Json& value : list) {
    if (value.is_object()) out.push_back(&value);
  }
  return out;
}

Json read_report(std::string_view json, const std::string& name) {
  Json report;
  try {
    report = parse_json(json, name, kMakeOne);
  } catch (const Error& error) {
    throw Error(error.where(), "not a report: " + error.problem(), kMakeOne);
  }
  const auto refuse = [&](const char* why) {
    throw Error(name, std::string("not a report: ") + why, kMakeOne);
  };
  if (member(report, "format") != "msmt-claims") refuse("its \"format\" is not \"msmt-claims\"");
  if (member(report, "version") != 1) refuse("its \"version\" is not 1");
  for (const char* list : {"sources", "claims"}) {
    const Json& values = member(report, list);
    const char* key = std::string_view(list) == "claims" ? "id" : "path";
    if (!values.is_array()) refuse("\"sources\" and \"claims\" have to be lists");
    for (const Json& value : values) {
      if (!member(value, key).is_string()) refuse("a source has no \"path\" or a claim no \"id\"");
    }
  }
  return report;
}

std::string shown(const Json& value) {
  std::string out = one_line(value);
  if (value.is_string()) out = out.substr(1, out.size() - 2);  // without the marks, still escaped
  return shortened(std::move(out));
}

std::string change(const std::string& field, const Json& before, const Json& after) {
  return field + ": " + shown(before) + " → " + shown(after);
}

/// "a.txt:23:1", where a claim or a mention stands.
std::string place(const Json& at) {
  return one_line(member(at, "line")) + ":" + one_line(member(at, "column"));
}

/// One line for each field that differs, "quantity.value: 20000 → 21000"; objects field by field.
void add_changes(const std::string& field, const Json& before, const Json& after, Lines& out) {
  if (before == after) return;
  if (!before.is_object() || !after.is_object()) {
    out.push_back(change(field, before, after));
    return;
  }
  for (const auto& [key, value] : before.items())
    add_changes(field + "." + key, value, member(after, key), out);
  for (const auto& [key, value] : after.items()) {
    if (!before.contains(key)) add_changes(field + "." + key, nullptr, value, out);
  }
}

}  // namespace msmt
