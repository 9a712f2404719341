#include "claims/trace.hpp"

#include <initializer_list>

namespace msmt {

namespace {

void add(std::string& text, std::initializer_list<std::string_view> parts) {
  for (const std::string_view part : parts) text += part;
}

}  // namespace

void Trace::sentence(const Reading& reading, const std::vector<Chunk>& chunks,
                     const std::vector<Speaker>& speakers) const {
  if (text_ == nullptr) return;
  const Sentence& sentence = doc_.sentences[reading.sentence];
  std::string& text = *text_;
  if (!text.empty()) text += '\n';
  const std::size_t line = doc_.position(sentence.span.begin).line;
  add(text, {doc_.path, ":", std::to_string(line), ": ", quote(doc_, sentence.span), "\n"});
  for (const Mention& mention : reading.mentions) {
    add(text, {"  mention  ", type_name(mention.value), " \"", quote(doc_, mention.span), "\" ",
               msmt::print(mention.value), " (", mention.rule, ")\n"});
  }
  text += "  chunks  ";
  for (const Chunk& chunk : chunks) text += " " + print(doc_, chunk);
  text += '\n';
  for (const Speaker& speaker : speakers) {
    std::string names;
    for (const std::string& name : speaker.names) add(names, {names.empty() ? "" : ", ", name});
    add(text, {"  speaker  ", names, " (", to_string(speaker.certainty),
               speaker.before ? ", of what follows" : "", ")\n"});
  }
}

void Trace::frame(const Chunk& trigger, const Frame& frame, std::string_view outcome) const {
  if (text_ == nullptr) return;
  add(*text_, {"  frame    ", quote(doc_, trigger.span), " -> ", frame.id, ": ", outcome, "\n"});
}

void Trace::claim(const Claim& claim) const {
  if (text_ == nullptr) return;
  *text_ += "  claim    " + claim.evidence.rule + ": " + print(claim) + "\n";
}

}  // namespace msmt
