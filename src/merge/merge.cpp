#include "msmt/merge.hpp"

#include <algorithm>
#include <map>
#include <numeric>
#include <set>
#include <tuple>

#include "merge/cluster.hpp"
#include "merge/dating.hpp"
#include "merge/ids.hpp"
#include "merge/independence.hpp"
#include "merge/measures.hpp"
#include "merge/origins.hpp"
#include "merge/overlaps.hpp"
#include "merge/settle.hpp"
#include "threads.hpp"

namespace msmt {
namespace {

/// Of a claim and its restatements, the kind that counts: a named weapon before a class, a kind
/// before the more general ones on its path, then the most frequent, then the first.
std::vector<std::string> telling_path(const std::vector<const Claim*>& claims) {
  struct Kind {
    std::vector<std::string> path;
    bool named = false;
    std::size_t count = 0;
  };
  std::vector<Kind> kinds;
  for (const Claim* claim : claims) {
    std::vector<std::string> path = kinds_of(*claim);
    if (path.empty()) continue;
    auto kind = std::find_if(kinds.begin(), kinds.end(),
                             [&](const Kind& k) { return k.path.front() == path.front(); });
    if (kind == kinds.end()) kind = kinds.insert(kind, Kind());
    kind->named = kind->named || (claim->item && !claim->item->weapon.empty());
    ++kind->count;
    if (path.size() > kind->path.size()) kind->path = std::move(path);
  }
  const auto generality = [&](const Kind& kind) {
    return std::count_if(kinds.begin(), kinds.end(), [&](const Kind& other) {
      return std::find(other.path.begin() + 1, other.path.end(), kind.path.front()) !=
             other.path.end();
    });
  };
  const auto best = std::min_element(kinds.begin(), kinds.end(), [&](const Kind& a, const Kind& b) {
    return std::tuple(!a.named, generality(a), b.count) <
           std::tuple(!b.named, generality(b), a.count);
  });
  return best == kinds.end() ? std::vector<std::string>() : best->path;
}

/// What several claims say taken together, as one claim to be compared: of each field the most
/// precise value, and the earliest of equal ones. The sides are those of a claim that names both: where
/// they are on a par, "an agreement with Korea" and "of Korea with Russia" are not of Korea with Korea.
Claim together(const std::vector<const Claim*>& claims) {
  Claim out;
  const Claim* counting = claims.front();
  out.type = claims.front()->type;
  out.certainty = Certainty::denied;
  const auto whole = std::find_if(claims.begin(), claims.end(),
                                  [](const Claim* claim) { return claim->actor && claim->target; });
  if (whole != claims.end()) {
    out.actor = (*whole)->actor;
    out.target = (*whole)->target;
  }
  for (const Claim* claim : claims) {
    if (!out.actor) out.actor = claim->actor;
    if (!out.target) out.target = claim->target;
    const bool counts = claim->quantity && range_of(*claim->quantity);
    if (counts && (!out.quantity || imprecision(*claim->quantity) < imprecision(*out.quantity))) {
      out.quantity = claim->quantity;
      counting = claim;
    }
    const bool dates = claim->period && days_of(*claim->period);
    if (dates && (!out.period || imprecision(*claim->period) < imprecision(*out.period))) {
      out.period = claim->period;
    }
    out.certainty = std::min(out.certainty, claim->certainty);
  }
  out.part = counting->part;
  out.besides = counting->besides;
  return out;
}

/// Figures from here on are taken for the same count when they are equal.
constexpr double kTellingFigure = 10;

class Merging {
 public:
  Merging(std::vector<Article> articles, const Background& background, unsigned jobs)
      : articles_(std::move(articles)), background_(background), jobs_(jobs) {}

  Report run() {
    put_in_order();
    date_articles(articles_, background_.impl());
    Report report;
    std::vector<Statement> statements;
    for (Article& article : articles_) report.sources.push_back(std::move(article.source));
    const std::vector<std::size_t> origin = origins(report.sources);
    const std::vector<std::string> credits = main_credits(articles_);
    Standing standing;
    for (const SourceInfo& source : report.sources) {
      // A year that was inferred does not make an article the earliest.
      const bool rough = source.published.from == Anchor::inferred &&
                         source.published.date.size() < std::string_view("2025-05-30").size();
      standing.published.push_back(rough ? std::string() : source.published.date);
    }
    for (std::size_t i = 0; i < articles_.size(); ++i) {
      read_article(i, origin[i], report.sources[i].path, statements);
    }
    std::vector<Statement> facts = group(statements, Contradictions::come_together);
    join_broader(facts);

    report.claims.resize(facts.size());
    std::vector<Naming> names(facts.size());
    at_once(jobs_, facts.size(), [&](std::size_t i) {
      report.claims[i] = settle_fact(facts[i], standing, credits);
      names[i] = name(facts[i], standing, report.claims[i]);
    });
    assign_ids(names);
    sort_claims(report.claims, names);
    apply_measures(report.claims, background_.impl());
    mark_overlaps(report.claims, background_.impl());
    report.told.reserve(articles_.size());
    for (Article& article : articles_) report.told.push_back(std::move(article.claims));
    return report;
  }

 private:
  /// By path; an article given twice is one. Of two that share a path and nothing else, which the
  /// program does not let in, the order of their values decides, never that of the arguments.
  void put_in_order() {
    const auto same = [](const Article& a, const Article& b) {
      return a.source.path == b.source.path;
    };
    if (!std::is_sorted(articles_.begin(), articles_.end())) {
      std::vector<std::size_t> places(articles_.size());  // an article is large to be moved about
      std::iota(places.begin(), places.end(), std::size_t{0});
      std::stable_sort(places.begin(), places.end(),
                       [&](std::size_t a, std::size_t b) { return articles_[a] < articles_[b]; });
      std::vector<Article> sorted;
      sorted.reserve(articles_.size());
      for (const std::size_t place : places) sorted.push_back(std::move(articles_[place]));
      articles_ = std::move(sorted);
    }
    articles_.erase(std::unique(articles_.begin(), articles_.end(), same), articles_.end());
  }

  /// By field; of two spans of a field the later one, as an object of JSON has it.
  static void put_in_order(std::vector<std::pair<std::string, Span>>& spans) {
    const auto field = [](const auto& a, const auto& b) { return a.first < b.first; };
    if (std::adjacent_find(spans.begin(), spans.end(), [&](const auto& a, const auto& b) {
          return !field(a, b);
        }) == spans.end()) {
      return;
    }
    std::reverse(spans.begin(), spans.end());
    std::stable_sort(spans.begin(), spans.end(), field);
    const auto same = [](const auto& a, const auto& b) { return a.first == b.first; };
    spans.erase(std::unique(spans.begin(), spans.end(), same), spans.end());
  }

  Statement statement(std::vector<std::size_t> claims) const {
    std::sort(claims.begin(), claims.end());
    std::vector<const Claim*> read;
    read.reserve(claims.size());
    for (const std::size_t claim : claims) read.push_back(tellings_[claim].claim);
    Statement out;
    out.path = telling_path(read);
    Claim whole = together(read);
    if (!out.path.empty()) {  // happens_once() asks for the kind
      whole.item.emplace();
      whole.item->key = out.path.front();
    }
    out.profile = profile_of(whole, out.path);
    out.claims = std::move(claims);
    return out;
  }

  /// Claims and their restatements first; then what else one article says twice. One sentence does
  /// not say a thing twice, and an article does not contradict itself except over a body's date.
  void read_article(std::size_t article, std::size_t origin, const std::string& path,
                    std::vector<Statement>& out) {
    std::vector<Claim>& claims = articles_[article].claims;
    std::vector<std::size_t> root(claims.size());
    std::map<std::size_t, std::vector<std::size_t>> told;
    for (std::size_t i = 0; i < claims.size(); ++i) {
      const std::size_t earlier = claims[i].repeat_of;
      root[i] = earlier < i && claims[earlier].type == claims[i].type ? root[earlier] : i;
      told[root[i]].push_back(tellings_.size());
      if (claims[i].evidence.source.empty()) claims[i].evidence.source = path;
      put_in_order(claims[i].evidence.spans);
      tellings_.push_back({&claims[i], article, origin, i});
    }
    std::map<Span, std::size_t> sentences;
    std::vector<Statement> statements;
    for (auto& [first, retold] : told) {
      std::set<std::size_t> holders;
      for (const std::size_t claim : retold) {
        const Evidence& evidence = tellings_[claim].claim->evidence;
        holders.insert(sentences.emplace(evidence.bytes, sentences.size()).first->second);
        // "800 Stinger" in one list of the article and "over 600 Stinger" in the next are two lots
        if (evidence.rule.starts_with("list."))
          holders.insert(sentences.emplace(Span{}, sentences.size()).first->second);
      }
      statements.push_back(statement(std::move(retold)));
      statements.back().holders.assign(holders.begin(), holders.end());
    }
    for (Statement& merged : group(statements, Contradictions::stay_apart)) {
      merged.holders = {article};
      out.push_back(std::move(merged));
    }
  }

  /// Makes one statement of each cluster.
  std::vector<Statement> group(const std::vector<Statement>& statements,
                               Contradictions contradictions) const {
    std::map<std::string, std::vector<const Statement*>> buckets;
    for (const Statement& one : statements) buckets[one.profile.bucket].push_back(&one);
    std::vector<Statement> out;
    for (const auto& [bucket, members] : buckets) {
      const std::string& type = tellings_[members.front()->claims.front()].claim->type;
      const bool body = type == "establishment" || type == "dissolution";
      for (const std::vector<std::size_t>& indices :
           cluster(members, body ? Contradictions::come_together : contradictions)) {
        std::vector<const Statement*> one;
        one.reserve(indices.size());
        for (const std::size_t index : indices) one.push_back(members[index]);
        out.push_back(unite(one));
      }
    }
    return out;
  }

  Statement unite(const std::vector<const Statement*>& parts) const {
    if (parts.size() == 1) return *parts.front();
    std::vector<std::size_t> claims;
    std::set<std::size_t> holders;
    for (const Statement* part : parts) {
      claims.insert(claims.end(), part->claims.begin(), part->claims.end());
      holders.insert(part->holders.begin(), part->holders.end());
    }
    Statement out = statement(std::move(claims));
    // The kind that the parts agree on, not the one that most restatements happen to use.
    const auto deepest = std::max_element(
        parts.begin(), parts.end(),
        [](const Statement* a, const Statement* b) { return a->path.size() < b->path.size(); });
    out.path = (*deepest)->path;
    out.profile.bucket = (*deepest)->profile.bucket;
    out.profile.once = (*deepest)->profile.once;
    out.holders.assign(holders.begin(), holders.end());
    return out;
  }

  /// `9 million rounds of ammunition` is a telling of `9 million artillery shells` where the figure
  /// is the same, and no small one, and only one claim of a narrower kind has it; likewise a claim
  /// that names no item.
  void join_broader(std::vector<Statement>& facts) const {
    using Key = std::tuple<std::string, std::string, std::string, bool, double>;
    const auto key_of = [&](const Statement& fact) {
      const Profile& p = fact.profile;
      const Claim& first = *tellings_[fact.claims.front()].claim;
      return Key(first.type, p.actor, p.target, p.partial, p.range ? p.range->core_low : -1);
    };
    const auto joinable = [&](const Statement& fact) {
      return fact.profile.range || tellings_[fact.claims.front()].claim->type == "veto";
    };
    std::map<Key, std::vector<std::size_t>> index;
    for (std::size_t i = 0; i < facts.size(); ++i) {
      if (joinable(facts[i])) index[key_of(facts[i])].push_back(i);
    }
    for (auto& [key, members] : index) {
      // From specific to general, so that a chain of kinds is joined link by link.
      std::stable_sort(members.begin(), members.end(), [&](std::size_t a, std::size_t b) {
        return facts[a].path.size() > facts[b].path.size();
      });
      std::map<std::string, std::vector<std::size_t>> below;  // by each broader kind
      for (const std::size_t special : members) {
        const std::vector<std::string>& path = facts[special].path;
        for (std::size_t i = 1; i < path.size(); ++i) below[path[i]].push_back(special);
      }
      for (const std::size_t general : members) {
        const std::vector<std::string>& path = facts[general].path;
        std::vector<std::size_t> homes;
        for (const std::size_t special : path.empty() ? members : below[path.front()]) {
          if (covers(facts[general], facts[special])) homes.push_back(special);
          if (homes.size() > 1) break;
        }
        if (homes.size() != 1) continue;
        facts[homes.front()] = unite({&facts[homes.front()], &facts[general]});
        facts[general].claims.clear();
      }
    }
    std::erase_if(facts, [](const Statement& fact) { return fact.claims.empty(); });
  }

  static bool covers(const Statement& general, const Statement& special) {
    if (general.claims.empty() || special.claims.empty() || special.path.empty()) return false;
    const bool broader =
        general.path.empty() || std::find(special.path.begin() + 1, special.path.end(),
                                          general.path.front()) != special.path.end();
    // Three aircraft need not be the three Il-76: a small figure is shared by chance.
    const Profile& p = general.profile;
    const bool telling = !p.range || p.range->core_low >= kTellingFigure ||
                         (!p.period.empty() && p.period == special.profile.period);
    if (!broader || !telling || !compatible(compare_profiles(p, special.profile))) return false;
    std::vector<std::size_t> both;
    std::set_intersection(general.holders.begin(), general.holders.end(), special.holders.begin(),
                          special.holders.end(), std::back_inserter(both));
    return both.empty();
  }

  /// What its tellings come to.
  MergedClaim settle_fact(const Statement& fact, const Standing& standing,
                          const std::vector<std::string>& credits) const {
    std::vector<Telling> tellings;
    tellings.reserve(fact.claims.size());
    for (const std::size_t claim : fact.claims) tellings.push_back(tellings_[claim]);
    Agreement legs;
    count_legs(tellings, credits, legs);
    MergedClaim out = settle(std::move(tellings), first_kind(fact), standing);
    out.agreement.legs = legs.legs;
    out.agreement.origins = std::move(legs.origins);
    return out;
  }

  Naming name(const Statement& fact, const Standing& standing, MergedClaim& merged) const {
    std::string published;
    for (const std::size_t claim : fact.claims) {
      const std::string& date = standing.published[tellings_[claim].article];
      if (!date.empty() && (published.empty() || date < published)) published = date;
    }
    return {&merged, first_kind(fact), published};
  }

  static std::string first_kind(const Statement& fact) {
    return fact.path.empty() ? std::string() : fact.path.front();
  }

  /// Order of the report: type, actor, target (none last), kind of item, start of the period, id.
  static void sort_claims(std::vector<MergedClaim>& claims, const std::vector<Naming>& names) {
    // Few subjects have many claims: their order is found once.
    using Subject =
        std::tuple<std::size_t, std::string, bool, std::string, bool, std::string, std::string>;
    std::map<Subject, std::size_t> subjects;
    std::vector<const std::pair<const Subject, std::size_t>*> subject_of;
    for (std::size_t i = 0; i < claims.size(); ++i) {
      const Claim& claim = claims[i].claim;
      std::string actor = party_key(claim.actor);
      std::string target = party_key(claim.target);
      Subject subject{type_rank(claim.type), claim.type,        actor.empty(), std::move(actor),
                      target.empty(),        std::move(target), names[i].key};
      subject_of.push_back(&*subjects.emplace(std::move(subject), 0).first);
    }
    std::size_t rank = 0;
    for (auto& [subject, place] : subjects) place = rank++;
    using Order = std::tuple<std::size_t, bool, std::string_view, std::string_view>;
    std::vector<std::pair<Order, std::size_t>> order;
    for (std::size_t i = 0; i < claims.size(); ++i) {
      const std::optional<Date>& period = claims[i].claim.period;
      const std::string_view start = period ? std::string_view(period->start) : std::string_view();
      order.push_back({{subject_of[i]->second, start.empty(), start, claims[i].id}, i});
    }
    std::sort(order.begin(), order.end());
    std::vector<MergedClaim> sorted;
    sorted.reserve(claims.size());
    for (const auto& [key, i] : order) sorted.push_back(std::move(claims[i]));
    claims = std::move(sorted);
  }

  std::vector<Article> articles_;
  const Background& background_;
  unsigned jobs_;
  std::vector<Telling> tellings_;
};

}  // namespace

Report merge(std::vector<Article> articles, const Background& background, unsigned jobs) {
  return Merging(std::move(articles), background, jobs).run();
}

std::vector<Article> articles(Report report) {
  std::vector<Article> out(report.sources.size());
  for (std::size_t i = 0; i < out.size(); ++i) {
    out[i].source = std::move(report.sources[i]);
    out[i].claims = std::move(report.told[i]);
  }
  for (MergedClaim& merged : report.claims) {
    for (std::size_t i = 0; i < merged.evidence.size(); ++i) {
      const Told& told = merged.told[i];
      Evidence& evidence = out[told.source].claims[told.order].evidence;
      evidence = std::move(merged.evidence[i]);
      if (told.turned) turn(evidence);
    }
  }
  for (Article& article : out) forget_dating(article);
  return out;
}

}  // namespace msmt
