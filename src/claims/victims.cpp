/// Whose people are killed, wounded or captured.
///
///     "three officers in Iran's Revolutionary Guard"   Iran's
///     "12 civilians were killed in Kharkiv"            of the state where they lived
#include <algorithm>

#include "claims/fill_casualties.hpp"
#include "claims/fill_people.hpp"
#include "claims/scene.hpp"
#include "claims/sentence_claims.hpp"

namespace msmt {

namespace {

/// Whether the sentence has told of the killed or wounded of two sides.
bool told_of_several_sides(const Filler& f) {
  const Party* first = nullptr;
  for (const Claim& claim : f.stage.memory.recent()) {
    if (claim.type != "casualties" || claim.evidence.bytes != sentence_span(f) || !claim.actor)
      continue;
    if (first != nullptr && *first != *claim.actor) return true;
    first = &*claim.actor;
  }
  return false;
}

/// "the Lebanese army", "Iran's Revolutionary Guard"
bool names_formation(const Stage& stage, std::size_t i) {
  const Chunk& c = stage.chunks[i];
  return stage.grammar.is(WordClass::army, c.lemma) ||
         std::any_of(c.names.begin(), c.names.end(), [](const Mention* name) {
           const auto* body = std::get_if<Organization>(&name->value);
           return std::holds_alternative<MilitaryUnit>(name->value) ||
                  (body != nullptr && body->kind == "military body");
         });
}

}  // namespace

std::optional<Named> owner_of_people(const Filler& f, std::size_t i) {
  if (auto owner = owner_of(f.stage, i)) return owner;
  const Chunk& c = f.chunk(i);
  for (std::size_t k = i + 1; k + 1 < f.stage.chunks.size() && k < i + 3; ++k) {
    // "two divers from Japan"
    if (f.chunk(k).kind == ChunkKind::word && f.chunk(k).word == "from" &&
        f.chunk(k + 1).country_head)
      return f.chunk(k + 1).party;
    if (f.chunk(k).kind == ChunkKind::phrase) break;
  }
  if (c.party && !c.party->party.iso2.empty()) return c.party;
  // "three officers in Iran's Revolutionary Guard"
  if (i + 2 < f.stage.chunks.size() && is_word(f.chunk(i + 1), "in") &&
      names_formation(f.stage, i + 2)) {
    if (auto state = party_of(f.stage, i + 2); state && !state->party.iso2.empty()) return state;
  }
  // "four of the Eternity's crew": somebody's, whoever that is
  const std::string words = fold(f.stage.doc.words(c.span));
  if (words.find("'s ") != std::string::npos) return std::nullopt;
  // "twelve of them", "those soldiers", "they", and counts of the killed beside another count
  const bool named = c.demonstrative || fold(f.stage.doc.words(c.span)).starts_with("the ");
  const bool captive = c.lemma == "prisoner" || c.lemma == "prisoner of war" || c.lemma == "pow" ||
                       f.stage.doc.words(c.span).ends_with("prisoners of war");
  // "two of the soldiers", "600 of those troops": of those named before
  const bool partitive = c.quantity != nullptr && c.item_class != "people" && c.of.empty() &&
                         (words.find(" of the ") != std::string::npos ||
                          words.find(" of those ") != std::string::npos ||
                          words.find(" of these ") != std::string::npos);
  const bool refers = c.pronoun || partitive || captive || is_part(f.stage.doc.words(c.span)) ||
                      is_fate(c) || is_count(c) ||
                      (c.item_class.empty() && c.quantity == nullptr) || c.meant != nullptr ||
                      (named && c.item_class != "people");
  if (!refers) return std::nullopt;
  if (f.stage.memory.casualties && is_fate(c) &&
      f.stage.memory.casualties->evidence.bytes == sentence_span(f) &&
      f.stage.memory.casualties->actor) {
    if (told_of_several_sides(f))
      return std::nullopt;  // "Three Kenyans and one Nepali …, and 18 wounded"
    return Named{*f.stage.memory.casualties->actor, c.span};
  }
  // "The losses came to 4,700", right behind who fought
  const bool theirs = named && is_plural(c.head) && f.stage.memory.people_item &&
                      f.stage.memory.people_sentence + 1 == f.stage.reading.sentence;
  if (is_fate(c) && c.quantity == nullptr && !theirs) return std::nullopt;
  // "resulted in 197 casualties", long after whose people were named
  constexpr std::size_t kRecent = 6;  // sentences
  if ((is_fate(c) || is_count(c)) &&
      f.stage.memory.people_sentence + kRecent < f.stage.reading.sentence)
    return std::nullopt;
  if (is_fate(c) && f.stage.grammar.any_is(WordClass::bystander, c.before))
    return std::nullopt;  // "left 50 people dead": anybody's
  const bool of_them =
      i + 2 < f.stage.chunks.size() && f.chunk(i + 1).word == "of" && f.chunk(i + 2).head == "them";
  if (of_them && f.stage.memory.casualties && f.stage.memory.casualties->actor &&
      f.stage.memory.casualties->evidence.bytes == sentence_span(f))
    return Named{*f.stage.memory.casualties->actor, c.span};  // "the men took losses: 84 of them …"
  return owner_of_named_people(f.stage, i);
}

namespace {

/// Whose soldiers are killed in a state: its own, where neither the sentence names another one nor the article
/// tells of others' soldiers there; of the state whose base is attacked.
std::optional<Named> own_soldiers(const Filler& f, const Named& state) {
  for (const std::size_t i : get(f.roles, "doer")) {
    const auto doer = party_of(f.stage, i);
    if (doer && doer->party == state.party) return std::nullopt;
  }
  for (const Chunk& chunk : f.stage.chunks) {
    // "An attack on a Kenyan base in Somalia killed 100 soldiers"
    const bool post = f.stage.grammar.is(WordClass::struck, chunk.lemma) ||
                      f.stage.grammar.is(WordClass::garrison, chunk.lemma);
    if (post && chunk.owner && chunk.owner_is_adjective && !chunk.owner->party.iso2.empty())
      return chunk.owner;
  }
  for (const Mention& mention : f.stage.reading.mentions) {
    const auto* country = std::get_if<Country>(&mention.value);
    if (country != nullptr && country->iso2 != state.party.iso2) return std::nullopt;
  }
  const auto& said = f.stage.memory.recent();
  const bool others = std::any_of(said.begin(), said.end(), [&](const Claim& claim) {
    return claim.type == "deployment" && (!claim.target || claim.target == state.party);
  });
  return others ? std::nullopt : std::optional(state);
}

/// Whether a sentence names no state but this one.
bool names_only(const Stage& stage, const Party& state) {
  return std::none_of(stage.reading.mentions.begin(), stage.reading.mentions.end(),
                      [&](const Mention& mention) {
                        const auto* country = std::get_if<Country>(&mention.value);
                        return country != nullptr && country->iso2 != state.iso2;
                      });
}

/// "Chad counted 12 dead on its own side", "four among its own": of the state that the sentence has speak.
std::optional<Named> own_of_speaker(const Filler& f) {
  const auto& chunks = f.stage.chunks;
  for (std::size_t k = f.at + 1; k < chunks.size(); ++k) {
    const Chunk& own = chunks[k];
    const bool side = own.kind == ChunkKind::phrase && own.owner &&
                      (own.owner->party.name == "its" || own.owner->party.name == "their") &&
                      (own.head == "own" || own.before.find("own") != std::string::npos) &&
                      (own.lemma == "side" || own.lemma == "rank" || own.head == "own");
    if (!side) continue;
    for (std::size_t s = f.at; s > 0; --s) {
      if (chunks[s - 1].kind == ChunkKind::phrase && chunks[s - 1].country_head)
        return chunks[s - 1].party;
    }
    return std::nullopt;
  }
  return std::nullopt;
}

/// "an attack on Israel, in which 40 people were killed", "that killed 40 people": the chunk of the attack in which the
/// phrase at chunk i suffers; the number of chunks for none.
std::size_t attack_in_which(const Filler& f, std::size_t i) {
  constexpr std::size_t kFar = 8;  // chunks
  const std::size_t none = f.stage.chunks.size();
  // "the attack, which killed 40 people"
  const bool kills = f.at > 1 && i > f.at && f.trigger().voice == Voice::active &&
                     (is_word(f.chunk(f.at - 1), "which") || is_word(f.chunk(f.at - 1), "that"));
  const bool suffers = i > 2 && is_word(f.chunk(i - 1), "which") && is_word(f.chunk(i - 2), "in");
  if (!kills && !suffers) return none;
  const std::size_t clause = kills ? f.at - 1 : i - 2;
  for (std::size_t k = clause; k > 0 && k + kFar > clause; --k) {
    if (f.chunk(k - 1).kind == ChunkKind::verb) return none;
    if (is_attack(f.stage, f.chunk(k - 1))) return k - 1;
  }
  return none;
}

/// The state in which those at chunk i lived, where no attack that the sentence names says so.
std::optional<Named> victims_where(const Filler& f, std::size_t i) {
  const Chunk& c = f.chunk(i);
  std::string who = c.lemma;
  if (who == "life") {  // "the lives of six residents"
    const std::string of = fold(f.stage.doc.words(c.of));
    who = singular(of.substr(of.find_last_of(' ') + 1));
  }
  const std::string words = fold(f.stage.doc.words(c.span));
  const bool of_government = (" " + words).find(" government ") != std::string::npos;
  // "killed 12 soldiers in Niger": of the state, where nobody else has sent any
  const bool at_home = f.stage.grammar.is(WordClass::home_force, who) && !c.owner;
  const bool local = of_government || at_home || f.stage.grammar.is(WordClass::bystander, who);
  if (!local || words.find("'s ") != std::string::npos) return std::nullopt;
  // "100 Kurdish fighters dead", "the 176 people on board": people of some army or of any state
  const std::string unit = c.quantity == nullptr ? "" : std::get<Quantity>(c.quantity->value).unit;
  const bool others = !unit.empty() && !of_government && !at_home &&
                      !f.stage.grammar.is(WordClass::bystander, unit);
  const bool travel = i + 1 < f.stage.chunks.size() &&
                      (is_word(f.chunk(i + 1), "aboard") || is_word(f.chunk(i + 1), "onboard") ||
                       is_word(f.chunk(i + 1), "on board") || f.chunk(i + 1).head == "onboard");
  if (others || travel || words.ends_with("aboard") || words.ends_with("onboard"))
    return std::nullopt;
  const auto& in = get(f.roles, "place");
  // "in a Russian strike": of who strikes, not where
  const bool strike = !in.empty() && is_attack(f.stage, f.chunk(in.front()));
  auto where = strike ? std::nullopt : place(f, "place");
  if (strike && in.front() + 2 < f.stage.chunks.size() &&
      (is_word(f.chunk(in.front() + 1), "of") || is_word(f.chunk(in.front() + 1), "on")))
    where = state_where(f.stage, in.front() + 2);  // "in the shelling of Kherson"
  // "A man in Kherson was killed"
  if (!where && i < f.at && is_word(f.chunk(i + 1), "in") &&
      f.stage.grammar.is(WordClass::bystander, who))
    where = state_where(f.stage, i + 2);
  if (!where || where->party.iso2.empty()) where = scene_of(f.stage, f.at);
  const Memory& memory = f.stage.memory;
  if (at_home) {
    if (!where && memory.scene && memory.scene_sentence + 1 == f.stage.reading.sentence)
      where = Named{*memory.scene, c.span};
    return where ? own_soldiers(f, *where) : std::nullopt;
  }
  if (!where && memory.use && memory.use->evidence.bytes == sentence_span(f) &&
      memory.use->target && !memory.use->target->iso2.empty())
    where = Named{*memory.use->target, c.span};
  // on from what was told of there, while no other state is named
  constexpr std::size_t kRecent = 8;  // sentences
  const bool goes_on =
      memory.scene && (memory.scene_sentence + 1 == f.stage.reading.sentence ||
                       (memory.scene_sentence + kRecent > f.stage.reading.sentence &&
                        names_only(f.stage, *memory.scene)));
  if (!where && memory.scene && goes_on) where = Named{*memory.scene, c.span};
  // "GOMA, Congo - Nine people were killed on Friday"
  const bool opens = memory.dateline && memory.dateline_sentence + 1 == f.stage.reading.sentence;
  if (!where && opens && !names_other_place(f.stage)) where = Named{*memory.dateline, c.span};
  return where;
}

}  // namespace

std::optional<Named> state_of_victims(const Filler& f, std::size_t i) {
  if (auto own = own_of_speaker(f)) return own;
  if (const std::size_t attack = attack_in_which(f, i); attack < f.stage.chunks.size()) {
    const bool at = is_word(f.chunk(attack + 1), "on") || is_word(f.chunk(attack + 1), "against") ||
                    is_word(f.chunk(attack + 1), "in");
    auto where = at ? state_where(f.stage, attack + 2) : std::nullopt;
    for (std::size_t k = attack; !where && k < i && k < f.at; ++k)
      where = place_of_phrase(f.stage, k);
    if (!where) where = place_of_clause(f.stage, f.at);
    if (!where || where->party.iso2.empty()) where = state_in_attack(f.stage, attack);
    return where;
  }
  auto struck = victims_where(f, i);
  // "Israeli attacks have killed 40 people": not those of who attacks
  for (const std::size_t k : get(f.roles, "doer")) {
    const auto doer = owner_of(f.stage, k);
    if (doer && struck && is_attack(f.stage, f.chunk(k)) && doer->party == struck->party)
      return std::nullopt;
  }
  return struck;
}

}  // namespace msmt
