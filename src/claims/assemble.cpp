#include <algorithm>

#include "claims/attribution.hpp"
#include "claims/certainty.hpp"
#include "claims/complete.hpp"
#include "claims/counts.hpp"
#include "claims/ellipsis.hpp"
#include "claims/fate.hpp"
#include "claims/floor.hpp"
#include "claims/flow.hpp"
#include "claims/later_sides.hpp"
#include "claims/lead_back.hpp"
#include "claims/lists.hpp"
#include "claims/party_words.hpp"
#include "claims/questions.hpp"
#include "claims/refer.hpp"
#include "claims/relative.hpp"
#include "claims/remember.hpp"
#include "claims/residue.hpp"
#include "claims/roles.hpp"
#include "claims/roundup.hpp"
#include "claims/scene.hpp"
#include "claims/sections.hpp"
#include "claims/sentence_claims.hpp"
#include "claims/ships.hpp"
#include "claims/speaker_names.hpp"
#include "claims/speaker_sides.hpp"
#include "claims/trace.hpp"
#include "claims/triggers.hpp"
#include "claims/way.hpp"

namespace msmt {

struct Assembler::Impl {
  explicit Impl(const Engine& compiled)
      : engine(compiled), grammar(compiled.lexicons()), constructions(grammar) {}

  const Engine& engine;
  Grammar grammar;
  Constructions constructions;
};

Assembler::Assembler(const Engine& engine) : impl_(std::make_unique<const Impl>(engine)) {}
Assembler::~Assembler() = default;
Assembler::Assembler(Assembler&&) noexcept = default;

namespace {

/// A sentence while its triggers are read.
struct Scene {
  const Stage& stage;
  const std::vector<Speaker>& speakers;
  const std::vector<std::string>& inherited;  ///< who speaks where the sentence names nobody
  std::vector<Claim> claims;
};

class Article {
 public:
  Article(const Assembler::Impl& impl, const Document& doc, const std::vector<Reading>& readings)
      : impl_(impl),
        doc_(doc),
        readings_(readings),
        lists_(impl.grammar, impl.constructions),
        trace_(doc) {
    speech_.report_owner = find_report_owner(readings);
    memory_.reporter = find_reporter(readings, speech_.report_owner);
    house_ = house_of(impl.grammar, doc, readings);
  }

  ArticleClaims run() {
    ArticleClaims out;
    for (const Reading& reading : readings_) sentence(reading, out);
    lead_back(doc_, readings_, out.claims);
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
      trace_.write_to(shown ? &text : nullptr);
      const std::size_t before = out.claims.size();
      sentence(reading, out);
      for (std::size_t i = before; i < out.claims.size(); ++i) trace_.claim(out.claims[i]);
    }
    trace_.write_to(nullptr);
    return text;
  }

 private:
  void sentence(const Reading& reading, ArticleClaims& out) {
    std::vector<Chunk> cut = msmt::chunk(impl_.grammar, impl_.engine.lexicons(),
                                         impl_.engine.vocabulary(), doc_, reading);
    name_ships(impl_.grammar, memory_, doc_, cut);
    refer(impl_.grammar, memory_, reading.sentence, cut);
    const std::vector<Chunk> chunks = std::move(cut);
    note_heading_speaker(impl_.grammar, doc_, reading.sentence, chunks, speech_);
    const Floor floor =
        floor_at(impl_.grammar, doc_, doc_.sentences[reading.sentence].span, speech_);
    speech_.floor = floor.name;
    floor_ = floor.official ? floor.name : std::string();
    const std::vector<Speaker> speakers =
        find_speakers(impl_.grammar, impl_.constructions, doc_, chunks, speech_);
    const Stage stage{impl_.grammar, doc_, reading, chunks, memory_};
    const std::vector<std::string> inherited = speaks_on(doc_, reading.sentence, speech_);
    note_countries(memory_, chunks);
    note_rule_makers(memory_, chunks);
    note_embargoes(stage);
    note_flow(stage);
    note_topic(stage);
    note_roundup(stage);
    note_question(stage);
    trace_.sentence(reading, chunks, speakers);
    memory_.floor = speaks_for(stage, floor, house_, speakers);
    if (floor.asks) {
      list_residue(impl_.grammar, reading, chunks, {}, speakers, out.residue);
      return;
    }
    // in a transcript a short answer is no line of a list
    const bool listed = doc_.turns.empty() || bulleted(doc_, stage.sentence().span);
    if (listed && lists_.read(stage, out.claims)) return;
    Scene scene{stage, speakers, inherited, {}};
    for (const Trigger& trigger : find_triggers(impl_.grammar, chunks)) read(scene, trigger);
    read_owned(scene);
    read_provided(scene);
    std::vector<Claim>& claims = scene.claims;
    lists_.note_overview(claims);
    spread(claims, chunks);
    bind_by_deed(stage, claims);
    drop_sideless(claims);
    sections_.read(stage, claims);
    trips(stage, stage.sentence(), claims);
    equivalents(reading, claims);
    parts(stage, stage.sentence(), claims);
    named_parts(stage, claims);
    member_counts(stage, claims);
    fallen_of_those_sent(claims);
    victims(claims);
    list_residue(impl_.grammar, reading, chunks, claims, speakers, out.residue);
    // "The weapons were destined for Somalia": no handover beside the one before
    const bool bare = std::all_of(claims.begin(), claims.end(), [](const Claim& claim) {
      return claim.type == "transfer" && !claim.quantity && !(claim.actor && claim.target);
    });
    if (bare && fill_later_side(stage, impl_.constructions, out.claims)) claims.clear();
    for (Claim& claim : claims) out.claims.push_back(std::move(claim));
    note_leaders(stage);
    note_speech(speech_, doc_, reading.sentence, chunks, speakers, inherited);
    note_people(stage);
    note_ships(stage);
    note_goods(stage);
    note_way(stage);
    note_scene(stage);
    note_cabinets(stage);
    note_packages(stage);
    note_subject(stage);
    note_told(stage);
    note_rulings(stage);
  }

  /// "Egypt's 220 F-16s need repair", "20 fallen soldiers": what phrases say where no word claims it.
  void read_owned(Scene& scene) {
    const auto& chunks = scene.stage.chunks;
    for (std::size_t i = 0; i < chunks.size(); ++i) {
      for (const Claim& claim : under_sanctions(scene.stage, i)) add_owned(scene, i, claim);
      for (const Claim& claim : same_deeds(scene.stage, i)) add_owned(scene, i, claim);
      if (auto listed = listed_name(scene.stage, i)) add_owned(scene, i, std::move(*listed));
      if (auto agreed = agreed_to(scene.stage, i); agreed && add_agreed(scene, i, *agreed))
        remember(memory_, scene.claims.back());
      // what goes on leans on the deed itself, which was told before
      if (auto agreed = agreed_on_deed(scene.stage, i, scene.claims))
        add_agreed(scene, i, std::move(*agreed));
      std::optional<Claim> claim = owned_arms(scene.stage, i);
      if (!claim) claim = fallen(scene.stage, i);
      if (claim) add_owned(scene, i, std::move(*claim));
      for (const Claim& force : sanctions_in_force(scene.stage, i)) add_owned(scene, i, force);
    }
  }

  /// Adds such a claim where the sentence does not make it by a word and the phrase states it.
  void add_owned(Scene& scene, std::size_t i, Claim claim) {
    const auto& chunks = scene.stage.chunks;
    const bool told =
        std::any_of(scene.claims.begin(), scene.claims.end(), [&](const Claim& known) {
          const bool same = claim.type == "sanction" && known.type == claim.type &&
                            known.actor == claim.actor && known.target == claim.target &&
                            !claim.item;
          return same || span_of(known, "item").overlaps(chunks[i].span);
        });
    if (told) return;
    const auto certainty =
        certainty_of(impl_.grammar, chunks, i, scene.speakers, /*use_frame=*/false);
    if (!certainty || *certainty == Certainty::denied) return;
    claim.certainty = *certainty;
    add(scene, i, std::move(claim));
  }

  /// Adds what two sides agreed to do; whether the sentence claims no agreement yet.
  bool add_agreed(Scene& scene, std::size_t i, Claim claim) {
    const bool told = std::any_of(scene.claims.begin(), scene.claims.end(),
                                  [](const Claim& known) { return known.type == "agreement"; });
    const auto certainty = certainty_of(impl_.grammar, scene.stage.chunks, i, scene.speakers,
                                        /*use_frame=*/false);
    if (told || !certainty) return false;
    claim.certainty = of_agreement(scene.stage.chunks[i], *certainty);
    add(scene, i, std::move(claim));
    return true;
  }

  /// Adds a claim of the words at chunk i, credited to whoever says them.
  void add(Scene& scene, std::size_t i, Claim claim) {
    attribute(claim, impl_.grammar, scene.stage.chunks, scene.speakers, scene.inherited, i);
    credit_floor(claim, floor_);
    place(doc_, claim, scene.stage.sentence().span);
    scene.claims.push_back(std::move(claim));
  }

  /// "the right to use French-supplied missiles": a transfer or a training that is taken for granted,
  /// whatever the sentence says.
  void read_provided(Scene& scene) {
    const auto& chunks = scene.stage.chunks;
    for (std::size_t i = 0; i < chunks.size(); ++i) {
      std::optional<Claim> claim = provided_arms(scene.stage, i);
      if (!claim) claim = trained_people(scene.stage, i);
      const bool told =
          claim && std::any_of(scene.claims.begin(), scene.claims.end(), [&](const Claim& known) {
            return known.type == claim->type && span_of(known, "item").overlaps(chunks[i].span);
          });
      if (!claim || told) continue;
      attribute(*claim, impl_.grammar, chunks, scene.speakers, scene.inherited, i);
      place(doc_, *claim, scene.stage.sentence().span);
      remember(memory_, *claim);
      scene.claims.push_back(std::move(*claim));
    }
  }

  /// A word makes claims of its first fitting frame, and of what carried the goods and what was paid
  /// for them, which are claims of their own.
  void read(Scene& scene, const Trigger& trigger) {
    const auto& chunks = scene.stage.chunks;
    const std::size_t at = trigger.chunk;
    const bool speaks =
        std::any_of(scene.speakers.begin(), scene.speakers.end(),
                    [&](const Speaker& speaker) { return speaker.verb == at && !speaker.figure; });
    // "concluded an agreement" is no speech, "concluded that" is
    const std::size_t object =
        at + 1 < chunks.size() && is_word(chunks[at + 1], "\"") ? at + 2 : at + 1;
    const bool has_object =
        object < chunks.size() && chunks[object].kind == ChunkKind::phrase &&
        (chunks[object].item_class == "agreement" ||
         chunks[at].lemma == "identify" ||       // "identified four ships as blocked"
         (chunks[object].quantity != nullptr &&  // "counted 100 missiles"
          impl_.grammar.evokes("verb", chunks[at].lemma, {"more.tally"})) ||
         (chunks[object].item_class == "troops" &&  // "counted 60 Omani soldiers in Chad"
          impl_.grammar.evokes("verb", chunks[at].lemma, {"people.spot"})) ||
         impl_.grammar.cue("governor", chunks[at].lemma) == "denied");
    if (speaks && !has_object) return;
    const Sides sides = impl_.constructions.read(chunks, at);
    bool fired = false;
    for (const Frame* frame : *trigger.frames) {
      if (fired && frame->type != "transport" && !frame->id.starts_with("finance.price")) continue;
      if (evoke(scene, at, *frame, sides)) fired = true;
    }
  }

  /// Adds the claims that a frame makes of the trigger at chunk `at`; false for none.
  bool evoke(Scene& scene, std::size_t at, const Frame& frame, const Sides& sides) {
    const auto& chunks = scene.stage.chunks;
    const bool noun = chunks[at].kind == ChunkKind::phrase;
    std::string why;
    const auto certainty = certainty_by(scene, at, frame, why);
    if (!certainty) {
      if (!why.empty()) trace_.frame(chunks[at], frame, why);
      return false;
    }
    if (frame.pos == "prep" && frame.type == "transport" &&
        !moves_before(impl_.grammar, chunks, at))
      return false;
    std::vector<Claim> found = fill(scene.stage, frame, at, sides, why);
    if (found.empty()) {
      trace_.frame(chunks[at], frame, why.empty() ? "no role filled" : why);
      return false;
    }
    const Chunk* date = date_of(impl_.grammar, doc_, chunks, at, sides, noun);
    gapped(scene.stage, at, found);
    and_others(scene.stage, at, found);
    and_others_own(scene.stage, at, found);
    and_to_others(scene.stage, at, found);
    and_from_others(scene.stage, at, found);
    and_other_goods(scene.stage, at, found);
    and_total(scene.stage, at, found);
    and_to_follow(scene.stage, at, found);
    included_arms(scene.stage, found);
    compared(scene.stage, found);
    parts_of_sum(scene.stage, found);
    rose_to(scene.stage, found);
    bool fired = false;
    for (Claim& claim : found) {
      attribute_denial(claim, doc_, chunks, at, sides);
      attribute_accusation(claim, impl_.grammar, doc_, chunks, at, speech_);
      negate(claim, chunks, sides);
      if (*certainty == Certainty::denied || claim.certainty == Certainty::denied)
        denied_by_giver(scene.stage, scene.speakers, at, claim);
      counted_by_own(scene.stage, scene.speakers, at, claim);
      take_seats(scene.stage, claim);
      complete(scene.stage, {at, frame, sides}, claim);
      share_giver(scene.claims, claim);
      side_of_roundup(scene.stage, claim);
      side_of_question(scene.stage, sides, claim);
      claim.certainty =
          claim.certainty == Certainty::reported ? *certainty : weaker(claim.certainty, *certainty);
      set_period(claim, date);
      if (!is_background(claim.type, chunks, at, scene.speakers))
        attribute(claim, impl_.grammar, chunks, scene.speakers, scene.inherited, at);
      credit_floor(claim, floor_);
      place(doc_, claim, scene.stage.sentence().span);
      if (delivers_order(scene.claims, claim)) {
        trace_.frame(chunks[at], frame, "ordered, and delivered");
        fired = true;
        continue;
      }
      drop_emptier(scene.claims, claim);
      if (tells_nothing(chunks[at], claim)) {
        trace_.frame(chunks[at], frame, "nobody's, and not counted");
        continue;
      }
      if (!is_new(scene.claims, claim)) {
        trace_.frame(chunks[at], frame, "the sentence makes this claim already");
        fired = true;
        continue;
      }
      if (noun && (capped(scene.claims, chunks[at].span) || ruled(impl_.grammar, chunks, at)))
        continue;
      scene.claims.push_back(std::move(claim));
      fired = true;
      trace_.frame(chunks[at], frame, "fired");
      remember(memory_, scene.claims.back());
      name_fate(scene.stage, at, scene.claims.back());
      name_deed_with_money(scene.claims.back());
    }
    return fired;
  }

  /// "got 1,000 fighters and training": all that one word hands over comes from the same giver.
  static void share_giver(const std::vector<Claim>& told, Claim& claim) {
    if (claim.actor || !claim.target || told.empty()) return;
    const Claim& before = told.back();
    if (before.actor && before.target == claim.target &&
        before.evidence.rule == claim.evidence.rule && !span_of(claim, "trigger").empty() &&
        span_of(before, "trigger") == span_of(claim, "trigger"))
      claim.actor = before.actor;
  }

  /// "depends on the delivery of aid": a handover by nobody to nobody, of no number of things.
  bool tells_nothing(const Chunk& trigger, const Claim& claim) const {
    // "will use them to kill civilians": nobody has died yet, and nobody counts
    if (claim.type == "casualties" && claim.certainty == Certainty::planned && !claim.quantity)
      return true;
    // "to cut off the flow of money"
    if (claim.type == "finance" && claim.evidence.rule.starts_with("give.noun"))
      return !claim.actor && !claim.target && !claim.quantity;
    // "sales of software licences"
    if (claim.type == "technology")
      return !claim.actor && !claim.target && !claim.quantity && !claim.period &&
             claim.certainty == Certainty::reported && claim.attribution.empty();
    if (claim.type != "transfer" || !claim.evidence.rule.starts_with("give.noun")) return false;
    const bool illicit = trigger.lemma == "smuggling" || trigger.lemma == "trafficking" ||
                         impl_.grammar.any_is(WordClass::unlawful, trigger.before);
    return !claim.actor && !claim.target && !claim.quantity && !claim.period && !illicit &&
           claim.certainty != Certainty::denied;
  }

  /// How surely the words put what a frame says; nullopt where they do not state it, with the reason
  /// in `why` where a reader should see it.
  std::optional<Certainty> certainty_by(const Scene& scene, std::size_t at, const Frame& frame,
                                        std::string& why) const {
    const Chunk& trigger = scene.stage.chunks[at];
    if ((frame.type != "limit" || frame.id == "limit.stop") && is_ruled(scene.stage, at))
      return Certainty::reported;  // not that it is done, but that it is a rule
    if (frame.id == "give.supplier" && at > 0 && is_word(scene.stage.chunks[at - 1], ","))
      return Certainty::
          reported;  // "Belarus, a supplier of tanks to Angola, denied": beside a name
    if (trigger.kind == ChunkKind::verb && hands_over_pay(scene.stage.chunks, at))
      return Certainty::reported;  // "must hand over half of their pay": they do
    const bool weak_use =
        frame.type == "use" && trigger.kind == ChunkKind::verb && trigger.lemma == "use";
    static const std::vector<Speaker> nobody;
    const bool background = is_background(frame.type, scene.stage.chunks, at, scene.speakers);
    const auto certainty = certainty_of(impl_.grammar, scene.stage.chunks, at,
                                        background ? nobody : scene.speakers, weak_use);
    if (frame.id == "finance.earn" && !certainty && trigger.modals.size() == 1 &&
        trigger.modals.front() == "can" && !trigger.negated)
      return Certainty::possible;  // "workers can earn $300 a month"
    if (frame.id == "people.withdraw") {
      // who is to withdraw soldiers, or will not, has them there
      const bool own = !trigger.chain.empty() || !trigger.modals.empty() || trigger.negated;
      if (trigger.voice == Voice::active && trigger.head.ends_with("ing") &&
          certainty == Certainty::reported)
        return certainty;  // "is withdrawing its soldiers": they are still there
      // "has withdrawn its 1,000 soldiers": so many had been there
      const Chunk* whom =
          at + 1 < scene.stage.chunks.size() ? &scene.stage.chunks[at + 1] : nullptr;
      if (trigger.voice == Voice::active && certainty == Certainty::reported && whom != nullptr &&
          whom->quantity != nullptr && whom->item_class == "troops" && whom->owner)
        return certainty;
      const bool stays = own && (certainty == Certainty::planned || certainty == Certainty::denied);
      return stays ? std::optional(Certainty::reported) : std::nullopt;
    }
    if (frame.id == "limit.refuse") {
      // "no longer approves exports", "refuses to license sales": that it does not is the rule
      const bool will = std::find(trigger.modals.begin(), trigger.modals.end(), "will") !=
                        trigger.modals.end();  // "will not approve exports to Israel"
      const bool rule = certainty == Certainty::denied &&
                        (will || !trigger.chain.empty() || !trigger.adverbs.empty() ||
                         (at > 0 && is_word(scene.stage.chunks[at - 1], "no longer")));
      return rule ? std::optional(Certainty::reported) : std::nullopt;
    }
    if (certainty == Certainty::denied && frame.id == "limit.ban" &&
        impl_.grammar.is(WordClass::permit, trigger.lemma))
      return Certainty::reported;  // "does not permit the transit of arms" is the rule
    if (certainty == Certainty::denied && frame.id == "end.cease")
      return Certainty::reported;  // "ceased to exist" says that it did
    if (certainty == Certainty::denied && frame.type == "veto" && at > 0 &&
        (is_word(scene.stage.chunks[at - 1], "because of") ||
         is_word(scene.stage.chunks[at - 1], "due to")))
      return Certainty::reported;  // "failed because of a veto": there was one
    if (certainty && (frame.id == "agree.deepen" || frame.id == "agree.cooperate"))
      return of_agreement(trigger, *certainty);
    if (!certainty) why = "no statement: a question, a condition or a wish";
    return certainty;
  }

  /// What was agreed is planned; that it was agreed is not, though it "may have" been.
  Certainty of_agreement(const Chunk& trigger, Certainty certainty) const {
    if (certainty != Certainty::planned) return certainty;
    const bool may = std::any_of(
        trigger.modals.begin(), trigger.modals.end(),
        [&](const std::string& modal) { return impl_.grammar.cue("modal", modal) == "possible"; });
    return may ? Certainty::possible : Certainty::reported;
  }

  static void set_period(Claim& claim, const Chunk* date) {
    // "was launched in 2024 by eleven states": the day is the launch's
    const bool founds = claim.type == "membership" && claim.evidence.rule.starts_with("found.");
    if (date == nullptr || founds || !span_of(claim, "period").empty()) return;
    const auto& value = std::get<Date>(date->date->value);
    if (value.edtf.empty() && !waits_for_anchor(value)) return;
    claim.period = value;
    claim.evidence.spans.emplace_back("period", date->span);
  }

  const Assembler::Impl& impl_;
  const Document& doc_;
  const std::vector<Reading>& readings_;
  SpeechMemory speech_;
  std::string floor_;           ///< to whom all is credited that is said
  std::optional<Party> house_;  ///< whose officials speak in a transcript
  Memory memory_;
  ListReader lists_;
  SectionReader sections_;
  Trace trace_;
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
