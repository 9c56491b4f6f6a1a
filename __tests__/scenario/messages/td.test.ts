/** What a scenario's author is told of what only a Trust Domain has: quotes, an identity, measurements. */

import { describe, test } from '@jest/globals';
import { BASE, isTold, type Mistake, TD } from './mistakes.ts';

describe('a mistake in a scenario file', () => {
  test.each<Mistake>([
    [
      'a quote socket without a TD',
      `${BASE}  quote-socket: vsock:2:4050\nsteps: [{expect: a}]\n`,
      ['5:17: guest.quote-socket needs platform: tdx: only a TD has quotes'],
    ],
    [
      'a malformed quote socket',
      `${BASE}  quote-socket: tcp:1\nsteps: [{expect: a}]\n`,
      ['5:17: guest.quote-socket: "tcp:1" is neither vsock:CID:PORT nor unix:/PATH'],
    ],
    [
      'attributes of a TD without a TD',
      `${BASE}  td: {debug: true}\nsteps: [{expect: a}]\n`,
      ['5:7: guest.td: a guest on platform emulated is no Trust Domain'],
    ],
    [
      'an identity that is too short',
      `${TD}  td: {mrowner: "00"}\nsteps: [{expect: a}]\n`,
      ['5:17: guest.td.mrowner: "00" is not 96 hex digits (in quotation marks)'],
    ],
    [
      'measurements without a TD',
      `${BASE}measurements: {mrtd: expected}\nsteps: [{expect: a}]\n`,
      ['5:15: measurements: a guest on platform emulated has no measurements'],
    ],
    [
      'measurements of nothing',
      `${TD}measurements: {order: two-pass}\nsteps: [{expect: a}]\n`,
      ['5:15: measurements asserts no register: give one of mrtd, rtmr0, rtmr1, rtmr2, rtmr3'],
    ],
    [
      'MRTD by replay',
      `${TD}measurements: {mrtd: replay}\nsteps: [{expect: a}]\n`,
      ['5:22: measurements.mrtd: "replay" is neither expected nor 96 hex digits (in quotation marks)'],
    ],
    [
      'a register of zeros that is a number to YAML',
      `${TD}measurements: {rtmr3: ${'0'.repeat(96)}}\nsteps: [{expect: a}]\n`,
      ['5:23: measurements.rtmr3: 0 is neither expected, replay nor 96 hex digits (in quotation marks)'],
    ],
    [
      'an order that nobody measures in',
      `${TD}measurements: {mrtd: expected, order: twopass}\nsteps: [{expect: a}]\n`,
      ['5:39: measurements.order: "twopass" is not one of interleaved, two-pass (did you mean "two-pass"?)'],
    ],
    [
      'a replay of a probe that does not print its log',
      `${TD}  cmdline: console=hvc0\nmeasurements: {rtmr0: expected, rtmr1: replay}\n`,
      ['6:40: measurements.rtmr1: replay needs the event log: add tdx-boot.probe=ccel to guest.cmdline'],
    ],
  ])('%s', isTold);
});
