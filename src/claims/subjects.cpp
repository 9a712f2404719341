#include "claims/subjects.hpp"

#include <algorithm>
#include <string_view>

#include "claims/clause_words.hpp"
#include "claims/party_words.hpp"
#include "claims/roles.hpp"

namespace msmt {

namespace {

/// "his Somali counterpart", "its Russian partner": somebody by state beside a name.
bool is_colleague(const Chunk& chunk) {
  const std::string first = chunk.before.substr(0, chunk.before.find(' '));
  return !chunk.party && chunk.owner && chunk.owner_is_adjective && !is_plural(chunk.head) &&
         (chunk.item_class.empty() || chunk.item_class == "speaker") && is_owner_pronoun(first);
}

/// ", left,", "(right)": a word of an aside that says where in the picture somebody is.
bool in_caption(const std::vector<Chunk>& chunks, std::size_t at) {
  const auto places = [&](std::size_t i) { return places_in_picture(chunks[i].word); };
  const auto letter = [&](std::size_t i) {  // "(R)"
    const std::string& text = chunks[i].kind == ChunkKind::word ? chunks[i].word : chunks[i].head;
    return text == "l" || text == "r" || text == "c";
  };
  if (is_word(chunks[at], ")")) return at > 0 && (places(at - 1) || letter(at - 1));
  if (is_word(chunks[at], "(")) return at + 1 < chunks.size() && (places(at + 1) || letter(at + 1));
  if (at == 0) return false;
  const bool bracket = is_word(chunks[at - 1], "(");
  return (places(at) && (bracket || is_word(chunks[at - 1], ","))) || (letter(at) && bracket);
}

/// "Seoul, Warsaw sign", "UN says Russia, China sent": whether a clause of a headline begins with two parties, the later
/// one at chunk `last`, and has a comma for "and".
bool opens_headline(const std::vector<Chunk>& chunks, std::size_t last) {
  const bool opens = last == 2 || (last == 4 && is_finite(chunks[1]));
  return opens && !is_word(chunks.back(), ".") && is_word(chunks[last - 1], ",") &&
         chunks[last - 2].kind == ChunkKind::phrase && chunks[last - 2].party &&
         chunks[last].party && last + 1 < chunks.size() && chunks[last + 1].kind == ChunkKind::verb;
}

/// "Six policemen, 12 civilians killed": whether the people counted at chunk `last`, before a verb, end a list with
/// nothing but commas, which only what they do can be said of.
bool ends_toll(const std::vector<Chunk>& chunks, std::size_t last) {
  const auto counted = [&](std::size_t i) {
    const Chunk& chunk = chunks[i];
    return chunk.kind == ChunkKind::phrase && chunk.quantity != nullptr && !chunk.pronoun &&
           !chunk.party && (is_people(chunk.item_class) || is_people(chunk.of_class));
  };
  const bool verb = last + 1 < chunks.size() && chunks[last + 1].kind == ChunkKind::verb;
  std::size_t first = last;
  while (verb && first >= 2 && is_word(chunks[first - 1], ",") && counted(first - 2)) first -= 2;
  return last > 0 && first == 0 && counted(last);
}

}  // namespace

bool leads_relative(const std::vector<Chunk>& chunks, std::size_t i) {
  std::size_t k = i + 1;
  if (k < chunks.size() && chunks[k].kind == ChunkKind::word && chunks[k].word == ",") ++k;
  return k < chunks.size() && chunks[k].kind == ChunkKind::word &&
         (chunks[k].word == "which" || chunks[k].word == "that" || chunks[k].word == "who" ||
          chunks[k].word == "whom");
}

std::vector<std::size_t> list_before(const std::vector<Chunk>& chunks, std::size_t last) {
  std::vector<std::size_t> out{last};
  std::size_t i = last;
  while (i >= 2 && chunks[i - 1].kind == ChunkKind::word && joins_list(chunks[i - 1].word)) {
    std::size_t k = i - 1;
    while (k > 0 && (in_caption(chunks, k) ||
                     (chunks[k].kind == ChunkKind::word && joins_list(chunks[k].word))))
      --k;
    if (chunks[k].kind != ChunkKind::phrase) break;
    const auto names = [](const Chunk& chunk) {  // "the ministers of Russia and Belarus" as well
      return chunk.party.has_value() || (chunk.of_party && chunk.item_class == "speaker") ||
             is_colleague(chunk);
    };
    // "Foreign Minister Fidan of Turkey and his Somali counterpart": the person, and not the state
    if (k > 1 && is_word(chunks[k - 1], "of") && chunks[k - 2].person && is_colleague(chunks[last]))
      k -= 2;
    if (names(chunks[k]) != names(chunks[last])) break;
    // "40 people were killed, most of them women, and 100 others wounded": said of the 40
    if (k > 1 && chunks[k - 1].kind == ChunkKind::phrase && chunks[k - 1].pronoun &&
        is_word(chunks[k - 2], "of"))
      break;
    // a lone comma before a subject ends an aside; a list has an `and` before its last member
    if (i == last && chunks[i - 1].word == "," && !opens_headline(chunks, last) &&
        !ends_toll(chunks, last))
      break;
    const bool with = k > 0 && is_word(chunks[k - 1], "with") && !chunks[k].item_class.empty() &&
                      chunks[k].item_class == chunks[last].item_class &&
                      !is_word(chunks[i - 2], ",");  // "armed with drones and rifles sold by"
    if (k > 0 && chunks[k - 1].kind == ChunkKind::word && is_preposition(chunks[k - 1].word) &&
        !with)
      break;
    out.insert(out.begin(), k);
    i = k;
  }
  return out;
}

std::size_t last_in_caption(const std::vector<Chunk>& chunks, std::size_t first,
                            std::size_t trigger) {
  std::size_t last = first;
  for (std::size_t k = first + 1; k < trigger && chunks[first].person; ++k) {
    if (chunks[k].kind == ChunkKind::word && joins_list(chunks[k].word)) continue;
    if (in_caption(chunks, k)) continue;
    if (!chunks[k].person || !in_caption(chunks, last + 2)) break;
    last = k;
  }
  return last;
}

std::size_t antecedent(const std::vector<Chunk>& chunks, std::size_t subject, std::size_t trigger) {
  // "sanctions against Russia that would ban imports": they ban, and not Russia
  const bool aimed =
      subject >= 2 && chunks[subject].country_head &&
      (is_word(chunks[subject - 1], "against") || is_word(chunks[subject - 1], "on"));
  if (aimed && chunks[subject - 2].kind == ChunkKind::phrase &&
      (chunks[subject - 2].item_class == "measure" || chunks[subject - 2].of_class == "measure"))
    return subject - 2;
  // "Omar Diallo, an accountant who moves money": the one whom the name names
  const Chunk& office = chunks[subject];
  // "…," said Omar Diallo, an analyst who
  const bool inverted = subject > 3 && chunks[subject - 3].kind == ChunkKind::verb &&
                        chunks[subject - 4].kind != ChunkKind::phrase;
  const bool renamed =
      subject >= 2 && is_word(chunks[subject - 1], ",") && !office.party &&
      office.quantity == nullptr && office.item_class != "speaker" && !is_plural(office.head) &&
      !inverted && chunks[subject - 2].party && chunks[subject - 2].party->party.iso2.empty() &&
      (is_word(chunks[subject + 1], "who") ||
       (!chunks[subject - 2].person && !office.definite &&
        (is_word(chunks[subject + 1], "that") || is_word(chunks[subject + 1], "which"))));
  if (renamed) return subject - 2;
  // "MRB Bank, an institution in South Ossetia that has opened": the one that the name in front names
  const bool placed = subject >= 4 && is_word(chunks[subject - 1], "in") &&
                      chunks[subject - 2].kind == ChunkKind::phrase && !chunks[subject - 2].party &&
                      !chunks[subject - 2].definite && !is_plural(chunks[subject - 2].head) &&
                      is_word(chunks[subject - 3], ",");
  if (placed && !inverted && chunks[subject - 4].party &&
      chunks[subject - 4].party->party.iso2.empty() && !is_word(chunks[subject + 1], ","))
    return subject - 4;
  // "countries such as Togo and Mali that host workers": all of them
  for (std::size_t k = subject; k >= 2 && chunks[k].country_head; k -= 2) {
    const Chunk& link = chunks[k - 1];
    if (is_word(link, "such as") || is_word(link, "like")) {
      if (chunks[k - 2].kind == ChunkKind::phrase && is_plural(chunks[k - 2].head)) return k - 2;
      break;
    }
    if (!is_word(link, ",") && !is_word(link, "and") && !is_word(link, "or")) break;
  }
  // "a dhow in the Red Sea that was carrying": the ship, and not where it is
  if (subject >= 2 && governs(chunks[subject - 1]) && !is_word(chunks[subject - 1], "of") &&
      chunks[subject - 2].item_class == "vehicle" && chunks[subject].item_class.empty() &&
      chunks[subject].quantity == nullptr)
    return subject - 2;
  const Chunk& verb = chunks[trigger];
  const bool several = verb.kind == ChunkKind::verb && verb.plural;
  // "troops in Niger who train the army": a place does nothing
  bool who = false;
  for (std::size_t k = subject + 1; k < trigger && !who; ++k) who = is_word(chunks[k], "who");
  if ((!several && !who) || !chunks[subject].country_head || subject < 2) return subject;
  const bool governed =
      chunks[subject - 1].kind == ChunkKind::word && is_preposition(chunks[subject - 1].word);
  const Chunk& before = chunks[subject - 2];
  // "vessels operated by Libya that were used"
  if (governed && subject > 2 && before.voice == Voice::participle &&
      chunks[subject - 3].kind == ChunkKind::phrase && !chunks[subject - 3].party)
    return subject - 3;
  // "Houthi rebels from Yemen, who fire": they, and not the state
  const bool named = before.party && before.country_head;
  return governed && before.kind == ChunkKind::phrase && !named ? subject - 2 : subject;
}

std::size_t preferred(const std::vector<Chunk>& chunks, std::size_t subject) {
  const bool other = subject >= 2 && (is_word(chunks[subject - 1], "rather than") ||
                                      is_word(chunks[subject - 1], "instead of"));
  return other && chunks[subject - 2].kind == ChunkKind::phrase ? subject - 2 : subject;
}

std::size_t subject_before(const std::vector<Chunk>& chunks, std::size_t verb) {
  const std::size_t none = chunks.size();
  std::size_t k = verb;
  while (k > 0 && (chunks[k - 1].kind == ChunkKind::date || mark_of(chunks[k - 1]) == "adv")) --k;
  if (k > 0 && is_word(chunks[k - 1], ",")) {
    // "Rostec, a state firm, moved"
    --k;
    while (k > 0 && !is_word(chunks[k - 1], ",")) {
      if (chunks[k - 1].kind == ChunkKind::verb) return none;
      --k;
    }
    if (k == 0) return none;
    --k;
  }
  if (k == 0 || chunks[k - 1].kind != ChunkKind::phrase) return none;
  --k;
  while (k >= 2 && governs(chunks[k - 1]) && chunks[k - 2].kind == ChunkKind::phrase)
    k -= 2;  // "the lender from Minsk moved"
  return k;
}

namespace {

/// "Also sanctioned by Japan were two banks": what stands behind the auxiliary of a participle that opens the
/// clause; empty for none.
std::vector<std::size_t> inverted_subject(const std::vector<Chunk>& chunks, std::size_t trigger) {
  std::size_t k = trigger + 1;
  while (k + 1 < chunks.size() && chunks[k].kind == ChunkKind::word &&
         is_preposition(chunks[k].word) && chunks[k + 1].kind == ChunkKind::phrase)
    k += 2;
  while (k < chunks.size() && chunks[k].kind == ChunkKind::date) ++k;
  if (k + 1 >= chunks.size() || !is_finite(chunks[k]) || chunks[k].lemma != "be" ||
      chunks[k].negated || chunks[k + 1].kind != ChunkKind::phrase)
    return {};
  std::vector<std::size_t> out{k + 1};
  for (std::size_t next = k + 2; next + 1 < chunks.size(); next = out.back() + 1) {
    if (chunks[next].kind != ChunkKind::word || !joins_list(chunks[next].word)) break;
    if (is_word(chunks[next], ",") && is_word(chunks[next + 1], "and")) ++next;
    if (next + 1 >= chunks.size() || chunks[next + 1].kind != ChunkKind::phrase) break;
    out.push_back(next + 1);
  }
  return out;
}

}  // namespace

std::vector<std::size_t> fronted_subject(const std::vector<Chunk>& chunks, std::size_t trigger) {
  const bool gerund = chunks[trigger].voice == Voice::gerund;
  if (chunks[trigger].voice != Voice::participle && !gerund) return {};
  std::size_t k = trigger;
  if (gerund && k > 0 && (opens_return(chunks[k - 1]) || leads_gerund(chunks[k - 1].word))) --k;
  for (; k > 0 && !is_word(chunks[k - 1], "that"); --k) {
    const Chunk& left = chunks[k - 1];
    if (left.kind != ChunkKind::date && !is_word(left, ",") && mark_of(left) != "adv") return {};
  }
  if (!gerund) {
    if (auto inverted = inverted_subject(chunks, trigger); !inverted.empty()) return inverted;
  }
  return main_subject_behind(chunks, trigger);
}

std::vector<std::size_t> main_subject_behind(const std::vector<Chunk>& chunks, std::size_t from) {
  for (std::size_t k = from + 2; k < chunks.size(); ++k) {
    if (is_word(chunks[k], ";")) break;
    if (!is_finite(chunks[k])) continue;
    const std::size_t subject = subject_before(chunks, k);
    if (subject >= chunks.size() || subject <= from) continue;
    std::vector<std::size_t> list = list_before(chunks, subject);
    if (list.front() <= from + 1 || !is_word(chunks[list.front() - 1], ",")) continue;
    // "In exchange for sending troops, the agency believes Syria received oil": of whom it is believed
    static constexpr std::string_view kHolds[] = {"believe", "say", "estimate", "think", "claim"};
    const bool held =
        k + 2 < chunks.size() && chunks[k + 1].kind == ChunkKind::phrase &&
        is_finite(chunks[k + 2]) &&
        std::find(std::begin(kHolds), std::end(kHolds), chunks[k].lemma) != std::end(kHolds);
    return held ? std::vector<std::size_t>{k + 1} : list;
  }
  return {};
}

namespace {

/// "Sudan, to which Serbia sold rifles": the antecedent takes the side of the preposition.
void read_relative_side(const std::vector<Chunk>& chunks, std::size_t trigger, Sides& sides) {
  static constexpr std::string_view kLinks[] = {"to",      "from", "with", "at",
                                                "against", "into", "in",   "on"};
  for (std::size_t k = trigger; k > 2; --k) {
    if (is_finite(chunks[k - 1])) return;
    if (!is_word(chunks[k - 1], "which") && !is_word(chunks[k - 1], "whom")) continue;
    const std::string& link = chunks[k - 2].word;
    const std::size_t noun = is_word(chunks[k - 3], ",") ? k - 4 : k - 3;
    const bool links = std::find(std::begin(kLinks), std::end(kLinks), link) != std::end(kLinks);
    if (links && noun < k && chunks[noun].kind == ChunkKind::phrase && !sides.has(link))
      sides.chunks[link] = {noun};
    return;
  }
}

/// "It was to Sudan that Serbia sold rifles": the phrase between the copula and the clause.
void read_cleft_side(const std::vector<Chunk>& chunks, std::size_t trigger, Sides& sides) {
  for (std::size_t k = trigger; k > 4; --k) {
    if (is_finite(chunks[k - 1])) return;
    if (!is_word(chunks[k - 1], "that")) continue;
    const Chunk& copula = chunks[k - 4];
    const std::string& link = chunks[k - 3].word;
    const bool cleft = chunks[k - 5].head == "it" && copula.kind == ChunkKind::verb &&
                       copula.lemma == "be" && !copula.negated && is_preposition(link) &&
                       chunks[k - 2].kind == ChunkKind::phrase;
    if (cleft && !sides.has(link)) sides.chunks[link] = {k - 2};
    return;
  }
}

}  // namespace

void read_fronted(const std::vector<Chunk>& chunks, std::size_t trigger, Sides& sides) {
  constexpr std::size_t kLeast = 3;  // a preposition, its phrase and a comma
  const Chunk& verb = chunks[trigger];
  if (trigger < kLeast || !is_finite(verb)) return;
  read_relative_side(chunks, trigger, sides);
  read_cleft_side(chunks, trigger, sides);
  const bool subject = chunks[2].kind == ChunkKind::phrase && trigger == kLeast;
  if (!is_word(chunks[2], ",") && !subject) return;
  for (const char* const link : {"to", "from"}) {
    if (!is_word(chunks[0], link) || sides.has(link) || !chunks[1].party) continue;
    for (std::size_t k = kLeast; k < trigger; ++k) {
      if (is_finite(chunks[k])) return;
    }
    sides.chunks[link] = {1};
  }
}

std::vector<std::size_t> listed_before_what(const std::vector<Chunk>& chunks, std::size_t trigger) {
  // "300 rifles and two radars: What Serbia gave Mali"
  for (std::size_t k = trigger; k > 1 && k + 4 > trigger; --k) {
    if (is_finite(chunks[k - 1])) break;
    const bool what = chunks[k - 1].head == "what" || is_word(chunks[k - 1], "what");
    const bool behind_colon =
        what && k > 2 && is_word(chunks[k - 2], ":") && chunks[k - 3].kind == ChunkKind::phrase;
    if (behind_colon) return list_before(chunks, k - 3);
  }
  return {};
}

std::size_t cleft_object(const std::vector<Chunk>& chunks, std::size_t trigger) {
  const std::size_t none = chunks.size();
  if (!is_finite(chunks[trigger])) return none;
  constexpr std::size_t kFar = 5;  // chunks between `what` and the verb
  bool what = false;
  for (std::size_t k = trigger; k > 0 && k + kFar > trigger; --k) {
    if (is_finite(chunks[k - 1])) return none;
    what = what || chunks[k - 1].head == "what" || is_word(chunks[k - 1], "what");
  }
  if (!what) return none;
  for (std::size_t k = trigger + 1; k + 1 < chunks.size(); ++k) {
    if (is_word(chunks[k], ",")) return none;
    if (!is_finite(chunks[k])) continue;
    return chunks[k].lemma == "be" && chunks[k + 1].kind == ChunkKind::phrase ? k + 1 : none;
  }
  return none;
}

bool is_purpose(const Grammar& grammar, const std::vector<Chunk>& chunks, std::size_t trigger) {
  if (chunks[trigger].voice != Voice::infinitive || trigger == 0) return false;
  // "havens from which to strike Rwanda"
  if (chunks[trigger - 1].kind == ChunkKind::word && chunks[trigger - 1].word.ends_with("which"))
    return true;
  // "trucks that were sent from Oman to arm rebels"
  for (std::size_t k = trigger; k > 0; --k) {
    const Chunk& verb = chunks[k - 1];
    if (verb.kind == ChunkKind::verb)
      return verb.voice == Voice::passive && grammar.is(WordClass::motion, verb.lemma);
    if (is_word(verb, ",") || is_word(verb, ";")) return false;
  }
  return false;
}

std::size_t subject_of_own_clause(const Grammar& grammar, const std::vector<Chunk>& chunks,
                                  std::size_t taken, std::size_t trigger) {
  if (taken == 0 || !is_finite(chunks[taken - 1]) || chunks[taken - 1].voice != Voice::active ||
      !grammar.cue("governor", chunks[taken - 1].lemma).empty())
    return chunks.size();
  std::size_t k = trigger;
  while (k > taken && (mark_of(chunks[k - 1]) == "adv" || chunks[k - 1].kind == ChunkKind::date))
    --k;
  const bool own = k > taken + 2 && chunks[k - 1].kind == ChunkKind::phrase &&
                   (chunks[k - 1].party || chunks[k - 1].item_class == "troops") &&
                   is_word(chunks[k - 2], "and");
  return own ? k - 1 : chunks.size();
}

bool leads_series(const Grammar& grammar, const std::vector<Chunk>& chunks, std::size_t taken,
                  std::size_t trigger) {
  if (taken == 0 || (chunks[taken - 1].kind != ChunkKind::verb && !is_governed(chunks, taken)))
    return false;
  for (std::size_t k = taken + 2; k < trigger; ++k) {
    const Chunk& verb = chunks[k];
    if (is_word(chunks[k - 1], ",") && is_finite(verb) && verb.voice == Voice::active &&
        grammar.cue("governor", verb.lemma).empty())
      return true;
  }
  return false;
}

std::size_t material_before(const std::vector<Chunk>& chunks, std::size_t taken,
                            std::size_t trigger) {
  const std::size_t near = trigger - 1;
  if (near < taken + 2 || chunks[near].kind != ChunkKind::phrase || chunks[near].party)
    return taken;
  const bool from = is_word(chunks[near - 1], "from") || is_word(chunks[near - 1], "using");
  const std::string& klass = chunks[near].item_class;
  const bool material = klass == "parts" || klass == "fuel" ||
                        ((klass == "arms" || klass == "goods") && is_plural(chunks[near].head));
  return from && material ? near : taken;
}

}  // namespace msmt
