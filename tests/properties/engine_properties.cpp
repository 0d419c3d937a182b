// What must hold of every case: the labels of the spouses are only labels, a told fact never opens an outcome, and what
// the exact layer says of a part-known case is what trying every completion says.
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <set>

#include "engine/words.h"
#include "support/law.h"

namespace comity::tests {

namespace {

using Choices = std::vector<std::string>;

// Keys with small domains that the law reads; "" leaves the key out.
const std::map<std::string, Choices>& small_keys() {
  static const std::map<std::string, Choices> keys = [] {
    std::map<std::string, Choices> list{
        {"between.kinship",
         {"none", "ancestor_descendant", "full_siblings", "half_siblings",
          "uncle_aunt_nephew_niece", "first_cousins"}},
        {"between.adoption", {"none", "adopter_adopted", "adoptive_siblings"}},
        {"celebration.registered", {"yes", "no"}},
        {"celebration.formalities_observed", {"yes", "no"}}};
    for (std::string i : {"0", "1"}) {
      list["spouses." + i + ".sex"] = {"male", "female", "other"};
      list["spouses." + i + ".declared_incapable"] = {"yes", "no"};
      list["spouses." + i + ".consents"] = {"yes", "no"};
    }
    return list;
  }();
  return keys;
}

const Choices forums{"RU", "DK"},
    days{"2018-01-26", "2018-01-25", "2020-07-15", "2024-01-01", "2026-11-25"},
    celebrated{"2017-01-10", "2017-03-10", "2018-01-04"},
    born{"1989-06-01", "1999-12-31", "2000-05-05", "2001-02-01"},
    nationalities{"[RU]", "[DK]", "[RU, FR]", "[]", "[FR]"},
    purposes{"status", "tax", "record", "succession"};

rc::Gen<std::string> one_of(const Choices& choices) { return rc::gen::elementOf(choices); }

Paths generated() {
  Paths paths = copenhagen_2018();
  paths["question.forum"] = *one_of(forums);
  paths["question.on"] = *one_of(days);
  paths["question.purpose"] = *one_of(purposes);
  paths["celebration.on"] = *one_of(celebrated);
  for (std::string i : {"0", "1"}) {
    paths["spouses." + i + ".born"] = *one_of(born);
    paths["spouses." + i + ".nationalities"] = *one_of(nationalities);
  }
  for (const auto& [key, values] : small_keys())
    if (*rc::gen::inRange(0, 3) == 0) paths[key] = *one_of(values);
  if (*rc::gen::inRange(0, 3) == 0) {
    std::string u = "spouses." + *one_of({"0", "1"}) + ".earlier_unions.0.";
    std::string list = u.substr(0, u.size() - 3);
    paths.erase(list);
    paths[u + "kind"] = "marriage";
    paths[u + "on"] = "2012-05-01";
    paths[u + "place"] = *one_of({"RU", "FR", "DK"});
    paths[u + "form"] = *one_of({"civil", "religious"});
    paths[u + "registered"] = *one_of({"yes", "no"});
    paths[u + "other.sex"] = *one_of({"male", "female"});
    paths[u + "other.nationalities"] = *one_of(nationalities);
    if (*rc::gen::arbitrary<bool>()) {
      paths[u + "ended.by"] = *one_of({"divorce", "death"});
      paths[u + "ended.on"] = *one_of({"2015-03-02", "2018-01-10"});
      paths[u + "ended.place"] = *one_of({"RU", "FR"});
    } else {
      paths[u + "ended"] = "no";
    }
  }
  return paths;
}

void leave_out_some(Paths& paths, int at_most) {
  std::vector<std::string> keys;
  for (const auto& [key, values] : small_keys()) keys.push_back(key);
  int n = *rc::gen::inRange(1, at_most + 1);
  for (int i = 0; i < n; ++i) paths.erase(*rc::gen::elementOf(keys));
}

std::string swapped_key(std::string key) {
  if (key.starts_with("spouses.0"))
    key[8] = '1';
  else if (key.starts_with("spouses.1"))
    key[8] = '0';
  return key;
}

Paths swapped(const Paths& paths) {
  Paths other;
  for (const auto& [key, value] : paths) other[swapped_key(key)] = value;
  other["spouses.0.label"] = "first";
  other["spouses.1.label"] = "second";
  return other;
}

// Verdict, outcomes, grounds and what it depends on, with the spouses' places taken off.
std::string conclusion(const engine::Answer& answer, bool swap) {
  std::string text(engine::word(answer.verdict));
  for (const auto& s : answer.stances) {
    text += "|" + outcome_word(s) + " " + std::string(engine::word(s.verdict)) + " " +
            std::to_string(s.decided_by);
    std::set<std::string> opens;
    for (const auto& open : s.opens) opens.insert(swap ? swapped_key(open.id) : open.id);
    for (const auto& id : opens) text += "," + id;
  }
  return text;
}

std::set<engine::Outcome> outcomes(const engine::StanceAnswer& s) {
  return {s.possible.begin(), s.possible.end()};
}

}  // namespace

RC_GTEST_PROP(Engine, swapping_the_spouses_labels_changes_nothing, ()) {
  Paths paths = generated();
  leave_out_some(paths, 2);
  auto one = read(law(), paths), two = read(law(), swapped(paths));
  RC_PRE(one && two);
  engine::Options options;
  options.report = false;
  RC_ASSERT(conclusion(engine::check(law(), one->facts, one->question, today, options), false) ==
            conclusion(engine::check(law(), two->facts, two->question, today, options), true));
}

RC_GTEST_PROP(Engine, under_strict_a_told_fact_never_enlarges_the_outcomes, ()) {
  Paths paths = generated();
  leave_out_some(paths, 3);
  std::vector<std::string> missing;
  for (const auto& [key, values] : small_keys())
    if (!paths.contains(key)) missing.push_back(key);
  RC_PRE(!missing.empty());
  auto less = read(law(), paths, true);
  RC_PRE(less.has_value());
  std::string key = *rc::gen::elementOf(missing);
  paths[key] = *one_of(small_keys().at(key));
  auto more = read(law(), paths, true);
  RC_PRE(more.has_value());
  engine::Options options;
  options.report = false;
  auto before = engine::check(law(), less->facts, less->question, today, options);
  auto after = engine::check(law(), more->facts, more->question, today, options);
  for (std::size_t s = 0; s < before.stances.size(); ++s)
    for (engine::Outcome outcome : outcomes(after.stances[s]))
      RC_ASSERT(outcomes(before.stances[s]).contains(outcome));
}

RC_GTEST_PROP(Engine, exact_answers_equal_trying_every_completion, ()) {
  Paths paths = generated();
  leave_out_some(paths, 3);
  std::vector<std::string> missing;
  for (const auto& [key, values] : small_keys())
    if (!paths.contains(key)) missing.push_back(key);
  auto open = read(law(), paths);
  RC_PRE(open.has_value());
  engine::Options options;
  options.report = false;
  auto exact = engine::check(law(), open->facts, open->question, today, options);
  // Only where nothing else than these keys is open does trying them all say the same.
  for (const auto& s : exact.stances)
    for (const auto& o : s.opens)
      RC_PRE(o.label == engine::Open::Label::fact &&
             std::ranges::find(missing, o.id) != missing.end());
  std::vector<std::set<std::string>> tried(exact.stances.size());
  std::vector<std::size_t> digits(missing.size(), 0);
  for (bool more = true; more;) {
    Paths full = paths;
    for (std::size_t i = 0; i < missing.size(); ++i)
      full[missing[i]] = small_keys().at(missing[i])[digits[i]];
    if (auto whole = read(law(), full)) {
      auto answer = engine::check(law(), whole->facts, whole->question, today, options);
      for (std::size_t s = 0; s < tried.size(); ++s) {
        if (answer.stances[s].possible.empty()) tried[s].insert("silent");
        for (auto outcome : answer.stances[s].possible)
          tried[s].insert(std::string(engine::word(outcome)));
      }
    }
    more = false;
    for (std::size_t i = 0; i < digits.size() && !more; ++i) {
      more = ++digits[i] < small_keys().at(missing[i]).size();
      if (!more) digits[i] = 0;
    }
  }
  for (std::size_t s = 0; s < tried.size(); ++s) {
    std::set<std::string> came;
    for (auto outcome : exact.stances[s].possible) came.insert(std::string(engine::word(outcome)));
    tried[s].erase("silent");
    RC_ASSERT(came == tried[s]);
  }
}

}  // namespace comity::tests
