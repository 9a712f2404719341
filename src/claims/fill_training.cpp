/// Who trains whom, and in what.

#include "claims/clause_words.hpp"
#include "claims/filler.hpp"
#include "claims/scene.hpp"

namespace msmt {

bool Filler::names_people(const Chunk& c) const {
  const std::string_view before(c.before);
  return stage_.grammar.is(WordClass::trainees, before.substr(0, before.find(' ')));
}

std::optional<Named> Filler::trained_side() const {
  const auto& trained = get(roles_, "target");
  if (trained.empty()) return std::nullopt;
  const Chunk& c = chunk(trained.front());
  if (!c.pronoun) {
    if (auto named = party("target")) return named;
    if (auto owner = owner_of(stage_, trained.front())) return owner;
    if (!c.item_class.empty() && c.definite)
      return owner_of_named_people(stage_, trained.front());  // "those soldiers", "the men"
    return std::nullopt;
  }
  if (auto people = owner_of_named_people(stage_, trained.front()))
    return people;  // "They were trained by …"
  for (std::size_t k = trained.front(); k > 0; --k) {
    if (chunk(k - 1).kind != ChunkKind::phrase || !is_plural(chunk(k - 1).head)) continue;
    if (auto owner = owner_of(stage_, k - 1)) return owner;
  }
  return owner_of(stage_, trained.front());
}

bool Filler::pays_for_training() const {
  if (trigger().kind != ChunkKind::phrase || trigger_ == 0 || chunk(trigger_ - 1).word != "for")
    return false;
  for (std::size_t k = trigger_ - 1; k > 0 && k + 5 > trigger_; --k) {
    if (chunk(k - 1).money) return true;
  }
  return false;
}

std::size_t Filler::trainees_before(std::optional<Named>& actor,
                                    std::optional<Named>& target) const {
  // "recruits were put through basic training", "cadets received training from Turkey"
  if (trigger().kind != ChunkKind::phrase || trigger_ < 2) return kNoChunk;
  std::size_t k = trigger_ - 1;
  while (k > 1 && chunk(k).kind == ChunkKind::word) --k;
  if (chunk(k).kind != ChunkKind::verb || !stage_.grammar.is(WordClass::undergo, chunk(k).lemma))
    return kNoChunk;
  std::size_t people = kNoChunk;
  for (; k > 0 && people == kNoChunk; --k) {
    const Chunk& c = chunk(k - 1);
    const bool learns = is_people(c.item_class) || (c.item_class.empty() && c.owner) ||
                        stage_.grammar.is(WordClass::trainees, c.head);
    if (c.kind == ChunkKind::phrase && learns && is_plural(c.head)) people = k - 1;
  }
  if (people == kNoChunk) return people;
  if (!target) target = owner_of(stage_, people);
  for (const std::string_view side : {"by", "from", "with"}) {
    for (const std::size_t i : sides_.of(side)) {
      if (!actor) actor = party_of(stage_, i);
    }
  }
  // "completed a course run by Russian instructors", "attended courses at a base in Russia"
  const std::size_t by = trigger_ + 2;
  if (!actor && by + 1 < stage_.chunks.size() && chunk(trigger_ + 1).voice == Voice::participle &&
      is_word(chunk(by), "by"))
    actor = party_of(stage_, by + 1);
  if (!actor) actor = host_of_training(target);
  return people;
}

std::optional<Named> Filler::host_of_training(const std::optional<Named>& target) const {
  // "learned to fly in Spain", "attended courses at a base in Russia": the state trains them
  auto host = place_of_clause(stage_, trigger_);
  if (host && target && host->party == target->party) host.reset();
  return host;
}

void Filler::training_before(std::optional<Named>& actor, std::optional<Named>& target) const {
  // "Engineers teach bomb disposal", "Instruction of the crews ended": of those trained before
  const bool teaches = trigger().kind == ChunkKind::verb && trigger().lemma == "teach";
  const auto& before = stage_.memory.training;
  if (!before || get(roles_, "target").empty() == teaches || actor || target ||
      (!teaches && trigger().kind != ChunkKind::phrase))
    return;
  const std::size_t now = stage_.reading.sentence;
  const Span since = stage_.doc.sentences[now > 2 ? now - 3 : 0].span;
  const bool recent = before->evidence.bytes.begin >= since.begin;
  if (!recent ||
      stage_.doc.sentences[now].paragraph != stage_.doc.sentences[now > 0 ? now - 1 : 0].paragraph)
    return;
  actor = Named{*before->actor, trigger().span};
  target = Named{*before->target, trigger().span};
}

std::optional<Named> Filler::trained_there(const std::optional<Named>& actor) const {
  const auto& trained = get(roles_, "target");
  if (trained.empty()) return std::nullopt;
  const std::size_t who = trained.front();
  const Chunk& c = chunk(who);
  // "taught the men drone tactics": the people and what they learn in one phrase
  if (stage_.memory.people_owner && c.definite && c.item_class == "knowhow" && names_people(c) &&
      (!actor || *stage_.memory.people_owner != actor->party))
    return Named{*stage_.memory.people_owner, c.span};
  if (!actor || trigger().kind != ChunkKind::verb) return std::nullopt;
  // "trained the presidential guard in Bangui": those of the place
  const bool there = c.definite && !c.pronoun && !c.owner && who + 2 < stage_.chunks.size() &&
                     is_word(chunk(who + 1), "in");
  auto state = there ? state_where(stage_, who + 2) : std::nullopt;
  if (state && state->party == actor->party) state.reset();
  return state;
}

std::string_view Filler::no_training(const std::optional<Named>& actor,
                                     const std::optional<Named>& target, std::size_t people) const {
  if (frame_.id == "train.learn" && (!actor || !target || actor->party == target->party))
    return "not learned from another side";
  if (!actor && !target) return "nobody trains or is trained";
  const bool noun = trigger().kind == ChunkKind::phrase;
  const auto& trained = get(roles_, "target");
  if (trigger().lemma == "course" && people == kNoChunk && (!actor || !target || trained.empty()))
    return "a course for nobody";
  if (!actor && get(roles_, "actor").empty() && trigger().voice != Voice::passive && !noun)
    return "no trainer";
  // "has trained hard", "teaches law": somebody must be trained
  if (!target && !noun && (trained.empty() || !is_plural(chunk(trained.front()).head)))
    return "nobody is trained";
  return {};
}

std::optional<Named> Filler::other_trainees(const Named& actor) const {
  const auto& trained = get(roles_, "target");
  const auto& deed = stage_.memory.deed;
  const bool named = !trained.empty();
  // "supplied rifles to the group and trained its fighters"
  if (named && chunk(trained.front()).owner && deed && deed->actor == actor.party && deed->target &&
      *deed->target != actor.party && deed->evidence.bytes.begin == stage_.sentence_begin())
    return Named{*deed->target, chunk(trained.front()).span};
  if (!named || !chunk(trained.front()).definite || chunk(trained.front()).owner)
    return std::nullopt;
  for (const auto& [giver, taker] : stage_.memory.pairs) {
    // "Russian instructors taught the men": those of the other state
    if (giver != actor.party && taker != actor.party) continue;
    return Named{giver == actor.party ? taker : giver, trigger().span};
  }
  return std::nullopt;
}

std::vector<Claim> Filler::training() {
  if (const std::string_view why = no_lesson(); !why.empty()) return refuse(why);
  if (trainees_train()) return trainees();
  std::optional<Named> actor = party("actor");
  std::optional<Named> target = trained_side();
  if (trigger().kind == ChunkKind::phrase && !actor) actor = trigger_owner();
  if (trigger().lemma == "course" && !actor && trigger_ > 1 && is_finite(chunk(trigger_ - 1)) &&
      !stage_.grammar.is(WordClass::undergo, chunk(trigger_ - 1).lemma))
    actor = party_of(stage_, trigger_ - 2);  // "Belgium is running a course for 60 pilots"
  if (pays_for_training()) return refuse("what money is for");
  const std::size_t people = trainees_before(actor, target);
  if (people == kNoChunk) training_before(actor, target);
  if (!target) target = trained_there(actor);
  if (const auto& from = sides_.of("from"); frame_.id == "train.learn" && !actor && !from.empty())
    actor = owner_of(stage_, from.front());  // "graduated from a French academy"
  if (frame_.id == "train.learn" && !actor && target) actor = host_of_training(target);
  if (const auto why = no_training(actor, target, people); !why.empty()) return refuse(why);
  if (actor && target && actor->party == target->party) {
    target = other_trainees(*actor);
    if (!target) return refuse("both sides are the same");
  }
  return lessons(actor, target, people);
}

bool Filler::names_place(const Chunk& c) const {
  // "at its base in Florennes": a name, and nothing that a word of ours knows
  const std::string_view text = stage_.doc.text(c.head_span);
  return c.item_class.empty() && c.weapon == nullptr && !text.empty() && text.front() >= 'A' &&
         text.front() <= 'Z';
}

std::vector<Claim> Filler::lessons(const std::optional<Named>& actor,
                                   const std::optional<Named>& target, std::size_t people) const {
  const auto& trained = get(roles_, "target");
  std::vector<Claim> out;
  for (const std::size_t i : items()) {
    if (chunk(i).party || state_where(stage_, i) || chunk(i).head == "all" ||
        chunk(i).head == "total" || stage_.grammar.ends_place(chunk(i).lemma) || chunk(i).pronoun ||
        names_place(chunk(i)))
      continue;
    Claim claim = start("training");
    claim.item = item_of(stage_, chunk(i));
    span(claim, "item", chunk(i).span);
    if (i + 2 < stage_.chunks.size() && is_word(chunk(i + 1), "of") &&
        chunk(i + 2).kind == ChunkKind::phrase) {
      claim.item->name +=
          " of " + item_of(stage_, chunk(i + 2)).name;  // "the use of anti-ship missiles"
    }
    if (!trained.empty()) set_quantity(claim, trained.front());
    set(claim, &Claim::actor, "actor", actor);
    set(claim, &Claim::target, "target", target);
    out.push_back(std::move(claim));
  }
  if (!out.empty()) return out;
  Claim claim = start("training");
  set(claim, &Claim::actor, "actor", actor);
  set(claim, &Claim::target, "target", target);
  if (people != kNoChunk) {
    claim.item = item_of(stage_, chunk(people));
    span(claim, "item", chunk(people).span);
    set_quantity(claim, people);
  } else if (!trained.empty()) {
    set_quantity(claim, trained.front());
    if (!chunk(trained.front()).party && !chunk(trained.front()).pronoun) {
      claim.item = item_of(stage_, chunk(trained.front()));  // whom, where nothing says in what
      span(claim, "item", chunk(trained.front()).span);
    }
  }
  return {claim};
}

}  // namespace msmt
