import {
  BuildTerminal
} from "./chunk-ORACNCOB.js";
import {
  Store,
  defaultRoot
} from "./chunk-T6SRI57T.js";

// src/cli/builds.ts
function buildsOn(printer, signal) {
  return async (body) => {
    const progress = new BuildTerminal(printer);
    const { on: listener } = progress;
    try {
      return await body({ store: new Store(defaultRoot(), { listener }), listener, signal });
    } finally {
      progress.close();
    }
  };
}

export {
  buildsOn
};
