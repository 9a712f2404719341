/// Text that may be shown on a terminal, whatever it holds.
#pragma once

#include <string>
#include <string_view>

namespace msmt::text {

/// `text` with everything escaped that moves a cursor, changes a terminal or turns the direction of
/// writing: control characters of ASCII and Latin-1, bytes that are not UTF-8 (`\x1b`), and the
/// marks of bidirectional text (`\u202e`), so that nothing shown can pretend to be something else.
///
/// keep_lines   line feeds stay as they are; else they become `\n`
std::string printable(std::string_view text, bool keep_lines = false);

}  // namespace msmt::text
