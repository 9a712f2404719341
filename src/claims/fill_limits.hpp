/// Limits: rules, embargoes and vetoes, who makes them and whom they bind.
///
/// Functions that take a Filler read what its trigger and sides say; see filler.hpp.
#pragma once

#include "claims/filler.hpp"

namespace msmt {

/// Who sets the rule of a trigger, and whether the words name a rule: "under sanctions".
struct Setter {
  std::optional<Named> actor;
  bool rule = false;
};

/// Who made the rule that chunk i names: "UN sanctions", "Resolution 2397", "the Council".
std::optional<Named> rule_setter(const Filler& f, std::size_t i);

/// "The G7 set a price cap": the subject of the verb before a rule.
std::optional<Named> setter_before(const Filler& f);

/// "The package includes a ban": the rule is part of measures that were told of.
bool packed(const Filler& f);

Setter setter(const Filler& f);

/// "a ban on employing the country's nationals", "the ban contained in a resolution on issuing visas"
std::vector<Claim> banned_deed(Filler& f, std::optional<Named> actor);

/// "a limit of 500,000 barrels": the rule says that figure, however much may come below it.
void exact_cap(const Filler& f, Claim& claim);

/// "the sale of engines", "the sale to Belarus of engines": the chunk of the `of` of what is sold; 0 for none.
std::size_t of_behind(const Filler& f, std::size_t i);

/// "…, which Spain imposed on Chad in 2019": who made the rule on chunk i, on whom and when.
void told_by_relative(const Filler& f, Claim& claim, std::size_t i);

/// "a law passed in 1976", "the act, adopted by Spain in 1990,": the time of the rule that is the subject.
void date_of_rule(const Filler& f, Claim& claim);

/// "in force since 2002": the time of the rule before chunk `from`; false where no words say so.
bool date_of_force(const Filler& f, Claim& claim, std::size_t from);

/// "the cap on Kuwaiti oil was set at $40 a barrel": the bound of the rule on chunk i; 0 for none.
std::size_t bound_behind(const Filler& f, std::size_t i);

/// "The ban covers exports of timber": what the rule of the trigger noun is said to cover.
std::vector<std::size_t> covered(const Filler& f);

/// "The sale of rifles to Chad is illegal under Spanish law": a rule on the deed of the trigger noun.
std::optional<Claim> illegal_deed(Filler& f);

/// "States must send home all workers", behind a sentence about a resolution: a rule of whoever made that.
bool ruled_for_all(const Stage& stage, std::size_t trigger);

/// "Syria is allowed 300,000 barrels a year", "Iran is not allowed to buy arms": a rule for a state, whoever made
/// it.
bool ruled_for_state(const Filler& f);

/// "the annual cap of 500,000 barrels": a rule that only a noun names.
std::vector<Claim> named_cap(Filler& f, std::optional<Named> actor);

/// "an arms embargo on Libya": who is embargoed by whom.
std::vector<Claim> embargo(Filler& f);

/// "to enforce a UN arms embargo": a rule of a body, on whom the article has named.
std::vector<Claim> bare_embargo(const Filler& f, const std::optional<Named>& actor);

/// "imposed an arms embargo on Libya": a rule, no sanction.
std::vector<Claim> imposed_rule(Filler& f, std::size_t measure);

std::optional<Named> body_of(const Chunk& c);

/// "Spanish firms are not allowed to sell": a state's rule for its own.
bool barred_own(const Filler& f);

std::vector<Claim> limit(Filler& f);

/// What a rule governs: the chunk of the item, whom it binds, and the chunk of its own count.
struct Ruling {
  std::size_t item = 0;
  std::optional<Named> bound;
  std::size_t count = 0;  ///< 0 for none
  std::size_t of = 0;     ///< the chunk behind `of`, where it is not the first; 0 for that one
  bool on_all = false;    ///< it binds states in general
  bool same = false;      ///< of goods counted before, without their count: "twice what it may"
};

/// What the rule of the trigger governs, one ruling for each kind of goods.
std::vector<Ruling> rulings(const Filler& f);

/// The claim that a ruling on chunk i makes, after those of the same trigger; nullopt for none.
std::optional<Claim> rule_on(Filler& f, std::size_t i, const Ruling& ruling,
                             const std::optional<Named>& actor, const std::vector<Claim>& out);

/// "states", "banks": whom a rule speaks to when it names nobody.
bool is_anybody(const Grammar& grammar, const Chunk& c);

/// Fuel, arms, goods, workers: what rules on trade are about.
bool is_traded(std::string_view klass);

/// "30 of its 350 export licences": the noun of which chunk c is a part; "" for others.
std::string noun_of_part(const Filler& f, const Chunk& c);

/// "900,000 barrels of oil to Syria, although … permits it 500,000 a year": of what was counted before.
void counted_before(const Filler& f, Claim& claim, std::size_t i);

/// "exports of rifles to Chad": who would take what is ruled at chunk i.
void set_taker(const Filler& f, Claim& claim, std::size_t i);

void set_target(const Filler& f, Claim& claim, std::size_t i);

/// "may not export coal", "must send home all workers", under a rule that the sentence names.
std::vector<Claim> ruled_deed(const Filler& f);

std::vector<Claim> veto(Filler& f);

}  // namespace msmt
