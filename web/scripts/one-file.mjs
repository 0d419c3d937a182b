// Makes dist/comity.html: one page with its style, its script, and as inert data the engine, the law pack and the texts of
// the law. The page may do what its policy names and nothing else: no request, no frame, no form, no script but its own.
import { createHash } from "node:crypto";
import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { gzipSync } from "node:zlib";

const web = new URL("../", import.meta.url);
const root = new URL("../../", import.meta.url);
const dist = new URL("dist/", web);
const budget = 2 * 1024 * 1024;

const text = (name) => readFileSync(new URL(name, dist), "utf8");
const css = text("app.css").replaceAll("</style", "<\\/style");
const js = text("app.js").replaceAll("</script", "<\\/script").replaceAll("<!--", "<\\!--");
const hash = (content) => `'sha256-${createHash("sha256").update(content, "utf8").digest("base64")}'`;
const packed = (bytes) => gzipSync(bytes, { level: 9 }).toString("base64");
const data = (id, bytes) => `<script type="application/octet-stream" id="${id}">${packed(bytes)}</script>`;

const policy = [
  "default-src 'none'",
  `script-src ${hash(js)} 'wasm-unsafe-eval'`,
  `style-src ${hash(css)}`,
  "worker-src blob:",
  "img-src data:",
  "base-uri 'none'",
  "form-action 'none'",
].join("; ");

const engine = process.env.COMITY_WASM ?? new URL("build/wasm/comity.wasm", root);
const pack = process.env.COMITY_PACK ?? new URL("build/release/comity.pack", root);
for (const [file, made] of [[engine, "the WebAssembly build"], [pack, "./comity"]])
  if (!existsSync(file)) {
    console.error(`${file instanceof URL ? file.pathname : file} is not there; ${made} makes it`);
    process.exit(1);
  }
const blobs = [
  data("engine", readFileSync(engine)),
  data("pack", readFileSync(pack)),
  data("texts", readFileSync(new URL("src/made/law-texts.json", web))),
];

const html = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="robots" content="noindex, nofollow">
<meta name="color-scheme" content="light dark">
<title>Reference</title>
<link rel="icon" href="data:,">
<style>${css}</style>
</head>
<body>
<div id="app"></div>
<noscript>This page works inside itself and needs JavaScript. Эта страница работает сама в себе, ей нужен JavaScript.</noscript>
<script>${js}</script>
${blobs.join("\n")}
</body>
</html>
`;

writeFileSync(new URL("comity.html", dist), html);
for (const name of ["app.css", "app.js"]) rmSync(new URL(name, dist));
const size = gzipSync(html, { level: 9 }).length;
console.log(`dist/comity.html: ${html.length} bytes, ${size} gzipped, ${Math.round((100 * size) / budget)} % of the budget`);
if (size > budget) {
  console.error("the page is larger than 2 MiB gzipped");
  process.exit(1);
}
