import { type Signal, timeLimit } from "@flytekit-ts/core/storage";
import type { Credentials, Headers } from "../connection/credentials.js";
import { authErrors as errors } from "../errors/auth-errors.js";
import { connectionErrors } from "../errors/connection-errors.js";
import type { AuthParts } from "./flows/auth-parts.js";
import type { Flow } from "./flows/flow.js";
import type { Probe } from "./flows/probe.js";
import { withProcessLock } from "./sharing/process-lock.js";
import { SharedAttempt } from "./sharing/shared-attempt.js";
import { endsSoon, type Tokens } from "./tokens/tokens.js";

/** Whose tokens are kept, and how they are got. */
export interface TokenOptions {
  readonly endpoint: string;
  readonly flow: Flow;
  readonly parts: AuthParts;
  /** Asks whether the headers of a call were the reason for its failure. They are taken to be where it is absent. */
  readonly isRefused?: Probe | undefined;
}

type Who = "a person" | "nobody";
type Renewal = "done" | "needs a person" | "in vain";

// How long a call waits for an early renewal, in milliseconds: its token is still good.
const EARLY_TIME = 5000;

// After an early renewal that failed, in milliseconds: the token is still good, and every call would try again.
const EARLY_PAUSE = 5000;

// Refusals that say nothing of what was asked for.
const PASSING: ReadonlySet<string> = new Set(["temporarily_unavailable", "slow_down"]);

/**
 * The tokens of one cluster.
 *
 * T1. The first call goes out with what is stored. Nobody has to sign in to a cluster that does not ask for it.
 * T2. One renewal at a time: callers share it in this process, and other processes wait for it and read what it stored.
 * T3. A token is given up for a newer one only. What is stored is removed only when the server says that it is over.
 */
export class TokenCredentials implements Credentials {
  readonly #endpoint: string;
  readonly #flow: Flow;
  readonly #parts: AuthParts;
  readonly #isRefused: Probe | undefined;
  readonly #attempt = new SharedAttempt<Renewal>();
  #tokens: Tokens | undefined;
  #loading: Promise<Tokens | undefined> | undefined;
  #earlyAt = 0;

  constructor({ endpoint, flow, parts, isRefused }: TokenOptions) {
    this.#isRefused = isRefused;
    this.#endpoint = endpoint;
    this.#flow = flow;
    this.#parts = parts;
  }

  async headers(signal: Signal | undefined): Promise<Headers> {
    this.#tokens ??= await this.#stored();
    if (this.#shouldRenewEarly()) await this.#renewEarly(signal);
    return this.#tokens === undefined ? {} : { [this.#flow.header()]: `Bearer ${this.#tokens.accessToken}` };
  }

  async renew(refused: Headers, signal: Signal | undefined, isSure = true): Promise<boolean> {
    const token = this.#tokenIn(refused);
    if (this.#tokens !== undefined && this.#tokens.accessToken !== token) return true;
    const isDoubtful = !isSure && token !== undefined;
    const act = async (each: Signal): Promise<Renewal> => {
      if (isDoubtful && (await this.#isRefused?.(refused, each)) === false) return "in vain";
      return this.#renewed(token, each, this.#parts.interactive === false ? "nobody" : "a person");
    };
    const first = await this.#share(act, signal);
    // It may have been an early one, which asks nobody. Where nobody is ever asked, the refusal of the call says it.
    const last = first === "needs a person" ? await this.#share(act, signal) : first;
    return last === "done";
  }

  async #stored(): Promise<Tokens | undefined> {
    this.#loading ??= this.#parts.store.load();
    try {
      return await this.#loading;
    } catch (error) {
      this.#loading = undefined;
      throw error;
    }
  }

  async #share(act: (signal: Signal) => Promise<Renewal>, signal: Signal | undefined): Promise<Renewal> {
    try {
      return await this.#attempt.join(act, signal);
    } catch (error) {
      if (signal?.aborted !== true) throw error;
      const call = "signing in";
      throw connectionErrors.CALL_ABORTED({ endpoint: this.#endpoint, call }, { cause: signal.reason });
    }
  }

  #tokenIn(headers: Headers): string | undefined {
    const shown = headers[this.#flow.header()] ?? headers["authorization"];
    return shown?.replace(/^Bearer /, "");
  }

  #shouldRenewEarly(): boolean {
    const now = this.#parts.now();
    if (this.#tokens === undefined || !endsSoon(this.#tokens, now) || now < this.#earlyAt) return false;
    return this.#flow.refresh === undefined || this.#tokens.refreshToken !== undefined;
  }

  async #renewEarly(signal: Signal | undefined): Promise<void> {
    const token = this.#tokens?.accessToken;
    const limit = timeLimit(EARLY_TIME, signal);
    try {
      await this.#share(async (each) => this.#renewed(token, each, "nobody"), limit.signal);
    } catch (error) {
      if (signal?.aborted === true) throw error;
      // The old one may still be good. If it is not, the cluster refuses it, and the next renewal says what is wrong.
    } finally {
      limit.clear();
    }
    this.#earlyAt = this.#parts.now() + EARLY_PAUSE;
  }

  /** `who` may be asked to sign in. */
  async #renewed(refused: string | undefined, signal: Signal, who: Who): Promise<Renewal> {
    try {
      if (this.#flow.refresh === undefined) {
        this.#tokens = await this.#flow.signIn(signal);
        return "done";
      }
      const { lockFile: path, now, wait } = this.#parts;
      return await withProcessLock({ path, now, wait, signal }, async () =>
        this.#renewStored(refused, signal, who),
      );
    } catch (error) {
      // A cluster where nobody can sign in refused the call for another reason.
      if (connectionErrors.CALL_UNSUPPORTED.is(error)) return "in vain";
      throw error;
    }
  }

  async #renewStored(refused: string | undefined, signal: Signal, who: Who): Promise<Renewal> {
    const stored = await this.#parts.store.load();
    if (this.#take(stored, refused)) return "done";
    const refreshToken = stored?.refreshToken ?? this.#tokens?.refreshToken;
    if (refreshToken !== undefined && (await this.#refreshed(refreshToken, refused))) return "done";
    if (who === "nobody") return "needs a person";
    await this.#keep(await this.#flow.signIn(signal));
    return "done";
  }

  /** False where the server says that the refresh token is over. */
  async #refreshed(refreshToken: string, refused: string | undefined): Promise<boolean> {
    try {
      // Not aborted with its callers: the server may have ended the old refresh token, and the answer has the new one.
      const tokens = await this.#flow.refresh?.(refreshToken, new AbortController().signal);
      if (tokens !== undefined) await this.#keep(tokens);
      return tokens !== undefined;
    } catch (error) {
      if (!errors.AUTH_REFUSED.is(error) || PASSING.has(error.params.error)) throw error;
      // Another process may have had it renewed meanwhile, by a lock that this one did not see.
      const stored = await this.#parts.store.load();
      if (stored?.refreshToken !== refreshToken && this.#take(stored, refused)) return true;
      // Another refusal, such as flyteadmin's `server_error`, may be about something else than the refresh token: then what is
      // stored stays until a person has signed in.
      if (error.params.error === "invalid_grant") {
        await this.#parts.store.remove();
        this.#tokens = this.#tokens && { ...this.#tokens, refreshToken: undefined };
      }
      return false;
    }
  }

  /** Uses tokens that another process stored, if they are not those that were refused. */
  #take(stored: Tokens | undefined, refused: string | undefined): boolean {
    if (stored === undefined || stored.accessToken === refused || endsSoon(stored, this.#parts.now()))
      return false;
    this.#tokens = stored;
    return true;
  }

  async #keep(tokens: Tokens): Promise<void> {
    this.#tokens = tokens;
    await this.#parts.store.save(tokens);
  }
}
