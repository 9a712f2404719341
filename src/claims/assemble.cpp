#include <fmt/format.h>

#include <algorithm>

#include "claims/relative.hpp"
#include "claims/roles.hpp"
#include "claims/sentence_claims.hpp"
#include "claims/speech.hpp"
#include "claims/triggers.hpp"

namespace msmt {

struct Assembler::Impl {
  const Engine& engine;
  Grammar grammar;
  Constructions constructions;
};

Assembler::Assembler(const Engine& engine)
    : impl_(
          std::make_unique<const Impl>(Impl{engine, Grammar(engine.lexicons()), Constructions()})) {
}
Assembler::~Assembler() = default;
Assembler::Assembler(Assembler&&) noexcept = default;

namespace {

class Article {
 public:
  Article(const Assembler::Impl& impl, const Document& doc, const std::vector<Reading>& readings)
      : impl_(impl), doc_(doc), readings_(readings) {
    speech_.report_owner = find_report_owner(readings);
  }

  ArticleClaims run() {
    ArticleClaims out;
    for (const Reading& reading : readings_) sentence(reading, out);
    return out;
  }

  /// Writes down what run() does with the sentences that touch a line, or with all for line 0.
  std::string explain(std::size_t line) {
    std::string text;
    ArticleClaims out;
    for (const Reading& reading : readings_) {
      const Span span = doc_.sentences[reading.sentence].span;
      const bool shown = line == 0 || (doc_.position(span.begin).line <= line &&
                                       line <= doc_.position(span.end).line);
      trace_ = shown ? &text : nullptr;
      const std::size_t before = out.claims.size();
      sentence(reading, out);
      if (!shown) continue;
      for (std::size_t i = before; i < out.claims.size(); ++i) {
        text += "  claim    " + out.claims[i].evidence.rule + ": " + print(out.claims[i]) + "\n";
      }
    }
    trace_ = nullptr;
    return text;
  }

 private:
  void sentence(const Reading& reading, ArticleClaims& out) {
    const Sentence& sentence = doc_.sentences[reading.sentence];
    const std::vector<Chunk> chunks = msmt::chunk(impl_.grammar, impl_.engine.lexicons(),
                                                  impl_.engine.vocabulary(), doc_, reading);
    std::vector<Speaker> speakers =
        find_speakers(impl_.grammar, impl_.constructions, doc_, chunks, speech_);
    const std::vector<std::string> inherited = quoted_on(sentence.span);
    Stage stage{impl_.grammar, doc_, reading, chunks, memory_};
    note_countries(chunks);
    std::vector<Claim> claims;
    note_bodies(chunks);
    if (trace_ != nullptr) trace_sentence(sentence, reading, chunks, speakers);
    if (listed(stage, sentence, out)) return;
    for (const Trigger& trigger : find_triggers(impl_.grammar, chunks)) {
      const bool noun = chunks[trigger.chunk].kind == ChunkKind::phrase;
      const bool speaks =
          std::any_of(speakers.begin(), speakers.end(),
                      [&](const Speaker& speaker) { return speaker.verb == trigger.chunk; });
      // "concluded an agreement" is no speech, "concluded that" is
      const bool has_object = trigger.chunk + 1 < chunks.size() &&
                              chunks[trigger.chunk + 1].kind == ChunkKind::phrase &&
                              chunks[trigger.chunk + 1].item_class == "agreement";
      if (speaks && !has_object) continue;
      const Sides sides = impl_.constructions.read(chunks, trigger.chunk);
      bool fired =
          false;  // a word makes claims of its first fitting frame, and of what carried the goods
      for (const Frame* frame : *trigger.frames) {
        // what carried the goods and what was paid for them are claims of their own
        if (fired && frame->type != "transport" && frame->id != "finance.price") continue;
        const bool weak_use = frame->type == "use" &&
                              chunks[trigger.chunk].kind == ChunkKind::verb &&
                              chunks[trigger.chunk].lemma == "use";
        auto certainty = certainty_of(impl_.grammar, chunks, trigger.chunk, speakers, weak_use);
        if (certainty == Certainty::denied && frame->id == "end.cease")
          certainty = Certainty::reported;  // "ceased to exist" says that it did
        if (frame->id == "people.withdraw") {
          // who is to withdraw soldiers, or will not, has them there
          const Chunk& verb = chunks[trigger.chunk];
          const bool own = !verb.chain.empty() || !verb.modals.empty() || verb.negated;
          const bool stays =
              own && (certainty == Certainty::planned || certainty == Certainty::denied);
          if (!stays) continue;
          certainty = Certainty::reported;
        }
        if (certainty == Certainty::planned && frame->id == "agree.deepen")
          certainty = Certainty::reported;  // what was agreed is planned; that it was agreed is not
        if (!certainty) {
          trace(chunks[trigger.chunk], *frame, "no statement: a question, a condition or a wish");
          continue;
        }
        if (frame->pos == "prep" && frame->type == "transport" && !moves(chunks, trigger.chunk))
          continue;
        std::string why;
        std::vector<Claim> found = fill(stage, *frame, trigger.chunk, sides, why);
        if (found.empty()) {
          trace(chunks[trigger.chunk], *frame, why.empty() ? "no role filled" : why);
          continue;
        }
        const Chunk* date = date_of(chunks, trigger.chunk, sides, noun);
        gapped(stage, trigger.chunk, found);
        compared(stage, found);
        for (Claim& claim : found) {
          deny(claim, chunks, trigger.chunk, sides);
          complete(claim, sentence);
          negate(claim, chunks, sides);
          finish(claim, *certainty, date, chunks, speakers, inherited, trigger.chunk, sentence);
          if (!is_new(claims, claim)) {
            trace(chunks[trigger.chunk], *frame, "the sentence makes this claim already");
            continue;
          }
          if (noun && (capped(claims, chunks[trigger.chunk].span) ||
                       ruled(impl_.grammar, chunks, trigger.chunk)))
            continue;
          claims.push_back(std::move(claim));
          fired = true;
          trace(chunks[trigger.chunk], *frame, "fired");
          remember(claims.back());
        }
      }
    }
    note_overview(claims);
    spread(claims, chunks);
    drop_sideless(claims);
    designated(stage, sentence, claims);
    trips(stage, sentence, claims);
    equivalents(reading, claims);
    parts(stage, sentence, claims);
    list_residue(reading, chunks, claims, speakers, out);
    for (Claim& claim : claims) out.claims.push_back(std::move(claim));
    remember_speech(chunks, speakers, inherited);
    note_people(stage);
    remember_subject(stage);
  }

  /// Numbers, dates and weapons of a sentence that none of its claims used.
  void list_residue(const Reading& reading, const std::vector<Chunk>& chunks,
                    const std::vector<Claim>& claims, const std::vector<Speaker>& speakers,
                    ArticleClaims& out) const {
    for (const Mention& mention : reading.mentions) {
      const std::string_view type = type_name(mention.value);
      if (type != "quantity" && type != "date" && type != "weapon") continue;
      const bool used = std::any_of(claims.begin(), claims.end(), [&](const Claim& claim) {
        return std::any_of(claim.evidence.spans.begin(), claim.evidence.spans.end(),
                           [&](const auto& span) {
                             return span.first != "trigger" && span.first != "attribution" &&
                                    span.second.overlaps(mention.span);
                           });
      });
      if (used) continue;
      const bool said = std::any_of(speakers.begin(), speakers.end(), [&](const Speaker& speaker) {
        if (speaker.span.overlaps(mention.span)) return true;
        // "said on Thursday": the date of the saying
        const std::size_t next = speaker.verb + 1;
        return next < chunks.size() && chunks[next].span.overlaps(mention.span);
      });
      const char* reason = said                                           ? "attribution_only"
                           : !claims.empty()                              ? "no_role"
                           : find_triggers(impl_.grammar, chunks).empty() ? "no_trigger"
                                                                          : "no_claim";
      out.residue.push_back({mention.span, std::string(type), reason});
    }
  }

  void trace(const Chunk& trigger, const Frame& frame, std::string_view outcome) const {
    if (trace_ == nullptr) return;
    *trace_ +=
        fmt::format("  frame    {} -> {}: {}\n", quote(doc_, trigger.span), frame.id, outcome);
  }

  void trace_sentence(const Sentence& sentence, const Reading& reading,
                      const std::vector<Chunk>& chunks,
                      const std::vector<Speaker>& speakers) const {
    std::string& text = *trace_;
    if (!text.empty()) text += '\n';
    text += fmt::format("{}:{}: {}\n", doc_.path, doc_.position(sentence.span.begin).line,
                        quote(doc_, sentence.span));
    for (const Mention& mention : reading.mentions) {
      text += fmt::format("  mention  {} \"{}\" {} ({})\n", type_name(mention.value),
                          quote(doc_, mention.span), msmt::print(mention.value), mention.rule);
    }
    text += "  chunks  ";
    for (const Chunk& chunk : chunks) text += " " + print(doc_, chunk);
    text += '\n';
    for (const Speaker& speaker : speakers) {
      text += fmt::format("  speaker  {} ({}{})\n", fmt::join(speaker.names, ", "),
                          to_string(speaker.certainty), speaker.before ? ", of what follows" : "");
    }
  }

  /// Items of a list under a header: "Delivered to Ukraine:" and then "18 Leopard 2 tanks". The header
  /// gives sides, verb and certainty; a sentence with a verb of its own ends the list.
  bool listed(const Stage& stage, const Sentence& sentence, ArticleClaims& out) {
    const auto& chunks = stage.chunks;
    if (chunks.empty()) return false;
    const bool colon = doc_.text(sentence.span).ends_with(":");
    const bool bullet = bulleted(sentence.span);
    bool finite = false;
    for (const Chunk& chunk : chunks) {
      // what stands behind "(", ";" or "which" is said of the item
      if (is_word(chunk, "(") || is_word(chunk, ";") || is_word(chunk, "which")) break;
      finite = finite || (chunk.kind == ChunkKind::verb && chunk.voice != Voice::participle &&
                          chunk.voice != Voice::gerund);
    }
    if (colon) {
      open_header(stage);
      return false;
    }
    if (finite) {
      if (!bullet) header_.reset();
      return false;
    }
    const std::optional<Claim>& header = header_ || !bullet ? header_ : overview_;
    if (!header || chunks.front().kind != ChunkKind::phrase) return false;
    if (contributed(stage, *header, sentence, out)) return true;
    bool any = false;
    for (std::size_t i = 0; i < chunks.size(); ++i) {
      const Chunk& chunk = chunks[i];
      if (chunk.kind == ChunkKind::word && chunk.word != "," && chunk.word != "and" &&
          chunk.word != "with" && chunk.word != "plus" && chunk.word != "as well as")
        break;
      if (chunk.kind != ChunkKind::phrase) continue;
      const std::string klass = class_of(chunk);
      const bool goods = klass == "arms" || klass == "goods" || klass == "parts" ||
                         klass == "fuel" || klass == "aid" || klass == "vehicle" ||
                         klass == "container";
      const bool money = chunk.money && !any;
      if (!goods && !money) break;
      Claim claim = *header;
      if (money) claim.type = "finance";
      claim.evidence = {};
      claim.evidence.rule = "list.item";
      claim.item = item_of(stage, chunk);
      claim.evidence.spans.emplace_back("item", chunk.span);
      if (chunk.quantity != nullptr) {
        claim.quantity = std::get<Quantity>(chunk.quantity->value);
        claim.part = is_part(doc_.text(chunk.span));
        claim.evidence.spans.emplace_back("quantity", chunk.quantity->span);
      }
      for (std::size_t k = i + 1; k < chunks.size(); ++k) {
        if (chunks[k].kind != ChunkKind::date) continue;
        const auto& date = std::get<Date>(chunks[k].date->value);
        if (!date.edtf.empty() || waits_for_anchor(date)) claim.period = date;
      }
      if (money) {
        // "$20 million for demining": what the money is for
        for (std::size_t k = i + 1; k + 1 < chunks.size() && k < i + 3; ++k) {
          const bool aims = is_word(chunks[k], "for") || is_word(chunks[k], "under") ||
                            is_word(chunks[k], "to") || is_word(chunks[k], "towards");
          if (!aims || chunks[k + 1].kind != ChunkKind::phrase) continue;
          claim.item->name = item_of(stage, chunks[k + 1]).name;
          break;
        }
      }
      place(doc_, claim, sentence.span);
      remember(claim);
      out.claims.push_back(std::move(claim));
      any = true;
      if (money) break;
    }
    if (any) priced(stage, *header, sentence, out);
    return any;
  }

  /// Whether a sentence is the heading of a section: a line of its own without a stop.
  bool heads_section(const Reading& reading) const {
    const Sentence& sentence = doc_.sentences[reading.sentence];
    const auto alone = [&](std::size_t other) {
      return other >= doc_.sentences.size() ||
             doc_.sentences[other].paragraph != sentence.paragraph;
    };
    if (!alone(reading.sentence + 1) || (reading.sentence > 0 && !alone(reading.sentence - 1)))
      return false;
    const std::string_view text = doc_.text(sentence.span);
    constexpr std::size_t kLongest = 80;
    return text.size() < kLongest &&
           std::string_view(".!?:;,\"").find(text.back()) == std::string_view::npos;
  }

  /// "DESIGNATED TODAY": whoever a paragraph of that section is about is sanctioned by the release.
  void designated(const Stage& stage, const Sentence& sentence, std::vector<Claim>& claims) {
    const auto& chunks = stage.chunks;
    if (heads_section(stage.reading)) {
      const std::string text = fold(doc_.text(sentence.span));
      const bool lists = text.find("designat") != std::string::npos ||
                         text.find("sanctioned") != std::string::npos ||
                         text.find("blacklisted") != std::string::npos;
      const bool now = text.find("today") != std::string::npos ||
                       text.find("new") != std::string::npos ||
                       text.find("actions") != std::string::npos || text.starts_with("designated");
      section_.reset();
      if (lists && now) section_ = memory_.sanction;
      return;
    }
    const std::size_t at = stage.reading.sentence;
    const bool opens = at == 0 || doc_.sentences[at - 1].paragraph != sentence.paragraph;
    if (!section_ || !opens) return;
    const bool said = std::any_of(claims.begin(), claims.end(),
                                  [](const Claim& claim) { return claim.type == "sanction"; });
    for (std::size_t i = 0; i < chunks.size(); ++i) {
      const Chunk& chunk = chunks[i];
      if (chunk.kind == ChunkKind::word && (chunk.word == "," || chunk.word == "and")) continue;
      if (chunk.kind != ChunkKind::phrase || !chunk.party || !chunk.party->party.iso2.empty())
        return;
      // a sentence that says so by its verb has made the claim
      if (said && i == 0) {
        const bool this_one = std::any_of(claims.begin(), claims.end(), [&](const Claim& claim) {
          return claim.type == "sanction" && claim.target == chunk.party->party;
        });
        if (this_one) return;
      }
      const bool apposition = i >= 2 && is_word(chunks[i - 1], ",") && !chunk.person &&
                              i + 1 < chunks.size() && is_word(chunks[i + 1], ",");
      if (apposition) return;
      Claim claim;
      claim.type = "sanction";
      claim.actor = section_->actor;
      claim.target = chunk.party->party;
      claim.period = section_->period;
      claim.evidence.rule = "section.designated";
      claim.evidence.spans.emplace_back("target", chunk.party->span);
      place(doc_, claim, sentence.span);
      remember(claim);
      claims.push_back(std::move(claim));
    }
  }

  /// "Contribution to a radar (CHF 12 million)": a line of a list that names a sum in brackets.
  bool contributed(const Stage& stage, const Claim& header, const Sentence& sentence,
                   ArticleClaims& out) {
    const auto& chunks = stage.chunks;
    static constexpr std::string_view kGifts[] = {"contribution", "support",   "funding", "grant",
                                                  "payment",      "financing", "donation"};
    if (std::find(std::begin(kGifts), std::end(kGifts), chunks.front().lemma) == std::end(kGifts))
      return false;
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
      place(doc_, claim, sentence.span);
      out.claims.push_back(std::move(claim));
      return true;
    }
    return false;
  }

  /// ", purchased from the United States for $40 million": what the giver of an item paid for it.
  void priced(const Stage& stage, const Claim& header, const Sentence& sentence,
              ArticleClaims& out) const {
    const auto& chunks = stage.chunks;
    for (std::size_t i = 1; i < chunks.size(); ++i) {
      const Chunk& verb = chunks[i];
      if (verb.voice != Voice::participle ||
          (verb.lemma != "buy" && verb.lemma != "purchase" && verb.lemma != "acquire"))
        continue;
      const Sides sides = impl_.constructions.read(chunks, i);
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
      place(doc_, claim, sentence.span);
      out.claims.push_back(std::move(claim));
      return;
    }
  }

  /// Whether a sentence begins behind a bullet, a dash or a number of its own line.
  bool bulleted(Span sentence) const {
    std::size_t begin = sentence.begin;
    while (begin > 0 && doc_.bytes[begin - 1] != '\n') --begin;
    std::string_view mark = doc_.text({begin, sentence.begin});
    while (!mark.empty() && (mark.front() == ' ' || mark.front() == '\t')) mark.remove_prefix(1);
    while (!mark.empty() && (mark.back() == ' ' || mark.back() == '\t')) mark.remove_suffix(1);
    static constexpr std::string_view kMarks[] = {"*",      "-",      "+",      "\u2022",
                                                  "\u2013", "\u2014", "\u00b7", "\u25cf"};
    return std::find(std::begin(kMarks), std::end(kMarks), mark) != std::end(kMarks);
  }

  /// "Here are the items that Norway has donated to Ukraine.": a list below needs no header of its own.
  void note_overview(const std::vector<Claim>& claims) {
    for (const Claim& claim : claims) {
      if (claim.type != "transfer" || !claim.actor || !claim.target || !claim.item ||
          claim.quantity)
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

  void open_header(const Stage& stage) {
    const auto& chunks = stage.chunks;
    Claim header;
    header.type = "transfer";
    bool gives = false;
    bool planned = false;
    for (std::size_t i = 0; i < chunks.size(); ++i) {
      const Chunk& chunk = chunks[i];
      if (chunk.kind == ChunkKind::verb) {
        for (const Frame* frame : impl_.grammar.frames("verb", chunk.lemma))
          gives = gives || frame->id.starts_with("give.") || frame->id == "more.include";
        const Sides sides = impl_.constructions.read(chunks, i);
        for (const auto& [side, field] :
             {std::pair("to", &Claim::target), std::pair("from", &Claim::actor),
              std::pair("subj", &Claim::actor)}) {
          if (sides.of(side).empty()) continue;
          if (const auto named = party_of(stage, sides.of(side).front()))
            header.*field = named->party;
        }
        planned = planned || !chunk.modals.empty();
      }
      if (chunk.kind != ChunkKind::phrase) continue;
      if (chunk.lemma == "preparation" || chunk.lemma == "commitment" || chunk.lemma == "pledge" ||
          chunk.lemma == "plan")
        planned = true;
      gives = gives || !impl_.grammar.frames("noun", chunk.lemma).empty() ||
              chunk.item_class == "aid" || chunk.item_id == "military-supplies" ||
              chunk.lemma == "capability" || planned;
    }
    if (!gives) return;
    if (!memory_.pairs.empty()) {
      if (!header.actor && (!header.target || *header.target == memory_.pairs.front().second))
        header.actor = memory_.pairs.front().first;
      if (!header.target && header.actor == memory_.pairs.front().first)
        header.target = memory_.pairs.front().second;
    }
    if (!header.actor && !header.target) return;
    if (planned) header.certainty = Certainty::planned;
    header_ = header;
  }

  /// Whether something moves before a preposition: "by ship" after "delivered", not "sanctions on ships".
  bool moves(const std::vector<Chunk>& chunks, std::size_t before) const {
    static constexpr std::string_view kMotion[] = {
        "move",   "carry",   "transport", "leave",  "travel",   "arrive",  "sail",
        "haul",   "ship",    "deliver",   "send",   "transfer", "supply",  "load",
        "bring",  "take",    "fly",       "export", "mail",     "smuggle", "ferry",
        "convey", "provide", "dispatch",  "reach",  "go",       "come"};
    for (std::size_t i = before; i > 0; --i) {
      const Chunk& chunk = chunks[i - 1];
      if (chunk.kind == ChunkKind::word && (chunk.word == ";" || chunk.word == "--")) return false;
      if (chunk.kind == ChunkKind::verb) {
        return std::find(std::begin(kMotion), std::end(kMotion), chunk.lemma) !=
                   std::end(kMotion) ||
               (chunk.voice == Voice::gerund && i > 1);
      }
      if (chunk.kind == ChunkKind::phrase && chunk.item_class == "deed") return true;
    }
    return false;
  }

  /// Who speaks while a quotation that began earlier runs on over this sentence.
  std::vector<std::string> quoted_on(Span sentence) const {
    for (const Span& quote : doc_.quotes) {
      if (quote.begin < sentence.begin && sentence.begin < quote.end) return speech_.quoting;
    }
    return {};
  }

  /// An article about two states leaves the other side out: "Pyongyang also handed over missiles".
  void complete(Claim& claim, const Sentence& sentence) const {
    static constexpr std::string_view kTypes[] = {"transfer", "technology", "deployment", "labor",
                                                  "training"};
    if (std::find(std::begin(kTypes), std::end(kTypes), claim.type) == std::end(kTypes)) return;
    if (!claim.actor && !claim.target) {
      same_sides(claim, sentence);
      return;
    }
    if (claim.actor && claim.target) return;
    const Party& known = claim.actor ? *claim.actor : *claim.target;
    // one who has dealt with several leaves open with whom
    const Party* partner = nullptr;
    for (const auto& [first, second] : memory_.pairs) {
      const Party* other = known == first ? &second : known == second ? &first : nullptr;
      if (other == nullptr) continue;
      if (partner != nullptr && *partner != *other && !claim.actor) return;
      if (partner == nullptr) partner = other;
    }
    if (partner != nullptr) {
      (claim.actor ? claim.target : claim.actor) = *partner;
      return;
    }
    // "Russia sold six fighters to Myanmar … China delivered six jets": the same taker
    if (claim.actor && claim.type == "transfer" && memory_.deed && memory_.deed->target &&
        *memory_.deed->target != *claim.actor) {
      claim.target = memory_.deed->target;
    }
  }

  /// Whether a claim stands in the sentence right before another.
  bool follows(const Claim& before, const Sentence& sentence) const {
    const auto& all = doc_.sentences;
    for (std::size_t k = 1; k < all.size(); ++k) {
      if (all[k].span.begin == sentence.span.begin)
        return all[k - 1].span.begin == before.evidence.bytes.begin;
    }
    return false;
  }

  /// "Nine million shells were moved 49 times": the sides of the claim before about the same goods.
  void same_sides(Claim& claim, const Sentence& sentence) const {
    if (claim.type == "finance" || claim.type == "training" || !claim.quantity || !claim.item)
      return;
    const std::string key = claim.item->key.substr(0, claim.item->key.find('<'));
    for (std::size_t k = said_.size(); k > 0; --k) {
      const Claim& before = said_[k - 1];
      if (before.type != claim.type || !before.actor || !before.target || !before.item) continue;
      const std::string& path = before.item->key;
      // "300 crates of arms … some 4 million cartridges were transferred": what the lot was, if it
      // was told of in the sentence before
      const bool lot = path.starts_with("container") || path.starts_with("military-supplies") ||
                       path.starts_with("goods") || path.starts_with("aid") ||
                       claim.item->key.ends_with("<" + path);
      if (claim.type == "transfer" && lot && k == said_.size() && follows(before, sentence)) {
        claim.actor = before.actor;
        claim.target = before.target;
        return;
      }
      const bool same = claim.type != "transfer" || path == claim.item->key ||
                        path.starts_with(key + "<") || path.find("<" + key) != std::string::npos ||
                        claim.item->key.find(path + "<") != std::string::npos;
      if (!same) continue;
      claim.actor = before.actor;
      claim.target = before.target;
      return;
    }
  }

  /// "Senegal denied employing workers": who denies says so.
  void deny(Claim& claim, const std::vector<Chunk>& chunks, std::size_t trigger,
            const Sides& sides) const {
    const std::vector<std::string>& chain = chunks[trigger].chain;
    if (std::find(chain.begin(), chain.end(), "deny") == chain.end() || sides.of("subj").empty())
      return;
    const Chunk& denier = chunks[sides.of("subj").back()];
    if (!denier.party) return;
    const bool state = !denier.party->party.iso2.empty();
    claim.attribution.push_back(state ? quote(doc_, denier.party->span) : denier.party->party.name);
    claim.evidence.spans.emplace_back("attribution", denier.party->span);
  }

  void finish(Claim& claim, Certainty certainty, const Chunk* date,
              const std::vector<Chunk>& chunks, const std::vector<Speaker>& speakers,
              const std::vector<std::string>& inherited, std::size_t trigger,
              const Sentence& sentence) {
    claim.certainty =
        claim.certainty == Certainty::reported ? certainty : weaker(claim.certainty, certainty);
    const bool founds = claim.type == "membership" && trigger_founds(claim);
    if (date != nullptr && !founds && span_of(claim, "period").empty()) {
      const auto& value = std::get<Date>(date->date->value);
      if (!value.edtf.empty() || waits_for_anchor(value)) {
        claim.period = value;
        claim.evidence.spans.emplace_back("period", date->span);
      }
    }
    attribute(claim, chunks, speakers, inherited, trigger);
    place(doc_, claim, sentence.span);
  }

  /// "was launched in 2024 by eleven states": the day is the launch's.
  static bool trigger_founds(const Claim& claim) {
    return claim.evidence.rule.starts_with("found.");
  }

  static void attribute(Claim& claim, const std::vector<Chunk>& chunks,
                        const std::vector<Speaker>& speakers,
                        const std::vector<std::string>& inherited, std::size_t trigger) {
    for (const Speaker& speaker : speakers) {
      if (speaker.subject == trigger || speaker.verb == trigger) continue;
      if (speaker.before && speaker.verb > trigger) continue;
      if (overtaken(speaker, speakers, chunks, trigger)) continue;
      for (const std::string& name : speaker.names) {
        if (std::find(claim.attribution.begin(), claim.attribution.end(), name) ==
            claim.attribution.end()) {
          claim.attribution.push_back(name);
        }
      }
      claim.evidence.spans.emplace_back("attribution", speaker.span);
    }
    if (claim.attribution.empty()) claim.attribution = inherited;
  }

  void remember(const Claim& claim) {
    if (claim.type == "transfer" || claim.type == "technology") memory_.deed = claim;
    if (claim.type == "agreement" && claim.evidence.rule.starts_with("agree.order"))
      memory_.order = claim;
    if (claim.type == "agreement" && claim.actor && claim.target) memory_.agreement = claim;
    if (claim.type == "transfer" || claim.type == "possession") {
      if (!memory_.listed.empty() &&
          memory_.listed.back().evidence.bytes.begin != claim.evidence.bytes.begin)
        memory_.listed.clear();
      memory_.listed.push_back(claim);
    }
    said_.push_back(claim);
    static constexpr std::string_view kGiving[] = {
        "transfer", "technology", "training", "deployment", "labor", "finance", "agreement"};
    const bool gives =
        std::find(std::begin(kGiving), std::end(kGiving), claim.type) != std::end(kGiving);
    if (gives && claim.actor && claim.target) {
      const std::pair<Party, Party> pair(*claim.actor, *claim.target);
      std::erase(memory_.pairs, pair);
      memory_.pairs.insert(memory_.pairs.begin(), pair);
    }
    if (claim.type == "transport") memory_.transport = claim;
    if (claim.type == "use") memory_.use = claim;
    if (claim.type == "deployment" || claim.type == "labor") {
      memory_.people = claim;
      if (claim.actor) memory_.people_owner = claim.actor;
    }
    if (claim.type == "casualties") memory_.casualties = claim;
    if (claim.type == "theft" && claim.actor) memory_.theft = claim;
    if (claim.type == "sanction" && claim.actor) memory_.sanction = claim;
    if (claim.type == "limit" && claim.actor) memory_.rule = claim;
    if (claim.type == "training" && claim.actor && claim.target) memory_.training = claim;
    if (claim.item && !claim.item->weapon.empty()) {
      memory_.arms = claim.item;
      memory_.arms_unit = claim.quantity ? claim.quantity->unit : std::string();
    }
    if (claim.type == "finance" && (claim.actor || claim.target)) memory_.money = claim;
    if (claim.type != "sanction" && claim.type != "limit" && claim.type != "agreement" &&
        claim.actor && !claim.actor->iso2.empty())
      memory_.doer = claim.actor;
    if ((claim.type == "establishment" || claim.type == "dissolution") && claim.actor) {
      const bool known =
          std::any_of(memory_.bodies.begin(), memory_.bodies.end(),
                      [&](const Body& body) { return body.named.party == *claim.actor; });
      if (!known) memory_.bodies.insert(memory_.bodies.begin(), Body{Named{*claim.actor, {}}, ""});
    }
  }

  void remember_speech(const std::vector<Chunk>& chunks, const std::vector<Speaker>& speakers,
                       const std::vector<std::string>& inherited) {
    for (const Chunk& chunk : chunks) {
      if (chunk.kind != ChunkKind::phrase || !chunk.person || !chunk.party) continue;
      const std::string& name = chunk.party->party.name;
      const std::size_t space = name.find_last_of(' ');
      if (space == std::string::npos) continue;
      std::optional<Party> state;
      if (chunk.owner && !chunk.owner->party.iso2.empty()) {
        state = chunk.owner->party;
      } else if (const std::string iso2 = impl_.grammar.leader_country(name); !iso2.empty()) {
        state = impl_.grammar.country(iso2);
      }
      if (state) {
        memory_.leaders.try_emplace(name, *state);
        memory_.leaders.try_emplace(name.substr(space + 1), *state);
        memory_.leaders.try_emplace(name.substr(0, name.find(' ')), *state);
      }
      speech_.persons.try_emplace(name.substr(space + 1), name);
      // family names come first in Korea and China
      speech_.persons.try_emplace(name.substr(0, name.find(' ')), name);
    }
    if (!speakers.empty()) {
      speech_.last = speakers.front().names;
      speech_.quoting = speakers.front().names;
    } else if (inherited.empty()) {
      speech_.quoting.clear();
    }
  }

  /// "UNSC sanctions": who makes the rules that the sentence goes on to speak of.
  void note_bodies(const std::vector<Chunk>& chunks) {
    for (const Chunk& chunk : chunks) {
      if (chunk.kind == ChunkKind::phrase && chunk.item_class == "measure" && chunk.owner &&
          chunk.owner->party.iso2.empty()) {
        memory_.rule_maker = chunk.owner->party;
      }
    }
  }

  void note_countries(const std::vector<Chunk>& chunks) {
    const auto note = [&](const Party& party) {
      if (party.iso2.empty()) return;
      std::erase(memory_.countries, party);
      memory_.countries.insert(memory_.countries.begin(), party);
    };
    // later ones first, so that the sentence's first party ends up newest
    for (std::size_t i = chunks.size(); i > 0; --i) {
      const Chunk& chunk = chunks[i - 1];
      if (chunk.kind != ChunkKind::phrase) continue;
      if (chunk.owner) note(chunk.owner->party);
      if (chunk.party) note(chunk.party->party);
    }
  }

  /// Whose troops or workers a sentence names last: "Kenyan soldiers", "fighters of the group".
  void note_people(const Stage& stage) {
    for (std::size_t i = 0; i < stage.chunks.size(); ++i) {
      const Chunk& chunk = stage.chunks[i];
      if (chunk.kind != ChunkKind::phrase) continue;
      if (chunk.item_class != "troops" && chunk.item_class != "workers") continue;
      if (is_plural(chunk.head)) {
        memory_.people_item = item_of(stage, chunk);
        memory_.people_class = chunk.item_class;
        memory_.people_sentence = stage.reading.sentence;
      }
      if (!chunk.owner) continue;
      if (const auto owner = owner_of(stage, i)) memory_.people_owner = owner->party;
    }
  }

  /// The first party that is no speaker and stands behind no preposition, and the last body.
  void remember_subject(const Stage& stage) {
    bool set = false;
    for (std::size_t i = 0; i < stage.chunks.size(); ++i) {
      const Chunk& chunk = stage.chunks[i];
      if (chunk.kind != ChunkKind::phrase) continue;
      if (chunk.party && chunk.party->party.iso2.empty() && !chunk.person) {
        for (const Mention* name : chunk.names) {
          const auto* body = std::get_if<Organization>(&name->value);
          if (body == nullptr || body->name != chunk.party->party.name) continue;
          if (body->kind == "news agency" || body->kind == "newspaper" ||
              body->kind == "broadcaster")
            continue;
          if (body->name == "United Nations" || body->name == "UN Security Council") continue;
          std::erase_if(memory_.bodies,
                        [&](const Body& known) { return known.named.party == chunk.party->party; });
          memory_.bodies.insert(memory_.bodies.begin(), Body{*chunk.party, body->kind});
        }
      }
      if (chunk.person && chunk.party) {
        const auto state = memory_.leaders.find(chunk.party->party.name);
        memory_.person = state != memory_.leaders.end() ? state->second : chunk.party->party;
      }
      if (set) continue;
      const bool governed = i > 0 && stage.chunks[i - 1].kind == ChunkKind::word &&
                            stage.chunks[i - 1].word != "," && stage.chunks[i - 1].word != "\"" &&
                            stage.chunks[i - 1].word != "that";
      if (governed) continue;
      if (chunk.party && !chunk.party->party.iso2.empty() && !chunk.person) {
        memory_.subject = chunk.party->party;
        memory_.subject_sentence = stage.reading.sentence;
        set = true;
      }
    }
  }

  const Assembler::Impl& impl_;
  const Document& doc_;
  const std::vector<Reading>& readings_;
  SpeechMemory speech_;
  std::optional<Claim> header_;
  std::optional<Claim>
      overview_;                  ///< goods in general from one side to another, said before a list
  std::optional<Claim> section_;  ///< what a release does to those whom this section names
  std::vector<Claim> said_;       ///< claims so far, in the order in which they were read
  std::string* trace_ = nullptr;
  Memory memory_;
};

}  // namespace

std::string explain(const Assembler& assembler, const Document& doc,
                    const std::vector<Reading>& readings, std::size_t line) {
  return Article(assembler.impl(), doc, readings).explain(line);
}

ArticleClaims assemble(const Assembler& assembler, const Document& doc,
                       const std::vector<Reading>& readings) {
  return Article(assembler.impl(), doc, readings).run();
}

}  // namespace msmt
