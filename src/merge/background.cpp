#include "merge/background.hpp"

#include <algorithm>
#include <charconv>

#include "merge/dating.hpp"
#include "merge/key.hpp"
#include "msmt/error.hpp"

namespace msmt {

namespace {

std::optional<Party> party_of(std::string_view text) {
  if (text.empty()) return std::nullopt;
  const bool code = text.size() == 2 && text[0] >= 'A' && text[0] <= 'Z';
  return Party{std::string(text), code ? std::string(text) : std::string()};
}

std::set<std::string> set_of(const Table& table, const Row& row, std::string_view column) {
  const auto list = table.list(row, column);
  return {list.begin(), list.end()};
}

std::vector<KnownEvent> read_events(const Table& table) {
  std::vector<KnownEvent> out;
  for (const Row& row : table.rows) {
    KnownEvent event;
    event.id = table.cell(row, "id");
    event.date = table.cell(row, "date");
    Claim claim;
    claim.type = table.cell(row, "type");
    claim.target = party_of(table.cell(row, "target"));
    std::vector<std::string_view> actors = table.list(row, "actor");
    std::vector<std::string_view> items = table.list(row, "items");
    if (actors.empty()) actors.emplace_back();
    if (items.empty()) items.emplace_back();
    for (const std::string_view actor : actors) {
      for (const std::string_view item : items) {
        claim.actor = party_of(actor);
        claim.item.reset();
        if (!item.empty()) claim.item = Item{std::string(item), "", "", std::string(item)};
        if (std::string key = fact_key(claim); !key.empty()) event.keys.push_back(std::move(key));
      }
    }
    out.push_back(std::move(event));
  }
  return out;
}

/// "500000 barrel/year"
Quantity limit_of(const Row& row, std::string_view text) {
  Quantity out;
  out.relation = Relation::at_most;
  double value = 0;
  const auto [end, failure] = std::from_chars(text.data(), text.data() + text.size(), value);
  std::string_view rest = text.substr(static_cast<std::size_t>(end - text.data()));
  if (failure != std::errc() || !rest.starts_with(' ') || value <= 0) {
    throw Error(row.where(), "limit \"" + std::string(text) + "\" is no figure with its unit",
                "write it like 500000 barrel/year");
  }
  rest.remove_prefix(1);
  const std::size_t slash = rest.find('/');
  out.value = out.high = value;
  out.unit = rest.substr(0, slash);
  if (slash != std::string_view::npos) out.per = rest.substr(slash + 1);
  return out;
}

Days days_in_force(const Row& row, std::string_view from, std::string_view until) {
  Date date;
  date.edtf =
      std::string(from.empty() ? ".." : from) + "/" + std::string(until.empty() ? ".." : until);
  date.start = from;
  date.end = until;
  const auto days = days_of(date);
  if (!days || from.empty()) {
    throw Error(row.where(), "a measure is in force from a day on", "write it like 2017-12-22");
  }
  return *days;
}

std::vector<Measure> read_measures(const Table& table) {
  std::vector<Measure> out;
  for (const Row& row : table.rows) {
    Measure measure;
    measure.id = table.cell(row, "id");
    measure.says = table.cell(row, "says");
    measure.types = set_of(table, row, "types");
    const std::string_view sides = table.cell(row, "sides");
    const std::size_t arrow = sides.find('>');
    measure.either = arrow == std::string_view::npos;
    measure.giver = party_key(party_of(sides.substr(0, arrow)));
    if (!measure.either) measure.receiver = party_key(party_of(sides.substr(arrow + 1)));
    measure.items = set_of(table, row, "items");
    measure.except = set_of(table, row, "except");
    measure.in_force = days_in_force(row, table.cell(row, "from"), table.cell(row, "until"));
    for (const std::string_view limit : table.list(row, "limit")) {
      measure.limits.push_back(limit_of(row, limit));
    }
    out.push_back(std::move(measure));
  }
  std::sort(out.begin(), out.end(), [](const Measure& a, const Measure& b) { return a.id < b.id; });
  return out;
}

Background::Impl read(const Lexicons& lexicons) {
  Background::Impl out;
  out.events = read_events(lexicons.table("events"));
  out.measures = read_measures(lexicons.table("measures"));
  const Table& items = lexicons.table("items");
  for (const Row& row : items.rows) {
    out.broader.emplace(items.cell(row, "id"), items.cell(row, "broader"));
  }
  const Table& weapons = lexicons.table("weapon_classes");
  for (const Row& row : weapons.rows) {
    const std::string category = weapons.cell(row, "category");
    if (category != "transport aircraft") out.arms.insert(category);  // it carries what is not arms
  }
  return out;
}

}  // namespace

std::vector<std::string> Background::Impl::kinds(const Claim& claim) const {
  std::vector<std::string> out;
  for (std::string kind : kinds_of(claim)) {
    while (!kind.empty() && std::find(out.begin(), out.end(), kind) == out.end()) {
      out.push_back(kind);
      const auto next = broader.find(kind);
      kind = next == broader.end() ? std::string() : next->second;
    }
  }
  const bool weapon = claim.item && arms.contains(claim.item->category);
  if (weapon && std::find(out.begin(), out.end(), "arms") == out.end()) {
    const std::string category = slug(claim.item->category);
    if (std::find(out.begin(), out.end(), category) == out.end()) out.push_back(category);
    out.emplace_back("arms");
  }
  return out;
}

Background::Background() : impl_(std::make_unique<Impl>()) {}
Background::Background(const Lexicons& lexicons) : impl_(std::make_unique<Impl>(read(lexicons))) {}
Background::~Background() = default;
Background::Background(Background&&) noexcept = default;
Background& Background::operator=(Background&&) noexcept = default;

}  // namespace msmt
