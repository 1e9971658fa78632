import { useStore } from 'zustand';
import { addressSegments } from '../../../shared/network/address-segments.ts';
import type { Segment } from '../../../shared/network/network.ts';
import { giveAddresses, segmentsOf } from '../../actions/address.ts';
import { useMessage, useText } from '../../i18n/text.tsx';
import { analysisStore } from '../../stores/analysis-store.ts';
import type { Selection } from '../../stores/canvas-store.ts';
import { designStore } from '../../stores/design-store.ts';
import { Button } from '../../ui/Button.tsx';

/** As many as are shown: a switch can have a segment for each of its VLANs. */
const most = 6;

/** The broadcast domains that a device or a cable is part of, and who has an address there. */
export function SegmentPart({ of }: { readonly of: Pick<Selection, 'devices' | 'links'> }) {
  const t = useText();
  const design = useStore(designStore, (state) => state.design);
  const network = useStore(analysisStore, (state) => state.network);
  const segments = segmentsOf(design, network, of).filter(
    // An interface without a cable is a segment by itself, of which there is nothing to say.
    ({ interfaces, bridges }) => interfaces.length > 1 || bridges.length > 0,
  );
  if (segments.length === 0) return null;
  return (
    <div className="part">
      <h3>{segments.length === 1 ? t('ui/segment') : t('ui/segment-count', { count: segments.length })}</h3>
      {segments.slice(0, most).map((segment) => (
        <SegmentCard key={segment.id} segment={segment} />
      ))}
      {segments.length > most && (
        <p className="muted">{t('ui/segments-more', { count: segments.length - most })}</p>
      )}
    </div>
  );
}

function SegmentCard({ segment }: { readonly segment: Segment }) {
  const t = useText();
  const words = useMessage();
  const design = useStore(designStore, (state) => state.design);
  const network = useStore(analysisStore, (state) => state.network);
  const prefixes = segment.subnets.map(({ row }) => row.prefix).join(', ');
  const total = segment.interfaces.length;
  const addressed = segment.interfaces.filter(({ row }) => (row.addresses ?? []).length > 0).length;
  const planned = addressSegments(design, { network, segments: [segment] });
  const why = planned.ok ? undefined : words(planned.problem);
  return (
    <div className="card">
      <p>
        <span className={prefixes === '' ? 'muted' : 'mono'}>
          {prefixes === '' ? t('ui/segment-no-subnet') : prefixes}
        </span>
        {' · '}
        {t('ui/segment-addressed', { addressed, total })}
      </p>
      <div className="card-buttons">
        <Button icon="address" blocked={why} onClick={() => giveAddresses([segment])}>
          {t('command/address-segment')}
        </Button>
      </div>
    </div>
  );
}
