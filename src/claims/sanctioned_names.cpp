/// Sanctions: who imposes them, and the names of those who are on the list.
#include <algorithm>

#include "claims/clause_words.hpp"
#include "claims/filler.hpp"
#include "claims/relative.hpp"

namespace msmt {

namespace {

/// A city that stands for the body that has its seat there, where sanctions are imposed.
std::optional<Named> as_body(std::optional<Named> named, const Stage& stage) {
  if (!named) return named;
  if (const Party* body = stage.grammar.body_roles().seated_in(stage.doc.text(named->span)))
    named->party = *body;
  return named;
}

}  // namespace

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

bool Filler::recent_sanction() const {
  constexpr std::size_t kBefore = 3;  // sentences
  const std::size_t now = stage_.reading.sentence;
  const std::size_t since = stage_.doc.sentences[now > kBefore ? now - kBefore : 0].span.begin;
  const auto& before = stage_.memory.sanction;
  return before && before->actor && before->evidence.bytes.begin >= since;
}

std::optional<Named> Filler::imposer() const {
  auto actor = as_body(party("actor"), stage_);
  const auto& who = get(roles_, "actor");
  if (!who.empty() && chunk(who.front()).head == "it") {
    // "The European Union has accused … In December it blacklisted six firms": who can
    std::optional<Party> listing = stage_.memory.lister;
    for (std::size_t k = 0; k < who.front(); ++k) {
      const bool free = k == 0 || chunk(k - 1).kind != ChunkKind::word;
      if (chunk(k).kind != ChunkKind::phrase || !free || !lists_names(chunk(k))) continue;
      if (const auto named = party_of(stage_, k)) listing = named->party;
    }
    if (listing) actor = Named{*listing, chunk(who.front()).span};
  }
  if (!actor && !who.empty() && who.front() >= 2 && is_word(chunk(who.front() - 1), "and") &&
      chunk(who.front()).kind == ChunkKind::phrase && lists_names(chunk(who.front() - 2)))
    actor = party_of(stage_, who.front() - 2);  // "The US and Europe sanctioned": who is known
  const bool committee = !who.empty() && chunk(who.front()).lemma == "committee";
  const bool panel = actor && actor->party.name.find("Panel") != std::string::npos;
  if (committee && panel)
    actor->party = stage_.grammar.body_roles().rule_maker();  // a panel of experts only reports
  if (committee && !actor && chunk(who.front()).owner &&
      chunk(who.front()).owner->party.iso2.empty())
    actor = Named{stage_.grammar.body_roles().rule_maker(), chunk(who.front()).span};
  return actor;
}

std::optional<Named> Filler::signer(std::size_t paper) const {
  if (paper < 2 || !is_finite(chunk(paper - 1)) || chunk(paper - 2).kind != ChunkKind::phrase)
    return std::nullopt;
  auto signer = party_of(stage_, paper - 2);
  if (!signer) signer = owner_of(stage_, paper - 2);
  return signer;
}

std::optional<Named> Filler::imposer_of(std::size_t i) const {
  const bool its = chunk(i).owner && chunk(i).owner->party.name == "its";
  if (its && recent_sanction())
    return Named{*stage_.memory.sanction->actor, chunk(i).span};  // "its latest package listed"
  if (auto owner = owner_of(stage_, i)) return as_body(owner, stage_);
  for (std::size_t k = i + 1; k < trigger_; ++k) {
    if (chunk(k).kind != ChunkKind::phrase) continue;
    if (lists_names(chunk(k))) return as_body(chunk(k).party, stage_);
    if (chunk(k).item_class == "speaker" && chunk(k).owner)
      return as_body(owner_of(stage_, k), stage_);
  }
  if (stage_.memory.sanction && chunk(i).definite)
    return Named{*stage_.memory.sanction->actor, chunk(i).span};
  if (stage_.memory.rule_maker) return Named{*stage_.memory.rule_maker, chunk(i).span};
  return std::nullopt;
}

std::vector<Claim> Filler::sanctioned_before(std::size_t i,
                                             const std::optional<Named>& actor) const {
  // "both", "them", "the assets of both"
  const bool assets =
      chunk(i).lemma == "asset" && i + 2 < stage_.chunks.size() && is_word(chunk(i + 1), "of");
  const std::string& word = chunk(assets ? i + 2 : i).head;
  const bool leans = word == "both" || word == "them" || (assets && word == "two");
  if (!leans || !actor) return {};
  const std::size_t now = stage_.reading.sentence;
  const std::size_t since = stage_.doc.sentences[now > 0 ? now - 1 : 0].span.begin;
  std::vector<Claim> out;
  for (const Claim& before : stage_.memory.said) {
    if (before.type != "sanction" || !before.target || before.evidence.bytes.begin < since)
      continue;
    if (*before.target == actor->party || (before.actor && *before.actor == actor->party)) continue;
    Claim claim = start("sanction");
    set(claim, &Claim::actor, "actor", actor);
    set(claim, &Claim::target, "target", Named{*before.target, chunk(i).span});
    out.push_back(std::move(claim));
  }
  return out;
}

std::vector<Claim> Filler::sanctioned_by_name(std::size_t i, const Claim& whole) const {
  const Chunk& noun = chunk(i);
  if (noun.party || noun.pronoun || !is_plural(noun.head)) return {};
  const auto& chunks = stage_.chunks;
  std::size_t k = i + 1;
  while (k + 1 < chunks.size() && k < i + 5 && chunks[k].kind == ChunkKind::word &&
         chunks[k].word != "," && chunks[k].word != "and" &&
         chunks[k + 1].kind == ChunkKind::phrase)
    k += 2;  // "two lenders from the mainland"
  std::vector<Claim> out;
  while (k + 1 < chunks.size() && chunks[k].kind == ChunkKind::word &&
         (chunks[k].word == "," || chunks[k].word == ":" ||
          (!out.empty() && chunks[k].word == "and"))) {
    std::size_t at = k + 1;
    if (is_word(chunks[at], "and")) ++at;
    if (at >= chunks.size() || chunks[at].kind != ChunkKind::phrase) break;
    const auto name = proper_name(at);
    const bool subject = at + 1 < chunks.size() && chunks[at + 1].kind == ChunkKind::verb;
    if (!name || subject) break;  // "two banks, Reuters reported"
    Claim claim = whole;
    std::erase_if(claim.evidence.spans, [](const auto& span) {
      return span.first == "target" || span.first == "quantity" || span.first == "item";
    });
    claim.quantity.reset();
    set(claim, &Claim::target, "target", name);
    k = at + 1;
    if (k < chunks.size() && chunks[k].kind == ChunkKind::date) {
      const auto& date = std::get<Date>(chunks[k].date->value);
      if (!date.edtf.empty() || waits_for_anchor(date)) claim.period = date;
      span(claim, "period", chunks[k].span);
      ++k;
    }
    out.push_back(std::move(claim));
  }
  return out;
}

std::vector<std::size_t> Filler::renamed_by(std::size_t i) const {
  const Chunk& noun = chunk(i);
  if (noun.kind != ChunkKind::phrase || noun.party || noun.definite || noun.pronoun || i < 2)
    return {};
  const bool body = chunk(i - 2).party && chunk(i - 2).party->party.iso2.empty();
  if (!body && !can_be_sanctioned(noun)) return {};
  const bool single = noun.quantity == nullptr && !is_plural(noun.head);
  std::vector<std::size_t> names;
  std::size_t k = i;
  while (k >= 2 && (names.empty() ? is_word(chunk(k - 1), ",") : joins_list(chunk(k - 1).word))) {
    std::size_t left = k - 1;
    while (left > 0 && chunk(left).kind == ChunkKind::word && joins_list(chunk(left).word)) --left;
    if (chunk(left).kind != ChunkKind::phrase || !proper_name(left)) break;
    names.insert(names.begin(), left);
    k = left;
    if (single) break;
  }
  if (names.empty()) return {};
  const bool counted = noun.quantity != nullptr && std::get<Quantity>(noun.quantity->value).value ==
                                                       static_cast<double>(names.size());
  // "In Yangon, a bank sanctioned by …", "According to Reuters, a tanker …" rename nobody
  const bool adverbial = k == 1 && chunk(0).kind == ChunkKind::word;
  return (single || counted) && !adverbial ? names : std::vector<std::size_t>{};
}

std::optional<Named> Filler::proper_name(std::size_t i) const {
  const Chunk& c = chunk(i);
  if (c.pronoun || c.quantity != nullptr) return std::nullopt;
  if (c.party) return c.party->party.iso2.empty() ? c.party : std::nullopt;
  if (c.owner || !c.item_class.empty()) return std::nullopt;
  const std::string name = strip_article(quote(stage_.doc, c.span));
  const bool capital = !name.empty() && name.front() >= 'A' && name.front() <= 'Z';
  return capital ? std::optional(Named{{name, ""}, c.span}) : std::nullopt;
}

std::optional<Named> Filler::name_at_end(const Chunk& c) const {
  // "the fuel traders Khin Phyu Win", "the supplier Asia Sun"
  const auto& tokens = stage_.reading.tokens;
  std::size_t begin = c.last;
  while (begin > c.first && (tokens[begin - 1].capital || tokens[begin - 1].folded == "-")) --begin;
  if (begin == c.first || begin + 2 > c.last) return std::nullopt;
  const Span span{tokens[begin].span.begin, tokens[c.last - 1].span.end};
  return Named{{quote(stage_.doc, span), ""}, span};
}

std::optional<Named> Filler::name_behind_noun(const Chunk& c) const {
  // "the Russian freighter Angara": a ship's name of one word
  const auto& tokens = stage_.reading.tokens;
  if (c.last < c.first + 2 || c.quantity != nullptr) return std::nullopt;
  const Token& name = tokens[c.last - 1];
  const Token& noun = tokens[c.last - 2];
  if (!name.capital || noun.capital || c.party || is_plural(noun.folded) ||
      !stage_.grammar.is(WordClass::sanctioned, noun.folded))
    return std::nullopt;
  return Named{{quote(stage_.doc, name.span), ""}, name.span};
}

std::vector<std::size_t> Filler::listed_behind() const {
  const auto is_listing = [&](const Chunk& c) {
    return stage_.grammar.is(WordClass::listing, c.head);
  };
  std::size_t be = stage_.chunks.size();
  if (frame_.id == "sanction.verb" || frame_.id == "sanction.list") {
    // the participle opens the sentence and its subject stands behind
    const bool opens = trigger_ < 2 && trigger().voice == Voice::participle &&
                       is_listing(trigger()) && trigger_ + 1 < stage_.chunks.size();
    if (opens && chunk(trigger_ + 1).lemma == "be") be = trigger_ + 1;
    // "One of the men listed, the banker Ivan Petrov, helped"
    const bool one = trigger().voice == Voice::participle && is_listing(trigger()) &&
                     fold(stage_.doc.text(chunk(0).span)).starts_with("one") && trigger_ < 4 &&
                     trigger_ + 3 < stage_.chunks.size() && is_word(chunk(trigger_ + 1), ",") &&
                     chunk(trigger_ + 2).kind == ChunkKind::phrase &&
                     is_word(chunk(trigger_ + 3), ",") && stage_.memory.sanction;
    if (one) return {trigger_ + 2};
  } else if (frame_.id == "sanction.under" && trigger().lemma == "be") {
    const bool among = is_word(chunk(0), "among") && trigger_ > 1;
    for (std::size_t k = 1; among && k < trigger_; ++k) {
      if (is_listing(chunk(k))) be = trigger_;
    }
    // "The best-known name on the list is Viktor Petrov", after who was listed
    const bool on_list = trigger_ > 1 && is_word(chunk(trigger_ - 2), "on") &&
                         chunk(trigger_ - 1).definite && chunk(trigger_ - 1).lemma == "list";
    if (on_list && recent_sanction()) be = trigger_;
  }
  // "The companies are Asia Sun, which …, and First Bank": who was counted among the sanctioned
  const bool counted = be == stage_.chunks.size() && frame_.id == "sanction.under" &&
                       trigger().lemma == "be" && trigger_ == 1 && chunk(0).definite &&
                       chunk(0).owner == std::nullopt && is_plural(chunk(0).head) &&
                       can_be_sanctioned(chunk(0)) && counted_before(chunk(0));
  if (counted) return names_behind(trigger_ + 1);
  std::vector<std::size_t> out;
  for (std::size_t k = be + 1; k < stage_.chunks.size(); ++k) {
    const Chunk& c = chunk(k);
    if (c.kind == ChunkKind::phrase &&
        (out.empty() || is_word(chunk(k - 1), "and") || is_word(chunk(k - 1), ","))) {
      if (!can_be_sanctioned(c) && !c.party && !proper_name(k)) break;
      const bool renames = !out.empty() && out.back() == k - 2 && is_word(chunk(k - 1), ",") &&
                           c.definite && !c.party && proper_name(out.back());
      if (!renames) out.push_back(k);  // "Viktor Petrov, the founder of the firm"
    } else if (c.kind == ChunkKind::verb || is_word(c, ";")) {
      break;
    }
  }
  return out;
}

std::optional<Named> Filler::lister_behind() const {
  for (std::size_t k = 0; k + 2 < stage_.chunks.size() && k <= trigger_; ++k) {
    const Chunk& verb = chunk(k);
    if (!stage_.grammar.is(WordClass::listing, verb.head) || !is_word(chunk(k + 1), "by")) continue;
    return as_body(party_of(stage_, k + 2), stage_);
  }
  return std::nullopt;
}

bool Filler::counted_before(const Chunk& c) const {
  const auto& said = stage_.memory.said;
  return std::any_of(said.begin(), said.end(), [&](const Claim& claim) {
    return claim.type == "sanction" && claim.actor && claim.quantity &&
           claim.quantity->unit == c.lemma;
  });
}

std::vector<std::size_t> Filler::names_behind(std::size_t from) const {
  std::vector<std::size_t> out;
  bool inside = false;  // a clause about the last name
  for (std::size_t k = from; k < stage_.chunks.size(); ++k) {
    const Chunk& c = chunk(k);
    // "…, which trades in oil and coal, and First Bank": on behind the clause
    inside = inside || is_word(c, "which") || is_word(c, "who") || is_word(c, "that");
    const bool on = is_word(chunk(k - 1), "and") && is_word(chunk(k - 2), ",");
    inside = inside && !on;
    const bool opens = k == from || is_word(chunk(k - 1), "and") || is_word(chunk(k - 1), ",");
    if (c.kind != ChunkKind::phrase || !opens) {
      if (out.empty()) break;
      continue;
    }
    const bool verb = k + 1 < stage_.chunks.size() && is_finite(chunk(k + 1));
    const auto named = party_of(stage_, k);
    const bool state = named && !named->party.iso2.empty();
    if (proper_name(k) && !state && !verb && !inside) out.push_back(k);
    if (out.empty()) break;
  }
  return out;
}

}  // namespace msmt
