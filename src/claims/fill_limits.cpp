/// Limits: what a rule caps, bans or allows, by the verb or the noun that says so.
///
///     "The Council limits imports of oil to 500,000 barrels a year"   its rule, with a cap
#include "claims/fill_limits.hpp"

#include <algorithm>

#include "claims/fill_goods.hpp"
#include "claims/fill_sanctions.hpp"
#include "claims/filler.hpp"
#include "claims/undone.hpp"

namespace msmt {

namespace {

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

/// "a ceiling of $60 a barrel for Russian crude": the goods behind "for" of a cap that has a figure.
std::vector<std::size_t> capped_behind_for(const Filler& f) {
  const std::size_t goods = f.at + 2;
  if (goods >= f.stage.chunks.size() || !is_word(f.chunk(goods - 1), "for")) return {};
  // "The limit for exports of steel is 300 tons a year"
  if (f.stage.grammar.is(WordClass::trading, f.chunk(goods).lemma) && bound_behind(f, goods) > 0)
    return {goods};
  const bool figure = f.trigger().quantity != nullptr && !is_ban(f.stage.grammar, f.trigger());
  if (!figure) return {};
  return is_traded(class_of(f.stage.grammar, f.chunk(goods))) ? std::vector{goods}
                                                              : std::vector<std::size_t>{};
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

/// "its defence budget", "its troops", "its exports": what a state can set itself a cap for.
bool can_be_capped(const Filler& f, const Chunk& c) {
  static constexpr std::string_view kKinds[] = {"arms", "troops", "fuel", "goods", "money"};
  return f.stage.grammar.is(WordClass::capped, c.lemma) ||
         f.stage.grammar.is(WordClass::trading, c.lemma) ||
         std::find(std::begin(kKinds), std::end(kKinds), c.item_class) != std::end(kKinds);
}

/// "Japan capped its defence budget at one per cent": a state's rule for what is its own.
bool caps_own(const Filler& f, const std::optional<Named>& actor) {
  const auto& bound = get(f.roles, "bound");
  const auto& capped = f.items();
  if (f.frame.id != "limit.cap" || !actor || bound.empty() || capped.size() != 1 ||
      !can_be_capped(f, f.chunk(capped.front())))  // no "limited its response to two strikes"
    return false;
  const auto owner = owner_of(f.stage, capped.front());
  return f.chunk(bound.front()).quantity != nullptr && owner && owner->party == actor->party;
}

/// "Under the resolution, imports of Libyan oil must stop": a trade that stops by a rule.
bool stops_by_rule(const Filler& f) {
  const auto& trade = get(f.roles, "actor");
  return f.frame.id == "limit.stop" && f.trigger().voice == Voice::active && f.items().empty() &&
         trade.size() == 1 &&
         f.stage.grammar.is(WordClass::trading, f.chunk(trade.front()).lemma) &&
         rule_over(f.stage, f.at) < f.stage.chunks.size();
}

/// "held Syria's imports of oil to 300,000 barrels a year": a trade that goes on under a bound for a time.
bool holds_trade(const Filler& f) {
  const auto& held = f.items();
  const auto& bound = get(f.roles, "bound");
  return held.size() == 1 && bound.size() == 1 &&
         f.stage.grammar.is(WordClass::trading, f.chunk(held.front()).lemma) &&
         f.chunk(bound.front()).quantity != nullptr &&
         !std::get<Quantity>(f.chunk(bound.front()).quantity->value).per.empty();
}

/// "barred Ivan Petrov from entering the country": a sanction on somebody, as a travel ban is.
std::optional<Claim> entry_ban(const Filler& f) {
  const auto& whom = f.sides.of("obj");
  const auto actor = f.party("actor");
  if (f.frame.id != "limit.ban" || whom.size() != 1 || f.trigger().voice != Voice::active ||
      f.trigger().negated || !actor || actor->party.iso2.empty() ||
      f.stage.grammar.is(WordClass::let, f.trigger().lemma))
    return std::nullopt;
  const std::size_t from = whom.front() + 1;
  const Chunk& where = f.chunk(from + 1);
  const bool enters =
      is_word(f.chunk(from), "from") &&
      ((where.voice == Voice::gerund && (where.lemma == "enter" || where.lemma == "visit")) ||
       (where.kind == ChunkKind::phrase && where.definite &&
        (where.lemma == "country" || where.lemma == "territory")));
  const Chunk& c = f.chunk(whom.front());
  if (!enters || !(c.person || can_be_sanctioned(f, c))) return std::nullopt;
  const auto target = sanctioned(f, whom.front());
  if (!target) return std::nullopt;
  Claim claim = f.start("sanction");
  f.set_quantity(claim, whom.front());
  set_party(claim, &Claim::actor, "actor", actor);
  set_party(claim, &Claim::target, "target", target);
  return claim;
}

/// "The contract obliges Serbia to deliver rifles": the deed is told by the verb behind.
bool owes_deed(const Filler& f) {
  if (f.frame.pos != "verb" || !owed_by_paper(f.stage.grammar, f.stage.chunks, f.at)) return false;
  const Chunk& deed = f.chunk(f.at + 2);
  const auto frames = f.stage.grammar.frames("verb", deed.lemma);
  return std::any_of(frames.begin(), frames.end(), [](const Frame* frame) {
    return frame->type == "*" || frame->type == "training";
  });
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
    if (!capped && !(actor && barred_own(f)) && !bans_trade(f) && !ruled_for_state(f))
      return "nobody sets the limit";
  } else if (f.frame.pos == "verb" && !rule && (!actor || actor->party.iso2.size() == 2)) {
    // a state can ban; it cannot be said to cap by having less
    const bool frees =
        (f.trigger().lemma == "allow" || f.trigger().lemma == "require") && !lets_no_longer(f);
    if (caps_own(f, actor)) return {};
    if ((f.frame.id != "limit.ban" && !stops) || !actor || f.items().empty() || (frees && !stops))
      return "no rule and no body that makes rules";
  }
  return {};
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
  const bool must_stop = stops_by_rule(f);
  if (must_stop) {
    f.roles["item"] = get(f.roles, "actor");
    f.roles.erase("actor");
  }
  if (stops && !must_stop && !stops_trade(f)) return f.refuse("no trade stopped");
  if (owes_deed(f)) return f.refuse("a deed that a paper asks for");
  if (f.frame.id == "limit.hold" && !holds_trade(f)) return f.refuse("no trade held to a bound");
  if (f.frame.pos == "noun" && f.items().empty()) f.put("item", capped_behind_for(f));
  if (f.frame.pos == "noun" && f.items().empty()) f.put("item", covered(f));
  if (auto kept_out = entry_ban(f)) return {*kept_out};
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
    auto claim = rule_on(f, i, ruling, actor, out);
    if (claim && caps_own(f, actor)) claim->target = actor->party;
    if (claim) out.push_back(std::move(*claim));
  }
  return out;
}

}  // namespace msmt
