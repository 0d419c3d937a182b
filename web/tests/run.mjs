// Drives the built page in a real browser. node tests/run.mjs [part of a name]
import { start, stop } from "./kit/browser.mjs";
import { run } from "./kit/harness.mjs";
import "./words.mjs";
import "./interviews.mjs";
import "./safety.mjs";
import "./leaving.mjs";
import "./access.mjs";
import "./pictures.mjs";
import "./paper.mjs";
import "./engine.mjs";
import "./speed.mjs";

let good = false;
try {
  await start();
  good = await run();
} catch (error) {
  console.log(`FAIL  the tests could not start: ${error.message}\n0 passed, 1 failed`);
} finally {
  await stop();
}
process.exit(good ? 0 : 1);
