// The answer over time: a day is moved along the stretches of equal answer, and what ended each is named.
import type { JSX } from "preact";
import { useId, useMemo, useState } from "preact/hooks";
import { canAnswer, caseOf, questionOn, useApp } from "../app";
import { asking } from "../case/case";
import { dayWords, fromNumber, isDay, partsOf, readDay, toNumber, type Parts } from "../case/days";
import { label } from "../case/ontology";
import { engine } from "../engine/start";
import type { Interval } from "../engine/engine";
import { DateInput } from "../ui/date-input";
import { lookClass, lookOf } from "../ui/looks";
import { OutcomeMark, VerdictMark } from "../ui/marks";
import { Button, Heading, Radios } from "../ui/parts";
import { useWords, type Words } from "../words";
import { AskedLine, NothingYet } from "./answer";
import { answerSentence, useAnswer, useEngine } from "./answered";

interface Stretch {
  interval: Interval;
  from: number;
  until: number;
  /** Where it begins and ends along the line, 0 to 1000: half by its days, half alike for all, so that none vanishes. */
  start: number;
  end: number;
}

export function stretches(intervals: Interval[], last: number): Stretch[] {
  const list = intervals.map((interval) => ({
    interval,
    from: toNumber(interval.from),
    until: interval.until ? toNumber(interval.until) : last + 1,
  }));
  const days = list.reduce((sum, s) => sum + s.until - s.from, 0) || 1;
  let at = 0;
  return list.map((s) => {
    const width = 500 / list.length + (500 * (s.until - s.from)) / days;
    const made = { ...s, start: at, end: at + width };
    at += width;
    return made;
  });
}

const dayAt = (list: Stretch[], position: number): number => {
  const s = list.find((x) => position < x.end) ?? list.at(-1);
  if (!s) return 0;
  return Math.min(s.until - 1, s.from + Math.floor(((position - s.start) / (s.end - s.start)) * (s.until - s.from)));
};

const positionOf = (list: Stretch[], day: number): number => {
  const s = list.find((x) => day < x.until) ?? list.at(-1);
  if (!s) return 0;
  return Math.ceil(s.start + ((Math.max(day, s.from) - s.from) / (s.until - s.from)) * (s.end - s.start));
};

export function causeWords(words: Words, interval: Interval): string {
  return interval.because
    .map((c) => (c.ref === "celebration" ? words("cause-celebration") : `${words(`cause-${c.kind}`)}, ${c.text ? (c.kind === "act" || c.ref === "letter" ? c.text : `${c.text} (${c.ref})`) : c.kind === "act" ? label(c.ref, words.language, "act") : c.ref}, ${dayWords(c.on, words.language)}`))
    .join("; ");
}

const stated = (i: Interval) => ({
  verdict: i.verdict,
  stances: i.stances,
  outcome: i.verdict === "settled" ? (i.stances.find((s) => s.outcome)?.outcome ?? null) : null,
});

export function TimelinePage(): JSX.Element {
  const words = useWords();
  const app = useApp();
  const [lived, setLived] = useState(false);
  const [day, setDay] = useState(questionOn(app.told, app.today));
  const [parts, setParts] = useState<Parts>(partsOf(day));
  const until = day > app.today ? day : app.today;
  const { value: timeline, problem } = useEngine(
    () => engine.timeline({ case: caseOf(app.told, app.today), lang: words.language, today: app.today, until: app.today, as_lived: lived }),
    [app.told, words.language, lived],
  );
  const list = useMemo(() => stretches(timeline?.intervals ?? [], toNumber(until)), [timeline, until]);
  const asked = useMemo(() => asking(app.told, { on: day }), [app.told, day]);
  const { value: answer } = useAnswer(asked, false);
  const slider = useId();
  if (!canAnswer(app.told)) return <NothingYet />;
  const move = (iso: string) => {
    setDay(iso);
    setParts(partsOf(iso));
  };
  const now = list.find((s) => toNumber(day) < s.until && toNumber(day) >= s.from);
  return (
    <>
      <Heading>{words("timeline-title")}</Heading>
      <AskedLine told={asked} />
      <p>{words("timeline-text")}</p>
      <fieldset class="co-fieldset">
        <legend class="co-visually-hidden">{words("timeline-basis")}</legend>
        <Radios
          name="basis"
          inline
          value={lived ? "lived" : "known"}
          onChange={(v) => setLived(v === "lived")}
          choices={[
            { value: "known", label: words("timeline-known") },
            { value: "lived", label: words("timeline-lived") },
          ]}
        />
      </fieldset>
      {problem && <p class="co-error-message">{problem}</p>}
      {timeline && list.length === 0 && <p>{words("timeline-empty")}</p>}
      {list.length > 0 && (
        <>
          <div class="time">
            <label for={slider} class="co-label">
              {words("timeline-slider")}: <strong>{dayWords(day, words.language)}</strong>
            </label>
            <div class="time-strip" aria-hidden="true">
              {list.map((s) => (
                <div key={s.interval.from} class={`${lookClass(lookOf(stated(s.interval)))}${s === now ? " now" : ""}`} style={{ flexGrow: s.end - s.start }} />
              ))}
            </div>
            <input
              id={slider}
              class="time-slider"
              type="range"
              min={0}
              max={999}
              step={1}
              autocomplete="off"
              value={positionOf(list, toNumber(day))}
              aria-valuetext={now ? words("timeline-position", { day: dayWords(day, words.language), verdict: words(`verdict-${now.interval.verdict}`) }) : dayWords(day, words.language)}
              onInput={(e) => move(fromNumber(dayAt(list, Number(e.currentTarget.value))))}
              onKeyDown={(e) => {
                const step = { ArrowRight: 1, ArrowUp: 1, ArrowLeft: -1, ArrowDown: -1, PageUp: 30, PageDown: -30 }[e.key];
                if (!step) return;
                e.preventDefault();
                const first = list[0]?.from ?? 0;
                const last = (list.at(-1)?.until ?? 1) - 1;
                move(fromNumber(Math.min(last, Math.max(first, toNumber(day) + step))));
              }}
            />
            <div class="time-ends quiet">
              <span>{dayWords(fromNumber(list[0]?.from ?? 0), words.language)}</span>
              <span>{dayWords(fromNumber((list.at(-1)?.until ?? 1) - 1), words.language)}</span>
            </div>
          </div>
          <form
            class="row"
            autocomplete="off"
            onSubmit={(e) => {
              e.preventDefault();
              const read = readDay(parts, true);
              if ("iso" in read && isDay(read.iso)) move(read.iso);
            }}
          >
            <fieldset class="co-fieldset">
              <legend class="co-visually-hidden">{words("timeline-day")}</legend>
              <DateInput id="timeline-day" parts={parts} onChange={setParts} />
            </fieldset>
            <Button type="submit" kind="secondary">
              {words("timeline-show-day")}
            </Button>
          </form>
          <div class="time-answer" role="status">
            {answer && (
              <>
                <p>
                  <VerdictMark verdict={answer.verdict} />
                </p>
                <p class="answer-sentence">{answerSentence(words, answer)}</p>
                {now && now.interval.because.length > 0 && <p>{words("timeline-because", { cause: causeWords(words, now.interval) })}</p>}
              </>
            )}
          </div>
          <Button
            onClick={() => {
              app.setTold(asked);
              app.go({ at: "answer" });
            }}
          >
            {words("timeline-ask")}
          </Button>
          <h2 class="co-heading-m">{words("timeline-stretches")}</h2>
          <ol class="stretches">
            {list.map((s) => (
              <li key={s.interval.from} class={s === now ? "now" : ""}>
                <span class={`swatch ${lookClass(lookOf(stated(s.interval)))}`} aria-hidden="true" />
                <div>
                  <p>
                    <button type="button" class="link-button" aria-current={s === now ? "date" : undefined} onClick={() => move(s.interval.from)}>
                      {s.until - s.from === 1
                        ? dayWords(s.interval.from, words.language)
                        : s.interval.until
                        ? words("timeline-from-until", { from: dayWords(s.interval.from, words.language), until: dayWords(fromNumber(s.until - 1), words.language) })
                        : words("timeline-from-on", { from: dayWords(s.interval.from, words.language) })}
                    </button>{" "}
                    <VerdictMark verdict={s.interval.verdict} />
                  </p>
                  <ul class="stretch-stances">
                    {s.interval.stances.map((st) => (
                      <li key={st.stance}>
                        {words(`stance-${st.stance}`)}: <OutcomeMark outcome={st.outcome} verdict={st.verdict} purpose={String(app.told.get("question.purpose") ?? "status")} />
                      </li>
                    ))}
                  </ul>
                  {s.interval.because.length > 0 && <p class="quiet">{words("timeline-because", { cause: causeWords(words, s.interval) })}</p>}
                </div>
              </li>
            ))}
          </ol>
        </>
      )}
    </>
  );
}
