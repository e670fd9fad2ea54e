import { expect, it } from "vitest";
import { entityWords, shownName } from "./shown-name.js";

const MAP = "garden.map_water_9d90c8b3194e6b31aa1a52b9069d1534-arraynode";

it("shows a map by what it maps", () => {
  expect(shownName(MAP)).toBe("map of garden.water");
  expect(shownName(MAP.replace("garden.", ""))).toBe("map of water");
  expect(shownName("garden.map_water")).toBe("garden.map_water");
});

it("says what an entity is", () => {
  expect(entityWords("task", MAP)).toBe("map of garden.water");
  expect(entityWords("task", "garden.water")).toBe("task garden.water");
  expect(entityWords("launch-plan", "garden.daily")).toBe("launch plan garden.daily");
});
