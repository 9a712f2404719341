/// Sanctions: who put whom on a list.
#include "claims/fill_sanctions.hpp"

#include <algorithm>

#include "claims/clause_words.hpp"
#include "claims/fill_limits.hpp"
#include "claims/filler.hpp"
#include "claims/relative.hpp"

namespace msmt {

namespace {

bool is_measure(const Chunk& c) {
  // "a new sanctions package"
  const bool bundle = c.before.find("sanction") != std::string::npos &&
                      (c.lemma == "package" || c.lemma == "round" || c.lemma == "tranche");
  return bundle || (c.item_class == "measure" && c.item_id != "law") || c.of_class == "measure";
}

/// "an arms embargo", "a ban", "a cap": rules on goods, which are no sanctions on somebody.
bool is_ban(const Grammar& grammar, const Chunk& c) {
  // a travel ban keeps a person out, and is on somebody
  if (c.before.find("travel") != std::string::npos || c.before.find("visa") != std::string::npos ||
      c.before.find("entry") != std::string::npos)
    return false;
  return grammar.is(WordClass::ban, c.lemma);
}

/// "added 117 ships …, bringing their total number to 557": the chunk with the total; 0 for none.
std::size_t total_after(const std::vector<Chunk>& chunks, std::size_t from) {
  for (std::size_t k = from; k + 3 < chunks.size(); ++k) {
    if (chunks[k].kind != ChunkKind::verb || chunks[k].lemma != "bring") continue;
    const Chunk& noun = chunks[k + 1];
    const bool total = noun.lemma == "total" || noun.before.find("total") != std::string::npos;
    for (std::size_t m = k + 2; total && m + 1 < chunks.size() && m < k + 6; ++m) {
      if (is_word(chunks[m], "to") && chunks[m + 1].quantity != nullptr) return m + 1;
    }
  }
  return 0;
}

/// Who lists whom, by a frame of sanctions.
struct Listing {
  std::optional<Named> actor;
  std::vector<std::size_t> targets;
  bool named_behind = false;  ///< "Among those sanctioned were …"
};

/// "sanctions", "the new package": what hits those on a list.
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

std::vector<Claim> imposed_on_named(Filler& f, const std::optional<Named>& actor) {
  // "Sanctions on the marshal remain in force; Washington imposed them in December"
  if (!actor) return f.refuse("no sanctions");
  for (std::size_t k = f.at; k > 2; --k) {
    const Chunk& measure = f.chunk(k - 3);
    if (!is_measure(measure) || (f.chunk(k - 2).word != "on" && f.chunk(k - 2).word != "against"))
      continue;
    const auto target = sanctioned(f, k - 1);
    if (!target || target->party == actor->party) break;
    Claim claim = f.start("sanction");
    set_party(claim, &Claim::actor, "actor", actor);
    set_party(claim, &Claim::target, "target", target);
    return {claim};
  }
  return f.refuse("no sanctions");
}

/// "imposed an arms embargo on": the claims of a rule on goods; nullopt where somebody is sanctioned.
std::optional<std::vector<Claim>> rule_for_goods(Filler& f) {
  const auto& measure = get(f.roles, "measure");
  if (f.frame.id != "sanction.impose" || measure.empty()) return std::nullopt;
  if (is_ban(f.stage.grammar, f.chunk(measure.front()))) return imposed_rule(f, measure.front());
  if (f.chunk(measure.front()).head != "them" || !listed_behind(f).empty()) return std::nullopt;
  auto actor = imposer(f);
  return imposed_on_named(f, actor);
}

/// "its sanctions list", "the blacklist"
bool is_roll(const Chunk& c) {
  if (c.lemma == "property") return c.before.find("blocked") != std::string::npos;
  return c.lemma == "blacklist" ||
         (c.lemma == "list" &&
          (c.before.find("sanction") != std::string::npos ||
           c.before.find("black") != std::string::npos ||
           c.before.find("entity") != std::string::npos || !c.of.empty() || c.owner));
}

bool is_under(Filler& f, Listing& listing) {
  // "Petrov is on the EU list", of an article about sanctions
  const auto& roll = get(f.roles, "roll");
  const bool on_list = !roll.empty() && is_roll(f.chunk(roll.front())) &&
                       f.chunk(roll.front()).of.empty() && recent_sanction(f) &&
                       !f.trigger().negated;
  const auto listing_body = on_list ? owner_of(f.stage, roll.front()) : std::nullopt;
  if (listing_body) {
    listing.actor = listing_body;
    return true;
  }
  // "Turkey remains under US sanctions"
  const auto& measure = get(f.roles, "measure");
  const bool under = !measure.empty() && is_measure(f.chunk(measure.front())) &&
                     !is_ban(f.stage.grammar, f.chunk(measure.front()));
  if (under) listing.actor = owner_of(f.stage, measure.front());
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
  if (!actor && f.trigger().voice == Voice::participle && f.stage.memory.rule_maker)
    actor =
        Named{*f.stage.memory.rule_maker, f.trigger().span};  // "the sanctions imposed on Libya"
  return true;
}

bool can_be_listed(const Filler& f, std::size_t i) {
  const Chunk& c = f.chunk(i);
  const auto& lister = get(f.roles, "actor");
  return can_be_sanctioned(f, c) || (c.person && c.party) ||
         (f.trigger().lemma == "hit" && c.party &&
          (c.party->party.iso2.empty() ||
           (!lister.empty() && is_measure(f.chunk(lister.front())))));
}

/// "Two refineries were listed as well", after a listing
bool lists_on(const Filler& f, const Listing& listing) {
  // "Two refineries were listed", "the Union has also targeted refineries": after a listing
  if (!recent_sanction(f) || listing.targets.empty() ||
      !can_be_sanctioned(f, f.chunk(listing.targets.front())))
    return false;
  const bool passive = f.trigger().lemma == "list" && get(f.roles, "actor").empty() &&
                       f.trigger().voice == Voice::passive;
  return passive || (f.trigger().lemma == "target" && listing.actor &&
                     listing.actor->party == *f.stage.memory.sanction->actor);
}

bool is_listed(Filler& f, Listing& listing) {
  // "added", "targeted", "listed" say too little by themselves
  auto& [actor, targets, named_behind] = listing;
  const auto& roll = get(f.roles, "roll");
  const auto& measure = get(f.roles, "measure");
  const auto& lister = get(f.roles, "actor");
  const auto refused = [&](std::string_view why) {
    f.why = why;
    return false;
  };
  const bool on_list = !roll.empty() && is_roll(f.chunk(roll.front()));
  const bool aimed = !get(f.roles, "against").empty();
  const bool by_measure =
      !measure.empty() && (is_measure(f.chunk(measure.front())) ||
                           (aimed && f.chunk(measure.front()).lemma == "measure"));
  const bool frozen = (f.trigger().lemma == "freeze" || f.trigger().lemma == "block") &&
                      !targets.empty() && f.chunk(targets.front()).lemma == "asset";
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
             !named_behind) {
    return refused("not a listing");
  }
  if (by_measure && !actor) actor = owner_of(f.stage, measure.front());  // "hit with EU sanctions"
  if (f.trigger().lemma == "identify" && !on_list) return refused("not a listing");
  if (f.trigger().lemma == "identify" && !actor && recent_sanction(f))
    actor = Named{*f.stage.memory.sanction->actor, f.trigger().span};
  if (on_list && !actor) actor = owner_of(f.stage, roll.front());  // "put on Britain's list"
  if (on_list && !actor && f.chunk(roll.front()).of_party) actor = f.chunk(roll.front()).of_party;
  if (!actor && !on_list) return refused("nobody lists");
  if ((f.trigger().lemma == "affect" || f.trigger().lemma == "include" ||
       f.trigger().lemma == "name") &&
      !by_sanctions && !named_behind)
    return refused("not a listing");
  if (by_sanctions && !actor) return refused("nobody's sanctions");
  if (by_measure && aimed) targets = get(f.roles, "against");
  if (by_measure && !on_list && targets.empty()) targets = roll;  // "with sanctions on four firms"
  return true;
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

/// Whether the words say a listing; fills in what they leave to their construction, else f.why says why not.
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
  return f.frame.id != "sanction.list" || is_listed(f, listing);
}

/// The words for somebody without a name, with what tells them apart: "firms based in Dubai".
std::string described(const Filler& f, std::size_t first, std::size_t last, bool modifiers = true) {
  const Chunk& c = f.chunk(first);
  const std::string name = item_of(f.stage, c).name;
  // the item's name leaves its owner out: "two Russian vessels"
  Span span{c.span.end - std::min(c.span.size(), name.size()), f.chunk(last).span.end};
  if (!c.of.empty()) span.begin = c.head_span.begin;  // "captains of five tankers"
  if (c.owner && c.owner->span.begin >= c.span.begin && c.owner->span.begin < span.begin &&
      c.owner_is_adjective)
    span.begin = c.owner->span.begin;
  if (!modifiers) return quote(f.stage.doc, span);
  std::size_t k = last + 1;
  const bool listed = first >= 1 && ends_clause(f.chunk(first - 1)) && first >= 2 &&
                      can_be_sanctioned(f, f.chunk(first - 2));
  const auto noun_at = [&](std::size_t i) {
    return i < f.stage.chunks.size() && f.chunk(i).kind == ChunkKind::phrase && !f.chunk(i).pronoun;
  };
  while (k + 1 < f.stage.chunks.size()) {
    const Chunk& next = f.chunk(k);
    std::size_t to = 0;
    if (next.kind == ChunkKind::word && (next.word == "of" || next.word == "in") &&
        noun_at(k + 1)) {
      to = k + 1;
    } else {
      const bool after = k + 2 < f.stage.chunks.size() && noun_at(k + 2);
      const Chunk& link = f.chunk(k + 1);
      // "linked to the group", "based in Dubai"
      const bool participle = (next.voice == Voice::participle || next.voice == Voice::gerund) &&
                              link.kind == ChunkKind::word && link.word != "by" &&
                              link.word != "," && link.word != "for";
      // "who launder money"
      const bool relative = !listed && next.kind == ChunkKind::word &&
                            (next.word == "who" || next.word == "that") &&
                            link.voice == Voice::active;
      if (after && (participle || relative)) to = k + 2;
      // "that trade in jet fuel"
      if (!after && relative && k + 3 < f.stage.chunks.size() && noun_at(k + 3) &&
          f.chunk(k + 2).kind == ChunkKind::word && is_preposition(f.chunk(k + 2).word))
        to = k + 3;
    }
    if (to == 0) break;
    k = to + 1;
    // "in China, Laos and Vietnam"
    while (k + 1 < f.stage.chunks.size() && ends_clause(f.chunk(k)) && f.chunk(k).word != ";" &&
           noun_at(k + 1) && f.chunk(k + 1).country_head && f.chunk(to).country_head) {
      to = k + 1;
      k = to + 1;
    }
    span.end = f.chunk(to).span.end;
  }
  return quote(f.stage.doc, span);
}

std::optional<Named> sanctioned_in_list(const Filler& f, const std::vector<std::size_t>& targets,
                                        std::size_t t) {
  auto target = sanctioned(f, targets[t]);
  // "eight men and seven firms linked to the group": all of them are
  const bool shares = t + 1 < targets.size() && f.chunk(targets[t]).quantity != nullptr &&
                      f.chunk(targets[t + 1]).quantity != nullptr &&
                      can_be_sanctioned(f, f.chunk(targets[t]));
  if (shares && targets[t + 1] + 1 < f.stage.chunks.size() &&
      f.chunk(targets[t + 1] + 1).voice == Voice::participle) {
    const std::string all = described(f, targets[t + 1], targets[t + 1]);
    const std::string own = described(f, targets[t + 1], targets[t + 1], false);
    if (target && all.size() > own.size()) target->party.name += all.substr(own.size());
  }
  return target;
}

/// "300 persons and firms": the target after number t has no count of its own.
bool shares_count(const Filler& f, const std::vector<std::size_t>& targets, std::size_t t) {
  if (t + 1 >= targets.size()) return false;
  const Chunk& c = f.chunk(targets[t]);
  const Chunk& next = f.chunk(targets[t + 1]);
  return can_be_sanctioned(f, c) && c.party == std::nullopt && can_be_sanctioned(f, next) &&
         next.quantity == nullptr && is_plural(next.head) && is_plural(c.head);
}

/// "the assets of three firms": three.
void count_owners(const Filler& f, Claim& claim, std::size_t i) {
  for (const Mention& mention : f.stage.reading.mentions) {
    if (!std::holds_alternative<Quantity>(mention.value) || !f.chunk(i).of.contains(mention.span))
      continue;
    claim.quantity = std::get<Quantity>(mention.value);  // "the assets of three firms"
    add_span(claim, "quantity", mention.span);
  }
}

/// The day of the measures that a claim is by: "announced on Friday".
void date_of_measures(const Filler& f, Claim& claim) {
  // "Ottawa's sanctions, announced on Friday, hit three banks"
  const auto& lister = get(f.roles, "actor");
  if (lister.empty() || !is_measures(f, lister.front())) return;
  for (std::size_t k = lister.front() + 1; k < f.at; ++k) {
    if (is_finite(f.chunk(k))) return;
    if (f.chunk(k).kind != ChunkKind::date) continue;
    const auto& date = std::get<Date>(f.chunk(k).date->value);
    if (!date.edtf.empty() || waits_for_anchor(date)) claim.period = date;
    add_span(claim, "period", f.chunk(k).span);
    return;
  }
}

std::vector<Claim> sanction_each(Filler& f, Listing& listing) {
  auto& [actor, targets, named_behind] = listing;
  if (targets.size() == 1) {
    if (auto names = renamed_by(f, targets.front()); names.size() > 1) targets = std::move(names);
  }
  if (!targets.empty() && targets.front() >= 2 && f.chunk(targets.front() - 1).word == "and" &&
      f.chunk(targets.front() - 2).quantity != nullptr && targets.front() < f.at &&
      can_be_sanctioned(f, f.chunk(targets.front() - 2)))
    targets.insert(targets.begin(), targets.front() - 2);  // "nine people and the refinery were …"
  std::vector<Claim> out;
  for (std::size_t t = 0; t < targets.size(); ++t) {
    if (auto same = sanctioned_before(f, targets[t], actor); !same.empty()) {
      for (Claim& claim : same) out.push_back(std::move(claim));
      continue;
    }
    auto target = sanctioned_in_list(f, targets, t);
    if (!target) {
      f.why = "nobody is sanctioned";
      continue;
    }
    if (f.frame.pos == "noun" && target->party.iso2.size() == 2) {
      f.why = "a state is not listed";
      continue;
    }
    if (actor && actor->party == target->party) continue;
    const std::size_t i = targets[t];
    Claim claim = f.start("sanction");
    f.set_quantity(claim, i);
    if (!claim.quantity && f.chunk(i).lemma == "asset") count_owners(f, claim, i);
    while (shares_count(f, targets, t)) {
      // "300 persons and firms": one count
      ++t;
      target = Named{{described(f, i, targets[t]), ""},
                     {f.chunk(i).span.begin, f.chunk(targets[t]).span.end}};
    }
    if (f.frame.id == "sanction.weigh" || f.frame.id == "sanction.threat")
      claim.certainty = Certainty::planned;
    set_party(claim, &Claim::actor, "actor", actor);
    set_party(claim, &Claim::target, "target", target);
    date_of_measures(f, claim);
    const std::vector<Claim> named = sanctioned_by_name(f, i, claim);
    if (named.empty() || claim.quantity) out.push_back(std::move(claim));
    out.insert(out.end(), named.begin(), named.end());
  }
  return out;
}

/// "added 12 ships, bringing their total to 90": the whole as well.
void add_total(const Filler& f, std::vector<Claim>& out) {
  const std::size_t total = total_after(f.stage.chunks, f.at + 1);
  if (total == 0 || out.size() != 1 || !out.front().quantity) return;
  Claim whole = out.front();
  const std::string unit = whole.quantity->unit;
  std::erase_if(whole.evidence.spans, [](const auto& known) { return known.first == "quantity"; });
  f.set_quantity(whole, total);
  whole.quantity->unit = unit;
  if (whole.quantity != out.front().quantity) out.push_back(std::move(whole));
}

/// "Sanctions on Serbia were extended": on whom measures are that stand before their verb.
std::vector<std::size_t> aimed_at(const Filler& f, const std::vector<std::size_t>& measure) {
  if (measure.size() != 1 || measure.front() + 2 >= f.stage.chunks.size()) return {};
  const std::size_t k = measure.front() + 1;
  const bool aims = is_word(f.chunk(k), "on") || is_word(f.chunk(k), "against");
  if (!aims || measure.front() > f.at || f.chunk(k + 1).kind != ChunkKind::phrase) return {};
  return {k + 1};
}

}  // namespace

std::vector<Claim> sanction(Filler& f) {
  if (auto rule = rule_for_goods(f)) return *rule;
  Listing listing{imposer(f), get(f.roles, "target"), false};
  if (!find_listed(f, listing)) return {};
  if (listing.targets.empty()) listing.targets = aimed_at(f, get(f.roles, "measure"));
  join_targets(f, listing.targets);
  std::vector<Claim> out = sanction_each(f, listing);
  add_total(f, out);
  add_listed_among(f, listing.targets, out);
  return out;
}

bool can_be_sanctioned(const Filler& f, const Chunk& c) {
  return f.stage.grammar.is(WordClass::sanctioned, c.lemma);
}

std::optional<Named> sanctioned(const Filler& f, std::size_t i) {
  const Chunk& c = f.chunk(i);
  if (c.lemma == "asset") {
    // "the assets of three firms", "Sberbank's assets"
    const auto whose = c.of_party ? c.of_party : owner_of(f.stage, i);
    const bool theirs = whose && c.of.contains(whose->span) && whose->span.end < c.of.end &&
                        !whose->party.iso2.empty();
    if (c.of_party && !theirs) return c.of_party;
    if (theirs) {
      // "the assets of two Syrian ministers": theirs, not the state's
      Span who = c.of;
      for (const Mention& mention : f.stage.reading.mentions) {
        if (std::holds_alternative<Quantity>(mention.value) && c.of.contains(mention.span))
          who.begin = whose->span.begin;
      }
      return Named{{quote(f.stage.doc, who), ""}, who};
    }
    if (auto owner = owner_of(f.stage, i)) return owner;
    if (c.of.empty()) return std::nullopt;
    return Named{{quote(f.stage.doc, c.of), ""}, c.of};
  }
  if (c.person && c.party) return c.party;
  if (auto name = name_beside(f.stage, i)) return name;
  const bool single = c.quantity == nullptr && !is_plural(c.head);
  // "its director, Khin Phyu Win", "a front company, Asia Sun", "the minister for energy, Ivan Petrov"
  std::size_t comma = i + 1;
  while (comma + 2 < f.stage.chunks.size() && f.chunk(comma + 1).kind == ChunkKind::phrase &&
         (is_word(f.chunk(comma), "for") || is_word(f.chunk(comma), "of")))
    comma += 2;
  const bool reports = comma + 2 < f.stage.chunks.size() &&
                       f.chunk(comma + 2).kind == ChunkKind::verb &&
                       !f.stage.grammar.cue("governor", f.chunk(comma + 2).lemma).empty();
  if (!c.party && single && !reports && comma + 1 < f.stage.chunks.size() &&
      f.chunk(comma).word == "," && f.chunk(comma + 1).kind == ChunkKind::phrase &&
      f.chunk(comma + 1).party && f.chunk(comma + 1).party->party.iso2.empty() && !c.pronoun) {
    return f.chunk(comma + 1).party;
  }
  if (auto name = name_behind_noun(f, c)) return name;
  if (const auto names = renamed_by(f, i); names.size() == 1) return proper_name(f, names.front());
  if (c.party) return c.party;
  if (can_be_sanctioned(f, c) && !c.pronoun) return Named{{described(f, i, i), ""}, c.span};
  if (auto party = party_of(f.stage, i)) return party;
  if (auto name = name_at_end(f, c)) return name;
  if (c.owner && c.item_class != "deed") return owner_of(f.stage, i);
  if (c.quantity == nullptr && !c.pronoun && c.item_class.empty()) {
    const Item named = item_of(f.stage, c);
    if (!named.name.empty() && named.name[0] >= 'A' && named.name[0] <= 'Z')
      return Named{{named.name, ""}, c.span};
  }
  return std::nullopt;
}

}  // namespace msmt
