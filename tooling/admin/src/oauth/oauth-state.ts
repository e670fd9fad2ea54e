import type { OAuthSettings } from "./options.js";
import { IssuedTable } from "./tokens/issued.js";

/** What the person at the browser does. */
export type PersonDoes = "approve" | "deny" | "wrong-state" | "wrong-issuer" | "never";

/** What a device is told when it asks: the last one is repeated. */
export type DeviceAnswer =
  | "approve"
  | "authorization_pending"
  | "slow_down"
  | "access_denied"
  | "expired_token";

/** How an endpoint misbehaves. */
export type Fault =
  | { readonly kind: "hang" }
  | { readonly kind: "drop" }
  /** Does what it is asked for, and answers when `until` is over. */
  | { readonly kind: "late"; readonly until: Promise<unknown> }
  | { readonly kind: "answer"; readonly status: number; readonly type?: string; readonly body: string };

/** The endpoints that can be told to misbehave. */
export type FaultyEndpoint = "token" | "authorize" | "device" | "config";

/** A sign-in that waits for the person. */
export interface PendingSignIn {
  readonly redirectUri: string;
  readonly state: string;
  readonly scopes: readonly string[];
  /** Without a challenge that is taken, the sign-in ends in a refusal. */
  readonly challenge: string | undefined;
}

/** A device that waits for the person. */
export interface PendingDevice {
  readonly scopes: readonly string[];
  readonly expiresAt: number;
}

/** All that an OAuth server remembers. */
export interface OAuthState {
  readonly settings: OAuthSettings;
  /** `http://localhost:18388`: the start of all addresses. */
  issuer: string;
  readonly codes: IssuedTable;
  readonly refreshTokens: IssuedTable;
  readonly devices: Map<string, PendingDevice>;
  readonly signIns: Map<string, PendingSignIn>;
  person: PersonDoes;
  deviceAnswers: DeviceAnswer[];
  readonly faults: Map<FaultyEndpoint, Fault>;
  readonly counts: Map<string, number>;
  /** All tokens, codes and verifiers that went over the wire, so that tests can look for them where they must not be. */
  readonly secrets: Set<string>;
  /** Access tokens that were given before this time are refused, in milliseconds since 1970. */
  refusedBefore: number;
}

export function newState(settings: OAuthSettings): OAuthState {
  return {
    settings,
    issuer: "",
    codes: new IssuedTable(),
    refreshTokens: new IssuedTable(),
    devices: new Map(),
    signIns: new Map(),
    person: "approve",
    deviceAnswers: ["approve"],
    faults: new Map(),
    counts: new Map(),
    secrets: new Set(settings.machines.map(({ secret }) => secret)),
    refusedBefore: 0,
  };
}

export function count(state: OAuthState, what: string): void {
  state.counts.set(what, (state.counts.get(what) ?? 0) + 1);
}
