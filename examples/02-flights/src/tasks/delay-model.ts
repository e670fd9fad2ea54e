import { t, task, workflow } from "@flytekit-ts/workflow";
import { calibrate as calibrateModel } from "../model/calibrate.js";
import { evaluateModel } from "../model/evaluate-model.js";
import { fitDelayModel } from "../model/fit-delay-model.js";
import { splitFlights } from "../model/split-flights.js";
import { types } from "../types.js";

/** Hold out some flights to judge the model by. */
export const split = task(
  {
    name: "flights.split",
    inputs: { flights: types.FlightColumns, seed: t.int(), heldOutShare: t.float() },
    outputs: { train: types.FlightColumns, heldOut: types.FlightColumns },
  },
  ({ flights, seed, heldOutShare }) => splitFlights(flights, { seed, heldOutShare }),
);

/** Fit the delay to the hour of departure and the distance. */
export const fit = task(
  {
    name: "flights.fit",
    inputs: { train: types.FlightColumns, ridge: t.float().default(1) },
    output: types.DelayModel,
  },
  ({ train, ridge }) => fitDelayModel(train, ridge),
);

/** How far the model is off on flights it has not seen. */
export const evaluate = task(
  {
    name: "flights.evaluate",
    inputs: { model: types.DelayModel, heldOut: types.FlightColumns },
    output: types.Evaluation,
  },
  ({ model, heldOut }) => evaluateModel(model, heldOut),
);

/** What happened to flights of which the model expected much or little delay. */
export const calibrate = task(
  {
    name: "flights.calibrate",
    inputs: { model: types.DelayModel, heldOut: types.FlightColumns, bins: t.int().default(10) },
    output: t.list(types.CalibrationBin),
  },
  ({ model, heldOut, bins }) => calibrateModel(model, heldOut, bins),
);

/** A model of delay, judged on flights that were held out. */
export const delayModel = workflow(
  {
    name: "flights.delay_model",
    inputs: {
      flights: types.FlightColumns,
      seed: t.int().default(1),
      heldOutShare: t.float().default(0.2),
    },
    outputs: {
      model: types.DelayModel,
      evaluation: types.Evaluation,
      calibration: t.list(types.CalibrationBin),
    },
  },
  ({ flights, seed, heldOutShare }) => {
    const { train, heldOut } = split({ flights, seed, heldOutShare });
    const model = fit({ train });
    return { model, evaluation: evaluate({ model, heldOut }), calibration: calibrate({ model, heldOut }) };
  },
);
