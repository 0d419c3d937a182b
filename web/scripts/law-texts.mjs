// Reads law/: each instrument with its title, dates, sources and the whole text of its files, for the law browser.
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { parse } from "smol-toml";

// A day of TOML comes as a kind of Date, one written in quotes as text.
const day = (value) => (value === undefined ? undefined : typeof value === "string" ? value : value.toISOString().slice(0, 10));

export function readLawTexts(root) {
  const law = new URL("law/", root);
  const instruments = [];
  for (const module of folders(law))
    for (const folder of folders(new URL(`${module}/`, law)))
      add(instruments, new URL(`${module}/${folder}/`, law), `law/${module}/${folder}`);
  add(instruments, new URL("shared/", law), "law/shared");
  return instruments.sort((a, b) => (a.key < b.key ? -1 : 1));
}

const folders = (url) =>
  readdirSync(url, { withFileTypes: true }).filter((e) => e.isDirectory()).map((e) => e.name).sort();

function add(list, url, path) {
  const file = new URL("SOURCE.toml", url);
  if (!existsSync(file)) return;
  const source = parse(readFileSync(file, "utf8"));
  const text = readdirSync(url).filter((name) => name.endsWith(".law.md")).sort();
  if (text.length === 0) return;
  list.push({
    key: source.key,
    place: source.place,
    title: [source.title?.en ?? source.key, source.title?.ru ?? source.title?.en ?? source.key],
    number: source.number,
    adopted: day(source.adopted),
    cite: source.cite,
    checked: day(source.checked),
    review_by: day(source.review_by),
    sources: Object.entries(source.sources ?? {}).map(([name, s]) => ({ name, url: s.url, what: s.what, opened: day(s.opened) })),
    files: text.map((name) => [`${path}/${name}`, readFileSync(new URL(name, url), "utf8")]),
  });
}
