/** Subscribers of the event stream: each gets every event, in order. */

import type { BootEvent, Verdict } from '../judge/events.ts';

export interface Reporter {
  on(event: BootEvent): void | Promise<void>;
  /** Called once, whether or not there was a verdict. */
  close?(): void | Promise<void>;
}

/**
 * Feeds the reporters until the events end.
 * @returns the verdict
 * @throws whatever the event source throws, after the reporters are closed; Error when no verdict came
 */
export async function report(
  events: AsyncIterable<BootEvent>,
  reporters: readonly Reporter[],
): Promise<Verdict> {
  let verdict: Verdict | undefined;
  try {
    for await (const event of events) {
      for (const reporter of reporters) {
        const pending = reporter.on(event);
        if (pending !== undefined) await pending;
      }
      if (event.type === 'verdict') verdict = event.verdict;
    }
  } finally {
    for (const reporter of reporters) await reporter.close?.();
  }
  if (verdict === undefined) throw new Error('the events ended without a verdict');
  return verdict;
}
