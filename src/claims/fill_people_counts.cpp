/// Counts and waves of people: who is meant where a figure or an ordinal stands alone.
#include <algorithm>
#include <array>

#include "claims/filler.hpp"

namespace msmt {

std::size_t Filler::people_of(std::size_t i) const {
  static constexpr std::array<std::string_view, 8> kOrdinals = {
      "second", "third", "another", "group", "wave", "batch", "contingent", "first"};
  const Chunk& c = chunk(i);
  if (c.head == "more" && c.quantity == nullptr && i > 0 && chunk(i - 1).quantity != nullptr)
    return i - 1;  // "thousands more were expected"
  if (c.quantity != nullptr ||
      std::find(kOrdinals.begin(), kOrdinals.end(), c.lemma) == kOrdinals.end())
    return i;
  const std::size_t of = i + 1 < stage_.chunks.size() && chunk(i + 1).word == "," ? i + 2 : i + 1;
  if (of + 1 >= stage_.chunks.size() || chunk(of).word != "of") return i;
  const Chunk& who = chunk(of + 1);
  return who.quantity != nullptr && (who.item_class == "troops" || who.item_class == "workers")
             ? of + 1
             : i;
}

void Filler::count_strong(Claim& claim, std::size_t i) const {
  if (claim.quantity) return;
  const Chunk& unit = chunk(i);  // "a battalion of 800"
  for (const Mention& mention : stage_.reading.mentions) {
    const auto* count = std::get_if<Quantity>(&mention.value);
    if (count == nullptr || unit.of.empty() || mention.span != unit.of) continue;
    claim.quantity = *count;
    claim.quantity->unit = "soldier";
    span(claim, "quantity", mention.span);
    return;
  }
  for (std::size_t k = i + 1; k + 1 < stage_.chunks.size() && k < i + 4; ++k) {
    const bool strong = chunk(k).quantity != nullptr &&
                        (chunk(k + 1).head == "strong" || chunk(k + 1).word == "strong" ||
                         chunk(k).head == "strong");
    if (!strong) continue;
    set_quantity(claim, k);
    if (claim.quantity) claim.quantity->unit = "soldier";
    return;
  }
}

std::optional<Named> Filler::there() const {
  for (std::size_t k = trigger_ + 1; k < stage_.chunks.size() && k < trigger_ + 6; ++k) {
    if (chunk(k).kind == ChunkKind::verb || chunk(k).word == ";") break;
    const bool in_it = chunk(k).lemma == "country" && chunk(k).definite && !chunk(k).owner &&
                       !is_plural(chunk(k).head) && is_word(chunk(k - 1), "in");
    if (chunk(k).head != "there" && chunk(k).word != "there" && !in_it) continue;
    if (recent_people() && stage_.memory.people->target)
      return Named{*stage_.memory.people->target, chunk(k).span};
    for (const Party& country : stage_.memory.countries) {
      const auto doer = party("actor");
      if (doer && doer->party == country) continue;
      const bool named =
          std::any_of(stage_.chunks.begin(), stage_.chunks.end(), [&](const Chunk& c) {
            return (c.party && c.party->party == country) || (c.owner && c.owner->party == country);
          });
      if (in_it && named) continue;  // "Russian instructors in the country": in another
      return Named{country, chunk(k).span};
    }
  }
  return std::nullopt;
}

std::optional<Named> Filler::where_allies_fight(const Claim& claim) const {
  const auto& allies = get(roles_, "ally");
  if (allies.empty()) return std::nullopt;
  const Chunk& ally = chunk(allies.front());
  if (const auto owner = owner_of(stage_, allies.front());
      owner && !owner->party.iso2.empty() && owner->party != *claim.actor)
    return owner;  // "alongside Russian troops"
  // "alongside the rebels": of the other state that the article speaks of
  if (!ally.definite || !stage_.grammar.is(WordClass::armed_body, ally.lemma)) return std::nullopt;
  for (const Party& country : stage_.memory.countries) {
    if (country != *claim.actor) return Named{country, ally.span};
  }
  return std::nullopt;
}

std::optional<Named> Filler::unit_of_members(std::size_t i) const {
  const Chunk& c = chunk(i);
  if (!stage_.grammar.is(WordClass::unit_member, c.lemma)) return std::nullopt;
  const bool behind = i + 2 < stage_.chunks.size() && is_word(chunk(i + 1), "of") &&
                      chunk(i + 2).kind == ChunkKind::phrase && chunk(i + 2).party;
  const Chunk& unit = behind ? chunk(i + 2) : c;
  const auto& named = behind ? unit.party : c.owner;
  if (!named) return std::nullopt;
  for (const Mention* name : unit.names) {
    if (name->span.begin < named->span.begin || name->span.end > named->span.end) continue;
    const auto* body = std::get_if<Organization>(&name->value);
    const bool armed = body != nullptr && body->kind == "armed group";
    if (armed || std::holds_alternative<MilitaryUnit>(name->value)) return named;
  }
  return std::nullopt;
}

bool Filler::enters_state() const {
  // "entered Libya", "entered Ukrainian cities"; not "entered Russian positions", "the war in Yemen"
  const auto& into = get(roles_, "target");
  return std::any_of(into.begin(), into.end(), [&](std::size_t i) {
    if (stage_.grammar.is(WordClass::struck, chunk(i).lemma)) return false;
    return state_where(stage_, i) || !chunk(i).of.empty() ||
           stage_.grammar.is(WordClass::place, chunk(i).lemma);
  });
}

void Filler::put_strength(Claim& claim, std::size_t people) const {
  // "increased its troops in Libya to 5,000": the figure that they come to
  const std::size_t count = get(roles_, "count").front();
  if (claim.quantity || !is_count(chunk(count))) return;
  set_quantity(claim, count);
  if (claim.quantity && claim.quantity->unit.empty()) claim.quantity->unit = chunk(people).lemma;
}

bool Filler::names_unit(const Chunk& c) {
  return std::any_of(c.names.begin(), c.names.end(), [&](const Mention* name) {
    return std::holds_alternative<MilitaryUnit>(name->value) && name->span.contains(c.head_span);
  });
}

std::string Filler::class_of_people(std::size_t i) const {
  const Chunk& c = chunk(i);
  if (c.stands_for < stage_.chunks.size() && c.stands_for != i) {
    // "Wagner's men, of whom 2,000 were in Libya": of the class of the whole
    if (std::string whole = class_of_people(c.stands_for); !whole.empty()) return whole;
  }
  std::string klass = class_of(stage_.grammar, c);
  if ((klass.empty() || klass == "people") && unit_of_members(i)) return "troops";
  const bool nationals = klass == "people" && c.item_class == "people" && c.item_id.empty() &&
                         c.owner && stage_.memory.people &&
                         stage_.memory.people->actor == c.owner->party;
  if (nationals) return stage_.memory.people->type == "labor" ? "workers" : "troops";
  if (klass == "people" && c.quantity != nullptr &&
      (c.lemma == "man" || c.lemma == "men" || c.lemma == "person" || c.lemma == "people")) {
    // "a second deployment of 300 men": soldiers where soldiers were spoken of
    const bool workers = stage_.memory.people && stage_.memory.people->type == "labor";
    klass = workers ? "workers" : "troops";
  }
  if (klass.empty() && is_count(c))
    klass = class_of_unit(std::get<Quantity>(c.quantity->value).unit);
  if (klass.empty() && is_count(c) && recent_people() &&
      std::get<Quantity>(c.quantity->value).unit.empty())
    klass = stage_.memory.people->type == "labor" ? "workers" : "troops";
  if (klass.empty() && leans_on_people(i)) klass = stage_.memory.people_class;
  if (klass.empty() && names_unit(c)) return "unit";
  return klass;
}

std::string_view Filler::class_by_purpose(std::size_t i) const {
  const Chunk& c = chunk(i);
  const bool somebody = c.item_class == "people" || (is_count(c) && c.of.empty());
  const bool men = c.quantity == nullptr && (c.head == "men" || c.head == "people") && c.definite;
  if (!somebody || (c.quantity == nullptr && !men)) return {};
  for (std::size_t k = std::max(i, trigger_) + 1; k < stage_.chunks.size() && k < trigger_ + 7;
       ++k) {
    const Chunk& deed = chunk(k);
    if (deed.kind != ChunkKind::verb) continue;
    if (deed.voice != Voice::infinitive) return {};
    if (stage_.grammar.is(WordClass::soldiering, deed.lemma)) return "troops";
    const Chunk* helped = k + 1 < stage_.chunks.size() ? &chunk(k + 1) : nullptr;
    if (stage_.grammar.is(WordClass::support_verb, deed.lemma) && helped != nullptr &&
        (stage_.grammar.is(WordClass::army, helped->lemma) || helped->item_class == "troops" ||
         stage_.grammar.is(WordClass::armed_body, helped->lemma)))
      return "troops";  // "the men whom it sent to help the Russian army"
    const auto& frames = stage_.grammar.frames("verb", deed.lemma);
    const bool works = std::any_of(frames.begin(), frames.end(), [](const Frame* frame) {
      return frame->id == "labor.work" || frame->id == "labor.toil";
    });
    return works && !men ? "workers" : "";
  }
  return {};
}

std::string Filler::class_of_unit(std::string_view unit) const {
  if (unit.empty()) return {};
  const Table& items = stage_.grammar.lexicons().table("items");
  for (const Row& row : items.rows) {
    const std::string& klass = items.cell(row, "class");
    if (klass != "troops" && klass != "workers") continue;
    for (const std::string_view form : items.list(row, "forms")) {
      if (form == unit) return klass;
    }
  }
  return {};
}

bool Filler::leans_on_people(std::size_t i) const {
  const Chunk& c = chunk(i);
  if (!is_count(c) || !stage_.memory.people_item) return false;
  if (!std::get<Quantity>(c.quantity->value).unit.empty()) return false;
  const bool of_them =
      i + 2 < stage_.chunks.size() && chunk(i + 1).word == "of" && chunk(i + 2).head == "them";
  const std::size_t now = stage_.reading.sentence;
  return of_them && stage_.memory.people_sentence + 1 >= now;
}

bool Filler::is_count(const Chunk& c) const {
  const bool noun = !c.item_class.empty() && c.meant == nullptr;
  if (c.quantity == nullptr || noun || c.weapon != nullptr) return false;
  if (c.head == "more" || c.head == "others") return true;  // "over 3,000 more"
  return c.head_span.begin >= c.quantity->span.begin && c.head_span.end <= c.quantity->span.end;
}

bool Filler::recent_people() const {
  const auto& people = stage_.memory.people;
  if (!people) return false;
  const auto& sentences = stage_.doc.sentences;
  const std::size_t now = stage_.reading.sentence;
  const std::size_t since = sentences[now > 0 ? now - 1 : 0].span.begin;
  if (people->evidence.bytes.begin < since) return false;
  return !stage_.memory.deed ||
         stage_.memory.deed->evidence.bytes.begin <= people->evidence.bytes.begin;
}

}  // namespace msmt
