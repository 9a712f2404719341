/// Arms that are named by who gave them, and people by who trained them: "fired French-supplied missiles at
/// the port", "the Turkish-trained brigade".
#include <algorithm>

#include "claims/clause_words.hpp"
#include "claims/filler.hpp"

namespace msmt {

namespace {

/// The words that name a giver before "-supplied".
struct Giver {
  std::optional<Named> state;  ///< nullopt for "Western-supplied"
};

/// Who gave the arms of a phrase by a word like "French-supplied" in it, or trained its people; nullopt for
/// other phrases.
std::optional<Giver> giver_in(const Stage& stage, const Chunk& chunk, bool trained) {
  const auto& tokens = stage.reading.tokens;
  for (std::size_t t = chunk.first + 2; t < chunk.last; ++t) {
    const std::string& word = tokens[t].folded;
    const bool fits = trained ? word == "trained" : stage.grammar.is(WordClass::provided, word);
    if (!fits || tokens[t - 1].folded != "-" || !tokens[t].glued ||
        (!trained && tokens[t].span.begin >= chunk.head_span.begin))
      continue;
    for (const Mention& mention : stage.reading.mentions) {
      const auto* country = std::get_if<Country>(&mention.value);
      if (country == nullptr || mention.span.end != tokens[t - 2].span.end) continue;
      return Giver{Named{Party{country->name, country->iso2}, mention.span}};
    }
    if (tokens[t - 2].folded == "western") return Giver{};
  }
  return std::nullopt;
}

/// The state for which chunk i stands: itself, its leader, its forces.
std::optional<Named> user_at(const Stage& stage, std::size_t i) {
  const Chunk& chunk = stage.chunks[i];
  if (chunk.kind != ChunkKind::phrase || chunk.pronoun) return std::nullopt;
  auto named = party_of(stage, i);
  if (!named && chunk.item_class != "arms") named = owner_of(stage, i);
  const bool force = named && !chunk.names.empty();
  if (named && named->party.iso2.empty() && !force) return std::nullopt;
  return named;
}

/// Who has the arms at chunk i: who uses them, before the verb or behind "by".
std::optional<Named> user_of(const Stage& stage, std::size_t i, const Giver& giver) {
  const auto& chunks = stage.chunks;
  bool verb = false;
  for (std::size_t k = i; k > 0; --k) {
    const Chunk& left = chunks[k - 1];
    if (is_word(left, ";")) break;
    verb = verb || left.kind == ChunkKind::verb;
    if (!verb || is_governed(chunks, k - 1)) continue;
    auto user = user_at(stage, k - 1);
    if (user && (!giver.state || user->party != giver.state->party)) return user;
  }
  for (std::size_t k = i + 1; k + 2 < chunks.size() && !is_word(chunks[k], ";"); ++k) {
    if (!is_finite(chunks[k])) continue;
    const bool by = chunks[k].voice == Voice::passive && is_word(chunks[k + 1], "by");
    auto user = by ? user_at(stage, k + 2) : std::nullopt;
    if (user && (!giver.state || user->party != giver.state->party)) return user;
    break;
  }
  return std::nullopt;
}

/// The claim that a phrase makes by its words for who gave the arms or trained the people it names.
Claim provided(const Stage& stage, const Chunk& chunk, std::string_view type, std::string_view rule,
               const std::optional<Named>& actor, const std::optional<Named>& target) {
  Claim claim;
  claim.type = type;
  claim.evidence.rule = rule;
  claim.item = item_of(stage, chunk);
  add_span(claim, "trigger", chunk.span);
  add_span(claim, "item", chunk.span);
  set_party(claim, &Claim::actor, "actor", actor);
  set_party(claim, &Claim::target, "target", target);
  return claim;
}

}  // namespace

std::optional<Claim> provided_arms(const Stage& stage, std::size_t i) {
  const Chunk& chunk = stage.chunks[i];
  if (chunk.kind != ChunkKind::phrase || chunk.negative) return std::nullopt;
  const std::string klass = class_of(stage.grammar, chunk);
  if (klass != "arms" && chunk.weapon == nullptr) return std::nullopt;
  const auto giver = giver_in(stage, chunk, /*trained=*/false);
  if (!giver) return std::nullopt;
  const auto user = user_of(stage, i, *giver);
  if (!user) return std::nullopt;
  return provided(stage, chunk, "transfer", "give.provided", giver->state, user);
}

std::optional<Claim> trained_people(const Stage& stage, std::size_t i) {
  const Chunk& chunk = stage.chunks[i];
  if (chunk.kind != ChunkKind::phrase || chunk.negative) return std::nullopt;
  const std::string klass = class_of(stage.grammar, chunk);
  const bool force = std::any_of(chunk.names.begin(), chunk.names.end(), [](const Mention* name) {
    return std::holds_alternative<MilitaryUnit>(name->value);
  });
  if (!force && !is_people(klass)) return std::nullopt;
  const auto trainer = giver_in(stage, chunk, /*trained=*/true);
  if (!trainer || !trainer->state) return std::nullopt;
  // whose people: as the phrase says beside who trained them, else where they are
  std::optional<Named> whose;
  for (const Mention* name : chunk.names) {
    std::optional<Party> state;
    if (const auto* country = std::get_if<Country>(&name->value))
      state = Party{country->name, country->iso2};
    if (const auto* unit = std::get_if<MilitaryUnit>(&name->value); unit && !unit->country.empty())
      state = stage.grammar.country(unit->country);
    if (state && *state != trainer->state->party) whose = Named{*state, name->span};
  }
  if (!whose && i + 2 < stage.chunks.size() &&
      (is_word(stage.chunks[i + 1], "in") || is_word(stage.chunks[i + 1], "of")))
    whose = state_where(stage, i + 2);
  if (whose && whose->party == trainer->state->party) whose.reset();
  Claim claim = provided(stage, chunk, "training", "train.provided", trainer->state, whose);
  if (chunk.quantity != nullptr) {
    claim.quantity = std::get<Quantity>(chunk.quantity->value);
    add_span(claim, "quantity", chunk.quantity->span);
  }
  return claim;
}

}  // namespace msmt
