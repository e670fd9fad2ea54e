// For the workers of this package's own pools, which load it when a task runs in a thread or process of its own.
export { serve } from "../isolation/worker/serve.js";
