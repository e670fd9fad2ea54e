import { describe, expect, it } from "vitest";
import { shapeFault } from "./json-shape.js";
import { POD_SPEC } from "./pod-spec-shape.js";

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

// Sources of volumes and of values are not looked into.
const paths = pathsOf(pod).filter((path) => !/emptyDir|valueFrom,/.test(String(path)));

describe("POD_SPEC", () => {
  it("is the shape of a pod", () => {
    expect(shapeFault(pod, POD_SPEC, "podSpec")).toBeUndefined();
  });

  it.each(paths)("looks at %s", (...path) => {
    const where = path.map((key) => (/^\d+$/.test(key) ? `[${key}]` : `.${key}`)).join("");
    expect(shapeFault(spoiled(pod, path), POD_SPEC, "podSpec")).toContain(
      `has something at podSpec${where} that is not`,
    );
  });
});
