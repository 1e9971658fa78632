/** What a command ends with; scripts rely on these numbers. */
export const exitCodes = {
  fine: 0,
  /** Findings of error severity, or a failed plan. */
  problems: 1,
  /** Wrong use, or a file that cannot be read. */
  unreadable: 2,
  /** For `plan --detailed-exitcode`: there are changes. */
  changes: 2,
  environmentMissing: 4,
  failedPartWay: 6,
  interrupted: 130,
} as const;

export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];
