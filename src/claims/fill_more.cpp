/// What a deed that was named before consists of: "the shipments include …", "among them 200 tanks".
#include <algorithm>

#include "claims/filler.hpp"

namespace msmt {

std::optional<Claim> Filler::deed_of(std::size_t i) const {
  bool gives = false;
  bool takes = false;  // "Cyprus's purchases from Israel"
  if (stage_.grammar.is(WordClass::support_noun, chunk(i).lemma)) gives = true;
  if (chunk(i).item_class == "aid") gives = true;  // "a $400 million package for Ukraine"
  for (const Frame* frame : stage_.grammar.frames("noun", chunk(i).lemma)) {
    gives = gives || frame->id == "give.noun" || frame->id == "give.support";
    takes = takes || frame->id == "get.noun";
  }
  if (!gives && !takes) return std::nullopt;
  Claim deed;
  deed.type = "transfer";
  if (const auto owner = owner_of(stage_, i); owner && !is_scheme(i, owner->party))
    (takes ? deed.target : deed.actor) = owner->party;
  for (std::size_t k = i + 1; k + 1 < trigger_; ++k) {
    if (chunk(k).kind != ChunkKind::word || chunk(k + 1).kind != ChunkKind::phrase) continue;
    const auto named = party_of(stage_, k + 1);
    if (!named) continue;
    const std::string& word = chunk(k).word;
    if ((word == "by" || word == "from") && !deed.actor) deed.actor = named->party;
    if ((word == "to" || word == "for") && !deed.target) deed.target = named->party;
  }
  if (!deed.actor && chunk(i).item_class == "aid") {
    // "The Pentagon said a package for Ukraine would include …": whose body announces it gives it
    for (std::size_t k = 0; k < i && !deed.actor; ++k) {
      const auto named = chunk(k).kind == ChunkKind::phrase ? party_of(stage_, k) : std::nullopt;
      if (named && !named->party.iso2.empty() && named->party != deed.target)
        deed.actor = named->party;
    }
  }
  if (!deed.actor && !deed.target && chunk(i).definite && chunk(i).item_class == "aid" &&
      !stage_.memory.pairs.empty()) {
    deed.actor = stage_.memory.pairs.front().first;  // "the package will contain 40 missiles"
    deed.target = stage_.memory.pairs.front().second;
  }
  if (!deed.actor && !deed.target) return std::nullopt;
  return deed;
}

bool Filler::is_scheme(std::size_t i, const Party& owner) const {
  // "This Rapid Transfer Authority package": the law that it is given under, and no giver
  if (!owner.iso2.empty() || chunk(i).item_class != "aid") return false;
  return std::any_of(chunk(i).names.begin(), chunk(i).names.end(), [&](const Mention* name) {
    const auto* body = std::get_if<Organization>(&name->value);
    return body != nullptr && body->name == owner.name && body->kind == "government body";
  });
}

bool Filler::parts_of_lot(const Chunk& c) const {
  // "containers of supplies, including drones, mortars and rockets"; but "jammers, including parts"
  const auto& deed = stage_.memory.deed;
  if (frame_.id != "more.prep" || trigger().word != "including" || !deed || !deed->item)
    return false;
  if (deed->evidence.bytes.begin != stage_.sentence_begin()) return false;
  const std::string_view key = deed->item->key;
  const bool lot = key.starts_with("container") || key.starts_with("military-supplies") ||
                   key == "goods" || key == "aid" || key == "arms";
  return lot && (class_of(stage_.grammar, c) == "arms" || class_of(stage_.grammar, c) == "fuel");
}

std::optional<Claim> Filler::sum_before(const Chunk& c) const {
  if (frame_.pos != "prep" || stage_.memory.said.empty()) return std::nullopt;
  const Claim& said = stage_.memory.said.back();
  const bool lot = said.type == "finance" && said.target && said.item &&
                   said.evidence.bytes.begin == stage_.sentence_begin() &&
                   (said.item->key.starts_with("arms") || said.item->key.starts_with("aid") ||
                    said.item->key.starts_with("military-supplies") || said.item->key == "money");
  const std::string klass = class_of(stage_.grammar, c);
  if (!lot || (klass != "arms" && klass != "parts" && klass != "fuel" && klass != "goods"))
    return std::nullopt;
  Claim whole = said;
  whole.type = "transfer";
  return whole;
}

bool Filler::are_among() const {
  // "Among them were Koksan howitzers": of what the sentence before said went over
  const auto& deed = stage_.memory.deed;
  const std::size_t at = stage_.reading.sentence;
  const bool opens = trigger_ == 0 && trigger().word.starts_with("among") &&
                     stage_.chunks.size() > 2 && chunk(1).kind == ChunkKind::verb &&
                     chunk(1).lemma == "be" && chunk(1).voice == Voice::active;
  return opens && deed && at > 0 &&
         deed->evidence.bytes.begin == stage_.doc.sentences[at - 1].span.begin;
}

std::optional<Named> Filler::taker_behind() const {
  // "The package includes 12 jets for Kenya"
  for (const std::string_view side : {"for", "to"}) {
    const auto& list = sides_.of(side);
    if (list.empty() || !chunk(list.front()).country_head) continue;
    return party_of(stage_, list.front());
  }
  return std::nullopt;
}

std::vector<Claim> Filler::more() {
  std::optional<Claim> whole;
  std::optional<Claim> named;  // "Deliveries by Moscow to Hanoi included …"
  const auto& deed = get(roles_, "deed");
  const bool preposition = frame_.pos == "prep";
  if (frame_.id == "more.put" && !deed.empty() && stage_.memory.people &&
      (chunk(deed.front()).lemma == "number" || chunk(deed.front()).lemma == "strength") &&
      chunk(deed.front()).owner && chunk(deed.front()).owner->party.name == "their" &&
      !items().empty() && chunk(items().front()).quantity != nullptr) {
    Claim claim = start(stage_.memory.people->type);  // "put their number at 4,000"
    claim.actor = stage_.memory.people->actor;
    claim.target = stage_.memory.people->target;
    claim.item = stage_.memory.people->item;
    set_quantity(claim, items().front());
    return {claim};
  }
  if (!preposition) {
    if (deed.empty()) return refuse("no deed named before");
    const Chunk& subject = chunk(deed.front());
    const auto& nouns = stage_.grammar.frames("noun", subject.lemma);
    if (!nouns.empty() && nouns.front()->type == "possession")
      return refuse("what somebody has is no deed");
    const bool loot =
        subject.item_id == "crypto" || (!nouns.empty() && nouns.front()->type == "theft");
    if (frame_.id == "more.put" && loot && stage_.memory.theft && !items().empty()) {
      // "puts the loot of the year before at $1.3 billion"
      const std::size_t sum = items().front();
      if (!chunk(sum).money) return refuse("no sum");
      Claim claim = start("theft");
      set_item(claim, sum);
      set(claim, &Claim::actor, "actor", Named{*stage_.memory.theft->actor, subject.span});
      return {claim};
    }
    named = deed_of(deed.front());
    const bool refers =
        subject.pronoun || subject.demonstrative ||
        (goes_on(deed.front()) && !stage_.grammar.frames("noun", subject.lemma).empty()) ||
        (subject.definite && !stage_.grammar.frames("noun", subject.lemma).empty()) ||
        (subject.definite &&
         (subject.item_class == "aid" || subject.item_class == "container" ||
          subject.item_class == "goods" || stage_.grammar.is(WordClass::contents, subject.lemma)));
    if (!refers && !named) return refuse("the subject names no deed");
  }
  std::vector<Claim> out;
  for (const std::size_t i : items()) {
    const Chunk& c = chunk(i);
    std::string klass = class_of(stage_.grammar, c);
    const bool vehicle = klass == "vehicle" || carries(c);
    if (klass.empty() || klass == "money" || !frame_.takes(vehicle ? "vehicle" : klass)) {
      why_ = "item is of no class that the frame takes";
      continue;
    }
    if (preposition && c.quantity == nullptr && !parts_of_lot(c) && !sum_before(c) &&
        !are_among()) {
      why_ = "not counted";
      continue;
    }
    whole = vehicle && stage_.memory.transport ? stage_.memory.transport : stage_.memory.deed;
    if (!vehicle && preposition && sum_before(c)) whole = sum_before(c);
    if (named && !vehicle) whole = named;
    if (!whole && taker_behind() && !deed.empty() && chunk(deed.front()).item_class == "aid") {
      whole.emplace();
      whole->type = "transfer";
    }
    if (!whole) return refuse("no deed named before");
    Claim claim = start(vehicle ? "transport" : std::string_view(whole->type));
    claim.actor = whole->actor;
    claim.target = whole->target;
    if (const auto taker = taker_behind(); taker && claim.type == "transfer") {
      claim.target.reset();
      set(claim, &Claim::target, "target", taker);
      if (claim.actor == claim.target) claim.actor.reset();
    }
    claim.period = whole->period;
    claim.certainty = whole->certainty;
    set_item(claim, i);
    if (vehicle) {
      claim.target.reset();
      Claim probe = claim;
      if (auto owner = operator_after(i, claim))
        set(claim, &Claim::actor, "actor", owner);
      else if (auto own = owner_of(stage_, i))
        set(claim, &Claim::actor, "actor", own);
    }
    out.push_back(std::move(claim));
  }
  // bodies that follow the list belong to all of it: "three A and three B of the Command"
  for (Claim& claim : out) {
    if (!out.empty() && claim.operators.empty()) claim.operators = out.back().operators;
    if (!out.empty() && claim.type == "transport" && out.back().actor)
      claim.actor = out.back().actor;
  }
  return out;
}

}  // namespace msmt
