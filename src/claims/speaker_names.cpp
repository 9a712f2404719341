#include "claims/speaker_names.hpp"

#include <algorithm>
#include <array>

#include "claims/clause_words.hpp"

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

/// The body that "the team" or "the group" stands for; "" where none that reports was named.
std::string monitor_meant(const Chunk& chunk, const SpeechMemory& memory) {
  for (const Mention* name : chunk.names) {
    if (const auto* body = std::get_if<Organization>(&name->value)) return body->name;
  }
  if (chunk.lemma == "author" || chunk.lemma == "expert" || chunk.lemma == "investigator" ||
      chunk.lemma == "researcher")
    return memory.report_owner;  // "the authors" are those of the report
  const bool panel = chunk.lemma == "panel";
  const bool lately = !memory.bodies.empty() && (memory.bodies.front().second == "think tank" ||
                                                 memory.bodies.front().second == "university");
  if (chunk.definite && chunk.lemma == "group" && lately) return memory.bodies.front().first;
  const bool group = chunk.lemma == "group" || chunk.lemma == "body" || chunk.lemma == "coalition";
  for (const auto& [name, kind] : memory.bodies) {
    if (kind == "expert panel" ? panel : kind == "monitoring body") return name;
    if (kind == "armed group" && group) return name;
    if (kind == "think tank" && !panel && name == memory.report_owner) return name;
  }
  // "a multinational monitoring group said", before it is named
  return panel ? std::string() : memory.report_owner;
}

/// "previous reports", "Western reports", "another report", "a Ukrainian report": no other document than
/// the one whose author the article has named is "the report".
bool other_document(const Chunk& chunk) {
  const bool another = chunk.before.find("another") != std::string::npos ||
                       chunk.before.find("separate") != std::string::npos ||
                       chunk.before.find("different") != std::string::npos;
  const bool of_state = chunk.owner && !chunk.owner->party.iso2.empty() && !chunk.owner_bare;
  return another || of_state || (is_plural(chunk.head) && !chunk.definite);
}

}  // namespace

std::string without_article(std::string text) {
  for (const std::string_view article : {"The ", "the "}) {
    if (text.starts_with(article)) return text.substr(article.size());
  }
  // "A lawmaker said" at the start of a sentence is "a lawmaker" elsewhere
  if (text.starts_with("A ") || text.starts_with("An ")) text.front() = 'a';
  return text;
}

bool is_document(const Chunk& chunk) {
  // "intelligence reports" are data as goods, and say something as a subject
  return chunk.item_class == "document" || chunk.lemma == "report";
}

bool is_monitor(const Chunk& chunk) {
  static constexpr std::array<std::string_view, 11> kNouns = {
      "team",     "panel", "group",     "monitor",   "watchdog", "mechanism",
      "monitors", "body",  "taskforce", "coalition", "bloc"};
  static constexpr std::array<std::string_view, 4> kWriters = {"author", "expert", "investigator",
                                                               "researcher"};
  if (chunk.kind != ChunkKind::phrase || chunk.pronoun || chunk.party || chunk.person) return false;
  if (std::find(kNouns.begin(), kNouns.end(), chunk.lemma) != kNouns.end()) return true;
  return chunk.definite && is_plural(chunk.head) &&
         std::find(kWriters.begin(), kWriters.end(), chunk.lemma) != kWriters.end();
}

bool is_speaker(const Chunk& chunk) {
  return body_of_members(chunk) != nullptr || chunk.item_class == "speaker" || chunk.person ||
         chunk.party.has_value() || is_document(chunk) || is_monitor(chunk);
}

bool is_first_person(const Chunk& chunk) {
  return chunk.pronoun && (chunk.head == "we" || chunk.head == "i");
}

bool known_person(const Document& doc, const Chunk& chunk, const SpeechMemory& memory) {
  if (chunk.kind != ChunkKind::phrase || chunk.pronoun) return false;
  return memory.persons.contains(std::string(doc.words(chunk.span)));
}

namespace {

/// "the defence minister, Shin Won-sik, said", "Sergei Shoigu, secretary of the council, said": the
/// person beside a title; "" for none.
std::string apposed_person(const std::vector<Chunk>& chunks, std::size_t index) {
  if (chunks[index].item_class != "speaker" || chunks[index].person) return {};
  const auto name = [&](std::size_t i) {
    const Chunk& who = chunks[i];
    return who.kind == ChunkKind::phrase && who.person && who.party ? who.party->party.name
                                                                    : std::string();
  };
  // "the Coordinator for Strategic Communications John Kirby said"
  for (std::size_t k = index + 2; k + 1 < chunks.size() && is_word(chunks[index + 1], "for"); ++k) {
    if (chunks[k].kind == ChunkKind::word && !is_word(chunks[k], "and")) break;
    if (chunks[k].kind == ChunkKind::verb) break;
    if (!name(k).empty() && chunks[k].party->span.begin > chunks[k].span.begin) return name(k);
  }
  std::size_t next = index + 1;  // past "of the Security Council", "(HUR)"
  while (
      next + 1 < chunks.size() && next < index + 6 &&
      (is_word(chunks[next], "of") || is_word(chunks[next], "(") || is_word(chunks[next], "at"))) {
    next += is_word(chunks[next], "(") ? std::size_t{3} : std::size_t{2};
  }
  if (next + 1 < chunks.size() && is_word(chunks[next], ",") && !name(next + 1).empty() &&
      (next + 2 >= chunks.size() || is_word(chunks[next + 2], ",") ||
       chunks[next + 2].kind == ChunkKind::verb || is_word(chunks[next + 2], ".")))
    return name(next + 1);
  // but not "in attacks on the city of Deir el-Zour, activists said"
  if (index >= 2 && is_word(chunks[index - 1], ",") && !is_governed(chunks, index - 2))
    return name(index - 2);
  return {};
}

/// "by the institute (ISS), in cooperation with Kyodo": who made a document with its author, from chunk
/// `from` on; the number of chunks for nobody.
std::size_t partner_of_author(const std::vector<Chunk>& chunks, std::size_t from) {
  static constexpr std::array<std::string_view, 5> kTogether = {
      "conjunction", "cooperation", "collaboration", "partnership", "association"};
  constexpr std::size_t kFar = 9;
  for (std::size_t k = from; k + 1 < chunks.size() && k < from + kFar; ++k) {
    if (chunks[k].kind == ChunkKind::verb) break;
    const bool with =
        is_word(chunks[k], "together with") || is_word(chunks[k], "along with") ||
        (is_word(chunks[k], "with") &&
         std::find(kTogether.begin(), kTogether.end(), chunks[k - 1].head) != kTogether.end());
    if (with && chunks[k + 1].party && chunks[k + 1].party->party.iso2.empty()) return k + 1;
  }
  return chunks.size();
}

/// "the official", after "an official at the Defense Ministry" spoke; "the agency", after it was named.
std::string known_speaker(const Chunk& chunk, const SpeechMemory& memory) {
  for (const std::string& name : memory.last_person) {
    const std::string text = fold(name);
    if (text.ends_with(chunk.lemma) || text.find(chunk.lemma + " ") != std::string::npos)
      return name;
  }
  const bool agency = chunk.lemma == "agency" || chunk.lemma == "service";
  const bool ministry = chunk.lemma == "ministry" || chunk.lemma == "department";
  for (const auto& [name, kind] : memory.bodies) {
    if (agency && (kind == "intelligence service" || kind == "news agency")) return name;
    if (ministry && kind == "government body" && fold(name).find(chunk.lemma) != std::string::npos)
      return name;
  }
  return {};
}

/// "the team's first report": the body without its name whose document it is; "" for none.
std::string owning_monitor(const Document& doc, const Chunk& chunk, const SpeechMemory& memory) {
  const std::string text = fold(doc.words(chunk.span));
  for (const std::string_view noun : {"team", "panel", "group", "monitors", "watchdog"}) {
    const std::size_t at = text.find(noun);
    if (at == std::string::npos || text.compare(at + noun.size(), 1, "'") != 0) continue;
    Chunk monitor;
    monitor.lemma = noun;
    return monitor_meant(monitor, memory);
  }
  return {};
}

}  // namespace

std::size_t source_before(const std::vector<Chunk>& chunks, std::size_t index) {
  for (std::size_t k = index; k > 0; --k) {
    const Chunk& left = chunks[k - 1];
    if (left.kind != ChunkKind::phrase || left.pronoun) continue;
    const bool free = k < 2 || chunks[k - 2].kind != ChunkKind::word ||
                      !(is_preposition(chunks[k - 2].word) || chunks[k - 2].word == "(");
    if (!free || (k >= 2 && chunks[k - 2].kind == ChunkKind::verb)) continue;
    const bool source = is_document(left) || is_monitor(left) || left.item_class == "speaker";
    if (!source && !left.party) continue;
    for (std::size_t m = k; m < index; ++m) {
      if (!is_finite(chunks[m])) continue;
      static constexpr std::array<std::string_view, 7> kSay = {
          "say", "deny", "confirm", "reject", "admit", "acknowledge", "report"};
      const auto says = [&](const std::string& lemma) {
        return std::find(kSay.begin(), kSay.end(), lemma) != kSay.end();
      };
      const auto& chain = chunks[m].chain;
      const bool spoke = says(chunks[m].lemma) || std::any_of(chain.begin(), chain.end(), says);
      if (source || spoke) return k - 1;
      break;
    }
  }
  return index;
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
    if (is_first_person(chunk) && !memory.floor.empty()) return {memory.floor};
    if (chunk.head == "he" || chunk.head == "she")
      return memory.last_person.empty() ? memory.last : memory.last_person;
    if (chunk.head != "it" && chunk.head != "they") return names;
    const std::size_t subject = source_before(chunks, index);
    if (subject < index) return names_of(doc, chunks, subject, memory);
    // "Moscow gives no figures, but it asserts"
    const bool goes_on = chunk.head == "it" && index > 2 && is_word(chunks[index - 1], "but") &&
                         chunks[0].country_head && is_finite(chunks[1]);
    return goes_on ? names_of(doc, chunks, 0, memory) : memory.last;
  }
  if (const auto known = memory.persons.find(std::string(doc.words(chunk.span)));
      known != memory.persons.end()) {
    return {known->second};
  }
  if (is_document(chunk)) {
    const bool joint = chunk.before.find("joint") != std::string::npos;
    if (chunk.owner && chunk.owner->party.iso2.empty() && chunk.owner->party.name.size() > 3) {
      add_named(*chunk.owner);
    }
    if (names.empty()) add(owning_monitor(doc, chunk, memory));
    // "a report by X", "a report released by X", "the report from X"
    for (std::size_t k = index + 1; k + 1 < chunks.size() && k < index + 6; ++k) {
      if (chunks[k].kind == ChunkKind::word &&
          (chunks[k].word == "by" || chunks[k].word == "from" || chunks[k].word == "of") &&
          chunks[k + 1].kind == ChunkKind::phrase) {
        if (chunks[k + 1].party) add_named(*chunks[k + 1].party);
        // "two reports of the panel"
        if (!chunks[k + 1].party && is_monitor(chunks[k + 1]))
          add(monitor_meant(chunks[k + 1], memory));
        if (const std::size_t partner = partner_of_author(chunks, k + 2); partner < chunks.size())
          add_named(*chunks[partner].party);
        break;
      }
      if (chunks[k].kind == ChunkKind::verb && chunks[k].voice != Voice::participle) break;
    }
    // "Russian government statistics" are nobody else's
    const bool states = chunk.owner && !chunk.owner->party.iso2.empty();
    const bool generic =
        ((names.empty() && !states) || chunk.lemma == "report") && !other_document(chunk);
    if (generic && !joint && chunk.lemma != "statement" && !memory.report_owner.empty() &&
        (names.empty() || names.front() != memory.report_owner)) {
      names.insert(names.begin(), memory.report_owner);
    }
    if (names.empty()) add(without_article(quote(doc, chunk.span)));
    return names;
  }
  if (const std::string name = apposed_person(chunks, index); !name.empty()) add(name);
  if (chunk.party) {
    add_named(*chunk.party);
    return names;
  }
  if (const Organization* body = body_of_members(chunk)) return {body->name};
  if (is_monitor(chunk)) {
    add(monitor_meant(chunk, memory));
    if (!names.empty()) return names;
  }
  if (chunk.item_class == "speaker") {
    if (chunk.definite && names.empty()) {
      // "the official", "the agency": the one who spoke before
      if (std::string known = known_speaker(chunk, memory); !known.empty()) return {known};
    }
    add(without_article(quote(doc, chunk.span)));
    if (index + 2 < chunks.size() && chunks[index + 1].kind == ChunkKind::word &&
        (chunks[index + 1].word == "at" || chunks[index + 1].word == "of" ||
         chunks[index + 1].word == "from" || chunks[index + 1].word == "with")) {
      // "an official at the Defense Ministry"
      for (const Mention* name : chunks[index + 2].names) {
        if (std::holds_alternative<Organization>(name->value))
          add(std::get<Organization>(name->value).name);
      }
    }
    for (const Mention* name : chunk.names) {
      if (std::holds_alternative<Organization>(name->value))
        add(std::get<Organization>(name->value).name);
    }
  }
  return names;
}

}  // namespace msmt
