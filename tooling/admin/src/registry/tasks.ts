import type { Task, TaskSpec } from "@flytekit-ts/models/admin";
import { CompiledTask, type Identifier, ResourceType, type TaskTemplate } from "@flytekit-ts/models/core";
import type { AdminServiceDefinition } from "@flytekit-ts/models/service";
import type { Handlers } from "../serving/handlers.js";
import { missing, refused } from "../serving/refusal.js";
import type { Backend } from "../state/backend.js";
import type { State } from "../state/state.js";
import { goJson } from "../texts/go-json.js";
import { structureDiff } from "../texts/structure-diff.js";
import { assertIdentifier, assertParts } from "./checks/identifiers.js";
import { assertPod } from "./checks/pods.js";
import { assertProjectAndDomain } from "./checks/project-and-domain.js";
import { amountsOf, assertAmounts } from "./checks/resources.js";
import { compileTask } from "./compile/compile-task.js";
import { digestOf } from "./digest.js";
import { describeEntity } from "./descriptions.js";
import { findTask } from "./finding.js";
import { assertLimit, entityColumns, type Listed, listNames, listVersions } from "./listing.js";
import { platformLimits } from "./platform-limits.js";
import { entityKey, type TaskRow, tasks as table } from "./tables.js";

const LISTED: Listed<TaskRow> = {
  entity: "task",
  table,
  columns: (row) => ({
    ...entityColumns(row),
    type: row.compiled.template?.type,
    short_description: row.shortDescription,
    closure: "",
    digest: "",
  }),
  methods: ["ListTasks", "ListUniqueTaskIdentifiers"],
};

/** Registering and reading tasks. */
export function tasks(backend: Backend): Handlers<typeof AdminServiceDefinition> {
  const { state } = backend;
  return {
    createTask: ({ id, spec }) => {
      createTask(backend, id, spec);
      return {};
    },
    // The id is not checked: any task that fits it is given.
    getTask: ({ id }) => shown(findTask(state, id)),
    listTasks: (request) => {
      const { rows, token } = listVersions(state, LISTED, request);
      return { tasks: rows.map(shown), token };
    },
    listTaskIds: (request) => {
      assertParts(request, ["project", "domain"]);
      assertLimit(request.limit);
      return listNames(state, LISTED, request);
    },
  };
}

function createTask(backend: Backend, id: Identifier | undefined, spec: TaskSpec | undefined): void {
  const { state, clock } = backend;
  assertIdentifier(id, ResourceType.TASK);
  assertProjectAndDomain(state, id.project, id.domain);
  if (spec?.template === undefined) throw missing("spec");
  assertTemplate(state, id, spec.template);
  const template = { ...spec.template, id };
  const errors = compileTask(template);
  if (!errors.isEmpty) throw refused.invalid(`task failed compilation with ${errors.text}`);
  const compiled: CompiledTask = { template };
  assertNew(state, id, compiled);
  const shortDescription = describeEntity(backend, id, spec.description);
  const at = clock.timestamp();
  const row = { id, compiled, shortDescription, createdAt: at, updatedAt: at };
  state.table(table).insert(entityKey(id), row);
}

function assertTemplate(state: State, id: Identifier, template: TaskTemplate): void {
  if (template.type === "") throw missing("type");
  if (template.metadata === undefined) throw missing("metadata");
  if (template.metadata.runtime?.version === "") throw missing("runtime version");
  if (template.interface === undefined) throw missing("typed interface");
  const { target } = template;
  // What such a task runs is checked by its plugin.
  if (template.type === "sidecar") return;
  if (target?.$case === "k8sPod") return assertPod(template.id, target.value, platformLimits(state, id));
  if (target?.$case !== "container") return;
  if (target.value.image === "") throw missing("image");
  const { resources } = target.value;
  if (resources === undefined) return;
  const wanted = {
    requests: amountsOf(template.id, resources.requests),
    limits: amountsOf(template.id, resources.limits),
  };
  assertAmounts(template.id, wanted, platformLimits(state, id));
}

function assertNew(state: State, id: Identifier, compiled: CompiledTask): void {
  const old = state.table(table).get(entityKey(id));
  if (old === undefined) return;
  const [before, after] = [goJson(old.compiled), goJson(compiled)];
  if (isSame(old.compiled, compiled)) throw refused.exists("task with identical structure already exists");
  const start = `${id.name} task with different structure already exists. (Please register a new version of the task):\n`;
  throw refused.invalid(`${start}${structureDiff(before, after)}`);
}

function isSame(one: CompiledTask, other: CompiledTask): boolean {
  return digestOf(CompiledTask, one) === digestOf(CompiledTask, other);
}

function shown({ id, compiled, shortDescription, createdAt }: TaskRow): Task {
  return { id, closure: { compiledTask: compiled, createdAt }, shortDescription };
}
