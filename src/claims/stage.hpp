/// Stage: one sentence while its claims are put together, and what the article has said before it.
#pragma once

#include <algorithm>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "claims/chunk.hpp"

namespace msmt {

/// A body that the article named, with its kind: "the panel", "the team" lean on it.
struct Body {
  Named named;
  std::string kind;
  std::size_t sentence = 0;  ///< index of the sentence that named it last
  std::string called{};      ///< noun beside its name: "a commission, UNSCOM"
};

/// Who gives and who takes in a question that what follows answers.
struct Question {
  std::optional<Party> giver;
  std::optional<Party> taker;
};

/// A state of which a sentence says that it needs or buys goods, without who gives them.
struct Buyer {
  Party state;
  std::optional<Item> goods;  ///< nullopt for goods that the sentence does not name
};

/// What the article has named so far, for words that stand for it: "the North", "it", "those soldiers".
struct Memory {
  /// The claims that words can go back to: the last 256. All of them, asked for every claim, would make time grow with
  /// the square of an article's length.
  std::span<const Claim> recent() const {
    constexpr std::size_t kMost = 256;
    return std::span(said).last(std::min(said.size(), kMost));
  }

  std::size_t sentence = 0;           ///< index of the sentence that is read
  std::optional<Party> floor;         ///< for whom "we" and "our" stand
  std::optional<Party> spoke_for;     ///< state of the official who spoke last
  std::optional<Party> subject;       ///< last party that did something
  std::size_t subject_sentence = 0;   ///< index of the sentence that named it
  std::optional<Party> subject_body;  ///< body that did something in the sentence before
  std::optional<Party> subject_org;   ///< body of states that it was about
  std::vector<Party> told_states;     ///< states of the sentence before, in its order
  std::vector<Party>
      joined_states;  ///< the two that it joins, "Algeria and Egypt"; empty for none or several
  std::optional<Buyer> buyer;                         ///< who the sentence says needs or buys goods
  std::optional<Buyer> buyer_before;                  ///< who the sentence before it said so of
  std::vector<Party> countries;                       ///< states by last mention, newest first
  std::optional<Party> person;                        ///< last person named, or that person's state
  std::map<std::string, Party> leaders;               ///< person, full or last name -> state
  std::map<std::string, Party> persons;               ///< last name -> person who acts for no state
  std::map<std::string, std::optional<Party>> ships;  ///< name of a ship -> whose it is
  std::optional<Body> group;                          ///< armed group whose people were named last
  std::vector<Body> bodies;                           ///< bodies by last mention, newest first
  std::vector<std::pair<Party, Party>> pairs;  ///< giver and taker of earlier claims, newest first
  std::string reporter;                        ///< monitoring body whose report is retold, or ""
  std::optional<Party> statement_of;           ///< state that says "we" outside quotations
  std::optional<Party> rule_maker;             ///< whose sanctions were named last
  std::optional<Party> ruling;                 ///< whose decision or rule was named last
  std::size_t ruling_sentence = 0;             ///< index of the sentence that named it
  std::optional<Party> heading_rule;           ///< whose rules the heading above is about
  std::optional<Party> heading_bound;          ///< and whom they bind
  std::optional<Party> embargoed;              ///< on whom an embargo was said to be last
  std::optional<Party> topic;                  ///< the only state that the heading above names
  std::optional<Party> aid_taker;              ///< to whom the heading has aid go
  std::optional<Question> question;            ///< the last question about a handover
  std::optional<Party> label;                  ///< the state that labels a paragraph: "Germany."
  std::size_t label_paragraph = 0;             ///< the paragraph that it labels
  std::optional<Claim> deed;                   ///< last claim that something went over
  std::optional<Claim> order;                  ///< last claim that goods were ordered
  std::optional<Claim> agreement;              ///< last claim that two sides agreed
  std::vector<Claim> listed;                   ///< goods of the last sentence that named several
  std::optional<Claim> use;                    ///< last claim that something was fired
  std::optional<Claim> transport;              ///< last claim about means of transport
  std::optional<Claim> people;                 ///< last claim about troops or workers
  std::optional<Party> administration;         ///< state whose administration was named last
  std::optional<Party> army_of;                ///< state whose army or junta was named last
  std::optional<Party> people_owner;           ///< whose troops or workers were named last
  std::optional<Claim> theft;                  ///< last claim about something stolen
  std::optional<Party> doer;                   ///< state that did what was told last
  std::optional<Item> people_item;             ///< troops or workers named last, owned or not
  std::string people_class;                    ///< their class
  std::size_t people_sentence = 0;             ///< index of the sentence that named them
  std::shared_ptr<const Meant> goods;          ///< goods or people that a sentence named last
  std::size_t goods_sentence = 0;              ///< index of the sentence behind it
  std::optional<Item> arms;                    ///< weapon named last in a claim
  std::string arms_unit;                       ///< what it was counted in
  std::optional<Claim> training;               ///< last claim about training
  std::optional<Claim> rule;                   ///< last rule of a body, for "it"
  std::optional<Claim> money;                  ///< last claim about money with a side
  std::optional<Party> lister;                 ///< who can impose sanctions and was subject last
  std::optional<Claim> sanction;               ///< last sanction with somebody who imposed it
  std::optional<Named> way_from;               ///< where the carrier named last was bound from
  std::optional<Named> way_to;                 ///< and to whom
  std::size_t way_sentence = 0;                ///< index of the sentence that told so
  std::optional<Claim> casualties;             ///< last claim about killed or wounded
  std::optional<Party> scene;                  ///< state in which the last attack took place
  std::optional<Party> attacker;               ///< state that carried it out
  std::size_t scene_sentence = 0;     ///< index of the last sentence that was told of there
  std::optional<Party> dateline;      ///< state of the last dateline: "GOMA, Congo"
  std::size_t dateline_sentence = 0;  ///< its index
  std::optional<Party> firms;         ///< whose firms the sentence before was about
  std::vector<Claim> said;            ///< all claims, in the order in which they were read
};

/// One sentence while its claims are put together.
struct Stage {
  const Grammar& grammar;
  const Document& doc;
  const Reading& reading;
  const std::vector<Chunk>& chunks;
  Memory& memory;

  const Sentence& sentence() const { return doc.sentences[reading.sentence]; }
  std::size_t sentence_begin() const { return sentence().span.begin; }
  /// Whether it was the sentence right before this one that told a claim.
  bool told_just_before(const Claim& claim) const {
    return reading.sentence > 0 &&
           doc.sentences[reading.sentence - 1].span.begin == claim.evidence.bytes.begin;
  }
  /// The state that is the target of the last claim of the sentence before, whatever is said of it; nullptr for none.
  const Party* taker_just_told() const {
    if (memory.said.empty() || !told_just_before(memory.said.back())) return nullptr;
    const std::optional<Party>& target = memory.said.back().target;
    return target && !target->iso2.empty() ? &*target : nullptr;
  }
};

}  // namespace msmt
