/// As much of JSON Schema 2020-12 as the schema of the report uses.
///
///     Validator validator(json::parse(msmt::json_schema()));
///     validator.errors(json::parse(text))   -> {"$.claims[0].type: \"gift\" is not in the list"}
#pragma once

#include <algorithm>
#include <nlohmann/json.hpp>
#include <regex>
#include <string>
#include <utility>
#include <vector>

namespace msmt::test {

class Validator {
  using json = nlohmann::json;

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

}  // namespace msmt::test
