/// Shares of a trade: "Germany accounted for 12 percent of the arms delivered to Ukraine", "Pakistan
/// relies on China for 81 percent of its imports".

#include <algorithm>

#include "claims/fill_goods.hpp"
#include "claims/filler.hpp"
#include "claims/sentence_claims.hpp"

namespace msmt {

namespace {

bool is_percent(const Chunk& chunk) {
  return chunk.kind == ChunkKind::phrase && chunk.quantity != nullptr &&
         std::get<Quantity>(chunk.quantity->value).unit == "percent";
}

/// "arms exports", "imports of weapons": a trade in arms, and not in wheat.
bool trades_arms(std::string_view text) {
  const std::string said = fold(text);
  return said.find("arms") != std::string::npos || said.find("weapon") != std::string::npos ||
         said.find("military") != std::string::npos || said.find("defen") != std::string::npos;
}

/// "of world arms exports", "of the global arms trade": to whom is not asked.
bool whole_world(std::string_view text) {
  const std::string said = fold(text);
  return trades_arms(text) &&
         (said.find("world") != std::string::npos || said.find("global") != std::string::npos ||
          (" " + said).find(" all ") != std::string::npos ||  // not "small arms"
          said.find("international") != std::string::npos);
}

/// The goods that the sentence before put at a sum of money or a count, and says who took; nullptr for none.
const Claim* sum_told(const Filler& f) {
  const auto& told = f.stage.memory.deed;
  const std::size_t now = f.stage.reading.sentence;
  const std::size_t since = f.stage.doc.sentences[now > 0 ? now - 1 : 0].span.begin;
  if (!told || told->type != "transfer" || !told->target || !told->quantity ||
      told->evidence.bytes.begin < since)
    return nullptr;
  return &*told;
}

/// Adds that a giver's part of the goods told of is the sum at a chunk.
void add_part(const Filler& f, const Claim& told, const std::optional<Named>& giver,
              std::size_t sum, std::vector<Claim>& out) {
  if (!giver || giver->party.iso2.empty() || giver->party == *told.target) return;
  Claim claim = f.start("transfer");
  claim.item = told.item;
  claim.target = told.target;
  f.set_quantity(claim, sum);
  if (!claim.quantity || claim.quantity->unit != told.quantity->unit) return;
  set_party(claim, &Claim::actor, "actor", giver);
  out.push_back(std::move(claim));
}

/// "Iran accounted for $300 million of that and China for $200 million"
std::vector<Claim> share_of_sum(const Filler& f) {
  const Claim* told = sum_told(f);
  if (told == nullptr) return {};
  std::vector<Claim> out;
  const auto add = [&](const std::optional<Named>& giver, std::size_t sum) {
    add_part(f, *told, giver, sum, out);
  };
  const std::size_t first = f.items().front();
  add(f.party("actor"), first);
  for (std::size_t k = first + 1; !out.empty() && k + 2 < f.stage.chunks.size(); ++k) {
    // "and China for $267 million"
    if (is_word(f.chunk(k + 1), "for") && f.chunk(k + 2).money) add(party_of(f.stage, k), k + 2);
  }
  return out;
}

/// "Italy accounted for $40 million of Oman's arms imports"
std::vector<Claim> sum_of_imports(const Filler& f) {
  const std::size_t i = f.items().front();
  const Chunk& sum = f.chunk(i);
  const std::string_view of = f.stage.doc.words(sum.of);
  const auto giver = f.party("actor");
  const auto taker = owner_of(f.stage, i);
  if (sum.of_class != "deed" || !trades_arms(of) || of.find("import") == std::string_view::npos ||
      !giver || giver->party.iso2.empty() || !taker || taker->party == giver->party)
    return {};
  Claim claim = f.start("transfer");
  claim.item = Item{"arms", "arms", "", "arms"};
  add_span(claim, "item", sum.of);
  f.set_quantity(claim, i);
  set_party(claim, &Claim::actor, "actor", giver);
  set_party(claim, &Claim::target, "target", taker);
  return {claim};
}

/// "France's share of Chad's arms imports was 45 percent"
std::vector<Claim> share_said(Filler& f) {
  const auto& of = get(f.roles, "item");
  const auto giver = f.trigger_owner();
  if (of.empty() || !giver || giver->party.iso2.empty()) return f.refuse("nobody's share");
  const std::size_t i = of.front();
  const auto taker = owner_of(f.stage, i);
  const std::string_view words = f.stage.doc.words(f.chunk(i).span);
  const bool imports = f.chunk(i).item_class == "deed" && trades_arms(words) &&
                       words.find("import") != std::string::npos;
  if (!imports || !taker || taker->party == giver->party) return f.refuse("no share of imports");
  Claim claim = f.start("transfer");
  claim.item = Item{"arms", "arms", "", "arms"};
  add_span(claim, "item", f.chunk(i).span);
  for (std::size_t k = i + 1; k + 1 < f.stage.chunks.size() && !claim.quantity; ++k) {
    // "was 45 percent", "fell to 36 percent", "put France's share at 45 percent"
    const bool figure = f.chunk(k).kind == ChunkKind::verb || is_word(f.chunk(k), "to") ||
                        is_word(f.chunk(k), "at");
    if (figure && is_percent(f.chunk(k + 1))) {
      claim.quantity = std::get<Quantity>(f.chunk(k + 1).quantity->value);
      add_span(claim, "quantity", f.chunk(k + 1).quantity->span);
    }
  }
  set_party(claim, &Claim::actor, "actor", giver);
  set_party(claim, &Claim::target, "target", taker);
  return {claim};
}

/// "of the arms delivered to Ukraine", "of the arms that Israel imported": who takes those at chunk i.
std::optional<Named> taker_of_share(const Filler& f, std::size_t i) {
  if (i + 3 >= f.stage.chunks.size()) return std::nullopt;
  const Chunk& next = f.chunk(i + 1);
  if (next.voice == Voice::participle) {
    const bool to = is_word(f.chunk(i + 2), "to");
    const bool taken = is_word(f.chunk(i + 2), "by") &&
                       (next.lemma == "import" || next.lemma == "buy" || next.lemma == "receive");
    return to || taken ? party_of(f.stage, i + 3) : std::nullopt;
  }
  const Chunk& verb = f.chunk(i + 3);
  if ((!is_word(next, "that") && !is_word(next, "which")) || verb.kind != ChunkKind::verb ||
      verb.negated)
    return std::nullopt;
  const bool takes = f.stage.grammar.evokes("verb", verb.lemma, {"get.receive"});
  return takes ? party_of(f.stage, i + 2) : std::nullopt;
}

}  // namespace

std::vector<Claim> parts_from(const Filler& f) {
  const Claim* told = sum_told(f);
  if (told == nullptr || told->actor || f.frame.id != "get.come" || f.items().empty() ||
      !f.chunk(f.items().front()).money)
    return {};
  std::vector<Claim> out;
  add_part(f, *told, f.party("actor"), f.items().front(), out);
  for (std::size_t k = f.at + 1; !out.empty() && k + 3 < f.stage.chunks.size(); ++k) {
    // ", $120 million from Turkey and $54 million from China"
    const bool next = (is_word(f.chunk(k), ",") || is_word(f.chunk(k), "and")) &&
                      f.chunk(k + 1).money && is_word(f.chunk(k + 2), "from");
    if (next) add_part(f, *told, party_of(f.stage, k + 3), k + 1, out);
  }
  return out;
}

std::vector<Claim> share(Filler& f) {
  if (f.frame.id == "share.noun") return share_said(f);
  auto actor = f.party("actor");
  auto target = f.party("target");
  if (f.frame.id == "share.account" && !f.items().empty() && f.chunk(f.items().front()).money) {
    auto sums = share_of_sum(f);
    if (sums.empty()) sums = sum_of_imports(f);
    return sums.empty() ? f.refuse("a sum of nothing told of") : sums;
  }
  if (f.items().empty() || !is_percent(f.chunk(f.items().front())) || (!actor && !target))
    return f.refuse("nobody's share");
  const std::size_t i = f.items().front();
  const Chunk& part = f.chunk(i);
  const bool sold = fold(f.stage.doc.words(part.of)).find("export") != std::string::npos;
  if (const auto whose = owner_of(f.stage, i);
      sold && whose && !whose->party.iso2.empty() && part.of_class == "deed") {
    // "Chad accounted for 30 percent of French arms exports": who sells them gives
    if (!target) target = actor;
    actor = whose;
  }
  if (!actor) return f.refuse("nobody gives");
  const bool traded = part.of_class == "arms" || part.of_class == "goods" ||
                      part.of_class == "fuel" || part.of_class == "deed";
  if (!traded) return f.refuse("no share of goods");
  if (!target) target = taker_of_share(f, i);
  if (!target) target = owner_of(f.stage, i);  // "of Pakistan's arms imports"
  const bool of_world = whole_world(f.stage.doc.words(part.span)) && part.of_class == "deed";
  if (!target && !of_world) return f.refuse("nobody takes");
  if (target && target->party == actor->party) return f.refuse("nobody takes");
  // who accounts for imports or relies on somebody for them need not say again of what
  const bool plain_verb = f.frame.id == "share.give" || f.frame.id == "share.take";
  if (plain_verb && (part.of_class != "deed" || !trades_arms(f.stage.doc.words(part.of))))
    return f.refuse("goods, and no share of a trade in arms");
  Claim claim = f.start("transfer");
  claim.item = item_of(f.stage, part);
  if (part.of_class == "deed") claim.item = Item{"arms", "arms", "", "arms"};
  add_span(claim, "item", part.span);
  claim.quantity = std::get<Quantity>(part.quantity->value);
  add_span(claim, "quantity", part.quantity->span);
  set_party(claim, &Claim::actor, "actor", actor);
  set_party(claim, &Claim::target, "target", target);
  std::vector<Claim> out{claim};
  // ", Germany for 12 percent and Poland for 11 percent"
  for (std::size_t k = i + 1; k + 3 < f.stage.chunks.size() && f.frame.id == "share.account"; ++k) {
    if (!is_word(f.chunk(k), ",") && !is_word(f.chunk(k), "and")) continue;
    if (!is_word(f.chunk(k + 2), "for") || !is_percent(f.chunk(k + 3))) continue;
    const auto other = party_of(f.stage, k + 1);
    if (!other || (target && other->party == target->party)) break;
    Claim next = claim;
    replace_party(next, &Claim::actor, "actor", *other);
    drop_spans(next, {"quantity"});
    next.quantity = std::get<Quantity>(f.chunk(k + 3).quantity->value);
    add_span(next, "quantity", f.chunk(k + 3).quantity->span);
    out.push_back(std::move(next));
  }
  return out;
}

}  // namespace msmt
