// A reader of journals that was written from docs/journal-format.md alone. It shares no code with the package, so that the
// page is shown to be complete.
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

interface Json {
  readonly [key: string]: any;
}

/** A node as it is drawn: its state, what was tried, what was logged. */
export interface DrawnNode {
  readonly entity: string;
  readonly state: string;
  readonly attempts: readonly string[];
  readonly logs: number;
}

/** A run as it is drawn from its files. */
export interface DrawnRun {
  readonly state: string;
  readonly records: number;
  readonly torn: number;
  readonly resumed: number;
  readonly nodes: ReadonlyMap<string, DrawnNode>;
  /** The ids of the nodes of each graph, with the names of what they run. */
  readonly graph: ReadonlyMap<string, readonly string[]>;
}

/** Draw a run from the folder of its journal. `isWritten` says whether the process of its last writer is alive. */
export function drawRun(journal: string, run: string, isWritten = false): DrawnRun {
  const bytes = readFileSync(join(journal, run, "run.journal"));
  const records: Json[] = [];
  let start = 0;
  for (let end = bytes.indexOf(10); end !== -1; end = bytes.indexOf(10, start)) {
    records.push(payloadOf(bytes.subarray(start, end)));
    start = end + 1;
  }
  return { ...drawn(journal, records, isWritten), torn: bytes.length - start };
}

function payloadOf(line: Buffer): Json {
  const [, checksum, version, length] = /^([0-9a-f]{8}) (\d+) (\d+) /.exec(line.toString("latin1")) ?? [];
  if (checksum === undefined || version !== "1") throw new TypeError("no record");
  const checked = line.subarray(9);
  if (crc32(checked) !== Number.parseInt(checksum, 16)) throw new TypeError("wrong checksum");
  const payload = line.subarray(9 + version.length + 1 + (length?.length ?? 0) + 1);
  if (payload.length !== Number(length)) throw new TypeError("wrong length");
  return JSON.parse(payload.toString("utf8")) as Json;
}

// By the polynomial, not by zlib.
function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit += 1) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  }
  return (crc ^ 0xffffffff) >>> 0;
}

interface Drawing {
  entity: string;
  state: string;
  attempts: string[];
  logs: number;
}

function drawn(journal: string, records: readonly Json[], isWritten: boolean): Omit<DrawnRun, "torn"> {
  const nodes = new Map<string, Drawing>();
  const graph = new Map<string, readonly string[]>();
  let state = "running";
  let resumed = 0;
  const interrupt = (): void => {
    for (const node of nodes.values()) {
      node.attempts = node.attempts.map((each) => each.replace(/running|waiting/, "interrupted"));
      if (node.state === "running" || node.state === "waiting") node.state = "interrupted";
    }
  };
  for (const record of records) {
    switch (record["kind"]) {
      case "graph":
        for (const [key, each] of Object.entries(graphOf(journal, record["graph"])["graphs"] as Json))
          graph.set(
            key,
            (each["nodes"] as Json[]).map((node) => `${node["id"]} ${node["entity"]}`),
          );
        break;
      case "resumed":
        resumed += 1;
        state = "running";
        interrupt();
        break;
      case "run-succeeded":
      case "run-failed":
        state = (record["kind"] as string).slice(4);
        break;
      default:
        if (typeof record["node"] === "string") drawNode(nodes, record);
    }
  }
  if (state !== "running" || !isWritten) interrupt();
  if (state === "running" && !isWritten) state = "interrupted";
  return { state, records: records.length, resumed, nodes, graph };
}

function graphOf(journal: string, graph: Json): Json {
  const digest = graph["sha256"] as string | undefined;
  if (digest === undefined) return graph;
  const file = join(journal, "content", digest.slice(0, 2), digest.slice(2));
  if (!existsSync(file)) throw new TypeError("no such content");
  return JSON.parse(readFileSync(file, "utf8")) as Json;
}

function drawNode(nodes: Map<string, Drawing>, record: Json): void {
  const path = record["node"] as string;
  const node = nodes.get(path) ?? {
    entity: record["entity"] as string,
    state: "running",
    attempts: [],
    logs: 0,
  };
  nodes.set(path, node);
  const number = record["attempt"] as number;
  const become = (state: string): void => {
    const last = node.attempts.at(-1);
    if (last === `${number} running` || last === `${number} waiting`) node.attempts.pop();
    node.attempts.push(`${number} ${state}`);
    node.state = state;
  };
  switch (record["kind"]) {
    case "node-started":
      node.attempts.push(`${number} running`);
      node.state = "running";
      break;
    case "node-succeeded":
      become("succeeded");
      break;
    case "node-failed":
      become("failed");
      // Another attempt was to follow: the node has not ended.
      if (record["retrying"] === true) node.state = "running";
      break;
    case "node-waiting":
      become("waiting");
      break;
    case "node-skipped":
      node.state = "skipped";
      break;
    case "node-logged":
      node.logs += 1;
      break;
    default:
  }
}
