import {
  median
} from "./chunk-CTEL45AH.js";

// src/report/trend.ts
var SHOWN = 60;
var TYPICAL = 20;
function earlierRuns(history, { scenario, platform, origin }) {
  const start = origin?.start ?? "";
  const same = history.filter(
    (run) => run.scenario === scenario && run.platform === platform && run.host?.cpu === origin?.host.cpu && (run.start ?? "") < start
  );
  return same.slice(-SHOWN);
}
function typicalTime(runs) {
  const times = runs.filter(({ verdict }) => verdict === "passed").map(({ time }) => time);
  return times.length === 0 ? void 0 : median(times.slice(-TYPICAL));
}

export {
  earlierRuns,
  typicalTime
};
