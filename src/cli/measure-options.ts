/** Choices of `tdx-boot measure`, apart from what makes them: the command line loads these, and nothing else of it. */

/** Forms in which predicted values can be printed. */
export const FORMATS = ['tdx-measure', 'dstack', 'constellation', 'in-toto', 'cyclonedx', 'corim'] as const;
export type Format = (typeof FORMATS)[number];
