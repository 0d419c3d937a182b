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

export interface Ask {
  /** The fact to ask next; null: nothing that may be asked can change the answer any more. */
  next: string | null;
  /** Every fact that can still change the answer. */
  open: string[];
}

export interface Asked {
  case: Case;
  lang: Language;
  today: string;
}

export interface Engine {
  check(asked: Asked & { because: boolean }): Promise<Answer>;
  timeline(asked: Asked & { until: string; as_lived: boolean }): Promise<Timeline>;
  atlas(asked: Asked): Promise<Answer[]>;
  ask(asked: Asked): Promise<Ask>;
  laws(asked: { place: string; on: string; lang: Language; today: string }): Promise<PlaceLaw>;
  /** Ends it: nothing it held stays. */
  close(): void;
}

/** One verb of the engine: its request and its reply as JSON text. */
export type Call = (verb: string, request: string) => Promise<string>;

/** What the engine refused, in its own words. */
export class Refused extends Error {}
