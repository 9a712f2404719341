/// Counts: figures of a sentence that go with a claim which another word made.
#pragma once

#include <vector>

#include "claims/roles.hpp"

namespace msmt {

/// "over 49 occasions", "49 times": how often goods moved belongs to the means of transport.
void trips(const Stage& stage, const Sentence& sentence, std::vector<Claim>& claims);

/// "enough to equip three brigades", "more than double the amount permitted"
void equivalents(const Reading& reading, std::vector<Claim>& claims);

/// "8,300 labourers: 5,100 in construction, 2,000 in textiles": the parts of a total are claims too.
void parts(const Stage& stage, const Sentence& sentence, std::vector<Claim>& claims);

/// "600 would go: 200 engineers and 400 police officers": parts that are named after a colon.
void named_parts(const Stage& stage, std::vector<Claim>& claims);

/// "Of 800 soldiers sent by Chad, 40 have been killed": the fallen are of whom the sentence says that they were sent.
void fallen_of_those_sent(std::vector<Claim>& claims);

/// "fired missiles at Kharkiv, killing 20 people": the dead are of the state that was struck.
void victims(std::vector<Claim>& claims);

/// "the 11 participating states of the MSMT", "its eleven members": how many belong to a body.
void member_counts(const Stage& stage, std::vector<Claim>& claims);

}  // namespace msmt
