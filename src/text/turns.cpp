// The turns of a transcript: the labels before paragraphs that say who speaks, "MR. KARLSEN:", "Q".

#include <algorithm>
#include <array>
#include <map>

#include "text/page.hpp"
#include "text/utf8.hpp"

namespace msmt::text {
namespace {

constexpr std::size_t kLongestLabel = 60;  ///< bytes
constexpr std::size_t kMostWords = 6;

template <std::size_t N>
bool is_one_of(const std::array<std::string_view, N>& words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

bool asks(std::string_view folded) {
  static constexpr std::array<std::string_view, 6> kAsking = {
      "q", "question", "reporter", "journalist", "audience member", "speaker from the floor"};
  return is_one_of(kAsking, folded);
}

/// "MR. KARLSEN", "Secretary Dupont", "THE PRESIDENT": a title, with a name or another word beside it.
bool holds_title(std::string_view folded) {
  static constexpr std::array<std::string_view, 22> kTitles = {
      "official",   "spokesperson", "spokesman", "spokeswoman", "director",  "commander",
      "mr",         "mr.",          "ms",        "ms.",         "mrs.",      "dr.",
      "sen.",       "rep.",         "general",   "admiral",     "secretary", "president",
      "ambassador", "minister",     "colonel",   "senator"};
  std::size_t at = 0;
  while (at < folded.size()) {
    const std::size_t end = std::min(folded.find(' ', at), folded.size());
    if (is_one_of(kTitles, folded.substr(at, end - at))) return end - at < folded.size();
    at = end + 1;
  }
  return false;
}

/// "WATCH: …", "NOTE: …": heads of lines that no speaker has.
bool heads_line_of_page(std::string_view folded) {
  static constexpr std::array<std::string_view, 14> kHeads = {
      "read", "watch",  "listen", "see",  "note",    "update", "updated",
      "more", "source", "photo",  "date", "related", "video",  "breaking"};
  return is_one_of(kHeads, folded.substr(0, folded.find(' ')));
}

/// A label as it stands at the start of a block.
struct TurnLabel {
  Span name;             ///< what it says, without colon
  std::size_t text = 0;  ///< where what is said begins
  std::string folded;
  bool capitals = false;
  bool title = false;
  bool question = false;
};

bool all_capitals(std::string_view text) {
  std::size_t letters = 0;
  for (std::size_t at = 0; at < text.size() && text[at] != '(';) {
    const utf8::CodePoint c = utf8::decode(text, at);
    if (utf8::is_lower(c.value)) return false;
    if (utf8::is_upper(c.value)) ++letters;
    at += c.size;
  }
  return letters > 1;
}

/// "Q    Did you" and "Q: Did you": the letter alone.
std::optional<TurnLabel> bare_question(std::string_view text, Span block) {
  if (block.size() < 3 || text[block.begin] != 'Q') return std::nullopt;
  const bool colon = text[block.begin + 1] == ':' || text[block.begin + 1] == '.';
  const std::size_t after = block.begin + (colon ? 2 : 1);
  const std::size_t next = utf8::skip_space(text, after, block.end);
  if (next == after || next >= block.end) return std::nullopt;
  TurnLabel label{{block.begin, block.begin + 1}, next, "q"};
  label.question = true;
  return label;
}

std::optional<TurnLabel> label_of(std::string_view text, Span block) {
  if (auto question = bare_question(text, block)) return question;
  const std::size_t colon =
      text.substr(block.begin, std::min(block.size(), kLongestLabel)).find(':');
  if (colon == text.npos || colon == 0) return std::nullopt;
  const std::size_t end = block.begin + colon;
  const std::size_t next = utf8::skip_space(text, end + 1, block.end);
  if (next == end + 1 || next >= block.end) return std::nullopt;
  const Span name{block.begin, end};
  TurnLabel label{name, next, fold_line(text.substr(name.begin, name.size()))};
  const auto words =
      static_cast<std::size_t>(std::count(label.folded.begin(), label.folded.end(), ' ') + 1);
  const bool digits = label.folded.find_first_of("0123456789\"") != std::string::npos;
  if (words > kMostWords || digits || heads_line_of_page(label.folded)) return std::nullopt;
  label.capitals = all_capitals(text.substr(name.begin, name.size()));
  label.title = holds_title(label.folded);
  label.question = asks(label.folded);
  if (!label.capitals && !label.title && !label.question) return std::nullopt;
  return label;
}

/// One label says nothing, "UPDATE: …", nor do the towns that head items of news.
bool make_transcript(const std::vector<std::optional<TurnLabel>>& labels) {
  std::map<std::string, int> times;
  bool sure = false;
  int count = 0;
  bool again = false;
  for (const auto& label : labels) {
    if (!label) continue;
    if (label->title && label->capitals) return true;  // "MR. KARLSEN:" is nothing else
    ++count;
    sure = sure || label->title || label->question;
    again = ++times[label->folded] > 1 || again;
  }
  return count > 1 && (sure || (again && times.size() > 1));
}

}  // namespace

std::vector<Turn> cut_turns(std::string_view text, std::vector<Block>& blocks) {
  std::vector<std::optional<TurnLabel>> labels;
  labels.reserve(blocks.size());
  for (const Block& block : blocks) {
    const bool body = block.zone == Zone::body && !block.dateline;
    labels.push_back(body ? label_of(text, block.span) : std::nullopt);
  }
  if (!make_transcript(labels)) return {};
  std::vector<Turn> turns;
  for (std::size_t i = 0; i < blocks.size(); ++i) {
    if (!labels[i]) continue;
    turns.push_back({labels[i]->name, labels[i]->question, labels[i]->title});
    blocks[i].span.begin = labels[i]->text;
  }
  return turns;
}

}  // namespace msmt::text
