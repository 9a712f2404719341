/// The noun that a number counts: where its phrase ends and which word is its head.
#pragma once

#include <string>

#include "extract/rule.hpp"

namespace msmt {

/// "North Korean workers in …" -> head `workers`; "combat vehicle" -> head `vehicle`.
struct CountedNoun {
  ItemRange items;           ///< from the first modifier to the head; empty when nothing is counted
  Span head;                 ///< bytes of the head word, or of a unit of several words
  std::string unit;          ///< singular name: "worker", "US dollar"
  bool measured = false;     ///< a unit of units.tsv
  Unit known;                ///< … that one
  bool designation = false;  ///< ends in a named system without a class noun: "three IL-76"
};

/// Finds the head among the items of `range`, which begin right after a number.
CountedNoun counted_noun(const Scene& scene, ItemRange range);

/// The text after `of` that belongs to a counted noun whose head is item `head`: "rounds of …".
Span of_phrase(const Scene& scene, std::size_t after_head);

}  // namespace msmt
