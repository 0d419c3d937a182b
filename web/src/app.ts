// The state of the whole app: in memory, in one place, gone with the page.
import { createContext } from "preact";
import { useContext } from "preact/hooks";
import { toCase, type Case, type Json, type Told } from "./case/case";
import { earliest, isDay, today } from "./case/days";
import type { Language } from "./engine/engine";

export type Screen =
  | { at: "start" }
  | { at: "interview" }
  | { at: "question"; path: string; change: boolean; left: number | null }
  | { at: "check_answers" }
  | { at: "answer" }
  | { at: "timeline" }
  | { at: "map" }
  | { at: "compare" }
  | { at: "laws"; place?: string; instrument?: string; provision?: string }
  | { at: "brief" }
  | { at: "help" };

export type Register = "couple" | "caseworker" | "lawyer";

export interface App {
  language: Language;
  screen: Screen;
  told: Told;
  today: string;
  register: Register;
  go: (screen: Screen) => void;
  back: (() => void) | null;
  tell: (path: string, value: Json) => Told;
  setTold: (told: Told) => void;
  setRegister: (register: Register) => void;
  setLanguage: (language: Language) => void;
}

export const AppContext = createContext<App>(null as unknown as App);
export const useApp = (): App => useContext(AppContext);

/** The case as told; a wedding day that is still to come makes it a planned one. */
export function caseOf(told: Told, now = today()): Case {
  const made = toCase(told);
  const on = told.get("celebration.on");
  if (typeof on === "string" && isDay(earliest(on)) && earliest(on) > now) {
    (made.celebration as Case).planned = "yes";
    if (made.question) (made.question as Case).on = earliest(on);
  }
  // What is planned is planned where the question is asked.
  const forum = told.get("question.forum");
  if (Array.isArray(made.plans) && typeof forum === "string")
    made.plans = made.plans.map((plan) => (plan && typeof plan === "object" && !Array.isArray(plan) ? { place: forum, ...plan } : plan));
  return made;
}

export const questionOn = (told: Told, now: string): string => {
  const on = told.get("question.on");
  return typeof on === "string" ? on : now;
};

/** Enough is told for an answer: a place to ask about. */
export const canAnswer = (told: Told): boolean => typeof told.get("question.forum") === "string";
