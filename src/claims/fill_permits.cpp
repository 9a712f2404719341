/// What a state or its firms may do, by a verb of trade alone: whoever says so, it is a rule.
///
///     "Syria may import no more than 300,000 barrels a year"   at most that many a year, for Syria
#include <algorithm>

#include "claims/clause_words.hpp"
#include "claims/fill_limits.hpp"
#include "claims/filler.hpp"

namespace msmt {

namespace {

/// "Syria", "Spanish firms": whom a rule can bind by itself.
bool is_bound(const Stage& stage, const Chunk& c) {
  if (c.kind != ChunkKind::phrase || c.pronoun || c.negative) return false;
  const bool state = c.country_head && c.party && !c.party->party.iso2.empty();
  return state ||
         (is_anybody(stage.grammar, c) && c.owner.has_value() && !c.owner->party.iso2.empty());
}

bool is_wares(const Stage& stage, const Chunk& c) {
  const std::string klass = class_of(stage.grammar, c);
  return c.kind == ChunkKind::phrase && !c.pronoun && (is_traded(klass) || klass == "parts");
}

/// "at most 300 barrels a year": a bound for a time, which nothing but a rule sets.
bool is_bound_for_time(const Chunk& c) {
  if (c.quantity == nullptr) return false;
  const auto& count = std::get<Quantity>(c.quantity->value);
  return count.relation == Relation::at_most && !count.per.empty();
}

/// "It is forbidden to sell arms to Eritrea"
bool forbidden_to_all(const Stage& stage, std::size_t trigger) {
  const Chunk& verb = stage.chunks[trigger];
  if (verb.voice != Voice::infinitive || trigger < 2 || trigger + 1 >= stage.chunks.size())
    return false;
  const Chunk& rule = stage.chunks[trigger - 1];
  const bool forbidden = rule.kind == ChunkKind::verb && rule.voice == Voice::passive &&
                         (rule.lemma == "forbid" || rule.lemma == "prohibit") && !rule.negated;
  return forbidden && stage.grammar.is(WordClass::trade, verb.lemma) &&
         stage.chunks[trigger - 2].head == "it" && is_wares(stage, stage.chunks[trigger + 1]);
}

/// "…, the minister said": somebody asks for it or expects it.
bool is_said(const Stage& stage) {
  return std::any_of(stage.chunks.begin(), stage.chunks.end(), [&](const Chunk& c) {
    return (c.kind == ChunkKind::verb && !stage.grammar.cue("governor", c.lemma).empty()) ||
           is_word(c, "\"");
  });
}

}  // namespace

bool ruled_alone(const Stage& stage, std::size_t trigger) {
  const Chunk& verb = stage.chunks[trigger];
  if (forbidden_to_all(stage, trigger)) return true;
  if (verb.kind != ChunkKind::verb || verb.perfect || verb.modals.size() != 1 || trigger == 0 ||
      verb.voice != Voice::active || !verb.chain.empty() || trigger + 1 >= stage.chunks.size() ||
      !stage.grammar.is(WordClass::trade, verb.lemma))
    return false;
  const std::string& modal = verb.modals.front();
  const bool may = modal == "may" || modal == "can";
  // "may neither buy nor sell weapons"
  const bool series = trigger + 3 < stage.chunks.size() &&
                      is_word(stage.chunks[trigger + 1], "nor") &&
                      stage.chunks[trigger + 2].kind == ChunkKind::verb;
  const Chunk& wares = stage.chunks[series ? trigger + 3 : trigger + 1];
  const bool forbidden = verb.negated && (modal == "may" || (modal == "must" && !is_said(stage)));
  const bool capped = may && !verb.negated && is_bound_for_time(wares);
  // "Germany may not sell tanks to Kenya after all": what it decides by itself
  const bool deals = !verb.negated || !stage.chunks[trigger - 1].country_head ||
                     trigger + 3 >= stage.chunks.size() || !governs(stage.chunks[trigger + 2]) ||
                     !stage.chunks[trigger + 3].country_head;
  return (forbidden || capped) && deals && is_bound(stage, stage.chunks[trigger - 1]) &&
         is_wares(stage, wares);
}

bool ruled_for_all(const Stage& stage, std::size_t trigger) {
  constexpr std::size_t kBack = 3;  // sentences
  const Chunk& verb = stage.chunks[trigger];
  if (!stage.memory.ruling || stage.memory.ruling_sentence + kBack < stage.reading.sentence ||
      verb.kind != ChunkKind::verb || verb.voice != Voice::active || verb.modals.size() != 1 ||
      trigger == 0 || trigger + 1 >= stage.chunks.size())
    return false;
  const std::string& modal = verb.modals.front();
  const bool must = modal == "must" || modal == "shall";
  const Chunk& all = stage.chunks[trigger - 1];
  const bool states = all.kind == ChunkKind::phrase && is_anybody(stage.grammar, all) &&
                      is_plural(all.head) && !all.owner && all.quantity == nullptr;
  const bool home = is_word(stage.chunks[trigger + 1], "home");
  const std::size_t object = home ? trigger + 2 : trigger + 1;
  if (!states || object >= stage.chunks.size() || !is_wares(stage, stage.chunks[object]))
    return false;
  const bool workers = class_of(stage.grammar, stage.chunks[object]) == "workers";
  return verb.negated ? must || modal == "may" : must && workers;
}

bool is_ruled(const Stage& stage, std::size_t trigger) {
  return rule_over(stage, trigger) < stage.chunks.size() || ruled_by_heading(stage, trigger) ||
         ruled_alone(stage, trigger) || ruled_for_all(stage, trigger);
}

bool ruled_for_state(const Filler& f) {
  const auto& whom = f.items();
  if (f.frame.id != "limit.ban" || f.trigger().voice != Voice::passive || whom.size() != 1 ||
      !is_bound(f.stage, f.chunk(whom.front())))
    return false;
  const bool lets = f.stage.grammar.is(WordClass::let, f.trigger().lemma);
  // "Syria is allowed 300,000 barrels of diesel a year"
  if (const auto& most = f.sides.of("obj"); lets && !most.empty() && !f.trigger().negated) {
    const Mention* count = f.chunk(most.front()).quantity;
    return count != nullptr && !std::get<Quantity>(count->value).per.empty() &&
           is_wares(f.stage, f.chunk(most.front()));
  }
  // "Eritrea was allowed to export at most 300 tons of copper a year", "is not allowed to buy arms"
  const std::size_t deed = is_word(f.chunk(f.at + 1), "from") ? f.at + 2 : f.at + 1;
  const Chunk& wares = f.chunk(deed + 1);
  const bool trade =
      (f.chunk(deed).voice == Voice::infinitive || f.chunk(deed).voice == Voice::gerund) &&
      f.stage.grammar.is(WordClass::trade, f.chunk(deed).lemma) && is_wares(f.stage, wares);
  if (!trade) return false;
  if (!lets) return !f.trigger().negated;
  const bool no_longer = f.at > 0 && is_word(f.chunk(f.at - 1), "no longer");
  const bool rate =
      wares.quantity != nullptr && !std::get<Quantity>(wares.quantity->value).per.empty();
  return f.trigger().negated || no_longer || rate;
}

}  // namespace msmt
