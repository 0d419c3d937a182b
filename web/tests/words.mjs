// What the app says: complete in both languages, and without words that guess or judge.
import { readFileSync, readdirSync } from "node:fs";
import { check, same, test } from "./kit/harness.mjs";

const source = new URL("../src/", import.meta.url);
const ftl = (language) => readFileSync(new URL(`words/${language}.ftl`, source), "utf8");
const ids = (text) => [...text.matchAll(/^([a-z][\w-]*) =/gm)].map((m) => m[1]).sort();
const code = readdirSync(source, { recursive: true })
  .filter((name) => /\.tsx?$/.test(name) && !name.startsWith("made"))
  .map((name) => readFileSync(new URL(name, source), "utf8"))
  .join("\n");

test("every message stands in both languages", () => {
  same(ids(ftl("ru")), ids(ftl("en")));
  same(new Set(ids(ftl("en"))).size, ids(ftl("en")).length, "a message stands twice:");
});

test("a message has the same gaps to fill in both languages", () => {
  const gaps = (language) => {
    const made = {};
    for (const [, id, body] of ftl(language).matchAll(/^([a-z][\w-]*) =((?:.|\n(?= ))*)/gm))
      made[id] = [...new Set([...body.matchAll(/\{ \$(\w+)/g)].map((m) => m[1]))].sort();
    return made;
  };
  const [en, ru] = [gaps("en"), gaps("ru")];
  for (const id of Object.keys(en)) same(ru[id], en[id], `${id}:`);
});

test("every message the code names is there", () => {
  const known = new Set(ids(ftl("en")));
  for (const [, id] of code.matchAll(/words\("([\w-]+)"/g)) check(known.has(id), `no message ${id}`);
});

test("no message guesses at chances, ranks places or calls anything safe", () => {
  const banned = {
    en: /\b(likely|unlikely|probably|arguabl[ey]|good prospects|chance[s]?|safe countr|illegal couple|fake marriage|\d+ ?%)/i,
    ru: /(вероятн|скорее всего|шанс|безопасн(ая|ые|ых) стран|фиктивн|незаконн(ая|ой) пар|\d+ ?%)/i,
  };
  for (const [language, pattern] of Object.entries(banned)) {
    const hit = pattern.exec(ftl(language));
    check(!hit, `${language}: ${hit?.[0]}`);
  }
});

test("spouses are A and B, never husband and wife, and nobody is asked whom they love", () => {
  check(!/\b(husband|wife|real marriage|orientation|gay|lesbian|homosexual)/i.test(ftl("en")), "en");
  check(!/(\bмуж\b|\bжен[аы]\b|ориентаци|гомосексуал|гей\b|лесби)/i.test(ftl("ru")), "ru");
});
