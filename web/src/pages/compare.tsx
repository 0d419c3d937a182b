// Two places, or two days, side by side.
import type { JSX } from "preact";
import { useMemo, useState } from "preact/hooks";
import { canAnswer, questionOn, useApp } from "../app";
import { asking } from "../case/case";
import { dayWords, partsOf, readDay, type Parts } from "../case/days";
import { label } from "../case/ontology";
import type { Answer } from "../made/answer";
import { placeName } from "../places/places";
import { DateInput } from "../ui/date-input";
import { OutcomeMark, VerdictMark } from "../ui/marks";
import { Heading } from "../ui/parts";
import { PlaceInput } from "../ui/place-input";
import { useWords } from "../words";
import { NothingYet } from "./answer";
import { asSuch } from "./answer-parts";
import { answerSentence, useAnswer } from "./answered";
import { factWords } from "./derivation";

interface Side {
  forum: string | null;
  on: string;
}

export function ComparePage(): JSX.Element {
  const words = useWords();
  const app = useApp();
  const on = questionOn(app.told, app.today);
  const text = (path: string) => {
    const v = app.told.get(path);
    return typeof v === "string" && v !== "unknown" ? v : null;
  };
  const [left, setLeft] = useState<Side>({ forum: text("question.forum"), on });
  const [right, setRight] = useState<Side>({ forum: text("celebration.place") ?? text("question.forum"), on });
  const a = useSide(left);
  const b = useSide(right);
  if (!canAnswer(app.told)) return <NothingYet />;
  const rows: [string, (answer: Answer) => JSX.Element][] = [
    ["compare-row-outcome", (x) => <Outcome answer={x} />],
    ["compare-row-firm", (x) => <VerdictMark verdict={x.verdict} />],
    ["compare-row-rule", (x) => <>{x.stances.find((s) => s.decided_by)?.decided_by ?? "—"}</>],
    ["compare-row-change", (x) => <List items={[...x.depends_on.map((d) => factWords(words, d.fact)), ...x.open.map((o) => o.text || o.id), ...x.flips.flat()]} />],
    ["compare-row-exposure", (x) => <Exposures answer={x} />],
  ];
  return (
    <>
      <Heading>{words("compare-title")}</Heading>
      <p>{words("compare-text")}</p>
      <div class="sides">
        <SideFields id="left" legend={words("compare-left")} side={left} onChange={setLeft} />
        <SideFields id="right" legend={words("compare-right")} side={right} onChange={setRight} />
      </div>
      {[a.problem, b.problem].filter(Boolean).map((p, i) => (
        <p class="co-error-message" key={i}>{p}</p>
      ))}
      {a.value && b.value && (
        <>
          <p role="status">
            <strong>{words(a.value.outcome === b.value.outcome && a.value.verdict === b.value.verdict && JSON.stringify(stances(a.value)) === JSON.stringify(stances(b.value)) ? "compare-same" : "compare-differs")}</strong>
          </p>
          <div class="scroll" tabIndex={0} role="region" aria-label={words("compare-title")}>
            <table class="co-table compare">
              <thead>
                <tr>
                  <td />
                  {[a.value, b.value].map((x, i) => (
                    <th scope="col" class="co-table__header" key={i}>
                      {placeName(x.question.forum, words.language)}
                      <br />
                      <span class="quiet">{dayWords(x.question.on, words.language)}</span>
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {rows.map(([id, cell]) => (
                  <tr key={id}>
                    <th scope="row" class="co-table__header">{words(id)}</th>
                    <td class="co-table__cell">{a.value && cell(a.value)}</td>
                    <td class="co-table__cell">{b.value && cell(b.value)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </>
      )}
    </>
  );
}

const stances = (x: Answer) => x.stances.map((s) => [s.verdict, s.outcome]);

function useSide(side: Side) {
  const app = useApp();
  const told = useMemo(() => asking(app.told, { forum: side.forum ?? "", on: side.on }), [app.told, side.forum, side.on]);
  return useAnswer(told, false);
}

function SideFields(props: { id: string; legend: string; side: Side; onChange: (side: Side) => void }): JSX.Element {
  const words = useWords();
  const [parts, setParts] = useState<Parts>(partsOf(props.side.on));
  return (
    <fieldset class="co-fieldset side">
      <legend class="co-fieldset__legend co-fieldset__legend--s">{props.legend}</legend>
      <div class="co-form-group">
        <PlaceInput
          id={`${props.id}-place`}
          label={words("compare-place")}
          value={props.side.forum}
          onChoose={(forum) => props.onChange({ ...props.side, forum })}
        />
      </div>
      <DateInput
        id={`${props.id}-day`}
        parts={parts}
        onChange={(next) => {
          setParts(next);
          const read = readDay(next, true);
          if ("iso" in read) props.onChange({ ...props.side, on: read.iso });
        }}
      />
    </fieldset>
  );
}

function Outcome(props: { answer: Answer }): JSX.Element {
  const words = useWords();
  return (
    <>
      <p>{answerSentence(words, props.answer)}</p>
      <ul class="stretch-stances">
        {props.answer.stances.map((s) => (
          <li key={s.stance}>
            {words(`stance-${s.stance}`)}: <OutcomeMark outcome={s.outcome} verdict={s.verdict} purpose={props.answer.question.purpose} />
          </li>
        ))}
      </ul>
    </>
  );
}

function List(props: { items: string[] }): JSX.Element {
  const words = useWords();
  if (props.items.length === 0) return <>{words("none")}</>;
  return (
    <ul class="co-list co-list--bullet">
      {props.items.map((item, i) => (
        <li key={i}>{item}</li>
      ))}
    </ul>
  );
}

function Exposures(props: { answer: Answer }): JSX.Element {
  const words = useWords();
  const { exposure, exposure_coverage: coverage } = props.answer;
  const topics = (list: string[], none: string) => (list.length ? list.map((t) => label(t, words.language, "exposure_topic")).join(", ") : words(none));
  return (
    <>
      {exposure.length > 0 && <List items={exposure.map((e) => `${asSuch.has(e.act) ? "" : `${label(e.act, words.language, "plan_act")}: `}${e.effect} (${e.cite})`)} />}
      <p class="quiet">
        {words(exposure.length ? "exposure-coverage" : "exposure-nothing", {
          covered: topics(coverage.covered, "nothing-listed"),
          not: topics(coverage.not_covered, "everything-else"),
        })}
      </p>
    </>
  );
}
