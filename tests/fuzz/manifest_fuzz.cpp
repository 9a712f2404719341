// Any bytes as a manifest: refused with its name, or entries that each have a path.
#include "fuzz.hpp"
#include "msmt/error.hpp"
#include "output/json_input.hpp"

using namespace msmt;
using msmt::test::promise;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  try {
    const Manifest manifest = parse_manifest(test::bytes_of(data, size), "list.json");
    for (const ManifestEntry& entry : manifest.entries) {
      promise(!entry.path.empty(), "every entry has a path");
    }
  } catch (const Error& error) {
    promise(error.where().starts_with("list.json"), "a manifest is refused with its name");
  }
  return 0;
}
