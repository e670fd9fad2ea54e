import { MessageChannel, type MessagePort, receiveMessageOnPort } from "node:worker_threads";
import type { FromWorker, ToWorker } from "../protocol/messages.js";

/** What connects a run with a worker, while the worker works on one request. */
export interface Line {
  /** The end of the worker, which goes with the request. */
  readonly port: MessagePort | undefined;
  /** For a process, which has one channel for everything. */
  readonly channel: Channel | undefined;
  send(message: ToWorker): void;
  /** Hear what has arrived and was not heard yet. */
  drain(): void;
  close(): void;
}

interface Channel {
  readonly onMessage: (send: (message: unknown) => void) => void;
  readonly postMessage: (message: unknown) => void;
}

type Hear = (message: FromWorker) => void;

/** A line to a thread: a port of its own for each request. */
export function threadLine(hear: Hear): Line {
  const { port1, port2 } = new MessageChannel();
  port1.on("message", hear);
  return {
    port: port2,
    channel: undefined,
    send: (message) => port1.postMessage(message),
    // What the worker says last may be behind the news that it is done, which takes another way.
    drain() {
      for (let next = receiveMessageOnPort(port1); next !== undefined; next = receiveMessageOnPort(port1))
        hear(next.message as FromWorker);
    },
    close: () => port1.close(),
  };
}

/** A line to a process. */
export function processLine(hear: Hear): Line {
  let send: ((message: unknown) => void) | undefined;
  let isOpen = true;
  const channel: Channel = {
    onMessage: (given) => void (send = given),
    postMessage(message) {
      if (isOpen && isOurs(message)) hear(message.flytekit);
    },
  };
  return {
    port: undefined,
    channel,
    send: (message) => send?.({ flytekit: message }),
    drain: () => {},
    close: () => void (isOpen = false),
  };
}

function isOurs(message: unknown): message is { readonly flytekit: FromWorker } {
  return typeof message === "object" && message !== null && "flytekit" in message;
}
