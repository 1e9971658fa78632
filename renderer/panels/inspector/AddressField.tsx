import { useStore } from 'zustand';
import type { Interface } from '../../../shared/model/topology.ts';
import { suggestedAddress, typeAddresses } from '../../actions/address.ts';
import { useMessage, useText } from '../../i18n/text.tsx';
import { analysisStore } from '../../stores/analysis-store.ts';
import { designStore } from '../../stores/design-store.ts';
import { IconButton } from '../../ui/Button.tsx';
import { TextField } from '../../ui/Field.tsx';
import { RowFindings, useWorst } from './RowFindings.tsx';

interface AddressFieldProps {
  readonly id: string;
  readonly row: Interface;
}

/** The addresses of an interface; where there are none, the next free one of its subnet is a press away. */
export function AddressField({ id, row }: AddressFieldProps) {
  const t = useText();
  const words = useMessage();
  const worst = useWorst('interfaces', id, 'addresses');
  const network = useStore(analysisStore, (state) => state.network);
  const free = useStore(designStore, ({ design }) => suggestedAddress(design, network, id));
  const commit = (text: string) => {
    const problem = typeAddresses(id, text);
    return problem && words(problem);
  };
  return (
    <TextField
      label={t('ui/addresses')}
      value={(row.addresses ?? []).join(', ')}
      placeholder={free === undefined ? '10.0.10.11/24' : t('ui/next-free', { free })}
      mono
      worst={worst}
      onCommit={commit}
      button={
        free !== undefined && (
          <IconButton icon="address" name={t('ui/use-free', { free })} onClick={() => void commit(free)} />
        )
      }
    >
      <RowFindings table="interfaces" row={id} field="addresses" />
    </TextField>
  );
}
