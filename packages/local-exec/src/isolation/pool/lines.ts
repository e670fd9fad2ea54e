import { type BroadcastChannel, type MessagePort, receiveMessageOnPort } from "node:worker_threads";
import type { TinypoolWorker } from "tinypool";
import { listenOn } from "../protocol/listen-on.js";
import { type FromWorker, lineName, type Numbered, type ToWorker } from "../protocol/messages.js";

type Hear = (message: FromWorker, answer: (message: ToWorker) => void) => void;

/**
 * What requests and workers say to each other while the requests are worked on. A request has a number, because nobody
 * knows beforehand which worker will take it.
 */
export interface Lines {
  /** Hear what is said about a request, until the returned function is called. */
  open(request: number, hear: Hear): () => void;
  /** Say something to the worker of a request, whichever it is. */
  send(request: number, message: ToWorker): void;
}

/** Lines to threads: one for each thread, which tinypool knows nothing of. */
export class ThreadLines implements Lines {
  readonly #pool: string;
  readonly #open = new Map<number, Hear>();
  readonly #channels = new Set<BroadcastChannel>();

  constructor(pool: string) {
    this.#pool = pool;
  }

  watch(worker: TinypoolWorker): void {
    const { BroadcastChannel } = process.getBuiltinModule("node:worker_threads");
    const channel = new BroadcastChannel(lineName(this.#pool, worker.threadId));
    channel.unref();
    const heard = ({ request, message }: Numbered<FromWorker>): void =>
      this.#open.get(request)?.(message, (answer) => channel.postMessage({ request, message: answer }));
    listenOn(channel, (data) => heard(data as Numbered<FromWorker>));
    this.#channels.add(channel);
    worker.once("exit", () => {
      this.#channels.delete(channel);
      // What the thread said last may be behind the news of its end, which takes another way.
      for (const { message } of rest(channel)) heard(message);
      channel.close();
    });
  }

  open(request: number, hear: Hear): () => void {
    this.#open.set(request, hear);
    return () => void this.#open.delete(request);
  }

  send(request: number, message: ToWorker): void {
    for (const channel of this.#channels) channel.postMessage({ request, message });
  }
}

/** The channel of a process, for one request. */
export interface ProcessChannel {
  readonly onMessage: (send: (message: unknown) => void) => void;
  readonly postMessage: (message: unknown) => void;
}

/** Lines to processes, which have one channel each. */
export class ProcessLines implements Lines {
  readonly #open = new Map<number, Hear>();
  readonly #send = new Map<number, (message: unknown) => void>();

  channelOf(request: number): ProcessChannel {
    return {
      onMessage: (send) => void this.#send.set(request, send),
      postMessage: (message) => {
        if (!isNumbered(message)) return;
        this.#open.get(message.request)?.(message.message, (answer) => this.send(request, answer));
      },
    };
  }

  open(request: number, hear: Hear): () => void {
    this.#open.set(request, hear);
    return () => {
      this.#open.delete(request);
      this.#send.delete(request);
    };
  }

  send(request: number, message: ToWorker): void {
    this.#send.get(request)?.({ request, message });
  }
}

function isNumbered(message: unknown): message is Numbered<FromWorker> {
  return typeof message === "object" && message !== null && "request" in message && "message" in message;
}

function* rest(channel: BroadcastChannel): Generator<{ readonly message: Numbered<FromWorker> }> {
  // Node takes these channels too, from its version 15 on.
  const port = channel as unknown as MessagePort;
  for (let next = receiveMessageOnPort(port); next !== undefined; next = receiveMessageOnPort(port))
    yield next;
}
