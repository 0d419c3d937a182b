// diff: one place's law on two days, or two law folders, compared by people.
#include "cli/verbs.h"
#include "solve/law_trees.h"
#include "solve/progress.h"
#include "solve/verbs.h"
#include "solve/words.h"
#include "solver/diff.h"
#include "solver/grounds.h"

namespace comity::solve {

namespace {

using cli::Session;
using solver::Change;
using solver::ChangedClass;
using solver::Difference;
using solver::Lattice;

Message lattice_line(Lattice lattice) {
  switch (lattice) {
    case Lattice::same:
      return Message::diff_same;
    case Lattice::only_gains:
      return Message::diff_only_gains;
    case Lattice::only_losses:
      return Message::diff_only_losses;
    case Lattice::both:
      return Message::diff_both;
  }
  return Message::diff_same;
}

Message change_line(Change change) {
  switch (change) {
    case Change::gains:
      return Message::diff_gains;
    case Change::loses:
      return Message::diff_loses;
    case Change::becomes_contested:
      return Message::diff_becomes_contested;
    case Change::stops_being_contested:
      return Message::diff_stops_being_contested;
  }
  return Message::diff_gains;
}

struct Shown {
  Words before, after;
  std::string name_before, name_after;
  ir::Value forum;
  const Difference& difference;

  std::string id_or_dash(const Words& words, std::uint32_t provision) const {
    std::string id = words.id(provision);
    return id.empty() ? "-" : id;
  }

  void write_class(const ChangedClass& k, cli::Page& page) const {
    const Words& words = before;
    page.line("· " + words.say(change_line(k.change), id_or_dash(before, k.before_by),
                               id_or_dash(after, k.after_by)),
              1, cli::Tone::strong, 2);
    std::vector<std::string> apart;
    for (const solver::Couple& variant : k.tells_apart) apart.push_back(words.facts(variant));
    std::ranges::sort(apart);
    if (!apart.empty())
      page.line(words.say(Message::loop_differs, cli::join(apart, words.say(Message::loop_or))), 3,
                cli::Tone::plain, 2);
    if (k.all > 0)
      page.line(words.say(Message::diff_count, std::to_string(k.of_them), std::to_string(k.all),
                          cli::join(k.counted)),
                3);
    if (k.protects) page.line(words.say(Message::diff_protects), 3, cli::Tone::doubtful);
    if (!k.found) {
      if (!k.protects) page.line(words.say(Message::loop_no_place), 3);
      return;
    }
    page.line(words.say(Message::loop_couple), 3, cli::Tone::strong);
    for (const std::string& line : words.couple_lines(k.found->couple))
      page.line(line, 5, cli::Tone::plain, 2);
    page.line(words.say(Message::diff_before, words.stances(k.found->answer)), 5, cli::Tone::plain, 2);
    if (k.after)
      page.line(words.say(Message::diff_after, after.stances(*k.after)), 5, cli::Tone::plain, 2);
  }

  void write_purpose(const solver::PurposeChange& p, cli::Page& page) const {
    bool gone = p.open.empty() && !p.fails;
    page.line(before.say(gone ? Message::diff_purpose_gone : Message::diff_purpose_stays, p.name,
                         before.id(p.decided_by)),
              1, cli::Tone::plain, 2);
    if (gone || p.closed.empty()) return;
    auto list = [&](const std::vector<solver::Couple>& couples) {
      std::vector<std::string> lines;
      for (const solver::Couple& couple : couples) lines.push_back(before.facts(couple));
      std::ranges::sort(lines);
      return cli::join(lines, before.say(Message::loop_or));
    };
    page.line(before.say(Message::diff_closed_for, list(p.closed)), 3, cli::Tone::good, 2);
    page.line(before.say(Message::diff_open_for, list(p.open)), 3, cli::Tone::plain, 2);
  }

  std::string text() const {
    cli::Page page(cli::colour_wanted());
    page.heading(before.say(Message::diff_title, before.place(forum), name_before, name_after));
    page.line(before.say(lattice_line(difference.lattice)), 0, cli::Tone::strong);
    for (const ChangedClass& k : difference.classes) {
      page.blank();
      write_class(k, page);
    }
    if (!difference.purposes.empty()) {
      page.blank();
      page.line(before.say(Message::diff_purposes), 0, cli::Tone::strong);
    }
    for (const auto& p : difference.purposes) write_purpose(p, page);
    return page.take();
  }

  Json json() const {
    Json classes = Json::array();
    for (const ChangedClass& k : difference.classes) {
      Json apart = Json::array();
      for (const solver::Couple& variant : k.tells_apart) apart.push_back(json_of(variant));
      Json facts = Json::array();
      for (const std::string& fact : k.counted) facts.push_back(fact);
      Json out = {{"change", solver::word(k.change)},
                  {"before", before.id(k.before_by)},
                  {"after", after.id(k.after_by)},
                  {"tells_apart", apart},
                  {"count", {{"in_class", k.of_them}, {"of", k.all}, {"facts", facts}}},
                  {"protects_a_person", k.protects},
                  {"couple", k.found ? json_of(k.found->couple) : Json(nullptr)}};
      classes.push_back(std::move(out));
    }
    Json purposes = Json::array();
    for (const auto& p : difference.purposes) {
      Json closed = Json::array(), open = Json::array();
      for (const solver::Couple& couple : p.closed) closed.push_back(json_of(couple));
      for (const solver::Couple& couple : p.open) open.push_back(json_of(couple));
      purposes.push_back({{"purpose", p.name},
                          {"failed_by", before.id(p.decided_by)},
                          {"still_fails", p.fails},
                          {"closed_for", closed},
                          {"open_for", open}});
    }
    return {{"forum", before.code(forum)},      {"before", name_before},
            {"after", name_after},              {"verdict", solver::word(difference.lattice)},
            {"classes", classes},               {"purposes", purposes}};
  }
};

struct Asked {
  ir::Value forum = -1;
  solver::Side before, after;
  std::string name_before, name_after;
};

int finish(const Session& session, const Asked& asked, const Difference& difference) {
  const cli::Options& o = session.options;
  const Shown shown{{*asked.before.law, o.language}, {*asked.after.law, o.language},
                    asked.name_before,               asked.name_after,
                    asked.forum,                     difference};
  int status = o.json ? cli::print_json(session, shown.json()) : cli::print_page(session, shown.text());
  bool changed = difference.lattice != Lattice::same;
  return status == cli::answered && o.exit_code && changed ? cli::check_failed : status;
}

std::optional<base::Day> day(const Session& session, const char* option, const std::string& written) {
  if (written.empty()) return session.today;
  auto read = base::parse_day(written);
  if (!read) cli::complain(cli::say(session.options.language, Message::option_no_day, option, written));
  return read;
}

int run(Session& session, Asked& asked, const std::string& place) {
  asked.forum = ir::place_named(*asked.before.law, place);
  if (asked.forum < 0 || !asked.before.law->module_of(asked.forum)) {
    cli::complain(cli::say(session.options.language, Message::place_unknown, place));
    return cli::bad_usage;
  }
  end_search_on_interrupt();
  return finish(session, asked,
                solver::diff(asked.before, asked.after, asked.forum, session.today));
}

int between_days(Session& session) {
  if (!cli::open_law(session)) return cli::law_broken;
  const cli::Options& o = session.options;
  auto first = day(session, "--between", o.between[0]), second = day(session, "--between", o.between[1]);
  if (!first || !second) return cli::bad_usage;
  Asked asked{-1, {&session.law(), *first}, {&session.law(), *second}, o.between[0], o.between[1]};
  return run(session, asked, o.files[0]);
}

int between_trees(Session& session) {
  const cli::Options& o = session.options;
  auto on = day(session, "--on", o.on);
  if (!on) return cli::bad_usage;
  auto before = compile_tree(session, o.files[0], o.files[0]);
  auto after = before ? compile_tree(session, o.files[1], o.files[0]) : std::nullopt;
  if (!before || !after) {
    cli::report(session);
    return cli::law_broken;
  }
  ir::Law law_before = before->view(), law_after = after->view();
  Asked asked{-1, {&law_before, *on}, {&law_after, *on}, o.files[0], o.files[1]};
  return run(session, asked, o.forum);
}

}  // namespace

int run_diff(Session& session) {
  const cli::Options& o = session.options;
  if (o.files.size() == 1 && o.between.size() == 2) return between_days(session);
  if (o.files.size() == 2 && o.between.empty() && !o.forum.empty()) return between_trees(session);
  cli::complain(cli::say(o.language, Message::diff_needs));
  return cli::bad_usage;
}

}  // namespace comity::solve
