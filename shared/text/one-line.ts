const directions = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;
const breaks = /[\p{Cc}\u2028\u2029\s]+/gu;

/**
 * A text that somebody else wrote, for a title or a menu: one line without control characters and without marks that turn
 * the direction of what follows, cut with an ellipsis.
 */
export function oneLine(text: string, most = 60): string {
  // What is cut away need not be looked through.
  const plain = text
    .slice(0, most * 8)
    .replace(directions, '')
    .replace(breaks, ' ')
    .trim();
  const signs = Array.from(plain);
  return signs.length <= most ? plain : `${signs.slice(0, most - 1).join('')}…`;
}
