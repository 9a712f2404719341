/// What a frame makes of its claims of goods: goods that go the other way, shares and lots of one
/// count, and claims that state nothing.
#include <algorithm>
#include <utility>

#include "claims/filler.hpp"

namespace msmt {

void Filler::goods_back(std::vector<Claim>& out, const Named& actor, const Named& target) {
  for (const std::string_view words : {"in return for", "in exchange for"}) {
    for (const std::size_t i : sides_.of(words)) {
      const std::string klass = class_of(stage_.grammar, chunk(i));
      const bool goods =
          klass == "arms" || klass == "fuel" || klass == "parts" || klass == "knowhow";
      if (goods && !chunk(i).definite && frame_.takes(klass) && !chunk(i).owner)
        out.insert(out.begin(), one(i, Grammar::type_of_class(klass), target, actor, std::nullopt));
    }
  }
}

std::optional<Named> Filler::user_of_goods(std::vector<Claim>& claims) const {
  const auto list = items();
  if (list.size() != 1 || list.front() + 3 >= trigger_) return std::nullopt;
  const Chunk& used = chunk(list.front() + 1);
  // "… used by Russia", "… found in Russian drones"; "found in" reads like a finite verb
  const std::string& link = chunk(list.front() + 2).word;
  const bool found =
      stage_.grammar.is(WordClass::find, used.lemma) && (link == "in" || link == "from");
  const bool by = used.voice == Voice::participle && link == "by";
  if (used.kind != ChunkKind::verb || (!by && !found)) return std::nullopt;
  auto user = by ? party_of(stage_, list.front() + 3) : owner_of(stage_, list.front() + 3);
  if (found && (!user || user->party.iso2.empty())) return std::nullopt;
  for (Claim& claim : claims) {
    if (user && claim.actor && user->party != *claim.actor)
      set(claim, &Claim::target, "target", user);
  }
  return user;
}

std::optional<Named> Filler::source_of_most() const {
  // "received 40 tons of shells, most of them from Serbia"
  for (std::size_t k = trigger_ + 1; k + 3 < stage_.chunks.size(); ++k) {
    if (chunk(k).kind == ChunkKind::verb) return std::nullopt;
    const Chunk& most = chunk(k + 1);
    const bool part = is_word(chunk(k), ",") && most.kind == ChunkKind::phrase &&
                      (most.head == "most" || most.head == "much" || most.head == "all" ||
                       most.lemma == "bulk" || most.lemma == "majority");
    if (!part) continue;
    std::size_t from = k + 2;  // "of them" may stand in the phrase or behind it
    if (is_word(chunk(from), "of") && chunk(from + 1).pronoun) from += 2;
    if (from + 1 < stage_.chunks.size() && is_word(chunk(from), "from"))
      return party_of(stage_, from + 1);
  }
  return std::nullopt;
}

bool Filler::permitted() const {
  // "approved the sale of 30 helicopters", "the sale was approved": what is let go has not gone
  const auto lets = [&](std::size_t k, bool passive) {
    return chunk(k).kind == ChunkKind::verb &&
           stage_.grammar.is(WordClass::let_go, chunk(k).lemma) &&
           (chunk(k).voice == Voice::passive) == passive;
  };
  if (trigger().kind == ChunkKind::verb)  // "Kuwait was cleared to buy 218 tanks"
    return trigger_ > 0 && trigger().voice == Voice::infinitive && lets(trigger_ - 1, true);
  for (std::size_t k = trigger_; k > 0 && k + 3 > trigger_; --k) {
    if (chunk(k - 1).kind == ChunkKind::phrase) break;
    if (lets(k - 1, false)) return true;
  }
  for (std::size_t k = trigger_ + 1; k < stage_.chunks.size(); ++k) {
    if (chunk(k).kind == ChunkKind::verb) return lets(k, true);
  }
  return false;
}

std::optional<Named> Filler::approver() const {
  // "The State Department signed off on the sale of radars to Egypt": whose body lets them go
  if (trigger().kind != ChunkKind::phrase ||
      !stage_.grammar.is(WordClass::trading, trigger().lemma))
    return std::nullopt;
  constexpr std::size_t kFar = 5;
  for (std::size_t k = trigger_; k > 1 && k + kFar > trigger_; --k) {
    const Chunk& verb = chunk(k - 1);
    if (verb.kind != ChunkKind::verb) continue;
    const bool lets = stage_.grammar.is(WordClass::let_go, verb.lemma) ||
                      stage_.grammar.is(WordClass::let_go, verb.lemma + " " + chunk(k).word);
    if (!lets || verb.voice != Voice::active || chunk(k - 2).kind != ChunkKind::phrase)
      return std::nullopt;
    for (const Mention* name : chunk(k - 2).names) {
      const auto* body = std::get_if<Organization>(&name->value);
      if (body != nullptr && body->kind == "government body" && !body->country.empty())
        return Named{stage_.grammar.country(body->country), name->span};
    }
    auto state = party_of(stage_, k - 2);
    if (!state || state->party.iso2.empty()) state = owner_of(stage_, k - 2);
    return state && !state->party.iso2.empty() ? state : std::nullopt;
  }
  return std::nullopt;
}

void Filler::worth_behind_taker(Claim& claim) const {
  if (claim.type != "transfer" || claim.quantity || !claim.target) return;
  for (const std::string_view side : {"to", "for"}) {
    for (const std::size_t i : sides_.of(side)) {
      const Chunk& taker = chunk(i);
      const bool worth = taker.country_head && taker.money && taker.party &&
                         taker.party->party == *claim.target &&
                         taker.quantity->span.begin > taker.party->span.end;
      if (worth) return set_quantity(claim, i);
    }
  }
}

void Filler::settle(std::vector<Claim>& out) {
  const bool noun = trigger().kind == ChunkKind::phrase;
  if (frame_.id == "get.seek" || frame_.id == "get.order" || frame_.id == "get.sign" ||
      frame_.id == "get.ask" || frame_.id == "get.request") {
    for (Claim& claim : out) claim.certainty = Certainty::planned;
  }
  if (frame_.id == "get.ask" || frame_.id == "get.request") {
    // a state asks for a number of things; a contract with a sum is told as such
    const bool priced = trigger().money;
    const bool counted = std::any_of(out.begin(), out.end(),
                                     [](const Claim& claim) { return claim.quantity.has_value(); });
    std::erase_if(out, [&](const Claim& claim) {
      return claim.type != "transfer" || !counted || !claim.target || claim.target->iso2.empty() ||
             priced;
    });
  }
  if (frame_.id.starts_with("get.") && out.size() == 1 && !out.front().actor)
    set(out.front(), &Claim::actor, "actor", source_of_most());
  if (const auto giver = frame_.id == "give.noun" ? approver() : std::nullopt) {
    for (Claim& claim : out) {
      if (claim.type != "transfer" || claim.actor || claim.target == giver->party) continue;
      set(claim, &Claim::actor, "actor", giver);
      if (claim.certainty == Certainty::reported) claim.certainty = Certainty::planned;
    }
  }
  if ((frame_.id == "give.noun" || frame_.id == "get.noun" || frame_.id == "get.receive") &&
      permitted()) {
    for (Claim& claim : out) {
      if (claim.certainty == Certainty::reported) claim.certainty = Certainty::planned;
    }
  }
  if (frame_.id == "give.laden")
    std::erase_if(out, [](const Claim& claim) { return !claim.target; });
  if (frame_.id == "get.end" || frame_.id == "get.land" || frame_.id == "get.way")
    std::erase_if(out, [&](const Claim& claim) { return !tells_arrival(claim); });
  if (frame_.id == "get.reach") {
    // "two thirds of the weapons that entered Israel were American": a share from nobody
    std::erase_if(out, [](const Claim& claim) {
      return !claim.actor && claim.quantity && claim.quantity->value.value_or(1) < 1;
    });
  }
  if (frame_.id == "get.pour") {
    std::erase_if(out,
                  [](const Claim& claim) { return !claim.target || claim.target->iso2.empty(); });
  }
  if (frame_.id == "get.cross") {
    std::erase_if(out, [](const Claim& claim) { return !claim.actor || !claim.target; });
  }
  if (frame_.id == "give.approve") {
    // "earmarked 2 billion kroner for weapons": a sum that is set aside, for whomever
    const bool sets_aside = stage_.grammar.is(WordClass::promise, trigger().lemma);
    std::erase_if(out, [&](Claim& claim) {
      side_of_money(claim);
      return !claim.target && !(sets_aside && claim.type == "finance" && claim.quantity);
    });
    for (Claim& claim : out) claim.certainty = Certainty::planned;
  }
  // "Eritrean workers surrender half of their pay": it goes to the state that sent them
  const auto& givers = get(roles_, "actor");
  const bool of_workers = !givers.empty() && chunk(givers.front()).item_class == "workers";
  for (Claim& claim : out) {
    if (!of_workers || claim.type != "finance" || !claim.actor) continue;
    const auto& taker = get(roles_, "target");
    const bool state = !taker.empty() && !chunk(taker.front()).party &&
                       stage_.grammar.is(WordClass::state, chunk(taker.front()).lemma);
    if (claim.target && !state) continue;
    if (claim.target) {
      claim.target.reset();
      std::erase_if(claim.evidence.spans,
                    [](const auto& known) { return known.first == "target"; });
    }
    claim.target = std::exchange(claim.actor, std::nullopt);
    for (auto& known : claim.evidence.spans) {
      if (known.first == "actor") known.first = "target";
    }
  }
  // "75 percent of their wages": a share of pay is its count
  if (of_workers && out.size() == 1 && out.front().type == "finance" && !out.front().quantity &&
      items().size() == 1 && chunk(items().front()).quantity != nullptr) {
    out.front().quantity = std::get<Quantity>(chunk(items().front()).quantity->value);
    span(out.front(), "quantity", chunk(items().front()).quantity->span);
  }
  // nobody on either side and no count: the words alone state nothing
  std::erase_if(out, [&](const Claim& claim) {
    const bool bare = !claim.actor && !claim.target && !claim.quantity;
    if (bare && !noun) why_ = "no side and no count";
    return bare && !noun;
  });
}

bool Filler::weighs_all(std::size_t first, std::size_t i) const {
  const Chunk& lot = chunk(first);
  if (lot.quantity == nullptr || lot.of.empty() || chunk(i).quantity != nullptr) return false;
  const std::string& unit = std::get<Quantity>(lot.quantity->value).unit;
  return unit == "ton" || unit == "tonne" || unit == "kilogram" || unit == "container" ||
         unit == "crate" || unit == "truckload" || unit == "shipload";
}

Filler::Deal Filler::deal_of(std::size_t i, const Deal& deal) const {
  Deal out = deal;
  const bool pair = i + 2 < stage_.chunks.size() &&
                    (is_word(chunk(i + 1), "from") || is_word(chunk(i + 1), "to"));
  if (!pair || items().size() < 2 || trigger().kind != ChunkKind::verb || i < trigger_) return out;
  const std::string_view role = frame_.role(chunk(i + 1).word);
  const auto named = party_of(stage_, i + 2);
  if (!named) return out;
  if (out.actor && (role == "actor" || role == "source")) out.actor = named;
  if (out.target && role == "target") out.target = named;
  return out;
}

bool Filler::goes_with_goods(const Chunk& c, std::string_view last_class) const {
  const bool goods = last_class == "arms" || last_class == "goods" || last_class == "parts" ||
                     last_class == "fuel" || last_class == "aid";
  return goods && !c.party && !c.pronoun && !c.person && c.item_class.empty() && !c.definite &&
         is_plural(c.head) && c.names.empty();
}

const Claim* Filler::former_or_latter(const Chunk& c) const {
  if (!c.definite || (c.lemma != "former" && c.lemma != "latter")) return nullptr;
  const auto& listed = stage_.memory.listed;
  if (listed.size() < 2) return nullptr;
  return c.lemma == "former" ? &listed.front() : &listed.back();
}

const Claim* Filler::counts_again(const Chunk& c) const {
  if (!is_count(c)) return nullptr;
  std::string unit = std::get<Quantity>(c.quantity->value).unit;
  if (unit.empty() && c.meant != nullptr) unit = c.meant->unit;
  for (const auto* before : {&stage_.memory.order, &stage_.memory.deed}) {
    if (!*before || !(*before)->quantity || !(*before)->item || unit.empty()) continue;
    if (c.meant != nullptr && c.meant->item.key != (*before)->item->key) continue;
    if (unit == (*before)->quantity->unit) return &**before;
  }
  return nullptr;
}

bool Filler::trades() const { return stage_.grammar.is(WordClass::trade, trigger().lemma); }

std::optional<std::pair<Named, Named>> Filler::pair_of() const {
  std::vector<Named> both;
  for (const std::size_t i : get(roles_, "pair")) {
    for (Named& named : parties_of(stage_, i)) both.push_back(std::move(named));
  }
  if (both.size() < 2) return std::nullopt;
  return std::pair(both[0], both[1]);
}

}  // namespace msmt
