/// Who stole: thieves and those they work for, who is charged, blamed and traced.
#include <algorithm>

#include "claims/certainty.hpp"
#include "claims/clause_words.hpp"
#include "claims/fill_money.hpp"
#include "claims/filler.hpp"

namespace msmt {

namespace {

/// "hackers working for Tehran": for whom those of chunk i steal.
std::optional<Named> master_of_thieves(const Filler& f, std::size_t i) {
  // "hackers affiliated with North Korea", "thieves working for Tehran", "spies from China"
  for (std::size_t k = i + 1; k + 1 < f.stage.chunks.size() && k < i + 4; ++k) {
    const Chunk& next = f.chunk(k);
    if (next.kind == ChunkKind::verb && next.voice != Voice::participle &&
        next.voice != Voice::gerund)
      break;
    // "a group linked to Chad"
    const bool group = f.chunk(i).lemma == "group" &&
                       (is_word(next, "to") || is_word(next, "by")) &&
                       f.chunk(i + 1).voice == Voice::participle;
    if (next.kind != ChunkKind::word || !(group || is_thief(f.stage.grammar, f.chunk(i))) ||
        f.chunk(k + 1).kind != ChunkKind::phrase)
      continue;
    if (auto named = party_of(f.stage, k + 1)) return named;
    if (is_word(next, "in") && f.chunk(k + 1).of_party)
      return f.chunk(k + 1).of_party;  // "hackers in the pay of Tehran"
  }
  return std::nullopt;
}

/// "were indicted for a scheme to steal": who is charged with the trigger's deed.
std::optional<Named> charged_with_theft(const Filler& f) {
  // "is suspected of the theft of data", "were indicted for a scheme to steal $1 billion"
  for (std::size_t k = f.at; k > 1 && k + 5 > f.at; --k) {
    const Chunk& verb = f.chunk(k - 1);
    if (is_word(verb, ",") || is_word(verb, ";")) break;
    if (verb.kind != ChunkKind::verb) continue;
    const bool charge = f.stage.grammar.is(WordClass::accuse, verb.lemma) ||
                        f.stage.grammar.is(WordClass::penalize, verb.lemma) ||
                        verb.lemma == "suspect";
    if (verb.voice != Voice::passive || !charge || f.chunk(k - 2).kind != ChunkKind::phrase) break;
    if (auto named = party_of(f.stage, k - 2)) return named;
    if (auto owner = owner_of(f.stage, k - 2)) return owner;
    return master_of_thieves(f, k - 2);
  }
  return std::nullopt;
}

/// "the adversary", "the group": the gang that was named in the last sentences.
std::optional<Named> gang_before(const Filler& f, const Chunk& c) {
  constexpr std::size_t kBefore = 3;  // sentences
  const bool one = c.definite && !is_plural(c.head) && !c.pronoun && !c.owner;
  if (!one || !(is_thief(f.stage.grammar, c) || c.lemma == "group")) return std::nullopt;
  const auto& bodies = f.stage.memory.bodies;
  const auto gang = std::find_if(bodies.begin(), bodies.end(),
                                 [](const Body& body) { return body.kind == "crime group"; });
  if (gang == bodies.end() || gang->sentence + kBefore < f.stage.reading.sentence)
    return std::nullopt;
  return Named{gang->named.party, c.span};
}

/// Who those at chunk i are that steal: by their name, by whom they work for, else who stole before.
std::optional<Named> thief_meant(const Filler& f, std::size_t i) {
  const Chunk& c = f.chunk(i);
  if (auto gang = gang_before(f, c)) return gang;
  if (auto named = party_of(f.stage, i)) return named;
  if (auto master = master_of_thieves(f, i)) return master;
  // "Some of the workers stole source code": of whoever's workers were named
  if (is_people(c.of_class) && c.item_class.empty()) {
    if (auto owner = owner_of_named_people(f.stage, i)) return owner;
  }
  const bool known = c.pronoun || c.definite || is_thief(f.stage.grammar, c);
  if (known && f.stage.memory.theft) return Named{*f.stage.memory.theft->actor, c.span};
  return std::nullopt;
}

/// "is believed to be involved in the theft", "took part in the heist": the verb over the noun; the
/// number of chunks for none.
std::size_t part_in_theft(const Filler& f) {
  const std::size_t none = f.stage.chunks.size();
  if (f.trigger().kind != ChunkKind::phrase || f.at < 3 || !is_word(f.chunk(f.at - 1), "in"))
    return none;
  const Chunk& verb = f.chunk(f.at - 2);
  return verb.kind == ChunkKind::verb && verb.lemma == "involve" && verb.voice == Voice::passive &&
                 f.chunk(f.at - 3).kind == ChunkKind::phrase
             ? f.at - 2
             : none;
}

/// "was the work of the Lazarus Group", "has been attributed to North Korea"
std::optional<Named> traced_to(const Filler& f) {
  // "DPRK-linked actors were responsible for the theft"
  for (std::size_t k = f.at; k > 1 && k + 5 > f.at; --k) {
    const bool behind = is_word(f.chunk(k - 1), "behind");
    if (f.chunk(k - 1).head != "responsible" && !behind) continue;
    std::size_t be = k - 2;
    while (be > 0 && mark_of(f.chunk(be)) == "adv") --be;  // "was allegedly behind"
    if (be > 0 && f.chunk(be).kind == ChunkKind::verb && f.chunk(be).lemma == "be" &&
        f.chunk(be - 1).kind == ChunkKind::phrase)
      return party_of(f.stage, be - 1);
    // a headline: "Hackers of Iran behind the raid"
    if (behind && k == 2 && !is_word(f.stage.chunks.back(), ".")) return party_of(f.stage, 0);
  }
  // "attributed the theft of $100 million from Horizon to North Korea"
  if (f.at > 0 && f.chunk(f.at - 1).kind == ChunkKind::verb &&
      f.stage.grammar.is(WordClass::trace_to, f.chunk(f.at - 1).lemma)) {
    for (std::size_t k = f.at + 1; k + 1 < f.stage.chunks.size() && k < f.at + 9; ++k) {
      if (is_word(f.chunk(k), "to") || is_word(f.chunk(k), "on")) return party_of(f.stage, k + 1);
      if (is_finite(f.chunk(k))) break;
    }
  }
  for (std::size_t k = f.at + 1; k + 1 < f.stage.chunks.size() && k < f.at + 9; ++k) {
    const Chunk& verb = f.chunk(k);
    if (!is_finite(verb)) continue;
    // "was blamed on North Korea"
    const bool traced = verb.voice == Voice::passive && k + 2 < f.stage.chunks.size() &&
                        f.stage.grammar.is(WordClass::trace_to, verb.lemma) &&
                        (is_word(f.chunk(k + 1), "to") || is_word(f.chunk(k + 1), "on"));
    if (traced) return party_of(f.stage, k + 2);
    // "was the work of the Lazarus Group"
    if (verb.lemma == "be" && f.chunk(k + 1).lemma == "work") return f.chunk(k + 1).of_party;
    break;
  }
  return std::nullopt;
}

/// "The hack, in which $3 million was stolen, was attributed to Iran": a passive verb inside a clause about
/// a theft that the sentence is about.
bool told_of_theft(const Filler& f) {
  if (f.trigger().voice != Voice::passive || f.chunk(0).kind != ChunkKind::phrase) return false;
  bool relative = false;
  for (std::size_t k = 1; k < f.at; ++k) {
    if (is_finite(f.chunk(k))) return false;
    relative = relative || is_word(f.chunk(k), "which");
  }
  return relative && f.stage.grammar.is(WordClass::theft_noun, f.chunk(0).lemma);
}

/// "blamed North Korea for the theft", "accuses Iran of the theft"
std::optional<Named> blamed_for_theft(const Filler& f) {
  for (std::size_t k = f.at; k > 2 && k + 4 > f.at; --k) {
    const Chunk& blamed = f.chunk(k - 1);
    if (blamed.kind != ChunkKind::phrase || f.chunk(k - 2).kind != ChunkKind::verb) continue;
    const std::string& verb = f.chunk(k - 2).lemma;
    if (verb == "blame" || verb == "accuse" || verb == "suspect" || verb == "charge")
      return party_of(f.stage, k - 1);
  }
  return std::nullopt;
}

}  // namespace

bool is_thief(const Grammar& grammar, const Chunk& chunk) {
  return grammar.is(WordClass::thief, chunk.lemma) ||
         (chunk.lemma == "actor" && (chunk.before.find("cyber") != std::string::npos ||
                                     chunk.before.find("threat") != std::string::npos));
}

bool names_gang(const Chunk& chunk) {
  return std::any_of(chunk.names.begin(), chunk.names.end(), [](const Mention* name) {
    const auto* body = std::get_if<Organization>(&name->value);
    return body != nullptr && body->kind == "crime group";
  });
}

std::optional<Named> thief(const Filler& f) {
  for (const std::size_t i : get(f.roles, "actor")) {
    if (auto named = thief_meant(f, i)) return named;
  }
  // "the Bybit heist by the Chadian group": whose group it is, and no deed of Bybit
  const auto& by = f.sides.of("by");
  if (f.trigger().kind == ChunkKind::phrase && !by.empty()) {
    if (auto state = owner_of(f.stage, by.front()); state && !state->party.iso2.empty())
      return state;
  }
  if (auto owner = f.trigger_owner()) return owner;
  if (auto charged = charged_with_theft(f)) return charged;
  if (f.trigger().kind != ChunkKind::phrase) return told_of_theft(f) ? traced_to(f) : std::nullopt;
  if (const std::size_t verb = part_in_theft(f); verb < f.stage.chunks.size())
    return thief_meant(f, verb - 1);
  if (auto named = traced_to(f)) return named;
  return blamed_for_theft(f);
}

std::optional<Named> blamed_after(const Filler& f) {
  // "Bybit was robbed of $1.5 billion; the FBI blamed North Korea": for what was told
  for (std::size_t k = f.at + 1; k + 1 < f.stage.chunks.size(); ++k) {
    const Chunk& verb = f.chunk(k);
    if (verb.kind != ChunkKind::verb || verb.voice != Voice::active || verb.lemma != "blame")
      continue;
    const bool other = k + 2 < f.stage.chunks.size() && is_word(f.chunk(k + 2), "for");
    return other ? std::nullopt : party_of(f.stage, k + 1);
  }
  return std::nullopt;
}

Certainty certainty_of_part(const Filler& f) {
  const std::size_t verb = part_in_theft(f);
  if (verb >= f.stage.chunks.size()) return Certainty::reported;
  return certainty_of(f.stage.grammar, f.stage.chunks, verb, {}, /*use_frame=*/false)
      .value_or(Certainty::reported);
}

}  // namespace msmt
