/// Killed, wounded, captured: casualties.
#include "claims/fill_casualties.hpp"

#include <algorithm>
#include <array>

#include "claims/fill_goods.hpp"
#include "claims/fill_people.hpp"
#include "claims/filler.hpp"
#include "claims/scene.hpp"
#include "claims/sentence_claims.hpp"

namespace msmt {

namespace {

/// "a Syrian general": somebody of an armed force, by rank or post.
bool is_ranked(const Filler& f, std::size_t i) {
  const auto owner = owner_of(f.stage, i);
  return owner && !f.chunk(i).person && f.stage.grammar.is(WordClass::ranked, f.chunk(i).lemma);
}

/// "killed 12 people and wounded 40 others", "and about 40 were wounded": a count that goes on.
std::optional<Claim> further_victims(const Filler& f, std::size_t i) {
  const Chunk& c = f.chunk(i);
  const auto& told = f.stage.memory.casualties;
  // "38,919 dead, with another 89,622 people injured"
  const bool another = c.item_class == "people" && !c.owner && c.quantity != nullptr && i > 1 &&
                       is_word(f.chunk(i - 1), "with") &&
                       fold(f.stage.doc.words(c.span)).starts_with("another ");
  const bool bare =
      c.head == "others" || another || (is_count(c) && c.item_class.empty() && !c.party);
  const bool part = (i + 1 < f.stage.chunks.size() && is_word(f.chunk(i + 1), "of")) ||
                    f.stage.doc.words(c.span).find(" of ") != std::string_view::npos;
  if (!bare || part || c.quantity == nullptr || !told || !told->item ||
      told->evidence.bytes != sentence_span(f))
    return std::nullopt;
  Claim claim = f.start("casualties");
  f.set_item(claim, i);
  if (!another) claim.item = told->item;
  if (claim.quantity && claim.quantity->unit.empty() && told->quantity)
    claim.quantity->unit = told->quantity->unit;
  claim.actor = told->actor;
  return claim;
}

/// "killed two Americans and three others": the others of a list, of whatever state where a nation was named before.
std::optional<Claim> others_of_list(const Filler& f, std::size_t i,
                                    const std::vector<Claim>& before) {
  const Chunk& c = f.chunk(i);
  if (c.head != "others" || c.quantity == nullptr || before.empty() || i < 2) return std::nullopt;
  Claim claim = before.back();
  const std::string unit = claim.quantity ? claim.quantity->unit : std::string("person");
  drop_spans(claim, {"quantity", "item"});
  f.set_quantity(claim, i);
  add_span(claim, "item", c.span);
  const bool nation = f.chunk(i - 2).owner.has_value() || f.chunk(i - 2).party.has_value();
  if (nation) {
    claim.actor.reset();
    drop_spans(claim, {"actor"});
    claim.item = Item{"people", "people", "", f.stage.grammar.path("people")};
  }
  if (claim.quantity) claim.quantity->unit = nation ? "person" : unit;
  return claim;
}

/// "Of the 9,000 soldiers sent, more than 600": the chunk of the people; i itself for none.
std::size_t whole_of_sentence(const Filler& f, std::size_t i) {
  const bool opens = i > 1 && (is_word(f.chunk(0), "of") || is_word(f.chunk(0), "out of"));
  const Chunk& c = f.chunk(i);
  if (!opens || c.quantity == nullptr || !class_of(f.stage.grammar, c).empty()) return i;
  return is_people(class_of(f.stage.grammar, f.chunk(1))) ? 1 : i;
}

/// "Of the 9,000 soldiers sent to Haiti, more than 600 have been killed"
std::optional<Claim> victims_of_whole(const Filler& f, std::size_t i) {
  const std::size_t whole = whole_of_sentence(f, i);
  if (whole == i) return std::nullopt;
  Claim claim = f.start("casualties");
  f.set_item(claim, i);
  claim.item = item_of(f.stage, f.chunk(whole));
  auto owner = owner_of_people(f, whole);
  if (!owner) owner = owner_of_named_people(f.stage, whole);
  set_party(claim, &Claim::actor, "actor", owner);
  if (!claim.quantity) return std::nullopt;
  return claim;
}

/// "the number of soldiers killed rose to 600", "put the number of the killed and wounded at 600"
void figure_of_killed(const Filler& f, Claim& claim, std::size_t i) {
  for (std::size_t k = f.at + 1; k + 1 < f.stage.chunks.size() && k < f.at + 10; ++k) {
    const Chunk& c = f.chunk(k);
    const bool also =
        c.voice == Voice::participle && f.stage.grammar.evokes("verb", c.lemma, {"casualties"});
    if (also || c.word == "and" || c.word == "or") continue;  // "killed and wounded"
    const bool verb = c.kind == ChunkKind::verb;
    if (verb && !f.stage.grammar.is(WordClass::reach, c.lemma)) return;
    if (!verb && !is_word(c, "at") && !is_word(c, "to")) continue;
    // "put the number of soldiers killed at 600", "the number of those killed has risen to 600"
    const std::size_t at = verb && is_word(f.chunk(k + 1), "to") ? k + 2 : k + 1;
    if (at >= f.stage.chunks.size() || f.chunk(at).quantity == nullptr || f.chunk(at).money)
      continue;
    f.set_quantity(claim, at);
    if (claim.quantity && claim.quantity->unit.empty()) {
      const std::string people = item_of(f.stage, f.chunk(i)).name;
      claim.quantity->unit = singular(people.substr(people.find_last_of(' ') + 1));
    }
    return;
  }
}

/// "Peru lost a colonel": of its own.
bool loses_officer(const Filler& f, std::size_t i) {
  return f.frame.id == "casualties.lose" && !f.chunk(i).person &&
         f.stage.grammar.is(WordClass::ranked, f.chunk(i).lemma) && f.party("actor");
}

/// "raised its estimate of Cubans killed": nationals whom a figure counts.
bool estimated_nationals(const Filler& f, std::size_t i) {
  const Chunk& c = f.chunk(i);
  return i >= 2 && is_word(f.chunk(i - 1), "of") && c.party && !c.party->party.iso2.empty() &&
         !c.country_head && is_plural(c.head) && f.trigger().voice == Voice::participle &&
         f.stage.grammar.is(WordClass::figure, f.chunk(i - 2).lemma);
}

/// The people of chunk i, who were killed, wounded or captured.
std::optional<Claim> victims_named(Filler& f, std::size_t i) {
  const Chunk& c = f.chunk(i);
  // "600 of them were killed": of the people named before
  const bool elliptical = class_of(f.stage.grammar, c).empty() && is_count(c) &&
                          f.stage.memory.people_owner;  // and not "three city blocks"
  const bool counts_toll = elliptical && i + 3 < f.stage.chunks.size() &&
                           f.chunk(i + 1).word == "of" && is_people(f.chunk(i + 3).item_class) &&
                           f.chunk(i + 3).kind == ChunkKind::phrase;
  if (counts_toll) return std::nullopt;  // "38 of them dead": toll() reads it
  const bool members = c.lemma == "member" && c.owner && c.quantity != nullptr;
  // "A man was killed in Kherson" as well, where it is known whose he is
  const bool one = is_indefinite(f.stage, c) && !is_plural(c.head) && c.weapon == nullptr;
  const bool bystanders = (c.quantity != nullptr || one) && f.trigger().lemma != "fall" &&
                          (f.stage.grammar.is(WordClass::bystander, c.lemma) ||
                           f.stage.grammar.is(WordClass::armed_body, c.lemma) ||
                           f.stage.grammar.is(WordClass::ranked, c.lemma));
  // "the number of North Koreans killed"
  const bool nationals = f.stage.grammar.is(WordClass::figure, c.lemma) &&
                         std::any_of(c.names.begin(), c.names.end(), [&](const Mention* name) {
                           const auto* state = std::get_if<Country>(&name->value);
                           return state != nullptr && state->form == "adjective" &&
                                  name->span.end == c.of.end &&
                                  is_plural(fold(f.stage.doc.words(name->span)));
                         });
  const bool lifeless =
      f.stage.grammar.any_is(WordClass::lifeless, c.before) ||
      (c.quantity != nullptr && c.lemma == "unit" && !c.of_class.empty() && !is_people(c.of_class));
  if (lifeless) {
    f.why = "things lost, no people";  // "heavy material losses", "10,000 units of equipment"
    return std::nullopt;
  }
  const bool estimated = estimated_nationals(f, i);
  const bool lost = loses_officer(f, i);
  if (!is_people(class_of(f.stage.grammar, c)) && !elliptical && !members && !is_ranked(f, i) &&
      !bystanders && !nationals && !lost && !estimated) {
    f.why = "no people";
    return std::nullopt;
  }
  Claim claim = f.start("casualties");
  f.set_item(claim, i);
  auto owner = owner_of_people(f, i);
  // "The mercenaries suffered losses: rebels killed 84 of them"
  if (!owner && c.stands_for != kNoChunk && f.chunk(c.stands_for).definite)
    owner = owner_of_named_people(f.stage, c.stands_for);
  if (!owner && i + 2 < f.stage.chunks.size() && is_word(f.chunk(i + 1), "from")) {
    const auto home =
        party_of(f.stage, i + 2);  // "983 soldiers from the Togolese army were captured"
    if (home && !home->party.iso2.empty() && f.chunk(i + 2).item_class.empty()) owner = home;
  }
  if (elliptical && !bystanders && f.stage.memory.people && f.stage.memory.people->item) {
    claim.item->name = f.stage.memory.people->item->name;
    claim.item->key = f.stage.memory.people->item->key;
    if (claim.quantity && claim.quantity->unit.empty() && f.stage.memory.people->quantity)
      claim.quantity->unit = f.stage.memory.people->quantity->unit;
  }
  const bool of_unit =
      owner && owner->party.iso2.empty();  // "Peru lost 14 men of the 21st Brigade"
  if (const auto& loser = get(f.roles, "actor");
      !loser.empty() && (!owner || is_fate(c) || (of_unit && f.party("actor")))) {
    // "Armenia lost 3,825 soldiers", "they suffered 150 casualties"
    const auto named = f.party("actor");
    const std::string& head = f.chunk(loser.front()).head;
    const bool somebody = head == "he" || head == "she";  // who stands for no state
    owner = named || somebody ? named : owner_of_people(f, loser.front());
    if (!owner && !somebody)
      owner = state_of_victims(f, loser.front());  // "Government troops lost"
  }
  if (!claim.quantity && (f.stage.grammar.is(WordClass::figure, c.lemma) || estimated))
    figure_of_killed(f, claim, i);
  if (estimated && claim.quantity) claim.quantity->unit = "person";
  if (!owner && f.frame.id != "casualties.lose") owner = state_of_victims(f, i);
  set_party(claim, &Claim::actor, "actor", owner);
  if (!claim.quantity && !claim.actor) f.why = "no count and nobody's";
  return claim;
}

/// "the lives of 12 sailors", "the lives of 255 British and 649 Argentine servicemen": whether lives of people are
/// counted, whose noun may stand with the next count of the list.
bool counts_people(const Filler& f, const std::vector<std::size_t>& list) {
  const Chunk& lives = f.chunk(list.front());
  if (is_people(lives.of_class)) return true;
  if (list.size() < 2 || !is_people(f.chunk(list[1]).item_class) ||
      f.chunk(list[1]).quantity == nullptr)
    return false;
  const std::string& unit = std::get<Quantity>(f.chunk(list[1]).quantity->value).unit;
  return std::any_of(f.stage.reading.mentions.begin(), f.stage.reading.mentions.end(),
                     [&](const Mention& mention) {
                       const auto* count = std::get_if<Quantity>(&mention.value);
                       return count != nullptr && lives.of.contains(mention.span) &&
                              count->unit == unit;
                     });
}

/// "12 sailors lost their lives", "claimed the lives of 12 sailors"
std::vector<Claim> lives(Filler& f) {
  const auto& first = f.sides.of("obj");
  const auto& second = f.sides.of("second");
  const auto& who = f.sides.of("subj");
  std::size_t people = kNoChunk;
  if (first.empty()) return f.refuse("nobody's life");
  const auto captured = [&](std::size_t i) {
    const Chunk& c = f.chunk(i);
    return c.quantity == nullptr && f.stage.grammar.is(WordClass::captive, c.lemma);
  };
  if (f.trigger().lemma == "take") {
    // "two soldiers were taken prisoner", "took 20 sailors hostage"
    const bool passive =
        f.trigger().voice == Voice::passive || f.trigger().voice == Voice::participle;
    if (passive && captured(first.front()) && !who.empty()) people = who.front();
    if (!passive && !second.empty() && captured(second.front())) people = first.front();
  }
  if (people != kNoChunk) {
    // whom they are taken from is said of them below
  } else if (f.chunk(first.front()).lemma == "life") {
    const bool lost = f.trigger().lemma == "lose";
    if (lost && !who.empty()) people = who.front();  // "12 sailors lost their lives"
    if (!lost && counts_people(f, first)) people = first.front();
  } else if (!second.empty() && f.chunk(second.front()).lemma == "life") {
    people = first.front();  // "cost 30 soldiers their lives"
  }
  if (people == kNoChunk) return f.refuse("nobody's life");
  const Chunk& c = f.chunk(people);
  Claim claim = f.start("casualties");
  f.set_item(claim, people);
  if (c.lemma == "life") {
    for (const Mention& mention : f.stage.reading.mentions) {
      if (!std::holds_alternative<Quantity>(mention.value) || !c.of.contains(mention.span))
        continue;
      claim.quantity = std::get<Quantity>(mention.value);
      add_span(claim, "quantity", mention.span);
      const std::string& name = claim.item->name;  // "40 sailors"
      claim.item->name = name.substr(name.find_last_of(' ') + 1);
    }
  }
  auto owner = owner_of_people(f, people);
  if (!owner) owner = state_of_victims(f, people);
  set_party(claim, &Claim::actor, "actor", owner);
  if (!claim.quantity) return f.refuse("not counted");
  std::vector<Claim> out{claim};
  // "cost the lives of 14 Kenyan soldiers, three Malawian soldiers and one Nepali": each of the list
  for (const std::size_t i : first) {
    const bool more = c.lemma == "life" && i != people && f.chunk(i).quantity != nullptr &&
                      (is_people(f.chunk(i).item_class) || f.chunk(i).owner_is_adjective);
    if (!more) continue;
    Claim next = f.start("casualties");
    f.set_item(next, i);
    f.set_quantity(next, i);
    set_party(next, &Claim::actor, "actor", owner_of_people(f, i));
    out.push_back(std::move(next));
  }
  return out;
}

}  // namespace

Span sentence_span(const Filler& f) { return f.stage.doc.sentences[f.stage.reading.sentence].span; }

/// "Some 300 Malian soldiers laid down their arms": they are captured. Rebels may do so in peace.
bool lays_down_arms(const Filler& f) {
  const auto& arms = get(f.roles, "arms");
  if (arms.empty() || f.items().empty()) return false;
  const Chunk& who = f.chunk(f.items().front());
  const auto owner = owner_of(f.stage, f.items().front());
  return f.chunk(arms.front()).item_class == "arms" && f.chunk(arms.front()).owner &&
         who.quantity != nullptr && who.item_class == "troops" && owner &&
         !owner->party.iso2.empty();
}

namespace {

/// "Rebels hold 40 Malian soldiers", "holds 12 hostages": counted, and not their own.
bool holds_captives(const Filler& f) {
  const auto& who = get(f.roles, "doer");
  if (f.items().empty() || who.empty()) return false;
  const Chunk& held = f.chunk(f.items().front());
  if (held.quantity == nullptr) return false;
  if (f.stage.grammar.is(WordClass::captive, held.lemma) || held.lemma == "prisoner of war")
    return true;
  const auto owner = owner_of(f.stage, f.items().front());
  const Chunk& holder = f.chunk(who.front());
  const bool group = names_body(holder, {"armed group"});
  return held.item_class == "troops" && owner && !owner->party.iso2.empty() &&
         (group || f.stage.grammar.is(WordClass::armed_body, holder.lemma));
}

/// Why the words for the fallen tell of none; empty where they may.
std::string_view no_victims(const Filler& f) {
  if (f.items().empty()) return {};
  const std::size_t i = f.items().front();
  const Chunk& c = f.chunk(i);
  if (c.money) return "money that is lost";  // "a loss of 30 billion yen"
  // "the family of a soldier killed in action": any of them
  const bool kin = i > 1 && is_word(f.chunk(i - 1), "of") && f.chunk(i - 2).lemma == "family";
  if (kin && is_indefinite(f.stage, c) && c.quantity == nullptr) return "anybody who falls";
  // "and was shot dead": of whom the words before tell
  if (c.head == "dead" && c.quantity == nullptr && f.trigger().voice == Voice::passive && i > f.at)
    return "nobody beside the verb";
  return {};
}

}  // namespace

std::vector<Claim> casualties(Filler& f) {
  if (f.frame.id == "casualties.home" && !comes_in_coffin(f)) return f.refuse("in no coffin");
  if (f.frame.id == "casualties.disarm" && !lays_down_arms(f)) return f.refuse("no arms laid down");
  if (f.trigger().lemma == "surrender" && !f.sides.of("obj").empty())
    return f.refuse("they surrender something");
  if (f.frame.id == "casualties.hold" && !holds_captives(f)) return f.refuse("no captives");
  if (const std::string_view why = no_victims(f); !why.empty()) return f.refuse(why);
  if (f.needs_self()) return toll(f);
  // "losses of 6,000 troops, killed or injured": what the count is of
  if (f.trigger().voice == Voice::participle && f.at > 1 && is_word(f.chunk(f.at - 1), ",") &&
      (is_word(f.chunk(f.at + 1), "or") || is_word(f.chunk(f.at + 1), "and")) &&
      f.chunk(f.at + 2).voice == Voice::participle &&
      f.stage.grammar.evokes("verb", f.chunk(f.at + 2).lemma, {"casualties"}))
    return f.refuse("tells what the losses are");
  if (f.frame.id == "casualties.life") return lives(f);
  if (f.trigger().lemma == "fall" && f.at + 1 < f.stage.chunks.size() &&
      f.chunk(f.at + 1).kind == ChunkKind::phrase) {
    return f.refuse("fell otherwise");  // "fell ill", "fell victim to a fraud"
  }
  std::vector<Claim> out;
  for (std::size_t i : f.items()) {
    if (f.chunk(i).quantity != nullptr && f.chunk(i).quantity->rule == "quantity/multiplied")
      return f.refuse("how many times as many, not how many");   // "the injured more than tripled"
    if (i + 3 == f.at && estimated_nationals(f, i + 2)) i += 2;  // "its estimate of Cubans killed"
    if (f.trigger().lemma == "fall" && f.stage.grammar.is(WordClass::figure, f.chunk(i).lemma))
      return f.refuse("a figure fell");
    auto claim = others_of_list(f, i, out);
    if (!claim) claim = further_victims(f, i);
    if (!claim) claim = victims_of_whole(f, i);
    if (!claim) {
      const bool named = f.frame.id == "casualties.act" && f.chunk(i).person &&
                         !is_people(class_of(f.stage.grammar, f.chunk(i)));
      claim = named ? person_killed(f, i) : victims_named(f, i);
    }
    // not "Most of them fell", without a count
    const bool counted = claim && (claim->quantity || f.chunk(i).meant == nullptr);
    if (counted && (claim->quantity || claim->actor)) out.push_back(std::move(*claim));
  }
  return out;
}

}  // namespace msmt
