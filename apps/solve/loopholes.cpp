// loopholes: where the letter of a law and its purpose part ways, for one jurisdiction or for every one.
#include <charconv>

#include "cli/verbs.h"
#include "solve/loopholes_shown.h"
#include "solve/progress.h"
#include "solve/verbs.h"

namespace comity::solve {

namespace {

using cli::Session;

// Places with law of their own; of each family one place, the first it lists.
std::vector<ir::Value> everywhere(const ir::Law& law) {
  std::vector<ir::Value> list;
  std::vector<std::uint16_t> families;
  for (const ir::Module& module : law.modules) {
    bool own = module.own_law != 0;
    bool new_family = !own && std::ranges::find(families, module.family) == families.end();
    if (new_family) families.push_back(module.family);
    if (own || new_family) list.push_back(module.place);
  }
  return list;
}

struct Asked {
  std::vector<ir::Value> forums;
  base::Day on = 0;
  double seconds = 120;
};

// nullopt after a message.
std::optional<Asked> asked_of(const Session& session) {
  const cli::Options& o = session.options;
  const ir::Law& law = session.law();
  const Words words{law, o.language};
  Asked asked;
  asked.on = session.today;
  if (!o.on.empty()) {
    auto day = base::parse_day(o.on);
    if (!day) return cli::complain(words.say(Message::option_no_day, "--on", o.on)), std::nullopt;
    asked.on = *day;
  }
  if (!o.budget.empty()) {
    auto [end, error] =
        std::from_chars(o.budget.data(), o.budget.data() + o.budget.size(), asked.seconds);
    bool whole = error == std::errc() && end == o.budget.data() + o.budget.size();
    if (!whole || !(asked.seconds > 0))
      return cli::complain(words.say(Message::loop_budget_unread, o.budget)), std::nullopt;
  }
  if (o.jurisdiction.empty()) {
    asked.forums = everywhere(law);
    return asked;
  }
  int place = ir::place_named(law, o.jurisdiction);
  if (place < 0) {
    std::vector<std::string> codes;
    for (const ir::Place& p : law.places) codes.emplace_back(law.str(p.code));
    std::string unknown = words.say(Message::place_unknown, o.jurisdiction),
                near = cli::nearest(o.jurisdiction, codes);
    cli::complain(near.empty() ? unknown : words.say(Message::nearest_is, unknown, near));
    return std::nullopt;
  }
  if (!law.module_of(place))
    return cli::complain(words.say(Message::place_without_law, words.place(place))), std::nullopt;
  asked.forums = {place};
  return asked;
}

int show(const Session& session, const std::vector<solver::Report>& reports) {
  const cli::Options& o = session.options;
  const Words words{session.law(), o.language};
  if (o.json) {
    Json list = Json::array();
    for (const solver::Report& report : reports) list.push_back(report_json(words, report));
    return cli::print_json(session, o.jurisdiction.empty() ? Json{{"reports", list}} : list[0]);
  }
  std::string text;
  if (o.emit_example) {
    for (const solver::Report& report : reports) text += report_examples(words, report);
  } else {
    cli::Page page(cli::colour_wanted());
    for (const solver::Report& report : reports) write_report(words, report, page);
    text = page.take();
  }
  return cli::print_page(session, text);
}

}  // namespace

int run_loopholes(Session& session) {
  if (!cli::open_law(session)) return cli::law_broken;
  auto asked = asked_of(session);
  if (!asked) return cli::bad_usage;
  const Words words{session.law(), session.options.language};
  end_search_on_interrupt();
  Progress progress;
  std::vector<solver::Report> reports;
  for (std::size_t i = 0; i < asked->forums.size(); ++i) {
    solver::Budget budget;
    budget.seconds = asked->seconds;
    budget.progress = [&](solver::Kind kind, std::size_t done, std::size_t all) {
      std::string what = words.place(asked->forums[i]) + ": " + words.say(title_of(kind));
      if (asked->forums.size() > 1)
        progress.show(what, i, asked->forums.size());
      else
        progress.show(what, static_cast<std::size_t>(kind) * all + done,
                      solver::all_kinds.size() * std::max<std::size_t>(all, 1));
    };
    reports.push_back(solver::loopholes(session.law(), asked->forums[i], asked->on, session.today,
                                        budget, session.options.strict));
    if (solver::interrupted()) break;
  }
  progress.clear();
  return show(session, reports);
}

}  // namespace comity::solve
