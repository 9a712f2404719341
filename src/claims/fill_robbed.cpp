/// From whom something was stolen, by the sides of the theft and the words before and behind it.
#include "claims/fill_money.hpp"
#include "claims/filler.hpp"
#include "claims/scene.hpp"

namespace msmt {

std::optional<Named> whose_account(const Filler& f) {
  const auto& from = f.sides.of("from");
  if (from.empty() || f.chunk(from.front()).lemma != "account") return std::nullopt;
  if (!fold(f.stage.doc.words(f.chunk(from.front()).span)).starts_with("its ")) return std::nullopt;
  if (auto robbed = broken_into(f)) return robbed;
  for (std::size_t k = 0; k < f.at; ++k) {
    if (f.chunk(k).kind != ChunkKind::phrase || is_thief(f.stage.grammar, f.chunk(k))) continue;
    if (auto holder = party_of(f.stage, k)) return holder;
  }
  return std::nullopt;
}

std::optional<Named> named_in_front_or_behind(const Filler& f) {
  const auto name_of = [&](Span span) -> std::optional<Named> {
    const std::string name = quote(f.stage.doc, span);
    if (name.empty() || name[0] < 'A' || name[0] > 'Z') return std::nullopt;
    return Named{{name, ""}, span};
  };
  const auto& from = f.sides.of("from");
  if (!from.empty() && f.chunk(from.front()).item_class.empty() &&
      f.chunk(from.front()).quantity == nullptr)
    return name_of(f.chunk(from.front()).span);
  const Chunk& noun = f.trigger();
  if (noun.owner || !from.empty() || noun.quantity == nullptr) return std::nullopt;
  // the words between the sum and the noun
  Span between;
  for (const Token& token : f.stage.reading.tokens) {
    if (token.span.begin < noun.quantity->span.end || token.span.end > noun.head_span.begin)
      continue;
    if (between.empty()) between.begin = token.span.begin;
    between.end = token.span.end;
  }
  const std::string_view name = f.stage.doc.words(between);
  if (name.empty() || name.find(' ') != std::string_view::npos) return std::nullopt;
  return name_of(between);
}

std::optional<Named> robbed_side(const Filler& f) {
  std::optional<Named> target;
  const auto& robbed = get(f.roles, "target");
  if (!robbed.empty() && f.stage.grammar.is(WordClass::theft_noun, f.chunk(robbed.front()).lemma))
    return std::nullopt;  // "took $3 million from 25 heists"
  if (!robbed.empty() && !f.chunk(robbed.front()).pronoun) {
    if (const auto owner = owner_of(f.stage, robbed.front()))
      target = owner;  // "from an Albanian bank", "from a Red Cross warehouse"
    if (!target && !f.chunk(robbed.front()).item_class.empty())
      target = place_of_phrase(f.stage, robbed.front());  // "from mines in Sudan"
  }
  if (!target && !robbed.empty() && !f.chunk(robbed.front()).pronoun) {
    const Chunk& c = f.chunk(robbed.front());
    Item named = item_of(f.stage, c);
    target = Named{{named.name, ""}, c.span};
  }
  return target;
}

std::optional<Named> robbed_by_name(const Filler& f) {
  const auto& robbed = get(f.roles, "target");
  if (robbed.size() != 1) return std::nullopt;
  const Chunk& c = f.chunk(robbed.front());
  if (!c.owner || c.owner_is_adjective || c.quantity != nullptr) return std::nullopt;
  const std::string name = item_of(f.stage, c).name;  // without its owner
  const auto capital = [](char letter) { return letter >= 'A' && letter <= 'Z'; };
  if (name.empty() || c.head_span.empty() || !capital(name.front()) ||
      !capital(f.stage.doc.words(c.head_span).front()))
    return std::nullopt;
  const std::size_t at = f.stage.doc.text(c.span).rfind(name);
  if (at == std::string_view::npos) return Named{{name, ""}, c.span};
  return Named{{name, ""}, {c.span.begin + at, c.span.begin + at + name.size()}};
}

std::optional<Named> victim_of(const Filler& f, std::size_t i, const std::optional<Named>& actor,
                               const std::optional<Named>& target) {
  // "the designs of Polish warships from a contractor": whose they are
  auto whose = owner_of(f.stage, i);
  const bool design = class_of(f.stage.grammar, f.chunk(i)) == "knowhow" && whose &&
                      !whose->party.iso2.empty() && (!actor || whose->party != actor->party);
  const bool generic = target && target->party.iso2.empty() && !get(f.roles, "target").empty() &&
                       !f.chunk(get(f.roles, "target").front()).party;
  if (generic && design) return whose;
  if (target) return target;
  // "emptied the wallets of the exchange Bybit": of a body whose they are
  const bool holding = f.frame.id == "theft.steal" && whose && !f.chunk(i).owner_is_adjective &&
                       whose->party.iso2.empty() && (!actor || whose->party != actor->party) &&
                       class_of(f.stage.grammar, f.chunk(i)) == "money";
  if (holding) return whose;
  if (actor && design && f.frame.id == "theft.steal")
    return whose;                                // "Blueprints of Korean submarines were stolen"
  if (f.frame.id == "theft.take") return whose;  // "obtained the designs of Polish warships"
  return std::nullopt;
}

}  // namespace msmt
