/// The sides of a trigger as the roles of its frame, and the parties that fill a role.
#include <algorithm>

#include "claims/clause_words.hpp"
#include "claims/filler.hpp"
#include "claims/party_words.hpp"

namespace msmt {

namespace {

using NamedSide = std::pair<std::string_view, const std::vector<std::size_t>*>;

/// The sides in the order in which they take roles: the surface subject first, a place last.
std::vector<NamedSide> sides_in_order(const Sides& sides) {
  // the surface subject first: in a passive it is the object, and a phrase behind the verb is none
  std::vector<NamedSide> ordered;
  for (const auto& [side, list] : sides.chunks) {
    if (side == "subj") {
      ordered.insert(ordered.begin(), {side, &list});
    } else if (side != "in") {
      ordered.emplace_back(side, &list);
    }
  }
  // a place is a side only where nothing else names one
  if (sides.has("in")) ordered.emplace_back("in", &sides.of("in"));
  return ordered;
}

/// Whether the surface subject is what the verb does something to: "were supplied", "supplied by".
bool subject_is_object(const Chunk& trigger) {
  return trigger.kind == ChunkKind::verb &&
         (trigger.voice == Voice::passive || trigger.voice == Voice::participle);
}

/// The class of the first chunk of a side.
std::string class_of_side(const Filler& f, const std::vector<std::size_t>& list) {
  return class_of(f.stage.grammar, f.chunk(list.front()));
}

/// "forbids the purchase of arms from Eritrea": the deed is ruled, and not who is behind it.
bool belongs_to_ruled_deed(const Filler& f, std::string_view side) {
  return f.frame.type == "limit" && side != "obj" && side != "subj" &&
         f.frame.role(side) == "item" && !f.sides.of("obj").empty() &&
         f.chunk(f.sides.of("obj").front()).item_class == "deed";
}

/// "Mali's oil exports after Chad's launch of a rocket": what a noun behind another preposition of time is of.
bool of_later_noun(const Filler& f, const std::vector<std::size_t>& list) {
  if (f.trigger().kind != ChunkKind::phrase || list.empty() || list.front() < f.at) return false;
  for (std::size_t k = f.at + 1; k < list.front(); ++k) {
    if (f.chunk(k).kind == ChunkKind::word && is_break(f.chunk(k).word)) return true;
  }
  return false;
}

/// "the rebels", "the group": a body that the article has named.
bool names_body_again(const Filler& f, std::size_t i) {
  const Chunk& c = f.chunk(i);
  return c.definite && !c.owner && c.quantity == nullptr &&
         is_body_noun(f.stage.grammar, c.lemma) && party_of(f.stage, i).has_value();
}

/// Somebody who can be paid: "guards", "the workers", and no things that are owed.
bool names_people(const Filler& f, std::size_t i) {
  const Chunk& c = f.chunk(i);
  return is_people(c.item_class) || f.stage.grammar.is(WordClass::payer, c.lemma) ||
         f.stage.grammar.is(WordClass::trainees, c.head) ||
         f.stage.grammar.is(WordClass::sanctioned, c.lemma);
}

/// The role of the surface subject.
std::string_view role_of_subject(const Filler& f, const std::vector<std::size_t>& list) {
  if (!subject_is_object(f.trigger())) return f.frame.role("subj");
  if (f.stage.grammar.is(WordClass::equip, f.trigger().lemma) && !f.sides.of("with").empty() &&
      f.frame.type == "*" && class_of_side(f, list) == "troops")
    return f.frame.role("second");  // "fighters equipped with goggles": they take
  // "Russia was supplied with drones": a party as surface subject is the second object
  const bool party = std::all_of(list.begin(), list.end(), [&](std::size_t i) {
    return f.chunk(i).party.has_value() && !f.chunk(i).party->party.name.empty();
  });
  // "The rebels were given missiles": so is a body that was named before
  const bool retold =
      list.size() == 1 && !f.sides.of("obj").empty() && names_body_again(f, list.front());
  // "The guards were paid $600", "the workers were promised $100 a month": people, and a sum
  const bool paid = !f.sides.of("obj").empty() && f.chunk(f.sides.of("obj").front()).money &&
                    f.frame.takes("money") && class_of_side(f, list) != "money" &&
                    is_plural(f.chunk(list.front()).head) && names_people(f, list.front());
  // "The rebels are armed by Sudan"
  const bool armed = f.trigger().lemma == "arm" &&
                     f.stage.grammar.is(WordClass::armed_body, f.chunk(list.front()).lemma);
  if (armed && f.sides.has("by")) return f.frame.role("second");
  const bool recipient =
      (party || retold || paid) && f.frame.role("obj") == "item" && !f.frame.role("second").empty();
  return recipient ? f.frame.role("second") : f.frame.role("obj");
}

/// The role of the object behind the verb: goods, or who takes them.
std::string_view role_of_object(const Filler& f, const std::vector<std::size_t>& list) {
  const std::string_view goods = f.frame.role("obj");
  const std::string_view taker = f.frame.role("second");
  if (subject_is_object(f.trigger())) return goods;
  if (f.frame.type == "*" && f.chunk(list.front()).item_class == "container")
    return goods;  // "supplied 4,000 crates with shells": what is in them stands behind
  if (f.frame.type == "*" && f.stage.grammar.is(WordClass::equip, f.trigger().lemma) &&
      class_of_side(f, list) != "money")
    return taker;  // "enough to equip three brigades": they take, they are not given
  if (f.frame.role("with") == "item" && !taker.empty() && !f.sides.of("with").empty() &&
      f.frame.takes(class_of_side(f, f.sides.of("with"))))
    return taker;  // "equipped the rebels with jammers"
  // "supplied Russia with drones", "gave Russia drones": a party is no goods
  const bool paid = f.frame.type == "*" &&
                    (is_people(f.chunk(list.front()).item_class) ||
                     f.stage.grammar.is(WordClass::armed_body, f.chunk(list.front()).lemma));
  const bool swapped =
      !f.sides.of("second").empty() &&
      ((f.frame.type == "finance" && !f.frame.takes(class_of_side(f, list)) &&
        f.frame.takes(class_of_side(f, f.sides.of("second")))) ||
       (paid && f.chunk(f.sides.of("second").front()).money) ||  // "offered the workers $3 an hour"
       (paid && !is_people(class_of_side(f, f.sides.of("second"))) &&
        f.frame.takes(class_of_side(f, f.sides.of("second")))));  // "gave Malian soldiers rifles"
  // "gave the mission 18 trucks": of two objects the one that is no goods
  const Chunk& first = f.chunk(list.front());
  const bool body = f.frame.type == "*" && !f.sides.of("second").empty() && first.definite &&
                    (is_body_noun(f.stage.grammar, first.lemma) ||
                     f.stage.grammar.is(WordClass::land, first.lemma) ||
                     f.stage.grammar.is(WordClass::state, first.lemma)) &&
                    first.quantity == nullptr &&
                    f.frame.takes(class_of_side(f, f.sides.of("second")));
  const bool party = f.stands_for_party(list.front()) || swapped || body;
  return party && goods == "item" && !taker.empty() ? taker : goods;
}

/// The role of the second of two objects: "gave Russia drones".
std::string_view role_of_second(const Filler& f, const std::vector<std::size_t>& list) {
  const bool money = f.frame.type == "finance" && f.frame.takes(class_of_side(f, list));
  const std::string_view role =
      !money && f.stands_for_party(list.front()) ? f.frame.role("second") : f.frame.role("obj");
  return role.empty() ? f.frame.role("second") : role;
}

/// "the arrival of six jets purchased from Denmark": what is bought stands right before the participle.
bool names_goods_nearer(const Filler& f, const std::vector<std::size_t>& list) {
  return f.sides.construction == "reduced" && f.at > 2 && list.size() == 1 &&
         list.front() + 3 == f.at && is_word(f.chunk(f.at - 2), "of") &&
         f.chunk(f.at - 1).kind == ChunkKind::phrase && !f.frame.takes(class_of_side(f, list)) &&
         f.frame.takes(class_of_side(f, {f.at - 1}));
}

/// The role that a side of the trigger takes in its frame; empty for none.
std::string_view role_of_side(const Filler& f, std::string_view side,
                              const std::vector<std::size_t>& list) {
  if (side == "subj") return role_of_subject(f, list);
  if (side == "obj") return role_of_object(f, list);
  if (side == "second") return role_of_second(f, list);
  const std::string_view role = f.frame.role(side);
  return side == "by" && role.empty() && subject_is_object(f.trigger()) ? f.frame.role("subj")
                                                                        : role;
}

/// "Iran's plan to supply", "a plan by Iran to supply", "Iran has no plan to supply", "Iran announced a plan to supply":
/// whose plan it is.
std::optional<Named> planner_of(const Stage& stage, std::size_t plan) {
  if (auto owner = owner_of(stage, plan)) return owner;
  if (plan + 2 < stage.chunks.size() &&
      (is_word(stage.chunks[plan + 1], "by") || is_word(stage.chunks[plan + 1], "from"))) {
    if (auto named = party_of(stage, plan + 2)) return named;
  }
  const bool had = plan >= 2 && stage.chunks[plan - 1].kind == ChunkKind::verb &&
                   stage.chunks[plan - 1].voice == Voice::active &&
                   (stage.chunks[plan - 1].lemma == "have" ||
                    stage.grammar.is(WordClass::light, stage.chunks[plan - 1].lemma)) &&
                   stage.chunks[plan - 2].kind == ChunkKind::phrase;
  return had ? party_of(stage, plan - 2) : std::nullopt;
}

}  // namespace

const std::vector<std::size_t>& get(const RoleMap& roles, std::string_view role) {
  static const std::vector<std::size_t> none;
  const auto it = roles.find(role);
  return it == roles.end() ? none : it->second;
}

void Filler::put(std::string_view role, const std::vector<std::size_t>& chunks) {
  if (role.empty() || chunks.empty()) return;
  auto& out = roles[std::string(role)];
  const bool of_party = role == "target" || role == "actor";
  // "sanctions on firms amid the war against Chad": whom the nearest words name
  const bool nearer = frame.type == "sanction" && role == "target" && !out.empty() &&
                      chunks.front() > at && out.front() > chunks.front();
  if (out.empty() || nearer || (of_party && parties(role).empty())) out = chunks;
}

void Filler::map_sides() {
  for (const auto& [side, list] : sides_in_order(sides)) {
    if (belongs_to_ruled_deed(*this, side) || (side == "of" && of_later_noun(*this, *list)))
      continue;
    if ((side == "obj" || side == "subj") && names_goods_nearer(*this, *list)) {
      put(role_of_side(*this, side, {at - 1}), {at - 1});
    } else if (side != "planner") {
      put(role_of_side(*this, side, *list), *list);
    } else if (const auto owner = planner_of(stage, list->front());
               owner && !frame.role("subj").empty()) {
      planner = owner;
    }
  }
  map_purpose();
  add_goods_with();
  if (!sides.has("between")) return;
  if (frame.role("between") == "pair") roles["pair"] = sides.of("between");
}

namespace {

/// "12 jets ($3 billion)", "82 launchers, for a total value of $4 billion": the chunk behind the price of what ends
/// before chunk k; k for none.
std::size_t past_price(const std::vector<Chunk>& chunks, std::size_t k) {
  std::size_t end = k;
  if (is_word(chunks[k], "(")) {
    while (end < chunks.size() && !is_word(chunks[end], ")")) ++end;
    return end + 1;
  }
  if (is_word(chunks[end], ",")) ++end;
  const bool price = end + 1 < chunks.size() && is_word(chunks[end], "for") &&
                     (chunks[end + 1].money || chunks[end + 1].lemma == "value");
  return price ? end + 2 : k;
}

/// Whether chunk i counts arms, or other goods too, that stand beside arms: not "with four missiles each", and no subject.
bool goes_with_arms(const std::vector<Chunk>& chunks, std::size_t i, bool other_goods) {
  if (i >= chunks.size()) return false;
  const Chunk& c = chunks[i];
  if (c.kind != ChunkKind::phrase || c.quantity == nullptr || c.money) return false;
  const bool last = i + 1 == chunks.size();
  if (!last && (is_finite(chunks[i + 1]) || chunks[i + 1].head == "each")) return false;
  return c.item_class == "arms" ||
         (other_goods &&
          (c.item_class == "goods" || c.item_class == "parts" || c.item_class == "vehicle"));
}

}  // namespace

void Filler::add_goods_with() {
  const auto found = roles.find("item");
  if (found == roles.end() || !(frame.type == "*" || frame.id.starts_with("more.")) ||
      !frame.role("with").empty())
    return;
  std::vector<std::size_t>& goods = found->second;
  const auto& chunks = stage.chunks;
  if (goods.empty() || goods.back() < at || chunk(goods.back()).quantity == nullptr ||
      chunk(goods.back()).money || chunk(goods.back()).item_class != "arms")
    return;
  bool goes_on = false;  // behind "with" or a price, "and" and commas join more of them
  for (std::size_t k = goods.back() + 1; k + 1 < chunks.size();) {
    if (const std::size_t past = past_price(chunks, k); past > k) {
      k = past;
      goes_on = true;
      continue;
    }
    const std::size_t joint = k;
    if (is_word(chunk(k), ",")) ++k;
    if (is_word(chunk(k), "and")) ++k;
    const bool with = is_word(chunk(k), "with");
    if (with) ++k;
    const bool joined = with || (goes_on && k > joint);
    if (!joined || !goes_with_arms(chunks, k, goes_on)) return;
    goods.push_back(k++);
    goes_on = true;
  }
}

void Filler::map_purpose() {
  const auto& whom = sides.of("for");
  if (whom.empty()) return;
  const Chunk& c = chunk(whom.front());
  // "arranged shipments of fuel for Venezuela"
  if (frame.id == "give.noun" && c.country_head && get(roles, "target").empty()) {
    put("target", whom);
    return;
  }
  // "Haddad bought radars for Syria": a broker passes on what he gets
  if ((frame.id != "get.receive" && frame.id != "get.noun") || !c.party || sides.has("from") ||
      get(roles, "target") == whom)
    return;
  const auto broker = party("target");
  if (!broker || !broker->party.iso2.empty() || broker->party == c.party->party) return;
  roles["actor"] = get(roles, "target");
  roles["target"] = whom;
}

bool Filler::stands_for_party(std::size_t i) const {
  const Chunk& c = chunk(i);
  if (c.party) return true;
  // "sold the army six drones": who takes them, where goods stand behind
  if (c.definite && c.quantity == nullptr && stage.grammar.is(WordClass::army, c.lemma) &&
      !sides.of("second").empty() && sides.of("obj").front() == i)
    return true;
  if (c.pronoun) return c.head == "it" || c.head == "them" || c.head == "him" || c.head == "us";
  if (!c.item_class.empty() && c.item_class != "troops" && c.item_class != "people") return false;
  return parties_of(stage, i).size() == 1 && c.quantity == nullptr && c.item_class.empty();
}

std::vector<Named> Filler::parties(std::string_view role) const {
  std::vector<Named> out;
  for (const std::size_t i : get(roles, role)) {
    for (Named& named : parties_of(stage, i)) out.push_back(std::move(named));
  }
  return out;
}

std::optional<Named> Filler::party(std::string_view role) const {
  auto all = parties(role);
  // "command centres of Hezbollah, which had fired": who does it
  if (all.empty() && role == frame.role("subj") && sides.construction == "relative" &&
      get(roles, role).size() == 1) {
    const Chunk& c = chunk(get(roles, role).front());
    if (c.of_party && c.item_class.empty() && !c.party) return c.of_party;
  }
  if (all.empty() && planner && role == frame.role("subj")) return planner;
  if (all.empty()) return std::nullopt;
  return all.front();
}

std::optional<Named> Filler::trigger_owner() const {
  if (trigger().kind != ChunkKind::phrase) return std::nullopt;
  // "Iran's January 6 launch"
  if (at > 2 && chunk(at - 1).kind == ChunkKind::date && !trigger().definite &&
      (is_word(chunk(at - 2), "'s") || is_word(chunk(at - 2), "'")) && chunk(at - 3).party)
    return chunk(at - 3).party;
  return owner_of(stage, at);
}

}  // namespace msmt
