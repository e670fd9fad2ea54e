import type { ExecutionId } from "@flytekit-ts/core";
import { describeLiteralType } from "@flytekit-ts/core/literals";
import { resolveType, type RuntimeType } from "@flytekit-ts/core/types";
import type * as idl from "@flytekit-ts/models/core";
import type { Abortable, ClusterAccess } from "../../values/cluster-access.js";
import { receivedValues } from "../../values/received-values.js";
import { typeOf } from "../../values/untyped/type-of.js";
import { executionWords } from "../state/execution-words.js";

/** What an execution waits for, or has waited for. */
export interface ExecutionSignal {
  readonly name: string;
  /** The type of the value in words: `boolean`, `list of integer`. */
  readonly type: string;
  /** The same type for programs that ask a person for the value, with what reads and checks it. */
  readonly accepts: RuntimeType;
  readonly isPending: boolean;
  /** The value that it was given. */
  readonly value: unknown;
}

/** A signal as the cluster has it. */
export interface KnownSignal {
  readonly name: string;
  readonly type: idl.LiteralType;
  readonly value: idl.Literal | undefined;
}

const PAGE = 100;
const NOTHING: idl.LiteralType = {
  type: undefined,
  metadata: undefined,
  annotation: undefined,
  structure: undefined,
};

/** All signals that an execution has reached. */
export async function knownSignals(
  id: ExecutionId,
  { signal }: Abortable,
  { connection }: Pick<ClusterAccess, "connection">,
): Promise<readonly KnownSignal[]> {
  const known: KnownSignal[] = [];
  const workflowExecutionId = { ...id, org: "" };
  let token = "";
  do {
    const request = {
      workflowExecutionId,
      limit: PAGE,
      token,
      filters: "",
      sortBy: { key: "signal_id", direction: 1 } as const,
    };
    const page = await connection.signals.listSignals(request, { signal });
    for (const { id: named, type = NOTHING, value } of page.signals) {
      known.push({ name: named?.signalId ?? "", type, value });
    }
    // A full page has a token, also where it is the last one.
    token = page.signals.length < PAGE ? "" : page.token;
  } while (token !== "");
  return known;
}

/** The signals of an execution: first those that wait. */
export async function listSignals(
  id: ExecutionId,
  options: Abortable,
  access: ClusterAccess,
): Promise<readonly ExecutionSignal[]> {
  const known = await knownSignals(id, options, access);
  const listed = await Promise.all(known.map(async (each) => toSignal(id, each, access)));
  return [...listed.filter(({ isPending }) => isPending), ...listed.filter(({ isPending }) => !isPending)];
}

async function toSignal(
  id: ExecutionId,
  { name, type, value }: KnownSignal,
  access: ClusterAccess,
): Promise<ExecutionSignal> {
  const words = describeLiteralType(type);
  const accepts = resolveType(typeOf(type, "given"), `signal ${name}`);
  const known = { name, type: words, accepts };
  if (value === undefined) return { ...known, isPending: true, value: undefined };
  const what = `the signal ${name} of ${executionWords(id)}`;
  const types = new Map([[name, resolveType(typeOf(type, "received"), what)]]);
  const values = await receivedValues(types, new Map([[name, value]]), { what, access });
  return { ...known, isPending: false, value: values[name] };
}
