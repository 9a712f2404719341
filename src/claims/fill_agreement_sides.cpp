/// The sides of an agreement: those its words name, and those that stand elsewhere in the sentence.
///
///     "Under a pact signed with Moscow, Sudan is to host a base"   Sudan and Russia
#include <algorithm>
#include <array>

#include "claims/clause_words.hpp"
#include "claims/fill_agreements.hpp"
#include "claims/fill_arms.hpp"
#include "claims/fill_goods.hpp"
#include "claims/fill_money.hpp"
#include "claims/filler.hpp"
#include "claims/party_words.hpp"
#include "claims/scene.hpp"
#include "claims/subjects.hpp"

namespace msmt {

namespace {

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

/// "signed a contract for fighters in Seoul": with the state whose capital it is.
bool sells_in_capital(const Filler& f, const std::vector<std::size_t>& papers) {
  const auto& goods = f.sides.of("for");
  const auto& where = f.sides.of("in");
  if (papers.empty() || goods.empty() || where.empty() || !is_bargain(f, papers.front()))
    return false;
  const std::string_view city = f.stage.doc.words(f.chunk(where.front()).span);
  return is_arms(f, f.chunk(goods.front())) && !f.stage.grammar.capital_country(city).empty();
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

/// "Turkey cited a treaty that it and Russia signed": the subject that "it" stands for.
void add_who_is_it(const Filler& f, Pact& pact) {
  const auto& signers = get(f.roles, "actor");
  if (f.sides.construction != "relative_object" || signers.size() != 1 || signers.front() < 4 ||
      !is_word(f.chunk(signers.front() - 1), "and") || f.chunk(signers.front() - 2).head != "it")
    return;
  for (std::size_t k = signers.front() - 2; k > 1; --k) {
    if (!is_finite(f.chunk(k - 1)) || !f.chunk(k - 2).country_head) continue;
    const Named& named = *f.chunk(k - 2).party;
    if (named.party != pact.sides.front().party)
      pact.sides.insert(pact.sides.begin(), Named{named.party, f.chunk(signers.front() - 2).span});
    return;
  }
}

/// "a contract to buy Ghanaian rifles": the goods that the paper before an infinitive is for; empty for none.
std::vector<std::size_t> goods_to_buy(const Filler& f, std::size_t paper) {
  const bool buys = f.chunk(paper + 1).voice == Voice::infinitive &&
                    f.stage.grammar.evokes("verb", f.chunk(paper + 1).lemma, {"get.receive"}) &&
                    f.chunk(paper + 2).kind == ChunkKind::phrase;
  return buys ? std::vector{paper + 2} : std::vector<std::size_t>{};
}

}  // namespace

void Pact::add(const Named& named) {
  const bool known = std::any_of(sides.begin(), sides.end(),
                                 [&](const Named& side) { return side.party == named.party; });
  if (!known) sides.push_back(named);
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
  // "the Hanoi summit with Kim": where it took place
  const bool dated = f.at > 0 && f.chunk(f.at - 1).kind == ChunkKind::date;
  const bool placed = (f.trigger().definite || dated) && f.trigger().kind == ChunkKind::phrase &&
                      city_before_head(f.stage, f.trigger());
  // "his weekly Cabinet meeting": of his own
  const bool own = f.trigger().kind == ChunkKind::phrase &&
                   is_owner_pronoun(f.stage.reading.tokens[f.trigger().first].folded) &&
                   names_body(f.trigger(), {"government body"});
  const auto owner = placed || own ? std::nullopt : f.trigger_owner();
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
  // "in partnership with Chad and Togo": with both, of whoever is not named
  const bool partners = f.frame.id == "agree.noun" && f.trigger().lemma == "partnership" &&
                        get(f.roles, "actor").empty() && get(f.roles, "pair").empty() && !owner &&
                        get(f.roles, "target").size() > 1;
  if (partners) return {};
  const auto& with = get(f.roles, "target");
  // "with Northern Atom Agency Director General Maria Sol": one side, and not two
  if (out.sides.size() < 2 && !with.empty() && !f.chunk(with.front()).person) {
    if (const auto state = owner_of(f.stage, with.front())) out.add(*state);
  }
  return out;
}

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

namespace {

/// "said after a meeting with Kim", "Following a call with Rutte, he announced": whoever does the rest of the sentence met
/// them.
void add_who_met(const Filler& f, Pact& pact) {
  static constexpr std::string_view kWhen[] = {"after", "following", "during", "at", "before"};
  const bool governed = f.at > 0 && std::find(std::begin(kWhen), std::end(kWhen),
                                              f.chunk(f.at - 1).word) != std::end(kWhen);
  if (!governed || f.frame.id != "agree.noun" || pact.sides.size() != 1 ||
      pact.sides.front().party.iso2.empty())
    return;
  std::vector<std::size_t> who = main_subject_behind(f.stage.chunks, f.at);
  for (std::size_t k = f.at - 1; k > 0 && who.empty(); --k) {
    if (!is_finite(f.chunk(k))) continue;
    const std::size_t subject = subject_before(f.stage.chunks, k);
    if (subject < f.stage.chunks.size()) who = {subject};
    break;
  }
  if (who.size() != 1) return;
  const auto named = party_of(f.stage, who.front());
  if (!named || named->party.iso2.empty() || named->party == pact.sides.front().party) return;
  pact.sides.insert(pact.sides.begin(), *named);
  const Chunk& c = f.chunk(who.front());
  if (c.person && c.party) pact.persons.insert(pact.persons.begin(), c.party->party.name);
}

}  // namespace

void add_sides_around(const Filler& f, Pact& pact, const std::vector<std::size_t>& list) {
  std::vector<Named>& sides = pact.sides;
  add_who_met(f, pact);
  if (sides.size() < 2) with_which(f, sides);
  if (sides.size() == 1 && f.trigger().voice == Voice::participle) add_main_subject(f, pact);
  if (sides.size() < 2 && f.frame.id == "agree.sign" && f.trigger().voice == Voice::gerund)
    add_main_doers(f, pact);
  if (sides.empty() && f.frame.id == "agree.sign") add_represented(f, pact);
  if (sides.size() == 1 && f.frame.id == "agree.sign" && sells_in_capital(f, list))
    pact.add(*state_where(f.stage, f.sides.of("in").front()));
  // "sealed a contract for Turkish vehicles": with the state whose make they are
  if (pact.sides.size() == 1 && f.frame.id == "agree.sign") add_who_is_it(f, pact);
  const std::vector<std::size_t> bought =
      list.empty() ? std::vector<std::size_t>{} : goods_to_buy(f, list.front());
  const auto& goods = bought.empty() ? f.sides.of("for") : bought;
  if (pact.sides.size() == 1 && f.frame.id == "agree.sign" && !list.empty() && !goods.empty()) {
    if (const auto seller = seller_of(f, goods.front())) pact.add(*seller);
  }
}

void add_known_sides(const Filler& f, Pact& pact, const std::vector<std::size_t>& list) {
  const auto& known = f.stage.memory.agreement;
  if (!pact.sides.empty() || !known || list.empty() || !f.chunk(list.front()).definite ||
      f.trigger().kind != ChunkKind::verb || f.trigger().voice == Voice::active)
    return;
  for (const auto& party : {known->actor, known->target})
    if (party) pact.add(Named{*party, f.chunk(list.front()).span});
}

}  // namespace msmt
