/// What the cells of a --lexicon file may hold.
#pragma once

#include "msmt/lexicon.hpp"

namespace msmt {

/// Refuses rows whose cells no rule could use: empty items of a list, words where a number is due, a
/// value that its column does not know, the code of no country.
///
/// added    the rows of the file, which may give some of the columns only
/// table    the table that they are laid over, still without them
/// errors   Error{"mine.tsv:3", "\"tnak\" is no category of weapons", "did you mean \"tank\"? …"}
void check_rows(const Table& added, const Table& table, const Table& countries);

}  // namespace msmt
