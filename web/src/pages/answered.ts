// What the answer pages share: an answer kept while the case stays the same, and sentences made from it.
import { useEffect, useState } from "preact/hooks";
import { caseOf, useApp } from "../app";
import type { Told } from "../case/case";
import { dayWords, earliest } from "../case/days";
import { engine } from "../engine/start";
import type { Answer, StanceAnswer, Step, Verdict } from "../made/answer";
import { placeName } from "../places/places";
import { outcomeWords } from "../ui/marks";
import { useWords, type Words } from "../words";

export type Loaded<T> = { value?: T; problem?: string };

/** What the engine gives for these inputs; while it works, what it gave before stays. */
export function useEngine<T>(work: () => Promise<T>, inputs: unknown[]): Loaded<T> {
  const [state, setState] = useState<Loaded<T>>({});
  useEffect(() => {
    let current = true;
    work().then(
      (value) => current && setState({ value }),
      (error: Error) => current && setState({ problem: error.message }),
    );
    return () => {
      current = false;
    };
  }, inputs);
  return state;
}

export function useAnswer(told: Told, because = true): Loaded<Answer> {
  const app = useApp();
  const words = useWords();
  return useEngine(
    () => engine.check({ case: caseOf(told, app.today), lang: words.language, today: app.today, because }),
    [told, words.language, because],
  );
}

export const opensWithCare = (verdict: Verdict): boolean => verdict === "contested" || verdict === "untested";

export const hasVerdict = (answer: Answer, verdict: Verdict): boolean => answer.verdict === verdict || answer.also.includes(verdict);

/** Since when the readings a stance rests on were first held by those of its own kind. */
function since(answer: Answer, stance: StanceAnswer): string | null {
  let first: string | null = null;
  for (const id of stance.readings ?? [])
    for (const holder of answer.readings.find((r) => r.id === id)?.holders ?? [])
      if (holder.counted && holder.body_class === stance.stance && holder.said_on && (!first || holder.said_on < first)) first = holder.said_on;
  return first;
}

export function stanceSays(words: Words, answer: Answer, stance: StanceAnswer): string {
  if (stance.verdict === "silent")
    return stance.searched ? words("silent-searched", { day: dayWords(stance.searched, words.language) }) : words("silent-not-searched");
  if (!stance.outcome) return words(`verdict-${stance.verdict}`).toLocaleLowerCase(words.language);
  const outcome = outcomeWords(words, stance.outcome, answer.question.purpose).toLocaleLowerCase(words.language);
  const day = since(answer, stance);
  return day ? words("since", { outcome, day: dayWords(day, words.language) }) : outcome;
}

/** The sentence that answers: one outcome, or who says what. */
export function answerSentence(words: Words, answer: Answer): string {
  const place = placeName(answer.question.forum, words.language);
  if (answer.outcome)
    return words("answer-one", { place, outcome: outcomeWords(words, answer.outcome, answer.question.purpose).toLocaleLowerCase(words.language) });
  const each = answer.stances.map((stance) => {
    const says = stanceSays(words, answer, stance);
    if (stance.stance === "letter")
      return stance.decided_by ? words("says-letter", { provision: stance.decided_by, says }) : words("says-letter-bare", { says });
    return words(`says-${stance.stance}`, { says });
  });
  return words("answer-none", { place, each: each.join("; ") });
}

const find = (steps: Step[] | undefined, wanted: (s: Step) => boolean): Step | undefined => {
  for (const step of steps ?? []) {
    if (wanted(step)) return step;
    const below = find(step.because, wanted);
    if (below) return below;
  }
  return undefined;
};

/** The place by whose law the marriage is valid, where the derivation shows it. */
export function validBy(answer: Answer): string | null {
  const letter = answer.stances.find((s) => s.stance === "letter");
  return find(letter?.because, (s) => s.kind === "foreign" && s.holds === true)?.law ?? null;
}

export const refused = (answer: Answer): boolean => answer.stances.some((s) => s.outcome === "not_recognised");

/** Reasons to speak of protection before anything else. */
export function protection(told: Told): { young: boolean; forced: boolean } {
  const wedding = told.get("celebration.on");
  const on = typeof wedding === "string" && wedding !== "unknown" ? earliest(wedding) : null;
  let young = false;
  let forced = false;
  for (const i of [0, 1]) {
    const born = told.get(`spouses.${i}.born`);
    if (on && typeof born === "string" && /^\d{4}/.test(born)) {
      const latest = born.length === 4 ? `${born}-12-31` : born.length === 7 ? `${born}-31` : born;
      if (on < `${Number(latest.slice(0, 4)) + 18}${latest.slice(4)}`) young = true;
    }
    if (told.get(`spouses.${i}.consents`) === "no") forced = true;
  }
  return { young, forced };
}

export const protectedPerson = (told: Told): boolean =>
  [0, 1].some((i) => {
    const value = told.get(`spouses.${i}.protection`);
    return value !== undefined && value !== "none" && value !== "unknown";
  });
