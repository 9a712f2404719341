/// Meetings, talks and visits: whether they took place, and between whom.
///
///     "After talks with Kim, Shoigu said"   talks of Russia and North Korea
#include <algorithm>
#include <array>

#include "claims/clause_words.hpp"
#include "claims/fill_agreements.hpp"
#include "claims/filler.hpp"
#include "claims/party_words.hpp"
#include "claims/subjects.hpp"

namespace msmt {

namespace {

/// The state of a person or a delegation at chunk i.
std::optional<Named> visitor(const Filler& f, std::size_t i) {
  const Chunk& c = f.chunk(i);
  const bool speaks = c.person || c.item_class == "speaker" || c.lemma == "delegation";
  auto who = speaks ? party_of(f.stage, i) : std::nullopt;
  if (!who && speaks) who = owner_of(f.stage, i);
  // "General Ri led a delegation that visited Vietnam"
  const bool led = !who && c.lemma == "delegation" && i >= 2 &&
                   (f.chunk(i - 1).lemma == "lead" || f.chunk(i - 1).lemma == "head") &&
                   f.chunk(i - 2).kind == ChunkKind::phrase && f.chunk(i - 2).person;
  if (led) who = party_of(f.stage, i - 2);
  return who && !who->party.iso2.empty() ? who : std::nullopt;
}

/// "Narendra Modi's visit": the state of a name that persons.tsv or the article knows, before the noun.
std::optional<Named> leader_owning(const Filler& f, std::size_t i) {
  const std::string text = quote(f.stage.doc, f.chunk(i).span);
  std::size_t mark = text.find("'s ");
  if (mark == std::string::npos) mark = text.find("\u2019s ");
  if (mark == std::string::npos) return std::nullopt;
  const std::string name = text.substr(0, mark);
  const auto known = f.stage.memory.leaders.find(name);
  if (known != f.stage.memory.leaders.end()) return Named{known->second, f.chunk(i).span};
  const std::string iso2 = f.stage.grammar.leader_country(name);
  if (iso2.empty()) return std::nullopt;
  return Named{f.stage.grammar.country(iso2), f.chunk(i).span};
}

}  // namespace

bool talked(const Filler& f, Pact& pact) {
  static constexpr std::array<std::string_view, 6> kTime = {"after",     "during", "in",
                                                            "following", "at",     "since"};
  if (!get(f.roles, "pair").empty() && pact.sides.size() > 1)
    return true;  // "talks between A and B"
  if (f.trigger().owner && is_owner_pronoun(f.trigger().owner->party.name)) pact.sides.clear();
  const std::string& before = f.at > 0 ? f.chunk(f.at - 1).word : f.trigger().word;
  // "decides in consultation with the Foreign Ministry"
  if (before == "in" && f.trigger().lemma == "consultation" && !is_plural(f.trigger().head))
    return false;
  if (std::find(kTime.begin(), kTime.end(), before) == kTime.end()) return false;
  if (pact.sides.size() > 1) return true;
  const auto side_at = [&](std::size_t i) {
    const auto named = party_of(f.stage, i);
    if (named && !named->party.iso2.empty()) add_partners(f, pact, i);
  };
  // "Xi told Min Aung Hlaing at talks in Tianjin that …": the object before as well
  const std::size_t told = f.at >= 2 ? f.at - 2 : 0;
  const bool object = told > 1 && f.chunk(told).kind == ChunkKind::phrase && f.chunk(told).person &&
                      is_finite(f.chunk(told - 1)) && f.chunk(told - 2).kind == ChunkKind::phrase;
  if (object) {
    side_at(told - 2);
    side_at(told);
  }
  // "Putin and Kim toast each other after their talks"; "After talks with Kim, Shoigu said"
  for (std::size_t k = f.at; k > 1 && pact.sides.size() < 2; --k) {
    if (!is_finite(f.chunk(k - 1)) || f.chunk(k - 2).kind != ChunkKind::phrase) continue;
    for (const std::size_t i : list_before(f.stage.chunks, k - 2)) side_at(i);
    break;
  }
  for (std::size_t k = f.at + 1; k + 2 < f.stage.chunks.size() && pact.sides.size() < 2; ++k) {
    if (!is_word(f.chunk(k), ",") || f.chunk(k + 1).kind != ChunkKind::phrase) continue;
    const bool subject = is_finite(f.chunk(k + 2)) || is_word(f.chunk(k + 2), ",");
    if (subject) side_at(k + 1);
  }
  return pact.sides.size() > 1;
}

std::vector<Claim> visit(Filler& f) {
  const auto& who = get(f.roles, "actor");
  const auto& where = get(f.roles, "target");
  std::optional<Named> actor;
  if (!who.empty()) actor = visitor(f, who.front());
  if (!actor && f.frame.pos == "noun" && f.trigger().owner) {
    // "Narendra Modi's visit": an owner with a name, and no "American visit"
    if (!f.trigger().owner_is_adjective) actor = owner_of(f.stage, f.at);
  }
  if (!actor && f.frame.pos == "noun") actor = leader_owning(f, f.at);
  if (!actor || actor->party.iso2.empty()) return f.refuse("no state's visitor");
  if (where.empty()) return f.refuse("visits nobody");
  const Chunk& place = f.chunk(where.front());
  if (place.owner_is_adjective && is_plural(place.head))
    return f.refuse("visits no other state");  // "visited Russian units"
  auto host = party_of(f.stage, where.front());
  if (!host || host->party.iso2.empty()) host = state_where(f.stage, where.front());
  if (!host || host->party.iso2.empty() || host->party == actor->party)
    return f.refuse("visits no other state");
  Claim claim = f.start("agreement");
  claim.item = Item{"visit", "visit", "", "visit"};
  add_span(claim, "item", f.trigger().head_span);
  set_party(claim, &Claim::actor, "actor", actor);
  set_party(claim, &Claim::target, "target", host);
  // "invited Kim to visit Washington": nobody has gone yet
  if (f.sides.construction == "object") claim.certainty = Certainty::planned;
  return {claim};
}

bool meets_person(const Filler& f) {
  const auto& met = get(f.roles, "target");
  if (met.empty()) return false;
  const Chunk& who = f.chunk(met.front());
  // "Chile's president was received by the Peruvian president": officials of two states
  const auto official = [&](const Chunk& c) {
    return c.person || (c.item_class == "speaker" && !is_plural(c.head) && c.owner &&
                        !c.owner->party.iso2.empty());
  };
  const auto& host = get(f.roles, "actor");
  if (official(who) && host.size() == 1 && official(f.chunk(host.front()))) return true;
  return who.person || (who.pronoun && party_of(f.stage, met.front()) &&
                        (who.head == "him" || who.head == "her"));
}

bool meets_demand(const Filler& f) {
  const auto& met = get(f.roles, "target");
  return !met.empty() && f.chunk(met.front()).kind == ChunkKind::phrase &&
         !f.chunk(met.front()).party &&
         f.stage.grammar.is(WordClass::demand, f.chunk(met.front()).lemma);
}

}  // namespace msmt
