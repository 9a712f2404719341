/// Rules of organizations that stand in a file of their own.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "extract/rule.hpp"

namespace msmt {

/// Words that rules of this table name: they are no {cap} to its patterns.
inline const std::string kTelling =
    "company | group | corporation | ltd | <ltd.> | inc | <inc.> | limited | llc | plc | "
    "holdings | council | committee | commission | panel | team | ministry | agency | assembly | "
    "union | co | <co.> | "
    "network | center | centre";

/// The kind of body that ends in a word, folded: "council"; "" for a word that tells none.
std::string kind_by_shape(std::string_view last);

/// Names whose words tell what they are: "the Vostok Trading Company", "the Ministry of Transport".
std::vector<Rule> shape_rules();

/// Names that a noun beside them explains: "the consultancy Blue Ledger", "Blue Ledger, a consultancy".
std::vector<Rule> apposed_rules();

}  // namespace msmt
