/// Organizations: names of the lexicon, and short names and acronyms that the text introduces.
#include <algorithm>
#include <array>
#include <string>

#include "extract/called.hpp"
#include "extract/organization_rules.hpp"
#include "extract/rule.hpp"

namespace msmt {

namespace {

Organization from_row(const Scene& scene, const Form& form) {
  const Table& table = scene.lexicons.table("organizations");
  const Row& row = table.rows[form.row];
  return {table.cell(row, "name"), table.cell(row, "kind"), table.cell(row, "country")};
}

/// "Operation Prosperity Guardian", "FAME SAC": one word of a longer name.
bool inside_name(const Scene& scene, const Term& item) {
  const auto names = [&](const Token& token) {
    return token.kind == TokenKind::word && token.capital && !token.folded.starts_with('\'') &&
           !scene.vocabulary.is(token.folded, kStarter | kDeterminer | kPreposition | kConjunction);
  };
  if (item.first > 1 && names(scene.tokens[item.first - 1])) return true;
  const std::size_t next = item.first + item.count;
  return next < scene.tokens.size() && names(scene.tokens[next]);
}

/// "the Minister for Foreign Affairs": what somebody is minister of is no paper of that name.
bool is_portfolio(const Scene& scene, const Term& item) {
  static constexpr std::array<std::string_view, 9> kHolders = {
      "minister",  "ministers",  "secretary",      "deputy",      "spokesperson",
      "committee", "department", "representative", "commissioner"};
  if (item.first < 2) return false;
  const std::string_view link = scene.tokens[item.first - 1].folded;
  const std::string_view holder = scene.tokens[item.first - 2].folded;
  return (link == "for" || link == "of") &&
         std::find(kHolders.begin(), kHolders.end(), holder) != kHolders.end();
}

/// "Treasury sanctioned them", "Congress has 30 days": a sentence's first word says nothing by its
/// capital, but what a state's body does behind it.
bool begins_and_acts(const Scene& scene, const Term& item) {
  if (item.first != 0 || item.count != 1 || scene.tokens.size() < 2) return false;
  if (from_row(scene, item.form).kind != "government body") return false;
  const Token& next = scene.tokens[1];
  return next.kind == TokenKind::word &&
         scene.vocabulary.is(next.folded, kAuxiliary | kThird | kPast) &&
         !next.folded.starts_with('\'');
}

/// "Myanma Foreign Trade Bank": the capitalised word before a listed bank, which makes it another one; nullptr for none.
const Token* named_by(const Scene& scene, const Term& item, std::string_view kind) {
  if (kind != "bank" || item.count < 2 || item.first < 2 || scene.sentence.zone == Zone::headline)
    return nullptr;
  const Token& before = scene.tokens[item.first - 1];
  const bool word = before.kind == TokenKind::word && before.capital && before.folded.size() > 3 &&
                    before.span.end + 1 == item.span.begin &&
                    !scene.vocabulary.is(before.folded, kStarter | kDeterminer | kPreposition);
  const bool marked = std::any_of(scene.items.begin(), scene.items.end(), [&](const Term& other) {
    return other.mention != nullptr && other.span.end == before.span.end;
  });
  return word && !marked ? &before : nullptr;
}

std::vector<Mention> read_listed_body(const Captures& captures) {
  const Scene& scene = captures.scene();
  const Term& item = captures.item(captures.range("name").begin);
  const Token& token = scene.tokens[item.first];
  if (item.form.ambiguous && !token.capital) return {};
  const bool acts = begins_and_acts(scene, item);
  if (item.form.ambiguous && item.count == 1 && item.first == 0 && !acts) return {};
  if (item.form.ambiguous && is_portfolio(scene, item)) return {};
  // lower-case forms are generic: "foreign ministry", "expert panel"; a name of one word is not
  const std::string_view written = scene.doc.words(item.span);
  const bool small = std::none_of(written.begin(), written.end(),
                                  [](char c) { return c >= 'A' && c <= 'Z'; });  // not "iStories"
  if (small && item.count == 1 && token.kind == TokenKind::word) return {};
  if (item.form.ambiguous && item.count == 1 && !acts && inside_name(scene, item)) return {};
  Organization body = from_row(scene, item.form);
  if (const Token* name = named_by(scene, item, body.kind)) {
    const Span whole{name->span.begin, item.span.end};
    return {{whole, {}, Organization{quote(scene.doc, whole), body.kind, ""}}};
  }
  body.name = called(scene.narrative, quote(scene.doc, item.span), body.name);
  scene.narrative.bodies.emplace_back(scene.tokens[item.first + item.count - 1].folded, body);
  Span span = item.span;
  if (captures.has("tail")) {
    // "Vostok Trading Company": the words that say what it is belong to the name
    const Token& tail = scene.tokens[captures.item(captures.range("tail").begin).first];
    if (body.kind == "company" && tail.capital) span = captures.span(captures.whole());
  }
  return {{span, {}, body}};
}

/// "the Council" after "the UN Security Council"
std::vector<Mention> read_short(const Captures& captures) {
  const Scene& scene = captures.scene();
  const Token& word = scene.tokens[captures.item(captures.range("name").begin).first];
  if (!word.capital || scene.sentence.zone == Zone::headline) return {};
  static constexpr std::array<std::string_view, 9> kShort = {"council", "committee", "commission",
                                                             "panel",   "team",      "ministry",
                                                             "agency",  "assembly",  "union"};
  if (std::find(kShort.begin(), kShort.end(), word.folded) == kShort.end()) return {};
  const auto& bodies = scene.narrative.bodies;
  const auto found = std::find_if(bodies.rbegin(), bodies.rend(),
                                  [&](const auto& body) { return body.first == word.folded; });
  if (found == bodies.rend()) return {};
  return {{captures.span("name"), {}, found->second}};
}

/// "Conflict Finance Observatory (CFO)": from here on the acronym stands for the body.
std::vector<Mention> read_introduced(const Captures& captures) {
  const Scene& scene = captures.scene();
  const std::string_view group = captures.has("acronym") ? "acronym" : "acronym_or";
  const std::string acronym(captures.text(group));
  if (acronym.size() < 2) return {};
  // the words before whose initials make the acronym
  const ItemRange words = captures.range("words");
  std::string initials;
  std::size_t begin = words.end;
  const auto matches = [&](const std::string& letters) {
    return letters.size() >= 2 &&
           std::equal(
               letters.begin(), letters.end(), acronym.begin(), acronym.end(),
               [](char a, char b) { return fold(std::string(1, a)) == fold(std::string(1, b)); });
  };
  while (begin > words.begin) {
    --begin;
    const Term& item = captures.item(begin);
    std::string here;
    for (std::size_t t = item.first; t < item.first + item.count; ++t) {
      const Token& token = scene.tokens[t];
      if (token.kind == TokenKind::word && token.capital) here += scene.doc.bytes[token.span.begin];
    }
    initials = here + initials;
    if (matches(initials)) break;
    if (begin == words.begin) return {};
  }
  if (!matches(initials)) return {};
  const ItemRange range{begin, words.end};
  const Span span = captures.span(range);
  const Token& last = scene.tokens[captures.item(range.end - 1).first];
  std::string kind = kind_by_shape(last.folded);
  if (kind.empty()) kind = kind_by_shape(scene.tokens[captures.item(range.begin).first].folded);
  if (kind.empty()) return {};
  const Organization body{acronym, kind, ""};
  scene.narrative.acronyms.emplace_back(acronym, body);
  return {{span, {}, body}, {captures.span(group), {}, body}};
}

std::vector<Mention> read_acronym_of_body(const Captures& captures) {
  const Scene& scene = captures.scene();
  const std::string_view text = captures.text("name");
  for (const auto& [acronym, body] : scene.narrative.acronyms) {
    if (acronym == text) return {{captures.span("name"), {}, body}};
  }
  return {};
}

/// "Institute for Security Studies (ISS)": the short name of a listed body, which the list lacks.
std::vector<Mention> read_listed_body_introduced(const Captures& captures) {
  const Scene& scene = captures.scene();
  const Term& item = captures.item(captures.range("name").begin);
  const std::string acronym(captures.text("acronym"));
  bool begins = false;  // a word of the name begins with its first letter
  for (std::size_t t = item.first; t < item.first + item.count; ++t) {
    const Token& token = scene.tokens[t];
    begins = begins || (token.capital && scene.doc.bytes[token.span.begin] == acronym.front());
  }
  if (acronym.size() < 2 || item.count < 2 || !begins) return {};
  const Organization body = from_row(scene, item.form);
  scene.narrative.acronyms.emplace_back(acronym, body);
  return {{captures.span("acronym"), {}, body}};
}

}  // namespace

void drop_parts_of_names(std::vector<Mention>& mentions) {
  static constexpr std::array<std::string_view, 10> kOwnName = {
      "company",    "news agency", "newspaper", "broadcaster", "think tank",
      "university", "bank",        "party",     "armed group", "crime group"};
  const auto inside = [&](const Mention& part) {
    // "National Advanced Surface-to-Air Missile Systems": what has the shape of a firm is in a name
    if (std::holds_alternative<Organization>(part.value) && part.rule != "organization/listed") {
      return std::any_of(mentions.begin(), mentions.end(), [&](const Mention& whole) {
        const auto* named = std::get_if<Weapon>(&whole.value);
        return named != nullptr && !named->name.empty() && whole.span.contains(part.span) &&
               whole.span.size() > part.span.size();
      });
    }
    const auto* weapon = std::get_if<Weapon>(&part.value);
    const bool country = std::holds_alternative<Country>(part.value);
    if (!country && (weapon == nullptr || !weapon->name.empty())) return false;
    return std::any_of(mentions.begin(), mentions.end(), [&](const Mention& whole) {
      if (!whole.span.contains(part.span) || whole.span.size() == part.span.size()) return false;
      const auto* body = std::get_if<Organization>(&whole.value);
      if (!country) return body != nullptr || std::holds_alternative<MilitaryUnit>(whole.value);
      return body != nullptr &&
             std::find(kOwnName.begin(), kOwnName.end(), body->kind) != kOwnName.end();
    });
  };
  std::vector<Mention> kept;
  for (Mention& mention : mentions) {
    if (!inside(mention)) kept.push_back(mention);
  }
  mentions = std::move(kept);
}

const Extractor& organization_extractor() {
  // clang-format off
  static const Extractor extractor = [] {
    Extractor table{
      "organization",
      {{"small", "words", "forms", "id", "article"}},
      {{"organization", "organizations", nullptr},
       {"military", "military_units", nullptr},
       {"country", nullptr, "country"}},
      {
      {"organization/listed", "Yonhap said that the UN Security Council had met.",
       "(?P<name> {organization} ) (?P<tail> company | group | corporation | ltd | inc | <inc.> | limited | holdings | {cap}{0,2} (?: co | <co.> | company ) <,>? (?: ltd | <ltd.> | limited ) )?", read_listed_body},
      {"organization/short", "The UN Security Council met, and the Council voted.",
       "the (?P<name> council | committee | commission | panel | team | ministry | agency | assembly | union ) {^cap|upper|organization}", read_short},
      {"organization/introduced", "The Sanctions Evasion Observatory (SEO) counted the ships.",
       "(?P<words> (?: {cap|upper|country} | " + kTelling + " ) (?: (?: {cap|upper|country|lower} | " + kTelling + " ) | of | for | on | and | the | <-> | <&> ){0,9} ) (?: <(> (?: the | or )? (?P<acronym> {upper} ) <)> | <,>? or the? (?P<acronym_or> {upper} ) )", read_introduced},
      {"organization/listed_introduced", "The Institute for Security Studies (ISS) counted them.",
       "(?P<name> {organization} ) <(> (?: the | or )? (?P<acronym> {upper} ) <)>", read_listed_body_introduced},
      {"organization/reversed", "The SEO (Sanctions Evasion Observatory) counted the ships.",
       "(?P<acronym> {upper} ) <(> (?P<words> {cap|upper|country} (?: {cap|upper|country|lower} | " + kTelling + " | of | for | on | and | the | <-> | <&> ){1,9} ) <)>", read_introduced},
      {"organization/acronym", "The Sanctions Evasion Observatory (SEO) spoke; SEO counted the ships.",
       "(?P<name> {cap|upper} )", read_acronym_of_body},
      }};
    for (Rule& rule : shape_rules()) table.rules.push_back(std::move(rule));
    for (Rule& rule : apposed_rules()) table.rules.push_back(std::move(rule));
    return table;
  }();
  // clang-format on
  return extractor;
}

}  // namespace msmt
