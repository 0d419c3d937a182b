// Why: the derivation, unfoldable step by step, each step leading to the law it cites.
import type { JSX } from "preact";
import { useApp } from "../app";
import { dayWords } from "../case/days";
import { factAt, label, nameOf } from "../case/ontology";
import type { StanceAnswer, Step } from "../made/answer";
import { placeName } from "../places/places";
import { Go } from "../ui/parts";
import { useWords, type Words } from "../words";

export function factWords(words: Words, path: string): string {
  const fact = factAt(path);
  if (!fact) return path;
  const spouse = /^spouses\.(\d)/.exec(path)?.[1];
  const name = nameOf(fact, words.language);
  return spouse ? `${words(spouse === "0" ? "spouse-first" : "spouse-second")}: ${name}` : name;
}

function markOf(step: Step): "yes" | "no" | "open" | "bar-yes" | "bar-no" | "bar-open" {
  const way = step.holds === null ? "open" : step.holds ? "yes" : "no";
  return step.bar ? (`bar-${way}` as const) : way;
}

function Head(props: { step: Step }): JSX.Element {
  const words = useWords();
  const { step } = props;
  const mark = markOf(step);
  return (
    <span class="step-head">
      <span class={`step-mark ${mark}`}>{words(`step-${mark}`)}</span>{" "}
      <span class="step-text">{step.text || (step.kind === "foreign" && step.law ? placeName(step.law, words.language) : "")}</span>{" "}
      <span class="quiet">
        {step.bar ? words("step-bar", { bar: label(step.bar, words.language, "bar_kind") }) : words(`step-kind-${step.kind}`)}
        {step.kind === "foreign" && step.law && ` · ${words("law-of", { place: placeName(step.law, words.language) })}`}
        {step.as_at && ` · ${words("as-at", { day: dayWords(step.as_at, words.language) })}`}
        {step.on_knowledge && ` · ${words("on-knowledge")}`}
      </span>
      {step.provision && <span class="cite"> {step.cite ?? step.provision}</span>}
    </span>
  );
}

function Source(props: { step: Step }): JSX.Element | null {
  const words = useWords();
  const app = useApp();
  const { step } = props;
  if (!step.provision || step.provision.startsWith("COMITY/")) return null;
  return (
    <p class="step-link">
      <Go to={() => app.go({ at: "laws", place: step.law ?? "", provision: step.provision ?? "" })} hidden={step.cite ?? step.provision}>
        {words("read-text")}
      </Go>
    </p>
  );
}

export function Steps(props: { steps: Step[]; open?: boolean }): JSX.Element {
  const words = useWords();
  return (
    <ul class="steps">
      {props.steps.map((step, i) => (
        <li key={i}>
          {step.because.length > 0 || step.facts?.length || step.provision ? (
            <details open={props.open}>
              <summary>
                <Head step={step} />
              </summary>
              <Source step={step} />
              {step.facts && step.facts.length > 0 && (
                <p class="quiet facts">{words("step-facts", { facts: [...new Set(step.facts.map((f) => factWords(words, f)))].join(", ") })}</p>
              )}
              {step.because.length > 0 && <Steps steps={step.because} />}
            </details>
          ) : (
            <Head step={step} />
          )}
        </li>
      ))}
    </ul>
  );
}

export function Derivation(props: { stance: StanceAnswer; open?: boolean }): JSX.Element | null {
  if (!props.stance.because || props.stance.because.length === 0) return null;
  return <Steps steps={props.stance.because} open={props.open ?? true} />;
}
