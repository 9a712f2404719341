/// Parties: who a phrase names or stands for, and whose it is.
///
///     "its ally"   Russia, where the article has Iran deal with Russia
///     "the panel"  the UN Panel of Experts, named two sentences before
#pragma once

#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "claims/stage.hpp"

namespace msmt {

/// Who a phrase names or stands for; nullopt for goods, for words that nothing resolves, and, here and below, for an
/// index past the last chunk.
std::optional<Named> party_of(const Stage& stage, std::size_t index);
/// Whether a phrase names an organization of one of these kinds, as its head or before it: "Hamas members".
bool names_body(const Chunk& chunk, std::initializer_list<std::string_view> kinds);
/// Whether the party of a phrase is such an organization.
bool is_body(const Chunk& chunk, std::initializer_list<std::string_view> kinds);
/// "the Treasury's officials": the state whose body of government `name` is, where chunk names it.
std::optional<Party> state_of_body(const Stage& stage, const Chunk& chunk, const std::string& name);
/// The state of a place: of a name on a side, and of a capital, which as a place names no government.
std::optional<Named> state_where(const Stage& stage, std::size_t index);
/// "the foreign ministry in Tokyo": the state whose capital stands behind chunk `index`.
std::optional<Named> seat_behind(const Stage& stage, std::size_t index);
/// Both parties of "the two countries".
std::vector<Named> parties_of(const Stage& stage, std::size_t index);
/// "Chinese, Iranian and North Korean drones": the states that the adjectives before a noun in the plural name, two or
/// more; empty for fewer.
std::vector<Named> adjectives_joined(const Stage& stage, const Chunk& chunk);
/// The body that "it", "its", "the panel" or "the group" in a phrase stands for.
std::optional<Named> body_for(const Stage& stage, std::size_t index);
/// The body that a noun stands for at chunk index: "group", of "the group's missiles"; span: its words.
std::optional<Named> body_called(const Stage& stage, std::size_t index, const std::string& lemma,
                                 Span span);
/// Whose a phrase is: "Russia's", "its", "North Korean".
std::optional<Named> owner_of(const Stage& stage, std::size_t index);

/// The name that a noun for a firm has beside it: "a firm from Shenzhen, Redlepus,"; nullopt for none.
std::optional<Named> name_beside(const Stage& stage, std::size_t index);
/// The names of several: "two Chinese firms, Coral Arms and Redlepus,"; empty where they have none.
std::vector<Named> names_beside(const Stage& stage, std::size_t index);
/// Whose office a person holds by the words beside the name: "Ursula von der Leyen, the president of the
/// Commission,", "Serbia's president, Aleksandar Vucic,".
std::optional<Named> office_of(const Stage& stage, std::size_t index);

/// Whose the troops or workers are that were named last before chunk `index`: "those soldiers", "they".
std::optional<Named> owner_of_named_people(const Stage& stage, std::size_t index);

}  // namespace msmt
