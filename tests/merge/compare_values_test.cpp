#include "merge/compare_values.hpp"

#include <catch2/catch.hpp>

#include "claim_text.hpp"

using namespace msmt;

namespace {

const char* name(Fit fit) {
  switch (fit) {
    case Fit::same:
      return "same";
    case Fit::refines:
      return "refines";
    case Fit::refined:
      return "refined";
    case Fit::overlaps:
      return "overlaps";
    case Fit::conflicts:
      return "conflicts";
    case Fit::different:
      return "different";
  }
  return "?";
}

std::string quantities(const std::string& a, const std::string& b) {
  const Quantity x = test::quantity(a);
  const Quantity y = test::quantity(b);
  const Fit fit = compare_quantities(x, y);
  CHECK(compare_quantities(y, x) == flipped(fit));
  return name(fit);
}

std::string periods(const std::string& a, const std::string& b, bool once = false) {
  const auto x = days_of(test::date(a));
  const auto y = days_of(test::date(b));
  REQUIRE(x);
  REQUIRE(y);
  const Fit fit = compare_periods(*x, *y, once);
  return name(fit);
}

}  // namespace

TEST_CASE("quantities are intervals after their qualifiers") {
  CHECK(quantities("20000", "20000") == "same");
  CHECK(quantities("~20000", ">20000") == "overlaps");
  CHECK(quantities("<=9000000", "~9000000") == "overlaps");
  CHECK(quantities("8000", "~8000") == "refines");
  CHECK(quantities("8000", "~8900") == "conflicts");
  CHECK(quantities("11000", ">11000") == "overlaps");
  CHECK(quantities("11000", ">=11000") == "refines");
  CHECK(quantities(">11000", ">=11000") == "refines");
  CHECK(quantities("<11000", "<=11000") == "refines");
  CHECK(quantities("11000", "14000") == "conflicts");
  CHECK(quantities("11000", "22000") == "different");
  CHECK(quantities("100..200", "150") == "refined");
  CHECK(quantities("100..200", "150..250") == "overlaps");
  CHECK(quantities("100..200", "300") == "conflicts");
  CHECK(quantities("100..200", "400") == "different");
  CHECK(quantities("1000+", "8000") == "refined");
  CHECK(quantities("0", "5") == "different");
  CHECK(quantities("0", "0") == "same");
  CHECK(quantities("2 ton", "2000 kilogram") == "same");
}

TEST_CASE("units and rates keep figures apart") {
  CHECK(quantities("20000 container", "20000 round") == "different");
  CHECK(quantities("5 barrel/year", "5 barrel/month") == "different");
  CHECK(quantities("5 barrel/year", "5 barrel") == "same");
}

TEST_CASE("a quantity without any bound is no figure") {
  Quantity empty;
  empty.relation = Relation::indefinite;
  CHECK_FALSE(range_of(empty));
  CHECK(compare_quantities(empty, empty) == Fit::same);
  CHECK(compare_quantities(test::quantity("5"), empty) == Fit::refines);
}

TEST_CASE("periods are intervals of days") {
  CHECK(periods("2024-04", "2024-04") == "same");
  CHECK(periods("2024-04", "2024") == "refines");
  CHECK(periods("2024", "2024-04-30") == "refined");
  CHECK(periods("2024-03/2024-10", "2024-06/2024-12") == "overlaps");
  CHECK(periods("2023-09/..", "2024") == "refined");
  CHECK(periods("2024-06/..", "2024") == "overlaps");
  CHECK(periods("2024~/..", "2024-11/..") == "refined");
  CHECK(periods("2023-09/..", "2024-11/..") == "different");
  CHECK(periods("2024-11-03/..", "2024-11/..") == "refines");
  CHECK(periods("../2024-10", "../2024") == "refines");
  CHECK(periods("../2024-10", "2025") == "different");
  CHECK(periods("2024-12~", "2024-12") == "refined");
  CHECK(periods("2024-12~", "2025-01-03") == "overlaps");
  CHECK(periods("2024-03", "2024-04") == "different");
  CHECK(periods("2024-03", "2024-04", true) == "conflicts");
  CHECK(periods("2024-03", "2026-04", true) == "different");
}

TEST_CASE("dates without a value are no period") {
  Date date;
  date.timex_value = "PAST_REF";
  CHECK_FALSE(days_of(date));
  CHECK(shown(date).empty());
  date.edtf = "not a date";
  CHECK_FALSE(days_of(date));
}

TEST_CASE("precision: exact, bounded, one-sided, about, indefinite; short, long, open") {
  const auto of = [](const char* text) { return imprecision(test::quantity(text)); };
  CHECK(of("5") < of("4..6"));
  CHECK(of("4..6") < of(">4"));
  CHECK(of(">4") == of("<=4"));
  CHECK(of(">4") < of("~4"));
  CHECK(of("~4") < of("100+"));
  const auto date = [](const char* text) { return imprecision(test::date(text)); };
  CHECK(date("2024-04-03") < date("2024-04"));
  CHECK(date("2024-03") == date("2024-04"));
  CHECK(date("2024-04") < date("2024-04~"));
  CHECK(date("2024-04~") < date("2024"));
  CHECK(date("2024") < date("2024-11-01/.."));
  CHECK(date("2024-11/..") < date("2024/.."));
}
