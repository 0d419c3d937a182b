// Evaluates the law on a case, in one pass: what is known folds to constants, what is open becomes variables of a
// decision graph, and, when a derivation is asked for, each rule, bar, foreign call, given or open input leaves a step.
// Guarantees: the graph stands for every completion of the case (S6); the same input gives the same graph.
// Leaves to `exact` what the graph can come to, to `engine` which readings a stance holds.
#pragma once
#include <optional>
#include <span>
#include <unordered_map>
#include <vector>

#include "interp/call_table.h"
#include "interp/derivation.h"
#include "interp/inputs.h"
#include "interp/role.h"
#include "interp/slots.h"

namespace comity::interp {

struct Asked {
  ir::Value forum = -1;
  base::Day on = 0;
  base::Day known_on = base::last_day;  // acts and events of a later day are hidden
  bool open_presumed = false;           // presumed and assumed facts are variables
};

struct Frame {
  std::uint16_t module = 0;
  std::uint8_t depth = 0;  // jurisdiction dispatch and incidental questions gone through
  ir::Ref as_at = 0, seen = 0;
  ir::Ref place = 0;          // whose law runs: `here`; of a family asked about an open place, open
  std::uint32_t purpose = 0;  // whose clauses count, for rules on purposes
  Slots slots;                // slot 0: the marriage
};

class Evaluator {
 public:
  Evaluator(const ir::Law& law, const ir::Facts& facts, Asked asked, ir::Graph& graph,
            Inputs& inputs);

  ir::Graph& graph() { return graph_; }
  Inputs& inputs() { return inputs_; }

  // Settings of readings and overlays, by variable number, used in place of the open variables.
  std::vector<ir::Ref> settings;

  // The forum's recognition of the case's marriage for one purpose, an effect; treaties and overlays included.
  ir::Ref recognition(std::uint32_t purpose);
  // A condition or value standing alone in a module: holdings' classes, exposure, notes, declared purposes.
  ir::Ref condition(ir::NodeId node, std::uint32_t frame_slots, std::uint16_t module);
  ir::Ref condition_for(ir::NodeId node, std::uint32_t frame_slots, std::uint16_t module,
                        std::uint64_t marriage);
  ir::Ref in_force(const ir::Version& version, ir::Ref as_at, ir::Ref seen);
  ir::Ref constraints();  // all that the ontology and the case demand of completions
  ir::Ref celebration_day();
  ir::Ref place_of_celebration();
  ir::Ref overlay_for_forum(
      std::uint32_t overlay);                 // whether it speaks for the forum, whomever it binds
  ir::Ref member_here(std::uint32_t member);  // of the forum's own module, as at the celebration
  // Whether one of the forum's own bars stands against the couple, as at the celebration: asked whatever recognition asks.
  ir::Ref own_bar(std::uint32_t bar);
  ir::Ref degree_at_place();                  // of the governing law, for the answer's `degree`
  ir::Ref valid_at_place();  // whether that law holds the marriage valid, whatever the forum makes of it

  void record(Derivation* into) { trace_ = into; }  // nullptr: no reasons

  // On what recognition() turned, as nodes of the graph beside its effect.
  struct Ground {
    ir::Ref provision =
        0;               // number of the provision that decided; -1 where a gap or a conflict did
    ir::Ref from = 0;    // day the effect holds from; the celebration's where the rule is silent
    ir::Ref degree = 0;  // ir::Invalidity; the governing law's where the rule is silent
  };
  Ground ground;
  // Bars that make voidable and may stand, by what the recognition looked at: who may undo the marriage.
  struct Voidable {
    ir::Ref stands;
    std::uint32_t bar;
  };
  std::vector<Voidable> voidable;
  bool on_knowledge =
      false;  // a clause that spoke, or a row, rests on knowledge: no source was opened
  std::vector<bool> clauses_used;  // Law::clauses that were looked at beyond their version
  // Slots whose state (told or not, how many, of what kind) was looked at: where two cases agree in these, they have the
  // same graph but for the constants that stand for what is told.
  std::vector<bool> slots_read;

 private:
  friend class Reader;
  const ir::Law& law_;
  const ir::Facts& facts_;
  Asked asked_;
  ir::Graph& graph_;
  Inputs& inputs_;
  Derivation* trace_ = nullptr;
  std::vector<std::vector<std::uint32_t>> open_steps_;  // children being gathered
  std::vector<std::vector<std::uint32_t>> open_facts_;
  std::vector<std::uint32_t>
      celebration_in_union_;  // celebration field -> earlier_union field, or none
  std::unordered_map<std::uint32_t, std::uint32_t> same_as_;  // slots told to equal others
  std::uint32_t celebration_on_ = 0, celebration_place_ = 0, union_other_ = 0,
                event_on_ = 0;               // into Law::fields
  std::vector<std::uint32_t> disregarding_;  // overlays that take bars out of account
  CallTable memo_;
  CallTable foreign_;  // question to another law and frame -> answer, without reasons
  std::unordered_map<std::uint64_t, std::uint32_t>
      traced_;  // function call -> step, while recording
  std::vector<std::pair<std::uint32_t, ir::Ref>>* own_bars_ =
      nullptr;  // where the root clause's own bars are noted
  struct Given {
    std::uint64_t marriage;
    int question;
    ir::Value law;
    bool at_place;
    bool is;
  };
  std::vector<Given> given_;

  // ---- nodes (evaluate_nodes.cpp)
  ir::Ref eval(ir::NodeId node, const Frame& frame);
  ir::Ref eval_new(const ir::Node& node, const Frame& frame);
  ir::Ref parameter(const ir::Node& node, const Frame& frame);
  ir::Ref quantifier(const ir::Node& node, const Frame& frame);
  ir::Ref over_spouses(const ir::Node& node, const Frame& frame);
  ir::Ref between_days(ir::Ref day, base::Day from, base::Day until);  // from <= day < until
  ir::Ref within(const ir::Node& node, const Frame& frame);
  ir::Ref choose(const ir::Node& node, const Frame& frame);
  ir::Ref in_family(std::uint16_t family, ir::Ref place, const std::vector<ir::Value>& values);
  ir::Ref law_of_open_place(ir::Ref place, std::uint64_t what, ir::Base type, std::uint16_t ref,
                            const Frame& frame);
  void row_step(const ir::Table& table, const ir::Row& row, ir::Ref result);
  ir::Ref lookup(const ir::Node& node, const Frame& frame);
  ir::Ref reading(std::uint32_t reading, const Frame& frame);
  std::uint32_t frame_id(const Frame& frame);

  // ---- facts (evaluate_facts.cpp)
  ir::Ref read(Role role, const ir::Node& node, const Frame& frame);
  ir::Ref slot(std::uint32_t slot, const ir::Field& field, std::uint32_t tag, bool fresh);
  std::uint32_t same_slot(std::uint32_t slot) const;
  ir::Ref dated(Role role, const ir::Node& node, ir::Ref day, const Frame& frame);
  ir::Ref in_period(std::uint32_t from_slot, std::uint32_t until_slot, const ir::Field& from,
                    const ir::Field& until, ir::Ref day, bool is_celebration, std::uint32_t owner);
  struct Element {
    ir::Ref present;
    Role role;
  };
  ir::Ref day_among(const ir::Node& node, const std::vector<Element>& found, const Frame& frame);
  std::vector<Element> elements(Role owner, const ir::Field& list, std::uint32_t offset,
                                std::optional<ir::Ref> day, const Frame& frame);
  std::optional<std::uint32_t> slot_of(Role role, const ir::Field& top, std::uint32_t offset) const;
  std::uint32_t fact_variable(std::uint32_t slot, const ir::Field& field, std::uint32_t tag);
  std::uint32_t input_of_slot(std::uint32_t slot, bool presumed);
  ir::Ref unmapped(Role role, const ir::Field& field);
  ir::Ref celebration_of(const Frame& frame);
  Role role_at(const Frame& frame, std::uint32_t index) const {
    return Role::unpacked(frame.slots[index]);
  }
  bool hidden_event(std::uint32_t base) const;

  // ---- rules (evaluate_rules.cpp)
  ir::Ref call(std::uint32_t function, const Frame& asked);
  ir::Ref call_in(std::uint32_t function, const Frame& frame);
  ir::Ref rule(std::uint32_t function, const Frame& frame);
  struct Spoken {
    const ir::Clause* clause;
    ir::Ref version, active, speaks, holds, value, final;
    std::uint32_t step;
    std::vector<std::pair<std::uint32_t, ir::Ref>>
        bars;  // own bars its condition asked for: provision, whether it stands
  };
  bool is_root(std::uint32_t function, const Frame& frame) const;
  void take_ground(const std::vector<Spoken>& spoken, ir::Ref any_speaks, ir::Ref clash,
                   const Frame& frame);
  ir::Ref exercised(std::uint32_t acts);
  ir::Ref disregarded(std::uint32_t kind, const Frame& frame);
  Spoken speak(const ir::Clause& clause, const Frame& frame, std::uint32_t function);
  void displace(std::vector<Spoken>& spoken, bool term, std::uint32_t purpose);
  ir::Ref settle(std::vector<Spoken>& spoken, std::uint32_t function, const Frame& frame);
  std::uint32_t frame_of_all_purposes(const Frame& frame);
  ir::Ref open(Label label, std::uint32_t provision, std::uint64_t frame, ir::Base type,
               std::uint16_t ref, std::vector<ir::Value> values, ir::Text text);

  // ---- other laws (evaluate_foreign.cpp)
  ir::Ref under(const ir::Node& node, const Frame& frame);
  ir::Ref member_of(std::uint32_t member, const Frame& frame);
  ir::Ref member_by_bars(std::uint32_t member, const Frame& frame);
  ir::Ref stands(const ir::BarQuery& query, const Frame& frame, const Frame& asker);
  ir::Ref bar_stands(const ir::Bar& bar, bool against_one, const Frame& frame);
  ir::Ref overlay_speaks(std::uint32_t number, ir::Ref place, std::uint16_t module);
  ir::Ref overlay_applies(std::uint32_t number, ir::Ref place, const Frame& frame);
  ir::Ref joined(const ir::Overlay& overlay, ir::Ref effect, const Frame& frame);
  ir::Ref bar_query(const ir::Node& node, const Frame& frame);
  template <class Each>
  ir::Ref dispatch(ir::Ref place, std::uint64_t what, ir::Base type, std::uint16_t ref,
                   const Frame& frame, Each each);
  ir::Ref lacking(ir::Ref place, std::uint64_t what, ir::Base type, std::uint16_t ref,
                  const Frame& frame, const diag::Saying& why);
  std::optional<ir::Ref> told(std::uint32_t member, ir::Ref place, const Frame& frame);
  ir::Ref by_renvoi(ir::Ref place, const ir::Node& node, const Frame& frame, ir::Ref& circle);
  ir::Ref circle_gap(ir::Ref place, std::uint32_t member, const Frame& frame);
  ir::Ref with_treaties(ir::Ref effect, const Frame& frame);
  ir::Ref with_rank(std::span<const std::uint32_t> of_rank, ir::Ref effect, const Frame& frame);
  ir::Ref with_unread_endings(ir::Ref effect, const ir::Module& module, const Frame& frame);
  ir::Ref with_overlays(ir::Ref effect, std::uint32_t purpose, const Frame& frame);
  ir::Ref of_members(std::uint32_t first, std::uint32_t count, std::uint32_t table, ir::Ref place,
                     ir::Ref day);
  ir::Ref at_place(std::uint32_t member, ir::Base type);
  std::optional<ir::Ref> degree_at_place_;
  std::vector<Voidable> voidable_at_place_;  // what asking it added to `voidable`
  void read_given();
  diag::Saying name_of(ir::Ref place) const;
  ir::Ref place_of(std::uint64_t marriage);

  // ---- reasons (recording.cpp)
  void begin_step();
  std::uint32_t end_step(Step step);
  void note_fact(std::uint32_t slot);
  void hang(std::uint32_t step);
  void leaf(StepKind kind, ir::Value place, diag::Saying detail, ir::Ref holds, ir::Text text = {});
  Holds holds_of(ir::Ref ref) const;
  void settle_step(Step& step, ir::Ref value) const;
  void date_step(Step& step, ir::Ref as_at) const;
};

}  // namespace comity::interp
