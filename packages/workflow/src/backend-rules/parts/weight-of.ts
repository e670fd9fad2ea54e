/** How much a message takes on the wire. */
export interface Weight {
  /** The size of its encoding, within a few bytes: fields with numbers above 15 take one more than is counted. */
  readonly bytes: number;
  /** How many levels of messages it nests, itself included. */
  readonly height: number;
}

// A message of any origin may contain itself. No real one nests so many messages, or so many objects.
const DEEPEST = 600;
const DEEPEST_OBJECT = 1500;

/**
 * The weight of a message, without encoding it: that would load the codecs, which authoring does without.
 *
 * Every part counts each time it is met, as in its encoding. The walk ends after `mostParts`, since a message may contain
 * itself, or share its parts endlessly. Then its weight is that of what was walked.
 */
export function weightOf(message: object, mostParts = Infinity): Weight {
  const scales: Scales = { height: 0, left: mostParts, open: 0 };
  return { bytes: contentOf(message, 1, scales), height: scales.height };
}

interface Scales {
  height: number;
  left: number;
  /** How many objects are being weighed inside each other. */
  open: number;
}

function contentOf(message: object, depth: number, scales: Scales): number {
  if (depth > scales.height) scales.height = depth;
  if (depth > DEEPEST) return 0;
  let bytes = 0;
  const fields = message as Readonly<Record<string, unknown>>;
  for (const key in fields) {
    const field = fields[key];
    bytes += isStruct(key, fields) ? structOf(field, depth + 1, scales) : fieldOf(field, depth, scales);
  }
  return bytes;
}

function fieldOf(value: unknown, depth: number, scales: Scales): number {
  switch (typeof value) {
    case "string":
      return value === "" ? 0 : framed(Buffer.byteLength(value));
    case "number":
      return value === 0 ? 0 : 1 + (Number.isInteger(value) ? varint(value) : 8);
    case "bigint":
      return value === 0n ? 0 : 1 + varint(Number(value));
    case "boolean":
      return value ? 2 : 0;
    default:
      return typeof value === "object" && value !== null ? boundedOf(value, depth, scales) : 0;
  }
}

function boundedOf(value: object, depth: number, scales: Scales): number {
  scales.left -= 1;
  if (scales.open > DEEPEST_OBJECT || scales.left < 0) return 0;
  scales.open += 1;
  const bytes = objectOf(value, depth, scales);
  scales.open -= 1;
  return bytes;
}

function objectOf(value: object, depth: number, scales: Scales): number {
  if (ArrayBuffer.isView(value)) return value.byteLength === 0 ? 0 : framed(value.byteLength);
  let bytes = 0;
  if (Array.isArray(value)) {
    // An item is written even if it is empty.
    for (const item of value) bytes += Math.max(2, fieldOf(item, depth, scales));
    return bytes;
  }
  if (value instanceof Map) {
    // Each entry is a message.
    if (value.size > 0) scales.height = Math.max(scales.height, depth + 1);
    for (const [key, item] of value)
      bytes += framed(fieldOf(key, depth + 1, scales) + fieldOf(item, depth + 1, scales));
    return bytes;
  }
  // One of several fields: no message by itself, and written even if it is empty.
  if ("$case" in value) {
    const { $case, value: chosen } = value as { readonly $case: unknown; readonly value?: unknown };
    const size = $case === "generic" ? structOf(chosen, depth + 1, scales) : fieldOf(chosen, depth, scales);
    return Math.max(2, size);
  }
  return framed(contentOf(value, depth + 1, scales));
}

/** Whether a field is a Struct: a message that is an object of JSON here. */
function isStruct(key: string, fields: Readonly<Record<string, unknown>>): boolean {
  switch (key) {
    case "custom":
    case "podSpec":
      return true;
    case "metadata":
      return "structure" in fields;
    case "annotations":
      // Those of a type, not those of a launch plan or a pod.
      return !("labels" in fields);
    default:
      return false;
  }
}

function structOf(value: unknown, depth: number, scales: Scales): number {
  scales.height = Math.max(scales.height, depth);
  scales.left -= 1;
  if (depth > DEEPEST || scales.left < 0) return 0;
  if (typeof value === "string") return framed(Buffer.byteLength(value));
  if (typeof value === "number") return 9;
  if (typeof value !== "object") return value === undefined ? 0 : 2;
  let bytes = 0;
  // A list holds values; an object holds entries of a key and a value. Both are messages of their own.
  if (Array.isArray(value)) for (const item of value) bytes += framed(structOf(item, depth + 2, scales));
  else {
    for (const [key, item] of Object.entries(value ?? {}))
      bytes += framed(framed(Buffer.byteLength(key)) + framed(structOf(item, depth + 3, scales)));
  }
  return framed(bytes);
}

// A tag, a length, and as many bytes.
function framed(length: number): number {
  return 1 + varint(length) + length;
}

function varint(value: number): number {
  if (value < 0) return 10;
  let bytes = 1;
  for (let rest = value; rest >= 128; rest /= 128) bytes += 1;
  return bytes;
}
