import { readFileSync, writeFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { arktype } from "./table/arktype.js";
import { CONSTRUCTS, type Library } from "./table/constructs.js";
import { effect } from "./table/effect.js";
import { type Outcome, outcomeOf } from "./table/outcome.js";
import { rarer } from "./table/rarer.js";
import { oldTypebox, typebox } from "./table/typebox.js";
import { valibot } from "./table/valibot.js";
import { oldZod, zod } from "./table/zod.js";

const PAGE = new URL("../../../docs/schema-constructs.md", import.meta.url);
const [BEGIN, END] = ["<!-- constructs: made by integrations/schemas -->", "<!-- end of constructs -->"];

// What TypeBox 1 does not have, the version before it has.
const libraries: readonly (readonly [string, Library])[] = [
  ["zod", zod],
  ["arktype", arktype],
  ["valibot", valibot],
  ["effect", effect],
  ["TypeBox", { ...oldTypebox, ...typebox }],
];

const outcomes = (library: Library): ReadonlyMap<string, Outcome> =>
  new Map(
    CONSTRUCTS.flatMap((construct) => {
      const written = library[construct];
      return written === undefined ? [] : [[construct, outcomeOf(written)] as const];
    }),
  );

function table(): string {
  const columns = libraries.map(([, library]) => outcomes(library));
  const rows = CONSTRUCTS.map((construct) => [
    construct,
    ...columns.map((column) => cellOf(column.get(construct))),
  ]);
  const head = ["construct", ...libraries.map(([name]) => name)];
  return [head, head.map(() => "---"), ...rows].map((cells) => `| ${cells.join(" | ")} |`).join("\n");
}

function cellOf(outcome: Outcome | undefined): string {
  if (outcome === undefined) return "-";
  const { becomes, kept, refused } = outcome;
  const isRefused = kept === 0 && refused > 0 && !becomes.startsWith("refused");
  return `${becomes}${isRefused ? "; such a value is refused" : ""}`.replaceAll("|", "\\|");
}

describe.each([...libraries, ["zod 4.1", oldZod] as const, ["TypeBox 0.34", oldTypebox] as const])(
  "%s",
  (_name, library) => {
    it("loses nothing silently", () => {
      const found = [...outcomes(library)];
      expect(found.flatMap(([construct, { lost }]) => lost.map((each) => `${construct}: ${each}`))).toEqual(
        [],
      );
      expect(found.length).toBeGreaterThan(5);
    });
  },
);

describe("rarer constructs", () => {
  it.each(rarer)("%s: %s", (_as, becomes, written) => {
    const outcome = outcomeOf(written);
    expect([outcome.becomes, outcome.lost]).toEqual([becomes, []]);
  });
});

describe("the table", () => {
  it("says the same of zod 4.1 as of zod 4.6", () => {
    expect(outcomes(oldZod)).toEqual(outcomes(zod));
  });

  it("stands in the documentation", () => {
    const made = table();
    const page = readFileSync(PAGE, "utf8");
    const [before, rest] = page.split(BEGIN);
    const after = rest?.split(END)[1];
    const text = `${before}${BEGIN}\n\n${made}\n\n${END}${after}`;
    // Rewritten with UPDATE=1, and then formatted.
    if (process.env["UPDATE"] === "1") writeFileSync(PAGE, text);
    expect(plain(page)).toBe(plain(text));
  });
});

// The formatter pads the cells.
function plain(text: string): string {
  return text.replaceAll(/-{3,}/g, "---").replaceAll(/ +/g, " ");
}
