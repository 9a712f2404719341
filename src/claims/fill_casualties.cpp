/// Killed, wounded, captured: casualties.
#include <algorithm>
#include <array>

#include "claims/filler.hpp"
#include "claims/scene.hpp"

namespace msmt {

std::optional<Named> Filler::owner_of_people(std::size_t i) const {
  if (auto owner = owner_of(stage_, i)) return owner;
  const Chunk& c = chunk(i);
  for (std::size_t k = i + 1; k + 1 < stage_.chunks.size() && k < i + 3; ++k) {
    // "two divers from Japan"
    if (chunk(k).kind == ChunkKind::word && chunk(k).word == "from" && chunk(k + 1).country_head)
      return chunk(k + 1).party;
    if (chunk(k).kind == ChunkKind::phrase) break;
  }
  if (c.party && !c.party->party.iso2.empty()) return c.party;
  // "four of the Eternity's crew": somebody's, whoever that is
  const std::string words = fold(stage_.doc.text(c.span));
  if (words.find("'s ") != std::string::npos) return std::nullopt;
  // "twelve of them", "those soldiers", "they", and counts of the killed beside another count
  const bool named = c.demonstrative || fold(stage_.doc.text(c.span)).starts_with("the ");
  const bool captive = c.lemma == "prisoner" || c.lemma == "prisoner of war" || c.lemma == "pow" ||
                       stage_.doc.text(c.span).ends_with("prisoners of war");
  // "two of the soldiers", "600 of those troops": of those named before
  const bool partitive = c.quantity != nullptr && c.item_class != "people" && c.of.empty() &&
                         (words.find(" of the ") != std::string::npos ||
                          words.find(" of those ") != std::string::npos ||
                          words.find(" of these ") != std::string::npos);
  const bool refers = c.pronoun || partitive || captive || is_part(stage_.doc.text(c.span)) ||
                      is_fate(c) || c.item_class.empty() || c.meant != nullptr ||
                      (named && c.item_class != "people");
  if (!refers) return std::nullopt;
  if (stage_.memory.casualties && is_fate(c) &&
      stage_.memory.casualties->evidence.bytes == sentence_span() &&
      stage_.memory.casualties->actor) {
    return Named{*stage_.memory.casualties->actor, c.span};
  }
  // "The losses came to 4,700", right behind who fought
  const bool theirs = named && is_plural(c.head) && stage_.memory.people_item &&
                      stage_.memory.people_sentence + 1 == stage_.reading.sentence;
  if (is_fate(c) && c.quantity == nullptr && !theirs) return std::nullopt;
  if (is_fate(c) && stage_.grammar.any_is(WordClass::bystander, c.before))
    return std::nullopt;  // "left 50 people dead": anybody's
  const bool of_them =
      i + 2 < stage_.chunks.size() && chunk(i + 1).word == "of" && chunk(i + 2).head == "them";
  if (of_them && stage_.memory.casualties && stage_.memory.casualties->actor &&
      stage_.memory.casualties->evidence.bytes == sentence_span())
    return Named{*stage_.memory.casualties->actor, c.span};  // "the men took losses: 84 of them …"
  return owner_of_named_people(stage_, i);
}

bool Filler::is_ranked(std::size_t i) const {
  const auto owner = owner_of(stage_, i);
  return owner && !chunk(i).person && stage_.grammar.is(WordClass::ranked, chunk(i).lemma);
}

Span Filler::sentence_span() const { return stage_.doc.sentences[stage_.reading.sentence].span; }

std::vector<Claim> Filler::casualties() {
  if (trigger().lemma == "surrender" && !sides_.of("obj").empty())
    return refuse("they surrender something");
  if (needs_self()) return toll();
  if (frame_.id == "casualties.life") return lives();
  if (trigger().lemma == "fall" && trigger_ + 1 < stage_.chunks.size() &&
      chunk(trigger_ + 1).kind == ChunkKind::phrase) {
    return refuse("fell otherwise");  // "fell ill", "fell victim to a fraud"
  }
  std::vector<Claim> out;
  for (const std::size_t i : items()) {
    auto claim = further_victims(i);
    if (!claim) claim = victims_of_whole(i);
    if (!claim) claim = victims_named(i);
    // not "Most of them fell", without a count
    const bool counted = claim && (claim->quantity || chunk(i).meant == nullptr);
    if (counted && (claim->quantity || claim->actor)) out.push_back(std::move(*claim));
  }
  return out;
}

std::optional<Claim> Filler::further_victims(std::size_t i) const {
  const Chunk& c = chunk(i);
  const auto& told = stage_.memory.casualties;
  const bool bare = c.head == "others" || (is_count(c) && c.item_class.empty() && !c.party);
  const bool part = (i + 1 < stage_.chunks.size() && is_word(chunk(i + 1), "of")) ||
                    stage_.doc.text(c.span).find(" of ") != std::string_view::npos;
  if (!bare || part || c.quantity == nullptr || !told || !told->item ||
      told->evidence.bytes != sentence_span())
    return std::nullopt;
  Claim claim = start("casualties");
  set_item(claim, i);
  claim.item = told->item;
  if (claim.quantity && claim.quantity->unit.empty() && told->quantity)
    claim.quantity->unit = told->quantity->unit;
  claim.actor = told->actor;
  return claim;
}

std::optional<Claim> Filler::victims_of_whole(std::size_t i) const {
  const std::size_t whole = whole_of_sentence(i);
  if (whole == i) return std::nullopt;
  Claim claim = start("casualties");
  set_item(claim, i);
  claim.item = item_of(stage_, chunk(whole));
  auto owner = owner_of_people(whole);
  if (!owner) owner = owner_of_named_people(stage_, whole);
  set(claim, &Claim::actor, "actor", owner);
  if (!claim.quantity) return std::nullopt;
  return claim;
}

std::optional<Claim> Filler::victims_named(std::size_t i) {
  const Chunk& c = chunk(i);
  // "600 of them were killed": of the people named before
  const bool elliptical = class_of(stage_.grammar, c).empty() && is_count(c) &&
                          stage_.memory.people_owner;  // and not "three city blocks"
  const bool counts_toll = elliptical && i + 3 < stage_.chunks.size() &&
                           chunk(i + 1).word == "of" && is_people(chunk(i + 3).item_class) &&
                           chunk(i + 3).kind == ChunkKind::phrase;
  if (counts_toll) return std::nullopt;  // "38 of them dead": toll() reads it
  const bool members = c.lemma == "member" && c.owner && c.quantity != nullptr;
  const bool bystanders = c.quantity != nullptr && trigger().lemma != "fall" &&
                          stage_.grammar.is(WordClass::bystander, c.lemma);
  // "the number of North Koreans killed"
  const bool nationals = stage_.grammar.is(WordClass::figure, c.lemma) &&
                         std::any_of(c.names.begin(), c.names.end(), [&](const Mention* name) {
                           const auto* state = std::get_if<Country>(&name->value);
                           return state != nullptr && state->form == "adjective" &&
                                  name->span.end == c.of.end &&
                                  is_plural(fold(stage_.doc.text(name->span)));
                         });
  if (!is_people(class_of(stage_.grammar, c)) && !elliptical && !members && !is_ranked(i) &&
      !bystanders && !nationals) {
    why_ = "no people";
    return std::nullopt;
  }
  Claim claim = start("casualties");
  set_item(claim, i);
  auto owner = owner_of_people(i);
  if (elliptical && !bystanders && stage_.memory.people && stage_.memory.people->item) {
    claim.item->name = stage_.memory.people->item->name;
    claim.item->key = stage_.memory.people->item->key;
    if (claim.quantity && claim.quantity->unit.empty() && stage_.memory.people->quantity)
      claim.quantity->unit = stage_.memory.people->quantity->unit;
  }
  if (const auto& loser = get(roles_, "actor"); !loser.empty() && (!owner || is_fate(c))) {
    // "Armenia lost 3,825 soldiers", "they suffered 150 casualties"
    const auto named = party("actor");
    const std::string& head = chunk(loser.front()).head;
    const bool somebody = head == "he" || head == "she";  // who stands for no state
    owner = named || somebody ? named : owner_of_people(loser.front());
  }
  if (!claim.quantity && stage_.grammar.is(WordClass::figure, c.lemma)) figure_of_killed(claim, i);
  if (!owner && frame_.id != "casualties.lose") owner = state_of_victims(i);
  set(claim, &Claim::actor, "actor", owner);
  if (!claim.quantity && !claim.actor) why_ = "no count and nobody's";
  return claim;
}

std::size_t Filler::whole_of_sentence(std::size_t i) const {
  const bool opens = i > 1 && (is_word(chunk(0), "of") || is_word(chunk(0), "out of"));
  const Chunk& c = chunk(i);
  if (!opens || c.quantity == nullptr || !class_of(stage_.grammar, c).empty()) return i;
  return is_people(class_of(stage_.grammar, chunk(1))) ? 1 : i;
}

void Filler::figure_of_killed(Claim& claim, std::size_t i) const {
  for (std::size_t k = trigger_ + 1; k + 1 < stage_.chunks.size() && k < trigger_ + 10; ++k) {
    const Chunk& c = chunk(k);
    const bool also = c.voice == Voice::participle &&
                      std::any_of(stage_.grammar.frames("verb", c.lemma).begin(),
                                  stage_.grammar.frames("verb", c.lemma).end(),
                                  [](const Frame* frame) { return frame->type == "casualties"; });
    if (also || c.word == "and" || c.word == "or") continue;  // "killed and wounded"
    const bool verb = c.kind == ChunkKind::verb;
    if (verb && !stage_.grammar.is(WordClass::reach, c.lemma)) return;
    if (!verb && !is_word(c, "at") && !is_word(c, "to")) continue;
    // "put the number of soldiers killed at 600", "the number of those killed has risen to 600"
    const std::size_t at = verb && is_word(chunk(k + 1), "to") ? k + 2 : k + 1;
    if (at >= stage_.chunks.size() || chunk(at).quantity == nullptr || chunk(at).money) continue;
    set_quantity(claim, at);
    if (claim.quantity && claim.quantity->unit.empty()) {
      const std::string people = item_of(stage_, chunk(i)).name;
      claim.quantity->unit = singular(people.substr(people.find_last_of(' ') + 1));
    }
    return;
  }
}

std::vector<Claim> Filler::lives() {
  const auto& first = sides_.of("obj");
  const auto& second = sides_.of("second");
  const auto& who = sides_.of("subj");
  std::size_t people = kNoChunk;
  if (first.empty()) return refuse("nobody's life");
  const auto captured = [&](std::size_t i) {
    const Chunk& c = chunk(i);
    return c.quantity == nullptr && stage_.grammar.is(WordClass::captive, c.lemma);
  };
  if (trigger().lemma == "take") {
    // "two soldiers were taken prisoner", "took 20 sailors hostage"
    const bool passive = trigger().voice == Voice::passive;
    if (passive && captured(first.front()) && !who.empty()) people = who.front();
    if (!passive && !second.empty() && captured(second.front())) people = first.front();
  }
  if (people != kNoChunk) {
    // whom they are taken from is said of them below
  } else if (chunk(first.front()).lemma == "life") {
    const bool lost = trigger().lemma == "lose";
    if (lost && !who.empty()) people = who.front();  // "12 sailors lost their lives"
    if (!lost && is_people(chunk(first.front()).of_class)) people = first.front();
  } else if (!second.empty() && chunk(second.front()).lemma == "life") {
    people = first.front();  // "cost 30 soldiers their lives"
  }
  if (people == kNoChunk) return refuse("nobody's life");
  const Chunk& c = chunk(people);
  Claim claim = start("casualties");
  set_item(claim, people);
  if (c.lemma == "life") {
    for (const Mention& mention : stage_.reading.mentions) {
      if (!std::holds_alternative<Quantity>(mention.value) || !c.of.contains(mention.span))
        continue;
      claim.quantity = std::get<Quantity>(mention.value);
      span(claim, "quantity", mention.span);
      const std::string& name = claim.item->name;  // "40 sailors"
      claim.item->name = name.substr(name.find_last_of(' ') + 1);
    }
  }
  auto owner = owner_of_people(people);
  if (!owner) owner = state_of_victims(people);
  set(claim, &Claim::actor, "actor", owner);
  if (!claim.quantity) return refuse("not counted");
  return {claim};
}

std::optional<Named> Filler::state_of_victims(std::size_t i) const {
  const Chunk& c = chunk(i);
  std::string who = c.lemma;
  if (who == "life") {  // "the lives of six residents"
    const std::string of = fold(stage_.doc.text(c.of));
    who = singular(of.substr(of.find_last_of(' ') + 1));
  }
  const std::string words = fold(stage_.doc.text(c.span));
  if (!stage_.grammar.is(WordClass::bystander, who) || words.find("'s ") != std::string::npos)
    return std::nullopt;
  // "100 Kurdish fighters dead", "the 176 people on board": people of some army or of any state
  const std::string unit = c.quantity == nullptr ? "" : std::get<Quantity>(c.quantity->value).unit;
  const bool others = !unit.empty() && !stage_.grammar.is(WordClass::bystander, unit);
  const bool travel = i + 1 < stage_.chunks.size() &&
                      (is_word(chunk(i + 1), "aboard") || is_word(chunk(i + 1), "onboard") ||
                       is_word(chunk(i + 1), "on board") || chunk(i + 1).head == "onboard");
  if (others || travel || words.ends_with("aboard") || words.ends_with("onboard"))
    return std::nullopt;
  auto where = place("place");
  if (!where || where->party.iso2.empty()) where = scene_of(stage_, trigger_);
  const Memory& memory = stage_.memory;
  if (!where && memory.use && memory.use->evidence.bytes == sentence_span() && memory.use->target &&
      !memory.use->target->iso2.empty())
    where = Named{*memory.use->target, c.span};
  const bool goes_on = memory.scene_sentence + 1 == stage_.reading.sentence;
  if (!where && memory.scene && goes_on) where = Named{*memory.scene, c.span};
  return where;
}

}  // namespace msmt
