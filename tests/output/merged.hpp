#pragma once

#include <string>
#include <utility>
#include <vector>

#include "msmt/output.hpp"

/// The report of some articles, as JSON.
inline std::string merged(std::vector<msmt::Article> articles) {
  return msmt::to_json(msmt::merge(std::move(articles)), {});
}
