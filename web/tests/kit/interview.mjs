// Walks through an interview: what is asked is answered from a table by fact, and what the table does not know, with
// "I don't know".
const words = {
  en: { next: "Continue", dontKnow: "I don’t know", answer: "See the answer", another: "Another day", yes: "Yes", more: "Add another event" },
  ru: { next: "Продолжить", dontKnow: "Не знаю", answer: "Показать ответ", another: "На другой день", yes: "Да", more: "Добавить событие" },
};

/** The couple of January 2018: two men, nationals of Russia, married in Copenhagen. */
export const moscow = {
  "question.purpose": { choice: "status" },
  "question.forum": { place: { en: "Moscow", ru: "Москва" } },
  "question.on": { day: [26, 1, 2018] },
  "celebration.place": { place: { en: "Copenhagen", ru: "Копенгаген" } },
  "celebration.on": { date: [4, 1, 2018] },
  "celebration.form": { choice: "civil" },
  "celebration.registered": { choice: "yes" },
  "spouses.0.nationalities": { place: { en: "Russia", ru: "Россия" } },
  "spouses.1.nationalities": { place: { en: "Russia", ru: "РФ" } },
  "spouses.0.sex": { choice: "male" },
  "spouses.1.sex": { choice: "male" },
  "spouses.0.born": { date: ["", 6, 1989] },
  "spouses.1.born": { date: ["", "", 1989] },
  "spouses.0.residence": { place: { en: "Russia", ru: "Россия" } },
  "spouses.1.residence": { place: { en: "Russia", ru: "Россия" } },
  "spouses.0.domicile": { place: { en: "Russia", ru: "Россия" } },
  "spouses.1.domicile": { place: { en: "Russia", ru: "Россия" } },
  "between.kinship": { choice: "none" },
  "between.adoption": { choice: "none" },
  "between.affinity": { choice: "none" },
  "spouses.0.declared_incapable": { choice: "no" },
  "spouses.1.declared_incapable": { choice: "no" },
  "spouses.0.consents": { choice: "yes" },
  "spouses.1.consents": { choice: "yes" },
  "spouses.0.earlier_unions": { choice: "0" },
  "spouses.1.earlier_unions": { choice: "0" },
  "celebration.permissions": { choice: "no" },
  later: {
    events: [
      { act: "civil_status_mark", place: { en: "Russia", ru: "Россия" }, date: [25, 1, 2018] },
      { act: "mark_withdrawn", place: { en: "Russia", ru: "Россия" }, date: [26, 1, 2018] },
    ],
  },
  plans: { plans: ["publish", "present_certificate"] },
};

export const factOf = (page) => page.locator("form[data-fact]").getAttribute("data-fact");

async function fillDate(page, id, [day, month, year]) {
  await page.locator(`#${id}`).fill(String(day));
  await page.locator(`#${id}-month`).fill(String(month));
  await page.locator(`#${id}-year`).fill(String(year));
}

async function fillPlace(page, id, name) {
  await page.locator(`#${id}`).fill(name);
  await page.locator(`#${id}`).press("Enter"); // chooses; it does not send
}

export async function answerOne(page, how, language) {
  const say = words[language];
  if (how.choice !== undefined) await page.locator(`input[name=answer][value="${how.choice}"]`).check();
  if (how.place) await fillPlace(page, "answer", how.place[language]);
  if (how.date) await fillDate(page, "answer", how.date);
  if (how.day) {
    await page.getByLabel(say.another, { exact: true }).check();
    await fillDate(page, "answer-day", how.day);
  }
  if (how.events) {
    await page.getByLabel(say.yes, { exact: true }).check();
    for (const [i, event] of how.events.entries()) {
      if (i > 0) await page.getByRole("button", { name: say.more }).click();
      await page.locator("fieldset.event select").nth(i).selectOption(event.act);
      await fillPlace(page, `event-${i}-by`, event.place[language]);
      await fillDate(page, `event-${i}-on`, event.date);
    }
  }
  for (const plan of how.plans ?? []) await page.locator("input[type=checkbox]").nth(plans.indexOf(plan)).check();
}

const plans = ["publish", "present_certificate", "register", "transcribe", "apply_residence", "enter", "share_home", "adopt", "marry_again", "divorce"];

/** Begins, answers until nothing is left to ask, and gives the facts asked, in order. `each` sees every question. */
export async function interview(page, { language = "en", facts = moscow, each, until } = {}) {
  const say = words[language];
  const asked = [];
  await page.locator("#start").click();
  for (;;) {
    await page.locator("form[data-fact], dl.co-summary-list").first().waitFor();
    if ((await page.locator("form[data-fact]").count()) === 0) return asked;
    const fact = await factOf(page);
    asked.push(fact);
    if (asked.length > 80) throw new Error(`no end of questions: ${asked.join(" ")}`);
    if (each) await each(page, fact);
    if (until === fact) return asked;
    const how = facts[fact];
    if (how) await answerOne(page, how, language);
    else if (fact === "later") await page.locator("input[value=no]").check();
    else if (fact !== "plans") {
      const button = page.locator("#dont-know");
      if (await button.count()) {
        await button.click();
        await page.locator(`form[data-fact="${fact}"]`).waitFor({ state: "detached" });
        continue;
      }
      await page.getByLabel(say.dontKnow, { exact: true }).check();
    }
    await page.getByRole("button", { name: say.next, exact: true }).click();
    await page.locator(`form[data-fact="${fact}"]`).waitFor({ state: "detached" });
  }
}

export async function toAnswer(page, language = "en") {
  await page.getByRole("button", { name: words[language].answer }).click();
  await page.locator("#answer-sentence").waitFor();
}

export async function section(page, name) {
  await page.getByRole("navigation").getByRole("button", { name, exact: true }).click();
}
