import {
  checkEvents,
  describeEvent,
  digestsOfData,
  extendedBy
} from "./chunk-YQ6TYZ6A.js";
import {
  EVENT,
  ZERO,
  eventName,
  extend,
  replay,
  sha384
} from "./chunk-Z5EMF6HS.js";
import {
  shortHex
} from "./chunk-TOLEDQXP.js";

// src/tdx/explain.ts
var MOST_EXTENSIONS = 6e4;
var LAST_EVENTS = [
  { type: EVENT.separator, text: "the firmware hands over", data: new Uint8Array(4) },
  ...["Exit Boot Services Invocation", "Exit Boot Services Returned with Success"].map((text) => ({
    type: EVENT.efiAction,
    text,
    data: Buffer.from(text, "latin1")
  }))
];
function explainDifference(events, register, reported) {
  const own = events.filter((event) => event.register === register && extendedBy(event) !== void 0);
  const before = statesBefore(own);
  const after = before.at(-1) ?? ZERO;
  if (after === reported) return { kind: "equal" };
  const early = own.find((_, place) => before[place] === reported);
  if (early !== void 0) return { kind: "reported-before", event: early };
  const missing = LAST_EVENTS.find(({ data }) => extend(after, sha384(data)) === reported);
  if (missing !== void 0) return { kind: "not-logged", name: eventName(missing.type), text: missing.text };
  const checks = checkEvents(own);
  const suspects = own.filter((_, place) => checks[place]?.digest === "differs");
  const [suspect] = suspects;
  return singleChange(own, before, new Set(suspects), reported) ?? (suspect === void 0 ? { kind: "unexplained" } : { kind: "suspect", event: suspect });
}
function describeExplanation(explanation, register) {
  const of = (event) => `event ${event.index} (${event.name}: ${describeEvent(event)})`;
  switch (explanation.kind) {
    case "equal":
      return `${register} is what the log says`;
    case "reported-before":
      return `${register} is what the log says before ${of(explanation.event)}: that event and what follows is in the log alone`;
    case "not-extended":
      return `${register} is what the log says without ${of(explanation.event)}: it was logged and not extended`;
    case "digest-changed":
      return `${register} is what the log says when ${of(explanation.event)} has the digest of its data: the log was changed`;
    case "not-logged":
      return `${register} is what the log says and then ${explanation.name} (${explanation.text}): the log lacks its end`;
    case "suspect":
      return `the first event whose digest is not of its data is ${of(explanation.event)}`;
    case "unexplained":
      return `no single event explains ${register}: the log is cut, of another boot, or changed in more than one place`;
  }
}
function firstDifference(predictions, events, register) {
  const own = events.filter((event) => event.register === register && extendedBy(event) !== void 0);
  const agreed = (predicted) => {
    const at = predicted.findIndex(({ digest }, place2) => digest !== own[place2]?.digest);
    return at < 0 ? predicted.length : at;
  };
  const [best] = predictions.toSorted((a, b) => agreed(b) - agreed(a));
  if (best === void 0) return void 0;
  const place = agreed(best);
  const [wanted, found] = [best[place], own[place]];
  const is = found === void 0 ? "" : `event ${found.index} (${found.name}: ${describeEvent(found)})`;
  if (wanted === void 0) return found === void 0 ? void 0 : `${is} was not predicted`;
  const should = `${wanted.name} (${wanted.text}) with the digest ${shortHex(String(wanted.digest))}`;
  if (found === void 0) return `the event log ends before ${should}`;
  return `the first event of ${register} that differs is ${is} with the digest ${shortHex(found.digest ?? "")}; predicted is ${should}`;
}
function statesBefore(events) {
  const states = [ZERO];
  for (const event of events) states.push(extend(states.at(-1) ?? ZERO, extendedBy(event) ?? ZERO));
  return states;
}
function singleChange(events, before, suspects, reported) {
  const digests = events.map((event) => extendedBy(event) ?? ZERO);
  let left = MOST_EXTENSIONS;
  const gives = (state, place) => {
    const rest = digests.slice(place + 1);
    left -= rest.length + 1;
    return replay(rest, state) === reported;
  };
  for (const [place, event] of events.entries()) {
    const state = before[place] ?? ZERO;
    if (left < 0) return void 0;
    if (gives(state, place)) return { kind: "not-extended", event };
    const own = suspects.has(event) ? digestsOfData(event) : [];
    if (own.some((digest) => left >= 0 && gives(extend(state, digest), place))) {
      return { kind: "digest-changed", event };
    }
  }
  return void 0;
}

export {
  explainDifference,
  describeExplanation,
  firstDifference
};
