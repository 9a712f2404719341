/// Agreements: signed, held, agreed and ordered, with the two sides of each.
#include <algorithm>

#include "claims/filler.hpp"

namespace msmt {

void Filler::with_which(std::vector<Named>& sides) const {
  // "the government in Tripoli, with which Ankara had signed an agreement"
  for (std::size_t k = 1; k < trigger_; ++k) {
    if (chunk(k).kind != ChunkKind::word || (chunk(k).word != "which" && chunk(k).word != "whom") ||
        chunk(k - 1).word != "with")
      continue;
    for (std::size_t left = k - 1; left > 0; --left) {
      if (chunk(left - 1).kind == ChunkKind::word) {
        if (chunk(left - 1).word != "," && chunk(left - 1).word != "in") return;
        continue;
      }
      if (chunk(left - 1).kind != ChunkKind::phrase) return;
      const auto named = party_of(stage_, left - 1);
      if (named && (sides.empty() || named->party != sides.front().party)) sides.push_back(*named);
      if (named) return;
    }
  }
}

std::vector<Claim> Filler::agreement() {
  std::vector<Named> sides;
  const auto add = [&](const Named& named) {
    for (const Named& known : sides) {
      if (known.party == named.party) return;
    }
    sides.push_back(named);
  };
  std::vector<std::string> persons;
  const auto add_role = [&](std::string_view role) {
    for (const std::size_t i : get(roles_, role)) {
      const Chunk& c = chunk(i);
      if (c.person && c.party) persons.push_back(c.party->party.name);
      for (const Named& named : parties_of(stage_, i)) add(named);
    }
  };
  add_role("pair");
  add_role("actor");
  add_role("target");
  if (const auto owner = trigger_owner(); owner && sides.size() < 2) add(*owner);
  if (sides.size() < 2) {
    const auto& with = get(roles_, "target");
    if (!with.empty()) {
      if (auto owner = owner_of(stage_, with.front())) add(*owner);
    }
  }
  const bool self = needs_self();
  if (frame_.id == "agree.order") {
    std::vector<Claim> out;
    for (const std::size_t i : items()) {
      if (!frame_.takes(class_of(stage_.grammar, chunk(i)))) continue;
      Claim claim = start("agreement");
      set_item(claim, i);
      if (!sides.empty() && !get(roles_, "actor").empty())
        set(claim, &Claim::actor, "actor", party("actor"));
      set(claim, &Claim::target, "target", party("target"));
      if (claim.actor || claim.target) out.push_back(std::move(claim));
    }
    return out;
  }
  const bool needs_item =
      frame_.id == "agree.sign" || frame_.id == "agree.hold" || frame_.id == "agree.agree";
  std::vector<std::size_t> list = items();
  if (needs_item) {
    const bool paper = trigger().lemma == "sign" && sides.size() >= 2;  // "signed a statement"
    std::erase_if(list, [&](std::size_t i) {
      const std::string klass = class_of(stage_.grammar, chunk(i));
      return !frame_.takes(klass) && !(paper && klass == "document");
    });
    if (list.empty()) return refuse("nothing agreed or held");
    // "a treaty between A and B", "the treaty with B"
    for (const std::size_t i : list) {
      for (std::size_t k = i + 1; k + 1 < stage_.chunks.size() && k < i + 8; ++k) {
        if (chunk(k).kind != ChunkKind::word ||
            (chunk(k).word != "between" && chunk(k).word != "with"))
          continue;
        for (std::size_t m = k + 1; m < stage_.chunks.size() && m < k + 4; ++m) {
          if (chunk(m).kind == ChunkKind::word && chunk(m).word == "and") continue;
          if (chunk(m).kind != ChunkKind::phrase) break;
          if (chunk(m).person && chunk(m).party) persons.push_back(chunk(m).party->party.name);
          for (const Named& named : parties_of(stage_, m)) add(named);
        }
        break;
      }
    }
  }
  if (frame_.id == "agree.deepen") {
    const auto& chain = trigger().chain;
    const bool agreed = std::any_of(chain.begin(), chain.end(), [](const std::string& verb) {
      return verb == "agree" || verb == "pledge" || verb == "vow";
    });
    std::erase_if(list,
                  [&](std::size_t i) { return !frame_.takes(class_of(stage_.grammar, chunk(i))); });
    if (!agreed || list.empty()) return refuse("nothing agreed");
  }
  if (sides.size() < 2) with_which(sides);
  const auto& partners = get(roles_, "target");
  const bool many =
      sides.size() == 1 && !partners.empty() && !list.empty() &&
      chunk(partners.front()).quantity != nullptr &&
      (chunk(partners.front()).lemma == "country" || chunk(partners.front()).lemma == "state");
  if (many) {
    // "signed export contracts with 16 countries"
    Claim claim = start("agreement");
    claim.item = item_of(stage_, chunk(list.front()));
    span(claim, "item", chunk(list.front()).span);
    set_quantity(claim, partners.front());
    set(claim, &Claim::actor, "actor", sides.front());
    return {claim};
  }
  if (sides.empty() && stage_.memory.agreement && !list.empty() && chunk(list.front()).definite &&
      trigger().kind == ChunkKind::verb && trigger().voice != Voice::active) {
    // "The treaty was signed last June": between those who were said to agree
    for (const auto& party : {stage_.memory.agreement->actor, stage_.memory.agreement->target})
      if (party) add(Named{*party, chunk(list.front()).span});
  }
  if (sides.size() < 2) return refuse("not two sides");
  Claim claim = start("agreement");
  if (self) {
    if (!list.empty() && class_of(stage_.grammar, chunk(list.front())) == "agreement") {
      claim.item = item_of(stage_, chunk(list.front()));
      span(claim, "item", chunk(list.front()).span);
    } else {
      claim.item = item_of(stage_, trigger());
      span(claim, "item", trigger().span);
    }
  } else if (!list.empty()) {
    claim.item = item_of(stage_, chunk(list.front()));
    span(claim, "item", chunk(list.front()).span);
    const auto& goods = sides_.of("for");
    if (class_of(stage_.grammar, chunk(list.front())) == "agreement" && !goods.empty()) {
      // "a contract for five S-400 systems"
      const std::string klass = class_of(stage_.grammar, chunk(goods.front()));
      if (klass == "arms" || klass == "goods" || klass == "fuel" || klass == "parts" ||
          klass == "aid" || klass == "vehicle") {
        const Item bought = item_of(stage_, chunk(goods.front()));
        set_quantity(claim, goods.front());
        claim.item->name += " for " + bought.name;
        claim.item->weapon = bought.weapon;
        claim.item->category = bought.category;
        claim.item->key += "-" + bought.key;
      }
    }
  } else {
    claim.item = Item{"meeting", "meeting", "", "meeting"};
    span(claim, "item", trigger().head_span);
  }
  claim.parties = persons;
  set(claim, &Claim::actor, "actor", sides[0]);
  set(claim, &Claim::target, "target", sides[1]);
  return {claim};
}

}  // namespace msmt
