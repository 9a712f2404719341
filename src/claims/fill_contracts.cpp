/// What deals are worth: the money of a contract, with its buyer and its seller.

#include "claims/clause_words.hpp"
#include "claims/filler.hpp"

namespace msmt {

namespace {

/// "worth", "valued at", "will cost": says that a sum follows.
bool tells_worth(const Chunk& c) {
  if (c.kind == ChunkKind::word) return c.word == "worth";
  return c.kind == ChunkKind::verb &&
         (c.lemma == "value" || c.lemma == "estimate" || c.lemma == "price" || c.lemma == "cost" ||
          c.lemma == "total" || c.lemma == "put");
}

}  // namespace

bool Filler::is_bargain(std::size_t i) const {
  const Chunk& c = chunk(i);
  return c.kind == ChunkKind::phrase && stage_.grammar.is(WordClass::bargain, c.lemma);
}

std::size_t Filler::sum_of(std::size_t bargain) const {
  constexpr std::size_t kFar = 14;
  const std::size_t none = stage_.chunks.size();
  if (chunk(bargain).money) return bargain;  // "a $2 billion contract", "a deal worth $2 billion"
  bool told = false;
  for (std::size_t k = bargain + 1; k < none && k < bargain + kFar; ++k) {
    const Chunk& c = chunk(k);
    if (is_word(c, ";") || is_word(c, "--") || is_word(c, "while") || is_word(c, "but")) break;
    if (c.kind == ChunkKind::phrase && c.money) return told || (k == bargain + 2) ? k : none;
    if (is_bargain(k)) break;
    if (tells_worth(c)) {
      told = true;
      continue;
    }
    const bool other_deed = is_finite(c) && c.lemma != "be" && k + 1 < none;
    if (other_deed || (c.kind == ChunkKind::phrase && told)) break;
  }
  return none;
}

std::size_t Filler::bargain_of_clause() const {
  const std::size_t none = stage_.chunks.size();
  // "in a deal worth $4.6 billion", "under a contract valued at €300 million"
  for (std::size_t k = 1; k < none; ++k) {
    const bool governed = is_word(chunk(k - 1), "in") || is_word(chunk(k - 1), "under") ||
                          is_word(chunk(k - 1), "through") || is_word(chunk(k - 1), "of") ||
                          is_word(chunk(k - 1), "as part of") || is_word(chunk(k - 1), "with");
    if (governed && k != trigger_ && is_bargain(k) && sum_of(k) < none) return k;
  }
  return none;
}

Claim Filler::payment(std::size_t sum, const Named& buyer,
                      const std::optional<Named>& seller) const {
  Claim claim = start("finance");
  span(claim, "item", chunk(sum).span);
  set_quantity(claim, sum);
  set(claim, &Claim::actor, "actor", buyer);
  if (seller && seller->party != buyer.party) set(claim, &Claim::target, "target", seller);
  return claim;
}

Item Filler::payment_for(std::size_t goods) const {
  Item item = item_of(stage_, chunk(goods));
  item.name = "payment for " + item.name;
  item.category = "money";
  item.weapon.clear();
  return item;
}

std::string_view Filler::make_of(std::size_t goods) const {
  const Mention* weapon =
      chunk(goods).weapon != nullptr ? chunk(goods).weapon : chunk(goods).of_weapon;
  if (weapon == nullptr) return {};
  const std::string& system = std::get<Weapon>(weapon->value).system;
  const Table& table = stage_.grammar.lexicons().table("weapons");
  for (const Row& row : table.rows) {
    if (!system.empty() && table.cell(row, "name") == system) return table.cell(row, "country");
  }
  return {};
}

std::vector<Claim> Filler::worth_of_paper(const std::vector<std::size_t>& papers,
                                          const std::vector<Named>& sides) const {
  std::vector<Claim> out;
  if (sides.size() != 2) return out;
  const bool first_is_state = !sides[0].party.iso2.empty();
  bool second_is_state = !sides[1].party.iso2.empty();
  const auto& with = get(roles_, "target");
  if (!with.empty() && stage_.grammar.is(WordClass::firm, chunk(with.front()).lemma))
    second_is_state = false;  // "with Indian companies"
  for (const std::size_t paper : papers) {
    if (!is_bargain(paper)) continue;
    const std::size_t sum = sum_of(paper);
    if (sum >= stage_.chunks.size()) continue;
    const auto& goods = sides_.of("for");
    const bool named = !goods.empty() && !chunk(goods.front()).party;
    // a state buys from a firm; of two states the one that signs for something does
    const std::string_view maker = named ? make_of(goods.front()) : std::string_view{};
    const bool made =
        !maker.empty() && (maker == sides[0].party.iso2 || maker == sides[1].party.iso2);
    if (first_is_state == second_is_state && !(named && !get(roles_, "target").empty()) && !made)
      continue;
    const bool swapped =
        (second_is_state && !first_is_state) || (first_is_state && maker == sides[0].party.iso2);
    Claim claim = payment(sum, sides[swapped ? 1 : 0], sides[swapped ? 0 : 1]);
    if (!claim.quantity) continue;
    claim.item = named ? payment_for(goods.front()) : item_of(stage_, chunk(paper));
    out.push_back(std::move(claim));
  }
  return out;
}

std::vector<Claim> Filler::award() {
  // "awarded Saab a $2 billion contract", "won a $2 billion contract from Peru"
  const auto& papers = items();
  const auto buyer = party("actor");
  const auto seller = party("target");
  if (papers.empty() || !buyer) return refuse("no contract or no buyer");
  const std::size_t paper = papers.front();
  if (!is_bargain(paper) || sum_of(paper) >= stage_.chunks.size()) return refuse("no sum");
  Claim claim = payment(sum_of(paper), *buyer, seller);
  if (!claim.quantity) return refuse("no sum");
  const auto& goods = sides_.of("for");
  const bool named = !goods.empty() && !chunk(goods.front()).party;
  claim.item = named ? payment_for(goods.front()) : item_of(stage_, chunk(paper));
  return {claim};
}

std::vector<Claim> Filler::worth_of_bargain() {
  // "The deal, worth $1.9 billion, was signed in June", "Poland's $6 billion contract with Hyundai"
  const std::size_t sum = sum_of(trigger_);
  if (sum >= stage_.chunks.size()) return refuse("no sum");
  const auto owner = trigger_owner();
  const auto& with = sides_.of("with");
  std::optional<Named> buyer = owner && !owner->party.iso2.empty() ? owner : std::nullopt;
  std::optional<Named> seller;
  for (const std::string_view side : {"with", "from"}) {
    if (buyer && !seller && !sides_.of(side).empty())
      seller = party_of(stage_, sides_.of(side).front());
  }
  if (!with.empty() && !seller) buyer.reset();
  if (!buyer && !trigger().definite) return refuse("nobody's deal");
  constexpr std::size_t kBefore = 2;  // sentences
  const std::size_t now = stage_.reading.sentence;
  const std::size_t since = stage_.doc.sentences[now > kBefore ? now - kBefore : 0].span.begin;
  const auto& said = stage_.memory.said;
  std::optional<Item> goods;
  for (std::size_t k = said.size(); k > 0 && !buyer; --k) {
    const Claim& before = said[k - 1];
    if (before.evidence.bytes.begin < since) break;
    const bool order = before.type == "agreement" && before.evidence.rule.starts_with("agree.");
    const bool firm = before.actor && before.actor->iso2.empty();
    if (before.type == "finance" && before.evidence.rule.starts_with("finance.price"))
      return refuse("told before");
    if (before.type != "transfer" && !order) continue;
    // who takes the goods pays for them; of a paper's two sides a firm sells
    const bool gives = before.type == "transfer" || (firm && before.target);
    const auto& pays = gives ? before.target : before.actor;
    const auto& paid = gives ? before.actor : before.target;
    if (!pays || pays->iso2.empty()) break;
    if (order && !firm && before.target && !before.target->iso2.empty() &&
        !before.evidence.rule.starts_with("agree.order"))
      break;  // two states, and nothing says which of them buys
    buyer = Named{*pays, trigger().span};
    if (paid) seller = Named{*paid, trigger().span};
    goods = before.item;
  }
  if (!buyer) return refuse("nobody's deal");
  Claim claim = payment(sum, *buyer, seller);
  if (!claim.quantity) return refuse("no sum");
  claim.item = goods ? *goods : item_of(stage_, trigger());
  if (goods) claim.item->name = "payment for " + claim.item->name;
  if (goods) claim.item->weapon.clear();
  claim.item->category = "money";
  return {claim};
}

}  // namespace msmt
