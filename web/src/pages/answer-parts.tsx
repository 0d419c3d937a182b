// The sections of an answer, each a part of its own, so that registers and the printed brief put them in their own order.
import type { JSX } from "preact";
import { useApp } from "../app";
import type { Told } from "../case/case";
import { dayWords } from "../case/days";
import { factAt, label } from "../case/ontology";
import type { Answer, ExposureLine, StanceAnswer } from "../made/answer";
import { placeName } from "../places/places";
import { OutcomeMark, VerdictMark, outcomeWords } from "../ui/marks";
import { Details, Go, Warning } from "../ui/parts";
import { useWords, type Words } from "../words";
import { answerSentence, hasVerdict, opensWithCare, protectedPerson, protection, refused, stanceSays, validBy } from "./answered";
import { Derivation, factWords } from "./derivation";

interface Props {
  answer: Answer;
  told: Told;
}

/** Before the answer: law past its review date, protection, and not to rely on it at a desk. */
export function Before(props: Props & { couple: boolean }): JSX.Element {
  const words = useWords();
  const stale = props.answer.receipt.laws.filter((l) => l.stale);
  const { young, forced } = protection(props.told);
  return (
    <>
      {stale.length > 0 && (
        <Warning>
          {words("stale-before", { laws: stale.map((l) => words("stale-item", { law: l.instrument, day: dayWords(l.review_by, words.language) })).join("; ") })}
        </Warning>
      )}
      {(young || forced) && (
        <section class="protection" aria-labelledby="protection-heading">
          <h2 class="co-heading-m" id="protection-heading">
            {words("protect-head")}
          </h2>
          {young && <p>{words("protect-young")}</p>}
          {forced && <p>{words("protect-consent")}</p>}
          <p>
            <strong>{words("protect-help")}</strong>
          </p>
        </section>
      )}
      {props.couple && opensWithCare(props.answer.verdict) && <Warning strong>{words("do-not-rely")}</Warning>}
    </>
  );
}

export function Sentence(props: Props): JSX.Element {
  const words = useWords();
  const { answer } = props;
  const by = validBy(answer);
  return (
    <section class="sentence">
      {refused(answer) && (
        <p class="valid-first">
          {by && <>{words("valid-first", { place: placeName(by, words.language) })} </>}
          {words("valid-elsewhere", { place: placeName(answer.question.forum, words.language) })}
        </p>
      )}
      <p class="co-body-l answer-sentence" id="answer-sentence">
        {answerSentence(words, answer)}
      </p>
      {answer.question.planned && <p>{words("planned")}</p>}
    </section>
  );
}

export function Firmness(props: Props): JSX.Element {
  const words = useWords();
  const { answer } = props;
  const held = answer.as_then_held;
  const heldOutcome = held?.outcome ?? (held?.verdict === "untested" ? (held.stances[0]?.outcome ?? null) : null);
  return (
    <section>
      <h2 class="co-heading-m">{words("head-firm")}</h2>
      <p>
        <VerdictMark verdict={answer.verdict} /> {words(`verdict-why-${answer.verdict}`)}
      </p>
      {answer.also.length > 0 && (
        <p class="quiet">
          {words("also", { list: answer.also.map((v) => words(v === "stale" ? "also-stale" : `verdict-${v}`)).join(", ") })}
        </p>
      )}
      {answer.divided && <p>{words("divided")}</p>}
      {answer.rests_on_knowledge && <p class="quiet">{words("rests-on-knowledge")}</p>}
      {held && (
        <p>{words("then-held", { verdict: words(`verdict-${held.verdict}`), outcome: outcomeWords(words, heldOutcome, answer.question.purpose) })}</p>
      )}
    </section>
  );
}

const purposes = (words: Words, list: string[]): string =>
  list.includes("*") ? words("all-purposes") : list.map((p) => label(p, words.language, "purpose")).join(", ");

/** Who reads the law how: the words, the courts, the authorities, side by side. */
export function SideBySide(props: Props & { sources?: boolean }): JSX.Element {
  const words = useWords();
  const app = useApp();
  const { answer } = props;
  return (
    <section>
      <h2 class="co-heading-m">{words("head-readings")}</h2>
      <div class="side-by-side">
        {answer.stances.map((stance) => (
          <div class={`stance ${stance.outcome ?? stance.verdict}`} key={stance.stance}>
            <h3 class="co-heading-s">{words(`stance-${stance.stance}`)}</h3>
            {stance.verdict === "silent" ? (
              <p>
                <VerdictMark verdict="silent" /> <span>{stanceSays(words, answer, stance)}</span>
              </p>
            ) : (
              <StanceBody answer={answer} stance={stance} />
            )}
          </div>
        ))}
      </div>
      {answer.readings.length > 0 && (
        <ul class="readings">
          {answer.readings.map((reading) => (
            <li key={reading.id}>
              <p>
                <Go to={() => app.go({ at: "laws", place: reading.id.split("/")[0] ?? "", provision: reading.id })}>{reading.id}</Go>: {reading.says}
              </p>
              {reading.alone && <p>{words("reading-alone", { outcome: outcomeWords(words, reading.alone, answer.question.purpose).toLocaleLowerCase(words.language) })}</p>}
              {reading.holders.length === 0 ? (
                <p class="quiet">{words("held-nobody")}</p>
              ) : (
                <ul class="co-list co-list--bullet holders">
                  {reading.holders.map((h, i) => (
                    <li key={i} class={h.counted ? "" : "quiet"}>
                      {words("held-by", {
                        body: h.body,
                        rank: label(h.rank, words.language, "rank"),
                        form: label(h.form, words.language, "form_of_act"),
                        day: h.said_on ? dayWords(h.said_on, words.language) : "?",
                      })}
                      {h.until && ` ${words("held-until", { day: dayWords(h.until, words.language) })}`}; {words("for-purposes", { purposes: purposes(words, h.purposes) })}.{" "}
                      {h.cite}
                      {!h.counted && ` (${words("held-not-counted")})`}
                      {h.on_knowledge && ` (${words("on-knowledge")})`}
                      {props.sources && h.source && <span class="hash source">{h.source}</span>}
                    </li>
                  ))}
                </ul>
              )}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function StanceBody(props: { answer: Answer; stance: StanceAnswer }): JSX.Element {
  const words = useWords();
  const { answer, stance } = props;
  const possible = (stance.possible ?? []).filter((o) => o !== null);
  return (
    <>
      <p>
        <OutcomeMark outcome={stance.outcome} verdict={stance.verdict} purpose={answer.question.purpose} />
      </p>
      {stance.readings && stance.outcome && <p class="quiet">{stanceSays(words, answer, stance)}</p>}
      {!stance.outcome && possible.length > 0 && (
        <p>{words("could-be", { outcomes: possible.map((o) => outcomeWords(words, o, answer.question.purpose).toLocaleLowerCase(words.language)).join(", ") })}</p>
      )}
      {stance.decided_by && <p class="quiet">{words("by-provision", { provision: stance.decided_by })}</p>}
      {stance.as && <p>{words("treated-as", { name: stance.as.name, law: stance.as.law })}</p>}
      {stance.purposes && stance.purposes.length > 0 && <p class="quiet">{words("for-purposes", { purposes: purposes(words, stance.purposes) })}</p>}
      {stance.degree && stance.degree !== "valid" && <p>{words("degree", { degree: label(stance.degree, words.language, "invalidity") })}</p>}
      {stance.undone_by && <p>{words("undone-by", { by: stance.undone_by })}</p>}
    </>
  );
}

export function Exposure(props: Props & { only?: boolean }): JSX.Element {
  const words = useWords();
  const { answer } = props;
  const topics = (list: string[], none: string) =>
    list.length ? list.map((t) => label(t, words.language, "exposure_topic")).join(", ") : words(none);
  const modes = [...new Set(["assert", "deny", "silence", ...answer.exposure.map((e) => e.mode)])];
  const covered = topics(answer.exposure_coverage.covered, "nothing-listed");
  const not = topics(answer.exposure_coverage.not_covered, "everything-else");
  return (
    <section class="exposure" aria-labelledby="exposure-heading">
      <h2 class="co-heading-m" id="exposure-heading">
        {words("head-exposure")}
      </h2>
      {modes.map((mode) => {
        const lines = answer.exposure.filter((e) => e.mode === mode);
        return (
          <div key={mode} class="mode">
            <h3 class="co-heading-s">{["assert", "deny", "silence"].includes(mode) ? words(`mode-${mode}`) : label(mode, words.language)}</h3>
            {lines.length === 0 ? <p class="quiet">{words("exposure-none-in-mode")}</p> : lines.map((line, i) => <ExposureItem key={i} line={line} />)}
          </div>
        );
      })}
      <p class="looked-at">{words(answer.exposure.length ? "exposure-coverage" : "exposure-nothing", { covered, not })}</p>
    </section>
  );
}

// Saying, denying, keeping silent as such: the heading above says so already.
export const asSuch = new Set(["asserting", "denying", "silence", "assert", "deny"]);

const known = new Set(["administrative", "penal", "criminal", "immigration", "family", "status", "practice"]);

function ExposureItem(props: { line: ExposureLine }): JSX.Element {
  const words = useWords();
  const app = useApp();
  const { line } = props;
  return (
    <div class="exposure-item">
      <p>
        {line.act && !asSuch.has(line.act) && <strong>{label(line.act, words.language, "plan_act")}: </strong>}
        {line.effect}
      </p>
      <p class="quiet">
        {known.has(line.kind) ? words(`exposure-${line.kind}`) : line.kind}, {words(`firm-${line.firm}`)}
        {line.who && <>; {words("exposure-who", { who: line.who })}</>}
        {line.from && <>; {words("from-day", { day: dayWords(line.from, words.language) })}</>}
        {line.until && <> {words("held-until", { day: dayWords(line.until, words.language) })}</>}
        {line.depends_on && <>; {words("exposure-depends", { facts: line.depends_on.map((f) => factWords(words, f)).join(", ") })}</>}
        {"; "}
        {line.provision ? (
          <Go to={() => app.go({ at: "laws", place: line.provision?.split("/")[0] ?? "", provision: line.provision ?? "" })}>{line.cite || line.provision}</Go>
        ) : (
          line.cite
        )}
        {line.on_knowledge && ` (${words("on-knowledge")})`}
      </p>
    </div>
  );
}

export function WouldChange(props: Props): JSX.Element {
  const words = useWords();
  const app = useApp();
  const { answer } = props;
  const items: (JSX.Element | string)[] = [
    ...answer.depends_on.map((d) => (
      <>
        {factWords(words, d.fact)}: {d.question}{" "}
        <Go to={() => app.go({ at: "question", path: d.fact, change: true, left: null })} hidden={factWords(words, d.fact)} onScreenOnly>
          {words("answer-this")}
        </Go>
      </>
    )),
    ...answer.open.map((o) => words(`change-${o.label}`, { id: o.id, text: o.text || o.id })),
    ...answer.flips.map((set) =>
      words("change-flip", { readings: set.map((id) => answer.readings.find((r) => r.id === id)?.says ?? id).join(" + ") }),
    ),
    ...answer.presumed
      .filter((p) => p.matters)
      .map((p) => (
        <>
          {words("change-presumed", { fact: factWords(words, p.fact), value: valueWords(words, p.fact, p.value) })}{" "}
          <Go to={() => app.go({ at: "question", path: p.fact, change: true, left: null })} hidden={factWords(words, p.fact)} onScreenOnly>
            {words("change")}
          </Go>
        </>
      )),
    ...answer.other_purposes.map((o) =>
      words("change-purpose", {
        purpose: label(o.purpose, words.language, "purpose"),
        stance: words(`stance-${o.stance}`).toLocaleLowerCase(words.language),
        outcome: outcomeWords(words, o.outcome, o.purpose).toLocaleLowerCase(words.language),
      }),
    ),
  ];
  return (
    <section>
      <h2 class="co-heading-m">{words("head-change")}</h2>
      {items.length === 0 ? (
        <p>{words("change-nothing")}</p>
      ) : (
        <ul class="co-list co-list--bullet">
          {items.map((item, i) => (
            <li key={i}>{item}</li>
          ))}
        </ul>
      )}
    </section>
  );
}

export function valueWords(words: Words, path: string, value: string): string {
  const fact = factOf(path);
  if (value === "yes" || value === "no") return words(value);
  if (value === "unknown") return words("dont-know");
  if (value === "none" || value === "[]" || value === "") return words("none");
  if (value === "at_place") return words("present-all");
  if (fact === "place") return placeName(value, words.language);
  return fact ? label(value, words.language, fact) : label(value, words.language);
}

const factOf = (path: string): string => {
  const kind = factAt(path)?.kind;
  return kind?.is === "choice" ? kind.of : (kind?.is ?? "");
};

export function WhatNext(props: Props): JSX.Element {
  const words = useWords();
  const app = useApp();
  const { answer, told } = props;
  const place = told.get("celebration.place");
  const where = validBy(answer) ?? (typeof place === "string" && place !== "unknown" ? place : null);
  const list: (JSX.Element | string)[] = [];
  if (hasVerdict(answer, "depends")) list.push(words("next-facts"));
  if (hasVerdict(answer, "discretionary")) list.push(words("next-power"));
  if (hasVerdict(answer, "not_covered")) list.push(words("next-missing"));
  list.push(words(answer.verdict === "settled" ? "next-settled" : "next-lawyer"));
  if (refused(answer))
    list.push(
      <>
        {words("next-divorce")}{" "}
        {where && where !== answer.question.forum && (
          <Go
            onScreenOnly
            to={() => {
              const next = new Map(told);
              next.set("question.forum", where);
              next.set("question.purpose", "divorce");
              app.setTold(next);
              app.go({ at: "answer" });
            }}
          >
            {words("next-divorce-ask", { place: placeName(where, words.language) })}
          </Go>
        )}
      </>,
    );
  list.push(words("next-protection"));
  return (
    <section>
      <h2 class="co-heading-m">{words("head-next")}</h2>
      <ul class="co-list co-list--bullet">
        {list.map((item, i) => (
          <li key={i}>{item}</li>
        ))}
      </ul>
      {protectedPerson(told) && <Warning>{words("next-protected")}</Warning>}
    </section>
  );
}

export function Why(props: Props & { open?: boolean }): JSX.Element {
  const words = useWords();
  const { answer } = props;
  const [letter, ...others] = answer.stances.filter((s) => s.because && s.because.length > 0);
  const same = (a: StanceAnswer, b: StanceAnswer | undefined) => JSON.stringify(a.because) === JSON.stringify(b?.because);
  return (
    <section>
      <h2 class="co-heading-m">{words("head-why")}</h2>
      {[letter, ...others].filter((s): s is StanceAnswer => s !== undefined).map((stance) => (
        <Details key={stance.stance} summary={words("why-stance", { stance: words(`stance-${stance.stance}`) })} open={props.open ?? false}>
          {stance !== letter && same(stance, letter) ? <p>{words("stance-same")}</p> : <Derivation stance={stance} />}
        </Details>
      ))}
    </section>
  );
}

export function Notes(props: Props): JSX.Element {
  const words = useWords();
  const { answer } = props;
  return (
    <section>
      {answer.duties.length > 0 && (
        <>
          <h2 class="co-heading-m">{words("head-duties")}</h2>
          <ul class="co-list co-list--bullet">
            {answer.duties.map((d, i) => (
              <li key={i}>
                {d.says} ({d.cite}
                {d.said_on && `, ${dayWords(d.said_on, words.language)}`}){d.executed && ` ${words("duty-executed", { text: d.executed })}`}
                {d.applied && d.without && ` ${words("duty-without", { outcome: outcomeWords(words, d.without, answer.question.purpose) })}`}
              </li>
            ))}
          </ul>
        </>
      )}
      <h2 class="co-heading-m">{words("head-notes")}</h2>
      <ul class="co-list co-list--bullet">
        {answer.notes.filter((note) => !/: (later|plans|ceremonies|given)$/.test(note)).map((note, i) => (
          <li key={i}>{note.charAt(0).toLocaleUpperCase(words.language) + note.slice(1)}</li>
        ))}
      </ul>
    </section>
  );
}

export function Receipt(props: Props): JSX.Element {
  const words = useWords();
  const { receipt } = props.answer;
  return (
    <Details summary={words("head-receipt")}>
      <p>{words("receipt-engine", { engine: receipt.engine })}</p>
      <p class="hash">{receipt.pack}</p>
      {receipt.key && <p>{words("receipt-key")}</p>}
      <ul class="co-list receipt">
        {receipt.laws.map((law) => (
          <li key={law.file}>
            <strong>{law.instrument}</strong> {words("receipt-law", { checked: dayWords(law.checked, words.language), review: dayWords(law.review_by, words.language) })}{" "}
            {law.stale && <strong>{words("also-stale")}</strong>} {law.on_knowledge && <span>({words("on-knowledge")})</span>}
            <br />
            <span class="quiet">{law.source}</span>
            <br />
            <span class="hash quiet">{law.sha256}</span>
          </li>
        ))}
      </ul>
    </Details>
  );
}
