/** All who are told what happens in a run, and what it means for the run that one of them is lost. */

import type { BootEvent, Verdict } from '../judge/events.ts';
import { spoil } from '../judge/spoil.ts';
import type { HostError } from '../words/errors.ts';
import { type Consumer, Delivery, type Patience } from './delivery.ts';

interface AudienceOptions {
  readonly patience: Patience;
  /** The guest has to wait, or may go on. */
  onHold(hold: boolean): void;
  /** Without this consumer the run cannot pass. */
  onEssentialLost(error: HostError): void;
}

export class Audience {
  readonly #deliveries: readonly Delivery[];
  readonly #options: AudienceOptions;
  #full = 0;
  /** The verdict is being told: it is the last event. */
  #over = false;
  /** The time of the latest event, in milliseconds. */
  #time = 0;

  constructor(consumers: readonly Consumer[], options: AudienceOptions) {
    this.#options = options;
    this.#deliveries = consumers.map(
      (consumer) =>
        new Delivery(consumer, {
          patience: options.patience,
          onFull: (full) => this.#onFull(full),
          onLost: (lost, error) => this.#onLost(lost, error),
        }),
    );
  }

  tell(event: BootEvent): void {
    this.#time = event.time;
    for (const delivery of this.#deliveries) delivery.push(event);
  }

  /** The run was cancelled: nobody is waited for as long as usual. */
  hurry(): void {
    for (const delivery of this.#deliveries) delivery.hurry();
  }

  /**
   * Gives the verdict to all, when they have kept everything before it. The recording is first: what the others say has
   * to be true.
   * @returns the verdict as it was told: a run that is not recorded has not passed
   */
  async conclude(judged: Verdict): Promise<Verdict> {
    const { time } = judged;
    await Promise.all(this.#deliveries.map((delivery) => delivery.seal(time)));
    const recorded = this.#afterLosses(judged);
    const essential = this.#deliveries.filter(({ consumer }) => consumer.essential === true);
    await Promise.all(essential.map((delivery) => delivery.conclude(time, recorded)));
    const told = recorded === judged ? this.#afterLosses(judged) : recorded;
    this.#over = true;
    const others = this.#deliveries.filter((delivery) => !essential.includes(delivery));
    await Promise.all(others.map((delivery) => delivery.conclude(time, told)));
    return told;
  }

  /** Closes all. @returns why each of those that were lost was */
  async close(): Promise<HostError[]> {
    await Promise.all(this.#deliveries.map((delivery) => delivery.close()));
    return this.#deliveries.flatMap(({ lost }) => lost ?? []);
  }

  #afterLosses(verdict: Verdict): Verdict {
    const lost = this.#deliveries.find(({ consumer, lost: error }) => consumer.essential && error)?.lost;
    if (lost === undefined || verdict.cause?.title === lost.message) return verdict;
    return spoil(verdict, { kind: 'recording', title: lost.message, hint: lost.hint ?? '' });
  }

  #onFull(full: boolean): void {
    this.#full += full ? 1 : -1;
    if (this.#full === (full ? 1 : 0)) this.#options.onHold(full);
  }

  #onLost(consumer: Consumer, error: HostError): void {
    if (!this.#over) this.tell({ type: 'notice', time: this.#time, message: error.message });
    if (consumer.essential === true) this.#options.onEssentialLost(error);
  }
}
