import { nodeHasher } from "../../src/object-store/hasher.js";
import { RequestFailed, type RequestFault } from "../../src/errors/request-failed.js";
import type {
  ObjectBody,
  ObjectPlace,
  ObjectRange,
  ObjectStore,
  UploadPart,
} from "../../src/object-store/object-store.js";

/** What a planned fault does: before a request, after it was carried out, or to the bytes of an answer. */
export interface Plan {
  before?: RequestFault;
  /** The request is carried out, and its answer gets lost. */
  after?: RequestFault;
  /** So many bytes arrive, and then? */
  cut?: { at: number; ending: "end" | "break" | "stall" };
  /** The first byte that arrives is another. */
  flips?: boolean;
  /** Nothing ever comes. */
  stalls?: boolean;
}

export const BUSY: RequestFault = { kind: "passing", problem: "the server is busy" };

/** An object store in memory that follows plans: each request takes the next plan of its method. */
export class MemoryObjectStore implements ObjectStore {
  readonly schemes = ["mem"];
  readonly holder = "bucket";
  readonly example = "mem://bucket/key";
  listsInOrder = true;
  parallelParts = 3;
  readonly objects = new Map<
    string,
    { bytes: Uint8Array; version: string; contentType?: string | undefined }
  >();
  readonly requests: string[] = [];
  readonly plans = new Map<string, Plan[]>();
  readonly uploads = new Set<object>();
  pageSize = 2;
  version = 0;
  isVersioned = true;
  hasChecksums = true;

  plan(method: string, ...plans: Plan[]): void {
    this.plans.set(method, plans);
  }

  readonly createHasher = () => nodeHasher("md5");

  place(uri: string): ObjectPlace {
    const [, root = "", key = ""] = /^(mem:\/\/[^/]*\/?)(.*)$/su.exec(uri) ?? [];
    return { root, key };
  }

  store(key: string, bytes: Uint8Array, contentType?: string): void {
    this.version += 1;
    this.objects.set(key, { bytes, version: String(this.version), contentType });
  }

  async get({ key }: ObjectPlace, { start, end, version }: ObjectRange): Promise<ObjectBody> {
    return this.follow(`get ${start}`, (plan) => {
      const found = this.found(key);
      if (version !== undefined && version !== found.version)
        throw new RequestFailed({ kind: "changed", problem: "it is another version" });
      if (start > 0 && start >= found.bytes.length)
        throw new RequestFailed({ kind: "beyond", problem: "beyond" });
      const bytes = found.bytes.slice(start, end);
      const hasher = nodeHasher("md5");
      hasher.update(found.bytes);
      const expected = hasher.digest();
      const isWhole = start === 0 && end === undefined && this.hasChecksums;
      return {
        bytes: chunksOf(bytes, plan),
        length: bytes.length,
        version: this.isVersioned ? found.version : undefined,
        checksum: isWhole ? { hasher: nodeHasher("md5"), expected } : undefined,
      };
    });
  }

  async size({ key }: ObjectPlace): Promise<number> {
    return this.follow("size", () => this.found(key).bytes.length);
  }

  async page({ key: prefix }: ObjectPlace, token: string | undefined) {
    return this.follow("page", () => {
      const keys = [...this.objects.keys()].filter((key) => key.startsWith(prefix));
      if (this.listsInOrder) keys.sort();
      const start = Number(token ?? 0);
      const objects = keys
        .slice(start, start + this.pageSize)
        .map((key) => ({ key, size: this.found(key).bytes.length }));
      const next = start + this.pageSize;
      return { objects, next: next < keys.length ? String(next) : undefined };
    });
  }

  async put(
    { key }: ObjectPlace,
    bytes: Uint8Array,
    digest: string,
    { contentType }: { contentType: string | undefined },
  ) {
    return this.follow("put", () => {
      if (digestOf(bytes) !== digest)
        throw new RequestFailed({ kind: "final", problem: "the digest is wrong" });
      this.store(key, bytes, contentType);
    });
  }

  async startUpload({ key }: ObjectPlace, { contentType }: { contentType: string | undefined }) {
    const parts = new Map<number, Uint8Array>();
    const upload = {
      part: async ({ number, bytes }: UploadPart): Promise<void> =>
        this.follow(`part ${number}`, () => void parts.set(number, bytes)),
      finish: async ({ number, bytes }: UploadPart, digest: string): Promise<void> =>
        this.follow("finish", () => {
          parts.set(number, bytes);
          const whole = Buffer.concat(
            [...parts.keys()].sort((a, b) => a - b).map((n) => parts.get(n) ?? new Uint8Array()),
          );
          if (digestOf(whole) !== digest)
            throw new RequestFailed({ kind: "final", problem: "the digest is wrong" });
          this.store(key, whole, contentType);
          this.uploads.delete(upload);
        }),
      cancel: async (): Promise<void> => this.follow("cancel", () => void this.uploads.delete(upload)),
    };
    return this.follow("start", () => {
      this.uploads.add(upload);
      return upload;
    });
  }

  async delete({ key }: ObjectPlace): Promise<void> {
    return this.follow("delete", () => {
      this.found(key);
      this.objects.delete(key);
    });
  }

  faultOf(error: unknown): RequestFault {
    return { kind: "final", problem: String(error) };
  }

  private found(key: string) {
    const found = this.objects.get(key);
    if (found === undefined) throw new RequestFailed({ kind: "absent", problem: "there is nothing" });
    return found;
  }

  private async follow<T>(request: string, carryOut: (plan: Plan) => T): Promise<T> {
    this.requests.push(request);
    const plan = this.plans.get(request.split(" ")[0] ?? "")?.shift() ?? {};
    if (plan.stalls === true) return new Promise(() => {});
    if (plan.before !== undefined) throw new RequestFailed(plan.before);
    const result = carryOut(plan);
    if (plan.after !== undefined) throw new RequestFailed(plan.after);
    return result;
  }
}

function digestOf(bytes: Uint8Array): string {
  const hasher = nodeHasher("md5");
  hasher.update(bytes);
  return hasher.digest();
}

async function* chunksOf(bytes: Uint8Array, { cut, flips }: Plan): AsyncGenerator<Uint8Array, undefined> {
  const sent = cut === undefined ? bytes : bytes.slice(0, cut.at);
  if (flips === true) sent[0] = (sent[0] ?? 0) ^ 1;
  for (let at = 0; at < sent.length; at += 100_000) yield sent.slice(at, at + 100_000);
  if (cut?.ending === "break") throw new RequestFailed({ kind: "passing", problem: "the connection broke" });
  if (cut?.ending === "stall") await new Promise(() => {});
}
