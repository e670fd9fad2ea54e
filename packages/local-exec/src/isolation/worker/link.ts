import type { MessagePort } from "node:worker_threads";
import type { FromWorker, ToWorker } from "../protocol/messages.js";

/** What connects a worker with the run that it works for, while it works on one request. */
export interface Link {
  /** Resolves when the message has been handed over: a process that ends before loses it. */
  send(message: FromWorker, transfer?: readonly ArrayBuffer[]): Promise<void>;
  onMessage(listener: (message: ToWorker) => void): void;
  close(): void;
}

/** The link of a request: its port in a thread, the channel to the parent in a process. */
export function linkOf(port: MessagePort | undefined): Link {
  return port === undefined ? processLink() : portLink(port);
}

function portLink(port: MessagePort): Link {
  return {
    async send(message, transfer = []) {
      port.postMessage(message, transfer);
    },
    onMessage: (listener) => void port.on("message", listener),
    close: () => port.close(),
  };
}

function processLink(): Link {
  const listeners: ((message: unknown) => void)[] = [];
  return {
    send: (message) =>
      // The run may be gone. Then nobody waits for the message.
      new Promise((resolve) => void process.send?.({ flytekit: message }, undefined, {}, () => resolve())),
    onMessage(listener) {
      const heard = (message: unknown): void => {
        if (isOurs(message)) listener(message.flytekit);
      };
      listeners.push(heard);
      process.on("message", heard);
    },
    close() {
      for (const heard of listeners) process.off("message", heard);
    },
  };
}

function isOurs(message: unknown): message is { readonly flytekit: ToWorker } {
  return typeof message === "object" && message !== null && "flytekit" in message;
}
