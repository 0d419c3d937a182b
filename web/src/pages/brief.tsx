// A brief on paper, at three levels of redaction. What a level leaves out is not in the page at all, so no file made of it
// can hold it: the answer itself is made anew from the case as that level tells it.
import type { JSX } from "preact";
import { useMemo, useState } from "preact/hooks";
import { canAnswer, useApp } from "../app";
import type { Told } from "../case/case";
import { factAt, nameOf } from "../case/ontology";
import { Button, Heading, Radios } from "../ui/parts";
import { useWords } from "../words";
import { AskedLine, NothingYet } from "./answer";
import { Before, Exposure, Firmness, Sentence, SideBySide, WhatNext, WouldChange } from "./answer-parts";
import { useAnswer } from "./answered";
import { toldWords } from "./check-answers";
import { captionOf } from "./question";
import { Steps } from "./derivation";

export type Level = "us" | "lawyer" | "officer";

/** Which facts a level names. */
export function shows(level: Level, path: string): boolean {
  if (level === "us") return true;
  if (level === "lawyer") return path !== "plans";
  return path.startsWith("question.") || /^celebration\.(place|on|form|registered|kind)$/.test(path);
}

// Whose law was read tells where somebody lives or comes from: an officer sees the law of the two places named, no other.
function ofThese(instrument: string, told: Told): boolean {
  const places = [told.get("question.forum"), told.get("celebration.place")].filter((p): p is string => typeof p === "string");
  return places.some((place) => place.split("-")[0] === instrument.split("/")[0]?.split("-")[0]);
}

export function BriefPage(): JSX.Element {
  const words = useWords();
  const app = useApp();
  const [level, setLevel] = useState<Level>("us");
  // Plans are withheld with what they bring; the rest of the law is asked of the whole case.
  const told: Told = useMemo(() => {
    if (level === "us") return app.told;
    const kept = new Map(app.told);
    kept.delete("plans");
    return kept;
  }, [app.told, level]);
  const { value: answer } = useAnswer(told);
  if (!canAnswer(app.told)) return <NothingYet />;
  const rows = [...app.told].filter(([path]) => shows(level, path));
  const letter = answer?.stances.find((s) => s.stance === "letter");
  return (
    <>
      <div class="not-printed">
        <Heading>{words("brief-title")}</Heading>
        <p>{words("brief-text")}</p>
        <fieldset class="co-fieldset">
          <legend class="co-fieldset__legend co-fieldset__legend--s">{words("brief-level")}</legend>
          <Radios
            name="level"
            value={level}
            onChange={(v) => setLevel(v as Level)}
            choices={(["us", "lawyer", "officer"] as const).map((value) => ({ value, label: words(`brief-${value}`) }))}
          />
        </fieldset>
        <div class="co-button-group spaced">
          <Button onClick={() => print()}>{words("brief-print")}</Button>
        </div>
        <p class="quiet">{words("brief-preview")}</p>
      </div>
      <article class="brief" id="brief">
        <h2 class="co-heading-l">{words("brief-heading")}</h2>
        <AskedLine told={app.told} />
        {answer && (
          <>
            {level !== "officer" && <Before answer={answer} told={told} couple={level === "us"} />}
            <Sentence answer={answer} told={told} />
            <Firmness answer={answer} told={told} />
            {level !== "officer" && <Exposure answer={answer} told={told} />}
          </>
        )}
        <section>
          <h2 class="co-heading-m">{words("brief-facts")}</h2>
          <dl class="co-summary-list">
            {rows.map(([path, value]) => {
              const fact = factAt(path);
              return (
                <div class="co-summary-list__row" key={path}>
                  <dt class="co-summary-list__key">{[captionOf(words, path), fact ? nameOf(fact, words.language) : path].filter(Boolean).join(": ")}</dt>
                  <dd class="co-summary-list__value">{toldWords(words, path, value)}</dd>
                </div>
              );
            })}
          </dl>
        </section>
        {answer && (
          <>
            <SideBySide answer={answer} told={told} sources={level === "lawyer"} />
            {level === "lawyer" && letter?.because && (
              <section>
                <h2 class="co-heading-m">{words("head-why")}</h2>
                <Steps steps={letter.because} open />
              </section>
            )}
            {level !== "officer" && <WouldChange answer={answer} told={told} />}
            {level === "us" && <WhatNext answer={answer} told={told} />}
            <section>
              <h2 class="co-heading-m">{words("brief-sources")}</h2>
              <ul class="co-list co-list--bullet sources">
                {[...new Map(answer.receipt.laws.filter((l) => !l.instrument.startsWith("COMITY/")).filter((l) => level !== "officer" || ofThese(l.instrument, app.told)).map((l) => [`${l.instrument} ${l.source}`, l])).values()].map((l) => (
                  <li key={l.file}>
                    {l.instrument}: <span class="hash">{l.source}</span>
                  </li>
                ))}
              </ul>
              <p class="hash quiet">
                {words("receipt-engine", { engine: answer.receipt.engine })} {answer.receipt.pack}
              </p>
            </section>
          </>
        )}
        <p>{words("information")}</p>
      </article>
    </>
  );
}
