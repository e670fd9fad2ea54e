// For authors and runners: the storage for `abfs://` and `abfss://` URIs.
export { azure } from "../azure.js";
export type { AzureOptions, ServicePrincipal } from "../settings/azure-settings.js";
