import { loadAll, report } from "./report.ts";

const root = process.cwd();
console.log(JSON.stringify({ ...(report(root) as object), loaded: await loadAll(root) }));
