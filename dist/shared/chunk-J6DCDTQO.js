import {
  decodedVerdict
} from "./chunk-4QN54IE2.js";
import {
  replay
} from "./chunk-FQ3DCRTG.js";
import {
  isRecording,
  readOrigin
} from "./chunk-CT3CYKUU.js";
import {
  makeResult,
  recordedDigests
} from "./chunk-322MFWUB.js";
import {
  withDigests
} from "./chunk-PSFT4LPN.js";

// src/report/judged.ts
async function judgeAgain(log, scenario, stream = "console", tell = () => void 0) {
  let verdict;
  let facts = isRecording(log) ? { origin: readOrigin(log) } : {};
  for (const event of replay(log, scenario.rules, stream)) {
    if (event.type === "launch") {
      const booted = event.booted && withDigests(event.booted, recordedDigests(log));
      facts = { ...facts, booted, argv: event.argv };
    }
    if (event.type !== "verdict") await tell(event);
    else {
      verdict = await decodedVerdict(event.verdict, scenario.guest?.vmlinux);
      await tell({ ...event, verdict });
    }
  }
  if (verdict === void 0) throw new Error("the log ended without a verdict");
  return makeResult(scenario, verdict, facts);
}

export {
  judgeAgain
};
