// DEVELOPMENT ONLY: an engine outside the page, until the one in WebAssembly is there.
import type { Call } from "./engine";

declare global {
  interface Window {
    comityBridge?: (verb: string, request: string) => Promise<string>;
  }
}

export const outside: Call | undefined = window.comityBridge ? (verb, request) => window.comityBridge!(verb, request) : undefined;
