/// People sent, hired and abroad: deployment and labor.

#include "claims/filler.hpp"
#include "claims/scene.hpp"

namespace msmt {

namespace {

/// "Syrian soil", "its border provinces", "the Kursk region": a place by the state that it belongs to.
bool is_place(const Chunk& chunk) {
  return chunk.item_class.empty() && chunk.quantity == nullptr && !chunk.pronoun;
}

}  // namespace

std::optional<Named> Filler::place(std::string_view role) const {
  for (const std::size_t i : get(roles_, role)) {
    if (auto named = party_of(stage_, i)) {
      if (!named->party.iso2.empty() || i + 2 >= stage_.chunks.size() || chunk(i + 1).word != "in")
        return named;
      // "the Alabuga zone in Russia's Tatarstan": a body's place is where it lies
      if (auto where = party_of(stage_, i + 2); where && !where->party.iso2.empty()) return where;
      if (auto owner = owner_of(stage_, i + 2); owner && !owner->party.iso2.empty()) return owner;
      return named;
    }
    if (!is_place(chunk(i))) continue;
    if (auto where = state_where(stage_, i)) return where;
    if (chunk(i).of_party && !chunk(i).of_party->party.iso2.empty()) return chunk(i).of_party;
    if (auto owner = owner_of(stage_, i); owner && !owner->party.iso2.empty()) return owner;
    // "at a plant in Jilin, in China": a place goes on with where it lies
    for (std::size_t k = i + 1; k + 1 < stage_.chunks.size() && k < i + 7; ++k) {
      const Chunk& next = chunk(k);
      if (next.kind == ChunkKind::verb || next.word == "and" || next.word == ";") break;
      const bool lies =
          next.word == "in" || next.word == "of" || next.word == "," || next.word == "near";
      if (lies && chunk(k + 1).country_head) return chunk(k + 1).party;
      if (next.word != "in" && next.word != "near") continue;
      if (auto where = state_where(stage_, k + 1)) return where;
    }
  }
  return std::nullopt;
}

std::optional<Named> Filler::lets_deploy() const {
  // "The Pentagon authorised the deployment of 500 soldiers": its own, where nothing says whose
  const auto& who = sides_.of("subj");
  if (frame_.id != "deploy.noun" || sides_.construction != "light" || who.empty() ||
      items().empty() || owner_of(stage_, items().front()))
    return std::nullopt;
  auto state = party_of(stage_, who.front());
  if (state && state->party.iso2.empty()) state.reset();
  return state;
}

std::vector<Claim> Filler::people() {
  auto [actor, target] = people_sides();
  if (frame_.id == "labor.visa" || frame_.id == "labor.permit") {
    const auto& permit = get(roles_, "permit");
    if (permit.empty() || class_of(stage_.grammar, chunk(permit.front())) != "visa")
      return refuse("no visa");
    if (auto visas = visas_for(target)) return {std::move(*visas)};
  }
  if (frame_.id == "labor.job") {
    const auto& job = get(roles_, "job");
    if (job.empty() || !stage_.grammar.is(WordClass::job, chunk(job.front()).lemma))
      return refuse("no job");
  }
  if (frame_.id == "deploy.unit" && !enters_state()) return refuse("no state entered");
  std::vector<std::size_t> list = items();
  if (const auto& exist = get(roles_, "exist"); !exist.empty()) {
    // "there were 320 Danish instructors in Latvia"
    const bool there = list.empty() || chunk(list.front()).head == "there";
    if (there) list = exist;
  }
  if (!target) target = where_they_are();
  if (!target) {
    target = there();
    if (target && !actor && recent_people() && stage_.memory.people->target == target->party &&
        stage_.memory.people->actor)
      actor = Named{*stage_.memory.people->actor, target->span};  // "100 more were at work there"
  }
  std::vector<Claim> out;
  for (const std::size_t named : list) {
    if (auto claim = people_claim(named, actor, target)) out.push_back(std::move(*claim));
  }
  if (list.empty() && trigger().kind == ChunkKind::phrase) {
    return from_trigger_noun(actor, target, pair_of());
  }
  and_there(out);
  with_ships(out);
  return out;
}

std::pair<std::optional<Named>, std::optional<Named>> Filler::people_sides() const {
  std::optional<Named> actor = party("actor");
  std::optional<Named> target = frame_.role("subj") == "target" ? party("target") : place("target");
  if (const auto& in = sides_.of("in"); !in.empty() && frame_.role("for") == "target") {
    // "fought in Yemen for Saudi Arabia": they are where they fight
    if (auto where = state_where(stage_, in.front())) target = where;
  }
  if (trigger().kind == ChunkKind::phrase) {
    if (const auto owner = trigger_owner()) {
      if (frame_.role("owner") == "actor" && !actor) actor = owner;
      if (frame_.role("owner") == "target" && !target && frame_.type != "labor") target = owner;
      if (frame_.type == "labor" && !actor) actor = owner;
    }
  }
  if (!actor) actor = lets_deploy();
  return {actor, target};
}

std::optional<Claim> Filler::visas_for(const std::optional<Named>& target) const {
  // "issued 7,000 such visas to North Koreans"
  const std::size_t permit = get(roles_, "permit").front();
  const auto holders = frame_.id == "labor.permit" ? party("item") : std::nullopt;
  if (!holders || holders->party.iso2.empty() || !target || target->party == holders->party ||
      chunk(permit).quantity == nullptr)
    return std::nullopt;
  Claim claim = start("labor");
  set_item(claim, permit);
  set(claim, &Claim::actor, "actor", holders);
  set(claim, &Claim::target, "target", target);
  return claim;
}

std::optional<Named> Filler::sender_at(std::size_t named, std::size_t i, std::string_view klass,
                                       const std::optional<Named>& actor,
                                       const std::optional<Named>& target) const {
  std::optional<Named> sender = actor;
  if (!sender && sides_.construction == "reduced" && i > 0 && !owner_of(stage_, i) &&
      ((chunk(i - 1).kind == ChunkKind::word && chunk(i - 1).word == "with") ||
       chunk(i - 1).lemma == "have" || chunk(i - 1).lemma == "keep")) {
    // "Havana sent rifles …, with 4,000 men stationed at the port", "has 4,000 men stationed in"
    sender = main_subject(i);
  }
  if (!sender && klass == "unit")
    sender = owner_of(stage_, i) ? owner_of(stage_, i) : party_of(stage_, i);
  if (!sender) {
    std::optional<Named> taker;  // "500 workers promised by Pyongyang have arrived"
    take_described_side(sender, taker);
  }
  if (!sender && i != named) sender = owner_of_people(named);  // "a Kenyan contingent of 400"
  if (!sender) {
    sender = sender_of(i);
    // "900 of them were hired by Russian builders": not those who hire
    if (sender && target && sender->party == target->party && is_count(chunk(i))) sender.reset();
  }
  return sender;
}

void Filler::detail_people(Claim& claim, std::size_t i, std::string_view klass) const {
  if (claim.type == "labor" && klass == "troops") claim.type = "deployment";
  if (frame_.id == "labor.visa" || frame_.id == "people.expect")
    claim.certainty = Certainty::planned;
  if (klass == "troops") count_strong(claim, i);
  if (!get(roles_, "count").empty()) put_strength(claim, i);
  if (leans_on_people(i) && !recent_people()) claim.item = stage_.memory.people_item;
  if (claim.type == "labor") name_sector(claim);
  if (claim.type == "labor" && claim.actor && claim.actor->iso2.empty() &&
      !get(roles_, "actor").empty()) {
    // "the firm operates delegations of workers": those of the firm's state
    for (const Mention* name : chunk(get(roles_, "actor").front()).names) {
      const auto* body = std::get_if<Organization>(&name->value);
      if (body == nullptr || body->country.empty() || body->name != claim.actor->name) continue;
      if (claim.target && claim.target->iso2 == body->country) continue;
      claim.actor = stage_.grammar.country(body->country);
      break;
    }
  }
  if (!claim.target && !get(roles_, "sector").empty() && claim.type == "labor") {
    const auto where = place("sector");
    if (where && !where->party.iso2.empty() && (!claim.actor || where->party != *claim.actor))
      set(claim, &Claim::target, "target", where);
  }
}

std::string_view Filler::nowhere(const Claim& claim) const {
  const bool is_somewhere = frame_.id.starts_with("people.") || frame_.id == "deploy.arrive" ||
                            frame_.id == "deploy.unit" || frame_.id == "deploy.raise" ||
                            frame_.id == "labor.toil";
  if (is_somewhere && (!claim.target || claim.target->iso2.empty()) &&
      !(claim.type == "labor" && is_abroad())) {
    return "no place";
  }
  const bool bare = !claim.actor || frame_.id == "labor.toil";
  if (is_somewhere && bare && !claim.quantity) {
    return "nobody's and not counted";
  }
  return {};
}

std::optional<Claim> Filler::people_claim(std::size_t named, const std::optional<Named>& actor,
                                          const std::optional<Named>& target) {
  const std::size_t i = people_of(named);  // "a second, of 3,000 soldiers"
  const std::string klass = class_of_people(i);
  const Chunk& who = chunk(i);
  const bool other_head = who.item_class.empty() && !who.of_class.empty() && who.definite &&
                          !stage_.grammar.is_determiner(who.head) && !is_plural(who.head) &&
                          who.quantity == nullptr && !unit_of_members(i) &&
                          !stage_.grammar.is(WordClass::portion, who.lemma);
  // "Ukrainian special forces are in Sudan": a unit of a state
  const bool unit =
      klass == "unit" && frame_.id == "people.be" && who.party && !who.party->party.iso2.empty();
  if ((!frame_.takes(klass) && !unit) || other_head) {  // "the choir of the army arrived"
    why_ = "item is of no class that the frame takes";
    return std::nullopt;
  }
  const auto sender = sender_at(named, i, klass, actor, target);
  const bool of_class = frame_.id.starts_with("people.");
  Claim claim =
      one(i, of_class && !unit ? Grammar::type_of_class(klass) : std::string_view(frame_.type),
          sender, target, pair_of());
  detail_people(claim, i, klass);
  const bool sideless = frame_.id == "deploy.noun" && !claim.actor && !claim.target;
  const bool goes_on = is_count(chunk(i)) || claim.part || sideless || i != named;
  if (goes_on && recent_people()) carry_on(claim);
  if (!claim.actor && !claim.target) {
    why_ = "no side";
    return std::nullopt;
  }
  if (!claim.target && claim.actor && klass == "troops")
    set(claim, &Claim::target, "target", where_allies_fight(claim));
  if (const auto why = nowhere(claim); !why.empty()) {
    why_ = why;
    return std::nullopt;
  }
  return claim;
}

std::optional<Named> Filler::where_they_are() const {
  if (auto where = place_before_where(stage_, trigger_)) return where;
  // "waitresses staffed a restaurant in Phnom Penh"
  const auto& site = get(roles_, "site");
  if (!site.empty()) return place_of_phrase(stage_, site.front());
  // "A mill in Dandong employed 400 women": where it lies
  const auto& employer = get(roles_, "target");
  if (frame_.id == "labor.hire" && !employer.empty() && !party("target"))
    return place_of_phrase(stage_, employer.front());
  const bool somewhere = frame_.id == "people.be" || frame_.id == "labor.work" ||
                         frame_.id == "labor.toil" || frame_.id == "people.keep";
  if (!somewhere || trigger().voice == Voice::infinitive) return std::nullopt;
  if (frame_.type == "labor") {
    if (auto behind = place_of_clause(stage_, trigger_)) return behind;
  }
  return fronted_place(stage_);  // "In Mali there are 2,000 Russian soldiers"
}

bool Filler::is_abroad() const {
  for (std::size_t k = trigger_ + 1; k < stage_.chunks.size() && k < trigger_ + 5; ++k) {
    const Chunk& c = chunk(k);
    if (c.word == "abroad" || c.word == "overseas" || c.head == "abroad" || c.head == "overseas")
      return true;
    if (c.lemma == "country" && c.quantity != nullptr) return true;
  }
  return false;
}

std::optional<Named> Filler::sender_of(std::size_t i) const {
  const Chunk& c = chunk(i);
  if (auto unit = unit_of_members(i)) return unit;
  auto owner = owner_of_people(i);
  if (i + 2 < stage_.chunks.size() && !c.owner && chunk(i + 1).word == "from" &&
      chunk(i + 2).country_head)
    owner = chunk(i + 2).party;  // "workers from North Korea"
  if (!owner) return std::nullopt;
  if (owner->party.iso2.empty()) return owner;
  if (stage_.grammar.is(WordClass::soldier_of_fortune, c.lemma)) return std::nullopt;
  return owner;
}

void Filler::carry_on(Claim& claim) const {
  const Claim& before = *stage_.memory.people;
  if (claim.type != before.type) return;
  if (claim.item && before.item && (!claim.part || claim.item->category.empty()))
    *claim.item = *before.item;
  if (!claim.actor) claim.actor = before.actor;
  if (!claim.target && claim.actor == before.actor) claim.target = before.target;
}

void Filler::and_there(std::vector<Claim>& claims) const {
  if (claims.size() != 1 || !claims.front().quantity || !claims.front().target) return;
  std::size_t k = 0;
  for (const auto& [name, bytes] : claims.front().evidence.spans) {
    if (name != "target") continue;
    while (k < stage_.chunks.size() && stage_.chunks[k].span.begin < bytes.end) ++k;
  }
  if (k == 0) return;
  while (k + 3 < stage_.chunks.size()) {
    while (k < stage_.chunks.size() && chunk(k).kind == ChunkKind::word &&
           (chunk(k).word == "," || chunk(k).word == "and" || chunk(k).word == ";" ||
            chunk(k).word == "with")) {
      ++k;
    }
    const bool goes_on = k + 2 < stage_.chunks.size() && chunk(k).kind == ChunkKind::phrase &&
                         is_count(chunk(k)) && chunk(k + 1).word == "in" &&
                         chunk(k + 2).country_head;
    if (!goes_on) return;
    Claim claim = claims.front();
    std::erase_if(claim.evidence.spans, [](const auto& known) {
      return known.first == "target" || known.first == "quantity" || known.first == "item";
    });
    span(claim, "item", chunk(k).span);
    const std::string unit = claim.quantity->unit;
    set_quantity(claim, k);
    if (claim.quantity->unit.empty()) claim.quantity->unit = unit;
    set(claim, &Claim::target, "target", chunk(k + 2).party);
    claims.push_back(std::move(claim));
    k += 3;
  }
}

std::optional<Named> Filler::main_subject(std::size_t i) const {
  for (std::size_t k = i; k > 1; --k) {
    const Chunk& verb = chunk(k - 1);
    if (verb.kind != ChunkKind::verb ||
        (verb.voice != Voice::active && verb.voice != Voice::passive))
      continue;
    const Chunk& left = chunk(k - 2);
    if (left.kind == ChunkKind::phrase && left.party && !left.party->party.iso2.empty())
      return left.party;
  }
  return std::nullopt;
}

void Filler::name_sector(Claim& claim) const {
  const auto& sector = get(roles_, "sector");
  if (sector.empty() || chunk(sector.front()).party) return;
  const std::string_view name = stage_.doc.text(chunk(sector.front()).span);
  if (!name.empty() && name.front() >= 'A' && name.front() <= 'Z') return;  // "in Dubai"
  const Span text{chunk(sector.front()).span.begin, chunk(sector.back()).span.end};
  claim.item->name += " in " + quote(stage_.doc, text);
}

std::vector<Claim> Filler::strength() {
  const auto actor = trigger_owner();
  const auto target = place("target");
  Claim claim = start("deployment");
  put_at(claim);
  if (!claim.quantity) reached(claim);
  if (!actor || !target || !claim.quantity) return refuse("no count, no owner or no place");
  claim.item = item_of(stage_, trigger());
  for (std::size_t k = trigger_ + 1; k < stage_.chunks.size(); ++k) {
    const Chunk& c = chunk(k);
    if (c.quantity == nullptr || std::get<Quantity>(c.quantity->value) != *claim.quantity) continue;
    if (class_of(stage_.grammar, c) != "troops" && class_of(stage_.grammar, c) != "people")
      return refuse("not of people");
    claim.item = item_of(stage_, c);
    span(claim, "item", c.span);
    break;
  }
  for (std::size_t k = trigger_ + 1; k < stage_.chunks.size(); ++k) {
    if (chunk(k).kind != ChunkKind::verb) continue;
    if (stage_.grammar.cue("governor", chunk(k).lemma) == "believed")
      claim.certainty = Certainty::believed;  // "is estimated at"
    break;
  }
  set(claim, &Claim::actor, "actor", actor);
  set(claim, &Claim::target, "target", target);
  return {claim};
}

}  // namespace msmt
