// What the person told, kept by path (`spouses.0.born`) in the order told, in memory only; and the case made of it.
export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };
export type Case = { [key: string]: Json };
export type Told = ReadonlyMap<string, Json>;

/** The answer "I don't know": the fact stays open, and is not asked again. */
export const unknown = "unknown";

export function tell(told: Told, path: string, value: Json): Told {
  const next = new Map(told);
  const before = next.get(path);
  next.set(path, value);
  if (JSON.stringify(before) !== JSON.stringify(value))
    for (const other of told.keys()) if (other.startsWith(path + ".") && !holds(value, other.slice(path.length + 1))) next.delete(other);
  return next;
}

// Whether what was told under a path still has a place in its new value.
function holds(value: Json, rest: string): boolean {
  if (Array.isArray(value)) return Number(rest.split(".")[0]) < value.length && typeof value[Number(rest.split(".")[0])] === "object";
  return value !== null && typeof value === "object";
}

export function toCase(told: Told): Case {
  const root: Case = { comity: 1, spouses: [{ label: "first" }, { label: "second" }] };
  const paths = [...told.keys()].sort((a, b) => a.split(".").length - b.split(".").length);
  for (const path of paths) set(root, path.split("."), structuredClone(told.get(path) ?? null));
  return root;
}

function set(into: Json, keys: string[], value: Json): void {
  const [key, ...rest] = keys;
  if (key === undefined || into === null || typeof into !== "object") return;
  const at = into as Record<string, Json>;
  if (rest.length === 0) at[key] = value;
  else {
    if (at[key] === undefined) at[key] = {};
    set(at[key] ?? null, rest, value);
  }
}

/** The same case asked of another place, day or purpose. */
export function asking(told: Told, question: { forum?: string; on?: string; purpose?: string }): Told {
  const next = new Map(told);
  for (const [key, value] of Object.entries(question)) if (value !== undefined) next.set(`question.${key}`, value);
  return next;
}
