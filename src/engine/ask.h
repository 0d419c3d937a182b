// The interview: which fact to ask for next, so that every question asked can still change the answer (S6), and none is
// asked again that the person does not know.
// Guarantees: a fact offered can change some stance's outcome; nothing is offered exactly when no fact still can, those
// declined left open. Leaves wording and the reading of answers to the surfaces.
#pragma once
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "engine/engine.h"

namespace comity::engine {

struct Interview {
  struct Item {
    std::string fact;  // its path in the case format
    ir::Text question;
    std::vector<Stance> stances;            // whose outcome it can change
    std::uint32_t asked_by = ir::none_u32;  // of the first: the provision that reads it
  };
  std::vector<Item> left;  // what can still change the answer; the first is what to ask now
  // Questions still needed, that one included: at most, and on average over answers. Only where every order of asking was
  // gone through; elsewhere the order is that of an interview between people.
  std::optional<std::size_t> at_most;
  std::optional<double> expected;
  Answer so_far;  // without reasons
};

// `declined`: facts the person does not know or does not want to tell.
Interview ask(const ir::Law& law, const ir::Facts& facts, const Question& question, base::Day today,
              const std::set<std::string>& declined = {});

}  // namespace comity::engine
