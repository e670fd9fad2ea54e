import type { AdminRow, GrpcRow, Json } from "../rows/admin-row.js";

/** How the server was set up that the calls were recorded of. */
export interface ServerSettings {
  /** The projects that it had at first. */
  readonly projects: readonly string[];
  readonly bucket: string | undefined;
  readonly auth: AuthSettings | undefined;
}

/** The OAuth server of a server that asks callers for tokens. */
export interface AuthSettings {
  readonly issuer: string | undefined;
  /** Whose ID tokens are taken. */
  readonly idProvider: string | undefined;
}

/** What a file of recorded calls says of its server: not what it answers, but how it was started. */
export function settingsOf(rows: readonly AdminRow[]): ServerSettings {
  const calls = rows.filter((row) => row.kind !== "http");
  const hasAuth = rows.some((row) => row.kind === "http" || row.metadata !== undefined);
  return {
    projects: seededProjects(calls),
    bucket: bucketOf(calls),
    auth: hasAuth ? authOf(rows) : undefined,
  };
}

/** Projects in which something is created though nobody registers them. */
function seededProjects(calls: readonly GrpcRow[]): readonly string[] {
  const registered = new Set(
    calls
      .filter((row) => row.method === "RegisterProject" && row.ok)
      .map((row) => at(row.requestJson, "project", "id")),
  );
  const used = calls
    .filter((row) => row.ok && /^Create(Task|Workflow|LaunchPlan|Execution)$/.test(row.method))
    .map((row) => at(row.requestJson, "id", "project") ?? at(row.requestJson, "project"));
  const seeded = [...new Set(used)].filter(
    (id): id is string => typeof id === "string" && !registered.has(id),
  );
  return seeded.length === 0 ? listedProjects(calls) : seeded;
}

/** Projects of the first list, where nobody has registered one before. */
function listedProjects(calls: readonly GrpcRow[]): readonly string[] {
  const first = calls.find(({ method, ok }) => ok && /^(ListProjects|RegisterProject)$/.test(method));
  const projects = first?.method === "ListProjects" ? at(first.responseJson, "projects") : undefined;
  const ids = Array.isArray(projects) ? projects.map((each) => at(each, "id")) : [];
  const known = ids.filter((id): id is string => typeof id === "string");
  return known.length === 0 ? ["flytesnacks"] : known;
}

/** The bucket in which the server keeps what it writes itself. */
function bucketOf(calls: readonly GrpcRow[]): string | undefined {
  for (const { responseJson } of calls) {
    const found = /s3:\/\/([^/"]+)\/metadata\//.exec(JSON.stringify(responseJson ?? null));
    if (found !== null) return found[1];
  }
  return undefined;
}

function authOf(rows: readonly AdminRow[]): AuthSettings {
  const answers = rows.map((row) => (row.kind === "http" ? row.responseBody : (row.responseJson ?? null)));
  const issuer = answers.map((answer) => at(answer, "issuer")).find((each) => typeof each === "string");
  const messages = rows.flatMap((row) => (row.kind === "http" ? [] : (row.message ?? [])));
  const provider = messages.map((text) => /different provider, expected "([^"]+)"/.exec(text)?.[1]);
  return {
    issuer: typeof issuer === "string" ? issuer : undefined,
    idProvider: provider.find((each) => each !== undefined),
  };
}

function at(value: Json | undefined, ...keys: readonly string[]): Json | undefined {
  let found: Json | undefined = value;
  for (const key of keys) {
    if (typeof found !== "object" || found === null) return undefined;
    found = Reflect.get(found, key) as Json | undefined;
  }
  return found;
}
