// The seam to the engine: what it gives is what the app's types say, from a file and from a server, with a thread and without.
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import Ajv from "ajv/dist/2020.js";
import { app, open } from "./kit/browser.mjs";
import { check, same, test } from "./kit/harness.mjs";
import { engine, lawTexts, moscow, texts } from "./kit/inside.mjs";
import { interview, toAnswer } from "./kit/interview.mjs";

const schema = () => new Ajv.default({ strict: false }).compile(JSON.parse(readFileSync(new URL("../schema/answer.schema.json", import.meta.url), "utf8")));

test("every answer is of the schema its types are made from", async () => {
  const call = await engine();
  const valid = schema();
  for (const sex of ["male", "female", "unknown"]) {
    const couple = { ...moscow, spouses: moscow.spouses.map((s, i) => (i === 1 ? { ...s, sex } : s)) };
    const answers = [call("check", { case: couple, because: true }), ...call("atlas", { case: couple })];
    check(answers.length > 300, `${answers.length} answers`);
    for (const answer of answers) check(valid(answer), `${answer.question.forum}: ${JSON.stringify(valid.errors?.slice(0, 2))}`);
  }
});

test("every provision an answer names has a text in the law browser", async () => {
  const call = await engine();
  const { instrumentFor, sectionFor } = await texts();
  const all = lawTexts();
  const missing = new Set();
  const seen = new Set();
  const look = (provision) => {
    if (!provision || seen.has(provision) || provision.startsWith("COMITY/")) return;
    seen.add(provision);
    const instrument = instrumentFor(all, provision);
    if (!instrument || sectionFor(instrument, provision) < 0) missing.add(provision);
  };
  const visit = (step) => {
    look(step.provision);
    step.because.forEach(visit);
  };
  for (const { question } of call("atlas", { case: moscow })) {
    const answer = call("check", { case: moscow, forum: question.forum, because: true });
    for (const stance of answer.stances) stance.because.forEach(visit);
    for (const reading of answer.readings) look(reading.id);
    for (const line of answer.exposure) look(line.provision);
  }
  check(seen.size > 300, `only ${seen.size} provisions were named`);
  same([...missing], [], `of ${seen.size}:`);
});

test("where a page may have no thread of its own, the engine works in the page", async () => {
  const page = await open({
    before: (p) => p.addInitScript(() => {
      window.Worker = function () {
        throw new DOMException("no worker here", "SecurityError");
      };
    }),
  });
  await interview(page);
  await toAnswer(page);
  check((await page.locator("main").innerText()).includes("Contested"), "no answer");
  await page.done();
});

test("served, it makes one request and leaves to the calendar at the same place", async () => {
  const asked = [];
  const server = createServer((request, response) => {
    asked.push(request.url);
    response.writeHead(200, { "content-type": "text/html; charset=utf-8", "cache-control": "no-store" });
    response.end(readFileSync(app));
  });
  await new Promise((ready) => server.listen(0, "127.0.0.1", ready));
  const url = `http://127.0.0.1:${server.address().port}/`;
  const page = await open({ url, at: "#token=0123" });
  await interview(page);
  await toAnswer(page);
  same(asked, ["/"]);
  same(page.problems, []);
  await page.locator("#leave").click();
  await page.locator(".calendar").waitFor();
  same(asked, ["/", "/?calendar"]);
  same(page.url(), `${url}?calendar`);
  await page.done();
  server.close();
});

test("answers that do not fit together are told so, and can be mended", async () => {
  const page = await open();
  await interview(page, { until: "celebration.on" });
  for (const [id, value] of [["answer", "4"], ["answer-month", "1"], ["answer-year", "2019"]]) await page.locator(`#${id}`).fill(value);
  await page.getByRole("button", { name: "Continue" }).click();
  await page.getByRole("heading", { name: "These answers do not fit together" }).waitFor();
  await page.getByRole("button", { name: "Check what you told" }).click();
  await page.getByRole("button", { name: /^Change the day asked about/ }).waitFor();
  await page.done();
});
