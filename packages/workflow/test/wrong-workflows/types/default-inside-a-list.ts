/** OPTION_INVALID: the elements of a list have a default, which would be lost. */
import { t } from "@flytekit-ts/workflow";

t.list(t.int().default(5)); // here
