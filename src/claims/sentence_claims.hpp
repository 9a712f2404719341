/// Claims of one sentence: what is done with them once its triggers were read.
///
/// Restatements go, a veto learns what it ended. None of it knows of other sentences.
#pragma once

#include <initializer_list>
#include <string_view>
#include <vector>

#include "claims/roles.hpp"

namespace msmt {

/// Bytes of the words that a field of a claim was read from; empty for none.
Span span_of(const Claim& claim, std::string_view field);

/// Forgets the bytes from which these fields were read: "item", "quantity".
void drop_spans(Claim& claim, std::initializer_list<std::string_view> fields);

/// Bytes of the item's words; empty for none.
Span item_span(const Claim& claim);

/// Gives a claim its evidence: the sentence `span` (bytes) of doc, with its line, column and quotation.
void place(const Document& doc, Claim& claim, Span span);

/// "caps imports of fuel": the imports are what the rule is about, not a deed.
bool capped(const std::vector<Claim>& claims, Span noun);

/// "bars all sales of arms", "an embargo on deliveries of fuel": the noun at chunk i is what a rule
/// forbids, also where nothing says whose rule.
bool ruled(const Grammar& grammar, const std::vector<Chunk>& chunks, std::size_t i);

/// Drops a claim about the same goods that knows neither side, "a shipment of arms that Iran was sending", or
/// only one where the new one knows both: "Three consignments of shells arrived in Mali from Serbia".
void drop_emptier(std::vector<Claim>& claims, const Claim& claim);

/// "received ten of the tanks ordered from Serbia": what was ordered has come, so that the delivery learns from the
/// order who gives; whether it did, and the order is told with it.
bool delivers_order(std::vector<Claim>& claims, const Claim& order);

/// One deed named twice in a sentence ("supplied … by shipping") is one claim.
bool is_new(const std::vector<Claim>& claims, const Claim& claim);

/// "None of the jets has been delivered", "no shells were sent", "not a single tank came"
void negate(Claim& claim, const std::vector<Chunk>& chunks, const Sides& sides);

/// "transactions continue through the North's account": the account's sides are the transactions'.
void drop_sideless(std::vector<Claim>& claims);

/// A veto that ends a body blocks that body: its item is the body of the same sentence.
void spread(std::vector<Claim>& claims, const std::vector<Chunk>& chunks);

}  // namespace msmt
