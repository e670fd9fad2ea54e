export const image = "tasks:v1";
