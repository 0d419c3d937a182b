// The first screen says nothing of what the app is about: it may be seen by others.
import type { JSX } from "preact";
import { useApp } from "../app";
import { Button, Go, Heading } from "../ui/parts";
import { useWords } from "../words";

export function StartPage(): JSX.Element {
  const words = useWords();
  const app = useApp();
  return (
    <>
      <Heading>{words("start-title")}</Heading>
      <p class="co-body-l">{words("start-text")}</p>
      <Button onClick={() => app.go({ at: "interview" })} id="start">
        {words("start-interview")}
      </Button>
      <p>
        <Go to={() => app.go({ at: "laws" })}>{words("start-laws")}</Go>
      </p>
      <div class="co-inset-text">
        <p>{words("start-kept")}</p>
        <p>{words("start-exit")}</p>
        <p>
          <Go to={() => app.go({ at: "help" })}>{words("start-help")}</Go>
        </p>
      </div>
    </>
  );
}

export function HelpPage(): JSX.Element {
  const words = useWords();
  return (
    <>
      <Heading>{words("help-title")}</Heading>
      <h2 class="co-heading-m">{words("help-what-title")}</h2>
      <p>{words("help-what")}</p>
      <p>{words("information")}</p>
      <h2 class="co-heading-m">{words("help-kept-title")}</h2>
      <p>{words("help-kept")}</p>
      <p>{words("help-cannot")}</p>
      <h2 class="co-heading-m">{words("help-exit-title")}</h2>
      <p>{words("help-exit")}</p>
      <h2 class="co-heading-m">{words("help-words-title")}</h2>
      <dl class="co-summary-list">
        {(["settled", "untested", "contested", "depends", "discretionary", "undecided", "not_covered"] as const).map((v) => (
          <div class="co-summary-list__row" key={v}>
            <dt class="co-summary-list__key">{words(`verdict-${v}`)}</dt>
            <dd class="co-summary-list__value">{words(`verdict-why-${v}`)}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}
