import { endWithParent } from "./end-with-parent.js";
import { listenOn } from "../protocol/listen-on.js";
import {
  type FromWorker,
  lineName,
  type Numbered,
  type Request,
  type ToWorker,
} from "../protocol/messages.js";

type Hear = (message: ToWorker) => void;

interface Wire {
  /** Resolves when the message has been handed over: a process that ends before loses it. */
  send(message: Numbered<FromWorker>): Promise<void>;
}

let hearing: { readonly request: number; readonly hear: Hear } | undefined;
let wire: Wire | undefined;

/** What connects a worker with the run that it works for, while it works on one request. */
export class Link {
  readonly #request: number;
  readonly #wire: Wire;
  /** Whether anything was said. Then the last word has to come behind it. */
  isUsed = false;

  constructor({ number, pool }: Request, hear: Hear) {
    this.#request = number;
    this.#wire = wire ??= pool === undefined ? processWire() : threadWire(pool);
    hearing = { request: number, hear };
  }

  send(message: FromWorker): Promise<void> {
    this.isUsed = true;
    return this.#wire.send({ request: this.#request, message });
  }

  close(): void {
    if (hearing?.request === this.#request) hearing = undefined;
  }
}

function heard({ request, message }: Numbered<ToWorker>): void {
  if (hearing?.request === request) hearing.hear(message);
}

function threadWire(pool: string): Wire {
  // Node loads it in milliseconds, and most runs have no workers.
  const { BroadcastChannel, threadId } = process.getBuiltinModule("node:worker_threads");
  const channel = new BroadcastChannel(lineName(pool, threadId));
  channel.unref();
  listenOn(channel, (data) => heard(data as Numbered<ToWorker>));
  return {
    async send(message) {
      channel.postMessage(message);
    },
  };
}

function processWire(): Wire {
  endWithParent();
  process.on("message", (message: unknown) => {
    if (isNumbered(message)) heard(message);
  });
  return {
    // The run may be gone. Then nobody waits for the message.
    send: (message) => new Promise((resolve) => void process.send?.(message, undefined, {}, () => resolve())),
  };
}

function isNumbered(message: unknown): message is Numbered<ToWorker> {
  return typeof message === "object" && message !== null && "request" in message && "message" in message;
}
