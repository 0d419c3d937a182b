// One engine for the whole app, started once and ended by the exit.
import { outside } from "./outside";
import type { Answer } from "../made/answer";
import { Refused, type Ask, type Call, type Engine, type PlaceLaw, type Timeline } from "./engine";

let call: Promise<Call> | undefined;

async function begin(): Promise<Call> {
  if (outside) return outside;
  throw new Refused("no engine");
}

async function ask<T>(verb: string, request: unknown): Promise<T> {
  call ??= begin();
  const reply = JSON.parse(await (await call)(verb, JSON.stringify(request))) as T & { error?: string };
  if (reply && typeof reply === "object" && typeof reply.error === "string") throw new Refused(reply.error);
  return reply;
}

export const engine: Engine = {
  check: (asked) => ask<Answer>("check", asked),
  timeline: (asked) => ask<Timeline>("timeline", asked),
  atlas: (asked) => ask<Answer[]>("atlas", asked),
  ask: (asked) => ask<Ask>("ask", asked),
  laws: (asked) => ask<PlaceLaw>("laws", asked),
  close: () => {
    call = undefined;
  },
};
