import { it } from "vitest";
import { t } from "/tmp/wt/composite/packages/core/src/makers/t.js";
import { runtimeType } from "/tmp/wt/composite/packages/core/src/types/runtime-type.js";
import { decodeLiteral } from "/tmp/wt/composite/packages/core/src/types/decode-literal.js";
const rec = t.struct("R", { a: t.int(), b: t.float(), c: t.string(), d: t.boolean(), e: t.string(), f: t.float(), g: t.int(), h: t.list(t.int()), i: t.optional(t.string()), j: t.map(t.float()) });
const val = (n: number) => ({ a: n, b: n / 3, c: "hello world " + n, d: n % 2 === 0, e: "x".repeat(20), f: n * 1.5, g: n * 7, h: [1, 2, 3], i: n % 3 ? "yes" : undefined, j: { k: 1.5, l: 2 } });
function time(f: () => void, n: number): number { for (let i = 0; i < Math.min(n, 200); i++) f(); let best = Infinity; for (let r = 0; r < 5; r++) { const s = performance.now(); for (let i = 0; i < n; i++) f(); best = Math.min(best, (performance.now() - s) / n); } return best * 1000; }
function go(name: string, type: any, value: unknown, n: number) {
  const { transformer } = runtimeType(type, "x");
  const lit = transformer.toLiteral(value); const json = JSON.stringify(value);
  const js = time(() => JSON.stringify(value), n), jp = time(() => JSON.parse(json), n);
  const e = time(() => transformer.toLiteral(value), n), d = time(() => decodeLiteral(transformer, lit), n);
  console.log(name.padEnd(14), `enc ${e.toFixed(1)}us (json ${js.toFixed(1)}, x${(e / js).toFixed(1)})  dec ${d.toFixed(1)}us (json ${jp.toFixed(1)}, x${(d / jp).toFixed(1)})  both x${((e + d) / (js + jp)).toFixed(1)}`);
}
it("bench", () => {
  go("record", rec, val(5), 20000);
  go("records 10k", t.list(rec), Array.from({ length: 10000 }, (_, i) => val(i)), 5);
  go("floats 10k", t.list(t.float()), Array.from({ length: 10000 }, (_, i) => i / 7), 30);
  go("ints 10k", t.list(t.int()), Array.from({ length: 10000 }, (_, i) => i), 30);
  go("strings 10k", t.list(t.string()), Array.from({ length: 10000 }, (_, i) => "abc" + i), 30);
  go("rec of floats", t.struct("F", { x: t.list(t.float()) }), { x: Array.from({ length: 10000 }, (_, i) => i / 7) }, 30);
  go("optionals 10k", t.list(t.optional(t.int())), Array.from({ length: 10000 }, (_, i) => (i % 3 ? i : undefined)), 30);
  go("unions 10k", t.list(t.union([t.int(), t.string()])), Array.from({ length: 10000 }, (_, i) => (i % 3 ? i : "a")), 30);
  go("rec unions", t.struct("F", { x: t.list(t.union([t.int(), t.string()])) }), { x: Array.from({ length: 10000 }, (_, i) => (i % 3 ? i : "a")) }, 30);
}, 100000);
