/** A thing that can be looked up by words. */
export interface Findable {
  /** What it is called, in every language that may be typed. */
  readonly names: readonly string[];
  /** What else leads to it, such as its addresses; a name counts for more. */
  readonly more: readonly string[];
}

/** A findable thing prepared once, so that every key typed only compares. */
export interface Indexed {
  readonly names: readonly string[];
  readonly more: readonly string[];
}

/** How well one word fits: where it stands in the text, best first. */
const ranks = { whole: 6, start: 5, word: 4, inside: 2, moreWord: 1.5, moreInside: 0.5 };

/** Text without case and accents: `Büro` is found by `buro`. */
export function folded(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
}

/** The words of a query; each must be found. */
export function queryWords(query: string): string[] {
  return folded(query)
    .split(/[\s,，、]+/)
    .filter((word) => word !== '');
}

export function indexed({ names, more }: Findable): Indexed {
  return { names: names.map(folded), more: more.map(folded) };
}

/** How well a thing fits all words; undefined when one of them is nowhere. More is better. */
export function fit(words: readonly string[], thing: Indexed): number | undefined {
  let total = 0;
  for (const word of words) {
    const best = Math.max(...thing.names.map((name) => inName(word, name)), 0);
    const rank = best > 0 ? best : Math.max(...thing.more.map((text) => inMore(word, text)), 0);
    if (rank === 0) return undefined;
    total += rank;
  }
  return total;
}

/** The things that fit, best first; equals stay in their order. */
export function bestFits<Thing>(
  query: string,
  things: readonly Thing[],
  indexOf: (thing: Thing) => Indexed,
): Thing[] {
  const words = queryWords(query);
  return things
    .flatMap((thing, order) => {
      const rank = fit(words, indexOf(thing));
      return rank === undefined ? [] : [{ thing, rank, order }];
    })
    .sort((a, b) => b.rank - a.rank || a.order - b.order)
    .map(({ thing }) => thing);
}

function inName(word: string, name: string): number {
  if (name === word) return ranks.whole;
  const at = name.indexOf(word);
  if (at === 0) return ranks.start;
  if (at < 0) return 0;
  return beginsWord(word, name) ? ranks.word : ranks.inside;
}

function inMore(word: string, text: string): number {
  if (!text.includes(word)) return 0;
  return beginsWord(word, text) ? ranks.moreWord : ranks.moreInside;
}

/** Whether the word stands somewhere behind what is no letter or digit, or at the start. */
function beginsWord(word: string, text: string): boolean {
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
    if (at === 0 || !/[\p{L}\p{N}]/u.test(text.charAt(at - 1))) return true;
  }
  return false;
}
