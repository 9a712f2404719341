// What each line of a page is. Markers, tags and credits are cut off here, so that later steps see
// the text alone.

#include <algorithm>
#include <iterator>

#include "text/page.hpp"
#include "text/utf8.hpp"

namespace msmt::text {
namespace {

using utf8::CodePoint;

/// Fewer than one Latin letter in four: a line in another script, left alone.
bool is_foreign(std::string_view seen) {
  std::size_t letters = 0;
  std::size_t latin = 0;
  for (std::size_t at = 0; at < seen.size();) {
    const CodePoint c = utf8::decode(seen, at);
    if (utf8::is_letter(c.value)) ++letters;
    if (utf8::is_latin(c.value)) ++latin;
    at += c.size;
  }
  return letters > 0 && latin * 4 < letters;
}

void narrow(std::string_view text, Line& line, std::size_t begin, std::size_t end) {
  line.span = utf8::trim(text, {begin, end});
  describe(text, line);
}

/// Bytes of a tag of the broadcast or the news desk at the start of a line ("[LEAD]",
/// "(SOUNDBITE)"), or 0.
std::size_t tag_size(std::string_view seen) {
  constexpr std::string_view kTags[] = {
      "anchor",     "analysis",   "breaking",  "breaking news", "column",
      "editorial",  "exclusive",  "explainer", "feature",       "file",
      "focus",      "graphic",    "in brief",  "infographic",   "interview",
      "intro",      "lead",       "live",      "nat sound",     "news",
      "news focus", "news today", "opinion",   "outro",         "pkg",
      "report",     "reporter",   "sb",        "soundbite",     "studio",
      "update",     "updated",    "vcr",       "video",         "watch",
      "english",    "photo",      "photos",    "world",         "politics"};
  if (seen.empty() || (seen[0] != '[' && seen[0] != '(')) return 0;
  const std::size_t close = seen.substr(0, 40).find(seen[0] == '[' ? ']' : ')');
  if (close == seen.npos) return 0;
  const std::string inner = fold_line(seen.substr(1, close - 1));
  if (std::find(std::begin(kTags), std::end(kTags), inner) == std::end(kTags)) return 0;
  const std::size_t after = utf8::skip_space(seen, close + 1, seen.size());
  return after < seen.size() && utf8::is_lower(utf8::decode(seen, after).value) ? 0 : after;
}

/// Bytes of a list marker with the space after it ("- ", "• ", "1. ", "(a) "), or 0.
std::size_t marker_size(std::string_view seen) {
  const CodePoint first = utf8::decode(seen, 0);
  std::size_t size = 0;
  constexpr std::u32string_view kBullets = U"-*•–—·▪◦‣●■○►➤▶✓";
  if (kBullets.find(first.value) != kBullets.npos) {
    size = first.size;
  } else {
    const bool bracket = first.value == U'(';
    const std::size_t begin = bracket ? 1 : 0;
    std::size_t end = begin;
    while (end < seen.size() && end - begin < 3 && seen[end] >= '0' && seen[end] <= '9') ++end;
    const bool digits = end > begin;
    if (!digits) {
      while (end < seen.size() && end - begin < 4 &&
             (seen[end] == 'i' || seen[end] == 'v' || seen[end] == 'x'))
        ++end;
      if (end == begin && end < seen.size() && seen[end] >= 'a' && seen[end] <= 'z') ++end;
    }
    if (end == begin || end >= seen.size()) return 0;
    if (seen[end] != ')' && !(seen[end] == '.' && digits && !bracket)) return 0;
    size = end + 1;
  }
  const std::size_t text = utf8::skip_space(seen, size, seen.size());
  return text > size && text < seen.size() ? text : 0;
}

/// A marker at a line break of running text: "… on Oct.⏎16. The …", "… ships⏎- among them …".
bool is_wrapped_text(const std::vector<Line>& lines, std::size_t i, std::size_t marker,
                     std::string_view text) {
  if (i == 0 || lines[i].gap > 0) return false;
  const Line& before = lines[i - 1];
  const auto marked = [&](const Line& line) {
    return marker_size(text.substr(line.written.begin, line.written.size())) > 0;
  };
  if (before.role != Role::prose || before.ends || before.width < 40 ||
      before.folded.ends_with(':'))
    return false;
  if (marked(before) || (i + 1 < lines.size() && marked(lines[i + 1]))) return false;
  const std::string_view seen = text.substr(lines[i].written.begin, lines[i].written.size());
  return (seen[0] >= '0' && seen[0] <= '9') || utf8::is_lower(utf8::decode(seen, marker).value);
}

void read_heading(std::string_view text, Line& line) {
  const std::string_view seen = text.substr(line.span.begin, line.span.size());
  if (const std::size_t hashes = seen.find_first_not_of('#'); hashes != 0 && hashes != seen.npos) {
    if (seen[hashes] != ' ') return;
    narrow(text, line, line.span.begin + hashes, line.span.begin + seen.find_last_not_of(" #") + 1);
    line.role = line.folded.starts_with("sample") ? Role::furniture : Role::heading;
  } else if (seen.size() > 4 && seen.starts_with("**") && seen.find("**", 2) == seen.size() - 2) {
    narrow(text, line, line.span.begin + 2, line.span.end - 2);
    if (!line.ends) line.role = Role::heading;
  } else if (line.folded.starts_with("title: ") || line.folded.starts_with("headline: ")) {
    narrow(text, line, line.span.begin + seen.find(':') + 1, line.span.end);
    line.role = Role::heading;
  } else if (seen.starts_with("> ")) {
    narrow(text, line, line.span.begin + 2, line.span.end);
  }
}

bool read_picture(std::string_view text, std::vector<Line>& lines, std::size_t i) {
  const auto picture = find_picture(text, lines[i].span);
  if (!picture) return false;
  const auto plain = [&](Span span) {
    const auto credit = find_credit(text, span);
    return text.substr(span.begin, (credit ? credit->begin : span.end) - span.begin);
  };
  Line& line = lines[i];
  line.role = Role::furniture;
  for (std::size_t next = i + 1; next < lines.size() && next <= i + 2; ++next) {
    if (!nearly_same(plain(picture->alt), plain(lines[next].span))) continue;
    lines[next].role = Role::caption;
    return true;
  }
  narrow(text, line, picture->alt.begin, picture->alt.end);
  const bool file_name =
      line.folded.find(".jpg") != line.folded.npos || line.folded.find(".png") != line.folded.npos;
  if (line.words >= 4 && !file_name && !is_foreign(text.substr(line.span.begin, line.span.size())))
    line.role = Role::caption;
  return true;
}

/// Cuts "Photo: " off the front and a credit off the end; both make the line a caption.
void read_caption(std::string_view text, Line& line, const Line* next) {
  for (const std::string_view lead : {"photo: ", "file photo: ", "caption: ", "image: ",
                                      "picture: ", "file - ", "file photo - ", "pictured: "}) {
    if (!line.folded.starts_with(lead)) continue;
    const std::size_t mark = text.find(lead[lead.size() - 2], line.span.begin);
    narrow(text, line, mark + 1, line.span.end);
    line.role = line.words >= 5 ? Role::caption : Role::furniture;
    break;
  }
  if (line.role == Role::furniture || (next != nullptr && next->lower && next->gap == 0)) return;
  if (const auto credit = find_credit(text, line.span)) {
    narrow(text, line, line.span.begin, credit->begin);
    if (credit->sure && line.words <= 80) line.role = Role::caption;
  }
}

bool is_related_heading(const Line& line) {
  constexpr std::string_view kHeads[] = {"related",
                                         "also in this issue",
                                         "explore more",
                                         "read more",
                                         "you may also like",
                                         "you might also like",
                                         "most read",
                                         "most popular",
                                         "more stories",
                                         "recommended",
                                         "trending",
                                         "also read",
                                         "read also",
                                         "more from this section",
                                         "more on this story",
                                         "latest news",
                                         "top stories",
                                         "see also",
                                         "read next"};
  return line.role == Role::furniture && line.words <= 5 &&
         std::any_of(std::begin(kHeads), std::end(kHeads),
                     [&](std::string_view h) { return line.folded.starts_with(h); });
}

/// Links under "Related articles", and what is left of forms at the end of the page.
void clear_rest(std::vector<Line>& lines) {
  const auto prose = [&](std::size_t i) {
    const bool goes_on = i + 1 < lines.size() && lines[i + 1].lower && lines[i + 1].gap == 0;
    return lines[i].ends || lines[i].width > 120 || goes_on;
  };
  bool related = false;
  std::size_t last = 0;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    Line& line = lines[i];
    if (line.role == Role::furniture) {
      related = related || is_related_heading(line);
      continue;
    }
    related = related && !prose(i);
    if (related) line.role = Role::furniture;
    if (line.role != Role::furniture && prose(i) && line.words >= 5) last = i;
  }
  bool after = false;
  for (std::size_t i = last + 1; i < lines.size() && last > 0; ++i) {
    after = after || lines[i].role == Role::furniture;
    const bool figures =
        lines[i].words >= 3 && lines[i].folded.find_first_of("0123456789") != std::string::npos;
    const bool kept = figures || lines[i].role == Role::caption || lines[i].role == Role::list_item;
    if (after && !lines[i].ends && !kept && lines[i].words <= 12) lines[i].role = Role::furniture;
  }
}

}  // namespace

void assign_roles(std::string_view text, std::vector<Line>& lines) {
  for (std::size_t i = 0; i < lines.size(); ++i) {
    Line& line = lines[i];
    if (line.role == Role::prose && read_picture(text, lines, i)) {
      if (line.role == Role::caption) read_caption(text, line, nullptr);
      continue;
    }
    const std::string_view written = text.substr(line.written.begin, line.written.size());
    if (is_foreign(written)) {
      line.role = Role::furniture;
      continue;
    }
    for (int tags = 0; tags < 3; ++tags) {
      const std::size_t tag = tag_size(text.substr(line.span.begin, line.span.size()));
      if (tag == 0) break;
      narrow(text, line, line.span.begin + tag, line.span.end);
    }
    const bool after_furniture = i > 0 && lines[i - 1].role == Role::furniture;
    const bool alone =
        written.starts_with('[') && written.ends_with(']') && line.capitals && line.words <= 4;
    if (line.role == Role::prose &&
        (alone || is_date_line(text, line) || is_furniture(text, line, after_furniture))) {
      line.role = Role::furniture;
      continue;
    }
    if (line.role == Role::prose) read_heading(text, line);
    if (line.role == Role::prose) {
      const std::size_t marker = marker_size(text.substr(line.span.begin, line.span.size()));
      if (marker > 0 && !is_wrapped_text(lines, i, marker, text)) {
        narrow(text, line, line.span.begin + marker, line.span.end);
        line.role = is_furniture(text, line, after_furniture) ? Role::furniture : Role::list_item;
      }
    }
    if (line.role == Role::prose || line.role == Role::caption)
      read_caption(text, line, i + 1 < lines.size() ? &lines[i + 1] : nullptr);
  }
  clear_mastheads(text, lines);
  clear_rest(lines);
}

}  // namespace msmt::text
