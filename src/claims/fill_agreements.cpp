/// Agreements: signed, held, agreed and ordered, with the two sides of each.
#include <algorithm>
#include <array>

#include "claims/clause_words.hpp"
#include "claims/filler.hpp"
#include "claims/party_words.hpp"
#include "claims/relative.hpp"
#include "claims/subjects.hpp"

namespace msmt {

void Filler::with_which(std::vector<Named>& sides) const {
  // "the government in Tripoli, with which Ankara had signed an agreement"
  for (std::size_t k = 1; k < trigger_; ++k) {
    if (chunk(k).kind != ChunkKind::word || (chunk(k).word != "which" && chunk(k).word != "whom") ||
        chunk(k - 1).word != "with")
      continue;
    for (std::size_t left = k - 1; left > 0; --left) {
      if (chunk(left - 1).kind == ChunkKind::word) {
        if (chunk(left - 1).word != "," && chunk(left - 1).word != "in") return;
        continue;
      }
      if (chunk(left - 1).kind != ChunkKind::phrase) return;
      const auto named = party_of(stage_, left - 1);
      if (named && (sides.empty() || named->party != sides.front().party)) sides.push_back(*named);
      if (named) return;
    }
  }
}

void Filler::Pact::add(const Named& named) {
  const bool known = std::any_of(sides.begin(), sides.end(),
                                 [&](const Named& side) { return side.party == named.party; });
  if (!known) sides.push_back(named);
}

void Filler::add_partners(Pact& pact, std::size_t i) const {
  const Chunk& c = chunk(i);
  if (c.person && c.party) pact.persons.push_back(c.party->party.name);
  if (c.lemma == "counterpart") {
    // "with his Syrian counterpart": the other state's
    for (const Mention* name : c.names) {
      if (const auto* country = std::get_if<Country>(&name->value))
        pact.add(Named{{country->name, country->iso2}, name->span});
    }
    return;
  }
  for (const Named& named : parties_of(stage_, i)) pact.add(named);
}

Filler::Pact Filler::signatories() const {
  Pact out;
  for (const std::string_view role : {"pair", "actor", "target"}) {
    for (const std::size_t i : get(roles_, role)) {
      // "Vladimir Putin and Kim": a last name that leans on an earlier one
      const bool joined = i >= 2 && is_word(chunk(i - 1), "and") && !chunk(i).party &&
                          chunk(i - 2).kind == ChunkKind::phrase && chunk(i - 2).person;
      if (joined && party_of(stage_, i)) add_partners(out, i - 2);
      add_partners(out, i);
    }
  }
  if (frame_.id == "agree.noun" && out.sides.empty() && get(roles_, "item").size() > 1) {
    // "the third meeting of Kim Jong Un and Donald Trump"
    for (const std::size_t i : get(roles_, "item")) {
      if (chunk(i).party) add_partners(out, i);
    }
  }
  if (const auto owner = trigger_owner(); owner && out.sides.size() < 2) out.add(*owner);
  const auto& with = get(roles_, "target");
  // "with Northern Atom Agency Director General Maria Sol": one side, and not two
  if (out.sides.size() < 2 && !with.empty() && !chunk(with.front()).person) {
    if (const auto owner = owner_of(stage_, with.front())) out.add(*owner);
  }
  return out;
}

std::vector<Claim> Filler::orders(const Pact& pact) {
  std::vector<Claim> out;
  for (const std::size_t i : items()) {
    if (!frame_.takes(class_of(stage_.grammar, chunk(i)))) continue;
    Claim claim = start("agreement");
    set_item(claim, i);
    if (!pact.sides.empty() && !get(roles_, "actor").empty())
      set(claim, &Claim::actor, "actor", party("actor"));
    set(claim, &Claim::target, "target", party("target"));
    if (claim.actor || claim.target) out.push_back(std::move(claim));
  }
  return out;
}

void Filler::add_partners_behind(Pact& pact, std::size_t paper) const {
  for (std::size_t k = paper + 1; k + 1 < stage_.chunks.size() && k < paper + 8; ++k) {
    if (!is_word(chunk(k), "between") && !is_word(chunk(k), "with")) continue;
    for (std::size_t m = k + 1; m < stage_.chunks.size() && m < k + 4; ++m) {
      if (is_word(chunk(m), "and")) continue;
      if (chunk(m).kind != ChunkKind::phrase) return;
      add_partners(pact, m);
    }
    return;
  }
}

void Filler::name_agreed(Claim& claim, const std::vector<std::size_t>& list) const {
  const bool of_list =
      !list.empty() &&
      (!needs_self() || class_of(stage_.grammar, chunk(list.front())) == "agreement");
  if (!of_list && !needs_self()) {
    claim.item = Item{"meeting", "meeting", "", "meeting"};
    span(claim, "item", trigger().head_span);
    return;
  }
  const Chunk& agreed = of_list ? chunk(list.front()) : trigger();
  claim.item = item_of(stage_, agreed);
  span(claim, "item", agreed.span);
  const auto& goods = sides_.of("for");
  if (needs_self() || class_of(stage_.grammar, agreed) != "agreement" || goods.empty()) return;
  // "a contract for five S-400 systems"
  const std::string klass = class_of(stage_.grammar, chunk(goods.front()));
  if (klass != "arms" && klass != "goods" && klass != "fuel" && klass != "parts" &&
      klass != "aid" && klass != "vehicle")
    return;
  const Item bought = item_of(stage_, chunk(goods.front()));
  set_quantity(claim, goods.front());
  claim.item->name += " for " + bought.name;
  claim.item->weapon = bought.weapon;
  claim.item->category = bought.category;
  claim.item->key += "-" + bought.key;
}

bool Filler::talked(Pact& pact) const {
  static constexpr std::array<std::string_view, 6> kTime = {"after",     "during", "in",
                                                            "following", "at",     "since"};
  if (!get(roles_, "pair").empty() && pact.sides.size() > 1)
    return true;  // "talks between A and B"
  if (trigger().owner && is_owner_pronoun(trigger().owner->party.name)) pact.sides.clear();
  const std::string& before = trigger_ > 0 ? chunk(trigger_ - 1).word : trigger().word;
  if (std::find(kTime.begin(), kTime.end(), before) == kTime.end()) return false;
  if (pact.sides.size() > 1) return true;
  const auto side_at = [&](std::size_t i) {
    const auto named = party_of(stage_, i);
    if (named && !named->party.iso2.empty()) add_partners(pact, i);
  };
  // "Xi told Min Aung Hlaing at talks in Tianjin that …": the object before as well
  const std::size_t told = trigger_ >= 2 ? trigger_ - 2 : 0;
  const bool object = told > 1 && chunk(told).kind == ChunkKind::phrase && chunk(told).person &&
                      is_finite(chunk(told - 1)) && chunk(told - 2).kind == ChunkKind::phrase;
  if (object) {
    side_at(told - 2);
    side_at(told);
  }
  // "Putin and Kim toast each other after their talks"; "After talks with Kim, Shoigu said"
  for (std::size_t k = trigger_; k > 1 && pact.sides.size() < 2; --k) {
    if (!is_finite(chunk(k - 1)) || chunk(k - 2).kind != ChunkKind::phrase) continue;
    for (const std::size_t i : list_before(stage_.chunks, k - 2)) side_at(i);
    break;
  }
  for (std::size_t k = trigger_ + 1; k + 2 < stage_.chunks.size() && pact.sides.size() < 2; ++k) {
    if (!is_word(chunk(k), ",") || chunk(k + 1).kind != ChunkKind::phrase) continue;
    const bool subject = is_finite(chunk(k + 2)) || is_word(chunk(k + 2), ",");
    if (subject) side_at(k + 1);
  }
  return pact.sides.size() > 1;
}

bool Filler::sells_in_capital(const std::vector<std::size_t>& papers) const {
  // "signed a contract for fighters in Seoul": with the state whose capital it is
  const auto& goods = sides_.of("for");
  const auto& where = sides_.of("in");
  if (papers.empty() || goods.empty() || where.empty() || !is_bargain(papers.front())) return false;
  const std::string_view city = stage_.doc.text(chunk(where.front()).span);
  return is_arms(chunk(goods.front())) && !stage_.grammar.capital_country(city).empty();
}

std::vector<Claim> Filler::denied_deal() {
  const auto& deal = items();
  if (deal.empty() || class_of(stage_.grammar, chunk(deal.front())) != "agreement")
    return refuse("no deal");
  std::vector<Named> sides = parties("actor");
  if (sides.empty() || sides.front().party.iso2.empty()) return refuse("nobody denies");
  const Named denier = sides.front();
  if (sides.size() < 2) {
    for (Named& named : parties("target")) sides.push_back(std::move(named));
  }
  if (sides.size() < 2) {
    if (const auto other = partner_of(stage_, denier.party))
      sides.push_back(Named{*other, denier.span});
  }
  if (sides.size() < 2) return refuse("not two sides");
  Claim claim = start("agreement");
  claim.item = item_of(stage_, chunk(deal.front()));
  span(claim, "item", chunk(deal.front()).span);
  set(claim, &Claim::actor, "actor", sides[0]);
  set(claim, &Claim::target, "target", sides[1]);
  deny(claim);
  return {claim};
}

void Filler::deny(Claim& claim) const {
  claim.certainty = Certainty::denied;
  for (const std::size_t i : get(roles_, "actor")) {
    const auto& named = chunk(i).party;
    if (!named) continue;
    claim.attribution.push_back(named->party.iso2.empty() ? named->party.name
                                                          : quote(stage_.doc, named->span));
    span(claim, "attribution", named->span);
  }
}

std::size_t Filler::paper_before(std::size_t i) const {
  if (sides_.construction != "relative_object" || i < 2 || !is_preposition(chunk(i - 1).word) ||
      frame_.takes(class_of(stage_.grammar, chunk(i))))
    return i;
  return chunk(i - 2).item_class == "agreement" ? i - 2 : i;
}

std::vector<Claim> Filler::each_with_partner(const Claim& claim) const {
  // "The ministers of Mali, Niger and Chad held talks with Lavrov": each with him
  std::vector<Claim> out{claim};
  const std::vector<Named> ours = parties("actor");
  const std::vector<Named> theirs = parties("target");
  constexpr std::size_t kMost = 6;
  const bool list = ours.size() > 1 && ours.size() <= kMost && theirs.size() == 1 &&
                    std::all_of(ours.begin(), ours.end(), [&](const Named& named) {
                      return !named.party.iso2.empty() && named.party != theirs.front().party;
                    });
  if (!list) return out;
  out.clear();
  for (const Named& one : ours) {
    Claim copy = claim;
    replace(copy, &Claim::actor, "actor", one);
    replace(copy, &Claim::target, "target", theirs.front());
    out.push_back(std::move(copy));
  }
  return out;
}

void Filler::add_main_subject(Pact& pact) const {
  // "Under an agreement signed with Moscow in 2017, Sudan is to host a base"
  if (chunk(0).kind != ChunkKind::word || !is_preposition(chunk(0).word)) return;
  for (const std::size_t i : main_subject_behind(stage_.chunks, trigger_)) {
    const auto named = party_of(stage_, i);
    if (!named || named->party.iso2.empty() || named->party == pact.sides.front().party) continue;
    pact.sides.insert(pact.sides.begin(), *named);
    return;
  }
}

std::optional<Named> Filler::visitor(std::size_t i) const {
  const Chunk& c = chunk(i);
  const bool speaks = c.person || c.item_class == "speaker" || c.lemma == "delegation";
  auto who = speaks ? party_of(stage_, i) : std::nullopt;
  if (!who && speaks) who = owner_of(stage_, i);
  // "General Ri led a delegation that visited Vietnam"
  const bool led = !who && c.lemma == "delegation" && i >= 2 &&
                   (chunk(i - 1).lemma == "lead" || chunk(i - 1).lemma == "head") &&
                   chunk(i - 2).kind == ChunkKind::phrase && chunk(i - 2).person;
  if (led) who = party_of(stage_, i - 2);
  return who && !who->party.iso2.empty() ? who : std::nullopt;
}

std::vector<Claim> Filler::visit() {
  // "Sergei Shoigu visited North Korea", "a visit by an Iranian delegation to Khartoum"
  const auto& who = get(roles_, "actor");
  const auto& where = get(roles_, "target");
  std::optional<Named> actor;
  if (!who.empty()) actor = visitor(who.front());
  if (!actor && frame_.pos == "noun" && trigger().owner) {
    // "Narendra Modi's visit": an owner with a name, and no "American visit"
    if (!trigger().owner_is_adjective) actor = owner_of(stage_, trigger_);
  }
  if (!actor && frame_.pos == "noun") actor = leader_owning(trigger_);
  if (!actor || actor->party.iso2.empty()) return refuse("no state's visitor");
  if (where.empty()) return refuse("visits nobody");
  auto host = party_of(stage_, where.front());
  if (!host || host->party.iso2.empty()) host = state_where(stage_, where.front());
  if (!host || host->party.iso2.empty() || host->party == actor->party)
    return refuse("visits no other state");
  Claim claim = start("agreement");
  claim.item = Item{"visit", "visit", "", "visit"};
  span(claim, "item", trigger().head_span);
  set(claim, &Claim::actor, "actor", actor);
  set(claim, &Claim::target, "target", host);
  // "invited Kim to visit Washington": nobody has gone yet
  if (sides_.construction == "object") claim.certainty = Certainty::planned;
  return {claim};
}

std::optional<Named> Filler::leader_owning(std::size_t i) const {
  // "Narendra Modi's visit": a name that persons.tsv or the article knows
  const std::string text = quote(stage_.doc, chunk(i).span);
  std::size_t mark = text.find("'s ");
  if (mark == std::string::npos) mark = text.find("\u2019s ");
  if (mark == std::string::npos) return std::nullopt;
  const std::string name = text.substr(0, mark);
  const auto known = stage_.memory.leaders.find(name);
  if (known != stage_.memory.leaders.end()) return Named{known->second, chunk(i).span};
  const std::string iso2 = stage_.grammar.leader_country(name);
  if (iso2.empty()) return std::nullopt;
  return Named{stage_.grammar.country(iso2), chunk(i).span};
}

std::vector<Claim> Filler::agreement() {
  Pact pact = signatories();
  std::vector<Named>& sides = pact.sides;
  if (frame_.id == "agree.order") return orders(pact);
  if (frame_.id == "agree.talks" && !talked(pact)) return refuse("no talks that took place");
  if (frame_.id == "agree.put") {
    const auto& signature = get(roles_, "signature");
    if (signature.empty() || chunk(signature.front()).lemma != "signature")
      return refuse("no signature");
  }
  if (frame_.id == "agree.deny") return denied_deal();
  if (frame_.id == "agree.visit" || frame_.id == "agree.tour") return visit();
  if (frame_.id == "agree.see") {
    // "hosted Kim", "flew in to see Putin": a person is met, a state or a plan is only looked at
    const auto& met = get(roles_, "target");
    const bool him = !met.empty() && chunk(met.front()).pronoun && party_of(stage_, met.front()) &&
                     (chunk(met.front()).head == "him" || chunk(met.front()).head == "her");
    if (met.empty() || !(chunk(met.front()).person || him)) return refuse("nobody is met");
  }
  std::vector<std::size_t> list = items();
  if (frame_.id == "agree.sign" || frame_.id == "agree.hold" || frame_.id == "agree.agree") {
    const bool paper = trigger().lemma == "sign" && sides.size() >= 2;  // "signed a statement"
    for (std::size_t& i : list) i = paper_before(i);
    std::erase_if(list, [&](std::size_t i) {
      const std::string klass = class_of(stage_.grammar, chunk(i));
      return !frame_.takes(klass) && !(paper && klass == "document");
    });
    if (list.empty()) return refuse("nothing agreed or held");
    for (const std::size_t i : list) add_partners_behind(pact, i);
  }
  if (frame_.id == "agree.deepen") {
    const auto& chain = trigger().chain;
    const bool agreed = std::any_of(chain.begin(), chain.end(), [](const std::string& verb) {
      return verb == "agree" || verb == "pledge" || verb == "vow";
    });
    std::erase_if(list,
                  [&](std::size_t i) { return !frame_.takes(class_of(stage_.grammar, chunk(i))); });
    if (!agreed || list.empty()) return refuse("nothing agreed");
  }
  if (sides.size() < 2) with_which(sides);
  if (sides.size() == 1 && trigger().voice == Voice::participle) add_main_subject(pact);
  if (sides.empty() && frame_.id == "agree.sign" && !get(roles_, "actor").empty()) {
    // "representatives of the Egyptian army signed a contract"
    const std::size_t who = get(roles_, "actor").front();
    if (const auto state = owner_of(stage_, who);
        state && stage_.grammar.is(WordClass::stand_in, chunk(who).lemma))
      pact.add(*state);
  }
  if (sides.size() == 1 && frame_.id == "agree.sign" && sells_in_capital(list))
    pact.add(*state_where(stage_, sides_.of("in").front()));
  const auto& partners = get(roles_, "target");
  const bool many =
      sides.size() == 1 && !partners.empty() && !list.empty() &&
      chunk(partners.front()).quantity != nullptr &&
      (chunk(partners.front()).lemma == "country" || chunk(partners.front()).lemma == "state");
  if (many) {
    // "signed export contracts with 16 countries"
    Claim claim = start("agreement");
    claim.item = item_of(stage_, chunk(list.front()));
    span(claim, "item", chunk(list.front()).span);
    set_quantity(claim, partners.front());
    set(claim, &Claim::actor, "actor", sides.front());
    return {claim};
  }
  if (sides.empty() && stage_.memory.agreement && !list.empty() && chunk(list.front()).definite &&
      trigger().kind == ChunkKind::verb && trigger().voice != Voice::active) {
    // "The treaty was signed last June": between those who were said to agree
    for (const auto& party : {stage_.memory.agreement->actor, stage_.memory.agreement->target})
      if (party) pact.add(Named{*party, chunk(list.front()).span});
  }
  if (sides.size() < 2) return refuse("not two sides");
  Claim claim = start("agreement");
  name_agreed(claim, list);
  claim.parties = pact.persons;
  set(claim, &Claim::actor, "actor", sides[0]);
  set(claim, &Claim::target, "target", sides[1]);
  if (frame_.id == "agree.talks" && chunk(0).kind == ChunkKind::date && sides_.of("in").empty()) {
    // "In June, after talks with Kim, Shoigu said": the day leads the sentence
    const auto& date = std::get<Date>(chunk(0).date->value);
    if (!date.edtf.empty() || waits_for_anchor(date)) claim.period = date;
    span(claim, "period", chunk(0).span);
  }
  std::vector<Claim> out = each_with_partner(claim);
  for (Claim& paid : worth_of_paper(list, sides)) out.push_back(std::move(paid));
  return out;
}

}  // namespace msmt
