/// Agreements: signed, held, agreed, denied and ordered, with the two sides of each.
///
///     "Egypt signed a contract with France for 30 jets"   a contract for 30 jets, Egypt and France
#include "claims/fill_agreements.hpp"

#include <algorithm>

#include "claims/clause_words.hpp"
#include "claims/fill_goods.hpp"
#include "claims/fill_money.hpp"
#include "claims/filler.hpp"
#include "claims/party_words.hpp"
#include "claims/relative.hpp"
#include "claims/subjects.hpp"

namespace msmt {

namespace {

/// What was agreed: the paper, the trigger itself, or a meeting.
void name_agreed(const Filler& f, Claim& claim, const std::vector<std::size_t>& list) {
  const bool of_list =
      !list.empty() &&
      (!f.needs_self() || class_of(f.stage.grammar, f.chunk(list.front())) == "agreement");
  if (!of_list && !f.needs_self()) {
    claim.item = Item{"meeting", "meeting", "", "meeting"};
    add_span(claim, "item", f.trigger().head_span);
    return;
  }
  const Chunk& agreed = of_list ? f.chunk(list.front()) : f.trigger();
  claim.item = item_of(f.stage, agreed);
  add_span(claim, "item", agreed.span);
  if (f.frame.id == "agree.agree" && of_list && is_plural(agreed.head))
    f.set_quantity(claim, list.front());  // "agreed on 72 mortars"
  const auto& goods = f.sides.of("for");
  if (f.needs_self() || class_of(f.stage.grammar, agreed) != "agreement" || goods.empty()) return;
  // "a contract for five S-400 systems"
  const std::string klass = class_of(f.stage.grammar, f.chunk(goods.front()));
  if (klass != "arms" && klass != "goods" && klass != "fuel" && klass != "parts" &&
      klass != "aid" && klass != "vehicle")
    return;
  const Item bought = item_of(f.stage, f.chunk(goods.front()));
  claim.item->name += " for " + bought.name;
  claim.item->weapon = bought.weapon;
  claim.item->category = bought.category;
  claim.item->key += "-" + bought.key;
}

/// "Eritrea and Iran denied any arms deals"
std::vector<Claim> denied_deal(Filler& f) {
  const auto& deal = f.items();
  if (deal.empty() || class_of(f.stage.grammar, f.chunk(deal.front())) != "agreement")
    return f.refuse("no deal");
  std::vector<Named> sides = f.parties("actor");
  if (sides.empty() || sides.front().party.iso2.empty()) return f.refuse("nobody denies");
  const Named denier = sides.front();
  if (sides.size() < 2) {
    for (Named& named : f.parties("target")) sides.push_back(std::move(named));
  }
  if (sides.size() < 2) {
    if (const auto other = partner_of(f.stage, denier.party))
      sides.push_back(Named{*other, denier.span});
  }
  if (sides.size() < 2) return f.refuse("not two sides");
  Claim claim = f.start("agreement");
  claim.item = item_of(f.stage, f.chunk(deal.front()));
  add_span(claim, "item", f.chunk(deal.front()).span);
  set_party(claim, &Claim::actor, "actor", sides[0]);
  set_party(claim, &Claim::target, "target", sides[1]);
  deny(f, claim);
  return {claim};
}

/// "the deal on grain that Turkey signed": the paper that the phrase at chunk i only describes.
std::size_t paper_before(const Filler& f, std::size_t i) {
  if (f.sides.construction != "relative_object" || i < 2 || !is_preposition(f.chunk(i - 1).word) ||
      f.frame.takes(class_of(f.stage.grammar, f.chunk(i))))
    return i;
  return f.chunk(i - 2).item_class == "agreement" ? i - 2 : i;
}

/// Whether `many` are several states, and none of them `other`.
bool are_states_beside(const std::vector<Named>& many, const Party& other) {
  constexpr std::size_t kMost = 6;
  return many.size() > 1 && many.size() <= kMost &&
         std::all_of(many.begin(), many.end(), [&](const Named& named) {
           return !named.party.iso2.empty() && named.party != other;
         });
}

/// "The ministers of Mali, Niger and Chad held talks with Lavrov", "signed deals with Peru and Chile": the claim of each
/// of the many with the one.
std::vector<Claim> each_with_partner(const Filler& f, const Claim& claim) {
  const std::vector<Named> ours = f.parties("actor");
  const std::vector<Named> theirs = f.parties("target");
  std::vector<Claim> out;
  const auto add = [&](const Named& one, const Named& other) {
    const bool told = std::any_of(out.begin(), out.end(), [&](const Claim& before) {
      return before.actor == one.party && before.target == other.party;
    });
    if (told) return;  // "met with Lavrov and Putin"
    Claim copy = claim;
    replace_party(copy, &Claim::actor, "actor", one);
    replace_party(copy, &Claim::target, "target", other);
    out.push_back(std::move(copy));
  };
  if (theirs.size() == 1 && are_states_beside(ours, theirs.front().party)) {
    for (const Named& one : ours) add(one, theirs.front());
  } else if (ours.size() == 1 && !f.trigger().both &&
             are_states_beside(theirs, ours.front().party)) {
    for (const Named& other : theirs) add(ours.front(), other);
  }
  return out.empty() ? std::vector<Claim>{claim} : out;
}

/// "put its signature to": whether a signature is what is put.
bool puts_signature(const Filler& f) {
  const auto& signature = get(f.roles, "signature");
  if (signature.empty()) return false;
  const Chunk& c = f.chunk(signature.front());
  return c.lemma == "signature" || (c.lemma == "name" && c.owner) ||
         (c.lemma == "pen" && is_word(f.chunk(signature.front() + 1), "to"));
}

/// "Agreements between Athens and Jerusalem were signed", "cancelled its agreement with Iran": a verb says
/// what became of it.
bool told_by_verb(const Filler& f) {
  // "Kim met Xi on Thursday, their first meeting in six years"
  const bool theirs = f.trigger().owner && f.trigger().owner->party.name == "their" && f.at > 1 &&
                      is_word(f.chunk(f.at - 1), ",");
  for (std::size_t k = f.at; theirs && k > 0; --k) {
    const Chunk& c = f.chunk(k - 1);
    if (c.kind == ChunkKind::verb && f.stage.grammar.evokes("verb", c.lemma, {"agree.meet"}))
      return true;
  }
  if (f.trigger().lemma != "agreement" && f.trigger().lemma != "accord") return false;
  if (f.at > 0 && f.chunk(f.at - 1).kind == ChunkKind::verb &&
      (f.stage.grammar.is(WordClass::lift_rule, f.chunk(f.at - 1).lemma) ||
       f.stage.grammar.is(WordClass::curb, f.chunk(f.at - 1).lemma)))
    return true;
  return std::any_of(f.stage.chunks.begin(), f.stage.chunks.end(), [&](const Chunk& c) {
    if (c.kind != ChunkKind::verb) return false;
    return f.stage.grammar.evokes("verb", c.lemma, {"agree.sign"});
  });
}

/// "signed a contract with": keeps of the list what is agreed or held, with whoever is behind it.
void keep_papers(const Filler& f, Pact& pact, std::vector<std::size_t>& list) {
  const bool paper = f.trigger().lemma == "sign" && pact.sides.size() >= 2;  // "signed a statement"
  for (std::size_t& i : list) i = paper_before(f, i);
  std::erase_if(list, [&](std::size_t i) {
    const std::string klass = class_of(f.stage.grammar, f.chunk(i));
    return !f.frame.takes(klass) && !(paper && klass == "document");
  });
  for (const std::size_t i : list) add_partners_behind(f, pact, i);
}

/// "swap papers at the signing ceremony for a pact", "attend the signing of a treaty": the
/// paper that is signed there; nullopt where the words tell of another deed.
std::optional<std::size_t> paper_of_ceremony(const Filler& f) {
  const auto signs = [](const Chunk& c) {
    return c.kind == ChunkKind::phrase &&
           (c.lemma == "signing" ||
            (c.lemma == "ceremony" && c.before.find("signing") != std::string::npos));
  };
  const auto& object = f.sides.of("obj");
  const bool shown = object.empty() || signs(f.chunk(object.front())) ||
                     f.chunk(object.front()).item_class == "document";
  for (std::size_t k = f.at + 1; shown && k + 2 < f.stage.chunks.size(); ++k) {
    if (is_finite(f.chunk(k)) || is_word(f.chunk(k), ";")) break;
    if (!signs(f.chunk(k)) || (!is_word(f.chunk(k + 1), "of") && !is_word(f.chunk(k + 1), "for")))
      continue;
    if (class_of(f.stage.grammar, f.chunk(k + 2)) == "agreement") return k + 2;
  }
  return std::nullopt;
}

/// "agree", "pledge": words by which two sides agree to do something.
bool agrees(std::string_view verb) {
  return verb == "agree" || verb == "pledge" || verb == "vow" || verb == "promise";
}

/// "pledged last year to deepen their cooperation": whether the date parts the infinitive from a word for agreeing.
bool agreed_before_date(const Filler& f) {
  if (f.trigger().voice != Voice::infinitive || f.at < 2 ||
      f.chunk(f.at - 1).kind != ChunkKind::date)
    return false;
  const Chunk& verb = f.chunk(f.at - 2);
  return verb.kind == ChunkKind::verb && !verb.negated && agrees(verb.lemma);
}

/// "agreed to deepen their ties": keeps of the list what is deepened; whether that is agreed.
bool agreed_to_deepen(const Filler& f, std::vector<std::size_t>& list) {
  const auto& chain = f.trigger().chain;
  const bool agreed = std::any_of(chain.begin(), chain.end(), agrees) || agreed_before_date(f);
  std::erase_if(
      list, [&](std::size_t i) { return !f.frame.takes(class_of(f.stage.grammar, f.chunk(i))); });
  return agreed && !list.empty();
}

/// "agreed in May to collaborate in building frigates": the verb says on what they agreed.
std::vector<Claim> agreed_to_cooperate(Filler& f, Pact pact) {
  const auto& chain = f.trigger().chain;
  bool agreed = !chain.empty() && chain.back() == "agree";
  for (std::size_t k = f.at; k > 0 && f.trigger().voice == Voice::infinitive; --k) {
    const Chunk& left = f.chunk(k - 1);
    // "agreed with Chad in August to cooperate"
    if (is_word(left, "with") && pact.sides.size() < 2) add_partners(f, pact, k);
    if (left.kind == ChunkKind::date || left.kind == ChunkKind::phrase || is_word(left, "with"))
      continue;
    agreed = left.kind == ChunkKind::verb && left.lemma == "agree" && !left.negated;
    break;
  }
  if (!agreed) return f.refuse("not agreed");
  if (pact.sides.size() < 2) return f.refuse("not two sides");
  Claim claim = f.start("agreement");
  claim.item = Item{"cooperation", "cooperation", "", f.stage.grammar.path("cooperation")};
  add_span(claim, "item", f.trigger().head_span);
  set_party(claim, &Claim::actor, "actor", pact.sides[0]);
  set_party(claim, &Claim::target, "target", pact.sides[1]);
  return {claim};
}

/// "signed export contracts with 16 countries": one claim, with the number of the partners.
std::optional<Claim> pact_with_many(const Filler& f, const Pact& pact,
                                    const std::vector<std::size_t>& list) {
  const auto& partners = get(f.roles, "target");
  const bool many =
      pact.sides.size() == 1 && !partners.empty() && !list.empty() &&
      f.chunk(partners.front()).quantity != nullptr &&
      (f.chunk(partners.front()).lemma == "country" || f.chunk(partners.front()).lemma == "state");
  if (!many) return std::nullopt;
  Claim claim = f.start("agreement");
  claim.item = item_of(f.stage, f.chunk(list.front()));
  add_span(claim, "item", f.chunk(list.front()).span);
  f.set_quantity(claim, partners.front());
  set_party(claim, &Claim::actor, "actor", pact.sides.front());
  return claim;
}

/// "In June, after talks with Kim, Shoigu said": the day leads the sentence.
void date_in_front(const Filler& f, Claim& claim) {
  if (f.chunk(0).kind != ChunkKind::date || !f.sides.of("in").empty()) return;
  set_period(claim, f.chunk(0));
}

/// "Shoigu said after talks with Kim": whoever says so held them with the other one.
void put_speaker_first(const Filler& f, Pact& pact) {
  if (pact.sides.size() != 2) return;
  for (std::size_t k = f.at; k > 0; --k) {
    if (!is_finite(f.chunk(k - 1))) continue;
    const std::size_t subject = subject_before(f.stage.chunks, k - 1);
    if (subject >= f.stage.chunks.size()) return;
    const auto who = party_of(f.stage, list_before(f.stage.chunks, subject).front());
    if (who && who->party == pact.sides[1].party) std::swap(pact.sides[0], pact.sides[1]);
    return;
  }
}

/// "spoke after talks with Peru": with whom the talks were, and not with whom somebody spoke.
bool behind_talks(const Filler& f) {
  const auto& with = get(f.roles, "target");
  return with.size() == 1 && with.front() > f.at + 3 &&
         is_word(f.chunk(with.front() - 1), "with") &&
         f.chunk(with.front() - 2).item_class == "meeting" &&
         (is_word(f.chunk(with.front() - 3), "after") ||
          is_word(f.chunk(with.front() - 3), "during") ||
          is_word(f.chunk(with.front() - 3), "following"));
}

/// "Hungary did not sign the peace agreement": a known paper that one side stays away from.
bool left_unsigned(const Filler& f, const std::vector<std::size_t>& list) {
  return f.frame.id == "agree.sign" && f.trigger().negated && f.trigger().chain.empty() &&
         f.trigger().modals.empty() && f.trigger().voice == Voice::active && list.size() == 1 &&
         (f.trigger().lemma == "sign" || f.trigger().lemma == "ratify") &&
         f.chunk(list.front()).definite && !get(f.roles, "actor").empty();
}

Claim unsigned_paper(const Filler& f, const Named& side, const std::vector<std::size_t>& list) {
  Claim claim = f.start("agreement");
  name_agreed(f, claim, list);
  set_party(claim, &Claim::actor, "actor", side);
  return claim;
}

}  // namespace

void deny(const Filler& f, Claim& claim) {
  claim.certainty = Certainty::denied;
  for (const std::size_t i : get(f.roles, "actor")) {
    const auto& named = f.chunk(i).party;
    if (!named) continue;
    claim.attribution.push_back(named->party.iso2.empty() ? named->party.name
                                                          : quote(f.stage.doc, named->span));
    add_span(claim, "attribution", named->span);
  }
}

std::vector<Claim> agreement(Filler& f) {
  Pact pact = signatories(f);
  const std::vector<Named>& sides = pact.sides;
  const std::string& id = f.frame.id;
  if (id == "agree.talks" && !talked(f, pact)) return f.refuse("no talks that took place");
  if (id == "agree.put" && !puts_signature(f)) return f.refuse("no signature");
  if (id == "agree.deny") return denied_deal(f);
  if (id == "agree.cooperate") return agreed_to_cooperate(f, pact);
  if (id == "agree.visit" || id == "agree.tour") return visit(f);
  if (id == "agree.see" && !meets_person(f)) return f.refuse("nobody is met");
  if (id == "agree.noun" && told_by_verb(f)) return f.refuse("a verb tells what became of it");
  if (id == "agree.meet" && meets_demand(f)) return f.refuse("met as a demand is");
  if (id == "agree.meet" && behind_talks(f)) return f.refuse("the talks are told by their noun");
  std::vector<std::size_t> list = f.items();
  const auto shown = id == "agree.sign" || id == "agree.hold" ? paper_of_ceremony(f) : std::nullopt;
  if (shown) {
    list = {*shown};
    add_partners_behind(f, pact, *shown);
  } else if (id == "agree.sign" || id == "agree.hold" || id == "agree.agree") {
    keep_papers(f, pact, list);
    if (list.empty()) return f.refuse("nothing agreed or held");
  }
  if (id == "agree.put") {
    // "put pen to paper on a treaty": the treaty is signed
    if (f.chunk(get(f.roles, "signature").front()).lemma == "pen") list = f.sides.of("on");
    std::erase_if(
        list, [&](std::size_t i) { return !f.frame.takes(class_of(f.stage.grammar, f.chunk(i))); });
    if (list.empty()) return f.refuse("nothing agreed or held");
  }
  if (id == "agree.deepen" && !agreed_to_deepen(f, list)) return f.refuse("nothing agreed");
  add_sides_around(f, pact, list);
  if (const auto many = pact_with_many(f, pact, list)) return {*many};
  add_known_sides(f, pact, list);
  if (sides.size() == 1 && left_unsigned(f, list)) return {unsigned_paper(f, sides.front(), list)};
  if (sides.size() < 2) return f.refuse("not two sides");
  if (id == "agree.talks") put_speaker_first(f, pact);
  Claim claim = f.start("agreement");
  name_agreed(f, claim, list);
  claim.parties = pact.persons;
  set_party(claim, &Claim::actor, "actor", sides[0]);
  set_party(claim, &Claim::target, "target", sides[1]);
  if (id == "agree.talks") date_in_front(f, claim);
  std::vector<Claim> out = each_with_partner(f, claim);
  std::vector<Claim> trades = bought_and_paid(f, list, sides);
  const bool goods_told = std::any_of(trades.begin(), trades.end(),
                                      [](const Claim& c) { return c.type == "transfer"; });
  // "Kuwait and Italy signed a contract for 28 jets": nobody says who gets them
  if (const auto& goods = f.sides.of("for"); !goods_told && claim.item && !goods.empty() &&
                                             claim.item->name.find(" for ") != std::string::npos)
    f.set_quantity(out.front(), goods.front());
  for (Claim& trade : trades) out.push_back(std::move(trade));
  return out;
}

}  // namespace msmt
