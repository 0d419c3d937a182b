// Comity's WebAssembly module from JavaScript, in a page or in Node: the law pack's bytes and a request in, an object out.
// Guarantees: no request leaves the module's memory; an answer's bytes are overwritten in it once they are read.
// The module imports a clock and a place to write a last message to; both are given here, and nothing else.

const answered = 0;

/** A call that was refused: `problem` is the document of RFC 9457, `status` that of comity.h. */
export class Refused extends Error {
  constructor(status, problem) {
    super(problem.detail ?? problem.title);
    this.status = status;
    this.problem = problem;
  }
}

function imports(memoryOf, lastWords) {
  const decoder = new TextDecoder();
  return {
    clock_time_get(_clock, _precision, at) {
      new DataView(memoryOf().buffer).setBigUint64(at, BigInt(Date.now()) * 1000000n, true);
      return 0;
    },
    fd_write(_file, parts, count, written) {
      const view = new DataView(memoryOf().buffer);
      let total = 0;
      for (let i = 0; i < count; ++i) {
        const at = view.getUint32(parts + 8 * i, true);
        const size = view.getUint32(parts + 8 * i + 4, true);
        lastWords(decoder.decode(new Uint8Array(memoryOf().buffer, at, size)));
        total += size;
      }
      view.setUint32(written, total, true);
      return 0;
    },
    fd_close: () => 0,
    fd_seek: () => 70, // ESPIPE: there are no files
  };
}

/**
 * @param {WebAssembly.Module} module compiled from comity.wasm
 * @param {Uint8Array} pack the bytes of comity.pack
 */
export function open(module, pack, { lastWords = () => {} } = {}) {
  let instance;
  const memory = () => instance.exports.memory;
  instance = new WebAssembly.Instance(module, { wasi_snapshot_preview1: imports(memory, lastWords) });
  const core = instance.exports;
  core._initialize();

  // The address of bytes copied into the module; whoever lends them takes them back.
  function lend(bytes) {
    const at = core.comity_allocate(bytes.length);
    if (at === 0) throw new RangeError("comity: no memory left");
    new Uint8Array(memory().buffer, at, bytes.length).set(bytes);
    return at;
  }

  const encoder = new TextEncoder();
  const decoder = new TextDecoder();
  const session = core.comity_open(lend(pack), pack.length);

  /** The reply as it stands: its status and its text. */
  function callText(verb, request = "{}") {
    const name = encoder.encode(verb + "\0");
    const body = encoder.encode(request);
    const nameAt = lend(name);
    const bodyAt = lend(body);
    const reply = core.comity_call(session, nameAt, bodyAt, body.length);
    core.comity_release(nameAt, name.length);
    core.comity_release(bodyAt, body.length);
    if (reply === 0) throw new RangeError("comity: no memory left");
    const [status, at, size] = new Uint32Array(memory().buffer, reply, 3);
    const text = decoder.decode(new Uint8Array(memory().buffer, at, size));
    core.comity_free(reply);
    return { status, text };
  }

  return {
    callText,
    /** The verb's document; throws Refused. */
    call(verb, request = {}) {
      const { status, text } = callText(verb, JSON.stringify({ compact: true, ...request }));
      const document = JSON.parse(text);
      if (status !== answered) throw new Refused(status, document);
      return document;
    },
    close: () => core.comity_close(session),
  };
}
