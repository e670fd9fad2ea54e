/** A client that has a secret: a program that signs in for itself. */
export interface MachineClient {
  readonly id: string;
  readonly secret: string;
  /** What it may ask for. */
  readonly scopes: readonly string[];
}

/** The client that people sign in through, which has no secret. */
export interface PublicClient {
  readonly id: string;
  readonly redirectUri: string;
  readonly scopes: readonly string[];
  readonly audience?: string | undefined;
}

/** How long things are valid, in seconds. */
export interface Lifetimes {
  readonly accessToken: number;
  readonly refreshToken: number;
  readonly code: number;
  readonly deviceCode: number;
}

/** How an OAuth server is started. Whatever is absent is as in Flyte's own authorization server. */
export interface OAuthOptions {
  /** A free one if absent. */
  readonly port?: number | undefined;
  /** What metadata and tokens name as the issuer, and the start of all addresses in metadata. */
  readonly issuer?: string | undefined;
  /** Whose ID tokens are taken instead of access tokens. */
  readonly idProvider?: string | undefined;
  readonly machines?: readonly MachineClient[] | undefined;
  readonly people?: PublicClient | undefined;
  /** The name of the header that clients are told to send tokens in. */
  readonly headerKey?: string | undefined;
  readonly lifetimes?: Partial<Lifetimes> | undefined;
  /** Whether metadata offers the device flow. Flyte's own server does not have it. */
  readonly deviceFlow?: boolean | undefined;
  /** Seconds between two questions of a device. */
  readonly deviceInterval?: number | undefined;
  /** Whether each refresh gives a new refresh token, and the old one ends. */
  readonly rotation?: boolean | undefined;
  /** Whether answers to sign-ins name the issuer. */
  readonly namesIssuer?: boolean | undefined;
  /** Milliseconds since 1970. */
  readonly now?: (() => number) | undefined;
  /** PEM texts: served over https. */
  readonly tls?: { readonly key: string; readonly cert: string } | undefined;
}

/** The options with everything filled in but the address, which is known when the server listens. */
export interface OAuthSettings {
  readonly machines: readonly MachineClient[];
  readonly people: PublicClient;
  readonly headerKey: string;
  readonly lifetimes: Lifetimes;
  readonly deviceFlow: boolean;
  readonly deviceInterval: number;
  readonly rotation: boolean;
  readonly namesIssuer: boolean;
  readonly idProvider: string;
  readonly now: () => number;
}

export function settingsOf(options: OAuthOptions): OAuthSettings {
  return {
    machines: options.machines ?? [],
    people: options.people ?? {
      id: "flytectl",
      redirectUri: "http://localhost:53593/callback",
      scopes: ["offline", "all"],
    },
    headerKey: options.headerKey ?? "flyte-authorization",
    lifetimes: { accessToken: 1800, refreshToken: 3600, code: 300, deviceCode: 600, ...options.lifetimes },
    deviceFlow: options.deviceFlow ?? false,
    deviceInterval: options.deviceInterval ?? 5,
    rotation: options.rotation ?? true,
    namesIssuer: options.namesIssuer ?? false,
    idProvider: options.idProvider ?? "http://127.0.0.1/identity",
    now: options.now ?? Date.now,
  };
}
