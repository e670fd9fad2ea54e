import { it } from "vitest";
import { readFileSync } from "node:fs";
import { Literal, LiteralMap, WorkflowTemplate } from "../src/core.js";
import { encode } from "../src/index.js";
import { WorkflowSpec } from "../src/admin.js";
function time(name: string, f: () => unknown, n: number) {
  for (let i = 0; i < n; i++) f();
  const t = process.hrtime.bigint();
  for (let i = 0; i < n; i++) f();
  console.log(name, Number(process.hrtime.bigint() - t) / n / 1000, "us");
}
it("bench", () => {
  const lit = (n: bigint): Literal => Literal.create({ value: { $case: "scalar", value: { value: { $case: "primitive", value: { value: { $case: "integer", value: n } } } } } });
  const ordered = LiteralMap.create({ literals: new Map(Array.from({ length: 10 }, (_, i) => ["k" + i, lit(BigInt(i))])) });
  const shuffled = { literals: new Map([...ordered.literals].reverse()) };
  time("literalmap 10 ordered (40 objects)", () => encode(LiteralMap, ordered), 20000);
  time("literalmap 10 reversed", () => encode(LiteralMap, shuffled), 20000);
  time("literal", () => encode(Literal, lit(1n)), 20000);
  time("decode map", () => LiteralMap.decode(encode(LiteralMap, ordered)), 20000);
  const rows = readFileSync("test/golden/flytekit-messages.jsonl", "utf8").trim().split("\n").map((l) => JSON.parse(l));
  const specs = rows.filter((r) => r.message.endsWith("WorkflowSpec")).map((r) => WorkflowSpec.decode(Buffer.from(r.pb, "base64")));
  const big = WorkflowTemplate.create({ nodes: Array.from({ length: 1000 }, (_, i) => specs[i % specs.length]!.template!.nodes[0] ?? {}) });
  console.log(encode(WorkflowTemplate, big).length);
  time("big", () => encode(WorkflowTemplate, big), 100);
  const b = encode(WorkflowTemplate, big);
  time("big decode", () => WorkflowTemplate.decode(b), 100);
  const tasks = rows.filter((r) => r.message.endsWith("WorkflowSpec")).map((r) => Buffer.from(r.pb, "base64"));
  time("31 specs encode", () => specs.map((s) => encode(WorkflowSpec, s)), 300);
  time("31 specs decode", () => tasks.map((s) => WorkflowSpec.decode(s)), 300);
});
