// Cases for comparing two builds: those of the tree, and couples made from them at random.
import { readFileSync, readdirSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";

const require = createRequire(new URL("../../scripts/wasm/package.json", import.meta.url));
const yaml = require("yaml");

// Every scalar as it is written, as the case format wants it; a key without a value is null.
export function readCase(text) {
  const document = yaml.parseDocument(text, { schema: "failsafe" });
  if (document.errors.length) throw document.errors[0];
  yaml.visit(document, {
    Scalar(_key, node) {
      if (node.type === "PLAIN" && node.source === "") node.value = null;
    },
  });
  return document.toJS();
}

// What was decided about a case is no part of it: the key `decided` with all below it is left out.
export function caseText(path) {
  return readFileSync(path, "utf8").replace(/^decided:.*\n(?:[ \t].*\n|\n)*/m, "");
}

export function caseFiles(folder) {
  return readdirSync(folder, { withFileTypes: true })
    .flatMap((entry) => {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) return caseFiles(path);
      return /\.yaml$/.test(entry.name) ? [path] : [];
    })
    .sort();
}

// mulberry32: the same numbers everywhere.
export function numbers(seed) {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
  return { below: (n) => Math.floor(next() * n), one: (list) => list[Math.floor(next() * list.length)] };
}

// Every place in a case where something stands: [holder, key].
function spots(value, found = []) {
  if (value === null || typeof value !== "object") return found;
  for (const key of Object.keys(value)) {
    found.push([value, key]);
    spots(value[key], found);
  }
  return found;
}

const days = ["1950-03-01", "1986", "1999-12", "2005-07-20", "2013-06-30", "2018-01-25", "2018-01-26", "2020-02-29", "2025-11"];

// A case with a few things left out, unknown or otherwise; most are still possible, some are refused.
export function varied(original, random, places) {
  const told = structuredClone(original);
  told.question ??= {};
  told.question.forum = random.one(places);
  for (let i = random.below(6); i > 0; --i) {
    const [holder, key] = random.one(spots(told));
    if (Array.isArray(holder)) continue;
    const value = holder[key];
    if (holder === told) {
      if (key !== "comity" && key !== "spouses") delete holder[key];
    } else if (random.below(2)) delete holder[key];
    else if (value === "male" || value === "female") holder[key] = random.one(["male", "female", "other", { one_of: ["male", "other"] }]);
    else if (typeof value === "string" && /^[A-Z]{2}$/.test(value)) holder[key] = random.one([...places, "?A"]);
    else if (typeof value === "string" && /^\d{4}/.test(value)) holder[key] = random.one(days);
    else if (value === "yes" || value === "no") holder[key] = random.one(["yes", "no", "unknown"]);
    else holder[key] = "unknown";
  }
  return told;
}
