/// Killed, wounded, captured: casualties.
#include <algorithm>
#include <array>

#include "claims/filler.hpp"

namespace msmt {

namespace {

/// "the 600 dead", "4,100 wounded": the noun says what became of people that it does not name.
bool is_fate(const Chunk& chunk) { return chunk.item_id == "casualties"; }

bool is_people(std::string_view item_class) {
  return item_class == "people" || item_class == "troops" || item_class == "workers";
}

}  // namespace

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
  const bool refers = c.pronoun || captive || is_part(stage_.doc.text(c.span)) || is_fate(c) ||
                      c.item_class.empty() || (named && c.item_class != "people");
  if (!refers) return std::nullopt;
  if (stage_.memory.casualties && is_fate(c) &&
      stage_.memory.casualties->evidence.bytes == sentence_span() &&
      stage_.memory.casualties->actor) {
    return Named{*stage_.memory.casualties->actor, c.span};
  }
  if (is_fate(c) && c.quantity == nullptr) return std::nullopt;
  if (is_fate(c) && stage_.grammar.any_is(WordClass::bystander, c.before))
    return std::nullopt;  // "left 50 people dead": anybody's
  const bool of_them =
      i + 2 < stage_.chunks.size() && chunk(i + 1).word == "of" && chunk(i + 2).head == "them";
  if (of_them && stage_.memory.casualties && stage_.memory.casualties->actor &&
      stage_.memory.casualties->evidence.bytes == sentence_span())
    return Named{*stage_.memory.casualties->actor, c.span};  // "the men took losses: 84 of them …"
  return owner_of_named_people(stage_, i);
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
  if (trigger().lemma == "surrender" && !sides_.of("obj").empty())
    return refuse("something is given up");  // "surrender half of their pay"
  std::vector<Claim> out;
  for (const std::size_t i : items()) {
    const Chunk& c = chunk(i);
    // "600 of them were killed": of the people named before
    const bool elliptical = class_of(stage_.grammar, c).empty() && is_count(c) &&
                            stage_.memory.people_owner;  // and not "three city blocks"
    const bool counts_toll = elliptical && i + 3 < stage_.chunks.size() &&
                             chunk(i + 1).word == "of" && is_people(chunk(i + 3).item_class) &&
                             chunk(i + 3).kind == ChunkKind::phrase;
    if (counts_toll) continue;  // "38 of them dead": toll() reads it
    // "killed 12 people and wounded 40 others"
    const auto& told = stage_.memory.casualties;
    const bool others = c.head == "others" && c.quantity != nullptr && told && told->item &&
                        told->evidence.bytes == sentence_span();
    if (others) {
      Claim claim = start("casualties");
      set_item(claim, i);
      claim.item = told->item;
      if (claim.quantity && claim.quantity->unit.empty() && told->quantity)
        claim.quantity->unit = told->quantity->unit;
      claim.actor = told->actor;
      out.push_back(std::move(claim));
      continue;
    }
    if (const std::size_t whole = whole_of_sentence(i); whole != i) {
      // "Of the 9,000 soldiers sent to Haiti, more than 600 have been killed"
      Claim claim = start("casualties");
      set_item(claim, i);
      claim.item = item_of(stage_, chunk(whole));
      auto owner = owner_of_people(whole);
      if (!owner) owner = owner_of_named_people(stage_, whole);
      set(claim, &Claim::actor, "actor", owner);
      if (claim.quantity) out.push_back(std::move(claim));
      continue;
    }
    const bool members = c.lemma == "member" && c.owner && c.quantity != nullptr;
    if (!is_people(class_of(stage_.grammar, c)) && !elliptical && !members) {
      why_ = "no people";
      continue;
    }
    Claim claim = start("casualties");
    set_item(claim, i);
    auto owner = owner_of_people(i);
    if (elliptical && stage_.memory.people && stage_.memory.people->item) {
      claim.item->name = stage_.memory.people->item->name;
      claim.item->key = stage_.memory.people->item->key;
      if (claim.quantity && claim.quantity->unit.empty() && stage_.memory.people->quantity)
        claim.quantity->unit = stage_.memory.people->quantity->unit;
    }
    if (const auto& loser = get(roles_, "actor"); !loser.empty()) {
      // "Armenia lost 3,825 soldiers", "they suffered 150 casualties"
      if (!owner || is_fate(c)) {
        const auto named = party("actor");
        const std::string& head = chunk(loser.front()).head;
        const bool somebody = head == "he" || head == "she";  // who stands for no state
        owner = named || somebody ? named : owner_of_people(loser.front());
      }
    }
    if (!claim.quantity && stage_.grammar.is(WordClass::figure, c.lemma))
      figure_of_killed(claim, i);
    if (!owner) owner = state_of_victims(i);
    set(claim, &Claim::actor, "actor", owner);
    if (!claim.quantity && !claim.actor) {
      why_ = "no count and nobody's";
      continue;
    }
    out.push_back(std::move(claim));
  }
  return out;
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
  const std::string words = fold(stage_.doc.text(c.span));
  if (!stage_.grammar.is(WordClass::bystander, c.lemma) || words.find("'s ") != std::string::npos)
    return std::nullopt;
  auto where = place("place");
  if (where && where->party.iso2.empty()) where.reset();
  return where;
}

std::vector<Claim> Filler::toll() {
  const Chunk& c = trigger();
  const std::size_t next = trigger_ + 1;
  if (c.quantity == nullptr && trigger_ > 0 && chunk(trigger_ - 1).voice == Voice::gerund &&
      chunk(trigger_ - 1).kind == ChunkKind::verb && chunk(trigger_ - 1).lemma == "count")
    return refuse("counted with others");  // "Counting the wounded, casualties stand at 4,700"
  if (next < stage_.chunks.size() && chunk(next).voice == Voice::passive) {
    const auto& frames = stage_.grammar.frames("verb", chunk(next).lemma);
    if (!frames.empty() && frames.front()->type == "casualties")
      return refuse("the verb says whose");  // "6,000 casualties were suffered by the army"
  }
  // "40 of them children", "600 of whom dead": the count stands before, `of them` between
  const bool partitive =
      trigger_ >= 3 && chunk(trigger_ - 1).kind == ChunkKind::phrase &&
      (chunk(trigger_ - 1).head == "them" || chunk(trigger_ - 1).head == "these") &&
      chunk(trigger_ - 2).word == "of" && chunk(trigger_ - 3).quantity != nullptr;
  const bool with_toll =
      stage_.memory.casualties && stage_.memory.casualties->evidence.bytes == sentence_span();
  if (!is_fate(c)) {
    // "children", "women" are a toll only beside one
    const bool beside = with_toll && (partitive || (trigger_ > 0 && c.quantity != nullptr &&
                                                    chunk(trigger_ - 1).word == "including"));
    if (!beside) return refuse("no toll that they are part of");
  }
  Claim claim = start("casualties");
  set_item(claim, trigger_);
  auto owner = owner_of_people(trigger_);
  if (const auto& among = sides_.of("among"); !owner && !among.empty())
    owner = owner_of_people(among.front());  // "the death toll among Syrian soldiers"
  const auto& of = sides_.of("of");
  if (!of.empty() && is_people(class_of(stage_.grammar, chunk(of.front())))) {
    set_item(claim, of.front());  // "the death of 20 Chadian soldiers"
    owner = owner_of_people(of.front());
  }
  if (partitive) {
    set_quantity(claim, trigger_ - 3);
    owner = owner_of_people(trigger_ - 1);
    if (with_toll)
      owner = stage_.memory.casualties->actor
                  ? std::optional(Named{*stage_.memory.casualties->actor, c.span})
                  : std::nullopt;
  } else if (c.quantity == nullptr && trigger_ >= 3 && chunk(trigger_ - 1).word == "as" &&
             chunk(trigger_ - 2).kind == ChunkKind::verb &&
             is_people(class_of(stage_.grammar, chunk(trigger_ - 3)))) {
    set_item(claim, trigger_ - 3);  // "2,016 of its soldiers are counted as dead"
    owner = owner_of_people(trigger_ - 3);
  }
  if (!claim.quantity) reached(claim);
  if (!claim.quantity) put_at(claim);
  if (!claim.quantity) return refuse("not counted");
  if (claim.quantity->unit == "US dollar" || claim.quantity->unit == "percent")
    return refuse("a loss of money");
  set(claim, &Claim::actor, "actor", owner);
  return {claim};
}

std::optional<Claim> fallen(const Stage& stage, std::size_t i) {
  const Chunk& c = stage.chunks[i];
  if (c.kind != ChunkKind::phrase || c.money) return std::nullopt;
  const Mention* count = c.quantity;
  for (const Mention& mention : stage.reading.mentions) {
    if (count == nullptr && std::holds_alternative<Quantity>(mention.value) &&
        c.of.contains(mention.span))
      count = &mention;  // "the portraits of 101 fallen soldiers"
  }
  const bool people = is_people(c.item_class) || is_people(c.of_class);
  if (!people || count == nullptr) return std::nullopt;
  const std::string counted = fold(stage.doc.text({count->span.begin, c.span.end}));
  bool dead = false;
  for (std::size_t t = c.first; t < c.last; ++t)
    dead = dead || stage.grammar.is(WordClass::fallen, stage.reading.tokens[t].folded);
  if (!dead || counted.find(" of ") != std::string::npos) return std::nullopt;
  Claim claim;
  claim.type = "casualties";
  claim.evidence.rule = "casualties.fallen";
  claim.item = item_of(stage, c);
  claim.quantity = std::get<Quantity>(count->value);
  auto owner = owner_of(stage, i);
  if (!owner) owner = owner_of_named_people(stage, i);
  if (owner) {
    claim.actor = owner->party;
    claim.evidence.spans.emplace_back("actor", owner->span);
  }
  claim.evidence.spans.emplace_back("trigger", c.span);
  claim.evidence.spans.emplace_back("item", c.span);
  claim.evidence.spans.emplace_back("quantity", count->span);
  return claim;
}

void Filler::put_at(Claim& claim) const {
  std::size_t k = trigger_ + 1;
  while (k + 2 < stage_.chunks.size() && (chunk(k).word == "in" || chunk(k).word == "on") &&
         chunk(k + 1).kind == ChunkKind::phrase) {
    k += 2;
  }
  if (k < stage_.chunks.size() && chunk(k).kind == ChunkKind::verb) {
    const auto& frames = stage_.grammar.frames("verb", chunk(k).lemma);
    if (std::any_of(frames.begin(), frames.end(),
                    [](const Frame* frame) { return frame->id == "more.put"; }))
      ++k;
  }
  if (k + 1 >= stage_.chunks.size() || chunk(k).kind != ChunkKind::word) return;
  if (chunk(k).word != "at" && chunk(k).word != "of") return;
  if (chunk(k + 1).kind == ChunkKind::phrase && class_of(stage_.grammar, chunk(k + 1)) != "money")
    set_quantity(claim, k + 1);
}

}  // namespace msmt
