/// Abbreviations written with a stop, and what the stop means at the end of a sentence.
///
///     abbreviation("Gen")   -> title      "Gen. Kim" never ends a sentence
///     abbreviation("No")    -> numbered   "No. 3", but "No." alone is a word and a stop
///     is_dotted("U.S")      -> true       initials, by shape
#pragma once

#include <cstdint>
#include <string_view>

namespace msmt::text {

enum class Abbreviation : std::uint8_t {
  none,
  title,     ///< a name follows: the stop is never a full stop
  numbered,  ///< an abbreviation only when a digit follows
  month,     ///< a day or a year may follow
  suffix,    ///< stands after a name, so a sentence may end with it: "Inc.", "etc."
};

/// word: as written, without its stop.
Abbreviation abbreviation(std::string_view word);

/// Single letters parted by stops, last stop left out: "U.S", "D.P.R.K", "a.m".
bool is_dotted(std::string_view word);

/// Words that begin a sentence far more often than they go on after an abbreviation: "The", "It".
/// word: as written.
bool is_starter(std::string_view word);

}  // namespace msmt::text
