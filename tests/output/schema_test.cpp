#include <algorithm>
#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>
#include <regex>

#include "msmt/output.hpp"
#include "sample_report.hpp"

using nlohmann::json;

namespace {

/// As much of JSON Schema 2020-12 as the schema of the report uses.
class Validator {
 public:
  explicit Validator(json schema) : root_(std::move(schema)) {}

  std::vector<std::string> errors(const json& value) {
    errors_.clear();
    check(value, root_, "$");
    return errors_;
  }

 private:
  static const json* property(const json& schema, const std::string& key) {
    const auto properties = schema.find("properties");
    return properties != schema.end() && properties->contains(key) ? &(*properties)[key] : nullptr;
  }

  static bool has_type(const json& value, const std::string& type) {
    if (type == "integer") return value.is_number_integer();
    if (type == "number") return value.is_number();
    return type == value.type_name();
  }

  void fail(const std::string& path, const std::string& why) {
    errors_.push_back(path + ": " + why);
  }

  bool accepts(const json& value, const json& schema) {
    Validator other(root_);
    other.check(value, schema, "$");
    return other.errors_.empty();
  }

  void check(const json& value, const json& schema, const std::string& path) {
    if (schema.is_boolean()) return;
    if (schema.contains("$ref")) {
      const std::string name = schema["$ref"].get<std::string>().substr(1);
      check(value, root_.at(json::json_pointer(name)), path);
    }
    if (schema.contains("const") && value != schema["const"]) fail(path, "not the constant");
    if (schema.contains("enum") &&
        std::ranges::find(schema["enum"], value) == schema["enum"].end()) {
      fail(path, value.dump() + " is not in the list");
    }
    if (schema.contains("type")) {
      const json types = schema["type"].is_array() ? schema["type"] : json::array({schema["type"]});
      if (std::ranges::none_of(types, [&](const json& type) { return has_type(value, type); })) {
        fail(path, "is " + std::string(value.type_name()) + ", not " + types.dump());
      }
    }
    if (value.is_string()) check_string(value, schema, path);
    if (value.is_number() && schema.contains("minimum") && value < schema["minimum"])
      fail(path, "too small");
    if (value.is_array()) check_array(value, schema, path);
    const json* branch = nullptr;
    if (schema.contains("oneOf")) {
      std::size_t accepted = 0;
      for (const json& option : schema["oneOf"]) {
        if (accepts(value, option)) {
          ++accepted;
          branch = &option;
        }
      }
      if (accepted != 1) fail(path, std::to_string(accepted) + " of oneOf fit " + value.dump());
    }
    if (value.is_object()) check_object(value, schema, branch, path);
  }

  void check_string(const json& value, const json& schema, const std::string& path) {
    const auto text = value.get<std::string>();
    if (schema.contains("minLength") && text.empty()) fail(path, "is empty");
    if (schema.contains("pattern") &&
        !std::regex_search(text, std::regex(schema["pattern"].get<std::string>()))) {
      fail(path, text + " does not match");
    }
  }

  void check_array(const json& value, const json& schema, const std::string& path) {
    if (schema.contains("minItems") && value.size() < schema["minItems"]) fail(path, "too short");
    if (schema.contains("maxItems") && value.size() > schema["maxItems"]) fail(path, "too long");
    if (!schema.contains("items")) return;
    for (std::size_t i = 0; i < value.size(); ++i) {
      check(value[i], schema["items"], path + "[" + std::to_string(i) + "]");
    }
  }

  void check_object(const json& value, const json& schema, const json* branch,
                    const std::string& path) {
    for (const json& key : schema.value("required", json::array())) {
      if (!value.contains(key)) fail(path, "no " + key.dump());
    }
    const bool strict = schema.contains("unevaluatedProperties");
    for (const auto& [key, child] : value.items()) {
      if (const json* known = property(schema, key)) {
        check(child, *known, path + "." + key);
      } else if (schema.contains("additionalProperties")) {
        const json& others = schema["additionalProperties"];
        if (others == false) fail(path, key + " is unknown");
        check(child, others, path + "." + key);
      } else if (strict && (branch == nullptr || property(*branch, key) == nullptr)) {
        fail(path, key + " is unknown");
      }
    }
  }

  json root_;
  std::vector<std::string> errors_;
};

Validator validator() { return Validator(json::parse(msmt::json_schema())); }

json sample_tree() {
  msmt::Report report = sample::report();
  msmt::Claim& claim = report.claims[0].claim;
  claim.members = claim.besides = {{"Japan", "JP"}, {"Panel of Experts", ""}};
  claim.operators = claim.parties = {"A name"};
  claim.quantity->per = "year";
  auto& variants = report.claims[0].agreement.variants;
  variants.push_back({"actor", "conflicts", msmt::Party{"Russia", "RU"}, {1}});
  variants.push_back({"item", "refines", msmt::Item{"shells", "", "", ""}, {1}});
  variants.push_back({"period", "refines", sample::summer(), {1}});
  variants.push_back({"certainty", "refines", std::string("believed"), {1}});
  variants.push_back({"attribution", "refines", std::vector<std::string>{"Seoul"}, {1}});
  variants.push_back({"attribution", "refines", std::vector<std::string>{}, {0}});
  return json::parse(msmt::to_json(report, {.mentions = true, .residue = true}));
}

}  // namespace

TEST_CASE("a report follows the schema") {
  CHECK(validator().errors(sample_tree()) == std::vector<std::string>{});
  CHECK(validator().errors(json::parse(msmt::to_json({}, {}))) == std::vector<std::string>{});
}

TEST_CASE("the schema refuses what a report never has") {
  for (const auto& [path, value] : std::vector<std::pair<std::string, json>>{
           {"/extra", 1},
           {"/version", 2},
           {"/claims/0/extra", 1},
           {"/claims/0/type", "gift"},
           {"/claims/0/certainty", "sure"},
           {"/claims/0/actor", ""},
           {"/claims/0/actor/iso2", "kp"},
           {"/claims/0/quantity/value", "300"},
           {"/claims/0/evidence", json::array()},
           {"/claims/0/evidence/0/bytes", json::array({0, 1, 2})},
           {"/claims/0/evidence/0/line", 0},
           {"/claims/0/agreement/variants/0/reason", "other"},
           {"/claims/0/period/start", "2024-05"},
           {"/sources/0/sha256", "abc"},
           {"/sources/1/published/from", "guess"},
           {"/sources/1/mentions/0/type", "person"},
           {"/sources/1/mentions/0/unroca", "I"},
           {"/sources/1/residue/0/reason", "why not"}}) {
    json tree = sample_tree();
    tree[json::json_pointer(path)] = value;
    INFO(path);
    CHECK_FALSE(validator().errors(tree).empty());
  }
}

TEST_CASE("the schema asks for every key that is always there") {
  for (const char* path : {"/claims/0/target", "/claims/0/period/end", "/claims/0/evidence/0/url",
                           "/sources/0/title", "/sources/1/mentions/1/of", "/sources"}) {
    json tree = sample_tree();
    const json::json_pointer pointer(path);
    tree[pointer.parent_pointer()].erase(pointer.back());
    INFO(path);
    CHECK_FALSE(validator().errors(tree).empty());
  }
}
