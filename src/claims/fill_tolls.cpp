/// The killed and wounded as nouns: "600 dead", "losses of 4,700", "20 fallen soldiers".
#include "claims/clause_words.hpp"
#include "claims/fill_arms.hpp"
#include "claims/fill_casualties.hpp"
#include "claims/filler.hpp"

namespace msmt {

namespace {

/// "40 of them children"
bool is_partitive(const Filler& f) {
  return f.at >= 3 && f.chunk(f.at - 1).kind == ChunkKind::phrase &&
         (f.chunk(f.at - 1).head == "them" || f.chunk(f.at - 1).head == "these") &&
         f.chunk(f.at - 2).word == "of" && f.chunk(f.at - 3).quantity != nullptr;
}

/// Whether the sentence has told of killed or wounded before.
bool toll_of_sentence(const Filler& f) {
  return f.stage.memory.casualties && f.stage.memory.casualties->evidence.bytes == sentence_span(f);
}

/// Why a noun for the killed counts nobody; empty where it does.
std::string_view no_toll(const Filler& f) {
  // "The toll came from two strikes"
  if (f.at + 2 < f.stage.chunks.size() && f.chunk(f.at + 1).lemma == "come" &&
      is_word(f.chunk(f.at + 2), "from"))
    return "where they fell, not how many";
  const Chunk& c = f.trigger();
  const std::size_t next = f.at + 1;
  if (c.quantity == nullptr && f.at > 0 && f.chunk(f.at - 1).voice == Voice::gerund &&
      f.chunk(f.at - 1).kind == ChunkKind::verb && f.chunk(f.at - 1).lemma == "count")
    return "counted with others";  // "Counting the wounded, casualties stand at 4,700"
  if (next < f.stage.chunks.size() && f.chunk(next).voice == Voice::passive) {
    const auto& frames = f.stage.grammar.frames("verb", f.chunk(next).lemma);
    if (!frames.empty() && frames.front()->type == "casualties")
      return "the verb says whose";  // "6,000 casualties were suffered by the army"
  }
  if (is_fate(c)) return {};
  // "children", "women" are a toll only beside one
  const bool beside =
      toll_of_sentence(f) && (is_partitive(f) || (f.at > 0 && c.quantity != nullptr &&
                                                  f.chunk(f.at - 1).word == "including"));
  return beside ? std::string_view{} : "no toll that they are part of";
}

/// "Peru acknowledged 40 dead": the state that speaks of its own.
std::optional<Named> admits_toll(const Filler& f) {
  if (f.at < 2 || f.chunk(f.at - 1).kind != ChunkKind::verb ||
      f.chunk(f.at - 1).voice != Voice::active ||
      !f.stage.grammar.is(WordClass::admit, f.chunk(f.at - 1).lemma))
    return std::nullopt;
  return f.chunk(f.at - 2).kind == ChunkKind::phrase ? party_of(f.stage, f.at - 2) : std::nullopt;
}

/// "2,016 of its soldiers are counted as dead", "80 soldiers are dead": the people before the trigger
/// that it is said of; the trigger for none.
std::size_t said_dead(const Filler& f) {
  if (f.trigger().quantity != nullptr || f.at < 2) return f.at;
  const bool counted =
      f.at >= 3 && is_word(f.chunk(f.at - 1), "as") && f.chunk(f.at - 2).kind == ChunkKind::verb;
  const bool is = f.chunk(f.at - 1).kind == ChunkKind::verb && f.chunk(f.at - 1).lemma == "be" &&
                  f.trigger().first + 1 == f.trigger().last;
  if (!counted && !is) return f.at;
  const std::size_t people = counted ? f.at - 3 : f.at - 2;
  const bool governed = people > 0 && is_word(f.chunk(people - 1), "of");  // "the phones of"
  const bool who = counted ? is_people(class_of(f.stage.grammar, f.chunk(people)))
                           : is_people(f.chunk(people).item_class);
  return who && !governed ? people : f.at;
}

/// Whose people a toll counts; gives the claim the people where other words name them.
std::optional<Named> people_of_toll(const Filler& f, Claim& claim) {
  const Chunk& c = f.trigger();
  auto owner = owner_of_people(f, f.at);
  if (!owner) owner = admits_toll(f);
  if (const auto& among = f.sides.of("among"); !owner && !among.empty())
    owner = owner_of_people(f, among.front());  // "the death toll among Syrian soldiers"
  const auto& of = f.sides.of("of");
  if (!of.empty() && is_people(class_of(f.stage.grammar, f.chunk(of.front())))) {
    f.set_item(claim, of.front());  // "the death of 20 Chadian soldiers"
    owner = owner_of_people(f, of.front());
    if (!owner) owner = state_of_victims(f, of.front());
  }
  if (is_partitive(f)) {
    f.set_quantity(claim, f.at - 3);
    if (!toll_of_sentence(f)) return owner_of_people(f, f.at - 1);
    if (!f.stage.memory.casualties->actor) return std::nullopt;
    return Named{*f.stage.memory.casualties->actor, c.span};
  }
  if (const std::size_t people = said_dead(f); people < f.at) {
    f.set_item(claim, people);
    if (auto whose = owner_of_people(f, people)) return whose;
    return state_of_victims(f, people);
  }
  return owner ? owner : state_of_victims(f, f.at);
}

}  // namespace

std::optional<Claim> fallen(const Stage& stage, std::size_t i) {
  const Chunk& c = stage.chunks[i];
  if (c.kind != ChunkKind::phrase || c.money) return std::nullopt;
  const Mention* count = c.quantity;
  for (const Mention& mention : stage.reading.mentions) {
    if (count == nullptr && std::holds_alternative<Quantity>(mention.value) &&
        c.of.contains(mention.span))
      count = &mention;  // "the portraits of 101 fallen soldiers"
  }
  const bool people = is_people(c.item_class) || is_people(c.of_class);
  if (!people || count == nullptr) return std::nullopt;
  const std::string counted = fold(stage.doc.words({count->span.begin, c.span.end}));
  bool dead = false;
  for (std::size_t t = c.first; t < c.last; ++t)
    dead = dead || stage.grammar.is(WordClass::fallen, stage.reading.tokens[t].folded);
  if (!dead || counted.find(" of ") != std::string::npos) return std::nullopt;
  Claim claim;
  claim.type = "casualties";
  claim.evidence.rule = "casualties.fallen";
  claim.item = item_of(stage, c);
  claim.quantity = std::get<Quantity>(count->value);
  auto owner = owner_of(stage, i);
  if (!owner) owner = owner_of_named_people(stage, i);
  if (owner) {
    claim.actor = owner->party;
    claim.evidence.spans.emplace_back("actor", owner->span);
  }
  claim.evidence.spans.emplace_back("trigger", c.span);
  claim.evidence.spans.emplace_back("item", c.span);
  claim.evidence.spans.emplace_back("quantity", count->span);
  return claim;
}

namespace {

/// Whether chunk i counts the dead, the wounded or the captured.
bool counts_fate(const Filler& f, std::size_t i) {
  return f.chunk(i).kind == ChunkKind::phrase && f.chunk(i).quantity != nullptr &&
         f.stage.grammar.evokes("noun", f.chunk(i).lemma, {"casualties"});
}

/// "losses are put at 500 dead": the figure that says how many the losses are; the number of chunks for none.
std::size_t figure_of_losses(const Filler& f, std::size_t losses) {
  const std::size_t none = f.stage.chunks.size();
  if (losses + 3 >= none || !is_finite(f.chunk(losses + 1)) ||
      f.chunk(losses).quantity != nullptr ||
      !(is_word(f.chunk(losses + 2), "at") || is_word(f.chunk(losses + 2), "to")))
    return none;
  return counts_fate(f, losses + 3) ? losses + 3 : none;
}

/// Whose losses the figure at the trigger gives: "Chad's losses amount to 500 killed and 900 wounded".
std::optional<Named> owner_of_losses(const Filler& f, Claim& claim) {
  std::size_t first = f.at;
  while (first >= 2 && (is_word(f.chunk(first - 1), "and") || is_word(f.chunk(first - 1), ",")) &&
         counts_fate(f, first - 2))
    first -= 2;
  if (first < 3 || figure_of_losses(f, first - 3) != first ||
      !f.stage.grammar.evokes("noun", f.chunk(first - 3).lemma, {"casualties"}))
    return std::nullopt;
  if (f.stage.grammar.cue("governor", f.chunk(first - 2).lemma) == "believed")
    claim.certainty = Certainty::believed;
  return owner_of(f.stage, first - 3);
}

/// "Chad counted 40 civilians and 11 soldiers among its dead": each count of a list of those who are.
std::vector<Claim> counted_among(const Filler& f) {
  if (f.at < 2 || !is_word(f.chunk(f.at - 1), "among") || !f.trigger().owner) return {};
  const auto owner = owner_of(f.stage, f.at);
  if (!owner || owner->party.iso2.empty()) return {};
  std::vector<Claim> out;
  for (std::size_t k = f.at - 1; k > 0; --k) {
    const Chunk& c = f.chunk(k - 1);
    if (is_word(c, "and") || is_word(c, ",")) continue;
    if (c.kind != ChunkKind::phrase || c.quantity == nullptr || !is_people(c.item_class)) break;
    Claim claim = f.start("casualties");
    f.set_item(claim, k - 1);
    set_party(claim, &Claim::actor, "actor", owner);
    out.insert(out.begin(), std::move(claim));
  }
  return out;
}

}  // namespace

std::vector<Claim> toll(Filler& f) {
  if (auto among = counted_among(f); !among.empty()) return among;
  if (const auto why = no_toll(f); !why.empty()) return f.refuse(why);
  if (figure_of_losses(f, f.at) < f.stage.chunks.size()) return f.refuse("told by the figure");
  Claim claim = f.start("casualties");
  f.set_item(claim, f.at);
  auto owner = people_of_toll(f, claim);
  if (auto losers = owner_of_losses(f, claim)) owner = losers;
  if (!claim.quantity) reached(f, claim);
  if (!claim.quantity) put_at(f, claim);
  if (!claim.quantity) return f.refuse("not counted");
  if (claim.quantity->unit == "US dollar" || claim.quantity->unit == "percent")
    return f.refuse("a loss of money");
  set_party(claim, &Claim::actor, "actor", owner);
  return {claim};
}

std::optional<Claim> person_killed(Filler& f, std::size_t i) {
  const Chunk& who = f.chunk(i);
  Claim claim = f.start("casualties");
  f.set_item(claim, i);
  claim.item->name = quote(f.stage.doc, who.span);
  std::optional<Named> side = who.owner;
  if (!side) {
    // "Hamas leader Ismail Haniyeh": the body that stands before the name
    for (const Mention* name : who.names) {
      const auto* body = std::get_if<Organization>(&name->value);
      if (body != nullptr && name->span.begin == who.span.begin)
        side = Named{Party{body->name, ""}, name->span};
    }
  }
  set_party(claim, &Claim::actor, "actor", side);
  if (claim.actor) return claim;
  f.why = "nobody's people";
  return std::nullopt;
}

void put_at(const Filler& f, Claim& claim) {
  std::size_t k = f.at + 1;
  while (k + 2 < f.stage.chunks.size() && (f.chunk(k).word == "in" || f.chunk(k).word == "on") &&
         f.chunk(k + 1).kind == ChunkKind::phrase) {
    k += 2;
  }
  if (k < f.stage.chunks.size() && f.chunk(k).kind == ChunkKind::verb) {
    if (f.stage.grammar.evokes("verb", f.chunk(k).lemma, {"more.put"})) ++k;
  }
  if (k + 1 >= f.stage.chunks.size() || f.chunk(k).kind != ChunkKind::word) return;
  if (f.chunk(k).word != "at" && f.chunk(k).word != "of") return;
  if (f.chunk(k + 1).kind == ChunkKind::phrase &&
      class_of(f.stage.grammar, f.chunk(k + 1)) != "money")
    f.set_quantity(claim, k + 1);
}

}  // namespace msmt
