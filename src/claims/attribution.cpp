#include "claims/attribution.hpp"

#include <algorithm>

namespace msmt {

std::vector<std::string> quoted_on(const Document& doc, Span sentence, const SpeechMemory& memory) {
  for (const Span& quote : doc.quotes) {
    if (quote.begin < sentence.begin && sentence.begin < quote.end) return memory.quoting;
  }
  return {};
}

void attribute(Claim& claim, const std::vector<Chunk>& chunks, const std::vector<Speaker>& speakers,
               const std::vector<std::string>& inherited, std::size_t trigger) {
  for (const Speaker& speaker : speakers) {
    if (speaker.subject == trigger || speaker.verb == trigger) continue;
    if (speaker.before && speaker.verb > trigger) continue;
    if (overtaken(speaker, speakers, chunks, trigger)) continue;
    for (const std::string& name : speaker.names) {
      if (std::find(claim.attribution.begin(), claim.attribution.end(), name) ==
          claim.attribution.end()) {
        claim.attribution.push_back(name);
      }
    }
    claim.evidence.spans.emplace_back("attribution", speaker.span);
  }
  if (claim.attribution.empty()) claim.attribution = inherited;
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

void note_speech(SpeechMemory& memory, const std::vector<Chunk>& chunks,
                 const std::vector<Speaker>& speakers, const std::vector<std::string>& inherited) {
  for (const Chunk& chunk : chunks) {
    if (chunk.kind != ChunkKind::phrase || !chunk.person || !chunk.party) continue;
    const std::string& name = chunk.party->party.name;
    const std::size_t space = name.find_last_of(' ');
    if (space == std::string::npos) continue;
    memory.persons.try_emplace(name.substr(space + 1), name);
    // family names come first in Korea and China
    memory.persons.try_emplace(name.substr(0, name.find(' ')), name);
  }
  if (!speakers.empty()) {
    memory.last = speakers.front().names;
    memory.quoting = speakers.front().names;
  } else if (inherited.empty()) {
    memory.quoting.clear();
  }
}

}  // namespace msmt
