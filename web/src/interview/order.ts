// Which question comes next. The first few open every case; after them the engine's planner decides: a question is asked
// only while its answer can still change the outcome. What the person said they do not know is not asked again.
import { factAt } from "../case/ontology";
import { unknown, type Told } from "../case/case";
import type { Ask } from "../engine/engine";

export const first = ["question.purpose", "question.forum", "question.on", "celebration.place", "celebration.on"];
/** Asked last, once each: what happened since, and what is planned (for exposure). Both may be passed over. */
export const last = ["later", "plans"];

// A conclusion of law, which nobody is asked for: only what happened is.
const neverAsked = /\.formalities_observed$|\.valid_where_made$/;

export function canAsk(path: string): boolean {
  return !neverAsked.test(path) && factAt(path) !== undefined;
}

/** The facts still worth asking, in the planner's order. */
export function stillOpen(told: Told, ask: Ask): string[] {
  return ask.left.map((q) => q.fact).filter((path) => !told.has(path) && canAsk(path));
}

/** What the person said they do not know: neither it nor anything beneath it is asked. */
export const unknownOf = (told: Told): string[] => [...told].filter(([, value]) => value === unknown).map(([path]) => path);
