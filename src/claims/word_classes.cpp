#include "claims/word_classes.hpp"

#include <algorithm>
#include <iterator>
#include <string>
#include <vector>

#include "lexicon/tsv.hpp"
#include "msmt/error.hpp"

namespace msmt {

namespace {

// clang-format off
constexpr std::string_view kNames[] = {
    "ability", "accuse", "address", "adjective_too", "admit", "allegation", "allocate", "amount",
    "any_body", "any_kind", "anybody", "appetite", "armed_body", "army", "army_trade", "arrive",
    "assault", "attack_noun", "ban", "band", "bargain", "barrier", "body", "borne", "bound",
    "break_off", "bring_over", "bring_total", "budget", "bystander", "cabinet", "capped", "captive",
    "captured", "cargo", "carry", "cease", "coffin", "combat", "contents", "conveyance",
    "counterpart", "couple", "crewed", "crime", "curb", "curb_noun", "decide", "decision", "decree",
    "demand", "denounce", "describe", "difficult", "direction", "effort", "equip", "estimate_noun",
    "evade", "evidence", "examine", "facility", "fallen", "figure", "find", "firm", "flaw", "flies",
    "garrison", "gather", "gift", "giver", "halt_noun", "hand_on", "hand_out", "have_members",
    "heading", "hit_back", "hold_course", "home_body", "home_force", "honorific", "house", "human",
    "insurgent", "intent", "inverting", "involvement", "job", "keep_account", "killed", "land",
    "lesson", "let", "let_go", "life", "lifeless", "lift_rule", "light", "listing", "lookout",
    "loose_theft", "make", "manner", "mission", "monetary", "motion", "muster", "naming", "need",
    "news", "no_body", "object_control", "oblige", "office_field", "officeholder", "offload",
    "only_verbs", "operate", "order_out", "outflow", "own_end", "partner", "pay", "pay_system",
    "payer", "penalize", "perform", "permit", "place", "plan", "portion", "position", "price",
    "private_person", "promise", "prosecute", "provided", "put_figure", "quality", "rank", "ranked",
    "reach", "reckoning", "region_of_states", "resort", "rule_verb", "sanctioned", "seafaring",
    "seated", "service", "set_rule", "side_in_general", "soldier_of_fortune", "soldiering", "speak",
    "specialist", "spend", "sponsored", "stand_in", "state", "state_unit", "struck", "support_noun",
    "support_verb", "swap", "swell", "take_in", "taker", "tally", "telling_noun", "tested",
    "theft_noun", "thief", "time_span", "trace_to", "trade", "trading", "trainees",
    "training_place", "transact", "trip", "unconventional", "undergo", "unit_member", "unlawful",
    "urge", "war_side", "warfare", "watch", "waters", "wave", "which_one", "wish", "work", "wounded"
};
// clang-format on
static_assert(std::size(kNames) == kWordClasses && std::ranges::is_sorted(kNames));

}  // namespace

std::string_view to_string(WordClass word_class) {
  return kNames[static_cast<std::size_t>(word_class)];
}

WordClasses::WordClasses(const Lexicons& lexicons) {
  const Table& table = lexicons.table("word_classes");
  for (const Row& row : table.rows) {
    const std::string_view name = table.cell(row, "class");
    const auto* const known = std::find(std::begin(kNames), std::end(kNames), name);
    if (known == std::end(kNames)) {
      throw Error(
          row.where(), "no rule asks for the class \"" + std::string(name) + "\"",
          offer_names(name, std::vector<std::string>(std::begin(kNames), std::end(kNames))));
    }
    auto& words = words_[static_cast<std::size_t>(known - std::begin(kNames))];
    for (const std::string_view form : table.list(row, "forms")) words.insert(form);
  }
}

}  // namespace msmt
