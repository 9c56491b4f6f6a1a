import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);

// src/startup.ts
import module from "node:module";
import { homedir } from "node:os";
import { join } from "node:path";
function useCompileCache() {
  const enable = Reflect.get(module, "enableCompileCache");
  if (typeof enable !== "function") return;
  const cache = process.env.XDG_CACHE_HOME ?? join(homedir(), ".cache");
  enable.call(module, join(cache, "tdx-boot", "compiled"));
}

export {
  useCompileCache
};
