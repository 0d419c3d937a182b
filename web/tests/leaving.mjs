// The exit: blank at once, nothing left, and Back leads past this page.
import { open, app } from "./kit/browser.mjs";
import { check, same, test } from "./kit/harness.mjs";
import { interview, toAnswer } from "./kit/interview.mjs";

async function answered(language = "en") {
  const page = await open({ language });
  await interview(page, { language });
  await toAnswer(page, language);
  return page;
}

/** Does it, and gives how long until nothing of the page can be seen. */
const gone = (page, act) =>
  page.evaluate(async (how) => {
    const began = performance.now();
    const press = (key) => document.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true }));
    if (how === "button") document.querySelector("#leave").click();
    else for (let i = 0; i < 3; i++) press(how);
    const seen = getComputedStyle(document.documentElement).visibility !== "hidden" && document.body.innerText.trim() !== "";
    return { seen, left: document.body.childElementCount, took: performance.now() - began };
  }, act);

for (const [name, act] of [["the button", "button"], ["Escape three times", "Escape"], ["Shift three times", "Shift"]])
  test(`${name} blanks the page within 100 ms and shows a calendar`, async () => {
    const page = await answered();
    const { seen, left, took } = await gone(page, act);
    same({ seen, left }, { seen: false, left: 0 });
    check(took < 100, `took ${took} ms`);
    await page.locator(".calendar").waitFor();
    same(await page.title(), "Calendar");
    check(!/marri|Russia|Contested/i.test(await page.locator("body").innerText()), "something is left");
    await page.done();
  });

test("leaving takes this page's place in the history: Back leads to what was before it, Forward to the calendar", async () => {
  const page = await answered();
  await page.locator("#leave").click();
  await page.locator(".calendar").waitFor();
  await page.goBack();
  same(page.url(), "about:blank");
  same((await page.locator("body").innerText()).trim(), "");
  await page.goForward();
  await page.locator(".calendar").waitFor();
  same(page.url(), `${app.href}?calendar`);
  await page.done();
});

test("going elsewhere and coming Back shows the first screen, not what was told", async () => {
  const page = await answered();
  await page.goto("data:text/html,<h1>elsewhere</h1>");
  await page.goBack();
  await page.locator("#start").waitFor();
  check(!(await page.locator("body").innerText()).includes("Russia"), "what was told is still there");
  await page.done();
});

test("reloading forgets what was told", async () => {
  const page = await answered();
  await page.reload();
  await page.locator("#start").waitFor();
  same(await page.getByRole("navigation").count(), 0);
  await page.done();
});

test("one or two presses, or others between, do not leave", async () => {
  const page = await open();
  for (const key of ["Escape", "Escape", "a", "Escape", "Shift", "Escape", "Shift"]) await page.keyboard.press(key);
  await page.waitForTimeout(200);
  same(await page.locator("#start").count(), 1);
  await page.done();
});

test("real keys leave, from within a field too", async () => {
  const page = await open();
  await interview(page, { until: "question.forum" });
  await page.locator("#answer").fill("Rus");
  for (let i = 0; i < 3; i++) await page.keyboard.press("Escape");
  await page.locator(".calendar").waitFor();
  await page.done();
});
