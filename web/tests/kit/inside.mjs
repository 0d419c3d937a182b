// Parts of the app on their own, for tests that need no page: its engine, and where it finds a text of the law.
import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { build } from "vite";
import { app } from "./browser.mjs";

const web = new URL("../../", import.meta.url);

async function load(entry) {
  const made = await build({
    root: web.pathname,
    configFile: false,
    logLevel: "silent",
    build: { write: false, minify: false, lib: { entry: new URL(entry, web).pathname, formats: ["es"] } },
  });
  const code = [made].flat()[0].output[0].code;
  return import(`data:text/javascript;base64,${Buffer.from(code).toString("base64")}`);
}

export const texts = () => load("src/law/texts.ts");
export const lawTexts = () => JSON.parse(readFileSync(new URL("src/made/law-texts.json", web), "utf8"));

/** The engine and the law that the page carries, as the app opens them: a verb and a request in, a document out. */
export async function engine() {
  const { openCore } = await load("src/engine/core.ts");
  const page = readFileSync(app, "utf8");
  const carried = (id) => gunzipSync(Buffer.from(new RegExp(`id="${id}">([^<]+)<`).exec(page)[1], "base64"));
  const core = await openCore(carried("engine"), carried("pack"));
  return (verb, request) => {
    const { status, text } = core(verb, JSON.stringify({ today: "2026-11-25", lang: "en", compact: true, ...request }));
    if (status !== 0) throw new Error(`${verb}: ${text.slice(0, 400)}`);
    return JSON.parse(text);
  };
}

export const moscow = {
  comity: 1,
  question: { forum: "RU", on: "2018-01-26" },
  celebration: { place: "DK", on: "2018-01-04", form: "civil", registered: "yes", permissions: [] },
  spouses: ["first", "second"].map((label) => ({
    label, sex: "male", born: "1989", nationalities: ["RU"], domicile: "RU", residence: "RU", declared_incapable: "no", consents: "yes", earlier_unions: [],
  })),
  between: { kinship: "none", adoption: "none", affinity: "none" },
};
