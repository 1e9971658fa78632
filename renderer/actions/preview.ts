import { groupBy, rowOf } from '../../shared/base/by-id.ts';
import { fieldLabel } from '../../shared/messages/catalogue.ts';
import type { Message } from '../../shared/messages/message.ts';
import type { Change } from '../../shared/model/change.ts';
import type { Design } from '../../shared/model/design.ts';
import { differences, type RowDifference } from '../../shared/model/differences.ts';
import { designStore } from '../stores/design-store.ts';
import { placeName } from '../stores/places.ts';

/** One thing that a fix would change: what of which row, before and after. */
export interface PreviewLine {
  readonly kind: RowDifference['kind'];
  /** The interface, cable or row, as a person calls it. */
  readonly what: string;
  readonly field: Message;
  readonly before: string;
  readonly after: string;
}

/** What a fix would change, by the device where it is shown; under `undefined` what belongs to no device. */
export function previewOf(change: Change): ReadonlyMap<string | undefined, readonly PreviewLine[]> {
  const { design } = designStore.getState();
  const lines = differences(change).flatMap((row) => {
    const device = deviceOf(design, row);
    return row.fields.map(({ field, before, after }) => ({
      device,
      line: {
        kind: row.kind,
        what: whatOf(design, row),
        field: fieldLabel(row.table, field),
        before: told(before),
        after: told(after),
      },
    }));
  });
  const groups = groupBy(lines, ({ device }) => device);
  return new Map([...groups].map(([device, group]) => [device, group.map(({ line }) => line)]));
}

/** The device that a row belongs to; of a cable the one at its first end, of a row that is new the one that it will have. */
function deviceOf(design: Design, { table, row, fields }: RowDifference): string | undefined {
  if (table === 'devices') return row;
  const own = (name: string): string | undefined => {
    const kept: unknown = (rowOf<unknown>(design[table], row) as Record<string, unknown> | undefined)?.[name];
    const value = kept ?? fields.find((one) => one.field === name)?.after;
    return typeof value === 'string' ? value : undefined;
  };
  const end = own('interface') ?? own('a');
  return own('device') ?? (end === undefined ? undefined : rowOf(design.interfaces, end)?.device);
}

function whatOf(design: Design, { table, row }: RowDifference): string {
  if (table === 'devices') return '';
  return rowOf(design.interfaces, row)?.name ?? placeName(design, { table, row });
}

function told(value: unknown): string {
  if (value === undefined) return '';
  if (Array.isArray(value)) return value.join(', ');
  return typeof value === 'object' ? JSON.stringify(value) : String(value as string | number | boolean);
}
