/// Counts and waves of people: who is meant where a figure or an ordinal stands alone.
#include <algorithm>
#include <array>

#include "claims/clause_words.hpp"
#include "claims/fill_people.hpp"
#include "claims/filler.hpp"

namespace msmt {

namespace {

/// "Turkish forces", "its 5th Brigade": armed forces by their name.
bool names_unit(const Chunk& c) {
  return std::any_of(c.names.begin(), c.names.end(), [&](const Mention* name) {
    return std::holds_alternative<MilitaryUnit>(name->value) && name->span.contains(c.head_span);
  });
}

/// Class of people that a carried unit names: "worker" -> workers.
std::string class_of_unit(const Filler& f, std::string_view unit) {
  if (unit.empty()) return {};
  const Table& items = f.stage.grammar.lexicons().table("items");
  for (const Row& row : items.rows) {
    const std::string& klass = items.cell(row, "class");
    if (klass != "troops" && klass != "workers") continue;
    for (const std::string_view form : items.list(row, "forms")) {
      if (form == unit) return klass;
    }
  }
  return {};
}

/// "Malta said that 900 workers were in the country": the state that speaks, of itself.
std::optional<Named> speaking_state(const Filler& f) {
  for (std::size_t k = 1; k < f.at; ++k) {
    const Chunk& verb = f.chunk(k);
    if (verb.kind != ChunkKind::verb) continue;
    const bool says = !f.stage.grammar.cue("governor", verb.lemma).empty() &&
                      verb.voice == Voice::active && f.chunk(k - 1).country_head;
    return says ? party_of(f.stage, k - 1) : std::nullopt;
  }
  return std::nullopt;
}

}  // namespace

std::size_t people_of(const Filler& f, std::size_t i) {
  static constexpr std::array<std::string_view, 8> kOrdinals = {
      "second", "third", "another", "group", "wave", "batch", "contingent", "first"};
  const Chunk& c = f.chunk(i);
  if (c.head == "more" && c.quantity == nullptr && i > 0 && f.chunk(i - 1).quantity != nullptr)
    return i - 1;  // "thousands more were expected"
  if (c.quantity != nullptr ||
      std::find(kOrdinals.begin(), kOrdinals.end(), c.lemma) == kOrdinals.end())
    return i;
  const std::size_t of =
      i + 1 < f.stage.chunks.size() && f.chunk(i + 1).word == "," ? i + 2 : i + 1;
  if (of + 1 >= f.stage.chunks.size() || f.chunk(of).word != "of") return i;
  const Chunk& who = f.chunk(of + 1);
  return who.quantity != nullptr && (who.item_class == "troops" || who.item_class == "workers")
             ? of + 1
             : i;
}

void count_strong(const Filler& f, Claim& claim, std::size_t i) {
  if (claim.quantity) return;
  const Chunk& unit = f.chunk(i);  // "a battalion of 800"
  for (const Mention& mention : f.stage.reading.mentions) {
    const auto* count = std::get_if<Quantity>(&mention.value);
    if (count == nullptr || unit.of.empty() || mention.span != unit.of) continue;
    claim.quantity = *count;
    claim.quantity->unit = "soldier";
    add_span(claim, "quantity", mention.span);
    return;
  }
  for (std::size_t k = i + 1; k + 1 < f.stage.chunks.size() && k < i + 4; ++k) {
    const bool strong = f.chunk(k).quantity != nullptr &&
                        (f.chunk(k + 1).head == "strong" || f.chunk(k + 1).word == "strong" ||
                         f.chunk(k).head == "strong");
    if (!strong) continue;
    f.set_quantity(claim, k);
    if (claim.quantity) claim.quantity->unit = "soldier";
    return;
  }
}

std::optional<Named> there(const Filler& f) {
  for (std::size_t k = f.at + 1; k < f.stage.chunks.size() && k < f.at + 6; ++k) {
    if (f.chunk(k).kind == ChunkKind::verb || f.chunk(k).word == ";") break;
    const bool in_it = f.chunk(k).lemma == "country" && f.chunk(k).definite && !f.chunk(k).owner &&
                       !is_plural(f.chunk(k).head) && is_word(f.chunk(k - 1), "in");
    if (f.chunk(k).head != "there" && f.chunk(k).word != "there" && !in_it) continue;
    if (auto speaks = in_it ? speaking_state(f) : std::nullopt)
      return Named{speaks->party, f.chunk(k).span};
    if (recent_people(f) && f.stage.memory.people->target)
      return Named{*f.stage.memory.people->target, f.chunk(k).span};
    for (const Party& country : f.stage.memory.countries) {
      const auto doer = f.party("actor");
      if (doer && doer->party == country) continue;
      const bool named =
          std::any_of(f.stage.chunks.begin(), f.stage.chunks.end(), [&](const Chunk& c) {
            return (c.party && c.party->party == country) || (c.owner && c.owner->party == country);
          });
      if (in_it && named) continue;  // "Russian instructors in the country": in another
      return Named{country, f.chunk(k).span};
    }
  }
  return std::nullopt;
}

std::optional<Named> where_allies_fight(const Filler& f, const Claim& claim) {
  const auto& allies = get(f.roles, "ally");
  if (allies.empty()) return std::nullopt;
  const Chunk& ally = f.chunk(allies.front());
  auto owner = owner_of(f.stage, allies.front());
  if (!owner) owner = party_of(f.stage, allies.front());
  if (owner && !owner->party.iso2.empty() && owner->party != *claim.actor)
    return owner;  // "alongside Russian troops", "alongside Mali's army"
  // "alongside the rebels": of the other state that the article speaks of
  if (!ally.definite || !f.stage.grammar.is(WordClass::armed_body, ally.lemma)) return std::nullopt;
  for (const Party& country : f.stage.memory.countries) {
    if (country != *claim.actor) return Named{country, ally.span};
  }
  return std::nullopt;
}

std::optional<Named> unit_of_members(const Filler& f, std::size_t i) {
  const Chunk& c = f.chunk(i);
  if (!f.stage.grammar.is(WordClass::unit_member, c.lemma)) return std::nullopt;
  const bool behind = i + 2 < f.stage.chunks.size() && is_word(f.chunk(i + 1), "of") &&
                      f.chunk(i + 2).kind == ChunkKind::phrase && f.chunk(i + 2).party;
  const Chunk& unit = behind ? f.chunk(i + 2) : c;
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

bool enters_state(const Filler& f) {
  // "entered Libya", "entered Ukrainian cities"; not "entered Russian positions", "the war in Yemen"
  const auto& into = get(f.roles, "target");
  return std::any_of(into.begin(), into.end(), [&](std::size_t i) {
    if (f.stage.grammar.is(WordClass::struck, f.chunk(i).lemma)) return false;
    return state_where(f.stage, i) || !f.chunk(i).of.empty() ||
           f.stage.grammar.is(WordClass::place, f.chunk(i).lemma);
  });
}

void put_strength(const Filler& f, Claim& claim, std::size_t people) {
  // "increased its troops in Libya to 5,000": the figure that they come to
  const std::size_t count = get(f.roles, "count").front();
  if (claim.quantity || !is_count(f.chunk(count))) return;
  f.set_quantity(claim, count);
  if (claim.quantity && claim.quantity->unit.empty()) claim.quantity->unit = f.chunk(people).lemma;
}

std::string class_of_people(const Filler& f, std::size_t i) {
  const Chunk& c = f.chunk(i);
  if (c.stands_for < f.stage.chunks.size() && c.stands_for != i) {
    // "Wagner's men, of whom 2,000 were in Libya": of the class of the whole
    if (std::string whole = class_of_people(f, c.stands_for); !whole.empty()) return whole;
  }
  std::string klass = class_of(f.stage.grammar, c);
  if ((klass.empty() || klass == "people") && unit_of_members(f, i)) return "troops";
  const bool nationals = klass == "people" && c.item_class == "people" && c.item_id.empty() &&
                         c.owner && f.stage.memory.people &&
                         f.stage.memory.people->actor == c.owner->party;
  // "The mercenaries came by air. Some 900 Syrians went to Niger"
  if (!nationals && klass == "people" && c.item_class == "people" && c.item_id.empty() &&
      c.quantity != nullptr && f.stage.memory.people_class == "troops" &&
      f.stage.memory.people_sentence + 1 == f.stage.reading.sentence)
    return "troops";
  // "Some 5,000 Nepalis are expected at a factory"
  const auto& site = f.sides.of("at");
  if (klass == "people" && c.item_id.empty() && c.owner && f.frame.id == "people.expect" &&
      !site.empty() && f.stage.grammar.is(WordClass::place, f.chunk(site.front()).lemma))
    return "workers";
  if (nationals) return f.stage.memory.people->type == "labor" ? "workers" : "troops";
  if (klass == "people" && c.quantity != nullptr &&
      (c.lemma == "man" || c.lemma == "men" || c.lemma == "person" || c.lemma == "people")) {
    // "a second deployment of 300 men": soldiers where soldiers were spoken of
    const bool workers = f.stage.memory.people && f.stage.memory.people->type == "labor";
    klass = workers ? "workers" : "troops";
  }
  if (klass.empty() && is_count(c))
    klass = class_of_unit(f, std::get<Quantity>(c.quantity->value).unit);
  if (klass.empty() && is_count(c) && recent_people(f) &&
      std::get<Quantity>(c.quantity->value).unit.empty())
    klass = f.stage.memory.people->type == "labor" ? "workers" : "troops";
  if (klass.empty() && is_next_wave(f, i))
    klass = f.stage.memory.people->type == "labor" ? "workers" : "troops";
  if (klass.empty() && leans_on_people(f, i)) klass = f.stage.memory.people_class;
  if (klass.empty() && names_unit(c)) return "unit";
  // "Ghanaian experts were deployed to Togo"
  if ((klass.empty() || klass == "speaker") && f.frame.id == "deploy.verb" && c.owner &&
      is_plural(c.head) && f.stage.grammar.is(WordClass::specialist, c.lemma))
    return "troops";
  return klass;
}

std::string_view class_by_purpose(const Filler& f, std::size_t i) {
  const Chunk& c = f.chunk(i);
  const bool somebody = c.item_class == "people" || (is_count(c) && c.of.empty());
  const bool men = c.quantity == nullptr && (c.head == "men" || c.head == "people") && c.definite;
  const bool nationals = c.item_class == "people" && c.item_id.empty() && c.owner;
  if (!somebody || (c.quantity == nullptr && !men && !nationals)) return {};
  for (std::size_t k = std::max(i, f.at) + 1; k < f.stage.chunks.size() && k < f.at + 7; ++k) {
    const Chunk& deed = f.chunk(k);
    if (deed.kind != ChunkKind::verb) continue;
    if (deed.voice != Voice::infinitive) return {};
    if (f.stage.grammar.is(WordClass::soldiering, deed.lemma)) return "troops";
    const Chunk* helped = k + 1 < f.stage.chunks.size() ? &f.chunk(k + 1) : nullptr;
    if (f.stage.grammar.is(WordClass::support_verb, deed.lemma) && helped != nullptr &&
        (f.stage.grammar.is(WordClass::army, helped->lemma) || helped->item_class == "troops" ||
         f.stage.grammar.is(WordClass::armed_body, helped->lemma)))
      return "troops";  // "the men whom it sent to help the Russian army"
    const bool works = f.stage.grammar.evokes("verb", deed.lemma, {"labor.work", "labor.toil"});
    return works && !men ? "workers" : "";
  }
  return {};
}

bool leans_on_people(const Filler& f, std::size_t i) {
  const Chunk& c = f.chunk(i);
  if (!is_count(c) || !f.stage.memory.people_item) return false;
  if (!std::get<Quantity>(c.quantity->value).unit.empty()) return false;
  const bool of_them =
      i + 2 < f.stage.chunks.size() && f.chunk(i + 1).word == "of" && f.chunk(i + 2).head == "them";
  const std::size_t now = f.stage.reading.sentence;
  return of_them && f.stage.memory.people_sentence + 1 >= now;
}

bool comes_in_coffin(const Filler& f) {
  const auto& in = f.sides.of("in");
  return !in.empty() && f.stage.grammar.is(WordClass::coffin, f.chunk(in.front()).lemma);
}

bool is_next_wave(const Filler& f, std::size_t i) {
  static constexpr std::array<std::string_view, 5> kNext = {"second", "third", "another", "next",
                                                            "further"};
  const Chunk& c = f.chunk(i);
  const std::string before = fold(f.stage.doc.words({c.span.begin, c.head_span.begin}));
  const bool next = std::any_of(kNext.begin(), kNext.end(), [&](std::string_view word) {
    return before.find(word) != std::string::npos;
  });
  return next && c.quantity == nullptr && !c.owner && c.of.empty() && recent_people(f) &&
         f.stage.grammar.is(WordClass::wave, c.lemma);
}

bool is_count(const Chunk& c) {
  const bool noun = !c.item_class.empty() && c.meant == nullptr;
  if (c.quantity == nullptr || noun || c.weapon != nullptr) return false;
  if (c.head == "more" || c.head == "others") return true;  // "over 3,000 more"
  if (is_plural(c.head) && singular(c.head) == std::get<Quantity>(c.quantity->value).unit)
    return false;  // "30 tickets": a noun of its own, which no list has
  return c.head_span.begin >= c.quantity->span.begin && c.head_span.end <= c.quantity->span.end;
}

bool recent_people(const Filler& f) {
  const auto& people = f.stage.memory.people;
  if (!people) return false;
  const auto& sentences = f.stage.doc.sentences;
  const std::size_t now = f.stage.reading.sentence;
  const std::size_t since = sentences[now > 0 ? now - 1 : 0].span.begin;
  if (people->evidence.bytes.begin < since) return false;
  return !f.stage.memory.deed ||
         f.stage.memory.deed->evidence.bytes.begin <= people->evidence.bytes.begin;
}

bool counted_behind(const Filler& f) {
  const auto items = f.items();
  if (f.frame.id != "people.be" || items.empty() || f.trigger().voice != Voice::gerund ||
      f.chunk(items.front()).lemma != "number")
    return false;
  for (std::size_t k = f.at + 1; k < f.stage.chunks.size(); ++k) {
    if (!is_finite(f.chunk(k))) continue;
    return f.stage.grammar.evokes("verb", f.chunk(k).lemma, {"people.number"});
  }
  return false;
}

}  // namespace msmt
