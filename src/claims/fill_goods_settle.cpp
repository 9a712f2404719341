/// What a frame makes of its claims of goods: goods that go the other way, shares and lots of one
/// count, and claims that state nothing.
#include <algorithm>
#include <utility>

#include "claims/clause_words.hpp"
#include "claims/fill_goods.hpp"
#include "claims/fill_money.hpp"
#include "claims/fill_people.hpp"
#include "claims/filler.hpp"
#include "claims/flow.hpp"
#include "claims/sentence_claims.hpp"

namespace msmt {

namespace {

/// "received 40 tons of shells, most of them from Serbia"
std::optional<Named> source_of_most(const Filler& f) {
  for (std::size_t k = f.at + 1; k + 3 < f.stage.chunks.size(); ++k) {
    if (f.chunk(k).kind == ChunkKind::verb) return std::nullopt;
    const Chunk& most = f.chunk(k + 1);
    const bool part = is_word(f.chunk(k), ",") && most.kind == ChunkKind::phrase &&
                      (most.head == "most" || most.head == "much" || most.head == "all" ||
                       most.lemma == "bulk" || most.lemma == "majority");
    if (!part) continue;
    std::size_t from = k + 2;  // "of them" may stand in the phrase or behind it
    if (is_word(f.chunk(from), "of") && f.chunk(from + 1).pronoun) from += 2;
    if (from + 1 < f.stage.chunks.size() && is_word(f.chunk(from), "from"))
      return party_of(f.stage, from + 1);
  }
  return std::nullopt;
}

/// "approved the sale of 30 helicopters", "the sale was approved": what is let go has not gone.
bool permitted(const Filler& f) {
  const auto lets = [&](std::size_t k, bool passive) {
    return f.chunk(k).kind == ChunkKind::verb &&
           f.stage.grammar.is(WordClass::let_go, f.chunk(k).lemma) &&
           (f.chunk(k).voice == Voice::passive) == passive;
  };
  if (f.at >= 2 && is_word(f.chunk(f.at - 1), "for") && f.chunk(f.at - 2).item_class == "knowhow" &&
      f.stage.grammar.is(WordClass::trading, f.chunk(f.at - 2).lemma))
    return true;                            // "granted 42 licences for the export of rifles"
  if (f.trigger().kind == ChunkKind::verb)  // "Kuwait was cleared to buy 218 tanks"
    return f.at > 0 && f.trigger().voice == Voice::infinitive && lets(f.at - 1, true);
  for (std::size_t k = f.at; k > 0 && k + 3 > f.at; --k) {
    if (f.chunk(k - 1).kind == ChunkKind::phrase) break;
    if (lets(k - 1, false)) return true;
  }
  for (std::size_t k = f.at + 1; k < f.stage.chunks.size(); ++k) {
    if (f.chunk(k).kind == ChunkKind::verb) return lets(k, true);
  }
  return false;
}

/// The state that acts where the phrase at chunk i does: itself, its government, a body of it.
std::optional<Named> state_acting(const Filler& f, std::size_t i) {
  for (const Mention* name : f.chunk(i).names) {
    const auto* body = std::get_if<Organization>(&name->value);
    if (body != nullptr && body->kind == "government body" && !body->country.empty())
      return Named{f.stage.grammar.country(body->country), name->span};
  }
  auto state = party_of(f.stage, i);
  if (!state || state->party.iso2.empty()) state = owner_of(f.stage, i);
  return state && !state->party.iso2.empty() ? state : std::nullopt;
}

/// "The sale of 20 tanks to Mali was approved by Berlin"
std::optional<Named> approved_by(const Filler& f) {
  const auto& chunks = f.stage.chunks;
  std::size_t k = f.at + 1;
  while (k < chunks.size() && chunks[k].kind != ChunkKind::verb && !is_word(chunks[k], ";")) ++k;
  if (k >= chunks.size() || chunks[k].kind != ChunkKind::verb || chunks[k].negated ||
      (chunks[k].voice != Voice::passive && chunks[k].voice != Voice::participle) ||
      !f.stage.grammar.is(WordClass::let_go, chunks[k].lemma))
    return std::nullopt;
  for (++k; k + 1 < chunks.size() && chunks[k].kind != ChunkKind::verb; ++k) {
    if (is_word(chunks[k], "by") && chunks[k + 1].kind == ChunkKind::phrase)
      return state_acting(f, k + 1);
  }
  return std::nullopt;
}

/// "The State Department approved a sale to Egypt", "signed off on the sale": the state whose body lets goods
/// go.
std::optional<Named> approver(const Filler& f) {
  if (f.trigger().kind != ChunkKind::phrase ||
      !f.stage.grammar.is(WordClass::trading, f.trigger().lemma))
    return std::nullopt;
  if (f.at >= 4 && is_word(f.chunk(f.at - 1), "for") &&
      f.stage.grammar.is(WordClass::trading, f.chunk(f.at - 2).lemma) &&
      f.chunk(f.at - 3).voice == Voice::active) {
    // "Oman granted 42 licences for the export of rifles"
    auto state = party_of(f.stage, f.at - 4);
    return state && !state->party.iso2.empty() ? state : std::nullopt;
  }
  if (auto state = approved_by(f)) return state;
  constexpr std::size_t kFar = 5;
  for (std::size_t k = f.at; k > 1 && k + kFar > f.at; --k) {
    const Chunk& verb = f.chunk(k - 1);
    if (verb.kind != ChunkKind::verb) continue;
    const bool lets = f.stage.grammar.is(WordClass::let_go, verb.lemma) ||
                      f.stage.grammar.is(WordClass::let_go, verb.lemma + " " + f.chunk(k).word);
    std::size_t who = k - 2;
    if (lets && verb.voice == Voice::gerund) {
      // "The State Department made a determination approving a sale": who made it
      while (who > 0 && !is_finite(f.chunk(who))) --who;
      if (who > 0) --who;
    } else if (verb.voice != Voice::active) {
      return std::nullopt;
    }
    if (!lets || f.chunk(who).kind != ChunkKind::phrase) return std::nullopt;
    // "The State Department said it had approved a sale": the body that "it" stands for
    for (std::size_t left = who; f.chunk(who).head == "it" && left > 0; --left) {
      if (f.chunk(left - 1).kind == ChunkKind::phrase && !f.chunk(left - 1).names.empty()) {
        who = left - 1;
        break;
      }
    }
    return state_acting(f, who);
  }
  return std::nullopt;
}

/// "seeks jets", "ordered jets", "asked for jets": goods that are yet to come.
void keep_as_planned(const Filler& f, std::vector<Claim>& out) {
  const bool asks = f.frame.id == "get.ask" || f.frame.id == "get.request";
  const bool awaited = f.frame.id == "get.due" || f.frame.id == "get.expect" ||
                       f.frame.id == "give.build";  // "is building four corvettes for Pakistan"
  if (f.frame.id == "give.build") {
    const auto& whom = f.sides.of("for");
    if (whom.empty() || !party_of(f.stage, whom.front())) out.clear();
  }
  const bool built = f.frame.id == "give.build" && f.trigger().voice == Voice::active &&
                     f.trigger().head == "built";  // "built 40 tanks for Mali in 2021"
  if (asks || (awaited && !built) || f.frame.id == "get.seek" || f.frame.id == "get.order" ||
      f.frame.id == "get.sign") {
    for (Claim& claim : out) claim.certainty = Certainty::planned;
  }
  if (awaited) {
    const auto sides = f.frame.id == "give.build" ? std::nullopt : sides_told_before(f.stage);
    for (Claim& claim : out) {
      // "Chad got 40 tanks from Peru. Another 20 are due in May": between the same
      if (!sides || claim.type != "transfer" || claim.actor || claim.target || !claim.quantity)
        continue;
      claim.actor = sides->first;
      claim.target = sides->second;
    }
    // "Six jets are due in May": to and from whom must be told
    std::erase_if(out, [](const Claim& claim) {
      return claim.type != "transfer" || !claim.actor || !claim.target;
    });
  }
  if (!asks) return;
  // a state asks for a number of things, or another one for a system by its name; a contract with a sum is told as such
  const bool priced = f.trigger().money;
  const bool counted = std::any_of(out.begin(), out.end(),
                                   [](const Claim& claim) { return claim.quantity.has_value(); });
  const auto is_state = [](const std::optional<Party>& side) {
    return side && !side->iso2.empty();
  };
  std::erase_if(out, [&](const Claim& claim) {
    const bool named = counted || (is_state(claim.actor) && !claim.item->weapon.empty());
    return claim.type != "transfer" || !named || !claim.target || claim.target->iso2.empty() ||
           priced;
  });
}

/// Takes away claims without the sides that their frame needs: "crossed" from nobody to nobody.
void drop_without_sides(const Filler& f, std::vector<Claim>& out) {
  if (f.frame.id == "give.laden")
    std::erase_if(out, [](const Claim& claim) { return !claim.target; });
  if (f.frame.id == "get.end" || f.frame.id == "get.land" || f.frame.id == "get.way")
    std::erase_if(out, [&](const Claim& claim) { return !tells_arrival(f, claim); });
  if (f.frame.id == "get.reach") {
    // "two thirds of the weapons that entered Israel were American": a share from nobody
    std::erase_if(out, [](const Claim& claim) {
      return !claim.actor && claim.quantity && claim.quantity->value.value_or(1) < 1;
    });
  }
  if (f.frame.id == "get.pour") {
    std::erase_if(out,
                  [](const Claim& claim) { return !claim.target || claim.target->iso2.empty(); });
  }
  if (f.frame.id == "get.cross" || f.frame.id == "get.leave") {
    std::erase_if(out, [](const Claim& claim) { return !claim.actor || !claim.target; });
  }
}

/// "approved $2 billion for Taiwan": planned, and for somebody or a sum that is promised.
void keep_approved(const Filler& f, std::vector<Claim>& out) {
  if (f.frame.id != "give.approve") return;
  // "earmarked 2 billion kroner for weapons": a sum that is set aside, for whomever
  const bool sets_aside = f.stage.grammar.is(WordClass::promise, f.trigger().lemma);
  std::erase_if(out, [&](Claim& claim) {
    side_of_money(f, claim);
    return !claim.target && !(sets_aside && claim.type == "finance" && claim.quantity);
  });
  for (Claim& claim : out) claim.certainty = Certainty::planned;
}

/// Turns a claim round: who gives takes, and nobody gives.
void actor_takes(Claim& claim) {
  if (claim.target) {
    claim.target.reset();
    drop_spans(claim, {"target"});
  }
  claim.target = std::exchange(claim.actor, std::nullopt);
  for (auto& known : claim.evidence.spans) {
    if (known.first == "actor") known.first = "target";
  }
}

/// "Eritrean workers surrender half of their pay": it goes to the state that sent them.
void pay_to_own_state(const Filler& f, std::vector<Claim>& out) {
  const auto& givers = get(f.roles, "actor");
  if (givers.empty() || f.chunk(givers.front()).item_class != "workers") return;
  const auto& taker = get(f.roles, "target");
  const bool state = !taker.empty() && !f.chunk(taker.front()).party &&
                     f.stage.grammar.is(WordClass::state, f.chunk(taker.front()).lemma);
  for (Claim& claim : out) {
    if (claim.type != "finance" || !claim.actor || (claim.target && !state)) continue;
    actor_takes(claim);
  }
  // "75 percent of their wages": a share of pay is its count
  if (out.size() == 1 && out.front().type == "finance" && !out.front().quantity &&
      f.items().size() == 1 && f.chunk(f.items().front()).quantity != nullptr) {
    out.front().quantity = std::get<Quantity>(f.chunk(f.items().front()).quantity->value);
    add_span(out.front(), "quantity", f.chunk(f.items().front()).quantity->span);
  }
}

}  // namespace

std::optional<Named> user_of_goods(const Filler& f, std::vector<Claim>& claims) {
  const auto list = f.items();
  const auto give = [&](const std::optional<Named>& user) {
    for (Claim& claim : claims) {
      if (user && claim.actor && user->party != *claim.actor)
        set_party(claim, &Claim::target, "target", user);
    }
    return user;
  };
  if (list.size() != 1 || list.front() + 3 >= f.at) return std::nullopt;
  if (const auto user = user_behind(f, list.front())) return give(user);  // "that Sudan uses"
  const Chunk& used = f.chunk(list.front() + 1);
  // "… used by Russia", "… found in Russian drones"; "found in" reads like a finite verb
  const std::string& link = f.chunk(list.front() + 2).word;
  const bool found =
      f.stage.grammar.is(WordClass::find, used.lemma) && (link == "in" || link == "from");
  const bool by = used.voice == Voice::participle && link == "by";
  if (used.kind != ChunkKind::verb || (!by && !found)) return std::nullopt;
  auto user = by ? party_of(f.stage, list.front() + 3) : owner_of(f.stage, list.front() + 3);
  if (found && (!user || user->party.iso2.empty())) return std::nullopt;
  return give(user);
}

namespace {

/// "the sale of tanks to Chad for $2 million", ", valued at $2 million", "the deliveries were worth $2 million", "in the
/// amount of $2 million", "from stocks worth $2 million": the chunk of the sum that goods without a count are worth; the
/// number of chunks for none.
std::size_t sum_of_deed(const Filler& f) {
  const std::size_t none = f.stage.chunks.size();
  bool worth = false;
  for (std::size_t k = f.at + 1; k < none; ++k) {
    const Chunk& c = f.chunk(k);
    if (c.kind == ChunkKind::phrase && c.money) {
      const std::string text = fold(f.stage.doc.words(c.span));
      const bool said = c.lemma == "amount" || text.find(" worth ") != std::string::npos;
      const bool priced =
          worth || said || (is_word(f.chunk(k - 1), "for") && f.trigger().lemma == "sale");
      return priced ? k : none;
    }
    if (c.word == "worth" || (c.voice == Voice::participle && c.lemma == "value")) {
      worth = true;
      continue;
    }
    const bool other_deed = c.kind == ChunkKind::verb && c.lemma != "be";
    if (other_deed || is_word(c, "and") || is_word(c, ";")) return none;
  }
  return none;
}

}  // namespace

void worth_behind_taker(const Filler& f, Claim& claim) {
  if (claim.type != "transfer" || claim.quantity || !claim.target) return;
  if (f.frame.id == "give.noun" || (f.frame.id.starts_with("give.") &&
                                    f.trigger().kind == ChunkKind::verb && f.items().size() == 1)) {
    if (const std::size_t sum = sum_of_deed(f); sum < f.stage.chunks.size())
      return f.set_quantity(claim, sum);
  }
  for (const std::string_view side : {"to", "for"}) {
    for (const std::size_t i : f.sides.of(side)) {
      const Chunk& taker = f.chunk(i);
      const bool worth = taker.country_head && taker.money && taker.party &&
                         taker.party->party == *claim.target &&
                         taker.quantity->span.begin > taker.party->span.end;
      if (worth) return f.set_quantity(claim, i);
    }
  }
}

void let_go_by(const Filler& f, std::vector<Claim>& out) {
  if (const auto giver = f.frame.id == "give.noun" ? approver(f) : std::nullopt) {
    for (Claim& claim : out) {
      if (claim.type != "transfer" || claim.actor || claim.target == giver->party) continue;
      set_party(claim, &Claim::actor, "actor", giver);
      if (claim.certainty == Certainty::reported) claim.certainty = Certainty::planned;
    }
  }
  if ((f.frame.id == "give.noun" || f.frame.id == "get.noun" || f.frame.id == "get.receive") &&
      permitted(f)) {
    for (Claim& claim : out) {
      if (claim.certainty == Certainty::reported) claim.certainty = Certainty::planned;
    }
  }
}

void settle(Filler& f, std::vector<Claim>& out) {
  const bool noun = f.trigger().kind == ChunkKind::phrase;
  keep_as_planned(f, out);
  if (f.frame.id.starts_with("get.") && out.size() == 1 && !out.front().actor)
    set_party(out.front(), &Claim::actor, "actor", source_of_most(f));
  let_go_by(f, out);
  drop_without_sides(f, out);
  keep_approved(f, out);
  pay_to_own_state(f, out);
  // nobody on either side and no count: the words alone state nothing
  std::erase_if(out, [&](const Claim& claim) {
    const bool bare = !claim.actor && !claim.target && !claim.quantity;
    if (bare && !noun) f.why = "no side and no count";
    return bare && !noun;
  });
}

bool weighs_all(const Filler& f, std::size_t first, std::size_t i) {
  const Chunk& lot = f.chunk(first);
  if (lot.quantity == nullptr || lot.of.empty() || f.chunk(i).quantity != nullptr) return false;
  const std::string& unit = std::get<Quantity>(lot.quantity->value).unit;
  return unit == "ton" || unit == "tonne" || unit == "kilogram" || unit == "container" ||
         unit == "crate" || unit == "truckload" || unit == "shipload";
}

Deal deal_of(const Filler& f, std::size_t i, const Deal& deal) {
  Deal out = deal;
  const bool pair = i + 2 < f.stage.chunks.size() &&
                    (is_word(f.chunk(i + 1), "from") || is_word(f.chunk(i + 1), "to"));
  if (!pair || f.items().size() < 2 || f.trigger().kind != ChunkKind::verb || i < f.at) return out;
  const std::string_view role = f.frame.role(f.chunk(i + 1).word);
  const auto named = party_of(f.stage, i + 2);
  if (!named) return out;
  if (out.actor && (role == "actor" || role == "source")) out.actor = named;
  if (out.target && role == "target") out.target = named;
  return out;
}

bool goes_with_goods(const Chunk& c, std::string_view last_class) {
  const bool goods = last_class == "arms" || last_class == "goods" || last_class == "parts" ||
                     last_class == "fuel" || last_class == "aid";
  return goods && !c.party && !c.pronoun && !c.person && c.item_class.empty() && !c.definite &&
         is_plural(c.head) && c.names.empty();
}

const Claim* former_or_latter(const Filler& f, const Chunk& c) {
  if (!c.definite || (c.lemma != "former" && c.lemma != "latter")) return nullptr;
  const auto& listed = f.stage.memory.listed;
  if (listed.size() < 2) return nullptr;
  return c.lemma == "former" ? &listed.front() : &listed.back();
}

const Claim* counts_again(const Filler& f, const Chunk& c) {
  if (!is_count(c)) return nullptr;
  std::string unit = std::get<Quantity>(c.quantity->value).unit;
  if (unit.empty() && c.meant != nullptr) unit = c.meant->unit;
  for (const auto* before : {&f.stage.memory.order, &f.stage.memory.deed}) {
    if (!*before || !(*before)->quantity || !(*before)->item || unit.empty()) continue;
    if (c.meant != nullptr && c.meant->item.key != (*before)->item->key) continue;
    if (unit == (*before)->quantity->unit) return &**before;
  }
  return nullptr;
}

bool trades(const Filler& f) { return f.stage.grammar.is(WordClass::trade, f.trigger().lemma); }

namespace {

/// Whether the article has told that the one gave arms to the other.
bool gave_arms(const Filler& f, const Party& giver, const Party& taker) {
  const auto said = f.stage.memory.recent();
  return std::any_of(said.begin(), said.end(), [&](const Claim& claim) {
    return claim.type == "transfer" && claim.actor == giver && claim.target == taker &&
           claim.item && claim.item->category != "fuel" && claim.item->category != "aid" &&
           claim.certainty != Certainty::denied;
  });
}

}  // namespace

std::optional<std::pair<Named, Named>> pair_of(const Filler& f) {
  std::vector<Named> both;
  for (const std::size_t i : get(f.roles, "pair")) {
    for (Named& named : parties_of(f.stage, i)) both.push_back(std::move(named));
  }
  // "arms transfers and military exchanges between Chad and Mali"
  const bool joined = both.empty() && f.frame.id == "give.noun" &&
                      is_word(f.chunk(f.at + 1), "and") &&
                      f.chunk(f.at + 2).kind == ChunkKind::phrase &&
                      is_word(f.chunk(f.at + 3), "between") && is_word(f.chunk(f.at + 5), "and");
  for (const std::size_t i : {f.at + 4, f.at + 6}) {
    if (!joined || i >= f.stage.chunks.size()) continue;
    if (auto named = party_of(f.stage, i)) both.push_back(*named);
  }
  if (both.size() < 2) return std::nullopt;
  const bool back = f.frame.id == "give.noun" && gave_arms(f, both[1].party, both[0].party) &&
                    !gave_arms(f, both[0].party, both[1].party);
  return back ? std::pair(both[1], both[0]) : std::pair(both[0], both[1]);
}

}  // namespace msmt
