#include "extract/rule.hpp"

namespace msmt {

// In the order in which they run: later tables see the mentions of earlier ones as single items,
// so a date keeps its year from being counted and a designation keeps its number.
const std::vector<const Extractor*>& extractors() {
  static const std::vector<const Extractor*> list = {
      &country_extractor(), &organization_extractor(), &military_unit_extractor(),
      &weapon_extractor(),  &date_extractor(),         &quantity_extractor(),
      &unit_extractor(),
  };
  return list;
}

}  // namespace msmt
