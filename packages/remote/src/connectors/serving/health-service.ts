import { GetAgentRequest } from "@flytekit-ts/models/admin";
import { type CallContext, ServerError, Status } from "nice-grpc";
import { notFound } from "./serving.js";

/** Whether a service takes requests, as `grpc.health.v1` numbers it. */
const SERVING = 1;
const NOT_SERVING = 2;
const SERVICE_UNKNOWN = 3;

interface HealthRequest {
  readonly service: string;
}

interface HealthResponse {
  readonly status: number;
}

// A request is one string, field 1, as that of GetAgent is. A response is one enum, field 1, below 128.
const codecs = {
  requestSerialize: ({ service }: HealthRequest) => GetAgentRequest.encode({ name: service }).finish(),
  requestDeserialize: (bytes: Uint8Array): HealthRequest => ({ service: GetAgentRequest.decode(bytes).name }),
  responseSerialize: ({ status }: HealthResponse) => Uint8Array.of(8, status),
  responseDeserialize: (bytes: Uint8Array): HealthResponse => ({ status: bytes[1] ?? 0 }),
  requestStream: false,
  options: {},
} as const;

/** The service `grpc.health.v1.Health`, by which Kubernetes and Envoy ask whether a server works. */
export const healthDefinition = {
  check: { ...codecs, path: "/grpc.health.v1.Health/Check", responseStream: false },
  watch: { ...codecs, path: "/grpc.health.v1.Health/Watch", responseStream: true },
} as const;

/** The health of a server, for all of its services at once. */
export class Health {
  readonly #services: ReadonlySet<string>;
  readonly #stopped = new AbortController();

  constructor(services: readonly string[]) {
    this.#services = new Set(["", "grpc.health.v1.Health", ...services]);
  }

  /** From now on, no service takes requests. */
  stop(): void {
    this.#stopped.abort();
  }

  check = async ({ service }: HealthRequest): Promise<HealthResponse> => {
    if (!this.#services.has(service)) throw notFound("No such service", service);
    return { status: this.#status };
  };

  /** Tells the status now, and when it changes; it ends with the server. */
  watch = (request: HealthRequest, context: CallContext): AsyncGenerator<HealthResponse> =>
    this.#watch(request, context);

  async *#watch({ service }: HealthRequest, { signal }: CallContext): AsyncGenerator<HealthResponse> {
    const isKnown = this.#services.has(service);
    yield { status: isKnown ? this.#status : SERVICE_UNKNOWN };
    if (!this.#stopped.signal.aborted) await fired([signal, this.#stopped.signal]);
    if (signal.aborted) throw new ServerError(Status.CANCELLED, "the watch was cancelled");
    if (isKnown) yield { status: NOT_SERVING };
  }

  get #status(): number {
    return this.#stopped.signal.aborted ? NOT_SERVING : SERVING;
  }
}

function fired(signals: readonly AbortSignal[]): Promise<void> {
  const any = AbortSignal.any([...signals]);
  return new Promise((resolve) => {
    if (any.aborted) resolve();
    else any.addEventListener("abort", () => resolve(), { once: true });
  });
}
