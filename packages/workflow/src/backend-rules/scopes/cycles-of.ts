/** The direct successors of each element of a graph. */
export type Successors<T extends string | object> = ReadonlyMap<T, readonly T[]>;

/** All elements that can be reached from a start, which is included. */
export function reachableFrom<T extends string | object>(
  start: T,
  successors: Successors<T>,
): ReadonlySet<T> {
  const reached = new Set([start]);
  for (const each of reached) for (const next of successors.get(each) ?? []) reached.add(next);
  return reached;
}

/**
 * One cycle for each strongly connected component (knot), as a path that begins and ends with the same element.
 *
 * Without recursion, since a workflow may be one long chain of nodes.
 */
export function cyclesOf<T extends string | object>(successors: Successors<T>): readonly (readonly T[])[] {
  return knotsOf(successors).flatMap((knot) => {
    const cycle = cycleIn(knot, successors);
    return cycle === undefined ? [] : [cycle];
  });
}

interface Visit<T extends string | object> {
  readonly of: T;
  readonly order: number;
  /** The smallest order of an element that is known to be reachable. */
  lowest: number;
  next: number;
}

// Tarjan's algorithm, with an explicit stack instead of recursion.
function knotsOf<T extends string | object>(successors: Successors<T>): readonly (readonly T[])[] {
  const knots: T[][] = [];
  const orders = new Map<T, number>();
  const open: T[] = [];
  const isOpen = new Set<T>();
  const path: Visit<T>[] = [];
  const enter = (of: T): void => {
    const order = orders.size;
    orders.set(of, order);
    open.push(of);
    isOpen.add(of);
    path.push({ of, order, lowest: order, next: 0 });
  };
  const leave = (visit: Visit<T>): void => {
    path.pop();
    const parent = path.at(-1);
    if (parent !== undefined) parent.lowest = Math.min(parent.lowest, visit.lowest);
    if (visit.lowest !== visit.order) return;
    const knot = open.splice(open.lastIndexOf(visit.of));
    for (const each of knot) isOpen.delete(each);
    knots.push(knot);
  };
  for (const root of successors.keys()) {
    if (!orders.has(root)) enter(root);
    for (let visit = path.at(-1); visit !== undefined; visit = path.at(-1)) {
      const following = successors.get(visit.of) ?? [];
      const next = following[visit.next];
      visit.next += 1;
      if (next === undefined) leave(visit);
      else if (!orders.has(next)) enter(next);
      else if (isOpen.has(next)) visit.lowest = Math.min(visit.lowest, orders.get(next) ?? 0);
    }
  }
  return knots;
}

// The shortest path from the first element of a knot back to it. A knot of one element has none, unless the element
// is its own successor.
function cycleIn<T extends string | object>(
  [first, ...others]: readonly T[],
  successors: Successors<T>,
): readonly T[] | undefined {
  if (first === undefined) return undefined;
  const inside = new Set(others);
  const before = new Map<T, T>();
  const reached = new Set([first]);
  for (const each of reached) {
    for (const next of successors.get(each) ?? []) {
      if (next === first) return pathTo(each, before, first);
      if (!inside.has(next) || reached.has(next)) continue;
      before.set(next, each);
      reached.add(next);
    }
  }
  return undefined;
}

function pathTo<T extends string | object>(last: T, before: ReadonlyMap<T, T>, first: T): readonly T[] {
  const path = [first];
  for (let each: T | undefined = last; each !== undefined && each !== first; each = before.get(each)) {
    path.push(each);
  }
  return [...path, first].toReversed();
}
