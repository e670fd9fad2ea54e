import type { Signal } from "@flytekit-ts/core/storage";
import type { ClusterConfig } from "../../config/cluster-config.js";
import type { HttpClient } from "../../connection/http-client.js";
import type { SignInServer } from "../oauth/sign-in-server.js";
import type { TokenStore } from "../store/token-store.js";

/** What signing in works with besides the configuration: the machine, the person, the time. */
export interface AuthParts {
  readonly store: TokenStore;
  /** A file that processes lock while they renew tokens. */
  readonly lockFile: string;
  /** Opens a page for the person; false where there is no browser. */
  readonly browse: (url: string) => Promise<boolean>;
  /** Tells the person something. */
  readonly say: (text: string) => void;
  /** Whether the person may be asked to sign in; they may if it is absent. */
  readonly interactive?: boolean | undefined;
  /** In milliseconds since 1970. */
  readonly now: () => number;
  /** Rejects when the signal fires. */
  readonly wait: (milliseconds: number, signal: Signal) => Promise<void>;
  /** How long the person may take, in milliseconds. */
  readonly personTime: number;
  /** How long a command may take, in milliseconds. */
  readonly commandTime: number;
  /** How long an authorization server may take to begin an answer, in milliseconds. */
  readonly requestTime: number;
}

/** What the flows of OAuth share. */
export interface OAuthParts extends AuthParts {
  readonly config: ClusterConfig;
  /** Asks the cluster once, and remembers. */
  readonly server: (signal: Signal) => Promise<SignInServer>;
  /** What `server` has said, if it was asked. */
  readonly knownServer: () => SignInServer | undefined;
  /** Does something with requests over HTTP, through the proxy of the configuration. */
  readonly withHttp: <T>(act: (fetch: HttpClient["fetch"]) => Promise<T>) => Promise<T>;
}
