/// What a rule governs, by the words behind its verb or noun: goods, deeds, measures.
///
///     "bars Iran from selling coal, seafood and textiles"   three rulings, each binds Iran
#include <algorithm>

#include "claims/clause_words.hpp"
#include "claims/fill_limits.hpp"
#include "claims/filler.hpp"

namespace msmt {

namespace {

/// "twice what the Council allows Syria to import": the goods that `what` stands for.
std::optional<std::size_t> meant_by_what(const Filler& f) {
  constexpr std::size_t kFar = 4;  // chunks between `what` and the verb of the rule
  std::size_t what = f.at;
  for (std::size_t k = f.at; k > 0 && k + kFar > f.at; --k) {
    if (f.chunk(k - 1).head == "what") what = k - 1;
  }
  if (what == f.at) return std::nullopt;
  for (std::size_t k = what; k > 0; --k) {
    const Chunk& goods = f.chunk(k - 1);
    if (goods.kind == ChunkKind::phrase && goods.quantity != nullptr &&
        is_traded(class_of(f.stage.grammar, goods)))
      return k - 1;
  }
  return std::nullopt;
}

/// The word before the last of a list: "coal, seafood or textiles".
bool joins_last(const Chunk& c) { return is_word(c, "and") || is_word(c, "or"); }

/// "from selling coal, seafood and textiles": a ruling for each kind of goods behind the first.
void add_listed_goods(const Filler& f, std::size_t first, Ruling ruling, std::vector<Ruling>& out) {
  // "is banned from selling coal, seafood and textiles": each of them
  const std::size_t n = f.stage.chunks.size();
  std::size_t k = first + 1;
  std::vector<Ruling> more;
  bool closed = false;
  while (k + 1 < n && (is_word(f.chunk(k), ",") || joins_last(f.chunk(k)))) {
    const std::size_t next = joins_last(f.chunk(k + 1)) ? k + 2 : k + 1;
    if (next >= n || f.chunk(next).kind != ChunkKind::phrase || f.chunk(next).party ||
        f.chunk(next).item_class.empty() || (next + 1 < n && is_finite(f.chunk(next + 1))))
      break;
    closed = closed || joins_last(f.chunk(next - 1));
    ruling.item = next;
    more.push_back(ruling);
    k = next + 1;
  }
  if (closed) out.insert(out.end(), more.begin(), more.end());
}

/// "allows the North 500,000 barrels a year", "limits Iran to 300 kg of uranium": how much somebody may have.
std::optional<Ruling> ruled_measure(const Filler& f) {
  const auto& ruled = f.items();
  if (const auto& most = f.sides.of("second"); f.frame.pos == "verb" && !most.empty() &&
                                               !ruled.empty() &&
                                               f.chunk(most.front()).quantity != nullptr) {
    // "permits it just as much"
    const Chunk& whom = f.chunk(ruled.front());
    const bool names =
        whom.party || whom.pronoun || whom.lemma == "country" || whom.lemma == "state";
    if (names) return Ruling{most.front(), party_of(f.stage, ruled.front()), 0, 0, false};
  }
  // "Syria is allowed 300,000 barrels of diesel a year"
  if (const auto& most = f.sides.of("obj"); f.trigger().voice == Voice::passive &&
                                            ruled.size() == 1 && !most.empty() &&
                                            most.front() > f.at && ruled_for_state(f))
    return Ruling{most.front(), party_of(f.stage, ruled.front()), 0, 0, false};
  if (const auto& bound = get(f.roles, "bound");
      f.frame.id == "limit.cap" && ruled.size() == 1 && bound.size() == 1 &&
      f.chunk(ruled.front()).party && !class_of(f.stage.grammar, f.chunk(bound.front())).empty())
    return Ruling{bound.front(), party_of(f.stage, ruled.front()), 0, 0, false};
  return std::nullopt;
}

/// "limits Malta and Cyprus to 700 warheads each": a ruling for each of several.
std::vector<Ruling> ruled_each(const Filler& f) {
  std::vector<Ruling> out;
  const auto& ruled = f.items();
  const auto& bound = get(f.roles, "bound");
  if (f.frame.id != "limit.cap" || ruled.size() < 2 || bound.size() != 1 ||
      class_of(f.stage.grammar, f.chunk(bound.front())).empty())
    return out;
  for (const std::size_t i : ruled) {
    if (!f.chunk(i).party) return {};
    out.push_back({bound.front(), f.chunk(i).party, 0, 0, false});
  }
  return out;
}

/// "barred Iran from exporting missiles", "is allowed to import oil": the deed behind is ruled.
std::vector<Ruling> ruled_deeds(const Filler& f) {
  std::vector<Ruling> out;
  const auto& ruled = f.items();
  if (f.frame.pos != "verb" || ruled.size() != 1) return out;
  const std::size_t n = f.stage.chunks.size();
  const bool passive =
      f.trigger().voice == Voice::passive || f.trigger().voice == Voice::participle;
  const Chunk& first = f.chunk(ruled.front());
  const std::size_t from = passive ? f.at + 1 : ruled.front() + 1;
  const std::size_t agent = passive && from + 1 < n && is_word(f.chunk(from), "by") ? from + 1 : n;
  for (std::size_t k = from; k < n && k < from + 4; ++k) {
    const Chunk& c = f.chunk(k);
    if (k == agent) continue;  // "is forbidden by the Council to sell coal"
    if (c.kind == ChunkKind::phrase) break;
    if (c.kind != ChunkKind::verb) continue;
    if (c.voice != Voice::infinitive && c.voice != Voice::gerund) break;
    if (!first.party && !is_anybody(f.stage.grammar, first) && first.item_class != "vehicle") break;
    Ruling ruling;
    if (first.party) ruling.bound = first.party;
    ruling.on_all =
        is_anybody(f.stage.grammar, first) || first.before.find(" and ") != std::string::npos;
    const std::size_t object = k + 1 < n && is_word(f.chunk(k + 1), "home") ? k + 2 : k + 1;
    const bool goods = object < n && f.chunk(object).kind == ChunkKind::phrase &&
                       !tells_how_often(f.chunk(object));
    ruling.item = goods ? object : ruled.front();
    if (const auto meant = goods ? std::nullopt : meant_by_what(f)) {
      ruling.item = *meant;
      ruling.same = true;
    }
    out.push_back(ruling);
    if (goods) add_listed_goods(f, object, ruling, out);
    return out;
  }
  return out;
}

/// "imports of gold and cement", "of arms and of cement": each of the goods behind the first, of the trade at
/// chunk i.
void add_trade_in(const Filler& f, std::size_t i, std::vector<Ruling>& out) {
  const auto& ruled = f.items();
  const std::size_t n = f.stage.chunks.size();
  const std::size_t of = of_behind(f, i);
  const bool deed = f.chunk(i).item_class == "deed" && of > 0 && of + 3 < n;
  for (std::size_t k = of + 2; deed && k + 1 < n; k += 2) {
    const bool joined = f.chunk(k).word == "and" || f.chunk(k).word == ",";
    const bool again = joined && is_word(f.chunk(k + 1), "of") && k + 2 < n;
    if (again) ++k;
    const Chunk& next = f.chunk(k + 1);
    if (!joined || next.kind != ChunkKind::phrase || (next.item_class.empty() && !again) ||
        next.item_class == "deed" || says_what_it_is(f.stage.chunks, k + 1) ||
        (k + 2 < n && f.chunk(k + 2).kind == ChunkKind::verb) ||
        std::find(ruled.begin(), ruled.end(), k + 1) != ruled.end())
      break;
    out.push_back({i, std::nullopt, 0, k + 1, false});
  }
}

/// "limits imports of oil to 500,000 barrels and supplies of crude to 4 million": again without a verb.
void add_ruled_again(const Filler& f, std::vector<Ruling>& out) {
  const std::size_t n = f.stage.chunks.size();
  for (std::size_t k = f.sides.end; !out.empty() && k + 3 < n; ++k) {
    if (f.chunk(k).kind != ChunkKind::word || (f.chunk(k).word != "and" && f.chunk(k).word != ","))
      break;
    if (f.chunk(k + 1).kind != ChunkKind::phrase) continue;
    std::size_t m = k + 2;
    if (f.chunk(m).kind == ChunkKind::word && f.chunk(m).word == "of") m += 2;
    if (m + 1 >= n || f.chunk(m).kind != ChunkKind::word ||
        (f.chunk(m).word != "to" && f.chunk(m).word != "at") || f.chunk(m + 1).quantity == nullptr)
      break;
    out.push_back({k + 1, std::nullopt, m + 1, 0, false});
    k = m + 1;
  }
}

}  // namespace

bool is_anybody(const Grammar& grammar, const Chunk& c) {
  return !c.party && grammar.is(WordClass::bound, c.lemma);
}

bool is_traded(std::string_view klass) {
  return klass == "fuel" || klass == "arms" || klass == "goods" || klass == "workers";
}

namespace {

/// "the direct or indirect sale or supply of arms": whether chunk i is one of several words for the one trade
/// that the last of the list names the goods of.
bool shares_goods(const Filler& f, std::size_t i) {
  const auto& list = f.items();
  const std::size_t last = list.back();
  if (i == last || list.size() < 2 || f.chunk(last).item_class != "deed") return false;
  const bool goods = !f.chunk(last).of_class.empty() || is_word(f.chunk(last + 1), "of");
  const Chunk& c = f.chunk(i);
  const bool adjective = c.item_class.empty() && !c.party && c.last - c.first < 3;
  return goods && c.of.empty() && !is_word(f.chunk(i + 1), "of") &&
         (c.item_class == "deed" || (adjective && (c.head == "direct" || c.head == "indirect")));
}

}  // namespace

std::vector<Ruling> rulings(const Filler& f) {
  if (auto measure = ruled_measure(f)) return {*measure};
  if (auto each = ruled_each(f); !each.empty()) return each;
  if (auto deeds = ruled_deeds(f); !deeds.empty()) return deeds;
  std::vector<Ruling> out;
  for (const std::size_t i : f.items()) {
    if (shares_goods(f, i)) continue;
    if (!is_anybody(f.stage.grammar, f.chunk(i))) out.push_back({i, std::nullopt, 0, 0, false});
    add_trade_in(f, i, out);
  }
  add_ruled_again(f, out);
  return out;
}

}  // namespace msmt
