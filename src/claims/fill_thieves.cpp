/// Who stole: thieves and those they work for, who is charged, blamed and traced.
#include <algorithm>

#include "claims/clause_words.hpp"
#include "claims/filler.hpp"

namespace msmt {

bool is_thief(const Grammar& grammar, const Chunk& chunk) {
  return grammar.is(WordClass::thief, chunk.lemma) ||
         (chunk.lemma == "actor" && chunk.before.find("cyber") != std::string::npos);
}

bool names_gang(const Chunk& chunk) {
  return std::any_of(chunk.names.begin(), chunk.names.end(), [](const Mention* name) {
    const auto* body = std::get_if<Organization>(&name->value);
    return body != nullptr && body->kind == "crime group";
  });
}

std::optional<Named> Filler::thief() const {
  for (const std::size_t i : get(roles_, "actor")) {
    if (auto named = party_of(stage_, i)) return named;
    const Chunk& c = chunk(i);
    if (auto master = master_of_thieves(i)) return master;
    const bool known = c.pronoun || c.definite || is_thief(stage_.grammar, c);
    if (known && stage_.memory.theft) return Named{*stage_.memory.theft->actor, c.span};
    // "the country's thieves"
  }
  if (auto owner = trigger_owner()) return owner;
  if (auto charged = charged_with_theft()) return charged;
  if (trigger().kind != ChunkKind::phrase) return std::nullopt;
  if (auto named = traced_to()) return named;
  return blamed_for_theft();
}

std::optional<Named> Filler::master_of_thieves(std::size_t i) const {
  // "hackers affiliated with North Korea", "thieves working for Tehran", "spies from China"
  for (std::size_t k = i + 1; k + 1 < stage_.chunks.size() && k < i + 4; ++k) {
    const Chunk& next = chunk(k);
    if (next.kind == ChunkKind::verb && next.voice != Voice::participle &&
        next.voice != Voice::gerund)
      break;
    if (next.kind != ChunkKind::word || !is_thief(stage_.grammar, chunk(i)) ||
        chunk(k + 1).kind != ChunkKind::phrase)
      continue;
    if (auto named = party_of(stage_, k + 1)) return named;
    if (is_word(next, "in") && chunk(k + 1).of_party)
      return chunk(k + 1).of_party;  // "hackers in the pay of Tehran"
  }
  return std::nullopt;
}

std::optional<Named> Filler::charged_with_theft() const {
  // "is suspected of the theft of data", "were indicted for a scheme to steal $1 billion"
  for (std::size_t k = trigger_; k > 1 && k + 5 > trigger_; --k) {
    const Chunk& verb = chunk(k - 1);
    if (is_word(verb, ",") || is_word(verb, ";")) break;
    if (verb.kind != ChunkKind::verb) continue;
    const bool charge = stage_.grammar.is(WordClass::accuse, verb.lemma) ||
                        stage_.grammar.is(WordClass::penalize, verb.lemma) ||
                        verb.lemma == "suspect";
    if (verb.voice != Voice::passive || !charge || chunk(k - 2).kind != ChunkKind::phrase) break;
    if (auto named = party_of(stage_, k - 2)) return named;
    if (auto owner = owner_of(stage_, k - 2)) return owner;
    return master_of_thieves(k - 2);
  }
  return std::nullopt;
}

std::optional<Named> Filler::traced_to() const {
  // "DPRK-linked actors were responsible for the theft"
  for (std::size_t k = trigger_; k > 2 && k + 5 > trigger_; --k) {
    if (chunk(k - 1).head != "responsible" && !is_word(chunk(k - 1), "behind")) continue;
    if (chunk(k - 2).kind == ChunkKind::verb && chunk(k - 2).lemma == "be" &&
        chunk(k - 3).kind == ChunkKind::phrase)
      return party_of(stage_, k - 3);
  }
  // "attributed the theft of $100 million from Horizon to North Korea"
  if (trigger_ > 0 && chunk(trigger_ - 1).kind == ChunkKind::verb &&
      stage_.grammar.is(WordClass::trace_to, chunk(trigger_ - 1).lemma)) {
    for (std::size_t k = trigger_ + 1; k + 1 < stage_.chunks.size() && k < trigger_ + 9; ++k) {
      if (is_word(chunk(k), "to") || is_word(chunk(k), "on")) return party_of(stage_, k + 1);
      if (is_finite(chunk(k))) break;
    }
  }
  for (std::size_t k = trigger_ + 1; k + 1 < stage_.chunks.size() && k < trigger_ + 9; ++k) {
    const Chunk& verb = chunk(k);
    if (!is_finite(verb)) continue;
    // "was blamed on North Korea"
    const bool traced = verb.voice == Voice::passive && k + 2 < stage_.chunks.size() &&
                        stage_.grammar.is(WordClass::trace_to, verb.lemma) &&
                        (is_word(chunk(k + 1), "to") || is_word(chunk(k + 1), "on"));
    if (traced) return party_of(stage_, k + 2);
    // "was the work of the Lazarus Group"
    if (verb.lemma == "be" && chunk(k + 1).lemma == "work") return chunk(k + 1).of_party;
    break;
  }
  return std::nullopt;
}

std::optional<Named> Filler::blamed_for_theft() const {
  // "blamed North Korea for the theft", "accuses Iran of the theft"
  for (std::size_t k = trigger_; k > 2 && k + 4 > trigger_; --k) {
    const Chunk& blamed = chunk(k - 1);
    if (blamed.kind != ChunkKind::phrase || chunk(k - 2).kind != ChunkKind::verb) continue;
    const std::string& verb = chunk(k - 2).lemma;
    if (verb == "blame" || verb == "accuse" || verb == "suspect" || verb == "charge")
      return party_of(stage_, k - 1);
  }
  return std::nullopt;
}

std::optional<Named> Filler::blamed_after() const {
  // "Bybit was robbed of $1.5 billion; the FBI blamed North Korea": for what was told
  for (std::size_t k = trigger_ + 1; k + 1 < stage_.chunks.size(); ++k) {
    const Chunk& verb = chunk(k);
    if (verb.kind != ChunkKind::verb || verb.voice != Voice::active || verb.lemma != "blame")
      continue;
    const bool other = k + 2 < stage_.chunks.size() && is_word(chunk(k + 2), "for");
    return other ? std::nullopt : party_of(stage_, k + 1);
  }
  return std::nullopt;
}

}  // namespace msmt
