import type { Signal } from "@flytekit-ts/core/storage";

/** The headers of a call, by lower-case name. */
export type Headers = Readonly<Record<string, string>>;

/**
 * What proves to a cluster who calls. The connection asks for headers before each call, and for new ones after a
 * call that was refused for them.
 */
export interface Credentials {
  /** What is known now; no person is asked. None before anyone has signed in. */
  headers(signal: Signal | undefined): Promise<Headers>;
  /**
   * Get new ones, since a call with `refused` was refused. Callers that come at the same time share one attempt.
   *
   * @param isSure - false where the call may have failed for another reason; true if absent
   * @returns Whether there are new ones, so that the call is worth another try.
   */
  renew(refused: Headers, signal: Signal | undefined, isSure?: boolean): Promise<boolean>;
}

/** Credentials of those who need none. */
export const noCredentials: Credentials = Object.freeze({
  headers: async () => ({}),
  renew: async () => false,
});
