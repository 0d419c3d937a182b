// A day in three fields, any of the smaller two left empty where only a month or a year is known.
import type { JSX } from "preact";
import type { Parts } from "../case/days";
import { useWords } from "../words";

export function DateInput(props: {
  id: string;
  parts: Parts;
  onChange: (parts: Parts) => void;
  invalid?: boolean;
  describedBy?: string | undefined;
}): JSX.Element {
  const words = useWords();
  const field = (key: keyof Parts, width: number) => (
    <div class="co-date-input__item">
      <div class="co-form-group">
        <label class="co-label co-date-input__label" for={key === "day" ? props.id : `${props.id}-${key}`}>
          {words(`date-${key}`)}
        </label>
        <input
          class={`co-input co-date-input__input co-input--width-${width}${props.invalid ? " co-input--error" : ""}`}
          id={key === "day" ? props.id : `${props.id}-${key}`}
          type="text"
          inputMode="numeric"
          autocomplete="off"
          maxLength={key === "year" ? 4 : 2}
          value={props.parts[key]}
          aria-describedby={props.describedBy}
          onInput={(e) => props.onChange({ ...props.parts, [key]: e.currentTarget.value })}
        />
      </div>
    </div>
  );
  return (
    <div class="co-date-input">
      {field("day", 2)}
      {field("month", 2)}
      {field("year", 4)}
    </div>
  );
}
