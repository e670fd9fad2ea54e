interface Listening {
  readonly listeners: Set<(reason: unknown) => void>;
  readonly fire: () => void;
}

const listening = new WeakMap<AbortSignal, Listening>();

/**
 * Call a function when a signal fires, or now if it has fired. Returns a function that stops listening.
 *
 * Many runs may share one signal. It has one listener of this package for all of them, because Node warns of a leak if
 * there are more than ten.
 */
export function onAbort(signal: AbortSignal, listener: (reason: unknown) => void): () => void {
  if (signal.aborted) {
    listener(signal.reason);
    return () => {};
  }
  const { listeners, fire } = listening.get(signal) ?? listenTo(signal);
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    signal.removeEventListener("abort", fire);
    listening.delete(signal);
  };
}

function listenTo(signal: AbortSignal): Listening {
  const listeners = new Set<(reason: unknown) => void>();
  const fire = (): void => {
    for (const listener of listeners) listener(signal.reason);
  };
  const made = { listeners, fire };
  listening.set(signal, made);
  signal.addEventListener("abort", fire, { once: true });
  return made;
}
