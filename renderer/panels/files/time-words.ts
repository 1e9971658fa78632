/** A moment as a short text in the page's language: only the time for today. */
export function timeWords(ms: number): string {
  const today = new Date(ms).toDateString() === new Date().toDateString();
  return new Intl.DateTimeFormat(document.documentElement.lang, {
    ...(!today && { dateStyle: 'medium' }),
    timeStyle: 'short',
  }).format(ms);
}
