import type * as idl from "@flytekit-ts/models/core";

import { assertOptions, assertText, assertWellFormed } from "../options/options.js";
import * as errors from "../errors.js";
import { isPlainObject } from "../words/plain-object.js";

/**
 * A device such as `"nvidia-tesla-t4"`, or a part of one: `partition` is the size of a partition (for example
 * `"1g.5gb"`), or `"none"` for an unpartitioned device.
 */
export type Accelerator = string | { readonly device: string; readonly partition?: string | undefined };

const PARTS = new Set(["device", "partition"]);

/** The options that become extended resources. */
export interface ExtendedOptions {
  readonly accelerator?: Accelerator | undefined;
  readonly sharedMemory?: true | string | undefined;
}

/** Extended resources as IDL, or undefined if neither option is set. @throws `OPTION_INVALID` */
export function toExtendedResources(options: ExtendedOptions, at: string): idl.ExtendedResources | undefined {
  const { accelerator, sharedMemory } = options;
  if (accelerator === undefined && sharedMemory === undefined) return undefined;
  return {
    gpuAccelerator: accelerator === undefined ? undefined : toGpuAccelerator(accelerator, at),
    sharedMemory: sharedMemory === undefined ? undefined : toSharedMemory(sharedMemory, at),
  };
}

function toGpuAccelerator(accelerator: Accelerator, at: string): idl.GPUAccelerator {
  const given: unknown = typeof accelerator === "string" ? { device: accelerator } : accelerator;
  if (isPlainObject(given)) assertOptions(given, PARTS, `accelerator of ${at}`);
  const { device, partition }: Partial<Exclude<Accelerator, string>> = isPlainObject(given) ? given : {};
  if (typeof device !== "string" || device === "") {
    const wanted = "the name of a device, or { device, partition }";
    const advice = 'Name the device: `accelerator: { device: "nvidia-tesla-a100", partition: "1g.5gb" }`.';
    throw errors.OPTION_INVALID({ at, option: "accelerator", wanted, given: accelerator, advice });
  }
  assertWellFormed(device, "accelerator", at);
  assertText(partition, "accelerator.partition", at);
  return { device, partitionSizeValue: partitionOf(partition) };
}

function partitionOf(partition: string | undefined): idl.GPUAccelerator["partitionSizeValue"] {
  if (partition === undefined) return undefined;
  if (partition === "none") return { $case: "unpartitioned", value: true };
  return { $case: "partitionSize", value: partition };
}

function toSharedMemory(size: true | string, at: string): idl.SharedMemory {
  if (size !== true && (typeof size !== "string" || size === "")) {
    const advice = 'Give a size such as `"2Gi"`, or `true` for as much as there is.';
    throw errors.OPTION_INVALID({
      at,
      option: "sharedMemory",
      wanted: "true or a size",
      given: size,
      advice,
    });
  }
  if (size !== true) assertWellFormed(size, "sharedMemory", at);
  return { mountPath: "/dev/shm", mountName: "flyte-shared-memory", sizeLimit: size === true ? "" : size };
}
