import type { ReactNode } from 'react';

export type SeverityName = 'error' | 'warning' | 'hint';

const shapes: Readonly<Record<SeverityName, ReactNode>> = {
  error: <circle cx="6" cy="6" r="5" />,
  warning: <path d="M6 0.8 11.6 11H0.4Z" />,
  hint: <path d="M6 0.5 11.5 6 6 11.5 0.5 6Z" />,
};

/** A severity as a shape, so that colour does not speak alone; `name` says it in words. */
export function SeverityMark({ severity, name }: { readonly severity: SeverityName; readonly name: string }) {
  return (
    <svg className={`severity severity-${severity}`} viewBox="0 0 12 12" role="img" aria-label={name}>
      {shapes[severity]}
    </svg>
  );
}
