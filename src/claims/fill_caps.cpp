/// Caps that only a noun names: the bound, and who set it.
///
///     "the annual cap of 500,000 barrels set by the Council"   500,000 barrels a year, by the Council
#include <algorithm>

#include "claims/clause_words.hpp"
#include "claims/fill_limits.hpp"
#include "claims/filler.hpp"
#include "claims/relative.hpp"

namespace msmt {

namespace {

/// "the annual quota": what it caps is counted by the year.
bool tells_rate(const Chunk& cap) {
  return cap.before.find("annual") != std::string::npos ||
         cap.before.find("yearly") != std::string::npos;
}

/// "the cap set by the Council", "the ceiling that resolution 2397 lays down": who made the cap that the
/// trigger noun names, by the words behind it.
std::optional<Named> setter_of_cap(const Filler& f) {
  std::optional<Named> actor;
  for (std::size_t k = f.at + 1; !actor && k + 2 < f.stage.chunks.size() && k < f.at + 6; ++k) {
    // "A ceiling of 200 tons a year was set by the Council"
    const bool set = f.chunk(k).voice == Voice::passive &&
                     f.stage.grammar.is(WordClass::set_rule, f.chunk(k).lemma);
    if ((set || f.chunk(k).voice == Voice::participle) && f.chunk(k + 1).word == "by" &&
        f.chunk(k + 2).kind == ChunkKind::phrase)
      actor = rule_setter(f, k + 2);
  }
  for (std::size_t k = f.at + 1; !actor && k + 1 < f.stage.chunks.size(); ++k) {
    // "the ceiling of 500,000 barrels that resolution 2397 lays down"
    if (is_word(f.chunk(k), ",") || is_word(f.chunk(k), ";")) break;
    const bool lays = (is_word(f.chunk(k - 1), "that") || is_word(f.chunk(k - 1), "which")) &&
                      f.chunk(k).kind == ChunkKind::phrase && is_finite(f.chunk(k + 1));
    if (lays) actor = rule_setter(f, k);
  }
  // "The annual quota of the Council is 500,000"
  const auto& of = get(f.roles, "bound");
  if (!actor && !of.empty() && f.chunk(of.front()).quantity == nullptr)
    actor = rule_setter(f, of.front());
  return actor;
}

}  // namespace

void exact_cap(const Filler& f, Claim& claim) {
  if (!claim.quantity || claim.quantity->relation != Relation::at_most) return;
  std::string_view words = claim.quantity->cue;
  while (!words.empty()) {
    const std::string_view word = words.substr(0, words.find(' '));
    words.remove_prefix(std::min(words.size(), word.size() + 1));
    if (!f.stage.grammar.is(WordClass::ban, word) && word != "limit") continue;
    claim.quantity->relation = Relation::exactly;
    claim.quantity->low = claim.quantity->value;
    claim.quantity->high = claim.quantity->value;
    return;
  }
}

namespace {

/// "The cap was lifted to 500 tons": the new bound of the rule that was told of; nullopt for another thing.
std::optional<Claim> moved_cap(const Filler& f) {
  const Chunk& verb = f.chunk(f.at + 1);
  const bool moved = verb.voice == Voice::passive && verb.modals.empty() && !verb.negated &&
                     (f.stage.grammar.is(WordClass::put_figure, verb.lemma) ||
                      verb.lemma == "lift" || verb.lemma == "reduce");
  const Mention* count = is_word(f.chunk(f.at + 2), "to") ? f.chunk(f.at + 3).quantity : nullptr;
  const auto& rule = f.stage.memory.rule;
  if (!moved || count == nullptr || !rule || !rule->quantity || !f.trigger().definite ||
      rule->quantity->unit != std::get<Quantity>(count->value).unit)
    return std::nullopt;
  Claim claim = f.start("limit");
  claim.actor = rule->actor;
  claim.target = rule->target;
  claim.item = rule->item;
  claim.quantity = std::get<Quantity>(count->value);
  if (claim.quantity->per.empty()) claim.quantity->per = rule->quantity->per;
  add_span(claim, "quantity", count->span);
  if (f.chunk(f.at + 4).kind == ChunkKind::date) {
    set_period(claim, f.chunk(f.at + 4));
  }
  return claim;
}

/// "supplied Niger with oil in excess of the yearly cap under UN sanctions": a cap on what the sentence says went over.
std::optional<Claim> exceeded_cap(const Filler& f, std::optional<Named> actor) {
  const bool excess =
      f.at > 1 && is_word(f.chunk(f.at - 1), "of") && f.chunk(f.at - 2).lemma == "excess";
  const auto& deed = f.stage.memory.deed;
  if (!excess || !deed || !deed->item || deed->evidence.bytes.begin != f.stage.sentence_begin() ||
      deed->type != "transfer")
    return std::nullopt;
  // "a cap under UN sanctions", "the cap of the Council"
  for (const std::string_view words : {"under", "of", "by", "in"}) {
    for (const std::size_t i : f.sides.of(words)) {
      if (!actor) actor = rule_setter(f, i);
      if (!actor) actor = owner_of(f.stage, i);
    }
  }
  if (!actor || !actor->party.iso2.empty()) return std::nullopt;
  Claim claim = f.start("limit");
  claim.item = deed->item;
  claim.target = deed->target;
  set_party(claim, &Claim::actor, "actor", actor);
  return claim;
}

}  // namespace

std::vector<Claim> named_cap(Filler& f, std::optional<Named> actor) {
  if (auto moved = moved_cap(f)) return {*moved};
  // "the annual cap of 500,000 barrels", "the 500,000-barrel cap set by the Council"
  const Mention* count = nullptr;
  for (const Mention& mention : f.stage.reading.mentions) {
    if (std::holds_alternative<Quantity>(mention.value) && f.trigger().span.contains(mention.span))
      count = &mention;
  }
  if (count == nullptr && !get(f.roles, "bound").empty())
    count = f.chunk(get(f.roles, "bound").front()).quantity;
  std::optional<Named> bound;
  for (std::size_t k = f.at + 1; count == nullptr && k + 1 < f.stage.chunks.size(); ++k) {
    // "the ceiling that the Council imposes on Syria is 500,000 barrels a year", "set at 500,000"
    const Chunk& c = f.chunk(k);
    if (c.word == "on" && f.chunk(k + 1).party && !f.chunk(k + 1).party->party.iso2.empty())
      bound = f.chunk(k + 1).party;
    if (c.kind == ChunkKind::verb && c.lemma != "be" && c.voice == Voice::active && !actor &&
        f.chunk(k - 1).kind == ChunkKind::phrase)
      actor = rule_setter(f, k - 1);
    const Chunk& next = f.chunk(k + 1);
    const bool is = (c.kind == ChunkKind::verb && c.lemma == "be") || c.word == "at" ||
                    c.word == "of" || c.word == ",";
    if (is && next.quantity != nullptr &&
        (!std::get<Quantity>(next.quantity->value).per.empty() || tells_rate(f.trigger())))
      count = next.quantity;
    if (c.word == "," || c.word == ";" || c.word == "and") break;
  }
  if (count == nullptr) {
    if (auto exceeded = exceeded_cap(f, actor)) return {*exceeded};
    return f.refuse("no bound");
  }
  if (!actor) actor = setter_of_cap(f);
  Claim claim = f.start("limit");
  claim.quantity = std::get<Quantity>(count->value);
  add_span(claim, "quantity", count->span);
  exact_cap(f, claim);
  if (claim.quantity->per.empty() && tells_rate(f.trigger())) claim.quantity->per = "year";
  if (f.stage.memory.deed && f.stage.memory.deed->item && f.stage.memory.deed->quantity &&
      f.stage.memory.deed->quantity->unit == claim.quantity->unit) {
    claim.item = f.stage.memory.deed->item;  // a cap on what was just counted in the same unit
    claim.target = f.stage.memory.deed->target;
  } else if (const auto& deed = f.stage.memory.deed;
             deed && deed->item && !deed->quantity && deed->item->category == "fuel" &&
             claim.quantity->unit == "barrel" &&
             deed->evidence.bytes.begin == f.stage.sentence_begin()) {
    claim.item = deed->item;  // "shipped oil to Syria above the limit of 400,000 barrels a year"
    claim.target = deed->target;
  } else if (!claim.quantity->of.empty()) {
    claim.item = Item{claim.quantity->of, "", "", claim.quantity->of};
  }
  if (bound) claim.target.reset();
  set_party(claim, &Claim::target, "target", bound);
  set_party(claim, &Claim::actor, "actor", actor);
  if (!claim.item && !claim.actor) return f.refuse("a cap on nothing by nobody");
  return {claim};
}

}  // namespace msmt
