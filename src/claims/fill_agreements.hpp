/// Agreements: what two sides sign, hold, talk about or visit each other for.
///
/// Functions that take a Filler read what its trigger and sides say; see filler.hpp.
#pragma once

#include "claims/filler.hpp"

namespace msmt {

std::vector<Claim> agreement(Filler& f);

/// Makes a claim one that its actor denies.
void deny(const Filler& f, Claim& claim);

/// Who agrees: the sides, and the persons who sign for them.
struct Pact {
  std::vector<Named> sides;
  std::vector<std::string> persons;
  void add(const Named& named);
};

/// The sides that the trigger's own words name, persons by their state: "Putin and Kim signed".
Pact signatories(const Filler& f);

/// The parties and persons of chunk i; of "his Syrian counterpart", the other state.
void add_partners(const Filler& f, Pact& pact, std::size_t i);

/// "a treaty between A and B", "the treaty with B": who stands behind the paper at a chunk.
void add_partners_behind(const Filler& f, Pact& pact, std::size_t paper);

/// Adds sides that stand elsewhere in the sentence, as long as there are not two.
void add_sides_around(const Filler& f, Pact& pact, const std::vector<std::size_t>& list);

/// "The treaty was signed last June": between those who were said to agree.
void add_known_sides(const Filler& f, Pact& pact, const std::vector<std::size_t>& list);

/// "after talks with Kim, Shoigu said": whether talks took place between two sides, which it adds.
bool talked(const Filler& f, Pact& pact);

/// "Sergei Shoigu visited North Korea", "a visit by an Iranian delegation to Khartoum": who goes to another
/// state.
std::vector<Claim> visit(Filler& f);

/// "hosted Kim", "flew in to see Putin": a person is met, a state or a plan is only looked at.
bool meets_person(const Filler& f);

/// "to meet Kenya's needs": no meeting.
bool meets_demand(const Filler& f);

}  // namespace msmt
