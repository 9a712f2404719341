/// Flow: who takes goods and from whom, where a text says so before it tells of a deed.
///
///     "What Moscow buys is known. Since 2023 the North has shipped shells."   to Russia
///     "Mali turned to Turkey, which sold drones."                             to Mali
///     "Under the deal with Egypt, Italy will deliver two frigates."           to Egypt
#pragma once

#include "claims/parties.hpp"

namespace msmt {

/// Notes on whom somebody relies for goods and who needs or buys them. Comes before the triggers of
/// the sentence are read, so that its own clauses can lean on it.
void note_flow(const Stage& stage);

/// Who takes goods that a known giver sends, where one sentence before said who needs such goods or
/// buys from somebody; nullopt for nobody.
std::optional<Party> taker_told(const Stage& stage, const Claim& claim);

/// Whether one kind of goods is the other or a kind of it.
bool same_kind(const Item& a, const Item& b);

/// "Berlin has delivered three of the systems": to whom the article last had the same state give such goods; nullopt for
/// nobody.
std::optional<Party> taker_of_like(const Stage& stage, const Claim& claim);

/// "Vietnam intends to buy the missile as well": who gave the very goods to somebody else; nullopt for nobody.
std::optional<Party> giver_of_same(const Stage& stage, const Claim& claim);

/// "Two systems are still to come": giver and taker of the first goods that the sentence before told of; nullopt where it
/// names one of them only.
std::optional<std::pair<Party, Party>> sides_told_before(const Stage& stage);

/// "…, including a sale of 30 jets": the claim whose sides are those of the trade that the noun at chunk
/// `trigger` goes on with, without sides of its own; nullopt for none.
std::optional<Claim> sale_told(const Stage& stage, std::size_t trigger);

/// The other side of the pact under which something is done: "Under the deal with Egypt, Italy will
/// deliver"; nullopt for none.
std::optional<Named> partner_in_pact(const Stage& stage, std::size_t trigger, const Party& known);

/// "missiles supplied by Iran and fired by the Houthis": who fires goods, at once behind who gave them, took
/// them; `trigger` is the participle of the giving.
std::optional<Party> taker_who_fires(const Stage& stage, std::size_t trigger);

}  // namespace msmt
