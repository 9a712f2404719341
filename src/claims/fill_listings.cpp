/// Whether words tell of sanctions, and who then lists whom.
///
///     "Petrov is on the EU list"               the EU lists Petrov
///     "the latest package hits seven firms"    whoever made the package lists the firms
#include <algorithm>
#include <utility>

#include "claims/clause_words.hpp"
#include "claims/fill_sanctions.hpp"
#include "claims/filler.hpp"

namespace msmt {

namespace {

/// "its sanctions list", "the blacklist": on it are those who are sanctioned, whatever was said before.
bool is_of_sanctions(const Chunk& c) {
  return c.lemma == "blacklist" ||
         (c.lemma == "list" && c.before.find("sanction") != std::string::npos);
}

/// "its sanctions list", "the entity list", "the list of terrorists"
bool is_roll(const Chunk& c) {
  if (c.lemma == "property") return c.before.find("blocked") != std::string::npos;
  return c.lemma == "blacklist" ||
         (c.lemma == "list" &&
          (c.before.find("sanction") != std::string::npos ||
           c.before.find("black") != std::string::npos ||
           c.before.find("entity") != std::string::npos || !c.of.empty() || c.owner));
}

/// The sanctions of "EU and US sanctions", which may stand behind more owners; the number of chunks for none.
std::size_t measure_of_list(const Filler& f, const std::vector<std::size_t>& list) {
  const std::size_t none = f.stage.chunks.size();
  if (list.empty()) return none;
  std::size_t i = list.front();
  while (i < none && !is_measure(f.chunk(i))) {
    const bool owns = lists_names(f.chunk(i)) && i + 2 < none &&
                      (is_word(f.chunk(i + 1), "and") || is_word(f.chunk(i + 1), ","));
    if (!owns) return none;
    i += 2;
  }
  return i;
}

/// "the list", after who was put on one.
bool is_list_told_of(const Filler& f, const Chunk& c) {
  return c.lemma == "list" && c.before == "the" && c.of.empty() && !c.owner && recent_sanction(f);
}

/// "Two banks complete the list": the list goes on with them.
bool goes_on_list(Filler& f, Listing& listing) {
  const auto& roll = get(f.roles, "roll");
  f.why = "on no list";
  if (roll.size() != 1 || !is_list_told_of(f, f.chunk(roll.front())) || listing.targets.empty())
    return false;
  listing.actor = Named{*f.stage.memory.sanction->actor, f.chunk(roll.front()).span};
  return true;
}

/// Whether chunk i is somebody who can stand on such a list.
bool can_be_listed(const Filler& f, std::size_t i) {
  const Chunk& c = f.chunk(i);
  const auto& lister = get(f.roles, "actor");
  // "the trader Ivan Petrov"
  const bool kind = !c.party && !c.pronoun && name_at_end(f, c) &&
                    f.stage.grammar.any_is(WordClass::sanctioned, c.before);
  return can_be_sanctioned(f, c) || (c.person && c.party) || kind ||
         (f.trigger().lemma == "hit" && c.party &&
          (c.party->party.iso2.empty() ||
           (!lister.empty() && is_measure(f.chunk(lister.front())))));
}

bool is_under(Filler& f, Listing& listing) {
  const auto& roll = get(f.roles, "roll");
  // "Three banks are among them", right behind those who were counted
  if (is_word(f.chunk(f.at + 1), "among them") && f.trigger().lemma == "be" &&
      !f.trigger().negated && counted_right_before(f) && !listing.targets.empty() &&
      can_be_listed(f, listing.targets.front())) {
    listing.actor = Named{*f.stage.memory.sanction->actor, f.chunk(f.at + 1).span};
    return true;
  }
  // "Petrov is also on the list", after "the EU sanctioned 12 people"
  if (roll.size() == 1 && is_list_told_of(f, f.chunk(roll.front())) && !f.trigger().negated &&
      f.trigger().modals.empty() && !listing.targets.empty()) {
    listing.actor = Named{*f.stage.memory.sanction->actor, f.chunk(roll.front()).span};
    return true;
  }
  // "Petrov is on the EU list", of an article about sanctions
  const bool on_list = !roll.empty() && is_roll(f.chunk(roll.front())) &&
                       f.chunk(roll.front()).of.empty() && !f.trigger().negated &&
                       (recent_sanction(f) || is_of_sanctions(f.chunk(roll.front())));
  const auto listing_body = on_list ? owner_of(f.stage, roll.front()) : std::nullopt;
  if (listing_body) {
    listing.actor = listing_body;
    return true;
  }
  // "Turkey remains under US sanctions"
  const auto& measure = get(f.roles, "measure");
  const std::size_t at = measure_of_list(f, measure);
  const bool under = at < f.stage.chunks.size() && !is_ban(f.stage.grammar, f.chunk(at));
  if (under) listing.actor = owner_of(f.stage, at);
  if (under && listing.actor) listing.others = imposers(f.stage, at);
  std::erase_if(listing.others,
                [&](const Named& other) { return other.party == listing.actor->party; });
  if (!under) f.why = "under no sanctions";
  if (under && !listing.actor) f.why = "nobody's sanctions";
  return under && listing.actor.has_value();
}

bool is_imposed(Filler& f, Listing& listing) {
  const auto& measure = get(f.roles, "measure");
  auto& actor = listing.actor;
  // "imposed similar measures on four firms"
  const bool measures = !measure.empty() && f.chunk(measure.front()).lemma == "measure" && actor &&
                        !listing.targets.empty() &&
                        can_be_sanctioned(f, f.chunk(listing.targets.front()));
  if (measure.empty() || !(is_measure(f.chunk(measure.front())) || measures)) {
    f.why = "no sanctions";
    return false;
  }
  const auto& paper = get(f.roles, "actor");
  if (!actor && f.trigger().voice == Voice::gerund && !paper.empty() &&
      (f.chunk(paper.front()).item_class == "measure" ||
       f.chunk(paper.front()).item_class == "document"))
    actor = signer(f, paper.front());  // "The president signed a decree imposing sanctions"
  // "The EU's sanctions against Belarus were extended"
  if (!actor && f.trigger().voice == Voice::passive && paper.empty() && !f.sides.has("by"))
    actor = owner_of(f.stage, measure.front());
  if (!actor && f.trigger().voice == Voice::participle && f.stage.memory.rule_maker)
    actor =
        Named{*f.stage.memory.rule_maker, f.trigger().span};  // "the sanctions imposed on Libya"
  return true;
}

/// "Two refineries were listed as well", after a listing
bool lists_on(const Filler& f, const Listing& listing) {
  // "Two refineries were listed", "the Union has also targeted refineries": after a listing
  if (!recent_sanction(f) || listing.targets.empty()) return false;
  const Chunk& c = f.chunk(listing.targets.front());
  const auto& adverbs = f.trigger().adverbs;
  const bool also = std::find(adverbs.begin(), adverbs.end(), "also") != adverbs.end() ||
                    (f.at > 0 && is_word(f.chunk(f.at - 1), "also"));
  // "Ivan Petrov was also targeted", after a listing
  if (!can_be_sanctioned(f, c) && !(also && c.person && c.party)) return false;
  const std::string& verb = f.trigger().lemma;
  const bool passive = (verb == "list" || verb == "add" || verb == "target") &&
                       get(f.roles, "actor").empty() && get(f.roles, "roll").empty() &&
                       f.trigger().voice == Voice::passive && !f.trigger().negated;
  return passive || (f.trigger().lemma == "target" && listing.actor &&
                     listing.actor->party == *f.stage.memory.sanction->actor);
}

/// A bank or a firm, by its noun or by its name.
bool is_business(const Filler& f, std::size_t i) {
  const Chunk& c = f.chunk(i);
  if (f.stage.grammar.is(WordClass::firm, c.lemma)) return can_be_sanctioned(f, c);
  return is_body(c, {"bank", "company"});
}

/// "Japan punished Orient Bank", "Canada targets two Belarusian banks over the war": a state hits firms in no other
/// way.
bool hits_business(const Filler& f, const Listing& listing) {
  const auto& lister = get(f.roles, "actor");
  if (lister.empty() || !lists_names(f.chunk(lister.front())) || listing.targets.empty() ||
      f.trigger().voice != Voice::active || !is_business(f, listing.targets.front()))
    return false;
  if (f.trigger().lemma == "punish") return true;
  // a headline; in a text "targets" is said of strikes as well
  const bool headline = !is_word(f.stage.chunks.back(), ".");
  return headline && f.trigger().head == "targets" &&
         is_word(f.chunk(listing.targets.back() + 1), "over");
}

/// "The assets of Orient Bank are frozen": whose they are is sanctioned, whoever did it.
bool is_frozen_by_nobody(const Filler& f, bool frozen, const Listing& listing) {
  if (!frozen || f.trigger().voice != Voice::passive || f.trigger().negated ||
      !f.trigger().modals.empty() || !get(f.roles, "actor").empty() || f.sides.has("by"))
    return false;
  const auto whose = sanctioned(f, listing.targets.front());
  return whose && whose->party.iso2.empty();
}

/// "With its 18th package the EU targeted two banks": sanctions lead the sentence.
bool opens_with_measures(const Filler& f) {
  if (f.at < 3 ||
      !(is_word(f.chunk(0), "with") || is_word(f.chunk(0), "in") || is_word(f.chunk(0), "under")))
    return false;
  const Chunk& c = f.chunk(1);
  if (is_measure(c)) return !is_ban(f.stage.grammar, c);
  const bool own = c.owner && c.owner->party.name == "its" && c.of.empty() && !c.money;
  return own && (c.lemma == "package" || c.lemma == "round" || c.lemma == "tranche") &&
         c.before.find("aid") == std::string::npos;
}

/// "under its sanctions law": by what sanctions are made.
bool is_by_measure(const Filler& f, bool aimed) {
  const auto& measure = get(f.roles, "measure");
  if (measure.empty()) return opens_with_measures(f) && f.trigger().voice == Voice::active;
  const Chunk& c = f.chunk(measure.front());
  return is_measure(c) || (aimed && c.lemma == "measure") ||
         (c.item_class == "measure" && c.before.find("sanction") != std::string::npos);
}

bool is_listed(Filler& f, Listing& listing) {
  // "added", "targeted", "listed" say too little by themselves
  auto& actor = listing.actor;
  auto& targets = listing.targets;
  const auto& roll = get(f.roles, "roll");
  const auto& measure = get(f.roles, "measure");
  const auto& lister = get(f.roles, "actor");
  const auto refused = [&](std::string_view why) {
    f.why = why;
    return false;
  };
  const bool on_list = !roll.empty() && (is_roll(f.chunk(roll.front())) ||
                                         is_list_told_of(f, f.chunk(roll.front())));
  const bool aimed = !get(f.roles, "against").empty();
  const bool by_measure =
      is_by_measure(f, aimed) &&
      (!measure.empty() || (!targets.empty() && can_be_listed(f, targets.front())));
  const bool frozen = (f.trigger().lemma == "freeze" || f.trigger().lemma == "block") &&
                      !targets.empty() && is_frozen(f, f.chunk(targets.front()));
  const bool listed = f.trigger().lemma == "list" && !lister.empty() &&
                      (lists_names(f.chunk(lister.front())) ||
                       (f.chunk(lister.front()).lemma == "committee" && actor)) &&
                      !targets.empty() && can_be_listed(f, targets.front());
  // "the package of sanctions hits seven companies", "its latest package listed another firm"
  const bool by_sanctions =
      !lister.empty() && !targets.empty() && is_measures(f, lister.front()) &&
      (can_be_listed(f, targets.front()) ||
       (f.chunk(lister.front()).lemma == "list" && proper_name(f, targets.front())));
  if (by_sanctions) actor = imposer_of(f, lister.front());
  const bool goes_on = lists_on(f, listing);
  if (goes_on && !actor) actor = Named{*f.stage.memory.sanction->actor, f.trigger().span};
  if (f.trigger().lemma == "designate") {
    // "its president was designated as well": by whoever designated before
    if (!actor && !lister.empty()) return refused("nobody lists");
    if (!actor && f.stage.memory.sanction && f.trigger().voice == Voice::passive)
      actor = Named{*f.stage.memory.sanction->actor, f.trigger().span};
    if (!actor) return refused("not a listing");
  } else if (!on_list && !by_measure && !frozen && !listed && !by_sanctions && !goes_on &&
             !listing.named_behind && !hits_business(f, listing)) {
    return refused("not a listing");
  }
  if (by_measure && !measure.empty() && !actor)
    actor = owner_of(f.stage, measure.front());  // "hit with EU sanctions"
  if (f.trigger().lemma == "identify" && !on_list) return refused("not a listing");
  if (f.trigger().lemma == "identify" && !actor && recent_sanction(f))
    actor = Named{*f.stage.memory.sanction->actor, f.trigger().span};
  if (on_list && !actor) actor = owner_of(f.stage, roll.front());  // "put on Britain's list"
  if (on_list && !actor && is_list_told_of(f, f.chunk(roll.front())))
    actor = Named{*f.stage.memory.sanction->actor, f.chunk(roll.front()).span};
  if (on_list && !actor && f.chunk(roll.front()).of_party) actor = f.chunk(roll.front()).of_party;
  if (is_frozen_by_nobody(f, frozen, listing)) return true;
  // "The new sanctions hit the firm Lukos": whosever they are
  const bool by_anybody =
      by_sanctions && is_measure(f.chunk(lister.front())) && proper_name(f, targets.front());
  if (!actor && !on_list && !by_anybody) return refused("nobody lists");
  if ((f.trigger().lemma == "affect" || f.trigger().lemma == "include" ||
       f.trigger().lemma == "name") &&
      !by_sanctions && !listing.named_behind)
    return refused("not a listing");
  if (by_measure && aimed) targets = get(f.roles, "against");
  if (by_measure && !on_list && targets.empty()) targets = roll;  // "with sanctions on four firms"
  return true;
}

/// "put Ana Sol and Ivan Petrov, two bankers, on its sanctions list": the list behind what the names are said to be.
void roll_behind_names(Filler& f) {
  if (!get(f.roles, "roll").empty() || get(f.roles, "target").empty()) return;
  for (std::size_t k = get(f.roles, "target").back() + 1; k + 1 < f.stage.chunks.size(); ++k) {
    if (f.chunk(k).kind == ChunkKind::verb || is_word(f.chunk(k), ";")) return;
    const bool on = is_word(f.chunk(k), "on") || is_word(f.chunk(k), "to");
    if (!on || !is_roll(f.chunk(k + 1))) continue;
    f.put("roll", {k + 1});
    return;
  }
}

/// "cut the bank off from the dollar system": from where money is paid, or a market of the actor's own.
bool cuts_off(Filler& f, const Listing& listing) {
  const auto& roll = get(f.roles, "roll");
  f.why = "cut off from nothing of the kind";
  if (roll.empty() || listing.targets.empty() || !listing.actor) return false;
  const Chunk& c = f.chunk(roll.front());
  if (!f.stage.grammar.is(WordClass::pay_system, c.lemma)) return false;
  const auto& lister = get(f.roles, "actor");
  const bool own = c.lemma == "market" && c.owner && c.owner->party.name == "its";
  const bool paid =
      c.lemma == "swift" || own || f.stage.grammar.any_is(WordClass::monetary, c.before);
  return paid && !lister.empty() &&
         (lists_names(f.chunk(lister.front())) || !listing.actor->party.iso2.empty());
}

/// "Petrov was among the men whom Canada sanctioned": the name; the number of chunks for none.
std::size_t named_among(const Filler& f) {
  // "Martelly was among the politicians whom Canada sanctioned", "one of nine men blacklisted by Oslo"
  const std::size_t none = f.stage.chunks.size();
  const auto& whom = get(f.roles, "target");
  if (whom.size() != 1 || whom.front() < 3 || whom.front() > f.at) return none;
  const std::size_t link = whom.front() - 1;
  const bool among = is_word(f.chunk(link), "among");
  const bool be = f.chunk(link - 1).kind == ChunkKind::verb && f.chunk(link - 1).lemma == "be" &&
                  !f.chunk(link - 1).negated && f.chunk(link - 1).modals.empty();
  if (!among || !be || f.chunk(link - 2).kind != ChunkKind::phrase) return none;
  return proper_name(f, link - 2) || f.chunk(link - 2).person ? link - 2 : none;
}

}  // namespace

bool is_measure(const Chunk& c) {
  // "a new sanctions package"
  const bool bundle = c.before.find("sanction") != std::string::npos &&
                      (c.lemma == "package" || c.lemma == "round" || c.lemma == "tranche");
  return bundle || (c.item_class == "measure" && c.item_id != "law") || c.of_class == "measure";
}

bool is_ban(const Grammar& grammar, const Chunk& c) {
  // a travel ban keeps a person out, and is on somebody
  if (c.before.find("travel") != std::string::npos || c.before.find("visa") != std::string::npos ||
      c.before.find("entry") != std::string::npos)
    return false;
  return grammar.is(WordClass::ban, c.lemma);
}

bool is_measures(const Filler& f, std::size_t i) {
  const Chunk& c = f.chunk(i);
  if (is_measure(c)) return !is_ban(f.stage.grammar, c);
  if (c.definite && c.lemma == "list" && c.of.empty() && !c.owner) return recent_sanction(f);
  // "London's latest measures", "the new package", of an article about sanctions
  const bool step = c.lemma == "package" || c.lemma == "measure" || c.lemma == "round" ||
                    c.lemma == "step" || c.lemma == "tranche" || c.lemma == "designation";
  if (!step || c.money) return false;
  // "the EU's latest package targets 28 banks", but no package of aid
  const bool own = c.owner && (c.lemma == "package" || c.lemma == "round") &&
                   f.trigger().lemma != "include" && f.trigger().lemma != "cover" &&
                   c.before.find("aid") == std::string::npos;
  return c.before.find("sanction") != std::string::npos || c.of_class == "measure" || own ||
         recent_sanction(f);
}

bool find_listed(Filler& f, Listing& listing) {
  if (auto inverted = listed_behind(f); !inverted.empty()) {
    // "Among those sanctioned were two brothers", "Also blacklisted were two generals"
    listing.named_behind = true;
    listing.targets = std::move(inverted);
    if (!listing.actor) listing.actor = lister_behind(f);
    if (!listing.actor && f.stage.memory.sanction)
      listing.actor = Named{*f.stage.memory.sanction->actor, f.trigger().span};
    if (!listing.actor) f.why = "nobody lists";
    if (!listing.actor) return false;
  } else if (f.frame.id == "sanction.under" && !is_under(f, listing)) {
    return false;
  }
  if (f.frame.pos == "noun" && !listing.actor) listing.actor = f.trigger_owner();
  // "OFAC announced the designation of three firms"
  if (f.frame.id == "sanction.noun" && !listing.actor && f.sides.construction == "light" &&
      !f.sides.of("subj").empty() && lists_names(f.chunk(f.sides.of("subj").front())))
    listing.actor = party_of(f.stage, f.sides.of("subj").front());
  if (f.frame.id == "sanction.impose") return is_imposed(f, listing);
  if (f.frame.id == "sanction.weigh" || f.frame.id == "sanction.threat") {
    // "is considering sanctions on", "proposed measures against the captains"
    const auto& measure = get(f.roles, "measure");
    const bool aimed = !measure.empty() && (is_measure(f.chunk(measure.front())) ||
                                            f.chunk(measure.front()).lemma == "measure");
    if (!aimed || !listing.actor) f.why = "no sanctions";
    return aimed && listing.actor.has_value();
  }
  if (f.frame.id == "sanction.verb") {
    if (const std::size_t name = named_among(f); name < f.stage.chunks.size())
      listing.targets = {name};  // "Martelly is among the politicians whom Canada sanctioned"
    if (!listing.actor && get(f.roles, "actor").empty() && f.trigger().voice == Voice::passive &&
        f.stage.memory.sanction &&
        (f.trigger().negated || recent_sanction(f)))  // "India has not been sanctioned"
      listing.actor = Named{*f.stage.memory.sanction->actor, f.trigger().span};
    return true;
  }
  if (f.frame.id == "sanction.list") roll_behind_names(f);
  if (f.frame.id == "sanction.complete") return goes_on_list(f, listing);
  if (f.frame.id == "sanction.cut") return cuts_off(f, listing);
  return f.frame.id != "sanction.list" || is_listed(f, listing);
}

}  // namespace msmt
