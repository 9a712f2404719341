#include "claims/floor.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <utility>

#include "claims/parties.hpp"
#include "claims/party_words.hpp"

namespace msmt {

namespace {

constexpr std::size_t kBeginning = 12;       ///< sentences in which a transcript says whose it is
constexpr std::size_t kLongestHeading = 14;  ///< chunks

/// "KARLSEN" as a name is written: "Karlsen", "Jean-Luc"; what has small letters stays.
std::string as_name(std::string text) {
  const bool capitals =
      std::none_of(text.begin(), text.end(), [](unsigned char c) { return std::islower(c) != 0; });
  if (!capitals) return text;
  bool first = true;
  for (char& c : text) {
    const auto letter = static_cast<unsigned char>(c);
    if (!first && std::isupper(letter) != 0) c = static_cast<char>(std::tolower(letter));
    first = std::isalpha(letter) == 0 && letter < 0x80;
  }
  return text;
}

/// The label without what stands behind the name: "MS. DUPONT (via video)", "ANNA DUPONT, PRESENTER".
std::string bare_label(const Document& doc, Span label) {
  std::string text = quote(doc, label);
  for (const std::string_view mark : {" (", ","}) {
    if (const std::size_t at = text.find(mark); at != std::string::npos) text.resize(at);
  }
  return text;
}

/// "The Pentagon" as the publisher of a transcript.
std::optional<Party> state_of_publisher(const Grammar& grammar, const Document& doc) {
  std::string house = fold(doc.publisher.value_or(""));
  if (house.starts_with("the ")) house.erase(0, 4);
  if (house.empty()) return std::nullopt;
  const Table& bodies = grammar.lexicons().table("organizations");
  for (const Row& row : bodies.rows) {
    const std::string country = bodies.cell(row, "country");
    const std::string kind = bodies.cell(row, "kind");
    if (kind != "government body" || country.empty()) continue;
    for (const std::string_view form : bodies.list(row, "forms")) {
      if (fold(form) == house) return grammar.country(country);
    }
  }
  return std::nullopt;
}

/// "the Serbian defence ministry's official": the state by whose adjective the phrase begins.
std::optional<Named> state_of_adjective(const Chunk& who) {
  for (const Mention* name : who.names) {
    const auto* state = std::get_if<Country>(&name->value);
    if (state != nullptr && state->form == "adjective")
      return Named{{state->name, state->iso2}, name->span};
  }
  return std::nullopt;
}

}  // namespace

Floor floor_at(const Grammar& grammar, const Document& doc, Span span, const SpeechMemory& memory) {
  const auto behind = std::find_if(doc.turns.begin(), doc.turns.end(),
                                   [&](const Turn& turn) { return turn.label.begin > span.begin; });
  if (doc.turns.empty()) return {memory.heading_speaker, false, true};
  if (behind == doc.turns.begin()) return {};
  const Turn& turn = *std::prev(behind);
  if (turn.asks) return {"", true, false};
  const std::string name = without_honorific(grammar, as_name(bare_label(doc, turn.label)));
  const std::string last = fold(name.substr(name.find_last_of(' ') + 1));
  if (name.size() < 2) return {};  // "A: …", an answer by nobody who is named
  for (const auto& [known, full] : memory.persons) {
    if (fold(known) == last) return {full, false, turn.titled};
  }
  return {name, false, turn.titled};
}

void note_heading_speaker(const Grammar& grammar, const Document& doc, std::size_t sentence,
                          const std::vector<Chunk>& chunks, SpeechMemory& memory) {
  const bool heading = sentence < 2 && chunks.size() >= 3 && chunks.size() < kLongestHeading &&
                       !is_word(chunks.back(), ".") && doc.turns.empty();
  if (!heading || chunks[0].kind != ChunkKind::phrase || chunks[0].owner ||
      !grammar.is(WordClass::address, chunks[0].lemma))
    return;
  const bool by = is_word(chunks[1], "by") || is_word(chunks[1], "from");
  const bool several = chunks.size() > 3 && is_word(chunks[3], "and");
  if (by && chunks[2].person && chunks[2].party && !several)
    memory.heading_speaker = chunks[2].party->party.name;
}

std::optional<Party> house_of(const Grammar& grammar, const Document& doc,
                              const std::vector<Reading>& readings) {
  if (doc.turns.empty()) return std::nullopt;
  if (auto state = state_of_publisher(grammar, doc)) return state;
  for (const Reading& reading : readings) {
    if (reading.sentence >= kBeginning) break;
    for (const Mention& mention : reading.mentions) {
      const auto* body = std::get_if<Organization>(&mention.value);
      if (body != nullptr && body->kind == "government body" && !body->country.empty())
        return grammar.country(body->country);
    }
  }
  return std::nullopt;
}

namespace {

/// Whether a quotation stands in the sentence.
bool is_quoted(const Stage& stage) {
  const Span sentence = stage.sentence().span;
  return std::any_of(stage.doc.quotes.begin(), stage.doc.quotes.end(),
                     [&](const Span& quote) { return quote.overlaps(sentence); });
}

/// "The United States today announced sanctions …. We have listed": outside quotations the state whose statement it is,
/// which one of the sentences before has do something today.
std::optional<Party> state_of_statement(const Stage& stage) {
  constexpr std::size_t kRecent = 4;  // sentences
  Memory& memory = stage.memory;
  const bool we = std::any_of(stage.chunks.begin(), stage.chunks.end(),
                              [](const Chunk& c) { return c.pronoun && c.head == "we"; });
  if (!we || !stage.doc.turns.empty() || is_quoted(stage)) return std::nullopt;
  if (memory.statement_of) return memory.statement_of;
  if (!memory.subject || memory.subject_sentence >= stage.reading.sentence ||
      memory.subject_sentence + kRecent < stage.reading.sentence)
    return std::nullopt;
  const std::string told =
      " " + fold(stage.doc.words(stage.doc.sentences[memory.subject_sentence].span));
  if (told.find(" today") == std::string::npos) return std::nullopt;
  memory.statement_of = memory.subject;
  return memory.statement_of;
}

}  // namespace

std::optional<Party> speaks_for(const Stage& stage, const Floor& floor,
                                const std::optional<Party>& house,
                                const std::vector<Speaker>& speakers) {
  if (!floor.name.empty()) {
    const auto known = stage.memory.leaders.find(floor.name);
    if (known != stage.memory.leaders.end()) return known->second;
    const std::string iso2 = stage.grammar.leader_country(floor.name);
    return iso2.empty() ? house : std::optional(stage.grammar.country(iso2));
  }
  if (speakers.empty()) return state_of_statement(stage);
  if (speakers.size() != 1 || speakers.front().names.empty()) return std::nullopt;
  const std::optional<Party> before = std::exchange(stage.memory.spoke_for, std::nullopt);
  const bool quotes = is_quoted(stage);
  const Chunk& who = stage.chunks[speakers.front().subject];
  const bool official = who.person || who.item_class == "speaker" || who.party.has_value();
  if (!official || who.pronoun) return std::nullopt;
  if (who.owner && is_owner_pronoun(who.owner->party.name)) {
    stage.memory.spoke_for = before;  // "its spokesman", of the ministry that spoke before
  } else {
    auto state = party_of(stage, speakers.front().subject);
    if (!state || state->party.iso2.empty()) state = owner_of(stage, speakers.front().subject);
    if (state && state->party.iso2.empty()) state = state_of_adjective(who);
    if (state && !state->party.iso2.empty()) stage.memory.spoke_for = state->party;
  }
  return quotes ? stage.memory.spoke_for : std::nullopt;
}

}  // namespace msmt
