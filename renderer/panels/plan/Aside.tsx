import type { PlanView } from '../../../shared/contract/shapes.ts';
import { isElsewhere } from '../../../shared/plan/empty.ts';
import { type UiId, useText } from '../../i18n/text.tsx';

const reasons: Readonly<Record<string, UiId>> = {
  physical: 'ui/left-out-physical',
  'other-host': 'ui/left-out-other-host',
  'no-host': 'ui/left-out-no-host',
  host: 'ui/left-out-host',
  internet: 'ui/left-out-internet',
  'unknown-kind': 'ui/left-out-unknown-kind',
};

/** What the plan does not touch and what it leaves out, and with which program it would be done. */
export function Aside({ plan }: { readonly plan: PlanView }) {
  const t = useText();
  const { machines, networks } = plan.untouched;
  return (
    <div className="plan-aside">
      <p>
        {machines.length + networks.length === 0
          ? t('ui/untouched-none')
          : t('ui/untouched', {
              machines: t('ui/machine-count', { count: machines.length }),
              networks: t('ui/network-count', { count: networks.length }),
            })}
        {machines.length + networks.length > 0 && (
          <span className="muted"> {[...machines, ...networks].join(', ')}</span>
        )}
      </p>
      {plan.leftOut.length > 0 && (
        <details open={plan.leftOut.some(isElsewhere)}>
          <summary>{t('ui/left-out', { count: plan.leftOut.length })}</summary>
          <ul>
            {plan.leftOut.map(({ device, name, reason, host = '' }) => (
              <li key={device}>
                <strong>{name}</strong>{' '}
                <span className="muted">{t(reasons[reason] ?? 'ui/left-out-unknown-kind', { host })}</span>
              </li>
            ))}
          </ul>
        </details>
      )}
      <p className="muted">{t('ui/program', { version: plan.program.version, path: plan.program.path })}</p>
    </div>
  );
}
