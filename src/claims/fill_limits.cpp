/// Limits: what a rule caps, bans or allows, by the verb that says so.
#include "claims/fill_limits.hpp"

#include <algorithm>

#include "claims/clause_words.hpp"
#include "claims/fill_goods.hpp"
#include "claims/fill_sanctions.hpp"
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

/// What a rule governs: the chunk of the item, whom it binds, and the chunk of its own count.
struct Ruling {
  std::size_t item = 0;
  std::optional<Named> bound;
  std::size_t count = 0;  ///< 0 for none
  std::size_t of = 0;     ///< the chunk behind `of`, where it is not the first; 0 for that one
  bool on_all = false;    ///< it binds states in general
  bool same = false;      ///< of goods counted before, without their count: "twice what it may"
};

/// "twice what the Council allows Syria to import": the goods that `what` stands for.
std::optional<std::size_t> meant_by_what(const Filler& f) {
  constexpr std::size_t kFar = 4;  // chunks between `what` and the verb of the rule
  std::size_t what = f.at;
  for (std::size_t k = f.at; k > 0 && k + kFar > f.at; --k) {
    if (f.chunk(k - 1).head == "what") what = k - 1;
  }
  if (what == f.at) return std::nullopt;
  for (std::size_t k = what; k > 0; --k) {
    const Chunk& goods = f.chunk(k - 1);
    if (goods.kind == ChunkKind::phrase && goods.quantity != nullptr &&
        is_traded(class_of(f.stage.grammar, goods)))
      return k - 1;
  }
  return std::nullopt;
}

/// "from selling coal, seafood and textiles": a ruling for each kind of goods behind the first.
void add_listed_goods(const Filler& f, std::size_t first, Ruling ruling, std::vector<Ruling>& out) {
  // "is banned from selling coal, seafood and textiles": each of them
  const std::size_t n = f.stage.chunks.size();
  std::size_t k = first + 1;
  std::vector<Ruling> more;
  bool closed = false;
  while (k + 1 < n && (is_word(f.chunk(k), ",") || is_word(f.chunk(k), "and"))) {
    const std::size_t next = is_word(f.chunk(k + 1), "and") ? k + 2 : k + 1;
    if (next >= n || f.chunk(next).kind != ChunkKind::phrase || f.chunk(next).party ||
        f.chunk(next).item_class.empty() || (next + 1 < n && is_finite(f.chunk(next + 1))))
      break;
    closed = closed || is_word(f.chunk(next - 1), "and");
    ruling.item = next;
    more.push_back(ruling);
    k = next + 1;
  }
  if (closed) out.insert(out.end(), more.begin(), more.end());
}

std::vector<Ruling> rulings(const Filler& f) {
  std::vector<Ruling> out;
  const auto& ruled = f.items();
  const std::size_t n = f.stage.chunks.size();
  const bool passive =
      f.trigger().voice == Voice::passive || f.trigger().voice == Voice::participle;
  if (const auto& most = f.sides.of("second"); f.frame.pos == "verb" && !most.empty() &&
                                               !ruled.empty() &&
                                               f.chunk(most.front()).quantity != nullptr) {
    // "allows the North 500,000 barrels a year", "permits it just as much"
    const Chunk& whom = f.chunk(ruled.front());
    const bool names =
        whom.party || whom.pronoun || whom.lemma == "country" || whom.lemma == "state";
    if (names) return {{most.front(), party_of(f.stage, ruled.front()), 0, 0, false}};
  }
  if (const auto& bound = get(f.roles, "bound");
      f.frame.id == "limit.cap" && ruled.size() == 1 && bound.size() == 1 &&
      f.chunk(ruled.front()).party && !class_of(f.stage.grammar, f.chunk(bound.front())).empty()) {
    // "limits Iran to 300 kg of uranium"
    return {{bound.front(), party_of(f.stage, ruled.front()), 0, 0, false}};
  }
  if (f.frame.pos == "verb" && ruled.size() == 1) {
    const Chunk& first = f.chunk(ruled.front());
    // "barred Iran from exporting missiles", "is allowed to import oil": the deed behind is ruled
    const std::size_t from = passive ? f.at + 1 : ruled.front() + 1;
    for (std::size_t k = from; k < n && k < from + 4; ++k) {
      const Chunk& c = f.chunk(k);
      if (c.kind == ChunkKind::phrase) break;
      if (c.kind != ChunkKind::verb) continue;
      if (c.voice != Voice::infinitive && c.voice != Voice::gerund) break;
      if (!first.party && !is_anybody(f.stage.grammar, first) && first.item_class != "vehicle")
        break;
      Ruling ruling;
      if (first.party) ruling.bound = first.party;
      ruling.on_all =
          is_anybody(f.stage.grammar, first) || first.before.find(" and ") != std::string::npos;
      const std::size_t object = k + 1 < n && is_word(f.chunk(k + 1), "home") ? k + 2 : k + 1;
      const bool goods = object < n && f.chunk(object).kind == ChunkKind::phrase &&
                         !tells_how_often(f.chunk(object));
      ruling.item = goods ? object : ruled.front();
      if (const auto meant = goods ? std::nullopt : meant_by_what(f)) {
        ruling.item = *meant;
        ruling.same = true;
      }
      out.push_back(ruling);
      if (goods) add_listed_goods(f, object, ruling, out);
      return out;
    }
  }
  for (const std::size_t i : ruled) {
    if (!is_anybody(f.stage.grammar, f.chunk(i))) out.push_back({i, std::nullopt, 0, 0, false});
    // "imports of gold and cement": each of them
    const bool deed = f.chunk(i).item_class == "deed" && i + 4 < n && f.chunk(i + 1).word == "of";
    for (std::size_t k = i + 3; deed && k + 1 < n; k += 2) {
      const bool joined = f.chunk(k).word == "and" || f.chunk(k).word == ",";
      const Chunk& next = f.chunk(k + 1);
      if (!joined || next.kind != ChunkKind::phrase || next.item_class.empty() ||
          next.item_class == "deed" || (k + 2 < n && f.chunk(k + 2).kind == ChunkKind::verb) ||
          std::find(ruled.begin(), ruled.end(), k + 1) != ruled.end())
        break;
      out.push_back({i, std::nullopt, 0, k + 1, false});
    }
  }
  // "limits imports of oil to 500,000 barrels and supplies of crude to 4 million": again without a verb
  for (std::size_t k = f.sides.end; !out.empty() && k + 3 < n; ++k) {
    if (f.chunk(k).kind != ChunkKind::word || (f.chunk(k).word != "and" && f.chunk(k).word != ","))
      break;
    if (f.chunk(k + 1).kind != ChunkKind::phrase) continue;
    std::size_t m = k + 2;
    if (f.chunk(m).kind == ChunkKind::word && f.chunk(m).word == "of") m += 2;
    if (m + 1 >= n || f.chunk(m).kind != ChunkKind::word ||
        (f.chunk(m).word != "to" && f.chunk(m).word != "at") || f.chunk(m + 1).quantity == nullptr)
      break;
    out.push_back({k + 1, std::nullopt, m + 1, 0, false});
    k = m + 1;
  }
  return out;
}

/// "licences for arms exports": the trade that the papers at chunk i are for; i itself for none.
std::size_t licensed(const Filler& f, std::size_t i) {
  const bool paper = i + 2 < f.stage.chunks.size() && f.chunk(i).quantity == nullptr &&
                     is_word(f.chunk(i + 1), "for") && f.chunk(i + 2).kind == ChunkKind::phrase &&
                     f.chunk(i).item_class != "deed" &&
                     f.stage.grammar.is(WordClass::trading, f.chunk(i).lemma);
  return paper && f.chunk(i + 2).item_class == "deed" ? i + 2 : i;
}

/// "no longer allows", "does not permit": what is not allowed is forbidden.
bool lets_no_longer(const Filler& f) {
  if (!f.stage.grammar.is(WordClass::permit, f.trigger().lemma) || f.items().empty()) return false;
  const Chunk& first = f.chunk(f.items().front());
  // but "will not allow Iran to get a bomb" is no rule on trade
  if (first.item_class != "deed" && !f.stage.grammar.is(WordClass::trading, first.lemma) &&
      !is_anybody(f.stage.grammar, first))
    return false;
  return f.trigger().negated || (f.at > 0 && is_word(f.chunk(f.at - 1), "no longer"));
}

/// "The sale of rifles to Chad has been forbidden since 2006": a rule on trade, whoever made it.
bool bans_trade(const Filler& f) {
  const bool forbids = !f.stage.grammar.is(WordClass::let, f.trigger().lemma) || lets_no_longer(f);
  if (f.frame.id != "limit.ban" || f.trigger().voice != Voice::passive || !forbids) return false;
  const auto& ruled = f.items();
  return ruled.size() == 1 &&
         (f.chunk(ruled.front()).item_class == "deed" ||
          f.stage.grammar.is(WordClass::trading, f.chunk(ruled.front()).lemma));
}

/// "an embargo on Libya": a rule on states, and on no goods.
bool is_on_state(const Filler& f) {
  // "an arms embargo on Libya and Chad", "the embargo on Darfur"
  const auto& on = get(f.roles, "item");
  if (on.empty()) return false;
  return std::all_of(on.begin(), on.end(), [&](std::size_t i) {
    if (f.chunk(i).party) return true;
    return f.trigger().lemma == "embargo" && !f.chunk(i).pronoun && f.chunk(i).item_class.empty() &&
           party_of(f.stage, i).has_value();
  });
}

/// "30 of its 350 export licences": the noun of which chunk c is a part; "" for others.
std::string noun_of_part(const Filler& f, const Chunk& c) {
  const std::string words = fold(f.stage.doc.text(c.span));
  const std::size_t of = words.find(" of ");
  if (c.quantity == nullptr || of == std::string::npos || words.rfind(' ') < of + 4) return {};
  return singular(words.substr(words.rfind(' ') + 1));
}

/// "suspended exports of weapons": a state ends a trade of its own.
bool stops_trade(const Filler& f) {
  // "suspended exports of weapons to Israel", "revoked two licences": trade in general, by a state
  const auto& stopped = f.items();
  const auto& who = get(f.roles, "actor");
  const auto actor = f.party("actor");
  if (stopped.size() != 1 || !actor || who.empty()) return false;
  if (actor->party.iso2.empty() && !lists_names(f.chunk(who.front()))) return false;
  const Chunk& c = f.chunk(stopped.front());
  if (c.owner && !c.owner->party.iso2.empty() && c.owner->party != actor->party) return false;
  return f.stage.grammar.is(WordClass::trading, c.lemma) ||
         f.stage.grammar.is(WordClass::trading, noun_of_part(f, c));
}

/// "enacted measures, including bans on fruit": who made what the trigger is listed under.
std::optional<Named> maker_of_list(const Filler& f) {
  // "Russia has enacted a list of measures, including bans on fruit"
  if (f.frame.pos != "noun" || f.at < 3 || !is_word(f.chunk(f.at - 1), "including"))
    return std::nullopt;
  for (std::size_t k = f.at - 1; k > 1; --k) {
    const Chunk& verb = f.chunk(k - 1);
    if (verb.kind != ChunkKind::verb) continue;
    const bool sets =
        verb.voice == Voice::active && f.stage.grammar.is(WordClass::set_rule, verb.lemma);
    return sets ? rule_setter(f, k - 2) : std::nullopt;
  }
  return std::nullopt;
}

/// The state that the sanctions are on which the trigger is listed under.
std::optional<Party> bound_by_list(const Filler& f) {
  // "imposed sanctions, including bans on coal exports, on Chad"
  const auto& sanction = f.stage.memory.sanction;
  const bool listed = f.frame.pos == "noun" && f.at > 0 &&
                      is_word(f.chunk(f.at - 1), "including") && sanction &&
                      sanction->evidence.bytes.begin == f.stage.sentence_begin();
  return listed ? sanction->target : std::nullopt;
}

/// Why the words set no rule; empty where they do.
std::string_view no_rule(const Filler& f, const std::optional<Named>& actor, bool rule,
                         bool stops) {
  const auto& who = get(f.roles, "actor");
  const auto& bound = get(f.roles, "bound");
  const auto counted = [&](std::size_t i) {
    return f.chunk(i).quantity != nullptr &&
           !std::get<Quantity>(f.chunk(i).quantity->value).per.empty();
  };
  if (f.frame.pos == "verb" && who.empty() && !rule) {
    // "deliveries are limited to 500,000 barrels a year" is a rule whoever set it
    const bool capped =
        f.trigger().voice == Voice::passive && !bound.empty() && counted(bound.front());
    if (!capped && !(actor && barred_own(f)) && !bans_trade(f)) return "nobody sets the limit";
  } else if (f.frame.pos == "verb" && !rule && (!actor || actor->party.iso2.size() == 2)) {
    // a state can ban; it cannot be said to cap by having less
    const bool frees =
        (f.trigger().lemma == "allow" || f.trigger().lemma == "require") && !lets_no_longer(f);
    if ((f.frame.id != "limit.ban" && !stops) || !actor || f.items().empty() || (frees && !stops))
      return "no rule and no body that makes rules";
  }
  return {};
}

/// What is ruled; false where it is an amount of nothing.
bool name_goods(const Filler& f, Claim& claim, std::size_t i, const Ruling& ruling, bool deed) {
  const Chunk& c = f.chunk(i);
  set_party(claim, &Claim::target, "target", ruling.bound);
  claim.item = item_of(f.stage, c);
  if (deed) claim.item->name = quote(f.stage.doc, {f.chunk(i - 1).span.begin, c.span.end});
  if (deed && c.party && !c.party->party.iso2.empty())
    set_party(claim, &Claim::target, "target", c.party);
  add_span(claim, "item", c.span);
  if (c.quantity != nullptr && class_of(f.stage.grammar, c).empty() && f.stage.memory.deed &&
      f.stage.memory.deed->item) {
    // "the 500,000 barrels a year that the Council permits": of what was just spoken of
    claim.item = f.stage.memory.deed->item;
    if (f.stage.memory.deed->target) claim.target = f.stage.memory.deed->target;
  }
  if (c.quantity != nullptr && !ruling.same) f.set_quantity(claim, i);
  if (const std::string part = noun_of_part(f, c);
      claim.quantity && f.stage.grammar.is(WordClass::trading, part)) {
    claim.quantity->unit = part;  // "30 of its 350 export licences"
    const std::size_t digits = claim.item->name.find_last_of("0123456789");
    if (digits != std::string::npos && digits + 2 < claim.item->name.size())
      claim.item->name.erase(0, digits + 2);
  }
  if (f.frame.pos == "noun" && !claim.quantity && f.at > 0 &&
      f.chunk(f.at - 1).kind == ChunkKind::verb) {
    // "lowered the ceiling on the price of oil from $60 to $47.60 a barrel"
    for (const std::size_t to : f.sides.of("to")) f.set_quantity(claim, to);
  }
  if (class_of(f.stage.grammar, c).empty()) counted_before(f, claim, i);
  if (is_amount(f.stage.grammar, c)) {
    // "transfers of fuel, more than double the amount permitted": of the goods named before
    std::size_t goods = i;
    while (goods > 0 && (f.chunk(goods - 1).kind != ChunkKind::phrase ||
                         !is_traded(class_of(f.stage.grammar, f.chunk(goods - 1)))))
      --goods;
    if (goods == 0) return false;
    claim.quantity.reset();
    claim.target.reset();
    std::erase_if(claim.evidence.spans, [](const auto& known) {
      return known.first == "item" || known.first == "quantity";
    });
    claim.item = item_of(f.stage, f.chunk(goods - 1));
    add_span(claim, "item", f.chunk(goods - 1).span);
  }
  return true;
}

void count_rule(const Filler& f, Claim& claim, std::size_t i, const Ruling& ruling,
                const std::vector<Claim>& out) {
  const Chunk& c = f.chunk(i);
  const auto& bound = get(f.roles, "bound");
  if (ruling.count > 0) {
    f.set_quantity(claim, ruling.count);
  } else if (!bound.empty()) {
    f.set_quantity(claim, bound.front());
  }
  if (!claim.quantity && f.frame.pos == "noun" && f.trigger().quantity != nullptr)
    f.set_quantity(claim, f.at);  // "a cap of 500,000 barrels a year on sales"
  exact_cap(f, claim);
  if (!claim.quantity && !f.sides.of("of").empty() && f.frame.pos == "noun")
    f.set_quantity(claim, f.sides.of("of").front());
  if (claim.quantity && claim.quantity->per.empty() &&
      (c.before.find("annual") != std::string::npos ||
       c.before.find("yearly") != std::string::npos)) {
    claim.quantity->per = "year";
  }
  for (const Chunk& often : f.stage.chunks) {
    if (claim.quantity && claim.quantity->per.empty() && tells_how_often(often))
      claim.quantity->per = often.lemma;
  }
  if (!claim.target && !out.empty()) claim.target = out.front().target;
  if (claim.quantity && !out.empty() && out.front().quantity && claim.quantity->per.empty())
    claim.quantity->per = out.front().quantity->per;
}

/// "forbid arms from Eritrea, cap deliveries of diesel": whom the verb before of the same rule binds.
std::optional<Party> bound_by_rule_before(const Filler& f, const Claim& claim) {
  // "forbid the purchase of arms from Eritrea, cap deliveries of diesel": one rule for one state
  if (f.sides.construction != "shared" || !claim.actor || f.frame.pos != "verb")
    return std::nullopt;
  const auto& said = f.stage.memory.said;
  const auto last = std::find_if(said.rbegin(), said.rend(), [&](const Claim& known) {
    return known.evidence.bytes.begin != f.stage.sentence_begin() ||
           (known.type == "limit" && known.actor == claim.actor && known.target);
  });
  const bool same_sentence =
      last != said.rend() && last->evidence.bytes.begin == f.stage.sentence_begin();
  return same_sentence ? last->target : std::nullopt;
}

/// Whom a rule binds by what stands around it: the verb before, the heading, the package.
void bind_by_context(const Filler& f, Claim& claim, const Chunk& c) {
  if (claim.target && claim.actor && *claim.target == *claim.actor) claim.target.reset();
  if (!claim.target) claim.target = bound_by_rule_before(f, claim);
  const bool its = c.owner && c.owner->party.name == "its";  // the state of the heading
  if ((!claim.target || its) && claim.actor && claim.actor == f.stage.memory.heading_rule &&
      bulleted(f.stage.doc, f.stage.sentence().span))
    claim.target = f.stage.memory.heading_bound;
  if (packed(f) && !claim.target && claim.actor && recent_sanction(f) &&
      f.stage.memory.sanction->target && !f.stage.memory.sanction->target->iso2.empty() &&
      *claim.actor == *f.stage.memory.sanction->actor)
    claim.target = f.stage.memory.sanction->target;
  if (!claim.target) claim.target = bound_by_list(f);
}

/// "imports of refined petroleum", "the hiring of North Koreans": a deed keeps its `of` apart.
void name_ruled(const Filler& f, Claim& claim, std::size_t i, std::size_t other) {
  if (other > 0) {
    const Item of_item = item_of(f.stage, f.chunk(other));
    claim.item->name += " of " + of_item.name;
    claim.item->key = of_item.key;
    claim.item->category = of_item.category;
    std::erase_if(claim.evidence.spans, [](const auto& known) { return known.first == "item"; });
    add_span(claim, "item", f.chunk(other).span);
    set_target(f, claim, other);
    set_target(f, claim, i);
    return;
  }
  const std::size_t of = i + 1;
  if (of + 1 < f.stage.chunks.size() && f.chunk(of).kind == ChunkKind::word &&
      f.chunk(of).word == "of" && f.chunk(of + 1).kind == ChunkKind::phrase) {
    const Item of_item = item_of(f.stage, f.chunk(of + 1));
    claim.item->name += " of " + of_item.name;
    if (!of_item.key.empty()) claim.item->key = of_item.key;
    if (f.chunk(i).item_class == "deed" && !of_item.category.empty())
      claim.item->category = of_item.category;
    set_target(f, claim, of + 1);
    if (const auto bound = party_of(f.stage, of + 1); bound && !bound->party.iso2.empty())
      set_party(claim, &Claim::target, "target", bound);
  }
  set_target(f, claim, i);
}

/// The claim that a ruling on chunk i makes, after those of the same trigger; nullopt for none.
std::optional<Claim> rule_on(Filler& f, std::size_t i, const Ruling& ruling,
                             const std::optional<Named>& actor, const std::vector<Claim>& out) {
  const Chunk& c = f.chunk(i);
  // "Employing North Koreans has been banned": people without a noun of their own
  const bool deed = i > 0 && f.chunk(i - 1).voice == Voice::gerund && c.party &&
                    c.item_class.empty() && !ruling.bound;
  if (c.pronoun || (c.party && c.item_class.empty() && !deed)) return std::nullopt;
  const bool lets = f.frame.pos == "verb" && f.stage.grammar.is(WordClass::let, f.trigger().lemma);
  if (lets && !rules_on_trade(f, i) && !ruling.on_all && ruling.count == 0) {
    f.why = lets_do(f) ? "somebody may or must do something" : "neither trade nor a figure";
    return std::nullopt;
  }
  Claim claim = f.start("limit");
  if (!name_goods(f, claim, i, ruling, deed)) return std::nullopt;
  name_ruled(f, claim, i, ruling.of);
  const bool sends_home = f.frame.pos == "verb" && !ruling.bound &&
                          f.stage.grammar.is(WordClass::oblige, f.trigger().lemma) &&
                          (c.of_class == "workers" || claim.item->category == "workers");
  if (ruling.on_all || sends_home) {
    // "oblige member states to repatriate workers": all of them, not the workers' state
    claim.target.reset();
    std::erase_if(claim.evidence.spans, [](const auto& known) { return known.first == "target"; });
    set_party(claim, &Claim::actor, "actor", actor);
    if (actor && !actor->party.iso2.empty()) set_taker(f, claim, i);  // "its firms … to Israel"
    if (claim.target && claim.target == claim.actor) claim.target.reset();
    return claim;
  }
  if (claim.target && actor && *claim.target == actor->party) claim.target.reset();
  set_taker(f, claim, i);
  count_rule(f, claim, i, ruling, out);
  if (claim.quantity == std::nullopt && f.frame.id == "limit.cap") {
    f.why = "no bound";
    return std::nullopt;
  }
  set_party(claim, &Claim::actor, "actor", actor);
  if (!claim.actor && !claim.target && !claim.quantity && f.frame.pos == "verb") {
    f.why = "a rule by nobody for nobody";
    return std::nullopt;
  }
  bind_by_context(f, claim, c);
  return claim;
}

}  // namespace

bool barred_own(const Filler& f) {
  // "Spanish firms are not allowed to sell": whose firms they are has the rule
  const auto& ruled = f.items();
  return f.frame.id == "limit.ban" && ruled.size() == 1 && f.trigger().voice == Voice::passive &&
         is_anybody(f.stage.grammar, f.chunk(ruled.front())) &&
         (!f.stage.grammar.is(WordClass::let, f.trigger().lemma) || lets_no_longer(f));
}

std::vector<Claim> limit(Filler& f) {
  if (f.frame.pos == "noun" && f.trigger().before.find("travel") != std::string::npos)
    return f.refuse("a ban on somebody");  // "a travel ban": a sanction
  if (f.frame.pos == "noun" && is_lifted(f)) return f.refuse("a rule that is lifted");
  if (f.frame.pos == "noun" && is_on_state(f)) return embargo(f);
  const bool stops = f.frame.id == "limit.stop" || f.frame.id == "limit.refuse";
  if (stops && !stops_trade(f)) return f.refuse("no trade stopped");
  auto [actor, rule] = setter(f);
  if (!actor) actor = maker_of_list(f);
  if (const std::string_view why = no_rule(f, actor, rule, stops); !why.empty())
    return f.refuse(why);
  if (f.frame.pos == "noun" && f.items().empty()) {
    auto banned = banned_deed(f, actor);
    if (banned.empty()) banned = bare_embargo(f, f.trigger_owner());
    return banned.empty() ? named_cap(f, actor) : banned;
  }
  std::vector<Claim> out;
  for (const Ruling& ruling : rulings(f)) {
    const std::size_t i = stops ? licensed(f, ruling.item) : ruling.item;
    if (auto claim = rule_on(f, i, ruling, actor, out)) out.push_back(std::move(*claim));
  }
  return out;
}

void counted_before(const Filler& f, Claim& claim, std::size_t i) {
  if (!claim.quantity || claim.quantity->unit.empty()) return;
  for (std::size_t k = i; k > 0; --k) {
    const Chunk& goods = f.chunk(k - 1);
    if (goods.kind != ChunkKind::phrase || goods.quantity == nullptr ||
        !is_traded(class_of(f.stage.grammar, goods)) ||
        std::get<Quantity>(goods.quantity->value).unit != claim.quantity->unit)
      continue;
    claim.item = item_of(f.stage, goods);
    for (std::size_t m = k; m + 1 < i; ++m) {
      const auto taker = f.chunk(m).word == "to" ? party_of(f.stage, m + 1) : std::nullopt;
      if (!taker || taker->party.iso2.empty()) continue;
      claim.target = taker->party;
      return;
    }
    return;
  }
}

void set_taker(const Filler& f, Claim& claim, std::size_t i) {
  for (std::size_t k = i + 1; k + 1 < f.stage.chunks.size() && k < i + 6 && !claim.target; ++k) {
    if (f.chunk(k).kind == ChunkKind::verb) break;
    if (f.chunk(k).kind != ChunkKind::word ||
        (f.chunk(k).word != "to" && f.chunk(k).word != "from" && f.chunk(k).word != "into" &&
         f.chunk(k).word != "with"))
      continue;
    auto bound_to = party_of(f.stage, k + 1);
    if (!bound_to) bound_to = owner_of(f.stage, k + 1);
    set_party(claim, &Claim::target, "target", bound_to);
  }
}

void set_target(const Filler& f, Claim& claim, std::size_t i) {
  if (claim.target) return;
  auto owner = owner_of(f.stage, i);
  if (!owner) {
    for (const Mention* name : f.chunk(i).names) {
      if (const auto* country = std::get_if<Country>(&name->value)) {
        owner = Named{{country->name, country->iso2}, name->span};
      }
    }
  }
  set_party(claim, &Claim::target, "target", owner);
}

}  // namespace msmt
