import { describe, expect, it } from "vitest";
import { fakeAccess } from "../../../test/fake-access.js";
import { errors } from "../../errors.js";
import { waitForEnd, type WaitOptions } from "./wait-for-end.js";

const id = { project: "orchard", domain: "development", name: "e1" };
const unreachable = (): Error =>
  errors.CLUSTER_UNREACHABLE({ endpoint: "e", call: "AdminService.GetExecution", said: "gone", details: [] });

/** An execution that runs for so many looks, of which some fail, and has succeeded at the next. */
function runningFor(looks: number, failing: (look: number) => boolean = () => false) {
  let look = 0;
  const getExecution = (): unknown => {
    look += 1;
    if (failing(look)) throw unreachable();
    return { id, closure: { phase: look > looks ? 4 : 2 } };
  };
  return fakeAccess({ admin: { getExecution } });
}

describe("waitForEnd", () => {
  it("looks ever more rarely, up to the longest pause", async () => {
    const { access, pauses } = runningFor(12);
    const status = await waitForEnd(id, {}, access);
    expect(status.phase).toBe("SUCCEEDED");
    expect(pauses.slice(0, 4)).toEqual([1000, 1500, 2250, 3375]);
    expect(pauses.at(-1)).toBe(30_000);
  });

  it("pauses no longer than `pollInterval`", async () => {
    const { access, pauses } = runningFor(3);
    await waitForEnd(id, { pollInterval: "2 s" }, access);
    expect(pauses).toEqual([1000, 1500, 2000]);
  });

  it("makes pauses that differ between clients", async () => {
    const { access, pauses } = runningFor(1);
    await waitForEnd(id, {}, { ...access, timing: { ...access.timing, random: () => 0 } });
    expect(pauses).toEqual([800]);
  });

  it("looks once more when the time is over, and says that the execution goes on", async () => {
    const { access, asked, pauses } = runningFor(100);
    const waiting = waitForEnd(id, { timeout: 2000 }, access);
    await expect(waiting).rejects.toMatchObject({
      code: "EXECUTION_UNFINISHED",
      params: {
        execution: "orchard/development/e1",
        consoleUrl:
          "https://flyte.example.com:443/console/projects/orchard/domains/development/executions/e1",
        phase: "RUNNING",
        after: 2000,
      },
    });
    expect(pauses).toEqual([1000, 1000]);
    expect(asked).toHaveLength(3);
  });

  it("looks only once for a timeout of 0", async () => {
    const { access, asked } = runningFor(100);
    await expect(waitForEnd(id, { timeout: 0 }, access)).rejects.toMatchObject({
      code: "EXECUTION_UNFINISHED",
    });
    expect(asked).toHaveLength(1);
  });

  it("goes on while a cluster is away, and not for ever", async () => {
    const back = runningFor(12, (look) => look > 1 && look < 11);
    expect((await waitForEnd(id, {}, back.access)).phase).toBe("SUCCEEDED");
    const gone = runningFor(0, () => true);
    await expect(waitForEnd(id, {}, gone.access)).rejects.toMatchObject({ code: "CLUSTER_UNREACHABLE" });
    expect(gone.asked).toHaveLength(10);
  });

  it("gives up at its time where a cluster is away", async () => {
    const gone = runningFor(0, () => true);
    await expect(waitForEnd(id, { timeout: 3000 }, gone.access)).rejects.toMatchObject({
      code: "CLUSTER_UNREACHABLE",
    });
    expect(gone.pauses.reduce((sum, each) => sum + each, 0)).toBe(3000);
  });

  it("ends with its signal", async () => {
    const { access, asked } = runningFor(100);
    const controller = new AbortController();
    const wait = async (): Promise<void> => controller.abort("enough");
    const timing = { ...access.timing, wait };
    const waiting = waitForEnd(id, { signal: controller.signal }, { ...access, timing });
    await expect(waiting).rejects.toMatchObject({ code: "CALL_ABORTED", cause: "enough" });
    expect(asked).toHaveLength(1);
  });

  it.each([[{ timeout: -1 }], [{ timeout: "soon" }], [{ pollInterval: Number.NaN }], [{ timeout: "1 M" }]])(
    "refuses %o",
    async (options) => {
      const { access, asked } = runningFor(0);
      await expect(waitForEnd(id, options as WaitOptions, access)).rejects.toMatchObject({
        code: "OPTION_INVALID",
      });
      expect(asked).toEqual([]);
    },
  );
});
