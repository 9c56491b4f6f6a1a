import {
  tryLock,
  withLock
} from "./chunk-5UXIQAYR.js";
import {
  LAUNCH_METHOD,
  computeMrtd
} from "./chunk-M3NQKO3U.js";
import {
  placeOf
} from "./chunk-3UQVA5YR.js";
import {
  parseMetadata
} from "./chunk-7GO3TDGG.js";
import {
  BUILDS,
  RECIPE_NAMES,
  isFirmware
} from "./chunk-FZIILW4F.js";
import {
  HostError,
  UsageError,
  codeOf,
  messageOf
} from "./chunk-SBPB5IBB.js";

// src/build/store/measure.ts
import { readFileSync } from "node:fs";
function measureBuilt(image, recipe, log) {
  if (!isFirmware(recipe)) return void 0;
  try {
    return measureImage(image);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    const message = `building ${recipe} gave an image that no TD can start: ${error.message}`;
    throw new HostError("not-td-firmware", message, {
      ...log === void 0 ? {} : { hint: `The whole log: ${log}` },
      cause: error,
      lasting: true
    });
  }
}
function mrtdOf({ image, manifest, log }) {
  return manifest.mrtd ?? measureBuilt(readFileSync(image), manifest.inputs.recipe, log);
}
function measureImage(image) {
  return computeMrtd(image, parseMetadata(image), LAUNCH_METHOD);
}

// src/build/store/manifest.ts
import { createHash } from "node:crypto";
function buildKey({ toolchain, ...inputs }) {
  const tools = Object.entries(toolchain).sort(([a], [b]) => a < b ? -1 : 1);
  const { recipe, build, source, recipeDigest, defines, arch } = inputs;
  const prefix = `${recipe}-${build}-${digest([source, recipeDigest, defines, arch])}`;
  return { prefix, key: `${prefix}-${digest(tools)}` };
}
function digest(value) {
  return createHash("sha256").update(JSON.stringify(value)).digest("hex").slice(0, 16);
}
function parseManifest(text, key) {
  try {
    const value = JSON.parse(text);
    const { inputs } = value;
    const whole = value.version === 1 && // A key becomes a directory's name. Known words, and digests for the rest, keep `..` and `/` out of it.
    RECIPE_NAMES.includes(inputs.recipe) && BUILDS.includes(inputs.build) && [inputs.source, inputs.recipeDigest, inputs.arch].every(isString) && inputs.defines.every(isString) && Object.values(inputs.toolchain).every(isString) && value.key === key && buildKey(inputs).key === key && /^[\w-][\w.-]*$/.test(value.image) && Number.isSafeInteger(value.size) && /^[0-9a-f]{64}$/.test(value.sha256) && (value.mrtd === void 0 || /^[0-9a-f]{96}$/.test(value.mrtd)) && areFacts(value.source) && new Date(value.builtAt).toISOString() === value.builtAt && Number.isFinite(value.buildSeconds);
    return whole ? value : void 0;
  } catch {
    return void 0;
  }
}
function areFacts({ from, commit, tree, submodules }) {
  return isString(from) && [commit, tree, ...submodules.map((submodule) => submodule.commit)].every(isOptionalString) && submodules.every(({ path }) => isString(path));
}
function isString(value) {
  return typeof value === "string";
}
function isOptionalString(value) {
  return value === void 0 || isString(value);
}

// src/build/store/store.ts
import { randomUUID } from "node:crypto";
import {
  accessSync,
  closeSync,
  constants,
  existsSync,
  fsyncSync,
  lstatSync as lstatSync2,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync as readFileSync3,
  renameSync,
  rmSync,
  utimesSync,
  writeFileSync
} from "node:fs";
import { join } from "node:path";

// src/build/store/image.ts
import { createHash as createHash2 } from "node:crypto";
import { chmodSync, lstatSync, readFileSync as readFileSync2 } from "node:fs";
var DamagedImageError = class extends Error {
};
function checkImage(image, { size, sha256 }) {
  const stat = lstatSync(image, { throwIfNoEntry: false });
  if (stat === void 0) throw new DamagedImageError("its image is missing");
  if (!stat.isFile()) throw new DamagedImageError("its image is not a regular file");
  if (stat.size !== size) throw new DamagedImageError(`its image has ${stat.size} bytes instead of ${size}`);
  const found = createHash2("sha256").update(readFileSync2(image)).digest("hex");
  if (found !== sha256)
    throw new DamagedImageError(`the SHA-256 of its image is ${found} instead of ${sha256}`);
}
function restoreMode(image, { inputs }) {
  if (!isFirmware(inputs.recipe) && (lstatSync(image).mode & 73) === 0) chmodSync(image, 493);
}
function checkMrtd(image, { mrtd }) {
  if (mrtd === void 0) return;
  let found = "none";
  try {
    found = measureImage(readFileSync2(image));
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
  }
  if (found !== mrtd) throw new DamagedImageError(`its MRTD is ${found} instead of ${mrtd}`);
}

// src/build/store/store.ts
var MANIFEST = "manifest.json";
var IN_USE_MS = 60 * 6e4;
var DEFAULT_LIMIT = 256 * 1024 * 1024;
function defaultRoot() {
  return placeOf("store");
}
var Store = class {
  root;
  #limit;
  #listener;
  /** @param options.limit bytes; above it, adding an image evicts the least recently used ones */
  constructor(root, options) {
    this.root = root;
    this.#limit = options.limit ?? DEFAULT_LIMIT;
    this.#listener = options.listener;
  }
  /** The image of a key, checked against its manifest. A damaged image is thrown away, with a notice. */
  find(key) {
    const entry = this.#read(key);
    if (entry !== void 0) touch(entry.manifestFile);
    return entry;
  }
  /** The newest image of a prefix, whatever toolchain has built it. */
  findAny(prefix) {
    const entries = this.#keys().filter((key) => key.startsWith(`${prefix}-`)).flatMap((key) => this.#read(key) ?? []);
    const newest = entries.sort((a, b) => b.manifest.builtAt.localeCompare(a.manifest.builtAt))[0];
    if (newest !== void 0) touch(newest.manifestFile);
    return newest;
  }
  /** Every sound image, the most recently used first. */
  list() {
    return this.#keys().flatMap((key) => this.#read(key) ?? []).map((entry) => ({ entry, used: modified(entry.manifestFile) })).sort((a, b) => b.used.getTime() - a.used.getTime());
  }
  /**
   * The lock that a process holds while it makes an image ready.
   * @throws HostError code `store-unwritable` or `disk-full`
   */
  lockPath(name) {
    return join(this.#writable("locks"), name);
  }
  /** Where the image of a key is, or will be. */
  imagePath(key, name) {
    return join(this.root, "entries", key, name);
  }
  /** Where the log of a build goes; it stays when the build fails. */
  logPath(key) {
    return join(this.root, "logs", `${key}.log`);
  }
  /**
   * Gives `body` an empty private directory on the store's file system, and removes the directory. The process holds a
   * lock meanwhile. When the process is killed, the next sweep finds the lock free and removes both.
   * @throws HostError code `store-unwritable` or `disk-full`; what `body` throws
   */
  async withStaging(body) {
    const directory = join(this.#writable("tmp"), randomUUID());
    await this.sweep();
    try {
      return await withLock(`${directory}.lock`, { waitMs: 1e4 }, async () => {
        try {
          mkdirSync(directory);
          return await body(directory);
        } finally {
          rmSync(directory, { recursive: true, force: true });
        }
      });
    } catch (error) {
      throw storeError(error, this.root);
    }
  }
  /** Removes what killed processes have left. */
  async sweep() {
    const staged = new Set(list(join(this.root, "tmp")).map((name) => name.replace(/\.lock$/, "")));
    for (const name of staged) await this.#sweepOne(join("tmp", `${name}.lock`), join("tmp", name));
    for (const name of list(join(this.root, "locks"))) await this.#sweepOne(join("locks", name));
  }
  /**
   * Moves a finished image with its manifest into the store. An image of the same key that is already there stays,
   * because it has the same content and may be in use.
   * @param directory holds the image, under the name that the manifest gives; from `withStaging`
   * @throws DamagedImageError when the image is not what the manifest says; HostError code `store-unwritable` or
   *   `disk-full`
   */
  add(directory, manifest) {
    checkImage(join(directory, manifest.image), manifest);
    checkMrtd(join(directory, manifest.image), manifest);
    try {
      writeFileSync(join(directory, MANIFEST), `${JSON.stringify(manifest, null, 2)}
`);
      restoreMode(join(directory, manifest.image), manifest);
      for (const name of [manifest.image, MANIFEST, "."]) sync(join(directory, name));
      const entries = this.#writable("entries");
      const { key } = manifest;
      const entry = this.find(key) ?? this.#move(directory, manifest) ?? this.find(key);
      if (entry === void 0) throw unwritable(`cannot replace ${join(entries, key)}`, this.root);
      sync(entries);
      this.prune({ spare: IN_USE_MS });
      return entry;
    } catch (error) {
      throw storeError(error, this.root);
    }
  }
  /**
   * Removes the least recently used images until the rest fits, and old logs of builds that have no image.
   * @param options.limit bytes that may stay; by default, the limit of the store
   * @param options.spare images that were used within so many milliseconds stay in any case
   */
  prune({
    limit = this.#limit,
    spare = 0
  } = {}) {
    const oldestFirst = this.list().reverse();
    let total = oldestFirst.reduce((sum, { entry }) => sum + entry.manifest.size, 0);
    const removed = [];
    for (const { entry } of oldestFirst) {
      if (total <= limit || age(entry.manifestFile) < spare || !this.#discard(entry.directory)) continue;
      total -= entry.manifest.size;
      rmSync(this.logPath(entry.manifest.key), { force: true });
      removed.push(entry);
    }
    this.#pruneLogs();
    return removed;
  }
  /** Fetched commits, which later builds need not fetch again. */
  get sources() {
    return join(this.root, "sources");
  }
  forgetSources() {
    rmSync(this.sources, { recursive: true, force: true });
  }
  #keys() {
    return list(join(this.root, "entries"));
  }
  #read(key) {
    const directory = join(this.root, "entries", key);
    const seen = identity(directory);
    if (seen === void 0) return void 0;
    try {
      const manifest = parseManifest(readFileSync3(join(directory, MANIFEST), "utf8"), key);
      if (manifest === void 0) throw new DamagedImageError("its manifest is damaged");
      checkImage(join(directory, manifest.image), manifest);
      restoreMode(join(directory, manifest.image), manifest);
      return this.#entry(manifest);
    } catch (error) {
      if (identity(directory) !== seen) return this.#read(key);
      this.#notice(`Not used: ${directory}: ${messageOf(error, directory)}`);
      this.#discard(directory);
      return void 0;
    }
  }
  #entry(manifest) {
    const directory = join(this.root, "entries", manifest.key);
    const log = this.logPath(manifest.key);
    return {
      directory,
      image: join(directory, manifest.image),
      manifestFile: join(directory, MANIFEST),
      manifest,
      ...existsSync(log) ? { log } : {}
    };
  }
  /** Undefined when the store already has an image of this key: a faster process's, or a damaged one that stays. */
  #move(directory, manifest) {
    const entry = this.#entry(manifest);
    try {
      renameSync(directory, entry.directory);
      return entry;
    } catch (error) {
      if (codeOf(error) === "ENOTEMPTY" || codeOf(error) === "EEXIST") return void 0;
      throw error;
    }
  }
  /** Removes a directory. It is renamed first, so that no process finds half of it. Returns whether the directory is gone. */
  #discard(directory) {
    try {
      const trash = join(this.#writable("tmp"), randomUUID());
      renameSync(directory, trash);
      return this.#remove(trash);
    } catch (error) {
      if (identity(directory) === void 0) return true;
      this.#notice(`Cannot remove ${directory}: ${messageOf(error, directory)}`);
      return false;
    }
  }
  /** Returns whether the path is gone, whoever has removed it. */
  #remove(path) {
    try {
      rmSync(path, { recursive: true, force: true });
      return true;
    } catch (error) {
      if (identity(path) === void 0) return true;
      this.#notice(`Cannot remove ${path}: ${messageOf(error, path)}`);
      return false;
    }
  }
  /** Removes a lock's file and what the lock guards, unless a process holds the lock. Paths are relative to the store. */
  async #sweepOne(lock, guarded) {
    try {
      const held = await tryLock(join(this.root, lock));
      if (held === void 0) return;
      try {
        if (guarded !== void 0) this.#remove(join(this.root, guarded));
      } finally {
        held.release();
      }
    } catch (error) {
      this.#notice(messageOf(error));
    }
  }
  /** Removes old logs without an image. The log of a running build has no image yet, but is not old. */
  #pruneLogs() {
    for (const name of list(join(this.root, "logs"))) {
      const log = join(this.root, "logs", name);
      const image = join(this.root, "entries", name.replace(/\.log$/, ""));
      if (identity(image) === void 0 && age(log) > IN_USE_MS) this.#remove(log);
    }
  }
  /** Makes a directory of the store if it is missing, and checks that we can write into it. */
  #writable(name) {
    const directory = join(this.root, name);
    try {
      mkdirSync(directory, { recursive: true });
      accessSync(directory, constants.W_OK);
      return directory;
    } catch (error) {
      const named = storeError(error, this.root);
      throw named instanceof HostError ? named : unwritable(messageOf(error, this.root), this.root, error);
    }
  }
  #notice(text) {
    this.#listener({ type: "notice", text });
  }
};
function storeError(error, root) {
  const isLock = error instanceof HostError && error.code === "lock-unavailable";
  const code = codeOf(isLock ? error.cause : error);
  if (code === "ENOSPC" || code === "EDQUOT") {
    return new HostError("disk-full", `no space left for builds in ${root}`, {
      hint: "A build needs about 1 GB while it runs. Free some space, or name another store.",
      cause: error
    });
  }
  const denied = code === "EACCES" || code === "EPERM" || code === "EROFS";
  return denied ? unwritable(messageOf(error, root), root, error) : error;
}
function unwritable(problem, root, cause) {
  return new HostError("store-unwritable", `cannot write to the store ${root}: ${problem}`, {
    hint: "Make it writable for this user, or name another store (XDG_CACHE_HOME).",
    cause
  });
}
function identity(path) {
  try {
    const { ino, ctimeNs } = lstatSync2(path, { bigint: true });
    return `${ino} ${ctimeNs}`;
  } catch {
    return void 0;
  }
}
function modified(file) {
  return lstatSync2(file, { throwIfNoEntry: false })?.mtime ?? /* @__PURE__ */ new Date(0);
}
function age(file) {
  return Math.max(0, Date.now() - modified(file).getTime());
}
function list(directory) {
  try {
    return readdirSync(directory);
  } catch {
    return [];
  }
}
function touch(file) {
  try {
    utimesSync(file, /* @__PURE__ */ new Date(), /* @__PURE__ */ new Date());
  } catch {
  }
}
function sync(path) {
  const fd = openSync(path, "r");
  try {
    fsyncSync(fd);
  } finally {
    closeSync(fd);
  }
}

export {
  measureBuilt,
  mrtdOf,
  DamagedImageError,
  buildKey,
  digest,
  parseManifest,
  MANIFEST,
  defaultRoot,
  Store
};
