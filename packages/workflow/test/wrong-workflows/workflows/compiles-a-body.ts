/** ENTITY_NOT_COMPILABLE: a plain function where a workflow is compiled. */
import { compile } from "@flytekit-ts/workflow";

// @ts-expect-error a workflow is wanted
compile(() => {}); // here
