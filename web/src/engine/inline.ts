// What the page carries as inert data: gzip in base64, read when first wanted.
export function isInline(id: string): boolean {
  return document.getElementById(id) !== null;
}

export async function inlineBytes(id: string): Promise<Uint8Array<ArrayBuffer>> {
  const element = document.getElementById(id);
  if (!element?.textContent) throw new Error(`the page has no ${id}`);
  const text = atob(element.textContent);
  const packed = new Uint8Array(text.length);
  for (let i = 0; i < text.length; i++) packed[i] = text.charCodeAt(i);
  const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream("gzip"));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}
