/** An example for the help of each command. A test parses them all, so that none names an option that is gone. */

import type { Command } from 'commander';

/** By the words of the command; several lines where one does not show what the command is for. */
export const EXAMPLES: Readonly<Record<string, readonly string[]>> = {
  init: ['tdx-boot init', 'tdx-boot init --kernel arch/x86/boot/bzImage --workflow'],
  run: [
    'tdx-boot run boot.yml',
    'tdx-boot run scenarios/canonical/boot.yml --kernel bzImage --platform tdx-emulated',
    "tdx-boot run suite.yml 'boots/*.yml' --jobs 2 --retry 1",
  ],
  shell: ['tdx-boot shell boot.yml --set guest.cpus=2'],
  check: ['tdx-boot check tdx-boot-results/boot', 'tdx-boot check console.log --scenario boot.yml'],
  diagnose: ['tdx-boot diagnose console.log', 'dmesg | tdx-boot diagnose -'],
  report: ['tdx-boot report tdx-boot-results --format junit --output junit.xml'],
  compare: [
    'tdx-boot compare history.jsonl tdx-boot-results',
    'tdx-boot compare old.yml new.yml --runs 10 --margin 5%',
  ],
  bisect: [
    "tdx-boot bisect boot.yml --good v6.15 --bad v6.16 --tree ~/linux --build 'make -j8 bzImage'",
    'tdx-boot bisect tdvf.yml --good edk2-stable202411 --bad master',
    'tdx-boot bisect tdvf.yml --good edk2-stable202411 --bad master --shard 2/8',
    'tdx-boot bisect tdvf.yml --good edk2-stable202411 --bad master --known shards',
  ],
  validate: ['tdx-boot validate boot.yml'],
  explain: ['tdx-boot explain boot.yml --vmm qemu'],
  import: ['tdx-boot import --output boot.yml -- qemu-system-x86_64 -m 2G -kernel bzImage'],
  probe: ['tdx-boot probe probe.img --kernel bzImage'],
  demo: ['tdx-boot demo --kernel bzImage'],
  doctor: ['tdx-boot doctor', 'tdx-boot doctor boot.yml'],
  'td-conformance': ['tdx-boot td-conformance --cpus 4'],
  completion: ['source <(tdx-boot completion bash)', 'tdx-boot completion fish | source'],
  firmware: ['tdx-boot firmware build tdvf --pins current'],
  'firmware build': ['tdx-boot firmware build tdvf --build debug --pins current'],
  'firmware path': ['tdx-boot firmware path tdvf --pins current'],
  'firmware verify': ['tdx-boot firmware verify td-shim'],
  'firmware inspect': ['tdx-boot firmware inspect OVMF.fd'],
  'firmware list': ['tdx-boot firmware list'],
  'firmware prune': ['tdx-boot firmware prune --limit 64M'],
  measure: [
    'tdx-boot measure OVMF.fd --kernel bzImage --cmdline "console=hvc0"',
    'tdx-boot measure OVMF.fd --write golden.json',
  ],
  'measure log': ['tdx-boot measure log ccel.bin --report tdreport.bin'],
  'measure report': ['tdx-boot measure report tdreport.bin'],
  'measure quote': ['tdx-boot measure quote quote.bin'],
  'measure diff': ['tdx-boot measure diff old/OVMF.fd new/OVMF.fd'],
};

/** What the help of a command ends with. */
export function exampleHelp(command: Command): string {
  const lines = EXAMPLES[wordsOf(command)] ?? [];
  return lines.length === 0 ? '' : ['', 'For example:', ...lines.map((line) => `  ${line}`)].join('\n');
}

/** `firmware build` */
export function wordsOf(command: Command): string {
  const { parent } = command;
  return parent === null ? '' : `${wordsOf(parent)} ${command.name()}`.trim();
}
