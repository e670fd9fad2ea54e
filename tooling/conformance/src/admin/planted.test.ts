import { afterEach, describe, expect, it, vi } from "vitest";
import { readAdminRows } from "./rows/admin-row.js";

const read = readAdminRows(new URL("../../data/admin/transcripts.jsonl", import.meta.url).pathname);
const rows = "rows" in read ? read.rows : [];

type Right = Readonly<Record<string, (...given: readonly unknown[]) => unknown>>;

/** A module of the stand-in, what is wrong in it, and a place where this shows. */
interface Fault {
  readonly what: string;
  readonly module: string;
  readonly wrong: (right: Right) => Readonly<Record<string, unknown>>;
  readonly found: string;
}

const nothing = () => undefined;

const FAULTS: readonly Fault[] = [
  {
    what: "all structures are equal",
    module: "registry/digest.ts",
    wrong: () => ({ digestOf: () => "" }),
    found: "32 code",
  },
  {
    what: "differences of structures are not said",
    module: "texts/structure-diff.ts",
    wrong: () => ({ structureDiff: () => "" }),
    found: "144 message",
  },
  {
    what: "cycles are compiled",
    module: "registry/compile/reachable.ts",
    wrong: () => ({ checkReachable: nothing }),
    found: "124 code",
  },
  {
    what: "no plan becomes active",
    module: "registry/plan-states.ts",
    wrong: () => ({ setPlanState: nothing }),
    found: "169 code",
  },
  {
    what: "descriptions are not kept",
    module: "registry/descriptions.ts",
    wrong: () => ({ describeEntity: () => "" }),
    found: "220 code",
  },
  {
    what: "lists go the other way",
    module: "query/sort.ts",
    wrong: ({ inOrder }) => ({ inOrder: (...given: readonly unknown[]) => -(inOrder?.(...given) as number) }),
    found: "64 /entities/0/name",
  },
  {
    what: "filters are not looked at",
    module: "query/filters.ts",
    wrong: () => ({ parseFilters: () => [] }),
    found: "85 /tasks/1",
  },
  {
    what: "a task that has ended runs again",
    module: "executions/phases.ts",
    wrong: ({ phases }) => ({
      phases: { ...(phases as unknown as object), task: { name: String, isEnd: () => false } },
    }),
    found: "301 code",
  },
  {
    what: "durations are a second short",
    module: "executions/times.ts",
    wrong: ({ between }) => ({
      between: (...times: readonly unknown[]) => (between?.(...times) as bigint) - 1_000_000_000n,
    }),
    found: "329 /closure/duration",
  },
  {
    what: "an execution may have any name",
    module: "executions/launch/execution-name.ts",
    wrong: () => ({ assertExecutionName: () => undefined }),
    found: "252 code",
  },
  {
    what: "defaults and fixed inputs are left out",
    module: "executions/launch/execution-inputs.ts",
    wrong: () => ({ executionInputs: (given: unknown) => given ?? { literals: new Map() } }),
    found: "259 /fullInputs/literals/x",
  },
  {
    what: "a plan has more executions than it may",
    module: "executions/launch/assert-concurrency.ts",
    wrong: () => ({ assertConcurrency: () => undefined }),
    found: "423 code",
  },
  {
    what: "another number of nodes runs at once",
    module: "executions/launch/execution-config.ts",
    wrong: ({ executionConfig }) => ({
      executionConfig: (...given: readonly unknown[]) => ({
        ...(executionConfig?.(...given) as object),
        maxParallelism: 7,
      }),
    }),
    found: "247 /spec/maxParallelism",
  },
  {
    what: "what an event adds to a task replaces what was there",
    module: "events/merge-records.ts",
    wrong: () => ({ mergeRecords: (_: unknown, latest: unknown) => latest }),
    found: "406 /closure/customInfo",
  },
  {
    what: "spans may end before they start",
    module: "executions/metrics/spans.ts",
    wrong: ({ operation }) => ({
      operationUnlessBack: (...given: readonly unknown[]) => [operation?.(...given)],
    }),
    found: "325 /span/spans/4",
  },
  {
    what: "all executions share their signals",
    module: "signals/tables.ts",
    wrong: () => ({ signalKey: ({ signalId }: { readonly signalId: string }) => signalId }),
    found: "444 /id/executionId/name",
  },
  {
    what: "a file name stays in its folder",
    module: "objects/reference.ts",
    wrong: ({ referenceBelow }) => ({
      referenceBelow: (...keys: readonly string[]) =>
        referenceBelow?.(...keys.map((key) => key.replaceAll("../", ""))),
    }),
    found: "454 /nativeUrl",
  },
  {
    what: "a flyte:// URL names no single output",
    module: "data-proxy/flyte-url.ts",
    wrong: ({ parseFlyteUrl }) => ({
      parseFlyteUrl: (url: string) => ({ ...(parseFlyteUrl?.(url) as object), name: undefined }),
    }),
    found: "463 /literal",
  },
];

afterEach(() => vi.resetModules());

describe("a wrong rule of the stand-in", () => {
  it.each(FAULTS)("is found: $what", async ({ module, wrong, found }) => {
    const path = new URL(`../../../admin/src/${module}`, import.meta.url).pathname;
    vi.resetModules();
    vi.doMock(path, async (original) => {
      const right = await original<Right>();
      return { ...right, ...wrong(right) };
    });
    const { startStandIn } = await import("./server/start-stand-in.js");
    const { settingsOf } = await import("./server/settings-of.js");
    const { replay } = await import("./replay/replay.js");
    const server = await startStandIn(settingsOf(rows));
    const results = await replay(rows, server);
    await server.close();
    vi.doUnmock(path);
    const places = results.flatMap(({ row, differences }) =>
      differences.map(({ pointer }) => `${row.seq} ${pointer}`),
    );
    expect(places).toContain(found);
  });
});
