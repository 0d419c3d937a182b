// One question, one page: the heading is the question, one line says why it is asked, "I don't know" is always there.
import type { JSX } from "preact";
import { useEffect, useState } from "preact/hooks";
import { caseOf, useApp } from "../app";
import { unknown, type Json } from "../case/case";
import { factAt, hintOf, questionOf, type Fact } from "../case/ontology";
import { engine } from "../engine/start";
import { draftOf, resultOf, type Draft } from "../interview/draft";
import { first } from "../interview/order";
import { reasonsFor, type Reason } from "../interview/why";
import { Button, Details, ErrorMessage, ErrorSummary, Go, Heading } from "../ui/parts";
import { useWords, type Words } from "../words";
import { QuestionFields } from "./question-fields";

/** Whose the question is, where it is one spouse's. */
export function captionOf(words: Words, path: string): string | undefined {
  const spouse = /^spouses\.(\d)/.exec(path)?.[1];
  const union = /earlier_unions\.(\d)/.exec(path)?.[1];
  if (!spouse) return undefined;
  const who = words(spouse === "0" ? "caption-first" : "caption-second");
  return union ? words("caption-union", { who, number: Number(union) + 1 }) : who;
}

export function questionWords(words: Words, fact: Fact): string {
  const own: Record<string, string> = {
    "question.purpose": "ask-purpose",
    "question.forum": "ask-forum",
    "question.on": "ask-on",
    "celebration.on": "ask-celebration-on",
  };
  const id = own[fact.path];
  return id ? words(id) : questionOf(fact, words.language);
}

export function QuestionPage(props: { path: string; change: boolean; left: number | null; onDone: (value: Json) => void }): JSX.Element {
  const words = useWords();
  const app = useApp();
  const fact = factAt(props.path);
  if (!fact) throw new Error(`no fact ${props.path}`);
  const [draft, setDraft] = useState<Draft>(() => draftOf(fact, app.told.get(props.path)));
  const [problem, setProblem] = useState<string | null>(null);
  const mustKnow = first.includes(props.path) && props.path !== "celebration.on";
  const whole = props.path === "question.on";

  const save = (d: Draft) => {
    const result = resultOf(fact, d, whole);
    if ("problem" in result) setProblem(`problem-${result.problem}`);
    else props.onDone(result.value);
  };
  const onSubmit = (event: Event) => {
    event.preventDefault();
    save(draft);
  };
  const dontKnow = !mustKnow && !["later", "plans"].includes(props.path);
  const hint = words.language && hintFor(words, fact);
  return (
    <form onSubmit={onSubmit} autocomplete="off" noValidate class="question" data-fact={props.path}>
      {problem && <ErrorSummary problems={[{ text: words(problem), target: "answer" }]} />}
      <Heading caption={captionOf(words, props.path)} id="question-heading">
        {questionWords(words, fact)}
      </Heading>
      {hint && (
        <p class="co-hint" id="question-hint">
          {hint}
        </p>
      )}
      <div class={problem ? "co-form-group co-form-group--error" : "co-form-group"}>
        {problem && <ErrorMessage id="answer-problem" text={words(problem)} />}
        <QuestionFields fact={fact} draft={draft} onChange={setDraft} dontKnow={dontKnow} whole={whole} invalid={problem !== null} />
      </div>
      <div class="co-button-group">
        <Button type="submit">{words("continue")}</Button>
        {dontKnow && !hasRadioForUnknown(fact) && (
          <Button kind="secondary" onClick={() => props.onDone(unknown)} id="dont-know">
            {words("dont-know")}
          </Button>
        )}
        {props.path === "plans" && <Go to={() => props.onDone([])}>{words("skip")}</Go>}
      </div>
      <Why path={props.path} />
      {props.left !== null && props.left > 0 && <p class="quiet left-count">{words("questions-left", { count: props.left })}</p>}
    </form>
  );
}

// Where the answer is chosen from radios, "I don't know" is one of them; else it is a button of its own.
export const hasRadioForUnknown = (fact: Fact): boolean => !["date", "place", "places"].includes(fact.kind.is);

function hintFor(words: Words, fact: Fact): string {
  const own: Record<string, string> = {
    "question.forum": "hint-forum",
    "question.on": "hint-on",
    later: "hint-later",
    plans: "hint-plans",
  };
  const id = own[fact.path];
  if (id) return words(id);
  const hint = hintOf(fact, words.language);
  const parts = [hint];
  if (fact.kind.is === "date") parts.push(words("hint-date"));
  if (fact.kind.is === "place" || fact.kind.is === "places") parts.push(words("hint-place"));
  return parts.filter(Boolean).join(" ");
}

function Why(props: { path: string }): JSX.Element {
  const words = useWords();
  const app = useApp();
  const [reasons, setReasons] = useState<Reason[] | null>(null);
  const [wanted, setWanted] = useState(false);
  const opening = first.includes(props.path) || ["later", "plans"].includes(props.path);
  // Asked of the engine only by those who want to know, so that the next question has not to wait for it.
  useEffect(() => {
    if (opening || !wanted) return undefined;
    let current = true;
    engine
      .check({ case: caseOf(app.told, app.today), lang: words.language, today: app.today, because: true })
      .then((answer) => current && setReasons(reasonsFor(answer, props.path)))
      .catch(() => current && setReasons([]));
    return () => {
      current = false;
    };
  }, [props.path, words.language, wanted]);
  return (
    <Details summary={words("why-we-ask")} onOpen={() => setWanted(true)}>
      {opening && <p>{words(`why-${props.path.replaceAll(".", "-")}`)}</p>}
      {!opening && reasons && reasons.length === 0 && <p>{words("why-reading")}</p>}
      {!opening && reasons && reasons.length > 0 && (
        <>
          <p>{words("why-rules")}</p>
          <ul class="co-list co-list--bullet">
            {reasons.map((r) => (
              <li key={r.provision}>
                <Go to={() => app.go({ at: "laws", place: r.law, provision: r.provision })}>{r.cite}</Go>: {r.text}
              </li>
            ))}
          </ul>
        </>
      )}
    </Details>
  );
}
