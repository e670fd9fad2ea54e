import type * as idl from "@flytekit-ts/models/core";

// The enums of the IDL that this package writes. The type checker compares every number with the generated one.
// Importing the generated values instead would load all messages of the IDL, which takes most of the time of
// importing a workflow (docs/benchmarks.md).

/** The simple types. */
export const SimpleType = {
  NONE: 0,
  INTEGER: 1,
  FLOAT: 2,
  STRING: 3,
  BOOLEAN: 4,
  DATETIME: 5,
  DURATION: 6,
  BINARY: 7,
  ERROR: 8,
  STRUCT: 9,
} as const satisfies typeof idl.SimpleType;

/** Kinds of entity in an identifier. */
export const ResourceType = { TASK: 1, WORKFLOW: 2, LAUNCH_PLAN: 3 } as const satisfies Partial<
  typeof idl.ResourceType
>;

/** Resources of a container. */
export const ResourceName = {
  CPU: 1,
  GPU: 2,
  MEMORY: 3,
  EPHEMERAL_STORAGE: 5,
} as const satisfies Partial<typeof idl.Resources_ResourceName>;

/** Dialects of a query. */
export const SqlDialect = {
  UNDEFINED: 0,
  ANSI: 1,
  HIVE: 2,
  OTHER: 3,
} as const satisfies typeof idl.Sql_Dialect;

/** How a container is given a secret. */
export const SecretMountType = { ANY: 0, ENV_VAR: 1, FILE: 2 } as const satisfies typeof idl.Secret_MountType;

/** Comparisons of a condition. */
export const ComparisonOperator = {
  EQ: 0,
  NEQ: 1,
  GT: 2,
  GTE: 3,
  LT: 4,
  LTE: 5,
} as const satisfies typeof idl.ComparisonExpression_Operator;

/** How two conditions are joined. */
export const LogicalOperator = {
  AND: 0,
  OR: 1,
} as const satisfies typeof idl.ConjunctionExpression_LogicalOperator;

/** How much state the backend keeps for each item of an array node. */
export const ArrayExecutionMode = {
  MINIMAL_STATE: 0,
  FULL_STATE: 1,
} as const satisfies typeof idl.ArrayNode_ExecutionMode;

/** How the items of an array node receive their inputs. */
export const ArrayDataMode = {
  SINGLE_INPUT_FILE: 0,
  INDIVIDUAL_INPUT_FILES: 1,
} as const satisfies typeof idl.ArrayNode_DataMode;

/** The format in which a raw container receives its inputs. */
export const MetadataFormat = {
  JSON: 0,
  YAML: 1,
  PROTO: 2,
} as const satisfies typeof idl.DataLoadingConfig_LiteralMapFormat;

/** The kind of SDK that a task was made with. */
export const RuntimeType = { FLYTE_SDK: 1 } as const satisfies Partial<
  typeof idl.RuntimeMetadata_RuntimeType
>;

/** Processor of a container. */
export const Architecture = { UNKNOWN: 0 } as const satisfies Partial<typeof idl.Container_Architecture>;

/** What happens to the rest of a workflow when a node fails. */
export const OnFailurePolicy = {
  FAIL_IMMEDIATELY: 0,
  FAIL_AFTER_EXECUTABLE_NODES_COMPLETE: 1,
} as const satisfies typeof idl.WorkflowMetadata_OnFailurePolicy;

/** Whether a blob is one file or many. */
export const BlobDimensionality = {
  SINGLE: 0,
  MULTIPART: 1,
} as const satisfies typeof idl.BlobType_BlobDimensionality;

/** Types of the columns of a schema. */
export const SchemaColumnType = {
  INTEGER: 0,
  FLOAT: 1,
  STRING: 2,
  BOOLEAN: 3,
  DATETIME: 4,
  DURATION: 5,
} as const satisfies typeof idl.SchemaType_SchemaColumn_SchemaColumnType;
