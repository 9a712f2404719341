// Claims that must not be added up.
#include "merge/overlaps.hpp"

#include <catch2/catch.hpp>

#include "built_in.hpp"
#include "claim_text.hpp"

using namespace msmt;
using msmt::test::article;
using msmt::test::built_in;

namespace {

/// How the claims of one article overlap, by their figures: "300 contains 80: period", sorted.
std::vector<std::string> overlaps(const std::vector<std::string>& claims) {
  const Report report = merge({article("a.txt", claims)}, built_in());
  CHECK(report.claims.size() == claims.size());
  const auto figure = [](const MergedClaim& merged) {
    return std::to_string(static_cast<long>(merged.claim.quantity->value.value()));
  };
  std::vector<std::string> out;
  std::size_t marks = 0;
  for (const MergedClaim& a : report.claims) {
    for (const Overlap& overlap : a.overlaps) {
      ++marks;
      for (const MergedClaim& b : report.claims) {
        if (b.id != overlap.id || overlap.relation == "within") continue;
        if (overlap.relation == "shares" && b.id < a.id) continue;
        out.push_back(figure(a) + " " + overlap.relation + " " + figure(b) + ": " + overlap.reason);
      }
    }
  }
  CHECK(marks == 2 * out.size());  // each is marked on both sides
  std::sort(out.begin(), out.end());
  return out;
}

using Lines = std::vector<std::string>;

}  // namespace

TEST_CASE("periods that have days in common") {
  CHECK(overlaps({"transfer IR>RU; 300 system; drone; 2023-09/..",
                  "transfer IR>RU; 80 system; drone; 2024"}) == Lines{"300 contains 80: period"});
  CHECK(overlaps({"transfer IR>RU; 300 system; drone; 2023-09/2024-03",
                  "transfer IR>RU; 80 system; drone; 2024-01/2024-06"})
            .size() == 1);
  CHECK(overlaps(
            {"transfer IR>RU; 300 system; drone; 2023", "transfer IR>RU; 80 system; drone; 2024"})
            .empty());
}

TEST_CASE("kinds of which one takes in the other, and other ways to count") {
  CHECK(overlaps({"transfer KP>RU; 9000000 round; ammunition<arms; 2024",
                  "transfer KP>RU; 60000 shell; artillery-ammunition<ammunition<arms; 2024"}) ==
        Lines{"9000000 contains 60000: kind"});
  // The narrower kind in the longer period: neither takes in the other.
  CHECK(overlaps({"transfer KP>RU; 9000000 round; ammunition<arms; 2024",
                  "transfer KP>RU; 60000 shell; artillery-ammunition<ammunition<arms; 2023/2024"})
            .front()
            .find("shares") != std::string::npos);
  CHECK(overlaps(
            {"transfer RU>KP; 1000000 barrel; fuel; 2024", "transfer RU>KP; 50000 ton; fuel; 2024"})
            .front()
            .ends_with(": unit"));
  CHECK(overlaps({"transfer KP>RU; 100 missile; missile<arms; 2024",
                  "transfer KP>RU; 200 system; drone<arms; 2024"})
            .empty());
}

TEST_CASE("what is no total, or of other sides, is left alone") {
  CHECK(overlaps(
            {"transfer IR>RU; 300 system; drone; 2024", "transfer IR>SY; 80 system; drone; 2024"})
            .empty());
  CHECK(overlaps({"transfer IR>RU; 300 system; drone; 2024", "use RU>UA; 80 system; drone; 2024"})
            .empty());
  CHECK(overlaps({"transfer IR>RU; 300 system; drone; 2024; -; reported",
                  "transfer IR>RU; 80 system; drone; 2024; -; planned"})
            .empty());
  CHECK(overlaps({"transfer IR>RU; 300 system; drone; 2024", "transfer IR>RU; 80 system; drone; -"})
            .empty());
}

TEST_CASE("a sentence counts apart what it counts twice, except for a total and its parts") {
  CHECK(overlaps(
            {"transfer IR>RU; 300 system; drone; 2024", "&transfer IR>RU; 80 system; drone; 2024"})
            .empty());
  CHECK(overlaps({"transfer IR>RU; 300 missile; missile<arms; 2024",
                  "&transfer IR>RU; 80 missile; ballistic-missile<missile<arms; 2024"}) ==
        Lines{"300 contains 80: kind"});

  CHECK(overlaps({"labor KP>RU; 481 worker; workers; 2025",
                  "&labor KP>RU; 198 worker; workers; 2025; -; reported; part",
                  "&labor KP>RU; 283 worker; workers; 2025; -; reported; part"}) ==
        Lines{"481 contains 198: part", "481 contains 283: part"});
}
