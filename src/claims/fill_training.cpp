/// Who trains whom, and in what.

#include <algorithm>

#include "claims/clause_words.hpp"
#include "claims/fill_goods.hpp"
#include "claims/fill_people.hpp"
#include "claims/filler.hpp"
#include "claims/scene.hpp"

namespace msmt {

namespace {

/// "trained 300 recruits from Mali": where the people come from.
std::optional<Named> home_of_trained(const Filler& f, std::size_t people) {
  const bool from = people + 2 < f.stage.chunks.size() && is_word(f.chunk(people + 1), "from") &&
                    is_plural(f.chunk(people).head) && f.chunk(people + 2).country_head;
  return from ? party_of(f.stage, people + 2) : std::nullopt;
}

/// "troops in Niger who train the army": the nearest state before the trigger that something is in.
std::optional<Named> place_before(const Filler& f) {
  for (std::size_t k = f.at; k > 1; --k) {
    if (!f.chunk(k - 1).country_head || f.chunk(k - 2).kind != ChunkKind::word ||
        !is_preposition(f.chunk(k - 2).word))
      continue;
    if (auto state = state_where(f.stage, k - 1)) return state;
  }
  return std::nullopt;
}

/// "troops loyal to the Somali government": for whom the people of a chunk fight.
std::optional<Named> loyal_to(const Filler& f, std::size_t people) {
  const std::size_t lord = people + 2;
  if (f.chunk(people).head != "loyal" || !is_word(f.chunk(people + 1), "to") ||
      lord >= f.stage.chunks.size() || !names_trainees(f, f.chunk(people)))
    return std::nullopt;
  if (auto named = party_of(f.stage, lord)) return named;
  return owner_of(f.stage, lord);
}

/// Whose people are trained, by the words of the trigger's own side.
std::optional<Named> trained_side(const Filler& f) {
  const auto& trained = get(f.roles, "target");
  if (trained.empty()) return std::nullopt;
  const Chunk& c = f.chunk(trained.front());
  if (!c.pronoun) {
    if (auto named = f.party("target")) return named;
    if (auto owner = owner_of(f.stage, trained.front())) return owner;
    if (auto home = home_of_trained(f, trained.front())) return home;
    if (const std::size_t of = trained.front() + 2;  // "20,000 members of the Malian Armed Forces"
        of < f.stage.chunks.size() && is_word(f.chunk(of - 1), "of") && c.lemma == "member")
      return party_of(f.stage, of);
    if (f.stage.grammar.is(WordClass::army, c.lemma)) return place_before(f);  // "train the army"
    if (auto lord = loyal_to(f, trained.front())) return lord;
    // "travelled to Oman to train crews": those of the place
    const bool anybody = f.trigger().voice == Voice::infinitive && !c.definite &&
                         c.first + 1 == c.last && f.stage.grammar.is(WordClass::trainees, c.head);
    if (anybody) return place_before(f);
    if (!c.item_class.empty() && c.definite) {
      auto whose = owner_of_named_people(f.stage, trained.front());  // "those soldiers", "the men"
      // "Syrian instructors drilled the men": not the instructors
      const auto& who = get(f.roles, "actor");
      const auto trainers = who.empty() ? std::nullopt : owner_of(f.stage, who.front());
      if (whose && trainers && whose->party == trainers->party) {
        const auto& known = f.stage.memory.people_owner;
        whose.reset();
        if (known && *known != trainers->party) whose = Named{*known, c.span};
      }
      return whose;
    }
    return std::nullopt;
  }
  if (auto people = owner_of_named_people(f.stage, trained.front()))
    return people;  // "They were trained by …"
  for (std::size_t k = trained.front(); k > 0; --k) {
    if (f.chunk(k - 1).kind != ChunkKind::phrase || !is_plural(f.chunk(k - 1).head)) continue;
    if (auto owner = owner_of(f.stage, k - 1)) return owner;
    if (!f.chunk(k - 1).names.empty() && f.chunk(k - 1).party) return party_of(f.stage, k - 1);
  }
  return owner_of(f.stage, trained.front());
}

/// "American forces conduct training of Malian soldiers": who holds it.
std::optional<Named> conducts_training(const Filler& f) {
  const auto& who = f.sides.of("subj");
  if (f.sides.construction != "light" || who.empty() || f.at == 0) return std::nullopt;
  const Chunk& verb = f.chunk(f.at - 1);
  if (!f.stage.grammar.is(WordClass::hold_course, verb.lemma)) return std::nullopt;
  if (auto named = party_of(f.stage, who.front())) return named;
  return owner_of(f.stage, who.front());
}

/// "$3 million for training": what money is for.
bool pays_for_training(const Filler& f) {
  if (f.trigger().kind != ChunkKind::phrase || f.at == 0 || f.chunk(f.at - 1).word != "for")
    return false;
  for (std::size_t k = f.at - 1; k > 0 && k + 5 > f.at; --k) {
    if (f.chunk(k - 1).money) return true;
  }
  return false;
}

/// The state in which people of another one learn.
std::optional<Named> host_of_training(const Filler& f, const std::optional<Named>& target) {
  // "learned to fly in Spain", "attended courses at a base in Russia": the state trains them
  auto host = place_of_clause(f.stage, f.at);
  if (host && target && host->party == target->party) host.reset();
  return host;
}

/// "by local crews": people of wherever it is.
bool by_locals(const Filler& f) {
  const auto& by = f.sides.of("by");
  return by.size() == 1 && f.chunk(by.front()).before.starts_with("local");
}

/// "Peruvian pilots were trained", and nothing says by whom.
bool taught_abroad(const Filler& f) {
  const auto& trained = get(f.roles, "target");
  return f.frame.id == "train.verb" && f.trigger().kind == ChunkKind::verb &&
         f.trigger().voice == Voice::passive && trained.size() == 1 &&
         (is_plural(f.chunk(trained.front()).head) || f.chunk(trained.front()).head == "they" ||
          f.chunk(trained.front()).item_class == "troops") &&
         !f.sides.has("by");
}

/// "two Russian bases, where they undergo training": whose the site before "where" is.
std::optional<Named> owner_of_site(const Filler& f, std::size_t verb) {
  for (std::size_t k = verb; k > 1; --k) {
    if (is_finite(f.chunk(k - 1))) break;
    if (!is_word(f.chunk(k - 1), "where")) continue;
    const std::size_t site = is_word(f.chunk(k - 2), ",") && k > 2 ? k - 3 : k - 2;
    if (!f.stage.grammar.is(WordClass::training_place, f.chunk(site).lemma)) break;
    auto owner = owner_of(f.stage, site);
    return owner && !owner->party.iso2.empty() ? owner : std::nullopt;
  }
  return std::nullopt;
}

/// "spent the winter in Chad, where they were taught to fly": the state of the place. Where it is only a
/// place, "were trained in Chad", others may train them.
std::optional<Named> host_of_taught(const Filler& f, const Named& target) {
  auto host = place_before_where(f.stage, f.at);
  if (const auto& site = f.sides.of("at");
      !host && !site.empty() &&
      f.stage.grammar.is(WordClass::training_place, f.chunk(site.front()).lemma))
    host = owner_of(f.stage, site.front());  // "at Russian military academies"
  if (host && (host->party == target.party || host->party.iso2.empty())) host.reset();
  return host;
}

/// "Norway put 900 soldiers through basic training": the chunk of the soldiers, or kNoChunk; adds
/// the sides.
std::size_t put_through(const Filler& f, std::optional<Named>& actor,
                        std::optional<Named>& target) {
  if (f.trigger().kind != ChunkKind::phrase || f.at < 4 || !is_word(f.chunk(f.at - 1), "through"))
    return kNoChunk;
  const std::size_t people = f.at - 2;
  const Chunk& verb = f.chunk(f.at - 3);
  if (!is_people(f.chunk(people).item_class) || verb.kind != ChunkKind::verb ||
      verb.voice != Voice::active || verb.lemma != "put")
    return kNoChunk;
  if (!actor) actor = party_of(f.stage, f.at - 4);
  if (!target) target = owner_of(f.stage, people);
  return people;
}

/// "recruits completed basic training": the chunk of who does so, or kNoChunk; adds the sides.
std::size_t trainees_before(const Filler& f, std::optional<Named>& actor,
                            std::optional<Named>& target) {
  // "recruits were put through basic training", "cadets received training from Turkey"
  if (f.trigger().kind != ChunkKind::phrase || f.at < 2) return kNoChunk;
  std::size_t k = f.at - 1;
  while (k > 1 && f.chunk(k).kind == ChunkKind::word) --k;
  if (f.chunk(k).kind != ChunkKind::verb ||
      !f.stage.grammar.is(WordClass::undergo, f.chunk(k).lemma))
    return kNoChunk;
  const std::size_t verb = k;
  std::size_t people = kNoChunk;
  for (; k > 0 && people == kNoChunk; --k) {
    const Chunk& c = f.chunk(k - 1);
    if (c.pronoun && c.head == "they" && owner_of_named_people(f.stage, k - 1)) people = k - 1;
    if (f.stage.grammar.is(WordClass::training_place, c.lemma))
      continue;  // "Russian training sites"
    const bool learns = is_people(c.item_class) || (c.item_class.empty() && c.owner) ||
                        f.stage.grammar.is(WordClass::trainees, c.head);
    if (c.kind == ChunkKind::phrase && learns && is_plural(c.head)) people = k - 1;
  }
  if (people == kNoChunk) return people;
  if (!target && f.chunk(people).pronoun) target = owner_of_named_people(f.stage, people);
  if (!target) target = owner_of(f.stage, people);
  for (const std::string_view side : {"by", "from", "with"}) {
    for (const std::size_t i : f.sides.of(side)) {
      if (!actor) actor = party_of(f.stage, i);
    }
  }
  // "completed a course run by Russian instructors", "attended courses at a base in Russia"
  const std::size_t by = f.at + 2;
  if (!actor && by + 1 < f.stage.chunks.size() && f.chunk(f.at + 1).voice == Voice::participle &&
      is_word(f.chunk(by), "by"))
    actor = party_of(f.stage, by + 1);
  if (!actor) actor = host_of_training(f, target);
  if (!actor) actor = place_before_where(f.stage, verb);  // "bases in Chad, where they undergo"
  if (!actor) actor = owner_of_site(f, verb);
  if (actor && target && actor->party == target->party) actor.reset();
  return people;
}

/// The sides of the training that was told of before, where a word goes on with it.
void training_before(const Filler& f, std::optional<Named>& actor, std::optional<Named>& target) {
  // "Engineers teach bomb disposal", "Instruction of the crews ended": of those trained before
  const bool teaches = f.trigger().kind == ChunkKind::verb && f.trigger().lemma == "teach";
  const auto& before = f.stage.memory.training;
  if (!before || get(f.roles, "target").empty() == teaches || actor || target ||
      (!teaches && f.trigger().kind != ChunkKind::phrase))
    return;
  const std::size_t now = f.stage.reading.sentence;
  const Span since = f.stage.doc.sentences[now > 2 ? now - 3 : 0].span;
  const bool recent = before->evidence.bytes.begin >= since.begin;
  if (!recent || f.stage.doc.sentences[now].paragraph !=
                     f.stage.doc.sentences[now > 0 ? now - 1 : 0].paragraph)
    return;
  actor = Named{*before->actor, f.trigger().span};
  target = Named{*before->target, f.trigger().span};
}

/// "trained the presidential guard in Bangui": those of the place.
std::optional<Named> trained_there(const Filler& f, const std::optional<Named>& actor) {
  const auto& trained = get(f.roles, "target");
  if (trained.empty()) return std::nullopt;
  const std::size_t who = trained.front();
  const Chunk& c = f.chunk(who);
  // "taught the men drone tactics": the people and what they learn in one phrase
  if (f.stage.memory.people_owner && c.definite && c.item_class == "knowhow" &&
      names_trainees(f, c) && (!actor || *f.stage.memory.people_owner != actor->party))
    return Named{*f.stage.memory.people_owner, c.span};
  if (!actor || f.trigger().kind != ChunkKind::verb) return std::nullopt;
  // "trained the presidential guard in Bangui": those of the place
  const bool there = c.definite && !c.pronoun && !c.owner && who + 2 < f.stage.chunks.size() &&
                     is_word(f.chunk(who + 1), "in");
  auto state = there ? state_where(f.stage, who + 2) : std::nullopt;
  if (state && state->party == actor->party) state.reset();
  return state;
}

/// "rotated in and out of Niger to train local troops": those of the place before.
std::optional<Named> local_trainees(const Filler& f, const std::optional<Named>& actor) {
  const auto& trained = get(f.roles, "target");
  if (trained.empty() || f.chunk(trained.front()).owner) return std::nullopt;
  const std::string before = " " + f.chunk(trained.front()).before + " ";
  if (before.find(" local ") == std::string::npos && before.find(" host ") == std::string::npos)
    return std::nullopt;
  auto state = place_before(f);
  if (state && actor && state->party == actor->party) state.reset();
  return state;
}

/// "The small American presence will be focused on training Malian soldiers": whose the subject is.
std::optional<Named> trainer_by_owner(const Filler& f, const Named& target) {
  const auto& who = get(f.roles, "actor");
  const bool agent = f.trigger().kind == ChunkKind::phrase && f.sides.has("by");
  if ((f.trigger().kind != ChunkKind::verb && !agent) || who.empty()) return std::nullopt;
  auto owner = owner_of(f.stage, who.front());
  if (!owner && f.sides.construction == "relative" &&
      class_of(f.stage.grammar, f.chunk(who.front())) == "troops")
    owner = owner_of_named_people(f.stage, who.front());  // "France has troops who train"
  const std::size_t behind = who.front() + 2;
  if (!owner && f.chunk(behind).kind == ChunkKind::phrase &&
      (is_plural(f.chunk(who.front()).head) || f.chunk(who.front()).lemma == "personnel")) {
    // "Instructors from Cuba, the panel said, have trained", "members of the Egyptian navy"
    const bool from = is_word(f.chunk(behind - 1), "from") && f.chunk(behind).country_head;
    const bool members = is_word(f.chunk(behind - 1), "of") &&
                         f.stage.grammar.is(WordClass::unit_member, f.chunk(who.front()).lemma);
    if (from || members) owner = party_of(f.stage, behind);
    if (members && !owner) owner = owner_of(f.stage, behind);
  }
  const bool other = owner && !owner->party.iso2.empty() && owner->party != target.party;
  return other ? owner : std::nullopt;
}

/// Why sides make no training; empty where they do.
std::string_view no_training(const Filler& f, const std::optional<Named>& actor,
                             const std::optional<Named>& target, std::size_t people) {
  if (f.frame.id == "train.learn" && (!actor || !target || actor->party == target->party))
    return "not learned from another side";
  if (!actor && !target) return "nobody trains or is trained";
  const bool noun = f.trigger().kind == ChunkKind::phrase;
  const auto& trained = get(f.roles, "target");
  if (f.trigger().lemma == "course" && people == kNoChunk && (!actor || !target || trained.empty()))
    return "a course for nobody";
  // "The troops, trained in drone warfare, were sent"
  const bool taught = f.trigger().voice == Voice::passive ||
                      (f.trigger().voice == Voice::participle && f.sides.has("in"));
  if (!actor && get(f.roles, "actor").empty() && !taught && !noun) return "no trainer";
  // "has trained hard", "teaches law": somebody must be trained
  if (!target && !noun &&
      (trained.empty() || (!is_plural(f.chunk(trained.front()).head) &&
                           f.chunk(trained.front()).item_class != "troops")))
    return "nobody is trained";
  return {};
}

/// "its officers", "their crews"
bool is_own_word(const Chunk& c) {
  const std::string& name = c.owner->party.name;
  return name == "its" || name == "their";
}

/// Whom the actor trains where the words seem to name itself.
std::optional<Named> other_trainees(const Filler& f, const Named& actor) {
  const auto& trained = get(f.roles, "target");
  const auto& deed = f.stage.memory.deed;
  const bool named = !trained.empty();
  // "supplied rifles to the group and trained its fighters"
  if (named && f.chunk(trained.front()).owner && deed && deed->actor == actor.party &&
      deed->target && *deed->target != actor.party &&
      deed->evidence.bytes.begin == f.stage.sentence_begin())
    return Named{*deed->target, f.chunk(trained.front()).span};
  // "Togo sent trucks to the Red Front. Ghana has trained its officers": of the group that took
  if (named && f.chunk(trained.front()).owner && is_own_word(f.chunk(trained.front())) && deed &&
      deed->target && deed->target->iso2.empty() && deed->actor != actor.party &&
      f.stage.told_just_before(*deed))
    return Named{*deed->target, f.chunk(trained.front()).span};
  if (!named || !f.chunk(trained.front()).definite || f.chunk(trained.front()).owner)
    return std::nullopt;
  for (const auto& [giver, taker] : f.stage.memory.pairs) {
    // "Russian instructors taught the men": those of the other state
    if (giver != actor.party && taker != actor.party) continue;
    return Named{giver == actor.party ? taker : giver, f.trigger().span};
  }
  return std::nullopt;
}

/// "China has learned from Russia's use of drones": what somebody did teaches nobody.
bool learns_from_deed(const Filler& f) {
  const auto& from = f.sides.of("from");
  if (f.frame.id != "train.learn" || f.trigger().lemma != "learn" || from.empty()) return false;
  const Chunk& source = f.chunk(from.front());
  return source.owner && !source.owner_is_adjective && !source.party &&
         !is_people(source.item_class);
}

/// "teach drone tactics to Syrian crews": what is taught stands before whom it is taught.
void teach_to(Filler& f) {
  const auto& whom = f.sides.of("to");
  const auto& taught = f.sides.of("obj");
  if (f.trigger().lemma != "teach" || whom.empty() || taught.empty()) return;
  const Chunk& people = f.chunk(whom.front());
  if (!is_people(people.item_class) && !party_of(f.stage, whom.front())) return;
  f.roles["item"] = taught;
  f.roles["target"] = whom;
}

}  // namespace

std::vector<Claim> training(Filler& f) {
  teach_to(f);
  if (const std::string_view why = no_lesson(f); !why.empty()) return f.refuse(why);
  if (trainees_train(f)) return trainees(f);
  if (f.frame.id == "train.show" && !shows_weapon(f)) return f.refuse("nobody learns a weapon");
  std::optional<Named> actor = f.party("actor");
  std::optional<Named> target = trained_side(f);
  if (f.trigger().kind == ChunkKind::phrase && !actor) actor = f.trigger_owner();
  if (f.trigger().lemma == "course" && !actor && f.at > 1 && is_finite(f.chunk(f.at - 1)) &&
      !f.stage.grammar.is(WordClass::undergo, f.chunk(f.at - 1).lemma))
    actor = party_of(f.stage, f.at - 2);  // "Belgium is running a course for 60 pilots"
  if (!actor) actor = conducts_training(f);
  // "The EU's mission has trained": it is whose the mission is
  if (const auto& who = get(f.roles, "actor");
      !actor && !who.empty() && f.trigger().kind == ChunkKind::verb &&
      (f.chunk(who.front()).lemma == "mission" || f.chunk(who.front()).lemma == "contingent"))
    actor = owner_of(f.stage, who.front());
  if (pays_for_training(f)) return f.refuse("what money is for");
  std::size_t people = put_through(f, actor, target);
  if (people == kNoChunk) people = trainees_before(f, actor, target);
  // "took part in training", of nobody who is told of
  if (people == kNoChunk && f.trigger().kind == ChunkKind::phrase && !actor && !target &&
      get(f.roles, "target").empty() && !f.trigger().definite)
    return f.refuse("an exercise, or nobody's");
  if (people == kNoChunk) training_before(f, actor, target);
  if (!target) target = trained_there(f, actor);
  if (!target) target = local_trainees(f, actor);
  if (!actor && target) actor = trainer_by_owner(f, *target);
  if (learns_from_deed(f)) return f.refuse("learned from what happened");
  // "Jane Doe graduated from an American school"
  if (const auto& who = get(f.roles, "target");
      f.frame.id == "train.learn" && who.size() == 1 && f.chunk(who.front()).person)
    return f.refuse("a person's schooling");
  if (const auto& from = f.sides.of("from"); f.frame.id == "train.learn" && !actor && !from.empty())
    actor = owner_of(f.stage, from.front());  // "graduated from a French academy"
  if ((f.frame.id == "train.learn" || by_locals(f)) && !actor && target)
    actor = host_of_training(f, target);
  if (!actor && target && taught_abroad(f)) actor = host_of_taught(f, *target);
  if (const auto why = no_training(f, actor, target, people); !why.empty()) return f.refuse(why);
  if (actor && target && actor->party == target->party) {
    target = other_trainees(f, *actor);
    const auto& trained = get(f.roles, "target");
    // "American advisers trained the brigade": somebody's, and not their own
    const bool force = f.trigger().kind == ChunkKind::verb && !trained.empty() &&
                       f.chunk(trained.front()).item_class == "troops" &&
                       f.chunk(trained.front()).definite && !f.chunk(trained.front()).owner;
    if (!target && !force) return f.refuse("both sides are the same");
  }
  return lessons(f, actor, target, people);
}

bool names_place(const Filler& f, const Chunk& c) {
  // "at its base in Florennes": a name, and nothing that a word of ours knows
  const std::string_view text = f.stage.doc.words(c.head_span);
  return c.item_class.empty() && c.weapon == nullptr && !text.empty() && text.front() >= 'A' &&
         text.front() <= 'Z';
}

}  // namespace msmt
