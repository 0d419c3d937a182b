// An answer while it is being given: what the fields hold, what they come to, what is wrong with them.
import { empty, partsOf, readDay, type Parts } from "../case/days";
import type { Fact } from "../case/ontology";
import { unknown, type Json } from "../case/case";

export interface EventDraft {
  act: string;
  by: string | null;
  parts: Parts;
}

export interface Draft {
  /** Radios: a value, `unknown`, or `yes`, `no`, `none` of compound questions. */
  choice: string | null;
  place: string | null;
  typed: string;
  places: (string | null)[];
  parts: Parts;
  events: EventDraft[];
  chosen: string[];
  audience: string;
  permission: { for: string; spouse: string };
}

export const emptyEvent = (): EventDraft => ({ act: "civil_status_mark", by: null, parts: empty });

export const blank = (): Draft => ({
  choice: null,
  place: null,
  typed: "",
  places: [null],
  parts: empty,
  events: [],
  chosen: [],
  audience: "public",
  permission: { for: "age", spouse: "first" },
});

type Row = { [key: string]: Json };
const rows = (value: Json | undefined): Row[] => (Array.isArray(value) ? (value.filter((v) => v && typeof v === "object") as Row[]) : []);
const text = (value: Json | undefined): string => (typeof value === "string" ? value : "");

export function draftOf(fact: Fact, value: Json | undefined): Draft {
  const draft = blank();
  if (value === undefined) return draft;
  if (value === unknown) return { ...draft, choice: unknown };
  switch (fact.kind.is) {
    case "yes_no":
    case "choice":
      return { ...draft, choice: text(value) };
    case "date":
      return { ...draft, choice: "known", parts: partsOf(text(value)) };
    case "place":
      return { ...draft, choice: "known", place: text(value) };
    case "places":
      return Array.isArray(value) && value.length
        ? { ...draft, choice: "known", places: value.map((v) => text(v as Json)) }
        : { ...draft, choice: "none" };
    case "record":
      return { ...draft, choice: value === fact.kind.absent ? "no" : "yes" };
    case "list":
      if (fact.kind.of === "event")
        return { ...draft, choice: rows(value).length ? "yes" : "no",
          events: rows(value).map((r) => ({ act: text(r.act), by: text(r.by) || null, parts: partsOf(text(r.on)) })) };
      if (fact.kind.of === "plan") {
        const list = rows(value);
        return { ...draft, chosen: list.map((r) => text(r.act)), audience: text(list.find((r) => r.act === "publish")?.audience) || "public" };
      }
      if (fact.kind.of === "permission") {
        const row = rows(value)[0];
        return row ? { ...draft, choice: "yes", permission: { for: text(row.for), spouse: text(row.spouse) } } : { ...draft, choice: "no" };
      }
      return { ...draft, choice: String(rows(value).length) };
  }
}

export type Result = { value: Json } | { problem: string };

/** What the fields come to; `whole` wants a full day and no "I don't know". */
export function resultOf(fact: Fact, draft: Draft, whole: boolean): Result {
  const { choice } = draft;
  if (choice === unknown) return { value: unknown };
  switch (fact.kind.is) {
    case "yes_no":
    case "choice":
      return choice ? { value: choice } : { problem: "choose_one" };
    case "date": {
      const day = readDay(draft.parts, whole);
      return "iso" in day ? { value: day.iso } : { problem: day.problem };
    }
    case "place":
      return draft.place ? { value: draft.place } : { problem: draft.typed ? "place_not_known" : "place_missing" };
    case "places": {
      if (choice === "none") return { value: [] };
      const chosen = draft.places.filter((p): p is string => p !== null);
      return chosen.length ? { value: [...new Set(chosen)] } : { problem: "place_missing" };
    }
    case "record":
      return choice === "no" ? { value: fact.kind.absent } : choice === "yes" ? { value: {} } : { problem: "choose_one" };
    case "list":
      return listResult(fact.kind.of, draft);
  }
}

function listResult(of: string, draft: Draft): Result {
  if (of === "plan")
    return { value: draft.chosen.map((act): Json => (act === "publish" ? { act, audience: draft.audience } : { act })) };
  if (of === "event") {
    if (draft.choice === "no") return { value: [] };
    if (draft.choice !== "yes") return { problem: "choose_one" };
    const list: Json[] = [];
    for (const event of draft.events) {
      const day = readDay(event.parts, false);
      if ("problem" in day) return { problem: day.problem };
      list.push({ act: event.act, on: day.iso, ...(event.by ? { by: event.by } : {}) });
    }
    return list.length ? { value: list } : { problem: "choose_one" };
  }
  if (draft.choice === null) return { problem: "choose_one" };
  if (of === "permission") return { value: draft.choice === "no" ? [] : [{ ...draft.permission }] };
  return { value: Array.from({ length: Number(draft.choice) }, (): Json => ({})) };
}
