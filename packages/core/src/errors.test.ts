import * as idl from "@flytekit-ts/models/core";
import { beforeAll, describe, expect, it } from "vitest";

import { caught, rejection } from "../test/support/caught.js";
import { fromLiteral, packed, toLiteral, transformerOf } from "../test/support/convert.js";
import { jsonRows } from "../test/support/json-rows.js";
import { memoryStore } from "../test/support/memory-store.js";
import { memoryStorage } from "../test/support/memory-storage.js";
import { traced, subWorkflow } from "../test/support/workflows.js";
import { bindValue } from "./binding/bind-value.js";
import { STAMPED } from "./brands/contract.js";
import { callEntity } from "./call/call-entity.js";
import { assertContract } from "./contract/assert-contract.js";
import { containerTask, flyteFile, shellTask, task, t, testContext } from "./entries/index.js";
import { checkType, createType } from "./entries/types.js";
import { carriedSettings, isRecoverable } from "./entries/context.js";
import { resolveImage } from "./task/registration/resolve-image.js";
import { executeTask, functionTask, type TaskEntity } from "./entries/tasks.js";
import * as typeErrors from "./errors/type-errors.js";
import { checkpointAt } from "./context/checkpoint-at.js";
import * as cacheErrors from "./errors/parts/cache-errors.js";
import * as imageErrors from "./errors/parts/image-errors.js";
import * as contextErrors from "./errors/parts/context-errors.js";
import * as taskErrors from "./errors/parts/task-errors.js";
import * as datasetErrors from "./errors/dataset-errors.js";
import * as schemaErrors from "./errors/schema-errors.js";
import * as storageErrors from "./errors/storage-errors.js";
import * as valueErrors from "./errors/value-errors.js";
import { unreachable } from "./errors/parts/unreachable.js";
import * as errors from "./errors.js";
import { httpStorage, lazyStorage, localDisk, localStore } from "./entries/storage.js";
import type { FlytekitError } from "./errors/flytekit-error.js";
import { decodeMessage } from "./literals/decode-message.js";
import { literalOf, noneLiteral } from "./literals/literal.js";
import { stringTransformer } from "./transformers/string.js";
import type { Dataset } from "./types/kinds/handles.js";
import type { TypeLike } from "./types/infer.js";
import { lowerTask } from "./task/lower-task.js";
import { secretsOf } from "./context/secrets.js";
import { resolveAttributePath } from "./types/attribute-path.js";
import { schemaOf } from "../test/support/schema-of.js";

type Code = keyof typeof errors;

const absentName: string = "@flytekit-ts/absent";
const untyped = (value: unknown): never => value as never;
const square = task({ name: "demo.square", inputs: { x: t.int() }, output: t.int() }, ({ x }) => x * x);
const notify = task({ name: "demo.notify" }, () => {});
const nested = (depth: number): never => untyped(depth === 0 ? t.int() : t.list(nested(depth - 1)));
const inBody = (act: (n: never) => unknown) => () => traced({ n: t.int() }, ({ n }) => act(untyped(n)));
const offloaded = literalOf({
  $case: "offloadedMetadata",
  value: { uri: "s3://b/x", sizeBytes: 1n, inferredType: undefined },
});

// The error of the author's function is the cause of that of the task.
const runTask = async (entity: unknown): Promise<unknown> => {
  const failure = await rejection(
    Promise.resolve(executeTask(entity as TaskEntity, new Map(), testContext())),
  );
  throw failure.cause as Error;
};

// How an author, or a plugin, gets each of them.
const ways: { readonly [C in Code]: () => unknown } = {
  AFTER_NOT_A_RESULT: inBody((n) => notify({}, { after: [n] })),
  ARGUMENTS_NOT_AN_OBJECT: inBody(() => square(untyped(3))),
  ATTRIBUTE_NOT_FOUND: () => resolveAttributePath(packed("81 a178 01"), ["rows", 3]),
  BINDING_TYPE_MISMATCH: inBody(() => square({ x: untyped("3") })),
  CACHE_VERSION_MISSING: () => task({ name: "demo.cached", cache: untyped({}) }, () => {}),
  CACHE_VERSION_UNRESOLVED: () =>
    lowerTask(
      task({ name: "demo.auto", output: t.int(), cache: { version: "auto" } }, () => 1),
      { project: "p", domain: "d", version: "v1", image: "i:1" },
    ),
  CALL_OUTSIDE_WORKFLOW: () => square({ x: 3 }),
  CHECKPOINT_AMBIGUOUS: () =>
    checkpointAt(() => ({ destination: "none", previous: ["src/brands"] }), localStore()).read(),
  CONDITION_NOT_COMPARABLE: () =>
    traced({ e: t.enum(["a"]) }, ({ e }) => (untyped(e) as { eq(value: string): unknown }).eq("a")),
  DATASET_FORMAT_UNKNOWN: () => rowsOf(t.dataset(), "mem://d/t.csv"),
  DATASET_NOT_FOUND: () => rowsOf(t.dataset({ formats: [jsonRows] }), "mem://d/none"),
  DATASET_NOT_LOADED: () =>
    firstOf((fromLiteral(t.dataset(), toLiteral(t.dataset(), "s3://b/t")) as Dataset).rows()),
  DATASET_PARTITIONED: () => rowsOf(t.dataset({ formats: [jsonRows] }), "mem://d/t"),
  ENUM_VALUES_INVALID: () => t.enum(["a", "a"]),
  FILE_CHANGED: () => {
    throw errors.FILE_CHANGED({ uri: "/data/x.csv" });
  },
  FILE_NOT_TEXT: async () => {
    const storage = memoryStorage();
    await storage.write("mem://b/x", Uint8Array.of(0xff));
    return flyteFile("mem://b/x", { storage }).text();
  },
  FUNCTION_MISSING: () => task({ name: "demo.empty" }, untyped(undefined)),
  HASH_INVALID: () =>
    toLiteral(
      t.int().hashed(() => ""),
      1,
    ),
  IMAGE_TEMPLATE_INVALID: () => resolveImage("{{.image.gpu}}", { image: "demo:1" }),
  IDL_MALFORMED: () => decodeMessage("flyteidl.core.Literal", idl.Literal, new Uint8Array([10, 5])),
  INPUT_MISSING: inBody(() => square(untyped({}))),
  INPUT_UNKNOWN: inBody(() => square(untyped({ x: 1, y: 2 }))),
  LITERAL_VALUES_INVALID: () => t.literal([]),
  LITERAL_NOT_BINDABLE: () =>
    bindValue("x", { type: { ...stringTransformer, toLiteral: () => offloaded }, at: "demo.x" }),
  LITERAL_METADATA_SHARED: () => noneLiteral().metadata.set("a", "b"),
  LITERAL_NOT_FETCHED: () => {
    throw errors.LITERAL_NOT_FETCHED({ path: "x", uri: "s3://b/x", problem: "nothing is there" });
  },
  LITERAL_OFFLOADED: () => fromLiteral(t.int(), offloaded),
  MSGPACK_MALFORMED: () => fromLiteral(t.int(), packed("c1")),
  NAME_INVALID: () => task({ name: "a b" }, () => {}),
  OPTIONS_NOT_AN_OBJECT: inBody(() => square({ x: 1 }, untyped(3))),
  OPTION_INVALID: () => task({ name: "demo.retried", retries: -1 }, () => {}),
  OPTION_NEEDS_TASK: inBody(() =>
    callEntity(subWorkflow(square), { args: { x: 1 }, options: { image: "i" }, callee: untyped(inBody) }),
  ),
  OPTION_UNKNOWN: () => task(untyped({ name: "demo.typo", retrys: 1 }), () => {}),
  OUTPUTS_AMBIGUOUS: () => task(untyped({ name: "demo.both", output: t.int(), outputs: {} }), () => {}),
  PART_LEFT_OUT: () => {
    const schema = { "~standard": { version: 1, vendor: "v", validate: () => ({ value: 1 }) } };
    Reflect.set(globalThis, "FLYTEKIT_SCHEMAS", false);
    try {
      return task(untyped({ name: "demo.schema", inputs: { x: schema } }), () => {});
    } finally {
      Reflect.deleteProperty(globalThis, "FLYTEKIT_SCHEMAS");
    }
  },
  PROMISE_INDEX_INVALID: () => traced({ rows: t.list(t.int()) }, ({ rows }) => rows.at(-1 as never)),
  PROMISE_IN_RECORD: inBody((n) => {
    const record = task({ name: "demo.record", inputs: { p: t.struct("P", { x: t.int() }) } }, () => {});
    record({ p: { x: n } });
  }),
  PROMISE_USED_AS_VALUE: inBody((n) => n + 1),
  RECORD_CONSTRUCTED: () => Reflect.construct(t.struct("Point", { x: t.int() }), []),
  RESOURCE_INVALID: () => task({ name: "demo.large", resources: { cpu: "lots" } }, () => {}),
  SHELL_OUTPUT_MISSING: () =>
    runTask(
      shellTask({ name: "demo.shell", output: t.file(), script: "true", locations: { o0: "/nowhere/o0" } }),
    ),
  SHELL_SCRIPT_FAILED: () => runTask(shellTask({ name: "demo.shell", script: "exit 3" })),
  SETTINGS_UNREADABLE: () => carriedSettings("production"),
  TASK_HOOK_FAILED: () =>
    executeTask(
      functionTask({ name: "demo.hooked" }, () => {}, {
        callee: task,
        before: () => Promise.reject(new Error("no")),
      }),
      new Map(),
      testContext(),
    ),
  RETRY_RULE_FAILED: () => {
    const on = (): never => untyped("yes");
    const unsure = task({ name: "demo.unsure", retry: { on } }, () => {});
    const cause = new Error("the connection broke");
    isRecoverable(unsure, errors.TASK_FAILED({ task: unsure.name, message: cause.message }, { cause }));
  },
  SECRET_NOT_DECLARED: () => secretsOf({ task: "demo.load", declared: [] }).get("db/password"),
  SECRET_NOT_FOUND: () => testContext().secrets.get({ group: "demo", key: "no-such-secret" }),
  STORAGE_ABORTED: () =>
    localDisk.write("absent.txt", new Uint8Array(1), { signal: AbortSignal.abort("no longer needed") }),
  STORAGE_FAILED: () => localDisk.stat("s3://b/x"),
  STORAGE_KIND_WRONG: () => flyteFile("src").path(),
  STORAGE_NOT_FOUND: () => flyteFile("absent.txt").text(),
  STORAGE_NOT_INSTALLED: () =>
    lazyStorage({
      schemes: ["s3"],
      packageName: "@flytekit-ts/absent",
      load: async () => import(absentName) as never,
    }).stat("s3://b/x"),
  STORAGE_READ_ONLY: () => httpStorage().delete("https://example.org/x"),
  STORAGE_SCHEME_UNKNOWN: async () => flyteFile("s3://b/x?key=secret").text(),
  STRUCT_NAME_INVALID: () => t.struct(String(), {}),
  TASK_FAILED: async () =>
    run(
      task({ name: "demo.fails" }, () => {
        throw new Error("no space left");
      }),
    ),
  TASK_HAS_NO_FUNCTION: async () =>
    run(containerTask({ name: "demo.container", image: "i:1", command: ["true"] })),
  TASK_INPUTS_INVALID: async () => run(square),
  TASK_OUTPUT_INVALID: async () => run(task({ name: "demo.wrong", output: t.int() }, () => untyped("x"))),
  TYPE_FAULTY: () =>
    checkType(createType<string, "x">({ transformer: { ...stringTransformer, fromLiteral: () => "x" } }), [
      "y",
    ]),
  TYPE_NOT_IN_RECORD: () => t.struct("R", { e: t.error() }),
  SCHEMA_ASYNC: () => t.list(untyped(schemaOf({ type: "string" }, async (value) => ({ value })))),
  SCHEMA_NOT_DESCRIBED: () => t.list(untyped(schemaOf(undefined))),
  SCHEMA_NOT_REPRESENTABLE: () => t.list(untyped(schemaOf({ type: "array", prefixItems: [] }))),
  SCHEMA_SIDES_DIFFER: () => t.list(untyped(schemaOf({ type: "string" }, undefined, { type: "number" }))),
  TYPE_UNKNOWN: () => task({ name: "demo.untyped", inputs: { x: untyped(t.int) } }, () => {}),
  UNION_AMBIGUOUS: inBody(() => {
    const either = t.union([t.duration(), t.float()]);
    task({ name: "demo.either", inputs: { x: either } }, () => {})({ x: 1.5 });
  }),
  UNREACHABLE: () => unreachable(untyped("x")),
  VALUE_TOO_DEEP: () => nested(100),
  VALUE_TYPE_MISMATCH: () => toLiteral(t.list(t.int()), [1, "2"]),
  VALUE_NOT_STORED: async () => {
    const store = localStore();
    await transformerOf(t.file()).storing?.(failingStream())?.(store);
  },
  VARIABLE_NAME_INVALID: () => task({ name: "demo.odd", inputs: { "a-b": t.int() } }, () => {}),
  VERSIONS_MIXED: () => assertContract({ [STAMPED]: { contract: 0, version: "0.9.1" } }),
  VOID_USED_AS_VALUE: inBody(() => square({ x: untyped(notify()) })),
};

async function rowsOf(type: TypeLike, uri: string): Promise<unknown> {
  const { store } = memoryStore({ "mem://d/t/year=2024/0.rows": "" });
  const dataset = await transformerOf(type).load?.(fromLiteral(type, toLiteral(type, uri)), store);
  return firstOf((dataset as Dataset).rows());
}

async function firstOf(rows: AsyncIterable<unknown>): Promise<unknown> {
  for await (const row of rows) return row;
  return undefined;
}

async function* failingStream(): AsyncGenerator<Uint8Array> {
  yield new Uint8Array(1);
  throw new Error("the connection broke");
}

async function run(entity: unknown): Promise<unknown> {
  return executeTask(entity as TaskEntity, new Map(), testContext());
}

async function provoke(act: () => unknown): Promise<FlytekitError> {
  let result: unknown;
  const first = caughtOrNothing(() => (result = act()));
  return first ?? rejection(Promise.resolve(result));
}

function caughtOrNothing(act: () => unknown): FlytekitError | undefined {
  let threw = false;
  try {
    act();
  } catch {
    threw = true;
  }
  return threw ? caught(act) : undefined;
}

const thrown = new Map<string, FlytekitError>();
beforeAll(async () => {
  for (const [code, act] of Object.entries(ways)) thrown.set(code, await provoke(act));
});

describe("errors", () => {
  const codes = Object.keys(errors) as Code[];
  const parts = [
    typeErrors,
    cacheErrors,
    imageErrors,
    contextErrors,
    taskErrors,
    datasetErrors,
    schemaErrors,
    storageErrors,
    valueErrors,
    { UNREACHABLE: errors.UNREACHABLE },
  ];

  it.each([
    ["the catalogue", codes.filter((code) => !parts.some((part) => code in part))],
    ["its part for types", Object.keys(typeErrors)],
    ["its part for caches", Object.keys(cacheErrors)],
    ["its part for images", Object.keys(imageErrors)],
    ["its part for contexts", Object.keys(contextErrors)],
    ["its part for tasks", Object.keys(taskErrors)],
    ["its part for datasets", Object.keys(datasetErrors)],
    ["its part for schemas", Object.keys(schemaErrors)],
    ["its part for storage", Object.keys(storageErrors)],
    ["its part for values", Object.keys(valueErrors)],
  ])("%s is in the order of its codes", (_, each) => {
    expect(each).toEqual(each.toSorted());
  });

  it.each(codes)("%s reads well", (code) => {
    const error = thrown.get(code);
    expect(error?.code).toBe(code);
    expect(`${error?.text}\n${error?.hint ?? ""}`).toMatchSnapshot();
  });

  it.each(codes)("%s is made of whole sentences", (code) => {
    const { text = "", hint = "A hint." } = thrown.get(code) ?? {};
    expect(code).toMatch(/^[A-Z]+(_[A-Z]+)+$|^UNREACHABLE$/);
    // What a task threw ends as its author ended it.
    if (!["TASK_FAILED", "TASK_HOOK_FAILED"].includes(code)) expect(text).toMatch(/[.]$/);
    expect(text).not.toMatch(/undefined|\[object|Error:|!/);
    expect(hint).toMatch(/^[A-Z].*\.$/);
  });
});
