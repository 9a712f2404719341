/// People sent, hired and abroad: deployment and labor.

#include "claims/fill_people.hpp"

#include <algorithm>

#include "claims/clause_words.hpp"
#include "claims/fill_arms.hpp"
#include "claims/fill_casualties.hpp"
#include "claims/fill_goods.hpp"
#include "claims/filler.hpp"
#include "claims/party_words.hpp"
#include "claims/scene.hpp"
#include "claims/sentence_claims.hpp"

namespace msmt {

namespace {

/// "authorised the deployment of 500 soldiers": the state whose body lets it go ahead.
std::optional<Named> lets_deploy(const Filler& f) {
  // "The Pentagon authorised the deployment of 500 soldiers": its own, where nothing says whose
  const auto& who = f.sides.of("subj");
  if (f.frame.id != "deploy.noun" || f.sides.construction != "light" || who.empty() ||
      f.items().empty() || owner_of(f.stage, f.items().front()))
    return std::nullopt;
  auto state = party_of(f.stage, who.front());
  if (state && state->party.iso2.empty()) state.reset();
  return state;
}

/// Whose people and where, as far as the words around the trigger say.
std::pair<std::optional<Named>, std::optional<Named>> people_sides(const Filler& f) {
  std::optional<Named> actor = f.party("actor");
  std::optional<Named> target =
      f.frame.role("subj") == "target" ? f.party("target") : place(f, "target");
  if (const auto& in = f.sides.of("in"); !in.empty() && f.frame.role("for") == "target") {
    // "fought in Yemen for Saudi Arabia": they are where they fight
    if (auto where = state_where(f.stage, in.front())) target = where;
  }
  if (f.trigger().kind == ChunkKind::phrase) {
    if (const auto owner = f.trigger_owner()) {
      if (f.frame.role("owner") == "actor" && !actor) actor = owner;
      if (f.frame.role("owner") == "target" && !target && f.frame.type != "labor") target = owner;
      // "Malta's employment of Nepalese nurses": who employs them, where they are another state's
      const bool of_others = f.frame.role("owner") == "target" && !actor && !f.items().empty() &&
                             owner_of(f.stage, f.items().front());
      if (f.frame.type == "labor" && of_others && !target) target = owner;
      if (f.frame.type == "labor" && !actor && !of_others) actor = owner;
    }
  }
  if (!actor) actor = lets_deploy(f);
  // "Chad is preparing for further troop deployments": its own
  if (!actor && f.frame.id == "deploy.noun" && f.at > 2 && is_word(f.chunk(f.at - 1), "for") &&
      f.chunk(f.at - 2).voice == Voice::active &&
      (f.chunk(f.at - 2).lemma == "prepare" || f.chunk(f.at - 2).lemma == "plan"))
    actor = party_of(f.stage, f.at - 3);
  // "were deployed to Libya from Chad"
  const auto& from = f.sides.of("from");
  const bool moved = f.frame.id == "deploy.verb" || f.frame.id == "labor.deploy";
  if (!actor && moved && f.trigger().voice == Voice::passive && !from.empty() &&
      f.chunk(from.front()).country_head)
    actor = party_of(f.stage, from.front());
  return {actor, target};
}

/// "issued 7,000 such visas to North Koreans"
std::optional<Claim> visas_for(const Filler& f, const std::optional<Named>& target) {
  const std::size_t permit = get(f.roles, "permit").front();
  const auto holders = f.frame.id == "labor.permit" ? f.party("item") : std::nullopt;
  if (!holders || holders->party.iso2.empty() || !target || target->party == holders->party ||
      f.chunk(permit).quantity == nullptr)
    return std::nullopt;
  Claim claim = f.start("labor");
  f.set_item(claim, permit);
  set_party(claim, &Claim::actor, "actor", holders);
  set_party(claim, &Claim::target, "target", target);
  return claim;
}

/// The nearest state before chunk i that a finite verb follows.
std::optional<Named> main_subject(const Filler& f, std::size_t i) {
  for (std::size_t k = i; k > 1; --k) {
    const Chunk& verb = f.chunk(k - 1);
    if (verb.kind != ChunkKind::verb ||
        (verb.voice != Voice::active && verb.voice != Voice::passive))
      continue;
    std::size_t subject = k - 2;
    if ((is_word(f.chunk(subject), "which") || is_word(f.chunk(subject), "that")) && subject > 0)
      subject -= is_word(f.chunk(subject - 1), ",") && subject > 1 ? 2U : 1U;
    const Chunk& left = f.chunk(subject);
    if (left.kind == ChunkKind::phrase && left.party && !left.party->party.iso2.empty())
      return left.party;
  }
  return std::nullopt;
}

/// "Wagner has 50,000 men deployed to Mali": whose people they are, a state or a band of fighters.
std::optional<Named> has_people(const Filler& f, std::size_t i) {
  const bool adverb = i > 2 && f.chunk(i - 2).kind == ChunkKind::word;
  const std::size_t who = adverb ? i - 3 : i - 2;  // "Wagner currently has"
  if (f.chunk(i - 1).kind == ChunkKind::verb && i > 1 && is_body(f.chunk(who), {"armed group"}))
    return f.chunk(who).party;
  return main_subject(f, i);
}

/// Who sent the people of chunk i, which chunk `named` names.
std::optional<Named> sender_at(const Filler& f, std::size_t named, std::size_t i,
                               std::string_view klass, const std::optional<Named>& actor,
                               const std::optional<Named>& target) {
  std::optional<Named> sender = actor;
  if (!sender && f.sides.construction == "reduced" && i > 0 && !owner_of(f.stage, i) &&
      ((f.chunk(i - 1).kind == ChunkKind::word && f.chunk(i - 1).word == "with") ||
       f.chunk(i - 1).lemma == "have" || f.chunk(i - 1).lemma == "keep")) {
    // "Havana sent rifles …, with 4,000 men stationed at the port", "has 4,000 men stationed in"
    sender = has_people(f, i);
  }
  if (!sender && klass == "unit")
    sender = owner_of(f.stage, i) ? owner_of(f.stage, i) : party_of(f.stage, i);
  if (!sender) {
    std::optional<Named> taker;  // "500 workers promised by Pyongyang have arrived"
    take_described_side(f, sender, taker);
  }
  if (!sender && i != named) sender = owner_of_people(f, named);  // "a Kenyan contingent of 400"
  if (!sender) {
    sender = sender_of(f, i);
    // "900 of them were hired by Russian builders": not those who hire
    if (sender && target && sender->party == target->party && is_count(f.chunk(i))) sender.reset();
  }
  // "Havana placed 40 doctors with clinics in Chad": a state places its own; a broker others
  if (!sender && f.frame.id == "labor.place" && f.sides.of("subj").size() == 1) {
    sender = party_of(f.stage, f.sides.of("subj").front());
    if (sender && sender->party.iso2.empty()) sender.reset();
  }
  return sender;
}

void name_sector(const Filler& f, Claim& claim) {
  const auto& sector = get(f.roles, "sector");
  if (sector.empty() || f.chunk(sector.front()).party) return;
  const std::string_view name = f.stage.doc.words(f.chunk(sector.front()).span);
  if (!name.empty() && name.front() >= 'A' && name.front() <= 'Z') return;  // "in Dubai"
  const Span text{f.chunk(sector.front()).span.begin, f.chunk(sector.back()).span.end};
  claim.item->name += " in " + quote(f.stage.doc, text);
}

/// What else is said of people: whether they are still to go, how many they are, their trade and where they
/// work; for a firm that sends them, its state.
void detail_people(const Filler& f, Claim& claim, std::size_t i, std::string_view klass) {
  if (claim.type == "labor" && klass == "troops") claim.type = "deployment";
  if (f.frame.id == "people.be" && f.at + 1 < f.stage.chunks.size() &&
      f.chunk(f.at + 1).head == "due")
    claim.certainty = Certainty::planned;  // "Another 250 are due in July"
  if (f.frame.id == "labor.visa" || f.frame.id == "people.expect" || f.frame.id == "labor.apply")
    claim.certainty = Certainty::planned;
  if (klass == "troops") count_strong(f, claim, i);
  if (!get(f.roles, "count").empty()) put_strength(f, claim, i);
  if (leans_on_people(f, i) && !recent_people(f)) claim.item = f.stage.memory.people_item;
  if (claim.type == "labor") name_sector(f, claim);
  if (claim.type == "labor" && claim.actor && claim.actor->iso2.empty() &&
      !get(f.roles, "actor").empty()) {
    // "the firm operates delegations of workers": those of the firm's state
    for (const Mention* name : f.chunk(get(f.roles, "actor").front()).names) {
      const auto* body = std::get_if<Organization>(&name->value);
      if (body == nullptr || body->country.empty() || body->name != claim.actor->name) continue;
      if (claim.target && claim.target->iso2 == body->country) continue;
      claim.actor = f.stage.grammar.country(body->country);
      break;
    }
  }
  if (!claim.target && !get(f.roles, "sector").empty() && claim.type == "labor") {
    const auto where = place(f, "sector");
    if (where && !where->party.iso2.empty() && (!claim.actor || where->party != *claim.actor))
      set_party(claim, &Claim::target, "target", where);
  }
}

/// "active abroad", "in some 40 countries"
bool is_abroad(const Filler& f) {
  for (std::size_t k = f.at + 1; k < f.stage.chunks.size() && k < f.at + 5; ++k) {
    const Chunk& c = f.chunk(k);
    if (c.head == "world" || c.word == "worldwide" || c.word == "abroad" || c.word == "overseas" ||
        c.head == "abroad" || c.head == "overseas")
      return true;
    if (c.lemma == "country" && c.quantity != nullptr) return true;
  }
  return false;
}

/// "Two nationals working in Peru were charged": the sentence is about what courts and police did to them.
bool prosecuted(const Filler& f, std::string_view klass) {
  if (klass != "people" || f.frame.type != "labor") return false;
  for (std::size_t k = f.at + 1; k < f.stage.chunks.size(); ++k) {
    const Chunk& verb = f.chunk(k);
    if (verb.kind != ChunkKind::verb ||
        (verb.voice != Voice::active && verb.voice != Voice::passive))
      continue;
    return verb.voice == Voice::passive && f.stage.grammar.is(WordClass::prosecute, verb.lemma);
  }
  return false;
}

/// Why a claim that people are somewhere says too little; empty where it does not.
std::string_view nowhere(const Filler& f, const Claim& claim, std::size_t i) {
  const bool is_somewhere = f.frame.id.starts_with("people.") || f.frame.id == "deploy.arrive" ||
                            f.frame.id == "deploy.unit" || f.frame.id == "deploy.raise" ||
                            f.frame.id == "deploy.push" || f.frame.id == "deploy.position" ||
                            f.frame.id == "labor.toil" || f.frame.id == "labor.earn";
  // "900 mercenaries fought for the Taliban": for whom, where nothing says in which state
  const bool for_body =
      claim.target && f.trigger().lemma == "fight" && claim.quantity && !f.sides.of("for").empty();
  if (is_somewhere && (!claim.target || claim.target->iso2.empty()) && !for_body &&
      !(claim.type == "labor" && is_abroad(f))) {
    return "no place";
  }
  const bool travels = f.trigger().lemma == "travel" || f.trigger().lemma == "come";
  if (f.frame.id == "deploy.arrive" && travels && (!claim.actor || claim.actor->iso2.empty()))
    return "travellers of no state";
  const bool bare = !claim.actor || f.frame.id == "labor.toil";
  // "Peruvian mercenaries are fighting in Chad": somebody's, though not their own state's
  const bool hired = f.stage.grammar.is(WordClass::soldier_of_fortune, f.chunk(i).lemma) &&
                     owner_of_people(f, i) && is_plural(f.chunk(i).head);
  if (is_somewhere && bare && !claim.quantity && !hired) {
    return "nobody's and not counted";
  }
  return {};
}

/// The claim of the people that a chunk names.
std::optional<Claim> people_claim(Filler& f, std::size_t named, const std::optional<Named>& actor,
                                  const std::optional<Named>& target) {
  const std::size_t i = people_of(f, named);  // "a second, of 3,000 soldiers"
  const std::string klass = class_of_people(f, i);
  const Chunk& who = f.chunk(i);
  const bool other_head = who.item_class.empty() && !who.of_class.empty() && who.definite &&
                          !f.stage.grammar.is_determiner(who.head) && !is_plural(who.head) &&
                          who.quantity == nullptr && !unit_of_members(f, i) &&
                          !f.stage.grammar.is(WordClass::portion, who.lemma);
  // "Ukrainian special forces are in Sudan": a unit of a state
  const bool unit =
      klass == "unit" && f.frame.id == "people.be" && who.party && !who.party->party.iso2.empty();
  // "deployed 600 soldiers and hundreds of workers"; but engineers with soldiers may be soldiers
  const std::vector<std::size_t>& items = f.items();
  const bool workers_too =
      klass == "workers" && !f.stage.grammar.is(WordClass::army_trade, who.lemma) &&
      f.frame.id == "deploy.verb" && std::any_of(items.begin(), items.end(), [&](std::size_t k) {
        return class_of_people(f, k) == "troops";
      });
  if ((!f.frame.takes(klass) && !unit && !workers_too) ||
      other_head) {  // "the choir of the army arrived"
    f.why = "item is of no class that the frame takes";
    return std::nullopt;
  }
  if (f.frame.id == "labor.place" && who.item_class != "workers" &&
      f.stage.grammar.is(WordClass::figure, who.lemma)) {
    f.why = "a figure that is put at something";  // "put the number of workers at 400"
    return std::nullopt;
  }
  if (prosecuted(f, klass)) {
    f.why = "charged with something";
    return std::nullopt;
  }
  const auto sender = sender_at(f, named, i, klass, actor, target);
  const bool of_class = f.frame.id.starts_with("people.");
  Claim claim = one(f, i,
                    (of_class && !unit) || workers_too ? Grammar::type_of_class(klass)
                                                       : std::string_view(f.frame.type),
                    sender, target, pair_of(f));
  detail_people(f, claim, i, klass);
  const bool sideless = f.frame.id == "deploy.noun" && !claim.actor && !claim.target;
  const bool goes_on =
      is_count(f.chunk(i)) || is_next_wave(f, i) || claim.part || sideless || i != named;
  // "The soldiers had been arriving since May": those who were told of
  const bool again = who.definite || (who.quantity != nullptr && f.stage.memory.people &&
                                      f.stage.told_just_before(*f.stage.memory.people));
  const bool told = f.frame.id == "people.be" && f.trigger().lemma == "arrive" && again &&
                    !claim.target && !who.owner && is_plural(who.head);
  if ((goes_on || told) && recent_people(f)) carry_on(f, claim);
  if (!claim.actor && !claim.target) {
    f.why = "no side";
    return std::nullopt;
  }
  // "A second contingent of about 3,000 arrived"
  if (!claim.quantity && is_word(f.chunk(i + 1), "of") && is_count(f.chunk(i + 2))) {
    f.set_quantity(claim, i + 2);
    if (claim.quantity && claim.quantity->unit.empty()) claim.quantity->unit = "soldier";
  }
  if (!claim.target && claim.actor && klass == "troops")
    set_party(claim, &Claim::target, "target", where_allies_fight(f, claim));
  // "soldiers who returned to Chad": home, unless the text says whose they are
  if (f.frame.id == "people.be" && f.trigger().lemma == "return" && !claim.actor) {
    f.why = "they come home";
    return std::nullopt;
  }
  if (const auto why = nowhere(f, claim, i); !why.empty()) {
    f.why = why;
    return std::nullopt;
  }
  return claim;
}

/// "technicians will travel to Oman to train crews"
bool goes_to_train(const Filler& f) {
  for (std::size_t k = f.at + 1; k < f.stage.chunks.size() && k < f.at + 5; ++k) {
    if (f.chunk(k).kind != ChunkKind::verb) continue;
    return f.chunk(k).voice == Voice::infinitive &&
           f.stage.grammar.evokes("verb", f.chunk(k).lemma, {"training"});
  }
  return false;
}

/// Why words tell of nobody who is somewhere; empty where they may.
std::string_view no_presence(const Filler& f) {
  if (counted_behind(f)) return "their number is given behind";
  if (comes_in_coffin(f)) return "in coffins";
  if (f.frame.id == "people.expel" &&
      (f.items().empty() || f.chunk(f.items().front()).quantity == nullptr))
    return "expelled, and not counted";
  if (f.frame.id == "people.arrive" && goes_to_train(f)) return "they go to train others";
  // "added 150 soldiers"; but "added brigades to its order of battle"
  if (f.trigger().lemma == "add" &&
      (f.items().empty() || f.chunk(f.items().front()).quantity == nullptr ||
       class_of_people(f, f.items().front()) != "troops"))
    return "added, and not counted";
  // "60,000 people lived there"; but "40 Cuban people live in Togo"
  const bool lives = f.trigger().lemma == "live" || f.trigger().lemma == "reside";
  if (f.frame.id == "people.be" && lives && !f.items().empty() &&
      f.chunk(f.items().front()).item_class == "people" && !owner_of(f.stage, f.items().front()))
    return "who lives there anyhow";
  // "never returned from Somalia" does not deny that they were there
  const bool never = f.trigger().negated || (f.at > 0 && is_word(f.chunk(f.at - 1), "never"));
  if (never && f.sides.has("from") &&
      (f.trigger().lemma == "return" || f.trigger().lemma == "come"))
    return "did not come back";
  return {};
}

/// "the deployment of 500 soldiers to fight in Sudan": the state of the fight that they are sent to.
std::optional<Named> where_they_fight(const Filler& f, const std::vector<std::size_t>& people) {
  if (people.empty() || !f.frame.id.starts_with("deploy.")) return std::nullopt;
  const std::size_t verb = people.back() + 1;
  const bool fight = verb < f.stage.chunks.size() && f.chunk(verb).voice == Voice::infinitive &&
                     f.chunk(verb).lemma == "fight";
  return fight ? place_of_clause(f.stage, verb) : std::nullopt;
}

}  // namespace

std::vector<Claim> people(Filler& f) {
  if (works_on_thing(f)) return f.refuse("what they work on, not for whom");
  auto [actor, target] = people_sides(f);
  if (f.frame.id == "labor.visa" || f.frame.id == "labor.permit") {
    const auto& permit = get(f.roles, "permit");
    if (permit.empty() || class_of(f.stage.grammar, f.chunk(permit.front())) != "visa")
      return f.refuse("no visa");
    if (auto visas = visas_for(f, target)) return {std::move(*visas)};
  }
  if (f.frame.id == "labor.job" || f.frame.id == "labor.apply") {
    const auto& job = get(f.roles, "job");
    if (job.empty() || !f.stage.grammar.is(WordClass::job, f.chunk(job.front()).lemma))
      return f.refuse("no job");
  }
  if (const auto why = no_presence(f); !why.empty()) return f.refuse(why);
  if (f.frame.id == "deploy.push" && actor && !f.items().empty()) {
    // "Peru pushed 300 Chilean soldiers into Bolivia": it drove them back
    const auto owner = owner_of(f.stage, f.items().front());
    if (owner && owner->party != actor->party) return f.refuse("soldiers of somebody else");
  }
  if (f.frame.id == "labor.earn" && !earns_wages(f)) return f.refuse("no wages");
  if (f.frame.id == "deploy.position") {
    const auto& post = get(f.roles, "post");
    if (post.empty() || !f.stage.grammar.is(WordClass::position, f.chunk(post.front()).lemma))
      return f.refuse("no position");
  }
  if (f.frame.id == "deploy.unit" && !enters_state(f)) return f.refuse("no state entered");
  if (f.frame.id == "deploy.combat") {
    const std::size_t fight = fight_of(f);
    if (fight == f.stage.chunks.size()) return f.refuse("no combat");
    target = place_of_clause(f.stage, fight);
  }
  std::vector<std::size_t> list = f.items();
  if (const auto& exist = get(f.roles, "exist"); !exist.empty()) {
    // "there were 320 Danish instructors in Latvia"
    const bool there = list.empty() || f.chunk(list.front()).head == "there";
    if (!there && is_fate(f.chunk(exist.front()))) return f.refuse("what became of them");
    if (there) list = exist;
  }
  if (!target) target = where_they_fight(f, list);
  if (!target) target = where_they_are(f);
  // "deployed troops to help Russia fight"
  if (!target && actor && f.frame.id == "deploy.verb") target = supported(f, actor);
  if (!target) {
    target = there(f);
    const bool named = !list.empty() && f.chunk(list.front()).owner_is_adjective;
    if (target && !actor && !named && recent_people(f) &&
        f.stage.memory.people->target == target->party && f.stage.memory.people->actor)
      actor = Named{*f.stage.memory.people->actor, target->span};  // "100 more were at work there"
  }
  std::vector<Claim> out;
  for (const std::size_t named : list) {
    if (auto claim = people_claim(f, named, actor, target)) out.push_back(std::move(*claim));
  }
  if (list.empty() && f.trigger().kind == ChunkKind::phrase) {
    return from_trigger_noun(f, actor, target, pair_of(f));
  }
  and_there(f, out);
  with_ships(f, out);
  return out;
}

std::optional<Named> sender_of(const Filler& f, std::size_t i) {
  const Chunk& c = f.chunk(i);
  if (auto unit = unit_of_members(f, i)) return unit;
  auto owner = owner_of_people(f, i);
  if (i + 2 < f.stage.chunks.size() && !c.owner && f.chunk(i + 1).word == "from" &&
      f.chunk(i + 2).country_head)
    owner = f.chunk(i + 2).party;  // "workers from North Korea"
  // "some Togolese generals and troops": the adjective of the first is that of both
  if (!owner && i >= 2 && is_word(f.chunk(i - 1), "and") && c.last == c.first + 1 &&
      f.chunk(i - 2).owner_is_adjective && is_plural(f.chunk(i - 2).head) &&
      !is_owner_pronoun(f.chunk(i - 2).owner->party.name))
    owner = f.chunk(i - 2).owner;
  const bool had = !owner && i >= 2 && i + 1 == f.at && f.chunk(i - 1).lemma == "have" &&
                   f.chunk(i - 1).voice == Voice::active;
  if (had) owner = party_of(f.stage, i - 2);  // "Burundi has had soldiers fighting in Congo"
  if (!owner) return std::nullopt;
  if (owner->party.iso2.empty()) return owner;
  const bool counted = is_count(c);  // "another 250", of the mercenaries
  const std::string unit = counted ? std::get<Quantity>(c.quantity->value).unit : c.lemma;
  if (f.stage.grammar.is(WordClass::soldier_of_fortune, unit)) return std::nullopt;
  return owner;
}

void carry_on(const Filler& f, Claim& claim) {
  const Claim& before = *f.stage.memory.people;
  if (claim.type != before.type) return;
  if (claim.item && before.item && (!claim.part || claim.item->category.empty()))
    *claim.item = *before.item;
  if (!claim.actor) claim.actor = before.actor;
  // "another 100,000 in some 40 countries": no longer where the ones before were
  if (!claim.target && claim.actor == before.actor && !is_abroad(f)) claim.target = before.target;
}

void and_there(const Filler& f, std::vector<Claim>& claims) {
  if (claims.size() != 1 || !claims.front().quantity || !claims.front().target) return;
  std::size_t k = 0;
  for (const auto& [name, bytes] : claims.front().evidence.spans) {
    if (name != "target") continue;
    while (k < f.stage.chunks.size() && f.stage.chunks[k].span.begin < bytes.end) ++k;
  }
  if (k == 0) return;
  while (k + 3 < f.stage.chunks.size()) {
    while (k < f.stage.chunks.size() && f.chunk(k).kind == ChunkKind::word &&
           (f.chunk(k).word == "," || f.chunk(k).word == "and" || f.chunk(k).word == ";" ||
            f.chunk(k).word == "with")) {
      ++k;
    }
    const bool goes_on = k + 2 < f.stage.chunks.size() && f.chunk(k).kind == ChunkKind::phrase &&
                         is_count(f.chunk(k)) && f.chunk(k + 1).word == "in" &&
                         f.chunk(k + 2).country_head;
    if (!goes_on) return;
    Claim claim = claims.front();
    drop_spans(claim, {"target", "quantity", "item"});
    add_span(claim, "item", f.chunk(k).span);
    const std::string unit = claim.quantity->unit;
    f.set_quantity(claim, k);
    if (claim.quantity->unit.empty()) claim.quantity->unit = unit;
    set_party(claim, &Claim::target, "target", f.chunk(k + 2).party);
    claims.push_back(std::move(claim));
    k += 3;
  }
}

}  // namespace msmt
