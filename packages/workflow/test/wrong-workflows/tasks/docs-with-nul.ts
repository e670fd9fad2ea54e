/** OPTION_INVALID: a short text that the database of flyteadmin cannot hold. */
import { task } from "@flytekit-ts/workflow";

task({ name: "load", docs: "first\0second" }, () => {}); // here
