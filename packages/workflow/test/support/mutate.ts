/** A place in a message: a field, an element of a list or an entry of a map. */
interface Slot {
  /** What may stand there: the same text for two places of one type. */
  readonly type: string;
  readonly value: unknown;
  readonly set: (value: unknown) => void;
}

type Random = () => number;

const TEXTS = [
  "",
  "n0",
  "n1",
  "start-node",
  "end-node",
  "o0",
  "x",
  "-",
  "[0].o0",
  "é",
  "a.b",
  "x".repeat(10_000),
];

// Elements, entries and what a `$case` says cannot be left out, nor what is no field of a message.
const REQUIRED = /\[\]$|\$case|template$|^expected.*\.id$/;

/**
 * Changes messages into others of the same types: what a message lacks is `undefined` or empty, as decoders give
 * it, but nothing else need make sense.
 */
export function mutator(samples: readonly unknown[], random: Random) {
  const pool = new Map<string, unknown[]>();
  const collect = (message: unknown, type: string): void => {
    for (const slot of slotsOf(message, type)) {
      const values = pool.get(slot.type) ?? [];
      pool.set(slot.type, values);
      // Enough to choose from.
      if (values.length < 400) values.push(slot.value);
      collect(slot.value, slot.type);
    }
  };
  for (const sample of samples) collect(sample, "");
  const pick = <T>(from: readonly T[]): T | undefined => from[Math.floor(random() * from.length)];

  const change = ({ type, value, set }: Slot): void => {
    if (random() < 0.3) return set(structuredClone(pick(pool.get(type) ?? [value])));
    if (typeof value === "string") return set(pick(TEXTS));
    if (typeof value === "number") return set(pick([-1, 0, 1, 2, 99]));
    if (typeof value === "boolean") return set(!value);
    if (Array.isArray(value)) return set(changeList(value));
    if (value instanceof Map) return set(changeMap(value));
    if (!REQUIRED.test(type)) set(undefined);
  };
  const changeList = (items: readonly unknown[]): unknown[] => {
    const at = Math.floor(random() * items.length);
    const [first, second] = [items.slice(0, at), items.slice(at)];
    return (
      pick([
        () => [],
        () => [...first, ...second.slice(1)],
        () => [...items, ...structuredClone(second.slice(0, 1))],
        () => items.toReversed(),
      ])?.() ?? []
    );
  };
  const changeMap = (entries: ReadonlyMap<unknown, unknown>): ReadonlyMap<unknown, unknown> => {
    const [first, ...others] = [...entries];
    if (first === undefined || random() < 0.5) return new Map(others);
    return new Map([[pick(TEXTS), first[1]], ...others]);
  };

  /** One change somewhere in a message of the type of the samples. */
  return function mutate(message: unknown): void {
    let slots = slotsOf(message, "");
    for (let slot = pick(slots); slot !== undefined; slot = pick(slots)) {
      slots = slotsOf(slot.value, slot.type);
      if (slots.length === 0 || random() < 0.15) return change(slot);
    }
  };
}

/** Takes a field of some object away, which leaves a message that is not of its type. */
export function deleteSomething(message: unknown, random: Random): void {
  let slots = slotsOf(message, "");
  for (;;) {
    const slot = slots[Math.floor(random() * slots.length)];
    if (slot === undefined) return;
    slots = slotsOf(slot.value, slot.type);
    if (slots.length > 0 && random() > 0.2) continue;
    slot.set(undefined);
    return;
  }
}

function slotsOf(value: unknown, type: string): readonly Slot[] {
  if (typeof value !== "object" || value === null || value instanceof Uint8Array) return [];
  if (Array.isArray(value)) {
    return value.map((item: unknown, i) => {
      return { type: `${type}[]`, value: item, set: (next: unknown) => void (value[i] = next) };
    });
  }
  if (value instanceof Map) {
    return [...value].map(([key, item]: [unknown, unknown]) => {
      return { type: `${type}[]`, value: item, set: (next: unknown) => void value.set(key, next) };
    });
  }
  const fields = Object.entries(value as Record<string, unknown>);
  const names = fields.map(([key]) => key).toSorted();
  const choice = fields.find(([key]) => key === "$case");
  const holder = choice === undefined ? names.join() : `${type}.$case ${String(choice[1])}`;
  return fields
    .filter(([key]) => key !== "$case")
    .map(([key, field]) => {
      return {
        type: `${holder}.${key}`,
        value: field,
        set: (next: unknown) => void Reflect.set(value, key, next),
      };
    });
}
