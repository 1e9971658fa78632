/** The name of a lab as its text has it, without reading the rest; empty where there is none. */
export function labNameOf(text: string): string {
  try {
    const { lab } = JSON.parse(text) as { lab?: { name?: unknown } };
    return typeof lab?.name === 'string' ? lab.name : '';
  } catch {
    return '';
  }
}
