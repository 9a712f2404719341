/// Items: what a phrase names when it is what went over, was used, signed or capped.
#include <algorithm>

#include "claims/roles.hpp"
#include "claims/ships.hpp"

namespace msmt {

namespace {

std::string slug(std::string_view text) {
  std::string out;
  for (const char c : fold(text)) {
    const bool keep = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
    if (keep) {
      out += c;
    } else if (!out.empty() && out.back() != '-') {
      out += '-';
    }
  }
  while (!out.empty() && out.back() == '-') out.pop_back();
  return out;
}

/// The last token, before `end`, of the state's name that token t begins: "Korean" of "North Korean"; t for none.
std::size_t last_of_state(const Stage& stage, std::size_t t, std::size_t end) {
  const auto& tokens = stage.reading.tokens;
  for (const Mention& mention : stage.reading.mentions) {
    if (!std::holds_alternative<Country>(mention.value) ||
        mention.span.begin != tokens[t].span.begin)
      continue;
    while (t + 1 < end && tokens[t + 1].span.end <= mention.span.end) ++t;
  }
  return t;
}

/// "the New Delhi Accords": an agreement with a capital letter, behind the name of a city.
bool names_treaty(const Stage& stage, const Chunk& chunk) {
  if (chunk.item_class != "agreement" || !chunk.owner) return false;
  const char initial = stage.doc.words(chunk.head_span).front();
  return initial >= 'A' && initial <= 'Z' &&
         !stage.grammar.capital_country(stage.doc.words(chunk.owner->span)).empty();
}

/// Ships that nobody would call by the name of others: four freighters are no tankers.
bool is_ship_of_its_kind(std::string_view lemma) {
  static constexpr std::string_view kKinds[] = {"tanker", "dhow", "ferry", "barge"};
  return std::find(std::begin(kKinds), std::end(kKinds), lemma) != std::end(kKinds);
}

/// First token of the name: past counts, articles, hedges and owners.
std::size_t name_begin(const Stage& stage, const Chunk& chunk) {
  const auto& tokens = stage.reading.tokens;
  std::size_t t = chunk.first;
  std::size_t head = chunk.last;
  for (std::size_t k = chunk.first; k < chunk.last; ++k) {
    if (tokens[k].span.begin <= chunk.head_span.begin) head = k;
  }
  // a count ends where its digits or number words end
  if (chunk.quantity != nullptr) {
    for (std::size_t k = chunk.first; k < head; ++k) {
      if (tokens[k].span.end > chunk.quantity->span.end) break;
      const bool number = tokens[k].kind == TokenKind::number ||
                          stage.grammar.is_number_word(tokens[k].folded) ||
                          tokens[k].folded == "few" || tokens[k].folded == "more" ||
                          tokens[k].folded == "additional";
      const bool closes = tokens[k].folded == ")" && t == k;  // "three (3) radars"
      if (number || closes) t = k + 1;
    }
    if (t < head && tokens[t].folded == "of") ++t;
  }
  // "French-supplied missiles", "the Turkish-trained brigade": who gave or trained them is no part
  for (std::size_t k = t + 2; k < head; ++k) {
    const bool given =
        stage.grammar.is(WordClass::provided, tokens[k].folded) || tokens[k].folded == "trained";
    if (given && tokens[k].glued && tokens[k - 1].folded == "-") t = k + 1;
  }
  // "the U.N.-backed embargo": whose plan it is stays in the name
  const std::size_t sponsor = t + (stage.grammar.is_determiner(tokens[t].folded) ? 1 : 0);
  const bool sponsored = sponsor + 2 < head && tokens[sponsor + 1].folded == "-" &&
                         tokens[sponsor + 1].glued &&
                         stage.grammar.is(WordClass::sponsored, tokens[sponsor + 2].folded);
  if (sponsored) return sponsor;
  const bool of_treaty = names_treaty(stage, chunk);
  while (t < head) {
    const std::string& word = tokens[t].folded;
    // a ship that is known for a state's has the state where its name stands
    // "the New Delhi Accords": a city names the treaty, and owns nothing
    const bool owner = chunk.owner && tokens[t].span.begin >= chunk.owner->span.begin &&
                       tokens[t].span.end <= chunk.owner->span.end &&
                       !chunk.owner->span.contains(chunk.head_span) && !of_treaty;
    const bool named = t > chunk.first && tokens[t].capital && tokens[t + 1].capital &&
                       stage.sentence().zone != Zone::headline;  // "the New York Accords"
    const bool skipped = stage.grammar.is_determiner(word) || word == "-" || word == "'s" ||
                         word == "'" ||  // "the Houthis' missiles"
                         stage.grammar.is(WordClass::any_kind, word) ||
                         // "its ally's program"
                         (t + 1 < head && tokens[t + 1].folded == "'s" &&
                          stage.grammar.is(WordClass::partner, word));
    // "Russian and Chinese ships": the adjective that shares the noun is no part of it
    const bool joins = t > chunk.first && t + 1 < head && tokens[t + 1].capital &&
                       (word == "and" || word == "or" || word == ",");
    if (joins) t = last_of_state(stage, t + 1, head);
    if (!owner && (!skipped || named) && !joins) break;
    ++t;
  }
  return t;
}

/// Whether a count stands in some words.
bool counts_in(const Stage& stage, Span words) {
  return std::any_of(
      stage.reading.mentions.begin(), stage.reading.mentions.end(), [&](const Mention& mention) {
        return std::holds_alternative<Quantity>(mention.value) && words.contains(mention.span);
      });
}

}  // namespace

Span without_count(const Stage& stage, const Chunk& chunk, Span words) {
  const auto& mentions = stage.reading.mentions;
  const auto counted = std::find_if(mentions.begin(), mentions.end(), [&](const Mention& mention) {
    return std::holds_alternative<Quantity>(mention.value) && words.contains(mention.span) &&
           mention.span.end == words.end && mention.span.begin >= words.begin;
  });
  if (counted == mentions.end() || chunk.money) return words;
  Span rest = words;
  for (const Token& token : stage.reading.tokens) {
    if (token.span.begin < words.begin || token.span.end >= words.end) continue;
    const bool owner = chunk.owner && chunk.owner->span.contains(token.span);
    const bool skipped = token.kind == TokenKind::number || owner ||
                         stage.grammar.is_determiner(token.folded) ||
                         stage.grammar.is_number_word(token.folded) || token.folded == "-" ||
                         token.folded == "(" || token.folded == ")";
    const bool named = std::any_of(mentions.begin(), mentions.end(), [&](const Mention& mention) {
      return std::holds_alternative<Weapon>(mention.value) &&
             mention.span.begin == token.span.begin;
    });
    if (named) break;  // "48 K2 tanks"
    if (!skipped) break;
    rest.begin = token.span.end;
  }
  for (const Token& token : stage.reading.tokens) {
    if (token.span.begin >= rest.begin) return {token.span.begin, rest.end};
  }
  return rest;
}

namespace {

/// "1.5 million barrels": of oil, where nothing else is said.
bool counts_oil(const Chunk& chunk) {
  constexpr double kBarrels = 1000;  // no gun barrels
  if (chunk.quantity == nullptr || chunk.lemma != "barrel" || !chunk.item_class.empty() ||
      !chunk.of.empty())
    return false;
  const auto& count = std::get<Quantity>(chunk.quantity->value);
  return count.unit == "barrel" && count.value.value_or(count.low.value_or(0)) >= kBarrels;
}

}  // namespace

std::string class_of(const Grammar& grammar, const Chunk& chunk) {
  // "two battalions of S-400 systems" are systems
  if (chunk.item_class == "troops" && chunk.of_class == "arms" && chunk.of_weapon != nullptr)
    return "arms";
  // "the plans of the drone": how it is made
  if (chunk.lemma == "plan" && is_plural(chunk.head) && chunk.of_class == "arms") return "knowhow";
  if (!chunk.of_class.empty() &&
      (chunk.item_class.empty() || grammar.is(WordClass::portion, chunk.lemma)))
    return chunk.of_class;
  if (chunk.item_class == "people" && chunk.of_class == "troops") return "troops";
  // "men of its 11th Corps"
  const bool of_unit =
      chunk.item_class == "people" && is_plural(chunk.head) && !chunk.of.empty() &&
      std::any_of(chunk.names.begin(), chunk.names.end(), [&](const Mention* name) {
        return std::holds_alternative<MilitaryUnit>(name->value) && chunk.of.contains(name->span);
      });
  if (of_unit) return "troops";
  // "a covert programme worth $14 million"
  if (chunk.item_class == "program" && chunk.money) return "money";
  // "a package worth 16 billion crowns", but "a $1 billion arms package"
  if (chunk.money && (chunk.lemma == "package" || chunk.lemma == "tranche") && chunk.of.empty() &&
      chunk.before.find("arms") == std::string::npos &&
      chunk.before.find("weapon") == std::string::npos)
    return "money";
  // "a package of sanctions relief", "a package of reforms": of what nobody sends
  if (chunk.item_class == "aid" && !chunk.of.empty() && !chunk.money &&
      (chunk.lemma == "package" || chunk.lemma == "tranche") &&
      (chunk.of_class.empty() || chunk.of_class == "measure"))
    return "";
  if (!chunk.item_class.empty()) return chunk.item_class;
  if (chunk.money && chunk.of_class.empty()) return "money";
  if (counts_oil(chunk)) return "fuel";
  return chunk.item_class;
}

Item item_of(const Stage& stage, const Chunk& chunk) {
  if (chunk.stands_for < stage.chunks.size()) return item_of(stage, stage.chunks[chunk.stands_for]);
  if (chunk.meant != nullptr) return chunk.meant->item;
  if (counts_oil(chunk)) {
    // the oil that was told of last: "refined petroleum"
    const auto said = stage.memory.recent();
    const auto fuel = std::find_if(said.rbegin(), said.rend(), [](const Claim& claim) {
      return claim.item && claim.item->category == "fuel";
    });
    if (fuel != said.rend()) return *fuel->item;
    return Item{"oil", "fuel", "", stage.grammar.path("crude-oil")};
  }
  Item item;
  const auto& tokens = stage.reading.tokens;
  const std::string_view of_text = stage.doc.words(chunk.of);
  const bool points = of_text.starts_with("that ") || of_text.starts_with("this ");
  const bool of_names = !chunk.of.empty() && !points &&
                        chunk.of_class != "measure" &&  // "the 18th package of sanctions"
                        (stage.grammar.is(WordClass::portion, chunk.lemma) ||
                         chunk.item_class.empty() || chunk.item_class == "container");
  const Mention* weapon =
      chunk.weapon != nullptr ? chunk.weapon : (of_names ? chunk.of_weapon : nullptr);
  std::size_t begin = name_begin(stage, chunk);
  if (begin >= chunk.last) begin = chunk.last - 1;
  Span span{tokens[begin].span.begin, chunk.span.end};
  if (of_names && chunk.item_class != "container") {
    span = without_count(stage, chunk, chunk.of);
  } else {
    // "a grant of $5 million", "a brigade of 4,800 soldiers"
    const bool counted_behind =
        !chunk.of.empty() && chunk.item_class != "container" && counts_in(stage, chunk.of);
    // "wallets worth $3 million"
    const bool worth = chunk.quantity != nullptr && chunk.of.empty() &&
                       chunk.quantity->span.begin > chunk.head_span.end;
    if (counted_behind || worth) span.end = chunk.head_span.end;
  }
  item.name = quote(stage.doc, span);
  for (const std::string_view article : {"the ", "its ", "their ", "The "}) {
    if (item.name.starts_with(article)) item.name.erase(0, article.size());
  }
  std::erase(item.name, '"');  // of "defensive" missiles
  if (weapon != nullptr) {
    const auto& value = std::get<Weapon>(weapon->value);
    item.category = value.category;
    item.weapon = value.system;
  }
  const std::string id = chunk.item_class == "container"    ? std::string("container")
                         : of_names && !chunk.of_id.empty() ? chunk.of_id
                                                            : chunk.item_id;
  if (const std::string name = ship_name(stage, chunk); !name.empty()) {
    item.key = slug(name) + "<" + stage.grammar.path(id);  // two ships are two means of transport
  } else if (id == "ship" && is_ship_of_its_kind(chunk.lemma)) {
    item.key = chunk.lemma + "<" + stage.grammar.path(id);
  } else if (!item.weapon.empty()) {
    item.key = slug(item.weapon) + "<" + slug(item.category);
  } else if (id == "arms" && weapon != nullptr && !item.category.empty()) {
    // "anti-tank weapons" are weapons of one kind
    const std::string kind = slug(item.category);
    item.key = stage.grammar.path(kind);
    if (item.key.empty() || item.key == kind) item.key = kind + "<" + stage.grammar.path(id);
  } else if (!id.empty()) {
    item.key = stage.grammar.path(id);
  } else if (weapon != nullptr) {
    item.key = slug(item.category);
  } else {
    item.key = slug(chunk.lemma);
  }
  if (item.category.empty()) {
    item.category = chunk.item_class == "container" && !chunk.of_class.empty()
                        ? chunk.of_class
                        : class_of(stage.grammar, chunk);
    if (item.category == "deed") item.category.clear();
  }
  return item;
}

}  // namespace msmt
