import type { ShapeKind } from "../scene/scene.js";

/** The symbols of shapes, as the strokes of a path in a square of 16. */
export const ICONS: { readonly [K in ShapeKind]: string } = {
  task: "M4 2.5h5.5L12.5 5.5v8h-8.500zM6.200 8h4M6.200 10.700h4",
  "container-task": "M8 1.800l5.500 3v6.400l-5.500 3-5.500-3V4.800zM2.500 4.800L8 8l5.500-3.200M8 8v6.200",
  dynamic: "M9 1.800L3.800 9.200h4L7 14.200l5.200-7.400h-4z",
  workflow: "M2.500 2.500h4.200v4.200H2.500zM9.300 9.300h4.200v4.200H9.300zM4.600 6.700v4.700h4.700",
  "launch-plan": "M4.500 2.800l8.500 5.200-8.500 5.200z",
  conditional: "M8 1.800L14.200 8 8 14.200 1.800 8z",
  decide: "M8 1.800L14.200 8 8 14.200 1.800 8z",
  map: "M2.500 5L8 2.200 13.500 5 8 7.800zM2.500 8L8 10.800 13.500 8M2.500 11L8 13.800 13.500 11",
  approval: "M2.800 8.500l3.500 3.500L13.200 4.800",
  input: "M2.200 4.500h11.600v7H2.200zM4.800 9h4M11 7v2.500",
  sleep: "M8 2a6 6 0 1 0 .01 0zM8 4.800V8l2.300 1.800",
  unknown: "M8 4v5M8 11.500v.8",
  start: "M2.500 8h10M8.500 4l4 4-4 4",
  end: "M2.500 8h7M6.500 5l3 3-3 3M13 3v10",
  join: "",
  fails: "M4 4l8 8M12 4l-8 8",
  handler: "M4 4l8 8",
};
