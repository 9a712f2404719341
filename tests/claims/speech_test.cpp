// Speech: who says a sentence, and how surely its words put it.
#include <catch2/catch.hpp>
#include <optional>

#include "chunks.hpp"
#include "claims/certainty.hpp"
#include "claims/speaker_names.hpp"

using msmt::Certainty;
using msmt::Speaker;
using msmt::SpeechMemory;
using msmt::test::Chunked;
using msmt::test::chunks_of;
using msmt::test::grammar;
using Names = std::vector<std::string>;

namespace {

const msmt::Constructions& constructions() {
  static const msmt::Constructions compiled(grammar());
  return compiled;
}

std::vector<Speaker> speakers_of(const Chunked& read, const SpeechMemory& memory = {}) {
  return msmt::find_speakers(grammar(), constructions(), read.doc, read.chunks, memory);
}

Names names_in(std::string_view text, const SpeechMemory& memory = {}) {
  Names names;
  for (const Speaker& speaker : speakers_of(chunks_of(text), memory)) {
    names.insert(names.end(), speaker.names.begin(), speaker.names.end());
  }
  return names;
}

/// Certainty of the verb group or noun phrase `trigger`; nullopt: no statement.
std::optional<Certainty> certainty(std::string_view text, std::string_view trigger) {
  const Chunked read = chunks_of(text);
  return msmt::certainty_of(grammar(), read.chunks, read.index(trigger), speakers_of(read), false);
}

}  // namespace

TEST_CASE("speech: a speaker stands before or behind what is said, or after according to") {
  CHECK(names_in("Reuters reported that Iran had sent drones to Sudan.") == Names{"Reuters"});
  CHECK(names_in("Iran sent drones to Sudan, Reuters reported.") == Names{"Reuters"});
  CHECK(names_in("\"Iran sent drones to Sudan,\" said Reuters.") == Names{"Reuters"});
  CHECK(names_in("According to Reuters, Iran sent drones to Sudan.") == Names{"Reuters"});
  CHECK(names_in("Iran sent drones to Sudan, according to Reuters.") == Names{"Reuters"});
  CHECK(names_in("Iran sent drones to Sudan.").empty());
}

TEST_CASE("speech: a speaker without a name keeps the words of the article") {
  CHECK(names_in("A South Korean lawmaker said that Iran had sent drones.") ==
        Names{"a South Korean lawmaker"});
  CHECK(names_in("Seoul said that Iran had sent drones.") == Names{"Seoul"});
}

TEST_CASE("speech: it stands for who spoke last") {
  SpeechMemory memory;
  memory.last = {"MSMT"};
  CHECK(names_in("It added that Iran had sent drones.", memory) == Names{"MSMT"});
}

TEST_CASE("speech: the report is that of the body which the article retells") {
  SpeechMemory memory;
  memory.report_owner = "MSMT";
  CHECK(names_in("The report said that Iran had sent drones.", memory) == Names{"MSMT"});
}

TEST_CASE("speech: the last name of a known person gives the full one") {
  SpeechMemory memory;
  memory.persons = {{"Rao", "Anita Rao"}};
  CHECK(names_in("Iran sent drones, Rao said.", memory) == Names{"Anita Rao"});
}

TEST_CASE("speech: certainty of a verb group") {
  CHECK(certainty("Iran sent drones.", "sent") == Certainty::reported);
  CHECK(certainty("Iran is believed to have sent drones.", "is believed to have sent") ==
        Certainty::believed);
  CHECK(certainty("Iran may have sent drones.", "may have sent") == Certainty::possible);
  CHECK(certainty("Iran plans to send drones.", "plans to send") == Certainty::planned);
  CHECK(certainty("Iran will send drones.", "will send") == Certainty::planned);
  CHECK(certainty("Iran has not sent drones.", "has not sent") == Certainty::denied);
  CHECK(certainty("Iran denied sending drones.", "denied sending") == Certainty::denied);
}

TEST_CASE("speech: conditions, wishes and questions state nothing") {
  CHECK_FALSE(certainty("Iran should send drones.", "should send"));
  CHECK_FALSE(certainty("Iran would have sent drones.", "would have sent"));
  CHECK_FALSE(certainty("If Iran sent drones, Sudan would win.", "sent"));
  CHECK_FALSE(certainty("Who sent drones to Sudan?", "sent"));
}

TEST_CASE("speech: the verb of saying counts as well") {
  CHECK(certainty("NATO confirmed that Iran had sent drones.", "had sent") == Certainty::confirmed);
  CHECK(certainty("NATO suspects that Iran sent drones.", "sent") == Certainty::possible);
  CHECK(certainty("Tehran denied that Iran had sent drones.", "had sent") == Certainty::denied);
  CHECK(certainty("NATO suspects that Iran plans to send drones.", "plans to send") ==
        Certainty::planned);
}

TEST_CASE("speech: the weaker of two certainties") {
  CHECK(msmt::weaker(Certainty::confirmed, Certainty::reported) == Certainty::reported);
  CHECK(msmt::weaker(Certainty::planned, Certainty::possible) == Certainty::planned);
  CHECK(msmt::weaker(Certainty::denied, Certainty::planned) == Certainty::denied);
}

TEST_CASE("speech: the article retells the report of the body named beside it") {
  const Chunked read = chunks_of("The MSMT published its first report on Thursday.");
  CHECK(msmt::find_report_owner(read.readings) == "MSMT");
  const Chunked none = chunks_of("The ministry published its first report on Thursday.");
  CHECK(msmt::find_report_owner(none.readings).empty());
}
