/// Publication dates as the command line, manifests and JSON Lines records give them.
#pragma once

#include <string_view>

namespace msmt::cli {

inline constexpr const char* kDateHint = "write 2025, 2025-05 or 2025-05-30";

/// Whether `text` is an EDTF year, month or day that there is: "2024-02-29", not "2025-02-29".
bool is_publication_date(std::string_view text);

}  // namespace msmt::cli
