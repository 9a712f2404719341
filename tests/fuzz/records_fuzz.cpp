// Any bytes as lines of JSON, each an article: refused with its place, or read as one.
#include <algorithm>
#include <string>

#include "fuzz.hpp"
#include "msmt/error.hpp"
#include "msmt/output.hpp"
#include "output/json_input.hpp"

using namespace msmt;
using msmt::test::promise;

namespace {

void read_line(std::string_view line) {
  try {
    Record record = parse_record(line, "in.jsonl:1");
    read_document("in.jsonl:1", std::move(record.text), record.metadata, "");
  } catch (const Error& error) {
    promise(error.where().starts_with("in.jsonl:1"), "a record is refused with its place");
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes = test::bytes_of(data, size);
  for (std::size_t begin = 0; begin <= bytes.size();) {
    const std::size_t end = std::min(bytes.find('\n', begin), bytes.size());
    read_line(bytes.substr(begin, end - begin));
    begin = end + 1;
  }
  try {
    compare(bytes, "golden.json", bytes);
  } catch (const Error& error) {
    promise(error.where().starts_with("golden.json"), "a report is refused with its name");
  }
  return 0;
}
