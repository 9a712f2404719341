/// The body whose report an article retells.
#include <algorithm>
#include <array>
#include <map>

#include "claims/speaker_names.hpp"

namespace msmt {

namespace {

/// Whether a sentence tells of a body's end: a panel that was vetoed or disbanded reports no more.
bool ended(const Reading& reading) {
  static constexpr std::array<std::string_view, 11> kEnds = {
      "veto",       "vetoed",      "disbanded", "dissolved", "expired", "shut",
      "disbanding", "dissolution", "defunct",   "replace",   "demise"};
  return std::any_of(reading.tokens.begin(), reading.tokens.end(), [](const Token& token) {
    return std::find(kEnds.begin(), kEnds.end(), token.folded) != kEnds.end();
  });
}

/// Whether token i, "report", stands behind the name of a body that reports on everything: "a UN report".
bool is_others(const Reading& reading, std::size_t i) {
  return i > 0 &&
         std::any_of(reading.mentions.begin(), reading.mentions.end(), [&](const Mention& mention) {
           const auto* body = std::get_if<Organization>(&mention.value);
           return body != nullptr && body->kind != "monitoring body" &&
                  body->kind != "think tank" && body->kind != "expert panel" &&
                  mention.span.end == reading.tokens[i - 1].span.end;
         });
}

}  // namespace

std::string find_report_owner(const std::vector<Reading>& readings) {
  std::map<std::string, int> score;
  std::vector<bool> reports;
  reports.reserve(readings.size());
  for (const Reading& reading : readings) {
    bool told = false;
    for (std::size_t i = 0; i < reading.tokens.size(); ++i) {
      const std::string& word = reading.tokens[i].folded;
      told = told ||
             ((word == "report" || word == "assessment" || word == "study" || word == "findings") &&
              !is_others(reading, i));
    }
    reports.push_back(told);
  }
  for (std::size_t r = 0; r < readings.size(); ++r) {
    // beside the word counts most, the sentence before or after it less
    const bool near = (r > 0 && reports[r - 1]) || (r + 1 < reports.size() && reports[r + 1]);
    if (!reports[r] && !near) continue;
    for (const Mention& mention : readings[r].mentions) {
      const auto* body = std::get_if<Organization>(&mention.value);
      if (body == nullptr) continue;
      if (body->kind == "monitoring body" || body->kind == "think tank" ||
          body->kind == "expert panel") {
        score[body->name] += reports[r] ? 4 : 2;
        // a panel that only stands in another body's history weighs less than the one that reports
        if (body->kind == "expert panel") score[body->name] -= ended(readings[r]) ? 4 : 1;
      }
    }
  }
  std::string best;
  int most = 0;
  for (const auto& [name, points] : score) {
    if (points > most) {
      most = points;
      best = name;
    }
  }
  if (best.empty() && std::find(reports.begin(), reports.end(), true) != reports.end()) {
    // a report whose body is named further on
    for (const Reading& reading : readings) {
      for (const Mention& mention : reading.mentions) {
        const auto* body = std::get_if<Organization>(&mention.value);
        if (body != nullptr && body->kind == "monitoring body") return body->name;
      }
    }
  }
  return best;
}

std::string find_reporter(const std::vector<Reading>& readings, const std::string& owner) {
  for (const Reading& reading : readings) {
    for (const Mention& mention : reading.mentions) {
      const auto* body = std::get_if<Organization>(&mention.value);
      if (body != nullptr && body->name == owner && body->kind == "monitoring body") return owner;
    }
  }
  return {};
}

}  // namespace msmt
