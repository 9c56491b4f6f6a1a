import {
  placeOf
} from "./chunk-3UQVA5YR.js";

// src/startup.ts
import module from "node:module";
function useCompileCache() {
  const enable = Reflect.get(module, "enableCompileCache");
  if (typeof enable !== "function") return;
  try {
    enable.call(module, placeOf("compiled-code"));
  } catch {
  }
}

export {
  useCompileCache
};
