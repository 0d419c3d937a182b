// One engine for the whole app: in a worker where the browser lets a page from a file have one, else in the page itself.
// Started once, ended by the exit; nothing it held stays.
import type { Answer } from "../made/answer";
import { openCore, type Reply } from "./core";
import { Refused, type Ask, type Engine, type PlaceLaw, type Timeline } from "./engine";
import { inlineText } from "./inline";
import { unpack } from "./unpack";
import type { FromWorker, ToWorker } from "./worker";
import EngineWorker from "./worker?worker&inline";

type Call = (verb: string, request: string) => Promise<Reply>;

let running: Promise<Call> | undefined;
let worker: Worker | undefined;

function inWorker(): Promise<Call> {
  return new Promise((resolve, reject) => {
    const made = (worker = new EngineWorker());
    const waiting = new Map<number, (reply: Reply) => void>();
    let count = 0;
    made.onerror = (event) => reject(new Error(event.message));
    made.onmessage = (event: MessageEvent<FromWorker>) => {
      const message = event.data;
      if ("ready" in message)
        resolve(
          (verb, request) =>
            new Promise((answered) => {
              const id = ++count;
              waiting.set(id, answered);
              made.postMessage({ id, verb, request } satisfies ToWorker);
            }),
        );
      else if ("failed" in message) reject(new Error(message.failed));
      else {
        waiting.get(message.id)?.(message);
        waiting.delete(message.id);
      }
    };
    made.postMessage({ open: { engine: inlineText("engine"), pack: inlineText("pack") } } satisfies ToWorker);
  });
}

async function inPage(): Promise<Call> {
  const core = await openCore(await unpack(inlineText("engine")), await unpack(inlineText("pack")));
  return (verb, request) => Promise.resolve(core(verb, request));
}

const begin = (): Promise<Call> => {
  try {
    return inWorker().catch(inPage);
  } catch {
    return inPage();
  }
};

interface Problem {
  title: string;
  detail?: string;
  findings?: { message?: string; remedy?: string }[];
}

async function ask<T>(verb: string, request: object): Promise<T> {
  running ??= begin();
  const reply = await (await running)(verb, JSON.stringify({ ...request, compact: true }));
  const document = JSON.parse(reply.text) as T;
  if (reply.status === 0) return document;
  const problem = document as Problem;
  const first = problem.findings?.[0];
  throw new Refused([first?.message ?? problem.detail ?? problem.title, first?.remedy].filter(Boolean).join(". "));
}

export const engine: Engine = {
  warm: () => void (running ??= begin()),
  check: (asked) => ask<Answer>("check", asked),
  timeline: (asked) => ask<Timeline>("timeline", asked),
  atlas: (asked) => ask<Answer[]>("atlas", asked),
  ask: (asked) => ask<Ask>("ask", asked),
  laws: (asked) => ask<PlaceLaw>("laws", asked),
  close: () => {
    worker?.terminate();
    worker = undefined;
    running = undefined;
  },
};
