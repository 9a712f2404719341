#include "claims/attribution.hpp"

#include <algorithm>

#include "claims/certainty.hpp"
#include "claims/clause_words.hpp"
#include "claims/lists.hpp"
#include "claims/speaker_names.hpp"
#include "claims/subjects.hpp"

namespace msmt {

namespace {

/// "The report fills some gaps. It confirms …": a sentence about a source makes it the one meant.
void note_source(SpeechMemory& memory, const Document& doc, const std::vector<Chunk>& chunks) {
  for (std::size_t i = 0; i < chunks.size() && !is_finite(chunks[i]); ++i) {
    const Chunk& chunk = chunks[i];
    if (chunk.kind != ChunkKind::phrase) continue;
    const bool governed =
        i > 0 && chunks[i - 1].kind == ChunkKind::word && chunks[i - 1].word != ",";
    if (governed || chunk.pronoun) continue;
    const bool source = is_document(chunk) || is_monitor(chunk);
    if (source) memory.last = names_of(doc, chunks, i, memory);
    return;
  }
}

}  // namespace

std::vector<std::string> speaks_on(const Document& doc, std::size_t sentence,
                                   const SpeechMemory& memory) {
  const Span span = doc.sentences[sentence].span;
  for (const Span& quote : doc.quotes) {
    if (quote.begin < span.begin && span.begin < quote.end) return memory.quoting;
    // "Quote: "Since 2023 they have handed over …": nearly all of the sentence is quoted
    const std::size_t begin = std::max(quote.begin, span.begin);
    const std::size_t end = std::min(quote.end, span.end);
    if (begin < end && 5 * (end - begin) > 4 * span.size()) return memory.last;
  }
  if (memory.listing.empty()) return {};
  std::size_t first = sentence;  // an item may have several sentences
  while (first > 0 && doc.sentences[first - 1].paragraph == doc.sentences[sentence].paragraph)
    --first;
  return bulleted(doc, doc.sentences[first].span) ? memory.listing : std::vector<std::string>{};
}

void attribute(Claim& claim, const Grammar& grammar, const std::vector<Chunk>& chunks,
               const std::vector<Speaker>& speakers, const std::vector<std::string>& inherited,
               std::size_t trigger) {
  const bool tallied =
      claim.evidence.rule.starts_with("more.tally");  // "The team counted 100 missiles"
  for (const Speaker& speaker : speakers) {
    if (speaker.subject == trigger) continue;
    if (speaker.verb == trigger && !speaker.figure && !tallied) continue;
    if (speaker.before && speaker.verb > trigger) continue;
    if (speaker.certainty == Certainty::denied && speaker.verb < trigger &&
        denies_before(grammar, chunks, speaker.verb))
      continue;  // "Iran denied the charge but sent drones"
    if (overtaken(speaker, speakers, chunks, trigger)) continue;
    for (const std::string& name : speaker.names) {
      if (std::find(claim.attribution.begin(), claim.attribution.end(), name) ==
          claim.attribution.end()) {
        claim.attribution.push_back(name);
      }
    }
    if (!speaker.names.empty()) claim.evidence.spans.emplace_back("attribution", speaker.span);
  }
  if (claim.attribution.empty()) claim.attribution = inherited;
}

void credit_floor(Claim& claim, const std::string& floor) {
  const bool known = std::find(claim.attribution.begin(), claim.attribution.end(), floor) !=
                     claim.attribution.end();
  if (!floor.empty() && !known) claim.attribution.push_back(floor);
}

void attribute_denial(Claim& claim, const Document& doc, const std::vector<Chunk>& chunks,
                      std::size_t trigger, const Sides& sides) {
  const std::vector<std::string>& chain = chunks[trigger].chain;
  if (std::find(chain.begin(), chain.end(), "deny") == chain.end() || sides.of("subj").empty())
    return;
  const Chunk& denier = chunks[sides.of("subj").back()];
  if (!denier.party) return;
  const bool state = !denier.party->party.iso2.empty();
  claim.attribution.push_back(state ? quote(doc, denier.party->span) : denier.party->party.name);
  claim.evidence.spans.emplace_back("attribution", denier.party->span);
}

void attribute_accusation(Claim& claim, const Grammar& grammar, const Document& doc,
                          const std::vector<Chunk>& chunks, std::size_t trigger,
                          const SpeechMemory& memory) {
  const auto verb = accusation_of(grammar, chunks, trigger);
  if (!verb || chunks[*verb].voice != Voice::participle || !is_word(chunks[*verb + 1], "by"))
    return;
  for (std::string& name : names_of(doc, chunks, *verb + 2, memory))
    claim.attribution.push_back(std::move(name));
  if (!claim.attribution.empty())
    claim.evidence.spans.emplace_back("attribution", chunks[*verb + 2].span);
}

void note_speech(SpeechMemory& memory, const Document& doc, std::size_t sentence,
                 const std::vector<Chunk>& chunks, const std::vector<Speaker>& speakers,
                 const std::vector<std::string>& inherited) {
  for (const Chunk& chunk : chunks) {
    if (chunk.kind != ChunkKind::phrase || !chunk.person || !chunk.party) continue;
    const std::string& name = chunk.party->party.name;
    const std::size_t space = name.find_last_of(' ');
    if (space == std::string::npos) continue;
    memory.persons.try_emplace(name.substr(space + 1), name);
    // family names come first in Korea and China
    memory.persons.try_emplace(name.substr(0, name.find(' ')), name);
  }
  for (const Chunk& chunk : chunks) {
    for (const Mention* name : chunk.names) {
      const auto* body = std::get_if<Organization>(&name->value);
      if (body == nullptr) continue;
      std::erase_if(memory.bodies, [&](const auto& known) { return known.first == body->name; });
      memory.bodies.insert(memory.bodies.begin(), {body->name, body->kind});
    }
  }
  if (speakers.empty() && !inherited.empty()) memory.quoting = inherited;
  const auto named = std::find_if(speakers.begin(), speakers.end(),
                                  [](const Speaker& speaker) { return !speaker.names.empty(); });
  if (named != speakers.end()) {
    memory.last = named->names;
    const bool quoted = std::any_of(doc.quotes.begin(), doc.quotes.end(),
                                    [&](const Span& quote) { return quote.contains(named->span); });
    if (inherited.empty() || !quoted) memory.quoting = named->names;  // "…," the ministry said
    const Chunk& who = chunks[named->subject];
    if (who.person || who.item_class == "speaker") memory.last_person = named->names;
  } else if (inherited.empty()) {
    memory.quoting.clear();
    note_source(memory, doc, chunks);
  }
  if (doc.words(doc.sentences[sentence].span).ends_with(":")) {
    memory.listing = named == speakers.end() ? std::vector<std::string>{} : memory.last;
  } else if (inherited.empty() && !bulleted(doc, doc.sentences[sentence].span)) {
    memory.listing.clear();
  }
}

}  // namespace msmt
