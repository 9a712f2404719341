/// Ids: names of merged claims that stay when articles come and go.
///
///     "transfer-kp-ru-container-5d1c": type, actor, target, kind of item, start of a digest
#pragma once

#include <string>
#include <vector>

#include "msmt/merge.hpp"

namespace msmt {

struct Naming {
  MergedClaim* merged = nullptr;
  std::string key;        ///< kind of item; empty for none
  std::string published;  ///< of its earliest article, EDTF; empty when unknown
};

/// Sets MergedClaim::id of every claim.
///
/// The digest is over type, sides, kind of item and whether it is a partial count, so an article
/// that adds a figure, a date or a wording leaves the id as it is. Where several claims share all
/// that, the one published first keeps this id (of several the one told most); each of the
/// others is told apart by the month in which its period starts, else by its figure, and if that is
/// not enough by all its values. So an id changes only when a claim gains a side, or when such a
/// rival gains a month or a figure, or becomes the first. Digests that collide are made longer.
void assign_ids(std::vector<Naming> claims);

}  // namespace msmt
