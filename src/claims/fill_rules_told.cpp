/// What the words around a rule say of it: who made it, on whom, when, and at what bound.
///
///     "the ban on exports, which Spain imposed on Chad in 2019"   Spain's, for Chad, in 2019
#include "claims/clause_words.hpp"
#include "claims/fill_limits.hpp"
#include "claims/filler.hpp"
#include "claims/relative.hpp"

namespace msmt {

namespace {

/// "the ban on exports of rifles to Chad": the chunk behind the phrase at chunk i and what its prepositions draw in.
std::size_t past_phrase(const Filler& f, std::size_t i) {
  std::size_t k = i + 1;
  while (k + 1 < f.stage.chunks.size() && governs(f.chunk(k)) &&
         f.chunk(k + 1).kind == ChunkKind::phrase)
    k += 2;
  return k;
}

/// "passed", "adopted": what makes a rule of a text.
bool makes_rule(const Filler& f, const Chunk& verb) {
  return f.stage.grammar.is(WordClass::decide, verb.lemma) ||
         f.stage.grammar.is(WordClass::set_rule, verb.lemma);
}

}  // namespace

std::size_t of_behind(const Filler& f, std::size_t i) {
  const auto of_at = [&](std::size_t k) {
    return k + 1 < f.stage.chunks.size() && is_word(f.chunk(k), "of") &&
           f.chunk(k + 1).kind == ChunkKind::phrase;
  };
  if (of_at(i + 1)) return i + 1;
  // "the sale to Belarus of engines"
  const bool side = is_word(f.chunk(i + 1), "to") || is_word(f.chunk(i + 1), "from") ||
                    is_word(f.chunk(i + 1), "by");
  return side && f.chunk(i + 2).kind == ChunkKind::phrase && of_at(i + 3) ? i + 3 : 0;
}

void told_by_relative(const Filler& f, Claim& claim, std::size_t i) {
  std::size_t k = past_phrase(f, i);
  if (is_word(f.chunk(k), ",")) ++k;
  const bool relative = is_word(f.chunk(k), "which") || is_word(f.chunk(k), "that");
  if (!relative || f.chunk(k + 1).kind != ChunkKind::phrase ||
      f.chunk(k + 2).voice != Voice::active ||
      !f.stage.grammar.is(WordClass::set_rule, f.chunk(k + 2).lemma))
    return;
  if (!claim.actor) set_party(claim, &Claim::actor, "actor", rule_setter(f, k + 1));
  k += 3;
  const bool on = is_word(f.chunk(k), "on") || is_word(f.chunk(k), "against");
  if (on && f.chunk(k + 1).kind == ChunkKind::phrase) {
    if (!claim.target) set_party(claim, &Claim::target, "target", party_of(f.stage, k + 1));
    k += 2;
  }
  if (f.chunk(k).kind == ChunkKind::date) set_period(claim, f.chunk(k));
}

void date_of_rule(const Filler& f, Claim& claim) {
  const auto& rule = get(f.roles, "actor");
  if (f.frame.pos != "verb" || rule.empty() || rule.front() + 2 >= f.at) return;
  std::size_t k = rule.front() + 1;
  if (is_word(f.chunk(k), ",")) ++k;
  if (f.chunk(k).voice != Voice::participle || !makes_rule(f, f.chunk(k))) return;
  for (++k; k < f.at && !is_finite(f.chunk(k)); ++k) {
    if (f.chunk(k).kind != ChunkKind::date) continue;
    set_period(claim, f.chunk(k));
    return;
  }
}

bool date_of_force(const Filler& f, Claim& claim, std::size_t from) {
  for (std::size_t k = from + 1; k + 2 < f.stage.chunks.size() && k < from + 7; ++k) {
    const bool stays =
        f.chunk(k).voice == Voice::active && !f.chunk(k).negated &&
        (f.chunk(k).lemma == "be" || f.chunk(k).lemma == "remain" || f.chunk(k).lemma == "stay");
    if (is_finite(f.chunk(k)) && !stays) return false;
    const bool force = is_word(f.chunk(k), "in") &&
                       (f.chunk(k + 1).head == "force" || f.chunk(k + 1).head == "place" ||
                        f.chunk(k + 1).head == "effect");
    if (!force || f.chunk(k + 2).kind != ChunkKind::date) continue;
    set_period(claim, f.chunk(k + 2));
    return true;
  }
  return false;
}

std::size_t bound_behind(const Filler& f, std::size_t i) {
  const std::size_t verb = past_phrase(f, i);
  if (!is_finite(f.chunk(verb)) || f.chunk(verb).negated) return 0;
  const std::string& lemma = f.chunk(verb).lemma;
  const bool told =
      lemma == "be" || lemma == "set" || lemma == "fix" || lemma == "put" || lemma == "stand";
  const bool at = is_word(f.chunk(verb + 1), "at");
  const std::size_t bound = at ? verb + 2 : verb + 1;
  const Mention* count = told && (at || lemma == "be") ? f.chunk(bound).quantity : nullptr;
  // "the ban on coal is four years old" is no bound
  return count != nullptr && !std::get<Quantity>(count->value).per.empty() ? bound : 0;
}

std::vector<std::size_t> covered(const Filler& f) {
  const std::size_t verb = past_phrase(f, f.at);
  const std::string& lemma = f.chunk(verb).lemma;
  if (f.chunk(verb).voice != Voice::active || f.chunk(verb).negated ||
      (lemma != "cover" && lemma != "apply" && lemma != "extend"))
    return {};
  const std::size_t goods = is_word(f.chunk(verb + 1), "to") ? verb + 2 : verb + 1;
  const Chunk& c = f.chunk(goods);
  const std::size_t of = of_behind(f, goods);
  const bool traded = is_traded(class_of(f.stage.grammar, of > 0 ? f.chunk(of + 1) : c)) ||
                      (of == 0 && f.stage.grammar.is(WordClass::trading, c.lemma));
  const bool ruled = c.kind == ChunkKind::phrase && !c.party && !c.pronoun && traded;
  return ruled ? std::vector{goods} : std::vector<std::size_t>{};
}

std::optional<Claim> illegal_deed(Filler& f) {
  if (f.frame.pos != "noun" || !f.stage.grammar.is(WordClass::trading, f.trigger().lemma))
    return std::nullopt;
  const std::size_t verb = past_phrase(f, f.at);
  const Chunk& is = f.chunk(verb);
  const Chunk& crime = f.chunk(verb + 1);
  const bool illegal = is_finite(is) && is.lemma == "be" && !is.negated && is.modals.empty() &&
                       (f.stage.grammar.is(WordClass::crime, crime.lemma) ||
                        f.stage.grammar.is(WordClass::crime, crime.word));
  if (!illegal || f.trigger().lemma == "trade") return std::nullopt;  // of the trade in general
  std::optional<Named> actor;
  for (std::size_t k = verb + 1; !actor && k + 1 < f.stage.chunks.size(); ++k) {
    if (is_word(f.chunk(k), "under") && f.chunk(k + 1).item_class == "measure")
      actor = rule_setter(f, k + 1);
  }
  return rule_on(f, f.at, {f.at, std::nullopt, 0, 0, false}, actor, {});
}

}  // namespace msmt
