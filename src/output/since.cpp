#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "merge/summary.hpp"
#include "msmt/error.hpp"
#include "msmt/output.hpp"
#include "output/report_view.hpp"
#include "output/value_input.hpp"

namespace msmt {
namespace {

constexpr std::array<std::string_view, 11> kValues{
    "actor",   "target",  "item",      "quantity", "period",    "certainty",
    "members", "besides", "operators", "parties",  "equivalent"};

std::string id_of(const Json& claim) { return text_of(claim, "id"); }

std::string status(const Json& claim) { return text_of(member(claim, "agreement"), "status"); }

/// Names, in the order of their text: "b.txt, c.txt and 3 more".
std::string some(const std::vector<std::string>& names) {
  constexpr std::size_t kNamed = 3;
  std::string out;
  for (std::size_t i = 0; i < std::min(kNamed, names.size()); ++i) {
    out += (i == 0 ? "" : ", ") + shown(names[i]);
  }
  if (names.size() > kNamed) out += " and " + std::to_string(names.size() - kNamed) + " more";
  return out;
}

std::set<std::string> sources_of(const Json& claim) {
  std::set<std::string> out;
  for (const Json* evidence : objects(claim, "evidence")) out.insert(text_of(*evidence, "source"));
  return out;
}

std::vector<std::string> without(const std::set<std::string>& all,
                                 const std::set<std::string>& those) {
  std::vector<std::string> out;
  std::set_difference(all.begin(), all.end(), those.begin(), those.end(), std::back_inserter(out));
  return out;
}

/// Claims with the same id, then those that have a sentence in common: an id changes when a claim
/// gains a side. One side is null where the other report has none.
std::vector<std::pair<const Json*, const Json*>> pair_up(const Json& old_report,
                                                         const Json& new_report) {
  const auto quotes = [](const Json& claim) {
    std::set<std::string> out;
    for (const Json* evidence : objects(claim, "evidence")) {
      out.insert(text_of(claim, "type") + "\n" + text_of(*evidence, "source") + "\n" +
                 text_of(*evidence, "quote") + "\n" + text_of(*evidence, "rule"));
    }
    return out;
  };
  std::map<std::string, const Json*> left;
  for (const Json* claim : objects(old_report, "claims")) left.emplace(id_of(*claim), claim);
  std::vector<std::pair<const Json*, const Json*>> out;
  std::map<std::string, std::vector<std::size_t>> fresh;  // by quote, places in `out`
  for (const Json* claim : objects(new_report, "claims")) {
    const auto found = left.find(id_of(*claim));
    out.emplace_back(found == left.end() ? nullptr : found->second, claim);
    if (found != left.end()) {
      left.erase(found);
    } else {
      for (const std::string& quote : quotes(*claim)) fresh[quote].push_back(out.size() - 1);
    }
  }
  for (const auto& [id, claim] : left) {
    const Json** home = nullptr;
    for (const std::string& quote : quotes(*claim)) {
      for (const std::size_t place : fresh[quote]) {
        if (home == nullptr && out[place].first == nullptr) home = &out[place].first;
      }
    }
    if (home != nullptr) {
      *home = claim;
    } else {
      out.emplace_back(claim, nullptr);
    }
  }
  return out;
}

/// "300 drones" of a quantity, "2024-05" of a period, other values as JSON.
std::string in_short(const std::string& field, const Json& value) {
  if (field == "period" && member(value, "edtf").is_string()) return shown(member(value, "edtf"));
  if (field == "quantity" && value.is_object()) {
    try {
      return in_words(quantity_of(Fields(value, field, field)));
    } catch (const Error&) {  // of a report that is not by this program
      return shown(value);
    }
  }
  return shown(value);
}

/// Who says otherwise: "quantity: 200 drones, but 300 drones in b.txt".
std::string contradiction(const Json& claim) {
  const Json& evidence = member(claim, "evidence");
  for (const Json* variant : objects(member(claim, "agreement"), "variants")) {
    if (member(*variant, "reason") != "conflicts") continue;
    std::set<std::string> names;
    for (const Json& index : member(*variant, "evidence")) {
      if (index.is_number_unsigned() && index.get<std::size_t>() < evidence.size()) {
        names.insert(text_of(evidence[index.get<std::size_t>()], "source"));
      }
    }
    const std::string field = text_of(*variant, "field");
    return field + ": " + in_short(field, member(claim, field)) + ", but " +
           in_short(field, member(*variant, "value")) + " in " + some({names.begin(), names.end()});
  }
  return "they cannot all be true";
}

/// The lines of one kind, and how many claims they are about.
struct Kind {
  const char* what;
  std::size_t claims = 0;
  Lines lines;
};

class Changes {
 public:
  void add(const Json* before, const Json* after) {
    if (before == nullptr) {
      note(fresh_, "+", id_of(*after), shown(member(*after, "summary")));
      if (status(*after) == "conflict") note(conflict_, "!", id_of(*after), contradiction(*after));
    } else if (after == nullptr) {
      note(gone_, "-", id_of(*before), shown(member(*before, "summary")));
    } else {
      compare(*before, *after);
    }
  }

  std::string text_of(const std::string& name, std::size_t more, std::size_t fewer) const {
    std::string first;
    const auto say = [&](std::size_t count, const std::string& what) {
      if (count > 0) first += (first.empty() ? "" : ", ") + std::to_string(count) + " " + what;
    };
    say(more, more == 1 ? "article new" : "articles new");
    say(fewer, fewer == 1 ? "article gone" : "articles gone");
    const std::string articles = std::exchange(first, "");
    std::string lines;
    for (const Kind* kind : {&conflict_, &fresh_, &changed_, &settled_, &gained_, &lost_, &gone_}) {
      say(kind->claims, kind->what);
      for (const std::string& line : kind->lines) lines += line + "\n";
    }
    if (first.empty() && articles.empty()) return {};
    if (first.empty()) first = "none changed";
    return name + ": " + (articles.empty() ? "" : articles + "; ") + "claims: " + first + "\n" +
           lines;
  }

 private:
  static void note(Kind& kind, const char* mark, const std::string& id, const std::string& line) {
    ++kind.claims;
    kind.lines.push_back(std::string(mark) + " " + id + "  " + line);
  }

  void compare(const Json& before, const Json& after) {
    const std::string id = id_of(after);
    Lines values;
    if (id_of(before) != id) values.push_back(change("id", member(before, "id"), after.at("id")));
    for (const std::string_view field : kValues) {
      const std::string key(field);
      add_changes(key, member(before, key), member(after, key), values);
    }
    if (!values.empty()) {
      ++changed_.claims;
      for (const std::string& line : values) changed_.lines.push_back("~ " + id + "  " + line);
    }
    const bool was = status(before) == "conflict";
    const bool is = status(after) == "conflict";
    if (is && !was) note(conflict_, "!", id, contradiction(after));
    if (was && !is) note(settled_, "~", id, "agreement.status: conflict → " + status(after));
    const std::set<std::string> old_ones = sources_of(before);
    const std::set<std::string> new_ones = sources_of(after);
    const std::string counts =
        std::to_string(old_ones.size()) + " → " + std::to_string(new_ones.size());
    if (const auto names = without(new_ones, old_ones); !names.empty()) {
      note(gained_, "^", id, "sources: " + counts + ", with " + some(names));
    }
    if (const auto names = without(old_ones, new_ones); !names.empty()) {
      note(lost_, "v", id, "sources: " + counts + ", without " + some(names));
    }
  }

  Kind conflict_{"in conflict", 0, {}};
  Kind fresh_{"new", 0, {}};
  Kind changed_{"changed", 0, {}};
  Kind settled_{"no longer in conflict", 0, {}};
  Kind gained_{"better supported", 0, {}};
  Kind lost_{"less supported", 0, {}};
  Kind gone_{"gone", 0, {}};
};

}  // namespace

std::string changes_since(std::string_view old_text, std::string_view old_name,
                          std::string_view new_text) {
  const std::string name(old_name);
  const Json before = read_report(old_text, name);
  const Json after = read_report(new_text, "the new report");
  Changes changes;
  for (const auto& [old_claim, new_claim] : pair_up(before, after))
    changes.add(old_claim, new_claim);
  const auto paths = [](const Json& report) {
    std::set<std::string> out;
    for (const Json* source : objects(report, "sources")) out.insert(text_of(*source, "path"));
    return out;
  };
  const std::set<std::string> old_paths = paths(before);
  const std::set<std::string> new_paths = paths(after);
  return changes.text_of(name, without(new_paths, old_paths).size(),
                         without(old_paths, new_paths).size());
}

}  // namespace msmt
