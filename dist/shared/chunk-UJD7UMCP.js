import {
  describeReproduction,
  describeStep
} from "./chunk-IIUVJISF.js";
import {
  isTrustDomain
} from "./chunk-OOLZV5JI.js";
import {
  shortHex
} from "./chunk-DV54WIWJ.js";

// src/report/cases.ts
function casesOf(result, directory) {
  return [
    bootCase(result, directory),
    ...stepCases(result),
    ...findingCases(result),
    ...trustCases(result),
    ...measurementCases(result)
  ];
}
function bootCase(result, directory) {
  const { verdict: state, time, reason, diagnosis, cause } = result;
  const base = { group: "boot", name: "the boot passes", time };
  if (state === "passed") return { ...base, state };
  const details = [
    ...diagnosis === null ? [] : [
      `stopped in ${diagnosis.phase}`,
      `cause (${diagnosis.certainty}): ${diagnosis.title} [${diagnosis.cause}]`,
      ...diagnosis.evidence.map(
        ({ stream, line, text }) => stream === null || line === null ? text : `${stream}:${line}: ${text}`
      ),
      ...diagnosis.advice === "" ? [] : [`next: ${diagnosis.advice}`]
    ],
    ...cause?.report ?? [],
    ...describeReproduction(directory).map(({ what, command }) => `${what}: ${command}`)
  ];
  return { ...base, state, message: reason, details };
}
function stepCases({ steps, verdict, reason }) {
  return steps.map((step) => {
    const name = `step ${step.number}: ${describeStep(step)}`;
    const base = { group: "steps", name, ...step.time === null ? {} : { time: step.time } };
    if (step.state === "met" || step.state === "sent") return { ...base, state: "passed" };
    if (step.state === "open") return { ...base, state: "skipped", message: "not run" };
    return {
      ...base,
      state: verdict === "errored" ? "errored" : "failed",
      message: reason,
      details: [step.where]
    };
  });
}
function findingCases({ findings, platform }) {
  const known = findings.filter(({ kind }) => kind === "signature" || kind === "forbidden");
  const decisive = known.filter(({ outcome }) => outcome !== null);
  const name = `no known failure on ${platform}`;
  const [first] = decisive;
  if (first?.outcome === null || first === void 0) return [{ group: "findings", name, state: "passed" }];
  const lines = decisive.map(
    ({ title: title2, stream, line }) => line === null ? title2 : `${stream}:${line}: ${title2}`
  );
  const { time, title } = first;
  return [{ group: "findings", name, state: first.outcome, time, message: title, details: lines }];
}
function trustCases({ platform, td, cause, verdict }) {
  if (!isTrustDomain(platform)) return [];
  const base = { group: "trust domain", name: "the guest shows that it is a Trust Domain" };
  if (td !== "none") return [{ ...base, state: "passed" }];
  if (cause?.kind === "not-a-td" && verdict !== "passed")
    return [{ ...base, state: verdict, message: cause.title }];
  return [{ ...base, state: "skipped", message: "no line of a Trust Domain was seen" }];
}
function measurementCases({ measurements }) {
  return measurements.map(({ register, asserted, verdict, wanted, shown, explanation, where }) => {
    const base = {
      group: "measurements",
      name: `${register} is as ${asserted === "value" ? "given" : asserted}`
    };
    if (verdict === "equal") return { ...base, state: "passed" };
    if (verdict === "not-known") return { ...base, state: "skipped", message: "a log has no prediction" };
    const seen = shown === null ? "nothing" : shortHex(shown);
    const message = `${verdict}: the guest shows ${seen}, not ${wanted.map(shortHex).join(" or ")}`;
    return {
      ...base,
      state: "failed",
      message,
      details: [...explanation === null ? [] : [explanation], where]
    };
  });
}

export {
  casesOf
};
