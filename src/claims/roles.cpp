#include "claims/roles.hpp"

#include <algorithm>
#include <array>

namespace msmt {

namespace {

/// Chunks by role, after the frame's map of sides and the voice.
using RoleMap = std::map<std::string, std::vector<std::size_t>, std::less<>>;

const std::vector<std::size_t>& get(const RoleMap& roles, std::string_view role) {
  static const std::vector<std::size_t> none;
  const auto it = roles.find(role);
  return it == roles.end() ? none : it->second;
}

class Filler {
 public:
  Filler(const Stage& stage, const Frame& frame, std::size_t trigger, const Sides& sides,
         std::string& why)
      : stage_(stage), frame_(frame), trigger_(trigger), sides_(sides), why_(why) {}

  std::vector<Claim> run() {
    map_sides();
    if (frame_.type == "more") return more();
    if (frame_.id == "give.support") return support();
    if (frame_.type == "*") return goods();
    static const std::map<std::string_view, std::vector<Claim> (Filler::*)()> by_type = {
        {"technology", &Filler::advice},
        {"training", &Filler::training},
        {"deployment", &Filler::people},
        {"labor", &Filler::people},
        {"finance", &Filler::finance},
        {"theft", &Filler::theft},
        {"transport", &Filler::transport},
        {"possession", &Filler::possession},
        {"use", &Filler::use},
        {"casualties", &Filler::casualties},
        {"limit", &Filler::limit},
        {"sanction", &Filler::sanction},
        {"establishment", &Filler::body_event},
        {"dissolution", &Filler::body_event},
        {"membership", &Filler::membership},
        {"agreement", &Filler::agreement},
        {"veto", &Filler::veto},
    };
    const auto it = by_type.find(frame_.type);
    return it == by_type.end() ? std::vector<Claim>{} : (this->*it->second)();
  }

  /// One claim for each of several givers and takers: "Russia and China vetoed", "to Jordan and Syria".
  std::vector<Claim> each(std::vector<Claim> claims) const {
    static constexpr std::array<std::string_view, 8> kTypes = {
        "transfer", "technology", "veto", "sanction", "deployment", "use", "possession", "finance"};
    constexpr std::size_t kMost = 6;
    std::vector<Claim> out;
    for (Claim& claim : claims) {
      const bool spreads = std::find(kTypes.begin(), kTypes.end(), claim.type) != kTypes.end();
      std::vector<Named> actors = spreads ? parties("actor") : std::vector<Named>{};
      std::vector<Named> targets =
          spreads && claim.type != "sanction" ? parties("target") : std::vector<Named>{};
      if (!claim.actor || actors.empty() || actors.front().party != *claim.actor ||
          actors.size() > kMost)
        actors.clear();
      if (!claim.target || targets.empty() || targets.front().party != *claim.target ||
          targets.size() > kMost)
        targets.clear();
      const std::size_t n = std::max<std::size_t>(1, actors.size());
      const std::size_t m = std::max<std::size_t>(1, targets.size());
      for (std::size_t a = 0; a < n; ++a) {
        for (std::size_t t = 0; t < m; ++t) {
          Claim copy = claim;
          if (a > 0) replace(copy, &Claim::actor, "actor", actors[a]);
          if (t > 0) replace(copy, &Claim::target, "target", targets[t]);
          if (copy.actor && copy.target && *copy.actor == *copy.target) continue;
          out.push_back(std::move(copy));
        }
      }
    }
    return out;
  }

 private:
  const Chunk& chunk(std::size_t i) const { return stage_.chunks[i]; }
  const Chunk& trigger() const { return stage_.chunks[trigger_]; }

  std::vector<Claim> refuse(std::string_view why) {
    why_ = why;
    return {};
  }

  // ---- Sides to roles.
  void put(std::string_view role, const std::vector<std::size_t>& chunks) {
    if (role.empty() || chunks.empty()) return;
    auto& out = roles_[std::string(role)];
    const bool of_party = role == "target" || role == "actor";
    if (out.empty() || (of_party && parties(role).empty())) out = chunks;
  }

  void map_sides() {
    const bool surface_object =
        trigger().kind == ChunkKind::verb &&
        (trigger().voice == Voice::passive || trigger().voice == Voice::participle);
    // the surface subject first: in a passive it is the object, and a phrase behind the verb is none
    std::vector<std::pair<std::string_view, const std::vector<std::size_t>*>> ordered;
    for (const auto& [side, list] : sides_.chunks) {
      if (side == "subj") {
        ordered.insert(ordered.begin(), {side, &list});
      } else if (side != "in") {
        ordered.emplace_back(side, &list);
      }
    }
    // a place is a side only where nothing else names one
    if (sides_.has("in")) ordered.emplace_back("in", &sides_.of("in"));
    for (const auto& [side, members] : ordered) {
      const std::vector<std::size_t>& list = *members;
      if (side == "planner") {
        if (const auto owner = owner_of(stage_, list.front());
            owner && !frame_.role("subj").empty())
          planner_ = owner;
        continue;
      }
      static constexpr std::array<std::string_view, 5> kEquip = {"equip", "arm", "outfit",
                                                                 "present", "resupply"};
      if (side == "obj" && !surface_object && frame_.type == "*" &&
          std::find(kEquip.begin(), kEquip.end(), trigger().lemma) != kEquip.end()) {
        put(frame_.role("second"),
            list);  // "enough to equip three brigades": they take, they are not given
        continue;
      }
      if (side == "obj" && !surface_object && frame_.role("with") == "item" &&
          !frame_.role("second").empty() && !sides_.of("with").empty() &&
          frame_.takes(class_of(chunk(sides_.of("with").front())))) {
        put(frame_.role("second"), list);  // "equipped the rebels with jammers"
        continue;
      }
      if (side == "subj") {
        if (!surface_object) {
          put(frame_.role("subj"), list);
          continue;
        }
        // "Russia was supplied with drones": a party as surface subject is the second object
        const bool party = std::all_of(list.begin(), list.end(), [&](std::size_t i) {
          return chunk(i).party.has_value() && !chunk(i).party->party.name.empty();
        });
        const bool recipient =
            party && frame_.role("obj") == "item" && !frame_.role("second").empty();
        put(recipient ? frame_.role("second") : frame_.role("obj"), list);
      } else if (side == "obj") {
        if (surface_object) {
          put(frame_.role("obj"), list);
          continue;
        }
        // "supplied Russia with drones", "gave Russia drones": a party is no goods
        const bool party = stands_for_party(list.front());
        if (party && frame_.role("obj") == "item" && !frame_.role("second").empty()) {
          put(frame_.role("second"), list);
        } else {
          put(frame_.role("obj"), list);
        }
      } else if (side == "second") {
        const std::string_view role =
            stands_for_party(list.front()) ? frame_.role("second") : frame_.role("obj");
        put(role.empty() ? frame_.role("second") : role, list);
      } else if (side == "by") {
        const std::string_view role = frame_.role("by");
        put(role.empty() && surface_object ? frame_.role("subj") : role, list);
      } else {
        put(frame_.role(side), list);
      }
    }
    if (!sides_.has("between")) return;
    if (frame_.role("between") == "pair") roles_["pair"] = sides_.of("between");
  }

  bool stands_for_party(std::size_t i) const {
    const Chunk& c = chunk(i);
    if (c.party) return true;
    if (c.pronoun) return c.head == "it" || c.head == "them" || c.head == "him" || c.head == "us";
    if (!c.item_class.empty() && c.item_class != "troops" && c.item_class != "people") return false;
    return parties_of(stage_, i).size() == 1 && c.quantity == nullptr && c.item_class.empty();
  }

  /// The trigger noun is the item itself: "financial transactions", "casualties".
  bool needs_self() const { return frame_.needs.contains("self"); }

  // ---- Parties.
  std::vector<Named> parties(std::string_view role) const {
    std::vector<Named> out;
    for (const std::size_t i : get(roles_, role)) {
      for (Named& named : parties_of(stage_, i)) out.push_back(std::move(named));
    }
    return out;
  }
  std::optional<Named> party(std::string_view role) const {
    auto all = parties(role);
    if (all.empty() && planner_ && role == frame_.role("subj")) return planner_;
    if (all.empty()) return std::nullopt;
    return all.front();
  }
  /// Owner of the trigger noun itself: "Russia's veto", "its deployment".
  std::optional<Named> trigger_owner() const {
    if (trigger().kind != ChunkKind::phrase) return std::nullopt;
    return owner_of(stage_, trigger_);
  }

  static void set(Claim& claim, std::optional<Party> Claim::*field, std::string_view name,
                  const std::optional<Named>& named) {
    if (!named) return;
    claim.*field = named->party;
    span(claim, name, named->span);
  }
  static void span(Claim& claim, std::string_view name, Span bytes) {
    for (const auto& [known, old] : claim.evidence.spans) {
      if (known == name) return;
    }
    claim.evidence.spans.emplace_back(std::string(name), bytes);
  }

  static void replace(Claim& claim, std::optional<Party> Claim::*field, std::string_view name,
                      const Named& named) {
    std::erase_if(claim.evidence.spans, [&](const auto& known) { return known.first == name; });
    set(claim, field, name, named);
  }

  Claim start(std::string_view type) const {
    Claim claim;
    claim.type = std::string(type);
    claim.evidence.rule = frame_.id + "." + sides_.construction;
    span(claim, "trigger",
         trigger().kind == ChunkKind::word ? trigger().span : trigger().head_span);
    return claim;
  }

  void set_item(Claim& claim, std::size_t i) const {
    const Chunk& c = chunk(i);
    claim.item = item_of(stage_, c);
    if (c.item_class.empty() && c.of.empty() && class_of(c) == "money") {
      claim.item->name = "money";
      claim.item->key = "money";
    }
    span(claim, "item", c.span);
    set_quantity(claim, i);
  }
  void set_quantity(Claim& claim, std::size_t i) const {
    const Chunk& c = chunk(i);
    if (c.quantity == nullptr) return;
    const auto& quantity = std::get<Quantity>(c.quantity->value);
    if (!quantity.unit.empty() &&
        (quantity.unit == "percent" || quantity.unit == "year" || quantity.unit == "month")) {
      return;
    }
    claim.quantity = quantity;
    span(claim, "quantity", c.quantity->span);
    claim.part = is_part(stage_.doc.text(c.quantity->span));
  }

  /// The item list of the frame: chunks of its item role, or the noun before a trigger noun.
  std::vector<std::size_t> items() const { return get(roles_, "item"); }

  /// "German military support for Ukraine": the noun itself is what goes over.
  std::vector<Claim> support() {
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

  // ---- `*`: the class of the item decides what went over.
  std::vector<Claim> goods() {
    std::optional<Named> actor = party("actor");
    std::optional<Named> target = party("target");
    if (!target && !get(roles_, "target").empty()) {
      // "delivered to North Korean ports", "for Iran's air force": whose they are
      const std::size_t taker = get(roles_, "target").front();
      if (chunk(taker).item_class.empty()) target = owner_of(stage_, taker);
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
    const auto pair = pair_of();
    if (!target && sides_.construction == "clause") target = other_party(actor);
    if (!target) target = supported(actor);
    std::vector<Claim> out;
    Named none;
    std::vector<std::size_t> list = items();
    std::string last_class;
    for (const std::size_t i : list) {
      const Chunk& c = chunk(i);
      std::string klass = class_of(c);
      if (klass.empty() && c.quantity != nullptr && !last_class.empty() && c.item_class.empty() &&
          c.head_span.begin >= c.quantity->span.begin && c.head_span.end <= c.quantity->span.end) {
        klass = last_class;  // "481 workers, 198 in construction"
      }
      if (klass == "deed" || klass == "program") klass.clear();
      if (klass == "people") klass = "";
      if (klass.empty() || !frame_.takes(klass)) {
        why_ = "item \"" + std::string(stage_.doc.text(c.span)) +
               "\" is of no class that the frame takes";
        continue;
      }
      last_class = klass;
      static constexpr std::array<std::string_view, 8> kWeak = {
          "fly", "move", "return", "pass", "route", "channel", "forward", "hand"};
      if (!target && !source &&
          std::find(kWeak.begin(), kWeak.end(), trigger().lemma) != kWeak.end() &&
          trigger().voice != Voice::passive) {
        why_ = "moved, but to nobody";
        continue;
      }
      static constexpr std::array<std::string_view, 4> kCarry = {"carry", "bring", "transport",
                                                                 "haul"};
      const bool passive = trigger().voice == Voice::passive && target;
      if ((!target || !source) && !passive &&
          std::find(kCarry.begin(), kCarry.end(), trigger().lemma) != kCarry.end()) {
        why_ = "carried, but not from one side to another";
        continue;
      }
      out.push_back(one(i, Grammar::type_of_class(klass), actor, target, pair));
      Claim& claim = out.back();
      if (claim.type == "finance") describe_money(claim);
      if ((claim.type == "labor" || claim.type == "deployment") && !claim.target) {
        place_after(claim, std::max(i, trigger_) + 1);
      }
      if (noun && !claim.quantity) set_quantity(claim, trigger_);  // "seven shipments of fuel"
      if (noun && !claim.quantity) reached(claim);
      elliptical(claim);
    }
    if (list.empty() && noun) return from_trigger_noun(actor, target, pair);
    if (list.empty()) why_ = "no item";
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

  /// "Russia supported the North's missile programs by providing data": whose programs they are.
  std::optional<Named> other_party(const std::optional<Named>& actor) const {
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

  /// "exports to Ethiopia reached $94.6 million": the figure that a deed comes to.
  void reached(Claim& claim) const {
    static constexpr std::array<std::string_view, 10> kReach = {
        "reach", "total", "exceed", "amount", "stand", "rise", "climb", "surpass", "number", "hit"};
    for (std::size_t k = trigger_ + 1; k + 1 < stage_.chunks.size() && k < trigger_ + 8; ++k) {
      if (chunk(k).kind != ChunkKind::verb) continue;
      if (std::find(kReach.begin(), kReach.end(), chunk(k).lemma) == kReach.end()) return;
      for (std::size_t q = k + 1; q < stage_.chunks.size() && q < k + 3; ++q) {
        if (chunk(q).kind == ChunkKind::phrase && chunk(q).quantity != nullptr)
          return set_quantity(claim, q);
      }
      return;
    }
  }

  /// "supplied containers … to support Russia's war": whom the deed is to support.
  std::optional<Named> supported(const std::optional<Named>& actor) const {
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

  /// "thousands of laborers to work in construction in Russia": a place further on in the clause.
  void place_after(Claim& claim, std::size_t from) const {
    for (std::size_t k = from; k + 1 < stage_.chunks.size() && !claim.target; ++k) {
      const Chunk& c = chunk(k);
      if (c.kind == ChunkKind::verb && c.voice != Voice::infinitive && c.voice != Voice::gerund)
        return;
      if (c.kind != ChunkKind::word || (c.word != "in" && c.word != "to")) continue;
      const auto named = chunk(k + 1).party ? chunk(k + 1).party : std::optional<Named>{};
      if (!named || named->party.iso2.empty() || (claim.actor && named->party == *claim.actor))
        continue;
      set(claim, &Claim::target, "target", named);
    }
  }

  /// "11,000 troops to Russia …, with an additional 3,000 soldiers dispatched": the sides go on.
  void elliptical(Claim& claim) const {
    if (claim.actor || claim.target || !claim.part || !stage_.memory.people) return;
    if (stage_.memory.people->type != claim.type) return;
    claim.actor = stage_.memory.people->actor;
    claim.target = stage_.memory.people->target;
  }

  std::optional<std::pair<Named, Named>> pair_of() const {
    std::vector<Named> both;
    for (const std::size_t i : get(roles_, "pair")) {
      for (Named& named : parties_of(stage_, i)) both.push_back(std::move(named));
    }
    if (both.size() < 2) return std::nullopt;
    return std::pair(both[0], both[1]);
  }

  Claim one(std::size_t i, std::string_view type, std::optional<Named> actor,
            std::optional<Named> target, const std::optional<std::pair<Named, Named>>& pair) const {
    Claim claim = start(type);
    set_item(claim, i);
    const auto owner = owner_of(stage_, i);
    if (owner && !owner->party.iso2.empty() && !actor &&
        (type == "deployment" || type == "labor" ||
         (target && target->party.iso2 != owner->party.iso2))) {
      actor = owner;  // "North Korean workers were sent to Russia"
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

  /// "arms transfers between A and B", "troop deployment to Russia", "fuel supplies"
  std::vector<Claim> from_trigger_noun(std::optional<Named> actor, std::optional<Named> target,
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
    if (!claim.actor && !claim.target) return refuse("no side");
    return {claim};
  }

  /// The item that stands before a trigger noun inside its phrase; its text goes to pre_text_.
  std::string pre_item(const Chunk& c) {
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

  const Gazetteer& stage_items() {
    item_table_ = &stage_.grammar.lexicons().table("items");
    return stage_.grammar.lexicons().gazetteer("items");
  }

  // ---- The other types, one function each.
  std::vector<Claim> people() {
    std::optional<Named> actor = party("actor");
    std::optional<Named> target = party("target");
    if (trigger().kind == ChunkKind::phrase) {
      if (const auto owner = trigger_owner()) {
        if (frame_.role("owner") == "actor" && !actor) actor = owner;
        if (frame_.role("owner") == "target" && !target && frame_.type != "labor") target = owner;
        if (frame_.type == "labor" && !actor) actor = owner;
      }
    }
    if (frame_.id == "labor.visa") {
      const auto& permit = get(roles_, "permit");
      if (permit.empty() || class_of(chunk(permit.front())) != "visa") return refuse("no visa");
    }
    std::vector<Claim> out;
    for (const std::size_t i : items()) {
      const std::string klass = class_of(chunk(i));
      if (!actor && sides_.construction == "reduced" && i > 0 &&
          chunk(i - 1).kind == ChunkKind::word && chunk(i - 1).word == "with" &&
          !owner_of(stage_, i)) {
        actor = main_subject(
            i);  // "Pyongyang has sent shells …, with 11,000 soldiers deployed on the front"
      }
      if (!frame_.takes(klass)) {
        why_ = "item is of no class that the frame takes";
        continue;
      }
      Claim claim = one(i, frame_.type, actor, target, pair_of());
      if (frame_.id == "labor.visa" && trigger().lemma != "grant" && trigger().lemma != "issue" &&
          trigger().lemma != "approve") {
        claim.certainty = Certainty::planned;
      }
      if (frame_.type == "labor") name_sector(claim, i);
      if (!claim.actor && !claim.target) {
        why_ = "no side";
        continue;
      }
      if (frame_.id == "deploy.arrive" && !claim.target) {
        why_ = "no place";
        continue;
      }
      out.push_back(std::move(claim));
    }
    if (items().empty() && trigger().kind == ChunkKind::phrase) {
      return from_trigger_noun(actor, target, pair_of());
    }
    return out;
  }

  /// The nearest state before chunk i that a finite verb follows.
  std::optional<Named> main_subject(std::size_t i) const {
    for (std::size_t k = i; k > 1; --k) {
      const Chunk& verb = chunk(k - 1);
      if (verb.kind != ChunkKind::verb ||
          (verb.voice != Voice::active && verb.voice != Voice::passive))
        continue;
      const Chunk& left = chunk(k - 2);
      if (left.kind == ChunkKind::phrase && left.party && !left.party->party.iso2.empty())
        return left.party;
    }
    return std::nullopt;
  }

  void name_sector(Claim& claim, std::size_t item) const {
    const auto& sector = get(roles_, "sector");
    if (sector.empty() || chunk(sector.front()).party) return;
    const Span text{chunk(sector.front()).span.begin, chunk(sector.back()).span.end};
    claim.item->name += " in " + quote(stage_.doc, text);
    (void)item;
  }

  /// "Russia advised the North on spy satellites"
  std::vector<Claim> advice() {
    const auto actor = party("actor");
    const auto target = party("target");
    if (!actor || !target || actor->party == target->party) return refuse("not two sides");
    std::vector<Claim> out;
    for (const std::size_t i : items()) {
      if (chunk(i).party) continue;
      Claim claim = start("technology");
      claim.item = item_of(stage_, chunk(i));
      span(claim, "item", chunk(i).span);
      set(claim, &Claim::actor, "actor", actor);
      set(claim, &Claim::target, "target", target);
      out.push_back(std::move(claim));
    }
    return out;
  }

  std::vector<Claim> training() {
    std::optional<Named> actor = party("actor");
    std::optional<Named> target = party("target");
    if (!get(roles_, "target").empty() && chunk(get(roles_, "target").front()).pronoun)
      target.reset();
    if (trigger().kind == ChunkKind::phrase && !actor) {
      if (const auto owner = trigger_owner()) actor = owner;
    }
    if (!target) {
      const auto& trained = get(roles_, "target");
      if (!trained.empty() && chunk(trained.front()).pronoun && stage_.memory.people &&
          stage_.memory.people->actor) {
        target = Named{*stage_.memory.people->actor,
                       chunk(trained.front()).span};  // "They were trained by …"
      }
      if (!target && !trained.empty() && chunk(trained.front()).pronoun) {
        for (std::size_t k = trained.front(); k > 0 && !target; --k) {
          if (chunk(k - 1).kind == ChunkKind::phrase && is_plural(chunk(k - 1).head))
            target = owner_of(stage_, k - 1);
        }
      }
      if (!target && !trained.empty()) target = owner_of(stage_, trained.front());
      if (!target && !trained.empty() && stage_.memory.people && chunk(trained.front()).definite) {
        // "those soldiers": of the last claim about people
        if (stage_.memory.people->actor)
          target = Named{*stage_.memory.people->actor, chunk(trained.front()).span};
      }
    }
    if (!actor && !target) return refuse("nobody trains or is trained");
    if (!actor && get(roles_, "actor").empty() && trigger().voice != Voice::passive)
      return refuse("no trainer");
    if (actor && target && actor->party == target->party) return refuse("both sides are the same");
    std::vector<Claim> out;
    for (const std::size_t i : items()) {
      if (chunk(i).party) continue;
      Claim claim = start("training");
      claim.item = item_of(stage_, chunk(i));
      span(claim, "item", chunk(i).span);
      if (i + 2 < stage_.chunks.size() && chunk(i + 1).kind == ChunkKind::word &&
          chunk(i + 1).word == "of" && chunk(i + 2).kind == ChunkKind::phrase) {
        claim.item->name +=
            " of " + item_of(stage_, chunk(i + 2)).name;  // "the use of anti-ship missiles"
      }
      if (const auto& trained = get(roles_, "target"); !trained.empty())
        set_quantity(claim, trained.front());
      set(claim, &Claim::actor, "actor", actor);
      set(claim, &Claim::target, "target", target);
      out.push_back(std::move(claim));
    }
    if (out.empty()) {
      Claim claim = start("training");
      set(claim, &Claim::actor, "actor", actor);
      set(claim, &Claim::target, "target", target);
      const auto& trained = get(roles_, "target");
      if (!trained.empty()) {
        set_quantity(claim, trained.front());
        if (!chunk(trained.front()).party && !chunk(trained.front()).pronoun) {
          claim.item = item_of(stage_, chunk(trained.front()));  // whom, where nothing says in what
          span(claim, "item", chunk(trained.front()).span);
        }
      }
      out.push_back(std::move(claim));
    }
    return out;
  }

  std::vector<Claim> finance() {
    std::optional<Named> actor = party("actor");
    std::optional<Named> target = party("target");
    const auto pair = pair_of();
    if (needs_self()) {
      if (trigger().before.find("arms") != std::string::npos ||
          trigger().before.find("weapon") != std::string::npos) {
        return refuse("of arms, not of money");
      }
      if (const auto owner = trigger_owner(); owner && !actor) actor = owner;
      Claim claim = start("finance");
      claim.item = item_of(stage_, trigger());
      span(claim, "item", trigger().span);
      set_quantity(claim, trigger_);
      if (pair) {
        actor = pair->first;
        target = pair->second;
      }
      if (actor && target && actor->party == target->party) target.reset();
      for (std::size_t k = trigger_ + 1;
           !target && k + 1 < stage_.chunks.size() && k < trigger_ + 9; ++k) {
        // "accounts set up in South Ossetia", "through banks located in the region of South Ossetia"
        if (chunk(k).kind != ChunkKind::word || chunk(k).word != "in") continue;
        if (chunk(k + 1).kind != ChunkKind::phrase) continue;
        target = chunk(k + 1).party ? chunk(k + 1).party : chunk(k + 1).of_party;
      }
      set(claim, &Claim::actor, "actor", actor);
      set(claim, &Claim::target, "target", target);
      const bool qualified =
          !trigger().before.empty() || claim.actor || claim.target || claim.quantity;
      if (!qualified) return refuse("no side");
      if (frame_.id == "finance.account" && !claim.actor && !claim.target) return refuse("no side");
      return {claim};
    }
    std::vector<Claim> out;
    for (const std::size_t i : items()) {
      if (!frame_.takes(class_of(chunk(i)))) {
        why_ = "no money";
        continue;
      }
      Claim claim = one(i, "finance", actor, target, pair);
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
    return out;
  }

  /// "$1.8 billion in kickbacks", "$1.75 billion for drones": what the money was.
  void describe_money(Claim& claim) const {
    if (!claim.item || claim.item->name != "money") return;
    const auto& in = sides_.of("in");
    const auto& purpose = sides_.of("for");
    if (!in.empty() && !chunk(in.front()).party) {
      claim.item->name = item_of(stage_, chunk(in.front())).name;
    } else if (!purpose.empty() && !chunk(purpose.front()).party &&
               !chunk(purpose.front()).pronoun) {
      claim.item->name = "payment for " + item_of(stage_, chunk(purpose.front())).name;
    }
  }

  std::vector<Claim> theft() {
    std::optional<Named> actor = party("actor");
    std::optional<Named> target = party("target");
    if (!target) {
      const auto& robbed = get(roles_, "target");
      if (!robbed.empty() && !chunk(robbed.front()).pronoun) {
        const Chunk& c = chunk(robbed.front());
        Item named = item_of(stage_, c);
        target = Named{{named.name, ""}, c.span};
      }
    }
    if (const auto owner = trigger_owner(); owner && !actor) actor = owner;
    std::vector<Claim> out;
    for (const std::size_t i : items()) {
      const auto& in = sides_.of("in");
      const bool of_money = !in.empty() && class_of(chunk(in.front())) == "money";
      if (!frame_.takes(class_of(chunk(i))) && !of_money) {
        why_ = "nothing that can be stolen";
        continue;
      }
      Claim claim = start("theft");
      set_item(claim, i);
      if (of_money) claim.item = item_of(stage_, chunk(in.front()));
      set(claim, &Claim::actor, "actor", actor);
      set(claim, &Claim::target, "target", target);
      if (!claim.actor && !claim.target && !claim.quantity) continue;
      out.push_back(std::move(claim));
    }
    if (out.empty() && frame_.id == "theft.hack" && actor && target) {
      Claim claim = start("theft");
      set(claim, &Claim::actor, "actor", actor);
      set(claim, &Claim::target, "target", target);
      out.push_back(std::move(claim));
    }
    if (out.empty() && trigger().kind == ChunkKind::phrase && items().empty()) {
      return from_trigger_noun(actor, target, std::nullopt);
    }
    return out;
  }

  std::vector<Claim> transport() {
    std::vector<std::size_t> vehicles = get(roles_, "vehicle");
    if (vehicles.empty()) return refuse("no vehicle");
    if (frame_.id == "transport.carry" && !get(roles_, "cargo").empty()) {
      const Chunk& cargo = chunk(get(roles_, "cargo").front());
      const std::string klass = class_of(cargo);
      if (cargo.negative || klass.empty() || klass == "people" || klass == "speaker")
        return refuse("no goods");
    }
    if (frame_.pos == "prep") {
      bool goods = false;
      for (std::size_t k = 0; k < trigger_ && !goods; ++k) {
        const std::string klass =
            chunk(k).kind == ChunkKind::phrase ? class_of(chunk(k)) : std::string();
        goods = klass == "arms" || klass == "goods" || klass == "fuel" || klass == "container" ||
                klass == "aid" || klass == "parts" || klass == "deed" || klass == "troops" ||
                klass == "workers" || chunk(k).pronoun;
      }
      if (!goods) return refuse("no goods");
    }
    std::vector<Claim> out;
    for (const std::size_t i : vehicles) {
      const Chunk& c = chunk(i);
      if (class_of(c) != "vehicle" && !carries(c)) {
        why_ = "no means of transport";
        continue;
      }
      Claim claim = start("transport");
      set_item(claim, i);
      if (frame_.id == "transport.trips") {
        claim.quantity.reset();
        std::erase_if(claim.evidence.spans,
                      [](const auto& known) { return known.first == "quantity"; });
        set_quantity(claim, trigger_);  // "Russian ships made 27 voyages"
      }
      auto owner = owner_of(stage_, i);
      if (!owner) owner = operator_after(i, claim);
      if (!owner && frame_.id == "transport.use") owner = party("operator");
      set(claim, &Claim::actor, "actor", owner);
      out.push_back(std::move(claim));
    }
    return out;
  }

  /// "planes belonging to the Russian Transport Aviation Command", "ships of the Navy"
  std::optional<Named> operator_after(std::size_t i, Claim& claim) const {
    for (std::size_t k = i + 1; k < stage_.chunks.size() && k < i + 4; ++k) {
      const Chunk& c = chunk(k);
      if (c.kind == ChunkKind::phrase) {
        if (!c.party) return std::nullopt;
        if (c.party->party.iso2.empty()) claim.operators.push_back(c.party->party.name);
        if (c.owner) return c.owner;
        return c.party;
      }
      const bool link =
          (c.kind == ChunkKind::verb &&
           (c.lemma == "belong" || c.lemma == "operate" || c.lemma == "own" || c.lemma == "flag" ||
            c.lemma == "register")) ||
          (c.kind == ChunkKind::word && (c.word == "to" || c.word == "by" || c.word == "of"));
      if (!link) return std::nullopt;
    }
    return std::nullopt;
  }

  bool carries(const Chunk& c) const {
    if (c.weapon == nullptr) return false;
    const auto& weapon = std::get<Weapon>(c.weapon->value);
    return weapon.category == "transport aircraft";
  }

  std::vector<Claim> possession() {
    std::optional<Named> actor = party("actor");
    if (frame_.id == "possess.fit" || frame_.id == "possess.consist") {
      const auto& whole = get(roles_, frame_.id == "possess.fit" ? "carrier" : "arsenal");
      if (!whole.empty()) {
        actor = owner_of(stage_, whole.front());
        if (!actor && stage_.memory.deed && frame_.id == "possess.fit" &&
            stage_.memory.deed->type == "possession") {
          if (stage_.memory.deed->actor)
            actor = Named{*stage_.memory.deed->actor, chunk(whole.front()).span};
        }
      }
    }
    if (const auto owner = trigger_owner(); owner && !actor) actor = owner;
    std::vector<Claim> out;
    std::vector<std::size_t> list = items();
    const auto& carriers = get(roles_, "aboard");
    if (!carriers.empty() && !actor && frame_.id == "possess.show") {
      // "systems unveiled on the North's new destroyer": both are the North's
      actor = owner_of(stage_, carriers.front());
      if (actor && !actor->party.iso2.empty())
        list.insert(list.end(), carriers.begin(), carriers.end());
    }
    if (!actor) return refuse("no owner");
    for (std::size_t k = 0; k + 1 < list.size(); ++k) {
      // "a 5,000-ton destroyer, the Choe Hyon": one thing, by its kind and by its name
      const Chunk& kind = chunk(list[k]);
      const Chunk& name = chunk(list[k + 1]);
      if (kind.weapon == nullptr || name.weapon == nullptr || kind.quantity != nullptr ||
          !name.definite)
        continue;
      const auto& first = std::get<Weapon>(kind.weapon->value);
      const auto& second = std::get<Weapon>(name.weapon->value);
      if (first.name.empty() && !second.name.empty() && first.category == second.category) {
        list.erase(list.begin() + static_cast<std::ptrdiff_t>(k));
        break;
      }
    }
    for (const std::size_t i : list) {
      const Chunk& c = chunk(i);
      const bool is_arms = c.weapon != nullptr || c.item_class == "arms" || c.of_weapon != nullptr;
      if (!is_arms) {
        why_ = "no weapon";
        continue;
      }
      Claim claim = start("possession");
      set_item(claim, i);
      set(claim, &Claim::actor, "actor", actor);
      out.push_back(std::move(claim));
    }
    return out;
  }

  std::vector<Claim> use() {
    std::optional<Named> actor = party("actor");
    std::optional<Named> target = party("target");
    if (const auto owner = trigger_owner(); owner && !actor) actor = owner;
    if (!target) {
      // "Ukrainian cities", "Ukraine's energy grid": the target is whose they are
      const auto& hit = get(roles_, "target");
      if (!hit.empty()) target = owner_of(stage_, hit.front());
      if (target && actor && target->party == actor->party && !hit.empty()) {
        // "Ukraine says Russia has launched drones at its cities": the other one's
        for (const Party& other : stage_.memory.countries) {
          if (other != actor->party) {
            target = Named{other, chunk(hit.front()).span};
            break;
          }
        }
      }
    }
    if (actor && target && actor->party == target->party) target.reset();
    if (trigger().lemma == "launch" && !target) {
      for (const std::size_t i : items()) {
        if (chunk(i).weapon != nullptr &&
            std::get<Weapon>(chunk(i).weapon->value).category == "warship") {
          return refuse("a ship that is launched is not fired");
        }
      }
    }
    std::vector<Claim> out;
    std::vector<std::size_t> list = items();
    for (const std::size_t i : list) {
      const Chunk& c = chunk(i);
      const bool is_arms = c.weapon != nullptr || class_of(c) == "arms" || c.of_weapon != nullptr;
      const bool pronoun = stage_.memory.deed && stage_.memory.deed->item &&
                           (c.head == "them" || c.lemma == "system" || c.lemma == "weapon") &&
                           c.item_class != "arms";
      if (!is_arms && !pronoun) {
        why_ = "no weapon";
        continue;
      }
      Claim claim = start("use");
      set_item(claim, i);
      if (pronoun && !is_arms) claim.item = stage_.memory.deed->item;
      set(claim, &Claim::actor, "actor", actor);
      set(claim, &Claim::target, "target", target);
      if (!claim.actor && !claim.target) {
        why_ = "no side";
        continue;
      }
      if (frame_.id == "use.fire" && !claim.target && ambiguous_use()) {
        why_ = "not said against whom";
        continue;
      }
      out.push_back(std::move(claim));
    }
    if (list.empty()) {
      why_ = "no weapon";
      if (trigger().kind == ChunkKind::phrase && frame_.id == "use.noun") {
        return from_trigger_noun(actor, target, std::nullopt);
      }
    }
    return out;
  }

  /// "use", "employ", "deploy" and "launch" say more than firing.
  bool ambiguous_use() const { return trigger().lemma == "deploy" || trigger().lemma == "employ"; }

  std::vector<Claim> casualties() {
    std::vector<Claim> out;
    const bool self = needs_self();
    std::vector<std::size_t> list = self ? std::vector<std::size_t>{trigger_} : items();
    for (const std::size_t i : list) {
      const Chunk& c = chunk(i);
      const std::string klass = class_of(c);
      const bool of_people = klass == "people" || klass == "troops" || klass == "workers";
      // "600 of them were killed": of the people named before
      const bool elliptical = klass.empty() && c.quantity != nullptr && stage_.memory.people &&
                              stage_.memory.people->item && c.item_class.empty() && !c.weapon;
      if (!of_people && !elliptical) {
        why_ = "no people";
        continue;
      }
      Claim claim = start("casualties");
      set_item(claim, i);
      auto owner = owner_of(stage_, i);
      if (elliptical) {
        claim.item->name = stage_.memory.people->item->name;
        claim.item->key = stage_.memory.people->item->key;
        if (claim.quantity && claim.quantity->unit.empty() && stage_.memory.people->quantity) {
          claim.quantity->unit = stage_.memory.people->quantity->unit;
        }
        if (!owner && stage_.memory.people->actor)
          owner = Named{*stage_.memory.people->actor, c.span};
      }
      if (!owner && !self && stage_.memory.people && stage_.memory.people->actor && c.definite &&
          (klass == "troops" || klass == "workers")) {
        owner = Named{*stage_.memory.people->actor, c.span};
      }
      if (!owner) owner = party("actor");
      if (!owner && !self && c.party) owner = party_of(stage_, i);
      if (self) {
        const auto& of = sides_.of("of");
        if (!of.empty() &&
            (class_of(chunk(of.front())) == "troops" || class_of(chunk(of.front())) == "people")) {
          set_item(claim, of.front());  // "the death of 20 Chadian soldiers"
          owner = owner_of(stage_, of.front());
        }
        if (!claim.quantity) reached(claim);
        if (!claim.quantity && !owner) return refuse("no count and nobody's");
      }
      set(claim, &Claim::actor, "actor", owner);
      if (!claim.quantity && !claim.actor) {
        why_ = "no count and nobody's";
        continue;
      }
      out.push_back(std::move(claim));
    }
    return out;
  }

  std::vector<Claim> limit() {
    std::optional<Named> actor;
    const auto& who = get(roles_, "actor");
    if (!who.empty()) {
      const Chunk& c = chunk(who.front());
      actor = party_of(stage_, who.front());
      if (!actor) actor = owner_of(stage_, who.front());
      if (!actor && c.item_class == "measure" && !c.names.empty()) actor = body_of(c);
      const std::string_view text = stage_.doc.text(c.span);
      if (!actor && c.item_id == "resolution" &&
          text.find_first_of("0123456789") != std::string_view::npos) {
        actor = Named{{"UN Security Council", ""},
                      c.span};  // "Resolution 2397": numbered ones are the Council's
      }
      if (!actor && (c.item_class == "measure" || c.of_class == "measure") &&
          stage_.memory.rule_maker) {
        actor = Named{*stage_.memory.rule_maker, c.span};
      }
    }
    if (const auto owner = trigger_owner(); owner && !actor) actor = owner;
    if (frame_.pos == "verb" && who.empty()) return refuse("nobody sets the limit");
    const bool rule = !who.empty() && (chunk(who.front()).item_class == "measure" ||
                                       chunk(who.front()).of_class == "measure" ||
                                       chunk(who.front()).item_class == "decision" ||
                                       chunk(who.front()).item_class == "document");
    if (frame_.pos == "verb" && !rule && (!actor || actor->party.iso2.size() == 2)) {
      if (frame_.id == "limit.ban" && actor && !get(roles_, "item").empty()) {
        // a state can ban; it cannot be said to cap by having less
      } else {
        return refuse("no rule and no body that makes rules");
      }
    }
    std::vector<Claim> out;
    std::vector<std::size_t> ruled = items();
    std::optional<Named> bound_party;
    if (frame_.id == "limit.ban" && ruled.size() == 1 && chunk(ruled.front()).party) {
      // "barred Iran from exporting missiles": whom the rule binds, and what it is about
      bound_party = chunk(ruled.front()).party;
      for (std::size_t k = ruled.front() + 1; k + 1 < stage_.chunks.size() && k < ruled.front() + 4;
           ++k) {
        if (chunk(k).kind == ChunkKind::verb && chunk(k + 1).kind == ChunkKind::phrase) {
          ruled = {k + 1};
          break;
        }
      }
    }
    for (const std::size_t i : ruled) {
      const Chunk& c = chunk(i);
      if (c.pronoun || (c.party && c.item_class.empty())) continue;
      Claim claim = start("limit");
      set(claim, &Claim::target, "target", bound_party);
      claim.item = item_of(stage_, c);
      span(claim, "item", c.span);
      if (c.quantity != nullptr && class_of(c).empty() && stage_.memory.deed &&
          stage_.memory.deed->item) {
        // "the 500,000 barrels a year that the Council permits": of what was just spoken of
        set_quantity(claim, i);
        claim.item = stage_.memory.deed->item;
        if (stage_.memory.deed->target) claim.target = stage_.memory.deed->target;
      }
      const std::size_t of = i + 1;
      if (of + 1 < stage_.chunks.size() && chunk(of).kind == ChunkKind::word &&
          chunk(of).word == "of" && chunk(of + 1).kind == ChunkKind::phrase) {
        // "imports of refined petroleum", "the hiring of North Koreans": a deed keeps its `of` apart
        const Item of_item = item_of(stage_, chunk(of + 1));
        claim.item->name += " of " + of_item.name;
        if (!of_item.key.empty()) claim.item->key = of_item.key;
        if (c.item_class == "deed" && !of_item.category.empty())
          claim.item->category = of_item.category;
        set_target(claim, of + 1);
        if (const auto bound = party_of(stage_, of + 1); bound && !bound->party.iso2.empty()) {
          set(claim, &Claim::target, "target", bound);
        }
      }
      set_target(claim, i);
      if (claim.target && actor && *claim.target == actor->party) claim.target.reset();
      for (std::size_t k = i + 1; k + 1 < stage_.chunks.size() && k < i + 6 && !claim.target; ++k) {
        if (chunk(k).kind == ChunkKind::verb) break;
        if (chunk(k).kind != ChunkKind::word ||
            (chunk(k).word != "to" && chunk(k).word != "from" && chunk(k).word != "into"))
          continue;
        auto bound_to = party_of(stage_, k + 1);
        if (!bound_to) bound_to = owner_of(stage_, k + 1);
        set(claim, &Claim::target, "target", bound_to);
      }
      const auto& bound = get(roles_, "bound");
      if (!bound.empty()) set_quantity(claim, bound.front());
      if (!claim.quantity && !sides_.of("of").empty() && frame_.pos == "noun")
        set_quantity(claim, sides_.of("of").front());
      if (claim.quantity && claim.quantity->per.empty() &&
          (c.before.find("annual") != std::string::npos ||
           c.before.find("yearly") != std::string::npos)) {
        claim.quantity->per = "year";
      }
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

  void set_target(Claim& claim, std::size_t i) const {
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

  static std::optional<Named> body_of(const Chunk& c) {
    for (const Mention* name : c.names) {
      if (const auto* body = std::get_if<Organization>(&name->value))
        return Named{{body->name, ""}, name->span};
    }
    return std::nullopt;
  }

  std::vector<Claim> sanction() {
    std::optional<Named> actor = party("actor");
    if (frame_.id == "sanction.impose") {
      const auto& measure = get(roles_, "measure");
      if (measure.empty() || chunk(measure.front()).item_class != "measure")
        return refuse("no sanctions");
    }
    if (frame_.id == "sanction.list") {
      // only bodies and states that list; "added", "targeted" say too little by themselves
      const bool by_treasury = actor && (trigger().lemma == "designate");
      if (!by_treasury) return refuse("not a listing");
    }
    std::vector<Claim> out;
    for (const std::size_t i : get(roles_, "target")) {
      auto target = chunk(i).party ? chunk(i).party : party_of(stage_, i);
      if (!target && chunk(i).owner && chunk(i).item_class != "deed") target = owner_of(stage_, i);
      if (!target && chunk(i).quantity == nullptr && !chunk(i).pronoun &&
          chunk(i).item_class.empty()) {
        const Item named = item_of(stage_, chunk(i));
        if (!named.name.empty() && named.name[0] >= 'A' && named.name[0] <= 'Z')
          target = Named{{named.name, ""}, chunk(i).span};
      }
      static constexpr std::array<std::string_view, 16> kSanctioned = {
          "individual", "company",   "entity",   "firm",   "person",  "official",
          "vessel",     "ship",      "bank",     "trader", "network", "tanker",
          "owner",      "executive", "national", "trader"};
      const std::string& lemma = chunk(i).lemma;
      if (!target &&
          std::find(kSanctioned.begin(), kSanctioned.end(), lemma) != kSanctioned.end()) {
        target = Named{{item_of(stage_, chunk(i)).name, ""}, chunk(i).span};
      }
      if (!target) {
        why_ = "nobody is sanctioned";
        continue;
      }
      if (actor && actor->party == target->party) continue;
      Claim claim = start("sanction");
      set_quantity(claim, i);
      set(claim, &Claim::actor, "actor", actor);
      set(claim, &Claim::target, "target", target);
      out.push_back(std::move(claim));
    }
    return out;
  }

  /// Set up and disbanded: the body is the actor.
  std::vector<Claim> body_event() {
    std::vector<std::size_t> bodies = get(roles_, "body");
    std::optional<Named> body;
    Span body_span;
    if (frame_.pos == "noun") {
      if (const auto owner = trigger_owner()) body = owner;
      if (body && !body->party.iso2.empty()) body.reset();
      if (!body && trigger().owner &&
          (trigger().owner->party.name == "its" || trigger().owner->party.name == "their")) {
        body = body_for(stage_, trigger_);
      }
      if (!body) {
        // "the expert panel's breakup" is an owner; "the MSMT launch" a name in the phrase
        body = body_of(trigger());
      }
    }
    for (const std::size_t i : bodies) {
      if (body) break;
      if (chunk(i).pronoun) {
        if (chunk(i).head == "it") body = body_for(stage_, i);
        continue;
      }
      body = party_of(stage_, i);
      if (body && !body->party.iso2.empty()) body.reset();
      if (!body && chunk(i).item_class == "body") {
        // an unnamed body keeps its own words: "a North Korea sanctions monitoring mechanism"
        const auto named = body_of(chunk(i));
        if (named && chunk(i).item_id != "monitoring-mechanism") {
          body = named;
        } else {
          const Chunk& c = chunk(i);
          const std::string text = quote(stage_.doc, c.span);
          body = named_later(i);
          if (!body && !c.before.empty()) body = Named{{strip_article(text), ""}, c.span};
        }
      }
    }
    // "mandate", "set" and the like say nothing of a body without one
    if (!body) return refuse("no body");
    if (trigger().lemma == "launch" || trigger().lemma == "set" || trigger().lemma == "end" ||
        trigger().lemma == "create" || trigger().lemma == "form") {
      const bool known = body->party.iso2.empty();
      if (!known) return refuse("no body");
    }
    Claim claim = start(frame_.type);
    set(claim, &Claim::actor, "actor", body);
    return {claim};
  }

  /// "a special commission, UNSCOM", "a new regime …, named the Monitoring Team"
  std::optional<Named> named_later(std::size_t i) const {
    const auto is_body = [&](std::size_t k) {
      return k < stage_.chunks.size() && chunk(k).kind == ChunkKind::phrase && chunk(k).party &&
             chunk(k).party->party.iso2.empty() && !chunk(k).person;
    };
    if (i + 2 < stage_.chunks.size() && chunk(i + 1).kind == ChunkKind::word &&
        chunk(i + 1).word == "," && is_body(i + 2)) {
      return chunk(i + 2).party;
    }
    for (std::size_t k = i + 1; k + 1 < stage_.chunks.size(); ++k) {
      const Chunk& c = chunk(k);
      const bool finite =
          c.kind == ChunkKind::verb && (c.voice == Voice::active || c.voice == Voice::passive);
      if (finite && k != trigger_ && c.lemma != "name" && c.lemma != "call" && c.lemma != "know")
        return std::nullopt;
      if (c.kind == ChunkKind::verb &&
          (c.lemma == "name" || c.lemma == "call" || c.lemma == "dub" || c.lemma == "know")) {
        for (std::size_t m = k + 1; m < stage_.chunks.size() && m < k + 3; ++m) {
          if (is_body(m)) return chunk(m).party;
        }
      }
    }
    return std::nullopt;
  }

  static std::string strip_article(std::string text) {
    for (const std::string_view article : {"The ", "the ", "A ", "a ", "An ", "an "}) {
      if (text.starts_with(article)) return text.substr(article.size());
    }
    return text;
  }

  std::vector<Claim> membership() {
    Claim claim = start("membership");
    if (frame_.id == "member.noun") {
      const Chunk& c = trigger();
      auto body = body_of(c);
      if (!body && c.owner) body = body_for(stage_, trigger_);  // "Its eleven members"
      if (!body) body = party("body");
      if (!body || !body->party.iso2.empty()) return refuse("no body");
      set(claim, &Claim::actor, "actor", body);
      set_quantity(claim, trigger_);
      // "members including A, B and C"; "as a permanent UNSC member": the subject is one
      for (std::size_t k = trigger_ + 1; k < stage_.chunks.size(); ++k) {
        const Chunk& next = chunk(k);
        if (next.kind == ChunkKind::word &&
            (next.word == "including" || next.word == "such as" || next.word == ":" ||
             next.word == "--" || next.word == "," || next.word == "and")) {
          continue;
        }
        if (next.kind == ChunkKind::verb && next.lemma == "be" && k == trigger_ + 1) continue;
        if (next.kind != ChunkKind::phrase || !next.party || next.party->party.iso2.empty()) break;
        claim.members.push_back(next.party->party);
      }
      if (claim.members.empty() && !claim.quantity) {
        const bool as_member = trigger_ > 0 && chunk(trigger_ - 1).kind == ChunkKind::word &&
                               chunk(trigger_ - 1).word == "as";
        if (!as_member) return refuse("no count and no members");
        for (std::size_t k = trigger_; k > 0; --k) {
          if (chunk(k - 1).kind == ChunkKind::phrase && chunk(k - 1).party &&
              !chunk(k - 1).party->party.iso2.empty()) {
            claim.members.push_back(chunk(k - 1).party->party);
            break;
          }
        }
        if (claim.members.empty()) return refuse("no members");
      }
      return {claim};
    }
    std::optional<Named> body = party("body");
    if (!body && trigger().voice == Voice::gerund)
      body = body_for(stage_, trigger_);  // "with 11 countries participating"
    if (!body || !body->party.iso2.empty()) return refuse("no body");
    set(claim, &Claim::actor, "actor", body);
    for (const std::size_t i : get(roles_, "member")) {
      const Chunk& c = chunk(i);
      if (c.party) {
        claim.members.push_back(c.party->party);
      } else if (c.quantity != nullptr &&
                 (c.lemma == "country" || c.lemma == "state" || c.lemma == "member" ||
                  c.lemma == "nation" || c.lemma == "government")) {
        set_quantity(claim, i);
      }
    }
    // "nine other countries have joined — Australia, Britain …"
    for (std::size_t k = sides_.end; k + 1 < stage_.chunks.size(); ++k) {
      const Chunk& c = chunk(k);
      if (c.kind == ChunkKind::word &&
          (c.word == "--" || c.word == ":" || c.word == "," || c.word == "and" ||
           c.word == "including" || c.word == "-")) {
        continue;
      }
      if (c.kind != ChunkKind::phrase || !c.party || c.party->party.iso2.empty()) break;
      claim.members.push_back(c.party->party);
    }
    if (!stage_.chunks.empty() && stage_.chunks.back().kind == ChunkKind::phrase &&
        stage_.chunks.back().party && !claim.members.empty() &&
        std::find(claim.members.begin(), claim.members.end(), stage_.chunks.back().party->party) ==
            claim.members.end() &&
        claim.quantity) {
      claim.members.push_back(stage_.chunks.back().party->party);
    }
    if (claim.members.empty() && !claim.quantity) return refuse("no members");
    for (std::size_t k = 0; k < stage_.chunks.size() && k < 8; ++k) {
      const Chunk& c = chunk(k);
      if (c.kind == ChunkKind::word &&
          (c.word == "besides" || c.word == "apart from" || c.word == "in addition to")) {
        for (std::size_t m = k + 1; m < stage_.chunks.size(); ++m) {
          if (chunk(m).kind == ChunkKind::word && chunk(m).word == "and") continue;
          if (chunk(m).kind != ChunkKind::phrase || !chunk(m).party) break;
          claim.besides.push_back(chunk(m).party->party);
        }
      }
    }
    return {claim};
  }

  std::vector<Claim> agreement() {
    std::vector<Named> sides;
    const auto add = [&](const Named& named) {
      for (const Named& known : sides) {
        if (known.party == named.party) return;
      }
      sides.push_back(named);
    };
    std::vector<std::string> persons;
    const auto add_role = [&](std::string_view role) {
      for (const std::size_t i : get(roles_, role)) {
        const Chunk& c = chunk(i);
        if (c.person && c.party) persons.push_back(c.party->party.name);
        for (const Named& named : parties_of(stage_, i)) add(named);
      }
    };
    add_role("pair");
    add_role("actor");
    add_role("target");
    if (const auto owner = trigger_owner(); owner && sides.size() < 2) add(*owner);
    if (sides.size() < 2) {
      const auto& with = get(roles_, "target");
      if (!with.empty()) {
        if (auto owner = owner_of(stage_, with.front())) add(*owner);
      }
    }
    const bool self = needs_self();
    if (frame_.id == "agree.order") {
      std::vector<Claim> out;
      for (const std::size_t i : items()) {
        if (!frame_.takes(class_of(chunk(i)))) continue;
        Claim claim = start("agreement");
        set_item(claim, i);
        if (!sides.empty() && !get(roles_, "actor").empty())
          set(claim, &Claim::actor, "actor", party("actor"));
        set(claim, &Claim::target, "target", party("target"));
        if (claim.actor || claim.target) out.push_back(std::move(claim));
      }
      return out;
    }
    const bool needs_item =
        frame_.id == "agree.sign" || frame_.id == "agree.hold" || frame_.id == "agree.agree";
    std::vector<std::size_t> list = items();
    if (needs_item) {
      std::erase_if(list, [&](std::size_t i) { return !frame_.takes(class_of(chunk(i))); });
      if (list.empty()) return refuse("nothing agreed or held");
      // "a treaty between A and B", "the treaty with B"
      for (const std::size_t i : list) {
        for (std::size_t k = i + 1; k + 1 < stage_.chunks.size() && k < i + 8; ++k) {
          if (chunk(k).kind != ChunkKind::word ||
              (chunk(k).word != "between" && chunk(k).word != "with"))
            continue;
          for (std::size_t m = k + 1; m < stage_.chunks.size() && m < k + 4; ++m) {
            if (chunk(m).kind == ChunkKind::word && chunk(m).word == "and") continue;
            if (chunk(m).kind != ChunkKind::phrase) break;
            if (chunk(m).person && chunk(m).party) persons.push_back(chunk(m).party->party.name);
            for (const Named& named : parties_of(stage_, m)) add(named);
          }
          break;
        }
      }
    }
    if (sides.size() < 2) return refuse("not two sides");
    Claim claim = start("agreement");
    if (self) {
      if (!list.empty() && class_of(chunk(list.front())) == "agreement") {
        claim.item = item_of(stage_, chunk(list.front()));
        span(claim, "item", chunk(list.front()).span);
      } else {
        claim.item = item_of(stage_, trigger());
        span(claim, "item", trigger().span);
      }
    } else if (!list.empty()) {
      claim.item = item_of(stage_, chunk(list.front()));
      span(claim, "item", chunk(list.front()).span);
      const auto& goods = sides_.of("for");
      if (class_of(chunk(list.front())) == "agreement" && !goods.empty()) {
        // "a contract for five S-400 systems"
        const std::string klass = class_of(chunk(goods.front()));
        if (klass == "arms" || klass == "goods" || klass == "fuel" || klass == "parts" ||
            klass == "aid" || klass == "vehicle") {
          const Item bought = item_of(stage_, chunk(goods.front()));
          set_quantity(claim, goods.front());
          claim.item->name += " for " + bought.name;
          claim.item->weapon = bought.weapon;
          claim.item->category = bought.category;
          claim.item->key += "-" + bought.key;
        }
      }
    } else {
      claim.item = Item{"meeting", "meeting", "", "meeting"};
      span(claim, "item", trigger().head_span);
    }
    claim.parties = persons;
    set(claim, &Claim::actor, "actor", sides[0]);
    set(claim, &Claim::target, "target", sides[1]);
    return {claim};
  }

  std::vector<Claim> veto() {
    std::optional<Named> actor = party("actor");
    if (const auto owner = trigger_owner(); owner && !actor) actor = owner;
    if (!actor || actor->party.iso2.empty()) return refuse("no state");
    Claim claim = start("veto");
    set(claim, &Claim::actor, "actor", actor);
    auto target = party("target");
    if (target && target->party.iso2.empty()) set(claim, &Claim::target, "target", target);
    for (const std::size_t i : items()) {
      const std::string klass = class_of(chunk(i));
      if (frame_.pos == "verb" && !frame_.takes(klass) && !chunk(i).party) continue;
      claim.item = item_of(stage_, chunk(i));
      span(claim, "item", chunk(i).span);
      break;
    }
    if (frame_.pos == "verb" && !claim.item) return refuse("no decision");
    if (frame_.pos == "noun" && trigger().lemma == "opposition" && !claim.item && !target) {
      // "Russia's opposition" alone blocks nothing; beside the end of a body it does
      bool ends = false;
      for (const Chunk& c : stage_.chunks) {
        if (c.kind == ChunkKind::verb || c.kind == ChunkKind::phrase) {
          for (const Frame* frame :
               stage_.grammar.frames(c.kind == ChunkKind::verb ? "verb" : "noun", c.lemma)) {
            ends = ends || frame->type == "dissolution";
          }
        }
      }
      if (!ends) return refuse("no decision");
    }
    return {claim};
  }

  // ---- "The shipments include A and B", "containers, including 100 missiles"
  std::vector<Claim> more() {
    std::optional<Claim> whole;
    const auto& deed = get(roles_, "deed");
    const bool preposition = frame_.pos == "prep";
    if (!preposition) {
      if (deed.empty()) return refuse("no deed named before");
      const Chunk& subject = chunk(deed.front());
      const bool refers =
          subject.pronoun || subject.demonstrative ||
          (subject.definite && !stage_.grammar.frames("noun", subject.lemma).empty()) ||
          (subject.definite && (subject.item_class == "aid" || subject.item_class == "container" ||
                                subject.item_class == "goods" || subject.lemma == "list" ||
                                subject.lemma == "cargo" || subject.lemma == "haul"));
      if (!refers) return refuse("the subject names no deed");
    }
    std::vector<Claim> out;
    for (const std::size_t i : items()) {
      const Chunk& c = chunk(i);
      std::string klass = class_of(c);
      const bool vehicle = klass == "vehicle" || carries(c);
      if (klass.empty() || !frame_.takes(vehicle ? "vehicle" : klass)) {
        why_ = "item is of no class that the frame takes";
        continue;
      }
      if (preposition && c.quantity == nullptr) {
        why_ = "not counted";
        continue;
      }
      whole = vehicle && stage_.memory.transport ? stage_.memory.transport : stage_.memory.deed;
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

  const Stage& stage_;
  const Frame& frame_;
  std::size_t trigger_;
  const Sides& sides_;
  std::string& why_;
  RoleMap roles_;
  std::string pre_text_;
  std::optional<Named> planner_;  ///< whose plan an infinitive completes
  const Table* item_table_ = nullptr;
};

}  // namespace

bool is_part(std::string_view count) {
  static constexpr std::array<std::string_view, 5> kPart = {"additional", "more", "another",
                                                            "further", "extra"};
  const std::string text = fold(count);
  return std::any_of(kPart.begin(), kPart.end(), [&](std::string_view word) {
    const std::size_t at = text.find(word);
    return at != std::string::npos &&
           !(word == "more" && text.find("more than") != std::string::npos);
  });
}

std::vector<Claim> fill(const Stage& stage, const Frame& frame, std::size_t trigger,
                        const Sides& sides, std::string& why) {
  Filler filler(stage, frame, trigger, sides, why);
  return filler.each(filler.run());
}

}  // namespace msmt
