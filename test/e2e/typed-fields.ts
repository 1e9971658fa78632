import type { Locator } from '@playwright/test';
import { fieldLabel, formatMessage } from '../../shared/messages/catalogue.ts';
import { en } from '../../shared/messages/locales/en.ts';
import { message } from '../../shared/messages/message.ts';
import type { Field } from '../../shared/model/field.ts';
import type { fields } from '../../shared/model/fields.ts';
import { everyKind } from './every-kind.ts';

/** Labels of inputs that stand where the words of the field alone would not say enough, or too much. */
const labels: Readonly<Record<string, string>> = {
  'links.mtu': 'ui/mtu-limit',
  'interfaces.connected': 'ui/plugged-in',
  'devices.vlanAware': 'ui/vlan-aware',
  'devices.physical': 'ui/physical',
  'devices.on': 'ui/runs-on',
  'notes.text': 'ui/note-text',
};

export type Value = string | number | boolean | readonly string[];

/** A text to type into a field, the first or the second, and what the file then has. */
function typedFor(name: string, field: Field, second: boolean): { text: string; saved: Value } {
  const end = second ? 2 : 1;
  const as = (text: string, saved: Value = text) => ({ text, saved });
  switch (field.type) {
    case 'whole':
      return as(String(field.least + end), field.least + end);
    case 'flag':
      return as(String(!field.standard), !field.standard);
    case 'choice':
      return as((second ? field.choices.at(-1) : field.choices[0]) ?? '');
    case 'address':
      return as(`10.9.0.${end}`);
    case 'cidr':
      return as(`10.9.0.${end}/24`);
    case 'prefix':
      return as(`10.9.${end}.0/24`);
    case 'mac':
      return as(`08:00:27:AA:BB:0${end}`, `08:00:27:aa:bb:0${end}`);
    case 'vlan-set':
      return as(`10,2${end}`);
    case 'ports':
      return as(`808${end}`, 8080 + end);
    case 'references': {
      const ids = Object.keys(everyKind[field.to]).slice(0, end);
      return as(ids.join(', '), ids);
    }
    case 'list': {
      const one = {
        text: 'new',
        address: '10.9.0.1',
        cidr: '10.9.0.1/24',
        pool: '10.9.0.1-10.9.0.9',
        option: '66=10.9.0.1',
        priority: '10=4096',
      };
      const all = second ? [one[field.of], one[field.of].replace('10', '11')] : [one[field.of]];
      return as(all.join(', '), all);
    }
    default:
      return as(`${name} ${end}`);
  }
}

/** Types into an input, chooses or ticks, as it wants; of rows that it offers the last one. Gives what the file then has. */
export async function setInput(input: Locator, name: string, field: Field, second: boolean): Promise<Value> {
  const { text, saved } = typedFor(name, field, second);
  const kind = await input.evaluate((one) => (one instanceof HTMLInputElement ? one.type : one.tagName));
  if (kind === 'checkbox') {
    await input.setChecked(text === 'true');
    return saved;
  }
  if (kind === 'SELECT') {
    const ids = await input
      .locator('option')
      .evaluateAll((all) => all.map((one) => (one as HTMLOptionElement).value));
    const chosen = field.type === 'reference' ? (ids.filter(Boolean).at(-1) ?? '') : text;
    await input.selectOption(chosen);
    return field.type === 'reference' ? chosen : saved;
  }
  await input.fill(text);
  await input.blur();
  return saved;
}

/** The input of a field, by its label. */
export function inputOf(scope: Locator, table: keyof typeof fields, name: string): Locator {
  const label = labels[`${table}.${name}`];
  const words = formatMessage(label === undefined ? fieldLabel(table, name) : message(label), en);
  return scope.getByLabel(words, { exact: true });
}
