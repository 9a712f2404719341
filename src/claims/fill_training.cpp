/// Know-how handed on in person: training, and advice to a state.

#include "claims/filler.hpp"

namespace msmt {

std::vector<Claim> Filler::advice() {
  if (frame_.id == "tech.help" || frame_.id == "tech.teach") return help();
  if (frame_.id == "tech.improve") return improvement();
  if (frame_.id == "tech.support") return program_support();
  if (frame_.id == "tech.repair") return repair();
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

std::vector<Claim> Filler::program_support() {
  const auto actor = party("actor");
  if (!actor || items().empty()) return refuse("nobody supports anything");
  const std::size_t i = items().front();
  const Chunk& c = chunk(i);
  for (std::size_t k = i + 1; k + 1 < stage_.chunks.size() && k < i + 3; ++k) {
    if (chunk(k).word == "by" && chunk(k + 1).voice == Voice::gerund)
      return refuse("what it did says more");  // "supported the program by providing data"
  }
  if (!stage_.grammar.is(WordClass::work, c.lemma)) return refuse("no work");
  std::size_t what = i;
  if (i + 2 < stage_.chunks.size() && chunk(i + 1).kind == ChunkKind::verb &&
      stage_.grammar.is(WordClass::make, chunk(i + 1).lemma))
    what = i + 2;  // "supported work to improve missile guidance"
  const Chunk& made = chunk(what);
  const std::string klass = class_of(stage_.grammar, made);
  bool technical = klass == "arms" || klass == "knowhow" || made.weapon != nullptr ||
                   (what != i && made.item_id == "system");
  for (const Mention& mention : stage_.reading.mentions)
    technical = technical ||
                (std::holds_alternative<Weapon>(mention.value) && made.span.contains(mention.span));
  if (!technical) return refuse("nothing technical");
  auto target = owner_of(stage_, what);
  if (!target) target = owner_of(stage_, i);
  if (target && target->party == actor->party) return refuse("its own work");
  Claim claim = start("technology");
  claim.item = item_of(stage_, made);
  if (what != i) claim.item->name = "work to " + chunk(i + 1).lemma + " " + claim.item->name;
  claim.item->category = "knowhow";
  span(claim, "item", {c.span.begin, made.span.end});
  set(claim, &Claim::actor, "actor", actor);
  set(claim, &Claim::target, "target", target);
  return {claim};
}

std::vector<Claim> Filler::improvement() {
  const auto actor = party("actor");
  if (!actor) return refuse("nobody improves");
  if (trigger().voice == Voice::infinitive) return refuse("meant or helped to");
  std::vector<Claim> out;
  for (const std::size_t i : items()) {
    const Chunk& c = chunk(i);
    const std::string klass = class_of(stage_.grammar, c);
    const bool technical =
        klass == "arms" || klass == "knowhow" || c.of_class == "arms" || c.weapon != nullptr;
    const bool quality = stage_.grammar.is(WordClass::quality, c.lemma);
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

std::vector<Claim> Filler::repair() {
  const auto actor = party("actor");
  if (!actor || items().size() != 1) return refuse("nobody repairs");
  const std::size_t flaw = items().front();
  if (!stage_.grammar.is(WordClass::flaw, chunk(flaw).lemma)) return refuse("no flaw");
  // "the flaws of the missile", "defects in Iranian drones"
  std::size_t what = flaw;
  if (chunk(flaw).of.empty() && flaw + 2 < stage_.chunks.size() &&
      (is_word(chunk(flaw + 1), "in") || is_word(chunk(flaw + 1), "of")))
    what = flaw + 2;
  const Chunk& c = chunk(what);
  const bool arms = what == flaw ? c.of_class == "arms" : is_arms(c);
  if (!arms) return refuse("nothing technical");
  auto target = owner_of(stage_, what);
  if (const std::string_view made = make_of(what); !target && !made.empty())
    target = Named{stage_.grammar.country(std::string(made)), c.span};
  if (!target || target->party == actor->party) return refuse("nothing of another side's");
  Claim claim = start("technology");
  claim.item = item_of(stage_, c);
  claim.item->name = "repair of " + claim.item->name;
  claim.item->category = "knowhow";
  span(claim, "item", {chunk(flaw).span.begin, c.span.end});
  set(claim, &Claim::actor, "actor", actor);
  set(claim, &Claim::target, "target", target);
  return {claim};
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
  const std::size_t from = helped + 1;
  for (std::size_t k = from; k + 1 < stage_.chunks.size() && k < from + 3; ++k) {
    const Chunk& verb = chunk(k);
    if (verb.kind != ChunkKind::verb) continue;
    const Chunk& what = chunk(k + 1);
    if (!stage_.grammar.is(WordClass::make, verb.lemma) || what.kind != ChunkKind::phrase ||
        what.pronoun)
      return refuse("helped with nothing technical");
    const std::string klass = class_of(stage_.grammar, what);
    const bool technical = klass == "arms" || klass == "knowhow" || klass == "parts" ||
                           klass == "program" || what.weapon != nullptr ||
                           what.before.find("missile") != std::string::npos ||
                           stage_.grammar.is(WordClass::facility, what.lemma);
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

bool Filler::names_people(const Chunk& c) const {
  const std::string_view before(c.before);
  return stage_.grammar.is(WordClass::trainees, before.substr(0, before.find(' ')));
}

std::vector<Claim> Filler::training() {
  if (const std::string_view why = no_lesson(); !why.empty()) return refuse(why);
  if (trainees_train()) return trainees();
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
  if (trigger().kind == ChunkKind::phrase && trigger_ > 0 && chunk(trigger_ - 1).word == "for") {
    for (std::size_t k = trigger_ - 1; k > 0 && k + 5 > trigger_; --k) {
      if (chunk(k - 1).money) return refuse("what money is for");
    }
  }
  std::size_t trained_by_noun = 0;
  if (trigger().kind == ChunkKind::phrase && trigger_ > 1) {
    // "recruits were put through basic training", "cadets received training from Turkey"
    std::size_t k = trigger_ - 1;
    while (k > 1 && chunk(k).kind == ChunkKind::word) --k;
    if (chunk(k).kind == ChunkKind::verb && stage_.grammar.is(WordClass::undergo, chunk(k).lemma)) {
      for (; k > 0 && trained_by_noun == 0; --k) {
        const Chunk& c = chunk(k - 1);
        const bool people = c.item_class == "troops" || c.item_class == "people" ||
                            c.item_class == "workers" || (c.item_class.empty() && c.owner);
        if (c.kind == ChunkKind::phrase && people && is_plural(c.head)) trained_by_noun = k;
      }
    }
    if (trained_by_noun > 0) {
      const std::size_t people = trained_by_noun - 1;
      if (!target) target = owner_of(stage_, people);
      for (const std::string_view side : {"by", "from", "with"}) {
        for (const std::size_t i : sides_.of(side)) {
          if (!actor) actor = party_of(stage_, i);
        }
      }
    }
  }
  const bool teaches = trigger().kind == ChunkKind::verb && trigger().lemma == "teach";
  if (stage_.memory.training && get(roles_, "target").empty() == !teaches && !actor && !target &&
      (teaches || trigger().kind == ChunkKind::phrase) && trained_by_noun == 0) {
    // "Engineers teach bomb disposal", "Instruction of the crews ended": of those trained before
    const std::size_t now = stage_.reading.sentence;
    const Span before = stage_.doc.sentences[now > 2 ? now - 3 : 0].span;
    const bool recent = stage_.memory.training->evidence.bytes.begin >= before.begin;
    if (recent && stage_.doc.sentences[now].paragraph ==
                      stage_.doc.sentences[now > 0 ? now - 1 : 0].paragraph) {
      actor = Named{*stage_.memory.training->actor, trigger().span};
      target = Named{*stage_.memory.training->target, trigger().span};
    }
  }
  if (!target && stage_.memory.people_owner && !get(roles_, "target").empty()) {
    // "taught the men drone tactics": the people and what they learn in one phrase
    const Chunk& c = chunk(get(roles_, "target").front());
    if (c.definite && c.item_class == "knowhow" && names_people(c) &&
        (!actor || *stage_.memory.people_owner != actor->party))
      target = Named{*stage_.memory.people_owner, c.span};
  }
  if (!target && actor && trigger().kind == ChunkKind::verb && !get(roles_, "target").empty()) {
    // "trained the presidential guard in Bangui": those of the place
    const std::size_t who = get(roles_, "target").front();
    if (chunk(who).definite && !chunk(who).pronoun && !chunk(who).owner &&
        who + 2 < stage_.chunks.size() && is_word(chunk(who + 1), "in"))
      target = state_where(stage_, who + 2);
    if (target && target->party == actor->party) target.reset();
  }
  if (frame_.id == "train.learn" && (!actor || !target || actor->party == target->party))
    return refuse("not learned from another side");
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
  if (actor && target && actor->party == target->party) {
    const auto& pairs = stage_.memory.pairs;
    const auto& trained = get(roles_, "target");
    const auto& deed = stage_.memory.deed;
    const bool conjoined = !trained.empty() && chunk(trained.front()).owner && deed &&
                           deed->actor == actor->party && deed->target &&
                           *deed->target != actor->party &&
                           deed->evidence.bytes.begin == stage_.sentence_begin();
    const bool leans = !trained.empty() && chunk(trained.front()).definite &&
                       !chunk(trained.front()).owner && !pairs.empty();
    if (!leans && !conjoined) return refuse("both sides are the same");
    target.reset();
    // "supplied rifles to the group and trained its fighters"
    if (conjoined) target = Named{*deed->target, chunk(trained.front()).span};
    for (const auto& [giver, taker] : pairs) {
      // "Russian instructors taught the men": those of the other state
      if (target || (giver != actor->party && taker != actor->party)) continue;
      target = Named{giver == actor->party ? taker : giver, trigger().span};
    }
  }
  std::vector<Claim> out;
  for (const std::size_t i : items()) {
    if (chunk(i).party || state_where(stage_, i) || chunk(i).head == "all" ||
        chunk(i).head == "total" || stage_.grammar.ends_place(chunk(i).lemma))
      continue;
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
    if (trained_by_noun > 0) {
      claim.item = item_of(stage_, chunk(trained_by_noun - 1));
      span(claim, "item", chunk(trained_by_noun - 1).span);
      set_quantity(claim, trained_by_noun - 1);
    } else if (!trained.empty()) {
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
