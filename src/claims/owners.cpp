/// Whose a phrase is: "Russia's", "its", "North Korean".
#include <algorithm>

#include "claims/parties.hpp"
#include "claims/party_words.hpp"
#include "claims/pronouns.hpp"

namespace msmt {

namespace {

/// "after Russia used its veto": a subject follows.
bool joins_clause(std::string_view word) {
  return word == "after" || word == "before" || word == "because" || word == "since" ||
         word == "while" || word == "when" || word == "as" || word == "although" ||
         word == "though" || word == "whether" || word == "if";
}

/// "instructors from Russia", as the subject of what they do: whose people they are.
std::optional<Named> home_of(const Stage& stage, std::size_t index) {
  if (index + 3 >= stage.chunks.size()) return std::nullopt;
  const Chunk& people = stage.chunks[index];
  const Chunk& link = stage.chunks[index + 1];
  const Chunk& home = stage.chunks[index + 2];
  const bool acts = people.item_class == "troops" || people.item_class == "workers";
  const bool from = link.kind == ChunkKind::word && link.word == "from";
  if (!acts || !from || home.kind != ChunkKind::phrase) return std::nullopt;
  const Chunk& next = stage.chunks[index + 3];
  const bool subject = next.kind == ChunkKind::verb && next.voice == Voice::active;
  if (!subject) return std::nullopt;
  if (home.country_head) return home.party;
  // "instructors from the Turkish gendarmerie"; not "from a Turkish base"
  const bool body = !stage.grammar.ends_place(home.lemma) &&
                    !stage.grammar.is(WordClass::place, home.lemma) && !home.person;
  if (!body) return std::nullopt;
  if (home.owner && home.owner_is_adjective) return home.owner;
  return home.party;
}

/// "has sent", "was sent", "is": a verb of one, not of several.
bool is_singular_verb(const Stage& stage, const Chunk& verb) {
  if (verb.kind != ChunkKind::verb) return false;
  const std::string_view text = stage.doc.words(verb.span);
  const std::string_view first = text.substr(0, text.find(' '));
  return first == "has" || first == "was" || first == "is" || first == "does";
}

/// "its ally's drone program": the phrase is not its own, but its partner's.
bool owned_by_partner(const Stage& stage, const Chunk& chunk) {
  const std::string words = fold(stage.doc.words(chunk.span));
  const std::size_t noun = chunk.owner->party.name.size() + 1;  // past "its "
  const std::size_t end = words.find("'s ");
  return end != std::string::npos && end > noun &&
         stage.grammar.is(WordClass::partner, words.substr(noun, end - noun));
}

/// "his troops", "her officers": of the nearest person before them, else of the one named last.
std::optional<Named> owned_by_person(const Stage& stage, std::size_t index) {
  const Span owner = stage.chunks[index].owner->span;
  for (std::size_t k = index; k > 0; --k) {
    const Chunk& left = stage.chunks[k - 1];
    if (left.kind != ChunkKind::phrase) continue;
    // "Tusk, speaking to Ann Poole, said 40 of his soldiers": not of whom he speaks to
    const bool spoken_to = k > 2 && is_word(stage.chunks[k - 2], "to") &&
                           stage.grammar.is(WordClass::speak, stage.chunks[k - 3].lemma);
    if (spoken_to) continue;
    // "Bush's chief aim in his meeting": of him, whoever he is
    const bool name = k < index && left.owner && !left.owner_is_adjective &&
                      left.owner->party.iso2.empty() && !is_owner_pronoun(left.owner->party.name);
    if (name) return Named{left.owner->party, owner};
    if (left.person && left.party)
      return Named{party_of(stage, k - 1).value_or(*left.party).party, owner};
    if (left.pronoun && (left.head == "he" || left.head == "she" || left.head == "him")) break;
  }
  if (!stage.memory.person) return std::nullopt;
  return Named{*stage.memory.person, owner};
}

/// "Chad and Mali vetoed a text on Iran's oil following the country's launch": of several states named so far the nearest,
/// which "the country" stands for, as one that acts alone would be "it"; nullopt for fewer than two.
std::optional<Named> nearest_of_several(const Stage& stage, std::size_t index) {
  std::optional<Named> nearest;
  bool several = false;
  for (std::size_t k = index; k > 0; --k) {
    const Chunk& left = stage.chunks[k - 1];
    if (left.kind != ChunkKind::phrase) continue;
    const auto& named =
        left.owner && !is_owner_pronoun(left.owner->party.name) ? left.owner : left.party;
    if (!named || named->party.iso2.empty() || left.person) continue;
    if (!nearest) nearest = named;
    several = several || named->party != nearest->party;
  }
  return several ? nearest : std::nullopt;
}

/// "since its founding in 2008, the militia has": the chunk of the subject whose the phrase is that opens the sentence,
/// where that names no party; the number of chunks for none.
std::size_t unnamed_subject_ahead(const Stage& stage, std::size_t index) {
  const std::size_t none = stage.chunks.size();
  if (index != 1 || stage.chunks.front().kind != ChunkKind::word) return none;
  for (std::size_t k = index + 1; k + 2 < stage.chunks.size(); ++k) {
    if (stage.chunks[k].kind == ChunkKind::verb) return none;
    if (!is_word(stage.chunks[k], ",")) continue;
    const Chunk& subject = stage.chunks[k + 1];
    const bool unnamed = subject.kind == ChunkKind::phrase && !subject.party && !subject.pronoun;
    return unnamed && has_verb(stage, k + 1) ? k + 1 : none;
  }
  return none;
}

/// Whether the party at chunk i is one of several that act together: "Russia and China vetoed".
bool acts_with_another(const Stage& stage, std::size_t i) {
  const auto names = [&](std::size_t k) {
    return k < stage.chunks.size() && stage.chunks[k].kind == ChunkKind::phrase &&
           stage.chunks[k].party && !stage.chunks[k].person;
  };
  const bool before = i >= 2 && is_word(stage.chunks[i - 1], "and") && names(i - 2);
  const bool behind =
      i + 1 < stage.chunks.size() && is_word(stage.chunks[i + 1], "and") && names(i + 2);
  return before || behind;
}

/// The state right before an active verb that has another state as its first object, left of a
/// phrase: "the Soviet Union sent Egypt … its"; nullopt where the objects are no states.
std::optional<Named> doer_before(const Stage& stage, std::size_t index) {
  for (std::size_t k = index; k > 1; --k) {
    const Chunk& object = stage.chunks[k - 1];
    const Chunk& verb = stage.chunks[k - 2];
    if (verb.kind != ChunkKind::verb || object.kind != ChunkKind::phrase) continue;
    if (verb.voice != Voice::active || k < 3) return std::nullopt;
    // "has helped Moscow increase its attacks": of the one who is helped
    if (k < index && stage.chunks[k].kind == ChunkKind::verb) return std::nullopt;
    const bool gift = object.country_head || object.owner_bare;
    const Chunk& subject = stage.chunks[k - 3];
    if (!gift || subject.kind != ChunkKind::phrase || !subject.country_head || !subject.party)
      return std::nullopt;
    return subject.party;
  }
  return std::nullopt;
}

/// "With the help of its veto, China has kept": the subject behind the words that open the sentence and hold a phrase;
/// nullopt where a verb stands among them.
std::optional<Named> leading_subject(const Stage& stage, std::size_t index) {
  if (stage.chunks.front().kind != ChunkKind::word) return std::nullopt;
  for (std::size_t k = 0; k + 2 < stage.chunks.size(); ++k) {
    if (stage.chunks[k].kind == ChunkKind::verb) return std::nullopt;
    if (!is_word(stage.chunks[k], ",")) continue;
    const Chunk& subject = stage.chunks[k + 1];
    const bool leads = k > index && subject.kind == ChunkKind::phrase && subject.party &&
                       !subject.person && stage.chunks[k + 2].kind == ChunkKind::verb;
    return leads ? subject.party : std::nullopt;
  }
  return std::nullopt;
}

}  // namespace

std::optional<Named> owner_of_named_people(const Stage& stage, std::size_t index) {
  for (std::size_t k = index; k > 0; --k) {
    const Chunk& left = stage.chunks[k - 1];
    const bool people = left.item_class == "troops" || left.item_class == "workers";
    if (left.kind == ChunkKind::phrase && people && left.owner) return owner_of(stage, k - 1);
  }
  // "sent 1,000 Wagner fighters … killed 84 of the mercenaries": of the group whose people were named
  const auto& group = stage.memory.group;
  if (group && stage.grammar.is(WordClass::soldier_of_fortune, stage.chunks[index].lemma))
    return Named{group->named.party, stage.chunks[index].span};
  if (!stage.memory.people_owner) return std::nullopt;
  return Named{*stage.memory.people_owner, stage.chunks[index].span};
}

std::optional<Party> state_of_body(const Stage& stage, const Chunk& chunk,
                                   const std::string& name) {
  for (const Mention* mention : chunk.names) {
    const auto* body = std::get_if<Organization>(&mention->value);
    const bool acts_for_state =
        body != nullptr && body->name == name && !body->country.empty() &&
        (body->kind == "government body" || body->kind == "intelligence service");
    if (acts_for_state) return stage.grammar.country(body->country);
  }
  return std::nullopt;
}

namespace {

/// The state whose adjective stands right before the government body that owns a phrase; nullopt for none.
std::optional<Party> state_before_body(const Stage& stage, const Chunk& chunk) {
  const Mention* body = nullptr;
  const Mention* state = nullptr;
  for (const Mention* name : chunk.names) {
    const auto* known = std::get_if<Organization>(&name->value);
    if (known != nullptr && known->kind == "government body" && known->country.empty() &&
        known->name == chunk.owner->party.name)
      body = name;
    const auto* country = std::get_if<Country>(&name->value);
    if (country != nullptr && country->form == "adjective" && body == nullptr) state = name;
  }
  if (body == nullptr || state == nullptr ||
      stage.doc.words({state->span.end, body->span.begin}) != " ")
    return std::nullopt;
  return stage.grammar.country(std::get<Country>(state->value).iso2);
}

/// "China, whose navy sold two frigates": of the party before the relative.
std::optional<Named> owned_by_whose(const Stage& stage, std::size_t index) {
  if (index < 2 || !is_word(stage.chunks[index - 1], "whose")) return std::nullopt;
  const std::size_t before = is_word(stage.chunks[index - 2], ",") ? index - 3 : index - 2;
  if (before >= index) return std::nullopt;
  // "the government in Jakarta, whose air force operates"
  if (!stage.chunks[before].party) return state_where(stage, before);
  return party_of(stage, before);
}

/// "the group's missiles": the noun of an armed body that owns them; "" for pronouns and for countries.
std::string body_owning(const Stage& stage, const Named& owner) {
  const std::string words = fold(stage.doc.words(owner.span));
  if (!words.starts_with("the ")) return {};
  const std::string noun = singular(words.substr(4, words.find_first_of("'\xE2") - 4));
  return noun == "group" || stage.grammar.is(WordClass::armed_body, noun) ? noun : std::string();
}

}  // namespace

std::optional<Named> owner_of(const Stage& stage, std::size_t index) {
  if (index >= stage.chunks.size()) return std::nullopt;
  const Chunk& chunk = stage.chunks[index];
  if (!chunk.owner) {
    auto antecedent = owned_by_whose(stage, index);
    return antecedent ? antecedent : home_of(stage, index);
  }
  const std::string& name = chunk.owner->party.name;
  if (!is_owner_pronoun(name)) {
    if (const auto state = state_of_body(stage, chunk, name))
      return Named{*state, chunk.owner->span};
    // "the Russian defence ministry's use of missiles": of the state whose ministry it is
    if (const auto state = state_before_body(stage, chunk)) return Named{*state, chunk.owner->span};
    return chunk.owner;
  }
  if (name == "our" && stage.memory.floor) return Named{*stage.memory.floor, chunk.owner->span};
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
  if (const std::string body = body_owning(stage, *chunk.owner); !body.empty())
    return body_called(stage, index, body, chunk.owner->span);
  // "They will train the country's forces": of the state that something was sent to, where it is the object
  const bool the_country = name == "its" && stage.doc.words(chunk.owner->span).starts_with("the");
  if (the_country && index > 0 && stage.chunks[index - 1].kind == ChunkKind::verb) {
    if (const Party* taker = stage.taker_just_told()) return Named{*taker, chunk.owner->span};
  }
  if (the_country && index > 0 && !is_word(stage.chunks[index - 1], ",")) {
    if (const auto near = nearest_of_several(stage, index))
      return Named{near->party, chunk.owner->span};
  }
  if (chunk.item_class == "people" && name == "their") {
    if (auto people = owner_of_named_people(stage, index))
      return Named{people->party, chunk.owner->span};  // "their losses"
  }
  if (name == "his" || name == "her") {
    if (auto person = owned_by_person(stage, index)) return person;
  }
  if (const std::size_t ahead = unnamed_subject_ahead(stage, index); ahead < stage.chunks.size()) {
    const auto subject = party_of(stage, ahead);
    return subject ? std::optional(Named{subject->party, chunk.owner->span}) : std::nullopt;
  }
  if (auto subject = leading_subject(stage, index)) return Named{subject->party, chunk.owner->span};
  if (name == "its") {
    // "Moscow sent Cairo its first missiles": of who acts, before whom it is done to
    if (auto doer = doer_before(stage, index)) return Named{doer->party, chunk.owner->span};
  }
  // the nearest party before it in the sentence that stands as a subject, else the last one
  for (std::size_t k = index; k > 0; --k) {
    const Chunk& left = stage.chunks[k - 1];
    if (left.kind == ChunkKind::phrase && !left.party && left.definite && !left.owner &&
        name == "its" && left.lemma == "group" && k < index) {
      if (auto body = body_for(stage, k - 1)) return Named{body->party, chunk.owner->span};
    }
    // "Moscow's ability to increase its attacks": of whom the infinitive is said
    if (left.kind == ChunkKind::phrase && left.owner && !left.owner_is_adjective && k < index &&
        !left.owner->party.iso2.empty() && stage.chunks[k].voice == Voice::infinitive)
      return Named{left.owner->party, chunk.owner->span};
    // "rebels said the army shelled their posts": of several who act and have no name
    if (name == "their" && left.kind == ChunkKind::phrase && !left.party && !left.pronoun &&
        k < index && is_plural(left.head) && left.item_class != "arms" &&
        stage.grammar.is(WordClass::insurgent, left.lemma) && has_verb(stage, k - 1))
      return std::nullopt;
    if (left.kind != ChunkKind::phrase || !left.party) continue;
    if (name == "its" && acts_with_another(stage, k - 1)) continue;
    if (name == "its" && left.person) continue;  // "Solheim put the value of its arms exports at"
    const bool governed = k >= 2 && stage.chunks[k - 2].kind == ChunkKind::word &&
                          stage.chunks[k - 2].word != "," && stage.chunks[k - 2].word != "that" &&
                          stage.chunks[k - 2].word != "and" && stage.chunks[k - 2].word != "\"" &&
                          !joins_clause(stage.chunks[k - 2].word);
    // "sanctions on Iran for its exports"
    const bool charged =
        governed && k + 1 == index && is_word(stage.chunks[k], "for") &&
        (stage.chunks[k - 2].word == "on" || stage.chunks[k - 2].word == "against");
    if (governed && !charged) continue;
    if (name == "their" && k < stage.chunks.size() && is_singular_verb(stage, stage.chunks[k]))
      continue;  // "the Houthis …, while Hezbollah has trained their crews"
    // "Beijing sanctioned Raytheon …, and its forces": no firm has forces
    const bool firm = std::any_of(left.names.begin(), left.names.end(), [](const Mention* named) {
      const auto* body = std::get_if<Organization>(&named->value);
      return body != nullptr && body->kind == "company";
    });
    if (firm && chunk.item_class == "troops" && left.party->party.iso2.empty()) continue;
    return Named{left.party->party, chunk.owner->span};
  }
  // "Hamas fought for days. Its losses …": a body that acted last, where no state did
  const bool state_before =
      stage.memory.subject && stage.memory.subject_sentence + 1 >= stage.reading.sentence;
  if (name == "its" && stage.memory.subject_body && !state_before)
    return Named{*stage.memory.subject_body, chunk.owner->span};
  // "The European Union moved. Its 18th package …": a body of states
  if (name == "its" && index == 0 && stage.memory.subject_org && !state_before)
    return Named{*stage.memory.subject_org, chunk.owner->span};
  if (name == "our") return std::nullopt;  // of whoever speaks
  if (stage.memory.subject) return Named{*stage.memory.subject, chunk.owner->span};
  return std::nullopt;
}

}  // namespace msmt
