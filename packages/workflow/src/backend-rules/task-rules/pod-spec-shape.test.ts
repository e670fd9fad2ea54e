import { describe, expect, it } from "vitest";
import { type JsonShape, shapeFault } from "./json-shape.js";
import { podSpecShape } from "./pod-spec-shape.js";

const container = {
  name: "main",
  image: "i",
  command: ["c"],
  args: ["a"],
  workingDir: "/",
  ports: [{ name: "http", hostPort: 80, containerPort: 80, protocol: "TCP", hostIP: "::" }],
  envFrom: [{ prefix: "P_" }],
  env: [{ name: "A", value: "b", valueFrom: { fieldRef: { fieldPath: "x" } } }],
  resources: { requests: { cpu: "500m" }, limits: { cpu: 1 } },
  volumeMounts: [{ name: "v", readOnly: true, mountPath: "/v", subPath: "s", subPathExpr: "e" }],
  livenessProbe: {},
  readinessProbe: {},
  startupProbe: {},
  lifecycle: {},
  terminationMessagePath: "/t",
  terminationMessagePolicy: "File",
  imagePullPolicy: "Always",
  securityContext: {},
  stdin: false,
  stdinOnce: false,
  tty: false,
};

const pod = {
  volumes: [{ name: "v", emptyDir: {} }],
  initContainers: [container],
  containers: [container],
  ephemeralContainers: [container],
  restartPolicy: "Never",
  terminationGracePeriodSeconds: 30,
  activeDeadlineSeconds: 60,
  dnsPolicy: "Default",
  nodeSelector: { disk: "ssd" },
  serviceAccountName: "sa",
  serviceAccount: "sa",
  automountServiceAccountToken: false,
  nodeName: "node",
  hostNetwork: false,
  hostPID: false,
  hostIPC: false,
  shareProcessNamespace: false,
  securityContext: {},
  imagePullSecrets: [{ name: "s" }],
  hostname: "h",
  subdomain: "s",
  affinity: {},
  schedulerName: "s",
  tolerations: [{ key: "k", operator: "Exists", value: "v", effect: "NoSchedule", tolerationSeconds: 3 }],
  hostAliases: [{ ip: "::", hostnames: ["h"] }],
  priorityClassName: "p",
  priority: 1,
  dnsConfig: {},
  runtimeClassName: "r",
  enableServiceLinks: true,
  preemptionPolicy: "Never",
  overhead: { cpu: "1" },
  topologySpreadConstraints: [{}],
  setHostnameAsFQDN: true,
  hostUsers: true,
};

/** The paths of all there is in a pod but for what no shape looks into. */
function pathsOf(value: unknown, path: readonly string[] = []): readonly (readonly string[])[] {
  if (typeof value !== "object" || value === null) return [path];
  return [path, ...Object.entries(value).flatMap(([key, part]) => pathsOf(part, [...path, key]))];
}

/** A copy with something at a path that stands nowhere in a pod. */
function spoiled(value: unknown, [key, ...rest]: readonly string[]): unknown {
  if (key === undefined) return typeof value === "object" ? 5 : [{}];
  const copy: Record<string, unknown> = Object.assign(Array.isArray(value) ? [] : {}, value);
  copy[key] = spoiled(copy[key], rest);
  return copy;
}

const paths = pathsOf(pod);

/** How many fields there are in a shape, each way to them counted. */
function countOf(shape: JsonShape): number {
  if (typeof shape === "string") return 0;
  if ("list" in shape) return countOf(shape.list);
  if ("map" in shape) return countOf(shape.map);
  return [...shape.fields.values()].reduce((sum, field) => sum + 1 + countOf(field), 0);
}

describe("podSpecShape", () => {
  it("is the shape of a pod", () => {
    expect(shapeFault(pod, podSpecShape(), "podSpec")).toBeUndefined();
  });

  it("is made once", () => {
    expect(podSpecShape()).toBe(podSpecShape());
  });

  it("has all fields of Kubernetes 1.28", () => {
    expect(countOf(podSpecShape())).toBe(994);
  });

  it.each(paths)("looks at %s", (...path) => {
    const where = path.map((key) => (/^\d+$/.test(key) ? `[${key}]` : `.${key}`)).join("");
    expect(shapeFault(spoiled(pod, path), podSpecShape(), "podSpec")).toContain(
      `has something at podSpec${where} that is not`,
    );
  });

  // What `json.Unmarshal` of Go says of k8s.io/api 0.28.2.
  it.each([
    [{ containers: [{ livenessProbe: { httpGet: { port: "http" }, periodSeconds: 5 } }] }, true],
    [{ containers: [{ livenessProbe: { httpGet: { port: 8080 } } }] }, true],
    [{ containers: [{ livenessProbe: { httpGet: { port: 80.5 } } }] }, false],
    [{ containers: [{ livenessProbe: { periodSeconds: "5" } }] }, false],
    [{ containers: [{ readinessProbe: { exec: { command: "ls" } } }] }, false],
    [{ containers: [{ securityContext: { runAsUser: 1000, capabilities: { add: ["SYS_PTRACE"] } } }] }, true],
    [{ containers: [{ securityContext: { runAsUser: "1000" } }] }, false],
    [{ containers: [{ securityContext: { capabilities: { add: "SYS_PTRACE" } } }] }, false],
    [
      { containers: [{ env: [{ valueFrom: { secretKeyRef: { name: "s", key: "k", optional: true } } }] }] },
      true,
    ],
    [{ containers: [{ env: [{ valueFrom: { secretKeyRef: { name: "s", key: 1 } } }] }] }, false],
    [{ containers: [{ envFrom: [{ configMapRef: "c" }] }] }, false],
    [{ containers: [{ ports: [{ containerPort: 2_147_483_648 }] }] }, false],
    [{ containers: [{ targetContainerName: 1 }] }, true],
    [{ ephemeralContainers: [{ targetContainerName: 1 }] }, false],
    [{ volumes: [{ emptyDir: { sizeLimit: "1Gi" } }, { hostPath: { path: "/" } }] }, true],
    [{ volumes: [{ emptyDir: { sizeLimit: "1core" } }] }, false],
    [{ volumes: [{ secret: { secretName: "s", items: [{ key: "k", path: "p", mode: 0o400 }] } }] }, true],
    [{ volumes: [{ secret: { secretName: "s", defaultMode: "0400" } }] }, false],
    [{ volumes: [{ configMap: { name: ["c"] } }] }, false],
    [{ volumes: [{ projected: { sources: [{ serviceAccountToken: { expirationSeconds: 1.5 } }] } }] }, false],
    [
      { volumes: [{ ephemeral: { volumeClaimTemplate: { metadata: { creationTimestamp: "now" } } } }] },
      false,
    ],
    [
      {
        volumes: [{ ephemeral: { volumeClaimTemplate: { metadata: { managedFields: [{ fieldsV1: 1 }] } } } }],
      },
      true,
    ],
    [{ affinity: { nodeAffinity: "here" } }, false],
    [
      {
        affinity: { podAntiAffinity: { preferredDuringSchedulingIgnoredDuringExecution: [{ weight: "1" }] } },
      },
      false,
    ],
    [{ topologySpreadConstraints: [{ maxSkew: 1, labelSelector: { matchLabels: { a: "b" } } }] }, true],
    [{ topologySpreadConstraints: [{ labelSelector: { matchLabels: { a: 1 } } }] }, false],
    [{ dnsConfig: { nameservers: ["1.1.1.1"], options: [{ name: "ndots", value: "2" }] } }, true],
    [{ dnsConfig: { options: [{ name: "ndots", value: 2 }] } }, false],
    [{ securityContext: { supplementalGroups: [1, 2], sysctls: null } }, true],
    [{ securityContext: { supplementalGroups: ["1"] } }, false],
    [{ tolerations: [{ tolerationSeconds: 1e21 }] }, false],
    [{ resources: 1 }, true],
  ])("reads %j: %s", (podSpec, isRead) => {
    expect(shapeFault(podSpec, podSpecShape(), "podSpec") === undefined).toBe(isRead);
  });
});
