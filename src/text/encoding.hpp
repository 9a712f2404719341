/// Whether an article is text in UTF-8, and what it is when it is not.
#pragma once

#include <string>
#include <string_view>

namespace msmt::text {

/// Lets UTF-8 text pass. path: names the article in the message
///
/// errors   Error{"a.txt:7", "byte 0x92 is Windows-1252, not UTF-8", "convert first, …"}, with the
///          line of the first byte that is wrong; UTF-16 and UTF-32 are told by their mark or by
///          their zero bytes, overlong and cut sequences and surrogates by their form
void check_encoding(const std::string& path, std::string_view bytes);

}  // namespace msmt::text
