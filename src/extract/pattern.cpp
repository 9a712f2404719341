#include "extract/pattern.hpp"

#include <re2/re2.h>

#include <algorithm>
#include <mutex>
#include <vector>

#include "extract/pattern_automaton.hpp"
#include "extract/pattern_program.hpp"
#include "extract/pattern_source.hpp"
#include "msmt/error.hpp"

namespace msmt {

namespace {

/// Names of the groups, in the order of their numbers.
void name_groups(const PatternNode& node, std::string& names) {
  if (node.kind == PatternNode::Kind::group) names += node.name + '\n';
  for (const PatternNode& child : node.children) name_groups(child, names);
}

}  // namespace

struct Pattern::Impl {
  PatternSource source;
  PatternProgram program;
  PatternAutomaton automaton;  // of saved patterns: making one takes longer than it saves
  Flat<char> where;
  Flat<char> names;                      // of the groups, each ended by a line feed
  std::vector<std::string_view> groups;  // the same; group number 1 first
  Flat<std::uint64_t> first;             // what a match can begin with …
  bool free = false;                     // … unless it can be nothing
  Flat<std::uint64_t> needs;             // of each of these sets a match holds one

  template <typename Archive>
  void fields(Archive& archive) {
    source.fields(archive);
    program.fields(archive);
    automaton.fields(archive);
    archive(where);
    archive(names);
    archive(first);
    archive.number(free);
    archive(needs);
  }

  /// Whether the line from item `from` on has all that a match needs.
  bool may_match(std::span<const Symbol> line, std::size_t from) const {
    const std::size_t words = first.size();  // of each set
    for (std::size_t set = 0; set < needs.size(); set += words) {
      const auto in_set = [&](Symbol symbol) {
        return ((needs[set + (symbol >> 6U)] >> (symbol & 63U)) & 1U) != 0;
      };
      if (std::none_of(line.begin() + static_cast<std::ptrdiff_t>(from), line.end(), in_set))
        return false;
    }
    return true;
  }

  PatternProgram::Answer run(const Symbols& symbols, std::size_t at, PatternMemory& memory) const {
    return automaton.ready() ? automaton.run(symbols.line(), at, source)
                             : program.run(symbols.line(), at, memory);
  }

  void finish() {
    std::string_view rest = text_of(names, 0, names.size());
    while (!rest.empty()) {
      const std::size_t end = rest.find('\n');
      groups.push_back(rest.substr(0, end));
      rest.remove_prefix(end + 1);
    }
  }

  mutable std::once_flag compiled;
  mutable std::unique_ptr<re2::RE2> regex;

  const re2::RE2& compile() const {
    std::call_once(compiled, [this] {
      re2::RE2::Options options(source.wide() ? re2::RE2::Quiet : re2::RE2::Latin1);
      constexpr std::int64_t kMaxMem = 64 << 20;  // the default of 8 MB is short for long lists
      options.set_max_mem(kMaxMem);
      options.set_log_errors(false);
      options.set_dot_nl(true);
      regex = std::make_unique<re2::RE2>(source.regex(), options);
      if (!regex->ok()) {
        throw Error(std::string(text_of(where, 0, where.size())),
                    "pattern does not compile, " + regex->error(),
                    "see the pattern language in src/extract/pattern.hpp");
      }
    });
    return *regex;
  }

  /// What RE2 finds in the items of `line`, the first of which is number `at`.
  bool ask(std::span<const Symbol> line, std::size_t at, Match& match) const {
    std::vector<re2::StringPiece> found(std::max<std::size_t>(match.groups.size(), 2));
    std::string& text = match.memory.text;
    source.write_text(line, text);
    if (!compile().Match(text, 0, text.size(), re2::RE2::ANCHOR_START, found.data(),
                         static_cast<int>(found.size()))) {
      return false;
    }
    const std::size_t width = source.width();
    for (std::size_t g = 0; g < match.groups.size(); ++g) {
      if (found[g].data() == nullptr) continue;
      const std::size_t begin =
          at + static_cast<std::size_t>(found[g].data() - text.data()) / width;
      match.groups[g] = {begin, begin + found[g].size() / width};
    }
    return true;
  }
};

Pattern::Pattern(const Alphabet& alphabet, std::string_view pattern, std::string_view where)
    : impl_(std::make_unique<Impl>()) {
  const PatternNode root = parse_pattern(alphabet, pattern, where);
  impl_->source = PatternSource(root);
  impl_->program = PatternProgram(root);
  impl_->where.append(where);
  std::string names;
  name_groups(root, names);
  impl_->names.append(names);
  impl_->finish();
  const PatternProgram::Openings openings = impl_->program.openings();
  impl_->first.append(openings.symbols.front());
  impl_->free = openings.free.front();
  for (const SymbolSet& set : needs_of(root)) impl_->needs.append(set);
}
Pattern::Pattern(Loader& loader) : impl_(std::make_unique<Impl>()) {
  impl_->fields(loader);
  impl_->finish();
}
Pattern::~Pattern() = default;
Pattern::Pattern(Pattern&&) noexcept = default;

void Pattern::save(Saver& saver) {
  impl_->automaton = PatternAutomaton(impl_->program, impl_->source);
  impl_->fields(saver);
}

int Pattern::group(std::string_view name) const {
  for (std::size_t g = 0; g < impl_->groups.size(); ++g) {
    if (impl_->groups[g] == name) return static_cast<int>(g + 1);
  }
  return -1;
}

const PatternProgram& Pattern::program() const { return impl_->program; }

bool Pattern::search(const Symbols& symbols, std::size_t from, Match& match) const {
  if (from > symbols.size() || !impl_->may_match(symbols.line(), from)) return false;
  const std::size_t end = symbols.size() + (impl_->free ? 1 : 0);
  for (std::size_t at = from; at < end; ++at) {
    const bool opens =
        impl_->free || ((impl_->first[symbols[at] >> 6U] >> (symbols[at] & 63U)) & 1U) != 0;
    if (opens && match_at(symbols, at, match)) return true;
  }
  return false;
}

bool Pattern::match_at(const Symbols& symbols, std::size_t at, Match& match) const {
  const PatternProgram::Answer answer = impl_->run(symbols, at, match.memory);
  if (!answer.matches) return false;
  constexpr std::size_t kMostGroups = 24;
  const std::size_t groups = std::min(impl_->groups.size() + 1, kMostGroups);
  match.groups.assign(groups, {});
  return impl_->program.match(symbols.line(), at, answer, match.groups, match.memory) ||
         impl_->ask(symbols.line().subspan(at, answer.end - at), at, match);
}

}  // namespace msmt
