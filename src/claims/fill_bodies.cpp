/// Bodies and treaties: establishment, dissolution, membership, agreement.
#include <algorithm>
#include <array>

#include "claims/filler.hpp"

namespace msmt {

std::vector<Claim> Filler::body_event() {
  if (frame_.id == "found.begin") {
    const auto& work = get(roles_, "work");
    const bool works = !work.empty() && (chunk(work.front()).lemma == "work" ||
                                         chunk(work.front()).lemma == "operation");
    if (!works) return refuse("no work begun");
  }
  if (frame_.id == "end.cease" && !ceases()) return refuse("nothing ceases");
  std::vector<std::size_t> bodies = get(roles_, "body");
  if (bodies.empty() && trigger().voice == Voice::active) bodies = sides_.of("subj");
  std::optional<Named> body;
  if (frame_.pos == "noun") {
    if (const auto owner = trigger_owner()) body = owner;
    if (body && !body->party.iso2.empty()) body.reset();
    if (!body && trigger().owner &&
        (trigger().owner->party.name == "its" || trigger().owner->party.name == "their")) {
      body = body_for(stage_, trigger_);
    }
    // "the expert panel's breakup" is an owner; "the MSMT launch" a name in the phrase
    if (!body) body = body_of(trigger());
  }
  for (const std::size_t i : bodies) {
    if (body) break;
    if (i >= 2 && !chunk(i).definite && !chunk(i).party && chunk(i - 1).kind == ChunkKind::word &&
        (chunk(i - 1).word == "--" || chunk(i - 1).word == ",") &&
        chunk(i - 2).kind == ChunkKind::phrase) {
      body = body_named_by(i - 2);  // "the MSMT—an organization formed in 2024"
    }
    if (!body) body = body_named_by(i);
  }
  // "mandate", "set" and the like say nothing of a body without one
  if (!body || !body->party.iso2.empty()) return refuse("no body");
  Claim claim = start(frame_.type);
  set(claim, &Claim::actor, "actor", body);
  std::vector<Claim> out{claim};
  if (auto members = founders(*body)) out.push_back(std::move(*members));
  return out;
}

std::optional<Claim> Filler::founders(const Named& body) const {
  if (frame_.id != "found.verb") return std::nullopt;
  const bool active = trigger().voice == Voice::active;
  Claim claim = start("membership");
  set(claim, &Claim::actor, "actor", body);
  for (const std::size_t i : active ? sides_.of("subj") : sides_.of("by")) {
    const Chunk& c = chunk(i);
    if (counts_states(c)) {
      set_quantity(claim, i);
    } else if (c.country_head && c.party) {
      claim.members.push_back(c.party->party);
    }
  }
  if (!claim.quantity) return std::nullopt;
  return claim;
}

bool Filler::ceases() const {
  static constexpr std::array<std::string_view, 3> kEnds = {"cease", "stop", "force"};
  for (const std::string& verb : trigger().chain) {
    if (std::find(kEnds.begin(), kEnds.end(), verb) != kEnds.end()) return true;
  }
  if (trigger().voice == Voice::infinitive && trigger_ > 0 &&
      chunk(trigger_ - 1).kind == ChunkKind::verb)
    return chunk(trigger_ - 1).lemma == "force";  // "was forced to close"
  const auto& what = sides_.of("obj");
  return trigger().lemma == "cease" && !what.empty() &&
         (chunk(what.front()).lemma == "operation" || chunk(what.front()).lemma == "existence" ||
          chunk(what.front()).lemma == "work");
}

std::optional<Named> Filler::body_named_by(std::size_t i) const {
  const Chunk& c = chunk(i);
  if (c.pronoun) return c.head == "it" ? body_for(stage_, i) : std::nullopt;
  auto body = party_of(stage_, i);
  if (body && body->party.iso2.empty()) return body;
  // "the mandate of the Panel of Experts": what ends with its mandate
  if (c.lemma == "mandate" && c.of_party && c.of_party->party.iso2.empty()) return c.of_party;
  if (c.lemma == "mandate" && c.owner) return body_for(stage_, i);
  if (auto later = named_later(i)) return later;
  if (c.item_class == "body") {
    // an unnamed body keeps its own words: "a Libya arms embargo panel"
    auto named = body_of(c);
    if (named && c.item_id != "monitoring-mechanism") return named;
    const std::string text = quote(stage_.doc, c.span);
    if (!c.before.empty()) return Named{{strip_article(text), ""}, c.span};
    return std::nullopt;
  }
  if (body) return std::nullopt;  // a state is not set up or disbanded
  // a name that no list has: "the Warsaw Pact"
  const auto& tokens = stage_.reading.tokens;
  std::size_t capitals = 0;
  for (std::size_t t = c.first + (c.definite ? 1 : 0); t < c.last; ++t) {
    if (!tokens[t].capital) return std::nullopt;
    ++capitals;
  }
  if (capitals < 2 || !c.definite || c.weapon != nullptr) return std::nullopt;
  return Named{{strip_article(quote(stage_.doc, c.span)), ""}, c.span};
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
  if (frame_.id == "member.nation") return nation_body();
  Claim claim = start("membership");
  if (frame_.id == "member.noun") {
    const Chunk& c = trigger();
    auto body = body_of(c);
    if (trigger_ >= 2 && chunk(trigger_ - 1).word == "of" &&
        chunk(trigger_ - 2).item_class == "body")
      body.reset();  // "a group of 11 UN members" is not the UN
    if (!body && c.owner) body = body_for(stage_, trigger_);  // "Its eleven members"
    if (!body) body = party("body");
    if (!body && trigger_ >= 2) {
      const Chunk& verb = chunk(trigger_ - 1);
      const Chunk& left = chunk(trigger_ - 2);
      static constexpr std::array<std::string_view, 5> kHave = {"have", "count", "number", "boast",
                                                                "include"};
      if (verb.kind == ChunkKind::verb &&
          std::find(kHave.begin(), kHave.end(), verb.lemma) != kHave.end() &&
          left.kind == ChunkKind::phrase) {
        body = body_named_by(trigger_ - 2);  // "The MSMT counts 11 members"
      } else if (verb.kind == ChunkKind::verb && !sides_.of("subj").empty() &&
                 std::find(kHave.begin(), kHave.end(), verb.lemma) != kHave.end()) {
        body = body_named_by(sides_.of("subj").front());  // "The MSMT, launched in 2024, has 11"
      } else if (verb.kind == ChunkKind::word && verb.word == "whose") {
        const std::size_t before = left.kind == ChunkKind::word ? trigger_ - 3 : trigger_ - 2;
        if (before < trigger_ && chunk(before).kind == ChunkKind::phrase)
          body = body_named_by(before);  // "the MSMT, whose eleven members …"
      }
    }
    if (!body || !body->party.iso2.empty()) return refuse("no body");
    set(claim, &Claim::actor, "actor", body);
    set_quantity(claim, trigger_);
    // "members including A, B and C"; "as a founding NATO member": the subject is one
    for (std::size_t k = trigger_ + 1; k < stage_.chunks.size(); ++k) {
      const Chunk& next = chunk(k);
      if (next.kind == ChunkKind::word &&
          (next.word == "including" || next.word == "such as" || next.word == ":" ||
           next.word == "--" || next.word == "," || next.word == "and")) {
        continue;
      }
      if (next.kind == ChunkKind::verb && (next.lemma == "be" || next.lemma == "include") &&
          k == trigger_ + 1)
        continue;
      if (next.kind != ChunkKind::phrase || !next.party || next.party->party.iso2.empty()) break;
      claim.members.push_back(next.party->party);
    }
    if (claim.members.empty() && !claim.quantity) {
      const auto member = member_before();
      if (!member) return refuse("no count and no members");
      claim.members.push_back(*member);
    }
    return {claim};
  }
  std::optional<Named> body = party("body");
  const bool composed = trigger().lemma == "make up" || trigger().lemma == "compose";
  if (!body && composed && !sides_.of("subj").empty())
    body = body_named_by(sides_.of("subj").front());  // "The MSMT, made up of 11 countries"
  if (!body && trigger().voice == Voice::gerund)
    body = body_for(stage_, trigger_);  // "with 11 countries participating"
  if (!body || !body->party.iso2.empty()) return refuse("no body");
  set(claim, &Claim::actor, "actor", body);
  for (const std::size_t i : composed ? sides_.of("of") : get(roles_, "member")) {
    const Chunk& c = chunk(i);
    if (c.party) {
      claim.members.push_back(c.party->party);
    } else if (counts_states(c)) {
      set_quantity(claim, i);
    }
  }
  // "four more states joined — Chad, Niger …"
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

std::optional<Party> Filler::member_before() const {
  if (trigger_ < 2) return std::nullopt;
  const Chunk& link = chunk(trigger_ - 1);
  const bool is = link.kind == ChunkKind::verb && !link.negated &&
                  (link.lemma == "be" || link.lemma == "become" || link.lemma == "remain");
  const bool beside = link.kind == ChunkKind::word && link.word == ",";
  const bool as = link.kind == ChunkKind::word && link.word == "as";
  if (!is && !beside && !as) return std::nullopt;
  for (std::size_t k = trigger_ - 1; k > 0; --k) {
    const Chunk& left = chunk(k - 1);
    if (left.kind != ChunkKind::phrase) continue;
    if (left.party && !left.party->party.iso2.empty()) return left.party->party;
    if (!as) break;
  }
  return std::nullopt;
}

std::vector<Claim> Filler::nation_body() {
  // "The MSMT is an 11-nation body", "the MSMT, an 11-nation watchdog", "the 15-member Council"
  const Mention* count = nullptr;
  for (const Mention& mention : stage_.reading.mentions) {
    const auto* quantity = std::get_if<Quantity>(&mention.value);
    if (quantity == nullptr || !trigger().span.contains(mention.span)) continue;
    if (quantity->unit == "nation" || quantity->unit == "country" || quantity->unit == "state" ||
        quantity->unit == "member" || quantity->unit == "party")
      count = &mention;
  }
  if (count != nullptr && count->rule != "quantity/compound") count = nullptr;
  if (count == nullptr && trigger_ + 2 < stage_.chunks.size() && chunk(trigger_ + 1).word == "of" &&
      counts_states(chunk(trigger_ + 2))) {
    count = chunk(trigger_ + 2).quantity;  // "a group of eleven nations"
  }
  if (count == nullptr) return refuse("no count");
  std::optional<Named> body = trigger().party;
  if (!body) body = body_of(trigger());
  if (!body && trigger_ >= 2) {
    const Chunk& link = chunk(trigger_ - 1);
    const bool is = link.kind == ChunkKind::verb && link.lemma == "be";
    const bool beside = link.kind == ChunkKind::word && (link.word == "," || link.word == ")");
    if (is || beside) {
      for (std::size_t k = trigger_ - 1; k > 0 && !body; --k) {
        const Chunk& left = chunk(k - 1);
        if (left.kind == ChunkKind::verb) break;
        if (left.kind == ChunkKind::phrase) body = body_named_by(k - 1);
      }
    }
  }
  for (std::size_t k = trigger_ + 1; !body && k + 1 < stage_.chunks.size() && k < trigger_ + 8;
       ++k) {
    // "an 11-nation body, the MSMT"; "a group of 11 nations that monitors sanctions, the MSMT,"
    if (chunk(k).word == "," && chunk(k + 1).party && chunk(k + 1).party->party.iso2.empty())
      body = chunk(k + 1).party;
  }
  if (!body || !body->party.iso2.empty()) return refuse("no body");
  Claim claim = start("membership");
  set(claim, &Claim::actor, "actor", body);
  claim.quantity = std::get<Quantity>(count->value);
  span(claim, "quantity", count->span);
  return {claim};
}

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
    const bool paper = trigger().lemma == "sign" && sides.size() >= 2;  // "signed a statement"
    std::erase_if(list, [&](std::size_t i) {
      const std::string klass = class_of(chunk(i));
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
    std::erase_if(list, [&](std::size_t i) { return !frame_.takes(class_of(chunk(i))); });
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
