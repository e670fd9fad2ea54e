import { coreErrors } from "@flytekit-ts/core/errors";
import { describe, expect, it } from "vitest";
import { FakeCluster, type FakeNode, idOf, unreachable } from "../../test/fake-cluster.js";
import { errors } from "../errors.js";
import type { Change } from "./changes.js";
import { watch } from "./watch.js";
import type { WatchOptions } from "./watch-options.js";

async function collect(cluster: FakeCluster, options: WatchOptions = {}, most = Infinity): Promise<Change[]> {
  const { connection, timing } = cluster;
  const changes: Change[] = [];
  for await (const change of watch({ connection, id: idOf("run"), options, timing })) {
    changes.push(change);
    if (changes.length >= most) break;
  }
  return changes;
}

function lines(changes: readonly Change[]): readonly string[] {
  return changes.map((change) => {
    switch (change.kind) {
      case "execution":
        return `execution ${change.phase}`;
      case "node":
        return `${change.path} ${change.node.phase}`;
      case "task":
        return `${change.path} attempt ${change.task.attempt} ${change.task.phase}`;
      default:
        return `${change.path} item ${change.item.attempt} ${change.item.phase}`;
    }
  });
}

function end(cluster: FakeCluster, phase: "SUCCEEDED" | "FAILED" = "SUCCEEDED"): void {
  cluster.executions.set("run", { phase });
}

describe("watch", () => {
  it("tells phases of nodes, attempts and items, and the end last", async () => {
    const n0: FakeNode = { phase: "QUEUED", tasks: [] };
    const map: FakeNode = { phase: "RUNNING", isArray: true, tasks: [] };
    const cluster = new FakeCluster().add("run", { n0, n1: map });
    cluster.onWait = (waits) => {
      if (waits === 1) {
        n0.phase = "RUNNING";
        n0.tasks = [{ phase: "RUNNING", logs: ["https://logs/0"] }];
        map.tasks = [
          {
            phase: "RUNNING",
            items: [
              { index: 0, phase: 3 },
              { index: 1, phase: 8 },
            ],
          },
        ];
      }
      if (waits === 2) {
        n0.tasks = [{ phase: "FAILED", error: { message: "once" } }, { phase: "RUNNING" }];
        map.tasks = [
          {
            phase: "RUNNING",
            items: [
              { index: 0, phase: 3 },
              { index: 1, phase: 2, retryAttempt: 1 },
            ],
          },
        ];
      }
      if (waits === 3) {
        n0.phase = "SUCCEEDED";
        n0.deck = "s3://decks/0";
        map.phase = "SUCCEEDED";
        end(cluster);
      }
    };
    const changes = await collect(cluster);
    expect(lines(changes)).toEqual([
      "execution RUNNING",
      "n0 QUEUED",
      "n1 RUNNING",
      "n0 RUNNING",
      "n0 attempt 0 RUNNING",
      "n1 attempt 0 RUNNING",
      "n1/n0 item 0 SUCCEEDED",
      "n1/n1 item 0 RETRYABLE_FAILED",
      "n0 attempt 0 FAILED",
      "n0 attempt 1 RUNNING",
      "n1/n1 item 1 RUNNING",
      "n0 SUCCEEDED",
      "n1 SUCCEEDED",
      "execution SUCCEEDED",
    ]);
    expect(changes.find((change) => change.kind === "task")).toMatchObject({
      task: { task: "garden.water", logs: [{ name: "log", uri: "https://logs/0" }] },
    });
    expect(changes.at(-3)).toMatchObject({ node: { deck: "s3://decks/0" } });
  });

  it("enters sub-workflows, second attempts, arms, dynamics and the executions of plans", async () => {
    const cluster = new FakeCluster()
      .add("run", {
        n0: { phase: "SUCCEEDED", isParent: true },
        "n0-0-start-node": { phase: "SUCCEEDED", parent: "n0", spec: "start-node" },
        "n0-0-n0": { phase: "TIMED_OUT", parent: "n0", spec: "n0" },
        "n0-1-n0": { phase: "SUCCEEDED", parent: "n0", spec: "n0", retryGroup: "1" },
        n1: { phase: "SUCCEEDED", isParent: true },
        f3qj4tmy: { phase: "SUCCEEDED", parent: "n1", spec: "n1-n0", isParent: true, isDynamic: true },
        fzzzzzzz: { phase: "SUCCEEDED", parent: "f3qj4tmy", spec: "dn0" },
        n2: { phase: "SUCCEEDED", child: "grown" },
      })
      .add("grown", { n0: { phase: "SUCCEEDED" } });
    end(cluster);
    expect(lines(await collect(cluster, { tasks: "none" })).toSorted()).toEqual([
      "execution SUCCEEDED",
      "n0 SUCCEEDED",
      "n0/n0 TIMED_OUT",
      "n0@1/n0 SUCCEEDED",
      "n1 SUCCEEDED",
      "n1/n1-n0 SUCCEEDED",
      "n1/n1-n0/dn0 SUCCEEDED",
      "n2 SUCCEEDED",
      "n2>n0 SUCCEEDED",
    ]);
  });

  it("goes on behind any change without repeats or losses", async () => {
    const make = (): FakeCluster => {
      const cluster = new FakeCluster().add("run", {
        n0: { phase: "FAILED", error: { message: "x" }, tasks: [{ phase: "FAILED" }, { phase: "FAILED" }] },
        n1: { phase: "RUNNING", isParent: true },
        "n1-0-n0": { phase: "RUNNING", parent: "n1", spec: "n0", tasks: [{ phase: "RUNNING" }] },
      });
      cluster.onWait = () => {
        for (const id of ["n1", "n1-0-n0"]) cluster.node("run", id).phase = "ABORTED";
        end(cluster, "FAILED");
      };
      return cluster;
    };
    const all = await collect(make());
    expect(all).toHaveLength(10);
    for (let told = 1; told < all.length; told += 1) {
      const cluster = make();
      const before = await collect(cluster, {}, told);
      const rest = await collect(cluster, { after: before.at(-1)?.cursor });
      expect([...lines(before), ...lines(rest)].toSorted()).toEqual(lines(all).toSorted());
    }
  });

  it("gives errors whole, although lists cut them off", async () => {
    const message = `${"so it came to be. ".repeat(1820)}end`;
    expect(message.length).toBeGreaterThan(32_000);
    const cluster = new FakeCluster().add("run", {
      n0: { phase: "FAILED", error: { message }, tasks: [{ phase: "FAILED", error: { message } }] },
    });
    cluster.executions.set("run", { phase: "FAILED", error: { message } });
    for (const change of await collect(cluster)) {
      const failed = change.kind === "node" ? change.node : change.kind === "task" ? change.task : change;
      expect(failed).toMatchObject({ error: { message } });
    }
  });

  it("goes on where the connection breaks, and gives up when it stays broken", async () => {
    const cluster = new FakeCluster().add("run", { n0: { phase: "RUNNING" } });
    let broken = 0;
    cluster.before = () => {
      broken += 1;
      if (broken % 3 > 0) throw unreachable();
    };
    cluster.onWait = (waits) => {
      if (waits === 12) cluster.node("run", "n0").phase = "SUCCEEDED";
      if (waits === 12) end(cluster);
    };
    const changes = lines(await collect(cluster));
    expect(changes).toEqual(["execution RUNNING", "n0 RUNNING", "n0 SUCCEEDED", "execution SUCCEEDED"]);

    const gone = new FakeCluster().add("run", {});
    gone.before = () => {
      throw unreachable();
    };
    await expect(collect(gone, { outage: 60_000 })).rejects.toSatisfy(errors.CLUSTER_UNREACHABLE.is);
    expect(gone.now).toBeGreaterThanOrEqual(60_000);
    expect(gone.calls.length).toBeLessThan(12);
  });

  it("watches a thousand nodes with a bounded number of calls in each second", async () => {
    const nodes: Record<string, FakeNode> = {};
    for (let i = 0; i < 1000; i += 1)
      nodes[`n${i}`] = { phase: "RUNNING", tasks: [{ phase: "RUNNING" }], updatedAt: 10 };
    const cluster = new FakeCluster().add("run", nodes);
    cluster.onWait = (waits) => {
      if (waits < 300) return;
      for (const node of Object.values(nodes))
        Object.assign(node, { phase: "SUCCEEDED", tasks: [{ phase: "SUCCEEDED" }] });
      end(cluster);
    };
    const changes = await collect(cluster);
    expect(cluster.busiest).toBeLessThanOrEqual(20);
    expect(changes.filter(({ kind }) => kind === "node")).toHaveLength(2000);
    const ended = changes.filter((change) => change.kind === "task" && change.task.phase === "SUCCEEDED");
    expect(ended).toHaveLength(1000);
  });

  it("asks only for what changed, and for all where a server refuses the filter or clocks differ", async () => {
    const late: FakeNode = { phase: "RUNNING", updatedAt: 100_000 };
    const behind: FakeNode = { phase: "RUNNING", updatedAt: 5 };
    const cluster = new FakeCluster().add("run", { late, behind });
    cluster.onWait = (waits) => {
      // The engine that reports it has a clock that is a day behind.
      if (waits === 2) Object.assign(behind, { phase: "SUCCEEDED", updatedAt: 6 });
      if (waits === 30) end(cluster);
    };
    const changes = lines(await collect(cluster, { tasks: "none" }));
    expect(changes.slice(0, 4)).toEqual([
      "execution RUNNING",
      "behind RUNNING",
      "late RUNNING",
      "behind SUCCEEDED",
    ]);
    const filters = cluster.calls.flatMap(({ filters: filter }) => filter ?? []);
    expect(filters).toContain("gte(node_execution_updated_at,1970-01-02T03:45:40.000Z)");
    expect(filters.filter((filter) => filter === "").length).toBeLessThan(filters.length / 4);

    const old = new FakeCluster().add("run", { late });
    old.before = () => {
      if (old.calls.at(-1)?.filters?.startsWith("gte") === true)
        throw errors.CLUSTER_REFUSED({ endpoint: "", call: "", said: "no such column", details: [] });
    };
    old.onWait = (waits) => {
      if (waits === 5) end(old);
    };
    await collect(old, { tasks: "none" });
    expect(old.calls.filter(({ filters: filter }) => filter?.startsWith("gte"))).toHaveLength(1);
  });

  it("does not take back what has ended, and copes with what it does not know", async () => {
    const n0: FakeNode = { phase: "SUCCEEDED" };
    const n1: FakeNode = { phase: 77 };
    const cluster = new FakeCluster().add("run", { n0, n1, n2: { phase: "RUNNING", isParent: true } });
    cluster.onWait = (waits) => {
      if (waits === 1) n0.phase = "RUNNING";
      // Deleted with all that is inside.
      if (waits === 2) cluster.nodes.get("run")?.delete("n2");
      if (waits === 3) end(cluster);
    };
    expect(lines(await collect(cluster, { tasks: "none" }))).toEqual([
      "execution RUNNING",
      "n0 SUCCEEDED",
      "n1 UNKNOWN_77",
      "n2 RUNNING",
      "execution SUCCEEDED",
    ]);
  });

  it("looks again at the end where what was inside had not ended with its node", async () => {
    const inner: FakeNode = { phase: "RUNNING", parent: "n0", spec: "n0" };
    const cluster = new FakeCluster().add("run", {
      n0: { phase: "FAILED", isParent: true },
      "n0-0-n0": inner,
    });
    cluster.onWait = (waits) => {
      if (waits === 3) inner.phase = "ABORTED";
      if (waits === 3) end(cluster, "FAILED");
    };
    expect(lines(await collect(cluster, { tasks: "none" })).slice(-2)).toEqual([
      "n0/n0 ABORTED",
      "execution FAILED",
    ]);
    expect(cluster.calls.filter(({ call }) => call === "listNodeExecutions")).toHaveLength(6);
  });

  it("asks for the whole error of an attempt once, however often it is looked at", async () => {
    const message = "x".repeat(500);
    const tasks: FakeNode["tasks"] = Array.from({ length: 30 }, () => ({
      phase: "FAILED",
      error: { message },
    }));
    const n0: FakeNode = { phase: "RUNNING", tasks: [...tasks, { phase: "RUNNING" }] };
    const cluster = new FakeCluster().add("run", { n0 });
    cluster.onWait = (waits) => {
      if (waits < 40) return;
      n0.phase = "SUCCEEDED";
      end(cluster);
    };
    await collect(cluster);
    expect(cluster.calls.filter(({ call }) => call === "getTaskExecution")).toHaveLength(30);
  });

  it("goes on where a node is deleted between two calls", async () => {
    const message = "x".repeat(500);
    const cluster = new FakeCluster().add("run", {
      n0: { phase: "FAILED", error: { message }, tasks: [{ phase: "FAILED", error: { message } }] },
      n1: { phase: "RUNNING", isParent: true },
    });
    cluster.before = (call) => {
      if (call === "getNodeExecution") cluster.nodes.get("run")?.clear();
    };
    cluster.onWait = () => {
      end(cluster, "FAILED");
    };
    expect(lines(await collect(cluster))).toEqual([
      "execution RUNNING",
      "n0 FAILED",
      "n1 RUNNING",
      "execution FAILED",
    ]);
  });

  it("copes with times that no clock has", async () => {
    const n0: FakeNode = { phase: "RUNNING", updatedAt: 8.64e12 };
    const cluster = new FakeCluster().add("run", { n0 });
    cluster.onWait = (waits) => {
      if (waits === 2) n0.phase = "SUCCEEDED";
      if (waits === 4) end(cluster);
    };
    expect(lines(await collect(cluster, { tasks: "none" })).at(-2)).toBe("n0 SUCCEEDED");
  });

  it("ends when it is told to, and when the execution is not there", async () => {
    const cluster = new FakeCluster().add("run", {});
    const controller = new AbortController();
    cluster.onWait = () => {
      controller.abort("enough");
    };
    await expect(collect(cluster, { signal: controller.signal })).rejects.toSatisfy(errors.CALL_ABORTED.is);
    await expect(collect(new FakeCluster())).rejects.toSatisfy(errors.CLUSTER_ENTITY_NOT_FOUND.is);
  });

  it("refuses cursors of others, and wrong options", async () => {
    const cluster = new FakeCluster().add("run", {}).add("other", {});
    end(cluster);
    const [{ cursor } = { cursor: "" }] = await collect(cluster);
    const { connection, timing } = cluster;
    const other = watch({ connection, id: idOf("other"), options: { after: cursor }, timing });
    await expect(other.next()).rejects.toSatisfy(errors.CURSOR_INVALID.is);
    await expect(collect(cluster, { after: "%%%" })).rejects.toSatisfy(errors.CURSOR_INVALID.is);
    await expect(collect(cluster, { after: cursor.slice(3) })).rejects.toSatisfy(errors.CURSOR_INVALID.is);
    for (const wrong of [
      { pollInterval: -1 },
      { callsPerSecond: 0 },
      { outage: Number.NaN },
      { tasks: "some" as "all" },
    ])
      await expect(collect(cluster, wrong)).rejects.toSatisfy(coreErrors.OPTION_INVALID.is);
    await expect(collect(cluster, { pollIntervall: 1 } as never)).rejects.toSatisfy(
      coreErrors.OPTION_UNKNOWN.is,
    );
  });
});
