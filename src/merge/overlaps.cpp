#include "merge/overlaps.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "merge/key.hpp"

namespace msmt {
namespace {

/// Types whose figures somebody may add up.
bool adds_up(std::string_view type) {
  constexpr std::string_view kCounted[] = {"transfer", "deployment", "labor", "finance",
                                           "theft",    "casualties", "use",   "transport"};
  return std::find(std::begin(kCounted), std::end(kCounted), type) != std::end(kCounted);
}

/// So many are listed with one claim; a report of thousands that all overlap is of no use, and would
/// grow with their square.
constexpr std::size_t kMostOverlaps = 64;

bool full(const MergedClaim* claim) { return claim->overlaps.size() >= kMostOverlaps; }

/// Places of evidence, in order.
using Sentences = std::vector<std::tuple<std::string_view, Span>>;

/// A claim with a figure and a period.
struct Counted {
  MergedClaim* claim = nullptr;
  std::vector<std::string> kinds;  ///< of what is counted, from specific to general
  Range range;
  Days days;
  Sentences sentences;
};

bool has(const Counted& counted, const std::string& kind) {
  return std::find(counted.kinds.begin(), counted.kinds.end(), kind) != counted.kinds.end();
}

long first(const Days& days) { return days.open_start ? -0x3fffffffL : days.first; }
long last(const Days& days) { return days.open_end ? 0x3fffffffL : days.last; }

bool within(const Days& inner, const Days& outer) {
  return first(outer) <= first(inner) && last(inner) <= last(outer);
}

Sentences sentences(const MergedClaim& claim) {
  Sentences out;
  for (const Evidence& evidence : claim.evidence) out.emplace_back(evidence.source, evidence.bytes);
  std::sort(out.begin(), out.end());
  return out;
}

bool share_sentence(const Counted& a, const Counted& b) {
  const bool a_shorter = a.sentences.size() < b.sentences.size();
  const Sentences& few = a_shorter ? a.sentences : b.sentences;
  const Sentences& many = a_shorter ? b.sentences : a.sentences;
  return std::any_of(few.begin(), few.end(), [&](const auto& sentence) {
    return std::binary_search(many.begin(), many.end(), sentence);
  });
}

/// How `a` stands to `b` on one scale.
int standing(bool a_has_b, bool b_has_a) { return a_has_b == b_has_a ? 0 : a_has_b ? 1 : -1; }

class Marking {
 public:
  Marking(std::vector<MergedClaim>& claims, const Background::Impl& background) {
    for (MergedClaim& merged : claims) {
      const Claim& claim = merged.claim;
      if (!adds_up(claim.type) || claim.certainty >= Certainty::planned) continue;
      if (!claim.quantity || !claim.period || !claim.actor) continue;
      const auto range = range_of(*claim.quantity);
      const auto days = days_of(*claim.period);
      if (!range || !days || !range->per.empty()) continue;
      std::vector<std::string> kinds = background.kinds(claim);
      if (kinds.empty()) continue;
      if (kinds.front() == "container" && claim.item && !claim.item->category.empty()) {
        // What is in the boxes counts, however many boxes there are.
        Claim content = claim;
        content.item->key = slug(claim.item->category);
        kinds = background.kinds(content);
      }
      groups_[claim.type + "\x1f" + party_key(claim.actor) + "\x1f" + party_key(claim.target)]
          .push_back({&merged, std::move(kinds), *range, *days, sentences(merged)});
    }
  }

  void run() {
    for (auto& [key, group] : groups_) mark(group);
  }

 private:
  /// Claims are compared that share a kind of which one of them is, in the order of their days.
  static void mark(std::vector<Counted>& group) {
    std::map<std::string, std::vector<Counted*>> by_kind;
    for (Counted& counted : group) by_kind[counted.kinds.front()].push_back(&counted);
    for (auto& [kind, members] : by_kind) {
      std::sort(members.begin(), members.end(), [](const Counted* a, const Counted* b) {
        return std::tuple(first(a->days), last(a->days), a->claim->id) <
               std::tuple(first(b->days), last(b->days), b->claim->id);
      });
    }
    for (Counted& counted : group) {
      for (const std::string& kind : counted.kinds) {
        const auto members = by_kind.find(kind);
        if (members == by_kind.end()) continue;
        std::size_t passed = 0;
        for (Counted* other : members->second) {
          if (full(counted.claim) || first(other->days) > last(counted.days)) break;
          if (full(other->claim)) ++passed;
          if (full(other->claim) || last(other->days) < first(counted.days)) continue;
          if (other == &counted) continue;
          // Of one kind each pair comes up twice, of two kinds once.
          if (has(*other, counted.kinds.front()) && other->claim->id < counted.claim->id) continue;
          compare(group, counted, *other);
        }
        if (passed < kMostOverlaps) continue;
        std::erase_if(members->second, [](const Counted* one) { return full(one->claim); });
      }
    }
    for (Counted& counted : group) {
      std::sort(counted.claim->overlaps.begin(), counted.claim->overlaps.end(),
                [](const Overlap& a, const Overlap& b) { return a.id < b.id; });
    }
  }

  static void compare(const std::vector<Counted>& group, Counted& a, Counted& b) {
    const bool other_unit = !comparable(a.range.unit, b.range.unit);
    const bool same_sentence = share_sentence(a, b);
    if (same_sentence) {
      // One sentence counts apart what it counts twice, except for a total and its parts.
      if (is_total(group, a, b)) return add(a, b, "contains", "part");
      if (is_total(group, b, a)) return add(a, b, "within", "part");
      const bool same_kind = a.kinds.front() == b.kinds.front();
      if (same_kind && !other_unit && a.claim->claim.part == b.claim->claim.part) return;
    }
    const int kinds = standing(has(b, a.kinds.front()), has(a, b.kinds.front()));
    const bool a_in_b = within(a.days, b.days);
    const bool b_in_a = within(b.days, a.days);
    const int days = standing(b_in_a, a_in_b);
    const bool nested = a_in_b || b_in_a;
    const char* reason = other_unit ? "unit" : kinds != 0 ? "kind" : "period";
    // `kinds` and `days` must not pull apart for one to contain the other.
    const int whole = kinds == 0 ? days : days == 0 ? kinds : kinds == days ? kinds : 0;
    if (!nested || whole == 0) return add(a, b, "shares", reason);
    add(a, b, whole > 0 ? "contains" : "within", reason);
  }

  /// Whether the sentence of both counts parts beside `part` that come to `total` with it.
  static bool is_total(const std::vector<Counted>& group, const Counted& total,
                       const Counted& part) {
    if (total.range.core_low <= part.range.core_low || !part.claim->claim.part) return false;
    double sum = 0;
    for (const Counted& other : group) {
      if (&other == &total || !other.claim->claim.part || other.kinds != part.kinds) continue;
      if (!comparable(other.range.unit, total.range.unit)) continue;
      if (share_sentence(other, total)) sum += other.range.core_low;
    }
    return sum == total.range.core_low;
  }

  static void add(Counted& a, Counted& b, const char* relation, const char* reason) {
    const std::string_view turned = relation == std::string_view("contains") ? "within"
                                    : relation == std::string_view("within") ? "contains"
                                                                             : "shares";
    a.claim->overlaps.push_back({b.claim->id, relation, reason});
    b.claim->overlaps.push_back({a.claim->id, std::string(turned), reason});
  }

  std::map<std::string, std::vector<Counted>> groups_;
};

}  // namespace

void mark_overlaps(std::vector<MergedClaim>& claims, const Background::Impl& background) {
  Marking(claims, background).run();
}

}  // namespace msmt
