/// Who gives and who takes goods, where the sides of the trigger itself do not say.
#include <algorithm>

#include "claims/fill_arms.hpp"
#include "claims/fill_goods.hpp"
#include "claims/fill_limits.hpp"
#include "claims/fill_people.hpp"
#include "claims/filler.hpp"
#include "claims/sentence_claims.hpp"

namespace msmt {

std::optional<Named> home_of_carrier(const Filler& f, const Named& source) {
  if (f.frame.id != "give.send" || !f.stage.grammar.is(WordClass::carry, f.trigger().lemma) ||
      source.party.iso2.empty() || f.sides.of("subj").empty() || f.sides.has("to"))
    return std::nullopt;
  // "made 49 voyages that brought shells": of the ships that made them
  std::size_t k = f.sides.of("subj").front() + 1;
  const bool trips = f.stage.grammar.is(WordClass::trip, f.chunk(k - 1).lemma);
  for (; k > 0; --k) {
    const Chunk& c = f.chunk(k - 1);
    if (c.kind == ChunkKind::phrase && class_of(f.stage.grammar, c) == "vehicle") {
      auto home = owner_of(f.stage, k - 1);
      if (home && !home->party.iso2.empty() && home->party != source.party) return home;
    }
    if (!trips) break;
  }
  return std::nullopt;
}

void exchange(const Filler& f, std::vector<Claim>& claims, std::size_t i) {
  const Chunk& c = f.chunk(i);
  std::vector<Named> owners;
  for (const Mention* name : c.names) {
    const auto* country = std::get_if<Country>(&name->value);
    if (country != nullptr && country->form == "adjective")
      owners.push_back({{country->name, country->iso2}, name->span});
  }
  if (owners.size() != 2 || owners[0].party == owners[1].party) return;
  Claim& there = claims.front();
  there.item->name = quote(f.stage.doc, {c.head_span.begin, c.span.end});
  there.actor.reset();
  there.target.reset();
  Claim back = there;
  set_party(there, &Claim::actor, "actor", owners[0]);
  set_party(there, &Claim::target, "target", owners[1]);
  set_party(back, &Claim::actor, "actor", owners[1]);
  set_party(back, &Claim::target, "target", owners[0]);
  claims.push_back(std::move(back));
}

void carry_sides(const Filler& f, Claim& claim, const Chunk& c) {
  if (claim.actor || claim.target || !claim.item) return;
  const std::string_view of = f.stage.doc.words(c.of);
  const std::string whole = fold(f.stage.doc.words(c.span));
  const bool part =
      whole.find(" of the ") != std::string::npos || whole.find("remaining") != std::string::npos ||
      whole.find("the first") != std::string::npos || whole.find("the last") != std::string::npos;
  const bool refers = c.of.empty() ? (c.definite && c.quantity == nullptr) || part
                                   : of.starts_with("the ") || of.starts_with("these ") ||
                                         of.starts_with("those ") || of.starts_with("them");
  // "Eight fighters, which Algeria ordered in 2021, arrived": the order about these very goods
  const auto& last = f.stage.memory.order;
  const bool ordered =
      last && last->evidence.bytes.begin == f.stage.sentence_begin() && item_span(*last) == c.span;
  if (!refers && !ordered) return;
  for (const auto* before : {&f.stage.memory.order, &f.stage.memory.deed}) {
    if (!*before || !(*before)->item || !same_goods(*claim.item, *(*before)->item)) continue;
    claim.actor = (*before)->actor;
    claim.target = (*before)->target;
    return;
  }
}

void take_described_side(const Filler& f, std::optional<Named>& actor,
                         std::optional<Named>& target) {
  if (f.items().empty()) return;
  // before the verb of the sentence, or behind it: "has received jets promised by Spain"
  const bool behind = f.items().back() > f.at;
  const std::size_t end = behind ? f.stage.chunks.size() : f.at;
  std::size_t k = f.items().back() + 1;
  if (k + 2 >= end || (behind && is_word(f.chunk(k), ","))) return;
  if (is_word(f.chunk(k), ",")) ++k;
  const bool relative = is_word(f.chunk(k), "which") || is_word(f.chunk(k), "that");
  if (relative) ++k;
  // "the jets that Algeria bought", "the jets, which came from Spain,", "the jets promised by Spain"
  const bool inner = relative && f.chunk(k).kind == ChunkKind::phrase;
  const std::size_t verb = inner ? k + 1 : k;
  if (verb + 1 >= end || f.chunk(verb).kind != ChunkKind::verb || f.chunk(verb).negated) return;
  if (!relative && f.chunk(verb).voice != Voice::participle) return;
  const std::size_t link = verb + 1;
  const auto named =
      inner ? party_of(f.stage, k) : (link + 1 < end ? party_of(f.stage, link + 1) : std::nullopt);
  if (!named) return;
  for (const Frame* frame : f.stage.grammar.frames("verb", f.chunk(verb).lemma)) {
    if (frame->type != "*") continue;
    const bool active = f.chunk(verb).voice == Voice::active;
    std::string_view role;
    if (inner || is_word(f.chunk(link), "by")) {
      role = inner == active ? frame->role("subj") : std::string_view{};
    } else if (f.chunk(link).kind == ChunkKind::word) {
      role = frame->role(f.chunk(link).word);
    }
    if (role == "source") role = "actor";
    if (role == "actor" && !actor && (!target || target->party != named->party)) actor = named;
    if (role == "target" && !behind && !target && (!actor || actor->party != named->party))
      target = named;
    return;
  }
}

bool is_booty(const Filler& f, std::size_t i) {
  return i + 1 < f.stage.chunks.size() && f.chunk(i + 1).voice == Voice::participle &&
         (f.chunk(i + 1).lemma == "capture" ||
          f.stage.grammar.evokes("verb", f.chunk(i + 1).lemma, {"give.found", "theft.steal"}));
}

std::optional<Named> seller_of(const Filler& f, std::size_t i) {
  const Chunk& c = f.chunk(i);
  if (!c.owner || !c.owner_is_adjective || c.owner->party.iso2.empty() || c.definite)
    return std::nullopt;
  if (is_booty(f, i)) return std::nullopt;
  const std::string klass = class_of(f.stage.grammar, c);
  const bool goods = klass == "arms" || klass == "goods" || klass == "parts" || klass == "vehicle";
  return goods ? c.owner : std::nullopt;
}

bool is_fired_into(const Filler& f) {
  const auto& goods = f.items();
  const bool aimed =
      f.sides.has("into") || f.sides.has("at") || f.sides.has("toward") || f.sides.has("towards");
  if (f.trigger().lemma != "send" || !aimed || goods.empty()) return false;
  return fly_by_themselves(f, goods);
}

bool fly_by_themselves(const Filler& f, const std::vector<std::size_t>& goods) {
  return std::all_of(goods.begin(), goods.end(), [&](std::size_t i) {
    const std::string key = "<" + item_of(f.stage, f.chunk(i)).key + "<";
    return key.find("<missile<") != std::string::npos || key.starts_with("<rocket<") ||
           key.starts_with("<drone<") || key.starts_with("<artillery-ammunition<");
  });
}

void take_thanked(const Filler& f, std::optional<Named>& actor, std::optional<Named>& target) {
  if (f.items().empty() || f.items().front() < 4) return;
  const std::size_t goods = f.items().front();
  const Chunk& verb = f.chunk(goods - 3);
  const bool thanks =
      is_word(f.chunk(goods - 1), "for") && f.chunk(goods - 2).kind == ChunkKind::phrase &&
      verb.kind == ChunkKind::verb && verb.voice == Voice::active && verb.lemma == "thank";
  if (!thanks) return;
  actor = party_of(f.stage, goods - 2);
  target = party_of(f.stage, goods - 4);
}

std::optional<Named> earner_by(const Filler& f) {
  if (f.at < 4 || !is_word(f.chunk(f.at - 1), "from") || !f.chunk(f.at - 2).money)
    return std::nullopt;
  const Chunk& verb = f.chunk(f.at - 3);
  const bool earns = verb.kind == ChunkKind::verb && verb.voice == Voice::active &&
                     f.stage.grammar.evokes("verb", verb.lemma, {"finance.earn"});
  return earns ? party_of(f.stage, f.at - 4) : std::nullopt;
}

std::optional<Named> home_of_vehicle(const Filler& f) {
  const auto& carrier = f.sides.of("subj");
  if (f.frame.id != "give.send" || carrier.empty() || f.trigger().voice != Voice::active)
    return std::nullopt;
  const std::size_t link = carrier.front() + 1;
  const bool from = link + 1 < f.at && is_word(f.chunk(link), "from") &&
                    f.chunk(link + 1).country_head &&
                    class_of(f.stage.grammar, f.chunk(carrier.front())) == "vehicle";
  return from ? party_of(f.stage, link + 1) : std::nullopt;
}

bool is_lot(const Filler& f, const Chunk& c) {
  return c.quantity != nullptr &&
         (c.item_class == "deed" || (!c.money && f.stage.grammar.is(WordClass::portion, c.lemma)));
}

std::vector<std::size_t> unpack(const Filler& f, const std::vector<std::size_t>& list) {
  std::vector<std::size_t> out;
  const auto packed = [&](std::size_t k) {
    return k < f.stage.chunks.size() && f.chunk(k).kind == ChunkKind::phrase &&
           !class_of(f.stage.grammar, f.chunk(k)).empty() &&
           f.frame.takes(class_of(f.stage.grammar, f.chunk(k)));
  };
  for (const std::size_t i : list) {
    const bool counted = f.chunk(i).item_class == "container" && f.chunk(i).quantity != nullptr;
    if (const std::size_t load = aboard(f, i); load != i && load < f.at && !counted) {
      out.push_back(load);  // "Trucks carrying rifles crossed the border"
      continue;
    }
    const Chunk& lot = f.chunk(i);
    const bool uncounted =
        lot.quantity == nullptr && f.stage.grammar.is(WordClass::portion, lot.lemma);
    const bool holds = (uncounted || is_lot(f, lot)) && lot.of.empty() &&
                       i + 2 < f.stage.chunks.size() && is_word(f.chunk(i + 1), "of") &&
                       packed(i + 2);
    if (!holds) {
      out.push_back(i);
      continue;
    }
    std::size_t k = i + 2;
    out.push_back(k);
    while (k + 2 < f.stage.chunks.size() &&
           (is_word(f.chunk(k + 1), ",") || is_word(f.chunk(k + 1), "and"))) {
      const std::size_t next = is_word(f.chunk(k + 2), "and") ? k + 3 : k + 2;
      const bool listed = std::find(list.begin(), list.end(), next) != list.end();
      if (!packed(next) || listed) break;
      out.push_back(next);
      k = next;
    }
  }
  return out;
}

void take_market(const Filler& f, Deal& deal) {
  // "Six helicopters were bought in Serbia": from there
  const auto& market = f.sides.of("in");
  if (deal.actor || deal.source || market.empty() || !trades(f)) return;
  const Chunk& c = f.chunk(market.front());
  if (!c.country_head || !c.party || c.party->party.iso2.empty()) return;
  if (!deal.target || deal.target->party != c.party->party) deal.actor = c.party;
}

void take_place(const Filler& f, Deal& deal) {
  const auto& taker = get(f.roles, "target");
  if (taker.empty()) return;
  if (f.frame.id == "get.leave") {
    deal.target = state_where(f.stage, taker.front());
    deal.actor.reset();
    if (const auto& left = get(f.roles, "actor"); !left.empty())
      deal.actor = state_where(f.stage, left.front());  // "left the port of Hamburg for Gdynia"
    return;
  }
  const Chunk& c = f.chunk(taker.front());
  const bool motion =
      f.frame.id == "get.land" || f.frame.id == "get.end" || f.frame.id == "give.laden";
  if (f.frame.id == "get.reach" || f.frame.id == "get.cross") {
    deal.target = state_where(f.stage, taker.front());  // "reached Baku", not "reached a peak in"
    return;
  }
  const bool site = c.item_class.empty() && c.quantity == nullptr &&
                    f.stage.grammar.is(WordClass::place, c.lemma);
  if (!motion && !site) return;
  deal.target = place(f, "target");
  if (deal.target && deal.target->party.iso2.empty()) deal.target.reset();
  if (deal.target && deal.actor && deal.target->party == deal.actor->party) deal.target.reset();
}

bool meant_for(const Filler& f) {
  if (f.trigger().kind != ChunkKind::verb || f.trigger().voice != Voice::infinitive) return false;
  for (std::size_t k = f.at; k > 0; --k) {
    const Chunk& left = f.chunk(k - 1);
    if (left.kind == ChunkKind::phrase && class_of(f.stage.grammar, left) == "money") return true;
    if (left.kind == ChunkKind::verb && left.voice != Voice::infinitive) return false;
  }
  return false;
}

void taken_by_owner(const Filler& f, std::vector<Claim>& claims, const Deal& deal) {
  if (f.items().size() != 1 || !deal.actor) return;
  const Chunk& c = f.chunk(f.items().front());
  const auto owner = owner_of(f.stage, f.items().front());
  const std::string_view behind =
      owner ? f.stage.doc.words({owner->span.end, c.span.end}) : std::string_view{};
  const bool possessive = behind.starts_with("'") || behind.starts_with("\u2019");
  const bool has = possessive && owner->party != deal.actor->party;
  for (Claim& claim : claims) {
    if (claim.actor != deal.actor->party) continue;
    if (has && !claim.target) set_party(claim, &Claim::target, "target", owner);
    if (claim.quantity || c.quantity == nullptr) continue;
    claim.quantity = std::get<Quantity>(c.quantity->value);  // a share in percent
    add_span(claim, "quantity", c.quantity->span);
  }
}

std::optional<Named> punished_for(const Filler& f) {
  if (f.at < 3 || (!is_word(f.chunk(f.at - 1), "over") && !is_word(f.chunk(f.at - 1), "for")))
    return std::nullopt;
  const std::size_t whom = f.at - 2;
  bool punished = false;
  for (std::size_t k = whom; k > 0 && !punished; --k) {
    const Chunk& c = f.chunk(k - 1);
    if (is_word(c, ";")) break;
    punished = c.kind == ChunkKind::verb ? f.stage.grammar.is(WordClass::penalize, c.lemma)
                                         : c.item_id == "sanctions";
  }
  // "sanctioned Togo over the sale of rifles"
  if (punished && f.chunk(whom).country_head && f.chunk(whom - 1).kind == ChunkKind::verb)
    return f.chunk(whom).party;
  if (!punished || !f.stage.grammar.is(WordClass::sanctioned, f.chunk(whom).lemma))
    return std::nullopt;
  auto owner = owner_of(f.stage, whom);
  if (owner && owner->party.iso2.empty()) owner.reset();
  return owner;
}

void place_after(const Filler& f, Claim& claim, std::size_t from) {
  for (std::size_t k = from; k + 1 < f.stage.chunks.size() && !claim.target; ++k) {
    const Chunk& c = f.chunk(k);
    if (c.kind == ChunkKind::verb && c.voice != Voice::infinitive && c.voice != Voice::gerund)
      return;
    const bool site = c.word == "on" || c.word == "at";  // "to work on Russian building sites"
    if (c.kind != ChunkKind::word || (c.word != "in" && c.word != "to" && !site)) continue;
    std::optional<Named> named = site ? std::nullopt : f.chunk(k + 1).party;
    if (!named && f.chunk(k + 1).item_class.empty() && !f.chunk(k + 1).pronoun)
      named = f.chunk(k + 1).of_party ? f.chunk(k + 1).of_party : owner_of(f.stage, k + 1);
    if (!named && c.word == "in") named = state_where(f.stage, k + 1);  // "to clear mines in Kursk"
    if (!named || named->party.iso2.empty() || (claim.actor && named->party == *claim.actor))
      continue;
    set_party(claim, &Claim::target, "target", named);
  }
}

void elliptical(const Filler& f, Claim& claim) {
  if (claim.actor || claim.target || !claim.part || !f.stage.memory.people) return;
  if (f.stage.memory.people->type != claim.type) return;
  claim.actor = f.stage.memory.people->actor;
  claim.target = f.stage.memory.people->target;
}

}  // namespace msmt
