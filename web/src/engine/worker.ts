// The engine in a thread of its own, so that no question waits for an answer being worked out.
import { openCore, type Core } from "./core";
import { unpack } from "./unpack";

export type ToWorker = { open: { engine: string; pack: string } } | { id: number; verb: string; request: string };
export type FromWorker = { ready: true } | { id: number; status: number; text: string } | { failed: string };

let core: Promise<Core> | undefined;
const tell = (message: FromWorker) => postMessage(message);

addEventListener("message", async (event: MessageEvent<ToWorker>) => {
  const message = event.data;
  try {
    if ("open" in message) {
      core = Promise.all([unpack(message.open.engine), unpack(message.open.pack)]).then(([engine, pack]) => openCore(engine, pack));
      await core;
      tell({ ready: true });
    } else if (core) {
      tell({ id: message.id, ...(await core)(message.verb, message.request) });
    }
  } catch (error) {
    tell({ failed: String((error as Error).message) });
  }
});
