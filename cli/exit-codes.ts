/** What a command ends with; scripts rely on these numbers. */
export const exitCodes = {
  fine: 0,
  /** Findings of error severity, or a failed plan; for `diff`: the labs differ, for `fmt --check`: so would the text. */
  problems: 1,
  /** Wrong use, or a file that cannot be read. */
  unreadable: 2,
  /** For `plan --detailed-exitcode`: there are changes. */
  changes: 2,
  /** No error, and more warnings than --max-warnings allows. */
  tooManyWarnings: 3,
  environmentMissing: 4,
  failedPartWay: 6,
  interrupted: 130,
} as const;

export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];
