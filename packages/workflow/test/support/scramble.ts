/** Empty everything that can be reached from a message. */
export function scramble(message: unknown): void {
  if (typeof message !== "object" || message === null) return;
  if (message instanceof Uint8Array) {
    message.fill(0xff);
    return;
  }
  const parts: unknown[] = message instanceof Map ? [...message.values()] : Object.values(message);
  for (const part of parts) scramble(part);
  if (message instanceof Map) message.clear();
  else if (Array.isArray(message)) message.length = 0;
  else for (const key of Object.keys(message)) Reflect.set(message, key, undefined);
}
