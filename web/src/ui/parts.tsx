// Small parts every page is made of, after the patterns of govuk-frontend.
import type { ComponentChildren, JSX } from "preact";
import { useEffect, useId, useLayoutEffect, useRef } from "preact/hooks";
import { useWords } from "../words";

let begun = false;

export function Heading(props: { children: ComponentChildren; caption?: string | undefined; id?: string }): JSX.Element {
  const ref = useRef<HTMLHeadingElement>(null);
  // A new page begins at its heading, for eyes and for screen readers; the first of all at the top, as any page does.
  useLayoutEffect(() => {
    if (begun) ref.current?.focus({ preventScroll: true });
    begun = true;
  }, []);
  return (
    <>
      {props.caption && <span class="co-caption-l">{props.caption}</span>}
      <h1 class="co-heading-l page-heading" tabIndex={-1} ref={ref} {...(props.id ? { id: props.id } : {})}>
        {props.children}
      </h1>
    </>
  );
}

export function Button(props: {
  children: ComponentChildren;
  onClick?: () => void;
  kind?: "primary" | "secondary" | "plain";
  type?: "button" | "submit";
  id?: string;
  pressed?: boolean;
  disabled?: boolean;
  label?: string;
}): JSX.Element {
  const look = { primary: "co-button", secondary: "co-button co-button--secondary", plain: "link-button" }[props.kind ?? "primary"];
  return (
    <button
      type={props.type ?? "button"}
      class={look}
      onClick={props.onClick}
      id={props.id}
      disabled={props.disabled}
      aria-pressed={props.pressed}
      aria-label={props.label}
    >
      {props.children}
    </button>
  );
}

/** Looks like a link, leads to another screen: the page has no addresses of its own. */
export function Go(props: { to: () => void; children: ComponentChildren; hidden?: string; onScreenOnly?: boolean }): JSX.Element {
  return (
    <button type="button" class={props.onScreenOnly ? "link-button not-printed" : "link-button"} onClick={props.to}>
      {props.children}
      {props.hidden && <span class="co-visually-hidden"> {props.hidden}</span>}
    </button>
  );
}

export function Details(props: { summary: ComponentChildren; children: ComponentChildren; open?: boolean; onOpen?: () => void }): JSX.Element {
  return (
    <details class="co-details" open={props.open} onToggle={(e) => e.currentTarget.open && props.onOpen?.()}>
      <summary class="co-details__summary">
        <span class="co-details__summary-text">{props.summary}</span>
      </summary>
      <div class="co-details__text">{props.children}</div>
    </details>
  );
}

export function Warning(props: { children: ComponentChildren; strong?: boolean }): JSX.Element {
  const words = useWords();
  return (
    <div class={props.strong ? "co-warning-text care" : "co-warning-text"}>
      <span class="co-warning-text__icon" aria-hidden="true">
        !
      </span>
      <strong class="co-warning-text__text">
        <span class="co-visually-hidden">{words("warning")} </span>
        {props.children}
      </strong>
    </div>
  );
}

export function ErrorSummary(props: { problems: { text: string; target: string }[] }): JSX.Element {
  const words = useWords();
  const ref = useRef<HTMLDivElement>(null);
  useEffect(() => ref.current?.focus(), [props.problems]);
  const jump = (target: string) => (event: Event) => {
    event.preventDefault();
    document.getElementById(target)?.focus();
  };
  return (
    <div class="co-error-summary" tabIndex={-1} ref={ref} role="alert">
      <h2 class="co-error-summary__title">{words("problem-title")}</h2>
      <div class="co-error-summary__body">
        <ul class="co-list co-error-summary__list">
          {props.problems.map((p) => (
            <li key={p.target}>
              <button type="button" class="link-button error-link" onClick={jump(p.target)}>
                {p.text}
              </button>
            </li>
          ))}
        </ul>
      </div>
    </div>
  );
}

export function ErrorMessage(props: { id: string; text: string }): JSX.Element {
  const words = useWords();
  return (
    <p class="co-error-message" id={props.id}>
      <span class="co-visually-hidden">{words("error")}:</span> {props.text}
    </p>
  );
}

export interface Choice {
  value: string;
  label: string;
  hint?: string;
  apart?: boolean;
}

export function Radios(props: {
  name: string;
  choices: Choice[];
  value: string | null;
  onChange: (value: string) => void;
  inline?: boolean;
  orWord?: string;
}): JSX.Element {
  return (
    <div class={props.inline ? "co-radios co-radios--inline co-radios--small" : "co-radios"}>
      {props.choices.map((choice, i) => (
        <>
          {choice.apart && <div class="co-radios__divider">{props.orWord}</div>}
          <div class="co-radios__item" key={choice.value}>
            <input
              class="co-radios__input"
              type="radio"
              id={i === 0 ? props.name : `${props.name}-${i}`}
              name={props.name}
              value={choice.value}
              checked={props.value === choice.value}
              onChange={() => props.onChange(choice.value)}
              autocomplete="off"
            />
            <label class="co-label co-radios__label" for={i === 0 ? props.name : `${props.name}-${i}`}>
              {choice.label}
            </label>
            {choice.hint && <div class="co-hint co-radios__hint">{choice.hint}</div>}
          </div>
        </>
      ))}
    </div>
  );
}

export function Checkboxes(props: { name: string; choices: Choice[]; values: string[]; onChange: (values: string[]) => void }): JSX.Element {
  const toggle = (value: string) =>
    props.onChange(props.values.includes(value) ? props.values.filter((v) => v !== value) : [...props.values, value]);
  return (
    <div class="co-checkboxes">
      {props.choices.map((choice, i) => (
        <div class="co-checkboxes__item" key={choice.value}>
          <input
            class="co-checkboxes__input"
            type="checkbox"
            id={i === 0 ? props.name : `${props.name}-${i}`}
            checked={props.values.includes(choice.value)}
            onChange={() => toggle(choice.value)}
            autocomplete="off"
          />
          <label class="co-label co-checkboxes__label" for={i === 0 ? props.name : `${props.name}-${i}`}>
            {choice.label}
          </label>
        </div>
      ))}
    </div>
  );
}

export function Select(props: {
  label: string;
  value: string;
  choices: Choice[];
  onChange: (value: string) => void;
  hiddenLabel?: boolean;
}): JSX.Element {
  const id = useId();
  return (
    <div class="co-form-group">
      <label class={props.hiddenLabel ? "co-label co-visually-hidden" : "co-label"} for={id}>
        {props.label}
      </label>
      <select class="co-select" id={id} value={props.value} onChange={(e) => props.onChange(e.currentTarget.value)} autocomplete="off">
        {props.choices.map((c) => (
          <option key={c.value} value={c.value}>
            {c.label}
          </option>
        ))}
      </select>
    </div>
  );
}
