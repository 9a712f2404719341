#include "claims/clause_words.hpp"

#include <algorithm>

namespace msmt {

bool is_preposition(std::string_view word) {
  // clang-format off
  static constexpr std::string_view kPrepositions[] = {
      "of", "in", "on", "at", "by", "for", "from", "to", "with", "without", "under", "over",
      "against", "across", "along", "around", "about", "after", "before", "behind", "between",
      "among", "amid", "during", "despite", "inside", "into", "near", "onto", "outside", "past",
      "per", "through", "throughout", "toward", "towards", "until", "upon", "via", "within", "as",
      "than", "including", "following", "aboard", "alongside", "versus", "because of", "due to",
      "instead of", "such as", "according to", "in return for", "in exchange for", "on board",
      "in support of", "as part of", "in violation of", "in accordance with", "on behalf of",
      "among them", "among these", "by way of", "with the help of", "at the request of"};
  // clang-format on
  return std::find(std::begin(kPrepositions), std::end(kPrepositions), word) !=
         std::end(kPrepositions);
}

bool is_break(std::string_view word) {
  return word == ";" || word == ":" || word == "--" || word == "because" || word == "although" ||
         word == "though" || word == "while" || word == "whereas" || word == "when" ||
         word == "after" || word == "before" || word == "if" || word == "unless" ||
         word == "despite" || word == "since" || word == "until" || word == "as" ||
         word == "following" || word == "capable of";
}

bool governs(const Chunk& chunk) {
  return chunk.kind == ChunkKind::word && is_preposition(chunk.word) && !is_break(chunk.word);
}

bool is_governed(const std::vector<Chunk>& chunks, std::size_t i) {
  return i > 0 && governs(chunks[i - 1]);
}

bool leads_gerund(std::string_view word) {
  return word == "after" || word == "before" || word == "by" || word == "while" || word == "when" ||
         word == "since" || word == "in" || word == "on" || word == "upon" || word == "besides" ||
         word == "despite" || word == "through";
}

bool joins_list(std::string_view word) {
  return word == "and" || word == "or" || word == "nor" || word == "," || word == "as well as" ||
         word == "along with" || word == "plus" || word == "&" || word == "in addition to" ||
         word == "together with";
}

bool goes_along(std::string_view word) {
  return word == "as well as" || word == "along with" || word == "together with";
}

bool places_in_picture(std::string_view word) {
  return word == "left" || word == "right" || word == "center" || word == "centre" ||
         word == "top" || word == "bottom";
}

bool ends_clause(const Chunk& c) {
  return c.kind == ChunkKind::word && (c.word == "," || c.word == "and" || c.word == ";");
}

bool opens_return(const Chunk& c) {
  return is_word(c, "in exchange for") || is_word(c, "in return for");
}

std::string_view mark_of(const Chunk& chunk) {
  switch (chunk.kind) {
    case ChunkKind::phrase:
      return "np";
    case ChunkKind::date:
      return "date";
    case ChunkKind::verb:
      switch (chunk.voice) {
        case Voice::active:
          return "act";
        case Voice::passive:
          return "pas";
        case Voice::participle:
          return "par";
        case Voice::gerund:
          return "ger";
        case Voice::infinitive:
          return "inf";
        case Voice::none:
          return "act";
      }
      return "act";
    case ChunkKind::word:
      break;
  }
  if (std::find(kNamedWords.begin(), kNamedWords.end(), chunk.word) != kNamedWords.end() ||
      chunk.word == "(" || chunk.word == ")") {
    return {};
  }
  if (is_break(chunk.word)) return "break";
  if (is_preposition(chunk.word)) return "prep";
  return "adv";
}

bool says_what_it_is(const std::vector<Chunk>& chunks, std::size_t k) {
  static constexpr std::string_view kSuperlatives[] = {"largest", "biggest", "main",   "chief",
                                                       "top",     "only",    "primary"};
  if (k == 0 || !is_word(chunks[k - 1], ",") || !chunks[k].owner || chunks[k].quantity != nullptr ||
      (k + 1 < chunks.size() && is_word(chunks[k + 1], "and")))
    return false;
  const std::string before = " " + chunks[k].before + " ";
  return std::any_of(std::begin(kSuperlatives), std::end(kSuperlatives),
                     [&](std::string_view word) {
                       return before.find(" " + std::string(word) + " ") != std::string::npos;
                     });
}

bool is_finite(const Chunk& chunk) {
  return chunk.kind == ChunkKind::verb &&
         (chunk.voice == Voice::active || chunk.voice == Voice::passive);
}

std::size_t noun_completed(const std::vector<Chunk>& chunks, std::size_t verb) {
  const std::size_t none = chunks.size();
  if (chunks[verb].kind != ChunkKind::verb || chunks[verb].voice != Voice::infinitive) return none;
  std::size_t k = verb;
  const auto skip_dates = [&] {
    while (k > 0 && chunks[k - 1].kind == ChunkKind::date) {
      --k;
      if (k > 0 && (is_word(chunks[k - 1], "on") || is_word(chunks[k - 1], "in"))) --k;
    }
  };
  if (k > 0 && is_word(chunks[k - 1], "not")) --k;
  skip_dates();
  const bool whose = k > 2 && chunks[k - 1].kind == ChunkKind::phrase &&
                     (is_word(chunks[k - 2], "by") || is_word(chunks[k - 2], "from") ||
                      is_word(chunks[k - 2], "with"));
  if (whose) {
    k -= 2;
    skip_dates();
  }
  return k > 0 && chunks[k - 1].kind == ChunkKind::phrase ? k - 1 : none;
}

bool tells_how_often(const Chunk& chunk) {
  if (chunk.kind != ChunkKind::phrase || (chunk.before != "each" && chunk.before != "every"))
    return false;
  return chunk.lemma == "year" || chunk.lemma == "month" || chunk.lemma == "week" ||
         chunk.lemma == "day" || chunk.lemma == "quarter";
}

bool counts_states(const Chunk& chunk) {
  static constexpr std::array<std::string_view, 7> kUnits = {
      "country", "state", "member", "nation", "government", "partner", "ally"};
  if (chunk.quantity == nullptr) return false;
  const std::string& unit = std::get<Quantity>(chunk.quantity->value).unit;
  return std::find(kUnits.begin(), kUnits.end(), unit) != kUnits.end();
}

}  // namespace msmt
