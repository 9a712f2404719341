/// Who belongs to a body, and how many.
#include <algorithm>

#include "claims/clause_words.hpp"
#include "claims/filler.hpp"
#include "claims/subjects.hpp"

namespace msmt {

std::vector<Claim> Filler::membership() {
  if (frame_.id == "member.nation") return nation_body();
  return frame_.id == "member.noun" ? members_of_noun() : members_by_verb();
}

std::vector<Claim> Filler::members_of_noun() {
  Claim claim = start("membership");
  const Chunk& c = trigger();
  // "nine of its members were killed": some of them
  if (stage_.doc.text(c.span).find(" of its ") != std::string_view::npos ||
      stage_.doc.text(c.span).find(" of their ") != std::string_view::npos)
    return refuse("some members, not all");
  // "80 Hamas members surrendered", "two service members": fighters, and not all of them
  if (c.item_class == "troops" || is_of_fighters(c)) return refuse("fighters, no states");
  const auto body = body_with_members();
  if (!body || !body->party.iso2.empty()) return refuse("no body");
  set(claim, &Claim::actor, "actor", body);
  const bool one_of = stage_.doc.text(c.span).starts_with("one of ");
  if (!one_of) set_quantity(claim, trigger_);
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
    claim.members = members_before();
    if (claim.members.empty()) return refuse("no count and no members");
  }
  return {claim};
}

std::optional<Named> Filler::body_with_members() const {
  const Chunk& c = trigger();
  auto body = body_of(c);
  if (trigger_ >= 2 && chunk(trigger_ - 1).word == "of" && chunk(trigger_ - 2).item_class == "body")
    body.reset();  // "a group of 11 UN members" is not the UN
  const std::string_view owned = stage_.doc.text(c.span);
  if (!body && c.definite && !c.owner && c.quantity != nullptr &&
      (owned.find("'s ") != std::string_view::npos ||
       owned.find("\u2019s ") != std::string_view::npos))
    body = body_for(stage_, trigger_);                      // "The panel's five members"
  if (!body && c.owner) body = body_for(stage_, trigger_);  // "Its eleven members"
  if (!body) body = party("body");
  if (!body && trigger_ >= 2) {
    const Chunk& verb = chunk(trigger_ - 1);
    const Chunk& left = chunk(trigger_ - 2);
    if (verb.kind == ChunkKind::verb && stage_.grammar.is(WordClass::have_members, verb.lemma) &&
        left.kind == ChunkKind::phrase) {
      body = body_named_by(trigger_ - 2);  // "The MSMT counts 11 members"
    } else if (verb.kind == ChunkKind::verb && !sides_.of("subj").empty() &&
               stage_.grammar.is(WordClass::have_members, verb.lemma)) {
      body = body_named_by(sides_.of("subj").front());  // "The MSMT, launched in 2024, has 11"
    } else if (verb.kind == ChunkKind::word && verb.word == "whose") {
      const std::size_t before = left.kind == ChunkKind::word ? trigger_ - 3 : trigger_ - 2;
      if (before < trigger_ && chunk(before).kind == ChunkKind::phrase)
        body = body_named_by(before);  // "the MSMT, whose eleven members …"
    }
  }
  if (!body && trigger_ > 3 && chunk(trigger_ - 1).lemma == "be") {
    // "the team, of which Australia is a member"
    const std::size_t which = trigger_ - 3;
    const bool leads = chunk(which).word == "of which" ||
                       (chunk(which).word == "which" && is_word(chunk(which - 1), "of"));
    std::size_t k = which;
    while (leads && k > 0 && chunk(k - 1).kind == ChunkKind::word) --k;
    if (leads && k > 0 && chunk(k - 1).kind == ChunkKind::phrase) body = body_named_by(k - 1);
  }
  if (!body && !stage_.memory.said.empty() && stage_.memory.said.back().type == "establishment" &&
      stage_.memory.said.back().actor &&
      stage_.memory.said.back().evidence.bytes.begin == stage_.sentence_begin() && trigger_ > 0 &&
      chunk(trigger_ - 1).kind == ChunkKind::verb)
    body = Named{*stage_.memory.said.back().actor, c.span};  // "was set up in 2009 and has eight"
  return body;
}

std::vector<Claim> Filler::members_by_verb() {
  Claim claim = start("membership");
  const auto& named_body = get(roles_, "body");
  if (!named_body.empty() && is_no_body(chunk(named_body.front()))) return refuse("no body");
  std::optional<Named> body = party("body");
  const bool composed = trigger().lemma == "make up" || trigger().lemma == "compose";
  if (!body && composed && !sides_.of("subj").empty())
    body = body_named_by(sides_.of("subj").front());  // "The MSMT, made up of 11 countries"
  if (!body && !composed && trigger().lemma != "join" && trigger().lemma != "include" &&
      frame_.id == "member.consist" && !sides_.of("subj").empty()) {
    const std::size_t named = sides_.of("subj").back();
    const auto& count = get(roles_, "member");
    const bool states = !count.empty() &&
                        (counts_states(chunk(count.front())) || chunk(count.front()).country_head);
    if (states) body = body_named_by(named);
    if (states && !body) body = long_name(named);
    if (states && !body && !stage_.memory.said.empty() &&
        stage_.memory.said.back().type == "establishment" &&
        stage_.memory.said.back().evidence.bytes.begin == stage_.sentence_begin())
      body = Named{*stage_.memory.said.back().actor, trigger().span};
  }
  if (!body && trigger().voice == Voice::gerund && trigger_ > 0 &&
      counts_states(chunk(trigger_ - 1)))
    body = body_for(stage_, trigger_);  // "with 11 countries participating"
  // "Eleven states, among them Italy, make up the MSMT": the parts come first
  const bool parts_first = composed && trigger().voice == Voice::active &&
                           !sides_.of("obj").empty() && !sides_.of("subj").empty() &&
                           counts_states(chunk(sides_.of("subj").front()));
  if (parts_first) body = body_named_by(sides_.of("obj").front());
  if (!body && trigger().lemma == "belong") body = body_of_which();
  if (!body || !body->party.iso2.empty()) return refuse("no body");
  set(claim, &Claim::actor, "actor", body);
  for (const std::size_t i : parts_first ? sides_.of("subj")
                             : composed  ? sides_.of("of")
                                         : get(roles_, "member")) {
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

std::optional<Named> Filler::body_of_which() const {
  // "the bloc SADC, to which 16 states belong"
  for (std::size_t k = trigger_; k > 1; --k) {
    const bool which = is_word(chunk(k), "to which") ||
                       (is_word(chunk(k), "which") && is_word(chunk(k - 1), "to"));
    if (!which) continue;
    std::size_t left = k;
    while (left > 0 && chunk(left).kind == ChunkKind::word) --left;
    return chunk(left).kind == ChunkKind::phrase ? body_named_by(left) : std::nullopt;
  }
  return std::nullopt;
}

bool Filler::is_of_fighters(const Chunk& c) {
  return c.quantity != nullptr &&
         std::any_of(c.names.begin(), c.names.end(), [](const Mention* name) {
           const auto* body = std::get_if<Organization>(&name->value);
           return std::holds_alternative<MilitaryUnit>(name->value) ||
                  (body != nullptr && (body->kind == "armed group" || body->kind == "crime group"));
         });
}

std::vector<Party> Filler::members_before() const {
  if (trigger_ < 2) return {};
  std::size_t at = trigger_ - 1;
  while (at > 0 && chunk(at).kind == ChunkKind::word && mark_of(chunk(at)) == "adv") --at;
  const Chunk& link = chunk(at);
  const bool is = link.kind == ChunkKind::verb && !link.negated &&
                  (link.lemma == "be" || link.lemma == "become" || link.lemma == "remain");
  const bool beside = link.kind == ChunkKind::word && link.word == ",";
  const bool as = link.kind == ChunkKind::word && link.word == "as";
  if (!is && !beside && !as) return {};
  for (std::size_t k = at; k > 0; --k) {
    const Chunk& left = chunk(k - 1);
    if (left.kind != ChunkKind::phrase) continue;
    if (left.party && !left.party->party.iso2.empty()) {
      std::vector<Party> out;  // "Australia, Canada and France are members"
      for (const std::size_t i :
           is ? list_before(stage_.chunks, k - 1) : std::vector<std::size_t>{k - 1})
        if (chunk(i).party && !chunk(i).party->party.iso2.empty())
          out.push_back(chunk(i).party->party);
      return out;
    }
    if (!as) break;
  }
  return {};
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
  if (!body && trigger().definite) body = body_for(stage_, trigger_);  // "The eight-member panel"
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
  if (!body && !stage_.memory.reporter.empty() && trigger_ + 2 < stage_.chunks.size() &&
      chunk(trigger_ + 1).word == "of" && !trigger().owner && trigger().names.empty())
    body =
        Named{{stage_.memory.reporter, ""}, trigger().span};  // "a group of 11 states", named later
  if (!body || !body->party.iso2.empty()) return refuse("no body");
  Claim claim = start("membership");
  set(claim, &Claim::actor, "actor", body);
  claim.quantity = std::get<Quantity>(count->value);
  span(claim, "quantity", count->span);
  return {claim};
}

}  // namespace msmt
