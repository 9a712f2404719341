/// Limits: what rules cap, ban, permit and require.
#include <algorithm>
#include <array>

#include "claims/filler.hpp"

namespace msmt {

namespace {

bool is_rule(const Chunk& c) {
  return c.item_class == "measure" || c.of_class == "measure" || c.item_class == "decision" ||
         c.item_class == "document";
}

/// "states", "banks": whom a rule speaks to when it names nobody.
bool is_anybody(const Chunk& c) {
  static constexpr std::array<std::string_view, 8> kNouns = {
      "state", "country", "nation", "government", "member", "bank", "company", "firm"};
  return !c.party && std::find(kNouns.begin(), kNouns.end(), c.lemma) != kNouns.end();
}

/// "the amount permitted", "twice the volume allowed": a measure of what was named before.
bool is_amount(const Chunk& c) {
  static constexpr std::array<std::string_view, 5> kNouns = {"amount", "quantity", "volume",
                                                             "level", "number"};
  return c.of.empty() && std::find(kNouns.begin(), kNouns.end(), c.lemma) != kNouns.end();
}

bool is_traded(std::string_view klass) {
  return klass == "fuel" || klass == "arms" || klass == "goods" || klass == "workers";
}

}  // namespace

std::optional<Named> Filler::rule_setter(std::size_t i) const {
  const Chunk& c = chunk(i);
  const std::string_view text = stage_.doc.text(c.span);
  const bool numbered =
      c.item_id == "resolution" && text.find_first_of("0123456789") != std::string_view::npos;
  // "Resolution 2397": the Council's
  if (numbered) return Named{{"UN Security Council", ""}, c.span};
  if (c.quantity != nullptr || (!c.lemma.empty() && c.lemma[0] >= '0' && c.lemma[0] <= '9')) {
    // "resolutions 2375 and 2397, which prohibit"
    for (std::size_t k = i; k > 0 && k + 3 > i; --k) {
      if (fold(stage_.doc.text(chunk(k - 1).span)).find("resolutions ") != std::string::npos)
        return Named{{"UN Security Council", ""}, chunk(k - 1).span};
    }
  }
  if (c.pronoun && c.head == "it" && stage_.memory.rule && i == 0 && stage_.reading.sentence > 0 &&
      stage_.memory.rule->evidence.bytes.begin ==
          stage_.doc.sentences[stage_.reading.sentence - 1].span.begin)
    return Named{*stage_.memory.rule->actor, c.span};  // "It also bars …", after "The resolution …"
  std::optional<Named> actor = party_of(stage_, i);
  if (!actor) actor = owner_of(stage_, i);
  if (!actor && c.item_class == "measure" && !c.names.empty()) actor = body_of(c);
  if (!actor && is_rule(c) && i + 3 < stage_.chunks.size()) {
    // "a resolution that the Council adopted in 2017 bans …"
    const std::size_t that = chunk(i + 1).word == "," ? i + 2 : i + 1;
    if ((chunk(that).word == "that" || chunk(that).word == "which") &&
        that + 2 < stage_.chunks.size() && chunk(that + 1).party &&
        chunk(that + 2).voice == Voice::active)
      actor = party_of(stage_, that + 1);
  }
  if (!actor && is_rule(c)) {
    // "The Clark Amendment, passed by Congress", "a decree of the president"
    for (std::size_t k = i + 1; k + 2 < stage_.chunks.size() && k < i + 4; ++k) {
      const Chunk& made = chunk(k);
      if (made.kind == ChunkKind::phrase || made.voice == Voice::active) break;
      if (made.voice != Voice::participle || chunk(k + 1).word != "by") continue;
      actor = party_of(stage_, k + 2);
      if (!actor) actor = body_of(chunk(k + 2));
      break;
    }
  }
  if (!actor && c.item_id == "resolution" && c.lemma == "resolution")
    return Named{{"UN Security Council", ""}, c.span};
  if (!actor && (c.item_class == "measure" || c.of_class == "measure") && stage_.memory.rule_maker)
    actor = Named{*stage_.memory.rule_maker, c.span};
  return actor;
}

std::vector<Filler::Ruling> Filler::rulings() const {
  std::vector<Ruling> out;
  const auto& ruled = items();
  const std::size_t n = stage_.chunks.size();
  const bool passive = trigger().voice == Voice::passive || trigger().voice == Voice::participle;
  if (frame_.pos == "verb" && ruled.size() == 1) {
    const Chunk& first = chunk(ruled.front());
    // "barred Iran from exporting missiles", "is allowed to import oil": the deed behind is ruled
    const std::size_t from = passive ? trigger_ + 1 : ruled.front() + 1;
    for (std::size_t k = from; k < n && k < from + 4; ++k) {
      const Chunk& c = chunk(k);
      if (c.kind == ChunkKind::phrase) break;
      if (c.kind != ChunkKind::verb) continue;
      if (c.voice != Voice::infinitive && c.voice != Voice::gerund) break;
      if (!first.party && !is_anybody(first) && first.item_class != "vehicle") break;
      Ruling ruling;
      if (first.party) ruling.bound = first.party;
      ruling.on_all = is_anybody(first) || first.before.find(" and ") != std::string::npos;
      ruling.item = k + 1 < n && chunk(k + 1).kind == ChunkKind::phrase ? k + 1 : ruled.front();
      out.push_back(ruling);
      return out;
    }
  }
  for (const std::size_t i : ruled) {
    if (!is_anybody(chunk(i))) out.push_back({i, std::nullopt, 0, 0, false});
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

std::vector<Claim> Filler::limit() {
  if (frame_.pos == "noun" && get(roles_, "item").size() == 1 &&
      chunk(get(roles_, "item").front()).party) {
    return embargo();
  }
  std::optional<Named> actor;
  const auto& who = get(roles_, "actor");
  if (!who.empty()) actor = rule_setter(who.front());
  if (const auto owner = trigger_owner(); owner && !actor) actor = owner;
  bool rule = !who.empty() &&
              (is_rule(chunk(who.front())) ||
               (!chunk(who.front()).party && actor && actor->party.name == "UN Security Council"));
  for (std::size_t k = 0; !actor && k + 1 < stage_.chunks.size(); ++k) {
    // "Under a UN resolution, deliveries are limited to …", "is allowed to import … under sanctions"
    if (chunk(k).kind != ChunkKind::word || chunk(k).word != "under" ||
        chunk(k + 1).kind != ChunkKind::phrase || !is_rule(chunk(k + 1)))
      continue;
    actor = rule_setter(k + 1);
    rule = true;
  }
  if (!actor && frame_.id == "limit.ban" && who.empty() && trigger().voice == Voice::passive) {
    // "are prohibited from docking in Canadian ports": by whose they are
    for (std::size_t k = trigger_ + 1; k + 1 < stage_.chunks.size() && k < trigger_ + 6; ++k) {
      if (chunk(k).word != "in" && chunk(k).word != "into") continue;
      const Chunk& where = chunk(k + 1);
      if (where.lemma != "port" && where.lemma != "airspace" && where.lemma != "territory" &&
          where.lemma != "airport" && where.lemma != "water")
        continue;
      actor = owner_of(stage_, k + 1);
      rule = actor.has_value();
      break;
    }
  }
  const auto& bound = get(roles_, "bound");
  const auto counted = [&](std::size_t i) {
    return chunk(i).quantity != nullptr &&
           !std::get<Quantity>(chunk(i).quantity->value).per.empty();
  };
  if (frame_.pos == "verb" && who.empty() && !rule) {
    // "deliveries are limited to 500,000 barrels a year" is a rule whoever set it
    if (trigger().voice != Voice::passive || bound.empty() || !counted(bound.front()))
      return refuse("nobody sets the limit");
  } else if (frame_.pos == "verb" && !rule && (!actor || actor->party.iso2.size() == 2)) {
    // a state can ban; it cannot be said to cap by having less
    if (frame_.id != "limit.ban" || !actor || items().empty() || trigger().lemma == "allow" ||
        trigger().lemma == "require")
      return refuse("no rule and no body that makes rules");
  }
  if (frame_.pos == "noun" && items().empty()) return named_cap(actor);
  std::vector<Claim> out;
  for (const Ruling& ruling : rulings()) {
    const std::size_t i = ruling.item;
    const Chunk& c = chunk(i);
    if (c.pronoun || (c.party && c.item_class.empty())) continue;
    Claim claim = start("limit");
    set(claim, &Claim::target, "target", ruling.bound);
    claim.item = item_of(stage_, c);
    span(claim, "item", c.span);
    if (c.quantity != nullptr && class_of(c).empty() && stage_.memory.deed &&
        stage_.memory.deed->item) {
      // "the 500,000 barrels a year that the Council permits": of what was just spoken of
      claim.item = stage_.memory.deed->item;
      if (stage_.memory.deed->target) claim.target = stage_.memory.deed->target;
    }
    if (c.quantity != nullptr) set_quantity(claim, i);
    if (is_amount(c)) {
      // "transfers of fuel, more than double the amount permitted": of the goods named before
      std::size_t goods = i;
      while (goods > 0 &&
             (chunk(goods - 1).kind != ChunkKind::phrase || !is_traded(class_of(chunk(goods - 1)))))
        --goods;
      if (goods == 0) continue;
      claim.quantity.reset();
      claim.target.reset();
      std::erase_if(claim.evidence.spans, [](const auto& known) {
        return known.first == "item" || known.first == "quantity";
      });
      claim.item = item_of(stage_, chunk(goods - 1));
      span(claim, "item", chunk(goods - 1).span);
    }
    name_ruled(claim, i, ruling.of);
    if (ruling.on_all) {
      // "oblige member states to repatriate workers": all of them, not the workers' state
      claim.target.reset();
      std::erase_if(claim.evidence.spans,
                    [](const auto& known) { return known.first == "target"; });
      set(claim, &Claim::actor, "actor", actor);
      out.push_back(std::move(claim));
      continue;
    }
    if (claim.target && actor && *claim.target == actor->party) claim.target.reset();
    for (std::size_t k = i + 1; k + 1 < stage_.chunks.size() && k < i + 6 && !claim.target; ++k) {
      if (chunk(k).kind == ChunkKind::verb) break;
      if (chunk(k).kind != ChunkKind::word || (chunk(k).word != "to" && chunk(k).word != "from" &&
                                               chunk(k).word != "into" && chunk(k).word != "with"))
        continue;
      auto bound_to = party_of(stage_, k + 1);
      if (!bound_to) bound_to = owner_of(stage_, k + 1);
      set(claim, &Claim::target, "target", bound_to);
    }
    if (ruling.count > 0) {
      set_quantity(claim, ruling.count);
    } else if (!bound.empty()) {
      set_quantity(claim, bound.front());
    }
    if (!claim.quantity && !sides_.of("of").empty() && frame_.pos == "noun")
      set_quantity(claim, sides_.of("of").front());
    if (claim.quantity && claim.quantity->per.empty() &&
        (c.before.find("annual") != std::string::npos ||
         c.before.find("yearly") != std::string::npos)) {
      claim.quantity->per = "year";
    }
    if (!claim.target && !out.empty()) claim.target = out.front().target;
    if (claim.quantity && !out.empty() && out.front().quantity && claim.quantity->per.empty())
      claim.quantity->per = out.front().quantity->per;
    if (claim.quantity == std::nullopt && frame_.id == "limit.cap") {
      why_ = "no bound";
      continue;
    }
    set(claim, &Claim::actor, "actor", actor);
    if (claim.target && claim.actor && *claim.target == *claim.actor) claim.target.reset();
    out.push_back(std::move(claim));
  }
  return out;
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

std::vector<Claim> Filler::named_cap(std::optional<Named> actor) {
  // "the annual cap of 500,000 barrels", "the 500,000-barrel cap set by the Council"
  const Mention* count = nullptr;
  for (const Mention& mention : stage_.reading.mentions) {
    if (std::holds_alternative<Quantity>(mention.value) && trigger().span.contains(mention.span))
      count = &mention;
  }
  if (count == nullptr && !get(roles_, "bound").empty())
    count = chunk(get(roles_, "bound").front()).quantity;
  if (count == nullptr) return refuse("no bound");
  for (std::size_t k = trigger_ + 1; !actor && k + 2 < stage_.chunks.size() && k < trigger_ + 6;
       ++k) {
    if (chunk(k).kind == ChunkKind::verb && chunk(k).voice == Voice::participle &&
        chunk(k + 1).word == "by" && chunk(k + 2).kind == ChunkKind::phrase)
      actor = rule_setter(k + 2);
  }
  Claim claim = start("limit");
  claim.quantity = std::get<Quantity>(count->value);
  span(claim, "quantity", count->span);
  const std::string& before = trigger().before;
  if (claim.quantity->per.empty() &&
      (before.find("annual") != std::string::npos || before.find("yearly") != std::string::npos))
    claim.quantity->per = "year";
  if (stage_.memory.deed && stage_.memory.deed->item && stage_.memory.deed->quantity &&
      stage_.memory.deed->quantity->unit == claim.quantity->unit) {
    claim.item = stage_.memory.deed->item;  // a cap on what was just counted in the same unit
    claim.target = stage_.memory.deed->target;
  } else if (!claim.quantity->of.empty()) {
    claim.item = Item{claim.quantity->of, "", "", claim.quantity->of};
  }
  set(claim, &Claim::actor, "actor", actor);
  if (!claim.item && !claim.actor) return refuse("a cap on nothing by nobody");
  return {claim};
}

std::vector<Claim> Filler::embargo() {
  const std::size_t on = get(roles_, "item").front();
  std::optional<Named> actor = trigger_owner();
  const auto& by = sides_.of("by");
  if (!actor && !by.empty()) actor = rule_setter(by.front());
  for (std::size_t k = on + 1; !actor && k + 2 < stage_.chunks.size() && k < on + 4; ++k) {
    // "an arms embargo on Libya, imposed by the Council"
    const Chunk& c = chunk(k);
    if (c.kind == ChunkKind::verb && c.voice == Voice::participle && chunk(k + 1).word == "by" &&
        chunk(k + 2).kind == ChunkKind::phrase)
      actor = rule_setter(k + 2);
  }
  if (!actor) return refuse("nobody sets the limit");
  Claim claim = start("limit");
  claim.item = item_of(stage_, trigger());
  span(claim, "item", trigger().span);
  set(claim, &Claim::actor, "actor", actor);
  set(claim, &Claim::target, "target", party_of(stage_, on));
  if (claim.target && *claim.target == *claim.actor) return refuse("both sides are the same");
  return {claim};
}

std::vector<Claim> Filler::imposed_rule(std::size_t measure) {
  std::optional<Named> actor;
  const auto& who = get(roles_, "actor");
  if (!who.empty()) actor = rule_setter(who.front());
  if (!actor) actor = owner_of(stage_, measure);
  Claim claim = start("limit");
  claim.item = item_of(stage_, chunk(measure));
  span(claim, "item", chunk(measure).span);
  set_quantity(claim, measure);
  set(claim, &Claim::actor, "actor", actor);
  set(claim, &Claim::target, "target", party("target"));
  for (const std::string_view side : {"on", "of"}) {
    // "an embargo on arms", "a ban on the sale of coal", "a cap of 500,000 barrels on sales"
    for (const std::size_t i : sides_.of(side)) {
      if (chunk(i).party || chunk(i).pronoun || party_of(stage_, i)) continue;
      if (side == "on") claim.item->name += " on " + item_of(stage_, chunk(i)).name;
      if (!claim.quantity) set_quantity(claim, i);
      set_target(claim, i);
    }
  }
  if (!claim.target && stage_.memory.rule && !sides_.has("on")) {
    // "The embargo, which the Council imposed in 2011": the one that was told of
    if (stage_.memory.rule->actor == claim.actor) claim.target = stage_.memory.rule->target;
  }
  if (!claim.actor) return refuse("nobody sets the limit");
  if (claim.target && *claim.target == *claim.actor) claim.target.reset();
  return {claim};
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

std::optional<Named> Filler::body_of(const Chunk& c) {
  for (const Mention* name : c.names) {
    if (const auto* body = std::get_if<Organization>(&name->value))
      return Named{{body->name, ""}, name->span};
  }
  return std::nullopt;
}

}  // namespace msmt
