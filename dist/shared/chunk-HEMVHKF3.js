import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);

// src/report/safe.ts
var UNPRINTABLE = /[\u0000-\u0008\u000a-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/g;
function forTerminal(text) {
  return text.replace(UNPRINTABLE, "\uFFFD");
}
function forJobLog(text) {
  const printable = forTerminal(text).replaceAll("##[", "# #[");
  return /^\s*::/.test(printable) ? `| ${printable}` : printable;
}
function forMarkdown(text) {
  return forTerminal(text).replace(/[\\`*_{}[\]()#+\-.!|~@:]/g, "\\$&").replace(/[&<>]/g, (character) => `&#${character.charCodeAt(0)};`);
}
function markdownCode(text) {
  const content = forTerminal(text).replaceAll("|", "\\|");
  const longest = Math.max(0, ...(content.match(/`+/g) ?? []).map((run) => run.length));
  const fence = "`".repeat(longest + 1);
  return `${fence} ${content} ${fence}`;
}
function markdownBlock(lines) {
  const content = lines.map(forTerminal);
  const longest = Math.max(
    2,
    ...content.flatMap((line) => (line.match(/`+/g) ?? []).map((run) => run.length))
  );
  const fence = "`".repeat(longest + 1);
  return [`${fence}text`, ...content, fence].join("\n");
}
function forFileName(text) {
  const slug = text.toLowerCase().replace(/[^a-z0-9]+/g, "-").replace(/^-/, "").slice(0, 60).replace(/-$/, "");
  return slug === "" ? "boot" : slug;
}

// src/words/units.ts
var MILLISECONDS = { ms: 1, s: 1e3, m: 6e4, h: 36e5 };
var BYTES = { K: 1024, M: 1024 ** 2, G: 1024 ** 3 };
function parseDuration(text) {
  const [, amount, unit] = /^([\d.]+)(\D+)$/.exec(text) ?? [];
  return Number(amount) * (MILLISECONDS[unit ?? ""] ?? Number.NaN);
}
function parseSize(text) {
  return Number(text.slice(0, -1)) * (BYTES[text.slice(-1)] ?? Number.NaN);
}

// src/tdx/event-profiles.ts
var UI_APP = {
  order: "0000",
  option: "090100002c0055006900410070007000000004071400c9bdb87cebf8344faaea3ee4af6516a10406140021aa2c4614760345836e8ab6f46623317fff0400"
};
var ACPI = "935343cf16 (AcpiPlatformDxe measures ACPI)";
var SEPARATOR = "efaf8931bb (separator to RTMR1)";
var OTHER_OPTIONS = "d433b4c8e4 and 716f150a8b (other boot options)";
var PREFIX = "a2ac0fea49 (initrd=initrd before the command line)";
var EVENT_PROFILES = [
  {
    id: "edk2-13b97736",
    releases: "the pinned commit",
    acpi: false,
    separator: "rtmr0",
    initrd: "after-cmdline",
    boot: UI_APP,
    source: `edk2 13b97736, which lacks ${ACPI} and ${SEPARATOR}`
  },
  {
    id: "edk2-stable202302",
    releases: "edk2-stable202302 to 202408",
    acpi: true,
    separator: "rtmr0",
    initrd: "after-cmdline",
    boot: UI_APP,
    source: `edk2 ${ACPI}, before ${SEPARATOR}; event log CCEL_data_ovmf of confidential-containers/trustee`
  },
  {
    id: "edk2-stable202411",
    releases: "edk2-stable202411 and 202502",
    acpi: true,
    separator: "rtmr1",
    initrd: "after-cmdline",
    boot: UI_APP,
    source: `edk2 ${SEPARATOR}, before ${OTHER_OPTIONS}; canonical-defaults of fortanix/tdx-measure`
  },
  {
    id: "edk2-stable202505",
    releases: "edk2-stable202505",
    acpi: true,
    separator: "rtmr1",
    initrd: "after-cmdline",
    source: `edk2 ${OTHER_OPTIONS}, before ${PREFIX}`
  },
  {
    id: "edk2-stable202508",
    releases: "edk2-stable202508 to 202605",
    acpi: true,
    separator: "rtmr1",
    initrd: "before-cmdline",
    source: `edk2 ${PREFIX}`
  }
];

export {
  forTerminal,
  forJobLog,
  forMarkdown,
  markdownCode,
  markdownBlock,
  forFileName,
  parseDuration,
  parseSize,
  EVENT_PROFILES
};
