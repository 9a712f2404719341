/// Dating: the year of articles that state no date, from what other articles date.
///
///     a.txt, without a date   "The MSMT was set up in October last year."
///     b.txt                   "The MSMT was set up in October 2024."       -> a.txt is of 2025
///
/// Only dates that lean on no inferred one are compared, so nothing goes round in circles, and what
/// was inferred by an earlier merge is taken back first, so merging again gives the same.
#pragma once

#include <string>
#include <vector>

#include "merge/background.hpp"

namespace msmt {

/// What two tellings must share to be of one event with one date: type, sides and kind of item of
/// what happens once, the figure as well of what recurs. Empty for a claim that names too little.
std::string fact_key(const Claim& claim);

/// Takes back what date_articles() gave an article.
void forget_dating(Article& article);

/// Gives articles without a date the year that most of the events they tell of agree on, with the
/// hints for it in `dating`, and resolves their relative dates.
void date_articles(std::vector<Article>& articles, const Background::Impl& background);

}  // namespace msmt
