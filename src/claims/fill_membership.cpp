/// Who belongs to a body, and how many.
#include <algorithm>

#include "claims/clause_words.hpp"
#include "claims/fill_bodies.hpp"
#include "claims/fill_limits.hpp"
#include "claims/filler.hpp"
#include "claims/subjects.hpp"

namespace msmt {

namespace {

/// "was set up in 2009 and has eight members", "was founded in 1992 with six", "was disbanded with two members
/// left": the body of whose beginning or end the sentence has just told.
std::optional<Named> body_just_told(const Filler& f) {
  const auto& said = f.stage.memory.said;
  if (said.empty() || !said.back().actor || f.at == 0 ||
      said.back().evidence.bytes.begin != f.stage.sentence_begin())
    return std::nullopt;
  const bool founded = said.back().type == "establishment";
  const bool told = founded || said.back().type == "dissolution";
  const bool has = founded && f.chunk(f.at - 1).kind == ChunkKind::verb;
  const bool with = told && f.trigger().quantity != nullptr && is_word(f.chunk(f.at - 1), "with");
  if (!has && !with) return std::nullopt;
  for (std::size_t k = f.at - 1; with && f.chunk(k).kind != ChunkKind::verb; --k) {
    if (k == 0 || ends_clause(f.chunk(k))) return std::nullopt;  // "…, and a club with six members"
  }
  return Named{*said.back().actor, f.trigger().span};
}

/// Whose members the trigger noun counts.
std::optional<Named> body_with_members(const Filler& f) {
  const Chunk& c = f.trigger();
  auto body = body_of(c);
  if (f.at >= 2 && f.chunk(f.at - 1).word == "of" && f.chunk(f.at - 2).item_class == "body")
    body.reset();  // "a group of 11 UN members" is not the UN
  const std::string_view owned = f.stage.doc.words(c.span);
  if (!body && c.definite && !c.owner && c.quantity != nullptr &&
      (owned.find("'s ") != std::string_view::npos ||
       owned.find("\u2019s ") != std::string_view::npos))
    body = body_for(f.stage, f.at);                      // "The panel's five members"
  if (!body && c.owner) body = body_for(f.stage, f.at);  // "Its eleven members"
  if (!body) body = f.party("body");
  if (!body && f.at >= 2) {
    const Chunk& verb = f.chunk(f.at - 1);
    const Chunk& left = f.chunk(f.at - 2);
    if (verb.kind == ChunkKind::verb && f.stage.grammar.is(WordClass::have_members, verb.lemma) &&
        left.kind == ChunkKind::phrase) {
      body = body_named_by(f, f.at - 2);  // "The MSMT counts 11 members"
    } else if (verb.kind == ChunkKind::verb && !f.sides.of("subj").empty() &&
               f.stage.grammar.is(WordClass::have_members, verb.lemma)) {
      body = body_named_by(f, f.sides.of("subj").front());  // "The MSMT, launched in 2024, has 11"
    } else if (verb.kind == ChunkKind::word && verb.word == "whose") {
      const std::size_t before = left.kind == ChunkKind::word ? f.at - 3 : f.at - 2;
      if (before < f.at && f.chunk(before).kind == ChunkKind::phrase)
        body = body_named_by(f, before);  // "the MSMT, whose eleven members …"
    }
  }
  if (!body && f.at > 3 && f.chunk(f.at - 1).lemma == "be") {
    // "the team, of which Australia is a member"
    const std::size_t which = f.at - 3;
    const bool leads = f.chunk(which).word == "of which" ||
                       (f.chunk(which).word == "which" && is_word(f.chunk(which - 1), "of"));
    std::size_t k = which;
    while (leads && k > 0 && f.chunk(k - 1).kind == ChunkKind::word) --k;
    if (leads && k > 0 && f.chunk(k - 1).kind == ChunkKind::phrase) body = body_named_by(f, k - 1);
  }
  if (!body) body = body_just_told(f);
  return body;
}

/// "80 Hamas members": a count of an armed body's people.
bool is_of_fighters(const Chunk& c) {
  return c.quantity != nullptr &&
         std::any_of(c.names.begin(), c.names.end(), [](const Mention* name) {
           const auto* body = std::get_if<Organization>(&name->value);
           return std::holds_alternative<MilitaryUnit>(name->value) ||
                  (body != nullptr && (body->kind == "armed group" || body->kind == "crime group"));
         });
}

/// "Sweden is a member of", "Sweden (a member of", "as a member of": the state.
std::vector<Party> members_before(const Filler& f) {
  if (f.at < 2) return {};
  std::size_t at = f.at - 1;
  while (at > 0 && f.chunk(at).kind == ChunkKind::word && mark_of(f.chunk(at)) == "adv") --at;
  const Chunk& link = f.chunk(at);
  const bool is = link.kind == ChunkKind::verb &&
                  (link.lemma == "be" || link.lemma == "become" || link.lemma == "remain");
  const bool beside = is_word(link, ",") || is_word(link, "(") || is_word(link, "--");
  const bool as = link.kind == ChunkKind::word && link.word == "as";
  if (!is && !beside && !as) return {};
  for (std::size_t k = at; k > 0; --k) {
    const Chunk& left = f.chunk(k - 1);
    if (left.kind != ChunkKind::phrase) continue;
    if (left.party && !left.party->party.iso2.empty()) {
      std::vector<Party> out;  // "Australia, Canada and France are members"
      for (const std::size_t i :
           is ? list_before(f.stage.chunks, k - 1) : std::vector<std::size_t>{k - 1})
        if (f.chunk(i).party && !f.chunk(i).party->party.iso2.empty())
          out.push_back(f.chunk(i).party->party);
      return out;
    }
    if (!as) break;
  }
  return {};
}

/// "The group comprises France and six EU member states", "a body grouping 14 NATO members": members of a group, which
/// belong to another body as well.
bool named_as_members(const Filler& f) {
  for (std::size_t k = f.at; k > 0 && !f.trigger().names.empty(); --k) {
    const Chunk& left = f.chunk(k - 1);
    if (left.kind == ChunkKind::verb)
      return f.stage.grammar.evokes("verb", left.lemma, {"member.consist"}) &&
             !f.stage.grammar.is(WordClass::have_members, left.lemma);
    const bool list = left.kind == ChunkKind::phrase
                          ? left.party.has_value()
                          : is_word(left, ",") || is_word(left, "and") || is_word(left, "of");
    if (!list) break;
  }
  return false;
}

/// "intelligence from 11 UN member states": a number of those that belong to a union of many.
bool some_of_union(const Filler& f) {
  const Chunk& c = f.trigger();
  const bool governed = f.at > 0 && f.chunk(f.at - 1).kind == ChunkKind::word &&
                        is_preposition(f.chunk(f.at - 1).word);
  // "Japan, EU member states and Chad": of a list that is of something else
  const bool listed = f.at > 1 && is_word(f.chunk(f.at - 1), ",") && f.chunk(f.at - 2).country_head;
  return ((governed && c.quantity != nullptr) || (listed && c.quantity == nullptr)) &&
         !c.definite && names_body(c, {"international organization"});
}

/// "Eleven MSMT members", "its eight members"
std::vector<Claim> members_of_noun(Filler& f) {
  Claim claim = f.start("membership");
  const Chunk& c = f.trigger();
  // "nine of its members were killed": some of them
  if (f.stage.doc.words(c.span).find(" of its ") != std::string_view::npos ||
      f.stage.doc.words(c.span).find(" of their ") != std::string_view::npos)
    return f.refuse("some members, not all");
  // "80 Hamas members surrendered", "two service members": fighters, and not all of them
  if (c.item_class == "troops" || is_of_fighters(c)) return f.refuse("fighters, no states");
  if (named_as_members(f)) return f.refuse("the verb tells whose members they are");
  if (c.quantity != nullptr && std::get<Quantity>(c.quantity->value).value == 1)
    return f.refuse("one of them");  // "one former member of the panel"
  if (some_of_union(f)) return f.refuse("some states of a union, not all");
  const auto body = body_with_members(f);
  if (!body || !body->party.iso2.empty()) return f.refuse("no body");
  set_party(claim, &Claim::actor, "actor", body);
  const bool one_of = f.stage.doc.words(c.span).starts_with("one of ");
  if (!one_of) f.set_quantity(claim, f.at);
  // "Eleven states are members of the MSMT"
  if (!claim.quantity && f.at >= 2 && f.chunk(f.at - 1).lemma == "be" &&
      !f.chunk(f.at - 1).negated && is_plural(c.head) && counts_states(f.chunk(f.at - 2)))
    f.set_quantity(claim, f.at - 2);
  if (!one_of && !claim.quantity) count_by_rank(f, claim, f.at);
  // "members including A, B and C"; "as a founding NATO member": the subject is one
  for (std::size_t k = f.at + 1; k < f.stage.chunks.size(); ++k) {
    const Chunk& next = f.chunk(k);
    if (next.kind == ChunkKind::word &&
        (next.word == "including" || next.word == "such as" || next.word == ":" ||
         next.word == "--" || next.word == "," || next.word == "and")) {
      continue;
    }
    if (next.kind == ChunkKind::verb && (next.lemma == "be" || next.lemma == "include") &&
        k == f.at + 1)
      continue;
    if (next.kind != ChunkKind::phrase || !next.party || next.party->party.iso2.empty()) break;
    claim.members.push_back(next.party->party);
  }
  if (claim.members.empty() && !claim.quantity) {
    claim.members = members_before(f);
    if (claim.members.empty()) return f.refuse("no count and no members");
  }
  return {claim};
}

/// "SADC, to which 16 states belong"
std::optional<Named> body_of_which(const Filler& f) {
  // "the bloc SADC, to which 16 states belong"
  for (std::size_t k = f.at; k > 1; --k) {
    const bool which = is_word(f.chunk(k), "to which") ||
                       (is_word(f.chunk(k), "which") && is_word(f.chunk(k - 1), "to"));
    if (!which) continue;
    std::size_t left = k;
    while (left > 0 && f.chunk(left).kind == ChunkKind::word) --left;
    return f.chunk(left).kind == ChunkKind::phrase ? body_named_by(f, left) : std::nullopt;
  }
  return std::nullopt;
}

/// "composed of representatives from 11 states": the chunk of those who sent them; i itself for no such phrase.
std::size_t senders_of(const Filler& f, std::size_t i) {
  const bool sent = f.chunk(i).kind == ChunkKind::phrase && is_plural(f.chunk(i).head) &&
                    !f.chunk(i).party && !counts_states(f.chunk(i)) &&
                    (is_word(f.chunk(i + 1), "from") || is_word(f.chunk(i + 1), "of"));
  return sent && counts_states(f.chunk(i + 2)) ? i + 2 : i;
}

/// "comprises eleven states", "joined the team"
std::vector<Claim> members_by_verb(Filler& f) {
  Claim claim = f.start("membership");
  const auto& named_body = get(f.roles, "body");
  if (!named_body.empty() && is_no_body(f, f.chunk(named_body.front()))) return f.refuse("no body");
  std::optional<Named> body = f.party("body");
  const bool passive = f.trigger().voice == Voice::passive;  // "is comprised of 11 states"
  const bool composed = f.trigger().lemma == "make up" || f.trigger().lemma == "compose" ||
                        (f.trigger().lemma == "comprise" && passive);
  if (!body && composed && !f.sides.of("subj").empty())
    body = body_named_by(f, f.sides.of("subj").front());  // "The MSMT, made up of 11 countries"
  if (!body && !composed && f.trigger().lemma != "join" && f.trigger().lemma != "include" &&
      f.frame.id == "member.consist" && !f.sides.of("subj").empty()) {
    const std::size_t named = f.sides.of("subj").back();
    const auto& count = get(f.roles, "member");
    const bool states = !count.empty() && (counts_states(f.chunk(count.front())) ||
                                           f.chunk(count.front()).country_head);
    if (states) body = body_named_by(f, named);
    if (states && !body) body = long_name(f, named);
    if (states && !body && !f.stage.memory.said.empty() &&
        f.stage.memory.said.back().type == "establishment" &&
        f.stage.memory.said.back().evidence.bytes.begin == f.stage.sentence_begin())
      body = Named{*f.stage.memory.said.back().actor, f.trigger().span};
  }
  if (!body && f.trigger().voice == Voice::gerund && f.at > 0 && counts_states(f.chunk(f.at - 1)))
    body = body_for(f.stage, f.at);  // "with 11 countries participating"
  // "Eleven states, among them Italy, make up the MSMT": the parts come first
  const bool parts_first = composed && f.trigger().voice == Voice::active &&
                           !f.sides.of("obj").empty() && !f.sides.of("subj").empty() &&
                           counts_states(f.chunk(f.sides.of("subj").front()));
  if (parts_first) body = body_named_by(f, f.sides.of("obj").front());
  if (!body && f.trigger().lemma == "belong") body = body_of_which(f);
  if (!body && f.frame.id == "member.consist" && f.trigger().lemma != "include")
    body = body_described(f);
  if (!body || !body->party.iso2.empty()) return f.refuse("no body");
  if (f.frame.id == "member.admit" && !admits_state(f)) return f.refuse("no state is taken in");
  // "The institute includes Turkey in Europe": where it counts it
  const auto& listed = get(f.roles, "member");
  if (f.trigger().lemma == "include" && !listed.empty() &&
      listed.back() + 1 < f.stage.chunks.size() && is_word(f.chunk(listed.back() + 1), "in"))
    return f.refuse("put among others, no member");
  set_party(claim, &Claim::actor, "actor", body);
  for (const std::size_t i : parts_first ? f.sides.of("subj")
                             : composed  ? f.sides.of("of")
                                         : get(f.roles, "member")) {
    const Chunk& c = f.chunk(i);
    if (c.party) {
      claim.members.push_back(c.party->party);
    } else if (const std::size_t senders = senders_of(f, i); counts_states(f.chunk(senders))) {
      f.set_quantity(claim, senders);
    }
  }
  // "four more states joined — Chad, Niger …"
  for (std::size_t k = f.sides.end; k + 1 < f.stage.chunks.size(); ++k) {
    const Chunk& c = f.chunk(k);
    if (c.kind == ChunkKind::word && (c.word == "--" || c.word == ":" || c.word == "," ||
                                      c.word == "and" || c.word == "including" || c.word == "-")) {
      continue;
    }
    if (c.kind != ChunkKind::phrase || !c.party || c.party->party.iso2.empty()) break;
    claim.members.push_back(c.party->party);
  }
  if (!f.stage.chunks.empty() && f.stage.chunks.back().kind == ChunkKind::phrase &&
      f.stage.chunks.back().party && !claim.members.empty() &&
      std::find(claim.members.begin(), claim.members.end(), f.stage.chunks.back().party->party) ==
          claim.members.end() &&
      claim.quantity) {
    claim.members.push_back(f.stage.chunks.back().party->party);
  }
  if (claim.members.empty() && !claim.quantity) return f.refuse("no members");
  for (std::size_t k = f.at + 1; k + 1 < f.stage.chunks.size() && !claim.quantity; ++k) {
    if (is_word(f.chunk(k), "as")) count_by_rank(f, claim, k + 1);  // "joined as its tenth member"
  }
  for (std::size_t k = 0; k < f.stage.chunks.size() && k < 8; ++k) {
    const Chunk& c = f.chunk(k);
    if (c.kind == ChunkKind::word &&
        (c.word == "besides" || c.word == "apart from" || c.word == "in addition to")) {
      for (std::size_t m = k + 1; m < f.stage.chunks.size(); ++m) {
        if (f.chunk(m).kind == ChunkKind::word && f.chunk(m).word == "and") continue;
        if (f.chunk(m).kind != ChunkKind::phrase || !f.chunk(m).party) break;
        claim.besides.push_back(f.chunk(m).party->party);
      }
    }
  }
  return {claim};
}

/// "an 11-nation body": the count of members stands in a compound.
std::vector<Claim> nation_body(Filler& f) {
  // "The MSMT is an 11-nation body", "the MSMT, an 11-nation watchdog", "the 15-member Council"
  const Mention* count = nullptr;
  for (const Mention& mention : f.stage.reading.mentions) {
    const auto* quantity = std::get_if<Quantity>(&mention.value);
    if (quantity == nullptr || !f.trigger().span.contains(mention.span)) continue;
    if (quantity->unit == "nation" || quantity->unit == "country" || quantity->unit == "state" ||
        quantity->unit == "member" || quantity->unit == "party")
      count = &mention;
  }
  if (count != nullptr && count->rule != "quantity/compound") count = nullptr;
  if (count == nullptr && f.at + 2 < f.stage.chunks.size() && f.chunk(f.at + 1).word == "of" &&
      counts_states(f.chunk(f.at + 2))) {
    count = f.chunk(f.at + 2).quantity;  // "a group of eleven nations"
  }
  if (count == nullptr) count = count_drawn_in(f);
  if (count == nullptr) return f.refuse("no count");
  std::optional<Named> body = f.trigger().party;
  if (!body) body = body_of(f.trigger());
  if (!body && f.trigger().definite) body = body_for(f.stage, f.at);  // "The eight-member panel"
  if (!body && f.at >= 2) {
    const Chunk& link = f.chunk(f.at - 1);
    const bool is = link.kind == ChunkKind::verb && link.lemma == "be";
    const bool beside =
        link.kind == ChunkKind::word && (link.word == "," || link.word == ")" || link.word == "--");
    if (is || beside) {
      for (std::size_t k = f.at - 1; k > 0 && !body; --k) {
        const Chunk& left = f.chunk(k - 1);
        if (left.kind == ChunkKind::verb) break;
        if (left.kind == ChunkKind::phrase) body = body_named_by(f, k - 1);
      }
    }
  }
  for (std::size_t k = f.at + 1; !body && k + 1 < f.stage.chunks.size() && k < f.at + 8; ++k) {
    // "an 11-nation body, the MSMT"; "a group of 11 nations that monitors sanctions, the MSMT,"
    if (f.chunk(k).word == "," && f.chunk(k + 1).party && f.chunk(k + 1).party->party.iso2.empty())
      body = f.chunk(k + 1).party;
  }
  if (!body && !f.stage.memory.reporter.empty() && f.at + 2 < f.stage.chunks.size() &&
      f.chunk(f.at + 1).word == "of" && !f.trigger().owner && f.trigger().names.empty())
    body = Named{{f.stage.memory.reporter, ""},
                 f.trigger().span};  // "a group of 11 states", named later
  if (!body || !body->party.iso2.empty()) return f.refuse("no body");
  Claim claim = f.start("membership");
  set_party(claim, &Claim::actor, "actor", body);
  claim.quantity = std::get<Quantity>(count->value);
  add_span(claim, "quantity", count->span);
  return {claim};
}

/// "The Taliban have 60,000 fighters", "Hamas had grown to 20,000 fighters": how many belong to an armed group.
std::vector<Claim> fighters_of_group(Filler& f) {
  const auto& body = get(f.roles, "body");
  const auto& count = get(f.roles, "member");
  if (body.size() != 1 || count.size() != 1) return f.refuse("no body");
  const Chunk& c = f.chunk(body.front());
  const bool armed = is_body(c, {"armed group"});
  const auto group = f.party("body");  // "The group has 50,000 fighters"
  const auto& known = f.stage.memory.group;
  const bool told = group && known && known->named.party == group->party && c.definite &&
                    c.item_class != "speaker";
  const Chunk& fighters = f.chunk(count.front());
  // "have 400 fighters in Yemen": those who are there, and not all
  const bool there = is_word(f.chunk(count.front() + 1), "in") &&
                     f.chunk(count.front() + 2).kind == ChunkKind::phrase;
  const bool lost =
      f.chunk(count.front() + 1).voice == Voice::participle;  // "had 300 fighters killed"
  if ((!armed && !told) || there || lost || fighters.quantity == nullptr || fighters.owner ||
      fighters.item_class != "troops")
    return f.refuse("no number of fighters of a group");
  Claim claim = f.start("membership");
  set_party(claim, &Claim::actor, "actor", f.party("body"));
  f.set_quantity(claim, count.front());
  std::vector<Claim> out{claim};
  const auto& before = f.sides.of("from");
  if (before.empty() || f.chunk(before.front()).quantity == nullptr) return out;
  // "had grown from 20,000 to 60,000 fighters"
  Claim earlier = f.start("membership");
  set_party(earlier, &Claim::actor, "actor", f.party("body"));
  f.set_quantity(earlier, before.front());
  if (earlier.quantity && earlier.quantity->unit.empty())
    earlier.quantity->unit = claim.quantity->unit;
  out.insert(out.begin(), std::move(earlier));
  return out;
}

/// "The coalition has expanded to 13 countries", "was founded by six states and has since grown to nine members"
std::vector<Claim> grown_body(Filler& f) {
  const auto& count = get(f.roles, "member");
  if (count.size() != 1) return {};
  const Chunk& c = f.chunk(count.front());
  if (c.quantity == nullptr || !(counts_states(c) || c.lemma == "member")) return {};
  std::optional<Named> body;
  for (const std::size_t i : get(f.roles, "body")) {
    if (!body) body = body_named_by(f, i);
  }
  const auto& said = f.stage.memory.said;
  const bool told = !said.empty() && said.back().actor &&
                    (said.back().type == "establishment" || said.back().type == "membership") &&
                    said.back().evidence.bytes.begin == f.stage.sentence_begin();
  if (told) body = Named{*said.back().actor, f.trigger().span};
  if (!body || !body->party.iso2.empty()) return {};
  Claim claim = f.start("membership");
  set_party(claim, &Claim::actor, "actor", body);
  f.set_quantity(claim, count.front());
  return {claim};
}

}  // namespace

std::vector<Claim> membership(Filler& f) {
  if (f.frame.id == "member.grow") {
    if (auto grown = grown_body(f); !grown.empty()) return grown;
  }
  if (f.frame.id == "member.fighters" || f.frame.id == "member.grow") return fighters_of_group(f);
  if (f.frame.id == "member.nation") return nation_body(f);
  const auto& part = get(f.roles, "part");
  if (f.frame.id == "member.part" && (part.empty() || f.chunk(part.front()).head != "part"))
    return f.refuse("no part taken");
  return f.frame.id == "member.noun" ? members_of_noun(f) : members_by_verb(f);
}

}  // namespace msmt
