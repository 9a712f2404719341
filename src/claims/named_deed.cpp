/// Deeds that a noun names with their sides: deliveries, packages, orders.
///
///     "Deliveries by Moscow to Hanoi", "The Iraqi order with South Korea", "the package for Ukraine"
#include <algorithm>

#include "claims/fill_goods.hpp"
#include "claims/filler.hpp"
#include "claims/sentence_claims.hpp"

namespace msmt {

namespace {

/// "This Rapid Transfer Authority package": what owns the phrase is the law that it is given under, and no
/// giver.
bool is_scheme(const Filler& f, std::size_t i, const Party& owner) {
  if (!owner.iso2.empty() || f.chunk(i).item_class != "aid") return false;
  return std::any_of(f.chunk(i).names.begin(), f.chunk(i).names.end(), [&](const Mention* name) {
    const auto* body = std::get_if<Organization>(&name->value);
    return body != nullptr && body->name == owner.name && body->kind == "government body";
  });
}

/// "The Iraqi order with South Korea": who orders takes, from whom it orders gives, and it is yet to come.
std::optional<Claim> order_of(const Filler& f, std::size_t i) {
  if (!f.stage.grammar.evokes("noun", f.chunk(i).lemma, {"get.request"}) || i + 3 > f.at)
    return std::nullopt;
  const bool with = is_word(f.chunk(i + 1), "with") || is_word(f.chunk(i + 1), "from");
  const auto taker = owner_of(f.stage, i);
  const auto giver = with ? party_of(f.stage, i + 2) : std::nullopt;
  if (!taker || !giver || taker->party == giver->party) return std::nullopt;
  Claim order;
  order.type = "transfer";
  order.actor = giver->party;
  order.target = taker->party;
  order.certainty = Certainty::planned;
  return order;
}

/// "Chad paid $400 million for the package": who pays for it takes it.
bool is_paid_for(const Filler& f, std::size_t i) {
  for (std::size_t k = i; k > 0; --k) {
    const Chunk& left = f.chunk(k - 1);
    if (left.kind != ChunkKind::verb) continue;
    return f.stage.grammar.is(WordClass::spend, left.lemma);
  }
  return false;
}

}  // namespace

bool is_told_package(const Filler& f, std::size_t i) {
  const Chunk& package = f.chunk(i);
  if (package.item_class != "aid") return false;
  const bool dated =
      i > 1 && is_word(f.chunk(i - 1), "'s") && f.chunk(i - 2).kind == ChunkKind::date;
  const bool next =
      f.stage.grammar.any_is(WordClass::rank, package.before) ||
      (i > 1 && is_word(f.chunk(i - 1), ",") && f.chunk(i - 2).kind == ChunkKind::phrase &&
       f.stage.grammar.is(WordClass::rank, f.chunk(i - 2).head));
  return package.definite || package.demonstrative || dated || next;
}

std::optional<Claim> deed_of(const Filler& f, std::size_t i) {
  const std::string& noun = f.chunk(i).lemma;
  // "a $400 million package for Ukraine", "the weapons package for Taiwan"
  const bool package = f.chunk(i).item_class == "aid" || f.chunk(i).item_id == "military-supplies";
  const bool gives = package || f.stage.grammar.is(WordClass::support_noun, noun) ||
                     f.stage.grammar.evokes("noun", noun, {"give.noun", "give.support"});
  // "Cyprus's purchases from Israel"
  const bool takes = f.stage.grammar.evokes("noun", noun, {"get.noun"});
  if (!gives && !takes) return order_of(f, i);
  Claim deed;
  deed.type = "transfer";
  if (const auto owner = owner_of(f.stage, i); owner && !is_scheme(f, i, owner->party))
    (takes ? deed.target : deed.actor) = owner->party;
  for (std::size_t k = i + 1; k + 1 < f.at; ++k) {
    if (f.chunk(k).kind != ChunkKind::word || f.chunk(k + 1).kind != ChunkKind::phrase) continue;
    const auto named = party_of(f.stage, k + 1);
    if (!named) continue;
    const std::string& word = f.chunk(k).word;
    if ((word == "by" || word == "from") && !deed.actor) deed.actor = named->party;
    if ((word == "to" || word == "for") && !deed.target) deed.target = named->party;
  }
  if (!deed.actor && package) {
    // "The Pentagon said a package for Ukraine would include …": whose body announces it gives it
    for (std::size_t k = 0; k < i && !deed.actor; ++k) {
      const auto named = f.chunk(k).kind == ChunkKind::phrase ? party_of(f.stage, k) : std::nullopt;
      if (!named || named->party.iso2.empty() || named->party == deed.target) continue;
      (is_paid_for(f, i) ? deed.target : deed.actor) = named->party;
      if (deed.target) break;
    }
  }
  if (!deed.actor && !deed.target && package && is_told_package(f, i) &&
      !f.stage.memory.pairs.empty()) {
    deed.actor = f.stage.memory.pairs.front().first;  // "the package will contain 40 missiles"
    deed.target = f.stage.memory.pairs.front().second;
    for (const Claim& said : f.stage.memory.recent()) {  // as surely as it was told of last
      if (said.actor == deed.actor && said.target == deed.target &&
          said.certainty != Certainty::denied)
        deed.certainty = said.certainty;
    }
  }
  if (!deed.actor && !deed.target) return std::nullopt;
  return deed;
}

std::vector<Claim> package_worth(Filler& f) {
  const auto& subject = get(f.roles, "deed");
  const std::size_t sum = f.at + 2;
  if (subject.empty() || f.trigger().negated || sum >= f.stage.chunks.size() ||
      !is_word(f.chunk(f.at + 1), "worth") || !f.chunk(sum).money)
    return f.refuse("nothing is worth a sum");
  const std::size_t i = lot_before(f, subject.front());
  const Chunk& package = f.chunk(i);
  const bool aid = package.item_class == "aid" || package.item_id == "military-supplies";
  const auto deed = aid ? deed_of(f, i) : std::nullopt;
  if (!deed || !deed->target) return f.refuse("no package from one side to another");
  // a sum of aid is money, if nothing says that arms are given
  const bool arms = package.of_class == "arms" || package.item_id == "military-supplies" ||
                    package.before.find("arms") != std::string::npos ||
                    package.before.find("weapon") != std::string::npos;
  Claim claim = f.start(arms ? "transfer" : "finance");
  claim.actor = deed->actor;
  claim.target = deed->target;
  f.set_item(claim, i);
  claim.quantity.reset();
  drop_spans(claim, {"quantity"});
  f.set_quantity(claim, sum);
  return {claim};
}

}  // namespace msmt
