// Names are sentences, each is tried alone, the last line counts them.
const list = [];

export const test = (name, body) => list.push({ name, body });

export function check(holds, told) {
  if (!holds) throw new Error(told);
}

export function same(actual, expected, told = "") {
  const [a, b] = [JSON.stringify(actual), JSON.stringify(expected)];
  if (a !== b) throw new Error(`${told} expected ${b}, came ${a}`.trim());
}

export async function run() {
  const only = process.argv[2];
  let passed = 0;
  let failed = 0;
  for (const { name, body } of list) {
    if (only && !name.includes(only)) continue;
    const began = Date.now();
    try {
      await body();
      passed++;
      console.log(`ok    ${name} (${Date.now() - began} ms)`);
    } catch (error) {
      failed++;
      console.log(`FAIL  ${name}\n      ${String(error.message).split("\n").slice(0, 12).join("\n      ")}`);
    }
  }
  console.log(`${passed} passed, ${failed} failed`);
  return failed === 0;
}
