/// Claims of one sentence: what is done with them once its triggers were read.
///
/// Restatements go, figures and years that stand without a verb of their own become claims, a veto
/// learns what it ended, trips and parts of totals find theirs. None of it knows of other sentences.
#pragma once

#include <string_view>
#include <vector>

#include "claims/roles.hpp"

namespace msmt {

/// Bytes of the words that a field of a claim was read from; empty for none.
Span span_of(const Claim& claim, std::string_view field);

/// Bytes of the item's words; empty for none.
Span item_span(const Claim& claim);

/// Gives a claim its evidence: the sentence `span` (bytes) of doc, with its line, column and quotation.
void place(const Document& doc, Claim& claim, Span span);

/// "caps imports of fuel": the imports are what the rule is about, not a deed.
bool capped(const std::vector<Claim>& claims, Span noun);

/// "bars all sales of arms", "an embargo on deliveries of fuel": the noun at chunk i is what a rule
/// forbids, also where nothing says whose rule.
bool ruled(const Grammar& grammar, const std::vector<Chunk>& chunks, std::size_t i);

/// One deed named twice in a sentence ("supplied … by shipping") is one claim.
bool is_new(const std::vector<Claim>& claims, const Claim& claim);

/// "None of the jets has been delivered", "no shells were sent", "not a single tank came"
void negate(Claim& claim, const std::vector<Chunk>& chunks, const Sides& sides);

/// "Ghana sanctioned the firm in May, the European Union in June": the same deed by another.
void gapped(const Stage& stage, std::size_t trigger, std::vector<Claim>& found);

/// "$1.3 billion, up from $660 million in 2023": the earlier figure is a claim of its year.
void compared(const Stage& stage, std::vector<Claim>& found);

/// "transactions continue through the North's account": the account's sides are the transactions'.
void drop_sideless(std::vector<Claim>& claims);

/// A veto that ends a body blocks that body: its item is the body of the same sentence.
void spread(std::vector<Claim>& claims, const std::vector<Chunk>& chunks);

/// "over 49 occasions", "49 times": how often goods moved belongs to the means of transport.
void trips(const Stage& stage, const Sentence& sentence, std::vector<Claim>& claims);

/// "enough to equip three brigades", "more than double the amount permitted"
void equivalents(const Reading& reading, std::vector<Claim>& claims);

/// "8,300 labourers: 5,100 in construction, 2,000 in textiles": the parts of a total are claims too.
void parts(const Stage& stage, const Sentence& sentence, std::vector<Claim>& claims);

}  // namespace msmt
