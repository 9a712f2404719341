/// Body roles: what some bodies are taken for where a text does not name them, the rows of body_roles.tsv.
#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>

#include "msmt/claims.hpp"
#include "msmt/lexicon.hpp"

namespace msmt {

class BodyRoles {
 public:
  /// errors: Error for a role that no rule asks for
  explicit BodyRoles(const Lexicons& lexicons);
  /// Who makes the resolutions that are known by their number, and lists who is under sanctions.
  const Party& rule_maker() const { return rule_maker_; }
  /// The body that a place stands for where it imposes: "Brussels"; nullptr for none.
  const Party* seated_in(std::string_view place) const;
  /// The panel that looks after the sanctions of a body; nullptr for none.
  const Party* watcher_of(std::string_view body) const;
  /// Whether a body is named in passing in every text, so that "the body" is another.
  bool is_background(std::string_view body) const { return background_.contains(body); }

 private:
  Party rule_maker_;
  std::map<std::string, Party, std::less<>> seats_;
  std::map<std::string, Party, std::less<>> watchers_;
  std::set<std::string, std::less<>> background_;
};

}  // namespace msmt
