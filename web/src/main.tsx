// Where the app begins. Opened by the exit it is a calendar; else the pages, one at a time, in memory only.
import { render, type JSX } from "preact";
import { useEffect, useMemo, useState } from "preact/hooks";
import { AppContext, type App, type Register, type Screen } from "./app";
import { tell, type Told } from "./case/case";
import { today } from "./case/days";
import { leave, neutralSearch, onWipe, watchExitKeys } from "./exit";
import type { Language } from "./engine/engine";
import { engine } from "./engine/start";
import { showCalendar } from "./neutral";
import { AnswerPage } from "./pages/answer";
import { CheckAnswersPage } from "./pages/check-answers";
import { BriefPage } from "./pages/brief";
import { ComparePage } from "./pages/compare";
import { InterviewPage } from "./pages/interview";
import { LawsPage } from "./pages/laws";
import { MapPage } from "./pages/map";
import { QuestionPage } from "./pages/question";
import { HelpPage, StartPage } from "./pages/start";
import { TimelinePage } from "./pages/timeline";
import { Shell } from "./ui/shell";
import { languages, wordsOf, WordsProvider } from "./words";
import "./style/app.scss";

function spoken(): Language {
  for (const tag of navigator.languages) for (const l of languages) if (tag.toLowerCase().startsWith(l.code)) return l.code;
  return "en";
}

function Page(props: { app: App }): JSX.Element {
  const { app } = props;
  const { screen } = app;
  switch (screen.at) {
    case "start":
      return <StartPage />;
    case "interview":
      return <InterviewPage key={app.told.size} />;
    case "question":
      return (
        <QuestionPage
          key={screen.path}
          path={screen.path}
          change={screen.change}
          left={screen.left}
          onDone={(value) => {
            app.tell(screen.path, value);
            if (screen.change) app.back?.();
            else app.go({ at: "interview" });
          }}
        />
      );
    case "check_answers":
      return <CheckAnswersPage />;
    case "answer":
      return <AnswerPage />;
    case "help":
      return <HelpPage />;
    case "timeline":
      return <TimelinePage />;
    case "map":
      return <MapPage />;
    case "compare":
      return <ComparePage />;
    case "laws":
      return <LawsPage key={JSON.stringify(screen)} place={screen.place} instrument={screen.instrument} provision={screen.provision} />;
    case "brief":
      return <BriefPage />;
  }
}

function Main(): JSX.Element {
  const [language, setLanguage] = useState<Language>(spoken);
  const [trail, setTrail] = useState<Screen[]>([{ at: "start" }]);
  const [told, setTold] = useState<Told>(new Map());
  const [register, setRegister] = useState<Register>("couple");
  const screen = trail.at(-1) ?? { at: "start" };
  useEffect(() => {
    document.documentElement.lang = language;
    document.documentElement.dir = languages.find((l) => l.code === language)?.dir ?? "ltr";
  }, [language]);
  useEffect(() => scrollTo(0, 0), [screen]);
  const app: App = useMemo(
    () => ({
      language,
      screen,
      told,
      today: today(),
      register,
      // A screen that only passes on leaves no trace in the trail.
      go: (next) => setTrail((before) => [...(before.at(-1)?.at === "interview" ? before.slice(0, -1) : before), next]),
      back: trail.length > 1 ? () => setTrail((before) => before.slice(0, -1)) : null,
      tell: (path, value) => {
        const next = tell(told, path, value);
        setTold(next);
        return next;
      },
      setTold,
      setRegister,
      setLanguage,
    }),
    [language, trail, told, register],
  );
  return (
    <AppContext.Provider value={app}>
      <WordsProvider value={wordsOf(language)}>
        <Shell onLeave={leave}>
          <Page app={app} />
        </Shell>
      </WordsProvider>
    </AppContext.Provider>
  );
}

const root = document.getElementById("app");
if (root) {
  if (location.search === neutralSearch) showCalendar(root);
  else {
    watchExitKeys();
    onWipe(() => render(null, root));
    render(<Main />, root);
    // After the first screen stands and the page is whole: what follows the script is the engine's data.
    addEventListener("DOMContentLoaded", () => setTimeout(() => engine.warm()));
  }
}
