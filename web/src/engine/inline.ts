// What the page carries as inert data, by the id of its element.
import { unpack } from "./unpack";

export function inlineText(id: string): string {
  const text = document.getElementById(id)?.textContent;
  if (!text) throw new Error(`the page has no ${id}`);
  return text;
}

export const inlineBytes = (id: string): Promise<Uint8Array<ArrayBuffer>> => unpack(inlineText(id));
