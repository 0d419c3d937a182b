// How an answer is drawn: colour says which outcome, hatching how firm; the same on the map and along time.
import type { Outcome, Verdict } from "../made/answer";

export interface Stated {
  outcome: Outcome | null;
  verdict: Verdict;
  stances: { stance: string; outcome: Outcome | null }[];
}

export interface Look {
  colour: "blue" | "sky" | "gold" | "rust" | "violet" | "teal" | "sand" | "slate" | "paper";
  hatch: "none" | "hairlines" | "stripes" | "dots" | "bars" | "cross" | "thin";
}

/** The outcome an answer is grouped by: its own, or where it is untested what the letter says. */
export const groupOutcome = (a: Stated): Outcome | null =>
  a.outcome ?? (a.verdict === "untested" ? (a.stances.find((s) => s.stance === "letter")?.outcome ?? null) : null);

const colours: Record<Outcome, Look["colour"]> = {
  recognised: "blue",
  recognised_as_registered_partnership: "sky",
  recognised_limited_purpose: "gold",
  not_recognised: "rust",
};

const open: Record<Verdict, Look> = {
  contested: { colour: "violet", hatch: "stripes" },
  depends: { colour: "slate", hatch: "dots" },
  discretionary: { colour: "teal", hatch: "bars" },
  undecided: { colour: "sand", hatch: "cross" },
  not_covered: { colour: "paper", hatch: "thin" },
  untested: { colour: "paper", hatch: "thin" },
  settled: { colour: "paper", hatch: "thin" },
};

export function lookOf(a: Stated): Look {
  const outcome = groupOutcome(a);
  if (!outcome) return open[a.verdict];
  return { colour: colours[outcome], hatch: a.verdict === "settled" ? "none" : "hairlines" };
}

export const lookClass = (look: Look): string => `look-${look.colour}-${look.hatch}`;

// Outcomes first, then what is open, the least doubtful first.
const order = ["recognised", "recognised_as_registered_partnership", "recognised_limited_purpose", "not_recognised",
  "contested", "depends", "discretionary", "undecided", "not_covered"];
export const groupOf = (a: Stated): string => groupOutcome(a) ?? a.verdict;
export const groupRank = (group: string): number => (order.includes(group) ? order.indexOf(group) : order.length);
