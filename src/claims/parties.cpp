/// Who a phrase stands for: names, pronouns, "the two countries", "its".
#include <algorithm>
#include <array>

#include "claims/roles.hpp"

namespace msmt {

namespace {

bool is_state_noun(std::string_view lemma) {
  static constexpr std::array<std::string_view, 12> kNouns = {
      "country",    "regime",    "government", "state",    "nation", "kingdom",
      "leadership", "authority", "capital",    "republic", "ally",   "partner"};
  return std::find(kNouns.begin(), kNouns.end(), lemma) != kNouns.end();
}

bool is_body_noun(std::string_view lemma) {
  static constexpr std::array<std::string_view, 19> kNouns = {
      "panel",     "group",     "team",         "mechanism",    "body",
      "committee", "coalition", "organization", "organisation", "regime",
      "agency",    "company",   "council",      "commission",   "rebel",
      "militia",   "movement",  "mercenary",    "insurgent"};
  return std::find(kNouns.begin(), kNouns.end(), lemma) != kNouns.end();
}

bool is_pronoun(std::string_view word) {
  return word == "its" || word == "their" || word == "his" || word == "her" || word == "our" ||
         word == "your";
}

/// "after Russia used its veto": a subject follows.
bool joins_clause(std::string_view word) {
  return word == "after" || word == "before" || word == "because" || word == "since" ||
         word == "while" || word == "when" || word == "as" || word == "although" ||
         word == "though" || word == "whether" || word == "if";
}

/// The comma that closes an aside which chunk i, a comma, opens: ", for its part,", ", in turn,",
/// ", meanwhile,". An aside begins with a small word and has no verb; 0 for none.
std::size_t past_aside(const std::vector<Chunk>& chunks, std::size_t i) {
  constexpr std::size_t kLongest = 4;  // chunks
  const auto opens = [](const Chunk& chunk) {
    return chunk.kind == ChunkKind::word && chunk.word != "and" && chunk.word != "or" &&
           chunk.word != "but" && chunk.word != "," && chunk.word != "who" && chunk.word != "which";
  };
  if (i + 2 >= chunks.size() || !opens(chunks[i + 1])) return 0;
  for (std::size_t k = i + 2; k < chunks.size() && k <= i + kLongest; ++k) {
    if (chunks[k].kind == ChunkKind::verb) return 0;
    if (chunks[k].kind == ChunkKind::word && chunks[k].word == ",") return k;
  }
  return 0;
}

/// Whether a finite verb follows a phrase: it is a subject.
bool has_verb(const Stage& stage, std::size_t index) {
  for (std::size_t k = index + 1; k < stage.chunks.size(); ++k) {
    const Chunk& chunk = stage.chunks[k];
    if (chunk.kind == ChunkKind::verb)
      return chunk.voice == Voice::active || chunk.voice == Voice::passive;
    if (chunk.kind == ChunkKind::phrase) return false;
    if (chunk.kind == ChunkKind::word && chunk.word == ",") {
      k = past_aside(stage.chunks, k);
      if (k == 0) return false;
      continue;
    }
    if (chunk.kind == ChunkKind::word && (chunk.word == "and" || chunk.word == "of")) return false;
  }
  return false;
}

/// A company or an armed group: "Baykar says that it has signed …". Monitors and papers only report.
bool acts_for_itself(const Chunk& chunk) {
  for (const Mention* name : chunk.names) {
    const auto* body = std::get_if<Organization>(&name->value);
    if (body == nullptr || body->name != chunk.party->party.name) continue;
    return body->kind == "company" || body->kind == "armed group" || body->kind == "crime group" ||
           body->kind == "bank";
  }
  return false;
}

/// The other side of the last claim that this party gives or takes in.
std::optional<Party> partner_of(const Stage& stage, const Party& party) {
  for (const auto& [giver, taker] : stage.memory.pairs) {
    if (giver == party && !taker.iso2.empty()) return taker;
    if (taker == party && !giver.iso2.empty()) return giver;
  }
  return std::nullopt;
}

/// A country that the phrase's owner or a person's title names: "Russian President Vladimir Putin".
std::optional<Named> state_of_person(const Chunk& chunk) {
  if (chunk.owner && !chunk.owner->party.iso2.empty()) return chunk.owner;
  return std::nullopt;
}

/// "Vladimir Putin", or "Putin" once that was said: the state that persons.tsv gives.
std::optional<Named> state_of_leader(const Stage& stage, const Chunk& chunk) {
  const auto found = stage.memory.leaders.find(chunk.party->party.name);
  if (found != stage.memory.leaders.end()) return Named{found->second, chunk.span};
  const std::string iso2 = stage.grammar.leader_country(chunk.party->party.name);
  if (iso2.empty()) return std::nullopt;
  return Named{stage.grammar.country(iso2), chunk.span};
}

/// "Kharkiv", "the Kursk region", "port of Rajin", "northern Kivu": the state that a place lies in.
std::optional<Named> state_of_place(const Stage& stage, const Chunk& chunk) {
  if (chunk.pronoun || chunk.quantity != nullptr || !chunk.item_class.empty()) return std::nullopt;
  const auto state = [&](std::string_view name) -> std::optional<Named> {
    const std::string_view iso2 = stage.grammar.place_country(name);
    if (iso2.empty()) return std::nullopt;
    return Named{stage.grammar.country(std::string(iso2)), chunk.span};
  };
  std::string_view text = stage.doc.text(chunk.of.empty() ? chunk.span : chunk.of);
  static constexpr std::array<std::string_view, 9> kBefore = {
      "the ",     "The ",     "nearby ",  "northern ",   "southern ",
      "eastern ", "western ", "central ", "neighboring "};
  for (const std::string_view word : kBefore) {
    if (text.starts_with(word)) text.remove_prefix(word.size());
  }
  if (auto named = state(text)) return named;
  const std::size_t space = text.rfind(' ');
  if (space == std::string_view::npos || !chunk.of.empty()) return std::nullopt;
  static constexpr std::array<std::string_view, 16> kAfter = {
      "region",      "oblast",    "province", "state",    "city",    "port",
      "governorate", "peninsula", "area",     "district", "airport", "front",
      "territory",   "airfield",  "base",     "shipyard"};
  const std::string last = fold(text.substr(space + 1));
  if (std::find(kAfter.begin(), kAfter.end(), last) == kAfter.end()) return std::nullopt;
  return state(text.substr(0, space));
}

}  // namespace

std::optional<Named> party_of(const Stage& stage, std::size_t index) {
  const Chunk& chunk = stage.chunks[index];
  if (chunk.kind != ChunkKind::phrase) return std::nullopt;
  if (!chunk.party || chunk.person || chunk.party->party.iso2.empty()) {
    if (auto state = state_of_place(stage, chunk)) return state;
  }
  if (chunk.party) {
    if (chunk.person) {
      if (auto state = state_of_person(chunk)) return state;
      if (auto state = state_of_leader(stage, chunk)) return state;
    }
    // a ministry, treasury or service acts for its state
    for (const Mention* name : chunk.names) {
      const auto* body = std::get_if<Organization>(&name->value);
      if (body == nullptr || body->name != chunk.party->party.name) continue;
      if (body->kind != "government body" && body->kind != "intelligence service") continue;
      if (!body->country.empty())
        return Named{stage.grammar.country(body->country), chunk.party->span};
      if (chunk.owner && !chunk.owner->party.iso2.empty()) return chunk.owner;
    }
    return chunk.party;
  }
  if (!chunk.pronoun && !chunk.party && chunk.last == chunk.first + 1 && chunk.item_class.empty()) {
    // "Putin" alone, after the full name
    const auto known = stage.memory.leaders.find(std::string(stage.doc.text(chunk.span)));
    if (known != stage.memory.leaders.end()) return Named{known->second, chunk.span};
  }
  if (chunk.pronoun) {
    const std::string& word = chunk.head;
    if ((word == "he" || word == "she" || word == "him") && stage.memory.person) {
      return Named{*stage.memory.person, chunk.span};
    }
    if (word != "it" && word != "he" && word != "she" && word != "they" && word != "itself" &&
        word != "them") {
      return std::nullopt;
    }
    // the sentence's own subject before it, else the last one
    for (std::size_t k = index; k > 0; --k) {
      const Chunk& left = stage.chunks[k - 1];
      if (left.kind == ChunkKind::phrase && left.party && has_verb(stage, k - 1) &&
          (!left.party->party.iso2.empty() || acts_for_itself(left))) {
        return Named{left.party->party, chunk.span};
      }
    }
    if (stage.memory.subject && word != "they" && word != "them")
      return Named{*stage.memory.subject, chunk.span};
    return std::nullopt;
  }
  if (chunk.owner && !chunk.owner_is_adjective && chunk.item_class.empty() &&
      chunk.quantity == nullptr && chunk.before.empty() &&
      stage.doc.text(chunk.head_span).front() >= 'A' &&
      stage.doc.text(chunk.head_span).front() <= 'Z') {
    return owner_of(stage, index);  // "Russia's Putin"
  }
  if (chunk.last == chunk.first + 1 && chunk.item_class.empty()) {
    const std::string iso2 = stage.grammar.leader_country(std::string(stage.doc.text(chunk.span)));
    if (!iso2.empty()) return Named{stage.grammar.country(iso2), chunk.span};
  }
  static constexpr std::array<std::string_view, 25> kStandIns = {
      "government",    "military",   "army",       "regime",     "force",     "hacker", "official",
      "company",       "firm",       "leader",     "president",  "operative", "navy",   "supplier",
      "manufacturer",  "specialist", "leadership", "instructor", "expert",    "actor",  "thief",
      "cybercriminal", "criminal",   "attacker",   "trader"};
  const bool stand_in =
      std::find(kStandIns.begin(), kStandIns.end(), chunk.lemma) != kStandIns.end();
  if (stand_in || chunk.item_class == "troops" || chunk.item_class == "workers" ||
      chunk.item_class == "speaker" || chunk.item_class == "people" || chunk.person) {
    if (auto owner = owner_of(stage, index); owner && !is_pronoun(owner->party.name)) return owner;
  }
  // "the government" of the last state named as a subject, if that is not long ago
  const bool recent =
      chunk.lemma != "government" || stage.memory.subject_sentence + 1 >= stage.reading.sentence;
  if (chunk.definite && chunk.lemma == "country" && !is_plural(chunk.head) && !chunk.owner &&
      index > 0 && stage.chunks[index - 1].kind == ChunkKind::word &&
      (stage.chunks[index - 1].word == "to" || stage.chunks[index - 1].word == "into" ||
       stage.chunks[index - 1].word == "on")) {
    // "Norway sent tanks to the country": to the one that takes, not to the one that acts
    for (const auto& [giver, taker] : stage.memory.pairs) {
      if (!taker.iso2.empty()) return Named{taker, chunk.span};
    }
    return std::nullopt;
  }
  if (chunk.definite && chunk.lemma == "regime" && !chunk.owner && stage.memory.doer)
    return Named{*stage.memory.doer, chunk.span};  // whose deeds were told last
  if (chunk.definite && is_state_noun(chunk.lemma) && !is_plural(chunk.head) &&
      stage.memory.subject && !chunk.owner && recent) {
    return Named{*stage.memory.subject, chunk.span};
  }
  if (chunk.owner && chunk.owner_is_adjective && chunk.item_class.empty() &&
      chunk.quantity == nullptr && is_plural(chunk.head) && !chunk.owner->party.iso2.empty() &&
      !chunk.owner_bare) {
    return chunk.owner;  // "Libyan cadets", "Iranian agents": people of a state act for it
  }
  if (!chunk.definite && (is_body_noun(chunk.lemma) || is_state_noun(chunk.lemma)) && index >= 2 &&
      stage.chunks[index - 1].kind == ChunkKind::word && stage.chunks[index - 1].word == "," &&
      stage.chunks[index - 2].kind == ChunkKind::phrase && stage.chunks[index - 2].party) {
    return stage.chunks[index - 2].party;  // "UNVIM, a mechanism established in 2016"
  }
  if ((chunk.definite || chunk.demonstrative) && is_body_noun(chunk.lemma) && !chunk.owner) {
    if (auto body = body_for(stage, index)) return body;
  }
  static constexpr std::array<std::string_view, 7> kHouses = {
      "exchange", "platform", "bank", "firm", "company", "bridge", "group"};
  if (chunk.owner && chunk.owner_is_adjective && chunk.owner->party.iso2.empty() &&
      std::find(kHouses.begin(), kHouses.end(), chunk.lemma) != kHouses.end()) {
    return chunk.owner;  // "the Bybit exchange"
  }
  if (chunk.definite && !chunk.owner && chunk.item_class.empty() && chunk.quantity == nullptr &&
      chunk.before.empty()) {
    // "the refinery" after the Gasabo Gold Refinery was named
    for (const Body& body : stage.memory.bodies) {
      const std::string name = fold(body.named.party.name);
      if (name.size() > chunk.lemma.size() && name.ends_with(" " + chunk.lemma))
        return Named{body.named.party, chunk.span};
    }
  }
  if (is_partner_noun(chunk.lemma)) {
    // "its ally": the other of the two that the article speaks of
    const auto owner = owner_of(stage, index);
    if (!owner || owner->party.iso2.empty()) return std::nullopt;
    if (const auto partner = partner_of(stage, owner->party)) return Named{*partner, chunk.span};
    for (const Party& other : stage.memory.countries) {
      if (other.iso2 != owner->party.iso2) return Named{other, chunk.span};
    }
  }
  return std::nullopt;
}

std::optional<Named> body_for(const Stage& stage, std::size_t index) {
  const Chunk& chunk = stage.chunks[index];
  const bool noun = !chunk.pronoun && is_body_noun(chunk.lemma);
  const Span span = chunk.pronoun || noun ? chunk.span
                    : chunk.owner         ? chunk.owner->span
                                          : chunk.span;
  if (!noun) {
    // the sentence's own bodies first: "the Panel … after it was disbanded", "the MSMT's … its launch"
    for (std::size_t k = index; k > 0; --k) {
      const Chunk& left = stage.chunks[k - 1];
      if (left.kind != ChunkKind::phrase) continue;
      if (left.party && left.party->party.iso2.empty() && !left.person)
        return Named{left.party->party, span};
      if (left.owner && left.owner->party.iso2.empty() && !is_pronoun(left.owner->party.name)) {
        return Named{left.owner->party, span};
      }
    }
    // "Two years after its start, the panel …": the subject that follows
    for (std::size_t k = index + 1; k < stage.chunks.size() && k < index + 4; ++k) {
      const Chunk& right = stage.chunks[k];
      if (right.kind != ChunkKind::phrase) continue;
      if (right.party && right.party->party.iso2.empty()) return Named{right.party->party, span};
      if (is_body_noun(right.lemma) && right.definite) return body_for(stage, k);
      break;
    }
    if (!stage.memory.bodies.empty()) return Named{stage.memory.bodies.front().named.party, span};
    return std::nullopt;
  }
  for (std::size_t k = index; k > 0; --k) {
    // "the renewal of the UN Panel of Experts …, and the panel": named earlier in the sentence
    for (const Mention* mention : stage.chunks[k - 1].names) {
      const auto* body = std::get_if<Organization>(&mention->value);
      if (body != nullptr && fold(body->name).find(chunk.lemma) != std::string::npos)
        return Named{{body->name, ""}, span};
    }
  }
  for (const Body& body : stage.memory.bodies) {
    const std::string name = fold(body.named.party.name);
    if (name.find(chunk.lemma) != std::string::npos) return Named{body.named.party, span};
  }
  const bool panel = chunk.lemma == "panel" || chunk.lemma == "committee";
  const bool team = chunk.lemma == "team" || chunk.lemma == "mechanism" || chunk.lemma == "group" ||
                    chunk.lemma == "body" || chunk.lemma == "coalition";
  const bool armed = chunk.lemma == "rebel" || chunk.lemma == "militia" ||
                     chunk.lemma == "movement" || chunk.lemma == "mercenary" ||
                     chunk.lemma == "insurgent";
  for (const Body& body : stage.memory.bodies) {
    if (panel && body.kind == "expert panel") return Named{body.named.party, span};
    if (team && (body.kind == "monitoring body" || body.kind == "armed group" ||
                 body.kind == "crime group")) {
      return Named{body.named.party, span};
    }
    if (armed && body.kind == "armed group") return Named{body.named.party, span};
    if (chunk.lemma == "company" &&
        (body.kind == "company" || body.kind == "armed group" || body.kind == "bank"))
      return Named{body.named.party, span};
  }
  return std::nullopt;
}

std::vector<Named> parties_of(const Stage& stage, std::size_t index) {
  const Chunk& chunk = stage.chunks[index];
  const bool two = chunk.before.find("two") != std::string::npos ||
                   chunk.before.find("both") != std::string::npos || chunk.head == "both" ||
                   chunk.head == "two";
  const bool state = chunk.lemma == "country" || chunk.lemma == "nation" || chunk.lemma == "side" ||
                     chunk.lemma == "state" || chunk.lemma == "government" ||
                     chunk.lemma == "leader" || chunk.lemma == "neighbour" ||
                     chunk.lemma == "ally" || chunk.lemma == "capital" || chunk.head == "both" ||
                     chunk.head == "two";
  const std::string text = std::string(stage.doc.text(chunk.span));
  const bool of_two =
      text.find("two countries") != std::string::npos ||
      text.find("both countries") != std::string::npos ||
      text.find("two sides") != std::string::npos || text.find("both sides") != std::string::npos ||
      text.find("two nations") != std::string::npos || text.find("two states") != std::string::npos;
  if ((of_two || (text.find("two countries") != std::string::npos)) &&
      !stage.memory.pairs.empty()) {
    // the two that the article has giving and taking
    const auto& [giver, taker] = stage.memory.pairs.front();
    if (!giver.iso2.empty() && !taker.iso2.empty())
      return {{giver, chunk.span}, {taker, chunk.span}};
  }
  if (of_two && stage.memory.countries.size() >= 2) {
    return {{stage.memory.countries[0], chunk.span}, {stage.memory.countries[1], chunk.span}};
  }
  const bool counted =
      text.find("two") != std::string::npos || text.find("both") != std::string::npos ||
      text.find("Both") != std::string::npos || text.find("Two") != std::string::npos;
  if ((two || counted) && state && stage.memory.countries.size() >= 2) {
    std::vector<Named> out{{stage.memory.countries[0], chunk.span},
                           {stage.memory.countries[1], chunk.span}};
    return out;
  }
  if (auto one = party_of(stage, index)) return {*one};
  return {};
}

std::optional<Named> owner_of_named_people(const Stage& stage, std::size_t index) {
  for (std::size_t k = index; k > 0; --k) {
    const Chunk& left = stage.chunks[k - 1];
    const bool people = left.item_class == "troops" || left.item_class == "workers";
    if (left.kind == ChunkKind::phrase && people && left.owner) return owner_of(stage, k - 1);
  }
  if (!stage.memory.people_owner) return std::nullopt;
  return Named{*stage.memory.people_owner, stage.chunks[index].span};
}

/// "instructors from Russia", as the subject of what they do: whose people they are.
static std::optional<Named> home_of(const Stage& stage, std::size_t index) {
  if (index + 3 >= stage.chunks.size()) return std::nullopt;
  const Chunk& people = stage.chunks[index];
  const Chunk& link = stage.chunks[index + 1];
  const Chunk& home = stage.chunks[index + 2];
  const bool acts = people.item_class == "troops" || people.item_class == "workers";
  const bool from = link.kind == ChunkKind::word && link.word == "from";
  if (!acts || !from || !home.country_head) return std::nullopt;
  const Chunk& next = stage.chunks[index + 3];
  const bool subject = next.kind == ChunkKind::verb && next.voice == Voice::active;
  return subject ? home.party : std::nullopt;
}

bool is_partner_noun(std::string_view lemma) {
  return lemma == "ally" || lemma == "partner" || lemma == "neighbour" || lemma == "neighbor";
}

/// "its ally's drone program": the phrase is not its own, but its partner's.
static bool owned_by_partner(const Stage& stage, const Chunk& chunk) {
  const std::string words = fold(stage.doc.text(chunk.span));
  const std::size_t noun = chunk.owner->party.name.size() + 1;  // past "its "
  const std::size_t end = words.find("'s ");
  return end != std::string::npos && end > noun && is_partner_noun(words.substr(noun, end - noun));
}

std::optional<Named> owner_of(const Stage& stage, std::size_t index) {
  const Chunk& chunk = stage.chunks[index];
  if (!chunk.owner) return home_of(stage, index);
  const std::string& name = chunk.owner->party.name;
  if (!is_pronoun(name)) return chunk.owner;
  if (owned_by_partner(stage, chunk)) {
    for (std::size_t k = index; k > 0; --k) {
      const Chunk& left = stage.chunks[k - 1];
      if (left.kind != ChunkKind::phrase || !left.party || left.party->party.iso2.empty()) continue;
      if (const auto other = partner_of(stage, left.party->party))
        return Named{*other, chunk.owner->span};
      break;
    }
    return std::nullopt;
  }
  if (chunk.item_class == "people" && name == "their") {
    if (auto people = owner_of_named_people(stage, index))
      return Named{people->party, chunk.owner->span};  // "their losses"
  }
  // the nearest party before it in the sentence that stands as a subject, else the last one
  for (std::size_t k = index; k > 0; --k) {
    const Chunk& left = stage.chunks[k - 1];
    if (left.kind == ChunkKind::phrase && !left.party && left.definite && !left.owner &&
        name == "its" && left.lemma == "group" && k < index) {
      if (auto body = body_for(stage, k - 1)) return Named{body->party, chunk.owner->span};
    }
    if (left.kind != ChunkKind::phrase || !left.party) continue;
    const bool governed = k >= 2 && stage.chunks[k - 2].kind == ChunkKind::word &&
                          stage.chunks[k - 2].word != "," && stage.chunks[k - 2].word != "that" &&
                          stage.chunks[k - 2].word != "and" && stage.chunks[k - 2].word != "\"" &&
                          !joins_clause(stage.chunks[k - 2].word);
    if (governed) continue;
    // "Beijing sanctioned Raytheon …, and its forces": no firm has forces
    const bool firm = std::any_of(left.names.begin(), left.names.end(), [](const Mention* named) {
      const auto* body = std::get_if<Organization>(&named->value);
      return body != nullptr && body->kind == "company";
    });
    if (firm && chunk.item_class == "troops" && left.party->party.iso2.empty()) continue;
    return Named{left.party->party, chunk.owner->span};
  }
  if (stage.memory.subject) return Named{*stage.memory.subject, chunk.owner->span};
  return std::nullopt;
}

}  // namespace msmt
