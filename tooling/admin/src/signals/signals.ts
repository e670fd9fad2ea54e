import { encode } from "@flytekit-ts/models";
import { knownTypeOf } from "../registry/checks/literals.js";
import { casts } from "../registry/compile/casts.js";
import type { SignalSetRequest } from "@flytekit-ts/models/admin";
import { type Literal, LiteralType, type SignalIdentifier } from "@flytekit-ts/models/core";
import type { SignalServiceDefinition } from "@flytekit-ts/models/service";
import type { ExecutionBackend } from "../executions/backend.js";
import { assertExecutionId, assertLimit } from "../executions/identifiers.js";
import { executionKey } from "../executions/tables.js";
import { listRows, type Source } from "../query/list-rows.js";
import type { Handlers } from "../serving/handlers.js";
import { missing, Refusal, refused } from "../serving/refusal.js";
import type { State } from "../state/state.js";
import type { Numbered } from "../state/table.js";
import { messageText } from "../texts/message-text.js";
import { signalKey, type SignalRow, signals as table } from "./tables.js";

/** The signals that gates wait for. They need no execution to be there. */
export function signals({
  state,
  clock,
  watchers,
}: ExecutionBackend): Handlers<typeof SignalServiceDefinition> {
  return {
    getOrCreateSignal: ({ id, type }) => {
      assertSignalId(id);
      if (type === undefined) throw missing("type");
      const found = state.table(table).get(signalKey(id));
      if (found !== undefined && isSame(found.type, type)) return shown(found);
      const at = clock.timestamp();
      const row = { id, type, value: undefined, createdAt: at, updatedAt: at };
      return shown(state.table(table).insert(signalKey(id), row));
    },
    listSignals: (request) => {
      assertExecution(request.workflowExecutionId);
      assertLimit(request.limit);
      const key = executionKey(request.workflowExecutionId);
      const page = listRows(sourceOf(state, key), request, "ListSignals");
      return { signals: page.rows.map(shown), token: page.token };
    },
    setSignal: (request) => {
      const { id, value } = assertSettable(state, request);
      state.table(table).update(signalKey(id), { value, updatedAt: clock.timestamp() });
      if (id.executionId !== undefined) watchers.onSignal(id.executionId);
      return {};
    },
  };
}

/** @throws Refusal INVALID_ARGUMENT for a signal that nobody waits for, and for a value of another type */
function assertSettable(
  state: State,
  { id, value }: SignalSetRequest,
): { readonly id: SignalIdentifier; readonly value: Literal } {
  assertSignalId(id);
  if (value === undefined) throw missing("value");
  const found = state.table(table).get(signalKey(id));
  if (found === undefined) {
    const { project = "", domain = "", name = "" } = id.executionId ?? {};
    throw refused.invalid(
      `failed to validate that signal [{{${project} ${domain} ${name}} ${id.signalId}}] exists, err: [signal does not exist]`,
    );
  }
  const type = knownTypeOf("", value);
  // The other way round than elsewhere, as flyteadmin has it.
  if (!casts(found.type, type))
    throw refused.invalid(
      `requested signal value [${messageText(value)}] is not castable to existing signal type [[${encode(LiteralType, found.type).join(" ")}]]`,
    );
  return { id, value };
}

function assertSignalId(id: SignalIdentifier | undefined): asserts id is SignalIdentifier {
  if (id === undefined) throw missing("id");
  if (id.executionId === undefined) throw missing("execution_id");
  if (id.signalId === "") throw missing("signal_id");
  assertExecutionId(id.executionId);
}

/** Whatever is missing of the identifier, flyteadmin says that all of it is. */
function assertExecution(id: Parameters<typeof assertExecutionId>[0]): void {
  try {
    assertExecutionId(id);
  } catch (error) {
    if (error instanceof Refusal) throw missing("execution_id");
    throw error;
  }
}

function isSame(one: LiteralType, other: LiteralType): boolean {
  return Buffer.compare(encode(LiteralType, one), encode(LiteralType, other)) === 0;
}

function shown({ id, type, value }: SignalRow) {
  return { id, type, value };
}

function sourceOf(state: State, execution: string): Source<SignalRow & Numbered> {
  return {
    entity: "signal",
    rows: state
      .table(table)
      .rows()
      .filter(({ id }) => executionKey(id.executionId) === execution),
    columns: ({ rowId, id, createdAt, updatedAt }) => ({
      id: rowId,
      created_at: createdAt,
      updated_at: updatedAt,
      execution_project: id.executionId?.project ?? "",
      execution_domain: id.executionId?.domain ?? "",
      execution_name: id.executionId?.name ?? "",
      signal_id: id.signalId,
    }),
  };
}
