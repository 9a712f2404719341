/// Trips: flights and voyages that are counted, and whose they are.
///
///     "Emirati planes made 83 flights to Chad"   transport, 83 flights
#include "claims/fill_trips.hpp"

#include "claims/clause_words.hpp"
#include "claims/fill_arms.hpp"
#include "claims/party_words.hpp"
#include "claims/sentence_claims.hpp"

namespace msmt {

namespace {

/// "operated 40 flights", "made 83 flights": whether the verb before says who made them.
bool made_by(const Filler& f) {
  return f.at >= 2 && f.chunk(f.at - 1).voice == Voice::active &&
         (f.stage.grammar.is(WordClass::light, f.chunk(f.at - 1).lemma) ||
          f.stage.grammar.is(WordClass::operate, f.chunk(f.at - 1).lemma));
}

/// "Emirati planes made 83 flights": the chunk of what flew before the verb; the number of chunks for none.
std::size_t flyers_before(const Filler& f) {
  if (!made_by(f)) return f.stage.chunks.size();
  const Chunk& flyer = f.chunk(f.at - 2);
  return class_of(f.stage.grammar, flyer) == "vehicle" || carries(f, flyer) ? f.at - 2
                                                                            : f.stage.chunks.size();
}

/// "Iran and Sudan", "Rajin and Dunay", "the two ports": whether chunk k, behind "between", says between which places.
bool names_ends(const Filler& f, std::size_t k) {
  const Chunk& first = f.chunk(k);
  const auto named = [&](const Chunk& c) {
    const std::string_view text = f.stage.doc.words(c.head_span);
    return c.kind == ChunkKind::phrase && !text.empty() && text.front() >= 'A' &&
           text.front() <= 'Z';
  };
  if (is_word(f.chunk(k + 1), "and")) return named(first) && named(f.chunk(k + 2));
  return first.kind == ChunkKind::phrase && first.definite && is_plural(first.head) &&
         (f.stage.grammar.is(WordClass::place, first.lemma) ||
          f.stage.grammar.is(WordClass::couple, first.lemma) ||
          f.stage.grammar.is(WordClass::state_unit, first.lemma));
}

/// "Six voyages were made in May between Iran and Sudan", "30 flights were made from Oman to Mali": whether the verb behind
/// says between which places.
bool made_between(const Filler& f) {
  constexpr std::size_t kFar = 8;  // chunks
  const Chunk& verb = f.chunk(f.at + 1);
  if (verb.voice != Voice::passive || !is_finite(verb) || verb.negated ||
      !f.stage.grammar.is(WordClass::light, verb.lemma))
    return false;
  bool from = false;
  for (std::size_t k = f.at + 2; k + 1 < f.stage.chunks.size() && k < f.at + kFar; ++k) {
    if (is_word(f.chunk(k), "between")) return names_ends(f, k + 1);
    from = from || is_word(f.chunk(k), "from");
    if (from && is_word(f.chunk(k), "to")) return f.chunk(k + 1).kind == ChunkKind::phrase;
    if (is_finite(f.chunk(k))) return false;
  }
  return false;
}

}  // namespace

bool between_sides(const Filler& f) {
  return f.sides.has("between") || (f.sides.has("from") && f.sides.has("to")) || made_between(f);
}

bool is_trips(const Filler& f) {
  return f.frame.id == "transport.trips" || f.frame.id == "transport.deliver";
}

std::vector<Claim> flights_counted(Filler& f) {
  const std::size_t flyers = flyers_before(f);
  const bool flown = flyers < f.stage.chunks.size();
  const bool somewhere = made_between(f) || !f.sides.of("by").empty() ||
                         !f.sides.of("between").empty() ||
                         (!f.sides.of("from").empty() && !f.sides.of("to").empty());
  // "six flights by cargo planes reached Chad": the verb says more
  if (f.sides.end < f.stage.chunks.size() && is_finite(f.chunk(f.sides.end)) &&
      f.stage.grammar.is(WordClass::motion, f.chunk(f.sides.end).lemma))
    return f.refuse("the verb says so");
  if (f.trigger().quantity == nullptr || !(somewhere || flown))
    return f.refuse("not counted, or of nobody");
  Claim claim = f.start("transport");
  f.set_item(claim, flown ? flyers : f.at);
  claim.quantity.reset();
  drop_spans(claim, {"quantity"});
  f.set_quantity(claim, f.at);
  auto owner = owner_of(f.stage, f.at);
  if (!owner && !f.sides.of("by").empty()) {
    owner = owner_of(f.stage, f.sides.of("by").front());
    if (!owner) owner = party_of(f.stage, f.sides.of("by").front());
  }
  if (!owner && made_by(f)) {
    owner = party_of(f.stage, f.at - 2);  // "A Syrian airline operated 40 flights"
    if (!owner) owner = owner_of(f.stage, f.at - 2);
  }
  // "86 flights from the Emirates to eastern Chad"
  if (!owner && !f.sides.of("from").empty() && !f.sides.of("to").empty())
    owner = state_where(f.stage, f.sides.of("from").front());
  // "Turkey flew arms to Ghana. Experts counted 24 flights by cargo planes"
  const auto& deed = f.stage.memory.deed;
  if (!owner && deed && deed->type == "transfer" && deed->actor && !deed->actor->iso2.empty() &&
      f.stage.told_just_before(*deed))
    owner = Named{*deed->actor, f.trigger().span};
  set_party(claim, &Claim::actor, "actor", owner);
  return {claim};
}

std::optional<std::size_t> ships_meant(const Filler& f, std::size_t i) {
  const Chunk& c = f.chunk(i);
  if (!c.pronoun || (c.head != "they" && c.head != "it" && c.head != "which")) return std::nullopt;
  for (std::size_t k = i; k > 0; --k) {
    const Chunk& left = f.chunk(k - 1);
    if (left.kind != ChunkKind::phrase || class_of(f.stage.grammar, left) != "vehicle") continue;
    const bool several = is_plural(left.head);
    if (several == (c.head == "it")) continue;
    return k - 1;
  }
  return std::nullopt;
}

std::optional<Claim> trips_again(const Filler& f, std::size_t i) {
  const auto& told = f.stage.memory.transport;
  const Chunk& c = f.chunk(i);
  const bool refers = c.pronoun
                          ? c.head == "they"
                          : c.definite && !c.owner && c.quantity == nullptr && is_plural(c.head) &&
                                class_of(f.stage.grammar, c) == "vehicle";
  const std::size_t now = f.stage.reading.sentence;
  const Span before = f.stage.doc.sentences[now > 1 ? now - 2 : 0].span;
  if (!is_trips(f) || f.trigger().quantity == nullptr || !refers || !told || !told->item ||
      told->evidence.bytes.begin < before.begin)
    return std::nullopt;
  Claim claim = f.start("transport");
  f.set_item(claim, i);
  claim.item = told->item;
  claim.quantity.reset();
  drop_spans(claim, {"quantity"});
  f.set_quantity(claim, f.at);
  claim.actor = told->actor;
  return claim;
}

std::vector<std::size_t> vehicles_behind(const Filler& f) {
  const auto& by = f.sides.of("by");
  const bool ships =
      is_trips(f) && !by.empty() && class_of(f.stage.grammar, f.chunk(by.front())) == "vehicle";
  return ships ? by : std::vector<std::size_t>{};
}

const Mention* times_after(const Filler& f) {
  for (std::size_t k = f.at + 1; k < f.stage.chunks.size(); ++k) {
    if (f.chunk(k).kind == ChunkKind::verb) return nullptr;
    if (f.chunk(k).quantity == nullptr) continue;
    const auto& unit = std::get<Quantity>(f.chunk(k).quantity->value).unit;
    if (unit == "time" || unit == "times" || unit == "occasion") return f.chunk(k).quantity;
  }
  return nullptr;
}

}  // namespace msmt
