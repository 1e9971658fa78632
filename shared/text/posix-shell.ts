/**
 * A text as one word of a POSIX shell (XCU 2.2.2, single quotes): nothing in it is expanded, newlines stay.
 * A NUL cannot be in an argument of any program; it is left out.
 */
export function shellWord(text: string): string {
  const clean = text.replaceAll('\0', '');
  return /^[A-Za-z0-9_./:=@%+,-]+$/.test(clean) ? clean : `'${clean.replaceAll("'", `'\\''`)}'`;
}

/** A command line of quoted words. */
export function shellCommand(words: readonly string[]): string {
  return words.map(shellWord).join(' ');
}
