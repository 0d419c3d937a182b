// The seam between the app and the engine: every call is JSON in, JSON out, and nothing else passes.
import type { Answer } from "../made/answer";
import type { Case } from "../case/case";

export type Language = "en" | "ru";

export interface Interval {
  from: string;
  until: string | null;
  verdict: Answer["verdict"];
  stances: Pick<Answer["stances"][number], "stance" | "outcome" | "verdict">[];
  because: { kind: string; ref: string; on: string; text?: string }[];
}

export interface Timeline {
  intervals: Interval[];
}

export interface Topic {
  value: unknown;
  from?: string | null;
  until?: string | null;
  provision?: string;
  cite?: string;
  source?: string;
  confidence?: string;
  stances?: Record<string, string>;
  general?: Record<string, number | null>;
  with_consent?: Record<string, number | null>;
  missing?: string;
  [more: string]: unknown;
}

export interface PlaceLaw {
  place: string;
  on: string;
  topics: Record<string, Topic>;
}

export interface Question {
  /** Its path in the case format. */
  fact: string;
  question: string;
  asked_by?: { provision: string; text: string };
}

export interface Ask {
  next: Question | null;
  /** Every question that can still change the answer, in the planner's order. */
  left: Question[];
  /** How many of them are needed at most, where that is known. */
  at_most: number | null;
}

export interface Asked {
  case: Case;
  lang: Language;
  today: string;
}

export interface Engine {
  /** Begins to load, so that the first question to it does not wait. */
  warm(): void;
  check(asked: Asked & { because: boolean }): Promise<Answer>;
  timeline(asked: Asked & { until: string; as_lived: boolean }): Promise<Timeline>;
  atlas(asked: Asked): Promise<Answer[]>;
  /** `unknown`: what the person said they do not know. */
  ask(asked: Asked & { unknown: string[] }): Promise<Ask>;
  laws(asked: { place: string; on: string; lang: Language; today: string }): Promise<PlaceLaw>;
  /** Ends it: nothing it held stays. */
  close(): void;
}

/** What the engine refused, in its own words. */
export class Refused extends Error {}
