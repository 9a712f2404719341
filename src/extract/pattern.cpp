#include "extract/pattern.hpp"

#include <re2/re2.h>

#include <algorithm>
#include <array>
#include <mutex>

#include "extract/pattern_program.hpp"
#include "extract/pattern_source.hpp"
#include "msmt/error.hpp"

namespace msmt {

namespace {

void name_groups(const PatternNode& node, std::vector<std::pair<std::string, int>>& groups) {
  if (node.kind == PatternNode::Kind::group) groups.emplace_back(node.name, node.number);
  for (const PatternNode& child : node.children) name_groups(child, groups);
}

}  // namespace

struct Pattern::Impl {
  PatternSource source;
  PatternProgram program;
  std::string where;
  std::vector<std::pair<std::string, int>> groups;
  SymbolSet first;   // what a match can begin with …
  bool free = false;  // … unless it can be nothing
  mutable std::once_flag compiled;
  mutable std::unique_ptr<re2::RE2> regex;

  const re2::RE2& compile() const {
    std::call_once(compiled, [this] {
      re2::RE2::Options options(source.wide ? re2::RE2::Quiet : re2::RE2::Latin1);
      constexpr std::int64_t kMaxMem = 64 << 20;  // the default of 8 MB is short for long lists
      options.set_max_mem(kMaxMem);
      options.set_log_errors(false);
      options.set_dot_nl(true);
      regex = std::make_unique<re2::RE2>(source.regex, options);
      if (!regex->ok()) {
        throw Error(where, "pattern does not compile, " + regex->error(),
                    "see the pattern language in src/extract/pattern.hpp");
      }
    });
    return *regex;
  }
};

Pattern::Pattern(const Alphabet& alphabet, std::string_view pattern, std::string_view where) {
  const PatternNode root = parse_pattern(alphabet, pattern, where);
  auto impl = std::make_unique<Impl>();
  impl->source = write_source(root);
  impl->program = PatternProgram(root);
  impl->where = where;
  name_groups(root, impl->groups);
  const PatternProgram::Openings openings = impl->program.openings();
  impl->first = openings.symbols.front();
  impl->free = openings.free.front();
  impl_ = std::move(impl);
}
Pattern::~Pattern() = default;
Pattern::Pattern(Pattern&&) noexcept = default;

int Pattern::group(std::string_view name) const {
  for (const auto& [known, number] : impl_->groups) {
    if (known == name) return number;
  }
  return -1;
}

const PatternProgram& Pattern::program() const { return impl_->program; }

bool Pattern::search(const Symbols& symbols, std::size_t from, Match& match) const {
  const std::size_t end = symbols.size() + (impl_->free ? 1 : 0);
  for (std::size_t at = from; at < end; ++at) {
    const bool opens =
        impl_->free ||
        ((impl_->first[symbols[at] >> 6U] >> (symbols[at] & 63U)) & 1U) != 0;
    if (opens && match_at(symbols, at, match)) return true;
  }
  return false;
}

bool Pattern::match_at(const Symbols& symbols, std::size_t at, Match& match) const {
  const PatternProgram::Answer answer = impl_->program.run(symbols.line(), at, match.memory);
  if (!answer.matches) return false;
  constexpr std::size_t kMostGroups = 24;
  std::array<re2::StringPiece, kMostGroups> found;
  const std::size_t groups = std::min(impl_->groups.size() + 1, kMostGroups);
  std::string& text = match.memory.text;
  impl_->source.write_text(symbols.line().subspan(at, answer.end - at), text);
  if (!impl_->compile().Match(text, 0, text.size(), re2::RE2::ANCHOR_START, found.data(),
                              static_cast<int>(std::max<std::size_t>(groups, 2)))) {
    return false;
  }
  const std::size_t width = impl_->source.width();
  match.groups.assign(groups, {});
  for (std::size_t g = 0; g < groups; ++g) {
    if (found[g].data() == nullptr) continue;
    const std::size_t begin = at + static_cast<std::size_t>(found[g].data() - text.data()) / width;
    match.groups[g] = {begin, begin + found[g].size() / width};
  }
  return true;
}

}  // namespace msmt
