import type { Signal } from "@flytekit-ts/core/storage";
import type { Headers } from "../../connection/credentials.js";

/** Asks a cluster whether it refuses a call that carries `headers`, for them. */
export type Probe = (headers: Headers, signal: Signal | undefined) => Promise<boolean>;
