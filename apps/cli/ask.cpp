// ask: an interview in the terminal. One question at a time, each of which can still change the answer; what is typed is
// kept in memory until the answer is shown, and nowhere else.
#include "engine/ask.h"

#include <cstdio>
#include <iostream>
#include <set>

#include "capi/asking.h"
#include "cli/answer_text.h"
#include "cli/case_input.h"
#include "cli/interview_answers.h"
#include "cli/page.h"
#include "cli/verbs.h"
#include "engine/answer_json.h"
#include "ir/paths.h"

namespace comity::cli {

namespace {

// Where an interview stands: what was told, and what the person does not know.
struct Told {
  casefile::Document document;
  std::set<std::string> unknown;
};

class Asker {
 public:
  Asker(Session& session, casefile::Document document)
      : session_(session), told_{std::move(document), {}} {}

  Exit run() {
    if (!ask_forum()) return answered;
    for (;;) {
      auto input = case_of_document(session_, told_.document);
      if (!input) {
        report(session_);
        if (before_.empty()) return bad_usage;
        back();
        continue;
      }
      engine::Interview interview =
          engine::ask(session_.law(), input->facts, input->question, session_.today, told_.unknown);
      if (interview.left.empty() || !ask(interview)) return show(*input);
    }
  }

 private:
  template <class... Args>
  std::string say(Message name, const Args&... args) const {
    return cli::say(session_.options.language, name, args...);
  }

  std::string text(ir::Text t) const {
    return std::string(engine::text_of(session_.law(), t, session_.options.language));
  }

  std::optional<std::string> line() const {
    print("> ");
    std::fflush(stdout);
    std::string typed;
    if (!std::getline(std::cin, typed)) return std::nullopt;
    return typed;
  }

  void back() {
    told_ = before_.back();
    before_.pop_back();
  }

  bool tell(const std::string& fact, casefile::Node value) {
    before_.push_back(told_);
    return told_.document.set(fact, std::move(value));
  }

  // The only question no law asks: whose answer. False: nothing more can be read.
  bool ask_forum() {
    const casefile::Node* question = told_.document.root.find("question");
    if (!session_.options.forum.empty() || (question && question->find("forum"))) return true;
    for (std::string near;; near.clear()) {
      Page page(colour_wanted());
      page.line(say(Message::ask_forum), 0, Tone::strong);
      page.line(say(Message::type_place), 2, Tone::faint);
      print(page.take());
      auto typed = line();
      if (!typed) return false;
      if (const auto place = place_typed(session_.law(), *typed, near)) {
        told_.document.set("question.forum",
                           casefile::scalar(std::string(session_.law().str(
                               session_.law().places[static_cast<std::size_t>(*place)].code))));
        return true;
      }
      not_understood(near);
    }
  }

  // "A: " or "B: " before what is asked of one spouse.
  static std::string who(const std::string& fact) {
    constexpr std::string_view spouses = "spouses.";
    if (!fact.starts_with(spouses)) return {};
    return fact[spouses.size()] == '0' ? "A: " : "B: ";
  }

  void not_understood(const std::string& near) const {
    const std::string what = say(Message::not_understood);
    complain(near.empty() ? what : say(Message::nearest_is, what, near));
  }

  void show_question(const engine::Interview& interview, const ir::Field& field) const {
    const engine::Interview::Item& item = interview.left.front();
    Page page(colour_wanted());
    page.blank();
    page.line(interview.at_most
                  ? say(Message::questions_at_most, interview.left.size(), *interview.at_most)
                  : say(Message::questions_left, interview.left.size()),
              0, Tone::faint);
    page.line(who(item.fact) + say(Message::asked_as, text(item.question), item.fact), 0,
              Tone::strong);
    if (std::string hint = text(field.hint); !hint.empty()) page.line(hint, 2);
    if (item.asked_by != ir::none_u32) {
      const ir::Provision& provision = session_.law().provisions[item.asked_by];
      page.line(say(Message::why_asked, session_.law().str(provision.id), text(provision.text)), 2,
                Tone::faint);
    }
    int number = 0;
    for (const Choice& choice : choices_of(session_.law(), field, session_.options.language))
      page.line(std::to_string(++number) + ". " + choice.label, 4);
    page.line(say(how_to_type(session_.law(), field)) + " " + say(Message::type_commands), 2,
              Tone::faint);
    print(page.take());
  }

  // False: the person has had enough.
  bool ask(const engine::Interview& interview) {
    const std::string fact = interview.left.front().fact;
    const ir::Field* field = ir::field_of_path(session_.law(), fact);
    if (!field) {  // nothing a person could type
      told_.unknown.insert(fact);
      return true;
    }
    show_question(interview, *field);
    for (std::string near;; near.clear()) {
      auto typed = line();
      if (!typed || *typed == "q" || *typed == "й") return false;
      if (*typed == "?") {
        before_.push_back(told_);
        told_.unknown.insert(fact);
        return true;
      }
      if (*typed == "<" && !before_.empty()) {
        back();
        return true;
      }
      if (auto value = value_typed(session_.law(), *field, *typed, near))
        if (tell(fact, std::move(*value))) return true;
      not_understood(near);
    }
  }

  Exit show(const CaseInput& input) const {
    const engine::Answer answer = answer_of(session_, input, true);
    return print("\n" + answer_text(session_.law(), input.facts, answer, session_.options.language))
               ? answered
               : internal_error;
  }

  Session& session_;
  Told told_;
  std::vector<Told> before_;
};

}  // namespace

int run_ask(Session& session) {
  if (!open_law(session)) return law_broken;
  const Options& o = session.options;
  casefile::Document document;
  document.set("comity", casefile::scalar("1"));
  if (!o.case_file.empty()) {
    auto read = read_document(session);
    if (!read) return bad_usage;
    document = std::move(*read);
  }
  if (!o.json) return Asker(session, std::move(document)).run();
  auto input = case_of_document(session, document);
  report(session);
  if (!input) return bad_usage;
  return print_json(
      session,
      engine::to_json(session.law(),
                      capi::next_questions(session.pack, input->facts, input->question,
                                           session.today, o.unknown),
                      {false, o.language}));
}

}  // namespace comity::cli
