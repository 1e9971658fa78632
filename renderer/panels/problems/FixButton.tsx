import type { Fix } from '../../../shared/diagnostics/diagnostic.ts';
import { applyFix } from '../../actions/fix.ts';
import { useMessage } from '../../i18n/text.tsx';
import { showPreview } from '../../stores/canvas-store.ts';
import { Button } from '../../ui/Button.tsx';

/** Does a fix; while it is pointed at or has the focus the canvas shows what it would change. */
export function FixButton({ fix }: { readonly fix: Fix }) {
  const words = useMessage();
  const label = words(fix.label);
  const show = () => showPreview(fix.change);
  const hide = () => showPreview(undefined);
  return (
    // The button is what acts; this only notices that it is looked at.
    <span className="fix" onPointerEnter={show} onPointerLeave={hide} onFocus={show} onBlur={hide}>
      <Button onClick={() => applyFix(fix, label)}>{label}</Button>
    </span>
  );
}
