import { expectTypeOf } from "vitest";
import { t } from "../makers/t.js";
import { task } from "./task.js";
import type { TaskContext } from "./task-context.js";
import { testContext } from "./test-context.js";

class Named extends t.struct("Named", { x: t.int() }) {}
declare const schema: {
  readonly "~standard": {
    readonly version: 1;
    readonly vendor: string;
    validate(value: unknown): unknown;
    readonly types?: { readonly input: number; readonly output: number } | undefined;
  };
};

task({ name: "all" }, async (_inputs, context) => {
  expectTypeOf(context).toEqualTypeOf<TaskContext>();
  const { logger, checkpoint, secrets, deck, attempt } = context;

  logger.info("text", { rows: 3, nested: { any: [1n] } });
  // @ts-expect-error a message is text
  logger.info(3);
  // @ts-expect-error fields have names
  logger.warn("text", "more");
  // @ts-expect-error there is no such level
  logger.trace("text");

  expectTypeOf(await checkpoint.read()).toEqualTypeOf<Uint8Array | undefined>();
  expectTypeOf(await checkpoint.restore("folder")).toEqualTypeOf<string | undefined>();
  expectTypeOf(await checkpoint.exists()).toEqualTypeOf<boolean>();
  await checkpoint.write("text");
  await checkpoint.write(new Uint8Array());
  // @ts-expect-error not a record: say how it becomes text
  await checkpoint.write({ epoch: 1 });
  await checkpoint.save("folder");
  await checkpoint.save(new URL("file:///tmp/a"));
  // @ts-expect-error neither a path nor bytes
  await checkpoint.save(3);

  expectTypeOf(secrets.get("db/password")).toEqualTypeOf<string>();
  expectTypeOf(secrets.bytes({ group: "db", key: "password", version: "1" })).toEqualTypeOf<Uint8Array>();
  // @ts-expect-error there is no such part
  secrets.get({ grup: "db" });

  deck.append("<b>1</b>");
  deck.append({ title: "Rows", html: "" });
  // @ts-expect-error the HTML is missing
  deck.append({ title: "Rows" });
  deck.table([{ a: 1 }, { b: "2" }], "Rows");
  // @ts-expect-error a list of rows
  deck.table({ a: 1 });
  deck.value(t.int(), 3);
  // @ts-expect-error not a value of the type
  deck.value(t.int(), "3");
  deck.value(t.list(t.int()), [3], "Numbers");
  deck.value(t.struct("Point", { x: t.float(), label: t.string() }), { x: 1, label: "a" });
  // @ts-expect-error a field is missing
  deck.value(t.struct("Point", { x: t.float(), label: t.string() }), { x: 1 });
  deck.value(t.optional(t.int()), undefined);
  deck.value(Named, { x: 1 });
  // @ts-expect-error not a value of the class
  deck.value(Named, { x: "1" });
  deck.value(schema, 3);
  // @ts-expect-error not a value of the schema
  deck.value(schema, "3");

  // @ts-expect-error a context is not changed
  context.attempt = attempt + 1;
});

testContext({ secrets: { "db/password": "x", key: new Uint8Array() }, attempt: 1 });
testContext({ secrets: ({ group, key }) => `${group}/${key}`, after: testContext() });
testContext(testContext());
// @ts-expect-error a value is text or bytes
testContext({ secrets: { key: 3 } });
// @ts-expect-error there is no such part
testContext({ attemt: 1 });
// @ts-expect-error the context before, not its number
testContext({ after: 1 });
