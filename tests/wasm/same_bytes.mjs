// The WebAssembly module against the program: for every case of the tree and for generated ones, the same bytes.
// Usage: node tests/wasm/same_bytes.mjs PROGRAM MODULE PACK [GENERATED]. Ends with "N passed, N failed".
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

import { open, Refused } from "../../apps/wasm/comity.mjs";
import { caseFiles, caseText, numbers, readCase, varied } from "./cases.mjs";

const [program, modulePath, packPath, generated = "300"] = process.argv.slice(2);
const root = fileURLToPath(new URL("../..", import.meta.url));
const today = "2026-11-25";
const pack = readFileSync(packPath);
const module = new WebAssembly.Module(readFileSync(modulePath));
const core = open(module, pack);

let passed = 0;
let failed = 0;
function check(name, holds, why = "") {
  if (holds) return void ++passed;
  ++failed;
  console.log(`FAIL  ${name}${why && `: ${why}`}`);
}

// Where two texts part, with what stands around it.
function difference(a, b) {
  let at = 0;
  while (at < a.length && a[at] === b[at]) ++at;
  return `at ${at}: program ${JSON.stringify(a.slice(at - 60, at + 60))}, module ${JSON.stringify(b.slice(at - 60, at + 60))}`;
}

function native(verb, told, options = []) {
  const done = spawnSync(program, [verb, "--json", "--today", today, ...options, ...(told ? ["-"] : [])], {
    input: told ?? "",
    maxBuffer: 1 << 28,
    encoding: "utf8",
    env: { COMITY_PACK: packPath },
  });
  return { status: done.status, text: done.stdout, codes: [...done.stderr.matchAll(/error (\d{4}):/g)].map((m) => m[1]) };
}

let answers = 0;
let refusals = 0;
// `text`: the case as the program is to read it, where it is not the same JSON.
function same(name, verb, told, options = [], keys = {}, text = told && JSON.stringify(told)) {
  const theirs = native(verb, text, options);
  const ours = core.callText(verb, JSON.stringify({ ...(told && { case: told }), ...keys, today }));
  if (theirs.status !== ours.status) return check(name, false, `status ${theirs.status} and ${ours.status}: ${ours.text}`);
  if (ours.status === 0) {
    ++answers;
    return check(name, theirs.text === ours.text, theirs.text === ours.text ? "" : difference(theirs.text, ours.text));
  }
  ++refusals;
  const codes = JSON.parse(ours.text).findings.filter((f) => f.severity === "error").map((f) => String(f.code));
  check(name, codes.join() === theirs.codes.join(), `refused for ${theirs.codes} and for ${codes}`);
}

const files = [...caseFiles(`${root}examples`), ...caseFiles(`${root}cases`)];
const originals = [];
for (const path of files) {
  const text = caseText(path);
  const told = readCase(text);
  const name = path.slice(root.length);
  originals.push(told);
  same(`${name}: check`, "check", told, [], {}, text); // YAML there, the same as JSON here
  same(`${name}: timeline`, "timeline", told, ["--as-lived"], { as_lived: true });
}
for (const told of originals.slice(0, 12)) {
  same("atlas", "atlas", told);
  same("ask", "ask", told);
  same("check in Russian", "check", told, ["--lang", "ru", "--no-because"], { lang: "ru", because: false });
}
same("laws", "laws", null);
same("laws of a place", "laws", null, ["--place", "NL", "--history"], { place: "NL", history: true });

const random = numbers(2018);
const places = core.call("instruments").map((i) => i.place).filter((p) => p && p.length >= 2 && p !== "EU" && p !== "COE");
for (let i = 0; i < Number(generated); ++i) same(`generated ${i}`, "check", varied(random.one(originals), random, places));
check("the generated cases are of both kinds", answers > 300 && refusals > 10, `${answers} answers, ${refusals} refusals`);

// A pack that was touched is refused by name; so is one whose signature is not ours.
for (const [at, code] of [[pack.length >> 1, 7002], [pack.length - 10, 7004]]) {
  const touched = new Uint8Array(pack);
  touched[at] ^= 1;
  try {
    open(module, touched).call("version");
    check(`a pack touched at ${at}`, false, "it answers");
  } catch (refused) {
    check(`a pack touched at ${at}`, refused instanceof Refused && refused.problem.findings[0].code === code, String(refused));
  }
}
check("a case given as YAML is refused here", core.callText("check", JSON.stringify({ case: "comity: 1\n" })).status === 2);
check("the module asks the host for a clock and for last words only",
  WebAssembly.Module.imports(module).map((i) => i.name).join() === "clock_time_get,fd_close,fd_seek,fd_write",
  JSON.stringify(WebAssembly.Module.imports(module)));

console.log(`${passed} passed, ${failed} failed`);
process.exit(failed ? 1 : 0);
