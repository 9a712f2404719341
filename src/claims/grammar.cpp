#include "claims/grammar.hpp"

#include "msmt/error.hpp"

namespace msmt {

namespace {

std::vector<std::string_view> split(std::string_view text) {
  std::vector<std::string_view> out;
  while (!text.empty()) {
    const std::size_t space = std::min(text.find(' '), text.size());
    if (space > 0) out.push_back(text.substr(0, space));
    text.remove_prefix(std::min(space + 1, text.size()));
  }
  return out;
}

std::string join(std::string_view a, std::string_view b) {
  std::string out(a);
  out += ' ';
  out += b;
  return out;
}

}  // namespace

std::string_view Frame::role(std::string_view side) const {
  const auto it = roles.find(side);
  return it == roles.end() ? std::string_view{} : std::string_view(it->second);
}

Grammar::Grammar(const Lexicons& lexicons)
    : lexicons_(lexicons),
      classes_(lexicons),
      body_roles_(lexicons),
      descriptions_(lexicons),
      adverbial_phrases_(lexicons.table("words"), "adverbial"),
      complex_prepositions_(lexicons.table("words"), "complex_preposition") {
  const Table& frames = lexicons.table("frames");
  frames_.reserve(frames.rows.size());
  for (const Row& row : frames.rows) {
    Frame frame;
    frame.id = frames.cell(row, "id");
    frame.type = frames.cell(row, "type");
    frame.pos = frames.cell(row, "pos");
    frame.note = frames.cell(row, "note");
    for (const std::string_view role : split(frames.cell(row, "roles"))) {
      const std::size_t equals = role.find('=');
      if (equals == std::string_view::npos) {
        throw Error(row.where(), "role \"" + std::string(role) + "\" has no =", "write SIDE=ROLE");
      }
      frame.roles.emplace(role.substr(0, equals), role.substr(equals + 1));
    }
    for (const std::string_view need : split(frames.cell(row, "needs"))) frame.needs.emplace(need);
    frames_.push_back(std::move(frame));
  }
  for (std::size_t i = 0; i < frames_.size(); ++i) {
    for (const std::string_view trigger : frames.list(frames.rows[i], "triggers")) {
      by_word_[join(frames_[i].pos, trigger)].push_back(&frames_[i]);
    }
  }
  const Table& cues = lexicons.table("cues");
  for (const Row& row : cues.rows) {
    for (const std::string_view form : cues.list(row, "forms")) {
      cues_.try_emplace(join(cues.cell(row, "kind"), form), cues.cell(row, "certainty"));
    }
  }
  const Table& words = lexicons.table("words");
  for (const Row& row : words.rows) {
    const std::string_view id = words.cell(row, "id");
    if (id != "place_noun" && id != "determiner") continue;
    auto& listed = id == "determiner" ? determiners_ : place_nouns_;
    for (const std::string_view form : words.list(row, "forms")) listed.insert(form);
  }
  const Table& numbers = lexicons.table("numbers");
  for (const Row& row : numbers.rows) {
    for (const std::string_view form : numbers.list(row, "forms")) numbers_.insert(form);
  }
  const Table& weapons = lexicons.table("weapons");
  for (const Row& row : weapons.rows) {
    if (weapons.cell(row, "category") == "combat aircraft")
      fighter_makers_.insert(weapons.cell(row, "country"));
  }
  const Table& persons = lexicons.table("persons");
  for (const Row& row : persons.rows) {
    for (const std::string_view form : persons.list(row, "forms")) {
      const std::string name = fold(form);
      leaders_[name] = persons.cell(row, "country");
      const auto [last, added] =
          last_names_.try_emplace(name.substr(name.rfind(' ') + 1), persons.cell(row, "country"));
      if (!added && last->second != persons.cell(row, "country")) last->second.clear();
    }
    // last names that nobody else bears: "Putin"
    for (const std::string_view name : persons.list(row, "alone"))
      leaders_[fold(name)] = persons.cell(row, "country");
  }
  const Table& countries = lexicons.table("countries");
  for (const Row& row : countries.rows) {
    countries_[countries.cell(row, "id")] = countries.cell(row, "name");
    for (const std::string_view form : countries.list(row, "places"))
      places_[fold(form)] = countries.cell(row, "id");
    for (const std::string_view form : countries.list(row, "capitals"))
      capitals_[fold(form)] = countries.cell(row, "id");
  }
  const Table& places = lexicons.table("places");
  for (const Row& row : places.rows) {
    for (const std::string_view form : places.list(row, "forms"))
      places_[fold(form)] = places.cell(row, "country");
  }
  const Table& items = lexicons.table("items");
  for (const Row& row : items.rows) {
    items_[items.cell(row, "id")] = {items.cell(row, "class"), items.cell(row, "broader")};
  }
}

std::string Grammar::leader_country(const std::string& name) const {
  const auto it = leaders_.find(fold(name));
  return it == leaders_.end() ? std::string() : it->second;
}

std::string Grammar::office_holder_country(std::string_view last_name) const {
  const auto it = last_names_.find(fold(last_name));
  return it == last_names_.end() ? std::string() : it->second;
}

std::string_view Grammar::place_country(std::string_view name) const {
  const auto it = places_.find(fold(name));
  return it == places_.end() ? std::string_view{} : std::string_view(it->second);
}

std::string_view Grammar::capital_country(std::string_view name) const {
  const auto it = capitals_.find(fold(name));
  return it == capitals_.end() ? std::string_view{} : std::string_view(it->second);
}

Party Grammar::country(const std::string& iso2) const {
  const auto it = countries_.find(iso2);
  return {it == countries_.end() ? iso2 : it->second, iso2};
}

const std::vector<const Frame*>& Grammar::frames(std::string_view pos,
                                                 std::string_view word) const {
  static const std::vector<const Frame*> none;
  const auto it = by_word_.find(join(pos, word));
  return it == by_word_.end() ? none : it->second;
}

bool Grammar::evokes(std::string_view pos, std::string_view word,
                     std::initializer_list<std::string_view> any) const {
  for (const Frame* frame : frames(pos, word)) {
    for (const std::string_view wanted : any) {
      if (frame->id == wanted || frame->type == wanted) return true;
    }
  }
  return false;
}

std::string_view Grammar::cue(std::string_view kind, std::string_view form) const {
  const auto it = cues_.find(join(kind, form));
  return it == cues_.end() ? std::string_view{} : std::string_view(it->second);
}

std::string_view Grammar::type_of_class(std::string_view item_class) {
  if (item_class == "knowhow") return "technology";
  if (item_class == "training") return "training";
  if (item_class == "troops") return "deployment";
  if (item_class == "workers") return "labor";
  if (item_class == "money") return "finance";
  return "transfer";
}

bool Grammar::any_is(WordClass word_class, std::string_view words) const {
  while (!words.empty()) {
    const std::size_t space = std::min(words.find(' '), words.size());
    if (is(word_class, words.substr(0, space))) return true;
    words.remove_prefix(std::min(space + 1, words.size()));
  }
  return false;
}

std::string Grammar::path(std::string_view item_id) const {
  std::string out;
  std::string id(item_id);
  constexpr int kDeepest = 8;  // a loop in a user's table must not hang
  for (int depth = 0; !id.empty() && depth < kDeepest; ++depth) {
    if (!out.empty()) out += '<';
    out += id;
    const auto it = items_.find(id);
    id = it == items_.end() ? std::string() : it->second.second;
  }
  return out;
}

bool Grammar::is_a(std::string_view item_id, std::string_view kind) const {
  return ("<" + path(item_id) + "<").find("<" + std::string(kind) + "<") != std::string::npos;
}

std::string Grammar::item_class(std::string_view item_id) const {
  const auto it = items_.find(std::string(item_id));
  return it == items_.end() ? std::string() : it->second.first;
}

}  // namespace msmt
