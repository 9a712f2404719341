/// Where people are who are sent, hired and counted.
#include "claims/fill_people.hpp"
#include "claims/filler.hpp"
#include "claims/scene.hpp"

namespace msmt {

namespace {

/// "Syrian soil", "its border provinces", "the Kursk region": a place by the state that it belongs to.
bool is_place(const Grammar& grammar, const Chunk& chunk) {
  const bool sites = grammar.is(WordClass::training_place, chunk.lemma);  // "two Russian bases"
  return chunk.item_class.empty() && (chunk.quantity == nullptr || sites) && !chunk.pronoun;
}

}  // namespace

std::optional<Named> place(const Filler& f, std::string_view role) {
  for (const std::size_t i : get(f.roles, role)) {
    if (auto named = party_of(f.stage, i)) {
      if (!named->party.iso2.empty() || i + 2 >= f.stage.chunks.size() ||
          f.chunk(i + 1).word != "in")
        return named;
      // "the Alabuga zone in Russia's Tatarstan": a body's place is where it lies
      if (auto where = party_of(f.stage, i + 2); where && !where->party.iso2.empty()) return where;
      if (auto owner = owner_of(f.stage, i + 2); owner && !owner->party.iso2.empty()) return owner;
      return named;
    }
    if (!is_place(f.stage.grammar, f.chunk(i))) continue;
    if (auto where = state_where(f.stage, i)) return where;
    if (f.chunk(i).of_party && !f.chunk(i).of_party->party.iso2.empty()) return f.chunk(i).of_party;
    if (auto owner = owner_of(f.stage, i); owner && !owner->party.iso2.empty()) return owner;
    // "at a plant in Jilin, in China": a place goes on with where it lies
    for (std::size_t k = i + 1; k + 1 < f.stage.chunks.size() && k < i + 7; ++k) {
      const Chunk& next = f.chunk(k);
      if (next.kind == ChunkKind::verb || next.word == "and" || next.word == ";") break;
      const bool lies =
          next.word == "in" || next.word == "of" || next.word == "," || next.word == "near";
      if (lies && f.chunk(k + 1).country_head) return f.chunk(k + 1).party;
      if (next.word != "in" && next.word != "near") continue;
      if (auto where = state_where(f.stage, k + 1)) return where;
    }
  }
  return std::nullopt;
}

std::optional<Named> where_they_are(const Filler& f) {
  if (auto where = place_before_where(f.stage, f.at)) return where;
  // "waitresses staffed a restaurant in Phnom Penh"
  const auto& site = get(f.roles, "site");
  if (!site.empty()) return place_of_phrase(f.stage, site.front());
  // "A mill in Dandong employed 400 women": where it lies
  const auto& employer = get(f.roles, "target");
  if (f.frame.id == "labor.hire" && !employer.empty() && !f.party("target"))
    return place_of_phrase(f.stage, employer.front());
  // "would be deployed to work on sites in Chad"
  if (f.frame.type == "labor" && f.at + 1 < f.stage.chunks.size() &&
      f.chunk(f.at + 1).voice == Voice::infinitive) {
    if (auto there = place_of_clause(f.stage, f.at + 1)) return there;
  }
  const bool somewhere = f.frame.id == "people.be" || f.frame.id == "labor.work" ||
                         f.frame.id == "labor.toil" || f.frame.id == "people.keep";
  if (!somewhere || f.trigger().voice == Voice::infinitive) return std::nullopt;
  if (f.frame.type == "labor") {
    if (auto behind = place_of_clause(f.stage, f.at)) return behind;
    // "worked on Israeli building sites"
    for (const char* const link : {"on", "at", "in"}) {
      const auto& at = f.sides.of(link);
      if (at.empty() || !f.chunk(at.front()).owner_is_adjective) continue;
      if (auto owner = owner_of(f.stage, at.front()); owner && !owner->party.iso2.empty())
        return owner;
    }
  }
  return fronted_place(f.stage);  // "In Mali there are 2,000 Russian soldiers"
}

std::size_t fight_of(const Filler& f) {
  const std::size_t none = f.stage.chunks.size();
  const auto& part = get(f.roles, "part");
  const auto& in = get(f.roles, "combat");
  const bool takes = f.trigger().lemma == "take";
  if (takes && (part.empty() || f.chunk(part.front()).lemma != "part")) return none;
  const bool inside = takes || f.trigger().lemma == "participate" || f.trigger().lemma == "engage";
  const auto& list = inside ? in : part;
  if (list.empty() || !f.stage.grammar.is(WordClass::combat, f.chunk(list.front()).lemma))
    return none;
  return list.front();
}

}  // namespace msmt
