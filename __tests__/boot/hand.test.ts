/** A guest in somebody's hands: its output is shown at once, keys reach it and are recorded, and it outlives its verdict. */

import { describe, expect, test } from '@jest/globals';
import type { Hand, Type } from '../../src/boot/hand.ts';
import type { Verdict } from '../../src/judge/events.ts';
import { bootAndListen, scripted } from '../support/engine.ts';

/** Answers each line that is typed into it. */
const GUEST = 'echo ready >&3; while read -r line <&3; do echo "got $line" >&3; done';

class TestHand implements Hand {
  readonly stream = 'console';
  shown = '';
  type: Type = () => undefined;
  verdicts: string[] = [];
  leave: () => void = () => undefined;
  readonly #wants: (verdict: Verdict) => boolean;
  /** What is waited for, and who waits. */
  #wanted: { text: string; seen: () => void } | undefined;

  constructor(wants: (verdict: Verdict) => boolean = () => true) {
    this.#wants = wants;
  }

  show(_: string, bytes: Uint8Array): void {
    this.shown += Buffer.from(bytes).toString();
    if (this.#wanted !== undefined && this.shown.includes(this.#wanted.text)) this.#wanted.seen();
  }

  attach(type: Type): void {
    this.type = type;
  }

  keep(verdict: Verdict): Promise<void> | undefined {
    this.verdicts.push(verdict.verdict);
    if (!this.#wants(verdict)) return undefined;
    return new Promise((resolve) => {
      this.leave = resolve;
      this.onKept();
    });
  }

  onKept: () => void = () => undefined;

  shows(text: string): Promise<void> {
    return new Promise((seen) => {
      this.#wanted = { text, seen };
      if (this.shown.includes(text)) seen();
    });
  }
}

describe('a guest in hand', () => {
  test('goes on after its verdict until it is left', async () => {
    const hand = new TestHand();
    const kept = new Promise<void>((resolve) => {
      hand.onKept = resolve;
    });
    const running = bootAndListen(scripted(GUEST, 'steps: [{expect: ready}]'), { consumers: [], hand });
    await kept;
    hand.type('console', Buffer.from('after\n'));
    await hand.shows('got after');
    hand.leave();
    const { verdict } = await running;
    expect([verdict.verdict, hand.verdicts]).toEqual(['passed', ['passed']]);
    expect(verdict.lastLines.join()).not.toContain('got after');
  });

  test('is typed into while it is judged, and the keys are recorded', async () => {
    const hand = new TestHand(() => false);
    const running = bootAndListen(scripted(GUEST, 'steps: [{expect: got keys}]'), { consumers: [], hand });
    await hand.shows('ready');
    hand.type('console', Buffer.from('keys\n'));
    const { verdict, listener } = await running;
    expect(verdict.verdict).toBe('passed');
    const inputs = listener.events.flatMap((event) =>
      event.type === 'input' ? [String(Buffer.from(event.bytes))] : [],
    );
    expect(inputs).toEqual(['keys\n']);
  });

  test('is stopped at its verdict where nobody wants it', async () => {
    const hand = new TestHand(({ verdict }) => verdict !== 'passed');
    const { verdict } = await bootAndListen(scripted(GUEST, 'steps: [{expect: ready}]'), {
      consumers: [],
      hand,
    });
    expect(verdict.verdict).toBe('passed');
  });

  test('that ended by itself cannot be kept', async () => {
    const hand = new TestHand();
    const { verdict } = await bootAndListen(
      scripted('echo Kernel panic - not syncing: x >&3; exit 1', 'steps: [{expect: never}]'),
      {
        consumers: [],
        hand,
      },
    );
    expect([verdict.verdict, hand.verdicts]).toEqual(['failed', []]);
  });

  test('that ends later needs nobody to leave it', async () => {
    const hand = new TestHand();
    hand.onKept = () => hand.type('console', Buffer.from('end\n'));
    const guest = 'echo ready >&3; read -r line <&3';
    const { verdict } = await bootAndListen(scripted(guest, 'steps: [{expect: ready}]'), {
      consumers: [],
      hand,
    });
    expect([verdict.verdict, hand.verdicts]).toEqual(['passed', ['passed']]);
  });

  test('is left by a cancel, and the verdict stays', async () => {
    const hand = new TestHand();
    const abort = new AbortController();
    hand.onKept = () => abort.abort('cancelled by SIGINT');
    const { verdict } = await bootAndListen(scripted(GUEST, 'steps: [{expect: ready}]'), {
      consumers: [],
      hand,
      signal: abort.signal,
    });
    expect(verdict.verdict).toBe('passed');
  });
});
