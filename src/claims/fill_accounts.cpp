/// Accounts, transactions and debts: money whose noun is the claim.
#include <algorithm>
#include <string>

#include "claims/clause_words.hpp"
#include "claims/fill_arms.hpp"
#include "claims/fill_casualties.hpp"
#include "claims/fill_goods.hpp"
#include "claims/fill_money.hpp"
#include "claims/filler.hpp"

namespace msmt {

namespace {

/// "transactions are being conducted through banks in Dubai": the noun at chunk i has a verb of its own.
bool goes_on(const Filler& f, std::size_t i, Certainty& certainty) {
  for (std::size_t k = i + 1; k < f.stage.chunks.size() && k < i + 4; ++k) {
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

bool is_way(const Chunk& c) { return is_word(c, "through") || is_word(c, "via"); }

bool is_transaction(const Filler& f, const Chunk& c) {
  return f.stage.grammar.evokes("noun", c.lemma, {"finance.transaction"});
}

/// "transactions continue through Iran's account": the account behind the transactions at chunk i.
std::optional<std::size_t> account_used(const Filler& f, std::size_t i) {
  constexpr std::size_t kFar = 7;
  for (std::size_t k = i + 1; k + 1 < f.stage.chunks.size() && k < i + kFar; ++k) {
    if (is_word(f.chunk(k), ";") || is_word(f.chunk(k), ",")) break;
    if (is_way(f.chunk(k)) && f.chunk(k + 1).item_class == "account") return k + 1;
  }
  return std::nullopt;
}

/// Whether transactions before the trigger, an account, say what is done through it.
bool transacted_through(const Filler& f) {
  for (std::size_t i = 0; i < f.at; ++i) {
    Certainty certainty = Certainty::reported;
    if (f.chunk(i).kind == ChunkKind::phrase && is_transaction(f, f.chunk(i)) &&
        goes_on(f, i, certainty) && account_used(f, i) == f.at)
      return true;
  }
  return false;
}

/// "a payment of $40 million"
void count_of(const Filler& f, Claim& claim) {
  const auto& sum = f.sides.of("of");
  if (!sum.empty() && f.chunk(sum.front()).money) f.set_quantity(claim, sum.front());
}

/// "stole $3 million from the bank's account": told by the theft.
bool is_robbed(const Filler& f) {
  if (f.at < 3 || !is_word(f.chunk(f.at - 1), "from")) return false;
  for (std::size_t k = f.at - 1; k > 0 && k + 4 > f.at; --k) {
    const Chunk& c = f.chunk(k - 1);
    const std::string_view pos = c.kind == ChunkKind::verb ? "verb" : "noun";
    if (f.stage.grammar.evokes(pos, c.lemma, {"theft"})) return true;
  }
  return false;
}

/// "posted on Chad's Telegram account": of a network on which people write, and no money.
bool is_of_network(const Filler& f) {
  static constexpr std::string_view kNetworks[] = {"x",         "twitter", "telegram", "facebook",
                                                   "instagram", "weibo",   "youtube",  "wechat",
                                                   "social",    "media",   "tiktok",   "email"};
  std::string words = " " + fold(f.stage.doc.words(f.trigger().span)) + " ";
  std::replace(words.begin(), words.end(), '-', ' ');
  return f.trigger().item_class == "account" &&
         std::any_of(std::begin(kNetworks), std::end(kNetworks), [&](std::string_view network) {
           return words.find(" " + std::string(network) + " ") != std::string::npos;
         });
}

}  // namespace

std::vector<Claim> accounts(Filler& f) {
  if (is_of_network(f)) return f.refuse("no money is held there");
  if (f.frame.id == "finance.transaction" && f.at > 0 &&
      f.chunk(f.at - 1).kind == ChunkKind::verb &&
      f.stage.grammar.evokes("verb", f.chunk(f.at - 1).lemma, {"veto.verb", "veto.keep"}))
    return f.refuse("held up");  // "blocked the payment of 6 billion euros"
  std::optional<Named> actor = f.party("actor");
  std::optional<Named> target = f.party("target");
  const auto pair = pair_of(f);
  if (f.trigger().before.find("arms") != std::string::npos ||
      f.trigger().before.find("weapon") != std::string::npos) {
    return f.refuse("of arms, not of money");
  }
  // "wired $25 million to the army's account": told by the verb
  const bool behind_to =
      f.at > 1 && (is_word(f.chunk(f.at - 1), "to") || is_word(f.chunk(f.at - 1), "into"));
  // "$25 million was moved to accounts in Oman" as well
  const bool moved = f.at > 2 && f.chunk(f.at - 2).voice == Voice::passive &&
                     f.chunk(f.at - 3).money && f.chunk(f.at + 1).voice != Voice::participle;
  if (f.frame.id == "finance.account" && behind_to && (f.chunk(f.at - 2).money || moved))
    return f.refuse("what money goes to");
  if (f.frame.id == "finance.account" && is_robbed(f)) return f.refuse("what was stolen from");
  if (f.frame.id == "finance.account" && f.at > 0 && is_word(f.chunk(f.at - 1), "by"))
    return f.refuse("what somebody says");  // "by its own account"
  if (f.frame.id == "finance.account" && transacted_through(f))
    return f.refuse("what transactions go through");
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
  if (f.frame.id == "finance.transaction" && !actor) {
    if (const auto account = account_used(f, f.at)) actor = owner_of(f.stage, *account);
  }
  const bool relations = f.frame.id == "finance.relations";
  if ((f.frame.id == "finance.account" || relations) && !actor) {
    // "Huione Pay held accounts for", "it opened an account in"
    for (std::size_t k = f.at; k > 1 && !actor; --k) {
      if (f.chunk(k - 1).kind != ChunkKind::verb) continue;
      if (k == f.at && f.chunk(k - 1).voice == Voice::gerund)
        continue;  // "corresponding relations"
      if (!f.stage.grammar.is(WordClass::keep_account, f.chunk(k - 1).lemma)) break;
      for (std::size_t s = k - 1; s > 0 && !actor; --s) {
        const bool free = !relations || !is_governed(f.stage.chunks, s - 1);
        if (f.chunk(s - 1).kind == ChunkKind::phrase && free) actor = party_of(f.stage, s - 1);
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
    // "through Iran's account in Dubai"
    if (!target && account_used(f, f.at) == k - 1) target = state_where(f.stage, k + 1);
  }
  set_party(claim, &Claim::actor, "actor", actor);
  set_party(claim, &Claim::target, "target", target);
  // "The violations included suspicious transactions" says what was done, though not by whom
  const bool unlawful = f.frame.id == "finance.transaction" &&
                        f.stage.grammar.any_is(WordClass::unlawful, f.trigger().before);
  if (!claim.actor && !claim.target && !claim.quantity && !unlawful) return f.refuse("no side");
  const bool alive = f.frame.id == "finance.transaction" && goes_on(f, f.at, claim.certainty);
  if (f.frame.id == "finance.transaction" && !claim.actor && !claim.quantity && !alive &&
      !(unlawful && !claim.target))
    return f.refuse("nobody's");  // "designated for transactions in China"
  if (f.frame.id == "finance.account" && !claim.actor && !claim.target) return f.refuse("no side");
  if (relations && (!claim.actor || !claim.target)) return f.refuse("not two sides");
  // "cut its banking ties with Chad"
  const Chunk& verb = f.chunk(f.at > 0 ? f.at - 1 : f.at);
  if (relations && verb.kind == ChunkKind::verb &&
      (verb.lemma == "cut" || verb.lemma == "sever" ||
       f.stage.grammar.is(WordClass::break_off, verb.lemma)))
    return f.refuse("broken off");
  return {claim};
}

}  // namespace msmt
