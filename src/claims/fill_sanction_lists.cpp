/// Sanctions: the list that the targets stand in, and the list of some of them, "among them two bankers".
#include <algorithm>

#include "claims/clause_words.hpp"
#include "claims/fill_sanctions.hpp"
#include "claims/filler.hpp"
#include "claims/sentence_claims.hpp"

namespace msmt {

namespace {

/// Words between the members of such a list, "but also" among them.
bool joins_targets(const Filler& f, std::size_t i) {
  const Chunk& c = f.chunk(i);
  if (ends_clause(c)) return c.word != ";";
  if (c.kind != ChunkKind::word) return false;
  const bool but_also =
      (c.word == "but" && i + 1 < f.stage.chunks.size() && is_word(f.chunk(i + 1), "also")) ||
      (c.word == "also" && is_word(f.chunk(i - 1), "but"));
  return but_also || joins_list(c.word);
}

/// ", which runs tankers, and": the comma behind the clause that the comma opens; the same one for none.
std::size_t past_clause(const Filler& f, std::size_t comma) {
  constexpr std::size_t kLongest = 14;
  const std::size_t n = f.stage.chunks.size();
  if (!is_word(f.chunk(comma), ",") || comma + 1 >= n) return comma;
  const Chunk& opens = f.chunk(comma + 1);
  if (opens.kind == ChunkKind::date && comma + 2 < n && is_word(f.chunk(comma + 2), ","))
    return comma + 2;  // ", on Feb. 20, together with"
  const bool relative = is_word(opens, "which") || is_word(opens, "who");
  for (std::size_t k = comma + 2; relative && k + 1 < n && k < comma + kLongest; ++k) {
    if (is_word(f.chunk(k), ",")) return is_word(f.chunk(k + 1), "and") ? k : comma;
  }
  return comma;
}

/// ", for running tankers in Chad, and two bankers": the comma behind the reason that chunk i begins,
/// where the list goes on there; i itself for none.
std::size_t past_reason(const Filler& f, std::size_t i) {
  constexpr std::size_t kLongest = 18;  // chunks
  const std::size_t n = f.stage.chunks.size();
  const std::size_t at = is_word(f.chunk(i), ",") ? i + 1 : i;
  if (at + 1 >= n || !(is_word(f.chunk(at), "for") || is_word(f.chunk(at), "over"))) return i;
  for (std::size_t k = at + 1; k + 2 < n && k < at + kLongest; ++k) {
    if (is_finite(f.chunk(k)) || is_word(f.chunk(k), ";")) return i;
    if (!is_word(f.chunk(k), ",")) continue;
    // another comma would leave open which of two lists goes on
    const Chunk& next = f.chunk(k + 2);
    const bool more = is_word(f.chunk(k + 1), "and") && next.kind == ChunkKind::phrase &&
                      (can_be_sanctioned(f, next) || proper_name(f, k + 2));
    const bool subject = k + 3 < n && is_finite(f.chunk(k + 3));
    return more && !subject ? k : i;
  }
  return i;
}

/// "Asia Sun (AS)": the chunk behind a short name in brackets; i itself for none.
std::size_t past_short_name(const Filler& f, std::size_t i) {
  const bool brackets =
      i + 2 < f.stage.chunks.size() && is_word(f.chunk(i), "(") && is_word(f.chunk(i + 2), ")");
  return brackets ? i + 3 : i;
}

/// "No Kwang Chol, the defence minister,": chunk `beside` is the same as chunk `name`.
bool renames(const Filler& f, std::size_t name, std::size_t beside) {
  // "No Kwang Chol, the defence minister, and …", "that bank, MRB Bank, and …": the same once more
  const Chunk& first = f.chunk(name);
  const Chunk& second = f.chunk(beside);
  if (second.quantity != nullptr || second.pronoun) return false;
  const bool closed = beside + 1 >= f.stage.chunks.size() || joins_targets(f, beside + 1);
  const bool office = proper_name(f, name) && !second.party && !is_plural(second.head);
  const bool name_behind = !first.party && first.quantity == nullptr && !is_plural(first.head) &&
                           proper_name(f, beside).has_value();
  return closed && (office || name_behind);
}

/// Where a list of some of the targets begins, "among them …"; the number of chunks for none.
std::size_t list_of_some(const Filler& f, const std::vector<std::size_t>& targets) {
  // "…, among them two bankers", "…, including the trader Ivan Petrov": behind those who are listed
  const std::size_t none = f.stage.chunks.size();
  if (targets.empty()) return none;
  bool reason = false;  // "for arming groups, including …": some of the groups
  for (std::size_t k = targets.back() + 1; k + 1 < none; ++k) {
    const Chunk& c = f.chunk(k);
    if (is_word(c, ";") || is_word(c, "\"")) return none;
    if (c.kind != ChunkKind::word) continue;
    reason = reason || c.word == "for" || c.word == "over" || c.word == "with";
    // another clause: "and said that others, including …"
    if ((c.word == "and" || c.word == "but") && is_finite(f.chunk(k + 1))) return none;
    const bool split =
        c.word == "among" && (f.chunk(k + 1).head == "them" || f.chunk(k + 1).head == "whom");
    if (c.word == "among them" || c.word == "among whom" || split) return split ? k + 2 : k + 1;
    const bool beside = k == targets.back() + 1 || is_word(f.chunk(k - 1), ",");
    if (c.word == "including" && beside && !reason) return k + 1;
  }
  return none;
}

/// "the banker Pavel Orlov": a name behind the noun for somebody who can be sanctioned.
bool named_by_kind(const Filler& f, const Chunk& c) {
  if (c.kind != ChunkKind::phrase || c.party || c.pronoun || !name_at_end(f, c)) return false;
  return f.stage.grammar.any_is(WordClass::sanctioned, c.before);
}

}  // namespace

void join_targets(const Filler& f, std::vector<std::size_t>& targets) {
  if (targets.empty()) return;
  std::size_t last = targets.back();
  std::size_t k = last + 1;
  while (k + 1 < f.stage.chunks.size()) {
    if (const std::size_t past = past_short_name(f, k); past != k) {
      k = past;
      continue;
    }
    if (const std::size_t past = past_reason(f, k); past != k) {
      k = past;
      continue;
    }
    const bool dated = f.chunk(k).kind == ChunkKind::date && k + 3 < f.stage.chunks.size() &&
                       is_word(f.chunk(k + 1), ",") && is_word(f.chunk(k + 2), "and") &&
                       (is_word(f.chunk(k + 3), "on") || is_word(f.chunk(k + 3), "against"));
    if (dated) {
      ++k;  // "on the minister on May 9, and on three generals"
      continue;
    }
    // over "in Georgia", "of the ministry", and over an apposition, "No Kwang Chol, the minister,"
    if (f.chunk(k).kind == ChunkKind::word && is_preposition(f.chunk(k).word) &&
        !joins_list(f.chunk(k).word) && f.chunk(k).word != "for" &&
        f.chunk(k).word != "including" && f.chunk(k + 1).kind == ChunkKind::phrase &&
        k > targets.back() && !is_word(f.chunk(k - 1), ",") && !is_word(f.chunk(k - 1), "and")) {
      k += 2;
      continue;
    }
    std::size_t next = k;
    bool listed = false;
    while (next < f.stage.chunks.size() && joins_targets(f, next)) {
      listed = listed || f.chunk(next).word != ",";
      ++next;
    }
    if (next == k || next >= f.stage.chunks.size()) return;
    const bool again = is_word(f.chunk(next), "on") || is_word(f.chunk(next), "against");
    if (again) ++next;  // "sanctions on the minister and on other generals"
    if (next >= f.stage.chunks.size()) return;
    const bool subject = f.chunk(next).kind == ChunkKind::phrase &&
                         next + 1 < f.stage.chunks.size() && is_finite(f.chunk(next + 1));
    if (subject) return;
    if (const std::size_t past = listed ? next : past_clause(f, k); past > next) {
      k = past;  // "Asia Sun, which runs tankers, and two firms"
      continue;
    }
    if (f.chunk(next).kind != ChunkKind::phrase) return;
    if (!listed && renames(f, last, next)) {
      last = next;
      k = next + 1;
      continue;
    }
    // a name, or "its partner, Cham Wings"
    const bool named = (f.chunk(next).party && f.chunk(next).party->party.iso2.empty()) ||
                       named_by_kind(f, f.chunk(next)) ||
                       (next + 2 < f.stage.chunks.size() && is_word(f.chunk(next + 1), ",") &&
                        f.chunk(next + 2).kind == ChunkKind::phrase && renames(f, next, next + 2));
    if (!listed || (!named && !can_be_sanctioned(f, f.chunk(next)))) return;
    targets.push_back(next);
    last = next;
    k = next + 1;
  }
}

void add_listed_among(const Filler& f, const std::vector<std::size_t>& targets,
                      std::vector<Claim>& out) {
  if (out.empty() || !out.front().actor) return;
  const Claim whole = out.front();
  std::vector<Claim> some;
  std::size_t k = list_of_some(f, targets);
  while (k < f.stage.chunks.size() && f.chunk(k).kind == ChunkKind::phrase) {
    const Chunk& c = f.chunk(k);
    const auto named = party_of(f.stage, k);
    const bool state = named && !named->party.iso2.empty() && !c.person;
    const bool office = !some.empty() && is_word(f.chunk(k - 1), ",") && c.definite && !c.party &&
                        c.quantity == nullptr;  // ", Ivan Petrov, the head of the firm"
    const auto target =
        (state && !can_be_sanctioned(f, c)) || c.pronoun ? std::nullopt : sanctioned(f, k);
    const bool name = c.person || proper_name(f, k) || name_at_end(f, c) ||
                      name_behind_noun(f, c) || (!c.item_class.empty() && capital_name(f, c)) ||
                      (k + 2 < f.stage.chunks.size() && is_word(f.chunk(k + 1), ",") &&
                       f.chunk(k + 2).kind == ChunkKind::phrase && proper_name(f, k + 2));
    const bool counted = c.quantity != nullptr && can_be_sanctioned(f, c);
    if (!office && (!target || (!name && !counted))) break;
    if (!office) {
      Claim claim = whole;
      drop_spans(claim, {"target", "quantity", "item"});
      claim.quantity.reset();
      set_party(claim, &Claim::target, "target", target);
      f.set_quantity(claim, k);
      some.push_back(std::move(claim));
    }
    ++k;
    while (k + 1 < f.stage.chunks.size() && f.chunk(k).kind == ChunkKind::word &&
           is_preposition(f.chunk(k).word) && !joins_list(f.chunk(k).word) &&
           f.chunk(k + 1).kind == ChunkKind::phrase)
      k += 2;  // "the head of the firm"
    while (k < f.stage.chunks.size() && ends_clause(f.chunk(k)) && f.chunk(k).word != ";") ++k;
  }
  // "two firms, including Gazprom, were hit" is told by its own verb; "others, including X, are next" is not
  if (k < f.stage.chunks.size() && is_finite(f.chunk(k)) && k > f.at) return;
  for (Claim& claim : some) {
    const bool known = std::any_of(out.begin(), out.end(), [&](const Claim& other) {
      return other.target == claim.target && other.quantity == claim.quantity;
    });
    if (!known) out.push_back(std::move(claim));
  }
}

}  // namespace msmt
