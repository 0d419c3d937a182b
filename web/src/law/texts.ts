// The texts of the law as the law files hold them: instruments, their sections in both languages, rules and examples.
import { inlineBytes } from "../engine/inline";
import { fold } from "../places/places";

export interface Instrument {
  key: string;
  place?: string;
  title: [string, string];
  number?: string;
  adopted?: string;
  checked?: string;
  review_by?: string;
  sources: { name: string; url?: string; what?: string; opened?: string }[];
  files: [string, string][];
}

export interface Section {
  /** `RU/SK/158`; undefined for a chapter. */
  provision?: string;
  heading: string;
  level: number;
  en: string[];
  ru: string[];
  versions: Version[];
}

export interface Version {
  from?: string;
  until?: string;
  rules: string[];
  examples: string[];
}

let loaded: Promise<Instrument[]> | undefined;

export function instruments(): Promise<Instrument[]> {
  loaded ??= inlineBytes("texts").then((bytes) => JSON.parse(new TextDecoder().decode(bytes)) as Instrument[]);
  return loaded;
}

const named = /^(?:Article|§|Section|Part|Schedule|Point|Ruling)\s+((?:\d|[A-Z])[\w.]*(?:\s[a-z](?=[.\s]|$))?)/;

export function sectionsOf(instrument: Instrument): Section[] {
  const list: Section[] = [];
  for (const [, text] of instrument.files) {
    let section: Section | undefined;
    let block: string[] | null = null;
    let paragraph: string[] = [];
    const close = () => {
      if (paragraph.length && section) {
        const quoted = paragraph.every((line) => line.startsWith(">"));
        (quoted ? section.ru : section.en).push(paragraph.map((line) => line.replace(/^> ?/, "")).join(" "));
      }
      paragraph = [];
    };
    for (const line of text.split("\n")) {
      if (block) {
        if (line.startsWith("```")) {
          section?.versions.push(versionOf(block));
          block = null;
        } else block.push(line);
        continue;
      }
      const heading = /^(#+) (.*)$/.exec(line);
      if (heading) {
        close();
        const title = heading[2] ?? "";
        const level = heading[1]?.length ?? 1;
        const number = level > 1 ? named.exec(title)?.[1] : undefined;
        section = { heading: title, level, en: [], ru: [], versions: [] };
        if (number) section.provision = `${instrument.key}/${number.replace(/\s/g, "").replace(/\.$/, "")}`;
        list.push(section);
      } else if (line.startsWith("```")) {
        close();
        block = [];
      } else if (line.trim() === "") close();
      else paragraph.push(line);
    }
    close();
  }
  return list;
}

// A block of law: its dates, and its declarations, each from a line that begins in the first column.
function versionOf(lines: string[]): Version {
  const version: Version = { rules: [], examples: [] };
  const dates = /^in force from (\S+)(?: until (\S+))?/;
  let current: string[] = [];
  const close = () => {
    const text = current.join("\n").trim();
    if (text) (/^(example|couple) /.test(text) ? version.examples : version.rules).push(text);
    current = [];
  };
  for (const line of lines) {
    const m = dates.exec(line);
    if (m?.[1] && !version.from) {
      version.from = m[1];
      if (m[2]) version.until = m[2];
      continue;
    }
    if (/^\S/.test(line)) close();
    current.push(line);
  }
  close();
  return version;
}

/** The heading a provision, rule or reading stands under. */
export function sectionFor(instrument: Instrument, provision: string): number {
  const list = sectionsOf(instrument);
  const bare = provision.replace(/[(#].*$/, "");
  const at = list.findIndex((s) => s.provision?.toLowerCase() === bare.toLowerCase());
  if (at >= 0) return at;
  // A reading is named by its place alone: RU/essence.
  const name = provision.split("/").at(-1) ?? "";
  return list.findIndex((s) => s.versions.some((v) => v.rules.some((r) => new RegExp(`^reading ${escape(name)}\\b`).test(r))));
}

const escape = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

export function instrumentFor(all: Instrument[], provision: string): Instrument | undefined {
  return all
    .filter((i) => provision === i.key || provision.startsWith(i.key + "/") || (provision.split("/").length === 2 && i.key.startsWith(provision.split("/")[0] + "/")))
    .sort((a, b) => Number(sectionFor(b, provision) >= 0) - Number(sectionFor(a, provision) >= 0) || b.key.length - a.key.length)[0];
}

export interface Hit {
  instrument: Instrument;
  section: number;
  heading: string;
  excerpt: string;
}

interface Entry {
  instrument: Instrument;
  section: number;
  heading: string;
  text: string;
  folded: string;
}

let index: Promise<Entry[]> | undefined;

/** Passages that hold every word looked for, those with the words in their heading first. */
export async function search(wanted: string, language: "en" | "ru"): Promise<Hit[]> {
  index ??= instruments().then((all) =>
    all.flatMap((instrument) =>
      sectionsOf(instrument).map((s, section) => {
        const rules = s.versions.flatMap((v) => v.rules).join(" ");
        return {
          instrument,
          section,
          heading: s.heading,
          text: [...s.en, ...s.ru].join(" "),
          folded: fold([instrument.key, ...instrument.title, s.provision ?? "", s.heading, ...s.en, ...s.ru, rules].join(" ")),
        };
      }),
    ),
  );
  const words = fold(wanted).split(" ").filter(Boolean);
  if (words.length === 0) return [];
  const hits = (await index).filter((entry) => words.every((w) => entry.folded.includes(w)));
  const inHeading = (entry: Entry) => words.filter((w) => fold(`${entry.heading} ${entry.instrument.key}`).includes(w)).length;
  hits.sort((a, b) => inHeading(b) - inHeading(a));
  return hits.map(({ instrument, section, heading, text }) => {
    const paragraphs = text.split(/(?<=\.)\s/);
    const at = Math.max(0, paragraphs.findIndex((p) => words.some((w) => fold(p).includes(w))));
    return { instrument, section, heading, excerpt: paragraphs.slice(at, at + 2).join(" ").slice(0, 260) || instrument.title[language === "en" ? 0 : 1] };
  });
}
