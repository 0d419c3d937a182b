// The same case everywhere: a list first, and a map that shows the same to those who like maps.
import type { JSX } from "preact";
import { useMemo, useState } from "preact/hooks";
import { canAnswer, caseOf, questionOn, useApp } from "../app";
import { asking } from "../case/case";
import { dayWords, partsOf, readDay, type Parts } from "../case/days";
import { choices, label } from "../case/ontology";
import { engine } from "../engine/start";
import type { Answer } from "../made/answer";
import { fold, placeName } from "../places/places";
import { DateInput } from "../ui/date-input";
import { groupOf, groupOutcome, groupRank, lookClass, lookOf } from "../ui/looks";
import { OutcomeMark, outcomeWords, VerdictMark } from "../ui/marks";
import { Button, Heading, Radios, Select } from "../ui/parts";
import { WorldMap } from "../ui/world-map";
import { useWords, type Words } from "../words";
import { NothingYet } from "./answer";
import { answerSentence, useEngine } from "./answered";

const groupTitle = (words: Words, group: string, purpose: string): string =>
  groupRank(group) < 4 ? outcomeWords(words, group as NonNullable<Answer["outcome"]>, purpose) : words(`verdict-${group}`);

export function MapPage(): JSX.Element {
  const words = useWords();
  const app = useApp();
  const [view, setView] = useState<"list" | "map">("list");
  const [purpose, setPurpose] = useState(String(app.told.get("question.purpose") ?? "status"));
  const [day, setDay] = useState(questionOn(app.told, app.today));
  const [parts, setParts] = useState<Parts>(partsOf(day));
  const [filter, setFilter] = useState("");
  const [picked, setPicked] = useState<string | null>(null);
  const asked = useMemo(() => asking(app.told, { on: day, purpose }), [app.told, day, purpose]);
  const { value: answers, problem } = useEngine(
    () => engine.atlas({ case: caseOf(asked, app.today), lang: words.language, today: app.today }),
    [asked, words.language],
  );
  const groups = useMemo(() => grouped(answers ?? [], words, filter), [answers, words, filter]);
  const titles = useMemo(() => new Map((answers ?? []).map((a) => [a.question.forum, groupTitle(words, groupOf(a), purpose)])), [answers, words, purpose]);
  const looks = useMemo(() => new Map((answers ?? []).map((a) => [a.question.forum ?? "", lookClass(lookOf(a))])), [answers]);
  const chosen = answers?.find((a) => a.question.forum === picked);
  if (!canAnswer(app.told)) return <NothingYet />;
  return (
    <>
      <Heading>{words("map-title")}</Heading>
      <p>{words("map-text")}</p>
      <form
        class="row"
        autocomplete="off"
        onSubmit={(e) => {
          e.preventDefault();
          const read = readDay(parts, true);
          if ("iso" in read) setDay(read.iso);
        }}
      >
        <Select
          label={words("map-purpose")}
          value={purpose}
          onChange={setPurpose}
          choices={choices("purpose").map((value) => ({ value, label: label(value, words.language, "purpose") }))}
        />
        <fieldset class="co-fieldset">
          <legend class="co-visually-hidden">{words("map-day")}</legend>
          <DateInput id="map-day" parts={parts} onChange={setParts} />
        </fieldset>
        <Button type="submit" kind="secondary">
          {words("map-change-day")}
        </Button>
      </form>
      <fieldset class="co-fieldset">
        <legend class="co-visually-hidden">{words("map-show")}</legend>
        <Radios
          name="view"
          inline
          value={view}
          onChange={(v) => setView(v as "list" | "map")}
          choices={[
            { value: "list", label: words("map-list") },
            { value: "map", label: words("map-map") },
          ]}
        />
      </fieldset>
      <div data-asked={`${day} ${purpose}`} data-shown={answers ? `${answers[0]?.question.on} ${answers[0]?.question.purpose}` : ""} />
      {problem && <p class="co-error-message">{problem}</p>}
      {!answers && !problem && <p class="quiet">{words("wait")}</p>}
      {answers && view === "map" && <Picked answer={chosen ?? null} />}
      {answers && view === "list" && !chosen && <p class="quiet">{words("map-pick")}</p>}
      {answers && view === "map" && (
        <>
          <WorldMap looks={looks} picked={picked} onPick={setPicked} name={(code) => `${placeName(code, words.language)}: ${titles.get(code) ?? words("verdict-not_covered")}`} />
          <Key answers={answers} purpose={purpose} />
        </>
      )}
      {answers && view === "list" && (
        <>
          <div class="co-form-group">
            <label class="co-label" for="map-filter">
              {words("map-find")}
            </label>
            <input class="co-input co-input--width-20" id="map-filter" type="text" autocomplete="off" value={filter} onInput={(e) => setFilter(e.currentTarget.value)} />
          </div>
          {groups.map(({ group, list }) => (
            <section key={group}>
              <h2 class="co-heading-m">
                <span class={`swatch ${lookClass(lookOf(list[0] as Answer))}`} aria-hidden="true" /> {groupTitle(words, group, purpose)}{" "}
                <span class="quiet count">{words("map-count", { count: list.length })}</span>
              </h2>
              <ul class="places-list">
                {list.map((a) => (
                  <li key={a.question.forum}>
                    <button type="button" class="link-button" aria-pressed={picked === a.question.forum} onClick={() => setPicked(a.question.forum)}>
                      {placeName(a.question.forum, words.language)}
                    </button>
                    {groupOutcome(a) && a.verdict !== "settled" && <span class="quiet"> · {words(`verdict-${a.verdict}`)}</span>}
                    {a.exposure.length > 0 && <span class="quiet"> · {words("map-exposure", { count: a.exposure.length })}</span>}
                    {picked === a.question.forum && <Picked answer={a} />}
                  </li>
                ))}
              </ul>
            </section>
          ))}
        </>
      )}
      {answers && (
        <div class="notes">
          <p>{words("map-danger")}</p>
          <p class="quiet">{words("map-boundaries")}</p>
        </div>
      )}
    </>
  );
}

function grouped(answers: Answer[], words: Words, filter: string): { group: string; list: Answer[] }[] {
  const wanted = fold(filter);
  const groups = new Map<string, Answer[]>();
  for (const a of answers) {
    if (wanted && !fold(`${placeName(a.question.forum, "en")} ${placeName(a.question.forum, "ru")}`).includes(wanted)) continue;
    const group = groupOf(a);
    groups.set(group, [...(groups.get(group) ?? []), a]);
  }
  const name = (a: Answer) => placeName(a.question.forum, words.language);
  return [...groups]
    .sort((a, b) => groupRank(a[0]) - groupRank(b[0]))
    .map(([group, list]) => ({ group, list: list.sort((a, b) => name(a).localeCompare(name(b), words.language)) }));
}

function Picked(props: { answer: Answer | null }): JSX.Element {
  const words = useWords();
  const app = useApp();
  const { answer } = props;
  return (
    <div class="picked" role="status" aria-label={words("map-picked")}>
      {answer ? (
        <>
          <p>
            <strong>{placeName(answer.question.forum, words.language)}</strong> · {dayWords(answer.question.on, words.language)}{" "}
            {groupOutcome(answer) && <OutcomeMark outcome={groupOutcome(answer)} purpose={answer.question.purpose} />} <VerdictMark verdict={answer.verdict} />
          </p>
          <p>{answerSentence(words, answer)}</p>
          <Button
            kind="secondary"
            onClick={() => {
              app.setTold(asking(app.told, { forum: answer.question.forum ?? "", on: answer.question.on, purpose: answer.question.purpose }));
              app.go({ at: "answer" });
            }}
          >
            {words("map-ask", { place: placeName(answer.question.forum, words.language) })}
          </Button>
        </>
      ) : (
        <p class="quiet">{words("map-pick")}</p>
      )}
    </div>
  );
}

function Key(props: { answers: Answer[]; purpose: string }): JSX.Element {
  const words = useWords();
  const groups = new Map<string, { look: string; count: number }>();
  for (const a of props.answers) {
    const group = groupOf(a);
    const before = groups.get(group);
    const settled = lookClass(lookOf(groupOutcome(a) ? { ...a, verdict: "settled", outcome: groupOutcome(a) } : a));
    groups.set(group, { look: settled, count: (before?.count ?? 0) + 1 });
  }
  return (
    <section>
      <h2 class="co-heading-s">{words("map-key")}</h2>
      <ul class="key">
        {[...groups]
          .sort((a, b) => groupRank(a[0]) - groupRank(b[0]))
          .map(([group, { look, count }]) => (
            <li key={group}>
              <span class={`swatch ${look}`} aria-hidden="true" /> {groupTitle(words, group, props.purpose)} <span class="quiet">{count}</span>
            </li>
          ))}
        <li>
          <span class="swatch look-blue-hairlines" aria-hidden="true" /> {words("map-untested-key")}
        </li>
      </ul>
    </section>
  );
}
