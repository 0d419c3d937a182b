// The ontology of the law base as the app needs it: what kind of answer a fact takes, its question, its values.
import made from "../made/ontology.json";
import type { Language } from "../engine/engine";

type Pair = [string, string];
interface FactInfo {
  type: string;
  says?: Pair;
  asks?: Pair;
  hint?: Pair;
  presumed?: string;
}
interface RecordInfo {
  absent?: string;
  short?: string;
  says?: Pair;
  facts: Record<string, FactInfo>;
}
const enums = made.enums as unknown as Record<string, [string, string, string][]>;
const records = made.records as unknown as Record<string, RecordInfo>;

export type Kind =
  | { is: "yes_no" }
  | { is: "choice"; of: string }
  | { is: "date" }
  | { is: "place" }
  | { is: "places" }
  | { is: "list"; of: string }
  | { is: "record"; of: string; absent: string };

export interface Fact {
  path: string;
  name: string;
  record: string;
  kind: Kind;
  info: FactInfo;
}

const side = (language: Language) => (language === "en" ? 0 : 1);

/** The fact a path names; undefined where the ontology has none. */
export function factAt(path: string): Fact | undefined {
  let record = "case";
  let fact: Fact | undefined;
  const keys = path.split(".");
  for (let i = 0; i < keys.length; i++) {
    const key = keys[i] ?? "";
    if (/^\d+$/.test(key)) continue;
    const info = records[record]?.facts[key];
    if (!info) return undefined;
    fact = { path, name: key, record, kind: kindOf(info.type), info };
    record = bare(info.type);
  }
  return fact;
}

const bare = (type: string): string => {
  const words = type.split(" ");
  if (words[0] === "list") return words[2] ?? "";
  if (words[0] === "maybe" || words[0] === "dated") return words[1] ?? "";
  return type;
};

function kindOf(type: string): Kind {
  const words = type.split(" ");
  const of = bare(type);
  if (words[0] === "list") return of === "place" || of === "nationality" ? { is: "places" } : { is: "list", of };
  if (words[0] === "maybe") return { is: "record", of, absent: words[3] ?? "none" };
  if (type === "yes_no") return { is: "yes_no" };
  if (of === "date") return { is: "date" };
  if (of === "place") return { is: "place" };
  return { is: "choice", of };
}

export function questionOf(fact: Fact, language: Language): string {
  return fact.info.asks?.[side(language)] ?? fact.info.says?.[side(language)] ?? fact.name;
}

export function hintOf(fact: Fact, language: Language): string {
  return fact.info.hint?.[side(language)] ?? "";
}

export function nameOf(fact: Fact, language: Language): string {
  return fact.info.says?.[side(language)] ?? fact.name;
}

export function choices(of: string): string[] {
  return (enums[of] ?? []).map(([value]) => value);
}

/** A word of the format, in the person's language: a value of the enum named, or of any. */
export function label(value: string, language: Language, of?: string): string {
  const lists = of ? [enums[of] ?? []] : Object.values(enums);
  for (const list of lists) for (const row of list) if (row[0] === value) return row[1 + side(language)] ?? value;
  return value.replaceAll("_", " ");
}
