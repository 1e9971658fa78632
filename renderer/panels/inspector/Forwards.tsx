import { type FormEvent, useState } from 'react';
import { useStore } from 'zustand';
import { sortedRows } from '../../../shared/base/by-id.ts';
import type { NatRule } from '../../../shared/model/topology.ts';
import { addForward, changeField, removeRows } from '../../actions/edit-rows.ts';
import { useMessage, useText } from '../../i18n/text.tsx';
import { designStore } from '../../stores/design-store.ts';
import { Button, IconButton } from '../../ui/Button.tsx';
import { SelectField } from '../../ui/Field.tsx';
import { RowField } from './RowField.tsx';
import { RowFindings } from './RowFindings.tsx';

const protocols = [
  { value: 'tcp', label: 'TCP' },
  { value: 'udp', label: 'UDP' },
];
const ownFields = ['listenAddress', 'listenPort', 'insideAddress', 'insidePort'];

/** Ports of this computer that lead to machines behind the NAT. */
export function Forwards({ device }: { readonly device: string }) {
  const t = useText();
  const nat = useStore(designStore, (state) => state.design.nat);
  const rules = sortedRows(nat).filter(([, rule]) => rule.device === device && rule.kind === 'port-forward');
  return (
    <div className="part">
      <h3>{t('ui/forwards')}</h3>
      {rules.length === 0 && <p className="muted">{t('ui/no-forwards')}</p>}
      {rules.map(([id, rule]) => (
        <ForwardCard key={id} id={id} rule={rule} />
      ))}
      <NewForward device={device} />
    </div>
  );
}

function ForwardCard({ id, rule }: { readonly id: string; readonly rule: NatRule }) {
  const t = useText();
  const field = { table: 'nat', row: id } as const;
  return (
    <div className="card">
      <div className="card-head">
        <SelectField
          bare
          label={t('ui/protocol')}
          value={rule.protocol ?? 'tcp'}
          choices={protocols}
          onChange={(text) => void changeField({ ...field, field: 'protocol', text })}
        />
        <IconButton
          icon="remove"
          name={t('ui/remove-forward', { port: String(rule.listenPort ?? '') })}
          onClick={() => removeRows([{ table: 'nat', row: id }])}
        />
      </div>
      <div className="card-pair">
        <RowField
          {...field}
          field="listenAddress"
          label={t('ui/listen-address')}
          value={rule.listenAddress}
          placeholder={t('ui/every-address')}
          mono
        />
        <RowField {...field} field="listenPort" label={t('ui/listen-port')} value={rule.listenPort} mono />
      </div>
      <div className="card-pair">
        <RowField
          {...field}
          field="insideAddress"
          label={t('ui/inside-address')}
          value={rule.insideAddress}
          mono
        />
        <RowField {...field} field="insidePort" label={t('ui/inside-port')} value={rule.insidePort} mono />
      </div>
      <RowFindings table="nat" row={id} except={ownFields} />
    </div>
  );
}

function NewForward({ device }: { readonly device: string }) {
  const t = useText();
  const words = useMessage();
  const [open, setOpen] = useState(false);
  const [problem, setProblem] = useState<string | undefined>();
  if (!open) {
    return (
      <Button icon="add" look="quiet" onClick={() => setOpen(true)}>
        {t('ui/add-forward')}
      </Button>
    );
  }
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const text = (name: string) => {
      const entry = form.get(name);
      return typeof entry === 'string' ? entry : '';
    };
    const refused = addForward({
      device,
      protocol: text('protocol') === 'udp' ? 'udp' : 'tcp',
      listenAddress: text('listenAddress'),
      listenPort: text('listenPort'),
      insideAddress: text('insideAddress'),
      insidePort: text('insidePort'),
    });
    setProblem(refused && words(refused));
    if (!refused) setOpen(false);
  };
  return (
    <form className="card" onSubmit={submit}>
      <label className="field">
        <span className="field-label">{t('ui/protocol')}</span>
        <span className="field-box">
          <select name="protocol">
            {protocols.map(({ value, label }) => (
              <option key={value} value={value}>
                {label}
              </option>
            ))}
          </select>
        </span>
      </label>
      <div className="card-pair">
        <Plain name="listenAddress" label={t('ui/listen-address')} start="127.0.0.1" />
        <Plain name="listenPort" label={t('ui/listen-port')} start="" />
      </div>
      <div className="card-pair">
        <Plain name="insideAddress" label={t('ui/inside-address')} start="" />
        <Plain name="insidePort" label={t('ui/inside-port')} start="" />
      </div>
      {problem && (
        <p className="field-problem" role="alert">
          {problem}
        </p>
      )}
      <div className="card-buttons">
        <button type="submit" className="button button-primary">
          {t('ui/add-forward')}
        </button>
        <Button look="quiet" onClick={() => setOpen(false)}>
          {t('ui/cancel')}
        </Button>
      </div>
    </form>
  );
}

function Plain({
  name,
  label,
  start,
}: {
  readonly name: string;
  readonly label: string;
  readonly start: string;
}) {
  return (
    <label className="field">
      <span className="field-label">{label}</span>
      <span className="field-box">
        <input
          type="text"
          name={name}
          className="mono"
          defaultValue={start}
          spellCheck={false}
          autoComplete="off"
        />
      </span>
    </label>
  );
}
