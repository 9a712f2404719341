/// Sales and packages told of piece by piece: what lists with semicolons hold, what is "also included",
/// and whose sale a noun without sides goes on with.
///
///     "The sale includes 30 jets; 40 missiles for $40 million; and spare parts"
///     "Also included are radios and spare parts"
#include <algorithm>

#include "claims/clause_words.hpp"
#include "claims/fill_goods.hpp"
#include "claims/filler.hpp"
#include "claims/flow.hpp"
#include "claims/relative.hpp"

namespace msmt {

namespace {

/// The phrases of a list from chunk `from` to `to`: up to the first word that is no part of a list.
void add_list(const std::vector<Chunk>& chunks, std::size_t from, std::size_t to,
              std::vector<std::size_t>& out) {
  for (std::size_t k = from; k < to; ++k) {
    const Chunk& c = chunks[k];
    if (is_word(c, "(")) {
      while (k + 1 < to && !is_word(chunks[k], ")")) ++k;
      continue;
    }
    if (is_word(c, ",") || is_word(c, "and")) continue;
    if (c.kind != ChunkKind::phrase) return;
    out.push_back(k);
  }
}

}  // namespace

std::vector<std::size_t> behind_semicolons(const Filler& f) {
  const auto& chunks = f.stage.chunks;
  std::vector<std::size_t> out;
  if (f.items().empty()) return out;
  std::size_t k = f.items().back() + 1;
  while (k < chunks.size() && !is_word(chunks[k], ";")) {
    if (is_finite(chunks[k])) return out;
    ++k;
  }
  while (k + 1 < chunks.size()) {
    std::size_t end = k + 1;
    std::size_t comma = end;
    while (end < chunks.size() && !is_word(chunks[end], ";")) {
      if (is_finite(chunks[end])) {
        // "; and rifles, the ministry said"; else a clause of its own
        if (comma > k + 1) add_list(chunks, k + 1, comma, out);
        return out;
      }
      if (is_word(chunks[end], ",")) comma = end;
      ++end;
    }
    add_list(chunks, k + 1, end, out);
    k = end;
  }
  return out;
}

std::vector<std::size_t> also_included(const Filler& f) {
  const auto& chunks = f.stage.chunks;
  std::vector<std::size_t> out;
  const bool fronted = f.trigger().voice == Voice::participle && f.at <= 1 &&
                       f.at + 2 < chunks.size() && chunks[f.at + 1].kind == ChunkKind::verb &&
                       chunks[f.at + 1].lemma == "be" && !chunks[f.at + 1].negated;
  if (fronted) add_list(chunks, f.at + 2, chunks.size(), out);
  return out;
}

std::vector<Claim> brought_to(const Filler& f, const Claim& claim) {
  const auto& chunks = f.stage.chunks;
  // "brings the total assistance to", "brings the total | US assistance to"
  const bool apart = f.at > 1 && chunks[f.at - 1].head == "total";
  const std::size_t verb = apart ? f.at - 2 : f.at - 1;
  const bool brings = f.at > 0 && chunks[verb].kind == ChunkKind::verb &&
                      chunks[verb].lemma == "bring" &&
                      (apart || f.trigger().before.find("total") != std::string::npos);
  std::vector<Claim> out;
  for (std::size_t k = f.at + 1; brings && k + 1 < chunks.size() && !is_finite(chunks[k]); ++k) {
    const bool joins = is_word(chunks[k], "to") || (!out.empty() && is_word(chunks[k], "and"));
    if (!joins || !chunks[k + 1].money) continue;
    Claim sum = claim;
    f.set_quantity(sum, k + 1);
    for (std::size_t d = k + 2; d < chunks.size() && d < k + 5 && !is_word(chunks[d], ","); ++d) {
      if (chunks[d].kind != ChunkKind::date) continue;
      const auto& date = std::get<Date>(chunks[d].date->value);
      if (!date.edtf.empty() || waits_for_anchor(date)) sum.period = date;
      add_span(sum, "period", chunks[d].span);
    }
    out.push_back(std::move(sum));
  }
  return out.empty() ? std::vector<Claim>{claim} : out;
}

std::size_t lot_before(const Filler& f, std::size_t i) {
  // "a package for Kenya, which includes …": the lot, and not who takes it
  if (i < 2 || f.sides.construction != "relative" || !f.chunk(i).party) return i;
  if (!is_word(f.chunk(i - 1), "for") && !is_word(f.chunk(i - 1), "to")) return i;
  const Chunk& lot = f.chunk(i - 2);
  const bool gives =
      lot.kind == ChunkKind::phrase &&
      (lot.item_class == "aid" || lot.item_class == "deed" || lot.item_id == "military-supplies");
  return gives ? i - 2 : i;
}

std::optional<Claim> sale_told(const Stage& stage, std::size_t trigger) {
  const Chunk& noun = stage.chunks[trigger];
  if (noun.kind != ChunkKind::phrase || (noun.lemma != "sale" && noun.lemma != "supply"))
    return std::nullopt;
  const bool trade = is_plural(noun.head) && noun.before.empty() && !noun.definite;
  const auto& said = stage.memory.said;
  if (trade || said.empty()) return std::nullopt;  // "Sales of rifles are banned"
  const std::size_t now = stage.reading.sentence;
  const std::size_t since = stage.doc.sentences[now > 1 ? now - 2 : 0].span.begin;
  if (noun.lemma == "supply") {
    // "the package, which includes the supply of 40 missiles": of the package that was told of
    const bool held = trigger > 1 && stage.chunks[trigger - 1].kind == ChunkKind::verb &&
                      stage.chunks[trigger - 1].lemma == "include";
    const bool package = std::any_of(
        stage.chunks.begin(), stage.chunks.begin() + static_cast<std::ptrdiff_t>(trigger),
        [](const Chunk& c) { return c.item_class == "aid" && c.definite; });
    if (!held || !package || stage.memory.pairs.empty()) return std::nullopt;
    Claim told;
    told.actor = stage.memory.pairs.front().first;
    told.target = stage.memory.pairs.front().second;
    return told;
  }
  for (std::size_t n = said.size(); n > 0; --n) {
    const Claim& before = said[n - 1];
    if (before.evidence.bytes.begin < since && before.evidence.bytes.size() > 0) break;
    const bool between = before.type == "transfer" && before.actor && before.target &&
                         !before.actor->iso2.empty() && !before.target->iso2.empty();
    if (between) return before;
  }
  return std::nullopt;
}

}  // namespace msmt
