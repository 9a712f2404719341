/// Limits: what a rule caps, bans or allows, by the verb that says so.
#include <algorithm>

#include "claims/clause_words.hpp"
#include "claims/filler.hpp"
#include "claims/lists.hpp"

namespace msmt {

namespace {

/// "states", "banks": whom a rule speaks to when it names nobody.
bool is_anybody(const Grammar& grammar, const Chunk& c) {
  return !c.party && grammar.is(WordClass::bound, c.lemma);
}

/// "the amount permitted", "twice the volume allowed": a measure of what was named before.
bool is_amount(const Grammar& grammar, const Chunk& c) {
  return c.of.empty() && grammar.is(WordClass::amount, c.lemma);
}

bool is_traded(std::string_view klass) {
  return klass == "fuel" || klass == "arms" || klass == "goods" || klass == "workers";
}

}  // namespace

std::optional<std::size_t> Filler::meant_by_what() const {
  constexpr std::size_t kFar = 4;  // chunks between `what` and the verb of the rule
  std::size_t what = trigger_;
  for (std::size_t k = trigger_; k > 0 && k + kFar > trigger_; --k) {
    if (chunk(k - 1).head == "what") what = k - 1;
  }
  if (what == trigger_) return std::nullopt;
  for (std::size_t k = what; k > 0; --k) {
    const Chunk& goods = chunk(k - 1);
    if (goods.kind == ChunkKind::phrase && goods.quantity != nullptr &&
        is_traded(class_of(stage_.grammar, goods)))
      return k - 1;
  }
  return std::nullopt;
}

void Filler::add_listed_goods(std::size_t first, Ruling ruling, std::vector<Ruling>& out) const {
  // "is banned from selling coal, seafood and textiles": each of them
  const std::size_t n = stage_.chunks.size();
  std::size_t k = first + 1;
  std::vector<Ruling> more;
  bool closed = false;
  while (k + 1 < n && (is_word(chunk(k), ",") || is_word(chunk(k), "and"))) {
    const std::size_t next = is_word(chunk(k + 1), "and") ? k + 2 : k + 1;
    if (next >= n || chunk(next).kind != ChunkKind::phrase || chunk(next).party ||
        chunk(next).item_class.empty() || (next + 1 < n && is_finite(chunk(next + 1))))
      break;
    closed = closed || is_word(chunk(next - 1), "and");
    ruling.item = next;
    more.push_back(ruling);
    k = next + 1;
  }
  if (closed) out.insert(out.end(), more.begin(), more.end());
}

std::vector<Filler::Ruling> Filler::rulings() const {
  std::vector<Ruling> out;
  const auto& ruled = items();
  const std::size_t n = stage_.chunks.size();
  const bool passive = trigger().voice == Voice::passive || trigger().voice == Voice::participle;
  if (const auto& most = sides_.of("second"); frame_.pos == "verb" && !most.empty() &&
                                              !ruled.empty() &&
                                              chunk(most.front()).quantity != nullptr) {
    // "allows the North 500,000 barrels a year", "permits it just as much"
    const Chunk& whom = chunk(ruled.front());
    const bool names =
        whom.party || whom.pronoun || whom.lemma == "country" || whom.lemma == "state";
    if (names) return {{most.front(), party_of(stage_, ruled.front()), 0, 0, false}};
  }
  if (const auto& bound = get(roles_, "bound");
      frame_.id == "limit.cap" && ruled.size() == 1 && bound.size() == 1 &&
      chunk(ruled.front()).party && !class_of(stage_.grammar, chunk(bound.front())).empty()) {
    // "limits Iran to 300 kg of uranium"
    return {{bound.front(), party_of(stage_, ruled.front()), 0, 0, false}};
  }
  if (frame_.pos == "verb" && ruled.size() == 1) {
    const Chunk& first = chunk(ruled.front());
    // "barred Iran from exporting missiles", "is allowed to import oil": the deed behind is ruled
    const std::size_t from = passive ? trigger_ + 1 : ruled.front() + 1;
    for (std::size_t k = from; k < n && k < from + 4; ++k) {
      const Chunk& c = chunk(k);
      if (c.kind == ChunkKind::phrase) break;
      if (c.kind != ChunkKind::verb) continue;
      if (c.voice != Voice::infinitive && c.voice != Voice::gerund) break;
      if (!first.party && !is_anybody(stage_.grammar, first) && first.item_class != "vehicle")
        break;
      Ruling ruling;
      if (first.party) ruling.bound = first.party;
      ruling.on_all =
          is_anybody(stage_.grammar, first) || first.before.find(" and ") != std::string::npos;
      const std::size_t object = k + 1 < n && is_word(chunk(k + 1), "home") ? k + 2 : k + 1;
      const bool goods =
          object < n && chunk(object).kind == ChunkKind::phrase && !tells_how_often(chunk(object));
      ruling.item = goods ? object : ruled.front();
      if (const auto meant = goods ? std::nullopt : meant_by_what()) {
        ruling.item = *meant;
        ruling.same = true;
      }
      out.push_back(ruling);
      if (goods) add_listed_goods(object, ruling, out);
      return out;
    }
  }
  for (const std::size_t i : ruled) {
    if (!is_anybody(stage_.grammar, chunk(i))) out.push_back({i, std::nullopt, 0, 0, false});
    // "imports of gold and cement": each of them
    const bool deed = chunk(i).item_class == "deed" && i + 4 < n && chunk(i + 1).word == "of";
    for (std::size_t k = i + 3; deed && k + 1 < n; k += 2) {
      const bool joined = chunk(k).word == "and" || chunk(k).word == ",";
      const Chunk& next = chunk(k + 1);
      if (!joined || next.kind != ChunkKind::phrase || next.item_class.empty() ||
          next.item_class == "deed" || (k + 2 < n && chunk(k + 2).kind == ChunkKind::verb) ||
          std::find(ruled.begin(), ruled.end(), k + 1) != ruled.end())
        break;
      out.push_back({i, std::nullopt, 0, k + 1, false});
    }
  }
  // "limits imports of oil to 500,000 barrels and supplies of crude to 4 million": again without a verb
  for (std::size_t k = sides_.end; !out.empty() && k + 3 < n; ++k) {
    if (chunk(k).kind != ChunkKind::word || (chunk(k).word != "and" && chunk(k).word != ",")) break;
    if (chunk(k + 1).kind != ChunkKind::phrase) continue;
    std::size_t m = k + 2;
    if (chunk(m).kind == ChunkKind::word && chunk(m).word == "of") m += 2;
    if (m + 1 >= n || chunk(m).kind != ChunkKind::word ||
        (chunk(m).word != "to" && chunk(m).word != "at") || chunk(m + 1).quantity == nullptr)
      break;
    out.push_back({k + 1, std::nullopt, m + 1, 0, false});
    k = m + 1;
  }
  return out;
}

std::size_t Filler::licensed(std::size_t i) const {
  const bool paper = i + 2 < stage_.chunks.size() && chunk(i).quantity == nullptr &&
                     is_word(chunk(i + 1), "for") && chunk(i + 2).kind == ChunkKind::phrase &&
                     chunk(i).item_class != "deed" &&
                     stage_.grammar.is(WordClass::trading, chunk(i).lemma);
  return paper && chunk(i + 2).item_class == "deed" ? i + 2 : i;
}

bool Filler::lets_no_longer() const {
  // "no longer allows", "does not permit": what is not allowed is forbidden
  if (!stage_.grammar.is(WordClass::permit, trigger().lemma) || items().empty()) return false;
  const Chunk& first = chunk(items().front());
  // but "will not allow Iran to get a bomb" is no rule on trade
  if (first.item_class != "deed" && !stage_.grammar.is(WordClass::trading, first.lemma) &&
      !is_anybody(stage_.grammar, first))
    return false;
  return trigger().negated || (trigger_ > 0 && is_word(chunk(trigger_ - 1), "no longer"));
}

bool Filler::bans_trade() const {
  // "The sale of rifles to Chad has been forbidden since 2006": a rule, whoever made it
  const bool forbids = !stage_.grammar.is(WordClass::let, trigger().lemma) || lets_no_longer();
  if (frame_.id != "limit.ban" || trigger().voice != Voice::passive || !forbids) return false;
  const auto& ruled = items();
  return ruled.size() == 1 && (chunk(ruled.front()).item_class == "deed" ||
                               stage_.grammar.is(WordClass::trading, chunk(ruled.front()).lemma));
}

bool Filler::barred_own() const {
  // "Spanish firms are not allowed to sell": whose firms they are has the rule
  const auto& ruled = items();
  return frame_.id == "limit.ban" && ruled.size() == 1 && trigger().voice == Voice::passive &&
         is_anybody(stage_.grammar, chunk(ruled.front())) &&
         (!stage_.grammar.is(WordClass::let, trigger().lemma) || lets_no_longer());
}

bool Filler::is_on_state() const {
  // "an arms embargo on Libya and Chad", "the embargo on Darfur"
  const auto& on = get(roles_, "item");
  if (on.empty()) return false;
  return std::all_of(on.begin(), on.end(), [&](std::size_t i) {
    if (chunk(i).party) return true;
    return trigger().lemma == "embargo" && !chunk(i).pronoun && chunk(i).item_class.empty() &&
           party_of(stage_, i).has_value();
  });
}

bool Filler::stops_trade() const {
  // "suspended exports of weapons to Israel", "revoked two licences": trade in general, by a state
  const auto& stopped = items();
  const auto& who = get(roles_, "actor");
  const auto actor = party("actor");
  if (stopped.size() != 1 || !actor || who.empty()) return false;
  if (actor->party.iso2.empty() && !lists_names(chunk(who.front()))) return false;
  const Chunk& c = chunk(stopped.front());
  if (c.owner && !c.owner->party.iso2.empty() && c.owner->party != actor->party) return false;
  return stage_.grammar.is(WordClass::trading, c.lemma);
}

std::optional<Named> Filler::maker_of_list() const {
  // "Russia has enacted a list of measures, including bans on fruit"
  if (frame_.pos != "noun" || trigger_ < 3 || !is_word(chunk(trigger_ - 1), "including"))
    return std::nullopt;
  for (std::size_t k = trigger_ - 1; k > 1; --k) {
    const Chunk& verb = chunk(k - 1);
    if (verb.kind != ChunkKind::verb) continue;
    const bool sets =
        verb.voice == Voice::active && stage_.grammar.is(WordClass::set_rule, verb.lemma);
    return sets ? rule_setter(k - 2) : std::nullopt;
  }
  return std::nullopt;
}

std::optional<Party> Filler::bound_by_list() const {
  // "imposed sanctions, including bans on coal exports, on Chad"
  const auto& sanction = stage_.memory.sanction;
  const bool listed = frame_.pos == "noun" && trigger_ > 0 &&
                      is_word(chunk(trigger_ - 1), "including") && sanction &&
                      sanction->evidence.bytes.begin == stage_.sentence_begin();
  return listed ? sanction->target : std::nullopt;
}

std::vector<Claim> Filler::limit() {
  if (frame_.pos == "noun" && trigger().before.find("travel") != std::string::npos)
    return refuse("a ban on somebody");  // "a travel ban": a sanction
  if (frame_.pos == "noun" && is_lifted()) return refuse("a rule that is lifted");
  if (frame_.pos == "noun" && is_on_state()) return embargo();
  const bool stops = frame_.id == "limit.stop" || frame_.id == "limit.refuse";
  if (stops && !stops_trade()) return refuse("no trade stopped");
  auto [actor, rule] = setter();
  if (!actor) actor = maker_of_list();
  if (const std::string_view why = no_rule(actor, rule, stops); !why.empty()) return refuse(why);
  if (frame_.pos == "noun" && items().empty()) {
    auto banned = banned_deed(actor);
    if (banned.empty()) banned = bare_embargo(trigger_owner());
    return banned.empty() ? named_cap(actor) : banned;
  }
  std::vector<Claim> out;
  for (const Ruling& ruling : rulings()) {
    const std::size_t i = stops ? licensed(ruling.item) : ruling.item;
    if (auto claim = rule_on(i, ruling, actor, out)) out.push_back(std::move(*claim));
  }
  return out;
}

std::string_view Filler::no_rule(const std::optional<Named>& actor, bool rule, bool stops) const {
  const auto& who = get(roles_, "actor");
  const auto& bound = get(roles_, "bound");
  const auto counted = [&](std::size_t i) {
    return chunk(i).quantity != nullptr &&
           !std::get<Quantity>(chunk(i).quantity->value).per.empty();
  };
  if (frame_.pos == "verb" && who.empty() && !rule) {
    // "deliveries are limited to 500,000 barrels a year" is a rule whoever set it
    const bool capped =
        trigger().voice == Voice::passive && !bound.empty() && counted(bound.front());
    if (!capped && !(actor && barred_own()) && !bans_trade()) return "nobody sets the limit";
  } else if (frame_.pos == "verb" && !rule && (!actor || actor->party.iso2.size() == 2)) {
    // a state can ban; it cannot be said to cap by having less
    const bool frees =
        (trigger().lemma == "allow" || trigger().lemma == "require") && !lets_no_longer();
    if ((frame_.id != "limit.ban" && !stops) || !actor || items().empty() || (frees && !stops))
      return "no rule and no body that makes rules";
  }
  return {};
}

std::optional<Claim> Filler::rule_on(std::size_t i, const Ruling& ruling,
                                     const std::optional<Named>& actor,
                                     const std::vector<Claim>& out) {
  const Chunk& c = chunk(i);
  // "Employing North Koreans has been banned": people without a noun of their own
  const bool deed = i > 0 && chunk(i - 1).voice == Voice::gerund && c.party &&
                    c.item_class.empty() && !ruling.bound;
  if (c.pronoun || (c.party && c.item_class.empty() && !deed)) return std::nullopt;
  const bool lets = frame_.pos == "verb" && stage_.grammar.is(WordClass::let, trigger().lemma);
  if (lets && !rules_on_trade(i) && !ruling.on_all && ruling.count == 0) {
    why_ = lets_do() ? "somebody may or must do something" : "neither trade nor a figure";
    return std::nullopt;
  }
  Claim claim = start("limit");
  if (!name_goods(claim, i, ruling, deed)) return std::nullopt;
  name_ruled(claim, i, ruling.of);
  const bool sends_home = frame_.pos == "verb" && !ruling.bound &&
                          stage_.grammar.is(WordClass::oblige, trigger().lemma) &&
                          (c.of_class == "workers" || claim.item->category == "workers");
  if (ruling.on_all || sends_home) {
    // "oblige member states to repatriate workers": all of them, not the workers' state
    claim.target.reset();
    std::erase_if(claim.evidence.spans, [](const auto& known) { return known.first == "target"; });
    set(claim, &Claim::actor, "actor", actor);
    if (actor && !actor->party.iso2.empty()) set_taker(claim, i);  // "its firms … to Israel"
    if (claim.target && claim.target == claim.actor) claim.target.reset();
    return claim;
  }
  if (claim.target && actor && *claim.target == actor->party) claim.target.reset();
  set_taker(claim, i);
  count_rule(claim, i, ruling, out);
  if (claim.quantity == std::nullopt && frame_.id == "limit.cap") {
    why_ = "no bound";
    return std::nullopt;
  }
  set(claim, &Claim::actor, "actor", actor);
  if (!claim.actor && !claim.target && !claim.quantity && frame_.pos == "verb") {
    why_ = "a rule by nobody for nobody";
    return std::nullopt;
  }
  bind_by_context(claim, c);
  return claim;
}

bool Filler::name_goods(Claim& claim, std::size_t i, const Ruling& ruling, bool deed) const {
  const Chunk& c = chunk(i);
  set(claim, &Claim::target, "target", ruling.bound);
  claim.item = item_of(stage_, c);
  if (deed) claim.item->name = quote(stage_.doc, {chunk(i - 1).span.begin, c.span.end});
  if (deed && c.party && !c.party->party.iso2.empty())
    set(claim, &Claim::target, "target", c.party);
  span(claim, "item", c.span);
  if (c.quantity != nullptr && class_of(stage_.grammar, c).empty() && stage_.memory.deed &&
      stage_.memory.deed->item) {
    // "the 500,000 barrels a year that the Council permits": of what was just spoken of
    claim.item = stage_.memory.deed->item;
    if (stage_.memory.deed->target) claim.target = stage_.memory.deed->target;
  }
  if (c.quantity != nullptr && !ruling.same) set_quantity(claim, i);
  if (frame_.pos == "noun" && !claim.quantity && trigger_ > 0 &&
      chunk(trigger_ - 1).kind == ChunkKind::verb) {
    // "lowered the ceiling on the price of oil from $60 to $47.60 a barrel"
    for (const std::size_t to : sides_.of("to")) set_quantity(claim, to);
  }
  if (class_of(stage_.grammar, c).empty()) counted_before(claim, i);
  if (is_amount(stage_.grammar, c)) {
    // "transfers of fuel, more than double the amount permitted": of the goods named before
    std::size_t goods = i;
    while (goods > 0 && (chunk(goods - 1).kind != ChunkKind::phrase ||
                         !is_traded(class_of(stage_.grammar, chunk(goods - 1)))))
      --goods;
    if (goods == 0) return false;
    claim.quantity.reset();
    claim.target.reset();
    std::erase_if(claim.evidence.spans, [](const auto& known) {
      return known.first == "item" || known.first == "quantity";
    });
    claim.item = item_of(stage_, chunk(goods - 1));
    span(claim, "item", chunk(goods - 1).span);
  }
  return true;
}

void Filler::count_rule(Claim& claim, std::size_t i, const Ruling& ruling,
                        const std::vector<Claim>& out) const {
  const Chunk& c = chunk(i);
  const auto& bound = get(roles_, "bound");
  if (ruling.count > 0) {
    set_quantity(claim, ruling.count);
  } else if (!bound.empty()) {
    set_quantity(claim, bound.front());
  }
  if (!claim.quantity && frame_.pos == "noun" && trigger().quantity != nullptr)
    set_quantity(claim, trigger_);  // "a cap of 500,000 barrels a year on sales"
  exact_cap(claim);
  if (!claim.quantity && !sides_.of("of").empty() && frame_.pos == "noun")
    set_quantity(claim, sides_.of("of").front());
  if (claim.quantity && claim.quantity->per.empty() &&
      (c.before.find("annual") != std::string::npos ||
       c.before.find("yearly") != std::string::npos)) {
    claim.quantity->per = "year";
  }
  for (const Chunk& often : stage_.chunks) {
    if (claim.quantity && claim.quantity->per.empty() && tells_how_often(often))
      claim.quantity->per = often.lemma;
  }
  if (!claim.target && !out.empty()) claim.target = out.front().target;
  if (claim.quantity && !out.empty() && out.front().quantity && claim.quantity->per.empty())
    claim.quantity->per = out.front().quantity->per;
}

void Filler::bind_by_context(Claim& claim, const Chunk& c) const {
  if (claim.target && claim.actor && *claim.target == *claim.actor) claim.target.reset();
  if (!claim.target) claim.target = bound_by_rule_before(claim);
  const bool its = c.owner && c.owner->party.name == "its";  // the state of the heading
  if ((!claim.target || its) && claim.actor && claim.actor == stage_.memory.heading_rule &&
      bulleted(stage_.doc, stage_.sentence().span))
    claim.target = stage_.memory.heading_bound;
  if (packed() && !claim.target && claim.actor && recent_sanction() &&
      stage_.memory.sanction->target && !stage_.memory.sanction->target->iso2.empty() &&
      *claim.actor == *stage_.memory.sanction->actor)
    claim.target = stage_.memory.sanction->target;
  if (!claim.target) claim.target = bound_by_list();
}

void Filler::counted_before(Claim& claim, std::size_t i) const {
  if (!claim.quantity || claim.quantity->unit.empty()) return;
  for (std::size_t k = i; k > 0; --k) {
    const Chunk& goods = chunk(k - 1);
    if (goods.kind != ChunkKind::phrase || goods.quantity == nullptr ||
        !is_traded(class_of(stage_.grammar, goods)) ||
        std::get<Quantity>(goods.quantity->value).unit != claim.quantity->unit)
      continue;
    claim.item = item_of(stage_, goods);
    for (std::size_t m = k; m + 1 < i; ++m) {
      const auto taker = chunk(m).word == "to" ? party_of(stage_, m + 1) : std::nullopt;
      if (!taker || taker->party.iso2.empty()) continue;
      claim.target = taker->party;
      return;
    }
    return;
  }
}

void Filler::name_ruled(Claim& claim, std::size_t i, std::size_t other) const {
  if (other > 0) {
    const Item of_item = item_of(stage_, chunk(other));
    claim.item->name += " of " + of_item.name;
    claim.item->key = of_item.key;
    claim.item->category = of_item.category;
    std::erase_if(claim.evidence.spans, [](const auto& known) { return known.first == "item"; });
    span(claim, "item", chunk(other).span);
    set_target(claim, other);
    set_target(claim, i);
    return;
  }
  const std::size_t of = i + 1;
  if (of + 1 < stage_.chunks.size() && chunk(of).kind == ChunkKind::word &&
      chunk(of).word == "of" && chunk(of + 1).kind == ChunkKind::phrase) {
    const Item of_item = item_of(stage_, chunk(of + 1));
    claim.item->name += " of " + of_item.name;
    if (!of_item.key.empty()) claim.item->key = of_item.key;
    if (chunk(i).item_class == "deed" && !of_item.category.empty())
      claim.item->category = of_item.category;
    set_target(claim, of + 1);
    if (const auto bound = party_of(stage_, of + 1); bound && !bound->party.iso2.empty())
      set(claim, &Claim::target, "target", bound);
  }
  set_target(claim, i);
}

std::optional<Party> Filler::bound_by_rule_before(const Claim& claim) const {
  // "forbid the purchase of arms from Eritrea, cap deliveries of diesel": one rule for one state
  if (sides_.construction != "shared" || !claim.actor || frame_.pos != "verb") return std::nullopt;
  const auto& said = stage_.memory.said;
  for (auto known = said.rbegin(); known != said.rend(); ++known) {
    if (known->evidence.bytes.begin != stage_.sentence_begin()) break;
    if (known->type == "limit" && known->actor == claim.actor && known->target)
      return known->target;
  }
  return std::nullopt;
}

void Filler::set_taker(Claim& claim, std::size_t i) const {
  for (std::size_t k = i + 1; k + 1 < stage_.chunks.size() && k < i + 6 && !claim.target; ++k) {
    if (chunk(k).kind == ChunkKind::verb) break;
    if (chunk(k).kind != ChunkKind::word || (chunk(k).word != "to" && chunk(k).word != "from" &&
                                             chunk(k).word != "into" && chunk(k).word != "with"))
      continue;
    auto bound_to = party_of(stage_, k + 1);
    if (!bound_to) bound_to = owner_of(stage_, k + 1);
    set(claim, &Claim::target, "target", bound_to);
  }
}

void Filler::set_target(Claim& claim, std::size_t i) const {
  if (claim.target) return;
  auto owner = owner_of(stage_, i);
  if (!owner) {
    for (const Mention* name : chunk(i).names) {
      if (const auto* country = std::get_if<Country>(&name->value)) {
        owner = Named{{country->name, country->iso2}, name->span};
      }
    }
  }
  set(claim, &Claim::target, "target", owner);
}

}  // namespace msmt
