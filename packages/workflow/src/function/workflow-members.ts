import type { Docs, FlytePromise } from "@flytekit-ts/core";
import type * as idl from "@flytekit-ts/models/core";
import { type Binding, inputPromises, type Node, shortName, toIdlInterface } from "@flytekit-ts/core/graph";
import { copyMessage } from "../messages/copy-message.js";
import { soundTrace } from "../trace/faults.js";
import type { DefaultOptions, WorkflowEntity } from "../trace/workflow-entity.js";
import type { WorkflowMetadata, WorkflowMetadataDefaults } from "./workflow-metadata.js";

/**
 * Properties of a workflow that describe it.
 *
 * Reading `nodes`, `outputBindings`, `failureNode` or `inputs` runs the body if it has not run yet.
 */
export interface WorkflowMembers {
  /** The part of the name after its last dot. */
  readonly shortName: string;
  readonly idlInterface: idl.TypedInterface;
  /** In the order of their calls. */
  readonly nodes: readonly Node[];
  /** In the order of the interface. */
  readonly outputBindings: readonly Binding[];
  readonly failureNode: Node | undefined;
  readonly docs: Docs | undefined;
  readonly defaultOptions: DefaultOptions | undefined;
  readonly metadata: WorkflowMetadata;
  readonly metadataDefaults: WorkflowMetadataDefaults;
  /** The promises of the inputs, as the body has them. */
  readonly inputs: { readonly [name: string]: FlytePromise<unknown, unknown> };
}

/** Adds the properties that describe a workflow. Those that may change or need a trace are worked out when read. */
export function withMembers<E extends WorkflowEntity>(workflow: E): E & WorkflowMembers {
  const { name, settings } = workflow;
  const { failurePolicy, interruptible, docs, defaultOptions } = settings;
  const members: WorkflowMembers = {
    shortName: shortName(name),
    get idlInterface() {
      return copyMessage(toIdlInterface(workflow.interface));
    },
    get nodes() {
      return soundTrace(workflow).nodes;
    },
    get outputBindings() {
      return soundTrace(workflow).outputs;
    },
    get failureNode() {
      return soundTrace(workflow).failureNode?.node;
    },
    docs,
    defaultOptions,
    metadata: { onFailure: failurePolicy },
    metadataDefaults: { interruptible },
    get inputs() {
      return inputPromises(workflow.interface, soundTrace(workflow).start);
    },
  };
  const descriptors = Object.getOwnPropertyDescriptors(members);
  return Object.defineProperties(workflow, descriptors) as E & WorkflowMembers;
}
