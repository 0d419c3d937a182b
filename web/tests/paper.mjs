// The brief: what a level leaves out is not there at all, on the screen or in a PDF.
import { inflateSync } from "node:zlib";
import { open } from "./kit/browser.mjs";
import { check, same, test } from "./kit/harness.mjs";
import { interview, moscow, section } from "./kit/interview.mjs";

const couple = { ...moscow, "question.forum": { place: { en: "England" } }, "spouses.0.domicile": { place: { en: "Kazakhstan" } }, "spouses.1.domicile": { place: { en: "Kazakhstan" } } };

async function brief() {
  const page = await open();
  await interview(page, { facts: couple });
  await section(page, "Print");
  await page.locator(".brief .side-by-side").waitFor();
  return page;
}

test("three levels of redaction: plans stay home, an officer sees the question and the wedding only", async () => {
  const page = await brief();
  const read = async (level) => {
    await page.getByLabel(level).check();
    await page.waitForTimeout(400);
    return page.locator("#brief").evaluate((b) => b.outerHTML);
  };
  const us = await read("For us:");
  for (const part of ["Kazakhstan", "1989", "tell it publicly", "Denmark"]) check(us.includes(part), `us: ${part} is missing`);
  const lawyer = await read("For our lawyer:");
  check(lawyer.includes("1989") && lawyer.includes("Kazakhstan"), "lawyer: what the law reads is missing");
  for (const part of ["tell it publicly (anyone)", "what is planned"]) check(!lawyer.includes(part), `lawyer: ${part}`);
  const officer = await read("For an officer:");
  check(officer.includes("Denmark") && officer.includes("4 January 2018"), "officer: the wedding is missing");
  for (const part of ["Kazakhstan", "1989", "recorded sex", "nationalit", "Spouse A", "What saying it may bring", "What would change it"]) check(!officer.includes(part), `officer: ${part}`);
  await page.done();
});

test("the PDF is tagged, has the neutral title, and no path, address or author", async () => {
  const page = await brief();
  const pdf = await page.pdf({ tagged: true, preferCSSPageSize: true, displayHeaderFooter: false });
  const raw = pdf.toString("latin1");
  let all = raw;
  for (const m of raw.matchAll(/stream\r?\n/g)) {
    const from = m.index + m[0].length;
    try {
      all += inflateSync(pdf.subarray(from, raw.indexOf("endstream", from))).toString("latin1");
    } catch {
      // not a compressed stream
    }
  }
  check(all.includes("/StructTreeRoot") && /\/MarkInfo/.test(all), "not tagged");
  check(/\/Lang ?\(en\)/.test(all), "its language is not told");
  check(!/\/Author/.test(all), "an author");
  check(!/file:\/\/|comity\.html|\/home\/|\/root\/|\/tmp\//.test(all), "a path");
  await page.done();
});

test("paper holds the brief and nothing around it", async () => {
  const page = await brief();
  await page.emulateMedia({ media: "print" });
  same(await page.locator("#leave").isVisible(), false);
  same(await page.locator(".not-printed:visible").count(), 0);
  same(await page.locator("#brief").isVisible(), true);
  await page.done();
});
