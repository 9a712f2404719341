#include "merge/dating.hpp"

#include <algorithm>
#include <iterator>
#include <map>
#include <set>
#include <tuple>

#include "claims/relative.hpp"
#include "merge/compare_values.hpp"
#include "merge/key.hpp"

namespace msmt {
namespace {

constexpr std::string_view kSameEvent = "same_event";
constexpr std::string_view kKnownEvent = "known_event";
constexpr std::string_view kSameReport = "same_report";

/// Smaller figures are shared by chance.
constexpr double kRareFigure = 10;
/// So many figures in common are no chance: the articles retell one report.
constexpr std::size_t kSharedFigures = 3;

/// So many articles that a hint rests on are named; the first by path.
constexpr std::size_t kMostSources = 16;

/// Keeps one more than are named, since an article is no source of its own.
void keep(std::set<std::string>& paths, const std::string& path) {
  paths.insert(path);
  if (paths.size() > kMostSources + 1) paths.erase(std::prev(paths.end()));
}

void name(const std::set<std::string>& paths, DateHint& hint) {
  const auto count = static_cast<std::ptrdiff_t>(std::min(paths.size(), kMostSources));
  hint.sources.assign(paths.begin(), std::next(paths.begin(), count));
}

bool is_shared(const DateHint& hint) {
  return hint.reason == kSameEvent || hint.reason == kKnownEvent || hint.reason == kSameReport;
}

/// A date that a merge has resolved keeps its relative form.
void unresolve(Date& date) {
  if (date.anchored_by != Anchor::inferred || date.edtf.empty()) return;
  if (date.timex_value.starts_with("XXXX-W")) {
    date.edtf.clear();
    date.start.clear();
    date.end.clear();
    date.granularity.clear();
    date.anchored_by = Anchor::none;
    return;
  }
  const auto said = parse_said(date.timex_value);
  const auto relative = [](const std::optional<Point>& end) {
    return end && end->base != Base::absolute;
  };
  if (said && (relative(said->from) || relative(said->to))) date = resolve(*said, {});
}

void resolve_again(Date& date, const Published& published) {
  if (!waits_for_anchor(date)) return;
  const auto said = parse_said(date.timex_value);
  if (date.timex_value.starts_with("XXXX-W") && published.date.size() == 4) {
    // "on Thursday" is within days of an article of which no more than the year is known
    date.edtf = published.date;
    date.start = published.date + "-01-01";
    date.end = published.date + "-12-31";
    date.granularity = "year";
    date.anchored_by = published.from;
    return;
  }
  // Of a month or weekday without a year TIMEX3 does not keep all that was said.
  const Point* stated = said->from ? &*said->from : said->to ? &*said->to : nullptr;
  if (stated == nullptr || stated->base != Base::published) return;
  DateAnchors anchors;
  anchors.published = published.date;
  anchors.published_from = published.from;
  Date resolved = resolve(*said, anchors);
  if (resolved.edtf.empty()) return;
  resolved.timex_value = date.timex_value;
  date = std::move(resolved);
}

template <typename Change>
void each_date(Article& article, Change change) {
  for (Claim& claim : article.claims) {
    if (claim.period) change(*claim.period);
  }
  for (SourceInfo::Listed& listed : article.source.mentions) {
    if (auto* date = std::get_if<Date>(&listed.mention.value)) change(*date);
  }
}

/// A fact with a date of its own, and who states it.
struct DatedFact {
  Said said;
  std::set<std::string> paths;
  bool known = false;  ///< to the lexicon
};

struct Facts {
  std::map<std::string, std::map<std::string, DatedFact>> events;  ///< by fact key, then EDTF
  /// By fact key, then year: articles with a date of their own that state the fact.
  std::map<std::string, std::map<int, std::set<std::string>>> tellers;
};

bool happened(const Claim& claim) { return claim.certainty < Certainty::planned; }

Facts dated_facts(const std::vector<Article>& articles, const Background::Impl& background) {
  Facts facts;
  const auto add = [&](const std::string& key, const std::string& edtf) -> DatedFact* {
    const auto said = parse_said(edtf);
    if (!said || !said->vague.empty()) return nullptr;
    DatedFact& fact = facts.events[key][edtf];
    fact.said = *said;
    return &fact;
  };
  for (const Article& article : articles) {
    const auto published = parse_edtf(article.source.published.date);
    for (const Claim& claim : article.claims) {
      const std::string key = happened(claim) ? fact_key(claim) : std::string();
      if (key.empty()) continue;
      if (published && published->first && !happens_once(claim)) {
        keep(facts.tellers[key][published->first->year], article.source.path);
      }
      if (!claim.period || claim.period->edtf.empty()) continue;
      if (DatedFact* fact = add(key, claim.period->edtf)) keep(fact->paths, article.source.path);
    }
  }
  for (const KnownEvent& event : background.events) {
    for (const std::string& key : event.keys) {
      if (DatedFact* fact = add(key, event.date)) fact->known = true;
    }
  }
  return facts;
}

/// Days on which an article can have appeared.
using Interval = std::optional<std::pair<Day, Day>>;

Interval year_whole(int year) { return {{{year, 1, 1}, {year, 12, 31}}}; }

/// When an article appeared that tells by this point of a date that is `dated`.
Interval when(const Point& told, const Point& dated) {
  if (dated.base != Base::absolute || dated.unknown != 0) return std::nullopt;
  if (told.month != 0 && dated.month != 0 && told.month != dated.month) return std::nullopt;
  if (told.day != 0 && dated.day != 0 && told.day != dated.day) return std::nullopt;
  if (told.base == Base::published && told.unit == 'Y') return year_whole(dated.year - told.shift);
  if (told.base == Base::published && told.unit == 'M' && dated.month != 0) {
    const int months = dated.year * 12 + dated.month - 1 - told.shift;
    const int year = months / 12;
    const int month = months % 12 + 1;
    return {{{year, month, 1}, {year, month, days_in_month(year, month)}}};
  }
  // "last October": after that month and before the next one of its name
  const bool recurs = told.base == Base::free && told.month != 0 && dated.month != 0;
  if (!recurs || (told.pick != Pick::before && told.pick != Pick::latest)) return std::nullopt;
  const int days = days_in_month(dated.year, dated.month);
  return {{day_of(day_number({dated.year, dated.month, days}) + 1),
           day_of(day_number({dated.year + 1, dated.month, 1}) - 1)}};
}

Interval meet(const Interval& a, const Interval& b) {
  if (!a || !b) return std::nullopt;
  const auto first = std::max(a->first, b->first);
  const auto last = std::min(a->second, b->second);
  return last < first ? std::nullopt : Interval({first, last});
}

/// Both ends of a span must agree. A year takes in a span.
Interval when(const Said& told, const Said& dated) {
  if (!told.span && !dated.span) {
    return told.from && dated.from ? when(*told.from, *dated.from) : std::nullopt;
  }
  if (!told.span && told.from && told.from->month == 0 && dated.from && dated.to) {
    return meet(when(*told.from, *dated.from), when(*told.from, *dated.to));
  }
  if (!told.span || !dated.span) return std::nullopt;
  if (told.from.has_value() != dated.from.has_value()) return std::nullopt;
  if (told.to.has_value() != dated.to.has_value()) return std::nullopt;
  if (!told.from || !told.to) {
    return told.from ? when(*told.from, *dated.from) : when(*told.to, *dated.to);
  }
  return meet(when(*told.from, *dated.from), when(*told.to, *dated.to));
}

/// What one event of an article says of its date.
struct Vote {
  Interval days;
  DateHint hint;
};

/// `2025` for the year, `2025-06` for the month, else both days.
std::string shown(const std::pair<Day, Day>& days) {
  const std::string first = to_string(days.first);
  const std::string last = to_string(days.second);
  if (first.ends_with("-01-01") && last == first.substr(0, 4) + "-12-31") return first.substr(0, 4);
  const int end = days_in_month(days.second.year, days.second.month);
  const bool month = days.first.day == 1 && days.second.day == end;
  if (month && first.substr(0, 7) == last.substr(0, 7)) return first.substr(0, 7);
  return first + "/" + last;
}

std::optional<Vote> vote_of(const Claim& claim, const std::string& own_path, const Facts& facts) {
  if (!claim.period || !waits_for_anchor(*claim.period) || !happened(claim)) return std::nullopt;
  const auto told = parse_said(claim.period->timex_value);
  const auto found = facts.events.find(fact_key(claim));
  if (!told || found == facts.events.end()) return std::nullopt;
  Vote vote;
  std::set<std::string> paths;
  bool known = false;
  for (const auto& [edtf, fact] : found->second) {
    const Interval days = when(*told, fact.said);
    if (!days) continue;
    vote.days = vote.days ? meet(vote.days, days) : days;
    if (!vote.days) return std::nullopt;  // others date the event in two ways
    known = known || fact.known;
    paths.insert(fact.paths.begin(), fact.paths.end());
  }
  if (!vote.days) return std::nullopt;
  paths.erase(own_path);
  const Evidence& evidence = claim.evidence;
  const auto period = std::find_if(evidence.spans.begin(), evidence.spans.end(),
                                   [](const auto& span) { return span.first == "period"; });
  vote.hint.reason = paths.empty() && known ? kKnownEvent : kSameEvent;
  vote.hint.date = shown(*vote.days);
  vote.hint.bytes = period == evidence.spans.end() ? evidence.bytes : period->second;
  vote.hint.line = evidence.line;
  name(paths, vote.hint);
  return vote;
}

/// Where an article tells the latest date as past that it tells of.
std::optional<int> latest_past_year(const std::vector<DateHint>& hints) {
  for (const DateHint& hint : hints) {
    if (hint.reason != "past_date") continue;
    if (const auto range = parse_edtf(hint.date); range && range->first) return range->first->year;
  }
  return std::nullopt;
}

/// An article that shares figures with articles of one year retells what they retell, and is of
/// that year where the last date that it names is of it or of the year before.
void date_by_report(Article& article, const Facts& facts) {
  std::vector<DateHint>& hints = article.source.dating;
  struct Shared {
    std::set<std::string> figures;
    std::set<std::string> paths;
    DateHint hint;
  };
  std::map<int, Shared> years;
  for (const Claim& claim : article.claims) {
    const std::string key = happened(claim) ? fact_key(claim) : std::string();
    const auto found = facts.tellers.find(key);
    if (found == facts.tellers.end()) continue;
    for (const auto& [year, paths] : found->second) {
      Shared& shared = years[year];
      if (shared.figures.empty()) {
        shared.hint = {std::string(kSameReport),
                       std::to_string(year),
                       claim.evidence.bytes,
                       claim.evidence.line,
                       {}};
      }
      shared.figures.insert(key);
      shared.paths.insert(paths.begin(), paths.end());
    }
  }
  if (years.size() != 1) return;
  auto& [year, shared] = *years.begin();
  const auto past = latest_past_year(hints);
  const std::string day = dateline_day(hints, year);
  if (shared.figures.size() < kSharedFigures || day.empty() || !allows(hints, day)) return;
  if (!past || (*past != year && *past != year - 1)) return;
  article.source.published = {day, Anchor::inferred};
  name(shared.paths, shared.hint);
  hints.push_back(std::move(shared.hint));
}

/// The year that most of the events allow, where no other one has as many; with the day of the
/// dateline, or the month that these events leave.
void date_article(Article& article, const Facts& facts) {
  std::vector<DateHint>& hints = article.source.dating;
  std::map<std::string, Vote> events;  // by fact
  for (const Claim& claim : article.claims) {
    if (auto vote = vote_of(claim, article.source.path, facts)) {
      events.emplace(fact_key(claim), std::move(*vote));
    }
  }
  std::map<int, std::vector<const Vote*>> years;
  for (const auto& [key, vote] : events) {
    for (int year = vote.days->first.year; year <= vote.days->second.year; ++year) {
      const std::string day = dateline_day(hints, year);
      if (day.empty() || !allows(hints, day) || !allows({vote.hint}, day)) continue;
      years[year].push_back(&vote);
    }
  }
  if (years.empty()) return;
  const auto most = std::max_element(years.begin(), years.end(), [](const auto& a, const auto& b) {
    return a.second.size() < b.second.size();
  });
  const auto& [year, votes] = *most;
  const bool alone = std::none_of(years.begin(), years.end(), [&](const auto& other) {
    return other.first != most->first && other.second.size() == most->second.size();
  });
  if (!alone || 2 * votes.size() <= events.size()) return;
  std::string date = dateline_day(hints, year);
  Interval days = year_whole(year);
  for (const Vote* vote : votes) days = meet(days, vote->days);
  if (date.size() == 4 && days && days->first.month == days->second.month) {
    date = to_string(days->first).substr(0, 7);
  }
  article.source.published = {date, Anchor::inferred};
  std::vector<DateHint> shared;
  for (const Vote* vote : votes) shared.push_back(vote->hint);
  std::sort(shared.begin(), shared.end(), [](const DateHint& a, const DateHint& b) {
    return std::tie(a.bytes, a.date, a.sources) < std::tie(b.bytes, b.date, b.sources);
  });
  std::move(shared.begin(), shared.end(), std::back_inserter(hints));
}

}  // namespace

std::string fact_key(const Claim& claim) {
  const std::vector<std::string> kinds = kinds_of(claim);
  std::string actor = party_key(claim.actor);
  std::string target = party_key(claim.target);
  if (is_mutual(claim.type) && target < actor) std::swap(actor, target);
  std::string key = claim.type + "\x1f" + actor + "\x1f" + target + "\x1f" +
                    (kinds.empty() ? std::string() : kinds.front());
  const bool body = claim.type == "establishment" || claim.type == "dissolution";
  if (happens_once(claim)) {
    const bool veto = claim.type == "veto";
    const bool named = body            ? !actor.empty()
                       : veto          ? !actor.empty() && (!kinds.empty() || !target.empty())
                       : kinds.empty() ? !target.empty()
                                       : !actor.empty() && !target.empty();
    return named ? key : std::string();
  }
  const auto range = claim.quantity ? range_of(*claim.quantity) : std::nullopt;
  if (!range || range->core_low < kRareFigure || range->core_low != range->core_high) return {};
  if (actor.empty() || target.empty() || kinds.empty()) return {};
  Quantity bare;
  bare.value = range->core_low;
  return key + "\x1f" + range->unit.name + "\x1f" + shown(bare) + (claim.part ? "\x1fpart" : "");
}

void forget_dating(Article& article) {
  if (std::erase_if(article.source.dating, is_shared) > 0) article.source.published = {};
  each_date(article, unresolve);
}

void date_articles(std::vector<Article>& articles, const Background::Impl& background) {
  for (Article& article : articles) forget_dating(article);
  const bool wanting = std::any_of(articles.begin(), articles.end(), [](const Article& article) {
    return article.source.published.date.empty();
  });
  if (!wanting) return;
  const Facts facts = dated_facts(articles, background);
  for (Article& article : articles) {
    if (!article.source.published.date.empty()) continue;
    date_article(article, facts);
    if (article.source.published.date.empty()) date_by_report(article, facts);
    if (article.source.published.date.empty()) continue;
    const Published published = article.source.published;
    each_date(article, [&](Date& date) { resolve_again(date, published); });
  }
}

}  // namespace msmt
