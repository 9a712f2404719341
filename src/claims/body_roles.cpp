#include "claims/body_roles.hpp"

#include "msmt/error.hpp"

namespace msmt {

BodyRoles::BodyRoles(const Lexicons& lexicons) {
  const Table& table = lexicons.table("body_roles");
  for (const Row& row : table.rows) {
    const std::string_view role = table.cell(row, "role");
    const std::string body(table.cell(row, "body"));
    if (role == "rules") {
      rule_maker_ = {body, ""};
    } else if (role == "background") {
      background_.insert(body);
    } else if (role == "watch") {
      for (const std::string_view form : table.list(row, "forms"))
        watchers_[std::string(form)] = {body, ""};
    } else if (role == "seat") {
      for (const std::string_view form : table.list(row, "forms"))
        seats_[std::string(form)] = {body, ""};
    } else {
      throw Error(row.where(), "no rule asks for the role \"" + std::string(role) + "\"",
                  "use one of rules, seat, watch, background");
    }
  }
}

const Party* BodyRoles::watcher_of(std::string_view body) const {
  const auto found = watchers_.find(body);
  return found == watchers_.end() ? nullptr : &found->second;
}

const Party* BodyRoles::seated_in(std::string_view place) const {
  const auto found = seats_.find(place);
  return found == seats_.end() ? nullptr : &found->second;
}

}  // namespace msmt
