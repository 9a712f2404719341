/// Sanctions that a phrase only mentions: beside a name, "Asia Sun, a bank under American sanctions,", and
/// with both sides where the words around say that they are in force, "despite US sanctions on Iran".

#include <algorithm>
#include <array>

#include "claims/clause_words.hpp"
#include "claims/fill_bodies.hpp"
#include "claims/fill_sanctions.hpp"
#include "claims/roles.hpp"

namespace msmt {

namespace {

/// The body or person that chunk i names; nullopt for a state and for common nouns.
std::optional<Named> name_at(const Chunk& c) {
  if (c.kind != ChunkKind::phrase) return std::nullopt;
  for (const auto& named : {c.party, c.of_party}) {
    if (named && named->party.iso2.empty()) return named;
  }
  return std::nullopt;
}

/// "Canadian sanctions on Belarus remain in place": the subject of a verb that states something.
bool does_something(const Stage& stage, std::size_t i) {
  for (std::size_t k = i + 1; k < stage.chunks.size(); ++k) {
    const Chunk& c = stage.chunks[k];
    if (governs(c) || c.kind == ChunkKind::phrase || c.kind == ChunkKind::date || is_word(c, ",") ||
        is_word(c, "and"))
      continue;
    // "were condemned", "were lifted"; but not "were planned"
    const bool said = c.voice == Voice::passive &&
                      (stage.grammar.is(WordClass::denounce, c.lemma) || c.lemma == "lift" ||
                       c.lemma == "ease" || c.lemma == "renew" || c.lemma == "extend");
    return c.kind == ChunkKind::verb && (c.voice == Voice::active || said) && c.modals.empty() &&
           !c.negated && c.chain.empty();
  }
  return false;
}

/// Whether the words around the sanctions at chunk i say that they are in force.
bool in_force(const Stage& stage, std::size_t i) {
  if (i == 0) return does_something(stage, i);
  const Chunk& before = stage.chunks[i - 1];
  if (before.kind == ChunkKind::verb) {
    // "evaded US sanctions on Iran"
    return before.modals.empty() && (stage.grammar.is(WordClass::evade, before.lemma) ||
                                     stage.grammar.is(WordClass::denounce, before.lemma));
  }
  static constexpr std::array<std::string_view, 7> kStanding = {
      "despite", "amid", "because of", "due to", "in violation of", "in breach of", "under"};
  if (std::find(kStanding.begin(), kStanding.end(), before.word) != kStanding.end()) return true;
  return (is_word(before, ",") || is_word(before, "that") || is_word(before, "\"")) &&
         does_something(stage, i);
}

/// The claim that a measure at chunk i makes between two sides.
Claim standing(const Stage& stage, std::size_t i, std::string_view rule, const Named& actor,
               const std::optional<Named>& target) {
  Claim claim;
  claim.type = "sanction";
  claim.evidence.rule = std::string(rule);
  claim.actor = actor.party;
  claim.evidence.spans.emplace_back("trigger", stage.chunks[i].head_span);
  claim.evidence.spans.emplace_back("actor", actor.span);
  if (!target) return claim;
  claim.target = target->party;
  claim.evidence.spans.emplace_back("target", target->span);
  return claim;
}

/// The claim that the sanctions at chunk i are on whom chunk `aim` names.
std::optional<Claim> in_force_on(const Stage& stage, std::size_t i, std::size_t aimed,
                                 const Named& imposer) {
  const Chunk& aim = stage.chunks[aimed];
  const auto target = party_of(stage, aimed);
  // "Chad's sanctions on two of Mali's banks", "on three companies": a group is the item, its state the target
  const bool group = !aim.country_head && is_plural(aim.head) && aim.item_class.empty() &&
                     !aim.pronoun &&
                     (!target || (aim.owner && aim.owner->party == target->party)) &&
                     stage.grammar.is(WordClass::sanctioned, aim.lemma);
  std::optional<Named> whom = group ? owner_of(stage, aimed) : target;
  if (whom && (whom->party == imposer.party || aim.pronoun)) return std::nullopt;
  if (!whom && !group && aim.definite) {
    // "on the National Development Complex": a name that no list has
    const char first = stage.doc.words(aim.head_span).front();
    if (first >= 'A' && first <= 'Z')
      whom = Named{{strip_article(quote(stage.doc, aim.span)), ""}, aim.span};
  }
  if (!whom && !group) return std::nullopt;
  Claim claim = standing(stage, i, "sanction.force", imposer, whom);
  if (!group) return claim;
  claim.item = item_of(stage, aim);
  claim.evidence.spans.emplace_back("item", aim.span);
  if (aim.quantity != nullptr && !aim.money) {
    claim.quantity = std::get<Quantity>(aim.quantity->value);
    claim.evidence.spans.emplace_back("quantity", aim.quantity->span);
  }
  return claim;
}

}  // namespace

std::vector<Claim> sanctions_in_force(const Stage& stage, std::size_t i) {
  const auto& chunks = stage.chunks;
  const Chunk& measure = chunks[i];
  const bool sanctions = measure.kind == ChunkKind::phrase && measure.item_id == "sanctions" &&
                         !stage.grammar.is(WordClass::ban, measure.lemma);
  const auto aims = [&](std::size_t k) {
    return k + 1 < chunks.size() && (is_word(chunks[k], "on") || is_word(chunks[k], "against")) &&
           chunks[k + 1].kind == ChunkKind::phrase;
  };
  if (!sanctions || !aims(i + 1) || !in_force(stage, i)) return {};
  const auto imposer = owner_of(stage, i);
  if (!imposer || names_body(measure, {"expert panel", "monitoring body"})) return {};
  std::vector<Claim> out;
  for (std::size_t k = i + 1; k < chunks.size() && chunks[k].kind != ChunkKind::verb; ++k) {
    if (!aims(k)) continue;
    if (auto claim = in_force_on(stage, i, k + 1, *imposer)) out.push_back(std::move(*claim));
  }
  return out;
}

std::optional<Claim> listed_name(const Stage& stage, std::size_t i) {
  static constexpr std::array<std::string_view, 3> kListed = {"sanctioned", "blacklisted",
                                                              "designated"};
  const auto& chunks = stage.chunks;
  const auto& tokens = stage.reading.tokens;
  const Chunk& chunk = chunks[i];
  if (chunk.kind != ChunkKind::phrase || chunk.country_head || chunk.negative) return std::nullopt;
  std::size_t word = chunk.first;
  while (word < chunk.last &&
         std::find(kListed.begin(), kListed.end(), tokens[word].folded) == kListed.end())
    ++word;
  if (word == chunk.last) return std::nullopt;
  const auto name_in = [&](const Chunk& c) -> std::optional<Named> {
    if (auto named = name_at(c)) return named;
    const std::string name = strip_article(quote(stage.doc, c.span));
    const bool ship = stage.memory.ships.contains(name);
    return ship ? std::optional(Named{{name, ""}, c.span}) : std::nullopt;
  };
  auto target = name_in(chunk);
  // "the Sahand, a blacklisted tanker"
  const bool apposed =
      !target && !chunk.definite && !is_plural(chunk.head) && i >= 2 && is_word(chunks[i - 1], ",");
  if (apposed) target = name_in(chunks[i - 2]);
  if (!target || (!apposed && target->span.begin < tokens[word].span.end)) return std::nullopt;
  Claim claim;
  claim.type = "sanction";
  claim.evidence.rule = "sanction.listed";
  claim.target = target->party;
  claim.evidence.spans.emplace_back("trigger", tokens[word].span);
  claim.evidence.spans.emplace_back("target", target->span);
  // "US-sanctioned": by whom
  if (word < chunk.first + 2 || tokens[word - 1].folded != "-" || !tokens[word].glued) return claim;
  for (const Mention& mention : stage.reading.mentions) {
    if (mention.span.end != tokens[word - 1].span.begin) continue;
    if (const auto* state = std::get_if<Country>(&mention.value))
      claim.actor = stage.grammar.country(state->iso2);
    else if (const auto* body = std::get_if<Organization>(&mention.value))
      claim.actor = Party{body->name, ""};
    if (claim.actor) claim.evidence.spans.emplace_back("actor", mention.span);
  }
  return claim;
}

std::vector<Claim> under_sanctions(const Stage& stage, std::size_t i) {
  const auto& chunks = stage.chunks;
  const Chunk& measure = chunks[i];
  const bool sanctions = measure.kind == ChunkKind::phrase && measure.item_id == "sanctions" &&
                         !stage.grammar.is(WordClass::ban, measure.lemma);
  if (!sanctions || i < 2) return {};
  const std::vector<Named> imposers = msmt::imposers(stage, i);
  const std::size_t first = first_imposer(chunks, i);
  if (imposers.empty() || first < 2 || !is_word(chunks[first - 1], "under")) return {};
  const std::size_t under = first - 1;
  std::size_t at = under - 1;
  // "Asia Sun, already under American sanctions"
  if (at > 0 && mark_of(chunks[at]) == "adv") --at;
  if (at > 0 && is_word(chunks[at], ",")) --at;
  const Chunk& beside = chunks[at];
  if (beside.kind != ChunkKind::phrase) return {};
  std::optional<Named> target = name_at(beside);
  // "Asia Sun, a bank under American sanctions"
  const bool apposed = !target && !beside.definite && at >= 2 && is_word(chunks[at - 1], ",") &&
                       stage.grammar.is(WordClass::sanctioned, beside.lemma);
  if (apposed) target = name_at(chunks[at - 2]);
  std::vector<Claim> out;
  for (const Named& imposer : imposers) {
    if (target && target->party != imposer.party)
      out.push_back(standing(stage, i, "sanction.beside", imposer, *target));
  }
  return out;
}

}  // namespace msmt
