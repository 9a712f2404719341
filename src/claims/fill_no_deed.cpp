/// Words that could tell a deed and tell none: what a weapon can reach, what is only kept or given up,
/// what somebody wants to curb, orders and lessons that train nobody.
#include <algorithm>

#include "claims/clause_words.hpp"
#include "claims/fill_arms.hpp"
#include "claims/fill_goods.hpp"
#include "claims/fill_money.hpp"
#include "claims/filler.hpp"
#include "claims/way.hpp"

namespace msmt {

namespace {

/// "a nuclear bomb", "a weapons capability": built or wanted, seldom handed over.
bool is_unconventional(const Filler& f, const Chunk& c) {
  const bool named = f.stage.grammar.any_is(WordClass::unconventional, c.before);
  if (named || c.head == "capability") return true;
  return c.weapon != nullptr && std::get<Weapon>(c.weapon->value).category == "nuclear weapon";
}

/// "Export of the drones is prohibited": the trigger noun's deed is forbidden.
bool is_banned(const Filler& f) {
  // "Export of the drones without Ankara's consent is prohibited"
  for (std::size_t k = f.at + 1; k < f.stage.chunks.size(); ++k) {
    if (is_word(f.chunk(k), ",") || is_word(f.chunk(k), ";")) return false;
    if (!is_finite(f.chunk(k))) continue;
    const bool bans = f.stage.grammar.evokes("verb", f.chunk(k).lemma, {"limit.ban"});
    return bans && f.chunk(k).voice == Voice::passive &&
           (f.chunk(k).negated || !f.stage.grammar.is(WordClass::permit, f.chunk(k).lemma));
  }
  return false;
}

/// "The missile could reach Manila": a range, no delivery.
bool reaches_by_itself(const Filler& f) {
  if (f.frame.id != "get.reach" || f.items().empty() || !f.sides.of("from").empty()) return false;
  if (is_word(f.chunk(f.items().back() + 1), "from"))
    return false;  // "20 missiles from Iran reached"
  if (is_ability(f)) return true;
  const Chunk& c = f.chunk(f.items().front());
  if (f.trigger().lemma != "reach" || !is_arms(f, c) || c.weapon == nullptr) return false;
  const std::string& kind = std::get<Weapon>(c.weapon->value).category;
  return kind.find("missile") != std::string::npos || kind.find("warship") != std::string::npos ||
         kind == "nuclear weapon";
}

/// "its shell supplies", "a week's supply of fuel": what is there, and goes to nobody.
bool is_stock(const Filler& f) {
  if (f.trigger().lemma == "proliferation") return f.sides.of("to").empty();
  if (f.trigger().lemma != "supply" || !f.sides.of("by").empty() || !f.sides.of("from").empty())
    return false;
  // "had only a week's supply of", "keeps three days' supply of"
  if (f.at > 0 && f.stage.grammar.evokes("verb", f.chunk(f.at - 1).lemma, {"possess.have"}))
    return true;
  // "Russia's supply of interceptors is deep"
  const std::size_t be = f.sides.of("of").empty() ? f.at + 1 : f.sides.of("of").back() + 1;
  if (f.trigger().owner && f.chunk(be).lemma == "be" && is_finite(f.chunk(be))) return true;
  // "used up its shell supplies", "a week's supply of fuel"; but "the supply of oil"
  return f.sides.of("of").empty() || is_indefinite(f.stage, f.trigger());
}

/// Why what a verb of giving has as its object goes to nobody; empty where it may.
std::string_view no_goods_given(const Filler& f, bool taker_named) {
  if (f.trigger().kind != ChunkKind::verb || f.items().empty()) return {};
  const Chunk& c = f.chunk(f.items().front());
  // "The missile delivers a 130-kg warhead"
  if (f.trigger().lemma == "deliver" && !taker_named &&
      f.stage.grammar.is(WordClass::borne, c.lemma))
    return "what a missile carries";
  // "kept the army supplied with shells": it has them, whoever gives them
  if (f.trigger().lemma == "supply" && f.at > 1 && f.chunk(f.at - 2).lemma == "keep")
    return "kept in stock, by nobody who is named";
  // "has surged its production of shells"
  if (c.lemma == "production" || c.lemma == "output") return "made, and not handed over";
  // "Estimates give it a total of 5,889 weapons"
  const auto& giver = f.sides.of("subj");
  if (!giver.empty() && f.stage.grammar.is(WordClass::estimate_noun, f.chunk(giver.front()).lemma))
    return "a figure that is given";
  // "does not provide such data"
  const bool such =
      c.before.starts_with("such") || fold(f.stage.doc.words(c.span)).starts_with("such ");
  if (such && !taker_named && c.item_class == "knowhow") return "data that a text has spoken of";
  return {};
}

}  // namespace

bool is_curbed(const Filler& f) {
  if (is_banned(f)) return true;
  if (f.at == 0) return false;
  const Chunk& verb = f.chunk(f.at - 1);
  if (verb.kind == ChunkKind::verb) {
    // "to restrict exports", "will limit exports"; but "has halted exports" tells of a trade there was
    const bool open = verb.voice == Voice::infinitive || verb.voice == Voice::gerund ||
                      !verb.modals.empty() || !verb.chain.empty();
    return open && f.stage.grammar.is(WordClass::curb, verb.lemma);
  }
  // "suspended 30 permits for arms shipments": none of them is to be used
  const bool permits = is_word(verb, "for") && f.at >= 3 &&
                       f.stage.grammar.is(WordClass::trading, f.chunk(f.at - 2).lemma) &&
                       f.chunk(f.at - 3).kind == ChunkKind::verb;
  if (permits) {
    return f.stage.grammar.evokes("verb", f.chunk(f.at - 3).lemma, {"limit.stop"});
  }
  // "a blockade on grain exports", "the degradation of its munition supply"
  return f.at >= 2 && (is_word(verb, "on") || is_word(verb, "of") || is_word(verb, "against")) &&
         f.chunk(f.at - 2).kind == ChunkKind::phrase &&
         (f.stage.grammar.is(WordClass::ban, f.chunk(f.at - 2).lemma) ||
          f.stage.grammar.is(WordClass::curb_noun, f.chunk(f.at - 2).lemma));
}

bool is_capability(const Filler& f) {
  if (f.trigger().kind != ChunkKind::verb || f.at == 0) return false;
  std::size_t at = f.at;
  // "the capacity to wage war and kill people": of the first infinitive
  if (f.at > 1 && f.trigger().voice == Voice::active && is_word(f.chunk(f.at - 1), "and")) {
    while (at > 0 && f.chunk(at - 1).kind != ChunkKind::verb) --at;
    if (at < 2 || f.chunk(--at).voice != Voice::infinitive) return false;
  }
  if (at == 0) return false;
  const Chunk& before = f.chunk(at - 1);
  if (before.kind == ChunkKind::word) {
    if (before.word == "capable of") return true;
    // "are capable of hitting", "the means of hitting Oslo"
    return before.word == "of" && at >= 2 &&
           (is_word(f.chunk(at - 2), "capable") || f.chunk(at - 2).head == "capable" ||
            f.stage.grammar.is(WordClass::ability, f.chunk(at - 2).lemma));
  }
  if (f.chunk(at).voice != Voice::infinitive) return false;
  if (before.kind == ChunkKind::verb) return before.lemma == "enable";
  return f.stage.grammar.is(WordClass::ability, before.lemma) || before.head == "able" ||
         before.head == "capable";
}

bool is_ability(const Filler& f) {
  const Chunk& verb = f.trigger();
  if (verb.kind != ChunkKind::verb) return false;
  const auto can = [](const std::string& modal) { return modal == "can" || modal == "could"; };
  return std::any_of(verb.modals.begin(), verb.modals.end(), can) || is_capability(f);
}

std::string_view no_handover(const Filler& f) {
  const auto& giver = f.sides.of("subj");
  const bool verb = f.trigger().kind == ChunkKind::verb;
  const bool taker_named = !get(f.roles, "target").empty();
  if (reaches_by_itself(f)) return "reached by itself";
  if (verb && taught_to_use(f)) return "taught to, not done";  // "trained them to drop supplies"
  if (f.trigger().lemma == "give" && f.at + 1 < f.stage.chunks.size() &&
      f.chunk(f.at + 1).word == "up" && f.sides.of("to").empty())
    return "given up, to nobody";
  if (verb && f.frame.id.starts_with("give.") && !taker_named && is_ability(f)) return "an ability";
  if (f.frame.id == "give.give" && f.trigger().voice == Voice::active && !taker_named &&
      !giver.empty() && is_arms(f, f.chunk(giver.front())))
    return "a thing gives nothing";  // "shells that offer precise fire"
  // "Given the support, there is": as it is known
  if (f.at == 0 && f.trigger().lemma == "give" && f.trigger().voice == Voice::participle)
    return "as it is known, not given";
  if (const std::string_view why = no_goods_given(f, taker_named); !why.empty()) return why;
  // "is diverting the ship to a port": led somewhere else
  if (f.trigger().lemma == "divert" && !f.items().empty() &&
      is_carrier(f.stage, f.chunk(f.items().front())))
    return "led elsewhere, to nobody";
  // "the drone that China presented last year"
  if (f.trigger().lemma == "present" && !taker_named && !f.sides.has("with") &&
      !f.items().empty() && is_arms(f, f.chunk(f.items().front())))
    return "shown, to nobody in particular";
  if (f.frame.pos == "noun" && is_curbed(f)) return "a deed that somebody is to curb";
  if (verb && !f.items().empty() &&
      f.stage.reading.tokens[f.chunk(f.items().front()).first].folded == "how")
    return "asked, not told";  // "how many planes Spain would supply"
  if (f.frame.id == "get.possession" && (f.at == 0 || f.chunk(f.at - 1).lemma != "take"))
    return "had, not taken";
  return {};
}

void drop_unstated(Filler& f, std::vector<Claim>& out) {
  const auto drop = [&](std::string_view why, auto&& unstated) {
    const std::size_t before = out.size();
    std::erase_if(out, unstated);
    if (out.size() != before) f.why = why;
  };
  const bool gets = f.frame.id == "get.receive" || f.frame.id == "get.noun";
  if (gets || f.frame.id == "give.supply") {
    for (const std::size_t i : f.items()) {
      // "keep Libya from getting a bomb": built or wanted, more often than handed over
      if (is_unconventional(f, f.chunk(i)))
        drop("nobody hands it over", [](const Claim& claim) { return !claim.actor; });
    }
  }
  if (f.frame.id == "get.receive" && f.stage.grammar.is(WordClass::gather, f.trigger().lemma)) {
    drop("gathered, from nobody", [&](const Claim& claim) {
      return claim.type == "deployment" ||
             ((claim.type == "transfer" || claim.type == "technology") && !claim.actor);
    });
  }
  // "The firm provided intelligence that helped", "images provided to the BBC": of no state, to nobody else
  drop("no state on either side", [](const Claim& claim) {
    const bool giver = claim.actor && !claim.actor->iso2.empty();
    const bool taker = claim.target && !claim.target->iso2.empty();
    const bool one_side = claim.actor.has_value() != claim.target.has_value();
    return claim.type == "technology" && one_side && !giver && !taker && !claim.quantity;
  });
  if (f.frame.id == "give.noun" && is_stock(f))
    drop("a stock", [&](const Claim& claim) {
      // "three days' supply"
      const bool lasts =
          claim.quantity && f.stage.grammar.is(WordClass::time_span, claim.quantity->unit);
      return !claim.target && (!claim.quantity || lasts);
    });
  if (f.trigger().lemma == "set aside")
    drop("for nobody, and for no arms", [&](const Claim& claim) {
      const auto& purpose = f.sides.of("for");
      return claim.type == "finance" && !claim.target && !purpose.empty() &&
             !is_arms(f, f.chunk(purpose.front())) && !beneficiary(f);
    });
  if (f.frame.id == "give.give" && f.trigger().lemma == "release")
    drop("released to nobody", [&](const Claim& claim) {
      return get(f.roles, "target").empty() && claim.type != "finance";
    });
}

std::string_view no_lesson(const Filler& f) {
  const Chunk& verb = f.trigger();
  const auto& trained = get(f.roles, "target");
  const std::size_t n = f.stage.chunks.size();
  if (verb.kind == ChunkKind::verb && verb.lemma == "instruct" && !trained.empty()) {
    // "instructed officers in Somalia to submit lists"
    std::size_t next = verb.voice == Voice::passive ? f.at + 1 : trained.back() + 1;
    while (next < n && f.chunk(next).kind != ChunkKind::verb) ++next;
    if (next < n && f.chunk(next).voice == Voice::infinitive) return "an order";
    if (class_of(f.stage.grammar, f.chunk(trained.front())) == "arms")
      return "an order";  // "instructed two frigates to the Gulf"
  }
  for (const std::string_view side : {"obj", "second"}) {
    const auto& list = f.sides.of(side);
    if (list.empty()) continue;
    const std::string& noun = f.chunk(list.front()).lemma;
    if (f.stage.grammar.is(WordClass::lesson, noun)) return "a lesson in life";
    // "moved to training grounds", "a training mission"
    if (verb.voice == Voice::gerund && list.front() == f.at + 1 && side == "obj" &&
        f.stage.grammar.is(WordClass::training_place, noun))
      return "where or what for, nobody is trained";
  }
  if (verb.voice != Voice::passive || trained.empty()) return {};
  const std::string& klass = f.chunk(trained.front()).item_class;
  if (klass == "arms" || klass == "vehicle" || klass == "parts" || klass == "goods")
    return "pointed at";  // "guns are trained on the bridge"
  const bool quality = std::any_of(
      verb.adverbs.begin(), verb.adverbs.end(),
      [&](const std::string& adverb) { return f.stage.grammar.is(WordClass::manner, adverb); });
  if (quality && f.sides.of("by").empty()) return "a quality, no deed";  // "are well trained"
  return {};
}

bool is_lifted(const Filler& f) {
  // "lifted its ban", "the lifting of the ban", "The ban was lifted"
  if (f.at > 0 && f.chunk(f.at - 1).kind == ChunkKind::verb &&
      f.stage.grammar.is(WordClass::lift_rule, f.chunk(f.at - 1).lemma))
    return true;
  if (f.at > 1 && is_word(f.chunk(f.at - 1), "of") &&
      (f.chunk(f.at - 2).lemma == "lifting" || f.chunk(f.at - 2).lemma == "easing"))
    return true;
  for (std::size_t k = f.at + 1; k < f.stage.chunks.size(); ++k) {
    if (f.chunk(k).kind != ChunkKind::verb) continue;
    // "The cap was lifted to 500 tons" is a cap still
    const bool moved = is_word(f.chunk(k + 1), "to") && f.chunk(k + 2).quantity != nullptr;
    return f.chunk(k).voice == Voice::passive && !moved &&
           f.stage.grammar.is(WordClass::lift_rule, f.chunk(k).lemma);
  }
  return false;
}

bool by_anybody(const Filler& f) {
  // "those who divert goods", "a country that has imposed sanctions": nobody in particular
  const auto& subject = f.sides.of("subj");
  if (f.sides.construction != "relative" || subject.size() != 1) return false;
  const Chunk& c = f.chunk(subject.front());
  if (f.stage.grammar.is(WordClass::anybody, c.head)) return true;
  const bool any = c.before.empty() || c.before == "a" || c.before == "an";
  return any && is_indefinite(f.stage, c) && !c.party &&
         f.stage.grammar.is(WordClass::bound, c.lemma);
}

bool lets_do(const Filler& f) {
  // "allows officials to draft foreigners", "was required to certify"
  if (!f.stage.grammar.is(WordClass::let, f.trigger().lemma) || f.items().size() != 1) return false;
  const bool passive =
      f.trigger().voice == Voice::passive || f.trigger().voice == Voice::participle;
  const std::size_t whom = f.items().front();
  for (std::size_t k = passive ? f.at + 1 : whom + 1; k < f.stage.chunks.size(); ++k) {
    if (f.chunk(k).kind == ChunkKind::phrase) return false;
    if (f.chunk(k).kind != ChunkKind::verb) continue;
    return f.chunk(k).voice == Voice::infinitive;
  }
  return false;
}

bool rules_on_trade(const Filler& f, std::size_t i) {
  const Chunk& c = f.chunk(i);
  if (c.quantity != nullptr || !get(f.roles, "bound").empty()) return true;
  static constexpr std::string_view kTraded[] = {"fuel",  "arms",    "goods", "aid",   "container",
                                                 "parts", "workers", "deed",  "money", "vehicle"};
  const std::string klass = class_of(f.stage.grammar, c);
  return std::find(std::begin(kTraded), std::end(kTraded), klass) != std::end(kTraded) ||
         c.item_class == "deed" || f.stage.grammar.is(WordClass::amount, c.lemma);
}

}  // namespace msmt
