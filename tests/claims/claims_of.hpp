/// The claims of a text, read with the built-in lexicons.
#pragma once

#include <string>
#include <vector>

#include "built_in_engine.hpp"
#include "msmt/claims.hpp"

namespace msmt::test {

inline const Assembler& assembler() {
  static const Assembler compiled(engine());
  return compiled;
}

inline std::vector<Claim> claims_of(const Document& doc) {
  return assemble(assembler(), doc, extract(engine(), doc)).claims;
}

/// The same in printed form, in the order of the text.
inline std::vector<std::string> printed_claims(const Document& doc) {
  std::vector<std::string> printed;
  for (const Claim& claim : claims_of(doc)) printed.push_back(print(claim));
  return printed;
}

}  // namespace msmt::test
