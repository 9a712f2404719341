// Properties of merge over made-up articles; seeds are fixed and printed on failure.
#include <algorithm>
#include <catch2/catch.hpp>
#include <map>
#include <random>
#include <set>

#include "claim_maker.hpp"
#include "merge/compare_values.hpp"
#include "merge/dating.hpp"

using namespace msmt;
using msmt::test::Maker;

namespace {

std::string text(const Variant& variant) {
  std::string out = variant.field + ":" + variant.reason + ":";
  if (const auto* party = std::get_if<Party>(&variant.value)) out += shown(*party);
  if (const auto* item = std::get_if<Item>(&variant.value)) out += shown(*item);
  if (const auto* quantity = std::get_if<Quantity>(&variant.value)) out += shown(*quantity);
  if (const auto* date = std::get_if<Date>(&variant.value)) out += shown(*date);
  if (const auto* name = std::get_if<std::string>(&variant.value)) out += *name;
  for (const std::size_t i : variant.evidence) out += "," + std::to_string(i);
  return out;
}

/// Everything of a report that is written, as text.
std::string text(const Report& report) {
  std::string out;
  for (const SourceInfo& source : report.sources) out += source.path + "\n";
  for (const MergedClaim& merged : report.claims) {
    out += merged.id + " " + merged.summary + " " + print(merged.claim) + " " +
           merged.agreement.status + " " + std::to_string(merged.agreement.sources) + "/" +
           std::to_string(merged.agreement.independent);
    for (const Variant& variant : merged.agreement.variants) out += " " + text(variant);
    for (const Evidence& evidence : merged.evidence) {
      out += " " + evidence.source + "@" + std::to_string(evidence.bytes.begin);
    }
    out += "\n";
  }
  return out;
}

template <typename T>
void read(const MergedClaim& merged, std::size_t evidence, const std::string& field,
          std::optional<T>& value) {
  for (const Variant& variant : merged.agreement.variants) {
    const auto& held = variant.evidence;
    if (variant.field != field || std::find(held.begin(), held.end(), evidence) == held.end()) {
      continue;
    }
    const T* other = std::get_if<T>(&variant.value);
    value = other == nullptr ? std::nullopt : std::optional<T>(*other);
  }
}

/// What the report says that one piece of evidence states, in the form of print(Claim).
std::string view(const MergedClaim& merged, std::size_t evidence) {
  Claim claim = merged.claim;
  read(merged, evidence, "actor", claim.actor);
  read(merged, evidence, "target", claim.target);
  read(merged, evidence, "item", claim.item);
  read(merged, evidence, "quantity", claim.quantity);
  read(merged, evidence, "period", claim.period);
  std::optional<std::string> certainty{std::string(to_string(claim.certainty))};
  read(merged, evidence, "certainty", certainty);
  claim.certainty = *parse_certainty(*certainty);
  std::optional<std::vector<std::string>> attribution = claim.attribution;
  read(merged, evidence, "attribution", attribution);
  claim.attribution = attribution.value_or(std::vector<std::string>());
  return print(claim);
}

std::string turned(Claim claim) {
  std::swap(claim.actor, claim.target);
  return print(claim);
}

}  // namespace

TEST_CASE("merge does not depend on the order of articles, nor on an article given twice") {
  for (unsigned seed = 1; seed <= 150; ++seed) {
    INFO("seed " << seed);
    Maker maker(seed);
    std::vector<Article> articles = maker.articles(1 + seed % 9);
    const std::string expected = text(merge(articles));
    for (int round = 0; round < 3; ++round) {
      std::vector<Article> shuffled = articles;
      shuffled.push_back(articles[maker.random()() % articles.size()]);
      std::shuffle(shuffled.begin(), shuffled.end(), maker.random());
      REQUIRE(text(merge(shuffled)) == expected);
    }
  }
}

TEST_CASE("merge loses no evidence, and the report says of each what it stated") {
  for (unsigned seed = 1; seed <= 150; ++seed) {
    INFO("seed " << seed);
    std::vector<Article> articles = Maker(1000 + seed).articles(1 + seed % 9);
    date_articles(articles, Background().impl());
    std::multiset<std::string> stated;
    for (const Article& one : articles) {
      for (Claim claim : one.claims) {
        if (claim.period && claim.period->edtf.empty()) claim.period.reset();  // nobody knows when
        stated.insert(one.source.path + "@" + std::to_string(claim.evidence.bytes.begin) + " " +
                      print(claim));
      }
    }
    const Report report = merge(articles);
    for (const MergedClaim& merged : report.claims) {
      REQUIRE_FALSE(merged.evidence.empty());
      for (std::size_t i = 0; i < merged.evidence.size(); ++i) {
        const Evidence& evidence = merged.evidence[i];
        const std::string place =
            evidence.source + "@" + std::to_string(evidence.bytes.begin) + " ";
        auto found = stated.find(place + view(merged, i));
        if (found == stated.end() && merged.claim.type == "agreement") {
          for (auto other = stated.begin(); other != stated.end(); ++other) {
            Claim claim = test::claim(other->substr(std::min(place.size(), other->size())));
            if (other->starts_with(place) && turned(claim) == view(merged, i)) found = other;
          }
        }
        INFO(place << view(merged, i));
        REQUIRE(found != stated.end());
        stated.erase(found);
      }
    }
    REQUIRE(stated.empty());
  }
}

TEST_CASE("ids are unique; counts, status and order are consistent") {
  for (unsigned seed = 1; seed <= 150; ++seed) {
    INFO("seed " << seed);
    const Report report = merge(Maker(2000 + seed).articles(1 + seed % 9));
    std::set<std::string> ids;
    for (const MergedClaim& merged : report.claims) {
      INFO(merged.id);
      CHECK(ids.insert(merged.id).second);
      std::set<std::string> sources;
      for (const Evidence& evidence : merged.evidence) sources.insert(evidence.source);
      CHECK(merged.agreement.sources == sources.size());
      CHECK(merged.agreement.independent >= 1);
      CHECK(merged.agreement.independent <= merged.agreement.sources);
      CHECK((merged.agreement.status == "single") == (sources.size() == 1));
      CHECK(merged.claim.evidence == merged.evidence.front());
      const bool ordered = std::is_sorted(
          merged.evidence.begin(), merged.evidence.end(), [](const auto& a, const auto& b) {
            return std::tie(a.source, a.bytes) < std::tie(b.source, b.bytes);
          });
      CHECK(ordered);
      for (const Variant& variant : merged.agreement.variants) {
        CHECK_FALSE(variant.evidence.empty());
        CHECK(variant.evidence.back() < merged.evidence.size());
      }
    }
  }
}

TEST_CASE("new names of files change places, not claims, figures or ids") {
  for (unsigned seed = 1; seed <= 100; ++seed) {
    INFO("seed " << seed);
    std::vector<Article> articles = Maker(3000 + seed).articles(1 + seed % 9);
    const auto facts = [](const Report& report) {
      std::multiset<std::string> out;
      for (const MergedClaim& merged : report.claims) {
        out.insert(merged.id + " " + merged.agreement.status + " " +
                   std::to_string(merged.evidence.size()));
      }
      return out;
    };
    const std::multiset<std::string> expected = facts(merge(articles));
    for (std::size_t i = 0; i < articles.size(); ++i) {
      const std::string path = std::string(1, static_cast<char>('z' - i)) + ".txt";
      articles[i].source.path = path;
      for (Claim& claim : articles[i].claims) claim.evidence.source = path;
    }
    CHECK(facts(merge(articles)) == expected);
  }
}
