import {
  type LaunchPlan,
  LaunchPlan as LaunchPlanCodec,
  type LaunchPlanCreateRequest,
  type LaunchPlanSpec,
  LaunchPlanState,
} from "@flytekit-ts/models/admin";
import { ResourceType } from "@flytekit-ts/models/core";
import type { AdminServiceDefinition } from "@flytekit-ts/models/service";
import { listRows } from "../query/list-rows.js";
import type { Handlers } from "../serving/handlers.js";
import { missing, refused } from "../serving/refusal.js";
import type { Backend } from "../state/backend.js";
import type { State } from "../state/state.js";
import { goJson } from "../texts/go-json.js";
import { structureDiff } from "../texts/structure-diff.js";
import { anyText } from "../texts/any-text.js";
import { assertSchedule, expectedInputs } from "./checks/expected-inputs.js";
import { assertIdentifier, assertParts } from "./checks/identifiers.js";
import { assertLabels } from "./checks/labels.js";
import { assertLiterals, assertParameters } from "./checks/literals.js";
import { assertNotifications } from "./checks/notifications.js";
import { assertProjectAndDomain } from "./checks/project-and-domain.js";
import { digestOf } from "./digest.js";
import { activeLaunchPlan, findLaunchPlan, findWorkflow } from "./finding.js";
import { assertLimit, entityColumns, type Listed, listNames, listVersions } from "./listing.js";
import { setPlanState } from "./plan-states.js";
import { entityKey, type LaunchPlanRow, launchPlans as table, workflows } from "./tables.js";
import { workflowColumns } from "./workflows.js";

/** Registering, activating and reading launch plans. */
export function launchPlans(backend: Backend): Handlers<typeof AdminServiceDefinition> {
  const { state } = backend;
  const listed = listedIn(state);
  return {
    createLaunchPlan: (request) => {
      createLaunchPlan(backend, request);
      return {};
    },
    updateLaunchPlan: ({ id, state: wanted }) => {
      setPlanState(backend, id, wanted);
      return {};
    },
    getLaunchPlan: ({ id }) => {
      assertIdentifier(id, ResourceType.LAUNCH_PLAN);
      return shown(findLaunchPlan(state, id));
    },
    getActiveLaunchPlan: ({ id = { project: "", domain: "", name: "", org: "" } }) => {
      assertParts(id, ["project", "domain", "name"]);
      const row = activeLaunchPlan(state, id);
      if (row !== undefined) return shown(row);
      const text = `${id.project}:${id.domain}:${id.name}`;
      throw refused.notFound(`No active launch plan could be found: ${text}`);
    },
    listLaunchPlans: (request) => {
      const { rows, token } = listVersions(state, listed, request);
      return { launchPlans: rows.map(shown), token };
    },
    listActiveLaunchPlans: (request) => {
      assertParts(request, ["project", "domain"]);
      assertLimit(request.limit);
      const rows = state
        .table(table)
        .rows()
        .filter(
          ({ id, isActive }) => isActive && id.project === request.project && id.domain === request.domain,
        );
      const page = listRows({ ...listed, rows }, { ...request, filters: "" }, "ListActiveLaunchPlans");
      return { launchPlans: page.rows.map(shown), token: page.token };
    },
    listLaunchPlanIds: (request) => {
      return listNames(state, listed, request, () => {
        // Only the query itself checks this.
        if (request.limit === 0) throw invalidQuery("limit");
        if (request.project === "" && request.domain === "") throw invalidQuery("filters");
      });
    },
  };
}

function invalidQuery(parameter: string) {
  return refused.invalid(`missing and/or invalid parameters: ${parameter}`);
}

/** The columns of a launch plan, by which lists are filtered and ordered. */
export const launchPlanColumns: Listed<LaunchPlanRow>["columns"] = (row) => ({
  ...entityColumns(row),
  workflow_id: row.workflowId,
  state: row.isActive ? 1 : 0,
  schedule_type: scheduleType(row.spec),
  launch_condition_type: scheduleType(row.spec) === "NONE" ? undefined : "SCHED",
  spec: "",
  closure: "",
  digest: "",
});

function listedIn(state: State): Listed<LaunchPlanRow> {
  return {
    entity: "launchPlan",
    table,
    columns: launchPlanColumns,
    joined: {
      workflow: ({ workflowId }) =>
        state
          .table(workflows)
          .rows()
          .filter(({ rowId }) => rowId === workflowId)
          .map(workflowColumns),
    },
    methods: ["ListLaunchPlans", undefined],
  };
}

function scheduleType({ entityMetadata }: LaunchPlanSpec): string {
  const expression = entityMetadata?.schedule?.ScheduleExpression;
  if (expression === undefined || expression.value === "") return "NONE";
  return expression.$case === "rate" ? "RATE" : "CRON";
}

function createLaunchPlan({ state, clock }: Backend, { id, spec }: LaunchPlanCreateRequest): void {
  assertIdentifier(spec?.workflowId, ResourceType.WORKFLOW);
  const workflow = findWorkflow(state, spec?.workflowId);
  assertIdentifier(id, ResourceType.LAUNCH_PLAN);
  assertProjectAndDomain(state, id.project, id.domain);
  if (spec === undefined) throw missing("spec");
  assertLabels(spec.labels);
  assertLiterals(spec.fixedInputs, "fixed_inputs");
  assertParameters(spec.defaultInputs, "default_inputs");
  const types = workflow.compiled.primary?.template?.interface;
  const inputs = expectedInputs(spec, types?.inputs);
  assertSchedule(spec.entityMetadata?.schedule, inputs);
  assertNotifications(spec.entityMetadata?.notifications ?? []);
  const conditions = spec.entityMetadata?.launchConditions;
  if (conditions !== undefined)
    throw refused.invalid(`Launch condition must be empty, found ${anyText(conditions)}`);
  // What an execution may give stands in both.
  const whole = { ...spec, defaultInputs: inputs };
  const closure = { expectedInputs: inputs, expectedOutputs: types?.outputs };
  const at = clock.timestamp();
  const row = {
    id,
    spec: whole,
    closure,
    isActive: false,
    workflowId: workflow.rowId,
    createdAt: at,
    updatedAt: at,
  };
  assertNew(state, row);
  state.table(table).insert(entityKey(id), row);
}

function assertNew(state: State, row: LaunchPlanRow): void {
  const old = state.table(table).get(entityKey(row.id));
  if (old === undefined) return;
  if (digestOf(LaunchPlanCodec, structure(old)) === digestOf(LaunchPlanCodec, structure(row)))
    throw refused.exists("launch plan with identical structure already exists");
  const start = `${row.id.name} launch plan with different structure already exists. (Please register a new version of the launch plan):\n`;
  throw refused.invalid(`${start}${structureDiff(goJson(old.spec), goJson(row.spec))}`);
}

function structure({ id, spec, closure }: LaunchPlanRow): LaunchPlan {
  const empty = { state: 0, createdAt: undefined, updatedAt: undefined } as const;
  return { id, spec, closure: { ...empty, ...closure } };
}

function shown({ id, spec, closure, isActive, createdAt, updatedAt }: LaunchPlanRow): LaunchPlan {
  const state = isActive ? LaunchPlanState.ACTIVE : LaunchPlanState.INACTIVE;
  return { id, spec, closure: { ...closure, state, createdAt, updatedAt } };
}
