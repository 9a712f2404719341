/// What deals are worth: the money of a contract, with its buyer and its seller.

#include <algorithm>

#include "claims/clause_words.hpp"
#include "claims/fill_goods.hpp"
#include "claims/fill_money.hpp"
#include "claims/filler.hpp"

namespace msmt {

namespace {

/// "a price of $920 million": the sum that a phrase holds; nullptr for none.
const Mention* sum_inside(const Filler& f, const Chunk& c) {
  for (const Mention& mention : f.stage.reading.mentions) {
    if (std::holds_alternative<Quantity>(mention.value) && c.of.contains(mention.span))
      return &mention;
  }
  return nullptr;
}

/// "worth", "valued at", "will cost": says that a sum follows.
bool tells_worth(const Chunk& c) {
  if (c.kind == ChunkKind::word) return c.word == "worth";
  return c.kind == ChunkKind::verb &&
         (c.lemma == "value" || c.lemma == "estimate" || c.lemma == "price" || c.lemma == "cost" ||
          c.lemma == "total" || c.lemma == "put");
}

/// The money at a chunk, from a buyer to a seller; the item is left to the caller.
Claim payment(const Filler& f, std::size_t sum, const Named& buyer,
              const std::optional<Named>& seller) {
  Claim claim = f.start("finance");
  add_span(claim, "item", f.chunk(sum).span);
  set_sum(f, claim, sum);
  set_party(claim, &Claim::actor, "actor", buyer);
  if (seller && seller->party != buyer.party) set_party(claim, &Claim::target, "target", seller);
  return claim;
}

}  // namespace

void set_sum(const Filler& f, Claim& claim, std::size_t i) {
  f.set_quantity(claim, i);
  if (const Mention* inside = claim.quantity ? nullptr : sum_inside(f, f.chunk(i))) {
    claim.quantity = std::get<Quantity>(inside->value);
    add_span(claim, "quantity", inside->span);
  }
}

bool is_bargain(const Filler& f, std::size_t i) {
  const Chunk& c = f.chunk(i);
  return c.kind == ChunkKind::phrase && f.stage.grammar.is(WordClass::bargain, c.lemma);
}

std::size_t sum_of(const Filler& f, std::size_t bargain) {
  constexpr std::size_t kFar = 14;
  const std::size_t none = f.stage.chunks.size();
  if (f.chunk(bargain).money) return bargain;  // "a $2 billion contract", "a deal worth $2 billion"
  bool told = false;
  for (std::size_t k = bargain + 1; k < none && k < bargain + kFar; ++k) {
    const Chunk& c = f.chunk(k);
    if (is_word(c, ";") || is_word(c, "--") || is_word(c, "while") || is_word(c, "but")) break;
    if (c.kind == ChunkKind::phrase && c.money) return told || (k == bargain + 2) ? k : none;
    if (c.lemma == "price" && sum_inside(f, c) != nullptr) return k;
    if (is_bargain(f, k)) break;
    if (tells_worth(c)) {
      told = true;
      continue;
    }
    const bool other_deed = is_finite(c) && c.lemma != "be" && k + 1 < none;
    if (other_deed || (c.kind == ChunkKind::phrase && told)) break;
  }
  return none;
}

std::size_t bargain_of_clause(const Filler& f) {
  const std::size_t none = f.stage.chunks.size();
  // "in a deal worth $4.6 billion", "under a contract valued at €300 million"
  for (std::size_t k = 1; k < none; ++k) {
    const bool governed = is_word(f.chunk(k - 1), "in") || is_word(f.chunk(k - 1), "under") ||
                          is_word(f.chunk(k - 1), "through") || is_word(f.chunk(k - 1), "of") ||
                          is_word(f.chunk(k - 1), "as part of") || is_word(f.chunk(k - 1), "with");
    if (governed && k != f.at && is_bargain(f, k) && sum_of(f, k) < none) return k;
  }
  return none;
}

Item payment_for(const Filler& f, std::size_t goods) {
  Item item = item_of(f.stage, f.chunk(goods));
  item.name = "payment for " + item.name;
  item.category = "money";
  item.weapon.clear();
  return item;
}

std::string_view make_of(const Filler& f, std::size_t goods) {
  const Mention* weapon =
      f.chunk(goods).weapon != nullptr ? f.chunk(goods).weapon : f.chunk(goods).of_weapon;
  if (weapon == nullptr) return {};
  const std::string& system = std::get<Weapon>(weapon->value).system;
  const Table& table = f.stage.grammar.lexicons().table("weapons");
  for (const Row& row : table.rows) {
    if (!system.empty() && table.cell(row, "name") == system) return table.cell(row, "country");
  }
  return {};
}

namespace {

/// Who buys and who sells by a paper.
struct Trade {
  Named buyer;
  Named seller;
};

/// The goods that a paper is for: "a contract for 20 tanks and 300 missiles"
std::vector<std::size_t> goods_of_paper(const Filler& f) {
  std::vector<std::size_t> out;
  for (const std::size_t i : f.sides.of("for")) {
    static constexpr std::string_view kGoods[] = {"arms", "goods", "parts", "fuel", "vehicle"};
    const std::string klass = class_of(f.stage.grammar, f.chunk(i));
    if (!f.chunk(i).party &&
        std::find(std::begin(kGoods), std::end(kGoods), klass) != std::end(kGoods))
      out.push_back(i);
  }
  return out;
}

/// Which of the two sides of a paper buys: a state buys from a firm and from who makes the goods; of two states the
/// one that signs for something with the other; nullopt where nothing says.
std::optional<Trade> trade_of(const Filler& f, const std::vector<Named>& sides) {
  if (sides.size() != 2) return std::nullopt;
  const bool first_is_state = !sides[0].party.iso2.empty();
  bool second_is_state = !sides[1].party.iso2.empty();
  const auto& with = get(f.roles, "target");
  if (!with.empty() && f.stage.grammar.is(WordClass::firm, f.chunk(with.front()).lemma))
    second_is_state = false;  // "with Indian companies"
  const auto& goods = f.sides.of("for");
  const bool named = !goods.empty() && !f.chunk(goods.front()).party;
  std::string maker(named ? make_of(f, goods.front()) : std::string_view{});
  if (const auto owner = named ? seller_of(f, goods.front()) : std::nullopt)
    maker = owner->party.iso2;  // "a contract for Turkish vehicles"
  const bool made =
      !maker.empty() && (maker == sides[0].party.iso2 || maker == sides[1].party.iso2);
  if (first_is_state == second_is_state && !(named && !with.empty()) && !made) return std::nullopt;
  const bool swapped =
      (second_is_state && !first_is_state) || (first_is_state && maker == sides[0].party.iso2);
  return Trade{sides[swapped ? 1 : 0], sides[swapped ? 0 : 1]};
}

/// "signed a contract with France for 12 fighters": the fighters are to come.
std::vector<Claim> bought_by_paper(const Filler& f, const Trade& trade) {
  std::vector<Claim> out;
  for (const std::size_t i : goods_of_paper(f)) {
    Claim claim = f.start("transfer");
    claim.certainty = Certainty::planned;
    f.set_item(claim, i);
    set_party(claim, &Claim::actor, "actor", trade.seller);
    set_party(claim, &Claim::target, "target", trade.buyer);
    out.push_back(std::move(claim));
  }
  return out;
}

}  // namespace

std::vector<Claim> bought_and_paid(const Filler& f, const std::vector<std::size_t>& papers,
                                   const std::vector<Named>& sides) {
  const auto trade = trade_of(f, sides);
  if (!trade) return {};
  std::vector<Claim> out;
  const auto& goods = f.sides.of("for");
  const bool named = !goods.empty() && !f.chunk(goods.front()).party;
  for (const std::size_t paper : papers) {
    if (!is_bargain(f, paper)) continue;
    if (out.empty()) out = bought_by_paper(f, *trade);
    const std::size_t sum = sum_of(f, paper);
    if (sum >= f.stage.chunks.size()) continue;
    Claim claim = payment(f, sum, trade->buyer, trade->seller);
    if (!claim.quantity) continue;
    claim.certainty = Certainty::planned;
    claim.item = named ? payment_for(f, goods.front()) : item_of(f.stage, f.chunk(paper));
    out.push_back(std::move(claim));
  }
  return out;
}

std::vector<Claim> award(Filler& f) {
  // "awarded Saab a $2 billion contract", "won a $2 billion contract from Peru"
  const auto& papers = f.items();
  const auto buyer = f.party("actor");
  const auto seller = f.party("target");
  if (papers.empty() || !buyer) return f.refuse("no contract or no buyer");
  const std::size_t paper = papers.front();
  if (!is_bargain(f, paper) || sum_of(f, paper) >= f.stage.chunks.size()) return f.refuse("no sum");
  Claim claim = payment(f, sum_of(f, paper), *buyer, seller);
  if (!claim.quantity) return f.refuse("no sum");
  const auto& goods = f.sides.of("for");
  const bool named = !goods.empty() && !f.chunk(goods.front()).party;
  claim.item = named ? payment_for(f, goods.front()) : item_of(f.stage, f.chunk(paper));
  std::vector<Claim> out;
  if (seller) out = bought_by_paper(f, Trade{*buyer, *seller});
  out.push_back(std::move(claim));
  return out;
}

std::vector<Claim> worth_of_bargain(Filler& f) {
  // "The deal, worth $1.9 billion, was signed in June", "Poland's $6 billion contract with Hyundai"
  const std::size_t sum = sum_of(f, f.at);
  if (sum >= f.stage.chunks.size()) return f.refuse("no sum");
  const auto owner = f.trigger_owner();
  const auto& with = f.sides.of("with");
  std::optional<Named> buyer = owner && !owner->party.iso2.empty() ? owner : std::nullopt;
  std::optional<Named> seller;
  for (const std::string_view side : {"with", "from"}) {
    if (buyer && !seller && !f.sides.of(side).empty())
      seller = party_of(f.stage, f.sides.of(side).front());
  }
  if (!with.empty() && !seller) buyer.reset();
  if (!buyer && !f.trigger().definite) return f.refuse("nobody's deal");
  constexpr std::size_t kBefore = 2;  // sentences
  const std::size_t now = f.stage.reading.sentence;
  const std::size_t since = f.stage.doc.sentences[now > kBefore ? now - kBefore : 0].span.begin;
  const auto& said = f.stage.memory.said;
  std::optional<Item> goods;
  for (std::size_t k = said.size(); k > 0 && !buyer; --k) {
    const Claim& before = said[k - 1];
    if (before.evidence.bytes.begin < since) break;
    const bool order = before.type == "agreement" && before.evidence.rule.starts_with("agree.");
    const bool firm = before.actor && before.actor->iso2.empty();
    if (before.type == "finance" && before.evidence.rule.starts_with("finance.price"))
      return f.refuse("told before");
    if (before.type != "transfer" && !order) continue;
    // who takes the goods pays for them; of a paper's two sides a firm sells
    const bool gives = before.type == "transfer" || (firm && before.target);
    const auto& pays = gives ? before.target : before.actor;
    const auto& paid = gives ? before.actor : before.target;
    if (!pays || pays->iso2.empty()) break;
    if (order && !firm && before.target && !before.target->iso2.empty())
      break;  // two states, and nothing says which of them buys
    buyer = Named{*pays, f.trigger().span};
    if (paid) seller = Named{*paid, f.trigger().span};
    goods = before.item;
  }
  if (!buyer) return f.refuse("nobody's deal");
  Claim claim = payment(f, sum, *buyer, seller);
  if (!claim.quantity) return f.refuse("no sum");
  claim.item = goods ? *goods : item_of(f.stage, f.trigger());
  if (goods) claim.item->name = "payment for " + claim.item->name;
  if (goods) claim.item->weapon.clear();
  claim.item->category = "money";
  return {claim};
}

}  // namespace msmt
