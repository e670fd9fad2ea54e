import { afterEach, describe, expect, it, vi } from "vitest";
import { cleanedUp } from "./interrupts.js";

afterEach(() => vi.restoreAllMocks());

/** Interrupts the process, as far as its listeners can tell. */
function interrupt(): void {
  process.emit("SIGINT");
}

describe("work that cleans up", () => {
  it("does so when the process is interrupted, which then ends as it would have", async () => {
    const kill = vi.spyOn(process, "kill").mockReturnValue(true);
    vi.spyOn(process, "listenerCount").mockReturnValue(1);
    const cleaned: string[] = [];
    let finish: (() => void) | undefined;
    const work = cleanedUp(
      async () => void cleaned.push("first"),
      () =>
        cleanedUp(
          async () => void cleaned.push("second"),
          () => new Promise<void>((resolve) => (finish = resolve)),
        ),
    );
    interrupt();
    await expect.poll(() => kill).toHaveBeenCalledWith(process.pid, "SIGINT");
    expect(cleaned).toEqual(["first", "second"]);
    finish?.();
    await work;
  });

  it("leaves the end to a program that listens itself", async () => {
    const kill = vi.spyOn(process, "kill").mockReturnValue(true);
    const heard = vi.fn<() => void>();
    process.on("SIGINT", heard);
    const cleanUp = vi.fn<() => Promise<void>>().mockRejectedValue(new Error("503"));
    await cleanedUp(cleanUp, async () => interrupt());
    process.off("SIGINT", heard);
    expect([heard, cleanUp].map((each) => each.mock.calls.length)).toEqual([1, 1]);
    expect(kill).not.toHaveBeenCalled();
  });

  it("listens no longer than it works", async () => {
    const before = process.listenerCount("SIGINT");
    await cleanedUp(
      async () => {},
      async () => expect(process.listenerCount("SIGINT")).toBe(before + 1),
    );
    const failing = cleanedUp(
      async () => {},
      async () => {
        throw new Error("no");
      },
    );
    await expect(failing).rejects.toThrow("no");
    expect(process.listenerCount("SIGINT")).toBe(before);
  });
});
