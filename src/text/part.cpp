#include "text/part.hpp"

namespace msmt::text {

std::size_t end_of_part(std::string_view text, std::size_t at_most) {
  if (text.size() <= at_most) return text.size();
  const std::string_view part = text.substr(0, at_most);
  for (const std::string_view end : {"\n", ". ", " "}) {
    const std::size_t at = part.rfind(end);
    if (at != std::string_view::npos && at + end.size() > at_most / 2) return at + end.size();
  }
  std::size_t end = at_most;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) --end;
  return end;
}

}  // namespace msmt::text
