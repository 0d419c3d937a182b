// Every place a case may name, found by what people call it in either language.
import made from "../made/ontology.json";
import synonyms from "./synonyms.json";
import type { Language } from "../engine/engine";

export interface Place {
  code: string;
  part_of?: string;
  until?: string;
  by_part?: string;
  alias_of?: string;
  en: string;
  ru: string;
}

const overlays = new Set(["EU", "COE"]);
const all = (made.places as Place[]).filter((p) => !overlays.has(p.code));
const byCode = new Map(made.places.map((p) => [p.code, p as Place]));
const others = synonyms as Record<string, string[]>;

export const placeName = (code: string | null, language: Language): string =>
  code ? (byCode.get(code)?.[language] ?? code) : "";

export const placeOf = (code: string): Place | undefined => byCode.get(code);

/** The parts of a state whose law of marriage is not one: those who name the state are asked which part. */
export function partsOfPlace(code: string, language: Language): Place[] {
  if (!byCode.get(code)?.by_part) return [];
  return all.filter((p) => p.part_of === code && !p.alias_of && !p.until).sort((a, b) => a[language].localeCompare(b[language], language));
}

/** Accents, case and punctuation do not tell places apart. */
export const fold = (text: string): string =>
  text.toLowerCase().normalize("NFD").replace(/\p{M}/gu, "").normalize("NFC").replaceAll("ё", "е").replace(/[^\p{L}\p{N}]+/gu, " ").trim();

interface Name {
  place: Place;
  folded: string;
  shown: string;
}

const names: Name[] = [];
for (const place of all) {
  if (place.alias_of) {
    const target = byCode.get(place.alias_of);
    if (target) names.push({ place: target, folded: fold(place.code), shown: place.code });
    continue;
  }
  for (const shown of new Set([place.en, place.ru, place.code, ...(others[place.code] ?? [])]))
    names.push({ place, folded: fold(shown), shown });
}

export interface Found {
  code: string;
  name: string;
  /** The name by which it was found, where it is another. */
  by: string;
}

/** Places whose name, or another name, begins with or contains what was typed; best first. */
export function findPlaces(typed: string, language: Language, most = 8): Found[] {
  const wanted = fold(typed);
  if (!wanted) return [];
  const found = new Map<string, { rank: number; item: Found }>();
  for (const { place, folded, shown } of names) {
    const rank =
      folded === wanted ? 0 : folded.startsWith(wanted) ? 1 : ` ${folded}`.includes(` ${wanted}`) ? 2 : wanted.length > 2 && folded.includes(wanted) ? 3 : -1;
    if (rank < 0) continue;
    const own = place[language];
    const score = rank * 10 + (place.until ? 5 : 0) + (place.part_of ? 2 : 0) + (shown === own ? 0 : 1);
    const before = found.get(place.code);
    if (!before || score < before.rank)
      found.set(place.code, { rank: score, item: { code: place.code, name: own, by: shown === own || shown === place.code ? "" : shown } });
  }
  return [...found.values()]
    .sort((a, b) => a.rank - b.rank || a.item.name.localeCompare(b.item.name, language))
    .slice(0, most)
    .map((f) => f.item);
}
