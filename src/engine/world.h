// One question as a decision graph: the forum's effect for each class of purposes, with its grounds, over open inputs
// and readings. Made by one pass of the interpreter; stances, flips and presumptions are settings of it.
#pragma once
#include <cstdint>
#include <memory>
#include <vector>

#include "engine/answer.h"
#include "interp/evaluator.h"

namespace comity::engine {

// Effect and grounds for all purposes that the law and its holders treat alike.
struct Recognition {
  std::uint8_t purpose = 0;  // the first purpose of the class
  ir::Ref effect = 0;
  interp::Evaluator::Ground ground;
  std::vector<interp::Evaluator::Voidable> voidable;
};

struct World {
  const ir::Law& law;
  const ir::Facts& facts;
  Question question;
  base::Day known_on;  // what is known: `known_on`, else today
  ir::Graph graph;
  interp::Inputs inputs;
  interp::Evaluator evaluator;
  ir::Ref constraints = ir::Graph::yes;
  std::vector<std::uint8_t> class_of;  // purpose -> index into classes
  std::vector<Recognition> classes;

  enum class For : std::uint8_t {
    recognition,
    members
  };  // members: the forum's effects are not asked, `classes` stays empty
  World(const ir::Law& law, const ir::Facts& facts, const Question& question, base::Day known_on,
        bool open_presumed, For use = For::recognition);
  World(const World&) = delete;
  World& operator=(const World&) = delete;

  const ir::Module* module() const { return law.module_of(question.forum); }
  std::uint16_t module_number() const { return number_; }  // 0xffff: the forum has no module
  // Whether a declaration of this home is the forum's law.
  bool is_forums(std::uint16_t home) const { return law.speaks_for(home, module_number()); }
  const Recognition& of_purpose(std::uint32_t purpose) const { return classes[class_of[purpose]]; }
  std::vector<bool> files_used() const;  // Law::files with a clause that was looked at
  std::uint32_t purposes() const { return static_cast<std::uint32_t>(class_of.size()); }

 private:
  std::uint16_t number_;
};

// The status purpose: the first value of the ontology's enum.
inline constexpr std::uint32_t status_purpose = 0;

}  // namespace comity::engine
