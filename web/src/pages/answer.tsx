// The answer, in three registers of one derivation: for the couple, for a caseworker, for a lawyer.
import type { JSX } from "preact";
import { canAnswer, questionOn, useApp, type Register } from "../app";
import type { Told } from "../case/case";
import { dayWords } from "../case/days";
import { label } from "../case/ontology";
import type { Answer, Step } from "../made/answer";
import { placeName } from "../places/places";
import { OutcomeMark, VerdictMark } from "../ui/marks";
import { Button, Heading, Radios } from "../ui/parts";
import { useWords } from "../words";
import { Before, Exposure, Firmness, Notes, Receipt, Sentence, SideBySide, WhatNext, Why, WouldChange } from "./answer-parts";
import { answerSentence, opensWithCare, useAnswer } from "./answered";
import { factWords, Steps } from "./derivation";

export function AskedLine(props: { told: Told }): JSX.Element {
  const words = useWords();
  const app = useApp();
  const forum = props.told.get("question.forum");
  const purpose = props.told.get("question.purpose");
  return (
    <p class="asked">
      {words("asked", {
        place: placeName(typeof forum === "string" ? forum : "", words.language),
        day: dayWords(questionOn(props.told, app.today), words.language),
        purpose: label(typeof purpose === "string" ? purpose : "status", words.language, "purpose"),
      })}
    </p>
  );
}

export function NothingYet(): JSX.Element {
  const words = useWords();
  const app = useApp();
  return (
    <>
      <Heading>{words("nothing-yet-title")}</Heading>
      <p>{words("nothing-yet")}</p>
      <Button onClick={() => app.go({ at: "interview" })}>{words("start-interview")}</Button>
    </>
  );
}

export function AnswerPage(): JSX.Element {
  const words = useWords();
  const app = useApp();
  const { value: answer, problem } = useAnswer(app.told);
  if (!canAnswer(app.told)) return <NothingYet />;
  return (
    <>
      <Heading>{words("answer-title")}</Heading>
      <AskedLine told={app.told} />
      <fieldset class="co-fieldset registers">
        <legend class="co-visually-hidden">{words("register-legend")}</legend>
        <Radios
          name="register"
          inline
          value={app.register}
          onChange={(value) => app.setRegister(value as Register)}
          choices={(["couple", "caseworker", "lawyer"] as const).map((value) => ({ value, label: words(`register-${value}`) }))}
        />
      </fieldset>
      {problem && <p class="co-error-message">{problem}</p>}
      {!answer && !problem && <p class="quiet">{words("wait")}</p>}
      {answer && app.register === "couple" && <ForCouple answer={answer} told={app.told} />}
      {answer && app.register === "caseworker" && <ForCaseworker answer={answer} told={app.told} />}
      {answer && app.register === "lawyer" && <ForLawyer answer={answer} told={app.told} />}
    </>
  );
}

interface Props {
  answer: Answer;
  told: Told;
}

function ForCouple(props: Props): JSX.Element {
  const care = opensWithCare(props.answer.verdict);
  return (
    <>
      <Before {...props} couple />
      <Sentence {...props} />
      <Firmness {...props} />
      {care && <Exposure {...props} />}
      <SideBySide {...props} />
      {!care && <Exposure {...props} />}
      <WouldChange {...props} />
      <WhatNext {...props} />
      <Why {...props} />
      <Notes {...props} />
      <Receipt {...props} />
    </>
  );
}

/** A checklist: each condition the law asks about, met or not; what is missing; who holds what; what was looked at. */
function ForCaseworker(props: Props): JSX.Element {
  const words = useWords();
  const { answer } = props;
  const letter = answer.stances.find((s) => s.stance === "letter");
  const items = new Map<string, Step>();
  const visit = (step: Step): void => {
    if (step.provision && step.text && step.kind !== "open") items.set(`${step.provision} ${step.text}`, items.get(`${step.provision} ${step.text}`) ?? step);
    step.because.forEach(visit);
  };
  letter?.because?.forEach(visit);
  const list = [...items.values()];
  return (
    <>
      <Before {...props} couple={false} />
      <Sentence {...props} />
      <Firmness {...props} />
      <section>
        <h2 class="co-heading-m">{words("checklist")}</h2>
        <div class="scroll" tabIndex={0} role="region" aria-label={words("checklist")}>
          <table class="co-table checklist">
            <thead class="co-table__head">
              <tr class="co-table__row">
                <th scope="col" class="co-table__header">{words("checklist-result")}</th>
                <th scope="col" class="co-table__header">{words("checklist-condition")}</th>
                <th scope="col" class="co-table__header">{words("checklist-rule")}</th>
                <th scope="col" class="co-table__header">{words("checklist-facts")}</th>
              </tr>
            </thead>
            <tbody class="co-table__body">
              {list.map((step, i) => {
                const way = step.holds === null ? "open" : step.holds ? "yes" : "no";
                const mark = step.bar ? (`bar-${way}` as const) : way;
                return (
                  <tr class="co-table__row" key={i}>
                    <td class="co-table__cell">
                      <span class={`step-mark ${mark}`}>{words(`step-${mark}`)}</span>
                    </td>
                    <td class="co-table__cell">{step.text}</td>
                    <td class="co-table__cell">{step.cite ?? step.provision}</td>
                    <td class="co-table__cell quiet">{[...new Set((step.facts ?? []).map((f) => factWords(words, f)))].join(", ")}</td>
                  </tr>
                );
              })}
            </tbody>
          </table>
        </div>
      </section>
      <WouldChange {...props} />
      <SideBySide {...props} />
      <Exposure {...props} />
      <WhatNext {...props} />
      <Notes {...props} />
      <Receipt {...props} />
    </>
  );
}

/** Issue, rule, application, conclusion; then the contrary reading. */
function ForLawyer(props: Props): JSX.Element {
  const words = useWords();
  const { answer } = props;
  const letter = answer.stances.find((s) => s.stance === "letter");
  const root = letter?.because?.[0];
  const others = answer.stances.filter((s) => s.stance !== "letter" && s.verdict !== "silent" && s.outcome !== letter?.outcome);
  return (
    <>
      <Before {...props} couple={false} />
      <section>
        <h2 class="co-heading-m">{words("irac-issue")}</h2>
        <p>
          {words("irac-issue-text", {
            place: placeName(answer.question.forum, words.language),
            day: dayWords(answer.question.on, words.language),
            purpose: label(answer.question.purpose, words.language, "purpose"),
          })}
        </p>
      </section>
      <section>
        <h2 class="co-heading-m">{words("irac-rule")}</h2>
        {root ? (
          <blockquote class="co-inset-text">
            <strong>{root.cite ?? root.provision}</strong> {root.text}
          </blockquote>
        ) : (
          <p>{words("irac-no-rule")}</p>
        )}
      </section>
      <section>
        <h2 class="co-heading-m">{words("irac-application")}</h2>
        {letter?.because && <Steps steps={letter.because} open />}
      </section>
      <section>
        <h2 class="co-heading-m">{words("irac-conclusion")}</h2>
        <p>
          {letter && <OutcomeMark outcome={letter.outcome} verdict={letter.verdict} purpose={answer.question.purpose} />}{" "}
          <VerdictMark verdict={answer.verdict} />
        </p>
        <p id="answer-sentence">{answerSentence(words, answer)}</p>
      </section>
      {others.length > 0 && (
        <section>
          <h2 class="co-heading-m">{words("irac-contrary")}</h2>
          {others.map((stance) => (
            <div key={stance.stance}>
              <h3 class="co-heading-s">{words(`stance-${stance.stance}`)}</h3>
              <p>
                <OutcomeMark outcome={stance.outcome} verdict={stance.verdict} purpose={answer.question.purpose} />
              </p>
              {stance.because && <Steps steps={stance.because} />}
            </div>
          ))}
        </section>
      )}
      <SideBySide {...props} sources />
      <Firmness {...props} />
      <Exposure {...props} />
      <WouldChange {...props} />
      <Notes {...props} />
      <Receipt {...props} />
    </>
  );
}
