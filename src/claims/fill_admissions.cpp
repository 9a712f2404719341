/// Members that a body takes in, and how many it has with them.
///
///     "Sweden became NATO's 32nd member"   NATO has 32
#include <string>

#include "claims/clause_words.hpp"
#include "claims/fill_bodies.hpp"
#include "claims/filler.hpp"

namespace msmt {

namespace {

/// The number that token t is the ordinal of, "tenth" or the "32" of "32nd"; nullopt for none.
std::optional<double> rank_at(const Filler& f, std::size_t t) {
  const auto& tokens = f.stage.reading.tokens;
  const std::string_view word = tokens[t].folded;
  const Table& calendar = f.stage.grammar.lexicons().table("calendar");
  for (const Row& row : calendar.rows) {
    if (calendar.cell(row, "kind") != "ordinal") continue;
    for (const std::string_view form : calendar.list(row, "forms")) {
      if (form == word) return std::stod(std::string(calendar.cell(row, "value")));
    }
  }
  constexpr std::size_t kMost = 3;  // digits
  if (word.empty() || word.size() > kMost ||
      word.find_first_not_of("0123456789") != std::string_view::npos || t + 1 >= tokens.size())
    return std::nullopt;
  const std::string_view ending = tokens[t + 1].folded;
  const bool ordinal =
      tokens[t + 1].glued && (ending == "st" || ending == "nd" || ending == "rd" || ending == "th");
  return ordinal ? std::optional(std::stod(std::string(word))) : std::nullopt;
}

}  // namespace

void count_by_rank(const Filler& f, Claim& claim, std::size_t i) {
  const Chunk& c = f.chunk(i);
  if (c.lemma != "member" || is_plural(c.head)) return;
  for (std::size_t t = c.first; t + 1 < c.last; ++t) {
    const auto rank = rank_at(f, t);
    if (!rank || *rank < 2) continue;
    if (c.before.ends_with("est")) return;  // "its second largest member"
    Quantity count;
    count.value = count.low = count.high = *rank;
    count.unit = c.lemma;
    claim.quantity = count;
    add_span(claim, "quantity", {f.stage.reading.tokens[t].span.begin, c.span.end});
    return;
  }
}

bool admits_state(const Filler& f) {
  const auto& member = get(f.roles, "member");
  if (member.empty() || !f.chunk(member.front()).country_head) return false;
  // "NATO admitted Russia was ahead": said, and not taken in
  const std::size_t next = member.front() + 1;
  return member.front() < f.at || next >= f.stage.chunks.size() || !is_finite(f.chunk(next));
}

const Mention* count_drawn_in(const Filler& f) {
  static constexpr std::string_view kStates[] = {"nation", "country", "state", "government"};
  for (const Mention& mention : f.stage.reading.mentions) {
    const auto* quantity = std::get_if<Quantity>(&mention.value);
    if (quantity == nullptr || f.trigger().of.empty() || f.trigger().of.begin != mention.span.begin)
      continue;
    for (const std::string_view unit : kStates) {
      if (quantity->unit == unit) return &mention;
    }
  }
  return nullptr;
}

}  // namespace msmt
