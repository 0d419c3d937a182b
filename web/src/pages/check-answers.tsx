// Everything told, in one place, each with a link to change it; and what was taken as ordinary because it was left out.
import type { JSX } from "preact";
import { useApp } from "../app";
import { unknown, type Json } from "../case/case";
import { dayWords } from "../case/days";
import { factAt, label, nameOf } from "../case/ontology";
import { canAsk, first, last } from "../interview/order";
import { placeName } from "../places/places";
import { Button, Go, Heading } from "../ui/parts";
import { useWords, type Words } from "../words";
import { useAnswer, useEngine } from "./answered";
import { valueWords } from "./answer-parts";
import { choiceLabel } from "./question-fields";
import { captionOf } from "./question";
import { nextQuestion } from "./interview";

type Row = { [key: string]: Json };

export function toldWords(words: Words, path: string, value: Json): string {
  if (value === unknown) return words("dont-know");
  const fact = factAt(path);
  if (!fact) return JSON.stringify(value);
  switch (fact.kind.is) {
    case "yes_no":
      return words(value === "yes" ? "yes" : "no");
    case "choice":
      return choiceLabel(words, fact, String(value));
    case "date":
      return dayWords(String(value), words.language);
    case "place":
      return placeName(String(value), words.language);
    case "places":
      return Array.isArray(value) && value.length ? value.map((v) => placeName(String(v), words.language)).join(", ") : words("none");
    case "record":
      if (fact.kind.absent === "at_place") return words(value === "at_place" ? "present-all" : "present-not-all");
      return words(value === fact.kind.absent ? "no" : "yes");
    case "list":
      return listWords(words, fact.kind.of, Array.isArray(value) ? (value as Row[]) : []);
  }
}

function listWords(words: Words, of: string, rows: Row[]): string {
  if (rows.length === 0) return words("none");
  const text = (v: Json | undefined) => (typeof v === "string" ? v : "");
  if (of === "event")
    return rows
      .map((r) => [label(text(r.act), words.language, "act"), placeName(text(r.by), words.language), dayWords(text(r.on), words.language)].filter(Boolean).join(", "))
      .join("; ");
  if (of === "plan")
    return rows
      .map((r) => label(text(r.act), words.language, "plan_act") + (r.audience ? ` (${label(text(r.audience), words.language, "audience")})` : ""))
      .join("; ");
  if (of === "permission")
    return rows
      .map((r) => `${label(text(r.for), words.language, "permission_for")}, ${label(text(r.spouse), words.language, "spouse_label")}`)
      .join("; ");
  return words(`count-${Math.min(rows.length, 3)}`);
}

const sections: [string, (path: string) => boolean][] = [
  ["section-question", (p) => p.startsWith("question.")],
  ["section-celebration", (p) => p.startsWith("celebration.")],
  ["section-first", (p) => p.startsWith("spouses.0.")],
  ["section-second", (p) => p.startsWith("spouses.1.")],
  ["section-between", (p) => p.startsWith("between.")],
  ["section-since", (p) => last.includes(p) || p === "ceremonies"],
];

export function CheckAnswersPage(): JSX.Element {
  const words = useWords();
  const app = useApp();
  const { value: answer, problem } = useAnswer(app.told, false);
  const { value: next } = useEngine(() => nextQuestion(app.told, words.language, app.today), [app.told]);
  const told = [...app.told.keys()];
  const presumed = answer?.presumed.filter((p) => p.matters && canAsk(p.fact)) ?? [];
  return (
    <>
      <Heading>{words("check-title")}</Heading>
      {problem && (
        <div class="co-error-summary" role="alert">
          <h2 class="co-error-summary__title">{words("refused-title")}</h2>
          <p>{problem}</p>
        </div>
      )}
      {sections.map(([id, mine]) => {
        const paths = told.filter(mine);
        if (id === "section-since") for (const path of last) if (!paths.includes(path)) paths.push(path);
        if (id === "section-question") for (const path of first) if (mine(path) && !paths.includes(path)) paths.push(path);
        if (paths.length === 0) return null;
        return (
          <section key={id}>
            <h2 class="co-heading-m">{words(id)}</h2>
            <dl class="co-summary-list">
              {paths.map((path) => {
                const fact = factAt(path);
                const caption = path.includes("earlier_unions.") ? captionOf(words, path)?.split(": ").at(-1) : undefined;
                const name = (caption ? `${caption}: ` : "") + (fact ? nameOf(fact, words.language) : path);
                const value = app.told.get(path);
                return (
                  <div class="co-summary-list__row" key={path}>
                    <dt class="co-summary-list__key">{name}</dt>
                    <dd class="co-summary-list__value">{value === undefined ? words("not-told") : toldWords(words, path, value)}</dd>
                    <dd class="co-summary-list__actions">
                      <Go to={() => app.go({ at: "question", path, change: true, left: null })} hidden={name}>
                        {words(value === undefined ? "add" : "change")}
                      </Go>
                    </dd>
                  </div>
                );
              })}
            </dl>
          </section>
        );
      })}
      {presumed.length > 0 && (
        <section>
          <h2 class="co-heading-m">{words("section-presumed")}</h2>
          <p>{words("presumed-hint")}</p>
          <dl class="co-summary-list">
            {presumed.map((p) => {
              const fact = factAt(p.fact);
              const name = fact ? [captionOf(words, p.fact), nameOf(fact, words.language)].filter(Boolean).join(": ") : p.fact;
              return (
                <div class="co-summary-list__row" key={p.fact}>
                  <dt class="co-summary-list__key">{name}</dt>
                  <dd class="co-summary-list__value">{valueWords(words, p.fact, p.value)}</dd>
                  <dd class="co-summary-list__actions">
                    <Go to={() => app.go({ at: "question", path: p.fact, change: true, left: null })} hidden={name}>
                      {words("change")}
                    </Go>
                  </dd>
                </div>
              );
            })}
          </dl>
        </section>
      )}
      {next?.left ? <p>{words("questions-left", { count: next.left })}</p> : null}
      <div class="co-button-group">
        <Button onClick={() => app.go({ at: "answer" })}>{words("to-answer")}</Button>
        {next?.left ? (
          <Button kind="secondary" onClick={() => app.go({ at: "interview" })}>
            {words("go-on-asking")}
          </Button>
        ) : null}
      </div>
    </>
  );
}
