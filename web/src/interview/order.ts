// Which question comes next. The first few open every case; after them the engine's planner decides: a question is asked
// only while its answer can still change the outcome. What the person said they do not know is not asked again.
import { factAt } from "../case/ontology";
import type { Told } from "../case/case";
import type { Ask } from "../engine/engine";

export const first = ["question.purpose", "question.forum", "question.on", "celebration.place", "celebration.on"];
/** Asked last, once each: what happened since, and what is planned (for exposure). Both may be passed over. */
export const last = ["later", "plans"];

// The order of kinds where the planner leaves a choice: form, nationalities, homes, recorded sex, ages, kin, earlier unions.
const groups: RegExp[] = [
  /^celebration\.(form|registered|rite|authority|kind)$/,
  /^celebration\./,
  /\.nationalities$/,
  /\.(residence|domicile|intended_home|movement|protection|community)(\.|$)/,
  /^spouses\.\d\.sex$/,
  /^spouses\.\d\.born$/,
  /^between\./,
  /\.consents$|\.declared_incapable$|\.believed_valid$/,
  /^spouses\.\d\.earlier_unions$/,
  /^spouses\.\d\.earlier_unions\./,
];

// A conclusion of law, which nobody is asked for: only what happened is.
const neverAsked = /\.formalities_observed$|\.valid_where_made$/;

const rank = (path: string): number => {
  const at = groups.findIndex((g) => g.test(path));
  return at < 0 ? groups.length : at;
};

export function canAsk(path: string): boolean {
  return !neverAsked.test(path) && factAt(path) !== undefined;
}

/** The facts still worth asking, in order; the engine's own next question first where it names one. */
export function stillOpen(told: Told, ask: Ask): string[] {
  const open = ask.open.filter((path) => !told.has(path) && canAsk(path) && !coveredByUnknown(told, path));
  open.sort((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1));
  if (ask.next && open.includes(ask.next)) {
    // What belongs to one answer is finished before the next begins; else the planner's choice leads within its group.
    const lead = ask.next;
    if (rank(lead) === rank(open[0] ?? lead)) return [lead, ...open.filter((p) => p !== lead)];
  }
  return open;
}

// `spouses.0.earlier_unions` told as unknown: nothing beneath it is asked.
function coveredByUnknown(told: Told, path: string): boolean {
  const keys = path.split(".");
  for (let i = 1; i < keys.length; i++) if (told.get(keys.slice(0, i).join(".")) === "unknown") return true;
  return false;
}
