/** Kinds of calls that can stand in a chain, and how many of each are as many as `BODY_LONG_FOR_TSC` lets pass. */
const LINKS = {
  calls: { unwarned: 89, many: 1000, call: (v: string) => `inc({ x: ${v} })` },
  conditionals: {
    unwarned: 49,
    many: 300,
    call: (v: string) =>
      `conditional("c").if(${v}.gt(1), () => inc({ x: ${v} })).else(() => inc({ x: ${v} }))`,
  },
  maps: { unwarned: 74, many: 300, call: (v: string) => `mapTask(inc)({ x: ${v} })` },
  approvals: { unwarned: 59, many: 300, call: (v: string) => `approve(${v}, "a")` },
};

const HEAD = `
import { approve, conditional, mapTask, t, task, workflow, type FlytePromise } from "@flytekit-ts/workflow";
const inc = task({ name: "inc", inputs: { x: t.int() }, output: t.int() }, ({ x }) => x);
export const used = [approve, conditional, mapTask];
export type { FlytePromise };
`;

/** Bodies that are one chain of each kind of call: as long as no warning is given, and long ones with a type. */
export function chains(): string {
  return [HEAD, ...bodies("unwarned"), ...bodies("many")].join("\n");
}

function bodies(size: "unwarned" | "many"): readonly string[] {
  return Object.entries(LINKS).map(([kind, link]) => {
    const [type, result] =
      kind === "maps"
        ? ["t.list(t.int())", 'FlytePromise<number[], { list: "int" }>']
        : ["t.int()", 'FlytePromise<number, "int">'];
    const lines = Array.from({ length: link[size] }, (_, i) => `  const v${i + 1} = ${link.call(`v${i}`)};`);
    const declared = `{ name: "${kind}.${size}", inputs: { n: ${type} }, output: ${type} }`;
    return `export const ${kind}_${size} = workflow(${declared}, ({ n })${size === "many" ? `: ${result}` : ""} => {
  const v0 = n;
${lines.join("\n")}
  return v${lines.length};
});`;
  });
}
