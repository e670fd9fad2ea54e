/**
 * Bodies with calls that are wrong in any way: whatever an author writes, what is told are problems with places.
 */
import {
  compile,
  conditional,
  isFlytekitError,
  mapTask,
  sleep,
  t,
  task,
  waitForInput,
  workflow,
} from "@flytekit-ts/workflow";
import { describe, expect, it } from "vitest";
import { random } from "./support/random.js";

const BODIES = 600;
const record = t.struct("P", { a: t.int(), rows: t.list(t.string()) });
const inputs = {
  n: t.int(),
  s: t.string(),
  b: t.boolean(),
  xs: t.list(t.int()),
  p: record,
  o: t.optional(t.int()),
};

const entities: readonly any[] = [
  task({ name: "f.int", inputs: { x: t.int() }, output: t.int() }, ({ x }) => x),
  task(
    { name: "f.text", inputs: { s: t.string(), n: t.int().default(1) }, output: t.string() },
    ({ s }) => s,
  ),
  task({ name: "f.both", inputs: { xs: t.list(t.int()) }, outputs: { a: t.int(), b: t.boolean() } }, () => ({
    a: 1,
    b: true,
  })),
  task({ name: "f.record", inputs: { p: record }, output: record }, ({ p }) => p),
  task({ name: "f.none" }, () => {}),
  mapTask(task({ name: "f.item", inputs: { x: t.int() }, output: t.int() }, ({ x }) => x)),
  workflow({ name: "f.inner", inputs: { x: t.int() }, output: t.int() }, ({ x }) => entities[0]({ x })),
];

/** What may be put together at random, of what there is in a body. */
class Author {
  readonly #next: () => number;
  readonly #values: unknown[];

  constructor(seed: number, promises: Readonly<Record<string, unknown>>) {
    this.#next = random(seed);
    const odd = [
      undefined,
      null,
      3,
      2.5,
      "text",
      true,
      10n,
      new Date(),
      [],
      {},
      [1, "2"],
      () => 1,
      Symbol("s"),
    ];
    this.#values = [...Object.values(promises), ...odd, ...entities.slice(0, 2)];
  }

  pick<T>(from: readonly T[]): T {
    return from[Math.floor(this.#next() * from.length)] as T;
  }

  value(): unknown {
    const roll = this.#next();
    if (roll < 0.1) return [this.value(), this.value()];
    return roll < 0.2 ? { a: this.value(), rows: [this.value()] } : this.pick(this.#values);
  }

  keep(result: unknown): void {
    this.#values.push(result);
    if (typeof result === "object" && result !== null) this.#values.push(...Object.values(result));
  }

  args(): unknown {
    if (this.#next() < 0.1) return this.value();
    const names = ["x", "s", "n", "xs", "p", "other"].filter(() => this.#next() < 0.4);
    return Object.fromEntries(names.map((name) => [name, this.value()]));
  }

  options(): unknown {
    if (this.#next() < 0.6) return undefined;
    if (this.#next() < 0.2) return this.value();
    const names = ["id", "after", "retries", "timeout", "resources", "aliases", "cache", "typo"];
    return Object.fromEntries(names.filter(() => this.#next() < 0.3).map((name) => [name, this.value()]));
  }

  call(): unknown {
    return this.pick(entities)(this.args(), this.options());
  }

  statement(): unknown {
    const roll = this.#next();
    if (roll < 0.7) return this.call();
    if (roll < 0.8)
      return this.pick<() => unknown>([
        () => sleep(this.value() as never),
        () => waitForInput(this.value() as never, t.int()),
      ])();
    const question = (): unknown => {
      const promise = this.value() as any;
      return typeof promise?.eq === "function" ? promise.eq(this.value()) : promise;
    };
    const arm = (): unknown =>
      this.pick([() => this.call(), () => this.value(), () => (this.call(), this.call())]);
    return (conditional("c" + String(roll)) as any)
      .if(question(), arm())
      .elseIf(question(), arm())
      .else(arm());
  }
}

function pipeline(seed: number) {
  return workflow({ name: "faulty", inputs, outputs: { a: t.int(), b: t.string() } }, (promises): never => {
    const author = new Author(seed, promises);
    const size = 1 + Math.floor(random(seed)() * 6);
    for (let i = 0; i < size; i += 1) author.keep(author.statement());
    return (random(seed + 1)() < 0.1 ? author.value() : { a: author.value(), b: author.value() }) as never;
  });
}

interface Told {
  readonly code: string;
  readonly location?: { readonly file: string; readonly line: number } | undefined;
}

/** What is told of a body; nothing of one that is right by chance. */
function toldOf(seed: number): readonly Told[] {
  try {
    compile(pipeline(seed));
    return [];
  } catch (error) {
    if (!isFlytekitError(error)) throw error;
    return error.code === "WORKFLOW_INVALID"
      ? (error.params as { problems: readonly Told[] }).problems
      : [error];
  }
}

describe("bodies that are wrong in any way", () => {
  const all = Array.from({ length: BODIES }, (_, seed) => toldOf(seed));

  it("are told of with problems, each at a line of the body", () => {
    const strange = all
      .flat()
      .filter(({ location }) => location?.file.endsWith("faulty-bodies.test.ts") !== true);
    expect(strange).toEqual([]);
  });

  it("are told of with all their problems", () => {
    const counts = all.map((told) => told.length);
    expect(counts.filter((count) => count > 3).length).toBeGreaterThan(BODIES / 4);
    expect(counts.filter((count) => count === 0).length).toBeLessThan(BODIES / 4);
    expect(new Set(all.flat().map(({ code }) => code)).size).toBeGreaterThan(15);
  });

  it("are told the same again", () => {
    expect(Array.from({ length: 50 }, (_, seed) => toldOf(seed))).toEqual(all.slice(0, 50));
  });

  it("come to an end if they are nothing but the author's own error", () => {
    const wf = workflow({ name: "thrown" }, () => {
      throw new RangeError("of the author");
    });
    expect(() => compile(wf)).toThrow(RangeError);
  });
});
