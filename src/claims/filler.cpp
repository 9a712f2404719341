/// From the sides of a trigger to claims: which function of the filler makes them, and for whom.
#include "claims/filler.hpp"

#include <algorithm>
#include <array>

#include "claims/clause_words.hpp"
#include "claims/fill_agreements.hpp"
#include "claims/fill_arms.hpp"
#include "claims/fill_bodies.hpp"
#include "claims/fill_casualties.hpp"
#include "claims/fill_goods.hpp"
#include "claims/fill_limits.hpp"
#include "claims/fill_money.hpp"
#include "claims/fill_people.hpp"
#include "claims/fill_sanctions.hpp"
#include "claims/party_words.hpp"
#include "claims/sentence_claims.hpp"

namespace msmt {

std::vector<Claim> Filler::run_all() {
  std::vector<Claim> claims = run();
  for (Claim& claim : claims) {
    side_of_money(*this, claim);
    group_target(*this, claim);
  }
  sail(*this, claims);
  go_on_mission(*this, claims);
  count_in_all(claims);
  if (claims.size() == 1) worth_behind_taker(*this, claims.front());
  return claims;
}

namespace {

/// "brings the number of tanks sent to Mali to 60": the chunk that says how many they are now; the number of
/// chunks for none.
std::size_t figure_brought_to(const Filler& f) {
  const std::size_t none = f.stage.chunks.size();
  if (f.sides.construction != "reduced" || f.at < 2) return none;
  const Chunk& number = f.chunk(f.at - 1);
  const Chunk& verb = f.chunk(f.at - 2);
  const bool brings = verb.kind == ChunkKind::verb &&
                      f.stage.grammar.is(WordClass::bring_total, verb.lemma) &&
                      f.stage.grammar.is(WordClass::figure, number.lemma) && number.definite;
  for (std::size_t k = f.at + 1; brings && k + 1 < none && !is_finite(f.chunk(k)); ++k) {
    if (is_word(f.chunk(k), "to") && is_count(f.chunk(k + 1)) && !f.chunk(k + 1).money)
      return k + 1;
  }
  return none;
}

}  // namespace

void Filler::count_in_all(std::vector<Claim>& claims) const {
  if (claims.size() != 1 || claims.front().quantity || !claims.front().item) return;
  if (const std::size_t figure = figure_brought_to(*this); figure < stage.chunks.size()) {
    const std::string unit =
        singular(claims.front().item->name.substr(claims.front().item->name.find_last_of(' ') + 1));
    set_quantity(claims.front(), figure);
    if (claims.front().quantity) claims.front().quantity->unit = unit;
    return;
  }
  for (std::size_t k = at + 1; k + 1 < stage.chunks.size(); ++k) {
    const bool behind_comma = chunk(k).word == "," && chunk(k + 1).kind == ChunkKind::phrase;
    const bool all = behind_comma && k + 3 < stage.chunks.size() && is_count(chunk(k + 1)) &&
                     chunk(k + 2).word == "in" &&
                     (chunk(k + 3).head == "all" || chunk(k + 3).head == "total");
    if (!all && !counts_them(claims.front(), k)) {
      if (is_word(chunk(k), ";") || is_finite(chunk(k))) return;
      continue;
    }
    set_quantity(claims.front(), k + 1);
    if (!claims.front().quantity || !claims.front().quantity->unit.empty()) return;
    const std::string& name = claims.front().item->name;
    claims.front().quantity->unit = singular(name.substr(name.find_last_of(' ') + 1));
    return;
  }
}

bool Filler::counts_them(const Claim& claim, std::size_t k) const {
  const Chunk& count = chunk(k + 1);
  if (count.kind != ChunkKind::phrase || count.quantity == nullptr || count.money) return false;
  // "the soldiers stationed there, around 1,000 of them, had left"
  const bool of_them =
      is_word(chunk(k), ",") && count.stands_for < stage.chunks.size() &&
      chunk(count.stands_for).span == item_span(claim) &&
      (k + 2 >= stage.chunks.size() || is_word(chunk(k + 2), ",") || is_word(chunk(k + 2), "."));
  // "Engineers who work in Iran number about 600"
  const bool number = chunk(k).kind == ChunkKind::verb && chunk(k).lemma == "number" &&
                      is_count(count) && !item_span(claim).empty() &&
                      item_span(claim).begin < trigger().span.begin;
  return of_them || number;
}

std::vector<Claim> Filler::run() {
  map_sides();
  if (by_anybody(*this)) return refuse("whoever does it");
  if (is_capability(*this)) return refuse("an ability, no deed");
  if (frame.pos == "verb" && frame.type != "limit" && is_ruled(stage, at)) return ruled_deed(*this);
  if (frame.type == "*") {
    if (auto rule = illegal_deed(*this)) return {*rule};
  }
  if (frame.id == "more.tally") return tallied(*this);
  if (frame.type == "more") return more(*this);
  if (frame.id == "give.support") return support(*this);
  if (frame.id == "deploy.ship" || frame.id == "deploy.order") return warships(*this);
  if (frame.id == "finance.ask") return asked_money(*this);
  if (frame.id == "people.number") return headcount(*this);
  if (frame.id == "deploy.strength") return strength(*this);
  if (frame.id == "share.fired") return share_of_fired(*this);
  if (frame.id.starts_with("share.")) return share(*this);
  if (frame.id == "give.supplier") return supplier(*this);
  if (frame.id == "give.found") return found_cargo(*this);
  if (frame.id == "give.held") return held_cargo(*this);
  if (frame.id == "give.among") return among_goods(*this);
  if (frame.id == "get.recipient") return recipient(*this);
  if (frame.id == "get.bound") return bound_cargo(*this);
  if (frame.id == "get.turn") return turned_to(*this);
  if (frame.id == "give.trade") return traded(*this);
  if (frame.id == "order.goods") return ordered(*this);
  if (frame.id == "use.test" || frame.id == "use.trial") return trials(*this);
  if (auto parts = parts_from(*this); !parts.empty()) return parts;
  if (frame.type == "*") return goods(*this);
  static const std::map<std::string_view, std::vector<Claim> (*)(Filler&)> by_type = {
      {"technology", &advice},
      {"training", &training},
      {"deployment", &people},
      {"labor", &people},
      {"finance", &finance},
      {"theft", &theft},
      {"transport", &transport},
      {"possession", &possession},
      {"use", &use},
      {"casualties", &casualties},
      {"limit", &limit},
      {"sanction", &sanction},
      {"establishment", &body_event},
      {"dissolution", &body_event},
      {"membership", &membership},
      {"agreement", &agreement},
      {"veto", &veto},
  };
  const auto it = by_type.find(frame.type);
  return it == by_type.end() ? std::vector<Claim>{} : it->second(*this);
}

namespace {

/// "the EU and Japan": whether a body does with a state what states do, as one of a list.
bool acts_with_states(const Stage& stage, const Named& body) {
  const auto& chunks = stage.chunks;
  const auto chunk = std::find_if(chunks.begin(), chunks.end(), [&](const Chunk& c) {
    return c.kind == ChunkKind::phrase && c.span.contains(body.span);
  });
  if (chunk == chunks.end() ||
      !is_body(*chunk, {"international organization", "armed group", "military body"}))
    return false;
  const auto i = static_cast<std::size_t>(chunk - chunks.begin());
  const bool behind = i > 0 && (is_word(chunks[i - 1], "and") || i == 2);  // "US, EU impose"
  const bool before = i + 2 < chunks.size() && is_word(chunks[i + 1], "and");
  const bool between = i + 3 < chunks.size() && is_word(chunks[i + 1], ",") &&
                       chunks[i + 2].kind == ChunkKind::phrase &&
                       (is_word(chunks[i + 3], "and") || is_word(chunks[i + 3], ","));
  return behind || before || between;
}

/// "500 of the soldiers sent to Mali have died": 500 died, and how many were sent is not said.
void drop_count_of_part(const Stage& stage, std::size_t trigger, Claim& claim) {
  const auto counted = std::find_if(claim.evidence.spans.begin(), claim.evidence.spans.end(),
                                    [](const auto& span) { return span.first == "quantity"; });
  const auto& chunks = stage.chunks;
  if (counted == claim.evidence.spans.end() || counted->second.begin >= chunks[trigger].span.begin)
    return;
  const std::string words = fold(stage.doc.words(counted->second));
  const bool part = words.find(" of the ") != std::string::npos ||
                    words.find(" of its ") != std::string::npos ||
                    words.find(" of their ") != std::string::npos;
  const bool finite =
      std::any_of(chunks.begin() + static_cast<std::ptrdiff_t>(trigger), chunks.end(), is_finite);
  if (!part || !finite) return;
  claim.quantity.reset();
  drop_spans(claim, {"quantity"});
}

/// Leaves out of a list of states or of bodies what is of the other kind: "to Jordan, the panel said" is no list.
void keep_one_kind(const Stage& stage, std::vector<Named>& side) {
  if (side.empty()) return;
  const bool states = !side.front().party.iso2.empty();
  std::erase_if(side, [&](const Named& named) {
    const bool state = !named.party.iso2.empty();
    return state != states && !acts_with_states(stage, state ? side.front() : named);
  });
}

/// "Egyptian and Moroccan troops are in Chad": of each of the states whose people they are, where nobody counts them.
void of_each_nation(const Stage& stage, std::vector<Claim>& claims) {
  static constexpr std::string_view kTypes[] = {"deployment", "casualties", "labor"};
  std::vector<Claim> more;
  for (const Claim& claim : claims) {
    if (std::find(std::begin(kTypes), std::end(kTypes), claim.type) == std::end(kTypes) ||
        claim.quantity || !claim.actor)
      continue;
    for (const Chunk& chunk : stage.chunks) {
      if (!chunk.span.overlaps(item_span(claim))) continue;
      const std::vector<Named> nations = adjectives_joined(stage, chunk);
      if (nations.empty() || claim.actor != nations.front().party) continue;
      for (auto nation = nations.begin() + 1; nation != nations.end(); ++nation) {
        if (nation->party == claim.target) continue;
        more.push_back(claim);
        replace_party(more.back(), &Claim::actor, "actor", *nation);
      }
    }
  }
  claims.insert(claims.end(), more.begin(), more.end());
}

}  // namespace

std::vector<Claim> Filler::each(std::vector<Claim> claims) const {
  of_each_nation(stage, claims);
  if (sides.construction == "reduced") {
    for (Claim& claim : claims) drop_count_of_part(stage, at, claim);
  }
  static constexpr std::array<std::string_view, 10> kTypes = {
      "transfer", "technology", "veto", "sanction",   "deployment",
      "labor",    "limit",      "use",  "possession", "finance"};
  constexpr std::size_t kMost = 6;
  std::vector<Claim> out;
  for (Claim& claim : claims) {
    const bool spreads = std::find(kTypes.begin(), kTypes.end(), claim.type) != kTypes.end() &&
                         !(claim.type == "finance" && frame.type == "agreement");
    std::vector<Named> actors = spreads ? parties("actor") : std::vector<Named>{};
    std::vector<Named> targets =
        spreads && claim.type != "sanction" ? parties("target") : std::vector<Named>{};
    // who act together deal with somebody else: "London and Oslo will provide 450 million pounds"; but "Russia and
    // Belarus will deploy a brigade in Belarus"
    const bool posts_troops = claim.type == "deployment";
    if (claim.target && actors.size() > 1 && !posts_troops &&
        std::any_of(actors.begin(), actors.end(),
                    [&](const Named& named) { return named.party == *claim.target; })) {
      claim.target.reset();
      drop_spans(claim, {"target"});
    }
    if (!claim.actor || actors.empty() || actors.front().party != *claim.actor ||
        actors.size() > kMost)
      actors.clear();
    if (!claim.target || targets.empty() || targets.front().party != *claim.target ||
        targets.size() > kMost)
      targets.clear();
    for (auto* side : {&actors, &targets}) keep_one_kind(stage, *side);
    if (claim.quantity && targets.size() > 1 &&
        (claim.type == "deployment" || claim.type == "labor")) {
      // "400 soldiers to Jordan and Syria": how many went where is not said
      claim.target.reset();
      drop_spans(claim, {"target"});
      targets.clear();
    }
    const std::size_t n = std::max<std::size_t>(1, actors.size());
    const std::size_t m = std::max<std::size_t>(1, targets.size());
    for (std::size_t a = 0; a < n; ++a) {
      for (std::size_t t = 0; t < m; ++t) {
        Claim copy = claim;
        if (a > 0) replace_party(copy, &Claim::actor, "actor", actors[a]);
        if (t > 0) replace_party(copy, &Claim::target, "target", targets[t]);
        const bool own_rule =
            n * m == 1 && copy.type == "limit";  // a state's cap on its own budget
        if (copy.actor && copy.target && *copy.actor == *copy.target && posts_troops && n > 1) {
          copy.target.reset();
          drop_spans(copy, {"target"});
        }
        if (copy.actor && copy.target && *copy.actor == *copy.target && !own_rule) continue;
        out.push_back(std::move(copy));
      }
    }
  }
  return out;
}

const Chunk& Filler::chunk(std::size_t i) const {
  static const Chunk nothing;
  return i < stage.chunks.size() ? stage.chunks[i] : nothing;
}

std::vector<Claim> Filler::refuse(std::string_view reason) {
  why = reason;
  return {};
}

void set_party(Claim& claim, std::optional<Party> Claim::*field, std::string_view name,
               const std::optional<Named>& named) {
  if (!named || is_owner_pronoun(named->party.name)) return;  // "its" was not resolved
  claim.*field = named->party;
  add_span(claim, name, named->span);
}

void add_span(Claim& claim, std::string_view name, Span bytes) {
  if (bytes.empty()) return;  // told elsewhere: lead_back() finds where
  for (const auto& [known, old] : claim.evidence.spans) {
    if (known == name) return;
  }
  claim.evidence.spans.emplace_back(std::string(name), bytes);
}

void replace_party(Claim& claim, std::optional<Party> Claim::*field, std::string_view name,
                   const Named& named) {
  drop_spans(claim, {name});
  set_party(claim, field, name, named);
}

Claim Filler::start(std::string_view type) const {
  Claim claim;
  claim.type = std::string(type);
  claim.evidence.rule = frame.id + "." + sides.construction;
  add_span(claim, "trigger",
           trigger().kind == ChunkKind::word ? trigger().span : trigger().head_span);
  return claim;
}

namespace {

/// "$3 million", "$1 billion of the $2 billion": a sum that does not say of what.
bool is_mere_sum(const Stage& stage, const Chunk& chunk) {
  if (chunk.of.empty()) return true;
  const auto& mentions = stage.reading.mentions;
  return chunk.money && std::any_of(mentions.begin(), mentions.end(), [&](const Mention& mention) {
           return std::holds_alternative<Quantity>(mention.value) &&
                  chunk.of.contains(mention.span) && mention.span.end == chunk.of.end;
         });
}

}  // namespace

void Filler::set_item(Claim& claim, std::size_t i) const {
  const Chunk& c = chunk(i);
  claim.item = item_of(stage, c);
  if (c.item_class.empty() && is_mere_sum(stage, c) && class_of(stage.grammar, c) == "money") {
    claim.item->name = "money";
    claim.item->key = "money";
  }
  add_span(claim, "item", c.span);
  set_quantity(claim, i);
}

namespace {

/// The count that ends what a phrase has behind "of": "the last of [the 72 fighters]"; nullptr for none.
const Mention* count_behind_of(const Stage& stage, const Chunk& c) {
  for (const Mention& mention : stage.reading.mentions) {
    const auto* whole = std::get_if<Quantity>(&mention.value);
    if (whole != nullptr && c.of.contains(mention.span) && mention.span.end == c.of.end &&
        !whole->unit.empty())
      return &mention;
  }
  return nullptr;
}

/// "1,000 of the 11,000 soldiers sent to Chad", "60 of 89 drones that it launched": the whole, of which the words behind it
/// say where it went; nullptr for none.
const Mention* whole_of_part(const Filler& f, std::size_t i) {
  const Chunk& c = f.chunk(i);
  const bool behind = (f.sides.construction == "reduced" && i < f.at) ||
                      (f.sides.construction == "relative_object" && i < f.at);
  if (!behind || c.quantity == nullptr || c.of.empty() || c.money) return nullptr;
  const Mention* whole = count_behind_of(f.stage, c);
  // "60 of 89 drones launched by Iran"
  const bool counts = whole != nullptr && whole->span.begin == c.of.begin;
  return counts || f.stage.doc.words(c.of).starts_with("the ") ? whole : nullptr;
}

/// "the last of the 72 fighters": with it all of them have gone; nullptr for other parts of a number.
const Mention* completed_number(const Stage& stage, const Chunk& c) {
  if ((c.head != "last" && c.head != "final") || !c.definite || c.of.empty()) return nullptr;
  return count_behind_of(stage, c);
}

}  // namespace

void Filler::set_quantity(Claim& claim, std::size_t i) const {
  const Chunk& c = chunk(i);
  if (const Mention* all = completed_number(stage, c)) {
    claim.quantity = std::get<Quantity>(all->value);
    add_span(claim, "quantity", all->span);
    return;
  }
  if (const Mention* whole = whole_of_part(*this, i)) {
    claim.quantity = std::get<Quantity>(whole->value);
    add_span(claim, "quantity", whole->span);
    return;
  }
  if (c.quantity == nullptr && !c.item_class.empty() && is_plural(c.head) &&
      i + 3 < stage.chunks.size() && is_word(chunk(i + 1), "(") && is_word(chunk(i + 3), ")") &&
      is_count(chunk(i + 2)) && !chunk(i + 2).money) {
    // "shells (up to 6 million)", "howitzers (14)"
    Quantity counted = std::get<Quantity>(chunk(i + 2).quantity->value);
    if (counted.unit.empty() || counted.unit == c.lemma) {
      counted.unit = c.lemma;
      claim.quantity = counted;
      add_span(claim, "quantity", chunk(i + 2).quantity->span);
      return;
    }
  }
  // "86 tanks, all of them sold to Egypt": as many as were named
  const bool every = c.head == "all" || c.head == "both" || c.head == "each";
  if (c.quantity == nullptr && every && c.stands_for < stage.chunks.size() && c.stands_for != i &&
      chunk(c.stands_for).quantity != nullptr) {
    set_quantity(claim, c.stands_for);
    return;
  }
  if (c.quantity == nullptr) {
    // "a brigade of 4,800 soldiers", "a deployment of 300 men"
    const bool counts = c.of_class == "troops" || c.of_class == "people" ||
                        c.item_class == "money" ||
                        (!c.of_class.empty() && stage.grammar.is(WordClass::portion, c.lemma));
    if (c.of.empty() || !counts) return;
    for (const Mention& mention : stage.reading.mentions) {
      // "a number of 8-ton trucks": a size
      if (!std::holds_alternative<Quantity>(mention.value) || !c.of.contains(mention.span) ||
          mention.rule == "quantity/compound")
        continue;
      claim.quantity = std::get<Quantity>(mention.value);
      add_span(claim, "quantity", mention.span);
      return;
    }
    return;
  }
  const auto& quantity = std::get<Quantity>(c.quantity->value);
  // "bought 61% of all Chinese weapons": a share is the claim's only where it is of the goods
  const bool share_of_goods = claim.type == "transfer" && !c.of.empty() && i > at;
  if ((quantity.unit == "percent" && !share_of_goods) || quantity.unit == "year" ||
      quantity.unit == "month")
    return;
  claim.quantity = quantity;
  if (c.meant != nullptr && quantity.unit.empty()) claim.quantity->unit = c.meant->unit;
  if (c.stands_for < stage.chunks.size()) {
    // "more than 6,000 of which": of what they are a part
    const Chunk& whole = chunk(c.stands_for);
    claim.quantity->unit = whole.quantity != nullptr && !whole.money
                               ? std::get<Quantity>(whole.quantity->value).unit
                               : whole.lemma;
  }
  add_span(claim, "quantity", c.quantity->span);
  claim.part = is_part(stage.doc.words(c.quantity->span));
}

bool is_part(std::string_view count) {
  static constexpr std::array<std::string_view, 6> kPart = {"additional", "more",  "another",
                                                            "further",    "extra", "remaining"};
  const std::string text = fold(count);
  return std::any_of(kPart.begin(), kPart.end(), [&](std::string_view word) {
    const std::size_t at = text.find(word);
    return at != std::string::npos &&
           !(word == "more" && text.find("more than") != std::string::npos);
  });
}

std::vector<Claim> fill(const Stage& stage, const Frame& frame, std::size_t trigger,
                        const Sides& sides, std::string& why) {
  Filler filler{stage, frame, trigger, sides, why};
  return filler.each(filler.run_all());
}

}  // namespace msmt
