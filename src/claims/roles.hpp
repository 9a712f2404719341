/// Roles: from the sides of a trigger to claims, by the frame that the trigger evokes.
#pragma once

#include <string>
#include <vector>

#include "claims/constructions.hpp"

namespace msmt {

/// A body that the article named, with its kind: "the panel", "the team" lean on it.
struct Body {
  Named named;
  std::string kind;
};

/// What the article has named so far, for words that stand for it: "the North", "it", "those soldiers".
struct Memory {
  std::optional<Party> subject;                ///< last party that did something
  std::size_t subject_sentence = 0;            ///< index of the sentence that named it
  std::vector<Party> countries;                ///< states by last mention, newest first
  std::optional<Party> person;                 ///< last person named, or that person's state
  std::map<std::string, Party> leaders;        ///< person, full or last name -> state
  std::vector<Body> bodies;                    ///< bodies by last mention, newest first
  std::vector<std::pair<Party, Party>> pairs;  ///< giver and taker of earlier claims, newest first
  std::optional<Party> rule_maker;             ///< whose sanctions were named last
  std::optional<Claim> deed;                   ///< last claim that something went over
  std::optional<Claim> order;                  ///< last claim that goods were ordered
  std::optional<Claim> agreement;              ///< last claim that two sides agreed
  std::vector<Claim> listed;                   ///< goods of the last sentence that named several
  std::optional<Claim> use;                    ///< last claim that something was fired
  std::optional<Claim> transport;              ///< last claim about means of transport
  std::optional<Claim> people;                 ///< last claim about troops or workers
  std::optional<Party> people_owner;           ///< whose troops or workers were named last
  std::optional<Claim> theft;                  ///< last claim about something stolen
  std::optional<Party> doer;                   ///< state that did what was told last
  std::optional<Item> people_item;             ///< troops or workers named last, owned or not
  std::string people_class;                    ///< their class
  std::size_t people_sentence = 0;             ///< index of the sentence that named them
  std::optional<Item> arms;                    ///< weapon named last in a claim
  std::string arms_unit;                       ///< what it was counted in
  std::optional<Claim> training;               ///< last claim about training
  std::optional<Claim> rule;                   ///< last rule of a body, for "it"
  std::optional<Claim> money;                  ///< last claim about money with a side
  std::optional<Claim> sanction;               ///< last sanction with somebody who imposed it
  std::optional<Claim> casualties;             ///< last claim about killed or wounded
};

/// One sentence while its claims are put together.
struct Stage {
  const Grammar& grammar;
  const Document& doc;
  const Reading& reading;
  const std::vector<Chunk>& chunks;
  Memory& memory;

  std::size_t sentence_begin() const { return doc.sentences[reading.sentence].span.begin; }
};

/// Who a phrase names or stands for; nullopt for goods and for words that nothing resolves.
std::optional<Named> party_of(const Stage& stage, std::size_t index);
/// Both parties of "the two countries".
std::vector<Named> parties_of(const Stage& stage, std::size_t index);
/// The body that "it", "its", "the panel" or "the group" in a phrase stands for.
std::optional<Named> body_for(const Stage& stage, std::size_t index);
/// Whose a phrase is: "Russia's", "its", "North Korean".
std::optional<Named> owner_of(const Stage& stage, std::size_t index);

/// Whose the troops or workers are that were named last before chunk `index`: "those soldiers", "they".
std::optional<Named> owner_of_named_people(const Stage& stage, std::size_t index);

/// "ally", "partner", "neighbour": nouns for the other of two states.
bool is_partner_noun(std::string_view lemma);

/// The item that a phrase names; its name is the text without count, article and owner.
Item item_of(const Stage& stage, const Chunk& chunk);
/// The class that decides the claim type: of the head, or of what `of` draws in.
std::string class_of(const Chunk& chunk);

/// Whether the words of a count say that it adds to another: "an additional 3,000".
bool is_part(std::string_view count);

/// Claims of one trigger; empty when the frame's needs are not met. `why` says what was wanting.
std::vector<Claim> fill(const Stage& stage, const Frame& frame, std::size_t trigger,
                        const Sides& sides, std::string& why);

}  // namespace msmt
