/// What a carrier holds whose way the sentence before told of.
///
///     "The navy stopped a dhow bound for Yemen. The vessel held 40 rifles."
///     "Police seized a container on its way from Turkey to Ghana. Inside were 300 pistols."
#include "claims/fill_goods.hpp"
#include "claims/filler.hpp"
#include "claims/way.hpp"

namespace msmt {

namespace {

/// "Inside were", "On board were", "In its hold lay": the sentence begins within the carrier.
bool begins_within(const Filler& f) {
  const Chunk& first = f.chunk(0);
  const bool within = first.word == "inside" || first.word == "on board" || first.word == "aboard";
  if (first.kind != ChunkKind::word || f.at == 0) return false;
  if (within && f.at == 1) return true;
  const bool place = within || first.word == "in" || first.word == "under";
  return place && f.at == 2 && f.chunk(1).kind == ChunkKind::phrase &&
         (f.chunk(1).definite || f.chunk(1).pronoun);
}

/// "it", "the vessel", "the cargo"
bool is_known_carrier(const Filler& f, const Chunk& c) {
  if (c.pronoun) return c.head == "it";
  return c.definite && !c.owner && !c.party &&
         (is_carrier(f.stage, c) || c.lemma == "cargo" || c.lemma == "consignment" ||
          c.lemma == "shipment");
}

}  // namespace

std::vector<std::size_t> goods_behind(const Filler& f) {
  std::vector<std::size_t> out;
  for (std::size_t i = f.at + 1; i < f.stage.chunks.size(); ++i) {
    const Chunk& c = f.chunk(i);
    if (is_word(c, ",") || is_word(c, "and")) continue;
    if (c.kind != ChunkKind::phrase || !f.frame.takes(class_of(f.stage.grammar, c))) break;
    out.push_back(i);
  }
  return out;
}

bool found_within(const Filler& f) {
  for (const Chunk& c : f.stage.chunks) {
    if (c.before.find("another") != std::string::npos ||
        c.before.find("separate") != std::string::npos)
      return false;
  }
  const auto& finder = f.sides.of("subj");
  const bool crew = !finder.empty() && f.chunk(finder.front()).definite &&
                    !f.chunk(finder.front()).owner && !f.chunk(finder.front()).party;
  bool within = crew;
  for (std::size_t k = 0; k < f.stage.chunks.size() && !within; ++k) {
    const Chunk& c = f.chunk(k);
    within = c.word == "on board" || c.word == "aboard" || c.word == "inside" ||
             (c.kind == ChunkKind::phrase &&
              ((c.pronoun && k < f.at && c.head == "they") || is_known_carrier(f, c)));
  }
  return within;
}

std::vector<Claim> held_cargo(Filler& f) {
  const Way way = way_told(f.stage);
  if (!way.taker) return f.refuse("the way of no carrier was told");
  if (f.trigger().voice != Voice::active || f.trigger().negated) return f.refuse("nothing is held");
  const auto& carrier = f.sides.of("subj");
  const bool stands = f.trigger().lemma == "be" || f.trigger().lemma == "lay";
  const bool held =
      stands ? begins_within(f) : !carrier.empty() && is_known_carrier(f, f.chunk(carrier.front()));
  if (!held) return f.refuse("no carrier that was told of");
  std::vector<Claim> out;
  for (const std::size_t i : goods_behind(f)) {
    out.push_back(f.start("transfer"));
    f.set_item(out.back(), i);
    set_sides(out.back(), way.giver, way.taker, std::nullopt);
  }
  f.roles.erase("actor");
  f.roles.erase("target");
  return out.empty() ? f.refuse("no goods are held") : out;
}

}  // namespace msmt
