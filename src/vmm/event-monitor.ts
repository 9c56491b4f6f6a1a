/** Reads from Cloud Hypervisor's event monitor how the guest ended. The exit status is 0 even after a crash. */

import type { VmState } from '../judge/events.ts';
import { asRecord } from '../words/json.ts';
import { JsonMessages } from './json-messages.ts';
import type { ControlReader } from './plan.ts';

/**
 * Events are indented JSON with an empty line after each (vmm/src/lib.rs, start_event_monitor_thread). `vm/shutdown`
 * also comes after a failed vCPU: only then standard error has a line about it. A device is reported once, although a
 * guest may set it up and reset it any number of times.
 */
export function eventReader(report: (state: VmState, detail: string) => void): ControlReader {
  const driven = new Set<string>();
  return new JsonMessages('\n\n', ({ source, event, properties }) => {
    const name = `${source}/${event}`;
    if (name === 'virtio-device/activated') {
      const id = String(asRecord(properties)?.id ?? 'unknown');
      if (!driven.has(id)) report('driven', id);
      driven.add(id);
    }
    const state = STATES[name];
    if (state === undefined) return;
    const kind = asRecord(properties)?.event;
    report(state, kind === undefined ? name : `${name}: ${kind}`);
  });
}

const STATES: Readonly<Record<string, VmState>> = {
  'vm/shutdown': 'shutdown',
  'vm/rebooting': 'reset',
  'guest/panic': 'panicked',
};
