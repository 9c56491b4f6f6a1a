/** The options of `tdx-boot report`, apart from its code, which loads when it runs. */

export const FORMATS = ['html', 'junit', 'ktap', 'markdown'] as const;
export type Format = (typeof FORMATS)[number];

export interface ReportOptions {
  readonly format: Format;
  /** Absent: report.html beside the recordings, other formats on standard output. */
  readonly output?: string;
  /** A recording or a result.json to compare durations with. */
  readonly baseline?: string;
  /** A history: how long earlier runs of the scenarios took. */
  readonly history?: string;
}
