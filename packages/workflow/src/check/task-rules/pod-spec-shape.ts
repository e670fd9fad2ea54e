import type { JsonShape } from "./json-shape.js";

/** The resources of a container in a pod. */
export type PodQuantities = { readonly [name: string]: string | number | null } | null | undefined;

/** What is looked at in a container of a pod. */
export interface PodContainer {
  readonly name?: string | null;
  readonly resources?: { readonly requests?: PodQuantities; readonly limits?: PodQuantities } | null;
}

/** What is looked at in a pod specification that has its shape. */
export interface PodSpec {
  readonly containers?: readonly (PodContainer | null)[] | null;
}

// The parts of a pod that people write by hand; deeper ones, such as probes and affinities, are only known to
// be objects.
const OBJECT: JsonShape = { fields: new Map() };
const TEXTS: JsonShape = { list: "text" };
const NAMED: JsonShape = { list: fields({ name: "text" }) };
const RESOURCES = fields({ requests: { map: "quantity" }, limits: { map: "quantity" } });

const CONTAINER = fields({
  name: "text",
  image: "text",
  command: TEXTS,
  args: TEXTS,
  workingDir: "text",
  ports: {
    list: fields({
      name: "text",
      hostPort: "integer",
      containerPort: "integer",
      protocol: "text",
      hostIP: "text",
    }),
  },
  envFrom: { list: fields({ prefix: "text" }) },
  env: { list: fields({ name: "text", value: "text", valueFrom: OBJECT }) },
  resources: RESOURCES,
  volumeMounts: {
    list: fields({
      name: "text",
      readOnly: "boolean",
      mountPath: "text",
      subPath: "text",
      subPathExpr: "text",
    }),
  },
  livenessProbe: OBJECT,
  readinessProbe: OBJECT,
  startupProbe: OBJECT,
  lifecycle: OBJECT,
  terminationMessagePath: "text",
  terminationMessagePolicy: "text",
  imagePullPolicy: "text",
  securityContext: OBJECT,
  stdin: "boolean",
  stdinOnce: "boolean",
  tty: "boolean",
});

/** What a pod specification looks like, as far as it decides whether the backend can read it. */
export const POD_SPEC: JsonShape = fields({
  volumes: NAMED,
  initContainers: { list: CONTAINER },
  containers: { list: CONTAINER },
  ephemeralContainers: { list: CONTAINER },
  restartPolicy: "text",
  terminationGracePeriodSeconds: "integer",
  activeDeadlineSeconds: "integer",
  dnsPolicy: "text",
  nodeSelector: { map: "text" },
  serviceAccountName: "text",
  serviceAccount: "text",
  automountServiceAccountToken: "boolean",
  nodeName: "text",
  hostNetwork: "boolean",
  hostPID: "boolean",
  hostIPC: "boolean",
  shareProcessNamespace: "boolean",
  securityContext: OBJECT,
  imagePullSecrets: NAMED,
  hostname: "text",
  subdomain: "text",
  affinity: OBJECT,
  schedulerName: "text",
  tolerations: {
    list: fields({
      key: "text",
      operator: "text",
      value: "text",
      effect: "text",
      tolerationSeconds: "integer",
    }),
  },
  hostAliases: { list: fields({ ip: "text", hostnames: TEXTS }) },
  priorityClassName: "text",
  priority: "integer",
  dnsConfig: OBJECT,
  runtimeClassName: "text",
  enableServiceLinks: "boolean",
  preemptionPolicy: "text",
  overhead: { map: "quantity" },
  topologySpreadConstraints: { list: OBJECT },
  setHostnameAsFQDN: "boolean",
  hostUsers: "boolean",
});

function fields(shapes: { readonly [name: string]: JsonShape }): JsonShape {
  return { fields: new Map(Object.entries(shapes)) };
}
