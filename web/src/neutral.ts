// The page the exit leads to: the calendar of this month, made here, with nothing of the app in it.
export function showCalendar(root: HTMLElement): void {
  const now = new Date();
  const language = navigator.language || "en";
  const month = new Date(now.getFullYear(), now.getMonth(), 1);
  const name = new Intl.DateTimeFormat(language, { month: "long", year: "numeric" }).format(month);
  const weekday = new Intl.DateTimeFormat(language, { weekday: "short" });
  document.title = "Calendar";
  document.documentElement.lang = language;
  const main = document.createElement("main");
  main.className = "calendar";
  const heading = document.createElement("h1");
  heading.textContent = name;
  const table = document.createElement("table");
  const head = table.createTHead().insertRow();
  for (let day = 0; day < 7; day++) {
    const cell = document.createElement("th");
    cell.scope = "col";
    cell.textContent = weekday.format(new Date(2024, 0, 1 + day));
    head.append(cell);
  }
  const body = table.createTBody();
  let row = body.insertRow();
  for (let blank = (month.getDay() + 6) % 7; blank > 0; blank--) row.insertCell();
  for (const day = new Date(month); day.getMonth() === now.getMonth(); day.setDate(day.getDate() + 1)) {
    if (row.cells.length === 7) row = body.insertRow();
    const cell = row.insertCell();
    cell.textContent = String(day.getDate());
    if (day.getDate() === now.getDate()) cell.className = "today";
  }
  main.append(heading, table);
  root.replaceChildren(main);
}
