import {
  PINS,
  SUBMODULES
} from "./chunk-ZUVNCCHD.js";

// src/build/recipes/recipe.ts
var RUSTUP_COMES_FROM = "https://rustup.rs, or the package rustup of Debian 13 and Ubuntu 24.04";

// src/build/recipes/cloud-hypervisor.ts
var OLDEST_RUST = 83;
var RUSTUP = {
  command: "rustup toolchain install stable --profile minimal --no-self-update",
  installer: RUSTUP_COMES_FROM
};
var tools = [
  {
    name: "rustc",
    versionArgs: ["--version"],
    version: /^(rustc .*\S)/m,
    from: RUSTUP,
    unsuitable: rustProblem
  },
  { name: "cargo", versionArgs: ["--version"], version: /^(cargo .*\S)/m, from: RUSTUP },
  { name: "gcc", versionArgs: ["--version"], version: /^(.*\S)/m, from: { apt: "gcc" } }
];
var cloudHypervisor = {
  name: "cloud-hypervisor",
  pins: { documented: PINS.cloudHypervisor, current: PINS.cloudHypervisor },
  submodules: [],
  tools,
  copies: [],
  environment: {
    // The build neither changes the user's ~/.cargo nor takes anything from it.
    CARGO_HOME: "{tree}/.cargo-home",
    CARGO_INCREMENTAL: "0",
    CARGO_TERM_COLOR: "never",
    RUSTFLAGS: "",
    // Its build script asks git for the version. git must not find a repository around the tree.
    GIT_DIR: "/nonexistent"
  },
  steps: (options) => [FETCH, program(options)],
  output: (build) => `target/${build}/cloud-hypervisor`
};
function rustProblem(version) {
  const minor = Number(/ 1\.(\d+)/.exec(version)?.[1] ?? 0);
  return minor >= OLDEST_RUST ? void 0 : `it needs Rust 1.${OLDEST_RUST} or later`;
}
var FETCH = {
  title: "crates",
  argv: ["cargo", "fetch", "--locked", "--target", "x86_64-unknown-linux-gnu"],
  cpuSeconds: 5,
  progress: { line: /^\s*Downloaded /, total: 208, noun: "crates" }
};
function program({ build, defines }) {
  return {
    title: "cloud-hypervisor",
    argv: [
      ...["cargo", "build", "--locked", "--bin", "cloud-hypervisor"],
      ...build === "release" ? ["--release"] : [],
      ...["--features", ["tdx", ...defines].join(",")]
    ],
    cpuSeconds: 400,
    progress: { line: /^\s*Compiling /, total: 125, noun: "crates" }
  };
}

// src/build/recipes/td-shim.ts
var NIGHTLY = "nightly-2023-08-28";
var XBUILD = "0.6.6";
var RUSTUP2 = {
  behind: `~/.rustup/toolchains/${NIGHTLY}-x86_64-unknown-linux-gnu/lib/rustlib/components`,
  from: {
    command: `rustup toolchain install ${NIGHTLY} --profile minimal --component rust-src --no-self-update`,
    installer: RUSTUP_COMES_FROM
  }
};
var tools2 = [
  { name: "rustc", versionArgs: [`+${NIGHTLY}`, "--version"], ...RUSTUP2 },
  { name: "cargo", versionArgs: [`+${NIGHTLY}`, "--version"], ...RUSTUP2 },
  {
    name: "rust-src",
    askedBy: "rustup",
    versionArgs: ["component", "list", "--installed", "--toolchain", NIGHTLY],
    version: /^(rust-src)$/m,
    mustMatch: true,
    ...RUSTUP2
  },
  { name: "gcc", versionArgs: ["--version"], from: { apt: "gcc" } },
  { name: "clang", versionArgs: ["--version"], from: { apt: "clang" } },
  {
    name: "llvm-ar",
    versionArgs: ["--version"],
    version: /^\s*((?:\S+ )?LLVM version .*\S)/m,
    from: { apt: "llvm" }
  },
  { name: "nasm", versionArgs: ["-v"], from: { apt: "nasm" } },
  // ring makes its assembly files with Perl.
  { name: "perl", versionArgs: ["--version"], version: /\((v[\d.]+)\)/, from: { apt: "perl" } },
  { name: "patch", versionArgs: ["--version"], from: { apt: "patch" } }
];
var REPRODUCIBLE = {
  // The build does not change the user's ~/.cargo. It still reads a ~/.cargo/config.toml above the tree.
  CARGO_HOME: "{tree}/.cargo-home",
  XARGO_RUST_SRC: "{tree}/rust-src/library",
  CARGO_PROFILE_DEV_DEBUG: "0",
  // Even an empty RUSTFLAGS replaces the rustflags of such a file.
  RUSTFLAGS: ""
};
var tdShim = variant("td-shim", []);
var tdShimExecutable = variant("td-shim-executable", ["--payload-type", "executable"]);
var tdShimExample = variant("td-shim-example", ["--example-payload"]);
function variant(name, options) {
  return {
    name,
    pins: { documented: PINS.tdShim, current: PINS.tdShim },
    // [patch.crates-io] in Cargo.toml names ring, so cargo needs its source even where nothing uses it.
    submodules: [{ path: "library/ring", url: SUBMODULES.ring }],
    tools: tools2,
    copies: [],
    environment: {
      CARGO_INCREMENTAL: "0",
      CARGO_TERM_COLOR: "never",
      RUSTUP_TOOLCHAIN: NIGHTLY,
      RUSTUP_AUTO_INSTALL: "0",
      CC_x86_64_unknown_none: "clang",
      AR_x86_64_unknown_none: "llvm-ar",
      AS: "nasm",
      // ring makes every warning of the C compiler an error, and newer compilers warn of more.
      CFLAGS: "-w",
      PATH: "{tree}/.cargo-home/bin:{path}",
      ...REPRODUCIBLE
    },
    steps: (build) => [PATCH_RING, MARK_RING, LINK_RUST_SRC, FETCH2, INSTALL_XBUILD, image(options, build)],
    output: (build) => `target/${build}/final.bin`
  };
}
var PATCH_RING = {
  title: "patch of ring",
  argv: ["patch", "--strip=1", "--directory=library/ring", "--input=../patches/ring.diff"],
  cpuSeconds: 0
};
var MARK_RING = {
  title: "ring as a checkout",
  argv: ["mkdir", "--parents", "library/ring/.git"],
  cpuSeconds: 0
};
var LINK_RUST_SRC = {
  title: "source of the Rust library",
  argv: [
    "sh",
    "-c",
    'ln --symbolic "$(realpath --canonicalize-existing "$(rustc --print sysroot)/lib/rustlib/src/rust")" rust-src'
  ],
  cpuSeconds: 0
};
var FETCH2 = {
  title: "crates",
  argv: [
    ...["cargo", "fetch", "--locked"],
    ...["--target", "x86_64-unknown-linux-gnu", "--target", "x86_64-unknown-none"]
  ],
  cpuSeconds: 3,
  progress: { line: /^\s*Downloaded /, total: 151, noun: "crates" }
};
var INSTALL_XBUILD = {
  title: "cargo-xbuild",
  argv: ["cargo", "install", "--locked", "--version", XBUILD, "cargo-xbuild"],
  cpuSeconds: 20,
  progress: { line: /^\s*Compiling /, total: 28, noun: "crates" }
};
function image(options, { build, defines }) {
  const release = build === "release" ? ["--release"] : [];
  const features = defines.length === 0 ? [] : ["--features", defines.join(",")];
  return {
    title: "firmware",
    argv: ["cargo", "--locked", "image", ...release, ...options, ...features],
    cpuSeconds: 85,
    progress: { line: /^\s*Compiling /, total: 155, noun: "crates" }
  };
}

// src/build/recipes/tdvf.ts
var FIRST_GCC_WITH_C23 = 15;
var tdvf = {
  name: "tdvf",
  pins: { documented: PINS.edk2, current: PINS.currentEdk2 },
  // The build reads only these of the eight submodules; MdeModulePkg needs its copy of brotli as an include path.
  submodules: [
    { path: "CryptoPkg/Library/OpensslLib/openssl", url: SUBMODULES.openssl },
    { path: "BaseTools/Source/C/BrotliCompress/brotli", url: SUBMODULES.brotli, only: "c" },
    { path: "MdeModulePkg/Library/BrotliCustomDecompressLib/brotli", url: SUBMODULES.brotli, only: "c" }
  ],
  // No python3-distutils: this build does not import it, and newer distributions have no such package.
  tools: [
    { ...program2("gcc", ["--version"]), from: { apt: "gcc" } },
    { ...program2("g++", ["--version"]), from: { apt: "g++" } },
    { ...program2("ld", ["--version"]), from: { apt: "binutils" } },
    { ...program2("make", ["--version"]), from: { apt: "make" } },
    { ...program2("nasm", ["-v"]), from: { apt: "nasm" }, unsuitable: nasmProblem },
    { ...program2("iasl", ["-v"], /^(ASL\+.* version \S+)/m), from: { apt: "acpica-tools" } },
    { ...program2("python3", ["--version"]), from: { apt: "python3" } },
    { name: "/usr/include/uuid/uuid.h", from: { apt: "uuid-dev" } }
  ],
  // edksetup.sh copies these and sets the environment, through a shell that we do not need.
  copies: ["build_rule", "tools_def", "target"].map((name) => [
    `BaseTools/Conf/${name}.template`,
    `Conf/${name}.txt`
  ]),
  // Include paths in .dec files, which edk2's parser wants to exist: MipiSysT since edk2-stable202305, mbedtls since
  // 202311, libspdm since 202405. IntelTdxX64.dsc builds nothing from them.
  directories: [
    "MdePkg/Library/MipiSysTLib/mipisyst/library/include",
    "CryptoPkg/Library/MbedTlsLib/mbedtls/include/mbedtls",
    "CryptoPkg/Library/MbedTlsLib/mbedtls/library",
    "SecurityPkg/DeviceSecurity/SpdmLib/libspdm/include"
  ],
  // The toolchain is named GCC5 up to edk2-stable202302, GCC5 or GCC from 202305, and GCC alone from 202605. GCC5 is
  // preferred: both build alike, and the length of the output's path, with GCC5 in it, is in the image of the pin.
  renames: [
    {
      from: "GCC5",
      to: "GCC",
      when: {
        file: "BaseTools/Conf/tools_def.template",
        has: "*_GCC_*_*_FAMILY",
        lacks: "*_GCC5_*_*_FAMILY"
      }
    }
  ],
  environment: {
    WORKSPACE: "{tree}",
    EDK_TOOLS_PATH: "{tree}/BaseTools",
    CONF_PATH: "{tree}/Conf",
    PYTHON_COMMAND: "python3",
    PATH: "{tree}/BaseTools/BinWrappers/PosixLike:{path}"
  },
  steps: (options) => [hostTools(options), firmware(options)],
  output: (build) => `Build/IntelTdx/${build === "debug" ? "DEBUG" : "RELEASE"}_GCC5/FV/OVMF.fd`
};
function program2(name, versionArgs, version = /^(.*\S)/m) {
  return { name, versionArgs, version };
}
function nasmProblem(version) {
  const [, major, minor] = /version (\d+)\.(\d+)/.exec(version) ?? [];
  if (major === void 0) return void 0;
  if (Number(major) > 2) return "it needs nasm 2.15 or 2.16 (tianocore/edk2 issue 11635)";
  return Number(major) === 2 && Number(minor) >= 15 ? void 0 : "it needs nasm 2.15 or 2.16, whose older releases lack the instructions of CET";
}
function hostTools({ jobs, version }) {
  const gcc = Number(/ (\d+)\.\d+\.\d+/.exec(version("gcc"))?.[1] ?? 0);
  const standard = gcc >= FIRST_GCC_WITH_C23 ? ["BUILD_CC=gcc -std=gnu17 -Wno-error=unused-but-set-variable"] : [];
  return {
    title: "host tools",
    argv: ["make", "-C", "BaseTools/Source/C", "-j", String(jobs), ...standard],
    cpuSeconds: 37,
    progress: { line: /^\s*(?:gcc|g\+\+)\b.* -c /, total: 92, noun: "files" }
  };
}
function firmware({ build, defines, jobs }) {
  const serial = build === "debug" ? ["DEBUG_ON_SERIAL_PORT=TRUE"] : [];
  return {
    title: "firmware",
    argv: [
      "build",
      ...["-p", "OvmfPkg/IntelTdx/IntelTdxX64.dsc", "-a", "X64", "-t", "GCC5", "-n", String(jobs)],
      ...["-b", build === "debug" ? "DEBUG" : "RELEASE"],
      ...[...serial, ...defines].flatMap((define) => ["-D", define])
    ],
    cpuSeconds: 190,
    progress: { line: /^Building \.\.\. /, total: 233, noun: "modules" }
  };
}

// src/build/recipes/recipes.ts
var RECIPES = {
  tdvf,
  "td-shim": tdShim,
  "td-shim-executable": tdShimExecutable,
  "td-shim-example": tdShimExample,
  "cloud-hypervisor": cloudHypervisor
};

export {
  RECIPES
};
