/// Sanctions: the list that the targets stand in, and the list of some of them, "among them two bankers".
#include <algorithm>

#include "claims/clause_words.hpp"
#include "claims/filler.hpp"

namespace msmt {

void Filler::join_targets(std::vector<std::size_t>& targets) const {
  if (targets.empty()) return;
  std::size_t last = targets.back();
  std::size_t k = last + 1;
  while (k + 1 < stage_.chunks.size()) {
    // over "in Georgia", "of the ministry", and over an apposition, "No Kwang Chol, the minister,"
    if (chunk(k).kind == ChunkKind::word && is_preposition(chunk(k).word) &&
        !joins_list(chunk(k).word) && chunk(k).word != "for" && chunk(k).word != "including" &&
        chunk(k + 1).kind == ChunkKind::phrase && k > targets.back() &&
        !is_word(chunk(k - 1), ",") && !is_word(chunk(k - 1), "and")) {
      k += 2;
      continue;
    }
    std::size_t next = k;
    bool listed = false;
    while (next < stage_.chunks.size() && joins_targets(next)) {
      listed = listed || chunk(next).word != ",";
      ++next;
    }
    if (next == k || next >= stage_.chunks.size()) return;
    const bool again = is_word(chunk(next), "on") || is_word(chunk(next), "against");
    if (again) ++next;  // "sanctions on the minister and on other generals"
    if (next >= stage_.chunks.size()) return;
    const bool subject = chunk(next).kind == ChunkKind::phrase && next + 1 < stage_.chunks.size() &&
                         is_finite(chunk(next + 1));
    if (subject) return;
    if (const std::size_t past = listed ? next : past_clause(k); past > next) {
      k = past;  // "Asia Sun, which runs tankers, and two firms"
      continue;
    }
    if (chunk(next).kind != ChunkKind::phrase) return;
    if (!listed && renames(last, next)) {
      last = next;
      k = next + 1;
      continue;
    }
    // a name, or "its partner, Cham Wings"
    const bool named = (chunk(next).party && chunk(next).party->party.iso2.empty()) ||
                       (next + 2 < stage_.chunks.size() && is_word(chunk(next + 1), ",") &&
                        chunk(next + 2).kind == ChunkKind::phrase && renames(next, next + 2));
    if (!listed || (!named && !can_be_sanctioned(chunk(next)))) return;
    targets.push_back(next);
    last = next;
    k = next + 1;
  }
}

bool Filler::joins_targets(std::size_t i) const {
  const Chunk& c = chunk(i);
  if (ends_clause(c)) return c.word != ";";
  if (c.kind != ChunkKind::word) return false;
  const bool but_also =
      (c.word == "but" && i + 1 < stage_.chunks.size() && is_word(chunk(i + 1), "also")) ||
      (c.word == "also" && is_word(chunk(i - 1), "but"));
  return but_also || joins_list(c.word);
}

std::size_t Filler::past_clause(std::size_t comma) const {
  constexpr std::size_t kLongest = 14;
  const std::size_t n = stage_.chunks.size();
  if (!is_word(chunk(comma), ",") || comma + 1 >= n) return comma;
  const Chunk& opens = chunk(comma + 1);
  if (opens.kind == ChunkKind::date && comma + 2 < n && is_word(chunk(comma + 2), ","))
    return comma + 2;  // ", on Feb. 20, together with"
  const bool relative = is_word(opens, "which") || is_word(opens, "who");
  for (std::size_t k = comma + 2; relative && k + 1 < n && k < comma + kLongest; ++k) {
    if (is_word(chunk(k), ",")) return is_word(chunk(k + 1), "and") ? k : comma;
  }
  return comma;
}

bool Filler::renames(std::size_t name, std::size_t beside) const {
  // "No Kwang Chol, the defence minister, and …", "that bank, MRB Bank, and …": the same once more
  const Chunk& first = chunk(name);
  const Chunk& second = chunk(beside);
  if (second.quantity != nullptr || second.pronoun) return false;
  const bool closed = beside + 1 >= stage_.chunks.size() || joins_targets(beside + 1);
  const bool office = proper_name(name) && !second.party && !is_plural(second.head);
  const bool name_behind = !first.party && first.quantity == nullptr && !is_plural(first.head) &&
                           proper_name(beside).has_value();
  return closed && (office || name_behind);
}

std::size_t Filler::list_of_some(const std::vector<std::size_t>& targets) const {
  // "…, among them two bankers", "…, including the trader Ivan Petrov": behind those who are listed
  const std::size_t none = stage_.chunks.size();
  if (targets.empty()) return none;
  bool reason = false;  // "for arming groups, including …": some of the groups
  for (std::size_t k = targets.back() + 1; k + 1 < none; ++k) {
    const Chunk& c = chunk(k);
    if (is_word(c, ";") || is_word(c, "\"")) return none;
    if (c.kind != ChunkKind::word) continue;
    reason = reason || c.word == "for" || c.word == "over" || c.word == "with";
    // another clause: "and said that others, including …"
    if ((c.word == "and" || c.word == "but") && is_finite(chunk(k + 1))) return none;
    const bool split =
        c.word == "among" && (chunk(k + 1).head == "them" || chunk(k + 1).head == "whom");
    if (c.word == "among them" || c.word == "among whom" || split) return split ? k + 2 : k + 1;
    const bool beside = k == targets.back() + 1 || is_word(chunk(k - 1), ",");
    if (c.word == "including" && beside && !reason) return k + 1;
  }
  return none;
}

void Filler::add_listed_among(const std::vector<std::size_t>& targets,
                              std::vector<Claim>& out) const {
  if (out.empty() || !out.front().actor) return;
  const Claim whole = out.front();
  std::vector<Claim> some;
  std::size_t k = list_of_some(targets);
  while (k < stage_.chunks.size() && chunk(k).kind == ChunkKind::phrase) {
    const Chunk& c = chunk(k);
    const auto named = party_of(stage_, k);
    const bool state = named && !named->party.iso2.empty() && !c.person;
    const bool office = !some.empty() && is_word(chunk(k - 1), ",") && c.definite && !c.party &&
                        c.quantity == nullptr;  // ", Ivan Petrov, the head of the firm"
    const auto target =
        (state && !can_be_sanctioned(c)) || c.pronoun ? std::nullopt : sanctioned(k);
    const bool name = c.person || proper_name(k) || name_at_end(c) || name_behind_noun(c) ||
                      (k + 2 < stage_.chunks.size() && is_word(chunk(k + 1), ",") &&
                       chunk(k + 2).kind == ChunkKind::phrase && proper_name(k + 2));
    const bool counted = c.quantity != nullptr && can_be_sanctioned(c);
    if (!office && (!target || (!name && !counted))) break;
    if (!office) {
      Claim claim = whole;
      std::erase_if(claim.evidence.spans, [](const auto& known) {
        return known.first == "target" || known.first == "quantity" || known.first == "item";
      });
      claim.quantity.reset();
      set(claim, &Claim::target, "target", target);
      set_quantity(claim, k);
      some.push_back(std::move(claim));
    }
    ++k;
    while (k + 1 < stage_.chunks.size() && chunk(k).kind == ChunkKind::word &&
           is_preposition(chunk(k).word) && !joins_list(chunk(k).word) &&
           chunk(k + 1).kind == ChunkKind::phrase)
      k += 2;  // "the head of the firm"
    while (k < stage_.chunks.size() && ends_clause(chunk(k)) && chunk(k).word != ";") ++k;
  }
  // "two firms, including Gazprom, were hit" is told by its own verb; "others, including X, are next" is not
  if (k < stage_.chunks.size() && is_finite(chunk(k)) && k > trigger_) return;
  for (Claim& claim : some) {
    const bool known = std::any_of(out.begin(), out.end(), [&](const Claim& other) {
      return other.target == claim.target && other.quantity == claim.quantity;
    });
    if (!known) out.push_back(std::move(claim));
  }
}

}  // namespace msmt
