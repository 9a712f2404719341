/// Accounts, transactions and debts: money whose noun is the claim.
#include "claims/fill_arms.hpp"
#include "claims/fill_casualties.hpp"
#include "claims/fill_goods.hpp"
#include "claims/fill_money.hpp"
#include "claims/filler.hpp"

namespace msmt {

namespace {

/// "transactions are being conducted through banks in Dubai": the noun has a verb of its own.
bool goes_on(const Filler& f, Certainty& certainty) {
  for (std::size_t k = f.at + 1; k < f.stage.chunks.size() && k < f.at + 4; ++k) {
    const Chunk& c = f.chunk(k);
    if (c.kind == ChunkKind::phrase || c.word == "," || c.word == ".") return false;
    std::vector<std::string> adverbs = c.adverbs;
    if (c.kind == ChunkKind::word) adverbs.push_back(c.word);
    for (const std::string& adverb : adverbs) {
      if (const auto cue = parse_certainty(f.stage.grammar.cue("adverb", adverb))) certainty = *cue;
    }
    if (c.kind != ChunkKind::verb) continue;
    return f.stage.grammar.is(WordClass::transact, c.lemma);
  }
  return false;
}

/// "a payment of $40 million"
void count_of(const Filler& f, Claim& claim) {
  const auto& sum = f.sides.of("of");
  if (!sum.empty() && f.chunk(sum.front()).money) f.set_quantity(claim, sum.front());
}

}  // namespace

std::vector<Claim> accounts(Filler& f) {
  std::optional<Named> actor = f.party("actor");
  std::optional<Named> target = f.party("target");
  const auto pair = pair_of(f);
  if (f.trigger().before.find("arms") != std::string::npos ||
      f.trigger().before.find("weapon") != std::string::npos) {
    return f.refuse("of arms, not of money");
  }
  // "wired $25 million to the army's account": told by the verb
  if (f.frame.id == "finance.account" && f.at > 1 && is_word(f.chunk(f.at - 1), "to") &&
      f.chunk(f.at - 2).money)
    return f.refuse("what money goes to");
  // "Iran's account in Ajman, an emirate of the UAE": `of` belongs to a noun further on
  if (const auto owner = f.trigger_owner(); owner && (!actor || f.frame.id == "finance.account"))
    actor = owner;
  Claim claim = f.start("finance");
  claim.item = item_of(f.stage, f.trigger());
  add_span(claim, "item", f.trigger().span);
  f.set_quantity(claim, f.at);
  if (!claim.quantity) count_of(f, claim);
  if (f.frame.id == "finance.debt") {
    if (!claim.quantity) reached(f, claim);
    if (!claim.quantity) put_at(f, claim);
    if (!claim.quantity || !actor) return f.refuse("no sum or nobody's");
  }
  if (f.frame.id == "finance.account" && !actor) {
    // "Huione Pay held accounts for", "it opened an account in"
    for (std::size_t k = f.at; k > 1 && !actor; --k) {
      if (f.chunk(k - 1).kind != ChunkKind::verb) continue;
      if (!f.stage.grammar.is(WordClass::keep_account, f.chunk(k - 1).lemma)) break;
      for (std::size_t s = k - 1; s > 0 && !actor; --s) {
        if (f.chunk(s - 1).kind == ChunkKind::phrase) actor = party_of(f.stage, s - 1);
      }
      break;
    }
  }
  if (pair) {
    actor = pair->first;
    target = pair->second;
  }
  if (actor && target && actor->party == target->party) target.reset();
  for (std::size_t k = f.at + 1; !target && k + 1 < f.stage.chunks.size() && k < f.at + 9; ++k) {
    // "accounts opened in Abkhazia", "through banks that sit in the region of Abkhazia"
    if (f.chunk(k).kind != ChunkKind::word || f.chunk(k).word != "in") continue;
    if (f.chunk(k + 1).kind != ChunkKind::phrase) continue;
    target = f.chunk(k + 1).party ? f.chunk(k + 1).party : f.chunk(k + 1).of_party;
  }
  set_party(claim, &Claim::actor, "actor", actor);
  set_party(claim, &Claim::target, "target", target);
  // "The violations included suspicious transactions" says what was done, though not by whom
  const bool unlawful = f.frame.id == "finance.transaction" &&
                        f.stage.grammar.any_is(WordClass::unlawful, f.trigger().before);
  if (!claim.actor && !claim.target && !claim.quantity && !unlawful) return f.refuse("no side");
  const bool alive = f.frame.id == "finance.transaction" && goes_on(f, claim.certainty);
  if (f.frame.id == "finance.transaction" && !claim.actor && !claim.quantity && !alive &&
      !(unlawful && !claim.target))
    return f.refuse("nobody's");  // "designated for transactions in China"
  if (f.frame.id == "finance.account" && !claim.actor && !claim.target) return f.refuse("no side");
  return {claim};
}

}  // namespace msmt
