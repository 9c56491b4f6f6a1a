/** `tdx-boot init`: writes a first scenario, and a workflow that runs it, from options or from answers at the terminal. */

import { existsSync } from 'node:fs';
import { dirname, relative, resolve } from 'node:path';
import { createInterface } from 'node:readline/promises';
import { stringify } from 'yaml';
import { makeDirectories } from '../process/directory.ts';
import { packageRelease } from '../process/version.ts';
import type { Printer } from '../report/printer.ts';
import { forShell } from '../report/safe.ts';
import { parseScenario } from '../scenario/load.ts';
import { UsageError } from '../words/errors.ts';
import { schemaId } from '../words/schema-id.ts';
import { PLATFORMS, type Platform, TD_PLATFORMS } from '../words/words.ts';
import { EXIT, type Streams } from './context.ts';
import { fileExists, writeNew } from './new-file.ts';

export interface InitOptions {
  readonly kernel?: string | undefined;
  readonly initrd?: string | undefined;
  readonly disk?: string | undefined;
  readonly platform?: Platform;
  readonly firmware?: string;
  /** What the console shows when the guest is up. */
  readonly expect?: string;
  /** True: at the usual place. */
  readonly workflow?: string | true;
}

/** For a guest other than the probe: every distribution's kernel has ttyS0 built in; without console= most print nothing. */
const CMDLINE = 'console=ttyS0';
const WORKFLOW = '.github/workflows/boot.yml';

/** What the files are made of. */
export interface Choices extends Omit<InitOptions, 'workflow' | 'platform'> {
  readonly platform: Platform;
  readonly workflow: string | undefined;
}

/** Writes all files, or none. @throws UsageError codes `file-exists`, `no-guest` */
export async function init(file: string, options: InitOptions, { out }: Streams): Promise<number> {
  refuseExisting([file, ...workflowOf(options.workflow)]);
  const asks = process.stdin.isTTY === true && out.isTerminal;
  const choices = asks ? await ask(options, out) : chosen(options);
  const workflow = workflowOf(choices.workflow);
  refuseExisting([file, ...workflow]);
  const scenario = scenarioText(file, choices);
  // Whatever was answered, what is written is a scenario.
  parseScenario(file, scenario, dirname(resolve(file)));
  write(file, scenario);
  const release = packageRelease();
  for (const path of workflow) write(path, workflowText(file, choices, release));
  out.lines([file, ...workflow].map((name) => `written: ${name}`));
  out.line(`next: tdx-boot validate ${forShell(file)}, then tdx-boot run ${forShell(file)}`);
  if (release === undefined) {
    out.lines(
      workflow.map(
        (path) => `next: in ${path}, build the guest, and name the commit of a release of tdx-boot`,
      ),
    );
  }
  return EXIT.passed;
}

function workflowOf(workflow: InitOptions['workflow']): string[] {
  if (workflow === undefined) return [];
  return [workflow === true ? WORKFLOW : workflow];
}

/** Without a terminal: what the options say. */
function chosen({ workflow, ...options }: InitOptions): Choices {
  if (options.kernel === undefined && options.disk === undefined) {
    throw new UsageError('no-guest', 'there is no terminal to ask at, and no option says what to boot', {
      hint: 'Give --kernel FILE or --disk FILE; see tdx-boot init --help.',
    });
  }
  const [path] = workflowOf(workflow);
  return { ...options, platform: options.platform ?? 'emulated', workflow: path };
}

/** Asks what the options leave open. An empty answer takes what stands in brackets. */
async function ask(options: InitOptions, out: Printer): Promise<Choices> {
  // The terminal itself echoes and edits the line.
  const terminal = createInterface({ input: process.stdin });
  const left = new AbortController();
  terminal.once('close', () => left.abort());
  const question = async (text: string, usual: string): Promise<string> => {
    out.passing(usual === '' ? `${text}: ` : `${text} [${usual}]: `);
    const answer = await terminal.question('', { signal: left.signal });
    return answer.trim() || usual;
  };
  try {
    return await asked(options, question);
  } catch (error) {
    if (!left.signal.aborted) throw error;
    throw new UsageError('no-answer', 'the questions were left, and nothing was written', {
      hint: 'Answer them, or give the answers as options: see tdx-boot init --help.',
    });
  } finally {
    terminal.close();
  }
}

async function asked(
  options: InitOptions,
  question: (text: string, usual: string) => Promise<string>,
): Promise<Choices> {
  let { kernel, initrd, disk, platform } = options;
  if (disk === undefined) kernel ??= await question('kernel (bzImage); none for a disk image', '');
  if (kernel === '') kernel = undefined;
  while (kernel === undefined && (disk ?? '') === '') disk = await question('disk image', '');
  if (disk === undefined) initrd ??= await question('initrd; none for the probe guest', '');
  if (initrd === '') initrd = undefined;
  while (platform === undefined) {
    const answer = await question(`platform: ${PLATFORMS.join(', ')}`, 'emulated');
    platform = PLATFORMS.find((name) => name === answer);
  }
  const probe = disk === undefined && initrd === undefined;
  const expect = options.expect ?? (probe ? '' : await question('text that shows that it is up', 'login:'));
  const workflow = workflowOf(options.workflow)[0] ?? (await question('workflow file, or no', 'no'));
  return {
    ...options,
    kernel,
    initrd,
    disk,
    platform,
    ...(expect === '' ? {} : { expect }),
    workflow: workflow === 'no' ? undefined : workflow,
  };
}

/** A scenario of few keys, with what a newcomer changes first. */
export function scenarioText(
  file: string,
  { kernel, initrd, disk, platform, firmware, expect }: Choices,
): string {
  const td = TD_PLATFORMS.includes(platform);
  const image = firmware ?? (td ? 'tdvf' : undefined);
  const probe = disk === undefined && initrd === undefined;
  const here = (path: string | undefined): string | undefined =>
    path === undefined ? undefined : relative(dirname(resolve(file)), resolve(path));
  const head = {
    version: 1,
    platform,
    ...(image === 'tdvf' ? { pins: 'current', firmware: 'tdvf' } : { firmware: here(image) }),
    guest: {
      kernel: here(kernel),
      initrd: here(initrd),
      cmdline: kernel === undefined || probe ? undefined : CMDLINE,
      disks: disk === undefined ? undefined : [here(disk)],
    },
  };
  const steps =
    probe && expect === undefined
      ? '# Without initrd and disks, the probe guest boots, reports what it sees and powers off. It has steps of its own.\n'
      : `# What the console must show, in this order; /…/ is a regular expression.\n${stringify({ steps: [{ expect: expect ?? 'login:' }] })}`;
  return [
    `# yaml-language-server: $schema=${schemaId('scenario')}\n`,
    stringify(head),
    steps,
    stringify({ timeout: '3m', silence: '60s' }),
  ].join('');
}

/**
 * A workflow with one job that boots the scenario. Its actions are pinned by commit, as in examples/workflows.
 * @param release of which this tdx-boot is; without one, the commit is left to the user: no tag that others may move, or make
 */
export function workflowText(
  file: string,
  { platform, firmware = 'tdvf' }: Choices,
  release?: { readonly version: string; readonly commit: string },
): string {
  const pin =
    release === undefined
      ? 'COMMIT # of a release: its notes name the commit'
      : `${release.commit} # v${release.version}`;
  const runner = platform === 'tdx' ? '[self-hosted, tdx]' : 'ubuntu-24.04';
  const kvm =
    platform === 'kvm'
      ? `      # Hosted runners have /dev/kvm; this rule lets the job open it.
      - run: |
          echo 'KERNEL=="kvm", MODE="0666"' | sudo tee /etc/udev/rules.d/99-kvm.rules
          sudo udevadm control --reload-rules
          sudo udevadm trigger --name-match=kvm --settle
`
      : '';
  const qemu =
    platform === 'tdx'
      ? ''
      : '      - run: sudo apt-get install --yes --no-install-recommends qemu-system-x86\n';
  const builds = platform === 'tdx-emulated' && firmware === 'tdvf';
  const tools = builds ? '          install-tools: true\n' : '';
  return `name: boot
on: pull_request
permissions:
  contents: read
jobs:
  boot:
    runs-on: ${runner}
    timeout-minutes: 30
    steps:
      - uses: actions/checkout@de0fac2e4500dabe0009e67214ff5f5447ce83dd # v6.0.2
        with:
          persist-credentials: false
${kvm}${qemu}      # Build here what the scenario boots.
      - uses: org/tdx-boot@${pin}
        with:
          scenario: ${stringify(relative('.', resolve(file))).trim()}
          upload: on-failure
${tools}`;
}

/** @throws UsageError code `file-exists` */
function refuseExisting(files: readonly string[]): void {
  const found = files.find((file) => existsSync(file));
  if (found !== undefined) throw fileExists(found, 'init');
}

function write(file: string, text: string): void {
  makeDirectories(dirname(resolve(file)));
  writeNew(file, text, 'init');
}
