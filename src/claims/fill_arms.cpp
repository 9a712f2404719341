/// Arms that somebody has, shows or fits to something: possession.

#include "claims/fill_arms.hpp"

#include <algorithm>

#include "claims/clause_words.hpp"
#include "claims/fill_casualties.hpp"
#include "claims/fill_goods.hpp"
#include "claims/fill_people.hpp"
#include "claims/filler.hpp"
#include "claims/subjects.hpp"

namespace msmt {

namespace {

/// "has a navy, with more than 140 warships": the counted arms that a force is said to have.
std::vector<std::size_t> held_by_force(const Filler& f, std::size_t force) {
  for (std::size_t k = force + 1; k + 1 < f.stage.chunks.size() && k < force + 5; ++k) {
    if (is_word(f.chunk(k), "in") && f.chunk(k + 1).kind == ChunkKind::phrase) {
      ++k;  // "the largest navy in the region, with …"
      continue;
    }
    if (!is_word(f.chunk(k), ",") && !is_word(f.chunk(k), "with")) return {};
    if (is_word(f.chunk(k), "with") && f.chunk(k + 1).quantity != nullptr &&
        is_arms(f, f.chunk(k + 1)))
      return {k + 1};
  }
  return {};
}

/// "a fleet of 60 tanks": the arms in place of the stock.
std::vector<std::size_t> stocked(const Filler& f, std::vector<std::size_t> list) {
  // "keeps a fleet of 60 tanks and 20 guns": what the stock is of
  if (list.size() != 1 || list.front() + 2 >= f.stage.chunks.size()) return list;
  const std::size_t stock = list.front();
  if (const std::string& noun = f.chunk(stock).lemma;
      noun == "navy" || noun == "fleet" || noun == "force" || noun == "army") {
    if (auto held = held_by_force(f, stock); !held.empty()) return held;
  }
  const bool holds = f.stage.grammar.evokes("noun", f.chunk(stock).lemma, {"possess.noun"});
  if (!holds || !is_word(f.chunk(stock + 1), "of") || !is_arms(f, f.chunk(stock + 2))) return list;
  list.front() = stock + 2;
  for (std::size_t k = stock + 3; k + 1 < f.stage.chunks.size() && joins_list(f.chunk(k).word);
       k += 2) {
    if (f.chunk(k + 1).kind != ChunkKind::phrase || !is_arms(f, f.chunk(k + 1))) break;
    list.push_back(k + 1);
  }
  return list;
}

/// "taught them to fly drones", "helped it to field tanks": the verb before gives no arms yet.
std::string_view only_enabled(const Filler& f) {
  if (taught_to_use(f)) return "taught to, not had";
  if (f.at < 2 || f.chunk(f.at - 2).kind != ChunkKind::verb) return {};
  const std::string& before = f.chunk(f.at - 2).lemma;
  if (before == "help" || before == "let") return "somebody is helped to have it";
  return {};
}

/// Why the trigger tells of nothing that somebody has; empty where it may.
std::string_view no_possession(const Filler& f) {
  if (const std::string_view why = only_enabled(f); !why.empty()) return why;
  if (f.trigger().lemma == "launch" && is_ability(f)) return "an ability, nothing shown";
  if (f.trigger().lemma == "fly" &&
      (f.trigger().voice == Voice::infinitive || !f.trigger().chain.empty()))
    return "learned or meant, not had";  // "taught them to fly drones"
  // "did not fly jets over Karabakh": they may have them all the same
  if (f.trigger().lemma == "fly" && (f.trigger().negated || f.sides.has("over")))
    return "a flight, and no fleet";
  if (f.frame.id == "possess.put") {
    // "put a second battery into service"
    const auto& service = get(f.roles, "service");
    if (service.empty() || !f.stage.grammar.is(WordClass::service, f.chunk(service.front()).lemma))
      return "not into service";
  }
  return {};
}

/// "Kenyan units waited at the border, armed with mortars": the subject of the clause before the comma.
std::optional<Named> armed_subject(const Filler& f) {
  if (f.trigger().voice != Voice::participle || f.at < 3 || !is_word(f.chunk(f.at - 1), ","))
    return std::nullopt;
  for (std::size_t k = f.at - 1; k > 1; --k) {
    if (is_word(f.chunk(k - 1), ";")) break;
    if (!is_finite(f.chunk(k - 1))) continue;
    const Chunk& who = f.chunk(k - 2);
    if (who.kind != ChunkKind::phrase || !(who.party || is_people(who.item_class))) break;
    if (auto named = party_of(f.stage, k - 2)) return named;
    return owner_of(f.stage, k - 2);
  }
  return std::nullopt;
}

/// "The parade in Minsk featured tanks", "The parade included tanks": who shows them there.
std::optional<Named> parades(const Filler& f) {
  const auto& whole = get(f.roles, "arsenal");
  if (whole.empty() || f.chunk(whole.front()).lemma != "parade") return std::nullopt;
  const std::size_t i = whole.front();
  if (is_word(f.chunk(i + 1), "in") || is_word(f.chunk(i + 1), "at"))
    return state_where(f.stage, i + 2);
  const auto& shown = f.stage.memory.listed;
  const bool told = !shown.empty() && shown.back().type == "possession" && shown.back().actor;
  return told ? std::optional(Named{*shown.back().actor, f.chunk(i).span}) : std::nullopt;
}

/// Whose the arms are: the subject, who has what they are fitted to or part of, who owns the noun.
std::optional<Named> possessor(const Filler& f) {
  std::optional<Named> actor = f.party("actor");
  if (f.frame.id == "possess.fit" || f.frame.id == "possess.consist") {
    const auto& whole = get(f.roles, f.frame.id == "possess.fit" ? "carrier" : "arsenal");
    if (!whole.empty()) {
      actor = is_outfit(f) ? party_of(f.stage, whole.front()) : owner_of(f.stage, whole.front());
      const auto& shown = f.stage.memory.listed;
      if (!actor && f.frame.id == "possess.fit" && !shown.empty() &&
          shown.back().type == "possession" && shown.back().actor) {
        // "unveiled a destroyer, which was equipped with …"
        actor = Named{*shown.back().actor, f.chunk(whole.front()).span};
      }
    }
  }
  if (!actor && f.frame.id == "possess.fit") actor = armed_subject(f);
  if (!actor && f.frame.id == "possess.consist") actor = parades(f);
  if (const auto owner = f.trigger_owner(); owner && !actor) actor = owner;
  // "Syria declared a stock of chemical agents"
  if (!actor && f.frame.id == "possess.noun" && f.at > 1 && is_finite(f.chunk(f.at - 1)) &&
      f.chunk(f.at - 1).voice == Voice::active &&
      (f.chunk(f.at - 1).lemma == "declare" ||
       f.stage.grammar.is(WordClass::gather, f.chunk(f.at - 1).lemma) ||
       f.stage.grammar.evokes("verb", f.chunk(f.at - 1).lemma, {"possess.have"}))) {
    if (const std::size_t who = subject_before(f.stage.chunks, f.at - 1);
        who < f.stage.chunks.size())
      actor = party_of(f.stage, who);
  }
  return actor;
}

/// "The package consists of 40 tanks": what is said to consist of arms is given, and no arsenal.
bool consists_as_gift(const Filler& f) {
  if (f.frame.id != "possess.consist" || get(f.roles, "arsenal").empty()) return false;
  const Chunk& whole = f.chunk(get(f.roles, "arsenal").front());
  return whole.item_class == "aid" || whole.item_class == "deed" ||
         f.stage.grammar.is(WordClass::support_noun, whole.lemma) ||
         f.stage.grammar.evokes("noun", whole.lemma, {"get.request"});  // "the order includes"
}

/// "a radar shown on Turkey's latest frigate": both are Turkey's.
void add_carriers(const Filler& f, std::optional<Named>& actor, std::vector<std::size_t>& list) {
  const auto& carriers = get(f.roles, "aboard");
  if (carriers.empty() || actor || f.frame.id != "possess.show") return;
  actor = owner_of(f.stage, carriers.front());
  if (actor && !actor->party.iso2.empty())
    list.insert(list.end(), carriers.begin(), carriers.end());
}

/// "a 5,000-ton destroyer, the Choe Hyon", "the Choe Hyon, a 5,000-ton destroyer": one thing, by its kind and by its name.
void join_kind_and_name(const Filler& f, std::vector<std::size_t>& list) {
  for (std::size_t k = 0; k + 1 < list.size(); ++k) {
    const auto names = [&](std::size_t i) {
      return f.chunk(i).weapon != nullptr &&
             !std::get<Weapon>(f.chunk(i).weapon->value).name.empty();
    };
    const bool swapped = names(list[k]) && !names(list[k + 1]);
    const Chunk& kind = f.chunk(list[swapped ? k + 1 : k]);
    const Chunk& name = f.chunk(list[swapped ? k : k + 1]);
    if (kind.weapon == nullptr || name.weapon == nullptr || !names(list[swapped ? k : k + 1]) ||
        (swapped ? !is_indefinite(f.stage, kind) || !is_word(f.chunk(list[k] + 1), ",")
                 : kind.quantity != nullptr || !name.definite))
      continue;
    const auto& first = std::get<Weapon>(kind.weapon->value);
    const auto& second = std::get<Weapon>(name.weapon->value);
    if (first.name.empty() && first.category == second.category) {
      list.erase(list.begin() + static_cast<std::ptrdiff_t>(swapped ? k + 1 : k));
      break;
    }
  }
}

/// "Its arsenal is put at 150,000 rockets", "amounts to 270 tanks": the arms that the figure behind the
/// noun counts.
std::vector<Claim> arsenal_put_at(Filler& f, const Named& actor) {
  Claim claim = f.start("possession");
  put_at(f, claim);
  if (!claim.quantity) reached(f, claim);
  if (!claim.quantity) return f.refuse("no weapon");
  for (std::size_t k = f.at + 1; k < f.stage.chunks.size(); ++k) {
    const Chunk& c = f.chunk(k);
    if (c.quantity == nullptr || std::get<Quantity>(c.quantity->value) != *claim.quantity) continue;
    if (!is_arms(f, c)) return f.refuse("no weapon");
    claim.item = item_of(f.stage, c);
    add_span(claim, "item", c.span);
    break;
  }
  set_party(claim, &Claim::actor, "actor", actor);
  return {claim};
}

/// "With 40 fighters in its fleet, Egypt is", "the 12 tanks in Mali's arsenal": the counted arms before
/// the stock that is the trigger.
std::vector<std::size_t> arms_in_stock(const Filler& f) {
  if (f.frame.id != "possess.noun" || f.at < 2 || !is_word(f.chunk(f.at - 1), "in")) return {};
  const Chunk& held = f.chunk(f.at - 2);
  const bool counted = held.kind == ChunkKind::phrase && held.quantity != nullptr &&
                       !held.negative && is_arms(f, held);
  return counted ? std::vector<std::size_t>{f.at - 2} : std::vector<std::size_t>{};
}

/// "With 40 fighters in its fleet, Egypt is": whose the stock of an opening phrase is.
std::optional<Named> owner_behind(const Filler& f) {
  const bool opens = f.at == 3 && is_word(f.chunk(0), "with") && f.trigger().owner &&
                     f.trigger().owner->party.name == "its" && f.at + 2 < f.stage.chunks.size() &&
                     is_word(f.chunk(f.at + 1), ",");
  return opens ? party_of(f.stage, f.at + 2) : std::nullopt;
}

/// "It operates three", "fields 90 of these systems": of the weapon named last.
bool counts_last_arms(const Filler& f, const Chunk& c) {
  return f.frame.id == "possess.have" && f.stage.memory.arms && c.quantity != nullptr &&
         (is_count(c) || c.item_id == "system") &&
         (std::get<Quantity>(c.quantity->value).unit == f.stage.memory.arms_unit ||
          c.item_id == "system");
}

/// "operates 29 squadrons", "fields four divisions": formations that an armed force is made of.
bool counts_formations(const Filler& f, const Chunk& c) {
  return f.frame.id == "possess.have" && c.quantity != nullptr && c.item_class == "troops" &&
         (f.trigger().lemma == "operate" || f.trigger().lemma == "field") &&
         std::any_of(c.names.begin(), c.names.end(), [](const Mention* name) {
           return std::holds_alternative<MilitaryUnit>(name->value);
         });
}

/// The claim that the actor has the arms at chunk i; nullopt, with why, for none.
std::optional<Claim> had_arms(Filler& f, std::size_t i, const Named& actor) {
  const Chunk& c = f.chunk(i);
  // "Iran's stockpile of enriched uranium": nuclear material, and no other goods
  const std::string of = fold(f.stage.doc.words(c.of));
  const bool held =
      f.frame.id == "possess.have" && c.quantity != nullptr &&
      (of.find("uranium") != std::string::npos || of.find("plutonium") != std::string::npos);
  const bool nuclear =
      held || (f.frame.id == "possess.noun" && (c.lemma == "uranium" || c.lemma == "plutonium"));
  const bool arms = c.weapon != nullptr || c.item_class == "arms" || c.of_weapon != nullptr ||
                    nuclear || counts_formations(f, c);
  const bool again = !arms && counts_last_arms(f, c);
  if (!arms && !again) {
    f.why = "no weapon";
    return std::nullopt;
  }
  if (f.frame.id == "possess.belong" && carries(f, c)) {
    f.why = "a means of transport";  // "aircraft belonging to the Command carried the shells"
    return std::nullopt;
  }
  Claim claim = f.start("possession");
  f.set_item(claim, i);
  if (again) claim.item = f.stage.memory.arms;
  if (f.frame.id == "possess.noun" && !claim.quantity) put_at(f, claim);
  if (nuclear && !claim.quantity) reached(f, claim);
  set_party(claim, &Claim::actor, "actor", actor);
  return claim;
}

/// "India's third aircraft carrier", "Iran's newest destroyer": one of those that a state has, by its rank
/// among them; not where it is yet to be built.
bool stands_out(const Stage& stage, std::size_t i) {
  static constexpr std::string_view kRanks[] = {"newest", "latest", "largest", "biggest",
                                                "first",  "second", "third",   "fourth",
                                                "fifth",  "only",   "sole",    "oldest"};
  const Chunk& c = stage.chunks[i];
  if (c.kind != ChunkKind::phrase || c.owner == std::nullopt || c.weapon == nullptr ||
      c.quantity != nullptr || is_plural(c.head) || c.of_weapon != nullptr)
    return false;
  const auto& category = std::get<Weapon>(c.weapon->value).category;
  if (!stage.grammar.any_is(WordClass::crewed, category)) return false;
  const bool ranked = std::any_of(std::begin(kRanks), std::end(kRanks), [&](std::string_view rank) {
    return (" " + c.before + " ").find(" " + std::string(rank) + " ") != std::string::npos;
  });
  const auto made = [&](std::size_t k) {
    return k < stage.chunks.size() && stage.chunks[k].kind == ChunkKind::verb &&
           (stage.grammar.is(WordClass::make, stage.chunks[k].lemma) ||
            !stage.chunks[k].modals.empty());
  };
  return ranked && !made(i + 1) && !(i > 0 && made(i - 1));
}

std::optional<Claim> owned_one(const Stage& stage, std::size_t i) {
  const auto owner = owner_of(stage, i);
  if (!owner || owner->party.iso2.empty()) return std::nullopt;
  Claim claim;
  claim.type = "possession";
  claim.evidence.rule = "possess.ranked";
  claim.actor = owner->party;
  claim.item = item_of(stage, stage.chunks[i]);
  claim.evidence.spans.emplace_back("trigger", stage.chunks[i].span);
  claim.evidence.spans.emplace_back("item", stage.chunks[i].span);
  claim.evidence.spans.emplace_back("actor", owner->span);
  return claim;
}

}  // namespace

std::optional<Claim> owned_arms(const Stage& stage, std::size_t i) {
  const Chunk& c = stage.chunks[i];
  if (stands_out(stage, i)) return owned_one(stage, i);
  const bool subject = i + 1 < stage.chunks.size() && stage.chunks[i + 1].kind == ChunkKind::verb &&
                       stage.chunks[i + 1].voice == Voice::active &&
                       (i == 0 || stage.chunks[i - 1].kind != ChunkKind::word ||
                        !is_preposition(stage.chunks[i - 1].word));
  const bool counted = c.kind == ChunkKind::phrase && c.quantity != nullptr && !c.money &&
                       c.owner && !c.owner_is_adjective && c.weapon != nullptr;
  if (!subject || !counted) return std::nullopt;
  const auto& quantity = std::get<Quantity>(c.quantity->value);
  const auto owner = owner_of(stage, i);
  if (!owner || owner->party.iso2.empty() || quantity.unit == "percent") return std::nullopt;
  Claim claim;
  claim.type = "possession";
  claim.evidence.rule = "possess.owned";
  claim.actor = owner->party;
  claim.item = item_of(stage, c);
  claim.quantity = quantity;
  claim.evidence.spans.emplace_back("trigger", c.span);
  claim.evidence.spans.emplace_back("item", c.span);
  claim.evidence.spans.emplace_back("actor", owner->span);
  claim.evidence.spans.emplace_back("quantity", c.quantity->span);
  return claim;
}

bool is_outfit(const Filler& f) {
  // "Ethiopia's air force is equipped with fighters": what it has, by nobody's deed
  if (f.frame.type != "possession" && f.frame.id != "give.supply") return false;
  const auto& subject = f.sides.of("subj");
  const std::string words = fold(f.stage.doc.words(f.trigger().span));
  // "is equipped with", "the brigade was armed with": of a state it could tell of a gift
  const bool unit = !subject.empty() && f.chunk(subject.front()).party &&
                    f.chunk(subject.front()).party->party.iso2.empty();
  const bool state = words.starts_with("is ") || words.starts_with("are ") ||
                     (unit && (words.starts_with("was ") || words.starts_with("were ")));
  return state && f.trigger().voice == Voice::passive && f.trigger().chain.empty() &&
         !f.sides.has("by") && !subject.empty() && f.stands_for_party(subject.front()) &&
         f.stage.grammar.is(WordClass::equip, f.trigger().lemma) && !f.sides.of("with").empty() &&
         is_arms(f, f.chunk(f.sides.of("with").front()));
}

std::vector<Claim> possession(Filler& f) {
  if (const std::string_view why = no_possession(f); !why.empty()) return f.refuse(why);
  std::optional<Named> actor = possessor(f);
  std::vector<std::size_t> list = f.frame.id == "possess.have" ? stocked(f, f.items()) : f.items();
  if (consists_as_gift(f)) return f.refuse("what is given, not had");
  // "It is equipped with radar": of a thing, unless one that somebody showed
  const auto& carrier = get(f.roles, "carrier");
  const auto& shown = f.stage.memory.listed;
  if (f.frame.id == "possess.fit" && !carrier.empty() && f.chunk(carrier.front()).head == "it" &&
      (shown.empty() || shown.back().type != "possession"))
    return f.refuse("of a thing");
  if (list.empty()) list = arms_in_stock(f);
  if (const auto owner = owner_behind(f); owner && !list.empty()) actor = owner;
  add_carriers(f, actor, list);
  if (!actor) return f.refuse("no owner");
  join_kind_and_name(f, list);
  // "has a huge missile stockpile"
  if (f.frame.id == "possess.noun" && list.empty() && f.at > 0 && is_finite(f.chunk(f.at - 1)) &&
      f.stage.grammar.any_is(WordClass::flies, f.trigger().before)) {
    if (auto inside = from_trigger_noun(f, actor, std::nullopt, std::nullopt); !inside.empty())
      return inside;
  }
  if (f.frame.id == "possess.noun" && list.empty()) return arsenal_put_at(f, *actor);
  std::vector<Claim> out;
  for (const std::size_t i : list) {
    if (auto claim = had_arms(f, i, *actor)) out.push_back(std::move(*claim));
  }
  return out;
}

bool is_arms(const Filler& f, const Chunk& c) {
  return c.weapon != nullptr || class_of(f.stage.grammar, c) == "arms" || c.of_weapon != nullptr;
}

}  // namespace msmt
