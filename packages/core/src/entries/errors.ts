// For code that throws and catches errors with codes: catalogues of errors, locations, and reporting several
// errors.
import * as coreErrors from "../errors.js";

/** The errors of this package, each by its code. Codes are permanent, and each has a page in `docs/errors/`. */
export { coreErrors };
export { unreachable } from "../errors/parts/unreachable.js";
export { atCaller } from "../errors/at-caller.js";
export { defineErrors } from "../errors/define-errors.js";
export type { ErrorDefinition, ErrorFactory, ThrowContext } from "../errors/define-errors.js";
export { FlytekitError, isFlytekitError } from "../errors/flytekit-error.js";
export type { ErrorOrigin, FlytekitErrorParts } from "../errors/flytekit-error.js";
export { locate } from "../errors/locate.js";
export { isNonRecoverable, NonRecoverableError } from "../errors/thrown/non-recoverable-error.js";
export { attempt, refuse, reportTo } from "../errors/report.js";
export type { Report } from "../errors/report.js";
export { textOf } from "../errors/text-of.js";
export { describeValue } from "../words/describe-value.js";
export { upperFirst } from "../words/upper-first.js";
