/// Who takes goods by what the words around the deed say: whose effort they are for, who needs, fires or awaits them.
#include <algorithm>

#include "claims/fill_arms.hpp"
#include "claims/fill_goods.hpp"
#include "claims/fill_limits.hpp"
#include "claims/fill_people.hpp"
#include "claims/filler.hpp"
#include "claims/sentence_claims.hpp"

namespace msmt {

std::optional<Named> other_party(const Filler& f, const std::optional<Named>& actor) {
  const auto& subject = f.sides.of("subj");
  if (subject.empty() || !actor) return std::nullopt;
  for (std::size_t k = subject.back() + 1; k < f.at; ++k) {
    const Chunk& c = f.chunk(k);
    if (c.kind != ChunkKind::phrase) continue;
    for (const auto& named : {party_of(f.stage, k), owner_of(f.stage, k)}) {
      if (named && !named->party.iso2.empty() && named->party != actor->party) return named;
    }
  }
  return std::nullopt;
}

std::optional<Named> supported(const Filler& f, const std::optional<Named>& actor) {
  const std::size_t verb = f.sides.end;
  if (verb + 1 >= f.stage.chunks.size() || f.chunk(verb).kind != ChunkKind::verb ||
      f.chunk(verb).voice != Voice::infinitive) {
    return std::nullopt;
  }
  // "sent marines to fight for Togo against Chad"
  static constexpr std::string_view kBeside[] = {"for", "alongside", "beside", "with"};
  const bool beside =
      std::any_of(std::begin(kBeside), std::end(kBeside),
                  [&](std::string_view word) { return is_word(f.chunk(verb + 1), word); });
  if (f.stage.grammar.is(WordClass::soldiering, f.chunk(verb).lemma) && beside &&
      verb + 2 < f.stage.chunks.size()) {
    auto named = party_of(f.stage, verb + 2);
    const bool other =
        named && !named->party.iso2.empty() && (!actor || named->party != actor->party);
    return other ? named : std::nullopt;
  }
  if (!f.stage.grammar.is(WordClass::support_verb, f.chunk(verb).lemma)) return std::nullopt;
  const std::size_t whom = is_word(f.chunk(verb + 1), "in") ? verb + 2 : verb + 1;
  for (const auto& named : {party_of(f.stage, whom), owner_of(f.stage, whom)}) {
    if (named && !named->party.iso2.empty() && (!actor || named->party != actor->party))
      return named;
  }
  return std::nullopt;
}

std::optional<Named> fired_by_taker(const Filler& f, const std::optional<Named>& actor) {
  if (f.sides.construction != "reduced" || !actor || f.items().empty()) return std::nullopt;
  const Span goods = f.chunk(f.items().front()).span;
  for (const Claim& use : f.stage.memory.recent()) {
    const bool same = use.type == "use" && use.actor && *use.actor != actor->party &&
                      use.evidence.bytes.begin == f.stage.sentence_begin() &&
                      span_of(use, "item").overlaps(goods);
    if (same) return Named{*use.actor, span_of(use, "actor")};
  }
  return std::nullopt;
}

std::optional<Named> user_behind(const Filler& f, std::size_t i) {
  const std::size_t that = i + 1;
  const Chunk& taken = f.chunk(that);
  if (taken.voice == Voice::participle && is_word(f.chunk(that + 1), "by") &&
      f.stage.grammar.evokes("verb", taken.lemma, {"get.receive", "use", "possession"})) {
    auto taker = party_of(f.stage, that + 2);  // "81 percent of the arms bought by Pakistan"
    if (taker && taker->party.iso2.empty()) taker.reset();
    return taker;
  }
  if (that + 2 >= f.stage.chunks.size() ||
      (!is_word(f.chunk(that), "that") && !is_word(f.chunk(that), "which")))
    return std::nullopt;
  const Chunk& verb = f.chunk(that + 2);
  const bool uses =
      f.stage.grammar.is(WordClass::need, verb.lemma) ||
      f.stage.grammar.evokes("verb", verb.lemma, {"use", "possession", "get.receive"});
  if (verb.kind != ChunkKind::verb || verb.negated || !uses) return std::nullopt;
  auto user = party_of(f.stage, that + 1);
  if (user && user->party.iso2.empty()) user.reset();
  return user;
}

std::optional<Named> needed_by(const Filler& f, const std::optional<Named>& actor) {
  if (!actor || f.items().empty() || f.items().back() < f.at) return std::nullopt;
  // "60 percent of the arms of Oman"
  const std::size_t of = f.items().back() + 1;
  const Chunk& part = f.chunk(f.items().back());
  const bool share =
      part.quantity != nullptr && std::get<Quantity>(part.quantity->value).unit == "percent";
  if (share && is_word(f.chunk(of), "of") && f.chunk(of + 1).country_head &&
      f.chunk(of + 1).party->party != actor->party)
    return f.chunk(of + 1).party;
  auto user = user_behind(f, f.items().back());
  if (user && user->party == actor->party) user.reset();
  return user;
}

std::optional<Named> whose_effort(const Filler& f, const std::optional<Named>& actor) {
  for (const std::size_t i : f.sides.of("for")) {
    if (!f.stage.grammar.is(WordClass::effort, f.chunk(i).lemma)) continue;
    auto owner = owner_of(f.stage, i);
    if (owner && !owner->party.iso2.empty() && (!actor || owner->party != actor->party))
      return owner;
  }
  return std::nullopt;
}

std::optional<Named> sent_there(const Filler& f, const Named& actor) {
  const std::size_t at = f.items().back() + 1;
  if (at >= f.stage.chunks.size() || at < f.at) return std::nullopt;
  const Chunk& c = f.chunk(at);
  const bool there = c.word == "there" || c.head == "there";
  const bool next =
      there && (at + 1 >= f.stage.chunks.size() || f.chunk(at + 1).kind != ChunkKind::verb);
  const auto& memory = f.stage.memory;
  const bool known = memory.subject && memory.subject_sentence + 1 == f.stage.reading.sentence;
  if (!next || !known || *memory.subject == actor.party) return std::nullopt;
  return Named{*memory.subject, c.span};
}

std::optional<Named> supported_before(const Filler& f, const std::optional<Named>& actor) {
  bool through = false;
  for (std::size_t k = f.at; k > 2; --k) {
    const Chunk& c = f.chunk(k - 1);
    through = through || c.word == "through" || c.word == "by" || c.word == "via" ||
              c.word == "in the form of";
    if (c.kind == ChunkKind::verb) return std::nullopt;
    const bool taker = c.kind == ChunkKind::phrase && f.chunk(k - 3).kind == ChunkKind::phrase &&
                       (f.chunk(k - 2).word == "to" || f.chunk(k - 2).word == "for") &&
                       f.stage.grammar.is(WordClass::support_noun, f.chunk(k - 3).lemma);
    if (!taker || !through) continue;
    auto named = party_of(f.stage, k - 1);
    if (named && (!actor || named->party != actor->party)) return named;
  }
  return std::nullopt;
}

bool supplies_fighters(const Filler& f, const Named& taker) {
  if (f.trigger().lemma == "arm") return true;
  // "meant to resupply Houthi forces", "cargo intended to resupply them"
  if (f.trigger().voice == Voice::infinitive) return false;
  for (const std::string& governor : f.trigger().chain) {
    if (f.stage.grammar.cue("governor", governor) == "planned") return false;
  }
  const bool supplies =
      f.trigger().lemma == "supply" || f.stage.grammar.is(WordClass::equip, f.trigger().lemma);
  if (f.frame.id != "give.supply" || !supplies) return false;
  for (const std::size_t i : get(f.roles, "target")) {
    for (const Mention* name : f.chunk(i).names) {
      const auto* body = std::get_if<Organization>(&name->value);
      if (body != nullptr && body->kind == "armed group" && body->name == taker.party.name)
        return true;
    }
  }
  return false;
}

std::optional<Named> helped_by_deed(const Filler& f, const Named& actor) {
  const std::size_t verb = f.sides.end;
  if (verb + 1 >= f.stage.chunks.size() || f.chunk(verb).voice != Voice::active ||
      f.chunk(verb).negated || f.chunk(verb).kind != ChunkKind::verb)
    return std::nullopt;
  const bool helps = f.stage.grammar.is(WordClass::support_verb, f.chunk(verb).lemma) ||
                     f.chunk(verb).lemma == "enable" || f.chunk(verb).lemma == "allow";
  if (!helps) return std::nullopt;
  auto named = party_of(f.stage, verb + 1);
  return named && named->party != actor.party ? named : std::nullopt;
}

std::optional<Named> reached_state(const Filler& f) {
  // "A shipment of 40 rifles from Serbia reached Mali"
  const std::size_t verb = f.sides.end;
  if (verb + 1 >= f.stage.chunks.size() || f.chunk(verb).voice != Voice::active ||
      f.chunk(verb).negated)
    return std::nullopt;
  for (const Frame* frame : f.stage.grammar.frames("verb", f.chunk(verb).lemma)) {
    if (!frame->id.starts_with("get.") || frame->role("subj") != "item") continue;
    const bool governed = f.chunk(verb + 1).kind == ChunkKind::word;
    const std::string_view role =
        governed ? frame->role(f.chunk(verb + 1).word) : frame->role("obj");
    const std::size_t place = governed ? verb + 2 : verb + 1;
    if (role == "target" && place < f.stage.chunks.size()) return state_where(f.stage, place);
  }
  return std::nullopt;
}

}  // namespace msmt
