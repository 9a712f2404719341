/// Fuzz targets: one function each, called with any bytes by libFuzzer or by replay.cpp.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string_view>

/// Returns 0; a broken promise aborts, so that the input is kept.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

namespace msmt::test {

inline std::string_view bytes_of(const std::uint8_t* data, std::size_t size) {
  return {reinterpret_cast<const char*>(data), size};
}

/// Aborts with `what` unless `holds`.
inline void promise(bool holds, const char* what) {
  if (holds) return;
  std::fprintf(stderr, "broken promise: %s\n", what);
  std::abort();
}

inline bool on_boundary(std::string_view bytes, std::size_t at) {
  return at <= bytes.size() &&
         (at == bytes.size() || (static_cast<unsigned char>(bytes[at]) & 0xC0U) != 0x80U);
}

}  // namespace msmt::test
