#include "claims/complete.hpp"

#include <algorithm>

#include "claims/clause_words.hpp"
#include "claims/filler.hpp"
#include "claims/flow.hpp"
#include "claims/party_words.hpp"
#include "claims/second_hand.hpp"
#include "claims/sentence_claims.hpp"

namespace msmt {

namespace {

/// Whether an article has told of goods to nobody else.
bool sole_taker(const Stage& stage, const Party& taker) {
  return std::all_of(stage.memory.pairs.begin(), stage.memory.pairs.end(),
                     [&](const auto& pair) { return pair.second == taker; });
}

/// "A dozen states have bought drones from Turkey. Mali received 17": who gives such goods to many,
/// if the article names nobody else who gives them.
const Party* sole_giver(const Stage& stage, const Claim& claim) {
  if (!claim.item) return nullptr;
  const Party* giver = nullptr;
  bool to_many = false;
  for (const Claim& before : stage.memory.recent()) {
    if (before.type != "transfer" || !before.item || !before.actor) continue;
    const std::string kind = before.item->key.substr(0, before.item->key.find('<'));
    const bool same = kind == claim.item->key.substr(0, claim.item->key.find('<')) ||
                      claim.item->key.find("<" + kind) != std::string::npos;
    if (!same || kind == "arms" || kind == "goods") continue;
    if (giver != nullptr && *giver != *before.actor) return nullptr;
    giver = &*before.actor;
    to_many = to_many || !before.target;
  }
  return to_many && !giver->iso2.empty() ? giver : nullptr;
}

/// "Nine million shells were moved 49 times": the sides of the claim before about the same goods.
void same_sides(const Stage& stage, Claim& claim) {
  const std::vector<Claim>& said = stage.memory.said;
  if (claim.type == "finance" || claim.type == "training" || !claim.quantity || !claim.item) return;
  const std::string key = claim.item->key.substr(0, claim.item->key.find('<'));
  for (std::size_t k = said.size(); k > 0; --k) {
    const Claim& before = said[k - 1];
    if (before.type != claim.type || !before.actor || !before.target || !before.item) continue;
    const std::string& path = before.item->key;
    // "300 crates of arms … some 4 million cartridges were transferred": what the lot was, if it
    // was told of in the sentence before
    const bool lot = path.starts_with("container") || path.starts_with("military-supplies") ||
                     path.starts_with("goods") || path.starts_with("aid") ||
                     claim.item->key.ends_with("<" + path);
    if (claim.type == "transfer" && lot && k == said.size() && stage.told_just_before(before)) {
      claim.actor = before.actor;
      claim.target = before.target;
      return;
    }
    const bool same = claim.type != "transfer" || path == claim.item->key ||
                      path.starts_with(key + "<") || path.find("<" + key) != std::string::npos ||
                      claim.item->key.find(path + "<") != std::string::npos;
    if (!same) continue;
    claim.actor = before.actor;
    claim.target = before.target;
    return;
  }
}

/// "never supplied weapons to any party": to nobody whom the article has named.
bool to_nobody(const Stage& stage, const Claim& claim) {
  for (std::size_t i = 1; i < stage.chunks.size(); ++i) {
    const Chunk& chunk = stage.chunks[i];
    if (chunk.kind != ChunkKind::phrase || chunk.span.begin < span_of(claim, "trigger").begin ||
        !is_word(stage.chunks[i - 1], "to"))
      continue;
    const std::string words = fold(stage.doc.words(chunk.span));
    if (words.starts_with("any ") || words == "anyone" || words == "anybody") return true;
  }
  return false;
}

/// "the group", "them", "these states": words that stand for a side named before.
bool leans(const Stage& stage, const Chunk& chunk) {
  return chunk.pronoun || chunk.demonstrative ||
         (chunk.definite &&
          (is_body_noun(stage.grammar, chunk.lemma) ||
           stage.grammar.is(WordClass::state, chunk.lemma) ||
           stage.grammar.is(WordClass::army, chunk.lemma) || chunk.item_class == "troops"));
}

/// "At least 30 countries have provided aid", "three firms that carried arms": the words say who gives, though not by name.
bool done_by_states(const Stage& stage, const Evoked& evoked) {
  if (evoked.frame.role("subj") != "actor" || evoked.sides.of("subj").empty()) return false;
  const Chunk& who = stage.chunks[evoked.sides.of("subj").front()];
  // "three companies that had carried weapons", "50 members, which have given"
  const bool counted = who.quantity != nullptr && !who.owner &&
                       (stage.grammar.is(WordClass::state_unit, who.lemma) ||
                        stage.grammar.is(WordClass::firm, who.lemma));
  return !who.party && !who.pronoun && counted && is_plural(who.head);
}

/// "12" in "bring the number to 12"
bool is_bare_number(const Chunk& chunk) {
  return chunk.quantity != nullptr && chunk.head_span.begin >= chunk.quantity->span.begin &&
         chunk.head_span.end <= chunk.quantity->span.end &&
         std::get<Quantity>(chunk.quantity->value).unit.empty();
}

/// "sources parts from commercial makers": the words name who gives, though not as a party.
bool names_other_giver(const Stage& stage, const Evoked& evoked) {
  if (evoked.frame.role("from") != "actor") return false;
  std::size_t from = evoked.trigger + 1;
  while (from + 1 < stage.chunks.size() && !is_finite(stage.chunks[from]) &&
         !is_word(stage.chunks[from], "from") && !is_word(stage.chunks[from], ","))
    ++from;
  if (from + 1 >= stage.chunks.size() || !is_word(stage.chunks[from], "from")) return false;
  ++from;
  while (from + 1 < stage.chunks.size() && mark_of(stage.chunks[from]) == "adv") ++from;
  const Chunk& chunk = stage.chunks[from];
  if (chunk.party || chunk.country_head) return false;
  // "from its Western backers": others than the one state that was named before
  const bool several = chunk.owner && is_plural(chunk.head) && !chunk.before.empty();
  return chunk.kind == ChunkKind::phrase && (!chunk.definite || several) && !leans(stage, chunk) &&
         !is_bare_number(chunk);
}

/// "to 52 states", "into waters near Guam": the words name who takes, though not as a party.
bool names_other_taker(const Stage& stage, const Evoked& evoked, const Claim& claim) {
  for (const std::string_view side : {"to", "into", "toward", "towards"}) {
    const auto& list = evoked.sides.of(side);
    if (list.empty() || (side == "to" && evoked.frame.role("to") != "target")) continue;
    const Chunk& chunk = stage.chunks[list.front()];
    if (chunk.kind != ChunkKind::phrase || leans(stage, chunk) || is_bare_number(chunk)) continue;
    // "supplies powder to the plants": of the state that was named; troops go to a place
    const bool known = chunk.definite && side == "to" && claim.type != "deployment";
    if (!known) return true;
  }
  return false;
}

/// A trade as a whole or a share of all trade goes to many: "arms exports grew", "a third of all arms".
bool is_whole_trade(const Stage& stage, const Evoked& evoked, const Claim& claim) {
  if (claim.quantity && (claim.quantity->unit == "percent" ||
                         (claim.quantity->unit.empty() && claim.quantity->value.value_or(1) < 1)))
    return true;
  const Chunk& trigger = stage.chunks[evoked.trigger];
  return evoked.frame.id == "give.noun" && is_plural(trigger.head) && !trigger.definite &&
         !claim.quantity && stage.grammar.is(WordClass::trading, trigger.lemma);
}

/// Whether the words leave no room for a taker whom the article named before.
bool takes_nobody_known(const Stage& stage, const Evoked& evoked, const Claim& claim) {
  const Chunk& trigger = stage.chunks[evoked.trigger];
  if (claim.type == "deployment" && stage.grammar.is(WordClass::muster, trigger.lemma)) return true;
  return names_other_taker(stage, evoked, claim) || is_whole_trade(stage, evoked, claim);
}

/// "with Chad as the recipient", "with Turkey as its supplier": a side by what it is called.
void called_side(const Stage& stage, Claim& claim) {
  const auto& chunks = stage.chunks;
  for (std::size_t k = 0; k + 3 < chunks.size(); ++k) {
    if (!is_word(chunks[k], "with") || chunks[k + 1].kind != ChunkKind::phrase ||
        !is_word(chunks[k + 2], "as") || chunks[k + 3].kind != ChunkKind::phrase)
      continue;
    const auto named = party_of(stage, k + 1);
    if (!named || named->party == claim.actor || named->party == claim.target) continue;
    if (!claim.target && stage.grammar.is(WordClass::taker, chunks[k + 3].lemma)) {
      claim.target = named->party;
      claim.evidence.spans.emplace_back("target", named->span);
    } else if (!claim.actor && stage.grammar.is(WordClass::giver, chunks[k + 3].lemma)) {
      claim.actor = named->party;
      claim.evidence.spans.emplace_back("actor", named->span);
    }
  }
}

/// "Serbia, Armenia's main supplier, delivered howitzers", "Armenia's main supplier is Serbia, which …":
/// the other side as the owner of what the known one is called.
void called_beside(const Stage& stage, Claim& claim) {
  const auto& chunks = stage.chunks;
  for (std::size_t k = 0; k < chunks.size() && claim.actor.has_value() != claim.target.has_value();
       ++k) {
    const Chunk& noun = chunks[k];
    if (noun.kind != ChunkKind::phrase || !noun.owner) continue;
    const bool gives = stage.grammar.is(WordClass::giver, noun.lemma);
    if (!gives && !stage.grammar.is(WordClass::taker, noun.lemma)) continue;
    const std::optional<Party>& known = gives ? claim.actor : claim.target;
    const auto names_known = [&](std::size_t name, std::size_t link) {
      return known && name < chunks.size() && chunks[name].party &&
             chunks[name].party->party == *known &&
             (is_word(chunks[link], ",") ||
              (chunks[link].kind == ChunkKind::verb && chunks[link].lemma == "be"));
    };
    const bool beside = (k >= 2 && names_known(k - 2, k - 1)) || names_known(k + 2, k + 1);
    const auto other = beside ? owner_of(stage, k) : std::nullopt;
    if (!other || other->party == *known) continue;
    if (gives)
      set_party(claim, &Claim::target, "target", other);
    else
      set_party(claim, &Claim::actor, "actor", other);
  }
}

/// "These voyages delivered 15,000 containers": trips on which goods went over as was told.
bool by_trips_told(const Stage& stage, const Evoked& evoked) {
  const auto& subject = evoked.sides.of("subj");
  if (subject.empty() || !stage.memory.deed) return false;
  const Chunk& trips = stage.chunks[subject.front()];
  return trips.demonstrative && stage.grammar.is(WordClass::trip, trips.lemma);
}

/// "Turkey is drawing closer to Somalia. Some 500 soldiers were sent there": the first of the two states
/// of a sentence that tells of no attack.
std::optional<Party> sender_told(const Stage& stage, const Evoked& evoked, const Claim& claim) {
  const auto& told = stage.memory.told_states;
  const bool goes_on = stage.memory.people && near(stage, *stage.memory.people);
  if (goes_on || claim.actor || claim.type != "deployment" || !claim.quantity || told.size() != 2 ||
      claim.target != told[1] || evoked.sides.has("by") ||
      (stage.memory.scene && stage.memory.scene_sentence + 1 == stage.reading.sentence))
    return std::nullopt;
  const bool others = std::any_of(stage.reading.mentions.begin(), stage.reading.mentions.end(),
                                  [&](const Mention& mention) {
                                    const auto* country = std::get_if<Country>(&mention.value);
                                    return country != nullptr && country->iso2 != told[1].iso2;
                                  });
  return others ? std::nullopt : std::optional(told[0]);
}

/// "$11 billion was earned by smuggling oil to Togo": who earns it, by what is done for it.
std::optional<Party> earner(const Stage& stage, const Evoked& evoked, const Claim& claim) {
  const Chunk& trigger = stage.chunks[evoked.trigger];
  const auto& money = stage.memory.money;
  const bool for_it = claim.type == "transfer" && !claim.actor && trigger.voice == Voice::gerund &&
                      evoked.trigger > 0 && is_word(stage.chunks[evoked.trigger - 1], "by") &&
                      money && money->actor && money->actor != claim.target &&
                      money->evidence.bytes.begin == stage.sentence_begin();
  return for_it ? money->actor : std::nullopt;
}

/// "Russia gave Iran data. No evidence was found of any transfer of reactors": a like deed that is asked about in general
/// right behind one that was told.
const Claim* deed_like(const Stage& stage, const Evoked& evoked) {
  const Chunk& trigger = stage.chunks[evoked.trigger];
  const auto& deed = stage.memory.deed;
  const bool any = trigger.kind == ChunkKind::phrase &&
                   fold(stage.doc.words(trigger.span)).starts_with("any ") && deed && deed->actor &&
                   deed->target && stage.told_just_before(*deed);
  return any ? &*deed : nullptr;
}

/// "are active abroad": in no state in particular.
bool abroad(const Stage& stage, const Evoked& evoked) {
  static constexpr std::string_view kAnywhere[] = {"abroad", "overseas", "worldwide"};
  constexpr std::size_t kFar = 5;  // chunks
  for (std::size_t k = evoked.trigger + 1; k < stage.chunks.size() && k < evoked.trigger + kFar;
       ++k) {
    const Chunk& c = stage.chunks[k];
    if (std::any_of(std::begin(kAnywhere), std::end(kAnywhere),
                    [&](std::string_view word) { return c.word == word || c.head == word; }))
      return true;
    if (c.lemma == "country" && c.quantity != nullptr) return true;  // "in some 40 countries"
  }
  return false;
}

/// "Haddad sold", "Jade Star bought": a name that stands for nobody whom the article or a table knows.
bool done_by_stranger(const Stage& stage, const Evoked& evoked) {
  const auto& subject = evoked.sides.of("subj");
  const std::string_view role = evoked.frame.role("subj");
  if (subject.size() != 1 || (role != "actor" && role != "target") ||
      stage.chunks[evoked.trigger].voice == Voice::passive)
    return false;
  const Chunk& who = stage.chunks[subject.front()];
  const std::string_view text = stage.doc.words(who.span);
  const bool capital = !text.empty() && text.front() >= 'A' && text.front() <= 'Z';
  return capital && subject.front() > 0 && !who.party && !who.owner && !who.pronoun &&
         !who.definite && who.item_class.empty() && who.quantity == nullptr &&
         !is_plural(who.head) && !party_of(stage, subject.front());
}

}  // namespace

void take_seats(const Stage& stage, Claim& claim) {
  const auto take = [&](std::string_view role, std::optional<Party>& party) {
    const Span span = span_of(claim, role);
    const Party* body =
        party ? stage.grammar.body_roles().seated_in(stage.doc.words(span)) : nullptr;
    if (body == nullptr) return;
    const auto& bodies = stage.memory.bodies;
    const bool told = std::any_of(bodies.begin(), bodies.end(),
                                  [&](const Body& known) { return known.named.party == *body; });
    if (told) party = *body;
  };
  take("actor", claim.actor);
  take("target", claim.target);
}

namespace {

/// "The army has received drones": whether the words name an army as who takes, and not whose it is.
bool taken_by_army(const Stage& stage, const Evoked& evoked) {
  const auto& subject = evoked.sides.of("subj");
  return subject.size() == 1 && evoked.frame.role("subj") == "target" &&
         !stage.chunks[subject.front()].party &&
         stage.grammar.is(WordClass::army, stage.chunks[subject.front()].lemma);
}

void complete_sides(const Stage& stage, const Evoked& evoked, Claim& claim) {
  // what is found on its way: where else the article has goods go says nothing of it
  if (claim.evidence.rule.starts_with("give.found")) return;
  static constexpr std::string_view kTypes[] = {"transfer", "technology", "deployment", "labor",
                                                "training"};
  if (std::find(std::begin(kTypes), std::end(kTypes), claim.type) == std::end(kTypes)) return;
  called_side(stage, claim);
  called_beside(stage, claim);
  if (against_deed(stage, evoked, claim) || handed_on(stage, evoked, claim)) return;
  if (claim.type == "transfer" && claim.actor && !claim.target) {
    const auto taker = taker_who_fires(stage, evoked.trigger);
    if (taker != claim.actor) claim.target = taker;
  }
  if (const auto who = earner(stage, evoked, claim)) claim.actor = who;
  if ((claim.actor && claim.target) || done_by_stranger(stage, evoked)) return;
  if (!claim.actor && !claim.target) {
    if (by_trips_told(stage, evoked) && claim.type == "transfer") {
      claim.actor = stage.memory.deed->actor;
      claim.target = stage.memory.deed->target;
      return;
    }
    same_sides(stage, claim);
    if (abroad(stage, evoked)) claim.target.reset();
    if (!claim.actor && !claim.target && claim.type == "transfer") {
      if (const auto told = sale_told(stage, evoked.trigger)) {
        claim.actor = told->actor;
        claim.target = told->target;
        if (told->certainty == Certainty::planned) claim.certainty = Certainty::planned;
      }
    }
    if (const Claim* like = deed_like(stage, evoked); like && !claim.actor && !claim.target) {
      claim.actor = like->actor;
      claim.target = like->target;
    }
    const bool to_come = !claim.actor && !claim.target && claim.type == "transfer" &&
                         claim.quantity && claim.evidence.rule.starts_with("get.come");
    if (const auto sides = to_come ? sides_told_before(stage) : std::nullopt) {
      claim.actor = sides->first;  // "Two systems are still to come"
      claim.target = sides->second;
    }
    return;
  }
  if (!claim.target && (to_nobody(stage, claim) || takes_nobody_known(stage, evoked, claim)))
    return;
  if (!claim.target && abroad(stage, evoked)) return;
  if (!claim.actor && (done_by_states(stage, evoked) || names_other_giver(stage, evoked))) return;
  const Party& known = claim.actor ? *claim.actor : *claim.target;
  // "20,000 such fighters", "foreign fighters": whoever sent them
  const std::string named = fold(stage.doc.words(span_of(claim, "item")));
  const bool of_anybody =
      named.find("such ") != std::string::npos || named.find("foreign ") != std::string::npos;
  if (!claim.actor && of_anybody && claim.type == "deployment") return;
  if (!claim.actor && (claim.type == "labor" || claim.type == "deployment") && claim.quantity) {
    // "15,000 workers are in Russia": of those who send people of this kind there
    const auto said = stage.memory.recent();
    const auto before = std::find_if(said.rbegin(), said.rend(), [&](const Claim& earlier) {
      return earlier.type == claim.type && earlier.target == claim.target && earlier.actor;
    });
    if (before != said.rend()) {
      claim.actor = before->actor;
      return;
    }
  }
  // "Kenya sent 400 officers to Haiti. Guatemala later added 150 soldiers": to the same mission
  const auto& people = stage.memory.people;
  if (claim.type == "deployment" && !claim.target && people && people->target &&
      stage.chunks[evoked.trigger].lemma == "add" && near(stage, *people) &&
      people->target != claim.actor) {
    claim.target = people->target;
    return;
  }
  if (const auto sender = sender_told(stage, evoked, claim)) {
    claim.actor = sender;
    return;
  }
  if (const auto taker = claim.target ? std::nullopt : taker_told(stage, claim)) {
    claim.target = taker;
    return;
  }
  if (const auto taker = claim.target ? std::nullopt : taker_of_like(stage, claim)) {
    claim.target = taker;
    return;
  }
  if (const auto giver = claim.actor ? std::nullopt : giver_of_same(stage, claim)) {
    claim.actor = giver;
    return;
  }
  // one who has dealt with several leaves open with whom
  const Party* partner = nullptr;
  for (const auto& [first, second] : stage.memory.pairs) {
    const Party* other = known == first ? &second : known == second ? &first : nullptr;
    // the troops of a state go where it has sent things, not to who sent things to it
    if (claim.type == "deployment" && claim.actor && known != first) continue;
    if (other == nullptr) continue;
    if (partner != nullptr && *partner != *other && !claim.actor) return;
    if (partner == nullptr) partner = other;
  }
  if (partner != nullptr) {
    (claim.actor ? claim.target : claim.actor) = *partner;
    return;
  }
  if (!claim.actor && claim.type == "transfer") {
    if (const Party* giver = sole_giver(stage, claim)) claim.actor = *giver;
    if (claim.actor && claim.target == claim.actor) claim.actor.reset();
    return;
  }
  // "Russia sold six fighters to Myanmar … China delivered six jets": the same taker
  if (claim.actor && claim.type == "transfer" && stage.memory.deed && stage.memory.deed->target &&
      *stage.memory.deed->target != *claim.actor &&
      (near(stage, *stage.memory.deed) || sole_taker(stage, *stage.memory.deed->target))) {
    claim.target = stage.memory.deed->target;
  }
}

}  // namespace

void complete(const Stage& stage, const Evoked& evoked, Claim& claim) {
  const bool open = !claim.target;
  complete_sides(stage, evoked, claim);
  // an army is of a state, and no armed group
  if (open && claim.target && claim.target->iso2.empty() && taken_by_army(stage, evoked))
    claim.target.reset();
}

namespace {

/// Whether the article has told of sanctions or of a rule on a party.
bool known_bound(const Stage& stage, const std::optional<Party>& party) {
  const auto said = stage.memory.recent();
  return party && std::any_of(said.begin(), said.end(), [&](const Claim& before) {
           return (before.type == "sanction" || before.type == "limit") && before.target == party;
         });
}

/// "exported fuel", "sales of arms": a cap on it binds who sells, as likely as who buys.
bool is_sold(const Stage& stage, const Claim& deed) {
  const Span trigger = span_of(deed, "trigger");
  return std::any_of(stage.chunks.begin(), stage.chunks.end(), [&](const Chunk& chunk) {
    return chunk.head_span == trigger &&
           (chunk.lemma == "export" || chunk.lemma == "sell" || chunk.lemma == "sale");
  });
}

}  // namespace

void bind_by_deed(const Stage& stage, std::vector<Claim>& claims) {
  for (Claim& rule : claims) {
    if (rule.type != "limit" || rule.target || item_span(rule).empty()) continue;
    for (const Claim& deed : claims) {
      if (deed.type != "transfer" || item_span(deed) != item_span(rule) || !deed.target ||
          deed.target->iso2.empty() || deed.target == rule.actor)
        continue;
      const bool giver = known_bound(stage, deed.actor);
      const bool taker = known_bound(stage, deed.target);
      const bool capped = deed.item->category == "fuel" || deed.item->key.ends_with("arms");
      if (giver == taker && (giver || is_sold(stage, deed) || !capped)) continue;
      rule.target = giver ? deed.actor : deed.target;
      break;
    }
  }
}

}  // namespace msmt
