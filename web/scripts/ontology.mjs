// Reads law/shared: which facts a case has, their types, questions and values in both languages; the list of places.
// The law language is regular enough that its declarations can be read line by line; what is not one is passed over.
import { readFileSync, readdirSync } from "node:fs";

const says = (line) => {
  const text = {};
  for (const [, language, quoted] of line.matchAll(/\b(en|ru) "((?:[^"\\]|\\.)*)"/g))
    text[language] = quoted.replace(/\\(.)/g, "$1");
  return [text.en ?? "", text.ru ?? text.en ?? ""];
};

export function readOntology(root) {
  const folder = new URL("law/shared/", root);
  const enums = {}, records = {};
  for (const name of readdirSync(folder).filter((n) => n.endsWith(".law.md")).sort()) {
    let current = null, group = null, inLaw = false;
    for (const line of readFileSync(new URL(name, folder), "utf8").split("\n")) {
      if (line.startsWith("```")) {
        inLaw = line === "```law";
        continue;
      }
      if (!inLaw) continue;
      let m;
      if ((m = line.match(/^enum (\w+)/))) group = enums[m[1]] = [], current = null;
      else if ((m = line.match(/^ +value (\w+) /)) && group) group.push([m[1], ...says(line)]);
      else if ((m = line.match(/^record (\w+)/))) current = records[m[1]] = { facts: {} };
      else if ((m = line.match(/^fact (\w+) of (\w+): (.+)$/)))
        current = records[m[2]].facts[m[1]] = { type: m[3].replace(/ up to \d+$/, "") };
      else if (/^\S/.test(line)) current = null;
      else if (current && (m = line.match(/^ +(says|asks|hint) /))) current[m[1]] = says(line);
      else if (current && (m = line.match(/^ +(presumed|absent|short) (\S+)$/))) current[m[1]] = m[2];
    }
  }
  return { enums, records, places: readPlaces(folder) };
}

// code, part_of, until, by_part, alias_of, en, ru
function readPlaces(folder) {
  const [head, ...rows] = csv(readFileSync(new URL("places.csv", folder), "utf8"));
  return rows.map((row) => {
    const place = Object.fromEntries(head.map((key, i) => [key, row[i]]));
    return Object.fromEntries(Object.entries(place).filter(([, value]) => value !== ""));
  });
}

export function csv(text) {
  return text.split("\n").filter((line) => line !== "").map((line) =>
    [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map((m) => (m[1] ?? m[2] ?? "").replace(/""/g, '"')));
}
