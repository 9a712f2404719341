#include "claims/flow.hpp"

#include <algorithm>
#include <utility>

#include "claims/roles.hpp"
#include "claims/sentence_claims.hpp"

namespace msmt {

namespace {

/// The state that is the subject of the verb at a chunk: right before it, but for adverbs and dates.
std::optional<Party> state_before(const Stage& stage, std::size_t verb) {
  for (std::size_t k = verb; k > 0; --k) {
    const Chunk& left = stage.chunks[k - 1];
    if (left.kind == ChunkKind::date) continue;
    if (left.kind != ChunkKind::phrase) return std::nullopt;
    const bool governed = k > 1 && stage.chunks[k - 2].kind == ChunkKind::word &&
                          (stage.chunks[k - 2].word == "of" || stage.chunks[k - 2].word == "in" ||
                           stage.chunks[k - 2].word == "from" || stage.chunks[k - 2].word == "to");
    if (governed) return std::nullopt;
    auto named = party_of(stage, k - 1);
    if (!named && left.item_class.empty()) named = owner_of(stage, k - 1);  // "Mali's refineries"
    if (!named) return std::nullopt;
    return named->party;
  }
  return std::nullopt;
}

/// Who stands behind one of two words within the few chunks behind a verb.
std::optional<Party> state_behind(const Stage& stage, std::size_t verb, std::string_view word,
                                  std::string_view other) {
  constexpr std::size_t kNear = 4;  // chunks
  for (std::size_t k = verb + 1; k + 1 < stage.chunks.size() && k < verb + kNear; ++k) {
    const Chunk& link = stage.chunks[k];
    if (link.kind == ChunkKind::verb || is_word(link, ",")) return std::nullopt;
    if (!is_word(link, word) && !is_word(link, other)) continue;
    if (!stage.chunks[k + 1].country_head) return std::nullopt;
    return party_of(stage, k + 1)->party;
  }
  return std::nullopt;
}

bool takes_goods(const Stage& stage, const Chunk& verb) {
  return stage.grammar.evokes("verb", verb.lemma, {"get.receive"});
}

void note_pair(Memory& memory, const std::optional<Party>& giver, const Party& taker) {
  if (!giver || giver->iso2.empty() || *giver == taker) return;
  const std::pair<Party, Party> pair(*giver, taker);
  if (std::find(memory.pairs.begin(), memory.pairs.end(), pair) == memory.pairs.end())
    memory.pairs.insert(memory.pairs.begin(), pair);
}

/// The goods behind a verb, which who needs them will take from somebody.
std::optional<Item> goods_behind(const Stage& stage, std::size_t verb) {
  if (verb + 1 >= stage.chunks.size()) return std::nullopt;
  const Chunk& object = stage.chunks[verb + 1];
  if (object.kind != ChunkKind::phrase) return std::nullopt;
  const std::string klass = class_of(stage.grammar, object);
  if (klass != "arms" && klass != "fuel" && klass != "parts" && klass != "goods")
    return std::nullopt;
  return item_of(stage, object);
}

}  // namespace

bool same_kind(const Item& a, const Item& b) {
  const auto first = [](const std::string& key) { return key.substr(0, key.find('<')); };
  const std::string kind_a = first(a.key);
  const std::string kind_b = first(b.key);
  return kind_a == kind_b || a.key.find("<" + kind_b) != std::string::npos ||
         b.key.find("<" + kind_a) != std::string::npos;
}

std::optional<Party> taker_of_like(const Stage& stage, const Claim& claim) {
  if (claim.type != "transfer" || !claim.item || !claim.actor) return std::nullopt;
  const auto said = stage.memory.recent();
  const auto like = std::find_if(said.rbegin(), said.rend(), [&](const Claim& before) {
    return before.type == "transfer" && before.actor == claim.actor && before.target &&
           before.certainty != Certainty::denied && before.item &&
           same_kind(*before.item, *claim.item);
  });
  return like == said.rend() ? std::nullopt : like->target;
}

std::optional<Party> giver_of_same(const Stage& stage, const Claim& claim) {
  if (claim.type != "transfer" || !claim.item || !claim.target) return std::nullopt;
  const std::string words = fold(stage.doc.words(span_of(claim, "item")));
  // "Iran shipped drones. Hezbollah received them", "Another 12 will go to Chad"
  static constexpr std::string_view kMore[] = {"another ",       "a further ",     "further ",
                                               "a second ",      "an additional ", "additional ",
                                               "the remaining ", "the other "};
  const bool them = words == "them" ||
                    std::any_of(std::begin(kMore), std::end(kMore),
                                [&](std::string_view more) { return words.starts_with(more); });
  if (!them && !words.starts_with("the ") && !words.starts_with("these ") &&
      !words.starts_with("this "))
    return std::nullopt;
  const auto noun = [](const Item& named) {  // "BrahMos missiles": "missile"
    return singular(fold(named.name.substr(named.name.find_last_of(' ') + 1)));
  };
  const std::string kind = claim.item->key.substr(0, claim.item->key.find('<'));
  const auto said = stage.memory.recent();
  const auto same = std::find_if(said.rbegin(), said.rend(), [&](const Claim& before) {
    return before.type == "transfer" && before.actor &&
           (them ? stage.told_just_before(before) : before.target.has_value()) &&
           before.actor != claim.target && before.certainty != Certainty::denied && before.item &&
           (before.item->key == claim.item->key ||
            before.item->key.find("<" + kind) != std::string::npos ||
            (claim.item->weapon.empty() && noun(*before.item) == noun(*claim.item)));
  });
  return same == said.rend() ? std::nullopt : same->actor;
}

std::optional<std::pair<Party, Party>> sides_told_before(const Stage& stage) {
  const auto said = stage.memory.recent();
  const auto first = std::find_if(said.begin(), said.end(), [&](const Claim& claim) {
    return claim.type == "transfer" && stage.told_just_before(claim);
  });
  if (first == said.end() || !first->actor || !first->target) return std::nullopt;
  return std::pair(*first->actor, *first->target);
}

void note_flow(const Stage& stage) {
  Memory& memory = stage.memory;
  memory.buyer_before = std::exchange(memory.buyer, std::nullopt);
  for (std::size_t i = 1; i < stage.chunks.size(); ++i) {
    const Chunk& verb = stage.chunks[i];
    if (verb.kind != ChunkKind::verb || verb.voice != Voice::active || verb.negated) continue;
    const bool resorts = stage.grammar.is(WordClass::resort, verb.lemma);
    const bool needs = stage.grammar.is(WordClass::need, verb.lemma);
    const bool takes = takes_goods(stage, verb);
    if (!resorts && !needs && !takes) continue;
    const auto taker = state_before(stage, i);
    if (!taker || taker->name.empty()) continue;
    if (resorts) note_pair(memory, state_behind(stage, i, "on", "to"), *taker);
    // "What Tehran buys from Pyongyang is missiles": the goods stand before
    const bool cleft = i >= 2 && stage.chunks[i - 2].head == "what";
    if (cleft && takes) note_pair(memory, state_behind(stage, i, "from", "from"), *taker);
    if (taker->iso2.empty()) continue;
    if (cleft && takes && !state_behind(stage, i, "from", "from"))
      memory.buyer = Buyer{*taker, std::nullopt};
    if (!needs) continue;
    if (auto goods = goods_behind(stage, i)) memory.buyer = Buyer{*taker, std::move(goods)};
  }
}

std::optional<Party> taker_told(const Stage& stage, const Claim& claim) {
  const auto& buyer = stage.memory.buyer ? stage.memory.buyer : stage.memory.buyer_before;
  if (!buyer || claim.type != "transfer" || !claim.item || !claim.actor) return std::nullopt;
  if (*claim.actor == buyer->state) return std::nullopt;
  if (buyer->goods && !same_kind(*buyer->goods, *claim.item)) return std::nullopt;
  return buyer->state;
}

std::optional<Named> partner_in_pact(const Stage& stage, std::size_t trigger, const Party& known) {
  for (std::size_t k = 1; k + 2 < trigger; ++k) {
    const Chunk& pact = stage.chunks[k];
    const bool under =
        is_word(stage.chunks[k - 1], "under") || is_word(stage.chunks[k - 1], "as part of");
    if (!under || pact.item_class != "agreement") continue;
    for (std::size_t w = k + 1; w + 1 < trigger && w < k + 4; ++w) {
      if (!is_word(stage.chunks[w], "with")) continue;
      auto partner = party_of(stage, w + 1);
      if (partner && !partner->party.iso2.empty() && partner->party != known) return partner;
    }
  }
  return std::nullopt;
}

std::optional<Party> taker_who_fires(const Stage& stage, std::size_t trigger) {
  const auto& chunks = stage.chunks;
  // the participle, "by", who gave, "and", the participle, "by", who fires
  if (trigger + 6 >= chunks.size() || chunks[trigger].voice != Voice::participle ||
      !is_word(chunks[trigger + 1], "by") || !is_word(chunks[trigger + 3], "and") ||
      !is_word(chunks[trigger + 5], "by"))
    return std::nullopt;
  const Chunk& fires = chunks[trigger + 4];
  if (fires.kind != ChunkKind::verb || !stage.grammar.evokes("verb", fires.lemma, {"use.fire"}))
    return std::nullopt;
  auto by = party_of(stage, trigger + 6);
  if (!by) by = owner_of(stage, trigger + 6);
  return by ? std::optional(by->party) : std::nullopt;
}

}  // namespace msmt
