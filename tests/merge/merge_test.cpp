#include "msmt/merge.hpp"

#include <catch2/catch.hpp>

#include "claim_text.hpp"

using namespace msmt;
using msmt::test::article;

namespace {

const MergedClaim* find(const Report& report, const std::string& id_start) {
  for (const MergedClaim& merged : report.claims) {
    if (merged.id.starts_with(id_start)) return &merged;
  }
  return nullptr;
}

/// The variants of a field, as "reason@evidence,evidence", in order.
std::string variants(const MergedClaim& merged, const std::string& field) {
  std::string out;
  for (const Variant& variant : merged.agreement.variants) {
    if (variant.field != field) continue;
    out += (out.empty() ? "" : " ") + variant.reason + "@";
    for (std::size_t i = 0; i < variant.evidence.size(); ++i) {
      out += (i == 0 ? "" : ",") + std::to_string(variant.evidence[i]);
    }
    if (std::holds_alternative<std::monostate>(variant.value)) out += "=null";
  }
  return out;
}

}  // namespace

TEST_CASE("three articles, one fact: what each leaves out is listed") {
  const Report report = merge({
      article("a.txt", {"transfer KP>RU; >20000 container; container; 2023-09/..; MSMT"}),
      article("b.txt", {"transfer KP>RU; >20000 container; container; -; -"}),
      article("c.txt", {"transfer KP>RU; -; container; -; MSMT; believed"}),
  });
  REQUIRE(report.claims.size() == 1);
  const MergedClaim& merged = report.claims.front();
  CHECK(merged.agreement.status == "differ");
  CHECK(merged.agreement.sources == 3);
  CHECK(merged.agreement.independent == 3);
  CHECK(merged.claim.period->edtf == "2023-09/..");
  CHECK(variants(merged, "quantity") == "refines@2=null");
  CHECK(variants(merged, "period") == "refines@1,2=null");
  CHECK(variants(merged, "certainty") == "refines@2");
  CHECK(variants(merged, "attribution") == "refines@1=null");
  CHECK(variants(merged, "actor").empty());
  CHECK(merged.summary == "KP → RU: more than 20,000 container, since September 2023");
}

TEST_CASE("restatements in one article are evidence, and the claim stays single") {
  const Report report = merge({article(
      "a.txt", {
                   "transfer RU>KP; -; *pantsir<air-defence-system",
                   "transfer RU>KP; -; air-defence-system; 2024~/..; -; reported; repeats 0",
                   "transfer RU>KP; >=1 system; *pantsir<air-defence-system; 2024-11/..",
               })});
  REQUIRE(report.claims.size() == 1);
  const MergedClaim& merged = report.claims.front();
  CHECK(merged.agreement.status == "single");
  CHECK(merged.evidence.size() == 3);
  CHECK(merged.claim.item->weapon == "pantsir");
  CHECK(merged.claim.quantity->value == 1.0);
  CHECK(merged.claim.period->edtf == "2024-11/..");
  CHECK(variants(merged, "item") == "different_scope@1");
  CHECK(variants(merged, "quantity") == "refines@0,1=null");
  CHECK(variants(merged, "period") == "refines@0=null refines@1");
}

TEST_CASE("one sentence does not say a thing twice") {
  const std::string system = "transfer RU>KP; >=1 system; *pantsir<air-defence-system; 2024-11/..";
  const std::string vehicle = "&transfer RU>KP; 1 vehicle; *pantsir<air-defence-system; 2024-11/..";
  SECTION("alone") { CHECK(merge({article("a.txt", {system, vehicle})}).claims.size() == 2); }
  SECTION("with an article that could join both: the same figure decides") {
    const Report report =
        merge({article("a.txt", {system, vehicle}),
               article("b.txt", {"transfer RU>KP; >=1 vehicle; *pantsir<air-defence-system"})});
    REQUIRE(report.claims.size() == 2);
    for (const MergedClaim& merged : report.claims) {
      const bool joined = merged.claim.quantity->relation == Relation::at_least;
      CHECK(merged.agreement.sources == (joined ? 2 : 1));
    }
  }
  SECTION("twice the same words are two facts in every copy") {
    const std::string one = "transfer RU>KP; 1 system; *pantsir<air-defence-system";
    const Report report =
        merge({article("a.txt", {one, "&" + one}), article("b.txt", {one, "&" + one})});
    REQUIRE(report.claims.size() == 2);
    CHECK(report.claims[0].agreement.sources == 2);
    CHECK(report.claims[1].agreement.sources == 2);
    CHECK(report.claims[0].id != report.claims[1].id);
  }
}

TEST_CASE("the merged value is that of most sources, then the most precise") {
  SECTION("two against one, both exact") {
    const Report report = merge({article("a.txt", {"deployment KP>RU; 14000 troop; troops"}),
                                 article("b.txt", {"deployment KP>RU; 11000 troop; troops"}),
                                 article("c.txt", {"deployment KP>RU; 11000 troop; troops"})});
    REQUIRE(report.claims.size() == 1);
    CHECK(report.claims[0].claim.quantity->value == 11000.0);
    CHECK(report.claims[0].agreement.status == "conflict");
    CHECK(variants(report.claims[0], "quantity") == "conflicts@0");
  }
  SECTION("a round figure supports the exact one; no figure is no vote") {
    const Report report = merge({article("a.txt", {"deployment KP>RU; ~8000 troop; troops"}),
                                 article("b.txt", {"deployment KP>RU; ~8000 troop; troops"}),
                                 article("c.txt", {"deployment KP>RU; 8000 troop; troops"}),
                                 article("d.txt", {"deployment KP>RU; -; troops"})});
    REQUIRE(report.claims.size() == 1);
    CHECK(report.claims[0].claim.quantity->relation == Relation::exactly);
    CHECK(report.claims[0].agreement.status == "differ");
  }
  SECTION("copies of one publisher have one vote") {
    const Report report =
        merge({article("a.txt", {"deployment KP>RU; 14000 troop; troops"}, "Agency"),
               article("b.txt", {"deployment KP>RU; 14000 troop; troops"}, "Agency"),
               article("c.txt", {"deployment KP>RU; 11000 troop; troops; -; -; confirmed"})});
    REQUIRE(report.claims.size() == 1);
    CHECK(report.claims[0].claim.quantity->value == 11000.0);
    CHECK(report.claims[0].agreement.sources == 3);
    CHECK(report.claims[0].agreement.independent == 2);
  }
  SECTION("then the earliest published, whatever its path") {
    const Report report =
        merge({article("a.txt", {"dissolution Panel>-; -; -; 2024-04"}, "", "2025-05-30"),
               article("b.txt", {"dissolution Panel>-; -; -; 2024-03"}, "", "2025-05-29"),
               article("c.txt", {"dissolution Panel>-; -; -"})});
    REQUIRE(report.claims.size() == 1);
    CHECK(report.claims[0].agreement.status == "conflict");
    CHECK(report.claims[0].claim.period->edtf == "2024-03");
    CHECK(variants(report.claims[0], "period") == "conflicts@0 refines@2=null");
  }
}

TEST_CASE("a less exact restatement does not make an article less exact") {
  const Report report = merge({
      article("a.txt", {"establishment MSMT>-; -; -; 2024-10", "establishment MSMT>-; -; -"}),
      article("b.txt", {"establishment MSMT>-; -; -; 2024", "establishment MSMT>-; -; -; 2024-10"}),
  });
  REQUIRE(report.claims.size() == 1);
  CHECK(report.claims[0].agreement.status == "agree");
  CHECK(variants(report.claims[0], "period") == "refines@1=null refines@2");
}

TEST_CASE("a side that is left out joins only one party") {
  const std::string open = "transfer US>-; -; artillery-ammunition";
  const std::string to_ukraine = "transfer US>UA; -; artillery-ammunition";
  const std::string to_israel = "transfer US>IL; -; artillery-ammunition";
  CHECK(merge({article("a.txt", {open}), article("b.txt", {to_ukraine})}).claims.size() == 1);
  CHECK(merge({article("a.txt", {open}), article("b.txt", {to_ukraine}),
               article("c.txt", {to_israel})})
            .claims.size() == 3);
}

TEST_CASE("an article that tells both figures settles that they are two facts") {
  const std::string fewer = "deployment KP>RU; 11000 troop; troops";
  const std::string more = "deployment KP>RU; 14000 troop; troops";
  const Report report =
      merge({article("a.txt", {fewer, more}), article("b.txt", {fewer}), article("c.txt", {more})});
  REQUIRE(report.claims.size() == 2);
  CHECK(report.claims[0].agreement.status == "agree");
  CHECK(report.claims[1].agreement.status == "agree");
}

TEST_CASE("an agreement is turned one way, with the spans of its sides") {
  Article turned = article("c.txt", {"agreement KP>RU; -; treaty; 2024-06"});
  turned.claims[0].evidence.spans = {{"actor", {1, 2}}, {"target", {3, 4}}};
  const Report report = merge({article("a.txt", {"agreement RU>KP; -; treaty; 2024-06"}),
                               article("b.txt", {"agreement RU>KP; -; treaty; 2024-06"}), turned});
  REQUIRE(report.claims.size() == 1);
  CHECK(report.claims[0].claim.actor->iso2 == "RU");
  CHECK(report.claims[0].agreement.status == "agree");
  const auto& spans = report.claims[0].evidence[2].spans;
  REQUIRE(spans.size() == 2);
  CHECK(spans[0] == std::pair<std::string, Span>("actor", {3, 4}));
}

TEST_CASE("sides on a par are those of an article that names both") {
  // "->KP" first and "KP>RU" then are not an agreement of KP with KP, which "RU>KP" would not fit.
  for (const bool turned : {false, true}) {
    std::vector<Article> articles = {
        article(turned ? "c.txt" : "a.txt", {"agreement KP>RU; -; missile<arms; 2024~/.."}),
        article("b.txt", {"agreement RU>KP; 500 tonne; arms; 2024~/.."}),
        article(turned ? "a.txt" : "c.txt", {"agreement ->KP; 500 tonne; missile<arms; 2024~/.."}),
    };
    const Report report = merge(std::move(articles));
    REQUIRE(report.claims.size() == 1);
    CHECK(report.claims.front().id.starts_with("agreement-kp-ru-missile-"));
    CHECK(report.claims.front().evidence.size() == 3);
  }
}

TEST_CASE("members are united, the longest list first") {
  Article a = article("a.txt", {"membership MSMT>-; 11 member"});
  Article b = article("b.txt", {"membership MSMT>-; 11 member"});
  a.claims[0].members = {*test::party("US"), *test::party("GB")};
  b.claims[0].members = {*test::party("KR"), *test::party("US"), *test::party("JP")};
  const Report report = merge({a, b});
  REQUIRE(report.claims.size() == 1);
  std::string members;
  for (const Party& member : report.claims[0].claim.members) members += member.iso2 + " ";
  CHECK(members == "KR US JP GB ");
}

TEST_CASE("order of the report: type, sides, kind, start; evidence by path and place") {
  const Report report = merge({
      article("z.txt", {"transport RU>-; -; aircraft; 2024-11/..", "transfer ->RU; -; fuel",
                        "transfer KP>RU; -; rocket"}),
      article("b.txt", {"transport RU>-; -; aircraft; 2023-11/2023-12",
                        "transfer KP>RU; -; missile", "transfer KP>RU; -; missile"}),
      article("a.txt", {"transfer KP>RU; -; missile"}),
  });
  std::string ids;
  for (const MergedClaim& merged : report.claims) {
    ids += merged.id.substr(0, merged.id.rfind('-')) + " ";
  }
  CHECK(ids ==
        "transfer-kp-ru-missile transfer-kp-ru-rocket transfer-x-ru-fuel "
        "transport-ru-x-aircraft transport-ru-x-aircraft ");
  CHECK(report.claims[3].claim.period->start == "2023-11-01");
  CHECK(report.sources.front().path == "a.txt");
  REQUIRE(report.claims[0].evidence.size() == 3);
  CHECK(report.claims[0].evidence[0].source == "a.txt");
  CHECK(report.claims[0].evidence[1].line == 2);
  CHECK(report.claims[0].evidence[2].line == 3);
  CHECK(report.claims[0].claim.evidence == report.claims[0].evidence[0]);
}

TEST_CASE("ids stay when articles add figures, dates, wordings or other claims") {
  const Article bare =
      article("a.txt", {"transfer RU>KP; -; *pantsir<air-defence-system"}, "", "2025-05-29");
  const std::string id = merge({bare}).claims.at(0).id;
  CHECK(id.starts_with("transfer-ru-kp-pantsir-"));
  CHECK(id.size() == std::string("transfer-ru-kp-pantsir-").size() + 4);

  SECTION("a figure and a date") {
    const Report report = merge(
        {bare, article("0.txt", {"transfer RU>KP; >=1 system; *Pantsir-S1=pantsir; 2024-11/.."})});
    REQUIRE(report.claims.size() == 1);
    CHECK(report.claims[0].id == id);
  }
  SECTION("another name of the file") {
    Article renamed = bare;
    renamed.source.path = "renamed.txt";
    for (Claim& claim : renamed.claims) claim.evidence.source = "renamed.txt";
    CHECK(merge({renamed}).claims.at(0).id == id);
  }
  SECTION("a later rival takes an id of its own, by the month of its period") {
    const std::string aircraft = "transport RU>-; -; aircraft; 2023-11/2023-12";
    const std::string later = "transport RU>-; -; aircraft; 2024-11/..";
    const Article first = article("a.txt", {aircraft}, "", "2025-05-29");
    const Article second = article("0.txt", {later}, "", "2025-05-30");
    const Report both = merge({first, second});
    REQUIRE(both.claims.size() == 2);
    CHECK(both.claims[0].id == merge({first}).claims.at(0).id);
    CHECK(both.claims[1].id != both.claims[0].id);
  }
}

TEST_CASE(
    "an article given twice counts once; of two under one path one stays, whichever is first") {
  const Article one = article("a.txt", {"transfer KP>RU; -; missile"});
  CHECK(merge({one, one}).sources.size() == 1);
  CHECK(merge({one, one}).claims.at(0).agreement.status == "single");
  Article other = one;
  other.source.sha256 = std::string(64, '0');
  CHECK(merge({one, other}).sources.at(0).sha256 == other.source.sha256);
  CHECK(merge({other, one}).sources.at(0).sha256 == other.source.sha256);
  CHECK(merge({one, other}).claims.at(0).agreement.sources == 1);
}

TEST_CASE("nothing in, nothing out") {
  CHECK(merge({}).claims.empty());
  const Report report = merge({article("a.txt", {})});
  CHECK(report.sources.size() == 1);
  CHECK(report.claims.empty());
}

TEST_CASE("a restatement of a later, another or no claim is no restatement") {
  Article one = article("a.txt", {"transfer KP>RU; -; missile; -; -; reported; repeats 5",
                                  "use KP>RU; -; missile; -; -; reported; repeats 0",
                                  "use KP>RU; -; rocket; -; -; reported; repeats 2"});
  const Report report = merge({one});
  CHECK(report.claims.size() == 3);
  CHECK(find(report, "use-kp-ru-rocket") != nullptr);
}
