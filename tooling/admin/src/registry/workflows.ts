import {
  CreateWorkflowFailureReason,
  type Workflow,
  WorkflowClosure,
  type WorkflowSpec,
} from "@flytekit-ts/models/admin";
import { CompiledWorkflowClosure, type Identifier, ResourceType } from "@flytekit-ts/models/core";
import type { AdminServiceDefinition } from "@flytekit-ts/models/service";
import type { Handlers } from "../serving/handlers.js";
import { detailOf, missing, Refusal, refused } from "../serving/refusal.js";
import type { Backend } from "../state/backend.js";
import type { State } from "../state/state.js";
import { goJson } from "../texts/go-json.js";
import { identifierText } from "../texts/identifier-text.js";
import { structureDiff } from "../texts/structure-diff.js";
import { assertIdentifier, assertParts } from "./checks/identifiers.js";
import { assertProjectAndDomain } from "./checks/project-and-domain.js";
import { CompileErrors } from "./compile/compile-errors.js";
import { compileWorkflow, templatesOf } from "./compile/compile-workflow.js";
import { requirementsOf } from "./compile/requirements.js";
import { describeEntity } from "./descriptions.js";
import { digestOf } from "./digest.js";
import { findLaunchPlan, findTask, findWorkflow } from "./finding.js";
import { assertLimit, entityColumns, type Listed, listNames, listVersions } from "./listing.js";
import { entityKey, type WorkflowRow, workflows as table } from "./tables.js";

/** How many nodes of its own a workflow may have. */
const MOST_NODES = 100;
/** How many MiB of a closure are read from storage. */
const MOST_READ = 2;
const MIB = 1024 * 1024;

/** The columns of a workflow, by which lists are filtered and ordered. */
export const workflowColumns: Listed<WorkflowRow>["columns"] = (row) => ({
  ...entityColumns(row),
  short_description: row.shortDescription,
  remote_closure_identifier: "",
  typed_interface: "",
  digest: "",
});

const LISTED: Listed<WorkflowRow> = {
  entity: "workflow",
  table,
  columns: workflowColumns,
  methods: ["ListWorkflows", "ListWorkflowIdentifiers"],
};

/** Registering and reading workflows, whose closures lie below a root like `s3://bucket`. */
export function workflows(backend: Backend, root: string): Handlers<typeof AdminServiceDefinition> {
  const { state } = backend;
  return {
    createWorkflow: ({ id, spec }) => {
      createWorkflow(backend, id, spec);
      return {};
    },
    getWorkflow: ({ id }) => {
      assertIdentifier(id, ResourceType.WORKFLOW);
      return shown(findWorkflow(state, id), root);
    },
    listWorkflows: (request) => {
      const { rows, token } = listVersions(state, LISTED, request);
      return { workflows: rows.map(listed), token };
    },
    listWorkflowIds: (request) => {
      assertParts(request, ["project", "domain"]);
      assertLimit(request.limit);
      return listNames(state, LISTED, request);
    },
  };
}

/**
 * Registers a workflow, with what it calls.
 *
 * @throws Refusal as flyteadmin refuses it
 */
export function createWorkflow(
  backend: Backend,
  id: Identifier | undefined,
  spec: WorkflowSpec | undefined,
): void {
  const { state, clock } = backend;
  assertIdentifier(id, ResourceType.WORKFLOW);
  assertProjectAndDomain(state, id.project, id.domain);
  if (spec?.template === undefined) throw missing("spec");
  const compiled = compiledFor(state, id, spec);
  // Its start and its end are not counted.
  const nodes = (compiled.primary?.template?.nodes.length ?? 0) - 2;
  if (nodes > MOST_NODES)
    throw refused.invalid(
      `number of nodes in workflow [${identifierText(id)}] exceeds limit (${nodes} > ${MOST_NODES})`,
    );
  assertNew(state, id, compiled);
  const shortDescription = describeEntity(backend, id, spec.description);
  const at = clock.timestamp();
  const row = { id, compiled, shortDescription, createdAt: at, updatedAt: at };
  state.table(table).insert(entityKey(id), row);
}

function compiledFor(state: State, id: Identifier, spec: WorkflowSpec): CompiledWorkflowClosure {
  if (spec.template === undefined) throw missing("spec");
  const source = { template: { ...spec.template, id }, subWorkflows: spec.subWorkflows };
  const fail = (problem: string) =>
    refused.invalid(`failed to compile workflow for [${identifierText(id)}] with err: ${problem}`);
  const errors = new CompileErrors();
  const templates = templatesOf(source, errors);
  if (!errors.isEmpty) throw fail(`failed to get workflow requirements with err ${errors.text}`);
  const { tasks, launchPlans } = requirementsOf(source.template, templates, errors);
  try {
    const compiled = compileWorkflow(source, {
      tasks: tasks.flatMap((each) => findTask(state, each).compiled.template ?? []),
      launchPlans: launchPlans.map((each) => ({ id: each, ...findLaunchPlan(state, each).closure })),
    });
    if ("closure" in compiled) return compiled.closure;
    throw fail(compiled.errors.text);
  } catch (error) {
    // What is missing is said in the words of whoever looked for it.
    throw error instanceof Refusal && error.message.startsWith("missing entity")
      ? fail(error.message)
      : error;
  }
}

function assertNew(state: State, id: Identifier, compiled: CompiledWorkflowClosure): void {
  const old = state.table(table).get(entityKey(id));
  if (old === undefined) return;
  if (digestOf(CompiledWorkflowClosure, old.compiled) === digestOf(CompiledWorkflowClosure, compiled)) {
    const reason = { $case: "existsIdenticalStructure", value: { id } } as const;
    throw refused.exists(
      "workflow with identical structure already exists",
      detailOf(CreateWorkflowFailureReason, { reason }),
    );
  }
  const start = `${id.name} workflow with different structure already exists. (Please register a new version of the workflow):\n`;
  // Only what lists show of the old one is compared.
  const before = goJson(listed(old).closure?.compiledWorkflow ?? {});
  const reason = { $case: "existsDifferentStructure", value: { id } } as const;
  throw refused.invalid(
    `${start}${structureDiff(before, goJson(compiled))}`,
    detailOf(CreateWorkflowFailureReason, { reason }),
  );
}

function shown({ id, compiled, shortDescription, createdAt }: WorkflowRow, root: string): Workflow {
  const closure = { compiledWorkflow: compiled, createdAt };
  const size = WorkflowClosure.encode(closure).finish().length / MIB;
  if (size > MOST_READ) {
    const place = [root, "metadata/admin", id.project, id.domain, id.name, id.version].join("/");
    const limit = `limit exceeded. ${size.toFixed(6)}mb > ${MOST_READ}mb`;
    throw refused.internal(
      `Unable to read WorkflowClosure from location ${place} : path:${place}: [LIMIT_EXCEEDED] ${limit}. You can increase the limit by setting maxDownloadMBs.`,
    );
  }
  return { id, closure, shortDescription };
}

/** In lists, workflows have nothing but their interface. */
function listed({ id, compiled, shortDescription, createdAt }: WorkflowRow): Workflow {
  const types = compiled.primary?.template?.interface;
  const closure = WorkflowClosure.decode(new Uint8Array());
  const empty = CompiledWorkflowClosure.decode(new Uint8Array());
  return {
    id,
    shortDescription,
    closure: {
      ...closure,
      createdAt,
      compiledWorkflow: {
        ...empty,
        primary: {
          connections: undefined,
          template: {
            id: undefined,
            metadata: undefined,
            interface: types,
            nodes: [],
            outputs: [],
            failureNode: undefined,
            metadataDefaults: undefined,
          },
        },
      },
    },
  };
}
