import { addDeviceAt } from '../actions/add-device.ts';
import { unlessUnsaved } from '../actions/files.ts';
import { Text } from '../i18n/text.tsx';
import { openDialog } from '../stores/view-store.ts';
import { Button } from '../ui/Button.tsx';

/** What to do with a lab that has no devices yet. */
export function EmptyCanvas() {
  return (
    <div className="empty-canvas">
      <h2>
        <Text id="ui/empty-title" />
      </h2>
      <p>
        <Text id="ui/empty-about" />
      </p>
      <div className="empty-actions">
        <Button icon="monitor" look="primary" onClick={() => addDeviceAt('vm')}>
          <Text id="ui/empty-vm" />
        </Button>
        <Button icon="nat" onClick={() => addDeviceAt('nat-network')}>
          <Text id="ui/empty-nat" />
        </Button>
        <Button icon="open" onClick={() => unlessUnsaved(() => openDialog({ kind: 'open' }))}>
          <Text id="ui/empty-open" />
        </Button>
      </div>
    </div>
  );
}
