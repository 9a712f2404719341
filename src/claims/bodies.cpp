/// The body that "it", "its", "the panel" or "the group" stands for.
#include <algorithm>

#include "claims/parties.hpp"
#include "claims/party_words.hpp"

namespace msmt {

namespace {

/// "paid JNIM and armed the group": the armed or criminal group that the sentence has named last before the phrase.
std::optional<Named> group_of_sentence(const Stage& stage, std::size_t index,
                                       const std::string& lemma, Span span) {
  const bool armed = stage.grammar.is(WordClass::armed_body, lemma);
  if (lemma != "group" && lemma != "gang" && !armed) return std::nullopt;
  for (std::size_t k = index; k > 0; --k) {
    for (const Mention* mention : stage.chunks[k - 1].names) {
      const auto* body = std::get_if<Organization>(&mention->value);
      const bool fits = body != nullptr &&
                        (body->kind == "armed group" || (!armed && body->kind == "crime group"));
      if (fits) return Named{{body->name, ""}, span};
    }
  }
  return std::nullopt;
}

}  // namespace

std::optional<Named> body_for(const Stage& stage, std::size_t index) {
  const Chunk& chunk = stage.chunks[index];
  const bool noun = !chunk.pronoun && is_body_noun(stage.grammar, chunk.lemma);
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
      if (!chunk.pronoun && chunk.owner && left.definite && left.item_id == "monitoring-mechanism")
        return body_for(stage, k - 1);  // "the Panel in the form that it had prior to its end"
      if (left.owner && left.owner->party.iso2.empty() &&
          !is_owner_pronoun(left.owner->party.name)) {
        return Named{left.owner->party, span};
      }
    }
    // "Two years after its start, the panel …": the subject that follows
    const bool opens = chunk.pronoun && index == 0;  // "It belongs to the ministry"
    for (std::size_t k = index + 1; k < stage.chunks.size() && k < index + 4 && !opens; ++k) {
      const Chunk& right = stage.chunks[k];
      if (right.kind != ChunkKind::phrase) continue;
      if (right.party && right.party->party.iso2.empty()) return Named{right.party->party, span};
      if (is_body_noun(stage.grammar, right.lemma) && right.definite) return body_for(stage, k);
      break;
    }
    if (!stage.memory.bodies.empty()) return Named{stage.memory.bodies.front().named.party, span};
    return std::nullopt;
  }
  return body_called(stage, index, chunk.lemma, span);
}

std::optional<Named> body_called(const Stage& stage, std::size_t index, const std::string& lemma,
                                 Span span) {
  for (std::size_t k = index; k > 0; --k) {
    // "the renewal of the UN Panel of Experts …, and the panel": named earlier in the sentence
    for (const Mention* mention : stage.chunks[k - 1].names) {
      const auto* body = std::get_if<Organization>(&mention->value);
      if (body != nullptr && fold(body->name).find(lemma) != std::string::npos)
        return Named{{body->name, ""}, span};
    }
  }
  if (auto group = group_of_sentence(stage, index, lemma, span)) return group;
  for (const Body& body : stage.memory.bodies) {
    const std::string name = fold(body.named.party.name);
    if (name.find(lemma) != std::string::npos || body.called == lemma)
      return Named{body.named.party, span};
  }
  const bool panel = lemma == "panel" || lemma == "committee";
  const bool gang = lemma == "team" || lemma == "group";
  const bool team = gang || lemma == "mechanism" || lemma == "body" || lemma == "coalition";
  const bool armed = stage.grammar.is(WordClass::armed_body, lemma);
  if (armed || lemma == "group") {
    // the group that the article has taking or giving, before one that it only names
    // "to the group", "arming the group": taking
    const bool to = index > 0 && (is_word(stage.chunks[index - 1], "to") ||
                                  stage.chunks[index - 1].kind == ChunkKind::verb);
    for (const bool takes : {true, false}) {
      for (const Body& body : stage.memory.bodies) {
        const auto& pairs = stage.memory.pairs;
        const bool deals = std::any_of(pairs.begin(), pairs.end(), [&](const auto& pair) {
          return pair.second == body.named.party ||
                 ((!takes || !to) && pair.first == body.named.party);
        });
        if (deals && body.kind == "armed group") return Named{body.named.party, span};
      }
    }
  }
  if (stage.grammar.is(WordClass::any_body, lemma) && stage.memory.subject_org)
    return Named{*stage.memory.subject_org, span};
  if (stage.grammar.is(WordClass::any_body, lemma) && !stage.memory.bodies.empty()) {
    // "the body", "the organisation": the one named in this sentence's neighbourhood
    constexpr std::size_t kRecent = 2;  // sentences
    const Body& last = stage.memory.bodies.front();
    const bool official =
        last.kind != "company" && last.kind != "bank" && last.kind != "armed group";
    if (official && last.sentence + kRecent >= stage.reading.sentence)
      return Named{last.named.party, span};
  }
  for (const Body& body : stage.memory.bodies) {
    if (panel && body.kind == "expert panel") return Named{body.named.party, span};
    if ((team && (body.kind == "monitoring body" || body.kind == "founded")) ||
        (gang && body.kind == "crime group"))
      return Named{body.named.party, span};
    if ((armed || gang) && body.kind == "armed group") {
      const auto& group = stage.memory.group;  // "Houthi leaders … the movement"
      const bool newer = group && group->sentence > body.sentence;
      return Named{newer ? group->named.party : body.named.party, span};
    }
    if (lemma == "company" &&
        (body.kind == "company" || body.kind == "armed group" || body.kind == "bank"))
      return Named{body.named.party, span};
  }
  if ((armed || lemma == "group") && stage.memory.group)
    return Named{stage.memory.group->named.party, span};
  return std::nullopt;
}

}  // namespace msmt
