import { describe, expect, it } from "vitest";

import { caught, refusal } from "../../test/support/caught.js";
import { type Accelerator, toExtendedResources } from "./accelerator.js";

const gpu = (accelerator: unknown) =>
  toExtendedResources({ accelerator: accelerator as Accelerator }, "task a")?.gpuAccelerator;
const memory = (sharedMemory: unknown) =>
  toExtendedResources({ sharedMemory: sharedMemory as true }, "task a")?.sharedMemory;

describe("toExtendedResources", () => {
  it("is nothing where no option asks for any", () => {
    expect(toExtendedResources({}, "task a")).toBeUndefined();
  });

  it.each([
    ["nvidia-tesla-t4", undefined],
    [{ device: "nvidia-tesla-t4" }, undefined],
    [
      { device: "nvidia-tesla-t4", partition: "none" },
      { $case: "unpartitioned", value: true },
    ],
    [
      { device: "nvidia-tesla-t4", partition: "1g.5gb" },
      { $case: "partitionSize", value: "1g.5gb" },
    ],
  ])("asks for %j", (accelerator, partitionSizeValue) => {
    expect(gpu(accelerator)).toEqual({ device: "nvidia-tesla-t4", partitionSizeValue });
  });

  it("names the part that was meant", () => {
    const misspelt = { device: "a", partitions: "b" };
    expect(caught(() => gpu(misspelt)).message).toMatch(
      /OPTION_UNKNOWN.*no option `partitions` for accelerator of task a[^]*Did you mean `partition`/,
    );
  });

  it.each(["", {}, null, 5, { device: "" }])("refuses %j", (accelerator) => {
    expect(refusal(() => gpu(accelerator))).toMatch(
      /^OPTION_INVALID: The option `accelerator` of task a takes the name of a device/,
    );
  });

  it.each(["", null, 1])("refuses the partition %j", (partition) => {
    expect(refusal(() => gpu({ device: "a", partition }))).toMatch(
      /^OPTION_INVALID: The option `accelerator.partition` of task a/,
    );
  });

  it.each([
    [true, ""],
    ["2Gi", "2Gi"],
  ])("mounts shared memory for %j", (given, sizeLimit) => {
    expect(memory(given)).toEqual({ mountPath: "/dev/shm", mountName: "flyte-shared-memory", sizeLimit });
  });

  it.each([false, "", 5])("refuses %j as shared memory", (given) => {
    expect(refusal(() => memory(given))).toMatch(
      /^OPTION_INVALID: The option `sharedMemory` of task a takes true or a size/,
    );
  });
});
