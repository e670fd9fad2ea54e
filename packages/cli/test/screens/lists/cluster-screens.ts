import type { Screen } from "../screen.js";

/** Screens of commands that speak to a cluster. */
export const clusterScreens: readonly Screen[] = [
  { name: "info", line: "tsflyte info", cluster: true },
  { name: "info-unreachable", line: "tsflyte info --endpoint localhost:1 --insecure" },
  { name: "get-tasks", line: "tsflyte get tasks", cluster: true },
  { name: "get-workflows", line: "tsflyte get workflows", cluster: true },
  { name: "get-launchplans", line: "tsflyte get launchplans", cluster: true },
  { name: "get-executions", line: "tsflyte get executions", cluster: true },
  { name: "get-projects", line: "tsflyte get projects", cluster: true },
  { name: "execution-list", line: "tsflyte execution list --where phase=FAILED", cluster: true },
  { name: "execution-get", line: "tsflyte execution get good-one", cluster: true },
  { name: "execution-get-failed", line: "tsflyte execution get bad-one --tasks", cluster: true },
  { name: "execution-get-unknown", line: "tsflyte execution get none-such", cluster: true },
  { name: "execution-watch", line: "tsflyte execution watch good-one", cluster: true },
  { name: "execution-watch-failed", line: "tsflyte execution watch bad-one", cluster: true },
  { name: "execution-outputs", line: "tsflyte execution outputs good-one", cluster: true },
  { name: "execution-inputs", line: "tsflyte execution inputs good-one", cluster: true },
  { name: "execution-logs", line: "tsflyte execution logs good-one", cluster: true },
  { name: "execution-terminate", line: "tsflyte execution terminate good-one", cluster: true },
  { name: "execution-recover", line: "tsflyte execution recover none-such", cluster: true },
  { name: "execution-relaunch", line: "tsflyte execution relaunch none-such", cluster: true },
  { name: "execution-approve", line: "tsflyte execution approve good-one release", cluster: true },
  { name: "execution-signal", line: "tsflyte execution signal good-one", cluster: true },
  { name: "register", line: "tsflyte register -d staging --version v9 --dry-run", cluster: true },
];
