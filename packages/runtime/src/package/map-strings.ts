/** Where a string of a message is: the object that holds it, and its key. */
export interface StringPlace {
  readonly holder: object;
  readonly key: unknown;
}

/** Replace the strings of a message, at any depth and in place: those of fields, lists and maps, not the keys of maps. */
export function mapStrings(message: object, change: (text: string, place: StringPlace) => string): void {
  const open: object[] = [message];
  for (let holder = open.pop(); holder !== undefined; holder = open.pop()) {
    if (holder instanceof Uint8Array) continue;
    for (const [key, value] of holder instanceof Map ? holder : Object.entries(holder)) {
      if (typeof value === "object" && value !== null) open.push(value as object);
      if (typeof value !== "string") continue;
      const changed = change(value, { holder, key });
      if (holder instanceof Map) holder.set(key, changed);
      else if (changed !== value) Reflect.set(holder, key, changed);
    }
  }
}
