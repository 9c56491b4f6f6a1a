import {
  BuildTerminal
} from "./chunk-ORACNCOB.js";
import {
  Store,
  defaultRoot
} from "./chunk-VM3YECVA.js";

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
