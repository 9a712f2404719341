/// "it", "them", "they", "he": whom a pronoun stands for.
#include "claims/pronouns.hpp"

#include <algorithm>

#include "claims/clause_words.hpp"
#include "claims/party_words.hpp"
#include "claims/roles.hpp"
#include "claims/subjects.hpp"

namespace msmt {

namespace {

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

/// "Turkey, whose parliament has met, denied", "Lazarus, a group that Washington ties to Pyongyang, stole": the verb
/// behind the clause that the comma at chunk `comma` opens; the number of chunks for none.
std::size_t verb_behind_clause(const std::vector<Chunk>& chunks, std::size_t index,
                               std::size_t comma) {
  constexpr std::size_t kLongest = 18;  // chunks
  const std::size_t none = chunks.size();
  const bool governed = index > 0 && (chunks[index - 1].kind == ChunkKind::verb ||
                                      is_preposition(chunks[index - 1].word));
  if (governed || comma + 2 >= none) return none;
  const Chunk& opens = chunks[comma + 1];
  const bool relative = is_word(opens, "whose") || is_word(opens, "which") || is_word(opens, "who");
  const bool renames = opens.kind == ChunkKind::phrase && !opens.party && !is_plural(opens.head) &&
                       opens.quantity == nullptr;
  if (!relative && !renames) return none;
  bool acts = false;  // a verb inside the clause
  for (std::size_t k = comma + 2; k + 1 < none && k < comma + kLongest; ++k) {
    acts = acts || chunks[k].kind == ChunkKind::verb;
    if (!is_word(chunks[k], ",") || (relative && !acts)) continue;
    std::size_t verb = k + 1;
    while (verb < none && mark_of(chunks[verb]) == "adv") ++verb;
    if (verb < none && is_finite(chunks[verb])) return verb;
  }
  return none;
}

}  // namespace

bool has_verb(const Stage& stage, std::size_t index) {
  for (std::size_t k = index + 1; k < stage.chunks.size(); ++k) {
    const Chunk& chunk = stage.chunks[k];
    if (chunk.kind == ChunkKind::verb)
      return chunk.voice == Voice::active || chunk.voice == Voice::passive;
    if (chunk.kind == ChunkKind::phrase) return false;
    if (chunk.kind == ChunkKind::word && chunk.word == ",") {
      if (verb_behind_clause(stage.chunks, index, k) < stage.chunks.size()) return true;
      k = past_aside(stage.chunks, k);
      if (k == 0) return false;
      continue;
    }
    if (chunk.kind == ChunkKind::word &&
        (chunk.word == "and" || chunk.word == "but" || chunk.word == "of"))
      return false;
  }
  return false;
}

namespace {

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

/// "said (that) it would send": one past the verb of saying in front of the clause that the pronoun begins; 0 for none.
std::size_t past_saying(const Stage& stage, std::size_t index) {
  const std::size_t k = index > 0 && is_word(stage.chunks[index - 1], "that") ? index - 1 : index;
  const bool says = k >= 2 && stage.chunks[k - 1].kind == ChunkKind::verb &&
                    !stage.grammar.cue("governor", stage.chunks[k - 1].lemma).empty();
  return says ? k : 0;
}

/// "the Pentagon said (that) it would send": the state for which a body speaks of itself.
std::optional<Named> state_of_speaking_body(const Stage& stage, std::size_t index) {
  const std::size_t k = past_saying(stage, index);
  if (k == 0 || stage.chunks[k - 1].voice != Voice::active) return std::nullopt;
  const bool seated = k >= 4 && is_word(stage.chunks[k - 3], "in") &&
                      stage.chunks[k - 4].kind == ChunkKind::phrase && stage.chunks[k - 4].party;
  const auto seat = seated ? seat_behind(stage, k - 4) : std::nullopt;
  const Chunk& body = stage.chunks[seat ? k - 4 : k - 2];
  if (body.kind != ChunkKind::phrase || body.person) return std::nullopt;
  if (seat && std::any_of(body.names.begin(), body.names.end(), [](const Mention* name) {
        const auto* known = std::get_if<Organization>(&name->value);
        return known != nullptr && known->kind == "government body" && known->country.empty();
      }))
    return Named{seat->party, stage.chunks[index].span};  // "The ministry in Tokyo said that it"
  if (!body.party && body.lemma == "government" && body.owner && body.owner_is_adjective &&
      !body.owner->party.iso2.empty())  // "The Spanish government said it would"
    return Named{body.owner->party, stage.chunks[index].span};
  if (!body.party) return std::nullopt;
  for (const Mention* name : body.names) {
    const auto* known = std::get_if<Organization>(&name->value);
    if (known == nullptr || known->kind != "government body") continue;
    if (!known->country.empty())
      return Named{stage.grammar.country(known->country), stage.chunks[index].span};
    if (body.owner && !body.owner->party.iso2.empty())  // "the Israeli defence ministry said it"
      return Named{body.owner->party, stage.chunks[index].span};
  }
  // "Janes said it had received": for itself
  const bool itself = body.party->party.iso2.empty() && index + 1 < stage.chunks.size() &&
                      stage.grammar.is(WordClass::take_in, stage.chunks[index + 1].lemma);
  return itself ? std::optional(Named{body.party->party, stage.chunks[index].span}) : std::nullopt;
}

/// "Iranian officials denied that they had sent": the state whose officials speak of themselves.
std::optional<Named> state_of_speaking_officials(const Stage& stage, std::size_t index) {
  const std::size_t k = past_saying(stage, index);
  if (k == 0) return std::nullopt;
  // "officials falsely deny"
  const bool aside = k > 2 && stage.chunks[k - 2].kind == ChunkKind::word;
  const Chunk& who = stage.chunks[aside ? k - 3 : k - 2];
  const bool officials = who.kind == ChunkKind::phrase && is_plural(who.head) &&
                         stage.grammar.is(WordClass::officeholder, who.lemma);
  if (!officials || !who.owner || who.owner->party.iso2.empty()) return std::nullopt;
  return Named{who.owner->party, stage.chunks[index].span};
}

/// "wants the Union to scrap a pact that it signed": who is to do the infinitive is its subject.
bool made_to_act(const Stage& stage, std::size_t index) {
  const Chunk& chunk = stage.chunks[index];
  return index > 0 && index + 1 < stage.chunks.size() && !chunk.person &&
         stage.chunks[index + 1].voice == Voice::infinitive &&
         stage.chunks[index - 1].kind == ChunkKind::verb &&
         stage.chunks[index - 1].voice == Voice::active &&
         (!chunk.party->party.iso2.empty() || lists_names(chunk));
}

/// "he", "she", "him": a person of the sentence, "prosecutors said two men had paid him", else the
/// one named last.
std::optional<Named> person_meant(const Stage& stage, std::size_t index, bool& unnamed) {
  const Chunk& chunk = stage.chunks[index];
  for (std::size_t k = index; k > 0; --k) {
    const Chunk& left = stage.chunks[k - 1];
    // "Kim received him": not himself
    const bool own_subject = k + 1 == index && stage.chunks[k].kind == ChunkKind::verb &&
                             chunk.head != "he" && chunk.head != "she";
    if (own_subject) continue;
    if (left.kind == ChunkKind::phrase && left.person && left.party)
      return Named{party_of(stage, k - 1).value_or(*left.party).party, chunk.span};
    // "a rebel commander said he had": somebody whom nobody has named
    unnamed = left.kind == ChunkKind::phrase && left.item_class == "speaker" && !left.definite &&
              !left.party && !is_plural(left.head);
    if (unnamed) return owner_of(stage, k - 1);
  }
  if (stage.memory.person && chunk.head != "her") return Named{*stage.memory.person, chunk.span};
  return std::nullopt;
}

/// The verb that has the pronoun at a chunk as its object, "sent it", or behind `to`, "shipped to
/// them"; the number of chunks for a pronoun that stands elsewhere.
std::size_t governing_verb(const Stage& stage, std::size_t index) {
  const std::size_t none = stage.chunks.size();
  if (index == 0) return none;
  // "said it would train"; but "to let it buy"
  const Chunk& before = stage.chunks[index - 1];
  const bool lets = before.voice == Voice::infinitive && before.lemma == "let";
  if (has_verb(stage, index) && !lets) return none;
  if (stage.chunks[index - 1].kind == ChunkKind::verb) return index - 1;
  if (!is_word(stage.chunks[index - 1], "to")) return none;
  for (std::size_t k = index - 1; k > 0; --k) {
    if (stage.chunks[k - 1].kind == ChunkKind::verb) return k - 1;
  }
  return none;
}

/// The phrase that is the subject of the verb at a chunk: before a relative pronoun its head; the
/// number of chunks for none.
std::size_t subject_of(const Stage& stage, std::size_t verb) {
  const auto& chunks = stage.chunks;
  for (std::size_t k = verb; k > 0; --k) {
    const Chunk& left = chunks[k - 1];
    if (left.kind == ChunkKind::phrase) {
      const bool governed = k > 1 && chunks[k - 2].kind == ChunkKind::word &&
                            (chunks[k - 2].word == "of" || chunks[k - 2].word == "in" ||
                             chunks[k - 2].word == "from");
      if (!governed) return k - 1;
      --k;  // "the firms of the group": further left
    }
  }
  return chunks.size();
}

/// The state, or body that acts for itself, which a sentence has as a subject before chunk `end`,
/// other than `not_this`.
std::optional<Party> subject_before(const Stage& stage, std::size_t end,
                                    const std::optional<Party>& not_this) {
  for (std::size_t k = end; k > 0; --k) {
    const Chunk& left = stage.chunks[k - 1];
    if (left.kind == ChunkKind::phrase && left.party && has_verb(stage, k - 1) &&
        (!left.party->party.iso2.empty() || acts_for_itself(left)) &&
        (!not_this || left.party->party != *not_this))
      return left.party->party;
  }
  return std::nullopt;
}

/// "Turkey sold Pakistan corvettes and helps it build a fighter": whom the verb before the "and" did it to;
/// nullopt where the verb has a subject of its own, or the one before names nobody.
std::optional<Party> object_of_joined(const Stage& stage, std::size_t verb) {
  if (verb < 3 || !is_word(stage.chunks[verb - 1], "and")) return std::nullopt;
  for (std::size_t k = verb - 1; k > 1; --k) {
    const Chunk& first = stage.chunks[k - 1];
    if (first.kind != ChunkKind::verb) continue;
    const Chunk& taker = stage.chunks[k];
    if (first.voice != Voice::active || taker.kind != ChunkKind::phrase || !taker.party)
      return std::nullopt;
    const std::size_t own = subject_of(stage, k - 1);
    const auto doer = own < stage.chunks.size() ? party_of(stage, own) : std::nullopt;
    const auto named = party_of(stage, k);
    if (!doer || !named || named->party == doer->party) return std::nullopt;
    return named->party;
  }
  return std::nullopt;
}

/// "Sudan pursues a case against the Emirates, accusing it of": of the clause that a participle behind a comma goes on
/// from, the party that is not its subject; nullopt for none or several.
std::optional<Party> other_than_subject(const Stage& stage, std::size_t verb) {
  if (verb < 3 || stage.chunks[verb].voice != Voice::gerund ||
      !is_word(stage.chunks[verb - 1], ","))
    return std::nullopt;
  std::optional<Party> subject;
  std::optional<Party> other;
  for (std::size_t k = 0; k + 1 < verb; ++k) {
    const Chunk& left = stage.chunks[k];
    if (left.kind != ChunkKind::phrase || !left.party || left.person) continue;
    if (!subject && has_verb(stage, k)) {
      subject = left.party->party;
    } else if (subject && left.party->party != *subject && !left.party->party.iso2.empty()) {
      if (other && *other != left.party->party) return std::nullopt;
      other = left.party->party;
    }
  }
  return other;
}

/// "Moscow sent it two batteries", "Rwanda provides them with rifles": an object is not the subject
/// of its own verb, but who was spoken of before.
std::optional<Named> meant_by_object(const Stage& stage, std::size_t index, std::size_t verb) {
  const Chunk& chunk = stage.chunks[index];
  const Memory& memory = stage.memory;
  if (const auto told = object_of_joined(stage, verb)) return Named{*told, chunk.span};
  if (const auto other = other_than_subject(stage, verb)) return Named{*other, chunk.span};
  const std::size_t own = subject_of(stage, verb);
  std::optional<Party> doer;
  if (own < stage.chunks.size()) {
    if (const auto named = party_of(stage, own)) doer = named->party;
  }
  const std::size_t end = own < stage.chunks.size() ? own : verb;
  if (chunk.head == "them") {
    // "fought alongside M23 rebels and equipped them": the group of the verb before
    for (std::size_t k = verb; k > 1; --k) {
      const Chunk& left = stage.chunks[k - 1];
      if (left.kind != ChunkKind::phrase || left.pronoun || !is_plural(left.head)) continue;
      const auto group = left.owner && left.owner->party.iso2.empty() && !left.party
                             ? left.owner
                             : std::optional<Named>{};
      const bool armed = names_body(left, {"armed group"});
      if (group && armed && (!doer || group->party != *doer))
        return Named{group->party, chunk.span};
      break;
    }
    const auto& people = memory.goods;
    if (people && people->owner && memory.goods_sentence == stage.reading.sentence &&
        (!doer || *people->owner != *doer))
      return Named{*people->owner, chunk.span};  // "the recruits … issued them with rifles"
    if (memory.subject_body && (!doer || *memory.subject_body != *doer))
      return Named{*memory.subject_body, chunk.span};
    return std::nullopt;
  }
  if (auto before = subject_before(stage, end, doer)) return Named{*before, chunk.span};
  if (memory.subject_body && (!doer || *memory.subject_body != *doer))
    return Named{*memory.subject_body, chunk.span};
  if (memory.subject && (!doer || *memory.subject != *doer))
    return Named{*memory.subject, chunk.span};
  return std::nullopt;
}

/// "The EU listed a Turkish firm over claims that it sold chips": the phrase of whom the sentence says that the pronoun's
/// deed is alleged; the number of chunks for none.
std::size_t alleged_of(const Stage& stage, std::size_t index) {
  const auto& chunks = stage.chunks;
  std::size_t k = index;
  if (k > 0 && is_word(chunks[k - 1], "that")) --k;
  if (k < 4 || chunks[k - 1].kind != ChunkKind::phrase ||
      !stage.grammar.is(WordClass::allegation, chunks[k - 1].lemma))
    return chunks.size();
  const std::string& link = chunks[k - 2].word;
  const bool of_object = (link == "over" || link == "on" || link == "amid" || link == "after") &&
                         chunks[k - 3].kind == ChunkKind::phrase &&
                         chunks[k - 4].kind != ChunkKind::phrase;
  return of_object ? k - 3 : chunks.size();
}

/// The sentence's own subject before a pronoun that is a subject itself.
std::optional<Named> subject_meant(const Stage& stage, std::size_t index) {
  const Chunk& chunk = stage.chunks[index];
  for (std::size_t k = index; k > 0; --k) {
    const Chunk& left = stage.chunks[k - 1];
    // "The regime was angered by sanctions against it": whoever the regime is
    // but not "the only country known to have bought it"
    if (chunk.head == "it" && left.kind == ChunkKind::phrase && !left.party && left.definite &&
        (left.before.empty() || left.before == "the") && !is_plural(left.head) &&
        stage.grammar.is(WordClass::state, left.lemma) && has_verb(stage, k - 1))
      return party_of(stage, k - 1);
    // "As Russia's stores dwindled, it began": whose they are, where a clause in front tells of what it has
    const bool owns = chunk.head == "it" && left.kind == ChunkKind::phrase && !left.party &&
                      left.owner && !left.owner_is_adjective && !left.owner->party.iso2.empty() &&
                      k < index && stage.chunks.front().kind == ChunkKind::word && k == 2;
    if (owns) return Named{left.owner->party, chunk.span};
    if (left.kind != ChunkKind::phrase || !left.party) continue;
    if (made_to_act(stage, k - 1)) return Named{left.party->party, chunk.span};
    if (has_verb(stage, k - 1) && (!left.party->party.iso2.empty() || acts_for_itself(left)))
      return Named{left.party->party, chunk.span};
  }
  return std::nullopt;
}

/// "Since it began to ship shells to Russia, North Korea has sent": a clause in front, whose pronoun stands for the
/// subject behind the comma.
std::optional<Named> subject_ahead(const Stage& stage, std::size_t index) {
  static constexpr std::string_view kFront[] = {"since", "after", "before", "when",     "while",
                                                "as",    "once",  "until",  "although", "though"};
  const auto& chunks = stage.chunks;
  const bool front =
      index == 1 && chunks[0].kind == ChunkKind::word &&
      std::find(std::begin(kFront), std::end(kFront), chunks[0].word) != std::end(kFront);
  if (!front || !has_verb(stage, index)) return std::nullopt;
  for (std::size_t k = index + 1; k + 1 < chunks.size(); ++k) {
    if (!is_word(chunks[k], ",")) continue;
    const Chunk& subject = chunks[k + 1];
    const bool state = subject.kind == ChunkKind::phrase && !subject.pronoun && subject.party &&
                       !subject.person && !subject.party->party.iso2.empty();
    return state && has_verb(stage, k + 1) ? party_of(stage, k + 1) : std::nullopt;
  }
  return std::nullopt;
}

/// "China gave Mali jets after it sent gold", "in exchange for it sending gold": what follows a gift and is a gift itself
/// comes from who took the first one.
std::optional<Named> taker_in_return(const Stage& stage, std::size_t index) {
  const auto& chunks = stage.chunks;
  const auto gives = [&](const Chunk& c) {
    return c.kind == ChunkKind::verb && c.voice == Voice::active &&
           stage.grammar.evokes("verb", c.lemma,
                                {"give.supply", "give.give", "give.send", "deploy.verb"});
  };
  const bool clause = index > 3 && index + 1 < chunks.size() && gives(chunks[index + 1]) &&
                      (is_word(chunks[index - 1], "since") || is_word(chunks[index - 1], "after") ||
                       is_word(chunks[index - 1], "because"));
  const bool returned = index > 3 && index + 1 < chunks.size() && opens_return(chunks[index - 1]) &&
                        chunks[index + 1].voice == Voice::gerund;
  if (!clause && !returned) return std::nullopt;
  for (std::size_t k = index - 1; k > 0; --k) {
    if (!is_finite(chunks[k - 1])) continue;
    if (!gives(chunks[k - 1])) return std::nullopt;
    for (std::size_t taker = k; taker < index; ++taker) {
      const bool led = taker == k || is_word(chunks[taker - 1], "to");
      if (taker == k && chunks[k].owner_bare && chunks[k].owner)
        return Named{chunks[k].owner->party, chunks[index].span};  // "gave Mali jets"
      if (led && chunks[taker].country_head)
        return Named{chunks[taker].party->party, chunks[index].span};
    }
    return std::nullopt;
  }
  return std::nullopt;
}

/// "Wagner's forces use a week's supply in a day, while they …": several before who act already.
bool has_plural(const Stage& stage, std::size_t index) {
  for (std::size_t k = index; k > 0; --k) {
    const Chunk& left = stage.chunks[k - 1];
    if (left.kind == ChunkKind::phrase && !left.pronoun && is_plural(left.head) &&
        left.item_class != "speaker")
      return true;
  }
  return false;
}

/// "Two men set up a firm called Alfa Trade; it kept accounts": the body that the clause in front has set up.
std::optional<Named> founded_in_front(const Stage& stage, std::size_t index) {
  const auto& said = stage.memory.said;
  if (index == 0 || !is_word(stage.chunks[index - 1], ";") || said.empty() ||
      said.back().type != "establishment" || !said.back().actor ||
      said.back().evidence.bytes.begin != stage.sentence_begin())
    return std::nullopt;
  return Named{*said.back().actor, stage.chunks[index].span};
}

}  // namespace

std::optional<Named> meant_by_pronoun(const Stage& stage, std::size_t index) {
  const Chunk& chunk = stage.chunks[index];
  const std::string& word = chunk.head;
  if (word == "we" || word == "us") {
    if (!stage.memory.floor) return std::nullopt;
    return Named{*stage.memory.floor, chunk.span};
  }
  if (word == "he" || word == "she" || word == "him" || word == "her") {
    bool unnamed = false;
    if (auto person = person_meant(stage, index, unnamed); person || unnamed) return person;
  }
  if (word != "it" && word != "he" && word != "she" && word != "they" && word != "itself" &&
      word != "them")
    return std::nullopt;
  if (const std::size_t verb = governing_verb(stage, index);
      verb < stage.chunks.size() && (word == "it" || word == "them"))
    return meant_by_object(stage, index, verb);
  if (auto ahead = subject_ahead(stage, index)) return ahead;
  if (word == "it") {
    if (auto taker = taker_in_return(stage, index)) return taker;
  }
  if (const std::size_t object = alleged_of(stage, index); object < stage.chunks.size()) {
    auto whom = party_of(stage, object);
    if (!whom) whom = owner_of(stage, object);
    if (whom) whom->span = chunk.span;
    return whom;
  }
  if (word == "it") {
    if (auto state = state_of_speaking_body(stage, index)) return state;
    if (auto founded = founded_in_front(stage, index)) return founded;
  }
  if (word == "they") {
    if (auto state = state_of_speaking_officials(stage, index)) return state;
  }
  if (auto own = subject_meant(stage, index)) return own;
  if (stage.memory.subject_body && word != "itself" && word != "he" && word != "she" &&
      !(word == "they" && has_plural(stage, index)))
    return Named{*stage.memory.subject_body, chunk.span};
  const auto& people = stage.memory.people;
  if (word == "they" && people && people->actor && stage.told_just_before(*people) &&
      !has_plural(stage, index))
    return Named{*people->actor, chunk.span};  // "Italy sent 250 instructors. They will train …"
  if (word == "they" && stage.memory.firms && !has_plural(stage, index))
    return Named{*stage.memory.firms, chunk.span};  // "Polish firms gain. They have sold …"
  if (stage.memory.subject && word != "they" && word != "them")
    return Named{*stage.memory.subject, chunk.span};
  return std::nullopt;
}

}  // namespace msmt
