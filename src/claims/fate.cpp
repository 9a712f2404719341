#include "claims/fate.hpp"

#include "claims/sentence_claims.hpp"

namespace msmt {

namespace {

/// Puts "people-killed" in front of the kinds of an item: whom or what it counts, and what befell it.
void put_kind(Item& item, std::string_view noun, std::string_view deed) {
  item.key = std::string(noun) + "-" + std::string(deed) + "<" + item.key;
}

/// The most specific kind of an item: "people" of "people<…".
std::string first_kind(const Item& item) { return item.key.substr(0, item.key.find('<')); }

/// What the words at a chunk say befell somebody; "" where they leave it open, as "casualties" and "losses" do.
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
  put_kind(*claim.item, first_kind(*claim.item), deed);
}

void name_fate(const Stage& stage, std::size_t trigger, Claim& claim) {
  if (claim.type != "casualties" || !claim.item || claim.item->key.empty()) return;
  const std::string_view rule = claim.evidence.rule;
  std::string_view fate = fate_of(stage.grammar, stage.chunks[trigger]);
  if (rule.starts_with("casualties.life") || rule.starts_with("casualties.home")) fate = "killed";
  if (rule.starts_with("casualties.disarm")) fate = "captured";
  if (fate.empty() || joins_other_fate(stage, trigger)) return;
  const std::string kind = first_kind(*claim.item);
  put_kind(*claim.item, kind, fate);
  if (kind != "people") return;
  // "killed 1,500 people … executed unarmed men": the men need not be among them
  const std::string noun = noun_of_item(stage, claim);
  if (!noun.empty() && !stage.grammar.is(WordClass::human, noun)) put_kind(*claim.item, noun, fate);
}

}  // namespace msmt
