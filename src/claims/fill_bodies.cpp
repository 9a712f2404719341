/// Bodies and treaties: establishment, dissolution, membership, agreement.
#include <algorithm>
#include <array>

#include "claims/filler.hpp"

namespace msmt {

std::vector<Claim> Filler::body_event() {
  std::vector<std::size_t> bodies = get(roles_, "body");
  std::optional<Named> body;
  Span body_span;
  if (frame_.pos == "noun") {
    if (const auto owner = trigger_owner()) body = owner;
    if (body && !body->party.iso2.empty()) body.reset();
    if (!body && trigger().owner &&
        (trigger().owner->party.name == "its" || trigger().owner->party.name == "their")) {
      body = body_for(stage_, trigger_);
    }
    if (!body) {
      // "the expert panel's breakup" is an owner; "the MSMT launch" a name in the phrase
      body = body_of(trigger());
    }
  }
  for (const std::size_t i : bodies) {
    if (body) break;
    if (chunk(i).pronoun) {
      if (chunk(i).head == "it") body = body_for(stage_, i);
      continue;
    }
    body = party_of(stage_, i);
    if (body && !body->party.iso2.empty()) body.reset();
    if (!body && chunk(i).item_class == "body") {
      // an unnamed body keeps its own words: "a North Korea sanctions monitoring mechanism"
      const auto named = body_of(chunk(i));
      if (named && chunk(i).item_id != "monitoring-mechanism") {
        body = named;
      } else {
        const Chunk& c = chunk(i);
        const std::string text = quote(stage_.doc, c.span);
        body = named_later(i);
        if (!body && !c.before.empty()) body = Named{{strip_article(text), ""}, c.span};
      }
    }
  }
  // "mandate", "set" and the like say nothing of a body without one
  if (!body) return refuse("no body");
  if (trigger().lemma == "launch" || trigger().lemma == "set" || trigger().lemma == "end" ||
      trigger().lemma == "create" || trigger().lemma == "form") {
    const bool known = body->party.iso2.empty();
    if (!known) return refuse("no body");
  }
  Claim claim = start(frame_.type);
  set(claim, &Claim::actor, "actor", body);
  return {claim};
}

std::optional<Named> Filler::named_later(std::size_t i) const {
  const auto is_body = [&](std::size_t k) {
    return k < stage_.chunks.size() && chunk(k).kind == ChunkKind::phrase && chunk(k).party &&
           chunk(k).party->party.iso2.empty() && !chunk(k).person;
  };
  if (i + 2 < stage_.chunks.size() && chunk(i + 1).kind == ChunkKind::word &&
      chunk(i + 1).word == "," && is_body(i + 2)) {
    return chunk(i + 2).party;
  }
  for (std::size_t k = i + 1; k + 1 < stage_.chunks.size(); ++k) {
    const Chunk& c = chunk(k);
    const bool finite =
        c.kind == ChunkKind::verb && (c.voice == Voice::active || c.voice == Voice::passive);
    if (finite && k != trigger_ && c.lemma != "name" && c.lemma != "call" && c.lemma != "know")
      return std::nullopt;
    if (c.kind == ChunkKind::verb &&
        (c.lemma == "name" || c.lemma == "call" || c.lemma == "dub" || c.lemma == "know")) {
      for (std::size_t m = k + 1; m < stage_.chunks.size() && m < k + 3; ++m) {
        if (is_body(m)) return chunk(m).party;
      }
    }
  }
  return std::nullopt;
}

std::string Filler::strip_article(std::string text) {
  for (const std::string_view article : {"The ", "the ", "A ", "a ", "An ", "an "}) {
    if (text.starts_with(article)) return text.substr(article.size());
  }
  return text;
}

std::vector<Claim> Filler::membership() {
  Claim claim = start("membership");
  if (frame_.id == "member.noun") {
    const Chunk& c = trigger();
    auto body = body_of(c);
    if (!body && c.owner) body = body_for(stage_, trigger_);  // "Its eleven members"
    if (!body) body = party("body");
    if (!body || !body->party.iso2.empty()) return refuse("no body");
    set(claim, &Claim::actor, "actor", body);
    set_quantity(claim, trigger_);
    // "members including A, B and C"; "as a permanent UNSC member": the subject is one
    for (std::size_t k = trigger_ + 1; k < stage_.chunks.size(); ++k) {
      const Chunk& next = chunk(k);
      if (next.kind == ChunkKind::word &&
          (next.word == "including" || next.word == "such as" || next.word == ":" ||
           next.word == "--" || next.word == "," || next.word == "and")) {
        continue;
      }
      if (next.kind == ChunkKind::verb && next.lemma == "be" && k == trigger_ + 1) continue;
      if (next.kind != ChunkKind::phrase || !next.party || next.party->party.iso2.empty()) break;
      claim.members.push_back(next.party->party);
    }
    if (claim.members.empty() && !claim.quantity) {
      const bool as_member = trigger_ > 0 && chunk(trigger_ - 1).kind == ChunkKind::word &&
                             chunk(trigger_ - 1).word == "as";
      if (!as_member) return refuse("no count and no members");
      for (std::size_t k = trigger_; k > 0; --k) {
        if (chunk(k - 1).kind == ChunkKind::phrase && chunk(k - 1).party &&
            !chunk(k - 1).party->party.iso2.empty()) {
          claim.members.push_back(chunk(k - 1).party->party);
          break;
        }
      }
      if (claim.members.empty()) return refuse("no members");
    }
    return {claim};
  }
  std::optional<Named> body = party("body");
  if (!body && trigger().voice == Voice::gerund)
    body = body_for(stage_, trigger_);  // "with 11 countries participating"
  if (!body || !body->party.iso2.empty()) return refuse("no body");
  set(claim, &Claim::actor, "actor", body);
  for (const std::size_t i : get(roles_, "member")) {
    const Chunk& c = chunk(i);
    if (c.party) {
      claim.members.push_back(c.party->party);
    } else if (c.quantity != nullptr &&
               (c.lemma == "country" || c.lemma == "state" || c.lemma == "member" ||
                c.lemma == "nation" || c.lemma == "government")) {
      set_quantity(claim, i);
    }
  }
  // "nine other countries have joined — Australia, Britain …"
  for (std::size_t k = sides_.end; k + 1 < stage_.chunks.size(); ++k) {
    const Chunk& c = chunk(k);
    if (c.kind == ChunkKind::word && (c.word == "--" || c.word == ":" || c.word == "," ||
                                      c.word == "and" || c.word == "including" || c.word == "-")) {
      continue;
    }
    if (c.kind != ChunkKind::phrase || !c.party || c.party->party.iso2.empty()) break;
    claim.members.push_back(c.party->party);
  }
  if (!stage_.chunks.empty() && stage_.chunks.back().kind == ChunkKind::phrase &&
      stage_.chunks.back().party && !claim.members.empty() &&
      std::find(claim.members.begin(), claim.members.end(), stage_.chunks.back().party->party) ==
          claim.members.end() &&
      claim.quantity) {
    claim.members.push_back(stage_.chunks.back().party->party);
  }
  if (claim.members.empty() && !claim.quantity) return refuse("no members");
  for (std::size_t k = 0; k < stage_.chunks.size() && k < 8; ++k) {
    const Chunk& c = chunk(k);
    if (c.kind == ChunkKind::word &&
        (c.word == "besides" || c.word == "apart from" || c.word == "in addition to")) {
      for (std::size_t m = k + 1; m < stage_.chunks.size(); ++m) {
        if (chunk(m).kind == ChunkKind::word && chunk(m).word == "and") continue;
        if (chunk(m).kind != ChunkKind::phrase || !chunk(m).party) break;
        claim.besides.push_back(chunk(m).party->party);
      }
    }
  }
  return {claim};
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
      if (!frame_.takes(class_of(chunk(i)))) continue;
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
    std::erase_if(list, [&](std::size_t i) { return !frame_.takes(class_of(chunk(i))); });
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
  if (sides.size() < 2) return refuse("not two sides");
  Claim claim = start("agreement");
  if (self) {
    if (!list.empty() && class_of(chunk(list.front())) == "agreement") {
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
    if (class_of(chunk(list.front())) == "agreement" && !goods.empty()) {
      // "a contract for five S-400 systems"
      const std::string klass = class_of(chunk(goods.front()));
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
