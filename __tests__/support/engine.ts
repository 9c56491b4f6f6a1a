/** The real engine with a shell script in place of a VMM: its descriptor 3 is the guest's console. */

import { tmpdir } from 'node:os';
import { type BootOptions, boot, type Outcome } from '../../src/boot/boot.ts';
import type { Consumer } from '../../src/boot/delivery.ts';
import type { Bootable } from '../../src/boot/vm.ts';
import type { BootEvent } from '../../src/judge/events.ts';
import { parseScenario } from '../../src/scenario/load.ts';

export const MIB = 1024 * 1024;

/** A run of a shell script as its VMM, judged by the rules of a scenario; nobody waits for it to settle unless they ask. */
export function scripted(script: string, rules: string): Bootable {
  const { scenario } = parseScenario('scenario.yml', `version: 1\n${rules}\n`, '/');
  return {
    rules: /^settle:/m.test(rules) ? scenario.rules : { ...scenario.rules, settleMs: 0 },
    outputLimit: scenario.outputLimit,
    backend: { control: () => ({ push: () => undefined }), reboots: false, installHint: '' },
    plan: {
      command: '/bin/bash',
      args: ['-c', script],
      fds: new Map([[3, 'console']]),
      fifos: new Map(),
      stdout: 'vmm',
      copies: [],
    },
    workDir: tmpdir(),
  };
}

/** Keeps every event. */
export class Listener implements Consumer {
  readonly name: string = 'the listener';
  readonly events: BootEvent[] = [];

  on(event: BootEvent): void {
    this.events.push(event);
  }

  notices(): string[] {
    return this.events.flatMap((event) => (event.type === 'notice' ? [event.message] : []));
  }
}

export async function bootAndListen(
  run: Parameters<typeof boot>[0],
  options: BootOptions,
): Promise<Outcome & { listener: Listener }> {
  const listener = new Listener();
  const outcome = await boot(run, { ...options, consumers: [...options.consumers, listener] });
  return { ...outcome, listener };
}
