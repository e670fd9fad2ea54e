import { encode } from "@flytekit-ts/models";
import { ErrorDocument, type Literal, LiteralMap } from "@flytekit-ts/models/core";
import { joinUri } from "../../src/data/join-uri.js";
import { memoryStore } from "../../src/data/memory-store.js";
import { Engine, type ExecuteOptions } from "../../src/engine/engine.js";
import type { ExecutionResult } from "../../src/engine/records.js";
import type { EngineOptions } from "../../src/engine/scope.js";
import type { Pod, PodEnd } from "../../src/pods/pod.js";
import { type Registered, Registry } from "../../src/registry/registry.js";
import { primitiveOf } from "../../src/values/literals.js";
import { int } from "./messages.js";

/** What a function in place of a container leaves: `o0`, an error, how it ends, or nothing. */
export type Left =
  | number
  | { readonly code: string; readonly kind: 0 | 1; readonly origin?: 1 | 2 }
  | PodEnd
  | undefined;

export type Functions = Readonly<
  Record<string, (x: number, pod: Pod, signal: AbortSignal) => Left | Promise<Left>>
>;

/** An engine whose pods are functions of `x`, by the name of the program. */
export function engineOf(
  entities: readonly Registered[],
  functions: Functions,
  more: Partial<EngineOptions> = {},
) {
  const registry = new Registry();
  for (const entity of entities) registry.add(entity);
  const store = memoryStore();
  const started: Pod[] = [];
  const pods = {
    async run(pod: Pod, signal: AbortSignal): Promise<PodEnd> {
      started.push(pod);
      const [program = "", , input = "", , prefix = ""] = pod.command;
      const { literals } = LiteralMap.decode((await store.read(input)) ?? new Uint8Array());
      const left = await functions[program]?.(valueOf(literals.get("x")), pod, signal);
      if (typeof left === "object" && "exitCode" in left) return left;
      if (typeof left === "object") {
        const error = { origin: 1 as const, message: "wrong", ...left };
        await store.write(
          joinUri(prefix, "error.pb"),
          encode(ErrorDocument, ErrorDocument.create({ error })),
        );
      } else if (left !== undefined) {
        const bytes = encode(LiteralMap, { literals: new Map([["o0", int(left)]]) });
        await store.write(joinUri(prefix, "outputs.pb"), bytes);
      }
      return { exitCode: 0, log: "" };
    },
  };
  const engine = new Engine({ registry, store, pods, dataRoot: "memory://data", ...more });
  return {
    started,
    store,
    run: (name: string, x: number, options: ExecuteOptions = {}): Promise<ExecutionResult> =>
      engine.execute(name, { inputs: new Map([["x", int(x)]]), ...options }),
  };
}

export function valueOf(literal: Literal | undefined): number {
  return Number(primitiveOf(literal)?.value);
}

/** A result in short: the outputs as numbers, or the code of the failure. */
export function shortly({ phase, outputs, failure }: ExecutionResult): unknown {
  if (phase !== "SUCCEEDED") return failure?.code ?? phase;
  return Object.fromEntries([...outputs].map(([name, literal]) => [name, valueOf(literal)]));
}

/** The phases of nodes by their unique ids. */
export function phases({ nodes }: ExecutionResult): Readonly<Record<string, string>> {
  return Object.fromEntries([...nodes.values()].map(({ uniqueId, phase }) => [uniqueId, phase]));
}
