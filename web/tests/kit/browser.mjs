// The browser the tests drive: Debian's Chromium, one page at a time, with everything it asks for written down.
import { existsSync } from "node:fs";
import { chromium } from "playwright-core";

export const app = new URL("../../dist/comity.html", import.meta.url);
const found = [process.env.CHROMIUM, "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"].find((path) => path && existsSync(path));

let browser;

export async function start() {
  if (!existsSync(app)) throw new Error("dist/comity.html is not there: npm run build makes it");
  if (!found) throw new Error("no Chromium: apt-get install chromium, or name one in CHROMIUM");
  browser = await chromium.launch({ executablePath: found, args: ["--no-sandbox"] });
}

export const stop = () => browser?.close();

/** Opens the app. What went wrong in it is in `page.problems`, what it asked for in `page.requests`. */
export async function open({ language = "en", scheme = "light", width = 1100, height = 900, at = "", before, url = app.href } = {}) {
  const context = await browser.newContext({
    viewport: { width, height },
    colorScheme: scheme,
    locale: { en: "en-GB", ru: "ru-RU" }[language],
    reducedMotion: "reduce",
  });
  const page = await context.newPage();
  page.problems = [];
  page.requests = [];
  page.on("pageerror", (error) => page.problems.push(error.message));
  page.on("console", (message) => message.type() === "error" && page.problems.push(message.text()));
  page.on("request", (request) => page.requests.push(request.url()));
  page.setDefaultTimeout(15_000);
  await page.goto("about:blank");
  if (before) await before(page);
  await page.goto(url + at);
  page.done = () => context.close();
  return page;
}
