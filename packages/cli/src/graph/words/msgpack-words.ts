import { describeToken, MsgpackReader } from "@flytekit-ts/core/types";

/** The most members of a list or map that are shown. */
const MOST = 50;

/** A MessagePack value as an author would write it: `{ name: "a", sizes: [1, 2] }`. Throws if it is damaged. */
export function msgpackWords(bytes: Uint8Array): string {
  return next(new MsgpackReader(bytes), 0);
}

function next(reader: MsgpackReader, depth: number): string {
  const token = reader.next();
  switch (token.kind) {
    case "nil":
      return "none";
    case "boolean":
    case "int":
    case "float":
      return String(token.value);
    case "string":
      return JSON.stringify(token.value);
    case "list":
      return depth > 9 ? "[…]" : `[${members(token.size, () => next(reader, depth + 1))}]`;
    case "map": {
      const entry = (): string => {
        const key = reader.next();
        return `${key.kind === "string" ? key.value : describeToken(key)}: ${next(reader, depth + 1)}`;
      };
      return depth > 9 ? "{ … }" : `{ ${members(token.size, entry)} }`;
    }
    default:
      return describeToken(token);
  }
}

function members(size: number, next: () => string): string {
  const shown = Array.from({ length: Math.min(size, MOST) }, next);
  return size > MOST ? `${shown.join(", ")}, …` : shown.join(", ");
}
