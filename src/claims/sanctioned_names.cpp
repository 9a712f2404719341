/// Sanctions: who imposes them, and the names of those who are on the list.
#include <algorithm>

#include "claims/clause_words.hpp"
#include "claims/fill_bodies.hpp"
#include "claims/fill_sanctions.hpp"
#include "claims/filler.hpp"
#include "claims/relative.hpp"
#include "claims/sentence_claims.hpp"

namespace msmt {

namespace {

/// A city that stands for the body that has its seat there, where sanctions are imposed.
std::optional<Named> as_body(std::optional<Named> named, const Stage& stage) {
  if (!named) return named;
  if (const Party* body = stage.grammar.body_roles().seated_in(stage.doc.words(named->span)))
    named->party = *body;
  return named;
}

/// "are Asia Sun, which trades in oil, and First Bank": the names of a list from chunk `from` on.
std::vector<std::size_t> names_behind(const Filler& f, std::size_t from) {
  std::vector<std::size_t> out;
  bool inside = false;  // a clause about the last name
  for (std::size_t k = from; k < f.stage.chunks.size(); ++k) {
    const Chunk& c = f.chunk(k);
    // "…, which trades in oil and coal, and First Bank": on behind the clause
    inside = inside || is_word(c, "which") || is_word(c, "who") || is_word(c, "that");
    const bool on = is_word(f.chunk(k - 1), "and") && is_word(f.chunk(k - 2), ",");
    inside = inside && !on;
    const bool opens = k == from || is_word(f.chunk(k - 1), "and") || is_word(f.chunk(k - 1), ",");
    if (c.kind != ChunkKind::phrase || !opens) {
      if (out.empty()) break;
      continue;
    }
    const bool verb = k + 1 < f.stage.chunks.size() && is_finite(f.chunk(k + 1));
    const auto named = party_of(f.stage, k);
    const bool state = named && !named->party.iso2.empty();
    const bool name = proper_name(f, k) || (c.person && c.party);
    const bool counted = c.quantity != nullptr && can_be_sanctioned(f, c);
    if ((name || counted) && (!state || counted) && !verb && !inside) out.push_back(k);
    // "the finance minister, Ana Sol, and two bankers": the name follows the office
    const bool office = k == from && !c.party && k + 2 < f.stage.chunks.size() &&
                        is_word(f.chunk(k + 1), ",") && f.chunk(k + 2).person;
    if (office) ++k;
    if (out.empty() && !office) break;
  }
  return out;
}

}  // namespace

bool counted_right_before(const Filler& f) {
  const auto& said = f.stage.memory.said;
  return !said.empty() && said.back().type == "sanction" && said.back().actor &&
         said.back().quantity && f.stage.told_just_before(said.back());
}

bool lists_names(const Chunk& c) {
  // states, the EU, the UN and their offices draw up lists; panels, papers and firms only name
  if (!c.party || c.person) return false;
  if (!c.party->party.iso2.empty()) return true;
  for (const Mention* name : c.names) {
    const auto* body = std::get_if<Organization>(&name->value);
    if (body == nullptr || body->name != c.party->party.name) continue;
    return body->kind == "government body" || body->kind == "international organization";
  }
  return false;
}

bool recent_sanction(const Filler& f) {
  constexpr std::size_t kBefore = 3;  // sentences
  const std::size_t now = f.stage.reading.sentence;
  const std::size_t since = f.stage.doc.sentences[now > kBefore ? now - kBefore : 0].span.begin;
  const auto& before = f.stage.memory.sanction;
  return before && before->actor && before->evidence.bytes.begin >= since;
}

std::optional<Named> imposer(const Filler& f) {
  auto actor = as_body(f.party("actor"), f.stage);
  const auto& who = get(f.roles, "actor");
  if (!who.empty() && f.chunk(who.front()).head == "it") {
    // "The European Union has accused … In December it blacklisted six firms": who can
    std::optional<Party> listing = f.stage.memory.lister;
    for (std::size_t k = 0; k < who.front(); ++k) {
      const bool free = k == 0 || f.chunk(k - 1).kind != ChunkKind::word;
      if (f.chunk(k).kind != ChunkKind::phrase || !free || !lists_names(f.chunk(k))) continue;
      if (const auto named = party_of(f.stage, k)) listing = named->party;
    }
    if (listing) actor = Named{*listing, f.chunk(who.front()).span};
  }
  if (!actor && !who.empty() && who.front() >= 2 && is_word(f.chunk(who.front() - 1), "and") &&
      f.chunk(who.front()).kind == ChunkKind::phrase && lists_names(f.chunk(who.front() - 2)))
    actor = party_of(f.stage, who.front() - 2);  // "The US and Europe sanctioned": who is known
  const bool committee = !who.empty() && f.chunk(who.front()).lemma == "committee";
  const bool panel = actor && actor->party.name.find("Panel") != std::string::npos;
  if (committee && panel)
    actor->party = f.stage.grammar.body_roles().rule_maker();  // a panel of experts only reports
  if (committee && !actor && f.chunk(who.front()).owner &&
      f.chunk(who.front()).owner->party.iso2.empty())
    actor = Named{f.stage.grammar.body_roles().rule_maker(), f.chunk(who.front()).span};
  return actor;
}

std::size_t first_imposer(const std::vector<Chunk>& chunks, std::size_t i) {
  std::size_t first = i;
  while (first >= 2 && (is_word(chunks[first - 1], "and") || is_word(chunks[first - 1], ",")) &&
         chunks[first - 2].kind == ChunkKind::phrase && lists_names(chunks[first - 2]) &&
         chunks[first - 2].quantity == nullptr)
    first -= 2;
  return first;
}

std::vector<Named> imposers(const Stage& stage, std::size_t i) {
  const auto owner = owner_of(stage, i);
  if (!owner) return {};
  std::vector<Named> out;
  for (std::size_t k = first_imposer(stage.chunks, i); k < i; k += 2)
    out.push_back(*stage.chunks[k].party);  // "EU" in "EU and US sanctions"
  const std::size_t listed = out.size();
  for (const Mention* name : stage.chunks[i].names) {
    const auto* state = std::get_if<Country>(&name->value);  // "Canadian and British sanctions"
    if (state != nullptr && name->span.end <= stage.chunks[i].head_span.begin)
      out.push_back(Named{{state->name, state->iso2}, name->span});
  }
  if (out.size() < listed + 2) {
    out.resize(listed);
    out.push_back(*owner);
  }
  return out;
}

std::optional<Named> signer(const Filler& f, std::size_t paper) {
  if (paper < 2 || !is_finite(f.chunk(paper - 1)) || f.chunk(paper - 2).kind != ChunkKind::phrase)
    return std::nullopt;
  auto signer = party_of(f.stage, paper - 2);
  if (!signer) signer = owner_of(f.stage, paper - 2);
  return signer;
}

std::optional<Named> imposer_of(const Filler& f, std::size_t i) {
  const bool its = f.chunk(i).owner && f.chunk(i).owner->party.name == "its";
  if (its && recent_sanction(f))
    return Named{*f.stage.memory.sanction->actor, f.chunk(i).span};  // "its latest package listed"
  if (auto owner = owner_of(f.stage, i)) return as_body(owner, f.stage);
  for (const Mention* name : f.chunk(i).names) {
    // "the 14th package of EU sanctions against Russia": the EU's
    const auto* body = std::get_if<Organization>(&name->value);
    if (body != nullptr && f.chunk(i).of.contains(name->span) && f.chunk(i).of_class == "measure")
      return Named{{body->name, ""}, name->span};
  }
  for (std::size_t k = i + 1; k < f.at; ++k) {
    if (f.chunk(k).kind != ChunkKind::phrase) continue;
    if (is_word(f.chunk(k - 1), "against") || is_word(f.chunk(k - 1), "on")) continue;
    if (lists_names(f.chunk(k))) return as_body(f.chunk(k).party, f.stage);
    if (f.chunk(k).item_class == "speaker" && f.chunk(k).owner)
      return as_body(owner_of(f.stage, k), f.stage);
  }
  if (f.trigger().voice == Voice::gerund) {
    if (auto announcer = signer(f, i)) return announcer;  // "Canada announced sanctions targeting"
  }
  if (f.stage.memory.sanction && f.chunk(i).definite)
    return Named{*f.stage.memory.sanction->actor, f.chunk(i).span};
  if (f.stage.memory.rule_maker) return Named{*f.stage.memory.rule_maker, f.chunk(i).span};
  return std::nullopt;
}

std::vector<Claim> sanctioned_before(const Filler& f, std::size_t i,
                                     const std::optional<Named>& actor) {
  // "both", "them", "the assets of both"
  const bool assets =
      f.chunk(i).lemma == "asset" && i + 2 < f.stage.chunks.size() && is_word(f.chunk(i + 1), "of");
  const std::string& word = f.chunk(assets ? i + 2 : i).head;
  const bool leans = word == "both" || word == "them" || (assets && word == "two");
  if (!leans || !actor) return {};
  const std::size_t now = f.stage.reading.sentence;
  const std::size_t since = f.stage.doc.sentences[now > 0 ? now - 1 : 0].span.begin;
  std::vector<Claim> out;
  for (const Claim& before : f.stage.memory.recent()) {
    if (before.type != "sanction" || !before.target || before.evidence.bytes.begin < since)
      continue;
    if (*before.target == actor->party || (before.actor && *before.actor == actor->party)) continue;
    Claim claim = f.start("sanction");
    set_party(claim, &Claim::actor, "actor", actor);
    set_party(claim, &Claim::target, "target", Named{*before.target, f.chunk(i).span});
    out.push_back(std::move(claim));
  }
  return out;
}

namespace {

/// "two banks, First Bank and …", "two banks (First Bank and …)": what stands in front of the names of those counted.
bool opens_names(const Chunk& c) {
  return is_word(c, ",") || is_word(c, ":") || is_word(c, "(") || is_word(c, "--");
}

}  // namespace

std::vector<Claim> sanctioned_by_name(const Filler& f, std::size_t i, const Claim& whole) {
  const Chunk& noun = f.chunk(i);
  if (noun.party || noun.pronoun || !is_plural(noun.head)) return {};
  const auto& chunks = f.stage.chunks;
  std::size_t k = i + 1;
  while (k + 1 < chunks.size() && k < i + 5 && chunks[k].kind == ChunkKind::word &&
         is_preposition(chunks[k].word) && !joins_list(chunks[k].word) &&
         chunks[k + 1].kind == ChunkKind::phrase)
    k += 2;  // "two lenders from the mainland"
  // "the firms that own the ship, Delta Leasing and Marine Shipping"
  if (k + 3 < chunks.size() && (is_word(chunks[k], "that") || is_word(chunks[k], "which")) &&
      is_finite(chunks[k + 1]) && chunks[k + 2].kind == ChunkKind::phrase &&
      opens_names(chunks[k + 3]))
    k += 3;
  std::vector<Claim> out;
  while (k + 1 < chunks.size() && (out.empty() ? opens_names(chunks[k]) : ends_clause(chunks[k]))) {
    std::size_t at = k + 1;
    if (is_word(chunks[at], "and")) ++at;
    if (at >= chunks.size() || chunks[at].kind != ChunkKind::phrase) break;
    const auto name = proper_name(f, at);
    const bool subject = at + 1 < chunks.size() && chunks[at + 1].kind == ChunkKind::verb;
    if (!name || subject) break;  // "two banks, Reuters reported"
    Claim claim = whole;
    drop_spans(claim, {"target", "quantity", "item"});
    claim.quantity.reset();
    set_party(claim, &Claim::target, "target", name);
    k = at + 1;
    if (k < chunks.size() && chunks[k].kind == ChunkKind::date) {
      set_period(claim, chunks[k]);
      ++k;
    }
    out.push_back(std::move(claim));
  }
  return out;
}

std::vector<std::size_t> renamed_by(const Filler& f, std::size_t i) {
  const Chunk& noun = f.chunk(i);
  if (noun.kind != ChunkKind::phrase || noun.party || noun.definite || noun.pronoun || i < 2)
    return {};
  const bool body = f.chunk(i - 2).party && f.chunk(i - 2).party->party.iso2.empty();
  if (!body && !can_be_sanctioned(f, noun)) return {};
  const bool single = noun.quantity == nullptr && !is_plural(noun.head);
  std::vector<std::size_t> names;
  std::size_t k = i;
  while (k >= 2 &&
         (names.empty() ? is_word(f.chunk(k - 1), ",") : joins_list(f.chunk(k - 1).word))) {
    std::size_t left = k - 1;
    while (left > 0 && f.chunk(left).kind == ChunkKind::word && joins_list(f.chunk(left).word))
      --left;
    if (f.chunk(left).kind != ChunkKind::phrase || !proper_name(f, left)) break;
    names.insert(names.begin(), left);
    k = left;
    if (single) break;
  }
  if (names.empty()) return {};
  const bool counted = noun.quantity != nullptr && std::get<Quantity>(noun.quantity->value).value ==
                                                       static_cast<double>(names.size());
  // "In Yangon, a bank sanctioned by …", "According to Reuters, a tanker …" rename nobody
  const bool adverbial = k == 1 && f.chunk(0).kind == ChunkKind::word;
  return (single || counted) && !adverbial ? names : std::vector<std::size_t>{};
}

std::optional<Named> proper_name(const Filler& f, std::size_t i) {
  const Chunk& c = f.chunk(i);
  if (c.pronoun || c.quantity != nullptr) return std::nullopt;
  if (c.party) return c.party->party.iso2.empty() ? c.party : std::nullopt;
  const std::string name = strip_article(quote(f.stage.doc, c.span));
  const bool ship = f.stage.memory.ships.contains(name);
  if (!ship && (c.owner || !c.item_class.empty())) return std::nullopt;
  const bool capital = !name.empty() && name.front() >= 'A' && name.front() <= 'Z';
  return capital ? std::optional(Named{{name, ""}, c.span}) : std::nullopt;
}

std::optional<Named> capital_name(const Filler& f, const Chunk& c) {
  const auto& tokens = f.stage.reading.tokens;
  const bool capital = c.last > c.first + 1 && c.quantity == nullptr && !c.owner &&
                       std::all_of(tokens.begin() + static_cast<std::ptrdiff_t>(c.first),
                                   tokens.begin() + static_cast<std::ptrdiff_t>(c.last),
                                   [](const Token& word) { return word.capital; });
  return capital ? std::optional(Named{{quote(f.stage.doc, c.span), ""}, c.span}) : std::nullopt;
}

std::optional<Named> name_at_end(const Filler& f, const Chunk& c) {
  // "the fuel traders Khin Phyu Win", "the supplier Asia Sun"
  const auto& tokens = f.stage.reading.tokens;
  std::size_t begin = c.last;
  while (begin > c.first && (tokens[begin - 1].capital || tokens[begin - 1].folded == "-")) --begin;
  if (begin == c.first || begin + 2 > c.last) return std::nullopt;
  const Span span{tokens[begin].span.begin, tokens[c.last - 1].span.end};
  return Named{{quote(f.stage.doc, span), ""}, span};
}

std::optional<Named> name_behind_noun(const Filler& f, const Chunk& c) {
  // "the Russian freighter Angara": a ship's name of one word
  const auto& tokens = f.stage.reading.tokens;
  if (c.last < c.first + 2 || c.quantity != nullptr) return std::nullopt;
  const Token& name = tokens[c.last - 1];
  const Token& noun = tokens[c.last - 2];
  // "the drone makers Skydio and Anduril"
  const bool joined = c.last + 1 < tokens.size() &&
                      (tokens[c.last].folded == "and" || tokens[c.last].folded == ",") &&
                      tokens[c.last + 1].capital;
  const bool several = is_plural(noun.folded);
  if (!name.capital || noun.capital || c.party || (several && !joined) ||
      !f.stage.grammar.is(WordClass::sanctioned, singular(noun.folded)))
    return std::nullopt;
  return Named{{quote(f.stage.doc, name.span), ""}, name.span};
}

namespace {

/// "They include Viktor Lukin", "Among them is Viktor Lukin", right behind those who were counted; empty for none.
std::vector<std::size_t> names_of_counted(const Filler& f) {
  const bool includes = f.frame.id == "sanction.list" && f.trigger().lemma == "include";
  const bool is = f.frame.id == "sanction.under" && f.trigger().lemma == "be";
  const bool they = includes && f.at == 1 && f.chunk(0).pronoun && f.chunk(0).head == "they";
  const bool among = is && f.at == 1 && is_word(f.chunk(0), "among them");
  // "One of them is Viktor Lukin"
  const bool one =
      is && f.at > 0 && f.at < 4 &&
      fold(f.stage.doc.words({f.chunk(0).span.begin, f.chunk(f.at - 1).span.end})) == "one of them";
  if ((they || among || one) && counted_right_before(f)) return names_behind(f, f.at + 1);
  // "Those targeted include Viktor Lukin", "The companies listed include Asia Sun", "The targets are two banks"
  const auto is_listing = [&](std::string_view word) {
    return f.stage.grammar.is(WordClass::listing, word);
  };
  if ((includes || is) && f.at > 0 && f.at < 5 && recent_sanction(f)) {
    const auto& tokens = f.stage.reading.tokens;
    const std::string& last = tokens[f.chunk(f.at - 1).last - 1].folded;
    const bool targets = f.at == 1 && f.chunk(0).head == "targets" && !f.chunk(0).owner;
    const bool led = f.chunk(0).kind == ChunkKind::phrase && is_plural(f.chunk(0).head);
    const bool those = f.chunk(0).kind == ChunkKind::phrase &&
                       fold(f.stage.doc.words(f.chunk(0).span)).starts_with("those");
    if (targets || ((led || those) && is_listing(last))) return names_behind(f, f.at + 1);
  }
  // "Those sanctioned include Viktor Lukin"
  const bool those = f.at == 1 && f.trigger().voice == Voice::participle &&
                     f.stage.grammar.is(WordClass::listing, f.trigger().head) &&
                     is_plural(f.chunk(0).head) && f.chunk(2).voice == Voice::active &&
                     f.chunk(2).lemma == "include";
  return those ? names_behind(f, 3) : std::vector<std::size_t>{};
}

}  // namespace

std::vector<std::size_t> listed_behind(const Filler& f) {
  if (auto names = names_of_counted(f); !names.empty()) return names;
  const auto is_listing = [&](const Chunk& c) {
    return f.stage.grammar.is(WordClass::listing, c.head);
  };
  std::size_t be = f.stage.chunks.size();
  if (f.frame.id == "sanction.verb" || f.frame.id == "sanction.list") {
    // the participle opens the sentence and its subject stands behind
    const bool opens = f.at < 2 && f.trigger().voice == Voice::participle &&
                       is_listing(f.trigger()) && f.at + 1 < f.stage.chunks.size();
    if (opens && f.chunk(f.at + 1).lemma == "be") be = f.at + 1;
    // "One of the men listed, the banker Ivan Petrov, helped"
    const bool one = f.trigger().voice == Voice::participle && is_listing(f.trigger()) &&
                     fold(f.stage.doc.words(f.chunk(0).span)).starts_with("one") && f.at < 4 &&
                     f.at + 3 < f.stage.chunks.size() && is_word(f.chunk(f.at + 1), ",") &&
                     f.chunk(f.at + 2).kind == ChunkKind::phrase &&
                     is_word(f.chunk(f.at + 3), ",") && f.stage.memory.sanction;
    if (one) return {f.at + 2};
  } else if (f.frame.id == "sanction.under" && f.trigger().lemma == "be") {
    const bool among = is_word(f.chunk(0), "among") && f.at > 1;
    for (std::size_t k = 1; among && k < f.at; ++k) {
      if (is_listing(f.chunk(k))) be = f.at;
    }
    // "The best-known name on the list is Viktor Petrov", after who was listed
    const bool on_list = f.at > 1 && is_word(f.chunk(f.at - 2), "on") &&
                         f.chunk(f.at - 1).definite && f.chunk(f.at - 1).lemma == "list";
    if (on_list && recent_sanction(f)) be = f.at;
  }
  // "The companies are Asia Sun, which …, and First Bank": who was counted among the sanctioned
  const bool counted = be == f.stage.chunks.size() && f.frame.id == "sanction.under" &&
                       f.trigger().lemma == "be" && f.at == 1 && f.chunk(0).definite &&
                       f.chunk(0).owner == std::nullopt && is_plural(f.chunk(0).head) &&
                       can_be_sanctioned(f, f.chunk(0)) && counted_before(f, f.chunk(0));
  // "The firms include Asia Sun and First Bank", "The firms, which include Asia Sun, …"
  const bool which = f.at == 3 && is_word(f.chunk(1), ",") && is_word(f.chunk(2), "which");
  const bool includes = f.frame.id == "sanction.list" && f.trigger().lemma == "include" &&
                        (f.at == 1 || which) && f.chunk(0).definite && is_plural(f.chunk(0).head) &&
                        can_be_sanctioned(f, f.chunk(0)) && counted_before(f, f.chunk(0));
  if (counted || includes) return names_behind(f, f.at + 1);
  std::vector<std::size_t> out;
  for (std::size_t k = be + 1; k < f.stage.chunks.size(); ++k) {
    const Chunk& c = f.chunk(k);
    if (c.kind == ChunkKind::phrase &&
        (out.empty() || is_word(f.chunk(k - 1), "and") || is_word(f.chunk(k - 1), ","))) {
      if (!can_be_sanctioned(f, c) && !c.party && !proper_name(f, k)) break;
      const bool renames = !out.empty() && out.back() == k - 2 && is_word(f.chunk(k - 1), ",") &&
                           c.definite && !c.party && proper_name(f, out.back());
      if (!renames) out.push_back(k);  // "Viktor Petrov, the founder of the firm"
    } else if (c.kind == ChunkKind::verb || is_word(c, ";")) {
      break;
    }
  }
  return out;
}

std::optional<Named> lister_behind(const Filler& f) {
  for (std::size_t k = 0; k + 2 < f.stage.chunks.size() && k <= f.at; ++k) {
    const Chunk& verb = f.chunk(k);
    if (!f.stage.grammar.is(WordClass::listing, verb.head) || !is_word(f.chunk(k + 1), "by"))
      continue;
    return as_body(party_of(f.stage, k + 2), f.stage);
  }
  return std::nullopt;
}

bool counted_before(const Filler& f, const Chunk& c) {
  const auto said = f.stage.memory.recent();
  return std::any_of(said.begin(), said.end(), [&](const Claim& claim) {
    return claim.type == "sanction" && claim.actor && claim.quantity &&
           (claim.quantity->unit == c.lemma ||
            (f.stage.grammar.is(WordClass::firm, claim.quantity->unit) &&
             f.stage.grammar.is(WordClass::firm, c.lemma)));
  });
}

}  // namespace msmt
