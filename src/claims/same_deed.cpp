/// Who did the same as was told before: "Ghana listed 12 generals. Togo did the same in April."
#include <algorithm>
#include <iterator>

#include "claims/ellipsis.hpp"
#include "claims/fill_sanctions.hpp"
#include "claims/relative.hpp"
#include "claims/sentence_claims.hpp"

namespace msmt {

namespace {

/// "did the same", "followed suit": chunk i says no more of its deed.
bool does_the_same(const Stage& stage, std::size_t i) {
  const auto& chunks = stage.chunks;
  if (i + 1 >= chunks.size() || chunks[i].kind != ChunkKind::verb ||
      chunks[i].voice == Voice::passive || chunks[i + 1].kind != ChunkKind::phrase)
    return false;
  if (chunks[i].lemma == "follow") return chunks[i + 1].head == "suit";
  return chunks[i].lemma == "do" && fold(stage.doc.words(chunks[i + 1].span)) == "the same";
}

/// Who does what chunk i says: a state, or a body that makes rules.
std::optional<Named> doer_of(const Stage& stage, std::size_t i) {
  if (i == 0) return std::nullopt;
  const Chunk& c = stage.chunks[i - 1];
  if (c.kind != ChunkKind::phrase || c.pronoun || !lists_names(c)) return std::nullopt;
  return party_of(stage, i - 1);
}

/// The claims of this sentence so far, else of the one before.
std::vector<Claim> told_before(const Stage& stage) {
  const auto& said = stage.memory.said;
  const auto of_sentence = [&](std::size_t begin) {
    auto first = said.end();  // only the last ones can be of that sentence
    while (first != said.begin() && std::prev(first)->evidence.bytes.begin >= begin) --first;
    std::vector<Claim> out;
    std::copy_if(first, said.end(), std::back_inserter(out),
                 [&](const Claim& claim) { return claim.evidence.bytes.begin == begin; });
    return out;
  };
  std::vector<Claim> out = of_sentence(stage.sentence_begin());
  const std::size_t now = stage.reading.sentence;
  if (out.empty() && now > 0) out = of_sentence(stage.doc.sentences[now - 1].span.begin);
  return out;
}

/// The same deed by another, with its own day; how many of the goods went is not said. same: the words for what was done;
/// i: the last chunk of those and of who did it.
Claim by_another(const Stage& stage, const Claim& told, const Named& doer, Span same,
                 std::size_t i) {
  Claim claim = told;
  claim.period.reset();
  claim.attribution.clear();
  claim.evidence.spans.clear();
  claim.evidence.rule = told.type + ".same";
  if (claim.type == "transfer" || claim.type == "deployment") claim.quantity.reset();
  claim.actor = doer.party;
  claim.evidence.spans.emplace_back("trigger", same);
  claim.evidence.spans.emplace_back("actor", doer.span);
  if (claim.target) claim.evidence.spans.emplace_back("target", same);
  if (claim.item) claim.evidence.spans.emplace_back("item", same);
  if (claim.quantity) claim.evidence.spans.emplace_back("quantity", same);
  if (i + 1 < stage.chunks.size() && stage.chunks[i + 1].kind == ChunkKind::date) {
    set_period(claim, stage.chunks[i + 1]);
  }
  return claim;
}

/// "So did Togo", "and so has Chad": the verb at chunk i says only that it was so.
bool says_so(const Stage& stage, std::size_t i, std::string_view lemma) {
  const auto& chunks = stage.chunks;
  return i > 0 && i + 1 < chunks.size() && chunks[i].kind == ChunkKind::verb &&
         chunks[i].lemma == lemma && !chunks[i].negated && chunks[i].modals.empty() &&
         is_word(chunks[i - 1], "so") && chunks[i + 1].kind == ChunkKind::phrase;
}

/// "Nine million shells were sent, and so were 100 missiles and 200 howitzers": the same was done with other goods.
std::vector<Claim> other_goods(const Stage& stage, std::size_t i) {
  std::vector<Claim> out;
  const std::vector<Claim> before = told_before(stage);
  if (before.empty() || before.back().type != "transfer" || !before.back().item ||
      before.back().certainty == Certainty::denied)
    return out;
  const Claim& told = before.back();
  for (std::size_t k = i + 1; k < stage.chunks.size(); ++k) {
    const Chunk& c = stage.chunks[k];
    if (is_word(c, ",") || is_word(c, "and") || is_word(c, "as well as")) continue;
    const std::string klass = c.kind == ChunkKind::phrase ? class_of(stage.grammar, c) : "";
    if (klass.empty() || Grammar::type_of_class(klass) != told.type) break;
    Claim claim = told;
    claim.evidence.rule = told.type + ".same";
    claim.evidence.spans.clear();
    claim.evidence.spans.emplace_back("trigger", stage.chunks[i].span);
    claim.evidence.spans.emplace_back("item", c.span);
    claim.item = item_of(stage, c);
    claim.quantity.reset();
    if (c.quantity != nullptr) {
      claim.quantity = std::get<Quantity>(c.quantity->value);
      claim.evidence.spans.emplace_back("quantity", c.quantity->span);
    }
    out.push_back(std::move(claim));
  }
  return out;
}

}  // namespace

std::vector<Claim> same_deeds(const Stage& stage, std::size_t i) {
  static constexpr std::string_view kTypes[] = {"sanction", "limit", "transfer", "deployment"};
  if (says_so(stage, i, "be")) return other_goods(stage, i);
  const bool so = says_so(stage, i, "do") || says_so(stage, i, "have");
  if (!so && !does_the_same(stage, i)) return {};
  const auto doer = so ? party_of(stage, i + 1) : doer_of(stage, i);
  if (!doer) return {};
  const Span same = stage.chunks[so ? i : i + 1].span;
  std::vector<Claim> out;
  for (const Claim& told : told_before(stage)) {
    const bool of_kind =
        std::find(std::begin(kTypes), std::end(kTypes), told.type) != std::end(kTypes);
    if (!of_kind || !told.actor || *told.actor == doer->party || told.target == doer->party ||
        told.certainty == Certainty::denied)
      return {};  // several deeds, of which nothing says which is the same
    out.push_back(by_another(stage, told, *doer, same, i + 1));
  }
  const bool one_deed = std::all_of(
      out.begin(), out.end(), [&](const Claim& claim) { return claim.type == out.front().type; });
  return one_deed ? out : std::vector<Claim>{};
}

}  // namespace msmt
