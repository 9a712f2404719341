#include "claims/lists.hpp"

#include <algorithm>

#include "claims/clause_words.hpp"
#include "claims/list_goods.hpp"
#include "claims/relative.hpp"
#include "claims/remember.hpp"
#include "claims/roles.hpp"
#include "claims/sentence_claims.hpp"

namespace msmt {

bool bulleted(const Document& doc, Span sentence) {
  std::size_t begin = sentence.begin;
  while (begin > 0 && doc.bytes[begin - 1] != '\n') --begin;
  std::string_view mark = doc.words({begin, sentence.begin});
  while (!mark.empty() && (mark.front() == ' ' || mark.front() == '\t')) mark.remove_prefix(1);
  while (!mark.empty() && (mark.back() == ' ' || mark.back() == '\t')) mark.remove_suffix(1);
  static constexpr std::string_view kMarks[] = {"*",      "-",      "+",      "\u2022",
                                                "\u2013", "\u2014", "\u00b7", "\u25cf"};
  return std::find(std::begin(kMarks), std::end(kMarks), mark) != std::end(kMarks);
}

namespace {

/// "assistance committed to Kyiv", "the package announced today": what was given a word for has not gone.
bool leaves_open(const Grammar& grammar, const Chunk& verb) {
  const bool announced = verb.lemma == "announce" && verb.voice == Voice::participle;
  const bool planned =
      std::any_of(verb.chain.begin(), verb.chain.end(), [&](const std::string& lemma) {
        return grammar.cue("chain", lemma) == "planned";  // "plans to send"
      });
  return !verb.negated && (announced || planned || grammar.is(WordClass::promise, verb.lemma) ||
                           grammar.is(WordClass::let_go, verb.lemma));
}

}  // namespace

bool ListReader::read(const Stage& stage, std::vector<Claim>& out) {
  const auto& chunks = stage.chunks;
  if (chunks.empty()) return false;
  const bool colon = stage.doc.words(stage.sentence().span).ends_with(":");
  const bool bullet = bulleted(stage.doc, stage.sentence().span);
  bool finite = false;
  const bool adjective = bullet && leads_as_adjective(stage);
  for (std::size_t i = adjective ? 1 : 0; i < chunks.size(); ++i) {
    // what stands behind "(", ";" or "which" is said of the item
    if (is_word(chunks[i], "(") || is_word(chunks[i], ";") || is_word(chunks[i], "which")) break;
    finite = finite || is_finite(chunks[i]);
  }
  if (colon || stage.doc.words(stage.sentence().span).ends_with("?")) {
    open_header(stage);
    return false;
  }
  if (finite) {
    if (!bullet) header_.reset();
    return false;
  }
  // a line without a bullet is a heading before one, and behind one where no mark ends it: "Air defence"
  const std::size_t now = stage.reading.sentence;
  const auto bulleted_at = [&](std::size_t i) {
    return i < stage.doc.sentences.size() && bulleted(stage.doc, stage.doc.sentences[i].span);
  };
  const char end = stage.doc.words(stage.sentence().span).back();
  const bool marked = end == '.' || end == ';' || end == ',';
  const bool heads = bulleted_at(now + 1) || (now > 0 && bulleted_at(now - 1) && !marked);
  if (header_ && !bullet && heads) return true;
  const std::optional<Claim>& header = header_ || !bullet ? header_ : overview_;
  if (!header || (chunks.front().kind != ChunkKind::phrase && !adjective)) return false;
  if (contributed(stage, *header, out)) return true;
  if (bullet && labelled(stage, *header, out)) return true;
  const std::size_t before = out.size();
  items(stage, *header, out);
  if (out.size() == before) return false;
  priced(stage, *header, out);
  return true;
}

void ListReader::items(const Stage& stage, const Claim& header, std::vector<Claim>& out) {
  const auto& chunks = stage.chunks;
  for (const ListedItem& listed : listed_goods(stage, bulleted(stage.doc, stage.sentence().span))) {
    const Chunk& first = chunks[listed.first];
    const Chunk& noun = chunks[listed.noun];
    Claim claim = header;
    if (listed.klass == "money") claim.type = "finance";
    if (listed.klass == "knowhow") claim.type = "technology";
    claim.evidence = {};
    claim.evidence.rule = "list.item";
    claim.item = item_of_listed(stage, listed);
    claim.evidence.spans.emplace_back("item", Span{first.span.begin, noun.span.end});
    if (first.quantity != nullptr) {
      claim.quantity = std::get<Quantity>(first.quantity->value);
      if (listed.first < listed.noun) claim.quantity->unit = noun.lemma;
      claim.part = is_part(stage.doc.words(first.span));
      claim.evidence.spans.emplace_back("quantity", first.quantity->span);
    }
    for (std::size_t k = listed.noun + 1; k < chunks.size(); ++k) {
      if (chunks[k].kind != ChunkKind::date) continue;
      const auto& date = std::get<Date>(chunks[k].date->value);
      if (!date.edtf.empty() || waits_for_anchor(date)) claim.period = date;
    }
    if (listed.klass == "money") name_purpose(stage, listed.noun, claim);
    place(stage.doc, claim, stage.sentence().span);
    remember(stage.memory, claim);
    out.push_back(std::move(claim));
  }
}

void ListReader::name_purpose(const Stage& stage, std::size_t sum, Claim& claim) {
  const auto& chunks = stage.chunks;
  for (std::size_t k = sum + 1; k + 1 < chunks.size() && k < sum + 3; ++k) {
    const bool aims = is_word(chunks[k], "for") || is_word(chunks[k], "under") ||
                      is_word(chunks[k], "to") || is_word(chunks[k], "towards");
    if (!aims || chunks[k + 1].kind != ChunkKind::phrase) continue;
    claim.item->name = item_of(stage, chunks[k + 1]).name;
    return;
  }
}

bool ListReader::labelled(const Stage& stage, const Claim& header, std::vector<Claim>& out) {
  const auto& chunks = stage.chunks;
  std::size_t colon = 1;
  while (colon < chunks.size() && colon < 6 && !is_word(chunks[colon], ":")) ++colon;
  if (colon + 1 >= chunks.size() || !is_word(chunks[colon], ":")) return false;
  const Chunk& count = chunks[colon + 1];
  if (count.kind != ChunkKind::phrase || count.quantity == nullptr || count.money) return false;
  const auto is_goods = [&](const Chunk& chunk) {
    return is_listed_class(class_of(stage.grammar, chunk));
  };
  const Chunk& label = chunks[colon - 1];
  if (label.kind != ChunkKind::phrase || (!is_goods(label) && !is_goods(count))) return false;
  Claim claim = header;
  claim.evidence = {};
  claim.evidence.rule = "list.labelled";
  const Chunk& named = is_goods(count) ? count : label;
  claim.item = item_of(stage, named);
  if (!is_goods(count) && colon > 1)
    claim.item->name = quote(stage.doc, {chunks.front().span.begin, label.span.end});
  claim.evidence.spans.emplace_back("item", named.span);
  claim.quantity = std::get<Quantity>(count.quantity->value);
  if (claim.quantity->unit.empty()) claim.quantity->unit = label.lemma;
  claim.evidence.spans.emplace_back("quantity", count.quantity->span);
  const Chunk* date = nullptr;
  for (std::size_t k = colon + 2; k < chunks.size() && date == nullptr; ++k) {
    if (chunks[k].kind == ChunkKind::phrase || is_word(chunks[k], ",")) break;
    if (chunks[k].kind == ChunkKind::date) date = &chunks[k];
  }
  if (date != nullptr) {
    const auto& value = std::get<Date>(date->date->value);
    if (!value.edtf.empty() || waits_for_anchor(value)) claim.period = value;
  }
  place(stage.doc, claim, stage.sentence().span);
  remember(stage.memory, claim);
  out.push_back(std::move(claim));
  return true;
}

bool ListReader::contributed(const Stage& stage, const Claim& header, std::vector<Claim>& out) {
  const auto& chunks = stage.chunks;
  if (!stage.grammar.is(WordClass::gift, chunks.front().lemma)) return false;
  for (std::size_t i = 1; i < chunks.size(); ++i) {
    const Chunk& sum = chunks[i];
    if (!sum.money || !is_word(chunks[i - 1], "(")) continue;
    Claim claim = header;
    claim.type = "finance";
    claim.evidence = {};
    claim.evidence.rule = "list.sum";
    claim.item = item_of(stage, chunks.front());
    claim.target.reset();
    for (std::size_t k = 1; k + 1 < i; ++k) {
      if (!is_word(chunks[k], "to") && !is_word(chunks[k], "for")) continue;
      if (const auto named = party_of(stage, k + 1)) {
        claim.target = named->party;
      } else if (chunks[k + 1].kind == ChunkKind::phrase) {
        claim.item->name += " " + chunks[k].word + " " + item_of(stage, chunks[k + 1]).name;
      }
      break;
    }
    claim.evidence.spans.emplace_back("item", chunks.front().span);
    claim.quantity = std::get<Quantity>(sum.quantity->value);
    claim.evidence.spans.emplace_back("quantity", sum.quantity->span);
    place(stage.doc, claim, stage.sentence().span);
    out.push_back(std::move(claim));
    return true;
  }
  return false;
}

void ListReader::priced(const Stage& stage, const Claim& header, std::vector<Claim>& out) const {
  const auto& chunks = stage.chunks;
  for (std::size_t i = 1; i < chunks.size(); ++i) {
    const Chunk& verb = chunks[i];
    if (verb.voice != Voice::participle ||
        (verb.lemma != "buy" && verb.lemma != "purchase" && verb.lemma != "acquire"))
      continue;
    const Sides sides = constructions_.read(chunks, i);
    if (sides.of("from").empty() || sides.of("for").empty()) continue;
    const Chunk& sum = chunks[sides.of("for").front()];
    const auto seller = party_of(stage, sides.of("from").front());
    if (!sum.money || !seller || !header.actor || seller->party == *header.actor) continue;
    Claim claim = header;
    claim.type = "finance";
    claim.evidence = {};
    claim.evidence.rule = "list.price";
    claim.target = seller->party;
    claim.item = item_of(stage, chunks.front());
    claim.item->name = "payment for " + claim.item->name;
    claim.item->category = "money";
    claim.item->weapon.clear();
    claim.quantity = std::get<Quantity>(sum.quantity->value);
    claim.evidence.spans.emplace_back("item", chunks.front().span);
    claim.evidence.spans.emplace_back("quantity", sum.quantity->span);
    claim.evidence.spans.emplace_back("target", seller->span);
    place(stage.doc, claim, stage.sentence().span);
    out.push_back(std::move(claim));
    return;
  }
}

void ListReader::note_overview(const std::vector<Claim>& claims) {
  for (const Claim& claim : claims) {
    // "Russia agreed to sell Mali the following weapons:": what the header itself tells
    if (header_ && claim.type == header_->type && claim.actor && claim.target &&
        claim.evidence.bytes == header_->evidence.bytes &&
        (!header_->actor || header_->actor == claim.actor) &&
        (!header_->target || header_->target == claim.target)) {
      header_->actor = claim.actor;
      header_->target = claim.target;
      header_->certainty = claim.certainty;
    }
    if (claim.type != "transfer" || !claim.actor || !claim.target || !claim.item || claim.quantity)
      continue;
    const std::string_view key = claim.item->key;
    if (key.starts_with("goods") || key.starts_with("military-supplies") ||
        key.starts_with("aid") || key.starts_with("arms") || key.starts_with("military")) {
      overview_ = claim;
      overview_->repeat_of = Claim::npos;
      overview_->attribution.clear();
      overview_->period.reset();
    }
  }
}

void ListReader::date_items(const Chunk& chunk, Claim& header) {
  // "Delivered since 24 February 2022:": a span of time holds for each item
  const auto& date = std::get<Date>(chunk.date->value);
  const bool spans = date.edtf.find('/') != std::string::npos;
  if (spans && !header.period) header.period = date;
}

namespace {

/// "The following have been delivered to Ukraine:" on the page of one giver: who alone was told to give or train so
/// far, and nobody else; nullopt for several.
std::optional<Party> only_giver(const Stage& stage, const Party& taker) {
  std::optional<Party> giver;
  for (const Claim& claim : stage.memory.recent()) {
    const bool gives =
        claim.type == "transfer" || claim.type == "finance" || claim.type == "training";
    if (!gives || !claim.actor || claim.actor->iso2.empty() || *claim.actor == taker) continue;
    if (giver && *giver != *claim.actor) return std::nullopt;
    giver = claim.actor;
  }
  return giver;
}

}  // namespace

void ListReader::open_header(const Stage& stage) {
  const auto& chunks = stage.chunks;
  Claim header;
  header.type = "transfer";
  bool gives = false;
  bool planned = false;
  for (std::size_t i = 0; i < chunks.size(); ++i) {
    const Chunk& chunk = chunks[i];
    if (chunk.kind == ChunkKind::verb) {
      const bool takes = grammar_.evokes("verb", chunk.lemma, {"get.receive"});
      const auto& frames = grammar_.frames("verb", chunk.lemma);
      gives = gives || takes || grammar_.evokes("verb", chunk.lemma, {"more.include"}) ||
              std::any_of(frames.begin(), frames.end(),
                          [](const Frame* frame) { return frame->id.starts_with("give."); });
      const Sides sides = constructions_.read(chunks, i);
      for (const auto& [side, field] :
           {std::pair("to", &Claim::target), std::pair("from", &Claim::actor),
            std::pair("subj", takes ? &Claim::target : &Claim::actor)}) {
        if (sides.of(side).empty()) continue;
        if (const auto named = party_of(stage, sides.of(side).front()))
          header.*field = named->party;
      }
      // "plans to send Ukraine:"
      const auto& object = sides.of("obj");
      const bool second = std::any_of(frames.begin(), frames.end(), [](const Frame* frame) {
        return frame->type == "*" && frame->role("second") == "target";
      });
      if (!header.target && second && object.size() == 1 && chunks[object.front()].country_head)
        header.target = chunks[object.front()].party->party;
      planned = planned || !chunk.modals.empty() || leaves_open(grammar_, chunk);
    }
    if (chunk.kind == ChunkKind::date) date_items(chunk, header);
    if (chunk.kind != ChunkKind::phrase) continue;
    if (grammar_.is(WordClass::plan, chunk.lemma)) planned = true;
    if (!header.actor && chunk.owner &&
        (chunk.item_class == "aid" || chunk.item_id == "military-supplies")) {
      // "previous Danish assistance committed to Ukraine includes:"
      if (const auto giver = owner_of(stage, i); giver && !giver->party.iso2.empty())
        header.actor = giver->party;
    }
    // "announces a package …. The package includes:"
    const auto& deed = stage.memory.deed;
    if (chunk.definite && chunk.item_class == "aid" && deed &&
        deed->certainty == Certainty::planned)
      planned = true;
    gives = gives || !grammar_.frames("noun", chunk.lemma).empty() || chunk.item_class == "aid" ||
            chunk.item_id == "military-supplies" || chunk.lemma == "capability" || planned;
  }
  if (!gives) return;
  if (!stage.memory.pairs.empty()) {
    if (!header.actor && (!header.target || *header.target == stage.memory.pairs.front().second))
      header.actor = stage.memory.pairs.front().first;
    if (!header.target && header.actor == stage.memory.pairs.front().first)
      header.target = stage.memory.pairs.front().second;
  }
  if (!header.actor && header.target) header.actor = only_giver(stage, *header.target);
  if (!header.actor && !header.target) return;
  const std::string said = fold(stage.doc.words(stage.sentence().span));
  if (!header.period && said.find("since then") != std::string::npos &&
      !stage.memory.said.empty() && stage.memory.said.back().target == header.target)
    header.period = stage.memory.said.back().period;  // "has provided … since 2022"
  if (planned) header.certainty = Certainty::planned;
  header.evidence.bytes = stage.sentence().span;
  header_ = header;
}

}  // namespace msmt
