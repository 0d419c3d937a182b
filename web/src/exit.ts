// Leaving at once: the button, Shift three times, or Escape three times. The page is blanked in the same turn, what was in
// memory is let go, and a neutral page takes the place of this one in the history, so that Back does not lead here.
import { engine } from "./engine/start";

/** Opened with this search, the app is a calendar and nothing else; see neutral.ts. */
export const neutralSearch = "?calendar";

const wipers: (() => void)[] = [];

/** What is to be forgotten on leaving. */
export function onWipe(wipe: () => void): void {
  wipers.push(wipe);
}

export function wipe(): void {
  const root = document.documentElement;
  root.style.visibility = "hidden";
  document.body.replaceChildren();
  for (const each of wipers) each();
  engine.close();
}

export function leave(): void {
  wipe();
  location.replace(location.pathname + neutralSearch);
}

const keys = new Set(["Escape", "Shift"]);

export function watchExitKeys(): void {
  let last = "";
  let count = 0;
  let at = 0;
  addEventListener(
    "keydown",
    (event) => {
      if (!keys.has(event.key) || event.repeat) {
        count = 0;
        return;
      }
      const now = performance.now();
      count = event.key === last && now - at < 1500 ? count + 1 : 1;
      last = event.key;
      at = now;
      if (count >= 3) leave();
    },
    { capture: true },
  );
  // Going elsewhere forgets, too: a page kept for Back would still hold what was told.
  addEventListener("pagehide", wipe);
  addEventListener("pageshow", (event) => {
    if (event.persisted) location.reload();
  });
}
