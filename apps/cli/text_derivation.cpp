// Derivations as indented trees: short under `check`, whole under `why`. Every mark is a word beside its sign.
#include "cli/text_parts.h"
#include "ir/paths.h"

namespace comity::cli {

using interp::Holds;
using interp::Step;
using interp::StepKind;

namespace {

constexpr int short_depth = 4;
constexpr std::size_t short_text = 150;

struct Tree {
  const Parts& parts;
  const interp::Derivation& derivation;
  bool whole;
  std::vector<bool> written;
  int left_out = 0;

  std::string mark(const Step& step) const {
    const bool bar = step.kind == StepKind::bar;
    switch (step.holds) {
      case Holds::yes:
        return parts.say(bar ? Message::mark_bar_yes : Message::mark_yes);
      case Holds::no:
        return parts.say(bar ? Message::mark_bar_no : Message::mark_no);
      case Holds::open:
        return parts.say(bar ? Message::mark_bar_open : Message::mark_open);
    }
    return {};
  }

  std::string kind(const Step& step) const {
    static constexpr Message names[] = {
        Message::kind_clause, Message::kind_exception, Message::kind_reading, Message::kind_foreign,
        Message::kind_table,  Message::kind_presumed,  Message::kind_given,   Message::kind_act,
        Message::kind_open,   Message::kind_bar};
    std::string name = parts.say(names[static_cast<std::size_t>(step.kind)]);
    if (step.kind != StepKind::bar) return name;
    return name + " (" + parts.label(engine::bar_kind_of(parts.law, step.provision)) + ")";
  }

  std::string detail(const Step& step) const { return diag::said(step.detail, parts.language); }

  std::string words(const Step& step) const {
    std::string text = parts.text(step.text);
    if (text.empty() && step.provision < parts.law.provisions.size())
      text = parts.text(parts.law.provisions[step.provision].text);
    if (text.empty()) text = detail(step);
    if (whole || text.size() <= short_text) return text;
    std::size_t cut = text.rfind(' ', short_text);
    return text.substr(0, cut == std::string::npos ? 0 : cut) + " …";
  }

  std::string head(const Step& step) const {
    std::string line = mark(step) + "  " + kind(step);
    if (std::string id = parts.provision(step.provision); !id.empty()) line += " " + id;
    if (step.law >= 0) line += " · " + parts.say(Message::law_of, parts.place(step.law));
    if (step.as_at_open)
      line += ", " + parts.say(Message::as_at_open);
    else if (step.provision != ir::none_u32)
      line += ", " + parts.say(Message::as_at, base::to_string(step.as_at));
    return line;
  }

  Tone tone(const Step& step) const {
    if (step.holds == Holds::open) return Tone::doubtful;
    return (step.holds == Holds::yes) == (step.kind != StepKind::bar) ? Tone::good : Tone::plain;
  }

  void details(const Step& step, int indent) const {
    if (!whole) return;
    if (step.provision < parts.law.provisions.size()) {
      const ir::Provision& p = parts.law.provisions[step.provision];
      if (p.cite.length) parts.page.line(parts.law.str(p.cite), indent, Tone::faint, 2);
      if (p.on_knowledge) parts.page.line(parts.say(Message::on_knowledge), indent, Tone::doubtful);
    }
    if (step.on_knowledge)
      parts.page.line(parts.say(Message::on_knowledge), indent, Tone::doubtful);
    std::vector<std::string> facts;
    for (std::uint32_t slot : step.facts) facts.push_back(ir::path_of(parts.law, slot));
    if (!facts.empty())
      parts.page.line(parts.say(Message::facts_read, join(facts)), indent, Tone::faint, 2);
    if (std::string said = detail(step); !said.empty() && words(step) != said)
      parts.page.line(said, indent, Tone::plain, 2);
  }

  void write(std::uint32_t id, int depth) {
    if (!whole && depth >= short_depth) {
      ++left_out;
      return;
    }
    const Step& step = derivation.steps[id];
    const bool again = written[id] && !step.because.empty();
    const int indent = 2 + 2 * depth;
    std::string line = head(step);
    if (again) line += " (" + parts.say(Message::see_above) + ")";
    parts.page.line(line, indent, tone(step), 4);
    if (again) return;
    written[id] = true;
    if (std::string text = words(step); !text.empty()) parts.page.line(text, indent + 4);
    details(step, indent + 4);
    for (std::size_t i = 0; i < step.because.size(); ++i)
      if (whole || !said_before(step, i)) write(step.because[i], depth + 1);
  }

  // In short, what is said of one spouse and then in the same words of the other is said once.
  bool said_before(const Step& step, std::size_t kid) const {
    const Step& one = derivation.steps[step.because[kid]];
    for (std::size_t i = 0; i < kid; ++i) {
      const Step& other = derivation.steps[step.because[i]];
      if (other.kind == one.kind && other.provision == one.provision && other.holds == one.holds &&
          words(other) == words(one))
        return true;
    }
    return false;
  }

  // The steps in which a stance differs from the letter: the readings it holds, and what comes out otherwise by them.
  void write_differences(const interp::Derivation& letter) {
    for (std::uint32_t root : derivation.roots) {
      const Step& step = derivation.steps[root];
      if (step.kind == StepKind::act) continue;
      parts.page.line(head(step), 2, tone(step), 4);
      for (const Step& other : derivation.steps) {
        if (other.kind != StepKind::reading || other.holds == Holds::no) continue;
        parts.page.line(head(other), 4, tone(other), 4);
        if (std::string text = words(other); !text.empty()) parts.page.line(text, 8);
      }
      for (std::uint32_t kid : step.because) {
        const Step& other = derivation.steps[kid];
        if (other.kind == StepKind::reading || in(letter, other)) continue;
        parts.page.line(head(other), 4, tone(other), 4);
        if (std::string text = words(other); !text.empty()) parts.page.line(text, 8);
      }
    }
  }

  static bool in(const interp::Derivation& letter, const Step& step) {
    for (const Step& other : letter.steps)
      if (other.kind == step.kind && other.provision == step.provision && other.law == step.law &&
          other.holds == step.holds)
        return true;
    return false;
  }
};

void write_tree(const Parts& parts, const engine::StanceAnswer& stance, bool whole) {
  Tree tree{parts, stance.derivation, whole, std::vector<bool>(stance.derivation.steps.size())};
  for (std::uint32_t root : stance.derivation.roots) tree.write(root, 0);
  if (tree.left_out) parts.page.line(parts.say(Message::more_steps, tree.left_out), 4, Tone::faint);
}

bool same_ground(const engine::StanceAnswer& a, const engine::StanceAnswer& b) {
  return a.readings == b.readings && a.outcome == b.outcome && a.decided_by == b.decided_by;
}

void write_trees(const Parts& parts, bool whole) {
  const auto& stances = parts.answer.stances;
  parts.page.heading(parts.say(Message::head_why));
  for (const auto& stance : stances) {
    if (stance.verdict == engine::Verdict::silent || stance.derivation.roots.empty()) continue;
    parts.page.line(stance_text(stance.stance, parts.language) + ": " + stance_says(parts, stance),
                    0, Tone::strong, 2);
    if (&stance != &stances.front() && same_ground(stance, stances.front()))
      parts.page.line(parts.say(Message::stance_same), 2);
    else if (&stance == &stances.front() || whole || stances.front().derivation.roots.empty())
      write_tree(parts, stance, whole);
    else
      Tree{parts, stance.derivation, false, std::vector<bool>(stance.derivation.steps.size())}
          .write_differences(stances.front().derivation);
  }
}

}  // namespace

void write_reasons(const Parts& parts) { write_trees(parts, false); }
void write_all_reasons(const Parts& parts) { write_trees(parts, true); }

}  // namespace comity::cli
