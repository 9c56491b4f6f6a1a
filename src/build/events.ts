/** What happens while a build is made ready, for whoever shows it. */

export type BuildEvent =
  /** A part of the work begins. `expectedMs` is a guess from earlier measurements. */
  | { readonly type: 'stage'; readonly title: string; readonly expectedMs?: number }
  /** `done` of `total` units (`noun`) of the current stage; `total` is a guess until the stage has ended. */
  | {
      readonly type: 'progress';
      readonly done: number;
      readonly total: number;
      readonly noun: string;
      readonly elapsedMs: number;
    }
  /** From now on, this file gets what the tools print. */
  | { readonly type: 'log'; readonly file: string }
  /** Something a reader should know: a damaged entry was thrown away, another process is building this. */
  | { readonly type: 'notice'; readonly text: string };

export type BuildListener = (event: BuildEvent) => void;
