import type { ReactNode } from 'react';
import { SeverityMark, type SeverityName } from './Severity.tsx';

interface FindingProps {
  readonly severity: SeverityName;
  readonly severityName: string;
  readonly text: string;
  readonly hint?: string | undefined;
  /** Buttons that mend it. */
  readonly children?: ReactNode;
}

/** One thing that is wrong, under the field it is about. */
export function Finding({ severity, severityName, text, hint, children }: FindingProps) {
  return (
    <div className={`finding finding-${severity}`}>
      <SeverityMark severity={severity} name={severityName} />
      <div className="finding-text">
        <p>{text}</p>
        {hint && <p className="muted">{hint}</p>}
        {children}
      </div>
    </div>
  );
}
