/// Accounts, transactions and debts: money whose noun is the claim.
#include "claims/filler.hpp"

namespace msmt {

bool Filler::goes_on(Certainty& certainty) const {
  for (std::size_t k = trigger_ + 1; k < stage_.chunks.size() && k < trigger_ + 4; ++k) {
    const Chunk& c = chunk(k);
    if (c.kind == ChunkKind::phrase || c.word == "," || c.word == ".") return false;
    std::vector<std::string> adverbs = c.adverbs;
    if (c.kind == ChunkKind::word) adverbs.push_back(c.word);
    for (const std::string& adverb : adverbs) {
      if (const auto cue = parse_certainty(stage_.grammar.cue("adverb", adverb))) certainty = *cue;
    }
    if (c.kind != ChunkKind::verb) continue;
    return stage_.grammar.is(WordClass::transact, c.lemma);
  }
  return false;
}

std::vector<Claim> Filler::accounts() {
  std::optional<Named> actor = party("actor");
  std::optional<Named> target = party("target");
  const auto pair = pair_of();
  if (trigger().before.find("arms") != std::string::npos ||
      trigger().before.find("weapon") != std::string::npos) {
    return refuse("of arms, not of money");
  }
  // "wired $25 million to the army's account": told by the verb
  if (frame_.id == "finance.account" && trigger_ > 1 && is_word(chunk(trigger_ - 1), "to") &&
      chunk(trigger_ - 2).money)
    return refuse("what money goes to");
  // "Iran's account in Ajman, an emirate of the UAE": `of` belongs to a noun further on
  if (const auto owner = trigger_owner(); owner && (!actor || frame_.id == "finance.account"))
    actor = owner;
  Claim claim = start("finance");
  claim.item = item_of(stage_, trigger());
  span(claim, "item", trigger().span);
  set_quantity(claim, trigger_);
  if (frame_.id == "finance.debt") {
    if (!claim.quantity) reached(claim);
    if (!claim.quantity) put_at(claim);
    if (!claim.quantity || !actor) return refuse("no sum or nobody's");
  }
  if (frame_.id == "finance.account" && !actor) {
    // "Huione Pay held accounts for", "it opened an account in"
    for (std::size_t k = trigger_; k > 1 && !actor; --k) {
      if (chunk(k - 1).kind != ChunkKind::verb) continue;
      if (!stage_.grammar.is(WordClass::keep_account, chunk(k - 1).lemma)) break;
      for (std::size_t s = k - 1; s > 0 && !actor; --s) {
        if (chunk(s - 1).kind == ChunkKind::phrase) actor = party_of(stage_, s - 1);
      }
      break;
    }
  }
  if (pair) {
    actor = pair->first;
    target = pair->second;
  }
  if (actor && target && actor->party == target->party) target.reset();
  for (std::size_t k = trigger_ + 1; !target && k + 1 < stage_.chunks.size() && k < trigger_ + 9;
       ++k) {
    // "accounts opened in Abkhazia", "through banks that sit in the region of Abkhazia"
    if (chunk(k).kind != ChunkKind::word || chunk(k).word != "in") continue;
    if (chunk(k + 1).kind != ChunkKind::phrase) continue;
    target = chunk(k + 1).party ? chunk(k + 1).party : chunk(k + 1).of_party;
  }
  set(claim, &Claim::actor, "actor", actor);
  set(claim, &Claim::target, "target", target);
  // "The violations included suspicious transactions" says what was done, though not by whom
  const bool unlawful = frame_.id == "finance.transaction" &&
                        stage_.grammar.any_is(WordClass::unlawful, trigger().before);
  if (!claim.actor && !claim.target && !claim.quantity && !unlawful) return refuse("no side");
  const bool alive = frame_.id == "finance.transaction" && goes_on(claim.certainty);
  if (frame_.id == "finance.transaction" && !claim.actor && !claim.quantity && !alive &&
      !(unlawful && !claim.target))
    return refuse("nobody's");  // "designated for transactions in China"
  if (frame_.id == "finance.account" && !claim.actor && !claim.target) return refuse("no side");
  return {claim};
}

}  // namespace msmt
