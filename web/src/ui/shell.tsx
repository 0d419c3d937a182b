// What stands around every page: the way out, always in sight; languages; where one can go.
import type { ComponentChildren, JSX } from "preact";
import { canAnswer, useApp, type Screen } from "../app";
import { languages, useWords } from "../words";

const places: [string, Screen["at"]][] = [
  ["nav-answers", "check_answers"],
  ["nav-answer", "answer"],
  ["nav-timeline", "timeline"],
  ["nav-map", "map"],
  ["nav-compare", "compare"],
  ["nav-laws", "laws"],
  ["nav-brief", "brief"],
];

export function Shell(props: { children: ComponentChildren; onLeave: () => void }): JSX.Element {
  const words = useWords();
  const app = useApp();
  const { screen } = app;
  const shown = places.filter(([, at]) => at === "laws" || canAnswer(app.told));
  return (
    <>
      <button
        type="button"
        class="co-skip-link"
        onClick={() => document.querySelector<HTMLElement>("#main h1, #main")?.focus()}
      >
        {words("skip-to-main")}
      </button>
      <header class="top">
        <div class="co-width-container top-row">
          <button type="button" class="site-name" onClick={() => app.go({ at: "start" })}>
            {words("site-name")}
          </button>
          <div class="languages" role="group" aria-label={words("language")}>
            {languages.map((l) => (
              <button type="button" key={l.code} lang={l.code} class="link-button" aria-pressed={l.code === app.language} onClick={() => app.setLanguage(l.code)}>
                {l.name}
              </button>
            ))}
          </div>
          <button type="button" class="co-button leave" id="leave" onClick={props.onLeave}>
            {words("leave")}
          </button>
        </div>
        {shown.length > 1 && (
          <nav class="co-width-container nav" aria-label={words("nav")}>
            <ul>
              {shown.map(([id, at]) => (
                <li key={at}>
                  <button type="button" class="link-button" aria-current={screen.at === at ? "page" : undefined} onClick={() => app.go({ at } as Screen)}>
                    {words(id)}
                  </button>
                </li>
              ))}
            </ul>
          </nav>
        )}
      </header>
      <div class="co-width-container">
        {app.back && screen.at !== "start" && (
          <button type="button" class="co-back-link" onClick={app.back}>
            {words("back")}
          </button>
        )}
        <main class="co-main-wrapper" id="main" tabIndex={-1}>
          {props.children}
        </main>
      </div>
      <footer class="co-width-container foot">
        <p class="quiet">{words("information")}</p>
      </footer>
    </>
  );
}
