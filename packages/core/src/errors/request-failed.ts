/** What went wrong with one request, as its store tells it. Texts hold no keys, tokens or signatures. */
export interface RequestFault {
  /**
   * `absent`: nothing is there. `passing`: another attempt may help. `changed`: the object is no longer the one that
   * was asked for. `beyond`: the object ends before the range. `final`: nothing helps.
   */
  readonly kind: "absent" | "passing" | "changed" | "beyond" | "final";
  /** What is wrong, as the end of a sentence, without a full stop. */
  readonly problem: string;
  /** What to do about it. */
  readonly advice?: string | undefined;
  /** How many milliseconds the server asks to be left alone. */
  readonly retryAfter?: number | undefined;
  /** What is left of the original error, without what may be secret. */
  readonly cause?: unknown;
}

/** Carries a fault to whoever decides whether to try again. Nobody outside of a storage gets to see one. */
export class RequestFailed extends Error {
  override readonly name = "RequestFailed";
  readonly fault: RequestFault;

  constructor(fault: RequestFault) {
    super(fault.problem);
    this.fault = fault;
  }
}
