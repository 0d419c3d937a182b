// The engine itself: the WebAssembly module behind src/capi/comity.h, given bytes, asked in JSON. Knows no page and no worker.
export interface Reply {
  /** 0: `text` is the verb's document; else a problem (docs/c-abi.md). */
  status: number;
  text: string;
}

interface Exports {
  memory: WebAssembly.Memory;
  _initialize(): void;
  comity_abi(): number;
  comity_open(pack: number, size: number): number;
  comity_call(session: number, verb: number, request: number, size: number): number;
  comity_free(reply: number): void;
  comity_allocate(size: number): number;
  comity_release(memory: number, size: number): void;
}

/** What the app was written for: COMITY_ABI of the header. */
const abi = 1;

export type Core = (verb: string, request: string) => Reply;

export async function openCore(engine: BufferSource, pack: Uint8Array): Promise<Core> {
  let memory: WebAssembly.Memory | undefined;
  // The module was made for a host with files. It is given a clock, and nothing that reads or writes.
  const badDescriptor = 8;
  const wasi = {
    clock_time_get: (_id: number, _precision: bigint, at: number): number => {
      if (memory) new DataView(memory.buffer).setBigUint64(at, BigInt(Date.now()) * 1_000_000n, true);
      return 0;
    },
    fd_close: () => badDescriptor,
    fd_seek: () => badDescriptor,
    fd_write: () => badDescriptor,
  };
  const { instance } = await WebAssembly.instantiate(engine, { wasi_snapshot_preview1: wasi });
  const c = instance.exports as unknown as Exports;
  memory = c.memory;
  c._initialize();
  if (c.comity_abi() !== abi) throw new Error(`engine of another kind: ${c.comity_abi()}`);
  const put = (bytes: Uint8Array): number => {
    const at = c.comity_allocate(bytes.length);
    if (!at) throw new Error("no memory left");
    new Uint8Array(c.memory.buffer, at, bytes.length).set(bytes);
    return at;
  };
  const session = c.comity_open(put(pack), pack.length);
  if (!session) throw new Error("no memory left");
  const encoder = new TextEncoder();
  const decoder = new TextDecoder();
  return (verb, request) => {
    const name = encoder.encode(`${verb}\0`);
    const body = encoder.encode(request);
    const nameAt = put(name);
    const bodyAt = put(body);
    const reply = c.comity_call(session, nameAt, bodyAt, body.length);
    c.comity_release(nameAt, name.length);
    c.comity_release(bodyAt, body.length);
    if (!reply) throw new Error("no memory left");
    const [status, text, size] = new Uint32Array(c.memory.buffer, reply, 3);
    const made = { status: status ?? 4, text: decoder.decode(new Uint8Array(c.memory.buffer, text, size)) };
    c.comity_free(reply);
    return made;
  };
}
