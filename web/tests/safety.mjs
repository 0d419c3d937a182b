// The safety lines of docs/safety.md and docs/web-app.md, each tried in a real browser.
import { open, app } from "./kit/browser.mjs";
import { check, same, test } from "./kit/harness.mjs";
import { interview, moscow, section, toAnswer } from "./kit/interview.mjs";

const kept = (page) =>
  page.evaluate(async () => ({
    cookies: document.cookie,
    local: (() => { try { return localStorage.length; } catch { return 0; } })(),
    session: (() => { try { return sessionStorage.length; } catch { return 0; } })(),
    databases: (await indexedDB.databases?.().catch(() => [])) ?? [],
    caches: await (globalThis.caches?.keys().catch(() => []) ?? []),
    workers: (await navigator.serviceWorker?.getRegistrations().catch(() => []))?.length ?? 0,
    history: history.length,
    url: location.href,
    title: document.title,
    state: history.state,
    name: window.name,
  }));

async function everywhere(page) {
  await toAnswer(page);
  for (const name of ["Over time", "Everywhere", "Compare", "Law texts", "Print", "What was told", "Answer"]) {
    await section(page, name);
    await page.waitForTimeout(300);
  }
}

test("nothing is stored: no cookie, storage, database, cache, worker of the net, history entry", async () => {
  const page = await open();
  const before = await kept(page);
  await interview(page);
  await everywhere(page);
  const after = await kept(page);
  same(after, before);
  same({ ...after, url: "", history: 0 }, { cookies: "", local: 0, session: 0, databases: [], caches: [], workers: 0, history: 0, url: "", title: "Reference", state: null, name: "" });
  same((await page.context().cookies()).length, 0);
  await page.done();
});

test("nothing is requested: one file is read, and no more", async () => {
  const page = await open();
  await interview(page);
  await everywhere(page);
  same(page.requests.filter((url) => !/^(blob:|data:)/.test(url)), [app.href]);
  await page.done();
});

test("no fact of a case stands in the address or the title, which never change", async () => {
  const page = await open();
  await interview(page, {
    each: async (p) => {
      same(p.url(), app.href);
      same(await p.title(), "Reference");
    },
  });
  await everywhere(page);
  same([page.url(), await page.title()], [app.href, "Reference"]);
  await page.done();
});

test("the page's own policy refuses every request, and scripts that are not its own", async () => {
  const page = await open();
  const policy = await page.locator("meta[http-equiv=Content-Security-Policy]").getAttribute("content");
  check(policy.startsWith("default-src 'none';"), policy);
  check(!/https?:|\*|unsafe-inline|'unsafe-eval'/.test(policy), policy);
  const refused = await page.evaluate(async () => {
    const tries = {};
    tries.fetch = await fetch("http://127.0.0.1:9/").then(() => "sent", () => "refused");
    tries.beacon = await new Promise((resolve) => {
      addEventListener("securitypolicyviolation", (e) => resolve(e.effectiveDirective), { once: true });
      navigator.sendBeacon("http://127.0.0.1:9/", "x");
      setTimeout(() => resolve("sent"), 1000);
    });
    const script = document.createElement("script");
    script.textContent = "window.strange = true";
    document.body.append(script);
    tries.script = window.strange ?? "refused";
    return tries;
  });
  same(refused, { fetch: "refused", beacon: "connect-src", script: "refused" });
  await page.done();
});

test("browsers are told to fill in and to remember nothing", async () => {
  const page = await open();
  await interview(page, {
    each: async (p) => {
      const open = await p.locator("form:not([autocomplete=off]), input:not([autocomplete=off]), select:not([autocomplete=off])").count();
      same(open, 0, "a field may be remembered:");
    },
  });
  await page.done();
});

test("the first screen and the title say nothing of marriage", async () => {
  for (const language of ["en", "ru"]) {
    const page = await open({ language });
    const said = (await page.locator("body").innerText()) + (await page.title());
    check(!/marri|wedding|spouse|partner|couple|брак|свадьб|супру|пар[аы]/i.test(said), said);
    await page.done();
  }
});

test("the way out is in sight on every screen, at its end too, on a phone too", async () => {
  const page = await open({ width: 360, height: 640 });
  const seen = async () => {
    await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
    const box = await page.locator("#leave").boundingBox();
    check(box && box.y >= 0 && box.y + box.height <= 640 && box.x >= 0 && box.x + box.width <= 360, JSON.stringify(box));
  };
  await seen();
  await interview(page, { each: seen });
  await toAnswer(page);
  await seen();
  await page.done();
});

test("contested, for a couple: first not to rely on it, then what saying it may bring, then the readings", async () => {
  const page = await open();
  await interview(page);
  await toAnswer(page);
  const said = await page.locator("main").innerText();
  const at = (part) => said.indexOf(part);
  const order = [at("Do not rely on this at a desk"), at("valid by the law of Denmark"), at("no single answer"), at("What saying it may bring"), at("Who reads the law how")];
  check(order.every((x) => x >= 0), `something is missing: ${order}`);
  same([...order].sort((a, b) => a - b), order);
  await page.done();
});

test("“not recognised” says first where the marriage is valid, and how and where it can be ended", async () => {
  const page = await open();
  await interview(page, { facts: { ...moscow, "question.forum": { place: { en: "India" } } } });
  await toAnswer(page);
  const said = await page.locator("main").innerText();
  check(/not recognised/i.test(said), "the case is no longer one of refusal: choose another");
  check(said.indexOf("where the marriage is valid, it stays valid") < said.indexOf("not recognised"), "where it is valid does not come first");
  await page.getByRole("button", { name: "Ask about divorce in Denmark" }).click();
  await page.getByText("Denmark · 26 January 2018 · for: divorce").waitFor();
  await page.done();
});

test("nothing found is never called safe: what was looked at and what not is said", async () => {
  const page = await open();
  await interview(page, { facts: { ...moscow, plans: { plans: [] }, "question.forum": { place: { en: "Iceland" } } } });
  await toAnswer(page);
  const said = await page.locator(".exposure").innerText();
  check(/(Nothing found in: .*Not looked at: .*not the same as safe)|(Looked at: .*Not looked at: )/.test(said), said);
  await page.done();
});

test("under 18, or without free consent: protection comes before the answer", async () => {
  for (const [facts, part] of [
    [{ "spouses.1.born": { date: [5, 1, 2000] } }, "under 18"],
    [{ "spouses.1.consents": { choice: "no" }, "question.forum": { place: { en: "Scotland" } } }, "did not consent freely"],
  ]) {
    const page = await open();
    await interview(page, { facts: { ...moscow, ...facts } });
    await toAnswer(page);
    const said = await page.locator("main").innerText();
    check(said.includes(part), `not said: ${part}`);
    check(said.indexOf("Protection comes first") < said.indexOf("How firm this is"), "protection does not come first");
    check(said.includes("need not be told by the other spouse"), "no word on help");
    await page.done();
  }
});

test("law past its review date is told before the answer", async () => {
  const page = await open({ before: (p) => p.clock.setFixedTime(new Date("2041-05-06T12:00:00Z")) });
  await interview(page);
  await toAnswer(page);
  const said = await page.locator("main").innerText();
  const at = said.indexOf("past its review date");
  check(at >= 0 && at < said.indexOf("no single answer"), "staleness does not come first");
  await page.done();
});

test("whoever has or seeks protection is not sent to the state they fled", async () => {
  const page = await open();
  await interview(page);
  await toAnswer(page);
  const said = await page.locator("main").innerText();
  check(said.includes("need not turn to an authority of the state they fled, nor get its papers"), "not said");
  check(/Refugee Convention, arts 12 and 25/.test(said), "the substitute is not named");
  await page.done();
});

test("everywhere is alphabetical within an outcome, and says that it does not show danger", async () => {
  const page = await open();
  await interview(page);
  await section(page, "Everywhere");
  await page.locator(".places-list").first().waitFor();
  for (const list of await page.locator(".places-list").all()) {
    const names = await list.locator("button").allInnerTexts();
    same(names, [...names].sort((a, b) => a.localeCompare(b, "en")));
  }
  check((await page.locator("main").innerText()).includes("Nothing here shows danger"), "not said");
  await page.done();
});

test("nobody's name is asked, and nothing is uploaded or searched over persons", async () => {
  const page = await open();
  await interview(page, {
    each: async (p) => {
      same(await p.locator("input[type=file], input[type=email], input[type=tel], textarea").count(), 0);
      check(!/\b(your|their|full|first|last) names?\b/i.test(await p.locator("main").innerText()), "a name is asked");
    },
  });
  await page.done();
});
