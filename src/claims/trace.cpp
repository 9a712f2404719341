#include "claims/trace.hpp"

#include <fmt/format.h>

namespace msmt {

void Trace::sentence(const Reading& reading, const std::vector<Chunk>& chunks,
                     const std::vector<Speaker>& speakers) const {
  if (text_ == nullptr) return;
  const Sentence& sentence = doc_.sentences[reading.sentence];
  std::string& text = *text_;
  if (!text.empty()) text += '\n';
  text += fmt::format("{}:{}: {}\n", doc_.path, doc_.position(sentence.span.begin).line,
                      quote(doc_, sentence.span));
  for (const Mention& mention : reading.mentions) {
    text += fmt::format("  mention  {} \"{}\" {} ({})\n", type_name(mention.value),
                        quote(doc_, mention.span), msmt::print(mention.value), mention.rule);
  }
  text += "  chunks  ";
  for (const Chunk& chunk : chunks) text += " " + print(doc_, chunk);
  text += '\n';
  for (const Speaker& speaker : speakers) {
    text += fmt::format("  speaker  {} ({}{})\n", fmt::join(speaker.names, ", "),
                        to_string(speaker.certainty), speaker.before ? ", of what follows" : "");
  }
}

void Trace::frame(const Chunk& trigger, const Frame& frame, std::string_view outcome) const {
  if (text_ == nullptr) return;
  *text_ += fmt::format("  frame    {} -> {}: {}\n", quote(doc_, trigger.span), frame.id, outcome);
}

void Trace::claim(const Claim& claim) const {
  if (text_ == nullptr) return;
  *text_ += "  claim    " + claim.evidence.rule + ": " + print(claim) + "\n";
}

}  // namespace msmt
