#include "sql/steps.h"

#include <algorithm>

namespace comity::sql {

std::string name_of(const Column& column) {
  if (column.kind == Kind::length) return column.name + ".length";
  if (column.kind == Kind::empty) return column.name + ".empty";
  return column.element < 0 ? column.name : column.name + "." + std::to_string(column.element);
}

std::string Writer::value(const Column& column, ir::Value value) const {
  switch (column.kind) {
    case Kind::yes_no:
    case Kind::empty:
      return value ? "TRUE" : "FALSE";
    case Kind::integer:
    case Kind::length:
      return std::to_string(value);
    case Kind::day:
      return day_literal(value);
    case Kind::word:
      return dialect_.text(ir::enum_word(law_, column.words, value));
    case Kind::place:
      return dialect_.text(law_.str(law_.places[static_cast<std::size_t>(value)].code));
  }
  return {};
}

std::string Writer::name(std::uint32_t column) const {
  return dialect_.quoted(name_of(columns_[column]));
}

std::string Writer::shift(const std::string& day, const Piece& piece) const {
  const int amount = static_cast<int>(piece.b);
  const auto unit = static_cast<base::Unit>(piece.c & 255);
  if (unit == base::Unit::days) return dialect_.days_later(day, amount);
  const std::string moved =
      dialect_.months_later(day, unit == base::Unit::years ? amount * 12 : amount);
  if (static_cast<base::Rounding>(piece.c >> 8) == base::Rounding::back) return moved;
  return "CASE WHEN " + dialect_.day_of_month(moved) + " < " + dialect_.day_of_month(day) +
         " THEN " + dialect_.days_later(moved, 1) + " ELSE " + moved + " END";
}

std::string Writer::provision(ir::Value number) const {
  const auto known = static_cast<std::size_t>(number);
  return dialect_.text(number >= 0 && known < law_.provisions.size()
                           ? law_.str(law_.provisions[known].id)
                           : std::string_view());
}

namespace {

constexpr std::size_t deepest =
    40;  // parentheses inside parentheses, for the sake of engines' parsers
constexpr int few_operations =
    3;  // an expression of so few operations, and no longer than this, is written again
constexpr std::size_t short_text = 96;

class Writing {
 public:
  Writing(const Writer& writer, const Terms& terms, const std::vector<Term>& truths,
          const std::vector<Term>& provisions)
      : writer_(writer),
        terms_(terms),
        uses_(terms.size(), 0),
        provision_(terms.size(), false),
        written_(terms.size()) {
    for (Term root : truths) ++uses_[root];
    for (Term root : provisions) ++uses_[root], provision_[root] = true;
    for (Term t = static_cast<Term>(terms.size()); t-- > 0;)
      if (uses_[t] > 0) count(t);
  }

  Steps write(const std::vector<Term>& truths, const std::vector<Term>& provisions) {
    for (Term t = 0; t < terms_.size(); ++t)
      if (uses_[t] > 0) written_[t] = one(t);
    Steps result;
    for (const auto* roots : {&truths, &provisions})
      for (Term root : *roots) {
        result.roots.push_back(roots == &provisions ? ground(root) : written_[root].text);
        result.needed.insert(written_[root].reads.begin(), written_[root].reads.end());
      }
    keep_what_is_read(result);
    return result;
  }

 private:
  struct Written {
    std::string text;
    std::set<std::string> reads;  // columns of the step before, or of an earlier one
    std::size_t depth = 0, step = 0;
    int operations = 0;
    bool named = false;  // a column of a step
  };

  // Where a term's text writes a kid twice, it counts as two uses.
  void count(Term t) {
    const Piece& p = terms_[t];
    const Term under[] = {p.a, p.b, p.c};
    const bool half = p.op == Op::choose && (p.b == Terms::unknown || p.c == Terms::unknown);
    const bool agrees = p.op == Op::agreed || (p.op == Op::choose && !provision_[t] && !half);
    for (int i = 0; i < kids(p.op); ++i) {
      const bool twice = agrees || p.op == Op::shift || (p.op == Op::choose && i == 0 && !half);
      uses_[under[i]] += twice ? 2 : 1;
      if (provision_[t] && (p.op == Op::agreed || i > 0)) provision_[under[i]] = true;
    }
  }

  // The number of a provision as its id. A constant may also be a truth elsewhere: its place tells.
  // What follows the first cases of a chain: its other cases, at the same level.
  std::string rest_of(Term t) const {
    return goes_on(t) ? written_[t].text.substr(4) : " ELSE " + ground(t) + " END";
  }
  bool goes_on(Term t) const {
    return provision_[t] && terms_[t].op == Op::choose && !written_[t].named;
  }
  std::string either_text(Term parent, Term kid) const {
    return provision_[parent] ? ground(kid) : written_[kid].text;
  }
  std::string ground(Term t) const {
    return terms_.is_constant(t) ? writer_.provision(terms_.value_of(t)) : written_[t].text;
  }

  std::string type_of_value(Term t, Term peer) const {
    if (terms_.is_constant(t)) {
      const Piece& other = terms_[peer];
      if (other.op == Op::column)
        return writer_.value(writer_.columns()[other.a], terms_.value_of(t));
      return day_literal(terms_.value_of(t));  // only days are shifted
    }
    return written_[t].text;
  }

  // All that is joined by one operation, each once.
  void gather(Term t, Op op, std::vector<Term>& into) const {
    for (Term kid : {terms_[t].a, terms_[t].b})
      if (inside(kid, op))
        gather(kid, op, into);
      else if (std::ranges::find(into, kid) == into.end())
        into.push_back(kid);
  }
  std::string joined(Term t, std::string_view word) const {
    std::vector<Term> all;
    gather(t, terms_[t].op, all);
    std::string out;
    for (Term each : all) {
      if (!out.empty()) out += word;
      out += written_[each].text;
    }
    return out;
  }
  bool inside(Term kid, Op op) const {
    return terms_[kid].op == op && !written_[kid].named && (op == Op::both || op == Op::either);
  }

  std::string among(const Piece& p) const {
    const Column& column = writer_.columns()[terms_[p.a].a];
    const auto& values = terms_.set(p.b);
    if (values.size() == 1) return written_[p.a].text + " = " + writer_.value(column, values[0]);
    std::string out = written_[p.a].text + " IN (";
    for (std::size_t i = 0; i < values.size(); ++i)
      out += (i ? ", " : "") + writer_.value(column, values[i]);
    return out + ")";
  }

  std::string expression(Term t) const {
    const Piece& p = terms_[t];
    auto text = [&](Term kid) -> const std::string& { return written_[kid].text; };
    switch (p.op) {
      case Op::unknown:
        return "NULL";
      case Op::constant:
        return t == Terms::yes  ? "TRUE"
               : t == Terms::no ? "FALSE"
                                : std::to_string(terms_.value_of(t));
      case Op::column:
        return writer_.name(p.a);
      case Op::among:
        return "(" + among(p) + ")";
      case Op::negation:
        return "(NOT " + text(p.a) + ")";
      case Op::both:
        return "(" + joined(t, " AND ") + ")";
      case Op::either:
        return "(" + joined(t, " OR ") + ")";
      case Op::same:
        return "(" + type_of_value(p.a, p.b) + " = " + type_of_value(p.b, p.a) + ")";
      case Op::before:
        return "(" + type_of_value(p.a, p.b) + " < " + type_of_value(p.b, p.a) + ")";
      case Op::shift:
        return "(" + writer_.shift(text(p.a), p) + ")";
      case Op::choose:
        if (provision_[t] && p.b != Terms::unknown && p.c != Terms::unknown)
          return "CASE WHEN " + text(p.a) + " THEN " + ground(p.b) + " WHEN " + text(p.a) +
                 " IS NULL THEN NULL" + rest_of(p.c);
        if (p.b == Terms::unknown || p.c == Terms::unknown)
          return "CASE WHEN " + (p.b == Terms::unknown ? "NOT " + text(p.a) : text(p.a)) +
                 " THEN " + either_text(t, p.b == Terms::unknown ? p.c : p.b) + " END";
        return "CASE WHEN " + text(p.a) + " THEN " + text(p.b) + " WHEN NOT " + text(p.a) +
               " THEN " + text(p.c) + " WHEN " + text(p.b) + " = " + text(p.c) + " THEN " +
               text(p.b) + " END";
      case Op::agreed:
        if (provision_[t])
          return "CASE WHEN " + ground(p.a) + " = " + ground(p.b) + " THEN " + ground(p.a) + " END";
        return "CASE WHEN " + text(p.a) + " = " + text(p.b) + " THEN " + text(p.a) + " END";
      case Op::larger:
      case Op::smaller:
        return "NULL";  // never left over: what is asked of one was asked of both
    }
    return {};
  }

  Written one(Term t) {
    const Piece& p = terms_[t];
    Written w;
    w.text = expression(t);
    if (p.op == Op::column) w.reads.insert(writer_.name(p.a));
    const Term under[] = {p.a, p.b, p.c};
    for (int i = 0; i < kids(p.op); ++i) {
      const Written& kid = written_[under[i]];
      w.reads.insert(kid.reads.begin(), kid.reads.end());
      const bool same_level = inside(under[i], p.op) || (provision_[t] && i == 2 && goes_on(p.c));
      w.depth = std::max(w.depth, kid.depth + (same_level ? 0 : 1));
      w.step = std::max(w.step, kid.step);
      w.operations += kid.operations + 1;
    }
    const bool again =
        uses_[t] > 1 && (w.operations > few_operations || w.text.size() > short_text);
    if (!again && w.depth < deepest) return w;
    if (steps_.size() <= w.step) steps_.resize(w.step + 1);
    const std::string name = "n" + std::to_string(t);
    steps_[w.step].made.emplace_back(name, w.text);
    reads_.emplace_back(w.step, w.reads);
    return {name, {name}, 0, w.step + 1, 0, true};
  }

  // Each step hands on what it or a later one reads.
  void keep_what_is_read(Steps& result) const {
    std::vector<std::set<std::string>> read(steps_.size() + 1);
    read.back() = result.needed;
    for (const auto& [step, names] : reads_) {
      read[step].insert(names.begin(), names.end());
      result.read.insert(names.begin(), names.end());
    }
    result.steps = steps_;
    std::set<std::string> later = read.back();
    for (std::size_t s = steps_.size(); s-- > 0;) {
      Step& step = result.steps[s];
      for (const auto& [name, text] : step.made) later.erase(name);
      step.kept = later;
      result.widest = std::max(result.widest, step.kept.size() + step.made.size());
      later.insert(read[s].begin(), read[s].end());
    }
  }

  const Writer& writer_;
  const Terms& terms_;
  std::vector<int> uses_;
  std::vector<bool> provision_;
  std::vector<Written> written_;
  std::vector<Step> steps_;
  std::vector<std::pair<std::size_t, std::set<std::string>>> reads_;
};

}  // namespace

Steps steps_of(const Writer& writer, const Terms& terms, const std::vector<Term>& truths,
               const std::vector<Term>& provisions) {
  return Writing(writer, terms, truths, provisions).write(truths, provisions);
}

}  // namespace comity::sql
