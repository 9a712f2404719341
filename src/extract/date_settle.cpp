/// From what the dates of a sentence say to their values: each may lean on the publication, on the
/// date before it, or on what the article tells of.
#include <algorithm>
#include <cctype>
#include <cstdlib>
#include <string>

#include "extract/date_aside.hpp"
#include "extract/date_readers.hpp"
#include "extract/rule.hpp"

namespace msmt {

namespace {

/// "1939-11-26", "-0047-01-04"
bool is_whole_date(std::string_view edtf) {
  constexpr std::size_t kWholeDate = 10;  // YYYY-MM-DD
  if (edtf.starts_with('-')) edtf.remove_prefix(1);
  return edtf.size() == kWholeDate;
}

/// "49 BC", "AD 9": whether an era stands beside the figures [begin, end).
bool has_era(std::string_view text, std::size_t begin, std::size_t end) {
  const std::string_view before = text.substr(0, begin);
  const std::string_view after = text.substr(end);
  return after.starts_with(" BC") || after.starts_with(" B.C.") || after.starts_with(" AD") ||
         before.ends_with("AD ") || before.ends_with("A.D. ");
}

/// Whether a text reports: a weekday without its date, "last year" and the like count from the day of its publication.
bool reports(std::string_view text) {
  static constexpr std::string_view kNow[] = {"last week",  "last month", "last year", "this week",
                                              "this month", "this year",  "yesterday"};
  static constexpr std::string_view kDays[] = {"Monday", "Tuesday",  "Wednesday", "Thursday",
                                               "Friday", "Saturday", "Sunday"};
  const auto stands = [&](std::string_view words) {
    return text.find(" " + std::string(words)) != std::string_view::npos;
  };
  if (std::any_of(std::begin(kNow), std::end(kNow), stands)) return true;
  return std::any_of(std::begin(kDays), std::end(kDays), [&](std::string_view day) {
    for (std::size_t at = text.find(day); at != std::string_view::npos;
         at = text.find(day, at + day.size())) {
      // "On Sunday, 7 December", "on Tuesday, February 2": a day of the story
      std::size_t next = at + day.size();
      while (next < text.size() && (text[next] == ',' || text[next] == ' ')) ++next;
      const bool dated =
          next < text.size() && next > at + day.size() &&
          ((text[next] >= '0' && text[next] <= '9') || (text[next] >= 'A' && text[next] <= 'Z'));
      if (!dated) return true;
    }
    return false;
  });
}

/// Whether an article tells of the past, so that a day or month goes on from its own last date: most of
/// the years that it names lie well before its publication or, if that is unknown, before 2000 — or
/// it names many. News that looks back to a few years does not.
bool tells_story(const Document& doc) {
  constexpr std::size_t kMost = 1U << 15U;  // bytes: the head of a book says what the book is
  constexpr int kRecent = 3;                // years before publication that are news
  constexpr int kLongAgo = 2000;
  const std::string_view text = std::string_view(doc.bytes).substr(0, kMost);
  const auto digit = [&](std::size_t i) {
    return i < text.size() && text[i] >= '0' && text[i] <= '9';
  };
  const auto letter = [&](std::size_t i) {
    return i < text.size() && std::isalpha(static_cast<unsigned char>(text[i])) != 0;
  };
  const bool dated = doc.published.date.size() >= 4;
  const int limit = dated ? std::atoi(doc.published.date.substr(0, 4).c_str()) - kRecent : kLongAgo;
  int old = 0;
  int recent = 0;
  std::size_t first = text.size();  // the first year, when it is an old one
  std::size_t opening = first;      // the first of any age
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (!digit(i)) continue;
    std::size_t end = i;
    while (digit(end)) ++end;
    const char before = i == 0 ? ' ' : text[i - 1];
    const bool whole =
        before != '.' && before != ',' && before != '-' && before != '$' &&
        !(i > 0 && letter(i - 1)) && !letter(end) &&
        !((end < text.size() && (text[end] == ',' || text[end] == '.')) && digit(end + 1));
    if (end - i == 4 && whole) {
      const int year = std::atoi(std::string(text.substr(i, 4)).c_str());
      if (year >= 1000 && year < 2100) ++(year <= limit ? old : recent);
    } else if (end - i < 4 && whole && has_era(text, i, end)) {
      ++old;
    }
    if (old == 1 && recent == 0 && first == text.size()) first = i;
    if (old + recent == 1 && opening == text.size()) opening = i;
    i = end;
  }
  constexpr int kFew = 3;
  constexpr int kSeveral = 5;
  constexpr int kMany = 8;
  if (!dated && old + recent >= kMany) return true;
  // "On 28 June 1914 the archduke was shot. …": it begins so and names no year of now, or several of any
  constexpr std::size_t kOpening = 160;
  if (!dated && recent == 0 && old > 0 && first < kOpening) return true;
  if (!dated && old + recent >= kSeveral && opening < kOpening) return true;
  if (old < kFew || old <= 2 * recent) return false;
  return !dated || old + recent >= kMany || !reports(text);
}

/// "Thursday", "today" and the like place the report, not the story.
bool places_report(const Said& said) {
  if (!said.from || said.span) return !said.vague.empty();
  const Point& point = *said.from;
  const bool weekday = point.base == Base::free && point.weekday != 0;
  const bool day = point.base == Base::published && point.unit == 'D';
  return weekday || day;
}

/// "the year" is the publication's unless the same or the last sentence has named another.
void lean_on_publication(Said& said, const DateAnchors& anchors) {
  const auto told = parse_edtf(anchors.last_date);
  const Point& point = said.from ? *said.from : *said.to;
  const int needed = point.unit == 'Y' ? 1 : 3;  // year, month
  const bool coarse = told && told->precision < needed && !anchors.story;
  const bool near = anchors.sentences_since <= 1 || anchors.story;
  if (!anchors.last_date.empty() && near && !coarse) return;
  for (std::optional<Point>* end : {&said.from, &said.to}) {
    if (*end && (*end)->base == Base::narrative) (*end)->base = Base::published;
  }
}

/// "Over the next three months both dug in": in a story that is reckoned from where it stands.
void lean_window_on_story(Said& said) {
  if (said.length.empty() || !said.from || !said.to || said.to->shift <= 0) return;
  said.from->base = Base::narrative;
  said.to->base = Base::narrative;
}

/// What leans on a date that nothing anchors leans on the same anchor: after "in October last
/// year", "March of the same year" is March of last year.
void lean_on_said(Said& said, const std::string& last, std::size_t sentences_since) {
  constexpr std::size_t kReach = 6;  // sentences: about a paragraph
  const auto told = parse_said(last);
  if (!told || !told->vague.empty() || sentences_since > kReach) return;
  const Point& origin = told->from ? *told->from : *told->to;
  if (origin.base != Base::published || origin.unit != 'Y') return;
  for (std::optional<Point>* end : {&said.from, &said.to}) {
    if (!*end || (*end)->pick != Pick::latest) continue;
    Point& point = **end;
    if (point.base == Base::narrative && point.unit == 'Y') {
      point.base = Base::published;
      point.shift += origin.shift;
    } else if (point.base == Base::free && point.weekday == 0 && point.month >= origin.month &&
               origin.shift < 0 && !said.span && sentences_since <= (origin.month == 0 ? 0U : 1U)) {
      // "dismantled in April last year and launched in October"
      point.base = Base::published;
      point.unit = 'Y';
      point.shift = origin.shift;
    }
  }
}

/// What the rules of time_rules.cpp found: an hour is of the day that the story stands at, lengths and
/// repetitions are of none.
void settle_time(Date& date, const Said& said, const DateAnchors& anchors) {
  const std::string type = date.timex_type;
  if (type == "TIME") {
    date = resolve(said, anchors);
    if (date.edtf.empty()) date.timex_value = "XXXX-XX-XX" + said.time;
  } else {
    date = resolve(said, {});
    date.edtf.clear();
  }
  date.timex_type = type;
}

/// "between 2 a.m. and 4 a.m. on Sunday": the day of the date that a time is joined to; "" for none.
std::string day_behind(const Scene& scene, const Mentions& mentions, const Mention& mention,
                       const DateAnchors& anchors) {
  const Mention* next = &mention + 1;
  if (next >= mentions.data() + mentions.size() || next->rule.starts_with("time/")) return {};
  const auto* date = std::get_if<Date>(&next->value);
  const std::string_view joint =
      scene.doc.words(Span{mention.span.end, std::max(mention.span.end, next->span.begin)});
  const bool joined = joint == " and " || joint == " to " || joint == "-" || joint == " or ";
  const auto said = date != nullptr && joined ? parse_said(date->timex_value) : std::nullopt;
  if (!said || said->time.empty()) return {};
  const Date resolved = resolve(*said, anchors);
  return resolved.granularity == "day" && is_whole_date(resolved.edtf) ? resolved.edtf : "";
}

/// "In the night of 16 to 17 January … At 3 a.m.": the day that two in a row lead to.
std::string morning_of(const std::string& edtf) {
  const std::size_t slash = edtf.find('/');
  const auto range = slash == std::string::npos ? std::nullopt : parse_edtf(edtf);
  if (!range || !range->first || !range->last || !is_whole_date(edtf.substr(0, slash))) return edtf;
  const bool next = day_number(*range->last) == day_number(*range->first) + 1;
  return next ? to_string(*range->last) : edtf;
}

/// "Before dawn on 22 January he left. At noon …": an hour is of the day in its sentence, else of the one
/// that the story stands at, else of the report's.
void anchor_hour(DateAnchors& anchors, const Narrative& narrative, const std::string& day,
                 std::size_t sentence) {
  const bool close = anchors.sentences_since <= 1 || anchors.story;
  if (day.empty() && close) anchors.last_date = morning_of(anchors.last_date);
  const bool told = close && is_whole_date(anchors.last_date);
  if (day.empty() && told) return;
  const bool near = !narrative.last_day.empty() && sentence - narrative.last_day_sentence <= 1;
  if (!day.empty()) {
    anchors.last_date = day;
    anchors.last_from = Anchor::inferred;
  } else if (near) {
    anchors.last_date = narrative.last_day;
    anchors.last_from = narrative.last_day_from;
  } else {
    anchors.last_date = anchors.published;
    anchors.last_from = anchors.published_from;
  }
  anchors.sentences_since = 0;
}

/// "seven months later", "by that evening": goes on from the date before it.
bool leans_on_told(const Said& said) {
  const std::optional<Point>& point = said.from ? said.from : said.to;
  return point && point->base == Base::narrative;
}

/// "the next day", "that Friday", "two weeks later": reckoned from a day, be it only the report's.
bool leans_on_day(const Said& said) {
  const auto leans = [](const std::optional<Point>& point) {
    return point && point->base == Base::narrative &&
           (point->unit == 'D' || point->unit == 'W' || (point->weekday != 0 && point->month == 0));
  };
  return leans(said.from) || leans(said.to);
}

/// "The plant was hit on Tuesday. The next day …": no day that the story stands at is as near.
void anchor_on_day(DateAnchors& anchors, const Narrative& narrative, std::size_t sentence) {
  const bool whole = is_whole_date(anchors.last_date);
  const bool told = whole && (anchors.sentences_since <= 1 || anchors.story);
  const bool nearer = narrative.last_day_sentence == sentence &&
                      narrative.last_date_sentence < sentence && !anchors.story;
  if ((told && !nearer) || narrative.last_day.empty()) return;
  // "Rainfall in August was heavy. … were reported the day before": no month is a day to go on from
  const bool month = !whole && !anchors.story;
  if (narrative.last_day_sentence < narrative.last_date_sentence && !month) return;
  anchors.last_date = narrative.last_day;
  anchors.last_from = narrative.last_day_from;
  anchors.sentences_since = sentence - std::min(sentence, narrative.last_day_sentence);
}

/// "up from $2 million a year earlier", said of a quarter: the same quarter of the year before.
bool compares_quarters(const Mention& mention, const Said& said, const Date* before,
                       const Narrative& narrative, std::size_t sentence) {
  if (mention.rule != "date/ago" && mention.rule != "date/later") return false;
  if (said.span || !said.from || said.from->unit != 'Y' || said.from->shift != -1 ||
      said.from->approximate) {
    return false;
  }
  if (before != nullptr) return before->granularity == "quarter";
  constexpr std::size_t kReach = 3;  // sentences
  return !narrative.quarter.empty() && sentence - narrative.quarter_sentence <= kReach;
}

void lean_on_quarter(Said& said) {
  said.from = Point{};
  said.from->base = Base::narrative;
  said.from->unit = 'Q';
  said.from->shift = -4;
}

/// A report is about one quarter; those of other years are there to compare.
void remember_quarter(Narrative& narrative, const Date& date, const Said& said,
                      std::size_t sentence) {
  if (date.granularity != "quarter" || (said.from && said.from->shift == -4)) return;
  constexpr std::size_t kYear = 4;  // YYYY
  const std::string& known = narrative.quarter;
  const bool other_year = known.size() == date.edtf.size() && known > date.edtf &&
                          known.substr(kYear, 3) == date.edtf.substr(kYear, 3);
  if (!other_year) narrative.quarter = date.edtf;
  narrative.quarter_sentence = sentence;
}

}  // namespace

/// Resolves the dates of a sentence in text order; each may lean on the one before it.
void settle_dates(const Scene& scene, Mentions& mentions) {
  Narrative& narrative = scene.narrative;
  const auto sentence = static_cast<std::size_t>(&scene.sentence - scene.doc.sentences.data());
  std::string day;  // the last one of this sentence
  const Date* before = nullptr;
  Aside aside;
  bool at_report = false;  // "born 12 May 1950, died on Thursday (May 29)"
  for (Mention& mention : mentions) {
    auto* date = std::get_if<Date>(&mention.value);
    if (date == nullptr) continue;
    auto said = parse_said(date->timex_value);
    if (!said) continue;
    const bool timed = mention.rule.starts_with("time/");
    if (!timed) aside.meet(scene, mention, *said, narrative);
    DateAnchors anchors;
    anchors.published = scene.doc.published.date;
    anchors.published_from = scene.doc.published.from;
    anchors.last_date = narrative.last_date;
    anchors.last_from = narrative.last_date_from;
    anchors.sentences_since = sentence - std::min(sentence, narrative.last_date_sentence);
    if (!narrative.story) narrative.story = tells_story(scene.doc);
    anchors.story = *narrative.story;
    if (timed) {
      const std::string joined = day.empty() ? day_behind(scene, mentions, mention, anchors) : day;
      anchor_hour(anchors, narrative, joined, sentence);
      settle_time(*date, *said, anchors);
      continue;
    }
    const bool recurs = !said->span && said->from && said->from->base == Base::free;
    if (at_report && recurs && !anchors.story) anchors.last_date.clear();
    if (mention.rule == "date/part_of" || mention.rule == "date/years_end" ||
        mention.rule == "date/the_year") {
      lean_on_publication(*said, anchors);
    }
    if (mention.rule == "date/quarter_noun") anchors.last_date.clear();
    if (!at_report) lean_on_said(*said, narrative.last_date, anchors.sentences_since);
    if (anchors.story) lean_window_on_story(*said);
    if (leans_on_day(*said)) anchor_on_day(anchors, narrative, sentence);
    anchors.quarter = narrative.quarter;
    if (compares_quarters(mention, *said, before, narrative, sentence)) lean_on_quarter(*said);
    const bool no_quarter = anchors.quarter.empty() && said->from && said->from->shift == -4;
    if (no_quarter && (mention.rule == "date/year_ago" || mention.rule == "date/same_period")) {
      said->from->unit = 'Y';
      said->from->shift = -1;
      const std::string_view words = scene.doc.words(mention.span);
      if (words.ends_with("last year") || words.ends_with("ago"))
        said->from->base = Base::published;
      lean_on_publication(*said, anchors);
    }
    *date = resolve(*said, anchors);
    before = date;
    if (date->edtf.empty()) {
      if (places_report(*said) || !said->length.empty()) continue;
      if (leans_on_told(*said)) continue;
      // Not EDTF, so nothing is reckoned from it; lean_on_said() reads it.
      narrative.last_date = date->timex_value;
      narrative.last_date_from = Anchor::none;
      narrative.last_date_sentence = sentence;
      continue;
    }
    if (date->granularity == "day" && date->start == date->end) {
      day = date->edtf;
      narrative.last_day = day;
      narrative.last_day_from = date->anchored_by;
      narrative.last_day_sentence = sentence;
    }
    if (said->span && !said->from && !said->time.empty() && date->granularity == "day") {
      day = date->end;  // "before dawn on 22 January"
      narrative.last_day = day;
      narrative.last_day_from = date->anchored_by;
      narrative.last_day_sentence = sentence;
    }
    remember_quarter(narrative, *date, *said, sentence);
    at_report = places_report(*said);
    // a window that reaches back from publication is no place for a story to go on from
    if (!said->length.empty() || mention.rule == "date/since_then") continue;
    const bool told = anchors.story && said->from && said->from->base == Base::free;
    if (at_report && !told) continue;
    // no story goes on from "the 1920s"
    const bool long_time = date->granularity == "decade" || date->granularity == "century";
    if (anchors.story && long_time && !narrative.last_date.empty()) continue;
    narrative.last_date = date->edtf;
    narrative.last_date_from = date->anchored_by;
    narrative.last_date_sentence = sentence;
  }
  aside.end(narrative);
  mentions.erase(std::remove_if(mentions.begin(), mentions.end(),
                                [](const Mention& mention) {
                                  const auto* date = std::get_if<Date>(&mention.value);
                                  return mention.rule == "date/since_then" && date != nullptr &&
                                         date->edtf.empty();
                                }),
                 mentions.end());
}

}  // namespace msmt
