// DEVELOPMENT ONLY: answers the app's calls from the native program, until the engine is in the page.
import { execFileSync } from "node:child_process";
const program = process.env.COMITY ?? "/tmp/tools/comity";
const env = { ...process.env, COMITY_PACK: process.env.COMITY_PACK ?? "/tmp/tools/comity.pack" };
export function bridge(verb, request) {
  const r = JSON.parse(request);
  const args = { check: ["check", "--json", "-"], ask: ["check", "--json", "--no-because", "-"], timeline: ["timeline", "--json", "-"], atlas: ["atlas", "--json", "-"], laws: ["laws", "--json", "--place", r.place, "--on", r.on] }[verb];
  const more = ["--lang", r.lang, "--today", r.today];
  if (verb === "check" && r.because === false) more.push("--no-because");
  if (verb === "timeline") { if (r.until) more.push("--until", r.until); if (r.as_lived) more.push("--as-lived"); }
  try {
    const out = execFileSync(program, [...args, ...more], { input: JSON.stringify(r.case ?? {}), env, encoding: "utf8", maxBuffer: 1 << 28, stdio: ["pipe", "pipe", "pipe"] });
    if (verb === "ask") return JSON.stringify({ next: null, open: JSON.parse(out).depends_on.map((d) => d.fact) });
    return out;
  } catch (e) { return JSON.stringify({ error: String(e.stderr || e.message) }); }
}
