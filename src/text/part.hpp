/// Where a text that is too long is cut.
#pragma once

#include <cstddef>
#include <string_view>

namespace msmt::text {

/// The end of the part of `text` to be read when it may have no more than `at_most` bytes: all of it,
/// or the end of the last line that fits, else of the last sentence, else of the last word, else of
/// the last whole code point. A line or sentence that fills less than half of the room is given up.
std::size_t end_of_part(std::string_view text, std::size_t at_most);

}  // namespace msmt::text
