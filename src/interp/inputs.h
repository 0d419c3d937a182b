// What is open in one question: the variables of its decision graph and the inputs they belong to.
// An input is what a person, an authority or a legislator could close; it may take several variables (a whole list).
#pragma once
#include <cstdint>
#include <map>
#include <string>
#include <tuple>
#include <vector>

#include "diag/saying.h"
#include "interp/frame_table.h"
#include "ir/facts.h"
#include "ir/graph.h"
#include "ir/law.h"

namespace comity::interp {

enum class Label : std::uint8_t { fact, power, gap, conflict, law, division, reading, overlay };

struct Input {
  Label label = Label::fact;
  std::string
      id;  // fact: path; reading: RU/essence; law: what is lacked; gap, conflict, power: provision
  ir::Text text;
  diag::Saying
      lacks;  // law: what is lacked, in words; the id is its English; gap: likewise, where no provision says it
  bool presumed = false;  // a fact left out that the ontology presumes
};

struct Variable {
  std::uint32_t input = 0;
  ir::Base type = ir::Base::yes_no;
  std::uint16_t ref = 0;          // enum of a choice
  ir::Value low = 0, high = 1;    // range of days, numbers
  std::vector<ir::Value> values;  // explicit domain where there is one
  ir::Value ordinary = 0;         // presumed variables: what is presumed
  bool has_ordinary = false;
  std::uint32_t slot = ir::none_u32;  // facts: the slot it stands for
  std::uint32_t number = 0;           // readings, overlays: which
  std::uint64_t role = 0;             // readings: of which marriage
  std::uint16_t module = 0xffff;  // readings: in whose law; a family's reading is each place's own
};

class Inputs {
 public:
  std::vector<Input> inputs;
  std::vector<Variable> variables;
  FrameTable frames;

  std::uint32_t input(Label label, const std::string& id, ir::Text text = {},
                      bool presumed = false);
  // The variable under this key, made by `make` when it is new.
  template <class Make>
  std::uint32_t variable(Label label, std::uint64_t a, std::uint64_t b, std::uint64_t c,
                         Make make) {
    auto [at, is_new] = keys_.try_emplace(std::make_tuple(label, a, b, c), 0);
    if (is_new) {
      at->second = static_cast<std::uint32_t>(variables.size());
      variables.emplace_back();
      Variable made = make();
      variables[at->second] = std::move(made);
    }
    return at->second;
  }

 private:
  std::map<std::tuple<Label, std::uint64_t, std::uint64_t, std::uint64_t>, std::uint32_t> keys_;
  std::map<std::pair<Label, std::string>, std::uint32_t> named_;
};

}  // namespace comity::interp
