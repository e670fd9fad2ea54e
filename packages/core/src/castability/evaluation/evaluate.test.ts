import { describe, expect, it } from "vitest";

import { type Answering, evaluate, type Rules } from "./evaluate.js";
import { crash, FITS, misfit, type Outcome, type Path, within, worse } from "./outcome.js";

interface Tree {
  readonly name: string;
  readonly parts: readonly Tree[];
}

const tree = (name: string, ...parts: Tree[]): Tree => ({ name, parts });

// Two trees fit if their names do and their parts do, pair by pair.
function rules(asked: string[] = []): Rules<Tree> {
  return {
    directly: (from) => (from.name === "leaf" ? FITS : undefined),
    *asking(from, to): Answering<Tree> {
      asked.push(`${from.name}:${to.name}`);
      if (to.name === "crash") return crash(() => "boom");
      let outcome: Outcome = from.name === to.name ? FITS : misfit(() => `${from.name} is not ${to.name}`);
      for (const [i, part] of from.parts.entries()) {
        const other = to.parts[i];
        if (other) outcome = worse(outcome, yield { from: part, to: other, place: () => `part ${i}` });
      }
      return outcome;
    },
  };
}

function told(from: Tree, to: Tree, asked: string[] = [], left = 1000): string {
  const outcome = evaluate({ from, to, place: () => "the root" }, rules(asked), { left });
  if (outcome.verdict === "castable") return outcome.verdict;
  const places: string[] = [];
  for (let path: Path | undefined = outcome.path; path; path = path.rest) places.push(path.place());
  return `${outcome.verdict} at ${places.join(" > ")}: ${outcome.why()}`;
}

describe("evaluate", () => {
  it("answers with the first misfit and the way to it", () => {
    expect(told(tree("a", tree("b"), tree("c")), tree("a", tree("b"), tree("c")))).toBe("castable");
    expect(told(tree("a", tree("b", tree("x"), tree("y"))), tree("a", tree("b", tree("1"), tree("2"))))).toBe(
      "not-castable at the root > part 0 > part 0: x is not 1",
    );
  });

  it("answers directly where it can", () => {
    const asked: string[] = [];
    expect(told(tree("leaf"), tree("crash"), asked)).toBe("castable");
    expect(told(tree("a", tree("leaf")), tree("a", tree("b")), asked)).toBe("castable");
    expect(asked).toEqual(["a:a"]);
  });

  it("stops at a crash, also behind a misfit", () => {
    const asked: string[] = [];
    const from = tree("a", tree("b"), tree("c", tree("d")), tree("e"));
    const to = tree("a", tree("x"), tree("c", tree("crash")), tree("e"));
    expect(told(from, to, asked)).toBe("crashes-backend at the root > part 1 > part 0: boom");
    expect(asked).toEqual(["a:a", "b:x", "c:c", "d:crash"]);
  });

  it("asks each question once, and tells the place of every time", () => {
    const [shared, other] = [tree("s"), tree("o")];
    const asked: string[] = [];
    expect(told(tree("a", shared, shared), tree("a", other, other), asked)).toMatch(/part 0: s is not o$/);
    expect(asked).toEqual(["a:a", "s:o"]);
  });

  it("takes a question within itself for a crash", () => {
    const parts: Tree[] = [];
    const loop: Tree = { name: "loop", parts };
    parts.push(tree("b", loop));
    expect(told(loop, loop)).toMatch(/^crashes-backend at the root > part 0 > part 0: .*never ends$/);
  });

  it("gives up when its budget is used up", () => {
    const wide = (count: number): Tree => tree("a", ...Array.from({ length: count }, () => tree("b")));
    expect(told(wide(50), wide(50), [], 100)).toBe("castable");
    expect(told(wide(150), wide(150), [], 100)).toMatch(/^not-castable .*too large/);
  });
});

describe("within and worse", () => {
  it("leave what fits as it is, and keep the first of equals", () => {
    const [one, two] = [misfit(() => "1"), misfit(() => "2")];
    const bad = crash(() => "3");
    expect(within(() => "x", FITS)).toBe(FITS);
    expect(within(undefined, one)).toBe(one);
    expect([worse(one, two), worse(FITS, two), worse(one, bad), worse(bad, one)]).toEqual([
      one,
      two,
      bad,
      bad,
    ]);
  });
});
