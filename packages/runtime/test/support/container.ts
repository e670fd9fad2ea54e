import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { encode } from "@flytekit-ts/models";
import { DynamicJobSpec, ErrorDocument, type Literal, LiteralMap } from "@flytekit-ts/models/core";
import { toLiteral } from "@flytekit-ts/core/literals";
import { resolveType } from "@flytekit-ts/core/types";
import { t } from "@flytekit-ts/workflow";
import type { Host, Interruption, Outcome } from "../../src/entries/index.js";
import { execute, mapExecute } from "../../src/entries/index.js";

const PACKAGE = fileURLToPath(new URL("../..", import.meta.url));
const MODULE = relative(process.cwd(), join(PACKAGE, "test/support/tasks.ts"));

/** The location of a resolver of the tests. */
export function resolverAt(name: string): string {
  return `${relative(process.cwd(), join(PACKAGE, "test/support/resolver.ts"))}#${name}`;
}

/** A value as a literal of the type that its JavaScript type suggests. */
export function literal(value: number | string | readonly (number | string)[]): Literal {
  if (typeof value === "number") return toLiteral("value", value, resolveType(t.int(), "value"));
  if (typeof value === "string") return toLiteral("value", value, resolveType(t.string(), "value"));
  const literals = value.map(literal);
  return { value: { $case: "collection", value: { literals } }, hash: "", metadata: new Map() };
}

/** What one command is given, where it is not as usual. */
export interface Given {
  /** Name of the task, without that of the module. */
  readonly task?: string;
  readonly inputs?: Readonly<Record<string, Literal>> | Uint8Array | undefined;
  readonly env?: Readonly<Record<string, string>>;
  /** In place of everything behind the usual options. */
  readonly tail?: readonly string[];
  readonly options?: readonly string[];
  readonly isMap?: boolean;
  readonly deckTabs?: Host["deckTabs"];
  readonly interrupt?: Promise<Interruption>;
}

/** What a command left. */
export interface Left {
  readonly exitCode: number;
  readonly outcome: Outcome | undefined;
  readonly files: readonly string[];
  readonly log: string;
  readonly folder: string;
  outputs(): ReadonlyMap<string, Literal>;
  futures(): DynamicJobSpec;
  error(name?: string): NonNullable<ErrorDocument["error"]>;
  text(name: string): string;
}

/** Folders of one container, and its command as a function. */
export class Container {
  readonly folder = mkdtempSync(join(tmpdir(), "runtime-"));

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }

  path(name: string): string {
    return join(this.folder, name);
  }

  async run(given: Given = {}): Promise<Left> {
    const { inputs = {}, isMap = false } = given;
    mkdirSync(this.path("in"), { recursive: true });
    const bytes =
      inputs instanceof Uint8Array
        ? inputs
        : encode(LiteralMap, { literals: new Map(Object.entries(inputs)) });
    writeFileSync(this.path("in/inputs.pb"), bytes);
    const log: string[] = [];
    let outcome: Outcome | undefined;
    const controller = new AbortController();
    void given.interrupt?.then((reason) => controller.abort(reason));
    const host: Host = {
      signal: controller.signal,
      logLine: (line) => void log.push(line),
      onEnd: (ended) => (outcome = ended),
      ...(given.deckTabs === undefined ? {} : { deckTabs: given.deckTabs }),
    };
    const command = isMap ? mapExecute : execute;
    const exitCode = await command(this.argv(given), { FLYTE_ATTEMPT_NUMBER: "0", ...given.env }, host);
    return { exitCode, outcome, log: log.join("\n"), ...this.left() };
  }

  argv({ task = "same", tail, options = [], isMap = false }: Given): readonly string[] {
    const loader = ["task-module", MODULE, "task-name", `tasks.${task}`];
    return [
      ...["--inputs", this.path("in/inputs.pb")],
      ...["--output-prefix", this.path("out")],
      ...["--raw-output-data-prefix", this.path("raw")],
      ...["--checkpoint-path", this.path("checkpoint")],
      ...["--prev-checkpoint", '""'],
      ...options,
      ...(tail ?? ["--", ...(isMap ? ["vars", ""] : []), ...loader]),
    ];
  }

  private left(): Omit<Left, "exitCode" | "outcome" | "log"> {
    const read = (name: string): Uint8Array => readFileSync(this.path(`out/${name}`));
    return {
      folder: this.folder,
      files: filesIn(this.path("out")),
      outputs: () => LiteralMap.decode(read("outputs.pb")).literals,
      futures: () => DynamicJobSpec.decode(read("futures.pb")),
      text: (name) => new TextDecoder().decode(read(name)),
      error: (name = "error.pb") => {
        const { error } = ErrorDocument.decode(read(name));
        if (error === undefined) throw new TypeError("the document has no error");
        return error;
      },
    };
  }
}

function filesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder).toSorted();
  } catch {
    return [];
  }
}

/** Where code stands in the module of the tests, as a stack says it: `tasks.ts:<line>:<column>`. */
export function placeOf(code: string): string {
  const before = readFileSync(join(PACKAGE, "test/support/tasks.ts"), "utf8").split(code)[0] ?? "";
  const lines = before.split("\n");
  return `tasks.ts:${lines.length}:${(lines.at(-1) ?? "").length + 1}`;
}

/** The arguments of a task in the module of the tests. */
export function loaderOf(task: string): readonly string[] {
  return ["task-module", MODULE, "task-name", `tasks.${task}`];
}
