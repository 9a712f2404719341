#include "claims/refer.hpp"

#include <algorithm>
#include <string_view>

#include "claims/roles.hpp"

namespace msmt {

namespace {

/// Classes whose members are counted and handed on.
bool can_be_meant(std::string_view klass) {
  return is_people(klass) || klass == "arms" || klass == "goods" || klass == "parts" ||
         klass == "vehicle";
}

/// "of them", "of these", "of those" behind a part; not "of them children", where a noun follows.
bool is_of_those(const std::vector<Chunk>& chunks, std::size_t i) {
  if (i + 1 >= chunks.size() || !is_word(chunks[i], "of")) return false;
  const Chunk& whole = chunks[i + 1];
  const bool those = whole.head == "these" || whole.head == "those";
  if (whole.kind != ChunkKind::phrase || (!those && whole.head != "them") ||
      whole.first + 1 != whole.last)
    return false;
  if (i + 2 >= chunks.size()) return true;
  const Chunk& next = chunks[i + 2];
  if (next.kind == ChunkKind::phrase) return false;
  // "of those originally deployed", "of those who fought": whom the words behind describe
  const bool finite = next.voice == Voice::active || next.voice == Voice::passive;
  return !those || finite || next.kind == ChunkKind::date || next.word == "," || next.word == ".";
}

/// Several things, or a kind of thing: "drones", "the Akinci drone".
bool names_kind(const Chunk& chunk) { return is_plural(chunk.head) || chunk.quantity != nullptr; }

/// The noun before chunk `part` in its sentence that a part of it can mean: the nearest one of a verb
/// before; the number of chunks for none.
std::size_t noun_before(const std::vector<Chunk>& chunks, std::size_t part) {
  bool verb = false;
  bool subject = part > 0 && chunks[part - 1].kind == ChunkKind::verb;  // of its verb: no whole
  for (std::size_t k = part; k > 0; --k) {
    const Chunk& chunk = chunks[k - 1];
    if (chunk.kind == ChunkKind::verb || is_word(chunk, ";")) verb = true;
    // "supplied Morocco with howitzers, and delivered 30 of them": the verb has no subject of its own
    if (subject && chunk.kind == ChunkKind::word) subject = false;
    if (subject && chunk.kind == ChunkKind::phrase) {
      subject = false;
      continue;
    }
    if (!verb || chunk.kind != ChunkKind::phrase || chunk.pronoun) continue;
    if (can_be_meant(chunk.item_class) && names_kind(chunk) && !is_bare_part(chunk) &&
        !is_fate(chunk))
      return k - 1;
  }
  return chunks.size();
}

/// A bare count as the object of a verb of goods or people: "has sent 500,000", "wounded 12".
bool counts_object(const Grammar& grammar, const std::vector<Chunk>& chunks, std::size_t i) {
  const Chunk& chunk = chunks[i];
  // "sold it some", "lent them two": behind who takes them
  const bool second = i > 1 && chunks[i - 1].pronoun && chunks[i - 2].kind == ChunkKind::verb;
  // "denied having sent any"
  const bool any = chunk.head == "any" && chunk.first + 1 == chunk.last;
  const bool some = (second && chunk.head == "some") || any;
  if (i == 0 || (chunk.quantity == nullptr && !some) || chunk.money) return false;
  if (!some && !std::get<Quantity>(chunk.quantity->value).unit.empty()) return false;
  const Chunk& verb = chunks[second ? i - 2 : i - 1];
  if (verb.kind != ChunkKind::verb || verb.voice != Voice::active) return false;
  const bool alone = i + 1 >= chunks.size() || chunks[i + 1].kind == ChunkKind::date ||
                     (chunks[i + 1].kind == ChunkKind::word && !is_word(chunks[i + 1], "of"));
  const auto& frames = grammar.frames("verb", verb.lemma);
  return alone && std::any_of(frames.begin(), frames.end(), [](const Frame* frame) {
           return (frame->type == "*" || frame->type == "casualties" ||
                   frame->type == "training") &&
                  frame->role("obj") == "item";
         });
}

Span last_word(const Stage& stage, Span words) {
  const std::string_view text = stage.doc.words(words);
  const std::size_t space = text.find_last_of(' ');
  if (space == std::string_view::npos) return words;
  return {words.end - (text.size() - space - 1), words.end};
}

/// What one of the things that a phrase names is called: "drone", of "production of the Akinci drone".
std::string unit_of(const Stage& stage, const Chunk& chunk) {
  if (chunk.item_class == class_of(stage.grammar, chunk) || chunk.of.empty()) return chunk.lemma;
  return singular(fold(stage.doc.words(last_word(stage, chunk.of))));
}

/// "A first batch of 38": a lot of things that it has no noun for.
bool is_lot(const Grammar& grammar, const Chunk& chunk) {
  return chunk.kind == ChunkKind::phrase && chunk.quantity != nullptr && !chunk.money &&
         grammar.is(WordClass::wave, chunk.lemma) && chunk.item_class.empty() &&
         chunk.of_class.empty() && !chunk.owner && chunk.span.end == chunk.quantity->span.end;
}

/// A bare count as the subject of what is done with goods: "The first two arrived in August".
bool counts_subject(const Grammar& grammar, const std::vector<Chunk>& chunks, std::size_t i) {
  const Chunk& chunk = chunks[i];
  if (chunk.quantity == nullptr || chunk.money || i + 1 >= chunks.size()) return false;
  if (!is_lot(grammar, chunk) && !std::get<Quantity>(chunk.quantity->value).unit.empty())
    return false;
  // "Kyodo said that around 400 had been shipped by Syria"
  const bool told =
      i > 0 && is_word(chunks[i - 1], "that") && chunks[i + 1].voice == Voice::passive;
  if (!chunk.definite && !told && !is_lot(grammar, chunk)) return false;
  const bool opens = told || i == 0 || (i == 2 && chunks[0].kind == ChunkKind::date) ||
                     (i == 1 && chunks[0].kind == ChunkKind::date);
  const Chunk& verb = chunks[i + 1];
  const bool passive = verb.voice == Voice::passive;
  if (!opens || verb.kind != ChunkKind::verb || (!passive && verb.voice != Voice::active))
    return false;
  const auto& frames = grammar.frames("verb", verb.lemma);
  return std::any_of(frames.begin(), frames.end(), [&](const Frame* frame) {
    return frame->type == "*" && frame->role(passive ? "obj" : "subj") == "item";
  });
}

/// Whether a verb beside the part says that somebody was killed or caught: then it counts people.
bool harms(const Grammar& grammar, const std::vector<Chunk>& chunks, std::size_t i, bool of_them) {
  const auto hurts = [&](std::size_t k) {
    if (k >= chunks.size() || chunks[k].kind != ChunkKind::verb) return false;
    const auto& frames = grammar.frames("verb", chunks[k].lemma);
    return !frames.empty() && frames.front()->type == "casualties";
  };
  return (i > 0 && hurts(i - 1)) || hurts(of_them ? i + 3 : i + 1);
}

/// "fired them at Israel", "sent them to Mali": a pronoun as the object of a verb of goods, which names no taker.
bool is_goods_object(const Grammar& grammar, const std::vector<Chunk>& chunks, std::size_t i) {
  const Chunk& chunk = chunks[i];
  if (i == 0 || !chunk.pronoun || chunk.head != "them" || chunk.first + 1 != chunk.last)
    return false;
  const Chunk& verb = chunks[i - 1];
  if (verb.kind != ChunkKind::verb || verb.voice != Voice::active || i + 1 >= chunks.size())
    return false;
  // "shipped 2,000 tons of diesel and sold them": goods of the sentence itself
  const bool others = std::any_of(
      chunks.begin(), chunks.begin() + static_cast<std::ptrdiff_t>(i), [](const Chunk& before) {
        return before.kind == ChunkKind::phrase &&
               (can_be_meant(before.item_class) || !before.of_class.empty());
      });
  if (others) return false;
  static constexpr std::string_view kBehind[] = {"to", "at", "against", "on", "into", "for", "in"};
  const bool aimed =
      std::any_of(std::begin(kBehind), std::end(kBehind),
                  [&](std::string_view word) { return is_word(chunks[i + 1], word); });
  const auto& frames = grammar.frames("verb", verb.lemma);
  const bool taken =  // "Hezbollah received them": by whoever does so
      std::any_of(frames.begin(), frames.end(), [](const Frame* frame) {
        return frame->type == "*" && frame->role("subj") == "target" &&
               frame->role("obj") == "item";
      });
  return (aimed || taken) && std::any_of(frames.begin(), frames.end(), [](const Frame* frame) {
           return (frame->type == "*" || frame->type == "use") && frame->role("obj") == "item";
         });
}

/// "the owners of nine Russian-flagged vessels": the one state that a phrase names; nullopt for none and for several.
std::optional<Party> only_state_named(const Chunk& chunk) {
  std::optional<Party> found;
  for (const Mention* name : chunk.names) {
    const auto* country = std::get_if<Country>(&name->value);
    if (country == nullptr) continue;
    if (found) return std::nullopt;
    found = Party{country->name, country->iso2};
  }
  return found;
}

void draw_in(std::vector<Chunk>& chunks, std::size_t part) {
  Chunk& chunk = chunks[part];
  chunk.last = chunks[part + 2].last;
  chunk.span.end = chunks[part + 2].span.end;
  remove_chunks(chunks, part + 1, part + 3);
}

}  // namespace

void refer(const Grammar& grammar, const Memory& memory, std::size_t sentence,
           std::vector<Chunk>& chunks) {
  for (std::size_t i = 0; i < chunks.size(); ++i) {
    const bool known =
        memory.goods && memory.goods_sentence == sentence && !is_people(memory.goods->klass);
    if (known && is_goods_object(grammar, chunks, i)) {
      chunks[i].pronoun = false;
      chunks[i].meant = memory.goods;
      chunks[i].item_class = memory.goods->klass;
      chunks[i].lemma = memory.goods->unit;
      continue;
    }
    const bool lot = is_lot(grammar, chunks[i]);
    if ((!lot && !is_bare_part(chunks[i])) || chunks[i].stands_for != kNoChunk) continue;
    const bool of_them = is_of_those(chunks, i + 1);
    if (!of_them && !counts_object(grammar, chunks, i) && !counts_subject(grammar, chunks, i))
      continue;
    const std::size_t noun = noun_before(chunks, i);
    Chunk& part = chunks[i];
    const bool people = harms(grammar, chunks, i, of_them);
    const std::string_view klass = noun < chunks.size()      ? chunks[noun].item_class
                                   : memory.goods != nullptr ? memory.goods->klass
                                                             : std::string_view{};
    if (people && !is_people(klass)) continue;
    if (noun < chunks.size()) {
      if (!of_them && chunks[noun].quantity != nullptr) continue;  // a count beside a count
      part.stands_for = noun;
      part.item_class = chunks[noun].item_class;
      part.item_id = chunks[noun].item_id;
      part.lemma = chunks[noun].lemma;
      if (!part.owner && part.head != "any") part.owner = chunks[noun].owner;
    } else if (memory.goods && memory.goods_sentence == sentence) {
      part.meant = memory.goods;
      part.item_class = memory.goods->klass;
      part.lemma = memory.goods->unit;
      const bool others = part.head == "any";  // "has not sent any": of its own
      if (memory.goods->owner && !part.owner && !others)
        part.owner = Named{*memory.goods->owner, part.span};
    } else {
      continue;
    }
    if (lot) {
      part.head_span = part.quantity->span;
      part.of = {};
    }
    if (of_them) draw_in(chunks, i);
  }
}

void note_goods(const Stage& stage) {
  Memory& memory = stage.memory;
  std::shared_ptr<const Meant> found;
  bool several = false;
  bool goes_on = false;  // "They suffered heavy losses": still of the same
  const auto consider = [&](std::shared_ptr<const Meant> one) {
    if (found && found->item.key != one->item.key) several = true;
    // "Russian officers trained North Korean soldiers": of those who were trained
    const auto& trained = memory.training;
    if (found && !several && found->owner != one->owner && trained &&
        trained->evidence.bytes.begin == stage.sentence_begin() && trained->target == one->owner)
      found = one;
    if (!found) found = std::move(one);
  };
  // kinds with a name of their own go before "weapons" and "goods"; the plural before the singular
  for (const bool plural : {true, false}) {
    for (const bool general : {false, true}) {
      for (std::size_t i = 0; i < stage.chunks.size() && !several; ++i) {
        const Chunk& chunk = stage.chunks[i];
        goes_on = goes_on || (chunk.pronoun && (chunk.head == "they" || chunk.head == "them"));
        if (chunk.kind != ChunkKind::phrase || chunk.pronoun || chunk.person) continue;
        if (chunk.meant != nullptr) {
          if (plural && !general) consider(chunk.meant);
          continue;
        }
        const std::string klass = class_of(stage.grammar, chunk);
        const bool kind = can_be_meant(klass) && chunk.stands_for == kNoChunk && !is_fate(chunk);
        if (!kind || names_kind(chunk) != plural) continue;
        Meant meant{item_of(stage, chunk), klass, unit_of(stage, chunk), std::nullopt};
        if (meant.item.name.find_first_of("0123456789") != std::string::npos &&
            meant.item.weapon.empty())
          meant.item.name = fold(
              stage.doc.words(chunk.of.empty() ? chunk.head_span : last_word(stage, chunk.of)));
        const bool of_all = meant.item.key == "arms" || meant.item.key == "goods";
        if (of_all != general) continue;
        if (is_people(klass) || klass == "vehicle") {
          if (const auto owner = owner_of(stage, i))
            meant.owner = owner->party;
          else if (klass == "vehicle")
            meant.owner = only_state_named(chunk);
        }
        consider(std::make_shared<const Meant>(std::move(meant)));
      }
      if (found || several) break;
    }
    if (found || several) break;
  }
  const bool before = memory.goods && memory.goods_sentence == stage.reading.sentence;
  if (found || several || !goes_on || !before) memory.goods = several ? nullptr : found;
  memory.goods_sentence = stage.reading.sentence + 1;
}

}  // namespace msmt
