#include "claims/fate.hpp"

#include "claims/sentence_claims.hpp"

namespace msmt {

namespace {

std::string_view fate_of(const Grammar& grammar, const Chunk& c) {
  if (c.lemma == "toll" && c.before.ends_with("death")) return "killed";
  if (grammar.is(WordClass::killed, c.lemma)) return "killed";
  if (grammar.is(WordClass::wounded, c.lemma)) return "wounded";
  return grammar.is(WordClass::captured, c.lemma) ? "captured" : std::string_view();
}

/// "were killed or wounded": whether the words go on from chunk i with another fate of the same people.
bool joins_other_fate(const Stage& stage, std::size_t i) {
  const auto& chunks = stage.chunks;
  const bool joined =
      i + 2 < chunks.size() && (is_word(chunks[i + 1], "or") || is_word(chunks[i + 1], "and"));
  if (!joined || chunks[i + 2].quantity != nullptr) return false;
  const std::string_view other = fate_of(stage.grammar, chunks[i + 2]);
  // "killed 40 people and injured six": a count of its own
  const bool own = i + 3 < chunks.size() && chunks[i + 3].quantity != nullptr &&
                   chunks[i + 2].kind == ChunkKind::verb;
  return !other.empty() && other != fate_of(stage.grammar, chunks[i]) && !own;
}

/// The noun for those whom a claim counts: "man"; "" where the words stand in another sentence.
std::string noun_of_item(const Stage& stage, const Claim& claim) {
  for (const Chunk& c : stage.chunks) {
    if (c.kind == ChunkKind::phrase && c.span.overlaps(item_span(claim))) return c.lemma;
  }
  return {};
}

}  // namespace

void name_deed_with_money(Claim& claim) {
  if (claim.type != "finance" || !claim.item || claim.item->category != "money") return;
  const std::string_view rule = claim.evidence.rule;
  const std::string_view deed = rule.starts_with("finance.launder") ? "laundered"
                                : rule.starts_with("finance.earn")  ? "earned"
                                                                    : std::string_view();
  if (deed.empty() || claim.item->key.empty()) return;
  const std::string kind = claim.item->key.substr(0, claim.item->key.find('<'));
  claim.item->key = kind + "-" + std::string(deed) + "<" + claim.item->key;
}

void name_fate(const Stage& stage, std::size_t trigger, Claim& claim) {
  if (claim.type != "casualties" || !claim.item || claim.item->key.empty()) return;
  const std::string_view rule = claim.evidence.rule;
  std::string_view fate = fate_of(stage.grammar, stage.chunks[trigger]);
  if (rule.starts_with("casualties.life") || rule.starts_with("casualties.home")) fate = "killed";
  if (rule.starts_with("casualties.disarm")) fate = "captured";
  if (fate.empty() || joins_other_fate(stage, trigger)) return;
  std::string kind = claim.item->key.substr(0, claim.item->key.find('<'));
  if (kind == "people") {
    // "killed 1,500 people … executed unarmed men": the men need not be among them
    const std::string noun = noun_of_item(stage, claim);
    if (!noun.empty() && !stage.grammar.is(WordClass::human, noun)) {
      claim.item->key = kind + "-" + std::string(fate) + "<" + claim.item->key;
      kind = noun;
    }
  }
  claim.item->key = kind + "-" + std::string(fate) + "<" + claim.item->key;
}

}  // namespace msmt
