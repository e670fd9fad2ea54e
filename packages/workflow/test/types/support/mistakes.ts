/** What newcomers get wrong most often, each as one statement, with what `DECLARED` declares. */

/** What the mistakes are made with. */
export const DECLARED = `
import { conditional, mapTask, t, task, workflow } from "@flytekit-ts/workflow";
class Order extends t.struct("Order", { id: t.int(), customer: t.string(), total: t.float(), paid: t.boolean() }) {}
class Invoice extends t.struct("Invoice", { id: t.int(), customer: t.string(), amount: t.float(), due: t.datetime() }) {}
const square = task({ name: "square", inputs: { x: t.int() }, output: t.int() }, ({ x }) => x * x);
const half = task({ name: "half", inputs: { x: t.float() }, output: t.float() }, ({ x }) => x / 2);
const maybe = task({ name: "maybe", output: t.optional(t.int()) }, () => undefined);
const split = task(
  { name: "split", inputs: { s: t.string(), at: t.int() }, outputs: { head: t.string(), length: t.int() } },
  ({ s, at }) => ({ head: s.slice(0, at), length: s.length }),
);
const ship = task({ name: "ship", inputs: { order: Order }, output: Order }, ({ order }) => order);
const bill = task({ name: "bill", inputs: { id: t.int() }, output: Invoice }, ({ id }) => ({
  id, customer: "", amount: 1, due: new Date(),
}));
const clean = task({ name: "clean", inputs: { n: t.int() } }, () => {});
const inputs = { n: t.int(), f: t.float(), s: t.string(), order: Order };
export const used = [square, half, maybe, split, ship, bill, clean, conditional, mapTask, inputs];
`.trim();

/** A mistake: what it is, how it looks, and what the message has to say about it in its first three lines, if it does. */
export interface Mistake {
  readonly mistake: string;
  readonly code: string;
  readonly says: RegExp | undefined;
}

// In a body, `n` is a promised int, `f` a float, `s` a string, and `order` an order.
function inBody(mistake: string, statement: string, says?: RegExp): Mistake {
  return {
    mistake,
    code: `workflow({ name: "w", inputs }, ({ n, f, s, order }) => { ${statement} });`,
    says,
  };
}

function declared(mistake: string, code: string, says?: RegExp): Mistake {
  return { mistake, code, says };
}

export const MISTAKES: readonly Mistake[] = [
  inBody("an int where a float is needed", "half({ x: n });", /<number, "int">.* '\w+<number, "float">'/),
  inBody("a misspelt input", "square({ y: n });", /'y' does not exist in type '.*\bx\b/),
  inBody("a string where an int is needed", 'square({ x: "3" });', /'string' is not .* '\w+<number, "int">'/),
  inBody(
    "an optional where a value is needed",
    "square({ x: maybe() });",
    /"int" \| "none">.*<number, "int">/,
  ),
  inBody("an input left out", "split({ s });", /Property 'at' is missing/),
  // tsc counts arguments before it looks at any type of ours.
  inBody("all inputs left out", "square();"),
  inBody(
    "a promise in a record",
    'ship({ order: { id: n, customer: "", total: 1, paid: true } });',
    /let a task make/,
  ),
  inBody("another record", "ship({ order: bill({ id: n }) });", /Invoice.*[^]*\bpaid\b/),
  inBody(
    "an arm without return",
    'conditional("c").if(n.gt(1), () => { square({ x: n }); }).fail("");',
    /result of a call/,
  ),
  inBody("a map over two outputs", "mapTask(split)({ s: [s], at: [n] });", /a map needs one `output`/),
  declared(
    "an async body",
    'workflow({ name: "w", inputs, output: t.int() }, async ({ n }) => square({ x: n }));',
    /leave out `async`/,
  ),
  declared(
    "named outputs as `output`",
    'task({ name: "t", output: { n: t.int() } }, () => ({ n: 1 }));',
    /belong into `outputs`/,
  ),
  declared(
    "another output returned",
    'workflow({ name: "w", inputs, output: t.string() }, ({ n }) => square({ x: n }));',
    /<number, "int">.*<string, "string">/,
  ),
  declared(
    "a handler that lacks an input",
    'workflow({ name: "w", inputs, onFailure: clean }, ({ n }) => { square({ x: n }); });',
    /lacks the input order/,
  ),
  // As above: one argument is missing.
  declared("the function forgotten", 'task({ name: "t", inputs, output: t.int() });'),
];
