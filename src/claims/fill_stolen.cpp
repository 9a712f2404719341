/// What was stolen and from whom, where the words around the sum say so.
#include <algorithm>

#include "claims/clause_words.hpp"
#include "claims/fill_money.hpp"
#include "claims/filler.hpp"

namespace msmt {

namespace {

/// "the hack of Bybit", "the Bybit hack", "the compromise of the exchange": a deed by which somebody is robbed.
bool names_break_in(const Filler& f, const Chunk& c) {
  return c.kind == ChunkKind::phrase &&
         (f.stage.grammar.is(WordClass::theft_noun, c.lemma) || c.lemma == "breach" ||
          c.lemma == "compromise" || c.lemma == "exploit");
}

/// "The value of the coins stolen by Iran is more than $90 million": the chunk with the figure behind the
/// verb of the total; the number of chunks for none.
std::size_t sum_of_total(const Filler& f) {
  const std::size_t none = f.stage.chunks.size();
  if (f.trigger().voice != Voice::participle) return none;
  bool total = false;
  for (std::size_t k = 0; k < f.at && !total; ++k) {
    const Chunk& c = f.chunk(k);
    total = c.kind == ChunkKind::phrase && (f.stage.grammar.is(WordClass::price, c.lemma) ||
                                            f.stage.grammar.is(WordClass::figure, c.lemma));
    if (is_finite(c)) return none;
  }
  for (std::size_t k = f.at + 1; total && k + 1 < none; ++k) {
    if (!is_finite(f.chunk(k))) continue;
    const std::string& verb = f.chunk(k).lemma;
    const bool comes_to = verb == "be" || f.stage.grammar.is(WordClass::reach, verb);
    return comes_to && f.chunk(k + 1).money ? k + 1 : none;
  }
  return none;
}

/// Whether words are of the kind of money that no state issues.
bool names_crypto(std::string_view text) { return fold(text).find("crypto") != std::string::npos; }

}  // namespace

std::optional<Named> robbed_by_subject(const Filler& f) {
  std::size_t subject = f.stage.chunks.size();
  for (std::size_t k = 0; k < f.at; ++k) {
    const Chunk& c = f.chunk(k);
    if (subject == f.stage.chunks.size()) {
      const bool free = k == 0 || f.chunk(k - 1).kind != ChunkKind::word;
      if (names_break_in(f, c) && free) subject = k;
      continue;
    }
    // "is responsible for", "accounts for", "led to", "netted"
    const bool yields =
        c.lemma == "account" || c.head == "responsible" || c.lemma == "net" || c.lemma == "yield";
    if (!yields) continue;
    const Chunk& deed = f.chunk(subject);
    const bool behind = is_word(f.chunk(subject + 1), "of") || is_word(f.chunk(subject + 1), "on");
    auto whose = deed.of_party ? deed.of_party : deed.owner;
    if (!whose && behind) whose = f.chunk(subject + 2).party;
    return whose && whose->party.iso2.empty() ? whose : std::nullopt;
  }
  return std::nullopt;
}

std::size_t figure_of_stolen(const Filler& f) {
  const std::size_t none = f.stage.chunks.size();
  // "put the value of the coins stolen by Iran at $90 million": a figure is robbed of nothing
  const auto& at = get(f.roles, "target");
  if (!at.empty() && f.chunk(at.front()).money) return at.front();
  if (const std::size_t sum = sum_of_total(f); sum < none) return sum;
  // "brings the total of coins stolen by Iran to $90 million"
  const auto& to = f.sides.of("to");
  if (to.empty() || !f.chunk(to.front()).money || f.trigger().voice != Voice::participle)
    return none;
  for (std::size_t k = 0; k + 1 < f.at; ++k) {
    const Chunk& verb = f.chunk(k);
    const bool moves = verb.kind == ChunkKind::verb && is_finite(verb) &&
                       (verb.lemma == "bring" || verb.lemma == "take" || verb.lemma == "push" ||
                        f.stage.grammar.is(WordClass::put_figure, verb.lemma));
    if (moves && f.stage.grammar.is(WordClass::figure, f.chunk(k + 1).lemma)) return to.front();
  }
  return none;
}

std::size_t sum_of_part(const Filler& f, std::size_t i) {
  const bool beside = f.stage.grammar.is(WordClass::portion, f.chunk(i).lemma) &&
                      i + 5 < f.stage.chunks.size() && is_word(f.chunk(i + 1), "of") &&
                      f.chunk(i + 2).pronoun && is_word(f.chunk(i + 3), ",") &&
                      f.chunk(i + 4).money && is_word(f.chunk(i + 5), ",");
  // "The main part, about $30 million, was stolen"
  const bool apposed = f.stage.grammar.is(WordClass::portion, f.chunk(i).lemma) &&
                       f.chunk(i).quantity == nullptr && f.chunk(i).of.empty() &&
                       is_word(f.chunk(i + 1), ",") && f.chunk(i + 2).money &&
                       is_word(f.chunk(i + 3), ",");
  if (apposed) return i + 2;
  return beside ? i + 4 : i;
}

void name_currency(const Filler& f, std::vector<Claim>& claims) {
  const auto& before = f.stage.memory.theft;
  const bool told = before && before->item && before->item->key.starts_with("crypto");
  const bool here = names_crypto(f.stage.doc.words(f.stage.sentence().span));
  if (!told && !here) return;
  Item currency{"cryptocurrency", "money", "", f.stage.grammar.path("crypto")};
  if (told) currency = *before->item;
  const auto& chunks = f.stage.chunks;
  const auto named = std::find_if(chunks.begin(), chunks.end(), [](const Chunk& c) {
    return c.item_id == "crypto" && c.quantity == nullptr && c.of.empty();
  });
  if (named != chunks.end() && names_crypto(item_of(f.stage, *named).name))
    currency = item_of(f.stage, *named);  // in the words of the sentence
  for (Claim& claim : claims) {
    if (claim.item && claim.item->key == "money") claim.item = currency;
  }
}

}  // namespace msmt
