export { startAdmin } from "./start-admin.js";
export type { Admin, AdminOptions } from "./start-admin.js";
