// The certificate of an answer, in words: the fewest facts that suffice, or two ways it may come out.
#include "cli/text_certificate.h"

#include "cli/text_parts.h"

namespace comity::cli {

std::string certificate_text(const ir::Law& law, const ir::Facts& facts,
                             const engine::Answer& answer, const engine::Certificate& certificate,
                             Language language) {
  Page page(colour_wanted());
  const Parts parts{law, facts, answer, language, page};
  const bool two = certificate.differ.size() == 2;
  page.heading(parts.say(two ? Message::cert_two : Message::cert_title));
  if (two) {
    for (const auto& way : certificate.differ) {
      std::vector<std::string> list;
      for (const auto& [path, value] : way.facts) list.push_back(path + ": " + parts.value(value));
      page.line(parts.say(Message::cert_one_way, parts.outcome(way.outcome), join(list)), 2,
                Tone::plain, 2);
    }
    return page.take();
  }
  bool settled = answer.verdict == engine::Verdict::settled ||
                 answer.verdict == engine::Verdict::untested ||
                 answer.verdict == engine::Verdict::contested;
  if (certificate.suffices.empty()) {
    page.line(parts.say(settled ? Message::cert_nothing : Message::cert_none));
    return page.take();
  }
  page.line(parts.say(Message::cert_suffices));
  for (const std::string& path : certificate.suffices) page.line(path, 2);
  return page.take();
}

engine::Json certificate_json(const engine::Certificate& certificate) {
  if (certificate.differ.size() != 2) return {{"suffices", certificate.suffices}};
  engine::Json ways = engine::Json::array();
  for (const auto& way : certificate.differ) {
    engine::Json facts = engine::Json::object();
    for (const auto& [path, value] : way.facts) facts[path] = value;
    ways.push_back({{"outcome", engine::word(way.outcome)}, {"facts", facts}});
  }
  return {{"stance", engine::word(certificate.stance)}, {"differ", ways}};
}

}  // namespace comity::cli
