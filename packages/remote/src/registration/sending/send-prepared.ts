import type { Identifier } from "@flytekit-ts/models/core";
import type { Connection } from "../../connection/connection.js";
import { inParallel } from "../../transfer/in-parallel.js";
import type { Uploaded } from "../../transfer/uploaded.js";
import { checkLimits } from "../limits/check-limits.js";
import { entityWords } from "../messages/entity-words.js";
import type { Prepared } from "../terms/prepared.js";
import type { RegisterOptions } from "../terms/register-settings.js";
import type { Registration } from "../terms/registration.js";
import { createEntity } from "./create-entity.js";
import { endedEarly, type State } from "./ended-early.js";
import { orderOfUse } from "./in-order-of-use.js";
import { plansToActivate } from "./plans-to-activate.js";
import { sendInOrder } from "./send-in-order.js";

/**
 * Registers what is prepared. Everything is checked before the first call; plans are activated when all is registered.
 *
 * @throws `REGISTRATION_TOO_LARGE`, `REGISTERED_DIFFERENTLY`, `REGISTRATION_STOPPED`, `REGISTRATION_ABORTED`
 */
export async function sendPrepared(
  connection: Connection,
  prepared: Prepared,
  options: RegisterOptions,
): Promise<Registration> {
  const { project, domain, version } = prepared;
  const plans = plansToActivate(prepared, options.activate);
  checkLimits(prepared.entities, options.limits);
  const order = orderOfUse(prepared.entities);
  if (options.dryRun === true) return plannedOnly(prepared, options);
  const state: State = {
    ...{ entities: prepared.entities, outcomes: new Map(), activated: [] },
    ...{ at: "its beginning", failed: undefined },
  };
  const { onProgress, concurrency = 32, signal } = options;
  let code: Uploaded | undefined;
  try {
    signal?.throwIfAborted();
    onProgress?.({ kind: "prepared", version, entities: prepared.entities.length });
    code = await uploadCode(prepared, state, options);
    const send = async (place: number): Promise<void> => sendOne(connection, place, { state, options });
    await sendInOrder({ order, concurrency, send });
    await inParallel(plans, concurrency, async (id) => activateOne(connection, id, { state, options }));
  } catch (error) {
    throw endedEarly(error, { state, endpoint: connection.config.endpoint, signal });
  }
  const entities = state.entities.flatMap((each) => state.outcomes.get(each) ?? []);
  return { project, domain, version, entities, activated: plans, code };
}

function plannedOnly(
  { project, domain, version, entities }: Prepared,
  { onProgress }: RegisterOptions,
): Registration {
  onProgress?.({ kind: "prepared", version, entities: entities.length });
  const planned = entities.map(({ kind, id }) => ({ kind, id, outcome: "planned" as const }));
  return { project, domain, version, entities: planned, activated: [], code: undefined };
}

interface Sending {
  readonly state: State;
  readonly options: RegisterOptions;
}

async function activateOne(
  { admin }: Connection,
  id: Identifier,
  { state, options: { signal, onProgress } }: Sending,
): Promise<void> {
  try {
    await admin.updateLaunchPlan({ id, state: 1 }, { signal });
    state.activated.push(id);
    onProgress?.({ kind: "activated", id });
  } catch (error) {
    state.failed ??= { at: `the activation of launch plan ${id.name}` };
    throw error;
  }
}

async function uploadCode(
  { uploadCode: upload }: Prepared,
  state: State,
  { onProgress }: RegisterOptions,
): Promise<Uploaded | undefined> {
  if (upload === undefined) return undefined;
  state.at = "the upload of the code";
  const { code, entities } = await upload();
  state.entities = entities;
  onProgress?.({ kind: "uploaded", code });
  return code;
}

async function sendOne(connection: Connection, place: number, { state, options }: Sending): Promise<void> {
  const entity = state.entities[place];
  if (entity === undefined) return;
  const { kind, id } = entity;
  try {
    const created = await createEntity(connection, entity, options.signal);
    if (created.outcome === "differs") {
      state.failed ??= { at: entityWords(entity), differs: { ...created, entity } };
      throw created.cause;
    }
    const registered = { kind, id, outcome: created.outcome };
    state.outcomes.set(entity, registered);
    const [done, total] = [state.outcomes.size, state.entities.length];
    options.onProgress?.({ kind: "registered", entity: registered, done, total });
  } catch (error) {
    state.failed ??= { at: entityWords(entity) };
    throw error;
  }
}
