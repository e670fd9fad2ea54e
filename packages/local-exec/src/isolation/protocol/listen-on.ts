import type { BroadcastChannel } from "node:worker_threads";

/** Hear what others post to a channel. */
export function listenOn(channel: BroadcastChannel, hear: (data: unknown) => void): void {
  // It is an event target, which its types do not say.
  const target = channel as unknown as EventTarget;
  target.addEventListener("message", (event) => hear(Reflect.get(event, "data")));
}
