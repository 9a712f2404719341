/// Money paid, earned, owed and laundered: finance.
#include <algorithm>
#include <array>
#include <utility>

#include "claims/filler.hpp"
#include "claims/scene.hpp"

namespace msmt {

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
  if (c.pronoun || c.quantity != nullptr || role != "actor" ||
      (frame_.id != "finance.pay" && frame_.id != "finance.earn"))
    return std::nullopt;
  if (!stage_.grammar.is(WordClass::payer, c.lemma)) return std::nullopt;
  std::string name = item_of(stage_, c).name;
  if (!name.empty() && name[0] >= 'A' && name[0] <= 'Z' && c.names.empty())
    name[0] = static_cast<char>(name[0] - 'A' + 'a');
  return Named{{name, ""}, c.span};  // "shipping companies pay": nobody better is named
}

std::optional<Named> Filler::maker_of_bought(const std::optional<Named>& buyer) const {
  // "spent $200 million on Russian air-defence systems"
  const auto& bought = sides_.of("on");
  if (bought.empty() || class_of(stage_.grammar, chunk(bought.front())) != "arms")
    return std::nullopt;
  const Chunk& c = chunk(bought.front());
  auto maker = c.owner_is_adjective ? owner_of(stage_, bought.front()) : std::nullopt;
  if (maker && (maker->party.iso2.empty() || (buyer && maker->party == buyer->party)))
    maker.reset();
  return maker;
}

std::optional<Named> Filler::beneficiary() const {
  for (const std::string_view side : {"for", "of", "on"}) {
    for (const std::size_t i : sides_.of(side)) {
      if (auto named = party_of(stage_, i); named && !named->party.iso2.empty()) return named;
      if (side != "for") continue;
      // "for the training of Ukrainian forces", "for Kenya's police"
      if (auto owner = owner_of(stage_, i); owner && !owner->party.iso2.empty()) return owner;
      if (chunk(i).of_party && !chunk(i).of_party->party.iso2.empty()) return chunk(i).of_party;
      if (i + 2 < stage_.chunks.size() &&
          (chunk(i + 1).word == "of" || chunk(i + 1).word == "to" || chunk(i + 1).word == "for")) {
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
  const bool allocates = !noun && (stage_.grammar.is(WordClass::allocate, trigger().lemma) ||
                                   stage_.grammar.is(WordClass::allocate, verb));
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
  // "Sweden presented a package worth 16 billion crowns", where all that was told goes to one state
  const Party& sole = stage_.memory.pairs.front().second;
  const bool one_taker = std::all_of(stage_.memory.pairs.begin(), stage_.memory.pairs.end(),
                                     [&](const auto& pair) { return pair.second == sole; });
  if (claim.actor && !claim.target && claim.quantity && one_taker && !sole.iso2.empty() &&
      *claim.actor != sole && !claim.actor->iso2.empty())
    claim.target = sole;
  for (const auto& [giver, taker] : stage_.memory.pairs) {
    if (taker.iso2.empty() || giver.iso2.empty()) continue;
    if (claim.actor && !claim.target && *claim.actor == giver) claim.target = taker;
    if (claim.target && !claim.actor && *claim.target == taker) claim.actor = giver;
  }
}

bool Filler::cashes_in() const {
  // "turned the coins into cash", "exchanged the tokens for dollars"
  const bool loose = stage_.grammar.is(WordClass::swap, trigger().lemma);
  if (!loose) return true;
  for (const std::string_view side : {"into", "for"}) {
    for (const std::size_t i : sides_.of(side)) {
      if (class_of(stage_.grammar, chunk(i)) == "money") return true;
    }
  }
  return false;
}

std::vector<Claim> Filler::finance() {
  if (frame_.id == "finance.price-deal") return price();
  if (needs_self()) return accounts();
  if (frame_.id == "finance.fund" || (frame_.id == "finance.pay" && trigger().lemma == "pay")) {
    if (auto funded = funds_program(); !funded.empty()) return funded;
    if (trigger().lemma == "support" || trigger().lemma == "sustain")
      return refuse("no money that supports");
  }
  if (frame_.id == "finance.use") return use_of_money();
  if (frame_.id == "finance.keep") return kept_pay();
  if (frame_.id == "finance.come" && trigger().lemma == "go") return pay_that_goes();
  if (frame_.id.starts_with("finance.price")) return price();
  std::optional<Named> actor = payer("actor");
  std::optional<Named> target = payer("target");
  if (const auto why = settle_money_sides(actor, target); !why.empty()) return refuse(why);
  return money_claims(actor, target);
}

std::string_view Filler::settle_money_sides(std::optional<Named>& actor,
                                            std::optional<Named>& target) const {
  const bool launders = frame_.id == "finance.launder";
  if (launders && !cashes_in()) return "not turned into money";
  if (launders && trigger_ >= 2 && chunk(trigger_ - 2).kind == ChunkKind::verb &&
      chunk(trigger_ - 2).lemma == "help")
    target = std::exchange(actor, std::nullopt);  // "for helping the firm turn coins into cash"
  const bool through = sides_.has("through") || sides_.has("via") || sides_.has("by") ||
                       sides_.has("in") || trigger().voice == Voice::infinitive;
  if (launders && !actor && !target && stage_.memory.theft && !through &&
      get(roles_, "actor").empty())
    actor = Named{*stage_.memory.theft->actor, trigger().span};
  if (!target && frame_.id == "finance.pay" &&
      (trigger().lemma == "spend" || trigger().lemma == "invest"))
    target = beneficiary();
  if (frame_.id == "finance.pay" && !target && trigger().lemma == "spend")
    target = maker_of_bought(actor);
  if (launders && !target && !sides_.of("on behalf of").empty())
    target = party_of(stage_, sides_.of("on behalf of").front());
  if (launders && !target && !get(roles_, "target").empty())
    target = owner_of(stage_, get(roles_, "target").front());  // "for Iran's missile program"
  if (launders && (trigger().lemma == "manage" || trigger().lemma == "handle")) {
    // "manage funds for the bank": the money of whom it is done for
    if (!target) return "for nobody";
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
    if (!more) return "to nobody";
    if (stage_.memory.money->target) target = Named{*stage_.memory.money->target, trigger().span};
  }
  const bool passive = trigger().voice == Voice::passive || trigger().voice == Voice::participle;
  if (!actor && !target && passive && trigger().lemma == "pay" && stage_.memory.deed &&
      stage_.memory.deed->actor && stage_.memory.deed->target) {
    // "a first instalment was paid": money goes against the goods
    actor = Named{*stage_.memory.deed->target, trigger().span};
    target = Named{*stage_.memory.deed->actor, trigger().span};
  }
  if (frame_.id == "finance.earn" && actor && target && actor->party == target->party)
    actor.reset();  // "Eritrea collects money from its citizens"
  if (auto holder = holder_of_account()) target = holder;
  if (frame_.id == "finance.yield" && !target) return "to nobody";
  if (!target && frame_.id == "finance.fund" && !get(roles_, "target").empty() &&
      !chunk(get(roles_, "target").back()).owner)
    target = place_of_phrase(stage_, get(roles_, "target").back());  // "funded the port in Haifa"
  if (actor && target && actor->party == target->party && frame_.id == "finance.fund")
    target.reset();
  return {};
}

std::optional<Named> Filler::holder_of_account() const {
  const auto& to = sides_.of("to");
  if (to.empty()) return std::nullopt;
  const std::size_t i = to.front();
  const std::string klass = class_of(stage_.grammar, chunk(i));
  if (klass != "account" && klass != "money") return std::nullopt;
  // "to the army's account", "to accounts held by Hezbollah"
  if (auto owner = owner_of(stage_, i)) return owner;
  const bool held = i + 3 < stage_.chunks.size() && chunk(i + 1).kind == ChunkKind::verb &&
                    chunk(i + 1).voice == Voice::participle && is_word(chunk(i + 2), "by");
  return held ? party_of(stage_, i + 3) : std::nullopt;
}

std::vector<Claim> Filler::money_claims(const std::optional<Named>& actor,
                                        const std::optional<Named>& target) {
  const auto pair = pair_of();
  const bool launders = frame_.id == "finance.launder";
  std::vector<Claim> out;
  for (const std::size_t i : items()) {
    if (i > items().front() && is_word(chunk(i - 1), "or"))
      continue;  // "1.7 billion rials, or $33,000"
    if (!frame_.takes(class_of(stage_.grammar, chunk(i)))) {
      why_ = "no money";
      continue;
    }
    Claim claim = one(i, "finance", actor, target, pair);
    if (frame_.id == "finance.earn" && claim.actor && claim.target && !actor) claim.actor.reset();
    if (frame_.id == "finance.earn" && claim.part && !claim.target && stage_.memory.money)
      claim.target = stage_.memory.money->target;  // "another $11 billion was earned"
    describe_money(claim);
    const bool laundered = launders && !target && trigger().lemma != "manage" &&
                           (chunk(i).definite || claim.quantity || !claim.item->name.empty());
    if (!claim.actor && !claim.target && !laundered) {
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

}  // namespace msmt
