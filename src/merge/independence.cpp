#include "merge/independence.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <limits>
#include <map>
#include <numeric>

namespace msmt {
namespace {

constexpr std::size_t kShingleWords = 5;
/// Values of a sketch, a power of two; standard error of the estimate at 0.8: 0.035.
constexpr std::size_t kHashes = 128;
/// Of each least value 8 bits are kept (b-bit minwise hashing, P. Li and A. C. König, WWW 2010): two
/// different values look alike once in 256 times, which adds less than 0.001 at resemblance 0.8.
constexpr std::size_t kDigits = 2;
/// Sketches are compared when they share one of 32 bands of 4 values: at resemblance 0.8 all but
/// 5 in 10 million pairs do, at 0.3 a quarter does.
constexpr std::size_t kBandValues = 4;
/// Texts that share a band and are no copies of each other, such as those filled in from one form:
/// further ones are compared with so many of them, so that the time stays linear. A copy shares a
/// dozen bands with its model, and is missed only if it meets others in all of them.
constexpr std::size_t kLeaders = 64;

std::uint64_t fnv1a(std::string_view text) {
  std::uint64_t hash = 0xcbf29ce484222325U;
  for (const char c : text) {
    hash ^= static_cast<unsigned char>(c);
    hash *= 0x100000001b3U;
  }
  return hash;
}

/// The finalizer of SplitMix64 (Steele, Lea, Flood 2014); a bijection, so no new collisions.
constexpr std::uint64_t mix(std::uint64_t x) {
  x += 0x9e3779b97f4a7c15U;
  x = (x ^ (x >> 30U)) * 0xbf58476d1ce4e5b9U;
  x = (x ^ (x >> 27U)) * 0x94d049bb133111ebU;
  return x ^ (x >> 31U);
}

constexpr std::uint64_t kNothing = std::numeric_limits<std::uint64_t>::max();

/// Gives each value that no shingle fell to that of another, drawn in an order that is the same for
/// every text (optimal densification, A. Shrivastava, ICML 2017). Not for values that all lack.
void fill_gaps(std::array<std::uint64_t, kHashes>& least) {
  const auto found = least;
  for (std::size_t k = 0; k < kHashes; ++k) {
    for (std::uint64_t draw = k; least[k] == kNothing;) {
      draw = mix(draw);
      least[k] = found[draw % kHashes];
    }
  }
}

std::vector<std::uint64_t> word_hashes(const Document& doc) {
  std::vector<std::uint64_t> out;
  const auto inside = [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte >= 0x80 || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z');
  };
  for (const Sentence& sentence : doc.sentences) {
    const std::string text = fold(doc.text(sentence.span));
    for (std::size_t i = 0; i < text.size();) {
      std::size_t end = i;
      while (end < text.size() && inside(text[end])) ++end;
      if (end > i) out.push_back(fnv1a(std::string_view(text).substr(i, end - i)));
      i = end + 1;
    }
  }
  return out;
}

/// The values of a sketch, each as its digits.
using Sketch = std::array<std::uint16_t, kHashes>;

Sketch sketch_of(std::string_view text) {
  static_assert(kDigits == 2);
  Sketch out{};
  for (std::size_t k = 0; k < kHashes; ++k) {
    const auto high = static_cast<unsigned char>(text[2 * k]);
    const auto low = static_cast<unsigned char>(text[2 * k + 1]);
    out[k] = static_cast<std::uint16_t>(high << 8U | low);
  }
  return out;
}

double resemblance(const Sketch& a, const Sketch& b) {
  std::uint32_t equal = 0;
  for (std::size_t k = 0; k < kHashes; ++k) equal += a[k] == b[k] ? 1U : 0U;
  return static_cast<double>(equal) / static_cast<double>(kHashes);
}

class UnionFind {
 public:
  explicit UnionFind(std::size_t size) : parent_(size) {
    std::iota(parent_.begin(), parent_.end(), std::size_t{0});
  }
  std::size_t find(std::size_t i) {
    while (parent_[i] != i) i = parent_[i] = parent_[parent_[i]];
    return i;
  }
  void unite(std::size_t a, std::size_t b) {
    a = find(a);
    b = find(b);
    parent_[std::max(a, b)] = std::min(a, b);  // the first source stays the root
  }

 private:
  std::vector<std::size_t> parent_;
};

}  // namespace

std::string shingles(const Document& doc) {
  const std::vector<std::uint64_t> words = word_hashes(doc);
  if (words.empty()) return {};
  std::array<std::uint64_t, kHashes> least;
  least.fill(kNothing);
  const std::size_t length = std::min(kShingleWords, words.size());
  for (std::size_t first = 0; first + length <= words.size(); ++first) {
    std::uint64_t shingle = 0;
    for (std::size_t i = first; i < first + length; ++i) shingle = mix(shingle ^ words[i]);
    // One hash of a shingle tells which value it may be and how small it is (one permutation
    // hashing, P. Li, A. Owen, C.-H. Zhang, NIPS 2012).
    std::uint64_t& value = least[shingle % kHashes];
    value = std::min(value, shingle / kHashes);
  }
  fill_gaps(least);
  constexpr std::string_view kHex = "0123456789abcdef";
  std::string out;
  for (const std::uint64_t value : least) {
    for (std::size_t digit = 0; digit < kDigits; ++digit) out += kHex[(value >> (4 * digit)) & 15U];
  }
  return out;
}

double resemblance(std::string_view a, std::string_view b) {
  if (a.size() != kHashes * kDigits || b.size() != a.size()) return 0;
  return resemblance(sketch_of(a), sketch_of(b));
}

std::vector<std::size_t> origins(const std::vector<SourceInfo>& sources) {
  UnionFind same(sources.size());
  std::map<std::string, std::size_t> firsts;
  const auto meet = [&](const std::string& key, std::size_t i) {
    same.unite(firsts.emplace(key, i).first->second, i);
  };
  for (std::size_t i = 0; i < sources.size(); ++i) {
    const SourceInfo& source = sources[i];
    if (source.publisher && !source.publisher->empty()) meet("p" + fold(*source.publisher), i);
    if (!source.sha256.empty()) meet("d" + source.sha256, i);
    if (!source.shingles.empty()) meet("s" + source.shingles, i);
  }
  // Sketches in the order of their text, so that no path has a say; of equal ones the first.
  std::vector<std::pair<std::string_view, std::size_t>> texts;
  for (std::size_t i = 0; i < sources.size(); ++i) {
    if (sources[i].shingles.size() == kHashes * kDigits) texts.emplace_back(sources[i].shingles, i);
  }
  std::sort(texts.begin(), texts.end());
  const auto equal = [](const auto& a, const auto& b) { return a.first == b.first; };
  texts.erase(std::unique(texts.begin(), texts.end(), equal), texts.end());
  std::vector<Sketch> sketches;
  sketches.reserve(texts.size());
  for (const auto& [text, source] : texts) sketches.push_back(sketch_of(text));

  for (std::size_t first = 0; first < kHashes; first += kBandValues) {
    std::vector<std::pair<std::uint64_t, std::size_t>> band;  // its values, place in `sketches`
    band.reserve(sketches.size());
    for (std::size_t place = 0; place < sketches.size(); ++place) {
      std::uint64_t values = 0;
      for (std::size_t k = first; k < first + kBandValues; ++k) {
        values = values << 16U | sketches[place][k];
      }
      band.emplace_back(values, place);
    }
    std::sort(band.begin(), band.end());
    std::vector<std::size_t> leaders;  // of this band value, no copies of each other
    for (std::size_t i = 0; i < band.size(); ++i) {
      if (i > 0 && band[i].first != band[i - 1].first) leaders.clear();
      const std::size_t place = band[i].second;
      bool known = false;
      for (const std::size_t leader : leaders) {
        if (resemblance(sketches[leader], sketches[place]) < kNearCopy) continue;
        same.unite(texts[leader].second, texts[place].second);
        known = true;
      }
      if (!known && leaders.size() < kLeaders) leaders.push_back(place);
    }
  }
  std::vector<std::size_t> out(sources.size());
  for (std::size_t i = 0; i < sources.size(); ++i) out[i] = same.find(i);
  return out;
}

}  // namespace msmt
