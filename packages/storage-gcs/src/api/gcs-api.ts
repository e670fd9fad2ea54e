import { RequestFailed } from "@flytekit-ts/core/storage";

import { credentialsOf } from "../credentials/credentials-of.js";
import type { Credentials } from "../credentials/credentials.js";
import { statusFault } from "../faults/status-fault.js";
import type { GcsSettings } from "../settings/gcs-settings.js";
import { type Answer, type Outgoing, send, textOfAnswer } from "./send.js";

/** A request, apart from method and path. */
export interface Asking {
  readonly query?: Readonly<Record<string, string | undefined>>;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: readonly Uint8Array[];
  readonly signal: AbortSignal;
  /** Whether it only reads: then it is asked again without a token if the token is refused, as public objects are free. */
  readonly isRead?: boolean;
}

/** The parts of answers of the JSON API that are read. */
export interface ApiJson {
  readonly items?: readonly { readonly name: string; readonly size: string }[];
  readonly nextPageToken?: string;
  readonly size?: string;
  readonly md5Hash?: string;
  readonly generation?: string;
}

/** Sends requests to the JSON API, with a token. */
export class GcsApi {
  private readonly settings: GcsSettings;
  private readonly credentials: Credentials;

  constructor(settings: GcsSettings) {
    this.settings = settings;
    this.credentials = credentialsOf(settings.credentials);
  }

  get isAnonymous(): boolean {
    return this.credentials.isAnonymous;
  }

  /** An answer of status 2xx. @throws `RequestFailed`, and what Node and Google's library throw */
  async request(method: string, path: string, asking: Asking): Promise<Answer> {
    const authorization = await this.credentials.headers();
    const first = await this.sendOnce(method, path, asking, authorization);
    if (isFine(first)) return first;
    const fault = statusFault(first, await textOfAnswer(first), this.isAnonymous);
    const isRefused = first.statusCode === 401 || first.statusCode === 403;
    if (!isRefused || fault.kind !== "final" || asking.isRead !== true || this.isAnonymous)
      throw new RequestFailed(fault);
    const second = await this.sendOnce(method, path, asking, {});
    if (isFine(second)) return second;
    second.resume();
    throw new RequestFailed(fault);
  }

  async json(method: string, path: string, asking: Asking): Promise<ApiJson> {
    return parsed(await textOfAnswer(await this.request(method, path, asking)));
  }

  /**
   * The answer of an upload's session, of any status. Its URL is as good as a token, so none is sent, and it is asked at
   * the endpoint in use: behind a proxy or a mapped port, a server does not know its own address.
   */
  async session(
    url: URL,
    headers: Readonly<Record<string, string>>,
    request: Pick<Outgoing, "method" | "body" | "signal">,
  ): Promise<Answer> {
    const { endpoint } = this.settings;
    return send({ ...request, url: endpoint, path: `${url.pathname}${url.search}`, headers });
  }

  private async sendOnce(
    method: string,
    path: string,
    asking: Asking,
    authorization: Readonly<Record<string, string>>,
  ): Promise<Answer> {
    const { endpoint, userProject } = this.settings;
    const query = new URLSearchParams();
    for (const [name, value] of Object.entries({ ...asking.query, userProject }))
      if (value !== undefined) query.set(name, value);
    const base = endpoint.pathname.replace(/\/$/, "");
    const search = query.size === 0 ? "" : `?${query.toString()}`;
    return send({
      method,
      url: endpoint,
      path: `${base}${path}${search}`,
      headers: { ...authorization, ...asking.headers },
      body: asking.body ?? [],
      signal: asking.signal,
    });
  }
}

const isFine = ({ statusCode = 0 }: Answer): boolean => statusCode >= 200 && statusCode < 300;

/** JSON of the service; what is none comes from something in between. */
export function parsed(text: string): ApiJson {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === "object" && value !== null) return value;
  } catch {
    // Falls through to the fault.
  }
  throw new RequestFailed({ kind: "passing", problem: "the answer is no JSON of Google Cloud Storage" });
}
