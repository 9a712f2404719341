/// Lists on one side of a trigger, and where they end.
///
///     "sent 40 rifles, two radars worth $3 million and fuel to Mali"   obj = rifles, radars, fuel
#include "claims/argument_reader.hpp"
#include "claims/clause_words.hpp"

namespace msmt {

namespace {

/// "its designs", "their guns"
bool has_own_owner(const Chunk& chunk) {
  return chunk.owner && (chunk.owner->party.name == "its" || chunk.owner->party.name == "their");
}

}  // namespace

std::size_t ArgumentReader::list(std::size_t i, std::string_view side) {
  if (side != "including") main_side_ = side;
  auto& out = sides_.chunks[std::string(side)];
  out.push_back(i);
  const Chunk& head = chunks_[out.front()];
  ++i;
  // "14,000 bombs of 2,000 pounds each, 3,000 missiles"
  if (i + 1 < chunks_.size() && chunks_[i].head == "each" && is_word(chunks_[i + 1], ",")) ++i;
  while (i < chunks_.size()) {
    if (is_word(chunks_[i], "(")) {
      const std::size_t past = past_parenthesis(i);
      if (past == i || past >= chunks_.size()) break;
      i = past;
      continue;
    }
    if (const std::size_t past = past_worth(i, chunks_[out.back()]); past != i) {
      i = past;
      continue;
    }
    i = past_fitted(i, chunks_[out.back()]);
    // ""missiles", "rockets" and "drones""
    const bool again = is_quote(i) && i + 2 < chunks_.size() &&
                       (is_word(chunks_[i + 1], "and") || is_word(chunks_[i + 1], "or") ||
                        (is_word(chunks_[i + 1], ",") && is_quote(i + 2)));
    if (again) ++i;
    const auto next = next_member(i, side);
    if (next && *next + 1 < chunks_.size() && says_what_it_is(chunks_, *next) &&
        is_word(chunks_[*next + 1], ",")) {
      i = *next + 1;  // "shells, its main export, and rifles"
      continue;
    }
    if (!next || opens_absolute(*next) || begins_clause(i, *next, head, side) ||
        is_no_member(*next, head, side))
      break;
    const std::size_t k = *next;
    // "the sale of mines and the training of crews by Chad": another deed, and not by whom the first is
    if (side == "of" && chunks_[trigger_].kind == ChunkKind::phrase && chunks_[k].definite &&
        (chunks_[k].item_class == "training" || chunks_[k].item_class == "deed") &&
        k + 1 < chunks_.size() && is_word(chunks_[k + 1], "of"))
      return chunks_.size();
    // "sent spare parts for tanks and two air defence systems": a count goes on with the goods
    const bool goods_again = side != "obj" && side != "second" && sides_.has("obj") &&
                             !chunks_[sides_.of("obj").front()].party &&
                             chunks_[k].quantity != nullptr && head.quantity == nullptr &&
                             !chunks_[k].item_class.empty() && !head.item_class.empty();
    if (goods_again) {
      sides_.chunks["obj"].push_back(k);
    } else {
      out.push_back(k);
    }
    i = k + 1;
  }
  return i;
}

bool ArgumentReader::opens_absolute(std::size_t i) const {
  return i + 1 < chunks_.size() && i > 0 && is_word(chunks_[i - 1], ",") &&
         chunks_[i].stands_for != kNoChunk && chunks_[i + 1].kind == ChunkKind::verb &&
         chunks_[i + 1].voice == Voice::participle;
}

std::size_t ArgumentReader::past_worth(std::size_t i, const Chunk& goods) const {
  // what they cost is no kind of goods
  if (i + 2 < chunks_.size() && is_word(chunks_[i], ",") && is_word(chunks_[i + 1], "worth") &&
      chunks_[i + 2].money && goods.quantity != nullptr) {
    const std::size_t past = i + 3;
    return past < chunks_.size() && is_word(chunks_[past], ",") ? past + 1 : past;
  }
  const bool worth = i + 1 < chunks_.size() && is_word(chunks_[i], "worth") &&
                     chunks_[i + 1].money && goods.quantity != nullptr;
  return worth ? i + 2 : i;
}

std::size_t ArgumentReader::past_fitted(std::size_t i, const Chunk& goods) const {
  if (i + 3 >= chunks_.size() || !is_word(chunks_[i], "for") || !is_word(chunks_[i + 2], ","))
    return i;
  const Chunk& fitted = chunks_[i + 1];
  const Chunk& next = chunks_[i + 3];
  const bool arms = fitted.kind == ChunkKind::phrase && !fitted.party && fitted.weapon != nullptr;
  const bool goes_on = next.kind == ChunkKind::phrase && !next.party && !next.definite &&
                       !goods.item_class.empty() && next.item_class == goods.item_class;
  return arms && goes_on ? i + 2 : i;
}

std::optional<std::size_t> ArgumentReader::next_member(std::size_t i, std::string_view side) const {
  std::size_t k = i;
  bool joined = false;
  if (const std::size_t past = past_relative(k); past != k && side != "including") k = past;
  if (side == "including" && chunks_[k].kind == ChunkKind::word &&
      (chunks_[k].word == "as well as" || chunks_[k].word == "along with")) {
    return std::nullopt;
  }
  while (k < chunks_.size() && chunks_[k].kind == ChunkKind::word &&
         (joins_list(chunks_[k].word) || goes_on_but_also(k) ||
          (joined && mark_of(chunks_[k]) == "adv" && chunks_[k].word != "\"" &&
           chunks_[k].word != "notably" && chunks_[k].word != "namely"))) {
    joined = true;
    ++k;
    // "guns and, since the end of 2023, missiles"
    if (k + 2 < chunks_.size() && chunks_[k].kind == ChunkKind::date &&
        chunks_[k + 1].word == "," && chunks_[k + 2].kind == ChunkKind::phrase)
      ++k;
    k = past_short_aside(k);
  }
  if (joined && is_quote(k)) ++k;  // "and "as many as 40,000 shells""
  const bool phrase = joined && k < chunks_.size() && chunks_[k].kind == ChunkKind::phrase;
  return phrase ? std::optional(k) : std::nullopt;
}

bool ArgumentReader::begins_clause(std::size_t i, std::size_t k, const Chunk& head,
                                   std::string_view side) const {
  // "the arrival of 20 guns and 12 launchers was confirmed": the verb is the noun's own
  const bool own_verb = side == "of" && chunks_[trigger_].kind == ChunkKind::phrase && k > 0 &&
                        is_word(chunks_[k - 1], "and") && k < chunks_.size() && !chunks_[k].party &&
                        !chunks_[k].item_class.empty();
  // "The signing by Rwanda and Congo was watched", "the rifles sold by both": no verb before that could be theirs
  const bool reduced =
      chunks_[trigger_].kind == ChunkKind::phrase || chunks_[trigger_].voice == Voice::participle;
  const bool first_verb = (side == "of" || side == "by") && k > 0 && k < chunks_.size() &&
                          reduced && is_word(chunks_[k - 1], "and") && chunks_[k].party &&
                          head.party && no_verb_before(k);
  return (is_subject(k) && !own_verb && !first_verb) || leads_main_clause(i, k);
}

bool ArgumentReader::is_no_member(std::size_t k, const Chunk& head, std::string_view side) const {
  // "$3 billion, most of it in coins": a part of what was named
  const bool part = (chunks_[k].head == "most" || chunks_[k].head == "some" ||
                     chunks_[k].head == "much" || chunks_[k].head == "half") &&
                    k + 2 < chunks_.size() && is_word(chunks_[k + 1], "of") &&
                    (chunks_[k + 2].pronoun || is_word(chunks_[k + 2], "which"));
  if (part) return true;
  // "a trader who moved money to the rebels, and Omar Diallo, who": the list in front of the clause goes on
  const bool behind_who = trigger_ > 0 && is_word(chunks_[trigger_ - 1], "who") && k > 1 &&
                          is_word(chunks_[k - 1], "and") && is_word(chunks_[k - 2], ",");
  if (behind_who && side != "obj" && chunks_[k].person && !head.person &&
      sides_.of(side).size() < 2)
    return true;
  if (says_what_it_is(chunks_, k)) return true;
  // "the transfer of weapons, the dispatch of troops": another deed is no kind of goods
  if (chunks_[k].item_class == "deed" && head.item_class != "deed" && chunks_[k].definite &&
      k + 1 < chunks_.size() && chunks_[k + 1].word == "of")
    return true;
  // "to 500,000 barrels a year and supplies of crude": a bare measure does not go on to goods
  if ((side == "to" || side == "at") && head.quantity != nullptr && head.item_class.empty() &&
      chunks_[k].quantity == nullptr)
    return true;
  // "to Kyiv, and Norway 12", "with Canberra, and London its designs": another clause without its verb
  if (chunks_[k].party && k + 1 < chunks_.size() && chunks_[k + 1].kind == ChunkKind::phrase &&
      (chunks_[k + 1].quantity != nullptr || has_own_owner(chunks_[k + 1])))
    return true;
  // "placed Rostec and a firm from Dubai on its list"
  const bool firm = head.party && head.party->party.iso2.empty() && !chunks_[k].definite &&
                    chunks_[k].item_class.empty() && chunks_[k].quantity == nullptr;
  // "shells to Russia, North Korea …": a party does not go on a list of goods
  return !firm && chunks_[k].party.has_value() != head.party.has_value() && !chunks_[k].pronoun &&
         !head.pronoun && !counts_states(chunks_[k]);
}

bool ArgumentReader::leads_main_clause(std::size_t comma, std::size_t k) const {
  if (comma + 1 != k || !is_word(chunks_[comma], ",")) return false;
  std::size_t verb = k + 1;
  while (verb + 1 < chunks_.size() && chunks_[verb].kind == ChunkKind::word &&
         is_preposition(chunks_[verb].word) && chunks_[verb + 1].kind == ChunkKind::phrase)
    verb += 2;
  return verb > k + 1 && verb < chunks_.size() && is_finite(chunks_[verb]) &&
         (chunks_[verb].perfect || !chunks_[verb].modals.empty() ||
          chunks_[verb].voice == Voice::passive);
}

bool ArgumentReader::no_verb_before(std::size_t i) const {
  for (std::size_t k = 0; k < i; ++k) {
    if (is_finite(chunks_[k])) return false;
  }
  return true;
}

bool ArgumentReader::goes_on_but_also(std::size_t i) const {
  return is_word(chunks_[i], "but") && i + 1 < chunks_.size() && is_word(chunks_[i + 1], "also");
}

}  // namespace msmt
