/// Lessons: what people learn, one claim for each thing that is taught.
#include <algorithm>

#include "claims/fill_goods.hpp"
#include "claims/fill_people.hpp"
#include "claims/filler.hpp"

namespace msmt {

namespace {

/// "trained 40 crews in Spain to use radars", "taught them how to fly drones": the chunk of what they
/// learn to use; the number of chunks for none.
std::size_t handled(const Filler& f) {
  const std::size_t none = f.stage.chunks.size();
  for (std::size_t k = f.at + 1; k + 1 < none; ++k) {
    const Chunk& verb = f.chunk(k);
    if (is_word(verb, ";") || is_word(verb, ",")) return none;
    if (verb.kind != ChunkKind::verb) continue;
    const bool uses = f.stage.grammar.evokes("verb", verb.lemma, {"use", "possession"});
    if (verb.voice != Voice::infinitive || !uses) return none;
    const Chunk& what = f.chunk(k + 1);
    const bool arms = class_of(f.stage.grammar, what) == "arms" || what.weapon != nullptr;
    return what.kind == ChunkKind::phrase && arms ? k + 1 : none;
  }
  return none;
}

/// "troops loyal to Somalia", "the soldiers drone tactics": the phrase without the word that is no part
/// of what is named.
void cut_trainees(const Filler& f, const Chunk& whom, Item& item) {
  if (!names_trainees(f, whom)) return;
  if (whom.head == "loyal") {
    item = Item{whom.before, "people", "", f.stage.grammar.path("people")};
  } else if (const std::size_t space = item.name.find(' ');
             whom.item_class == "knowhow" && space != std::string::npos &&
             f.stage.grammar.is(WordClass::trainees, fold(item.name.substr(0, space)))) {
    item.name = item.name.substr(space + 1);
  }
}

}  // namespace

bool names_trainees(const Filler& f, const Chunk& c) {
  return f.stage.grammar.any_is(WordClass::trainees, c.before);
}

bool shows_weapon(const Filler& f) {
  const auto& shown = get(f.roles, "target");
  if (shown.empty()) return false;
  const Chunk& c = f.chunk(shown.front());
  const bool people = is_people(c.item_class) || f.stage.grammar.is(WordClass::trainees, c.head);
  if (!people || !is_plural(c.head)) return false;
  if (f.trigger().lemma == "show") return handled(f) < f.stage.chunks.size();
  const auto& with = f.sides.of("with");
  return !with.empty() && (class_of(f.stage.grammar, f.chunk(with.front())) == "arms" ||
                           f.chunk(with.front()).weapon != nullptr);
}

std::vector<Claim> lessons(const Filler& f, const std::optional<Named>& actor,
                           const std::optional<Named>& target, std::size_t people) {
  const auto& trained = get(f.roles, "target");
  std::vector<Claim> out;
  for (const std::size_t i : f.items()) {
    if (f.chunk(i).party || state_where(f.stage, i) || f.chunk(i).head == "all" ||
        f.chunk(i).head == "total" || f.stage.grammar.ends_place(f.chunk(i).lemma) ||
        f.chunk(i).pronoun || names_place(f, f.chunk(i)) ||
        (f.chunk(i).owner && f.stage.grammar.is(WordClass::effort, f.chunk(i).lemma)))
      continue;  // not "in their fight against the rebels"
    Claim claim = f.start("training");
    claim.item = item_of(f.stage, f.chunk(i));
    add_span(claim, "item", f.chunk(i).span);
    if (i + 2 < f.stage.chunks.size() && is_word(f.chunk(i + 1), "of") &&
        f.chunk(i + 2).kind == ChunkKind::phrase) {
      claim.item->name +=
          " of " + item_of(f.stage, f.chunk(i + 2)).name;  // "the use of anti-ship missiles"
    }
    if (!trained.empty()) f.set_quantity(claim, trained.front());
    if (!claim.quantity && f.trigger().lemma == "teach" && f.sides.has("to"))
      f.set_quantity(claim, i);  // "teaches 100 terms to the crews"
    set_party(claim, &Claim::actor, "actor", actor);
    set_party(claim, &Claim::target, "target", target);
    out.push_back(std::move(claim));
  }
  if (!out.empty()) return out;
  Claim claim = f.start("training");
  set_party(claim, &Claim::actor, "actor", actor);
  set_party(claim, &Claim::target, "target", target);
  if (const std::size_t taught = handled(f); taught < f.stage.chunks.size()) {
    claim.item = item_of(f.stage, f.chunk(taught));
    add_span(claim, "item", f.chunk(taught).span);
    if (people != kNoChunk || !trained.empty())
      f.set_quantity(claim, people != kNoChunk ? people : trained.front());
    return {claim};
  }
  if (people != kNoChunk && f.chunk(people).pronoun) {
    claim.item = f.stage.memory.people_item;
  } else if (people != kNoChunk) {
    claim.item = item_of(f.stage, f.chunk(people));
    add_span(claim, "item", f.chunk(people).span);
    f.set_quantity(claim, people);
  } else if (!trained.empty()) {
    f.set_quantity(claim, trained.front());
    const Chunk& whom = f.chunk(trained.front());
    const bool force = std::any_of(whom.names.begin(), whom.names.end(), [](const Mention* name) {
      return std::holds_alternative<MilitaryUnit>(name->value);
    });
    if ((!whom.party || force) && !whom.pronoun) {
      claim.item = item_of(f.stage, f.chunk(trained.front()));  // whom, where nothing says in what
      cut_trainees(f, whom, *claim.item);
      add_span(claim, "item", f.chunk(trained.front()).span);
    }
  }
  return {claim};
}

}  // namespace msmt
