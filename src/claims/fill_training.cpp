/// Know-how handed on in person: training, and advice to a state.
#include <algorithm>
#include <array>

#include "claims/filler.hpp"

namespace msmt {

std::vector<Claim> Filler::advice() {
  if (frame_.id == "tech.help") return help();
  if (frame_.id == "tech.improve") return improvement();
  const auto actor = party("actor");
  const auto target = party("target");
  if (!actor || !target || actor->party == target->party) return refuse("not two sides");
  std::vector<Claim> out;
  for (const std::size_t i : items()) {
    if (chunk(i).party) continue;
    Claim claim = start("technology");
    claim.item = item_of(stage_, chunk(i));
    span(claim, "item", chunk(i).span);
    set(claim, &Claim::actor, "actor", actor);
    set(claim, &Claim::target, "target", target);
    out.push_back(std::move(claim));
  }
  return out;
}

std::vector<Claim> Filler::improvement() {
  const auto actor = party("actor");
  if (!actor) return refuse("nobody improves");
  if (trigger().voice == Voice::infinitive) return refuse("meant or helped to");
  static constexpr std::array<std::string_view, 9> kQuality = {
      "accuracy", "guidance",      "performance", "precision", "reliability",
      "range",    "survivability", "design",      "targeting"};
  std::vector<Claim> out;
  for (const std::size_t i : items()) {
    const Chunk& c = chunk(i);
    const std::string klass = class_of(c);
    const bool technical =
        klass == "arms" || klass == "knowhow" || c.of_class == "arms" || c.weapon != nullptr;
    const bool quality = std::find(kQuality.begin(), kQuality.end(), c.lemma) != kQuality.end();
    const auto target = owner_of(stage_, i);
    if (!target || target->party == actor->party || (!technical && !quality)) {
      why_ = "nothing technical of another side's";
      continue;
    }
    Claim claim = start("technology");
    claim.item = item_of(stage_, c);
    if (quality) claim.item->name = c.lemma + (c.of.empty() ? "" : " of " + claim.item->name);
    claim.item->category = "knowhow";
    span(claim, "item", c.span);
    if (c.quantity != nullptr) set_quantity(claim, i);
    set(claim, &Claim::actor, "actor", actor);
    set(claim, &Claim::target, "target", target);
    out.push_back(std::move(claim));
  }
  return out;
}

std::vector<Claim> Filler::help() {
  const auto actor = party("actor");
  auto target = party("target");
  std::size_t helped = trigger_ + 1;  // also where it reads like a subject: "helps Pakistan build"
  if (target) {
    helped = get(roles_, "target").back();
  } else if (helped < stage_.chunks.size()) {
    target = party_of(stage_, helped);
  }
  if (!actor || !target || actor->party == target->party) return refuse("not two sides");
  static constexpr std::array<std::string_view, 18> kMake = {
      "build",   "produce",   "develop",   "make",      "manufacture", "improve",
      "upgrade", "modernize", "modernise", "construct", "launch",      "assemble",
      "refine",  "design",    "restart",   "repair",    "enhance",     "perfect"};
  static constexpr std::array<std::string_view, 12> kWhat = {
      "factory",   "plant",    "satellite", "reactor", "engine",   "program",
      "programme", "industry", "facility",  "line",    "guidance", "technology"};
  const std::size_t from = helped + 1;
  for (std::size_t k = from; k + 1 < stage_.chunks.size() && k < from + 3; ++k) {
    const Chunk& verb = chunk(k);
    if (verb.kind != ChunkKind::verb) continue;
    const Chunk& what = chunk(k + 1);
    if (std::find(kMake.begin(), kMake.end(), verb.lemma) == kMake.end() ||
        what.kind != ChunkKind::phrase || what.pronoun)
      return refuse("helped with nothing technical");
    const std::string klass = class_of(what);
    const bool technical = klass == "arms" || klass == "knowhow" || klass == "parts" ||
                           klass == "program" || what.weapon != nullptr ||
                           what.before.find("missile") != std::string::npos ||
                           std::find(kWhat.begin(), kWhat.end(), what.lemma) != kWhat.end();
    if (!technical) return refuse("helped with nothing technical");
    Claim claim = start("technology");
    claim.item = item_of(stage_, what);
    claim.item->name = "help to " + verb.lemma + " " + claim.item->name;
    claim.item->category = "knowhow";
    claim.item->weapon.clear();
    span(claim, "item", {verb.span.begin, what.span.end});
    set(claim, &Claim::actor, "actor", actor);
    set(claim, &Claim::target, "target", target);
    return {claim};
  }
  return refuse("helped with nothing technical");
}

std::vector<Claim> Filler::training() {
  std::optional<Named> actor = party("actor");
  std::optional<Named> target = party("target");
  if (!get(roles_, "target").empty() && chunk(get(roles_, "target").front()).pronoun)
    target.reset();
  if (trigger().kind == ChunkKind::phrase && !actor) {
    if (const auto owner = trigger_owner()) actor = owner;
  }
  if (!target) {
    const auto& trained = get(roles_, "target");
    if (!trained.empty() && chunk(trained.front()).pronoun)
      target = owner_of_named_people(stage_, trained.front());  // "They were trained by …"
    if (!target && !trained.empty() && chunk(trained.front()).pronoun) {
      for (std::size_t k = trained.front(); k > 0 && !target; --k) {
        if (chunk(k - 1).kind == ChunkKind::phrase && is_plural(chunk(k - 1).head))
          target = owner_of(stage_, k - 1);
      }
    }
    if (!target && !trained.empty()) target = owner_of(stage_, trained.front());
    if (!target && !trained.empty() && !chunk(trained.front()).item_class.empty() &&
        chunk(trained.front()).definite) {
      target = owner_of_named_people(stage_, trained.front());  // "those soldiers", "the men"
    }
  }
  if (!actor && !target) return refuse("nobody trains or is trained");
  const bool noun = trigger().kind == ChunkKind::phrase;
  if (!actor && get(roles_, "actor").empty() && trigger().voice != Voice::passive && !noun)
    return refuse("no trainer");
  if (!target && trigger().kind == ChunkKind::verb) {
    // "has trained hard", "teaches law": somebody must be trained
    const auto& trained = get(roles_, "target");
    if (trained.empty() || !is_plural(chunk(trained.front()).head))
      return refuse("nobody is trained");
  }
  if (actor && target && actor->party == target->party) return refuse("both sides are the same");
  std::vector<Claim> out;
  for (const std::size_t i : items()) {
    if (chunk(i).party) continue;
    Claim claim = start("training");
    claim.item = item_of(stage_, chunk(i));
    span(claim, "item", chunk(i).span);
    if (i + 2 < stage_.chunks.size() && chunk(i + 1).kind == ChunkKind::word &&
        chunk(i + 1).word == "of" && chunk(i + 2).kind == ChunkKind::phrase) {
      claim.item->name +=
          " of " + item_of(stage_, chunk(i + 2)).name;  // "the use of anti-ship missiles"
    }
    if (const auto& trained = get(roles_, "target"); !trained.empty())
      set_quantity(claim, trained.front());
    set(claim, &Claim::actor, "actor", actor);
    set(claim, &Claim::target, "target", target);
    out.push_back(std::move(claim));
  }
  if (out.empty()) {
    Claim claim = start("training");
    set(claim, &Claim::actor, "actor", actor);
    set(claim, &Claim::target, "target", target);
    const auto& trained = get(roles_, "target");
    if (!trained.empty()) {
      set_quantity(claim, trained.front());
      if (!chunk(trained.front()).party && !chunk(trained.front()).pronoun) {
        claim.item = item_of(stage_, chunk(trained.front()));  // whom, where nothing says in what
        span(claim, "item", chunk(trained.front()).span);
      }
    }
    out.push_back(std::move(claim));
  }
  return out;
}

}  // namespace msmt
