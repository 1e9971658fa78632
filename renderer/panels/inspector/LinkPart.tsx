import { useStore } from 'zustand';
import { rowOf } from '../../../shared/base/by-id.ts';
import { removeCable } from '../../actions/cable.ts';
import { useText } from '../../i18n/text.tsx';
import { select } from '../../stores/canvas-store.ts';
import { designStore } from '../../stores/design-store.ts';
import { placeName } from '../../stores/places.ts';
import { Button } from '../../ui/Button.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { FurtherLinkFields } from './FurtherFields.tsx';
import { RowField } from './RowField.tsx';
import { RowFindings } from './RowFindings.tsx';
import { SegmentPart } from './SegmentPart.tsx';

/** One cable: its ends, what it lets through. */
export function LinkPart({ id }: { readonly id: string }) {
  const t = useText();
  const design = useStore(designStore, (state) => state.design);
  const link = rowOf(design.links, id);
  if (!link) return null;
  const ends = [link.a, link.b].map((row) => ({
    row,
    name: placeName(design, { table: 'interfaces', row }),
  }));
  return (
    <>
      <div className="part">
        <h2 className="part-title">
          <Icon name="unplug" size={20} />
          {t('ui/cable')}
        </h2>
        <ul className="ends">
          {ends.map(({ row, name }) => (
            <li key={row}>
              <Button
                look="quiet"
                onClick={() => select({ devices: [rowOf(design.interfaces, row)?.device ?? ''] })}
              >
                {name}
              </Button>
            </li>
          ))}
        </ul>
        <RowField
          table="links"
          row={id}
          field="mtu"
          label={t('ui/mtu-limit')}
          value={link.mtu}
          unit={t('ui/unit-bytes')}
          placeholder={t('ui/none')}
        />
        <FurtherLinkFields id={id} />
        <RowFindings table="links" row={id} except={['mtu']} />
      </div>
      <SegmentPart of={{ devices: new Set(), links: new Set([id]) }} />
      <div className="part">
        <Button
          icon="remove"
          look="quiet"
          onClick={() => {
            removeCable(id);
            select({});
          }}
        >
          {t('ui/remove-cable')}
        </Button>
      </div>
    </>
  );
}
