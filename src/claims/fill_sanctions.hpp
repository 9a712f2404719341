/// Sanctions: who puts whom on which list.
///
/// Functions that take a Filler read what its trigger and sides say; see filler.hpp.
#pragma once

#include "claims/filler.hpp"

namespace msmt {

/// Adds the targets that a list goes on with: "the firm and its director", "X, the minister, and on others".
void join_targets(const Filler& f, std::vector<std::size_t>& targets);

/// "…, among them two bankers": some of the targets, each a claim of its own.
void add_listed_among(const Filler& f, const std::vector<std::size_t>& targets,
                      std::vector<Claim>& out);

std::vector<Claim> sanction(Filler& f);

/// Who lists whom, by a frame of sanctions.
struct Listing {
  std::optional<Named> actor;
  std::vector<std::size_t> targets;
  std::vector<Named> others = {};  ///< who lists them as well: "EU" in "under EU and US sanctions"
  bool named_behind = false;       ///< "Among those sanctioned were …"
};

/// Whether the words say a listing; fills in what they leave to their construction, else f.why says why not.
bool find_listed(Filler& f, Listing& listing);

/// "sanctions", "a new sanctions package"
bool is_measure(const Chunk& c);

/// "an arms embargo", "a ban", "a cap": rules on goods, which are no sanctions on somebody.
bool is_ban(const Grammar& grammar, const Chunk& c);

/// "sanctions", "the new package": what hits those on a list.
bool is_measures(const Filler& f, std::size_t i);

/// "the assets of three firms", "froze its accounts": what is frozen, and hits whose it is.
bool is_frozen(const Filler& f, const Chunk& c);

/// The words for somebody without a name, with what tells them apart, "firms based in Dubai"; without modifiers
/// "firms".
std::string described(const Filler& f, std::size_t first, std::size_t last, bool modifiers = true);

/// "firms", "tankers": nouns for those who are put on such lists.
bool can_be_sanctioned(const Filler& f, const Chunk& c);

/// Who is sanctioned: a name, a state whose ships or firms they are, else the words for them.
std::optional<Named> sanctioned(const Filler& f, std::size_t i);

/// "Russian vessels", "12 officials": those who have no name are the item of a sanction, its target is their state, if the
/// words name one.
void group_target(const Filler& f, Claim& claim);

/// Whether somebody was said to impose sanctions in the last sentences.
bool recent_sanction(const Filler& f);

/// Who imposes sanctions: the EU where a text says Brussels, the Council where its committee does.
std::optional<Named> imposer(const Filler& f);

/// "under EU and US sanctions": the first chunk of the list of owners that ends with the sanctions at chunk i.
std::size_t first_imposer(const std::vector<Chunk>& chunks, std::size_t i);

/// All whose sanctions that list names, in its order; empty where nobody owns the sanctions.
std::vector<Named> imposers(const Stage& stage, std::size_t i);

/// "signed a decree imposing sanctions": whose subject signed the paper.
std::optional<Named> signer(const Filler& f, std::size_t paper);

/// Whose the sanctions of chunk i are: their owner, or who agreed on them by the words behind.
std::optional<Named> imposer_of(const Filler& f, std::size_t i);

/// "froze the assets of both": the sanctioned of the claims before, once more.
std::vector<Claim> sanctioned_before(const Filler& f, std::size_t i,
                                     const std::optional<Named>& actor);

/// Claims for the names behind a noun for several: "two lenders, Asia Bank and First Bank".
std::vector<Claim> sanctioned_by_name(const Filler& f, std::size_t i, const Claim& whole);

/// "the Lana and the Tara, two tankers that …": the names which chunk i says more about.
std::vector<std::size_t> renamed_by(const Filler& f, std::size_t i);

/// Who is named by a phrase that is a name; nullopt for states and common nouns.
std::optional<Named> proper_name(const Filler& f, std::size_t i);

/// A phrase of several words that are all capitalised, whatever the last one means: "BRINC Drones".
std::optional<Named> capital_name(const Filler& f, const Chunk& c);

/// A name that follows its kind within one phrase: "the trader Khin Phyu Win".
std::optional<Named> name_at_end(const Filler& f, const Chunk& c);

/// The one word of a name behind its kind: "the Russian freighter Angara".
std::optional<Named> name_behind_noun(const Filler& f, const Chunk& c);

/// "Among those sanctioned were two brothers": who stands behind the verb.
std::vector<std::size_t> listed_behind(const Filler& f);

/// "those singled out by the Treasury": who lists those that stand behind the verb.
std::optional<Named> lister_behind(const Filler& f);

/// Whether the sentence before ended with several who were sanctioned.
bool counted_right_before(const Filler& f);

/// "the companies", after "sanctioned two companies"
bool counted_before(const Filler& f, const Chunk& c);

}  // namespace msmt
