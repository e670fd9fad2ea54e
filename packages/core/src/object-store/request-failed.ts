import type { RequestFault } from "./object-store.js";

/** Carries a fault to whoever decides whether to try again. Nobody outside of a storage gets to see one. */
export class RequestFailed extends Error {
  override readonly name = "RequestFailed";
  readonly fault: RequestFault;

  constructor(fault: RequestFault) {
    super(fault.problem);
    this.fault = fault;
  }
}
