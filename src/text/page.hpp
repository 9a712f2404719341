/// The page around an article: lines, what part each line plays, and the paragraphs they make.
///
///     lines -> roles (furniture, picture, list item, …) -> blocks (paragraphs) -> sentences
///
/// Roles are decided by a line and its neighbours, not by its place in the file, so a paragraph put
/// in front of an article moves everything and changes nothing.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "msmt/text.hpp"

namespace msmt::text {

enum class Role : std::uint8_t {
  prose,    ///< part of a paragraph
  heading,  ///< marked as one (`# …`)
  list_item,
  caption,
  furniture,  ///< belongs to the page, not to the article
};

struct Line {
  Span span;               ///< without white space at both ends and without marker or tag
  Span written;            ///< without white space only
  std::size_t gap = 0;     ///< blank lines before it
  std::size_t indent = 0;  ///< code points of white space before `written`
  std::size_t width = 0;   ///< code points of `written`
  Role role = Role::prose;
  bool ends = false;       ///< ends a sentence (closing marks looked through)
  bool lower = false;      ///< starts with a lower-case letter
  bool capitals = false;   ///< has letters, all of them upper case
  bool questions = false;  ///< ends with ? or !
  std::size_t words = 0;   ///< runs of letters or digits parted by white space
  std::string folded;      ///< fold(), each run of white space one space
};

/// A paragraph, a headline, a caption or a list item: what sentences are cut from.
struct Block {
  Span span;
  Zone zone = Zone::body;
  std::optional<Span> dateline;  ///< "SEOUL, May 30 (AJP)" at its start, and not part of `span`
};

/// Fills line_starts and char_marks from the bytes, for Document::position().
void index_positions(Document& doc);

/// All lines that are not blank.
std::vector<Line> cut_lines(std::string_view text);

/// Finds the features of a line again after its span was narrowed.
void describe(std::string_view text, Line& line);

/// Gives each line its role; markers, tags and photo credits are cut off the spans.
void assign_roles(std::string_view text, std::vector<Line>& lines);

/// Joins hard-wrapped lines into paragraphs and gives each its zone.
std::vector<Block> build_blocks(std::string_view text, const std::vector<Line>& lines);

/// The turns of a transcript, whose labels are cut off their blocks; none for any other text.
std::vector<Turn> cut_turns(std::string_view text, std::vector<Block>& blocks);

/// Sentences of one block.
std::vector<Span> split_sentences(std::string_view text, Span block);

/// Quoted text of one block, outermost marks only. `open_end`: the next block starts with an
/// opening quote, so a quotation that is still open reaches to the end of this block.
std::vector<Span> find_quotes(std::string_view text, Span block, bool open_end);

/// The marks before which a full stop may stand: closing quotes and brackets.
bool is_closer(char32_t c);
/// The marks that may stand before the first letter of a sentence: opening quotes and brackets.
bool is_opener(char32_t c);

/// fold() with each run of white space made one space.
std::string fold_line(std::string_view text);

/// Whether a folded line without accents is, or begins with, a phrase that pages print around
/// articles.
bool is_page_phrase(std::string_view line);

/// Whether the line's text is one of the phrases or shapes that pages put around articles.
/// `after_furniture`: the line before is furniture as well.
bool is_furniture(std::string_view text, const Line& line, bool after_furniture);

/// "Home > News > World"
bool is_breadcrumb(const Line& line);

/// "PRESS RELEASE", "Briefing note 14/2025", "Commentary".
bool is_rubric(const Line& line);

/// The name of who publishes: "The Example Register", "CENTRE FOR EXAMPLES", "Ministry of Examples".
bool names_house(std::string_view text, const Line& line);

/// Whether the line is a heading over what a publisher says of itself: "About the Example Institute".
bool is_house_heading(std::string_view text, const Line& line);

/// Makes furniture of bars of links ("World | Asia") and, above a headline, of the name that heads the
/// page with a bar, a rubric or a date line below it.
void clear_mastheads(std::string_view text, std::vector<Line>& lines);

/// The dateline that starts a paragraph, with the byte where the paragraph goes on.
struct Dateline {
  Span span;
  std::size_t text_begin = 0;
  std::optional<Span> agency;
};
std::optional<Dateline> find_dateline(std::string_view text, Span block);

/// The bytes of a photo credit at the end of a caption, with the white space before it.
/// sure: by its form it can be nothing else, so the line is a caption.
struct Credit {
  std::size_t begin = 0;
  bool sure = false;
};
std::optional<Credit> find_credit(std::string_view text, Span line);

/// A Markdown picture that fills a line.
struct Picture {
  Span alt;
  Span address;
};
std::optional<Picture> find_picture(std::string_view text, Span line);

/// Whether the two have at least nine words of ten in common.
bool nearly_same(std::string_view a, std::string_view b);

/// Cuts " - the example post" off headlines, and gives `doc` the title and the publisher that the
/// page states and that no metadata gave.
void read_head(Document& doc, std::vector<Block>& blocks);

/// A date written in full or in part.
struct WrittenDate {
  Span span;
  std::string edtf;  ///< "2025-05-30", "2025-05"; "05-30" when no year is written
  bool year = false;
};
/// Dates in a line or dateline, in order; numeric forms only when they can be read one way.
std::vector<WrittenDate> find_dates(std::string_view text, Span span);

/// Whether a line says when the article appeared and nothing else: "Posted : May 30, 2025, 15:59".
bool is_date_line(std::string_view text, const Line& line);

/// tokenize() for text that is no document yet.
std::vector<Token> tokenize_text(std::string_view text, Span span);

/// The date that the page states for itself, or that a picture's address hints at.
Published find_published(const Document& doc, const std::vector<Line>& lines,
                         const std::vector<Block>& blocks);

}  // namespace msmt::text
