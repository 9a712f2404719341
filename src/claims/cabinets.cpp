/// Governments that go by the name of who leads them: "the Trump administration", "the Kim regime".
#include "claims/parties.hpp"
#include "claims/party_words.hpp"

namespace msmt {

namespace {

/// The state of a leader by full or last name; nullopt for anybody else.
std::optional<Party> state_led_by(const Stage& stage, const std::string& name) {
  const auto known = stage.memory.leaders.find(name);
  if (known != stage.memory.leaders.end()) return known->second;
  std::string iso2 = stage.grammar.leader_country(name);
  if (iso2.empty() && name.find(' ') == std::string::npos)
    iso2 = stage.grammar.office_holder_country(name);
  if (iso2.empty()) return std::nullopt;
  return stage.grammar.country(iso2);
}

}  // namespace

std::optional<Named> state_of_cabinet(const Stage& stage, std::size_t index) {
  const Chunk& chunk = stage.chunks[index];
  if (!stage.grammar.is(WordClass::cabinet, chunk.lemma) || is_plural(chunk.head) ||
      !chunk.of.empty())
    return std::nullopt;
  if (chunk.owner) return chunk.owner->party.iso2.empty() ? std::nullopt : chunk.owner;
  std::string_view name = stage.doc.words({chunk.span.begin, chunk.head_span.begin});
  if (name.starts_with("the ") || name.starts_with("The ")) name.remove_prefix(4);
  while (name.ends_with(' ')) name.remove_suffix(1);
  for (const std::string_view mark : {"'s", "\u2019s", "'", "\u2019"}) {
    if (name.ends_with(mark)) name.remove_suffix(mark.size());
  }
  for (std::string_view led = name; !led.empty();) {
    if (const auto state = state_led_by(stage, std::string(led))) return Named{*state, chunk.span};
    const std::size_t space = led.find(' ');  // "the first Trump administration"
    led = space == std::string_view::npos ? std::string_view{} : led.substr(space + 1);
  }
  // "the administration", once one was named
  if (name.empty() && chunk.definite && chunk.lemma == "administration" &&
      stage.memory.administration)
    return Named{*stage.memory.administration, chunk.span};
  return std::nullopt;
}

void note_cabinets(const Stage& stage) {
  for (std::size_t i = 0; i < stage.chunks.size(); ++i) {
    if (stage.chunks[i].lemma != "administration") continue;
    if (const auto state = state_of_cabinet(stage, i)) stage.memory.administration = state->party;
  }
}

}  // namespace msmt
