// The few names the program itself knows: records, enums, members and top facts of the case format.
#include "meaning/stages.h"

namespace comity::meaning {

namespace {

template <class Number>
void need(Unit& unit, const std::unordered_map<std::string, std::uint16_t>& in, const char* name,
          diag::Sentence<1> missing, Number& into) {
  auto found = in.find(name);
  if (found != in.end())
    into = found->second;
  else
    unit.error(Code::unknown_name, {0xffff, 0, 0}, {missing, name});
}

void slot(Unit& unit, const char* name, std::uint32_t& into) {
  const Record& record = unit.law.records[unit.law.anchors.record_case];
  for (std::uint32_t f = record.first_field; f < record.first_field + record.fields; ++f)
    if (unit.law.fields[f].name == name) into = unit.law.fields[f].offset;
  if (into == none) unit.error(Code::unknown_name, {0xffff, 0, 0}, {says::case_lacks_fact, name});
}

}  // namespace

void find_anchors(Unit& unit) {
  Anchors& a = unit.law.anchors;
  unit.trail.clear();
  need(unit, unit.records, "case", says::no_such_record, a.record_case);
  need(unit, unit.records, "celebration", says::no_such_record, a.record_celebration);
  need(unit, unit.records, "spouse", says::no_such_record, a.record_spouse);
  need(unit, unit.records, "between", says::no_such_record, a.record_between);
  need(unit, unit.records, "earlier_union", says::no_such_record, a.record_earlier_union);
  need(unit, unit.enums, "purpose", says::no_such_enum, a.enum_purpose);
  need(unit, unit.enums, "act", says::no_such_enum, a.enum_act);
  need(unit, unit.enums, "plan_act", says::no_such_enum, a.enum_plan_act);
  need(unit, unit.enums, "bar_kind", says::no_such_enum, a.enum_bar_kind);
  need(unit, unit.enums, "rank", says::no_such_enum, a.enum_rank);
  need(unit, unit.enums, "form_of_act", says::no_such_enum, a.enum_form_of_act);
  need(unit, unit.enums, "invalidity", says::no_such_enum, a.enum_invalidity);
  for (std::uint16_t e : {a.enum_purpose, a.enum_act, a.enum_plan_act, a.enum_bar_kind})
    if (e != none16 && unit.law.enums[e].values.size() > 32)
      unit.error(Code::beyond_bound, {0xffff, 0, 0},
                 {says::more_than_32_values, unit.law.enums[e].name});
  if (a.enum_invalidity != none16) {
    auto words = words_of(unit.law.enums[a.enum_invalidity]);
    if (words != std::vector<std::string>{"valid", "voidable", "void", "non_existent"})
      unit.error(Code::unknown_name, {0xffff, 0, 0}, says::invalidity_values);
  }
  if (a.record_case == none) return;
  slot(unit, "celebration", a.celebration), slot(unit, "spouses", a.spouses),
      slot(unit, "between", a.between);
  slot(unit, "ceremonies", a.ceremonies), slot(unit, "given", a.given),
      slot(unit, "later", a.later);
  slot(unit, "plans", a.plans), slot(unit, "question", a.question);
  a.slots = unit.law.records[a.record_case].slots;
}

void find_member_anchors(Unit& unit) {
  Anchors& a = unit.law.anchors;
  unit.trail.clear();
  need(unit, unit.members, "valid", says::no_such_member, a.valid);
  need(unit, unit.members, "formally_valid", says::no_such_member, a.formally_valid);
  need(unit, unit.members, "may_marry", says::no_such_member, a.may_marry);
  need(unit, unit.members, "degree", says::no_such_member, a.degree);
  need(unit, unit.members, "recognition", says::no_such_member, a.recognition);
  need(unit, unit.members, "connecting", says::no_such_member, a.connecting);
}

}  // namespace comity::meaning
