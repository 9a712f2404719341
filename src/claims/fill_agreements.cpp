/// Agreements: signed, held, agreed and ordered, with the two sides of each.
#include <algorithm>
#include <array>

#include "claims/clause_words.hpp"
#include "claims/fill_arms.hpp"
#include "claims/fill_bodies.hpp"
#include "claims/fill_money.hpp"
#include "claims/filler.hpp"
#include "claims/party_words.hpp"
#include "claims/relative.hpp"
#include "claims/subjects.hpp"

namespace msmt {

namespace {

/// Who agrees: the sides, and the persons who sign for them.
struct Pact {
  std::vector<Named> sides;
  std::vector<std::string> persons;
  void add(const Named& named);
};

void Pact::add(const Named& named) {
  const bool known = std::any_of(sides.begin(), sides.end(),
                                 [&](const Named& side) { return side.party == named.party; });
  if (!known) sides.push_back(named);
}

/// Adds the side that "with which" or "with whom" leans on.
void with_which(const Filler& f, std::vector<Named>& sides) {
  // "the government in Tripoli, with which Ankara had signed an agreement"
  for (std::size_t k = 1; k < f.at; ++k) {
    if (f.chunk(k).kind != ChunkKind::word ||
        (f.chunk(k).word != "which" && f.chunk(k).word != "whom") || f.chunk(k - 1).word != "with")
      continue;
    for (std::size_t left = k - 1; left > 0; --left) {
      if (f.chunk(left - 1).kind == ChunkKind::word) {
        if (f.chunk(left - 1).word != "," && f.chunk(left - 1).word != "in") return;
        continue;
      }
      if (f.chunk(left - 1).kind != ChunkKind::phrase) return;
      const auto named = party_of(f.stage, left - 1);
      if (named && (sides.empty() || named->party != sides.front().party)) sides.push_back(*named);
      if (named) return;
    }
  }
}

void add_partners(const Filler& f, Pact& pact, std::size_t i) {
  const Chunk& c = f.chunk(i);
  if (c.person && c.party) pact.persons.push_back(c.party->party.name);
  if (c.lemma == "counterpart") {
    // "with his Syrian counterpart": the other state's
    for (const Mention* name : c.names) {
      if (const auto* country = std::get_if<Country>(&name->value))
        pact.add(Named{{country->name, country->iso2}, name->span});
    }
    return;
  }
  for (const Named& named : parties_of(f.stage, i)) pact.add(named);
}

Pact signatories(const Filler& f) {
  Pact out;
  const auto owner = f.trigger_owner();
  // "Turkey's agreement with Serbia": whose it is comes first
  if (owner && get(f.roles, "actor").empty() && get(f.roles, "pair").empty()) out.add(*owner);
  for (const std::string_view role : {"pair", "actor", "target"}) {
    for (const std::size_t i : get(f.roles, role)) {
      // "Vladimir Putin and Kim": a last name that leans on an earlier one
      const bool joined = i >= 2 && is_word(f.chunk(i - 1), "and") && !f.chunk(i).party &&
                          f.chunk(i - 2).kind == ChunkKind::phrase && f.chunk(i - 2).person;
      if (joined && party_of(f.stage, i)) add_partners(f, out, i - 2);
      add_partners(f, out, i);
    }
  }
  if (f.frame.id == "agree.noun" && out.sides.empty() && get(f.roles, "item").size() > 1) {
    // "the third meeting of Kim Jong Un and Donald Trump"
    for (const std::size_t i : get(f.roles, "item")) {
      if (f.chunk(i).party) add_partners(f, out, i);
    }
  }
  if (owner && out.sides.size() < 2) out.add(*owner);
  const auto& with = get(f.roles, "target");
  // "with Northern Atom Agency Director General Maria Sol": one side, and not two
  if (out.sides.size() < 2 && !with.empty() && !f.chunk(with.front()).person) {
    if (const auto state = owner_of(f.stage, with.front())) out.add(*state);
  }
  return out;
}

/// "ordered six frigates from Italy"
std::vector<Claim> orders(Filler& f, const Pact& pact) {
  std::vector<Claim> out;
  for (const std::size_t i : f.items()) {
    if (!f.frame.takes(class_of(f.stage.grammar, f.chunk(i)))) continue;
    Claim claim = f.start("agreement");
    f.set_item(claim, i);
    if (!pact.sides.empty() && !get(f.roles, "actor").empty())
      set_party(claim, &Claim::actor, "actor", f.party("actor"));
    set_party(claim, &Claim::target, "target", f.party("target"));
    if (claim.actor || claim.target) out.push_back(std::move(claim));
  }
  return out;
}

/// "a treaty between A and B", "the treaty with B": who stands behind the paper at a chunk.
void add_partners_behind(const Filler& f, Pact& pact, std::size_t paper) {
  for (std::size_t k = paper + 1; k + 1 < f.stage.chunks.size() && k < paper + 8; ++k) {
    if (!is_word(f.chunk(k), "between") && !is_word(f.chunk(k), "with")) continue;
    for (std::size_t m = k + 1; m < f.stage.chunks.size() && m < k + 4; ++m) {
      if (is_word(f.chunk(m), "and")) continue;
      if (f.chunk(m).kind != ChunkKind::phrase) return;
      add_partners(f, pact, m);
    }
    return;
  }
}

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
  const auto& goods = f.sides.of("for");
  if (f.needs_self() || class_of(f.stage.grammar, agreed) != "agreement" || goods.empty()) return;
  // "a contract for five S-400 systems"
  const std::string klass = class_of(f.stage.grammar, f.chunk(goods.front()));
  if (klass != "arms" && klass != "goods" && klass != "fuel" && klass != "parts" &&
      klass != "aid" && klass != "vehicle")
    return;
  const Item bought = item_of(f.stage, f.chunk(goods.front()));
  f.set_quantity(claim, goods.front());
  claim.item->name += " for " + bought.name;
  claim.item->weapon = bought.weapon;
  claim.item->category = bought.category;
  claim.item->key += "-" + bought.key;
}

/// "after talks with Kim, Shoigu said": whether talks took place between two sides, which it adds.
bool talked(const Filler& f, Pact& pact) {
  static constexpr std::array<std::string_view, 6> kTime = {"after",     "during", "in",
                                                            "following", "at",     "since"};
  if (!get(f.roles, "pair").empty() && pact.sides.size() > 1)
    return true;  // "talks between A and B"
  if (f.trigger().owner && is_owner_pronoun(f.trigger().owner->party.name)) pact.sides.clear();
  const std::string& before = f.at > 0 ? f.chunk(f.at - 1).word : f.trigger().word;
  if (std::find(kTime.begin(), kTime.end(), before) == kTime.end()) return false;
  if (pact.sides.size() > 1) return true;
  const auto side_at = [&](std::size_t i) {
    const auto named = party_of(f.stage, i);
    if (named && !named->party.iso2.empty()) add_partners(f, pact, i);
  };
  // "Xi told Min Aung Hlaing at talks in Tianjin that …": the object before as well
  const std::size_t told = f.at >= 2 ? f.at - 2 : 0;
  const bool object = told > 1 && f.chunk(told).kind == ChunkKind::phrase && f.chunk(told).person &&
                      is_finite(f.chunk(told - 1)) && f.chunk(told - 2).kind == ChunkKind::phrase;
  if (object) {
    side_at(told - 2);
    side_at(told);
  }
  // "Putin and Kim toast each other after their talks"; "After talks with Kim, Shoigu said"
  for (std::size_t k = f.at; k > 1 && pact.sides.size() < 2; --k) {
    if (!is_finite(f.chunk(k - 1)) || f.chunk(k - 2).kind != ChunkKind::phrase) continue;
    for (const std::size_t i : list_before(f.stage.chunks, k - 2)) side_at(i);
    break;
  }
  for (std::size_t k = f.at + 1; k + 2 < f.stage.chunks.size() && pact.sides.size() < 2; ++k) {
    if (!is_word(f.chunk(k), ",") || f.chunk(k + 1).kind != ChunkKind::phrase) continue;
    const bool subject = is_finite(f.chunk(k + 2)) || is_word(f.chunk(k + 2), ",");
    if (subject) side_at(k + 1);
  }
  return pact.sides.size() > 1;
}

/// "signed a contract for fighters in Seoul": with the state whose capital it is.
bool sells_in_capital(const Filler& f, const std::vector<std::size_t>& papers) {
  const auto& goods = f.sides.of("for");
  const auto& where = f.sides.of("in");
  if (papers.empty() || goods.empty() || where.empty() || !is_bargain(f, papers.front()))
    return false;
  const std::string_view city = f.stage.doc.text(f.chunk(where.front()).span);
  return is_arms(f, f.chunk(goods.front())) && !f.stage.grammar.capital_country(city).empty();
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

/// "The ministers of Mali and Niger met Lavrov": the claim for each of them.
std::vector<Claim> each_with_partner(const Filler& f, const Claim& claim) {
  // "The ministers of Mali, Niger and Chad held talks with Lavrov": each with him
  std::vector<Claim> out{claim};
  const std::vector<Named> ours = f.parties("actor");
  const std::vector<Named> theirs = f.parties("target");
  constexpr std::size_t kMost = 6;
  const bool list = ours.size() > 1 && ours.size() <= kMost && theirs.size() == 1 &&
                    std::all_of(ours.begin(), ours.end(), [&](const Named& named) {
                      return !named.party.iso2.empty() && named.party != theirs.front().party;
                    });
  if (!list) return out;
  out.clear();
  for (const Named& one : ours) {
    Claim copy = claim;
    replace_party(copy, &Claim::actor, "actor", one);
    replace_party(copy, &Claim::target, "target", theirs.front());
    out.push_back(std::move(copy));
  }
  return out;
}

/// "Under a pact signed with Moscow, Sudan is to …": the subject of the main clause signed as well.
void add_main_subject(const Filler& f, Pact& pact) {
  // "Under an agreement signed with Moscow in 2017, Sudan is to host a base"
  if (f.chunk(0).kind != ChunkKind::word || !is_preposition(f.chunk(0).word)) return;
  for (const std::size_t i : main_subject_behind(f.stage.chunks, f.at)) {
    const auto named = party_of(f.stage, i);
    if (!named || named->party.iso2.empty() || named->party == pact.sides.front().party) continue;
    pact.sides.insert(pact.sides.begin(), *named);
    return;
  }
}

/// The state of a person or a delegation at chunk i.
std::optional<Named> visitor(const Filler& f, std::size_t i) {
  const Chunk& c = f.chunk(i);
  const bool speaks = c.person || c.item_class == "speaker" || c.lemma == "delegation";
  auto who = speaks ? party_of(f.stage, i) : std::nullopt;
  if (!who && speaks) who = owner_of(f.stage, i);
  // "General Ri led a delegation that visited Vietnam"
  const bool led = !who && c.lemma == "delegation" && i >= 2 &&
                   (f.chunk(i - 1).lemma == "lead" || f.chunk(i - 1).lemma == "head") &&
                   f.chunk(i - 2).kind == ChunkKind::phrase && f.chunk(i - 2).person;
  if (led) who = party_of(f.stage, i - 2);
  return who && !who->party.iso2.empty() ? who : std::nullopt;
}

/// "Narendra Modi's visit": the state of a name that persons.tsv or the article knows, before the noun.
std::optional<Named> leader_owning(const Filler& f, std::size_t i) {
  const std::string text = quote(f.stage.doc, f.chunk(i).span);
  std::size_t mark = text.find("'s ");
  if (mark == std::string::npos) mark = text.find("\u2019s ");
  if (mark == std::string::npos) return std::nullopt;
  const std::string name = text.substr(0, mark);
  const auto known = f.stage.memory.leaders.find(name);
  if (known != f.stage.memory.leaders.end()) return Named{known->second, f.chunk(i).span};
  const std::string iso2 = f.stage.grammar.leader_country(name);
  if (iso2.empty()) return std::nullopt;
  return Named{f.stage.grammar.country(iso2), f.chunk(i).span};
}

/// "Sergei Shoigu visited North Korea", "a visit by an Iranian delegation to Khartoum": who goes to another
/// state.
std::vector<Claim> visit(Filler& f) {
  const auto& who = get(f.roles, "actor");
  const auto& where = get(f.roles, "target");
  std::optional<Named> actor;
  if (!who.empty()) actor = visitor(f, who.front());
  if (!actor && f.frame.pos == "noun" && f.trigger().owner) {
    // "Narendra Modi's visit": an owner with a name, and no "American visit"
    if (!f.trigger().owner_is_adjective) actor = owner_of(f.stage, f.at);
  }
  if (!actor && f.frame.pos == "noun") actor = leader_owning(f, f.at);
  if (!actor || actor->party.iso2.empty()) return f.refuse("no state's visitor");
  if (where.empty()) return f.refuse("visits nobody");
  auto host = party_of(f.stage, where.front());
  if (!host || host->party.iso2.empty()) host = state_where(f.stage, where.front());
  if (!host || host->party.iso2.empty() || host->party == actor->party)
    return f.refuse("visits no other state");
  Claim claim = f.start("agreement");
  claim.item = Item{"visit", "visit", "", "visit"};
  add_span(claim, "item", f.trigger().head_span);
  set_party(claim, &Claim::actor, "actor", actor);
  set_party(claim, &Claim::target, "target", host);
  // "invited Kim to visit Washington": nobody has gone yet
  if (f.sides.construction == "object") claim.certainty = Certainty::planned;
  return {claim};
}

/// "put its signature to": whether a signature is what is put.
bool puts_signature(const Filler& f) {
  const auto& signature = get(f.roles, "signature");
  return !signature.empty() && f.chunk(signature.front()).lemma == "signature";
}

/// "hosted Kim", "flew in to see Putin": a person is met, a state or a plan is only looked at.
bool meets_person(const Filler& f) {
  const auto& met = get(f.roles, "target");
  if (met.empty()) return false;
  const Chunk& who = f.chunk(met.front());
  return who.person || (who.pronoun && party_of(f.stage, met.front()) &&
                        (who.head == "him" || who.head == "her"));
}

/// "Agreements between Athens and Jerusalem were signed", "cancelled its agreement with Iran": a verb says
/// what became of it.
bool told_by_verb(const Filler& f) {
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

/// "exchange documents during a signing ceremony of the new pact", "attend the signing of a treaty": the
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

/// "agreed to deepen their ties": keeps of the list what is deepened; whether that is agreed.
bool agreed_to_deepen(const Filler& f, std::vector<std::size_t>& list) {
  const auto& chain = f.trigger().chain;
  const bool agreed = std::any_of(chain.begin(), chain.end(), [](const std::string& verb) {
    return verb == "agree" || verb == "pledge" || verb == "vow";
  });
  std::erase_if(
      list, [&](std::size_t i) { return !f.frame.takes(class_of(f.stage.grammar, f.chunk(i))); });
  return agreed && !list.empty();
}

/// "representatives of the Egyptian army signed a contract": the state that they stand in for.
void add_represented(const Filler& f, Pact& pact) {
  if (get(f.roles, "actor").empty()) return;
  const std::size_t who = get(f.roles, "actor").front();
  if (const auto state = owner_of(f.stage, who);
      state && f.stage.grammar.is(WordClass::stand_in, f.chunk(who).lemma))
    pact.add(*state);
}

/// "shake hands after signing a pact": those who do the deed of the main clause signed.
void add_main_doers(const Filler& f, Pact& pact) {
  static constexpr std::array<std::string_view, 6> kWhen = {"after", "upon", "on",
                                                            "while", "when", "following"};
  if (f.at < 2 || std::find(kWhen.begin(), kWhen.end(), f.chunk(f.at - 1).word) == kWhen.end())
    return;
  for (std::size_t k = f.at - 1; k > 0; --k) {
    if (!is_finite(f.chunk(k))) continue;
    std::size_t doer = k;
    while (doer > 0 &&
           (is_word(f.chunk(doer - 1), ",") || places_in_picture(f.chunk(doer - 1).word)))
      --doer;
    if (doer == 0 || f.chunk(doer - 1).kind != ChunkKind::phrase) return;
    for (const std::size_t i : list_before(f.stage.chunks, doer - 1)) add_partners(f, pact, i);
    return;
  }
  for (const std::size_t i : main_subject_behind(f.stage.chunks, f.at)) add_partners(f, pact, i);
}

/// Adds sides that stand elsewhere in the sentence, as long as there are not two.
void add_sides_around(const Filler& f, Pact& pact, const std::vector<std::size_t>& list) {
  std::vector<Named>& sides = pact.sides;
  if (sides.size() < 2) with_which(f, sides);
  if (sides.size() == 1 && f.trigger().voice == Voice::participle) add_main_subject(f, pact);
  if (sides.size() < 2 && f.frame.id == "agree.sign" && f.trigger().voice == Voice::gerund)
    add_main_doers(f, pact);
  if (sides.empty() && f.frame.id == "agree.sign") add_represented(f, pact);
  if (sides.size() == 1 && f.frame.id == "agree.sign" && sells_in_capital(f, list))
    pact.add(*state_where(f.stage, f.sides.of("in").front()));
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

/// "The treaty was signed last June": between those who were said to agree.
void add_known_sides(const Filler& f, Pact& pact, const std::vector<std::size_t>& list) {
  const auto& known = f.stage.memory.agreement;
  if (!pact.sides.empty() || !known || list.empty() || !f.chunk(list.front()).definite ||
      f.trigger().kind != ChunkKind::verb || f.trigger().voice == Voice::active)
    return;
  for (const auto& party : {known->actor, known->target})
    if (party) pact.add(Named{*party, f.chunk(list.front()).span});
}

/// "In June, after talks with Kim, Shoigu said": the day leads the sentence.
void date_in_front(const Filler& f, Claim& claim) {
  if (f.chunk(0).kind != ChunkKind::date || !f.sides.of("in").empty()) return;
  const auto& date = std::get<Date>(f.chunk(0).date->value);
  if (!date.edtf.empty() || waits_for_anchor(date)) claim.period = date;
  add_span(claim, "period", f.chunk(0).span);
}

/// "to meet Kenya's needs": no meeting.
bool meets_demand(const Filler& f) {
  const auto& met = get(f.roles, "target");
  return !met.empty() && f.chunk(met.front()).kind == ChunkKind::phrase &&
         !f.chunk(met.front()).party &&
         f.stage.grammar.is(WordClass::demand, f.chunk(met.front()).lemma);
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
  if (id == "agree.order") return orders(f, pact);
  if (id == "agree.talks" && !talked(f, pact)) return f.refuse("no talks that took place");
  if (id == "agree.put" && !puts_signature(f)) return f.refuse("no signature");
  if (id == "agree.deny") return denied_deal(f);
  if (id == "agree.visit" || id == "agree.tour") return visit(f);
  if (id == "agree.see" && !meets_person(f)) return f.refuse("nobody is met");
  if (id == "agree.noun" && told_by_verb(f)) return f.refuse("a verb tells what became of it");
  if (id == "agree.meet" && meets_demand(f)) return f.refuse("met as a demand is");
  std::vector<std::size_t> list = f.items();
  const auto shown = id == "agree.sign" || id == "agree.hold" ? paper_of_ceremony(f) : std::nullopt;
  if (shown) {
    list = {*shown};
    add_partners_behind(f, pact, *shown);
  } else if (id == "agree.sign" || id == "agree.hold" || id == "agree.agree") {
    keep_papers(f, pact, list);
    if (list.empty()) return f.refuse("nothing agreed or held");
  }
  if (id == "agree.deepen" && !agreed_to_deepen(f, list)) return f.refuse("nothing agreed");
  add_sides_around(f, pact, list);
  if (const auto many = pact_with_many(f, pact, list)) return {*many};
  add_known_sides(f, pact, list);
  if (sides.size() < 2) return f.refuse("not two sides");
  Claim claim = f.start("agreement");
  name_agreed(f, claim, list);
  claim.parties = pact.persons;
  set_party(claim, &Claim::actor, "actor", sides[0]);
  set_party(claim, &Claim::target, "target", sides[1]);
  if (id == "agree.talks") date_in_front(f, claim);
  std::vector<Claim> out = each_with_partner(f, claim);
  for (Claim& paid : worth_of_paper(f, list, sides)) out.push_back(std::move(paid));
  return out;
}

}  // namespace msmt
