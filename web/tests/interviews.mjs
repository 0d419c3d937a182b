// Whole interviews, from the first screen to the answer, in both languages, by pointer and by keyboard alone.
import { open } from "./kit/browser.mjs";
import { check, same, test } from "./kit/harness.mjs";
import { answerOne, factOf, interview, moscow, section, toAnswer } from "./kit/interview.mjs";

const text = (page, selector = "main") => page.locator(selector).first().innerText();

test("the couple of 2018 sees contested, both readings, and what saying it may bring", async () => {
  const page = await open();
  const asked = await interview(page);
  same(asked.slice(0, 6), ["question.purpose", "question.forum", "question.on", "celebration.place", "celebration.on", "celebration.form"]);
  same(asked.slice(-2), ["later", "plans"]);
  await toAnswer(page);
  const said = await text(page);
  for (const part of ["Contested", "RU/SK/158(1), recognised", "not recognised since 26 January 2018", "RU/essence", "RU/ordre_public", "KoAP RF art. 6.21", "valid by the law of Denmark"])
    check(said.includes(part), `the answer does not say: ${part}`);
  same(page.problems, []);
  await page.done();
});

test("the same couple, in Russian", async () => {
  const page = await open({ language: "ru" });
  await interview(page, { language: "ru" });
  await toAnswer(page, "ru");
  const said = await text(page);
  for (const part of ["Спорно", "RU/SK/158(1): признаётся", "не признаётся с 26 января 2018", "По закону места (Дания) брак действителен", "Не полагайтесь на это"])
    check(said.includes(part), `the answer does not say: ${part}`);
  same(page.problems, []);
  await page.done();
});

test("in Russian nothing is left in English", async () => {
  const page = await open({ language: "ru" });
  const left = new Set();
  const read = async () => {
    for (const word of (await text(page, "body")).match(/\b[A-Za-z]{4,}\b/g) ?? []) left.add(word);
  };
  await interview(page, { language: "ru", each: read });
  await read();
  await toAnswer(page, "ru");
  await read();
  for (const name of ["Во времени", "Везде", "Сравнить", "Печать"]) {
    await section(page, name);
    await page.waitForTimeout(600);
    await read();
  }
  // Names of instruments, readings and places of the net are no words of ours; nor is the language's own name.
  const known = /^(English|KoAP|SKRF|ECtHR|essence|ordre_public|ordre|public|Shift|Natural|Earth|https?|sha|huffpost|[a-f0-9]{8,})$/i;
  const rest = [...left].filter((word) => !known.test(word));
  const sources = await page.locator(".brief .hash, .sources").allInnerTexts();
  const cited = /judgments?|decisions?|courts?|orders?|acts?|February|March|April|August|September|October|December|spouses|Danish|Criminal|Code|SK|arts?|press|statement|January|citing|determination|November|proceedings|law|regulation|passport|point|Interior|Ministry|Grand|Chamber|July|others|Fedotova|Russia|deduction|granted|June|case|stamps|textbooks|practice|report/i;
  same(rest.filter((word) => !sources.join(" ").includes(word) && !cited.test(word)), []);
  await page.done();
});

test("an interview is finished with the keyboard alone", async () => {
  const page = await open();
  await page.keyboard.press("Tab");
  same(await page.evaluate(() => document.activeElement?.className), "co-skip-link");
  const tabTo = async (matches) => {
    for (let i = 0; i < 60; i++) {
      await page.keyboard.press("Tab");
      if (await page.evaluate(matches)) return;
    }
    throw new Error(`no way there by Tab: ${matches}`);
  };
  await tabTo(() => document.activeElement?.id === "start");
  await page.keyboard.press("Enter");
  const field = () => document.activeElement?.matches("main form input");
  for (let questions = 0; questions < 60; questions++) {
    await page.locator("form[data-fact], dl.co-summary-list").first().waitFor();
    if ((await page.locator("form[data-fact]").count()) === 0) break;
    const fact = await factOf(page);
    const how = moscow[fact] ?? (fact === "later" ? { choice: "no" } : {});
    if (how.place) {
      await tabTo(field);
      await page.keyboard.type(how.place.en.slice(0, 5));
      await page.keyboard.press("ArrowDown");
      await page.keyboard.press("Enter");
      await page.keyboard.press("Enter");
    } else if (how.date || how.day) {
      await tabTo(field);
      if (how.day) {
        await page.keyboard.press("ArrowDown");
        await page.keyboard.press("Tab");
      }
      for (const [i, part] of (how.date ?? how.day).entries()) {
        if (i > 0) await page.keyboard.press("Tab");
        await page.keyboard.type(String(part));
      }
      await page.keyboard.press("Enter");
    } else if (how.choice !== undefined || how.events) {
      await tabTo(field);
      const wanted = how.choice ?? "no";
      await page.keyboard.press("Space");
      for (let i = 0; i < 30 && !(await page.evaluate((v) => document.activeElement?.value === v, wanted)); i++) await page.keyboard.press("ArrowDown");
      await page.keyboard.press("Enter");
    } else {
      await tabTo(() => document.activeElement?.matches("button[type=submit], #dont-know"));
      await page.keyboard.press("Enter");
    }
    await page.locator(`form[data-fact="${fact}"]`).waitFor({ state: "detached" });
  }
  await tabTo(() => document.activeElement?.textContent === "See the answer");
  await page.keyboard.press("Enter");
  await page.locator("#answer-sentence").waitFor();
  check((await text(page)).includes("Contested"), "the answer did not come");
  await page.done();
});

test("Back keeps answers, and Change leads back to the check of answers", async () => {
  const page = await open();
  await interview(page, { until: "celebration.on" });
  await page.getByRole("button", { name: "Back", exact: true }).click();
  same(await factOf(page), "celebration.place");
  same(await page.locator("#answer").inputValue(), "Denmark");
  await page.getByRole("button", { name: "Continue" }).click();
  await page.locator('form[data-fact="celebration.on"]').waitFor();
  await page.getByRole("navigation").getByRole("button", { name: "What was told" }).click();
  await page.getByRole("button", { name: /^Change the place asked about/ }).click();
  await answerOne(page, { place: { en: "Holland" } }, "en");
  await page.getByRole("button", { name: "Continue" }).click();
  await page.getByRole("heading", { name: "Check what you told" }).waitFor();
  check((await text(page)).includes("Netherlands"), "the change was not kept");
  await page.done();
});

test("“I don’t know” is taken everywhere, and the answer names what it turns on", async () => {
  const page = await open();
  const opening = Object.fromEntries(Object.entries(moscow).filter(([fact]) => fact.startsWith("question.") || fact === "celebration.place"));
  const asked = await interview(page, { facts: opening });
  check(asked.includes("celebration.on"), "the day of the wedding was not asked");
  await toAnswer(page);
  const said = await text(page);
  check(/Depends|Undecided|Not covered/.test(said), "no verdict that names what is missing");
  check(said.includes("Answer this"), "no missing fact can be answered from there");
  await page.done();
});

test("nobody is asked for a conclusion of law, and sex only as documents record it where a rule reads it", async () => {
  const page = await open();
  const asked = await interview(page, {
    facts: { ...moscow, "question.forum": { place: { en: "England" } }, "spouses.0.earlier_unions": { choice: "1" } },
    each: async (p, fact) => {
      if (!/\.sex$/.test(fact)) return;
      const said = await text(p);
      check(said.includes("documents record"), "sex is asked otherwise than as documents record it");
      await p.locator("summary").click();
      await p.locator(".co-details__text li").first().waitFor();
    },
  });
  check(!asked.some((fact) => /formalities_observed|valid_where_made/.test(fact)), `asked: ${asked.join(" ")}`);
  await page.done();
});

test("an earlier union is asked about one thing at a time, and no longer than it matters", async () => {
  const page = await open();
  const union = "spouses.0.earlier_unions.0";
  const asked = await interview(page, {
    facts: {
      ...moscow,
      "spouses.0.earlier_unions": { choice: "1" },
      [`${union}.kind`]: { choice: "marriage" },
      [`${union}.on`]: { date: ["", "", 2010] },
      [`${union}.place`]: { place: { en: "Russia" } },
      [`${union}.form`]: { choice: "civil" },
      [`${union}.registered`]: { choice: "yes" },
      [`${union}.ended`]: { choice: "yes" },
      [`${union}.ended.by`]: { choice: "divorce" },
      [`${union}.ended.on`]: { date: [2, 3, 2015] },
      [`${union}.ended.place`]: { place: { en: "Russia" } },
      [`${union}.ended.how`]: { choice: "judicial" },
      [`${union}.ended.lived.self`]: { place: { en: "Russia" } },
      [`${union}.ended.lived.other`]: { place: { en: "Russia" } },
    },
    each: async (p, fact) => {
      if (fact.startsWith(`${union}.`)) check((await text(p)).includes("Spouse A: earlier union 1"), `${fact} does not say whose`);
    },
  });
  check(asked.includes(`${union}.ended`) && asked.includes(`${union}.ended.by`), asked.join(" "));
  check((await text(page)).includes("Earlier union 1") || (await text(page)).includes("earlier union 1"), "not among what was told");
  same(page.problems, []);
  await page.done();
});

test("why a question is asked names a provision, and leads to its text", async () => {
  const page = await open();
  await interview(page, { until: "between.kinship" });
  await page.locator("summary").click();
  const provision = page.locator(".co-details__text li button").first();
  await provision.waitFor();
  check(/art|§/.test(await provision.innerText()), "no citation");
  await provision.click();
  await page.locator(".law-section.wanted h3").waitFor();
  await page.getByRole("button", { name: "Back", exact: true }).click();
  same(await factOf(page), "between.kinship");
  await page.done();
});

test("a mistake is told beside the field and in a summary that leads to it", async () => {
  const page = await open();
  await interview(page, { until: "celebration.on" });
  await page.locator("#answer").fill("31");
  await page.locator("#answer-month").fill("2");
  await page.locator("#answer-year").fill("2018");
  await page.getByRole("button", { name: "Continue" }).click();
  await page.locator(".co-error-summary button").click();
  same(await page.evaluate(() => document.activeElement?.id), "answer");
  check((await text(page)).includes("real date"), "no word on what is wrong");
  await page.done();
});

test("the language may be changed at any question, and nothing is lost", async () => {
  const page = await open();
  await interview(page, { until: "celebration.on" });
  await page.locator("#answer").fill("4");
  await page.locator("#answer-year").fill("2018");
  await page.getByRole("button", { name: "Русский" }).click();
  await page.getByRole("heading", { name: "В какой день была или будет свадьба?" }).waitFor();
  same(await page.locator("#answer").inputValue(), "4");
  same(await page.locator("html").getAttribute("lang"), "ru");
  await page.locator("#answer-month").fill("1");
  await page.getByRole("button", { name: "Продолжить" }).click();
  await page.getByRole("heading", { name: /^Кто и как проводил свадьбу/ }).waitFor();
  await page.done();
});

test("where a state has no one law, the part is asked for", async () => {
  const page = await open();
  await interview(page, { until: "question.forum" });
  await page.locator("#answer").fill("usa");
  await page.locator("#answer").press("Enter");
  await page.getByLabel("The law there is not the same everywhere. Which part?").selectOption("US-TX");
  await page.waitForFunction(() => document.querySelector("#answer").value === "Texas");
  await page.getByRole("button", { name: "Continue" }).click();
  await page.locator('form[data-fact="question.on"]').waitFor();
  await page.done();
});

test("places are found by other names, in the other language, by cities and with accents left out", async () => {
  const page = await open();
  await interview(page, { until: "question.forum" });
  for (const [typed, name] of [["usa", "United States"], ["Германия", "Germany"], ["turkey", "Türkiye"], ["reunion", "Réunion"], ["лондон", "England and Wales"], ["Holl", "Netherlands"], ["texas", "Texas"], ["BURM", "Myanmar"]]) {
    await page.locator("#answer").fill(typed);
    await page.waitForFunction((n) => document.querySelector("[role=option]")?.textContent.startsWith(n), name, { timeout: 2000 }).catch(async () => {
      check(false, `${typed}: ${await page.locator("[role=option]").first().innerText()}`);
    });
  }
  await page.done();
});
