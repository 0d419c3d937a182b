// What the app says, in the person's language: messages of words/*.ftl. Every message stands in every language; a test
// holds that. Marks that isolate text of another direction are kept, so that names read right among right-to-left words.
import { FluentBundle, FluentResource } from "@fluent/bundle";
import type { FluentVariable } from "@fluent/bundle";
import { createContext } from "preact";
import { useContext } from "preact/hooks";
import en from "./words/en.ftl?raw";
import ru from "./words/ru.ftl?raw";
import type { Language } from "./engine/engine";

export interface Words {
  language: Language;
  (id: string, values?: Record<string, FluentVariable>): string;
}

export const languages: { code: Language; name: string; dir: "ltr" | "rtl" }[] = [
  { code: "en", name: "English", dir: "ltr" },
  { code: "ru", name: "Русский", dir: "ltr" },
];

const sources: Record<Language, string> = { en, ru };
const made = new Map<Language, Words>();

export function wordsOf(language: Language): Words {
  const before = made.get(language);
  if (before) return before;
  const bundle = new FluentBundle(language, { useIsolating: false });
  bundle.addResource(new FluentResource(sources[language]));
  const say = (id: string, values: Record<string, FluentVariable> = {}): string => {
    const message = bundle.getMessage(id);
    if (!message?.value) throw new Error(`no message ${id}`);
    const problems: Error[] = [];
    const text = bundle.formatPattern(message.value, values, problems);
    if (problems.length) throw problems[0];
    return text;
  };
  const words = Object.assign(say, { language });
  made.set(language, words);
  return words;
}

const Context = createContext<Words>(wordsOf("en"));
export const WordsProvider = Context.Provider;
export const useWords = (): Words => useContext(Context);
