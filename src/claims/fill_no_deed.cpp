/// Words that could tell a deed and tell none: what a weapon can reach, what is only kept or given up,
/// what somebody wants to curb, orders and lessons that train nobody.
#include <algorithm>

#include "claims/clause_words.hpp"
#include "claims/filler.hpp"

namespace msmt {

bool Filler::is_ability() const {
  const Chunk& verb = trigger();
  if (verb.kind != ChunkKind::verb) return false;
  if (std::find(verb.modals.begin(), verb.modals.end(), "can") != verb.modals.end() ||
      std::find(verb.modals.begin(), verb.modals.end(), "could") != verb.modals.end())
    return true;
  if (trigger_ == 0) return false;
  const Chunk& before = chunk(trigger_ - 1);
  if (before.kind == ChunkKind::word) {
    if (before.word == "capable of") return true;
    // "the means of hitting Oslo"
    return before.word == "of" && trigger_ >= 2 &&
           (is_word(chunk(trigger_ - 2), "capable") ||
            stage_.grammar.is(WordClass::ability, chunk(trigger_ - 2).lemma));
  }
  if (verb.voice != Voice::infinitive) return false;
  if (before.kind == ChunkKind::verb) return before.lemma == "enable";
  return stage_.grammar.is(WordClass::ability, before.lemma) || before.head == "able" ||
         before.head == "capable";
}

bool Filler::is_unconventional(const Chunk& c) const {
  const bool named = stage_.grammar.any_is(WordClass::unconventional, c.before);
  if (named || c.head == "capability") return true;
  return c.weapon != nullptr && std::get<Weapon>(c.weapon->value).category == "nuclear weapon";
}

bool Filler::is_banned() const {
  // "Export of the drones without Ankara's consent is prohibited"
  for (std::size_t k = trigger_ + 1; k < stage_.chunks.size(); ++k) {
    if (is_word(chunk(k), ",") || is_word(chunk(k), ";")) return false;
    if (!is_finite(chunk(k))) continue;
    const auto& frames = stage_.grammar.frames("verb", chunk(k).lemma);
    const bool bans = std::any_of(frames.begin(), frames.end(),
                                  [](const Frame* frame) { return frame->id == "limit.ban"; });
    return bans && chunk(k).voice == Voice::passive &&
           (chunk(k).negated || !stage_.grammar.is(WordClass::permit, chunk(k).lemma));
  }
  return false;
}

bool Filler::is_curbed() const {
  if (is_banned()) return true;
  if (trigger_ == 0) return false;
  const Chunk& verb = chunk(trigger_ - 1);
  if (verb.kind == ChunkKind::verb) {
    // "to restrict exports", "will limit exports"; but "has halted exports" tells of a trade there was
    const bool open = verb.voice == Voice::infinitive || verb.voice == Voice::gerund ||
                      !verb.modals.empty() || !verb.chain.empty();
    return open && stage_.grammar.is(WordClass::curb, verb.lemma);
  }
  // "a blockade on grain exports", "the degradation of its munition supply"
  return trigger_ >= 2 &&
         (is_word(verb, "on") || is_word(verb, "of") || is_word(verb, "against")) &&
         chunk(trigger_ - 2).kind == ChunkKind::phrase &&
         (stage_.grammar.is(WordClass::ban, chunk(trigger_ - 2).lemma) ||
          stage_.grammar.is(WordClass::curb_noun, chunk(trigger_ - 2).lemma));
}

bool Filler::reaches_by_itself() const {
  if (frame_.id != "get.reach" || items().empty() || !sides_.of("from").empty()) return false;
  if (is_ability()) return true;
  const Chunk& c = chunk(items().front());
  if (trigger().lemma != "reach" || !is_arms(c) || c.weapon == nullptr) return false;
  const std::string& kind = std::get<Weapon>(c.weapon->value).category;
  return kind.find("missile") != std::string::npos || kind.find("warship") != std::string::npos ||
         kind == "nuclear weapon";
}

std::string_view Filler::no_handover() const {
  const auto& giver = sides_.of("subj");
  const bool verb = trigger().kind == ChunkKind::verb;
  const bool taker_named = !get(roles_, "target").empty();
  if (reaches_by_itself()) return "reached by itself";
  if (trigger().lemma == "give" && trigger_ + 1 < stage_.chunks.size() &&
      chunk(trigger_ + 1).word == "up" && sides_.of("to").empty())
    return "given up, to nobody";
  if (verb && frame_.id.starts_with("give.") && !taker_named && is_ability()) return "an ability";
  if (frame_.id == "give.give" && trigger().voice == Voice::active && !taker_named &&
      !giver.empty() && is_arms(chunk(giver.front())))
    return "a thing gives nothing";  // "shells that offer precise fire"
  if (frame_.pos == "noun" && is_curbed()) return "a deed that somebody is to curb";
  return {};
}

bool Filler::is_stock() const {
  if (trigger().lemma == "proliferation") return true;
  if (trigger().lemma != "supply" || !sides_.of("by").empty() || !sides_.of("from").empty())
    return false;
  // "used up its shell supplies", "a week's supply of fuel"; but "the supply of oil"
  const std::string text = fold(stage_.doc.text(trigger().span));
  return sides_.of("of").empty() || text.starts_with("a ") || text.starts_with("an ");
}

void Filler::drop_unstated(std::vector<Claim>& out) {
  const auto drop = [&](std::string_view why, auto&& unstated) {
    const std::size_t before = out.size();
    std::erase_if(out, unstated);
    if (out.size() != before) why_ = why;
  };
  const bool gets = frame_.id == "get.receive" || frame_.id == "get.noun";
  if (gets || frame_.id == "give.supply") {
    for (const std::size_t i : items()) {
      // "keep Libya from getting a bomb": built or wanted, more often than handed over
      if (is_unconventional(chunk(i)))
        drop("nobody hands it over", [](const Claim& claim) { return !claim.actor; });
    }
  }
  if (frame_.id == "get.receive" && stage_.grammar.is(WordClass::gather, trigger().lemma)) {
    drop("gathered, from nobody", [&](const Claim& claim) {
      return claim.type == "deployment" ||
             ((claim.type == "transfer" || claim.type == "technology") && !claim.actor);
    });
  }
  if (frame_.id == "give.noun" && is_stock())
    drop("a stock", [](const Claim& claim) { return !claim.target && !claim.quantity; });
  if (frame_.id == "give.give" && trigger().lemma == "release")
    drop("released to nobody", [&](const Claim& claim) {
      return get(roles_, "target").empty() && claim.type != "finance";
    });
}

std::string_view Filler::no_lesson() const {
  const Chunk& verb = trigger();
  const auto& trained = get(roles_, "target");
  const std::size_t n = stage_.chunks.size();
  if (verb.kind == ChunkKind::verb && verb.lemma == "instruct" && !trained.empty()) {
    // "instructed officers in Somalia to submit lists"
    std::size_t next = verb.voice == Voice::passive ? trigger_ + 1 : trained.back() + 1;
    while (next < n && chunk(next).kind != ChunkKind::verb) ++next;
    if (next < n && chunk(next).voice == Voice::infinitive) return "an order";
  }
  for (const std::string_view side : {"obj", "second"}) {
    const auto& list = sides_.of(side);
    if (list.empty()) continue;
    const std::string& noun = chunk(list.front()).lemma;
    if (stage_.grammar.is(WordClass::lesson, noun)) return "a lesson in life";
    // "moved to training grounds", "a training mission"
    if (verb.voice == Voice::gerund && list.front() == trigger_ + 1 && side == "obj" &&
        stage_.grammar.is(WordClass::training_place, noun))
      return "where or what for, nobody is trained";
  }
  if (verb.voice != Voice::passive || trained.empty()) return {};
  const std::string& klass = chunk(trained.front()).item_class;
  if (klass == "arms" || klass == "vehicle" || klass == "parts" || klass == "goods")
    return "pointed at";  // "guns are trained on the bridge"
  const bool quality = std::any_of(
      verb.adverbs.begin(), verb.adverbs.end(),
      [&](const std::string& adverb) { return stage_.grammar.is(WordClass::manner, adverb); });
  if (quality && sides_.of("by").empty()) return "a quality, no deed";  // "are well trained"
  return {};
}

bool Filler::is_lifted() const {
  // "lifted its ban", "the lifting of the ban", "The ban was lifted"
  if (trigger_ > 0 && chunk(trigger_ - 1).kind == ChunkKind::verb &&
      stage_.grammar.is(WordClass::lift_rule, chunk(trigger_ - 1).lemma))
    return true;
  if (trigger_ > 1 && is_word(chunk(trigger_ - 1), "of") &&
      (chunk(trigger_ - 2).lemma == "lifting" || chunk(trigger_ - 2).lemma == "easing"))
    return true;
  for (std::size_t k = trigger_ + 1; k < stage_.chunks.size(); ++k) {
    if (chunk(k).kind != ChunkKind::verb) continue;
    return chunk(k).voice == Voice::passive &&
           stage_.grammar.is(WordClass::lift_rule, chunk(k).lemma);
  }
  return false;
}

bool Filler::by_anybody() const {
  // "those who divert goods", "a country that has imposed sanctions": nobody in particular
  const auto& subject = sides_.of("subj");
  if (sides_.construction != "relative" || subject.size() != 1) return false;
  const Chunk& c = chunk(subject.front());
  if (stage_.grammar.is(WordClass::anybody, c.head)) return true;
  const bool any = c.before.empty() || c.before == "a";
  const bool one = fold(stage_.doc.text(c.span)).starts_with("a ");
  return any && one && !c.party && stage_.grammar.is(WordClass::bound, c.lemma);
}

bool Filler::lets_do() const {
  // "allows officials to draft foreigners", "was required to certify"
  if (!stage_.grammar.is(WordClass::let, trigger().lemma) || items().size() != 1) return false;
  const bool passive = trigger().voice == Voice::passive || trigger().voice == Voice::participle;
  const std::size_t whom = items().front();
  for (std::size_t k = passive ? trigger_ + 1 : whom + 1; k < stage_.chunks.size(); ++k) {
    if (chunk(k).kind == ChunkKind::phrase) return false;
    if (chunk(k).kind != ChunkKind::verb) continue;
    return chunk(k).voice == Voice::infinitive;
  }
  return false;
}

bool Filler::rules_on_trade(std::size_t i) const {
  const Chunk& c = chunk(i);
  if (c.quantity != nullptr || !get(roles_, "bound").empty()) return true;
  static constexpr std::string_view kTraded[] = {"fuel",  "arms",    "goods", "aid",   "container",
                                                 "parts", "workers", "deed",  "money", "vehicle"};
  const std::string klass = class_of(stage_.grammar, c);
  return std::find(std::begin(kTraded), std::end(kTraded), klass) != std::end(kTraded) ||
         c.item_class == "deed" || stage_.grammar.is(WordClass::amount, c.lemma);
}

}  // namespace msmt
