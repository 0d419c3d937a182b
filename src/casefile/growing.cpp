#include "casefile/growing.h"

#include "casefile/from_text.h"

namespace comity::casefile {

using diag::Code;
namespace says = diag::says;

bool Growing::wants_key() const {
  return !open_.empty() && open_.back().node.is_map() && !open_.back().has_key;
}

bool Growing::open(Node::Kind kind, text::Span span) {
  if (open_.size() == deepest) {
    diagnostics_.error(Code::too_large, span, {says::nested_deeper, deepest}, says::no_key_so_deep);
    return false;
  }
  if (wants_key()) {
    diagnostics_.error(Code::wrong_shape, span, says::list_where_key_is_due);
    return false;
  }
  Level& level = open_.emplace_back();
  level.node.kind = kind;
  level.node.span = span;
  return true;
}

bool Growing::close(text::Span span) {
  Node node = std::move(open_.back().node);
  open_.pop_back();
  node.span.end = span.end;
  return put(std::move(node));
}

bool Growing::key(std::string name, text::Span span) {
  Level& level = open_.back();
  if (level.node.keys.size() == most_keys) {
    diagnostics_.error(Code::too_large, span, {says::map_has_more_keys, most_keys},
                       says::no_map_so_large);
    return false;
  }
  for (const Key& known : level.node.keys) {
    if (known.name != name) continue;
    diagnostics_
        .error(Code::key_twice, span, {says::key_stands_twice, name}, says::keep_one_of_them)
        .labels.push_back({known.span, says::the_first_is_here});
    return false;
  }
  level.node.keys.push_back({std::move(name), span});
  level.has_key = true;
  return true;
}

bool Growing::value(Node node) {
  if (wants_key()) return key(std::move(node.text), node.span);
  return put(std::move(node));
}

bool Growing::put(Node node) {
  if (++nodes_ > most_nodes) {
    diagnostics_.error(Code::too_large, node.span, {says::case_holds_more_values, most_nodes},
                       says::case_is_a_page);
    return false;
  }
  if (open_.empty()) {
    root_ = std::move(node);
    return true;
  }
  open_.back().node.items.push_back(std::move(node));
  open_.back().has_key = false;
  return true;
}

}  // namespace comity::casefile
