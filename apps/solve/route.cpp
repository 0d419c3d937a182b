// route: lawful steps still open to this couple that better the answer, cheapest first.
#include "cli/case_input.h"
#include "cli/verbs.h"
#include "solve/verbs.h"
#include "solve/words.h"
#include "solver/route.h"

namespace comity::solve {

namespace {

using solver::Act;
using solver::Refused;
using solver::Routes;
using solver::RouteStep;

std::string codes(const Words& words, const std::vector<ir::Value>& places) {
  std::vector<std::string> list;
  for (ir::Value place : places) list.push_back(words.code(place));
  return cli::join(list);
}

std::string title(const Words& words, const RouteStep& step) {
  std::string on = base::to_string(step.on), at = codes(words, step.places);
  switch (step.act) {
    case Act::legalise:
      return words.say(Message::route_legalise);
    case Act::wait:
      return words.say(Message::route_wait, on);
    case Act::marry_elsewhere:
      return words.say(Message::route_marry_elsewhere, on, at);
    case Act::marry_by_rite:
      return words.say(Message::route_marry_by_rite, on, at);
    case Act::move_and_marry:
      return words.say(Message::route_move_and_marry, on, at);
    case Act::register_partnership:
      return words.say(Message::route_register_partnership, on, at);
  }
  return {};
}

std::vector<std::uint32_t> exposed(const engine::Answer& answer) {
  std::vector<std::uint32_t> list;
  for (const auto& line : answer.exposure)
    if (line.mode == "assert" &&
        std::ranges::find(list, line.provision) == list.end())
      list.push_back(line.provision);
  return list;
}

void write_step(const Words& words, const RouteStep& step, int number, cli::Page& page) {
  page.line(std::to_string(number) + ". " + title(words, step), 1, cli::Tone::strong, 3);
  page.line(words.say(Message::route_then, words.stances(step.before_from)), 4, cli::Tone::plain, 2);
  if (std::string by = words.id(step.permits); !by.empty())
    page.line(words.say(Message::route_permits, by), 4);
  if (step.as_evasion) page.line(words.say(Message::route_evasion), 4, cli::Tone::doubtful, 2);
  auto provisions = exposed(step.before_from);
  page.line(provisions.empty() ? words.say(Message::route_no_exposure)
                               : words.say(Message::route_exposure, words.ids(provisions)),
            4, provisions.empty() ? cli::Tone::faint : cli::Tone::doubtful, 2);
}

void write_refused(const Words& words, const Routes& routes, cli::Page& page) {
  switch (routes.refused) {
    case Refused::no:
      break;
    case Refused::protecting_bar: {
      std::string bars = words.ids(routes.bars);
      page.line(words.say(Message::route_bar, bars.empty() ? "-" : bars), 0, cli::Tone::doubtful);
      break;
    }
    case Refused::minor:
      page.line(words.say(Message::route_minor), 0, cli::Tone::doubtful);
      break;
    case Refused::state_fled:
      page.line(words.say(Message::route_fled), 0, cli::Tone::doubtful);
      break;
    case Refused::not_open:
      page.line(words.say(Message::route_none));
      break;
  }
}

std::string text(const Words& words, const Routes& routes) {
  cli::Page page(cli::colour_wanted());
  page.heading(words.say(Message::route_title, words.place(routes.now.question.forum),
                         base::to_string(routes.now.question.on)));
  page.line(words.say(Message::route_now, words.stances(routes.now)), 0, cli::Tone::plain, 2);
  page.blank();
  write_refused(words, routes, page);
  int number = 0;
  for (const RouteStep& step : routes.steps) write_step(words, step, ++number, page);
  if (number > 0) {
    page.blank();
    page.line(words.say(Message::route_conditions), 0, cli::Tone::faint);
  }
  if (!routes.never_sent_to.empty() && routes.refused != Refused::state_fled)
    page.line(words.say(Message::route_never, codes(words, routes.never_sent_to)), 0,
              cli::Tone::doubtful);
  return page.take();
}

Json stances_json(const engine::Answer& answer) {
  Json out = Json::object();
  for (const auto& s : answer.stances)
    out[std::string(engine::word(s.stance))] =
        s.verdict == engine::Verdict::silent ? "silent"
        : s.outcome == engine::Outcome::none ? "open"
                                             : std::string(engine::word(s.outcome));
  return out;
}

Json json(const Words& words, const Routes& routes) {
  Json steps = Json::array();
  for (const RouteStep& step : routes.steps) {
    Json places = Json::array();
    for (ir::Value place : step.places) places.push_back(words.code(place));
    steps.push_back({{"act", solver::word(step.act)},
                     {"places", places},
                     {"on", step.on ? Json(base::to_string(step.on)) : Json(nullptr)},
                     {"verdict", engine::word(step.before_from.verdict)},
                     {"stances", stances_json(step.before_from)},
                     {"permitted_by", words.id(step.permits)},
                     {"evasion", step.as_evasion},
                     {"exposure", ids_json(words, exposed(step.before_from))}});
  }
  Json never = Json::array();
  for (ir::Value state : routes.never_sent_to) never.push_back(words.code(state));
  return {{"forum", words.code(routes.now.question.forum)},
          {"on", base::to_string(routes.now.question.on)},
          {"now", {{"verdict", engine::word(routes.now.verdict)}, {"stances", stances_json(routes.now)}}},
          {"refused", routes.refused == Refused::no ? Json(nullptr) : Json(solver::word(routes.refused))},
          {"bars", ids_json(words, routes.bars)},
          {"never_sent_to", never},
          {"steps", steps}};
}

}  // namespace

int run_route(cli::Session& session) {
  if (!cli::open_law(session)) return cli::law_broken;
  auto input = cli::read_case_input(session);
  if (!input) return cli::bad_usage;
  const Words words{session.law(), session.options.language};
  Routes routes = solver::routes(session.law(), input->facts, input->question, session.today);
  if (session.options.json) return cli::print_json(session, json(words, routes));
  return cli::print_page(session, text(words, routes));
}

}  // namespace comity::solve
