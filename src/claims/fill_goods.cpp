/// Goods that go over: transfer and technology, and what "the shipments include".
#include <algorithm>
#include <array>

#include "claims/filler.hpp"

namespace msmt {

std::vector<Claim> Filler::support() {
  if (trigger().item_id != "military-supplies") return refuse("not military");
  const auto actor = trigger_owner();
  const auto target = party("target");
  if (!actor || !target || actor->party.iso2.empty() || target->party.iso2.empty())
    return refuse("not two states");
  Claim claim = start("transfer");
  claim.item = item_of(stage_, trigger());
  span(claim, "item", trigger().span);
  set_quantity(claim, trigger_);
  set(claim, &Claim::actor, "actor", actor);
  set(claim, &Claim::target, "target", target);
  return {claim};
}

std::vector<Claim> Filler::goods() {
  std::optional<Named> actor = party("actor");
  std::optional<Named> target = party("target");
  if (!target && !get(roles_, "target").empty()) {
    // "delivered to North Korean ports", "for Iran's air force": whose they are
    const std::size_t taker = get(roles_, "target").front();
    const std::string& kind = chunk(taker).item_class;
    if (frame_.id == "give.supply" && (kind == "arms" || kind == "vehicle"))
      return refuse("fitted, not given");  // "armed its corvettes with missiles"
    if (kind.empty()) target = owner_of(stage_, taker);
  }
  const std::optional<Named> source = party("source");
  if (!target && trigger().kind == ChunkKind::verb && frame_.role("second") == "target" &&
      !items().empty() && trigger().voice != Voice::passive &&
      trigger().voice != Voice::participle) {
    // "gave Russia drones": a bare name before the goods takes them
    const Chunk& first = chunk(items().front());
    if (first.owner_bare && first.owner && (!actor || first.owner->party != actor->party))
      target = first.owner;
  }
  const bool noun = trigger().kind == ChunkKind::phrase;
  if (noun) {
    if (const auto owner = trigger_owner()) {
      if (frame_.role("owner") == "actor" && !actor) actor = owner;
      if (frame_.role("owner") == "target" && !target) target = owner;
    }
  }
  if (source) {
    // "transferred shells from A": A gave them; without another taker, who moved them took them
    if (!target && actor && actor->party != source->party && frame_.role("obj") == "item" &&
        trigger().voice == Voice::active) {
      target = actor;
    }
    if (!actor || actor->party != source->party) actor = source;
  }
  if (noun && !target && trigger_ >= 2 && chunk(trigger_ - 1).kind == ChunkKind::verb &&
      chunk(trigger_ - 1).lemma == "take") {
    target = party_of(stage_, trigger_ - 2);  // "took delivery of six howitzers"
    if (actor && target && actor->party == target->party) actor.reset();
  }
  if (!noun && trigger().voice == Voice::passive) take_described_side(actor, target);
  const auto pair = pair_of();
  static constexpr std::array<std::string_view, 8> kWeak = {"fly",   "move",    "return",  "pass",
                                                            "route", "channel", "forward", "hand"};
  const bool weak = std::find(kWeak.begin(), kWeak.end(), trigger().lemma) != kWeak.end();
  // "taught soldiers to fly drones" moves nothing to them
  if (!target && sides_.construction == "clause" && !weak) target = other_party(actor);
  if (!target) target = supported(actor);
  if (!target && noun) target = supported_before(actor);
  std::vector<Claim> out;
  std::vector<std::size_t> list = items();
  std::string last_class;
  for (const std::size_t i : list) {
    const Chunk& c = chunk(i);
    std::string klass = class_of(c);
    if (klass.empty() && c.quantity != nullptr && !last_class.empty() && c.item_class.empty() &&
        c.head_span.begin >= c.quantity->span.begin && c.head_span.end <= c.quantity->span.end) {
      klass = last_class;  // "481 workers, 198 in construction"
    }
    if (klass.empty() && c.quantity != nullptr && c.item_class.empty() && counts_again(c)) {
      // "transferred 24 aircraft, and Norway has pledged six": of what was counted before
      out.push_back(one(i, stage_.memory.deed->type, actor, target, pair));
      out.back().item = stage_.memory.deed->item;
      continue;
    }
    if (klass == "deed" || klass == "program") klass.clear();
    if (klass.empty() || klass == "people") klass = class_of_people(i);
    if (klass == "people") klass = "";
    const bool of_people = klass == "troops" || klass == "workers";
    const bool priced = klass == "money" && trades() && !sides_.of("in").empty();
    if (priced) {
      // "bought $1 billion in arms": the goods went over, the money is their count
      const std::size_t goods = sides_.of("in").front();
      const std::string kind = class_of(chunk(goods));
      if (kind == "arms" || kind == "goods" || kind == "parts" || kind == "fuel") {
        Claim claim = one(goods, "transfer", actor, target, pair);
        set_quantity(claim, i);
        if (claim.actor || claim.target) out.push_back(std::move(claim));
        continue;
      }
    }
    if (klass.empty() && goes_with_goods(c, last_class)) klass = "goods";
    if (klass.empty()) {
      if (const Claim* named = former_or_latter(c)) {
        out.push_back(one(i, named->type, actor, target, pair));
        out.back().item = named->item;
        continue;
      }
    }
    if (klass.empty() || !frame_.takes(klass)) {
      why_ = "item \"" + std::string(stage_.doc.text(c.span)) +
             "\" is of no class that the frame takes";
      continue;
    }
    last_class = klass;
    if (!target && !source && weak && trigger().voice != Voice::passive) {
      why_ = "moved, but to nobody";
      continue;
    }
    static constexpr std::array<std::string_view, 4> kCarry = {"carry", "bring", "transport",
                                                               "haul"};
    // "planes carried 600 Cuban soldiers to Ethiopia": people are carried by their own side
    const bool passive = (trigger().voice == Voice::passive || of_people) && target;
    const auto& carrier = sides_.of("subj");
    // "trains carried cars into North Korea": to a state, by what carries
    const bool arrives = target && !target->party.iso2.empty() && !carrier.empty() &&
                         class_of(chunk(carrier.front())) == "vehicle";
    if ((!target || !source) && !passive && !arrives &&
        std::find(kCarry.begin(), kCarry.end(), trigger().lemma) != kCarry.end()) {
      why_ = "carried, but not from one side to another";
      continue;
    }
    out.push_back(one(i, Grammar::type_of_class(klass), actor, target, pair));
    Claim& claim = out.back();
    if (claim.type == "finance" && (trigger().lemma == "export" || trigger().lemma == "import")) {
      claim.type = "transfer";  // "exported $2.9 billion worth of them"
      claim.item->name = "goods";
      claim.item->key = stage_.grammar.path("goods");
      claim.item->category = "goods";
    }
    if (claim.type == "finance") describe_money(claim);
    if ((claim.type == "labor" || claim.type == "deployment") && !claim.target) {
      place_after(claim, std::max(i, trigger_) + 1);
    }
    if (noun && !claim.quantity) set_quantity(claim, trigger_);  // "seven shipments of fuel"
    if (noun && !claim.quantity) reached(claim);
    if (of_people && (is_count(c) || claim.part) && recent_people()) carry_on(claim);
    elliptical(claim);
    if (!noun && !of_people && !weak) carry_sides(claim, c);
  }
  if (list.empty() && !noun && trigger().lemma == "arm" && actor && target) {
    // "Iran arms the Houthis", "denies arming the Houthis"
    Claim claim = start("transfer");
    claim.item = Item{"weapons", "arms", "", "arms"};
    set(claim, &Claim::actor, "actor", actor);
    set(claim, &Claim::target, "target", target);
    return {claim};
  }
  if (out.size() == 1 && (out.front().type == "labor" || out.front().type == "deployment"))
    and_there(out);
  if (list.empty() && noun) return from_trigger_noun(actor, target, pair);
  if (noun && !actor && !target && !pair && out.size() == 1) exchange(out, list.front());
  if (list.empty()) why_ = "no item";
  if (frame_.id == "get.come" && actor && out.empty() && list.size() == 1) {
    if (auto claims = imports_from(*actor); !claims.empty()) return claims;
  }
  if (frame_.id == "get.come" && !target && list.size() == 1 && list.front() + 3 < trigger_) {
    // "half of the shells used by Russia came from Iran"
    const Chunk& used = chunk(list.front() + 1);
    if (used.kind == ChunkKind::verb && used.voice == Voice::participle &&
        chunk(list.front() + 2).word == "by") {
      target = party_of(stage_, list.front() + 3);
      for (Claim& claim : out) {
        if (target && claim.actor && target->party != *claim.actor)
          set(claim, &Claim::target, "target", target);
      }
    }
  }
  if (frame_.id == "get.come" && !target && actor) {
    // "the missile came from Iran" tells where it was made; with a known taker it tells a delivery
    const auto& pairs = stage_.memory.pairs;
    const bool known = std::any_of(pairs.begin(), pairs.end(), [&](const auto& known_pair) {
      return known_pair.first == actor->party;
    });
    if (!known) return refuse("nobody takes");
  }
  if (frame_.id == "get.seek") {
    for (Claim& claim : out) claim.certainty = Certainty::planned;
  }
  if (frame_.id == "get.cross") {
    std::erase_if(out, [](const Claim& claim) { return !claim.actor || !claim.target; });
  }
  if (frame_.id == "give.approve") {
    std::erase_if(out, [](const Claim& claim) { return !claim.target; });
    for (Claim& claim : out) claim.certainty = Certainty::planned;
  }
  // nobody on either side and no count: the words alone state nothing
  std::erase_if(out, [&](const Claim& claim) {
    const bool bare = !claim.actor && !claim.target && !claim.quantity;
    if (bare && !noun) why_ = "no side and no count";
    return bare && !noun;
  });
  return out;
}

void Filler::exchange(std::vector<Claim>& claims, std::size_t i) const {
  const Chunk& c = chunk(i);
  std::vector<Named> owners;
  for (const Mention* name : c.names) {
    const auto* country = std::get_if<Country>(&name->value);
    if (country != nullptr && country->form == "adjective")
      owners.push_back({{country->name, country->iso2}, name->span});
  }
  if (owners.size() != 2 || owners[0].party == owners[1].party) return;
  Claim& there = claims.front();
  there.item->name = quote(stage_.doc, {c.head_span.begin, c.span.end});
  there.actor.reset();
  there.target.reset();
  Claim back = there;
  set(there, &Claim::actor, "actor", owners[0]);
  set(there, &Claim::target, "target", owners[1]);
  set(back, &Claim::actor, "actor", owners[1]);
  set(back, &Claim::target, "target", owners[0]);
  claims.push_back(std::move(back));
}

void Filler::carry_sides(Claim& claim, const Chunk& c) const {
  if (claim.actor || claim.target || !claim.item) return;
  const std::string_view of = stage_.doc.text(c.of);
  const std::string whole = fold(stage_.doc.text(c.span));
  const bool part = whole.find(" of the ") != std::string::npos ||
                    whole.find("remaining") != std::string::npos ||
                    whole.find("the first") != std::string::npos;
  const bool refers = c.of.empty() ? (c.definite && c.quantity == nullptr) || part
                                   : of.starts_with("the ") || of.starts_with("these ") ||
                                         of.starts_with("those ") || of.starts_with("them");
  if (!refers) return;
  for (const auto* before : {&stage_.memory.order, &stage_.memory.deed}) {
    if (!*before || !(*before)->item || !same_goods(*claim.item, *(*before)->item)) continue;
    const bool order = before == &stage_.memory.order;  // the buyer stands first
    claim.actor = order ? (*before)->target : (*before)->actor;
    claim.target = order ? (*before)->actor : (*before)->target;
    return;
  }
}

std::vector<Claim> Filler::imports_from(const Named& giver) {
  const std::size_t i = items().front();
  const Chunk& c = chunk(i);
  const auto owner = owner_of(stage_, i);
  if (class_of(c) != "deed" || !owner || owner->party == giver.party) return {};
  // the goods stand before the last word: "Pakistan's arms imports"
  const auto& tokens = stage_.reading.tokens;
  const std::span<const Token> before(tokens.data(), c.last - 1);
  for (std::size_t t = c.first; t + 1 < c.last; ++t) {
    const auto hit = stage_items().match(stage_.doc, before, t);
    if (!hit || t + hit->tokens + 1 != c.last) continue;
    Claim claim = start("transfer");
    const std::string id = item_table_->cell(item_table_->rows[hit->form.row], "id");
    claim.item = Item{quote(stage_.doc, {tokens[t].span.begin, tokens[c.last - 1].span.end}),
                      stage_.grammar.item_class(id), "", stage_.grammar.path(id)};
    span(claim, "item", c.span);
    if (c.quantity != nullptr) {
      claim.quantity = std::get<Quantity>(c.quantity->value);
      span(claim, "quantity", c.quantity->span);
    }
    set(claim, &Claim::actor, "actor", giver);
    set(claim, &Claim::target, "target", owner);
    return {claim};
  }
  return {};
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

bool Filler::counts_again(const Chunk& c) const {
  if (!stage_.memory.deed || !stage_.memory.deed->quantity || !stage_.memory.deed->item)
    return false;
  if (c.head_span.begin < c.quantity->span.begin || c.head_span.end > c.quantity->span.end)
    return false;
  const std::string& unit = std::get<Quantity>(c.quantity->value).unit;
  return !unit.empty() && unit == stage_.memory.deed->quantity->unit;
}

void Filler::take_described_side(std::optional<Named>& actor, std::optional<Named>& target) const {
  if (items().empty()) return;
  const std::size_t item = items().back();
  if (item + 3 >= stage_.chunks.size() || item >= trigger_) return;
  const Chunk& participle = chunk(item + 1);
  if (participle.kind != ChunkKind::verb || participle.voice != Voice::participle ||
      chunk(item + 2).kind != ChunkKind::word)
    return;
  const bool by = chunk(item + 2).word == "by";
  const bool from = chunk(item + 2).word == "from";
  const auto named = party_of(stage_, item + 3);
  if (!named || (!by && !from)) return;
  for (const Frame* frame : stage_.grammar.frames("verb", participle.lemma)) {
    if (frame->type != "*") continue;
    // "the warheads promised by Russia", "jets bought from France", "jets bought by India"
    const bool gives = frame->role("subj") == "actor";
    if (((by && gives) || (from && !gives)) && !actor) actor = named;
    if (by && !gives && !target) target = named;
    return;
  }
}

bool Filler::trades() const {
  static constexpr std::array<std::string_view, 7> kTrade = {
      "buy", "purchase", "sell", "export", "import", "acquire", "procure"};
  return std::find(kTrade.begin(), kTrade.end(), trigger().lemma) != kTrade.end();
}

std::optional<Named> Filler::other_party(const std::optional<Named>& actor) const {
  const auto& subject = sides_.of("subj");
  if (subject.empty() || !actor) return std::nullopt;
  for (std::size_t k = subject.back() + 1; k < trigger_; ++k) {
    const Chunk& c = chunk(k);
    if (c.kind != ChunkKind::phrase) continue;
    for (const auto& named : {party_of(stage_, k), owner_of(stage_, k)}) {
      if (named && !named->party.iso2.empty() && named->party != actor->party) return named;
    }
  }
  return std::nullopt;
}

std::optional<Named> Filler::supported(const std::optional<Named>& actor) const {
  const std::size_t verb = sides_.end;
  if (verb + 1 >= stage_.chunks.size() || chunk(verb).kind != ChunkKind::verb ||
      chunk(verb).voice != Voice::infinitive) {
    return std::nullopt;
  }
  static constexpr std::array<std::string_view, 8> kSupport = {
      "support", "aid", "help", "assist", "back", "sustain", "bolster", "fuel"};
  if (std::find(kSupport.begin(), kSupport.end(), chunk(verb).lemma) == kSupport.end())
    return std::nullopt;
  for (const auto& named : {party_of(stage_, verb + 1), owner_of(stage_, verb + 1)}) {
    if (named && !named->party.iso2.empty() && (!actor || named->party != actor->party))
      return named;
  }
  return std::nullopt;
}

std::optional<Named> Filler::supported_before(const std::optional<Named>& actor) const {
  static constexpr std::array<std::string_view, 4> kSupport = {"support", "aid", "help",
                                                               "assistance"};
  bool through = false;
  for (std::size_t k = trigger_; k > 2; --k) {
    const Chunk& c = chunk(k - 1);
    through = through || c.word == "through" || c.word == "by" || c.word == "via" ||
              c.word == "in the form of";
    if (c.kind == ChunkKind::verb) return std::nullopt;
    const bool taker =
        c.kind == ChunkKind::phrase && chunk(k - 3).kind == ChunkKind::phrase &&
        (chunk(k - 2).word == "to" || chunk(k - 2).word == "for") &&
        std::find(kSupport.begin(), kSupport.end(), chunk(k - 3).lemma) != kSupport.end();
    if (!taker || !through) continue;
    auto named = party_of(stage_, k - 1);
    if (named && (!actor || named->party != actor->party)) return named;
  }
  return std::nullopt;
}

void Filler::place_after(Claim& claim, std::size_t from) const {
  for (std::size_t k = from; k + 1 < stage_.chunks.size() && !claim.target; ++k) {
    const Chunk& c = chunk(k);
    if (c.kind == ChunkKind::verb && c.voice != Voice::infinitive && c.voice != Voice::gerund)
      return;
    if (c.kind != ChunkKind::word || (c.word != "in" && c.word != "to")) continue;
    std::optional<Named> named = chunk(k + 1).party;
    if (!named && chunk(k + 1).item_class.empty() && !chunk(k + 1).pronoun)
      named = chunk(k + 1).of_party ? chunk(k + 1).of_party : owner_of(stage_, k + 1);
    if (!named || named->party.iso2.empty() || (claim.actor && named->party == *claim.actor))
      continue;
    set(claim, &Claim::target, "target", named);
  }
}

void Filler::elliptical(Claim& claim) const {
  if (claim.actor || claim.target || !claim.part || !stage_.memory.people) return;
  if (stage_.memory.people->type != claim.type) return;
  claim.actor = stage_.memory.people->actor;
  claim.target = stage_.memory.people->target;
}

std::optional<std::pair<Named, Named>> Filler::pair_of() const {
  std::vector<Named> both;
  for (const std::size_t i : get(roles_, "pair")) {
    for (Named& named : parties_of(stage_, i)) both.push_back(std::move(named));
  }
  if (both.size() < 2) return std::nullopt;
  return std::pair(both[0], both[1]);
}

Claim Filler::one(std::size_t i, std::string_view type, std::optional<Named> actor,
                  std::optional<Named> target,
                  const std::optional<std::pair<Named, Named>>& pair) const {
  Claim claim = start(type);
  set_item(claim, i);
  const bool of_people = type == "deployment" || type == "labor";
  const auto owner = of_people ? sender_of(i) : owner_of(stage_, i);
  if (owner && !owner->party.iso2.empty() && !actor &&
      (of_people || (target && target->party.iso2 != owner->party.iso2))) {
    actor = owner;  // "North Korean workers were sent to Russia"
  }
  const bool agentless =
      trigger().kind == ChunkKind::verb && sides_.of("by").empty() &&
      (trigger().voice == Voice::passive || trigger().voice == Voice::participle);
  if (type == "deployment" && !owner && !actor && agentless) {
    actor = owner_of_named_people(stage_, i);  // "told them that soldiers had been sent"
  }
  if (type == "deployment" && owner && actor && owner->party.iso2 != actor->party.iso2 &&
      !owner->party.iso2.empty() && !target) {
    target = actor;
    actor = owner;
  }
  if (pair && !actor && !target) {
    actor = pair->first;
    target = pair->second;
  }
  if (actor && target && actor->party == target->party) target.reset();
  set(claim, &Claim::actor, "actor", actor);
  set(claim, &Claim::target, "target", target);
  return claim;
}

std::vector<Claim> Filler::from_trigger_noun(std::optional<Named> actor,
                                             std::optional<Named> target,
                                             const std::optional<std::pair<Named, Named>>& pair) {
  if (frame_.role("pre").empty() && frame_.role("of").empty()) return refuse("no item");
  const Chunk& c = trigger();
  const auto& items = stage_.grammar;
  std::string id = pre_item(c);
  if (id.empty()) return refuse("no item before or after the noun");
  const std::string klass = id == "weapon" ? std::string("arms") : items.item_class(id);
  if (!frame_.takes(klass))
    return refuse("the item before the noun is of no class that the frame takes");
  Claim claim =
      start(frame_.type == "*" ? Grammar::type_of_class(klass) : std::string_view(frame_.type));
  claim.item = Item{pre_text_, "", "", id == "weapon" ? pre_text_ : stage_.grammar.path(id)};
  if (id != "weapon") claim.item->category = klass;
  span(claim, "item", c.span);
  set_quantity(claim, trigger_);
  if (!claim.quantity) reached(claim);
  if (pair && !actor && !target) {
    actor = pair->first;
    target = pair->second;
  }
  if (actor && target && actor->party == target->party) target.reset();
  set(claim, &Claim::actor, "actor", actor);
  set(claim, &Claim::target, "target", target);
  if (!claim.actor && !claim.target && c.demonstrative && stage_.memory.deed) {
    // "this latest equipment transfer": the deed that was told before
    claim.actor = stage_.memory.deed->actor;
    claim.target = stage_.memory.deed->target;
  }
  if (!claim.actor && !claim.target) return refuse("no side");
  return {claim};
}

std::string Filler::pre_item(const Chunk& c) {
  const auto& tokens = stage_.reading.tokens;
  const Gazetteer* items = &stage_items();
  std::size_t head = c.last;
  for (std::size_t t = c.first; t < c.last; ++t) {
    if (tokens[t].span == c.head_span || tokens[t].span.end == c.head_span.end) head = t;
  }
  const std::span<const Token> before(tokens.data(), head);
  for (std::size_t t = c.first; t < head; ++t) {
    const auto hit = items->match(stage_.doc, before, t);
    if (hit && t + hit->tokens == head) {
      pre_text_ = quote(stage_.doc, {tokens[t].span.begin, tokens[head - 1].span.end});
      const Table& table = *item_table_;
      return table.cell(table.rows[hit->form.row], "id");
    }
  }
  if (head > c.first &&
      (tokens[head - 1].folded == "defence" || tokens[head - 1].folded == "defense" ||
       tokens[head - 1].folded == "military")) {
    pre_text_ = quote(stage_.doc, {tokens[head - 1].span.begin, c.head_span.end});
    return "arms";  // "defence exports"
  }
  if (c.weapon == nullptr) {
    for (const Mention& mention : stage_.reading.mentions) {
      if (std::holds_alternative<Weapon>(mention.value) && c.span.contains(mention.span) &&
          head > 0 && mention.span.end == tokens[head - 1].span.end) {
        pre_text_ = quote(stage_.doc, mention.span);
        return "weapon";
      }
    }
  }
  return {};
}

const Gazetteer& Filler::stage_items() {
  item_table_ = &stage_.grammar.lexicons().table("items");
  return stage_.grammar.lexicons().gazetteer("items");
}

std::optional<Claim> Filler::deed_of(std::size_t i) const {
  bool gives = false;
  if (chunk(i).item_class == "aid") gives = true;  // "a $400 million package for Ukraine"
  for (const Frame* frame : stage_.grammar.frames("noun", chunk(i).lemma))
    gives = gives || frame->id == "give.noun" || frame->id == "give.support";
  if (!gives) return std::nullopt;
  Claim deed;
  deed.type = "transfer";
  if (const auto owner = owner_of(stage_, i)) deed.actor = owner->party;
  for (std::size_t k = i + 1; k + 1 < trigger_; ++k) {
    if (chunk(k).kind != ChunkKind::word || chunk(k + 1).kind != ChunkKind::phrase) continue;
    const auto named = party_of(stage_, k + 1);
    if (!named) continue;
    const std::string& word = chunk(k).word;
    if ((word == "by" || word == "from") && !deed.actor) deed.actor = named->party;
    if ((word == "to" || word == "for") && !deed.target) deed.target = named->party;
  }
  if (!deed.actor && chunk(i).item_class == "aid") {
    // "The Pentagon said a package for Ukraine would include …": whose body announces it gives it
    for (std::size_t k = 0; k < i && !deed.actor; ++k) {
      const auto named = chunk(k).kind == ChunkKind::phrase ? party_of(stage_, k) : std::nullopt;
      if (named && !named->party.iso2.empty() && named->party != deed.target)
        deed.actor = named->party;
    }
  }
  if (!deed.actor && !deed.target) return std::nullopt;
  return deed;
}

bool Filler::parts_of_lot(const Chunk& c) const {
  // "containers of supplies, including drones, mortars and rockets"; but "jammers, including parts"
  const auto& deed = stage_.memory.deed;
  if (frame_.id != "more.prep" || trigger().word != "including" || !deed || !deed->item)
    return false;
  if (deed->evidence.bytes.begin != stage_.sentence_begin()) return false;
  const std::string_view key = deed->item->key;
  const bool lot = key.starts_with("container") || key.starts_with("military-supplies") ||
                   key == "goods" || key == "aid" || key == "arms";
  return lot && (class_of(c) == "arms" || class_of(c) == "fuel");
}

std::vector<Claim> Filler::more() {
  std::optional<Claim> whole;
  std::optional<Claim> named;  // "Deliveries by Moscow to Hanoi included …"
  const auto& deed = get(roles_, "deed");
  const bool preposition = frame_.pos == "prep";
  if (frame_.id == "more.put" && !deed.empty() && stage_.memory.people &&
      (chunk(deed.front()).lemma == "number" || chunk(deed.front()).lemma == "strength") &&
      chunk(deed.front()).owner && chunk(deed.front()).owner->party.name == "their" &&
      !items().empty() && chunk(items().front()).quantity != nullptr) {
    Claim claim = start(stage_.memory.people->type);  // "put their number at 4,000"
    claim.actor = stage_.memory.people->actor;
    claim.target = stage_.memory.people->target;
    claim.item = stage_.memory.people->item;
    set_quantity(claim, items().front());
    return {claim};
  }
  if (!preposition) {
    if (deed.empty()) return refuse("no deed named before");
    const Chunk& subject = chunk(deed.front());
    const auto& nouns = stage_.grammar.frames("noun", subject.lemma);
    if (!nouns.empty() && nouns.front()->type == "possession")
      return refuse("what somebody has is no deed");
    const bool loot =
        subject.item_id == "crypto" || (!nouns.empty() && nouns.front()->type == "theft");
    if (frame_.id == "more.put" && loot && stage_.memory.theft && !items().empty()) {
      // "puts the loot of the year before at $1.3 billion"
      const std::size_t sum = items().front();
      if (!chunk(sum).money) return refuse("no sum");
      Claim claim = start("theft");
      set_item(claim, sum);
      set(claim, &Claim::actor, "actor", Named{*stage_.memory.theft->actor, subject.span});
      return {claim};
    }
    named = deed_of(deed.front());
    const bool refers =
        subject.pronoun || subject.demonstrative ||
        (subject.definite && !stage_.grammar.frames("noun", subject.lemma).empty()) ||
        (subject.definite && (subject.item_class == "aid" || subject.item_class == "container" ||
                              subject.lemma == "content" || subject.lemma == "contents" ||
                              subject.item_class == "goods" || subject.lemma == "list" ||
                              subject.lemma == "cargo" || subject.lemma == "haul"));
    if (!refers && !named) return refuse("the subject names no deed");
  }
  std::vector<Claim> out;
  for (const std::size_t i : items()) {
    const Chunk& c = chunk(i);
    std::string klass = class_of(c);
    const bool vehicle = klass == "vehicle" || carries(c);
    if (klass.empty() || klass == "money" || !frame_.takes(vehicle ? "vehicle" : klass)) {
      why_ = "item is of no class that the frame takes";
      continue;
    }
    if (preposition && c.quantity == nullptr && !parts_of_lot(c)) {
      why_ = "not counted";
      continue;
    }
    whole = vehicle && stage_.memory.transport ? stage_.memory.transport : stage_.memory.deed;
    if (named && !vehicle) whole = named;
    if (!whole) return refuse("no deed named before");
    Claim claim = start(vehicle ? "transport" : std::string_view(whole->type));
    claim.actor = whole->actor;
    claim.target = whole->target;
    claim.period = whole->period;
    claim.certainty = whole->certainty;
    set_item(claim, i);
    if (vehicle) {
      claim.target.reset();
      Claim probe = claim;
      if (auto owner = operator_after(i, claim))
        set(claim, &Claim::actor, "actor", owner);
      else if (auto own = owner_of(stage_, i))
        set(claim, &Claim::actor, "actor", own);
    }
    out.push_back(std::move(claim));
  }
  // bodies that follow the list belong to all of it: "three A and three B of the Command"
  for (Claim& claim : out) {
    if (!out.empty() && claim.operators.empty()) claim.operators = out.back().operators;
    if (!out.empty() && claim.type == "transport" && out.back().actor)
      claim.actor = out.back().actor;
  }
  return out;
}

}  // namespace msmt
