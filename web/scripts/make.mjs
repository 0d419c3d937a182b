// Makes src/made/: what the app takes from the rest of the tree, so that nothing is said twice.
// Ontology and places from law/shared, the texts of the law from law, the shapes of the map from src/map, types of the
// answer from its JSON Schema. Run by `npm run build`; nothing here is edited by hand.
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { compileFromFile } from "json-schema-to-typescript";
import { readOntology } from "./ontology.mjs";
import { readLawTexts } from "./law-texts.mjs";
import { readShapes } from "./shapes.mjs";

const web = new URL("../", import.meta.url);
const root = new URL("../../", import.meta.url);
const made = new URL("src/made/", web);
mkdirSync(made, { recursive: true });
const write = (name, text) => writeFileSync(new URL(name, made), text);

write("ontology.json", JSON.stringify(readOntology(root)));
write("law-texts.json", JSON.stringify(readLawTexts(root)));
write("shapes.json", JSON.stringify(readShapes(readFileSync(new URL("src/map/shapes.inc", root), "utf8"))));
write(
  "answer.ts",
  await compileFromFile(new URL("schema/answer.schema.json", web).pathname, {
    bannerComment: "// Made from schema/answer.schema.json by scripts/make.mjs.",
    additionalProperties: true,
    style: { printWidth: 120 },
  }),
);
