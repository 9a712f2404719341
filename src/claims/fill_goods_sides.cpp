/// Who gives and who takes goods, where the sides of the trigger itself do not say.

#include "claims/filler.hpp"

namespace msmt {

void Filler::exchange(std::vector<Claim>& claims, std::size_t i) const {
  const Chunk& c = chunk(i);
  std::vector<Named> owners;
  for (const Mention* name : c.names) {
    const auto* country = std::get_if<Country>(&name->value);
    if (country != nullptr && country->form == "adjective")
      owners.push_back({{country->name, country->iso2}, name->span});
  }
  if (owners.size() != 2 || owners[0].party == owners[1].party) return;
  Claim& there = claims.front();
  there.item->name = quote(stage_.doc, {c.head_span.begin, c.span.end});
  there.actor.reset();
  there.target.reset();
  Claim back = there;
  set(there, &Claim::actor, "actor", owners[0]);
  set(there, &Claim::target, "target", owners[1]);
  set(back, &Claim::actor, "actor", owners[1]);
  set(back, &Claim::target, "target", owners[0]);
  claims.push_back(std::move(back));
}

void Filler::carry_sides(Claim& claim, const Chunk& c) const {
  if (claim.actor || claim.target || !claim.item) return;
  const std::string_view of = stage_.doc.text(c.of);
  const std::string whole = fold(stage_.doc.text(c.span));
  const bool part = whole.find(" of the ") != std::string::npos ||
                    whole.find("remaining") != std::string::npos ||
                    whole.find("the first") != std::string::npos;
  const bool refers = c.of.empty() ? (c.definite && c.quantity == nullptr) || part
                                   : of.starts_with("the ") || of.starts_with("these ") ||
                                         of.starts_with("those ") || of.starts_with("them");
  if (!refers) return;
  for (const auto* before : {&stage_.memory.order, &stage_.memory.deed}) {
    if (!*before || !(*before)->item || !same_goods(*claim.item, *(*before)->item)) continue;
    const bool order = before == &stage_.memory.order;  // the buyer stands first
    claim.actor = order ? (*before)->target : (*before)->actor;
    claim.target = order ? (*before)->actor : (*before)->target;
    return;
  }
}

void Filler::take_described_side(std::optional<Named>& actor, std::optional<Named>& target) const {
  if (items().empty()) return;
  const std::size_t item = items().back();
  if (item + 3 >= stage_.chunks.size() || item >= trigger_) return;
  const Chunk& participle = chunk(item + 1);
  if (participle.kind != ChunkKind::verb || participle.voice != Voice::participle ||
      chunk(item + 2).kind != ChunkKind::word)
    return;
  const bool by = chunk(item + 2).word == "by";
  const bool from = chunk(item + 2).word == "from";
  const auto named = party_of(stage_, item + 3);
  if (!named || (!by && !from)) return;
  for (const Frame* frame : stage_.grammar.frames("verb", participle.lemma)) {
    if (frame->type != "*") continue;
    // "the warheads promised by Russia", "jets bought from France", "jets bought by India"
    const bool gives = frame->role("subj") == "actor";
    if (((by && gives) || (from && !gives)) && !actor) actor = named;
    if (by && !gives && !target) target = named;
    return;
  }
}

std::optional<Named> Filler::other_party(const std::optional<Named>& actor) const {
  const auto& subject = sides_.of("subj");
  if (subject.empty() || !actor) return std::nullopt;
  for (std::size_t k = subject.back() + 1; k < trigger_; ++k) {
    const Chunk& c = chunk(k);
    if (c.kind != ChunkKind::phrase) continue;
    for (const auto& named : {party_of(stage_, k), owner_of(stage_, k)}) {
      if (named && !named->party.iso2.empty() && named->party != actor->party) return named;
    }
  }
  return std::nullopt;
}

std::optional<Named> Filler::supported(const std::optional<Named>& actor) const {
  const std::size_t verb = sides_.end;
  if (verb + 1 >= stage_.chunks.size() || chunk(verb).kind != ChunkKind::verb ||
      chunk(verb).voice != Voice::infinitive) {
    return std::nullopt;
  }
  if (!stage_.grammar.is(WordClass::support_verb, chunk(verb).lemma)) return std::nullopt;
  for (const auto& named : {party_of(stage_, verb + 1), owner_of(stage_, verb + 1)}) {
    if (named && !named->party.iso2.empty() && (!actor || named->party != actor->party))
      return named;
  }
  return std::nullopt;
}

std::optional<Named> Filler::supported_before(const std::optional<Named>& actor) const {
  bool through = false;
  for (std::size_t k = trigger_; k > 2; --k) {
    const Chunk& c = chunk(k - 1);
    through = through || c.word == "through" || c.word == "by" || c.word == "via" ||
              c.word == "in the form of";
    if (c.kind == ChunkKind::verb) return std::nullopt;
    const bool taker = c.kind == ChunkKind::phrase && chunk(k - 3).kind == ChunkKind::phrase &&
                       (chunk(k - 2).word == "to" || chunk(k - 2).word == "for") &&
                       stage_.grammar.is(WordClass::support_noun, chunk(k - 3).lemma);
    if (!taker || !through) continue;
    auto named = party_of(stage_, k - 1);
    if (named && (!actor || named->party != actor->party)) return named;
  }
  return std::nullopt;
}

void Filler::place_after(Claim& claim, std::size_t from) const {
  for (std::size_t k = from; k + 1 < stage_.chunks.size() && !claim.target; ++k) {
    const Chunk& c = chunk(k);
    if (c.kind == ChunkKind::verb && c.voice != Voice::infinitive && c.voice != Voice::gerund)
      return;
    if (c.kind != ChunkKind::word || (c.word != "in" && c.word != "to")) continue;
    std::optional<Named> named = chunk(k + 1).party;
    if (!named && chunk(k + 1).item_class.empty() && !chunk(k + 1).pronoun)
      named = chunk(k + 1).of_party ? chunk(k + 1).of_party : owner_of(stage_, k + 1);
    if (!named || named->party.iso2.empty() || (claim.actor && named->party == *claim.actor))
      continue;
    set(claim, &Claim::target, "target", named);
  }
}

void Filler::elliptical(Claim& claim) const {
  if (claim.actor || claim.target || !claim.part || !stage_.memory.people) return;
  if (stage_.memory.people->type != claim.type) return;
  claim.actor = stage_.memory.people->actor;
  claim.target = stage_.memory.people->target;
}

}  // namespace msmt
