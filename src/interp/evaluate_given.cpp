// What the case says is given, in place of evaluating it.
#include <algorithm>
#include <span>
#include <utility>

#include "interp/evaluator.h"

namespace comity::interp {

using ir::Ref;

void Evaluator::read_given() {
  const auto& anchors = law_.anchors;
  int list = ir::field_named(law_, anchors.record_case, "given");
  if (list < 0) return;
  const ir::Field& field = law_.fields[static_cast<std::size_t>(list)];
  const ir::Fact& length = facts_.slots[anchors.given];
  if (length.known != ir::Known::yes) return;
  auto part = [&](std::uint32_t base, const char* name) -> const ir::Fact& {
    int f = ir::field_named(law_, field.ref, name);
    return facts_.slots[base + law_.fields[static_cast<std::size_t>(f)].offset];
  };
  std::uint32_t size = law_.records[field.ref].slots;
  int union_list = ir::field_named(law_, anchors.record_spouse, "earlier_unions");
  const ir::Field& unions = law_.fields[static_cast<std::size_t>(union_list)];
  for (std::uint32_t i = 0; i < static_cast<std::uint32_t>(length.low); ++i) {
    std::uint32_t base = anchors.given + 1 + i * size;
    Role marriage;
    ir::Value of =
        part(base, "of").low;  // 0 the celebration, 1 + spouse * bound + index an earlier union
    if (of > 0) {
      auto spouse = static_cast<std::uint8_t>((of - 1) / unions.bound);
      auto index = static_cast<std::uint8_t>((of - 1) % unions.bound);
      std::uint32_t first =
          anchors.spouses + 1 + spouse * law_.records[anchors.record_spouse].slots + unions.offset;
      marriage = {RoleKind::union_,
                  spouse,
                  index,
                  false,
                  first + 1 + index * law_.records[unions.ref].slots,
                  0};
    }
    ir::Value by = part(base, "by_law").low;
    given_.push_back(
        {marriage.packed(), part(base, "question").low, by, by < 0, part(base, "is").low != 0});
  }
}

std::optional<Ref> Evaluator::told(std::uint32_t member, Ref place, const Frame& frame) {
  for (const Given& given : given_) {
    if (given.marriage != frame.slots[0] &&
        !(frame.slots.size() > 1 && given.marriage == frame.slots[1]))
      continue;
    int questions = ir::field_named(law_,
                                    law_.fields[static_cast<std::size_t>(ir::field_named(
                                                    law_, law_.anchors.record_case, "given"))]
                                        .ref,
                                    "question");
    std::string_view question =
        ir::enum_word(law_, law_.fields[static_cast<std::size_t>(questions)].ref, given.question);
    if (question != law_.str(law_.members[member].name)) continue;
    bool by = given.at_place ? place == place_of(given.marriage)
                             : graph_.is_constant(place) && graph_.value(place) == given.law;
    if (!by) continue;
    Ref result = graph_.truth(given.is);
    leaf(StepKind::given, graph_.is_constant(place) ? graph_.value(place) : -1,
         diag::Saying::words(std::string(question)), result);
    return result;
  }
  return std::nullopt;
}

}  // namespace comity::interp
