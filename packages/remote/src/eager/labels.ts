/** The label of what an eager task starts: the name of the execution of the task. flytekit has the same labels. */
export const EXECUTION_LABEL = "eager-exec";

/** The label with the name of the execution at the root, where eager tasks start eager tasks. */
export const ROOT_LABEL = "eager-root-exec";

/** The variable that tells what is started of the root. */
export const ROOT_VARIABLE = "_F_EE_ROOT";
