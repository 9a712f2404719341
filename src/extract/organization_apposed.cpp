/// Names of bodies that no word of their own tells: a noun beside them does.
#include <algorithm>
#include <string>

#include "extract/organization_rules.hpp"

namespace msmt {

namespace {

/// The kind that a noun of words.tsv gives to the name beside it; "" for another noun.
std::string kind_by_noun(const Scene& scene, const std::string& noun) {
  if (!scene.vocabulary.is(noun, kBodyNoun)) return {};
  constexpr std::string_view kPrefix = "body_";
  const Table& words = scene.lexicons.table("words");
  for (const Row& row : words.rows) {
    const std::string_view id = words.cell(row, "id");
    if (!id.starts_with(kPrefix)) continue;
    const auto forms = words.list(row, "forms");
    if (std::find(forms.begin(), forms.end(), noun) == forms.end()) continue;
    std::string kind(id.substr(kPrefix.size()));
    std::replace(kind.begin(), kind.end(), '_', ' ');
    return kind;
  }
  return {};
}

/// "firm" or "think tank", the last words of a range of items; "" where they are no such noun.
std::string kind_at_end(const Scene& scene, ItemRange range) {
  if (range.empty()) return {};
  const std::string last(word_at(scene, range.end - 1));
  if (range.size() > 1) {
    const std::string both = std::string(word_at(scene, range.end - 2)) + " " + last;
    if (std::string kind = kind_by_noun(scene, both); !kind.empty()) return kind;
  }
  return kind_by_noun(scene, last);
}

/// "CEO Kim", "President Roe", "Monday": capitalised words that begin no name of a body.
bool names_other(const Scene& scene, const Token& token) {
  static constexpr std::string_view kTitles[] = {
      "ceo",        "cfo",       "president",   "chairman",     "chief",   "director", "founder",
      "mr",         "mr.",       "mrs.",        "ms.",          "dr.",     "general",  "minister",
      "chairwoman", "spokesman", "spokeswoman", "spokesperson", "senator", "admiral",  "captain"};
  if (std::find(std::begin(kTitles), std::end(kTitles), token.folded) != std::end(kTitles)) {
    return true;
  }
  for (const std::string_view kind : {"weekday", "month", "month_word", "season"}) {
    if (scene.vocabulary.calendar(token.folded, kind)) return true;
  }
  return false;
}

std::vector<Mention> named(const Scene& scene, const Span& span, const std::string& kind,
                           bool one_word) {
  const Organization body{quote(scene.doc, span), kind, ""};
  // "Zservers, a Russian company, …": from here on the name alone is enough
  if (one_word) scene.narrative.acronyms.emplace_back(body.name, body);
  return {{span, {}, body}};
}

/// "the consultancy Blood Ledger", "its supplier Asia Sun"
std::vector<Mention> read_apposed(const Captures& captures) {
  const Scene& scene = captures.scene();
  const std::string kind = kind_at_end(scene, captures.range("noun"));
  if (kind.empty()) return {};
  const ItemRange name = captures.range("name");
  if (names_other(scene, scene.tokens[captures.item(name.begin).first])) return {};
  return named(scene, captures.span(name), kind, name.size() == 1);
}

/// "Shwe Watch, a monitoring group", "Zservers, a Russian company that …"
std::vector<Mention> read_explained(const Captures& captures) {
  const Scene& scene = captures.scene();
  ItemRange name = captures.range("name");
  while (!name.empty()) {
    const Token& first = scene.tokens[captures.item(name.begin).first];
    if (!scene.vocabulary.is(first.folded, kStarter | kDeterminer | kPronoun | kPreposition)) break;
    ++name.begin;
  }
  if (name.empty() || names_other(scene, scene.tokens[captures.item(name.begin).first])) return {};
  // the noun heads its phrase: not "a bank official", "a company town"
  const ItemRange words = captures.range("words");
  for (std::size_t end = words.end; end > words.begin; --end) {
    const std::string kind = kind_at_end(scene, {words.begin, end});
    if (kind.empty()) continue;
    if (end < scene.items.size()) {
      const Token& next = scene.tokens[captures.item(end).first];
      constexpr std::uint32_t kBehind = kPreposition | kRelative | kConjunction | kParticiple;
      const bool head = (next.kind == TokenKind::symbol && next.folded != "-") ||
                        scene.vocabulary.is(next.folded, kBehind) || next.folded == "based" ||
                        next.folded == "known";
      if (!head) return {};
    }
    return named(scene, captures.span(name), kind, name.size() == 1);
  }
  return {};
}

// Names of one to five words.
const std::string kName =
    "(?P<name> (?: {country} )? {cap|upper} (?: (?: <-> | <&> )? {cap|upper} ){0,4} )";

}  // namespace

std::vector<Rule> apposed_rules() {
  // clang-format off
  return {
      {"organization/apposed", "The consultancy Blue Ledger counted the ships.",
       "(?P<noun> (?: {lower} | " + kTelling + " ){1,2} ) " + kName,
       read_apposed},
      {"organization/explained", "Blue Ledger, a London research group, counted the ships.",
       kName + " <,> (?: a | an ) (?P<words> (?: {lower|cap|upper|country|organization} | <-> | " + kTelling + " ){1,5} )",
       read_explained},
  };
  // clang-format on
}

}  // namespace msmt
