// The fields of a question, by the kind of fact it is about.
import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { useApp } from "../app";
import { unknown } from "../case/case";
import { empty, partsOf } from "../case/days";
import { choices, label, type Fact } from "../case/ontology";
import { emptyEvent, type Draft, type EventDraft } from "../interview/draft";
import { DateInput } from "../ui/date-input";
import { Button, Checkboxes, Radios, Select, type Choice } from "../ui/parts";
import { partsOfPlace } from "../places/places";
import { PlaceInput } from "../ui/place-input";
import { useWords, type Words } from "../words";

interface Props {
  fact: Fact;
  draft: Draft;
  onChange: (draft: Draft) => void;
  dontKnow: boolean;
  whole: boolean;
  invalid: boolean;
}

export function QuestionFields(props: Props): JSX.Element {
  const { fact } = props;
  switch (fact.kind.is) {
    case "date":
      return fact.path === "question.on" ? <DayAsked {...props} /> : <DateFields {...props} />;
    case "place":
      return <PlaceField {...props} />;
    case "places":
      return <PlacesFields {...props} />;
    case "list":
      if (fact.kind.of === "event") return <EventFields {...props} />;
      if (fact.kind.of === "plan") return <PlanFields {...props} />;
      return <ChoiceFields {...props} />;
    case "yes_no":
    case "choice":
    case "record":
      return <ChoiceFields {...props} />;
  }
}

export function choicesFor(words: Words, fact: Fact, dontKnow: boolean): Choice[] {
  const yes: Choice = { value: "yes", label: words("yes") };
  const no: Choice = { value: "no", label: words("no") };
  const list = ((): Choice[] => {
    switch (fact.kind.is) {
      case "yes_no":
        return [yes, no];
      case "choice":
        return choices(fact.kind.of).map((value) => ({ value, label: choiceLabel(words, fact, value) }));
      case "record":
        if (fact.kind.absent === "at_place")
          return [
            { value: "no", label: words("present-all") },
            { value: "yes", label: words("present-not-all") },
          ];
        return [no, yes];
      case "list":
        if (fact.kind.of === "permission") return [no, yes];
        return ["0", "1", "2", "3"].map((value) => ({ value, label: words(`count-${value}`) }));
      default:
        return [];
    }
  })();
  return dontKnow ? [...list, { value: unknown, label: words("dont-know"), apart: true }] : list;
}

// Words for the person where the format's own are for lawyers.
const ownLabels: Record<string, string> = {
  civil: "form-civil",
  religious: "form-religious",
  customary: "form-customary",
  consular: "form-consular",
  proxy: "form-proxy",
  remote: "form-remote",
  common_law: "form-common_law",
};

export function choiceLabel(words: Words, fact: Fact, value: string): string {
  if (fact.kind.is !== "choice") return value;
  const own = fact.kind.of === "form" ? ownLabels[value] : fact.kind.of === "purpose" && value === "status" ? "purpose-status" : undefined;
  const text = own ? words(own) : label(value, words.language, fact.kind.of);
  return text.charAt(0).toLocaleUpperCase(words.language) + text.slice(1);
}

const described = (props: Props): string =>
  [props.invalid ? "answer-problem" : "", "question-hint"].filter(Boolean).join(" ");

function Fieldset(props: { children: JSX.Element | (JSX.Element | null | false)[]; invalid?: boolean }): JSX.Element {
  return (
    <fieldset class="co-fieldset" aria-labelledby="question-heading" aria-describedby={props.invalid ? "answer-problem" : undefined}>
      {props.children}
    </fieldset>
  );
}

function ChoiceFields(props: Props): JSX.Element {
  const words = useWords();
  const { draft, fact } = props;
  const permission = fact.kind.is === "list" && fact.kind.of === "permission" && draft.choice === "yes";
  return (
    <Fieldset invalid={props.invalid}>
      <Radios
        name="answer"
        choices={choicesFor(words, fact, props.dontKnow)}
        value={draft.choice}
        onChange={(choice) => props.onChange({ ...draft, choice })}
        orWord={words("or")}
      />
      {permission && (
        <div class="co-inset-text">
          <Select
            label={words("permission-for")}
            value={draft.permission.for}
            choices={choices("permission_for").map((value) => ({ value, label: label(value, words.language, "permission_for") }))}
            onChange={(value) => props.onChange({ ...draft, permission: { ...draft.permission, for: value } })}
          />
          <Select
            label={words("permission-spouse")}
            value={draft.permission.spouse}
            choices={[
              { value: "first", label: words("spouse-first") },
              { value: "second", label: words("spouse-second") },
            ]}
            onChange={(value) => props.onChange({ ...draft, permission: { ...draft.permission, spouse: value } })}
          />
        </div>
      )}
    </Fieldset>
  );
}

function DateFields(props: Props): JSX.Element {
  return (
    <Fieldset invalid={props.invalid}>
      <DateInput
        id="answer"
        parts={props.draft.parts}
        invalid={props.invalid}
        describedBy={described(props)}
        onChange={(parts) => props.onChange({ ...props.draft, choice: "known", parts })}
      />
    </Fieldset>
  );
}

function DayAsked(props: Props): JSX.Element {
  const words = useWords();
  const app = useApp();
  const choice = props.draft.choice === "known" ? (sameDay(props.draft, app.today) ? "today" : "known") : props.draft.choice;
  const pick = (value: string) =>
    props.onChange({ ...props.draft, choice: value, parts: value === "today" ? partsOf(app.today) : empty });
  return (
    <Fieldset invalid={props.invalid}>
      <Radios
        name="answer"
        value={choice}
        onChange={pick}
        choices={[
          { value: "today", label: words("on-today") },
          { value: "known", label: words("on-another-day"), hint: words("on-another-hint") },
        ]}
      />
      {choice === "known" && (
        <div class="co-radios__conditional">
          <DateInput id="answer-day" parts={props.draft.parts} onChange={(parts) => props.onChange({ ...props.draft, parts })} invalid={props.invalid} />
        </div>
      )}
    </Fieldset>
  );
}

const sameDay = (draft: Draft, today: string): boolean => {
  const parts = partsOf(today);
  return draft.parts.year === parts.year && draft.parts.month === parts.month && draft.parts.day === parts.day;
};

function PlaceField(props: Props): JSX.Element {
  const words = useWords();
  const { place } = props.draft;
  const parts = place ? partsOfPlace(place, words.language) : [];
  const [set, setSet] = useState(0);
  return (
    <>
    <PlaceInput
      key={set}
      id="answer"
      labelledBy="question-heading"
      value={props.draft.place}
      invalid={props.invalid}
      describedBy={described(props)}
      onChange={(code, typed) => props.onChange({ ...props.draft, choice: "known", place: code, typed })}
    />
    <div aria-live="polite" class="parts">
      {place && parts.length > 0 && (
        <Select
          label={words("place-part")}
          value=""
          choices={[{ value: "", label: words("place-part-unknown") }, ...parts.map((p) => ({ value: p.code, label: p[words.language] }))]}
          onChange={(code) => {
            if (!code) return;
            props.onChange({ ...props.draft, choice: "known", place: code, typed: "" });
            setSet(set + 1);
          }}
        />
      )}
    </div>
    </>
  );
}

function PlacesFields(props: Props): JSX.Element {
  const words = useWords();
  const { draft, fact } = props;
  const none = fact.name === "nationalities" ? "no-nationality" : "no-such-place";
  const change = (i: number, code: string | null, typed: string) =>
    props.onChange({ ...draft, choice: "known", typed, places: draft.places.map((p, j) => (j === i ? code : p)) });
  return (
    <Fieldset invalid={props.invalid}>
      <>
        {draft.choice !== "none" &&
          draft.places.map((place, i) => (
            <div class="co-form-group" key={i}>
              <PlaceInput
                id={i === 0 ? "answer" : `answer-${i}`}
                label={i === 0 ? words(fact.name === "nationalities" ? "nationality" : "place") : words(fact.name === "nationalities" ? "nationality-more" : "place-more", { number: i + 1 })}
                value={place}
                invalid={props.invalid}
                describedBy={described(props)}
                onChange={(code, typed) => change(i, code, typed)}
              />
            </div>
          ))}
        <div class="row">
          {draft.choice !== "none" && draft.places.length < 4 && (
            <Button kind="plain" onClick={() => props.onChange({ ...draft, places: [...draft.places, null] })}>
              {words("add-another")}
            </Button>
          )}
        </div>
        <div class="co-checkboxes co-checkboxes--small">
          <div class="co-checkboxes__item">
            <input
              class="co-checkboxes__input"
              type="checkbox"
              id="answer-none"
              autocomplete="off"
              checked={draft.choice === "none"}
              onChange={(e) => props.onChange({ ...draft, choice: e.currentTarget.checked ? "none" : "known" })}
            />
            <label class="co-label co-checkboxes__label" for="answer-none">
              {words(none)}
            </label>
          </div>
        </div>
      </>
    </Fieldset>
  );
}

function EventFields(props: Props): JSX.Element {
  const words = useWords();
  const { draft } = props;
  const change = (i: number, event: EventDraft) => props.onChange({ ...draft, events: draft.events.map((e, j) => (j === i ? event : e)) });
  const acts = choices("act").map((value) => ({ value, label: label(value, words.language, "act") }));
  return (
    <Fieldset invalid={props.invalid}>
      <Radios
        name="answer"
        value={draft.choice}
        onChange={(choice) => props.onChange({ ...draft, choice, events: choice === "yes" && !draft.events.length ? [emptyEvent()] : draft.events })}
        choices={[
          { value: "no", label: words("events-none") },
          { value: "yes", label: words("yes") },
        ]}
      />
      {draft.choice === "yes" && (
        <div class="co-radios__conditional">
          {draft.events.map((event, i) => (
            <fieldset class="co-fieldset event" key={i}>
              <legend class="co-fieldset__legend co-fieldset__legend--s">{words("event-number", { number: i + 1 })}</legend>
              <Select label={words("event-what")} value={event.act} choices={acts} onChange={(act) => change(i, { ...event, act })} />
              <div class="co-form-group">
                <PlaceInput
                  id={`event-${i}-by`}
                  label={words("event-by")}
                  value={event.by}
                  onChange={(by) => change(i, { ...event, by })}
                />
              </div>
              <p class="co-label">{words("event-on")}</p>
              <DateInput id={`event-${i}-on`} parts={event.parts} onChange={(parts) => change(i, { ...event, parts })} />
            </fieldset>
          ))}
          {draft.events.length < 8 && (
            <Button kind="plain" onClick={() => props.onChange({ ...draft, events: [...draft.events, emptyEvent()] })}>
              {words("event-add")}
            </Button>
          )}
        </div>
      )}
    </Fieldset>
  );
}

function PlanFields(props: Props): JSX.Element {
  const words = useWords();
  const { draft } = props;
  return (
    <Fieldset>
      <Checkboxes
        name="answer"
        values={draft.chosen}
        onChange={(chosen) => props.onChange({ ...draft, chosen })}
        choices={choices("plan_act").map((value) => ({ value, label: label(value, words.language, "plan_act") }))}
      />
      {draft.chosen.includes("publish") && (
        <div class="co-inset-text">
          <Select
            label={words("plan-audience")}
            value={draft.audience}
            choices={choices("audience").map((value) => ({ value, label: label(value, words.language, "audience") }))}
            onChange={(audience) => props.onChange({ ...draft, audience })}
          />
        </div>
      )}
    </Fieldset>
  );
}
