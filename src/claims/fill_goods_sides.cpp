/// Who gives and who takes goods, where the sides of the trigger itself do not say.
#include <algorithm>

#include "claims/filler.hpp"
#include "claims/sentence_claims.hpp"

namespace msmt {

std::optional<Named> Filler::home_of_carrier(const Named& source) const {
  if (frame_.id != "give.send" || !stage_.grammar.is(WordClass::carry, trigger().lemma) ||
      source.party.iso2.empty() || sides_.of("subj").empty() || sides_.has("to"))
    return std::nullopt;
  // "made 49 voyages that brought shells": of the ships that made them
  std::size_t k = sides_.of("subj").front() + 1;
  const bool trips = stage_.grammar.is(WordClass::trip, chunk(k - 1).lemma);
  for (; k > 0; --k) {
    const Chunk& c = chunk(k - 1);
    if (c.kind == ChunkKind::phrase && class_of(stage_.grammar, c) == "vehicle") {
      auto home = owner_of(stage_, k - 1);
      if (home && !home->party.iso2.empty() && home->party != source.party) return home;
    }
    if (!trips) break;
  }
  return std::nullopt;
}

void Filler::exchange(std::vector<Claim>& claims, std::size_t i) const {
  const Chunk& c = chunk(i);
  std::vector<Named> owners;
  for (const Mention* name : c.names) {
    const auto* country = std::get_if<Country>(&name->value);
    if (country != nullptr && country->form == "adjective")
      owners.push_back({{country->name, country->iso2}, name->span});
  }
  if (owners.size() != 2 || owners[0].party == owners[1].party) return;
  Claim& there = claims.front();
  there.item->name = quote(stage_.doc, {c.head_span.begin, c.span.end});
  there.actor.reset();
  there.target.reset();
  Claim back = there;
  set(there, &Claim::actor, "actor", owners[0]);
  set(there, &Claim::target, "target", owners[1]);
  set(back, &Claim::actor, "actor", owners[1]);
  set(back, &Claim::target, "target", owners[0]);
  claims.push_back(std::move(back));
}

void Filler::carry_sides(Claim& claim, const Chunk& c) const {
  if (claim.actor || claim.target || !claim.item) return;
  const std::string_view of = stage_.doc.text(c.of);
  const std::string whole = fold(stage_.doc.text(c.span));
  const bool part =
      whole.find(" of the ") != std::string::npos || whole.find("remaining") != std::string::npos ||
      whole.find("the first") != std::string::npos || whole.find("the last") != std::string::npos;
  const bool refers = c.of.empty() ? (c.definite && c.quantity == nullptr) || part
                                   : of.starts_with("the ") || of.starts_with("these ") ||
                                         of.starts_with("those ") || of.starts_with("them");
  // "Eight fighters, which Algeria ordered in 2021, arrived": the order about these very goods
  const auto& last = stage_.memory.order;
  const bool ordered =
      last && last->evidence.bytes.begin == stage_.sentence_begin() && item_span(*last) == c.span;
  if (!refers && !ordered) return;
  for (const auto* before : {&stage_.memory.order, &stage_.memory.deed}) {
    if (!*before || !(*before)->item || !same_goods(*claim.item, *(*before)->item)) continue;
    const bool order = before == &stage_.memory.order;  // the buyer stands first
    claim.actor = order ? (*before)->target : (*before)->actor;
    claim.target = order ? (*before)->actor : (*before)->target;
    return;
  }
}

void Filler::take_described_side(std::optional<Named>& actor, std::optional<Named>& target) const {
  if (items().empty() || items().back() + 3 >= trigger_) return;
  std::size_t k = items().back() + 1;
  if (is_word(chunk(k), ",")) ++k;
  const bool relative = is_word(chunk(k), "which") || is_word(chunk(k), "that");
  if (relative) ++k;
  // "the jets that Algeria bought", "the jets, which came from Spain,", "the jets promised by Spain"
  const bool inner = relative && chunk(k).kind == ChunkKind::phrase;
  const std::size_t verb = inner ? k + 1 : k;
  if (verb + 1 >= trigger_ || chunk(verb).kind != ChunkKind::verb || chunk(verb).negated) return;
  if (!relative && chunk(verb).voice != Voice::participle) return;
  const std::size_t link = verb + 1;
  const auto named = inner ? party_of(stage_, k)
                           : (link + 1 < trigger_ ? party_of(stage_, link + 1) : std::nullopt);
  if (!named) return;
  for (const Frame* frame : stage_.grammar.frames("verb", chunk(verb).lemma)) {
    if (frame->type != "*") continue;
    const bool active = chunk(verb).voice == Voice::active;
    std::string_view role;
    if (inner || is_word(chunk(link), "by")) {
      role = inner == active ? frame->role("subj") : std::string_view{};
    } else if (chunk(link).kind == ChunkKind::word) {
      role = frame->role(chunk(link).word);
    }
    if (role == "source") role = "actor";
    if (role == "actor" && !actor && (!target || target->party != named->party)) actor = named;
    if (role == "target" && !target && (!actor || actor->party != named->party)) target = named;
    return;
  }
}

std::vector<std::size_t> Filler::unpack(const std::vector<std::size_t>& list) const {
  std::vector<std::size_t> out;
  const auto packed = [&](std::size_t k) {
    return k < stage_.chunks.size() && chunk(k).kind == ChunkKind::phrase &&
           !class_of(stage_.grammar, chunk(k)).empty() &&
           frame_.takes(class_of(stage_.grammar, chunk(k)));
  };
  for (const std::size_t i : list) {
    const Chunk& lot = chunk(i);
    const bool holds = stage_.grammar.is(WordClass::portion, lot.lemma) && lot.of.empty() &&
                       i + 2 < stage_.chunks.size() && is_word(chunk(i + 1), "of") && packed(i + 2);
    if (!holds || lot.quantity != nullptr) {
      out.push_back(i);
      continue;
    }
    std::size_t k = i + 2;
    out.push_back(k);
    while (k + 2 < stage_.chunks.size() &&
           (is_word(chunk(k + 1), ",") || is_word(chunk(k + 1), "and"))) {
      const std::size_t next = is_word(chunk(k + 2), "and") ? k + 3 : k + 2;
      const bool listed = std::find(list.begin(), list.end(), next) != list.end();
      if (!packed(next) || listed) break;
      out.push_back(next);
      k = next;
    }
  }
  return out;
}

void Filler::take_market(Deal& deal) const {
  // "Six helicopters were bought in Serbia": from there
  const auto& market = sides_.of("in");
  if (deal.actor || deal.source || market.empty() || !trades()) return;
  const Chunk& c = chunk(market.front());
  if (!c.country_head || !c.party || c.party->party.iso2.empty()) return;
  if (!deal.target || deal.target->party != c.party->party) deal.actor = c.party;
}

void Filler::take_place(Deal& deal) const {
  const auto& taker = get(roles_, "target");
  if (taker.empty()) return;
  const Chunk& c = chunk(taker.front());
  const bool motion =
      frame_.id == "get.land" || frame_.id == "get.end" || frame_.id == "give.laden";
  if (frame_.id == "get.reach" || frame_.id == "get.cross") {
    deal.target = state_where(stage_, taker.front());  // "reached Baku", not "reached a peak in"
    return;
  }
  const bool site =
      c.item_class.empty() && c.quantity == nullptr && stage_.grammar.is(WordClass::place, c.lemma);
  if (!motion && !site) return;
  deal.target = place("target");
  if (deal.target && deal.target->party.iso2.empty()) deal.target.reset();
  if (deal.target && deal.actor && deal.target->party == deal.actor->party) deal.target.reset();
}

bool Filler::meant_for() const {
  if (trigger().kind != ChunkKind::verb || trigger().voice != Voice::infinitive) return false;
  for (std::size_t k = trigger_; k > 0; --k) {
    const Chunk& left = chunk(k - 1);
    if (left.kind == ChunkKind::phrase && class_of(stage_.grammar, left) == "money") return true;
    if (left.kind == ChunkKind::verb && left.voice != Voice::infinitive) return false;
  }
  return false;
}

void Filler::taken_by_owner(std::vector<Claim>& claims, const Deal& deal) const {
  if (items().size() != 1 || !deal.actor) return;
  const Chunk& c = chunk(items().front());
  const auto owner = owner_of(stage_, items().front());
  const std::string_view behind =
      owner ? stage_.doc.text({owner->span.end, c.span.end}) : std::string_view{};
  const bool possessive = behind.starts_with("'") || behind.starts_with("\u2019");
  const bool has = possessive && owner->party != deal.actor->party;
  for (Claim& claim : claims) {
    if (claim.actor != deal.actor->party) continue;
    if (has && !claim.target) set(claim, &Claim::target, "target", owner);
    if (claim.quantity || c.quantity == nullptr) continue;
    claim.quantity = std::get<Quantity>(c.quantity->value);  // a share in percent
    span(claim, "quantity", c.quantity->span);
  }
}

std::optional<Named> Filler::other_party(const std::optional<Named>& actor) const {
  const auto& subject = sides_.of("subj");
  if (subject.empty() || !actor) return std::nullopt;
  for (std::size_t k = subject.back() + 1; k < trigger_; ++k) {
    const Chunk& c = chunk(k);
    if (c.kind != ChunkKind::phrase) continue;
    for (const auto& named : {party_of(stage_, k), owner_of(stage_, k)}) {
      if (named && !named->party.iso2.empty() && named->party != actor->party) return named;
    }
  }
  return std::nullopt;
}

std::optional<Named> Filler::supported(const std::optional<Named>& actor) const {
  const std::size_t verb = sides_.end;
  if (verb + 1 >= stage_.chunks.size() || chunk(verb).kind != ChunkKind::verb ||
      chunk(verb).voice != Voice::infinitive) {
    return std::nullopt;
  }
  if (!stage_.grammar.is(WordClass::support_verb, chunk(verb).lemma)) return std::nullopt;
  for (const auto& named : {party_of(stage_, verb + 1), owner_of(stage_, verb + 1)}) {
    if (named && !named->party.iso2.empty() && (!actor || named->party != actor->party))
      return named;
  }
  return std::nullopt;
}

std::optional<Named> Filler::whose_effort(const std::optional<Named>& actor) const {
  for (const std::size_t i : sides_.of("for")) {
    if (!stage_.grammar.is(WordClass::effort, chunk(i).lemma)) continue;
    const auto owner = owner_of(stage_, i);
    if (owner && !owner->party.iso2.empty() && (!actor || owner->party != actor->party))
      return owner;
  }
  return std::nullopt;
}

std::optional<Named> Filler::sent_there(const Named& actor) const {
  const std::size_t at = items().back() + 1;
  if (at >= stage_.chunks.size() || at < trigger_) return std::nullopt;
  const Chunk& c = chunk(at);
  const bool there = c.word == "there" || c.head == "there";
  const bool next =
      there && (at + 1 >= stage_.chunks.size() || chunk(at + 1).kind != ChunkKind::verb);
  const auto& memory = stage_.memory;
  const bool known = memory.subject && memory.subject_sentence + 1 == stage_.reading.sentence;
  if (!next || !known || *memory.subject == actor.party) return std::nullopt;
  return Named{*memory.subject, c.span};
}

std::optional<Named> Filler::supported_before(const std::optional<Named>& actor) const {
  bool through = false;
  for (std::size_t k = trigger_; k > 2; --k) {
    const Chunk& c = chunk(k - 1);
    through = through || c.word == "through" || c.word == "by" || c.word == "via" ||
              c.word == "in the form of";
    if (c.kind == ChunkKind::verb) return std::nullopt;
    const bool taker = c.kind == ChunkKind::phrase && chunk(k - 3).kind == ChunkKind::phrase &&
                       (chunk(k - 2).word == "to" || chunk(k - 2).word == "for") &&
                       stage_.grammar.is(WordClass::support_noun, chunk(k - 3).lemma);
    if (!taker || !through) continue;
    auto named = party_of(stage_, k - 1);
    if (named && (!actor || named->party != actor->party)) return named;
  }
  return std::nullopt;
}

bool Filler::supplies_fighters(const Named& taker) const {
  if (trigger().lemma == "arm") return true;
  // "meant to resupply Houthi forces", "cargo intended to resupply them"
  if (trigger().voice == Voice::infinitive) return false;
  for (const std::string& governor : trigger().chain) {
    if (stage_.grammar.cue("governor", governor) == "planned") return false;
  }
  const bool supplies =
      trigger().lemma == "supply" || stage_.grammar.is(WordClass::equip, trigger().lemma);
  if (frame_.id != "give.supply" || !supplies) return false;
  for (const std::size_t i : get(roles_, "target")) {
    for (const Mention* name : chunk(i).names) {
      const auto* body = std::get_if<Organization>(&name->value);
      if (body != nullptr && body->kind == "armed group" && body->name == taker.party.name)
        return true;
    }
  }
  return false;
}

std::optional<Named> Filler::reached_state() const {
  // "A shipment of 40 rifles from Serbia reached Mali"
  const std::size_t verb = sides_.end;
  if (verb + 1 >= stage_.chunks.size() || chunk(verb).voice != Voice::active || chunk(verb).negated)
    return std::nullopt;
  for (const Frame* frame : stage_.grammar.frames("verb", chunk(verb).lemma)) {
    if (!frame->id.starts_with("get.") || frame->role("subj") != "item") continue;
    const bool governed = chunk(verb + 1).kind == ChunkKind::word;
    const std::string_view role = governed ? frame->role(chunk(verb + 1).word) : frame->role("obj");
    const std::size_t place = governed ? verb + 2 : verb + 1;
    if (role == "target" && place < stage_.chunks.size()) return state_where(stage_, place);
  }
  return std::nullopt;
}

void Filler::place_after(Claim& claim, std::size_t from) const {
  for (std::size_t k = from; k + 1 < stage_.chunks.size() && !claim.target; ++k) {
    const Chunk& c = chunk(k);
    if (c.kind == ChunkKind::verb && c.voice != Voice::infinitive && c.voice != Voice::gerund)
      return;
    const bool site = c.word == "on" || c.word == "at";  // "to work on Russian building sites"
    if (c.kind != ChunkKind::word || (c.word != "in" && c.word != "to" && !site)) continue;
    std::optional<Named> named = site ? std::nullopt : chunk(k + 1).party;
    if (!named && chunk(k + 1).item_class.empty() && !chunk(k + 1).pronoun)
      named = chunk(k + 1).of_party ? chunk(k + 1).of_party : owner_of(stage_, k + 1);
    if (!named || named->party.iso2.empty() || (claim.actor && named->party == *claim.actor))
      continue;
    set(claim, &Claim::target, "target", named);
  }
}

void Filler::elliptical(Claim& claim) const {
  if (claim.actor || claim.target || !claim.part || !stage_.memory.people) return;
  if (stage_.memory.people->type != claim.type) return;
  claim.actor = stage_.memory.people->actor;
  claim.target = stage_.memory.people->target;
}

}  // namespace msmt
