/// Money paid, earned, owed and laundered: finance.
#include <algorithm>
#include <array>

#include "claims/filler.hpp"

namespace msmt {

namespace {

bool is_one_of(std::string_view word, std::initializer_list<std::string_view> list) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

}  // namespace

std::optional<Named> Filler::payer(std::string_view role) const {
  if (auto named = party(role)) return named;
  const auto& list = get(roles_, role);
  if (list.empty()) return std::nullopt;
  const Chunk& c = chunk(list.front());
  if (c.head == "they" || c.head == "them") return owner_of_named_people(stage_, list.front());
  if (frame_.id == "finance.earn" && role == "target" && c.item_class == "workers") {
    // "workers sent by Pyongyang earn …", "such workers earn …"
    const std::size_t i = list.front();
    if (i + 3 < stage_.chunks.size() && chunk(i + 1).voice == Voice::participle &&
        chunk(i + 2).word == "by") {
      if (auto sender = party_of(stage_, i + 3)) return sender;
    }
    if (c.definite || c.demonstrative) return owner_of_named_people(stage_, i);
  }
  if (c.pronoun || c.quantity != nullptr || role != "actor" || frame_.id != "finance.pay")
    return std::nullopt;
  if (!is_one_of(c.lemma, {"company", "firm", "bank", "buyer", "customer", "trader", "dealer"}))
    return std::nullopt;
  std::string name = item_of(stage_, c).name;
  if (!name.empty() && name[0] >= 'A' && name[0] <= 'Z' && c.names.empty())
    name[0] = static_cast<char>(name[0] - 'A' + 'a');
  return Named{{name, ""}, c.span};  // "shipping companies pay": nobody better is named
}

std::optional<Named> Filler::beneficiary() const {
  for (const std::string_view side : {"for", "of", "on"}) {
    for (const std::size_t i : sides_.of(side)) {
      if (auto named = party_of(stage_, i); named && !named->party.iso2.empty()) return named;
      if (side != "for") continue;
      // "for the training of Ukrainian forces", "for Kenya's police"
      if (auto owner = owner_of(stage_, i); owner && !owner->party.iso2.empty()) return owner;
      if (chunk(i).of_party && !chunk(i).of_party->party.iso2.empty()) return chunk(i).of_party;
      if (i + 2 < stage_.chunks.size() && chunk(i + 1).word == "of") {
        auto of = party_of(stage_, i + 2);
        if (of && !of->party.iso2.empty()) return of;
      }
    }
  }
  return std::nullopt;
}

std::optional<Named> Filler::seller() const {
  // "signed a contract with Russia and agreed to pay $5 billion"
  for (std::size_t k = trigger_; k > 2; --k) {
    const Chunk& left = chunk(k - 1);
    if (left.kind != ChunkKind::phrase || !left.party || chunk(k - 2).kind != ChunkKind::word)
      continue;
    if (chunk(k - 2).word != "with" && chunk(k - 2).word != "from") continue;
    for (std::size_t a = k - 2; a > 0 && a + 4 > k; --a) {
      if (chunk(a - 1).item_class == "agreement" || chunk(a - 1).item_class == "arms")
        return party_of(stage_, k - 1);
    }
  }
  return std::nullopt;
}

void Filler::side_of_money(Claim& claim) const {
  const bool noun = trigger().kind != ChunkKind::verb;
  const std::string verb =
      trigger().particle.empty() ? trigger().lemma : trigger().lemma + " " + trigger().particle;
  const bool allocates = !noun && (stage_.grammar.in_list("allocates", trigger().lemma) ||
                                   stage_.grammar.in_list("allocates", verb));
  if (!allocates || claim.type != "finance") return;
  if (!claim.target) set(claim, &Claim::target, "target", beneficiary());
  if (!claim.actor) {
    // "was released by the Bundestag's budget committee"
    for (const std::size_t i : get(roles_, "actor")) {
      for (const Mention* name : chunk(i).names) {
        const auto* body = std::get_if<Organization>(&name->value);
        if (body != nullptr && body->kind == "government body" && !body->country.empty())
          set(claim, &Claim::actor, "actor",
              Named{stage_.grammar.country(body->country), name->span});
      }
    }
  }
  if (claim.target && claim.actor && *claim.target == *claim.actor) claim.target.reset();
  // an article about what one state gives another leaves a side out
  if (stage_.memory.pairs.empty()) return;
  for (const auto& [giver, taker] : stage_.memory.pairs) {
    if (taker.iso2.empty() || giver.iso2.empty()) continue;
    if (claim.actor && !claim.target && *claim.actor == giver) claim.target = taker;
    if (claim.target && !claim.actor && *claim.target == taker) claim.actor = giver;
  }
}

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
    return is_one_of(c.lemma, {"conduct", "make", "continue", "carry out", "process", "run",
                               "execute", "handle", "route", "settle", "take"});
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
  if (const auto owner = trigger_owner(); owner && !actor) actor = owner;
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
      if (!is_one_of(chunk(k - 1).lemma,
                     {"hold", "keep", "open", "have", "maintain", "run", "use"}))
        break;
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
  static constexpr std::array<std::string_view, 8> kUnlawful = {
      "suspicious",  "illicit", "illegal", "unlawful",
      "clandestine", "covert",  "banned",  "forbidden"};
  const bool unlawful =
      frame_.id == "finance.transaction" &&
      std::any_of(kUnlawful.begin(), kUnlawful.end(), [&](std::string_view word) {
        return (" " + trigger().before + " ").find(" " + std::string(word) + " ") !=
               std::string::npos;
      });
  if (!claim.actor && !claim.target && !claim.quantity && !unlawful) return refuse("no side");
  const bool alive = frame_.id == "finance.transaction" && goes_on(claim.certainty);
  if (frame_.id == "finance.transaction" && !claim.actor && !claim.quantity && !alive &&
      !(unlawful && !claim.target))
    return refuse("nobody's");  // "designated for transactions in China"
  if (frame_.id == "finance.account" && !claim.actor && !claim.target) return refuse("no side");
  return {claim};
}

std::vector<Claim> Filler::paid_goods(const std::optional<Named>& payer,
                                      const std::optional<Named>& paid) {
  std::vector<Claim> out;
  if (frame_.id != "finance.pay" || trigger().lemma != "pay" || !payer) return out;
  const auto add = [&](std::size_t i, const Named& giver, const Named& taker) {
    const std::string klass = class_of(chunk(i));
    if (!is_one_of(klass, {"arms", "fuel", "parts", "goods", "aid", "knowhow"})) return;
    out.push_back(one(i, Grammar::type_of_class(klass), giver, taker, std::nullopt));
  };
  if (paid && payer->party.iso2 != paid->party.iso2) {
    for (const std::size_t i : sides_.of("for")) add(i, *paid, *payer);
  }
  std::optional<Named> taker = paid;
  for (const auto& [giver, other] : stage_.memory.pairs) {
    if (!taker && other == payer->party) taker = Named{giver, trigger().span};
  }
  if (taker && !sides_.of("in").empty() && taker->party != payer->party) {
    for (const std::size_t i : sides_.of("in")) add(i, *payer, *taker);
  }
  return out;
}

std::vector<Claim> Filler::finance() {
  if (needs_self()) return accounts();
  std::optional<Named> actor = payer("actor");
  std::optional<Named> target = payer("target");
  const auto pair = pair_of();
  const bool launders = frame_.id == "finance.launder";
  if (launders && !actor && !target && stage_.memory.theft)
    actor = Named{*stage_.memory.theft->actor, trigger().span};
  if (!target && frame_.id == "finance.pay" && is_one_of(trigger().lemma, {"spend", "invest"}))
    target = beneficiary();
  if (launders && !target && !sides_.of("on behalf of").empty())
    target = party_of(stage_, sides_.of("on behalf of").front());
  if (launders && is_one_of(trigger().lemma, {"manage", "handle"})) {
    // "manage funds for the bank": the money of whom it is done for
    if (!target) return refuse("for nobody");
    actor.reset();
  }
  if (!target && frame_.id == "finance.pay" && trigger().lemma == "pay") {
    const auto& purpose = get(roles_, "purpose");
    if (!purpose.empty() && chunk(purpose.front()).party) target = party("purpose");
    if (!target) target = seller();
    if (target && actor && target->party == actor->party) target.reset();
  }
  if (frame_.id == "finance.come" && stage_.memory.money && !target) {
    // "Another $30 million came from customs duties": to whom the money before went
    bool more = false;
    for (const std::size_t i : items()) more = more || is_part(stage_.doc.text(chunk(i).span));
    if (!more) return refuse("to nobody");
    if (stage_.memory.money->target) target = Named{*stage_.memory.money->target, trigger().span};
  }
  if (frame_.id == "finance.price") return price();
  const bool passive = trigger().voice == Voice::passive || trigger().voice == Voice::participle;
  if (!actor && !target && passive && trigger().lemma == "pay" && stage_.memory.deed &&
      stage_.memory.deed->actor && stage_.memory.deed->target) {
    // "a first instalment was paid": money goes against the goods
    actor = Named{*stage_.memory.deed->target, trigger().span};
    target = Named{*stage_.memory.deed->actor, trigger().span};
  }
  if (frame_.id == "finance.earn" && actor && target && actor->party == target->party)
    actor.reset();  // "Eritrea collects money from its citizens"
  std::vector<Claim> out;
  for (const std::size_t i : items()) {
    if (!frame_.takes(class_of(chunk(i)))) {
      why_ = "no money";
      continue;
    }
    Claim claim = one(i, "finance", actor, target, pair);
    if (frame_.id == "finance.earn" && claim.actor && claim.target && !actor) claim.actor.reset();
    if (frame_.id == "finance.earn" && claim.part && !claim.target && stage_.memory.money)
      claim.target = stage_.memory.money->target;  // "another $11 billion was earned"
    describe_money(claim);
    if (!claim.actor && !claim.target) {
      why_ = "no side";
      continue;
    }
    out.push_back(std::move(claim));
  }
  if (items().empty() && frame_.id == "finance.fund" && actor && target) {
    Claim claim = start("finance");
    set(claim, &Claim::actor, "actor", actor);
    set(claim, &Claim::target, "target", target);
    out.push_back(std::move(claim));
  }
  for (Claim& claim : paid_goods(actor, target)) out.push_back(std::move(claim));
  return out;
}

std::vector<Claim> Filler::price() {
  // "bought 66 fighters for $8 billion"
  const auto buyer = party("actor");
  const auto seller = party("target");
  const auto& paid = get(roles_, "paid");
  const auto& goods = get(roles_, "goods");
  if (paid.empty() || !chunk(paid.front()).money || goods.empty() || !buyer)
    return refuse("no price or no buyer");
  const std::string klass = class_of(chunk(goods.front()));
  if (klass != "arms" && klass != "goods" && klass != "parts" && klass != "fuel" &&
      klass != "vehicle")
    return refuse("no goods");
  Claim claim = start("finance");
  claim.item = item_of(stage_, chunk(goods.front()));
  claim.item->name = "payment for " + claim.item->name;
  claim.item->category = "money";
  claim.item->weapon.clear();
  span(claim, "item", chunk(paid.front()).span);
  set_quantity(claim, paid.front());
  set(claim, &Claim::actor, "actor", buyer);
  set(claim, &Claim::target, "target", seller);
  if (claim.target && *claim.target == *claim.actor) claim.target.reset();
  if (!claim.target) {
    for (const auto& [giver, taker] : stage_.memory.pairs) {
      if (taker == *claim.actor && !claim.target) claim.target = giver;
    }
  }
  return {claim};
}

void Filler::describe_money(Claim& claim) const {
  if (!claim.item || claim.item->name != "money") return;
  const auto& in = sides_.of("in");
  const auto& purpose = sides_.of("for");
  if (!in.empty() && !chunk(in.front()).party) {
    claim.item->name = item_of(stage_, chunk(in.front())).name;
  } else if (!purpose.empty() && !chunk(purpose.front()).party && !chunk(purpose.front()).pronoun) {
    claim.item->name = "payment for " + item_of(stage_, chunk(purpose.front())).name;
  }
}

}  // namespace msmt
