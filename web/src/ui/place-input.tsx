// A place by typing: a combobox after the ARIA pattern. What is typed may be any name people use, in either language.
import type { JSX } from "preact";
import { useEffect, useId, useRef, useState } from "preact/hooks";
import { findPlaces, fold, placeName, type Found } from "../places/places";
import { useWords } from "../words";

export function PlaceInput(props: {
  id: string;
  label?: string | undefined;
  labelledBy?: string | undefined;
  value: string | null;
  /** At every keystroke: the place that what was typed names outright, if any. */
  onChange?: (code: string | null, typed: string) => void;
  /** A place was chosen from the list. */
  onChoose?: (code: string) => void;
  invalid?: boolean;
  describedBy?: string | undefined;
}): JSX.Element {
  const words = useWords();
  const [typed, setTyped] = useState(placeName(props.value, words.language));
  const [open, setOpen] = useState(false);
  const [active, setActive] = useState(-1);
  const list = useId();
  // Whether Enter has chosen already: then the next sends the form, however quickly it follows.
  const chosen = useRef(false);
  const box = useRef<HTMLDivElement>(null);
  const found: Found[] = open ? findPlaces(typed, words.language) : [];
  // Only typing and choosing change what stands here; a value set from outside comes with a new key.
  useEffect(() => {
    if (props.value) setTyped(placeName(props.value, words.language));
  }, [words.language]);

  const choose = (item: Found) => {
    chosen.current = true;
    setTyped(item.name);
    setOpen(false);
    setActive(-1);
    props.onChange?.(item.code, item.name);
    props.onChoose?.(item.code);
  };
  const write = (text: string) => {
    chosen.current = false;
    setTyped(text);
    setOpen(true);
    setActive(-1);
    const exact = findPlaces(text, words.language, 2).filter((f) => [f.name, f.by].some((n) => n && fold(n) === fold(text)));
    props.onChange?.(exact.length === 1 ? (exact[0]?.code ?? null) : null, text);
  };
  const key = (event: KeyboardEvent) => {
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      if (!open) setOpen(true);
      const count = findPlaces(typed, words.language).length;
      if (count) setActive((active + (event.key === "ArrowDown" ? 1 : active < 0 ? 0 : -1) + count) % count);
    } else if (event.key === "Enter" && open && found.length && !chosen.current) {
      const item = found[Math.max(active, 0)];
      if (item) {
        event.preventDefault();
        choose(item);
      }
    } else if (event.key === "Escape" && open) {
      setOpen(false);
    }
  };
  const shown = open && found.length > 0;
  return (
    <div class="place-input" ref={box} onFocusOut={(e) => !box.current?.contains(e.relatedTarget as Node | null) && setOpen(false)}>
      {props.label && (
        <label class="co-label" for={props.id}>
          {props.label}
        </label>
      )}
      <input
        class={`co-input${props.invalid ? " co-input--error" : ""}`}
        id={props.id}
        type="text"
        role="combobox"
        autocomplete="off"
        autocapitalize="off"
        spellcheck={false}
        aria-autocomplete="list"
        aria-expanded={shown}
        aria-controls={list}
        aria-labelledby={props.labelledBy}
        aria-describedby={props.describedBy}
        aria-activedescendant={shown && active >= 0 ? `${list}-${active}` : undefined}
        value={typed}
        onInput={(e) => write(e.currentTarget.value)}
        onKeyDown={key}
      />
      <ul class="place-list" id={list} role="listbox" aria-label={words("places-found-label")} hidden={!shown}>
        {found.map((item, i) => (
          <li
            key={item.code}
            id={`${list}-${i}`}
            role="option"
            aria-selected={i === active}
            class={i === active ? "active" : ""}
            onMouseDown={(e) => {
              e.preventDefault();
              choose(item);
            }}
          >
            {item.name}
            {item.by && <span class="quiet"> ({item.by})</span>}
          </li>
        ))}
      </ul>
      <div class="co-visually-hidden" role="status">
        {open && typed ? words("places-found", { count: found.length }) : ""}
      </div>
    </div>
  );
}
