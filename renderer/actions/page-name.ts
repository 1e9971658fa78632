/** Names this page, for as long as it is shown. */
export const thisPage: string = crypto.randomUUID();

const key = 'netloom-pages';
const lockOf = (page: string): string => `netloom-page-${page}`;

/** The pages that were in this tab before this one. One that is still shown elsewhere is none: a tab can be duplicated. */
export async function pagesBefore(): Promise<string[]> {
  const before = remembered();
  sessionStorage.setItem(key, [...before, thisPage].slice(-20).join(' '));
  // Held until the page is gone.
  void navigator.locks.request(lockOf(thisPage), () => new Promise(() => undefined));
  const { held = [] } = await navigator.locks.query();
  return before.filter((page) => held.every(({ name }) => name !== lockOf(page)));
}

function remembered(): string[] {
  return (sessionStorage.getItem(key) ?? '').split(' ').filter((page) => page !== '');
}
