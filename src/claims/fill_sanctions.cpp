/// Sanctions: who put whom on a list.
#include <algorithm>

#include "claims/clause_words.hpp"
#include "claims/filler.hpp"
#include "claims/relative.hpp"

namespace msmt {

namespace {

bool is_measure(const Chunk& c) {
  return (c.item_class == "measure" && c.item_id != "law") || c.of_class == "measure";
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

}  // namespace

bool Filler::is_measures(std::size_t i) const {
  const Chunk& c = chunk(i);
  if (is_measure(c)) return !is_ban(stage_.grammar, c);
  if (c.definite && c.lemma == "list" && c.of.empty() && !c.owner) return recent_sanction();
  // "London's latest measures", "the new package", of an article about sanctions
  const bool step = c.lemma == "package" || c.lemma == "measure" || c.lemma == "round" ||
                    c.lemma == "step" || c.lemma == "tranche" || c.lemma == "designation";
  if (!step || c.money) return false;
  // "the EU's latest package targets 28 banks", but no package of aid
  const bool own = c.owner && (c.lemma == "package" || c.lemma == "round") &&
                   trigger().lemma != "include" && trigger().lemma != "cover" &&
                   c.before.find("aid") == std::string::npos;
  return c.before.find("sanction") != std::string::npos || c.of_class == "measure" || own ||
         recent_sanction();
}

std::vector<Claim> Filler::sanction() {
  if (auto rule = rule_for_goods()) return *rule;
  Listing listing{imposer(), get(roles_, "target"), false};
  if (!find_listed(listing)) return {};
  if (listing.targets.empty()) listing.targets = aimed_at(get(roles_, "measure"));
  join_targets(listing.targets);
  std::vector<Claim> out = sanction_each(listing);
  add_total(out);
  add_listed_among(listing.targets, out);
  return out;
}

std::optional<std::vector<Claim>> Filler::rule_for_goods() {
  const auto& measure = get(roles_, "measure");
  if (frame_.id != "sanction.impose" || measure.empty()) return std::nullopt;
  if (is_ban(stage_.grammar, chunk(measure.front()))) return imposed_rule(measure.front());
  if (chunk(measure.front()).head != "them" || !listed_behind().empty()) return std::nullopt;
  auto actor = imposer();
  return imposed_on_named(actor);
}

bool Filler::find_listed(Listing& listing) {
  if (auto inverted = listed_behind(); !inverted.empty()) {
    // "Among those sanctioned were two brothers", "Also blacklisted were two generals"
    listing.named_behind = true;
    listing.targets = std::move(inverted);
    if (!listing.actor) listing.actor = lister_behind();
    if (!listing.actor && stage_.memory.sanction)
      listing.actor = Named{*stage_.memory.sanction->actor, trigger().span};
    if (!listing.actor) why_ = "nobody lists";
    if (!listing.actor) return false;
  } else if (frame_.id == "sanction.under" && !is_under(listing)) {
    return false;
  }
  if (frame_.pos == "noun" && !listing.actor) listing.actor = trigger_owner();
  if (frame_.id == "sanction.impose") return is_imposed(listing);
  if (frame_.id == "sanction.weigh" || frame_.id == "sanction.threat") {
    // "is considering sanctions on", "proposed measures against the captains"
    const auto& measure = get(roles_, "measure");
    const bool aimed = !measure.empty() && (is_measure(chunk(measure.front())) ||
                                            chunk(measure.front()).lemma == "measure");
    if (!aimed || !listing.actor) why_ = "no sanctions";
    return aimed && listing.actor.has_value();
  }
  if (frame_.id == "sanction.verb") {
    if (const std::size_t name = named_among(); name < stage_.chunks.size())
      listing.targets = {name};  // "Martelly is among the politicians whom Canada sanctioned"
    if (!listing.actor && get(roles_, "actor").empty() && trigger().voice == Voice::passive &&
        stage_.memory.sanction && trigger().negated)  // "India has not been sanctioned"
      listing.actor = Named{*stage_.memory.sanction->actor, trigger().span};
    return true;
  }
  return frame_.id != "sanction.list" || is_listed(listing);
}

bool Filler::is_under(Listing& listing) {
  // "Petrov is on the EU list", of an article about sanctions
  const auto& roll = get(roles_, "roll");
  const bool on_list = !roll.empty() && is_roll(chunk(roll.front())) &&
                       chunk(roll.front()).of.empty() && recent_sanction() && !trigger().negated;
  const auto listing_body = on_list ? owner_of(stage_, roll.front()) : std::nullopt;
  if (listing_body) {
    listing.actor = listing_body;
    return true;
  }
  // "Turkey remains under US sanctions"
  const auto& measure = get(roles_, "measure");
  const bool under = !measure.empty() && is_measure(chunk(measure.front())) &&
                     !is_ban(stage_.grammar, chunk(measure.front()));
  if (under) listing.actor = owner_of(stage_, measure.front());
  if (!under) why_ = "under no sanctions";
  if (under && !listing.actor) why_ = "nobody's sanctions";
  return under && listing.actor.has_value();
}

bool Filler::is_imposed(Listing& listing) {
  const auto& measure = get(roles_, "measure");
  auto& actor = listing.actor;
  // "imposed similar measures on four firms"
  const bool measures = !measure.empty() && chunk(measure.front()).lemma == "measure" && actor &&
                        !listing.targets.empty() &&
                        can_be_sanctioned(chunk(listing.targets.front()));
  if (measure.empty() || !(is_measure(chunk(measure.front())) || measures)) {
    why_ = "no sanctions";
    return false;
  }
  const auto& paper = get(roles_, "actor");
  if (!actor && trigger().voice == Voice::gerund && !paper.empty() &&
      (chunk(paper.front()).item_class == "measure" ||
       chunk(paper.front()).item_class == "document"))
    actor = signer(paper.front());  // "The president signed a decree imposing sanctions"
  if (!actor && trigger().voice == Voice::participle && stage_.memory.rule_maker)
    actor = Named{*stage_.memory.rule_maker, trigger().span};  // "the sanctions imposed on Libya"
  return true;
}

bool Filler::is_listed(Listing& listing) {
  // "added", "targeted", "listed" say too little by themselves
  auto& [actor, targets, named_behind] = listing;
  const auto& roll = get(roles_, "roll");
  const auto& measure = get(roles_, "measure");
  const auto& lister = get(roles_, "actor");
  const auto refused = [&](std::string_view why) {
    why_ = why;
    return false;
  };
  const bool on_list = !roll.empty() && is_roll(chunk(roll.front()));
  const bool aimed = !get(roles_, "against").empty();
  const bool by_measure =
      !measure.empty() &&
      (is_measure(chunk(measure.front())) || (aimed && chunk(measure.front()).lemma == "measure"));
  const bool frozen = (trigger().lemma == "freeze" || trigger().lemma == "block") &&
                      !targets.empty() && chunk(targets.front()).lemma == "asset";
  const bool listed = trigger().lemma == "list" && !lister.empty() &&
                      (lists_names(chunk(lister.front())) ||
                       (chunk(lister.front()).lemma == "committee" && actor)) &&
                      !targets.empty() && can_be_listed(targets.front());
  // "the package of sanctions hits seven companies", "its latest package listed another firm"
  const bool by_sanctions =
      !lister.empty() && !targets.empty() && is_measures(lister.front()) &&
      (can_be_listed(targets.front()) ||
       (chunk(lister.front()).lemma == "list" && proper_name(targets.front())));
  if (by_sanctions) actor = imposer_of(lister.front());
  const bool goes_on = lists_on(listing);
  if (goes_on && !actor) actor = Named{*stage_.memory.sanction->actor, trigger().span};
  if (trigger().lemma == "designate") {
    // "its president was designated as well": by whoever designated before
    if (!actor && !lister.empty()) return refused("nobody lists");
    if (!actor && stage_.memory.sanction && trigger().voice == Voice::passive)
      actor = Named{*stage_.memory.sanction->actor, trigger().span};
    if (!actor) return refused("not a listing");
  } else if (!on_list && !by_measure && !frozen && !listed && !by_sanctions && !goes_on &&
             !named_behind) {
    return refused("not a listing");
  }
  if (by_measure && !actor) actor = owner_of(stage_, measure.front());  // "hit with EU sanctions"
  if (on_list && !actor) actor = owner_of(stage_, roll.front());        // "put on Britain's list"
  if (on_list && !actor && chunk(roll.front()).of_party) actor = chunk(roll.front()).of_party;
  if (!actor && !on_list) return refused("nobody lists");
  if ((trigger().lemma == "affect" || trigger().lemma == "include" || trigger().lemma == "name") &&
      !by_sanctions)
    return refused("not a listing");
  if (by_sanctions && !actor) return refused("nobody's sanctions");
  if (by_measure && aimed) targets = get(roles_, "against");
  if (by_measure && !on_list && targets.empty()) targets = roll;  // "with sanctions on four firms"
  return true;
}

bool Filler::can_be_listed(std::size_t i) const {
  const Chunk& c = chunk(i);
  const auto& lister = get(roles_, "actor");
  return can_be_sanctioned(c) || (c.person && c.party) ||
         (trigger().lemma == "hit" && c.party &&
          (c.party->party.iso2.empty() || (!lister.empty() && is_measure(chunk(lister.front())))));
}

bool Filler::lists_on(const Listing& listing) const {
  // "Two refineries were listed", "the Union has also targeted refineries": after a listing
  if (!recent_sanction() || listing.targets.empty() ||
      !can_be_sanctioned(chunk(listing.targets.front())))
    return false;
  const bool passive = trigger().lemma == "list" && get(roles_, "actor").empty() &&
                       trigger().voice == Voice::passive;
  return passive || (trigger().lemma == "target" && listing.actor &&
                     listing.actor->party == *stage_.memory.sanction->actor);
}

std::size_t Filler::named_among() const {
  // "Martelly was among the politicians whom Canada sanctioned", "one of nine men blacklisted by Oslo"
  const std::size_t none = stage_.chunks.size();
  const auto& whom = get(roles_, "target");
  if (whom.size() != 1 || whom.front() < 3 || whom.front() > trigger_) return none;
  const std::size_t link = whom.front() - 1;
  const bool among = is_word(chunk(link), "among");
  const bool be = chunk(link - 1).kind == ChunkKind::verb && chunk(link - 1).lemma == "be" &&
                  !chunk(link - 1).negated && chunk(link - 1).modals.empty();
  if (!among || !be || chunk(link - 2).kind != ChunkKind::phrase) return none;
  return proper_name(link - 2) || chunk(link - 2).person ? link - 2 : none;
}

std::vector<Claim> Filler::sanction_each(Listing& listing) {
  auto& [actor, targets, named_behind] = listing;
  if (targets.size() == 1) {
    if (auto names = renamed_by(targets.front()); names.size() > 1) targets = std::move(names);
  }
  if (!targets.empty() && targets.front() >= 2 && chunk(targets.front() - 1).word == "and" &&
      chunk(targets.front() - 2).quantity != nullptr && targets.front() < trigger_ &&
      can_be_sanctioned(chunk(targets.front() - 2)))
    targets.insert(targets.begin(), targets.front() - 2);  // "nine people and the refinery were …"
  std::vector<Claim> out;
  for (std::size_t t = 0; t < targets.size(); ++t) {
    if (auto same = sanctioned_before(targets[t], actor); !same.empty()) {
      for (Claim& claim : same) out.push_back(std::move(claim));
      continue;
    }
    auto target = sanctioned_in_list(targets, t);
    if (!target) {
      why_ = "nobody is sanctioned";
      continue;
    }
    if (frame_.pos == "noun" && target->party.iso2.size() == 2) {
      why_ = "a state is not listed";
      continue;
    }
    if (actor && actor->party == target->party) continue;
    const std::size_t i = targets[t];
    Claim claim = start("sanction");
    set_quantity(claim, i);
    if (!claim.quantity && chunk(i).lemma == "asset") count_owners(claim, i);
    while (shares_count(targets, t)) {
      // "300 persons and firms": one count
      ++t;
      target =
          Named{{described(i, targets[t]), ""}, {chunk(i).span.begin, chunk(targets[t]).span.end}};
    }
    if (frame_.id == "sanction.weigh" || frame_.id == "sanction.threat")
      claim.certainty = Certainty::planned;
    set(claim, &Claim::actor, "actor", actor);
    set(claim, &Claim::target, "target", target);
    date_of_measures(claim);
    const std::vector<Claim> named = sanctioned_by_name(i, claim);
    if (named.empty() || claim.quantity) out.push_back(std::move(claim));
    out.insert(out.end(), named.begin(), named.end());
  }
  return out;
}

std::optional<Named> Filler::sanctioned_in_list(const std::vector<std::size_t>& targets,
                                                std::size_t t) const {
  auto target = sanctioned(targets[t]);
  // "eight men and seven firms linked to the group": all of them are
  const bool shares = t + 1 < targets.size() && chunk(targets[t]).quantity != nullptr &&
                      chunk(targets[t + 1]).quantity != nullptr &&
                      can_be_sanctioned(chunk(targets[t]));
  if (shares && targets[t + 1] + 1 < stage_.chunks.size() &&
      chunk(targets[t + 1] + 1).voice == Voice::participle) {
    const std::string all = described(targets[t + 1], targets[t + 1]);
    const std::string own = described(targets[t + 1], targets[t + 1], false);
    if (target && all.size() > own.size()) target->party.name += all.substr(own.size());
  }
  return target;
}

bool Filler::shares_count(const std::vector<std::size_t>& targets, std::size_t t) const {
  if (t + 1 >= targets.size()) return false;
  const Chunk& c = chunk(targets[t]);
  const Chunk& next = chunk(targets[t + 1]);
  return can_be_sanctioned(c) && c.party == std::nullopt && can_be_sanctioned(next) &&
         next.quantity == nullptr && is_plural(next.head) && is_plural(c.head);
}

void Filler::count_owners(Claim& claim, std::size_t i) const {
  for (const Mention& mention : stage_.reading.mentions) {
    if (!std::holds_alternative<Quantity>(mention.value) || !chunk(i).of.contains(mention.span))
      continue;
    claim.quantity = std::get<Quantity>(mention.value);  // "the assets of three firms"
    span(claim, "quantity", mention.span);
  }
}

void Filler::add_total(std::vector<Claim>& out) const {
  const std::size_t total = total_after(stage_.chunks, trigger_ + 1);
  if (total == 0 || out.size() != 1 || !out.front().quantity) return;
  Claim whole = out.front();
  const std::string unit = whole.quantity->unit;
  std::erase_if(whole.evidence.spans, [](const auto& known) { return known.first == "quantity"; });
  set_quantity(whole, total);
  whole.quantity->unit = unit;
  if (whole.quantity != out.front().quantity) out.push_back(std::move(whole));
}

std::vector<std::size_t> Filler::aimed_at(const std::vector<std::size_t>& measure) const {
  if (measure.size() != 1 || measure.front() + 2 >= stage_.chunks.size()) return {};
  const std::size_t k = measure.front() + 1;
  const bool aims = is_word(chunk(k), "on") || is_word(chunk(k), "against");
  if (!aims || measure.front() > trigger_ || chunk(k + 1).kind != ChunkKind::phrase) return {};
  return {k + 1};
}

void Filler::date_of_measures(Claim& claim) const {
  // "Ottawa's sanctions, announced on Friday, hit three banks"
  const auto& lister = get(roles_, "actor");
  if (lister.empty() || !is_measures(lister.front())) return;
  for (std::size_t k = lister.front() + 1; k < trigger_; ++k) {
    if (is_finite(chunk(k))) return;
    if (chunk(k).kind != ChunkKind::date) continue;
    const auto& date = std::get<Date>(chunk(k).date->value);
    if (!date.edtf.empty() || waits_for_anchor(date)) claim.period = date;
    span(claim, "period", chunk(k).span);
    return;
  }
}

std::vector<Claim> Filler::imposed_on_named(const std::optional<Named>& actor) {
  // "Sanctions on the marshal remain in force; Washington imposed them in December"
  if (!actor) return refuse("no sanctions");
  for (std::size_t k = trigger_; k > 2; --k) {
    const Chunk& measure = chunk(k - 3);
    if (!is_measure(measure) || (chunk(k - 2).word != "on" && chunk(k - 2).word != "against"))
      continue;
    const auto target = sanctioned(k - 1);
    if (!target || target->party == actor->party) break;
    Claim claim = start("sanction");
    set(claim, &Claim::actor, "actor", actor);
    set(claim, &Claim::target, "target", target);
    return {claim};
  }
  return refuse("no sanctions");
}

bool Filler::is_roll(const Chunk& c) {
  return c.lemma == "blacklist" ||
         (c.lemma == "list" &&
          (c.before.find("sanction") != std::string::npos ||
           c.before.find("black") != std::string::npos ||
           c.before.find("entity") != std::string::npos || !c.of.empty() || c.owner));
}

bool Filler::can_be_sanctioned(const Chunk& c) const {
  return stage_.grammar.is(WordClass::sanctioned, c.lemma);
}

std::string Filler::described(std::size_t first, std::size_t last, bool modifiers) const {
  const Chunk& c = chunk(first);
  const std::string name = item_of(stage_, c).name;
  // the item's name leaves its owner out: "two Russian vessels"
  Span span{c.span.end - std::min(c.span.size(), name.size()), chunk(last).span.end};
  if (!c.of.empty()) span.begin = c.head_span.begin;  // "captains of five tankers"
  if (c.owner && c.owner->span.begin >= c.span.begin && c.owner->span.begin < span.begin &&
      c.owner_is_adjective)
    span.begin = c.owner->span.begin;
  if (!modifiers) return quote(stage_.doc, span);
  std::size_t k = last + 1;
  const bool listed = first >= 1 && ends_clause(chunk(first - 1)) && first >= 2 &&
                      can_be_sanctioned(chunk(first - 2));
  const auto noun_at = [&](std::size_t i) {
    return i < stage_.chunks.size() && chunk(i).kind == ChunkKind::phrase && !chunk(i).pronoun;
  };
  while (k + 1 < stage_.chunks.size()) {
    const Chunk& next = chunk(k);
    std::size_t to = 0;
    if (next.kind == ChunkKind::word && (next.word == "of" || next.word == "in") &&
        noun_at(k + 1)) {
      to = k + 1;
    } else {
      const bool after = k + 2 < stage_.chunks.size() && noun_at(k + 2);
      const Chunk& link = chunk(k + 1);
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
      if (!after && relative && k + 3 < stage_.chunks.size() && noun_at(k + 3) &&
          chunk(k + 2).kind == ChunkKind::word && is_preposition(chunk(k + 2).word))
        to = k + 3;
    }
    if (to == 0) break;
    k = to + 1;
    // "in China, Laos and Vietnam"
    while (k + 1 < stage_.chunks.size() && ends_clause(chunk(k)) && chunk(k).word != ";" &&
           noun_at(k + 1) && chunk(k + 1).country_head && chunk(to).country_head) {
      to = k + 1;
      k = to + 1;
    }
    span.end = chunk(to).span.end;
  }
  return quote(stage_.doc, span);
}

std::optional<Named> Filler::sanctioned(std::size_t i) const {
  const Chunk& c = chunk(i);
  if (c.lemma == "asset") {
    // "the assets of three firms", "Sberbank's assets"
    const auto whose = c.of_party ? c.of_party : owner_of(stage_, i);
    const bool theirs = whose && c.of.contains(whose->span) && whose->span.end < c.of.end &&
                        !whose->party.iso2.empty();
    if (c.of_party && !theirs) return c.of_party;
    if (theirs) {
      // "the assets of two Syrian ministers": theirs, not the state's
      Span who = c.of;
      for (const Mention& mention : stage_.reading.mentions) {
        if (std::holds_alternative<Quantity>(mention.value) && c.of.contains(mention.span))
          who.begin = whose->span.begin;
      }
      return Named{{quote(stage_.doc, who), ""}, who};
    }
    if (auto owner = owner_of(stage_, i)) return owner;
    if (c.of.empty()) return std::nullopt;
    return Named{{quote(stage_.doc, c.of), ""}, c.of};
  }
  if (c.person && c.party) return c.party;
  if (auto name = name_beside(stage_, i)) return name;
  const bool single = c.quantity == nullptr && !is_plural(c.head);
  // "its director, Khin Phyu Win", "a front company, Asia Sun", "the minister for energy, Ivan Petrov"
  std::size_t comma = i + 1;
  while (comma + 2 < stage_.chunks.size() && chunk(comma + 1).kind == ChunkKind::phrase &&
         (is_word(chunk(comma), "for") || is_word(chunk(comma), "of")))
    comma += 2;
  const bool reports = comma + 2 < stage_.chunks.size() &&
                       chunk(comma + 2).kind == ChunkKind::verb &&
                       !stage_.grammar.cue("governor", chunk(comma + 2).lemma).empty();
  if (!c.party && single && !reports && comma + 1 < stage_.chunks.size() &&
      chunk(comma).word == "," && chunk(comma + 1).kind == ChunkKind::phrase &&
      chunk(comma + 1).party && chunk(comma + 1).party->party.iso2.empty() && !c.pronoun) {
    return chunk(comma + 1).party;
  }
  if (auto name = name_behind_noun(c)) return name;
  if (const auto names = renamed_by(i); names.size() == 1) return proper_name(names.front());
  if (c.party) return c.party;
  if (can_be_sanctioned(c) && !c.pronoun) return Named{{described(i, i), ""}, c.span};
  if (auto party = party_of(stage_, i)) return party;
  if (auto name = name_at_end(c)) return name;
  if (c.owner && c.item_class != "deed") return owner_of(stage_, i);
  if (c.quantity == nullptr && !c.pronoun && c.item_class.empty()) {
    const Item named = item_of(stage_, c);
    if (!named.name.empty() && named.name[0] >= 'A' && named.name[0] <= 'Z')
      return Named{{named.name, ""}, c.span};
  }
  return std::nullopt;
}

}  // namespace msmt
