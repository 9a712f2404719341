/// Articles with claims that are like each other in all ways that merging tells apart; the same for
/// the same seed on every machine.
#pragma once

#include <random>

#include "claim_text.hpp"

namespace msmt::test {

class Maker {
 public:
  explicit Maker(unsigned seed) : random_(seed) {}

  std::vector<Article> articles(std::size_t count) {
    std::vector<Article> out;
    for (std::size_t i = 0; i < count; ++i) {
      std::vector<std::string> claims;
      const std::size_t size = 1 + below(6);
      for (std::size_t c = 0; c < size; ++c) claims.push_back(one(c));
      // One at a time: compilers differ in which argument they make first.
      const std::string publisher = below(4) == 0 ? "Agency" : "";
      const std::string published =
          below(3) == 0 ? "" : "2025-05-" + std::to_string(10 + below(20));
      out.push_back(article("article-" + std::to_string(i) + ".txt", claims, publisher, published));
    }
    return out;
  }

  std::mt19937& random() { return random_; }

 private:
  std::size_t below(std::size_t end) { return random_() % end; }
  std::string pick(const std::vector<std::string>& from) { return from[below(from.size())]; }

  std::string one(std::size_t index) {
    std::string out = index > 0 && below(4) == 0 ? "&" : "";
    out += pick({"transfer", "transfer", "deployment", "labor", "agreement", "dissolution"}) + " ";
    out += pick({"KP", "KP", "RU", "-"}) + ">";
    out += pick({"RU", "KP", "CN", "-"}) + "; ";
    out += pick({"-", "-", "11000 troop", ">11000 soldier", "~11000", "14000 troop", "3000 troop",
                 ">=1 system", "1 vehicle", "1000+ worker", "100..200 missile", "20000 container",
                 "500 tonne"}) +
           "; ";
    out += pick({"missile<arms", "ballistic-missile<missile<arms", "arms", "treaty", "-"}) + "; ";
    out += pick({"-", "-", "2024", "2024-03", "2024-04", "2023-09/..", "2024~/..", "2024-12~",
                 "2023-11/2023-12", "REF-1Y", "REF-1Y-03"}) +
           "; ";
    out += pick({"-", "MSMT", "Yonhap, Seoul"}) + "; ";
    out += pick({"reported", "reported", "confirmed", "believed", "planned", "denied"});
    if (below(8) == 0) out += "; part";
    if (index > 0 && below(6) == 0) out += "; repeats " + std::to_string(below(index));
    return out;
  }

  std::mt19937 random_;
};

}  // namespace msmt::test
