import type { Frame } from "../../scene/scene.js";

/** What comes before and after each part of a scene, over the borders of frames. */
export interface Relations {
  /** Parts that a line goes to, or comes from. */
  next(id: string): readonly string[];
  previous(id: string): readonly string[];
  /** The parts and lines before and after a part, itself included. */
  around(id: string): ReadonlySet<string>;
}

/** Work out what comes before and after each part. A frame is entered at its first part, and left at its last. */
export function relationsOf(scene: Frame): Relations {
  const after = new Map<string, { readonly to: string; readonly line: string | undefined }[]>();
  const before = new Map<string, { readonly to: string; readonly line: string | undefined }[]>();
  const frames = new Map<string, Frame>();
  const link = (from: string, to: string, line?: string): void => {
    put(after, from, { to, line });
    put(before, to, { to: from, line });
  };
  const visit = (frame: Frame): void => {
    for (const part of frame.parts) {
      if (part.is === "shape") continue;
      frames.set(part.id, part);
      const [first, last] = [part.parts[0], part.parts.at(-1)];
      if (first !== undefined) link(entry(part.id), entryOf(first.id, part));
      if (last !== undefined) link(exitOf(last.id, part), exit(part.id));
      visit(part);
    }
    for (const { id, from, to } of frame.lines)
      link(frames.has(from) ? exit(from) : from, frames.has(to) ? entry(to) : to, id);
  };
  visit(scene);
  const neighbours = (id: string, links: typeof after, side: (id: string) => string): readonly string[] => {
    const start = frames.has(id) ? side(id) : id;
    return [...new Set((links.get(start) ?? []).flatMap(({ to }) => shapesAt(to, links)))];
  };
  return {
    next: (id) => neighbours(id, after, exit),
    previous: (id) => neighbours(id, before, entry),
    around(id) {
      const found = new Set<string>([id]);
      follow(frames.has(id) ? exit(id) : id, after, found);
      follow(frames.has(id) ? entry(id) : id, before, found);
      const inner = frames.get(id);
      if (inner !== undefined) inside(inner, found);
      return found;
    },
  };
}

type Links = ReadonlyMap<string, readonly { readonly to: string; readonly line: string | undefined }[]>;

const entry = (id: string): string => `${id}\u0000in`;
const exit = (id: string): string => `${id}\u0000out`;

function entryOf(id: string, { parts }: Frame): string {
  return parts.find((part) => part.id === id)?.is === "frame" ? entry(id) : id;
}

function exitOf(id: string, { parts }: Frame): string {
  return parts.find((part) => part.id === id)?.is === "frame" ? exit(id) : id;
}

function put<V>(map: Map<string, V[]>, key: string, value: V): void {
  const known = map.get(key);
  if (known === undefined) map.set(key, [value]);
  else known.push(value);
}

/** Past the borders of frames, which are no shapes. */
function shapesAt(id: string, links: Links): readonly string[] {
  if (!id.includes("\u0000")) return [id];
  return (links.get(id) ?? []).flatMap(({ to }) => shapesAt(to, links));
}

function follow(start: string, links: Links, found: Set<string>): void {
  const seen = new Set([start]);
  const queue = [start];
  for (let next = queue.pop(); next !== undefined; next = queue.pop())
    for (const { to, line } of links.get(next) ?? []) {
      if (line !== undefined) found.add(line);
      if (seen.has(to)) continue;
      seen.add(to);
      found.add(to.split("\u0000")[0] ?? to);
      queue.push(to);
    }
}

function inside({ parts, lines }: Frame, found: Set<string>): void {
  for (const { id } of lines) found.add(id);
  for (const part of parts) {
    found.add(part.id);
    if (part.is === "frame") inside(part, found);
  }
}
