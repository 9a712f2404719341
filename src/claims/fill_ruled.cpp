/// What rules make somebody do, or leave: "may not export coal under Resolution 2371".

#include <algorithm>

#include "claims/clause_words.hpp"
#include "claims/fill_limits.hpp"
#include "claims/filler.hpp"
#include "claims/lists.hpp"

namespace msmt {

namespace {

/// "must", "had to", "may not", "cannot": a rule says so.
bool obliges(const Stage& stage, const Chunk& verb) {
  if (verb.kind != ChunkKind::verb) return false;
  const std::string words = fold(stage.doc.words(verb.span));
  if (words.starts_with("have to ") || words.starts_with("has to ") || words.starts_with("had to "))
    return true;
  if (verb.perfect) return false;
  if (std::find(verb.chain.begin(), verb.chain.end(), "have") != verb.chain.end()) return true;
  return std::any_of(verb.modals.begin(), verb.modals.end(), [&](const std::string& modal) {
    if (modal == "must" || modal == "shall") return true;
    return (modal == "may" || modal == "can") && verb.negated;
  });
}

/// "The Council decided that Libya could export no more than 90,000 barrels": who decided.
std::size_t decided_over(const Stage& stage, std::size_t trigger) {
  const auto& chunks = stage.chunks;
  const Chunk& verb = chunks[trigger];
  if (verb.kind != ChunkKind::verb || verb.perfect || verb.modals.empty() ||
      trigger + 1 >= chunks.size())
    return chunks.size();
  const std::string& modal = verb.modals.front();
  const Chunk& object = chunks[trigger + 1];
  const bool capped = object.kind == ChunkKind::phrase && object.quantity != nullptr &&
                      std::get<Quantity>(object.quantity->value).relation == Relation::at_most;
  if ((modal != "could" && modal != "may" && modal != "can") || !capped) return chunks.size();
  for (std::size_t k = trigger; k > 2; --k) {
    if (!is_word(chunks[k - 1], "that") || chunks[k - 2].kind != ChunkKind::verb) continue;
    const bool decrees = stage.grammar.is(WordClass::decree, chunks[k - 2].lemma) &&
                         chunks[k - 2].voice == Voice::active &&
                         chunks[k - 3].kind == ChunkKind::phrase;
    return decrees ? k - 3 : chunks.size();
  }
  return chunks.size();
}

/// "No one may supply it with yachts", "Nobody may sell them arms": what nobody may do is forbidden.
bool forbids_all(const Stage& stage, std::size_t trigger) {
  const Chunk& verb = stage.chunks[trigger];
  if (verb.kind != ChunkKind::verb || verb.perfect || verb.modals.empty() || trigger == 0)
    return false;
  const Chunk& subject = stage.chunks[trigger - 1];
  return (verb.modals.front() == "may" || verb.modals.front() == "can") &&
         subject.kind == ChunkKind::phrase && (subject.negative || subject.head == "nobody");
}

/// "Under Swiss law it is a crime to sell rifles": what the infinitive says is forbidden.
bool is_crime(const Stage& stage, std::size_t trigger) {
  const auto& chunks = stage.chunks;
  if (chunks[trigger].voice != Voice::infinitive || trigger < 3) return false;
  const Chunk& crime = chunks[trigger - 1];
  const Chunk& is = chunks[trigger - 2];
  return is.kind == ChunkKind::verb && is.lemma == "be" && !is.negated &&
         chunks[trigger - 3].head == "it" &&
         (stage.grammar.is(WordClass::crime, crime.lemma) ||
          stage.grammar.is(WordClass::crime, crime.word));
}

/// "States shall not sell missiles to the Houthis, the Council decided": who decided so behind the comma;
/// the number of chunks for nobody.
std::size_t decided_behind(const Stage& stage, std::size_t trigger) {
  const auto& chunks = stage.chunks;
  if (!obliges(stage, chunks[trigger]) && !forbids_all(stage, trigger)) return chunks.size();
  for (std::size_t k = trigger + 1; k + 2 < chunks.size(); ++k) {
    if (is_finite(chunks[k])) break;
    if (is_word(chunks[k], ",") && chunks[k + 1].kind == ChunkKind::phrase &&
        lists_names(chunks[k + 1]) && chunks[k + 2].voice == Voice::active &&
        stage.grammar.is(WordClass::decree, chunks[k + 2].lemma))
      return k + 1;
  }
  return chunks.size();
}

/// "British firms may not sell arms to Iran": a state's rule for its own, on those whom they deal with.
void bind_own_firms(const Filler& f, Claim& claim, std::size_t i) {
  const auto& who = f.sides.of("subj");
  if (who.empty() || !is_anybody(f.stage.grammar, f.chunk(who.front()))) return;
  std::swap(claim.actor, claim.target);
  for (auto& [name, span] : claim.evidence.spans) {
    if (name == "target") name = "actor";
  }
  set_taker(f, claim, i);
}

}  // namespace

bool ruled_by_heading(const Stage& stage, std::size_t trigger) {
  return stage.memory.heading_rule && stage.chunks[trigger].kind == ChunkKind::verb &&
         (obliges(stage, stage.chunks[trigger]) || forbids_all(stage, trigger)) &&
         bulleted(stage.doc, stage.sentence().span);
}

std::size_t rule_over(const Stage& stage, std::size_t trigger) {
  const auto& chunks = stage.chunks;
  if (const std::size_t body = decided_over(stage, trigger); body < chunks.size()) return body;
  if (const std::size_t body = decided_behind(stage, trigger); body < chunks.size()) return body;
  // "may import no more than 500,000 barrels", "may export no coal"
  const Chunk& verb = chunks[trigger];
  const bool may = verb.kind == ChunkKind::verb && !verb.perfect && !verb.modals.empty() &&
                   (verb.modals.front() == "may" || verb.modals.front() == "can");
  const Chunk* object = trigger + 1 < chunks.size() ? &chunks[trigger + 1] : nullptr;
  const bool capped = may && object != nullptr && object->kind == ChunkKind::phrase &&
                      (object->negative ||
                       (object->quantity != nullptr &&
                        std::get<Quantity>(object->quantity->value).relation == Relation::at_most));
  if (!obliges(stage, verb) && !capped && !forbids_all(stage, trigger) && !is_crime(stage, trigger))
    return chunks.size();
  for (std::size_t k = 0; k + 1 < chunks.size(); ++k) {
    const bool under = is_word(chunks[k], "under") || is_word(chunks[k], "according to") ||
                       is_word(chunks[k], "in accordance with");
    const Chunk& rule = chunks[k + 1];
    if (under && rule.kind == ChunkKind::phrase &&
        (rule.item_class == "measure" || rule.item_class == "decision" ||
         rule.of_class == "measure"))
      return k + 1;
  }
  return chunks.size();
}

bool hands_over_pay(const std::vector<Chunk>& chunks, std::size_t trigger) {
  const Chunk& verb = chunks[trigger];
  const bool must = std::find(verb.modals.begin(), verb.modals.end(), "must") != verb.modals.end();
  const bool have = std::find(verb.chain.begin(), verb.chain.end(), "have") != verb.chain.end();
  if (verb.negated || verb.perfect || (!must && !have)) return false;
  const bool worker = trigger > 0 && chunks[trigger - 1].kind == ChunkKind::phrase &&
                      (chunks[trigger - 1].item_class == "workers" || chunks[trigger - 1].pronoun);
  if (!worker || trigger + 1 >= chunks.size()) return false;
  const Chunk& pay = chunks[trigger + 1];
  return pay.item_class == "money" || pay.of_class == "money";
}

std::vector<Claim> ruled_deed(const Filler& f) {
  const std::size_t rule = rule_over(f.stage, f.at);
  std::optional<Named> actor;
  if (rule < f.stage.chunks.size()) {
    actor = rule_setter(f, rule);
  } else if (ruled_by_heading(f.stage, f.at)) {
    actor = Named{*f.stage.memory.heading_rule, f.trigger().span};
  } else if (ruled_for_all(f.stage, f.at)) {
    actor = Named{*f.stage.memory.ruling, f.trigger().span};
  }
  const bool told = rule < f.stage.chunks.size() || ruled_alone(f.stage, f.at);
  if ((!actor && !told) || f.items().empty()) return {};
  const bool passive = f.trigger().voice == Voice::passive;
  const auto& who = f.sides.of("subj");
  std::vector<Claim> out;
  for (const std::size_t i : f.items()) {
    Claim claim = f.start("limit");
    claim.item = item_of(f.stage, f.chunk(i));
    add_span(claim, "item", f.chunk(i).span);
    f.set_quantity(claim, i);
    set_party(claim, &Claim::actor, "actor", actor);
    if (!passive && !who.empty()) {
      auto bound = party_of(f.stage, who.front());
      if (!bound) bound = owner_of(f.stage, who.front());
      set_party(claim, &Claim::target, "target", bound);
    }
    if (!actor) bind_own_firms(f, claim, i);
    // "States had to send home all Eritreans": it binds all states
    const bool on_all = !who.empty() && !f.trigger().negated &&
                        f.stage.grammar.is(WordClass::bound, f.chunk(who.front()).lemma);
    if (!on_all) set_target(f, claim, i);
    if (!on_all && !claim.target) set_taker(f, claim, i);
    if (!on_all && !claim.target && rule >= f.stage.chunks.size())
      claim.target = f.stage.memory.heading_bound;
    if (claim.target && claim.target == claim.actor) claim.target.reset();
    if (!claim.actor && !claim.target) continue;  // by nobody for nobody
    out.push_back(std::move(claim));
  }
  return out;
}

}  // namespace msmt
