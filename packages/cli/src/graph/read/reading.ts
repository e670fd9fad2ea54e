import type * as idl from "@flytekit-ts/models/core";
import type { Naming } from "./naming.js";
import type { Sources } from "./sources.js";

/** What reading a node needs: where messages are, and the graphs that are read already. */
export interface GraphReader {
  readonly sources: Sources;
  /** The key of the graph of a workflow, which is read if it is not yet; absent if its message is not known. */
  graphOf(id: idl.Identifier | undefined): string | undefined;
}

/** What the nodes of one workflow are read with. */
export interface Reading {
  readonly reader: GraphReader;
  readonly workflow: string;
  readonly names: Naming;
}
