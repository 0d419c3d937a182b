// For everybody: axe finds nothing on any screen, nothing runs off a narrow one, and sides turn with the script.
import { AxeBuilder } from "@axe-core/playwright";
import { open } from "./kit/browser.mjs";
import { check, same, test } from "./kit/harness.mjs";
import { interview, section, toAnswer } from "./kit/interview.mjs";

async function clean(page, where) {
  const { violations } = await new AxeBuilder({ page }).withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]).analyze();
  same(violations.map((v) => `${v.id}: ${v.nodes.slice(0, 2).map((n) => n.html.slice(0, 160)).join(" | ")}`), [], `${where}:`);
  const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  check(over <= 1, `${where}: runs ${over} px off the side`);
}

/** Every screen there is, one after the other. */
async function screens(page, see) {
  await see("start");
  await page.getByRole("button", { name: "What this is, and what it cannot do" }).click();
  await see("help");
  await page.getByRole("button", { name: "Back", exact: true }).click();
  const kinds = new Set();
  await interview(page, {
    each: async (p, fact) => {
      const kind = await p.locator("form[data-fact]").evaluate((form) => [...form.querySelectorAll("input")].map((i) => i.type + (i.getAttribute("role") ?? "")).slice(0, 4).join());
      if (kinds.has(kind)) return;
      kinds.add(kind);
      await see(`question ${fact}`);
      if (fact === "plans") return; // may be left empty: no mistake can be made
      await p.getByRole("button", { name: "Continue" }).click();
      if (await p.locator(".co-error-summary").count()) await see(`question ${fact}, with a mistake`);
    },
  });
  await see("what was told");
  await toAnswer(page);
  await see("answer, couple");
  for (const register of ["For a caseworker", "For a lawyer"]) {
    await page.getByLabel(register).check();
    await page.locator("main section").first().waitFor();
    await see(`answer, ${register}`);
  }
  await section(page, "Over time");
  await page.locator(".stretches li").first().waitFor();
  await see("over time");
  await section(page, "Everywhere");
  await page.locator(".places-list").first().waitFor();
  await page.getByRole("button", { name: "Russia", exact: true }).click();
  await see("everywhere, list");
  await page.getByLabel("Map", { exact: true }).check();
  await page.locator(".map svg").waitFor();
  await see("everywhere, map");
  await section(page, "Compare");
  await page.locator("table.compare").waitFor();
  await see("compare");
  await section(page, "Law texts");
  await page.locator("#laws-search").fill("apostille");
  await page.locator(".hits li").first().waitFor();
  await see("law texts, search");
  await page.locator("#laws-place").fill("Russia");
  await page.locator("#laws-place").press("Enter");
  await page.locator(".topics").waitFor();
  await see("law texts, place");
  await page.getByRole("button", { name: "Family Code of the Russian Federation" }).click();
  await page.locator(".law-section").first().waitFor();
  await page.evaluate(() => document.querySelectorAll("main details").forEach((d) => (d.open = true)));
  await see("law texts, instrument");
  await section(page, "Print");
  await page.locator(".brief .side-by-side").waitFor();
  for (const level of ["For us:", "For our lawyer:", "For an officer:"]) {
    await page.getByLabel(level).check();
    await see(`print, ${level}`);
  }
}

for (const [name, options] of [
  ["a desk, light", {}],
  ["a desk, dark", { scheme: "dark" }],
  ["a tablet, light", { width: 768, height: 1024 }],
  ["a small phone, light", { width: 320, height: 640 }],
  ["a phone, dark", { width: 360, height: 740, scheme: "dark" }],
])
  test(`axe finds nothing on any screen, and nothing runs off it: ${name}`, async () => {
    const page = await open(options);
    await screens(page, (where) => clean(page, where));
    same(page.problems, []);
    await page.done();
  });

test("axe finds nothing on the calendar", async () => {
  const page = await open({ at: "?calendar" });
  await page.locator(".calendar").waitFor();
  await clean(page, "calendar");
  await page.done();
});

test("where a script runs from the right, the page turns with it", async () => {
  const page = await open({ width: 900 });
  await interview(page);
  await toAnswer(page);
  await page.evaluate(() => (document.documentElement.dir = "rtl"));
  const places = await page.evaluate(() => {
    const at = (selector) => document.querySelector(selector).getBoundingClientRect();
    return {
      leave: at("#leave").left < innerWidth / 2,
      name: at(".site-name").right > innerWidth / 2,
      back: at(".co-back-link").right > innerWidth / 2,
      mark: at(".co-warning-text__icon").left > at(".co-warning-text__text").left,
      over: document.documentElement.scrollWidth - document.documentElement.clientWidth <= 1,
    };
  });
  same(places, { leave: true, name: true, back: true, mark: true, over: true });
  const sides = await page.evaluate(() => {
    const found = [];
    for (const rule of document.styleSheets[0].cssRules) {
      const text = rule.cssText;
      if (/(margin|padding|border)-(left|right)(?!-radius)\s*:|text-align:\s*(left|right)|float:\s*(left|right)\b/.test(text)) found.push(text.slice(0, 120));
    }
    return found;
  });
  same(sides, [], "sides that do not turn:");
  await page.done();
});

test("each screen begins at its heading, and one heading is the first of its kind", async () => {
  const page = await open();
  await interview(page, {
    each: async (p) => {
      same(await p.locator("h1").count(), 1);
      same(await p.evaluate(() => document.activeElement?.tagName), "H1");
    },
  });
  await page.done();
});
