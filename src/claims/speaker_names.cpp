#include "claims/speaker_names.hpp"

#include <algorithm>
#include <map>

namespace msmt {

namespace {

/// "MSMT member countries": they speak as the body whose members they are.
const Organization* body_of_members(const Chunk& chunk) {
  if (chunk.lemma != "country" && chunk.lemma != "state" && chunk.lemma != "member" &&
      chunk.lemma != "nation")
    return nullptr;
  for (const Mention* name : chunk.names) {
    if (const auto* body = std::get_if<Organization>(&name->value)) return body;
  }
  return nullptr;
}

std::string without_article(std::string text) {
  for (const std::string_view article : {"The ", "the "}) {
    if (text.starts_with(article)) return text.substr(article.size());
  }
  return text;
}

}  // namespace

bool is_document(const Chunk& chunk) { return chunk.item_class == "document"; }

bool is_speaker(const Chunk& chunk) {
  return body_of_members(chunk) != nullptr || chunk.item_class == "speaker" || chunk.person ||
         chunk.party.has_value() || is_document(chunk);
}

bool known_person(const Document& doc, const Chunk& chunk, const SpeechMemory& memory) {
  if (chunk.kind != ChunkKind::phrase || chunk.pronoun) return false;
  return memory.persons.contains(std::string(doc.text(chunk.span)));
}

std::vector<std::string> names_of(const Document& doc, const std::vector<Chunk>& chunks,
                                  std::size_t index, const SpeechMemory& memory) {
  const Chunk& chunk = chunks[index];
  std::vector<std::string> names;
  const auto add = [&](const std::string& name) {
    if (!name.empty() && std::find(names.begin(), names.end(), name) == names.end())
      names.push_back(name);
  };
  const auto add_named = [&](const Named& named) {
    // a country speaks under the name that the text uses: "Seoul"
    if (named.party.iso2.empty()) {
      add(named.party.name);
    } else {
      add(quote(doc, named.span));
    }
  };
  if (chunk.pronoun) {
    const bool stands =
        chunk.head == "it" || chunk.head == "they" || chunk.head == "he" || chunk.head == "she";
    return stands ? memory.last : std::vector<std::string>{};
  }
  if (const auto known = memory.persons.find(std::string(doc.text(chunk.span)));
      known != memory.persons.end()) {
    return {known->second};
  }
  if (is_document(chunk)) {
    const bool joint = chunk.before.find("joint") != std::string::npos;
    if (chunk.owner && chunk.owner->party.iso2.empty() && chunk.owner->party.name.size() > 3) {
      add_named(*chunk.owner);
    }
    // "a report by X", "a report released by X", "the report from X"
    for (std::size_t k = index + 1; k + 1 < chunks.size() && k < index + 6; ++k) {
      if (chunks[k].kind == ChunkKind::word &&
          (chunks[k].word == "by" || chunks[k].word == "from" || chunks[k].word == "of") &&
          chunks[k + 1].kind == ChunkKind::phrase) {
        if (chunks[k + 1].party) add_named(*chunks[k + 1].party);
        break;
      }
      if (chunks[k].kind == ChunkKind::verb && chunks[k].voice != Voice::participle) break;
    }
    const bool generic = names.empty() || chunk.lemma == "report";
    if (generic && !joint && chunk.lemma != "statement" && !memory.report_owner.empty() &&
        (names.empty() || names.front() != memory.report_owner)) {
      names.insert(names.begin(), memory.report_owner);
    }
    if (names.empty()) add(without_article(quote(doc, chunk.span)));
    return names;
  }
  if (chunk.party) {
    add_named(*chunk.party);
    return names;
  }
  if (const Organization* body = body_of_members(chunk)) return {body->name};
  if (chunk.item_class == "speaker") {
    Span span = chunk.span;
    add(without_article(quote(doc, span)));
    for (const Mention* name : chunk.names) {
      if (std::holds_alternative<Organization>(name->value))
        add(std::get<Organization>(name->value).name);
    }
  }
  return names;
}

std::string find_report_owner(const std::vector<Reading>& readings) {
  std::map<std::string, int> score;
  std::vector<bool> reports;
  reports.reserve(readings.size());
  for (const Reading& reading : readings) {
    reports.push_back(
        std::any_of(reading.tokens.begin(), reading.tokens.end(), [](const Token& token) {
          return token.folded == "report" || token.folded == "assessment" ||
                 token.folded == "study" || token.folded == "findings";
        }));
  }
  for (std::size_t r = 0; r < readings.size(); ++r) {
    // beside the word counts most, the sentence before or after it less
    const bool near = (r > 0 && reports[r - 1]) || (r + 1 < reports.size() && reports[r + 1]);
    if (!reports[r] && !near) continue;
    for (const Mention& mention : readings[r].mentions) {
      const auto* body = std::get_if<Organization>(&mention.value);
      if (body == nullptr) continue;
      if (body->kind == "monitoring body" || body->kind == "think tank" ||
          body->kind == "expert panel") {
        score[body->name] += reports[r] ? 4 : 2;
        // a panel that only stands in another body's history weighs less than the one that reports
        if (body->kind == "expert panel") score[body->name] -= 1;
      }
    }
  }
  std::string best;
  int most = 0;
  for (const auto& [name, points] : score) {
    if (points > most) {
      most = points;
      best = name;
    }
  }
  return best;
}

}  // namespace msmt
