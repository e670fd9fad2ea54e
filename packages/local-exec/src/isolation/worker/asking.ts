import { fromErrorData } from "@flytekit-ts/core/literals";
import type { Asked } from "../protocol/asked.js";
import type { ToWorker } from "../protocol/messages.js";
import type { Link } from "./link.js";

interface Waiting {
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: unknown) => void;
}

/** Asks the run for what only the run has. */
export class Asking {
  readonly #link: Link;
  readonly #waiting = new Map<number, Waiting>();
  #asked = 0;

  constructor(link: Link) {
    this.#link = link;
  }

  ask<M extends keyof Asked>(method: M, ...given: Parameters<Asked[M]>): Promise<ReturnType<Asked[M]>> {
    const id = (this.#asked += 1);
    const answer = new Promise((resolve, reject) => this.#waiting.set(id, { resolve, reject }));
    void this.#link.send({ kind: "ask", id, method, given });
    return answer as Promise<ReturnType<Asked[M]>>;
  }

  hear(message: ToWorker): void {
    if (message.kind === "abort") return;
    const waiting = this.#waiting.get(message.id);
    this.#waiting.delete(message.id);
    if (message.kind === "answer") waiting?.resolve(message.value);
    else waiting?.reject(fromErrorData(message.error));
  }
}
