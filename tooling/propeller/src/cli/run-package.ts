import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import type * as idl from "@flytekit-ts/models/core";
import { Literal, LiteralMap } from "@flytekit-ts/models/core";
import { fromJson, type JsonValue, toJson } from "@flytekit-ts/models/json";
import { diskStore } from "../data/disk-store.js";
import { joinUri } from "../data/join-uri.js";
import { s3FromEnvironment } from "../data/s3-store.js";
import { Engine } from "../engine/engine.js";
import type { NodeRecord } from "../engine/records.js";
import { processRunner } from "../pods/process-runner.js";
import { registerPackage } from "../registry/register-package.js";
import type { Registry } from "../registry/registry.js";
import type { Literals } from "../values/literals.js";
import { literalOfJson } from "./literal-of-json.js";
import type { RunOptions } from "./options.js";

/** Where lines go. */
export type Print = (line: string) => void;

const REGISTRATION = { project: "proj", domain: "development", version: "v1" };

/** Register a package, execute a plan or workflow of it, and print what becomes of each node. True if it succeeded. */
export async function runPackage(options: RunOptions, print: Print): Promise<boolean> {
  const { plan, cwd, commands, concurrency } = options;
  const isRemote = options.data.startsWith("s3://");
  const data = isRemote ? options.data : resolve(options.data);
  const store = isRemote ? s3FromEnvironment(process.env) : diskStore;
  const uploads = joinUri(data, "uploads");
  const registry = await registerPackage(await readFile(options.archive), {
    store,
    uploads,
    ...REGISTRATION,
  });
  // A run's processes see what this one sees: credentials of the object store, for example.
  const env = Object.fromEntries(
    Object.entries(process.env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
  const pods = processRunner({
    cwd,
    commands,
    concurrency,
    env,
    onOutput: ({ name }, text) => print(`  ${name} | ${text.trimEnd()}`),
  });
  const engine = new Engine({
    registry,
    store,
    pods,
    dataRoot: data,
    onNode: (execution, node) => print(lineOf(execution, node)),
  });
  const signals = literalsOf(await readJson(options.signals));
  const inputs = inputsOf(registry, plan, await readJson(options.inputs));
  const name = `run${Date.now().toString(36)}`;
  const result = await engine.execute(plan, { name, inputs, signals });
  const { phase, failure, outputs } = result;
  print(failure === undefined ? phase : `${phase} ${failure.code}: ${failure.message}`);
  if (phase === "SUCCEEDED") print(JSON.stringify(toJson(LiteralMap, { literals: new Map(outputs) })));
  return phase === "SUCCEEDED";
}

function lineOf(
  execution: string,
  { uniqueId, phase, attempt, failure, cache }: Readonly<NodeRecord>,
): string {
  const more = [
    attempt > 0 ? `attempt ${attempt}` : "",
    cache === "hit" ? "remembered" : "",
    failure?.code ?? "",
  ];
  return [execution, uniqueId, phase, ...more.filter((each) => each !== "")].join(" ");
}

type Json = { readonly [name: string]: unknown };

async function readJson(file: string | undefined): Promise<Json> {
  return file === undefined ? {} : (JSON.parse(await readFile(file, "utf8")) as Json);
}

function literalsOf(json: Json): Literals {
  return new Map(Object.entries(json).map(([name, each]) => [name, fromJson(Literal, each as JsonValue)]));
}

/** The literals of plain JSON, by the types of a workflow's inputs. @throws `TypeError` for an input that there is not */
function inputsOf(registry: Registry, plan: string, json: Json): Literals {
  const found = registry.named(plan);
  const template = "spec" in found ? workflowOf(registry, found.spec?.workflowId) : found.template;
  const variables = template?.interface?.inputs?.variables;
  return new Map(
    Object.entries(json).map(([name, value]) => {
      const type = variables?.get(name)?.type;
      if (type === undefined) throw new TypeError(`${plan} has no input ${name}`);
      return [name, literalOfJson(type, value, name)];
    }),
  );
}

function workflowOf(registry: Registry, id: idl.Identifier | undefined): idl.WorkflowTemplate | undefined {
  return id === undefined ? undefined : registry.workflow(id)?.template;
}
