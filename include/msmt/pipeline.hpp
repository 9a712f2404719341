/// Pipeline: the order of the stages, and the only place that knows it.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "msmt/merge.hpp"

namespace msmt {

/// What an article lists of its text beside its claims.
struct Listed {
  bool mentions = true;
  bool residue = true;
};

/// Engine and assembler over one set of lexicons; make it once, share it between threads.
class Pipeline {
 public:
  explicit Pipeline(const Lexicons& lexicons)
      : engine_(lexicons), assembler_(engine_), background_(lexicons) {}

  /// One article, on its own: text -> extract -> claims.
  Article read(const Document& doc, Listed listed = {}) const;

  /// What several articles say, with what the lexicon knows of events and measures.
  Report merge(std::vector<Article> articles, unsigned jobs = 1) const;

  const Engine& engine() const { return engine_; }
  const Assembler& assembler() const { return assembler_; }

 private:
  Engine engine_;
  Assembler assembler_;
  Background background_;
};

/// All of it: every document read on `jobs` threads, then merged. The result does not depend on
/// `jobs` or on the order of `documents`.
Report run(const Pipeline& pipeline, const std::vector<Document>& documents, unsigned jobs);

}  // namespace msmt
