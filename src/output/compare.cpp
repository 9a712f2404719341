#include <algorithm>
#include <array>
#include <map>
#include <utility>

#include "msmt/output.hpp"
#include "output/report_view.hpp"

namespace msmt {
namespace {

using Pairs = std::vector<std::pair<const Json*, const Json*>>;

/// Pairs of objects with the same key, the first with the first and so on; one side is null where
/// the other report has none. In the order of `before`, then what is new in the order of `after`.
template <typename Key>
Pairs pair_up(const std::vector<const Json*>& before, const std::vector<const Json*>& after,
              Key key) {
  std::map<std::string, std::vector<std::size_t>> places;  // in `after`, last one first
  for (std::size_t i = after.size(); i > 0; --i) places[key(*after[i - 1])].push_back(i - 1);
  std::vector<bool> taken(after.size());
  Pairs out;
  for (const Json* value : before) {
    auto& free = places[key(*value)];
    if (free.empty()) {
      out.emplace_back(value, nullptr);
    } else {
      out.emplace_back(value, after[free.back()]);
      taken[free.back()] = true;
      free.pop_back();
    }
  }
  for (std::size_t i = 0; i < after.size(); ++i) {
    if (!taken[i]) out.emplace_back(nullptr, after[i]);
  }
  return out;
}

/// Where a claim stands in its article.
constexpr std::array<std::string_view, 7> kOffsets{"line",  "column", "bytes",  "chars",
                                                   "spans", "order",  "repeats"};

bool moved(const Json& before, const Json& after) {
  return std::ranges::any_of(kOffsets, [&](std::string_view key) {
    return member(before, std::string(key)) != member(after, std::string(key));
  });
}

/// How two claims with one id differ: in what they mean, or only in where they stand.
struct Difference {
  Lines changes;
  Lines moves;
};

void compare_evidence(const Json& before, const Json& after, Difference& out) {
  const auto quoted = [](const Json& e) {
    return text_of(e, "source") + "\n" + text_of(e, "quote");
  };
  const auto source = [](const Json& e) { return text_of(e, "source"); };
  std::vector<const Json*> gone, added;
  for (const auto& [old_one, new_one] :
       pair_up(objects(before, "evidence"), objects(after, "evidence"), quoted)) {
    if (new_one == nullptr) {
      gone.push_back(old_one);
    } else if (old_one == nullptr) {
      added.push_back(new_one);
    } else {
      Lines fields;
      add_field_changes(*old_one, *new_one, kOffsets, fields);
      for (const std::string& field : fields) {
        out.changes.push_back("evidence " + source(*old_one) + ":" + place(*old_one) + " " + field);
      }
      if (moved(*old_one, *new_one)) {
        const std::string from = place(*old_one), to = place(*new_one);
        out.moves.push_back(source(*old_one) + ":" + from + (from == to ? " offsets" : " → " + to));
      }
    }
  }
  for (const auto& [old_one, new_one] : pair_up(gone, added, source)) {
    if (new_one == nullptr) {
      out.changes.push_back("evidence gone: " + source(*old_one) + ":" + place(*old_one));
    } else if (old_one == nullptr) {
      out.changes.push_back("evidence new: " + source(*new_one) + ":" + place(*new_one));
    } else {
      out.changes.push_back(
          change("evidence " + source(*old_one) + ":" + place(*old_one) + " quote",
                 member(*old_one, "quote"), member(*new_one, "quote")));
    }
  }
}

/// A variant with the sources that hold it; the numbers of its evidence shift when others come.
std::string variant_line(const Json& claim, const Json& variant) {
  std::string out = text_of(variant, "field") + " " + text_of(variant, "reason") + " " +
                    shown(member(variant, "value"));
  const Json& evidence = member(claim, "evidence");
  const Json& numbers = member(variant, "evidence");
  std::vector<std::string> sources;
  for (const Json& number : numbers.is_array() ? numbers : Json::array()) {
    const bool known =
        number.is_number_unsigned() && evidence.is_array() && number < evidence.size();
    sources.push_back(known ? text_of(evidence[number.get<std::size_t>()], "source")
                            : one_line(number));
  }
  std::ranges::sort(sources);
  for (const std::string& source : sources)
    out += (&source == &sources.front() ? " in " : ", ") + source;
  return out;
}

void compare_agreement(const Json& before, const Json& after, Lines& out) {
  const Json& old_one = member(before, "agreement");
  const Json& new_one = member(after, "agreement");
  Lines fields;
  add_field_changes(old_one, new_one, std::array<std::string_view, 1>{"variants"}, fields);
  for (const std::string& field : fields) out.push_back("agreement." + field);

  Lines old_variants, new_variants;
  for (const Json* variant : objects(old_one, "variants"))
    old_variants.push_back(variant_line(before, *variant));
  for (const Json* variant : objects(new_one, "variants"))
    new_variants.push_back(variant_line(after, *variant));
  for (const std::string& line : old_variants) {
    if (std::ranges::find(new_variants, line) == new_variants.end())
      out.push_back("variant gone: " + line);
  }
  for (const std::string& line : new_variants) {
    if (std::ranges::find(old_variants, line) == old_variants.end())
      out.push_back("variant new: " + line);
  }
}

Difference compare_claims(const Json& before, const Json& after) {
  Difference out;
  constexpr std::array<std::string_view, 4> kApart{"id", "summary", "agreement", "evidence"};
  add_field_changes(before, after, kApart, out.changes);
  compare_agreement(before, after, out.changes);
  compare_evidence(before, after, out);
  // The summary says the fields again; it is news when nothing else is.
  if (out.changes.empty())
    add_changes("summary", member(before, "summary"), member(after, "summary"), out.changes);
  return out;
}

/// `mentions` or `residue` of one source. A report made without them says nothing of them.
void compare_listed(const std::string& list, const Json& before, const Json& after,
                    Difference& out) {
  const bool here = member(before, list).is_array(), there = member(after, list).is_array();
  if (here != there) {
    out.changes.push_back(list + ": listed in the " + (here ? "golden" : "new") + " report only");
    return;
  }
  const auto key = [](const Json& listed) {
    return text_of(listed, "type") + " \"" + text_of(listed, "text") + "\"";
  };
  for (const auto& [old_one, new_one] : pair_up(objects(before, list), objects(after, list), key)) {
    const std::string label = list + " " + key(old_one != nullptr ? *old_one : *new_one);
    if (new_one == nullptr) {
      out.changes.push_back(label + " gone: " + place(*old_one));
    } else if (old_one == nullptr) {
      out.changes.push_back(label + " new: " + place(*new_one));
    } else {
      Lines fields;
      add_field_changes(*old_one, *new_one, kOffsets, fields);
      for (const std::string& field : fields)
        out.changes.push_back(label + " " + place(*old_one) + " " + field);
      if (moved(*old_one, *new_one)) out.moves.push_back(list);
    }
  }
}

Difference compare_sources(const Json& before, const Json& after) {
  Difference out;
  constexpr std::array<std::string_view, 5> kApart{"path", "sha256", "bytes", "mentions",
                                                   "residue"};
  add_field_changes(before, after, kApart, out.changes);
  if (member(before, "sha256") != member(after, "sha256") ||
      member(before, "bytes") != member(after, "bytes")) {
    out.moves.push_back("text edited, " +
                        change("bytes", member(before, "bytes"), member(after, "bytes")));
  }
  compare_listed("mentions", before, after, out);
  compare_listed("residue", before, after, out);
  return out;
}

// --- the lines ---------------------------------------------------------------------------------

/// What was counted of claims or of sources, and the lines about it by kind.
struct Tally {
  std::size_t changed = 0, added = 0, gone = 0, moved = 0;
  Lines changes, additions, removals, moves;

  std::string counts(const char* one, const char* many, const char* only_moved) const {
    std::string out;
    bool named = false;
    const auto say = [&](std::size_t count, const char* what) {
      if (count == 0) return;
      out += (named ? ", " : "") + std::to_string(count) + " ";
      if (!named) out += std::string(count == 1 ? one : many) + " ";
      out += what;
      named = true;
    };
    say(changed, "changed");
    say(added, "new");
    say(gone, "gone");
    say(moved, only_moved);
    return out;
  }
};

/// "a.txt:23:1 → 25:1 and 2 more"
std::string in_short(const Lines& moves) {
  return moves.front() +
         (moves.size() > 1 ? " and " + std::to_string(moves.size() - 1) + " more" : "");
}

template <typename Compare, typename About>
Tally tally(const Json& golden, const Json& actual, const char* list, const char* name,
            Compare compare, About about) {
  Tally out;
  const auto key = [&](const Json& value) { return text_of(value, name); };
  for (const auto& [before, after] : pair_up(objects(golden, list), objects(actual, list), key)) {
    if (after == nullptr) {
      ++out.gone;
      out.removals.push_back("- " + key(*before) + about(*before));
    } else if (before == nullptr) {
      ++out.added;
      out.additions.push_back("+ " + key(*after) + about(*after));
    } else {
      const Difference difference = compare(*before, *after);
      for (const std::string& line : difference.changes)
        out.changes.push_back("~ " + key(*before) + "  " + line);
      if (!difference.changes.empty()) {
        ++out.changed;
      } else if (!difference.moves.empty()) {
        ++out.moved;
        out.moves.push_back("= " + key(*before) + "  " + in_short(difference.moves));
      }
    }
  }
  return out;
}

bool same_order(const Json& golden, const Json& actual) {
  const auto ids = [](const Json& report) {
    std::vector<std::string> out;
    for (const Json* claim : objects(report, "claims")) out.push_back(text_of(*claim, "id"));
    return out;
  };
  return ids(golden) == ids(actual);
}

}  // namespace

std::string compare(std::string_view golden_text, std::string_view golden_name,
                    std::string_view actual_text) {
  const std::string name(golden_name);
  const Json golden = read_report(golden_text, name);
  const Json actual = read_report(actual_text, "the new report");

  const Tally claims = tally(golden, actual, "claims", "id", compare_claims, [](const Json& claim) {
    return "  " + shown(member(claim, "summary"));
  });
  const Tally sources = tally(golden, actual, "sources", "path", compare_sources,
                              [](const Json&) { return "  (source)"; });

  std::string first;
  const auto add_counts = [&](const std::string& counts) {
    if (!counts.empty()) first += (first.empty() ? "" : "; ") + counts;
  };
  add_counts(claims.counts("claim", "claims", "only moved"));
  add_counts(sources.counts("source", "sources", "edited"));
  if (first.empty() && !same_order(golden, actual)) first = "the same claims in another order";
  if (first.empty()) return {};

  std::string out = name + ": " + first + "\n";
  for (const Lines* lines :
       {&claims.changes, &claims.additions, &claims.removals, &sources.changes, &sources.additions,
        &sources.removals, &claims.moves, &sources.moves}) {
    for (const std::string& line : *lines) out += line + "\n";
  }
  return out;
}

}  // namespace msmt
