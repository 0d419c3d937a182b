#include "sql/query.h"

#include <algorithm>
#include <map>

#include "base/version.h"
#include "engine/parts.h"
#include "engine/words.h"
#include "sql/steps.h"
#include "sql/told.h"

namespace comity::sql {

namespace {

// A name that no dialect needs quotes for, and that two branches do not share.
std::string plain(const std::string& name) {
  std::string out = "at_";
  for (char c : name) out += c == '-' ? '_' : static_cast<char>(c >= 'A' && c <= 'Z' ? c + 32 : c);
  return out;
}

std::string listed(const std::vector<std::string>& items, std::string_view between) {
  std::string out;
  for (std::size_t i = 0; i < items.size(); ++i) {
    if (i > 0) out += between;
    out += items[i];
  }
  return out;
}

std::string cases(const std::vector<std::string>& conditions,
                  const std::vector<std::string>& results) {
  std::string out = "CASE";
  bool some = false;
  for (std::size_t i = 0; i < conditions.size(); ++i)
    if (conditions[i] != "FALSE" && conditions[i] != "NULL")
      out += " WHEN " + conditions[i] + " THEN " + results[i], some = true;
  return some ? out + " END" : std::string();
}

class Composing {
 public:
  Composing(const ir::Law& law, const Asked& asked, const Dialect& dialect, const Options& options,
            Columns& columns, std::vector<Branch> branches)
      : law_(law),
        asked_(asked),
        dialect_(dialect),
        options_(options),
        writer_(law, dialect, columns.all()),
        told_(writer_, columns, options),
        branches_(std::move(branches)) {
    for (Branch& branch : branches_) add(branch);
  }

  Query write() {
    result_.branches = branches_.size();
    std::string head = told_.step(used_);
    std::vector<std::string> united;
    for (const Branch& branch : branches_) united.push_back("SELECT * FROM " + plain(branch.name));
    result_.text = comment() + "WITH " + head + bodies_ + ",\n" + "decided AS (\n" +
                   listed(united, "\nUNION ALL\n") + "\n)" + ",\n" + judged() + "\n" + answer() +
                   "\n";
    result_.columns = told_.read();
    return std::move(result_);
  }

 private:
  std::string q(std::string_view name) const { return dialect_.quoted(name); }
  std::vector<engine::Stance> stances() const {
    if (options_.stance) return {*options_.stance};
    return {engine::all_stances.begin(), engine::all_stances.end()};
  }

  void add(const Branch& branch) {
    std::vector<Term> truths{branch.possible, branch.coherent, branch.differ}, provisions;
    for (engine::Stance stance : stances()) {
      const StanceTerms& of = branch.stances[static_cast<std::size_t>(stance)];
      truths.insert(truths.end(), of.is.begin(), of.is.end());
      provisions.push_back(of.provision);
      note_provisions(branch.terms, of.provision);
    }
    const Steps steps = steps_of(writer_, branch.terms, truths, provisions);
    std::string from = "told" + where(branch);
    std::set<std::string> own;
    for (std::size_t s = 0; s < steps.steps.size(); ++s) {
      const Step& step = steps.steps[s];
      std::vector<std::string> items{"id", "unreadable", "earlier_unions_told"};
      items.insert(items.end(), step.kept.begin(), step.kept.end());
      for (const auto& [column, expression] : step.made)
        items.push_back(expression + " AS " + column), own.insert(column);
      from = after(plain(branch.name) + "_" + std::to_string(s + 1),
                   "\n  SELECT " + listed(items, ",\n    ") + "\n  FROM " + from + "\n)");
    }
    bodies_ += ",\n" + dialect_.step(plain(branch.name)) + "\n  SELECT " +
               listed(columns_of(steps), ",\n    ") + "\n  FROM " + from + "\n)";
    note_used(steps, own);
    result_.steps += steps.steps.size() + 1;
    result_.widest = std::max(result_.widest, steps.widest + 3);
    result_.terms += branch.terms.size();
  }

  // A step as what the next one reads from.
  std::string after(const std::string& name, const std::string& body) {
    if (dialect_.nests()) return "(" + body + " AS " + name;
    bodies_ += ",\n" + dialect_.step(name) + body;
    return name;
  }

  // What every branch gives, in one order and of one type.
  std::vector<std::string> columns_of(const Steps& steps) const {
    const auto& roots = steps.roots;
    auto truth = [](const std::string& text) {
      return text == "NULL" ? std::string("CAST(NULL AS BOOLEAN)") : text;
    };
    std::vector<std::string> items{"id",
                                   "(unreadable OR NOT COALESCE(" + truth(roots[0]) +
                                       ", TRUE) OR NOT COALESCE(" + truth(roots[1]) +
                                       ", NOT earlier_unions_told)) AS unfit",
                                   truth(roots[2]) + " AS differ"};
    std::size_t next = 3;
    const std::size_t first_provision = next + stances().size() * outcome_codes.size();
    for (std::size_t s = 0; s < stances().size(); ++s) {
      std::vector<std::string> conditions, outcomes;
      for (ir::Value code : outcome_codes) {
        conditions.push_back(roots[next++]);
        outcomes.push_back(dialect_.text(code == engine::silent_code
                                             ? engine::word(engine::Verdict::silent)
                                             : engine::word(static_cast<engine::Outcome>(code))));
      }
      const std::string word(engine::word(stances()[s])),
          none = "CAST(NULL AS " + std::string(dialect_.text_type()) + ")";
      const std::string outcome = cases(conditions, outcomes), &by = roots[first_provision + s];
      items.push_back((outcome.empty() ? none : outcome) + " AS " + word);
      items.push_back((by == "NULL" ? none : by) + " AS " + word + "_by");
    }
    return items;
  }

  std::string where(const Branch& branch) const {
    std::vector<std::string> codes;
    auto add_codes = [&](ir::Value place) {
      codes.push_back(dialect_.text(law_.str(law_.places[static_cast<std::size_t>(place)].code)));
      for (const ir::Alias& alias : law_.aliases)
        if (alias.place == place) codes.push_back(dialect_.text(law_.str(alias.from)));
    };
    for (ir::Value place : branch.places) add_codes(place);
    if (codes.size() == 1) return "\n  WHERE place_written = " + codes[0];
    if (!codes.empty()) return "\n  WHERE place_written IN (" + listed(codes, ", ") + ")";
    for (const Branch& other : branches_)
      for (ir::Value place : other.places) add_codes(place);
    if (codes.empty()) return {};
    return "\n  WHERE place_written IS NULL OR place_written NOT IN (" + listed(codes, ", ") + ")";
  }

  void note_provisions(const Terms& terms, Term t) {
    if (terms.is_constant(t)) {
      if (const ir::Value number = terms.value_of(t);
          number >= 0 && static_cast<std::size_t>(number) < law_.provisions.size()) {
        const ir::Provision& p = law_.provisions[static_cast<std::size_t>(number)];
        cites_.emplace(law_.str(p.id), law_.str(p.cite));
      }
      return;
    }
    const Piece& piece = terms[t];
    if (piece.op == Op::choose) note_provisions(terms, piece.b), note_provisions(terms, piece.c);
    if (piece.op == Op::agreed) note_provisions(terms, piece.a), note_provisions(terms, piece.b);
  }

  void note_used(const Steps& steps, const std::set<std::string>& own) {
    auto note = [&](const std::set<std::string>& names) {
      for (const std::string& name : names)
        if (!own.contains(name)) used_.insert(name);
    };
    note(steps.needed);
    for (const Step& step : steps.steps) note(step.kept);
    note(steps.read);
  }

  std::string judged() const {
    std::vector<std::string> items{"id", "differ"};
    for (engine::Stance stance : stances()) {
      const std::string s(engine::word(stance));
      items.push_back("CASE WHEN NOT unfit AND (" + s + " = 'silent' OR " + s +
                      "_by IS NOT NULL) THEN " + s + " END AS " + s);
      items.push_back("CASE WHEN NOT unfit AND " + s + " <> 'silent' AND " + s + "_by <> '' THEN " +
                      s + "_by END AS " + s + "_by");
    }
    return "judged AS (\n  SELECT " + listed(items, ",\n    ") + "\n  FROM decided\n)";
  }

  std::string verdict_of(const std::string& s) const {
    return "CASE WHEN " + s + " IS NULL THEN 'open' WHEN " + s +
           " = 'silent' THEN 'silent' ELSE 'settled' END";
  }

  std::string answer() const {
    std::vector<std::string> items{"id AS " + q(options_.id)};
    if (options_.stance) {
      const std::string s(engine::word(*options_.stance));
      items.push_back("CASE WHEN " + s + " <> 'silent' THEN " + s + " END AS outcome");
      items.push_back(verdict_of(s) + " AS verdict");
      items.push_back(s + "_by AS decided_by");
      items.push_back(cite_of(s + "_by") + " AS cite");
    } else {
      const std::string open =
          "letter IS NULL OR courts IS NULL OR authorities IS NULL OR differ IS NULL";
      const std::string tested = "(courts <> 'silent' OR authorities <> 'silent')";
      items.push_back("CASE WHEN " + open + " OR differ OR NOT " + tested +
                      " THEN NULL ELSE letter END AS outcome");
      items.push_back("CASE WHEN " + open + " THEN 'open' WHEN differ THEN 'contested' WHEN NOT " +
                      tested + " THEN 'untested' ELSE 'settled' END AS verdict");
      for (engine::Stance stance : stances()) {
        const std::string s(engine::word(stance));
        items.push_back("CASE WHEN " + s + " <> 'silent' THEN " + s + " END AS " +
                        q(s + ".outcome"));
        items.push_back(verdict_of(s) + " AS " + q(s + ".verdict"));
        items.push_back(s + "_by AS " + q(s + ".decided_by"));
        items.push_back(cite_of(s + "_by") + " AS " + q(s + ".cite"));
      }
    }
    return "SELECT " + listed(items, ",\n  ") + "\nFROM judged";
  }

  // A choice and not a join: an optimiser that follows a join's key back through every step does not come to an end.
  std::string cite_of(const std::string& provision) const {
    std::string out = "CASE " + provision;
    for (const auto& [id, cite] : cites_)
      out += " WHEN " + dialect_.text(id) + " THEN " + dialect_.text(cite);
    return cites_.empty() ? "CAST(NULL AS " + std::string(dialect_.text_type()) + ")"
                          : out + " END";
  }

  std::string comment() const {
    const engine::Question& q = asked_.question;
    return "-- comity " + std::string(base::version) + ": whether a marriage counts in " +
           std::string(law_.str(law_.places[static_cast<std::size_t>(q.forum)].code)) + " on " +
           base::to_string(q.on) + ", for " +
           std::string(ir::enum_word(law_, law_.anchors.enum_purpose, q.purpose)) + "; " +
           std::string(dialect_.name()) +
           ".\n-- Verdict 'open': this query cannot tell; `comity check` can. Legal information, "
           "not advice.\n";
  }

  const ir::Law& law_;
  const Asked& asked_;
  const Dialect& dialect_;
  const Options& options_;
  Writer writer_;
  Told told_;
  std::vector<Branch> branches_;
  std::map<std::string, std::string> cites_;
  std::set<std::string> used_;  // columns of the first step that some branch reads
  std::string bodies_;
  Query result_;
};

}  // namespace

Query query_of(const ir::Law& law, const ir::Facts& open, const Asked& asked,
               const Dialect& dialect, const Options& options) {
  Columns columns(law, options.present ? &*options.present : nullptr, options.strict);
  std::vector<Branch> branches = branches_of(law, open, asked, columns);
  std::set<std::string> not_read;
  for (const Branch& branch : branches)
    not_read.insert(branch.not_read.begin(), branch.not_read.end());
  Query query = Composing(law, asked, dialect, options, columns, std::move(branches)).write();
  query.not_read.assign(not_read.begin(), not_read.end());
  return query;
}

}  // namespace comity::sql
