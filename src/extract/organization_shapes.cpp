/// Names of bodies by their shape: capitalised words of which the last one, or the first before "of", tells what they name.
#include <algorithm>
#include <array>
#include <string>

#include "extract/organization_rules.hpp"

namespace msmt {

namespace {

struct BodyShape {
  std::string_view last;
  std::string_view kind;
};
// The last word of a name tells what kind of body it is.
constexpr BodyShape kBodyShapes[] = {
    {"ministry", "government body"},
    {"department", "government body"},
    {"commission", "government body"},
    {"agency", "government body"},
    {"bureau", "government body"},
    {"directorate", "government body"},
    {"office", "government body"},
    {"authority", "government body"},
    {"council", "government body"},
    {"parliament", "government body"},
    {"committee", "expert panel"},
    {"panel", "expert panel"},
    {"institute", "think tank"},
    {"foundation", "think tank"},
    {"university", "university"},
    {"bank", "bank"},
    {"company", "company"},
    {"enterprise", "company"},
    {"corporation", "company"},
    {"corp.", "company"},
    {"corp", "company"},
    {"inc.", "company"},
    {"inc", "company"},
    {"ltd", "company"},
    {"ltd.", "company"},
    {"llc", "company"},
    {"jsc", "company"},
    {"pjsc", "company"},
    {"ooo", "company"},
    {"llp", "company"},
    {"fze", "company"},
    {"gmbh", "company"},
    {"plc", "company"},
    {"shipping", "company"},
    {"airlines", "company"},
    {"airways", "company"},
    {"industries", "company"},
    {"trading", "company"},
    {"systems", "company"},
    {"holdings", "company"},
    {"group", "company"},
    {"association", "international organization"},
    {"union", "international organization"},
    {"organization", "international organization"},
    {"organisation", "international organization"},
    {"team", "monitoring body"},
    {"observatory", "monitoring body"},
    {"watch", "think tank"},
    {"mission", "monitoring body"},
    {"daily", "newspaper"},
    {"times", "newspaper"},
    {"post", "newspaper"},
    {"news", "news agency"},
    {"front", "armed group"},
    {"movement", "armed group"},
    {"court", "court"},
    {"tribunal", "court"},
    {"press", "news agency"},
    {"wire", "news agency"},
    {"refinery", "company"},
    {"mining", "company"},
    {"assembly", "government body"},
    {"senate", "government body"},
    {"league", "international organization"},
    {"federation", "international organization"},
    {"government", "government body"},
    {"service", "government body"},
    {"police", "government body"},
    {"co", "company"},
    {"co.", "company"},
    {"limited", "company"},
    {"jsc", "company"},
    {"llp", "company"},
    {"fze", "company"},
    {"fzco", "company"},
    {"fzc", "company"},
    {"dmcc", "company"},
    {"sirketi", "company"},
    {"sdn", "company"},
    {"bhd", "company"},
    {"ag", "company"},
    {"sa", "company"},
    {"enterprises", "company"},
    {"technologies", "company"},
    {"electronics", "company"},
    {"logistics", "company"},
    {"aerospace", "company"},
    {"aviation", "company"},
    {"airline", "company"},
    {"petroleum", "company"},
    {"petrochemical", "company"},
    {"shipyard", "company"},
    {"shipbuilding", "company"},
    {"conglomerate", "company"},
    {"exchange", "company"},
    {"network", "think tank"},
    {"forum", "think tank"},
    {"center", "think tank"},
    {"centre", "think tank"},
    {"laboratory", "think tank"},
    {"lab", "think tank"},
    {"academy", "university"},
    {"college", "university"},
    {"herald", "newspaper"},
    {"tribune", "newspaper"},
    {"gazette", "newspaper"},
    {"chronicle", "newspaper"},
    {"tv", "broadcaster"},
    {"television", "broadcaster"},
    {"radio", "broadcaster"},
    {"party", "party"},
    {"cartel", "crime group"},
    {"coalition", "international organization"},
    {"fund", "international organization"},
};

}  // namespace

std::string kind_by_shape(std::string_view last) {
  for (const BodyShape& shape : kBodyShapes) {
    if (shape.last == last) return std::string(shape.kind);
  }
  return {};
}

namespace {

/// "German Federal Police": the code of the state that a name begins with; "" for none.
std::string state_before(const Term& item) {
  const Country* state =
      item.mention == nullptr ? nullptr : std::get_if<Country>(&item.mention->value);
  return state == nullptr ? std::string() : state->iso2;
}

/// "100 Tactical Unmanned Aerial Systems": a count before capitalised words in the plural makes them
/// things; a year does not ("In 2024 Atlas Systems").
bool counted_things(const Captures& captures, const ItemRange& range) {
  const Scene& scene = captures.scene();
  std::size_t first = captures.item(range.begin).first;
  while (first > 0 && scene.tokens[first - 1].capital) --first;
  if (first == 0 || word_at(scene, range.end - 1) != "systems") return false;
  const Token& count = scene.tokens[first - 1];
  const bool year = count.folded.size() == 4 && count.folded.find(',') == std::string::npos;
  return count.kind == TokenKind::number && !year;
}

/// "LLC", "Ltd": says only that the name is a firm's, and not what it does.
bool is_legal_form(std::string_view word) {
  static constexpr std::array<std::string_view, 13> kForms = {
      "llc",  "jsc", "pjsc", "fze", "ltd", "ltd.",   "inc",
      "inc.", "plc", "gmbh", "ooo", "llp", "limited"};
  return std::find(kForms.begin(), kForms.end(), word) != kForms.end();
}

/// "both Alfa Trade and Beta Group": two names, whatever they end in.
bool behind_both(const Scene& scene, ItemRange range) {
  return range.begin > 0 && word_at(scene, range.begin - 1) == "both";
}

/// "Alfa Trade LLC and Beta Invest JSC", "Song Kum Hyok and Asatryan LLC": where the last name begins; "Research and
/// Development Company" is one.
std::size_t past_other_name(const Scene& scene, ItemRange range) {
  for (std::size_t k = range.end - 1; k > range.begin + 1; --k) {
    if (word_at(scene, k - 1) != "and") continue;
    const bool two = behind_both(scene, range) || is_legal_form(word_at(scene, k - 2)) ||
                     (is_legal_form(word_at(scene, range.end - 1)) && k > range.begin + 2 &&
                      scene.vocabulary.kinds(word_at(scene, k)) == 0);
    if (two) return k;
  }
  return range.begin;
}

/// "Sudan Conflict Observatory", "Vostok Trading Company": capitalised words with a telling last one.
std::vector<Mention> read_shape_of_body(const Captures& captures) {
  const Scene& scene = captures.scene();
  ItemRange range = captures.range("name");
  // a sentence's first word says nothing by its capital
  while (!range.empty()) {
    const Token& first = scene.tokens[captures.item(range.begin).first];
    if (!scene.vocabulary.is(first.folded, kStarter | kDeterminer | kPronoun | kPreposition)) break;
    ++range.begin;
  }
  if (range.size() < 2 || counted_things(captures, range)) return {};
  const Token& title = scene.tokens[captures.item(range.begin).first];
  for (const std::string_view person : {"mr", "mr.", "mrs.", "ms.", "dr.", "sir"}) {
    if (title.folded == person) return {};
  }
  // "Cielo Maritime Company and Al Aman": up to the last word that tells
  std::string kind;
  for (; range.size() >= 2; --range.end) {
    const Token& last = scene.tokens[captures.item(range.end - 1).first];
    if (last.capital) kind = kind_by_shape(last.folded);
    if (!kind.empty()) break;
  }
  if (kind.empty()) return {};
  std::vector<Mention> out;
  if (const std::size_t last = past_other_name(scene, range);
      kind == "company" && last > range.begin && last + 1 < range.end) {
    const ItemRange first{range.begin, last - 1};
    if (behind_both(scene, range) || is_legal_form(word_at(scene, first.end - 1)))
      out.push_back({captures.span(first),
                     {},
                     Organization{quote(scene.doc, captures.span(first)), kind, ""}});
    range.begin = last;
  }
  // "the Australian Government" is Australia, "the Federal Government" a body
  const bool states = captures.item(range.begin).mark == "country" && range.size() == 2;
  if (states && word_at(scene, range.end - 1) == "government") return {};
  // headlines capitalise what is no name: "Iran Expands Drone Network"
  if (scene.sentence.zone == Zone::headline && range.size() > 2) return {};
  const Span span = captures.span(range);
  const std::string state =
      kind == "government body" ? state_before(captures.item(range.begin)) : "";
  out.push_back({span, {}, Organization{quote(scene.doc, span), kind, state}});
  return out;
}

/// "Ministry of X", "Institute for the Study of War"
std::vector<Mention> read_of_shape(const Captures& captures) {
  const Scene& scene = captures.scene();
  const std::string head = captures.folded("head");
  const Token& first = scene.tokens[captures.item(captures.range("head").begin).first];
  if (!first.capital) return {};
  const std::string kind = kind_by_shape(head);
  // firms, papers and parties end in the word that tells
  static constexpr std::array<std::string_view, 5> kLast = {"company", "newspaper", "broadcaster",
                                                            "party", "crime group"};
  if (kind.empty() || std::find(kLast.begin(), kLast.end(), kind) != kLast.end()) return {};
  if (head == "office" && captures.has("the")) return {};  // "Office of the Spokesperson"
  if (head == "government") return {};  // "the Government of the Republic of Korea" is the state
  const Span span = captures.span("name");
  std::string name = quote(scene.doc, span);
  return {{span, {}, Organization{name, kind, ""}}};
}

}  // namespace

std::vector<Rule> shape_rules() {
  // clang-format off
  return {
      {"organization/shape", "The Aden Port Authority let the Vostok Trading Company unload.",
       "(?P<name> (?: (?: {cap|upper|country} | " + kTelling + " ) (?: <-> | <&> | and )? ){1,5} (?: {cap|upper} | " + kTelling + " ) (?: <,> (?: ltd | <ltd.> | inc | <inc.> | llc | limited | co | <co.> | plc ) )? )", read_shape_of_body},
      {"organization/of", "The Institute for Naval Analysis warned the Ministry of Transport.",
       "(?P<name> (?P<head> (?: {cap} | " + kTelling + " ) ) (?: of | for ) (?P<the> the )? {cap|upper|country} (?: (?: and | of | (?: <,> {cap} ){1,4} <,>? and )? {cap|upper} ){0,4} )", read_of_shape},
  };
  // clang-format on
}

}  // namespace msmt
