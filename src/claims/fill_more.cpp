/// What a deed that was named before consists of: "the shipments include …", "among them 200 tanks".
#include <algorithm>

#include "claims/clause_words.hpp"
#include "claims/fill_arms.hpp"
#include "claims/fill_goods.hpp"
#include "claims/filler.hpp"
#include "claims/sentence_claims.hpp"

namespace msmt {

namespace {

/// The deed whose goods the words before the trigger name last: "arms in exchange for technology, including jammers".
/// nullptr for none.
const Claim* deed_beside(const Filler& f) {
  const auto& deed = f.stage.memory.deed;
  if (!deed) return nullptr;
  const Claim* nearest = &*deed;
  if (f.frame.id != "more.prep" || deed->evidence.bytes.begin != f.stage.sentence_begin())
    return nearest;
  for (const Claim& said : f.stage.memory.recent()) {
    if (said.evidence.bytes.begin != f.stage.sentence_begin() ||
        (said.type != "transfer" && said.type != "technology"))
      continue;
    const std::size_t end = span_of(said, "item").end;
    if (end <= f.trigger().span.begin && end > span_of(*nearest, "item").end) nearest = &said;
  }
  return nearest;
}

/// An uncounted kind of goods in the list of what a lot of goods holds.
bool parts_of_lot(const Filler& f, const Chunk& c) {
  // "containers of supplies, including drones, mortars and rockets"; but "jammers, including parts"
  if (f.frame.id != "more.prep" || f.trigger().word != "including") return false;
  const Claim* deed = deed_beside(f);
  if (deed == nullptr || !deed->item) return false;
  if (deed->evidence.bytes.begin != f.stage.sentence_begin()) return false;
  const std::string_view key = deed->item->key;
  const bool lot = key.starts_with("container") || key.starts_with("military-supplies") ||
                   key == "goods" || key == "aid" || key == "arms" || key == "technology" ||
                   key.starts_with("ammunition");
  const std::string klass = class_of(f.stage.grammar, c);
  const bool of_arms = key == "arms" || key == "technology";
  return lot && (klass == "arms" || klass == "fuel" ||
                 (of_arms && (klass == "parts" || klass == "knowhow")));
}

/// "$300 million in weapons, including rockets": the sum, as the transfer of what it buys.
std::optional<Claim> sum_before(const Filler& f, const Chunk& c) {
  if (f.frame.pos != "prep" || f.stage.memory.said.empty()) return std::nullopt;
  const Claim& said = f.stage.memory.said.back();
  const bool lot = said.type == "finance" && said.target && said.item &&
                   said.evidence.bytes.begin == f.stage.sentence_begin() &&
                   (said.item->key.starts_with("arms") || said.item->key.starts_with("aid") ||
                    said.item->key.starts_with("military-supplies") || said.item->key == "money");
  const std::string klass = class_of(f.stage.grammar, c);
  if (!lot || (klass != "arms" && klass != "parts" && klass != "fuel" && klass != "goods"))
    return std::nullopt;
  Claim whole = said;
  whole.type = "transfer";
  return whole;
}

/// "Among them were howitzers": uncounted, but of goods that went over.
bool are_among(const Filler& f) {
  // "Among them were Koksan howitzers": of what the sentence before said went over
  const auto& deed = f.stage.memory.deed;
  const bool opens = f.at == 0 && f.trigger().word.starts_with("among") &&
                     f.stage.chunks.size() > 2 && f.chunk(1).kind == ChunkKind::verb &&
                     f.chunk(1).lemma == "be" && f.chunk(1).voice == Voice::active;
  return opens && deed && f.stage.told_just_before(*deed);
}

/// "120 artillery systems, including howitzers": kinds of the arms that stand right before, if those are one kind.
bool are_kinds(const Filler& f, std::size_t i) {
  if (f.frame.pos != "prep" || f.at < 3) return false;
  std::size_t whole = is_word(f.chunk(f.at - 1), ",") ? f.at - 2 : f.at - 1;
  // "howitzers to Chad, including": the sides of the deed stand between
  while (whole > 2 && f.chunk(whole).kind == ChunkKind::phrase &&
         f.chunk(whole).item_class != "arms" && is_preposition(f.chunk(whole - 1).word))
    whole -= 2;
  if (whole == 0) return false;
  const auto arms = [&](const Chunk& c) {
    return c.kind == ChunkKind::phrase && c.item_class == "arms" && is_plural(c.head) &&
           c.meant == nullptr && c.stands_for == kNoChunk;
  };
  return arms(f.chunk(whole)) && arms(f.chunk(i)) && f.chunk(whole).quantity != nullptr &&
         f.chunk(whole).lemma != f.chunk(i).lemma && !is_word(f.chunk(whole - 1), "and") &&
         !is_word(f.chunk(whole - 1), ",");
}

/// "includes 12 jets for Kenya": the state behind the goods.
std::optional<Named> taker_behind(const Filler& f) {
  // "The package includes 12 jets for Kenya"
  for (const std::string_view side : {"for", "to"}) {
    const auto& list = f.sides.of(side);
    if (list.empty() || !f.chunk(list.front()).country_head) continue;
    return party_of(f.stage, list.front());
  }
  return std::nullopt;
}

/// "arms went to several states, including radars to Togo and Benin": who got the goods at chunk i.
std::vector<Named> takers_of(const Filler& f, std::size_t i) {
  std::vector<Named> out;
  if (f.frame.pos != "prep" || !is_word(f.chunk(i + 1), "to")) return out;
  for (std::size_t k = i + 2; k < f.stage.chunks.size(); k += 2) {
    if (f.chunk(k).kind != ChunkKind::phrase || !f.chunk(k).country_head) break;
    if (auto taker = party_of(f.stage, k)) out.push_back(*taker);
    if (k + 1 >= f.stage.chunks.size() || !joins_list(f.chunk(k + 1).word)) break;
  }
  return out;
}

/// "announced a $40 million aid package for Chad. It includes 20 trucks": the money that the sentence before gave; nullptr
/// for none.
const Claim* aid_told(const Filler& f) {
  const auto& money = f.stage.memory.money;
  if (!money || !f.stage.told_just_before(*money) || !money->item || !money->actor ||
      !money->target)
    return nullptr;
  const std::string& name = money->item->name;
  const std::string last = singular(name.substr(name.find_last_of(' ') + 1));
  const bool aid = last == "package" || f.stage.grammar.is(WordClass::support_noun, last);
  return aid ? &*money : nullptr;
}

/// "it", "the shipments", "these supplies": whether the subject at chunk i goes back to a deed.
bool refers_to_deed(const Filler& f, std::size_t i) {
  const Chunk& subject = f.chunk(i);
  if (subject.pronoun || subject.demonstrative) return true;
  if (is_told_package(f, i)) return true;
  const bool framed = !f.stage.grammar.frames("noun", subject.lemma).empty();
  if (framed && (subject.definite || flow_goes_on(f, i))) return true;
  // "$58 billion in security assistance. Deliveries include two batteries"
  const bool bare = framed && is_plural(subject.head) && subject.first + 1 == subject.last;
  if (bare && subject.item_class == "deed" && aid_told(f) != nullptr) return true;
  return subject.definite &&
         (subject.item_class == "aid" || subject.item_class == "container" ||
          subject.item_class == "goods" || f.stage.grammar.is(WordClass::contents, subject.lemma));
}

/// "proposed a package for Togo worth $1.1 billion, containing tanks": the lot that a gerund behind a comma describes.
std::optional<std::size_t> lot_described(const Filler& f) {
  if (f.trigger().voice != Voice::gerund || f.at < 2 || !is_word(f.chunk(f.at - 1), ","))
    return std::nullopt;
  std::size_t k = f.at - 2;
  while (k > 0 && (f.chunk(k).kind == ChunkKind::date || mark_of(f.chunk(k)) == "adv")) --k;
  while (k > 1 && f.chunk(k).kind == ChunkKind::phrase && is_preposition(f.chunk(k - 1).word) &&
         f.chunk(k - 2).kind == ChunkKind::phrase)
    k -= 2;
  const Chunk& lot = f.chunk(k);
  const bool holds =
      lot.kind == ChunkKind::phrase && (lot.item_class == "aid" || lot.item_class == "container" ||
                                        f.stage.grammar.is(WordClass::contents, lot.lemma));
  return holds ? std::optional(k) : std::nullopt;
}

/// Why the goods at chunk i are no part of a deed; empty where they may be.
std::string_view no_part(const Filler& f, std::size_t i) {
  const Chunk& c = f.chunk(i);
  const std::string klass = class_of(f.stage.grammar, c);
  const bool vehicle = klass == "vehicle" || carries(f, c);
  const bool sum =
      klass == "money" && f.frame.id == "more.put";  // "valued the shipment at $30 million"
  if (klass.empty() || (klass == "money" && !sum) || !f.frame.takes(vehicle ? "vehicle" : klass))
    return "item is of no class that the frame takes";
  if (f.frame.pos == "prep" && c.quantity == nullptr && !parts_of_lot(f, c) && !sum_before(f, c) &&
      !are_among(f) && !are_kinds(f, i))
    return "not counted";
  return {};
}

/// The deed whose goods chunk c is a part of; named is that of the subject, which goes first.
std::optional<Claim> whole_of(const Filler& f, const Chunk& c, bool vehicle,
                              const std::optional<Claim>& named) {
  if (named && !vehicle) return named;
  if (!vehicle && f.frame.pos == "prep") {
    if (auto sum = sum_before(f, c)) return sum;
  }
  std::optional<Claim> whole;
  if (vehicle && f.stage.memory.transport) {
    whole = f.stage.memory.transport;
  } else if (const Claim* deed = deed_beside(f)) {
    whole = *deed;
  }
  if (whole && f.frame.pos == "prep" && whole->type == "technology") whole->type = "transfer";
  if (whole && whole->certainty == Certainty::denied) {
    // "none of the weapons will be delivered soon. The sale includes …": of what was said to go over
    const auto said = f.stage.memory.recent();
    const auto told = std::find_if(said.rbegin(), said.rend(), [&](const Claim& claim) {
      return claim.type == whole->type && claim.certainty != Certainty::denied && claim.actor &&
             claim.target;
    });
    if (told != said.rend()) whole = *told;
  }
  const bool older = whole && f.frame.pos != "prep" && !f.stage.told_just_before(*whole) &&
                     whole->evidence.bytes.begin != f.stage.sentence_begin();
  if (const Claim* aid = aid_told(f); aid != nullptr && (!whole || older)) {
    whole = *aid;
    whole->type = "transfer";
  }
  const auto& deed = get(f.roles, "deed");
  if (!whole && taker_behind(f) && !deed.empty() && f.chunk(deed.front()).item_class == "aid") {
    whole.emplace();
    whole->type = "transfer";
  }
  return whole;
}

/// A claim with the sides and the time of one that was told before, and as sure.
Claim start_like(const Filler& f, std::string_view type, const Claim& told) {
  Claim claim = f.start(type);
  claim.actor = told.actor;
  claim.target = told.target;
  claim.period = told.period;
  claim.certainty = told.certainty;
  return claim;
}

/// The claim of the goods at chunk i, with the sides and the time of the deed they are part of.
Claim part_of_deed(const Filler& f, std::size_t i, const Claim& whole, bool vehicle) {
  const std::string klass = class_of(f.stage.grammar, f.chunk(i));
  const bool people = klass == "troops" || klass == "workers";  // "includes shells; 11,000 troops"
  const bool knowhow = klass == "knowhow" && whole.type == "transfer";
  const std::string_view type = vehicle             ? "transport"
                                : people || knowhow ? Grammar::type_of_class(klass)
                                                    : whole.type;
  Claim claim = start_like(f, type, whole);
  if (const auto taker = taker_behind(f); taker && claim.type == "transfer") {
    claim.target.reset();
    set_party(claim, &Claim::target, "target", taker);
    if (claim.actor == claim.target) claim.actor.reset();
  }
  f.set_item(claim, i);
  if (f.chunk(i).money && whole.type == "transfer") claim.item = whole.item;
  if (!vehicle) return claim;
  claim.target.reset();
  if (auto owner = operator_after(f, i, claim))
    set_party(claim, &Claim::actor, "actor", owner);
  else if (auto own = owner_of(f.stage, i))
    set_party(claim, &Claim::actor, "actor", own);
  return claim;
}

/// "The suspension covers parts of jets and drones": what the rule that was told of is on.
std::vector<Claim> covered_by_rule(const Filler& f) {
  const auto& subject = get(f.roles, "deed");
  const auto& rule = f.stage.memory.rule;
  if (f.trigger().lemma != "cover" || f.trigger().negated || subject.empty() || !rule) return {};
  const Chunk& noun = f.chunk(subject.front());
  if (!noun.definite || !f.stage.grammar.is(WordClass::ban, noun.lemma)) return {};
  std::vector<Claim> out;
  for (const std::size_t i : f.items()) {
    const std::string klass = class_of(f.stage.grammar, f.chunk(i));
    if (klass != "arms" && klass != "parts" && klass != "goods" && klass != "fuel") continue;
    Claim claim = start_like(f, "limit", *rule);
    f.set_item(claim, i);
    out.push_back(std::move(claim));
  }
  return out;
}

/// "The deployment includes 5,000 builders and 1,000 sappers": the people of those who were told of last.
std::vector<Claim> people_of_deployment(Filler& f) {
  const auto& deed = get(f.roles, "deed");
  const auto& told = f.stage.memory.people;
  if (!told || f.trigger().negated || !(f.frame.pos == "prep" || f.frame.id == "more.include"))
    return {};
  if (f.frame.pos == "prep") {
    // "14,000 soldiers, including 3,000 officers": of those of whom the sentence tells
    const auto& chunks = f.stage.chunks;
    const auto end = chunks.begin() + static_cast<std::ptrdiff_t>(f.at);
    const bool same =
        told->evidence.bytes.begin == f.stage.sentence_begin() && told->quantity &&
        std::any_of(chunks.begin(), end, [&](const Chunk& c) {
          return c.quantity != nullptr && std::get<Quantity>(c.quantity->value) == *told->quantity;
        });
    if (!same) return {};
  } else {
    if (deed.empty()) return {};
    const Chunk& noun = f.chunk(deed.front());
    const bool of_people =
        (noun.definite || noun.demonstrative) &&
        (f.stage.grammar.evokes("noun", noun.lemma, {"deploy.noun"}) ||
         is_people(noun.item_class) || noun.lemma == "mission" || noun.lemma == "force");
    if (!of_people) return {};
  }
  std::vector<Claim> out;
  for (const std::size_t i : f.items()) {
    const Chunk& c = f.chunk(i);
    const std::string klass = class_of(f.stage.grammar, c);
    const bool counted = c.quantity != nullptr && !c.money;
    if (!counted && klass == "troops" && f.frame.pos == "verb") {
      // "The mission also comprises troops from Benin and Chad"
      for (const std::size_t k : f.sides.of("from")) {
        const auto sender = party_of(f.stage, k);
        if (!sender || sender->party.iso2.empty() || sender->party == told->actor) continue;
        Claim claim = start_like(f, "deployment", *told);
        claim.actor.reset();
        set_party(claim, &Claim::actor, "actor", sender);
        f.set_item(claim, i);
        out.push_back(std::move(claim));
      }
    }
    if (!counted || is_fate(c) ||  // "among them some 600 dead": what became of them
        (!klass.empty() && !is_people(klass) && klass != "workers"))
      continue;
    // "50,000 men, including 10,000 contractors": they are among those who were sent
    const bool among = klass.empty() || f.frame.pos == "prep";
    const std::string_view type =
        among ? std::string_view(told->type) : Grammar::type_of_class(klass);
    Claim claim = start_like(f, type, *told);
    f.set_item(claim, i);
    out.push_back(std::move(claim));
  }
  return out;
}

/// "three A and three B of the Command": bodies that follow the list belong to all of it.
void share_operators(std::vector<Claim>& claims) {
  for (Claim& claim : claims) {
    if (claim.operators.empty()) claim.operators = claims.back().operators;
    if (claim.type == "transport" && claims.back().actor) claim.actor = claims.back().actor;
  }
}

}  // namespace

std::vector<Claim> more(Filler& f) {
  if (f.frame.id == "more.worth") return package_worth(f);
  if (auto people = people_of_deployment(f); !people.empty()) return people;
  if (auto ruled = covered_by_rule(f); !ruled.empty()) return ruled;
  std::optional<Claim> named;  // "Deliveries by Moscow to Hanoi included …"
  // "Radars were included in the loads"
  const bool put_in = f.trigger().voice == Voice::passive && f.trigger().lemma == "include" &&
                      !f.sides.of("in").empty();
  const auto& deed = put_in ? f.sides.of("in") : get(f.roles, "deed");
  if (const auto number = number_put_at(f)) return {*number};
  const std::vector<std::size_t> also =
      f.frame.id == "more.include" ? also_included(f) : std::vector<std::size_t>{};
  if (f.frame.pos != "prep" && also.empty()) {
    if (deed.empty()) return f.refuse("no deed named before");
    const auto described = lot_described(f);
    const std::size_t lot = described.value_or(lot_before(f, deed.front()));
    const Chunk& subject = f.chunk(lot);
    if (f.stage.grammar.evokes("noun", subject.lemma, {"possession"}))
      return f.refuse("what somebody has is no deed");
    if (puts_sum_on_loot(f, subject)) return loot_put_at(f, subject);
    const auto& told = f.stage.memory.deed;
    const bool of_lot = described && told && told->type == "transfer" &&
                        told->evidence.bytes.begin == f.stage.sentence_begin();
    named = of_lot ? told : deed_of(f, lot);
    const bool aid = subject.item_class == "aid" || subject.item_id == "military-supplies" ||
                     f.stage.grammar.is(WordClass::support_noun, subject.lemma);
    const bool comes_to = f.frame.id == "more.reach" || f.frame.id == "more.limit";
    if (comes_to && (!named || !aid || f.trigger().negated))
      return f.refuse("the subject is no aid");  // "Losses ran to 30 tanks"
    if (!named && !refers_to_deed(f, lot) && !described)
      return f.refuse("the subject names no deed");
  }
  std::vector<std::size_t> parts = also.empty() ? f.items() : also;
  if (f.frame.id == "more.include") {
    for (const std::size_t i : behind_semicolons(f)) parts.push_back(i);
    for (const std::size_t i : put_in ? f.sides.of("such as") : std::vector<std::size_t>{})
      parts.push_back(i);
  }
  std::vector<Claim> out;
  for (const std::size_t i : parts) {
    if (const std::string_view why = no_part(f, i); !why.empty()) {
      f.why = why;
      continue;
    }
    const Chunk& c = f.chunk(i);
    // "exports from China to Russia are estimated at $300 million": told by the noun
    const bool of_pact = !deed.empty() && f.chunk(deed.front()).item_class == "agreement";
    if (c.money && (named || of_pact)) {
      f.why = "a sum that another word tells of";
      continue;
    }
    // "It contains mortars and boats": boats are goods where no means of transport was told of
    const bool vehicle = f.stage.memory.transport.has_value() &&
                         (class_of(f.stage.grammar, c) == "vehicle" || carries(f, c));
    const std::optional<Claim> whole = whole_of(f, c, vehicle, named);
    if (!whole) return f.refuse("no deed named before");
    out.push_back(part_of_deed(f, i, *whole, vehicle));
    for (const Named& taker : takers_of(f, i)) {
      const bool first =
          out.back().type != "transfer" || !out.back().target || out.back().target == whole->target;
      Claim claim = out.back();
      replace_party(claim, &Claim::target, "target", taker);
      if (claim.actor == claim.target) continue;
      if (first)
        out.back() = std::move(claim);
      else if (out.back().target != claim.target)
        out.push_back(std::move(claim));
    }
  }
  share_operators(out);
  return out;
}

}  // namespace msmt
