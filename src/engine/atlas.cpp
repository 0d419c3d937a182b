// One case asked of every place: independent questions, shared out among the cores. Each answer stands at its place's
// number, so that the list is the same however the work fell.
#include "engine/engine.h"
#include "engine/share_out.h"

namespace comity::engine {

std::vector<Answer> atlas(const ir::Law& law, const ir::Facts& facts, const Question& question,
                          base::Day today) {
  std::vector<ir::Value> forums;
  for (std::size_t place = 0; place < law.places.size(); ++place)
    if (law.places[place].until == 0 || law.places[place].until > question.on)
      forums.push_back(static_cast<ir::Value>(place));
  std::vector<Answer> answers(forums.size());
  Options options;
  options.report = false;
  options.exposure = true;
  share_out(forums.size(), [&](std::size_t i) {
    Question asked = question;
    asked.forum = forums[i];
    answers[i] = check(law, facts, asked, today, options);
  });
  return answers;
}

}  // namespace comity::engine
