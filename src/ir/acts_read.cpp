#include "ir/acts_read.h"

#include <vector>

namespace comity::ir {

namespace {

class ActsRead {
 public:
  explicit ActsRead(const Builder& law) : law_(law), seen_(law.functions.size(), 0) {}

  std::uint32_t of_module(const Module& module) {
    ++round_;
    acts_ = 0;
    const std::uint32_t recognition =
        law_.members_of[module.first_member + law_.anchors.member_recognition];
    if (recognition != none_u32) function(recognition);
    for (std::uint32_t i = module.first_bar; i < module.first_bar + module.bars; ++i)
      function(law_.bars[i].function);
    return acts_;
  }

 private:
  void function(std::uint32_t number) {
    if (seen_[number] == round_) return;
    seen_[number] = round_;
    const Function& f = law_.functions[number];
    for (std::uint32_t c = f.first_clause; c < f.first_clause + f.clauses; ++c) {
      const Clause& clause = law_.clauses[c];
      acts_ |= clause.closed_by;
      for (NodeId part : {clause.scope, clause.condition, clause.gives, clause.otherwise,
                          clause.from, clause.degree})
        if (part != no_node) node(part);
    }
  }

  void node(NodeId id) {
    const Node& n = law_.nodes[id];
    if (n.op == Op::equal)
      comparison(law_.nodes[law_.kids[n.first_kid]], law_.nodes[law_.kids[n.first_kid + 1]]);
    if (n.op == Op::call) function(n.ref);
    for (std::uint32_t kid = n.first_kid; kid < n.first_kid + n.kids; ++kid) node(law_.kids[kid]);
  }

  bool is_act(const Node& n) const {
    if (n.op != Op::fact || n.ref >= law_.fields.size()) return false;
    const Field& field = law_.fields[n.ref];
    return field.base == Base::choice && field.ref == law_.anchors.enum_act;
  }

  // `e.act is divorce`; compared with anything but a word, every act may be meant.
  void comparison(const Node& a, const Node& b) {
    if (!is_act(a) && !is_act(b)) return;
    const Node& other = is_act(a) ? b : a;
    acts_ |= other.op == Op::constant ? 1u << static_cast<unsigned>(other.value) : ~0u;
  }

  const Builder& law_;
  std::vector<std::uint32_t> seen_;
  std::uint32_t round_ = 0, acts_ = 0;
};

}  // namespace

void note_acts_read(Builder& builder) {
  ActsRead reader(builder);
  for (Module& module : builder.modules) module.acts_read = reader.of_module(module);
}

}  // namespace comity::ir
