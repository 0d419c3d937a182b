#include "cli/coverage.h"

#include <atomic>
#include <map>
#include <thread>

namespace comity::cli {

namespace {

// The law with room for one change: clauses, nodes and kids are own copies, everything else is shared.
struct Changed {
  std::vector<ir::Clause> clauses;
  std::vector<ir::Node> nodes;
  std::vector<std::uint32_t> kids;
  std::size_t nodes_before, kids_before;
  ir::Law law;

  explicit Changed(const ir::Law& original)
      : clauses(original.clauses.begin(), original.clauses.end()),
        nodes(original.nodes.begin(), original.nodes.end()),
        kids(original.kids.begin(), original.kids.end()),
        nodes_before(nodes.size()),
        kids_before(kids.size()),
        law(original) {
    nodes.reserve(nodes.size() + 4);
    kids.reserve(kids.size() + 256);
    look();
  }

  void look() {
    law.clauses = clauses;
    law.nodes = nodes;
    law.kids = kids;
  }

  void undo(const ir::Law& original, std::uint32_t clause) {
    clauses[clause] = original.clauses[clause];
    nodes.resize(nodes_before);
    kids.resize(kids_before);
    look();
  }

  void remove(std::uint32_t clause) {
    ir::Version& v = clauses[clause].version;
    v.from = v.until = v.reach = base::first_day;
  }

  ir::NodeId add(ir::Node node, const std::vector<std::uint32_t>& kids_of_it) {
    node.first_kid = static_cast<std::uint32_t>(kids.size());
    node.kids = static_cast<std::uint32_t>(kids_of_it.size());
    kids.insert(kids.end(), kids_of_it.begin(), kids_of_it.end());
    nodes.push_back(node);
    return static_cast<ir::NodeId>(nodes.size() - 1);
  }

  ir::NodeId negation_of(ir::NodeId node) {
    ir::Node negation;
    negation.op = ir::Op::negation;
    return add(negation, {node});
  }

  // The conjunction with its n-th conjunct negated.
  ir::NodeId with_negated(ir::NodeId whole, std::size_t n) {
    const ir::Node node = nodes[whole];
    if (node.op != ir::Op::all) return negation_of(whole);
    std::vector<std::uint32_t> conjuncts(kids.begin() + node.first_kid,
                                         kids.begin() + node.first_kid + node.kids);
    conjuncts[n] = negation_of(conjuncts[n]);
    return add(node, conjuncts);
  }
};

std::size_t conjuncts(const ir::Law& law, ir::NodeId node) {
  if (node == ir::no_node) return 0;
  return law.nodes[node].op == ir::Op::all ? law.nodes[node].kids : 1;
}

struct Examples {
  const std::vector<ExampleCase>& list;
  std::vector<std::vector<std::uint32_t>> looking_at;  // by clause: the examples that look at it
  base::Day today;

  Examples(const ir::Law& law, const std::vector<ExampleCase>& examples, base::Day day)
      : list(examples), looking_at(law.clauses.size()), today(day) {
    for (std::uint32_t e = 0; e < list.size(); ++e) {
      std::vector<bool> used(law.clauses.size());
      differences(law, list[e], today, &used);
      for (std::size_t c = 0; c < used.size(); ++c)
        if (used[c]) looking_at[c].push_back(e);
    }
  }

  bool notice(const ir::Law& changed, std::uint32_t clause) const {
    for (std::uint32_t e : looking_at[clause])
      if (!differences(changed, list[e], today).empty()) return true;
    return false;
  }
};

// The changes of one clause that no example notices.
std::vector<Uncovered> unnoticed(const ir::Law& law, Changed& changed, const Examples& examples,
                                 std::uint32_t clause, std::size_t& tried) {
  std::vector<Uncovered> found;
  auto attempt = [&](int condition) {
    ++tried;
    changed.look();
    if (!examples.notice(changed.law, clause)) found.push_back({clause, condition});
    changed.undo(law, clause);
  };
  changed.remove(clause);
  attempt(-1);
  const std::size_t in_scope = conjuncts(law, law.clauses[clause].scope);
  const std::size_t all = in_scope + conjuncts(law, law.clauses[clause].condition);
  for (std::size_t n = 0; n < all; ++n) {
    ir::NodeId& whole =
        n < in_scope ? changed.clauses[clause].scope : changed.clauses[clause].condition;
    whole = changed.with_negated(whole, n < in_scope ? n : n - in_scope);
    attempt(static_cast<int>(n));
  }
  return found;
}

std::string_view file_of(const ir::Law& law, std::uint32_t clause) {
  return law.str(law.files[law.provisions[law.clauses[clause].provision].file].path);
}

// PL of PL/KK/206.
std::string place_of(const ir::Law& law, std::uint32_t clause) {
  const std::string_view id = law.str(law.provisions[law.clauses[clause].provision].id);
  return std::string(id.substr(0, id.find('/')));
}

}  // namespace

Coverage coverage(const ir::Law& law, const std::vector<ExampleCase>& examples, base::Day today,
                  std::string_view below) {
  const Examples by_clause(law, examples, today);
  std::vector<std::uint32_t> clauses;
  for (const ir::Function& f : law.functions)
    if (f.module != ir::shared_by_all)
      for (std::uint32_t c = f.first_clause; c < f.first_clause + f.clauses; ++c)
        if (file_of(law, c).starts_with(below)) clauses.push_back(c);
  std::vector<std::vector<Uncovered>> found(clauses.size());
  std::vector<std::size_t> tried(clauses.size());
  std::atomic<std::size_t> next{0};
  auto work = [&] {
    Changed changed(law);
    for (std::size_t i = next++; i < clauses.size(); i = next++)
      found[i] = unnoticed(law, changed, by_clause, clauses[i], tried[i]);
  };
  std::vector<std::jthread> workers;
  for (unsigned i = 1; i < std::max(1u, std::thread::hardware_concurrency()); ++i)
    workers.emplace_back(work);
  work();
  workers.clear();
  Coverage result;
  std::map<std::string, PlaceCoverage> places;
  for (std::size_t i = 0; i < clauses.size(); ++i) {
    const std::string name = place_of(law, clauses[i]);
    PlaceCoverage& place = places.try_emplace(name, PlaceCoverage{name, 0, 0}).first->second;
    place.changes += tried[i], place.noticed += tried[i] - found[i].size();
    result.changes += tried[i];
    result.unnoticed.insert(result.unnoticed.end(), found[i].begin(), found[i].end());
  }
  for (auto& [name, place] : places) result.places.push_back(std::move(place));
  return result;
}

}  // namespace comity::cli
