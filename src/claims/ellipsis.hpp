/// Ellipsis: clauses that go on from a claim without a verb of their own.
#pragma once

#include <vector>

#include "claims/roles.hpp"

namespace msmt {

/// "Ghana sanctioned the firm in May, the European Union in June": the same deed by another.
void gapped(const Stage& stage, std::size_t trigger, std::vector<Claim>& found);

/// Adds claims of others who did the same in clauses without a verb: "…, and Poland 12".
void and_others(const Stage& stage, std::size_t trigger, std::vector<Claim>& found);

/// "will share its secrets with Canberra, and London its designs": what another gives the same side.
void and_others_own(const Stage& stage, std::size_t trigger, std::vector<Claim>& found);

/// "20 howitzers to Ukraine and 30 to Moldova": the same goods for another.
void and_to_others(const Stage& stage, std::size_t trigger, std::vector<Claim>& found);

/// "$400 million of arms from Russia, $260 million from China and $250 million from Singapore": the same goods by another.
void and_from_others(const Stage& stage, std::size_t trigger, std::vector<Claim>& found);

/// "missiles from China and drones from Iran", "Chad with trucks and Togo with drones": other goods on another side.
void and_other_goods(const Stage& stage, std::size_t trigger, std::vector<Claim>& found);

/// "added 117 ships, bringing their total number to 557": the chunk with the total behind chunk `from`; kNoChunk for
/// none.
std::size_t total_after(const Stage& stage, std::size_t from);

/// "sent 3,000 soldiers, bringing the total to 14,000": all that were sent.
void and_total(const Stage& stage, std::size_t trigger, std::vector<Claim>& found);

/// "would send 1,000 sappers, with 5,000 builders to follow": a claim for those who follow.
void and_to_follow(const Stage& stage, std::size_t trigger, std::vector<Claim>& found);

/// "fired missiles at Chad, including the Fateh", "unveiled weapons, including a missile and two drones": a claim for each
/// part that is named, with the sides of the whole.
void included_arms(const Stage& stage, std::vector<Claim>& found);

/// "Togo did the same in April", "Togo followed suit": the claims told just before, by who chunk i says did so.
std::vector<Claim> same_deeds(const Stage& stage, std::size_t i);

/// "of which $70 million came from Russia and $30 million from China": a claim for each part.
void parts_of_sum(const Stage& stage, std::vector<Claim>& found);

/// "exports rose from $5 million in 2021 to $60 million in 2023": a claim for each figure.
void rose_to(const Stage& stage, std::vector<Claim>& found);

/// "$1.3 billion, up from $660 million in 2023": the earlier figure is a claim of its year.
void compared(const Stage& stage, std::vector<Claim>& found);

}  // namespace msmt
