// Time, the world, two side by side, and the law itself.
import { open } from "./kit/browser.mjs";
import { check, same, test } from "./kit/harness.mjs";
import { interview, section, toAnswer } from "./kit/interview.mjs";

async function at(name, language = "en") {
  const page = await open({ language });
  await interview(page, { language });
  await section(page, name);
  return page;
}

test("over time: 25 and 26 January 2018 are there, each with what brought it", async () => {
  const page = await at("Over time");
  await page.locator(".stretches > li").nth(2).waitFor();
  const stretches = await page.locator(".stretches > li").allInnerTexts();
  const of = (day) => stretches.find((text) => text.startsWith(day));
  check(of("25 January 2018")?.includes("a mark in a document"), stretches.join("\n"));
  check(of("26 January 2018")?.includes("the head of the Moscow civil registry authority"), stretches.join("\n"));
  check(of("4 January 2018")?.includes("Untested"), stretches.join("\n"));
  await page.done();
});

test("dragging the day flips the answer", async () => {
  const page = await at("Over time");
  const slider = page.locator(".time-slider");
  await slider.waitFor();
  const verdict = () => page.locator(".time-answer .mark").first().innerText();
  await page.locator(".time-answer .mark").waitFor();
  same(await verdict(), "Contested");
  const box = await slider.boundingBox();
  await page.mouse.move(box.x + box.width * 0.5, box.y + box.height / 2);
  await page.mouse.down();
  await page.mouse.move(box.x + 12, box.y + box.height / 2, { steps: 8 });
  await page.mouse.up();
  await page.waitForFunction(() => document.querySelector(".time-answer .mark")?.textContent === "Untested");
  await page.done();
});

test("the day moves by keys, a day at a time, and says itself", async () => {
  const page = await at("Over time");
  const slider = page.locator(".time-slider");
  await slider.focus();
  await page.keyboard.press("ArrowLeft");
  await page.waitForFunction(() => document.querySelector(".time-slider").getAttribute("aria-valuetext") === "25 January 2018: Untested");
  await page.keyboard.press("ArrowRight");
  await page.waitForFunction(() => document.querySelector(".time-slider").getAttribute("aria-valuetext") === "26 January 2018: Contested");
  await page.done();
});

test("as lived and as now known are told apart", async () => {
  const page = await at("Over time");
  await page.locator(".stretches > li").first().waitFor();
  await page.getByLabel(/^As lived/).check();
  await page.locator(".stretches > li").first().waitFor();
  same(page.problems, []);
  await page.done();
});

test("everywhere: the list comes first; the map shows the same places, hatched where contested", async () => {
  const page = await at("Everywhere");
  await page.locator(".places-list").first().waitFor();
  const contested = await page.locator("section", { has: page.getByRole("heading", { name: /^Contested/ }) }).locator(".places-list button").allInnerTexts();
  check(contested.includes("Russia"), contested.join());
  await page.getByLabel("Map", { exact: true }).check();
  const russia = page.locator('.map path[data-code="RU"]');
  await russia.waitFor();
  check((await russia.getAttribute("style")).includes("p-violet-stripes"), await russia.getAttribute("style"));
  same(await russia.locator("title").textContent(), "Russia: Contested");
  await russia.dispatchEvent("pointerdown");
  await russia.dispatchEvent("pointerup");
  check((await page.locator(".picked").innerText()).includes("RU/SK/158(1), recognised"), await page.locator(".picked").innerText());
  await page.done();
});

test("the map is moved and brought closer by keys, buttons and pointer", async () => {
  const page = await at("Everywhere");
  await page.getByLabel("Map", { exact: true }).check();
  const box = () => page.locator(".map svg").getAttribute("viewBox");
  const whole = await box();
  await page.locator(".map-frame").focus();
  await page.keyboard.press("+");
  await page.waitForFunction((before) => document.querySelector(".map svg").getAttribute("viewBox") !== before, whole);
  const closer = await box();
  await page.keyboard.press("ArrowRight");
  await page.waitForFunction((before) => document.querySelector(".map svg").getAttribute("viewBox") !== before, closer);
  const moved = await box();
  const frame = await page.locator(".map svg").boundingBox();
  await page.mouse.move(frame.x + frame.width / 2, frame.y + frame.height / 2);
  await page.mouse.down();
  await page.mouse.move(frame.x + frame.width / 2 + 80, frame.y + frame.height / 2 + 20, { steps: 5 });
  await page.mouse.up();
  await page.waitForFunction((before) => document.querySelector(".map svg").getAttribute("viewBox") !== before, moved);
  await page.getByRole("button", { name: "Whole world" }).click();
  await page.waitForFunction((before) => document.querySelector(".map svg").getAttribute("viewBox") === before, whole);
  await page.done();
});

test("another day changes the world", async () => {
  const page = await at("Everywhere");
  await page.locator(".places-list").first().waitFor();
  const of = async (name) => (await page.locator("section", { has: page.getByRole("button", { name, exact: true }) }).locator("h2").innerText()).replace(/\d+ .*/, "").trim();
  same(await of("Russia"), "Contested");
  await page.locator("#map-day").fill("25");
  await page.getByRole("button", { name: "Show this day" }).click();
  await page.waitForFunction(() => [...document.querySelectorAll("main section")].some((s) => /^\s*Recognised/.test(s.querySelector("h2").textContent) && [...s.querySelectorAll("button")].some((b) => b.textContent === "Russia")));
  await page.done();
});

test("two places side by side say whether they differ", async () => {
  const page = await at("Compare");
  await page.locator("table.compare").waitFor();
  const said = await page.locator("table.compare").innerText();
  check(said.includes("Russia") && said.includes("Denmark") && said.includes("Settled") && said.includes("Contested"), said);
  check((await page.locator("main").innerText()).includes("They differ"), "not said");
  await page.locator("#right-place").fill("Moscow");
  await page.locator("#right-place").press("Enter");
  await page.getByText("Both give the same outcome").waitFor();
  await page.locator("#right-day").fill("25");
  await page.getByText("They differ").waitFor();
  await page.done();
});

test("every step of a derivation leads to the text it cites", async () => {
  const page = await open();
  await interview(page);
  await toAnswer(page);
  await page.getByLabel("For a lawyer").check();
  const links = page.locator(".steps .step-link button");
  await links.first().waitFor();
  const open_ = () => page.evaluate(() => document.querySelectorAll("details").forEach((d) => (d.open = true)));
  await open_();
  const count = await links.count();
  check(count > 15, `only ${count} steps cite law`);
  for (const i of [0, 3, 6, count - 1]) {
    await open_();
    const cited = await links.nth(i).innerText();
    await links.nth(i).click();
    await page.locator(".law-section.wanted").waitFor({ timeout: 5000 }).catch(() => check(false, `no text for ${cited}`));
    await page.getByRole("button", { name: "Back", exact: true }).click();
    await links.first().waitFor();
  }
  await page.done();
});

test("an instrument shows its versions with their days, its rules and its examples", async () => {
  const page = await open();
  await page.getByRole("button", { name: "Read the texts" }).click();
  await page.locator("#laws-place").fill("Denmark");
  await page.locator("#laws-place").press("Enter");
  await page.getByRole("button", { name: /Formation|Marriage/ }).first().click();
  await page.locator(".law-section").first().waitFor();
  const said = await page.locator("main").innerText();
  check(said.includes("In force from 1 January 1970 until 15 June 2012"), "no versions");
  check(/Examples: \d+/.test(said), "no examples");
  check(said.includes("Sources"), "no sources");
  check(!/Invalid|undefined|GMT|\b(Mon|Tue|Wed|Thu|Fri) [A-Z]/.test(said), "a day is not told as one");
  await page.done();
});

test("texts are found by words in either language", async () => {
  const page = await open();
  await page.getByRole("button", { name: "Read the texts" }).click();
  for (const [typed, found] of [["article 158", "Article 158"], ["стамп", ""], ["близкое родство", ""], ["apostille", "Article"]]) {
    await page.locator("#laws-search").fill(typed);
    await page.waitForTimeout(250);
    if (found) check((await page.locator(".hits").innerText()).includes(found), typed);
  }
  await page.done();
});
