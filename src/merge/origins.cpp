#include "merge/origins.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "merge/key.hpp"

namespace msmt {
namespace {

/// "the MSMT" and "MSMT" are one.
std::string credit_key(std::string_view name) {
  std::string key = slug(name);
  for (const std::string_view article : {"the-", "a-", "an-"}) {
    if (key.starts_with(article) && key.size() > article.size()) return key.substr(article.size());
  }
  return key;
}

}  // namespace

std::vector<std::string> main_credits(const std::vector<Article>& articles) {
  std::vector<std::string> out;
  out.reserve(articles.size());
  for (const Article& article : articles) {
    std::map<std::string, std::pair<std::size_t, std::string>> counts;  // key -> how often, name
    for (const Claim& claim : article.claims) {
      if (claim.attribution.empty()) continue;
      auto& [count, name] = counts[credit_key(claim.attribution.front())];
      ++count;
      if (name.empty() || claim.attribution.front() < name) name = claim.attribution.front();
    }
    const auto most = std::max_element(
        counts.begin(), counts.end(),
        [](const auto& a, const auto& b) { return a.second.first < b.second.first; });
    out.push_back(most == counts.end() ? std::string() : most->second.second);
  }
  return out;
}

void count_legs(const std::vector<Telling>& tellings, const std::vector<std::string>& credits,
                Agreement& agreement) {
  struct Leg {
    std::string name;
    std::set<std::size_t> articles;
  };
  std::map<std::string, Leg> named;
  std::set<std::size_t> crediting;  // articles that name somebody for this claim
  const auto stand = [&](const std::string& name, std::size_t article) {
    Leg& leg = named[credit_key(name)];
    if (leg.name.empty() || name < leg.name) leg.name = name;
    leg.articles.insert(article);
  };
  for (const Telling& telling : tellings) {
    if (telling.claim->attribution.empty()) continue;
    stand(telling.claim->attribution.front(), telling.article);
    crediting.insert(telling.article);
  }
  std::set<std::size_t> own;
  for (const Telling& telling : tellings) {
    if (crediting.contains(telling.article)) continue;
    const std::string& name = credits[telling.article];
    if (name.empty()) {
      own.insert(telling.origin);
    } else {
      stand(name, telling.article);
    }
  }
  std::vector<const Leg*> legs;
  legs.reserve(named.size());
  for (const auto& [key, leg] : named) legs.push_back(&leg);
  std::stable_sort(legs.begin(), legs.end(), [](const Leg* a, const Leg* b) {
    return a->articles.size() > b->articles.size();
  });
  agreement.legs = named.size() + own.size();
  agreement.origins.clear();
  for (const Leg* leg : legs) agreement.origins.push_back(leg->name);
}

}  // namespace msmt
