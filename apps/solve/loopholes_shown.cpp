#include "solve/loopholes_shown.h"

#include <algorithm>
#include <map>

#include "solver/grounds.h"

namespace comity::solve {

using solver::Finding;
using solver::Kind;

namespace {

constexpr std::size_t most_places_named = 12;

std::string elsewhere(const Words& words, const solver::Found& found) {
  std::vector<std::string> codes;
  for (ir::Value place : found.elsewhere) codes.push_back(words.code(place));
  if (codes.size() > most_places_named) {
    codes.resize(most_places_named);
    codes.emplace_back("…");
  }
  return words.say(Message::loop_elsewhere, std::to_string(found.elsewhere.size()),
                   cli::join(codes));
}

std::string missed(const Words& words, const Finding& finding) {
  std::vector<std::string> list;
  for (std::uint32_t b : finding.missed) {
    const ir::Bar& bar = words.law.bars[b];
    std::string kind = words.value(
        ir::enum_word(words.law, words.law.anchors.enum_bar_kind, bar.kind));
    list.push_back(words.say(Message::loop_missed_bar, words.id(bar.provision), kind));
  }
  if (finding.kind == Kind::purpose_fails)
    list.push_back(words.say(Message::loop_missed_purpose, words.id(finding.provision)));
  return cli::join(list);
}

std::string readings(const Words& words, const Finding& finding) {
  std::vector<std::string> list;
  for (std::uint16_t r : finding.closed_by) {
    const ir::Reading& reading = words.law.readings[r];
    list.push_back(std::string(words.law.str(reading.id)) + " (" + words.text(reading.says) + ")");
  }
  return cli::join(list, "; ");
}

std::string variants(const Words& words, const Finding& finding) {
  std::vector<std::string> list;
  for (const solver::Couple& variant : finding.variants) list.push_back(words.facts(variant));
  std::ranges::sort(list);
  return cli::join(list, words.say(Message::loop_or));
}

void write_grounds(const Words& words, const Finding& finding, cli::Page& page) {
  solver::Grounds grounds = solver::grounds_of(words.law, finding.found->answer);
  if (!grounds.permits.empty())
    page.line(words.say(Message::loop_permits, words.ids(grounds.permits)), 5, cli::Tone::plain, 2);
  if (!grounds.asked.empty())
    page.line(words.say(Message::loop_asked, words.ids(grounds.asked)), 5, cli::Tone::plain, 2);
  for (const auto& abroad : grounds.abroad)
    page.line(words.say(Message::loop_abroad, words.place(abroad.law), words.ids(abroad.provisions)),
              5, cli::Tone::faint, 2);
}

void write_couple(const Words& words, const Finding& finding, cli::Page& page) {
  if (finding.defect) {
    page.line(words.say(Message::loop_defect), 3, cli::Tone::doubtful);
    return;
  }
  if (!finding.found) {
    page.line(words.say(Message::loop_no_place), 3);
    return;
  }
  page.line(words.say(Message::loop_couple), 3, cli::Tone::strong);
  for (const std::string& line : words.couple_lines(finding.found->couple))
    page.line(line, 5, cli::Tone::plain, 2);
  write_grounds(words, finding, page);
  if (std::string text = missed(words, finding); !text.empty())
    page.line(words.say(Message::loop_missed, text), 5, cli::Tone::plain, 2);
  if (!finding.closed_by.empty())
    page.line(words.say(Message::loop_closed_by, readings(words, finding)), 5, cli::Tone::plain, 2);
  if (!finding.variants.empty())
    page.line(words.say(Message::loop_differs, variants(words, finding)), 5, cli::Tone::plain, 2);
  if (!finding.found->elsewhere.empty())
    page.line(elsewhere(words, *finding.found), 5, cli::Tone::faint, 2);
}

void write_finding(const Words& words, const Finding& finding, cli::Page& page) {
  std::string about = words.text(finding.says);
  std::string id = words.id(finding.provision);
  if (finding.kind == Kind::stances_part) {
    about = finding.about;
    id.clear();
  }
  if (about.empty()) about = finding.about;
  page.line("· " + about + (id.empty() || id == about ? "" : " (" + id + ")"), 1, cli::Tone::strong, 2);
  if (finding.decided_by < words.law.provisions.size())
    page.line(words.say(finding.kind == Kind::purpose_fails ? Message::loop_counts_by
                                                            : Message::loop_fails_by,
                        words.id(finding.decided_by)),
              3);
  if (finding.kind != Kind::dead_clause) write_couple(words, finding, page);
}

// Bars by the provision that does not ask after them.
void write_bars(const Words& words, const solver::Report& report, cli::Page& page) {
  std::map<std::uint32_t, std::vector<const Finding*>> by;
  for (const Finding& f : report.findings)
    if (f.kind == Kind::bar_not_repeated) by[f.decided_by].push_back(&f);
  for (const auto& [provision, findings] : by) {
    page.line("· " + words.say(Message::loop_bars_of, words.id(provision)), 1, cli::Tone::strong);
    std::vector<std::string> shown;
    for (const Finding* f : findings) {
      std::string line =
          words.say(f->defect ? Message::loop_bar_defect : Message::loop_bar,
                    words.id(f->provision), words.value(f->about));
      if (std::ranges::find(shown, line) != shown.end()) continue;
      page.line(line, 3, f->defect ? cli::Tone::doubtful : cli::Tone::plain, 2);
      shown.push_back(line);
      if (f->found)
        for (const std::string& facts : words.couple_lines(f->found->couple))
          page.line(facts, 5, cli::Tone::faint, 2);
    }
  }
}

std::string list_of(const Words& words, const std::vector<solver::Proved>& list) {
  std::map<Kind, std::vector<std::string>> by;
  for (const solver::Proved& p : list) by[p.kind].push_back(p.about);
  std::vector<std::string> parts;
  for (const auto& [kind, abouts] : by)
    parts.push_back(words.say(title_of(kind)) + ": " + cli::join(abouts));
  return cli::join(parts, "; ");
}

std::string slug(std::string text) {
  for (char& c : text)
    if (!std::isalnum(static_cast<unsigned char>(c))) c = '_';
  return text;
}

}  // namespace

Message title_of(Kind kind) {
  switch (kind) {
    case Kind::purpose_fails:
      return Message::loop_purpose_fails;
    case Kind::conflict:
      return Message::loop_conflict;
    case Kind::gap:
      return Message::loop_gap;
    case Kind::dead_clause:
      return Message::loop_dead_clause;
    case Kind::order_matters:
      return Message::loop_order_matters;
    case Kind::stances_part:
      return Message::loop_stances_part;
    case Kind::bar_not_repeated:
      return Message::loop_bar_not_repeated;
  }
  return Message::loop_gap;
}

void write_report(const Words& words, const solver::Report& report, cli::Page& page) {
  page.heading(words.say(Message::loop_title, words.place(report.forum),
                         base::to_string(report.on)));
  if (report.findings.empty()) page.line(words.say(Message::loop_found_none));
  for (Kind kind : solver::all_kinds) {
    bool any = std::ranges::any_of(report.findings, [&](const Finding& f) { return f.kind == kind; });
    if (!any) continue;
    page.blank();
    page.line(words.say(title_of(kind)), 0, cli::Tone::strong);
    if (kind == Kind::bar_not_repeated) {
      write_bars(words, report, page);
      continue;
    }
    for (const Finding& finding : report.findings)
      if (finding.kind == kind) write_finding(words, finding, page);
  }
  page.blank();
  if (!report.none.empty())
    page.line(words.say(Message::loop_none, list_of(words, report.none)), 0, cli::Tone::faint, 2);
  if (!report.unfinished.empty())
    page.line(words.say(Message::loop_unfinished, list_of(words, report.unfinished)), 0,
              cli::Tone::doubtful, 2);
  page.line(words.say(Message::loop_presumed), 0, cli::Tone::faint);
  page.blank();
}

Json report_json(const Words& words, const solver::Report& report) {
  auto proved = [&](const std::vector<solver::Proved>& list) {
    Json out = Json::array();
    for (const solver::Proved& p : list)
      out.push_back({{"kind", solver::word(p.kind)}, {"about", p.about}});
    return out;
  };
  Json findings = Json::array();
  for (const Finding& f : report.findings) {
    Json out = {{"kind", solver::word(f.kind)},
                {"about", f.about},
                {"says", words.text(f.says)},
                {"provision", words.id(f.provision)},
                {"decided_by", words.id(f.decided_by)},
                {"protects_a_person", f.defect}};
    Json tells = Json::array();
    for (const solver::Couple& variant : f.variants) tells.push_back(json_of(variant));
    out["tells_apart"] = tells;
    std::vector<std::uint32_t> missed_provisions;
    for (std::uint32_t b : f.missed) missed_provisions.push_back(words.law.bars[b].provision);
    out["missed"] = ids_json(words, missed_provisions);
    Json closed = Json::array();
    for (std::uint16_t r : f.closed_by) closed.push_back(words.law.str(words.law.readings[r].id));
    out["closed_by"] = closed;
    out["couple"] = nullptr;
    if (f.found) {
      solver::Grounds grounds = solver::grounds_of(words.law, f.found->answer);
      out["couple"] = json_of(f.found->couple);
      out["permits"] = ids_json(words, grounds.permits);
      out["asked"] = ids_json(words, grounds.asked);
      Json abroad = Json::array();
      for (const auto& a : grounds.abroad)
        abroad.push_back({{"law", words.code(a.law)}, {"provisions", ids_json(words, a.provisions)}});
      out["abroad"] = abroad;
      Json places = Json::array();
      for (ir::Value place : f.found->elsewhere) places.push_back(words.code(place));
      out["elsewhere"] = places;
      Json stances = Json::object();
      for (const auto& s : f.found->answer.stances)
        stances[std::string(engine::word(s.stance))] =
            s.verdict == engine::Verdict::silent ? "silent"
            : s.outcome == engine::Outcome::none ? "open"
                                                 : std::string(engine::word(s.outcome));
      out["stances"] = stances;
    }
    findings.push_back(std::move(out));
  }
  return {{"forum", words.code(report.forum)}, {"on", base::to_string(report.on)},
          {"findings", findings},              {"none", proved(report.none)},
          {"unfinished", proved(report.unfinished)}};
}

std::string report_examples(const Words& words, const solver::Report& report) {
  std::string text;
  for (const Finding& f : report.findings) {
    if (!f.found) continue;
    std::vector<std::string> expect;
    for (const auto& s : f.found->answer.stances) {
      std::string line = "expect " + std::string(engine::word(s.stance)) + " ";
      if (s.verdict == engine::Verdict::silent)
        line += "silent";
      else
        line += s.outcome == engine::Outcome::none ? "open" : std::string(engine::word(s.outcome));
      expect.push_back(line);
    }
    expect.push_back("verdict " + std::string(engine::word(f.found->answer.verdict)));
    std::string name = slug(std::string(solver::word(f.kind)) + "_" + f.about + "_" +
                            words.id(f.decided_by));
    text += example_of(f.found->couple, name,
                       std::string(engine::text_of(words.law, f.says, Language::en)) + " (" + name + ")",
                       std::string(engine::text_of(words.law, f.says, Language::ru)) + " (" + name + ")", expect) +
            "\n";
  }
  return text;
}

}  // namespace comity::solve
