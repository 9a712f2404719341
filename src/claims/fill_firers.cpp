/// Who fires arms where no side of the verb says so: whose the craft is, who fired what strikes.
///
///     "A Russian jet dropped two bombs"                              Russia
///     "the rockets, bought abroad and fired by Kenyan crews, hit"    Kenya

#include "claims/fill_arms.hpp"
#include "claims/filler.hpp"

namespace msmt {

std::optional<Named> launched_by(const Filler& f, std::size_t i) {
  for (std::size_t k = i + 1; k + 2 < f.at; ++k) {
    if (f.chunk(k).kind != ChunkKind::verb) continue;
    if (f.chunk(k).voice != Voice::participle) return std::nullopt;
    // "the S-300, operated by Syrian crews, shot down"
    const bool fires = is_word(f.chunk(k + 1), "by") &&
                       f.stage.grammar.evokes("verb", f.chunk(k).lemma, {"use", "possession"});
    if (!fires) continue;
    auto by = party_of(f.stage, k + 2);
    return by ? by : owner_of(f.stage, k + 2);
  }
  return std::nullopt;
}

std::optional<Named> owner_of_craft(const Filler& f) {
  const auto& doer = get(f.roles, "actor");
  if (doer.size() != 1 || f.items().empty()) return std::nullopt;
  const Chunk& c = f.chunk(doer.front());
  if (!is_arms(f, c) && class_of(f.stage.grammar, c) != "vehicle") return std::nullopt;
  const std::string words = fold(f.stage.doc.words(c.span));
  const bool made = words.find("-made ") != std::string::npos ||
                    words.find("-built ") != std::string::npos ||
                    words.find("-supplied ") != std::string::npos;
  if (made) return std::nullopt;  // "Chinese-made drones" are flown by somebody else
  return owner_of(f.stage, doer.front());
}

}  // namespace msmt
