/// Money, data and goods stolen: theft.

#include <algorithm>
#include <array>

#include "claims/clause_words.hpp"
#include "claims/filler.hpp"
#include "claims/relative.hpp"
#include "claims/scene.hpp"

namespace msmt {

std::optional<Named> Filler::person_or_party(std::size_t i) const {
  if (chunk(i).person && chunk(i).party) return chunk(i).party;
  return party_of(stage_, i);
}

bool Filler::by_hacking() const {
  // "raked in $1 billion through hacking", "netted $3 million in the heist"
  for (std::size_t k = trigger_ + 1; k < stage_.chunks.size() && k < trigger_ + 7; ++k) {
    if (is_finite(chunk(k))) return false;
    if (chunk(k).kind == ChunkKind::phrase &&
        stage_.grammar.is(WordClass::theft_noun, chunk(k).lemma))
      return true;
  }
  return false;
}

bool Filler::of_stolen_money() const {
  // "Of the $2 billion stolen in 2024, $1.3 billion was taken by North Korea"
  const bool opens = stage_.chunks.size() > 3 && is_word(chunk(0), "of") && chunk(1).money;
  for (std::size_t k = 2; opens && k < trigger_ && k < 6; ++k) {
    if (chunk(k).kind != ChunkKind::verb) continue;
    const auto& frames = stage_.grammar.frames("verb", chunk(k).lemma);
    return std::any_of(frames.begin(), frames.end(),
                       [](const Frame* frame) { return frame->id == "theft.steal"; });
  }
  return false;
}

std::optional<Named> Filler::broken_into() const {
  // "broke into a plant in India and copied its data": the deed before names whose they are
  const bool itself = frame_.id == "theft.breach";
  for (std::size_t k = trigger_ + (itself ? 1 : 0); k > 1; --k) {
    const Chunk& verb = chunk(k - 1);
    if (is_word(verb, ";")) break;
    if (verb.kind != ChunkKind::verb) continue;
    const auto& frames = stage_.grammar.frames("verb", verb.lemma);
    const bool breaks = verb.lemma == "break" && is_word(chunk(k), "into");
    const bool hacks = breaks || std::any_of(frames.begin(), frames.end(), [](const Frame* frame) {
                         return frame->id == "theft.hack";
                       });
    const std::size_t what = breaks ? k + 1 : k;
    if (!hacks || what >= trigger_) continue;
    if (auto named = party_of(stage_, what)) return named;
    if (auto owner = owner_of(stage_, what)) return owner;
    return place_of_phrase(stage_, what);
  }
  return std::nullopt;
}

std::vector<Claim> Filler::raid(const std::optional<Named>& thief,
                                const std::optional<Named>& target) {
  Claim claim = start("theft");
  set_item(claim, trigger_);
  claim.item = Item{"money", "money", "", stage_.grammar.path("money")};
  std::optional<Named> actor = thief;
  for (std::size_t k = trigger_ + 1; !actor && k + 2 < stage_.chunks.size(); ++k) {
    // "the $1 billion raid on the exchange was carried out by the group"
    if (chunk(k).kind != ChunkKind::verb || chunk(k).voice != Voice::passive) continue;
    if (chunk(k + 1).word == "by" || chunk(k + 1).word == "on") actor = party_of(stage_, k + 2);
    break;
  }
  set(claim, &Claim::actor, "actor", actor);
  set(claim, &Claim::target, "target", target);
  if (!claim.actor && !claim.target) return refuse("stolen from nobody by nobody");
  return {claim};
}

std::vector<Claim> Filler::denied_theft() {
  // "North Korea denied any role in the heist", "has denied involvement in hacking"
  const auto& part = get(roles_, "part");
  const bool role =
      !part.empty() && (stage_.grammar.is(WordClass::involvement, chunk(part.front()).lemma) ||
                        chunk(part.front()).lemma == "responsibility");
  std::size_t deed = role ? stage_.chunks.size() : trigger_ + 1;
  for (std::size_t k = trigger_ + 1; role && k + 1 < stage_.chunks.size() && k < trigger_ + 5;
       ++k) {
    if (is_word(chunk(k), "in") || is_word(chunk(k), "for")) deed = k + 1;
  }
  if (deed >= stage_.chunks.size() || !stage_.grammar.is(WordClass::theft_noun, chunk(deed).lemma))
    return refuse("no theft");
  const auto actor = party("actor");
  if (!actor || actor->party.iso2.empty()) return refuse("nobody denies");
  Claim claim = start("theft");
  claim.item = item_of(stage_, chunk(deed));
  span(claim, "item", chunk(deed).span);
  set(claim, &Claim::actor, "actor", actor);
  deny(claim);
  return {claim};
}

std::vector<Claim> Filler::counted_thefts(const std::optional<Named>& actor) const {
  // "58 cyberattacks by North Korea on exchanges, worth about $3 billion"
  if (trigger().kind != ChunkKind::phrase || trigger().quantity == nullptr || trigger().money ||
      !actor || !items().empty() || !stage_.grammar.is(WordClass::theft_noun, trigger().lemma))
    return {};
  std::vector<Claim> out;
  Claim claim = start("theft");
  set_item(claim, trigger_);
  set(claim, &Claim::actor, "actor", actor);
  out.push_back(claim);
  for (std::size_t k = trigger_ + 1; k + 1 < stage_.chunks.size() && !is_finite(chunk(k)); ++k) {
    if (!is_word(chunk(k), "worth") || !chunk(k + 1).money) continue;
    Claim sum = start("theft");
    set_item(sum, k + 1);
    set(sum, &Claim::actor, "actor", actor);
    out.push_back(std::move(sum));
    break;
  }
  return out;
}

std::vector<Claim> Filler::theft() {
  if (frame_.id == "theft.deny") return denied_theft();
  auto actor = thief();
  std::optional<Named> target = party("target");
  if (trigger().kind == ChunkKind::phrase && trigger().money) {
    if (items().empty()) return raid(actor, target);
    const std::size_t robbed = items().front();  // "the $20 million hack of Bybit"
    if (chunk(robbed).party) return raid(actor, party_of(stage_, robbed));
  }
  if (auto counted = counted_thefts(actor); !counted.empty()) return counted;
  if (const auto why = settle_theft_sides(actor, target); !why.empty()) return refuse(why);
  // "put the value of the coins stolen by Iran at $90 million": a figure is robbed of nothing
  const auto& at = get(roles_, "target");
  const std::size_t valued =
      !at.empty() && chunk(at.front()).money ? at.front() : stage_.chunks.size();
  if (!target && valued == stage_.chunks.size()) target = robbed_side();
  std::vector<Claim> out;
  for (const std::size_t i : items()) {
    if (auto claim = stolen(i, actor, target, valued)) out.push_back(std::move(*claim));
  }
  and_from(out);
  and_lost(out);
  if (out.empty() && (frame_.id == "theft.hack" || frame_.id == "theft.breach") && actor &&
      target && !breaks_rule()) {
    Claim claim = start("theft");
    set(claim, &Claim::actor, "actor", actor);
    set(claim, &Claim::target, "target", target);
    out.push_back(std::move(claim));
  }
  if (out.empty() && trigger().kind == ChunkKind::phrase && items().empty()) {
    return from_trigger_noun(actor, target, std::nullopt);
  }
  return out;
}

std::string_view Filler::settle_theft_sides(std::optional<Named>& actor,
                                            std::optional<Named>& target) const {
  if (trigger().kind == ChunkKind::phrase && items().empty() &&
      stage_.grammar.is(WordClass::loose_theft, trigger().lemma))
    return "no sum";
  if (trigger().kind == ChunkKind::phrase && !items().empty() &&
      stage_.grammar.is(WordClass::loose_theft, trigger().lemma)) {
    const std::string klass = class_of(stage_.grammar, chunk(items().front()));
    if (klass != "money" && klass != "knowhow" && !chunk(items().front()).party)
      return "no sum and no data";  // "a breach of the ban"
  }
  if (frame_.id == "theft.breach") {
    const auto& by = get(roles_, "actor");
    const bool thieves = !by.empty() && (is_thief(stage_.grammar, chunk(by.front())) ||
                                         names_gang(chunk(by.front())));
    if (!thieves || !actor) return "broken into by no thief";
    if (!target) target = broken_into();
  }
  if (frame_.id == "theft.take") {
    if (const auto why = no_taking(actor); !why.empty()) return why;
  }
  const bool whole = is_word(chunk(0), "of") && trigger_ < 6;  // "Of the $2 billion stolen"
  if (!actor && !whole && trigger().voice == Voice::participle && sides_.of("by").empty() &&
      stage_.memory.theft && stage_.memory.theft->evidence.bytes.begin == stage_.sentence_begin() &&
      !items().empty() && chunk(items().front()).money)
    actor = Named{*stage_.memory.theft->actor, trigger().span};  // "on top of $1 billion looted"
  if (frame_.id == "theft.lose" && !actor) actor = thief_before();
  if (!actor && frame_.id != "theft.lose") actor = blamed_after();
  if (frame_.id == "theft.lose" && !actor) return "lost, but to nobody";
  if (!target && get(roles_, "target").empty() && frame_.id == "theft.take") target = broken_into();
  return {};
}

std::optional<Named> Filler::robbed_side() const {
  std::optional<Named> target;
  const auto& robbed = get(roles_, "target");
  if (!robbed.empty() && !chunk(robbed.front()).pronoun) {
    if (const auto owner = owner_of(stage_, robbed.front()))
      target = owner;  // "from an Albanian bank", "from a Red Cross warehouse"
    if (!target && !chunk(robbed.front()).item_class.empty())
      target = place_of_phrase(stage_, robbed.front());  // "from mines in Sudan"
  }
  if (!target && !robbed.empty() && !chunk(robbed.front()).pronoun) {
    const Chunk& c = chunk(robbed.front());
    Item named = item_of(stage_, c);
    target = Named{{named.name, ""}, c.span};
  }
  return target;
}

std::optional<Named> Filler::victim_of(std::size_t i, const std::optional<Named>& actor,
                                       const std::optional<Named>& target) const {
  // "the designs of Polish warships from a contractor": whose they are
  const auto whose = owner_of(stage_, i);
  const bool design = class_of(stage_.grammar, chunk(i)) == "knowhow" && whose &&
                      !whose->party.iso2.empty() && (!actor || whose->party != actor->party);
  const bool generic = target && target->party.iso2.empty() && !get(roles_, "target").empty() &&
                       !chunk(get(roles_, "target").front()).party;
  if (generic && design) return whose;
  if (target) return target;
  if (actor && design && frame_.id == "theft.steal")
    return whose;                               // "Blueprints of Korean submarines were stolen"
  if (frame_.id == "theft.take") return whose;  // "obtained the designs of Polish warships"
  return std::nullopt;
}

std::optional<Claim> Filler::stolen(std::size_t i, const std::optional<Named>& actor,
                                    const std::optional<Named>& target, std::size_t valued) {
  const auto& in = sides_.of("in");
  const bool of_money = !in.empty() && class_of(stage_.grammar, chunk(in.front())) == "money";
  // "they took a further 1.65 billion": of the currency stolen before
  const bool bare =
      is_count(chunk(i)) && stage_.memory.theft && stage_.memory.theft->quantity &&
      (std::get<Quantity>(chunk(i).quantity->value).unit.empty() ||
       std::get<Quantity>(chunk(i).quantity->value).unit == stage_.memory.theft->quantity->unit) &&
      std::get<Quantity>(chunk(i).quantity->value).value.value_or(0) >= 1e6;
  if (!frame_.takes(class_of(stage_.grammar, chunk(i))) && !of_money && !bare) {
    why_ = "nothing that can be stolen";
    return std::nullopt;
  }
  Claim claim = start("theft");
  set_item(claim, i);
  if (!claim.quantity && valued < stage_.chunks.size()) set_quantity(claim, valued);
  if (bare) {
    claim.quantity->unit = stage_.memory.theft->quantity->unit;
    claim.item = stage_.memory.theft->item;
  }
  if (of_money) claim.item = item_of(stage_, chunk(in.front()));
  set(claim, &Claim::actor, "actor", actor);
  set(claim, &Claim::target, "target", victim_of(i, actor, target));
  if (!claim.actor && !claim.target && chunk(i).negative && stage_.memory.theft) {
    claim.actor = stage_.memory.theft->actor;  // "no customer data was stolen"
    claim.target = stage_.memory.theft->target;
  }
  if (!claim.actor && !claim.target && !claim.quantity) return std::nullopt;
  if (trigger_ >= 3 && chunk(trigger_ - 3).kind == ChunkKind::verb &&
      (chunk(trigger_ - 3).lemma == "accuse" || chunk(trigger_ - 3).lemma == "suspect")) {
    claim.certainty = Certainty::possible;
  }
  return claim;
}

std::string_view Filler::no_taking(std::optional<Named>& actor) const {
  // plain words for taking: only by thieves, or where the article speaks of a theft
  const auto& by = get(roles_, "actor");
  const bool thieves = by_hacking() || of_stolen_money() ||
                       (!by.empty() && (is_thief(stage_.grammar, chunk(by.front())) ||
                                        names_gang(chunk(by.front()))));
  const bool gains =
      trigger().lemma == "rake in" || trigger().lemma == "net" || trigger().lemma == "pocket";
  if (gains && !by_hacking()) return "gained, but not by theft";
  const bool goes_on =
      stage_.memory.theft && trigger().lemma == "take" &&
      (!get(roles_, "target").empty() || (!by.empty() && chunk(by.front()).pronoun));
  // "is accused of taking $740,000": money, by whom the charge names
  const bool accused = sides_.construction == "accused" && !items().empty() &&
                       class_of(stage_.grammar, chunk(items().front())) == "money" &&
                       trigger().lemma == "take";
  if (accused) actor = person_or_party(by.front());
  if (!thieves && !goes_on && !accused) return "taken, but by no thief";
  if (!actor && by.empty() && goes_on) actor = Named{*stage_.memory.theft->actor, trigger().span};
  return {};
}

bool Filler::breaks_rule() const {
  // "breached the treaty", "breached UN sanctions": broken, not broken into
  const auto& broken = get(roles_, "target");
  if (broken.empty()) return false;
  const Chunk& c = chunk(broken.front());
  return c.item_class == "measure" || c.item_class == "agreement" || c.item_class == "decision" ||
         stage_.grammar.is(WordClass::ban, c.lemma) ||
         stage_.grammar.is(WordClass::bargain, c.lemma) ||
         stage_.grammar.is(WordClass::no_body, c.lemma);
}

std::optional<Named> Filler::thief_before() const {
  // "The haul came from an attack on Bybit, which lost $1.4 billion": to the thief of whom it is told
  const auto& loser = get(roles_, "target");
  const auto& theft = stage_.memory.theft;
  if (loser.empty() || !theft || !party("target")) return std::nullopt;
  const Chunk& c = chunk(loser.front());
  if (c.person || !party("target")->party.iso2.empty()) return std::nullopt;
  const std::size_t now = stage_.reading.sentence;
  const std::size_t since = stage_.doc.sentences[now > 0 ? now - 1 : 0].span.begin;
  if (theft->evidence.bytes.begin < since) return std::nullopt;
  return Named{*theft->actor, trigger().span};
}

void Filler::and_lost(std::vector<Claim>& claims) const {
  if (claims.size() != 1 || !claims.front().quantity) return;
  for (std::size_t k = trigger_ + 1; k + 2 < stage_.chunks.size(); ++k) {
    if (is_finite(chunk(k))) return;
    if (chunk(k).word != "and" || chunk(k + 1).kind != ChunkKind::phrase) continue;
    // "and the exchange B of Japan $308 million", "and another 1.65 billion this year"
    std::size_t sum = k + 1;
    std::optional<Named> loser;
    if (chunk(sum).quantity == nullptr && frame_.id == "theft.lose") {
      loser = party_of(stage_, sum);
      sum += chunk(sum + 1).word == "of" ? std::size_t{3} : std::size_t{1};
    }
    if (sum >= stage_.chunks.size() || chunk(sum).quantity == nullptr) return;
    const auto& read = items();
    if (std::find(read.begin(), read.end(), sum) != read.end()) return;
    const auto& quantity = std::get<Quantity>(chunk(sum).quantity->value);
    const bool dated = sum + 1 < stage_.chunks.size() && chunk(sum + 1).kind == ChunkKind::date;
    const bool money = chunk(sum).money ||
                       (is_count(chunk(sum)) && quantity.value.value_or(0) >= 1e6 &&
                        (quantity.unit.empty() || quantity.unit == claims.front().quantity->unit));
    if (!money || !dated || (frame_.id == "theft.lose" && !loser)) return;
    Claim claim = claims.front();
    std::erase_if(claim.evidence.spans, [](const auto& known) {
      return known.first == "target" || known.first == "quantity" || known.first == "item" ||
             known.first == "period";
    });
    const std::string unit = claim.quantity->unit;
    set_quantity(claim, sum);
    claim.quantity->unit = unit;
    span(claim, "item", chunk(sum).span);
    if (loser) {
      claim.target.reset();
      set(claim, &Claim::target, "target", loser);
    }
    const auto& date = std::get<Date>(chunk(sum + 1).date->value);
    claim.period.reset();
    if (!date.edtf.empty() || waits_for_anchor(date)) claim.period = date;
    span(claim, "period", chunk(sum + 1).span);
    claims.push_back(std::move(claim));
    return;
  }
}

void Filler::and_from(std::vector<Claim>& claims) const {
  if (claims.size() != 1 || !claims.front().quantity || !claims.front().target) return;
  for (std::size_t k = trigger_ + 1; k + 3 < stage_.chunks.size(); ++k) {
    const bool goes_on = chunk(k).word == "and" && chunk(k + 1).quantity != nullptr &&
                         class_of(stage_.grammar, chunk(k + 1)) == "money" &&
                         chunk(k + 2).word == "from" && chunk(k + 3).kind == ChunkKind::phrase;
    if (!goes_on) continue;
    Claim claim = claims.front();
    std::erase_if(claim.evidence.spans, [](const auto& known) {
      return known.first == "target" || known.first == "quantity" || known.first == "item";
    });
    set_item(claim, k + 1);
    claim.target.reset();
    set(claim, &Claim::target, "target", party_of(stage_, k + 3));
    claims.push_back(std::move(claim));
    return;
  }
}

}  // namespace msmt
