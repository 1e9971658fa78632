import type { Design } from '../../../../shared/model/design.ts';
import type { Field } from '../../../../shared/model/field.ts';

/** What a person may type into a field: texts that it takes, texts that it refuses, and nothing. */
export function typedFor(design: Design, field: Field): readonly string[] {
  const bad = ['', ' ', 'nonsense', '-1', '99999999999', 'constructor', '__proto__'];
  switch (field.type) {
    case 'whole':
      return [String(field.least), String(field.most), String(field.most + 1), '1', ...bad];
    case 'pixels':
      return ['-20', '17', '1.5', ...bad];
    case 'flag':
      return ['true', 'false', 'yes', ''];
    case 'choice':
      return [...field.choices, ...bad];
    case 'reference':
    case 'references': {
      const ids = Object.keys(design[field.to]);
      return [...ids, ids.slice(0, 2).join(', '), ...bad];
    }
    case 'address':
      return ['10.0.10.7', '2001:db8::7', '10.0.10.300', ...bad];
    case 'cidr':
    case 'prefix':
      return ['10.0.10.0/24', '0.0.0.0/0', '2001:db8::/64', '10.0.10.7', ...bad];
    case 'mac':
      return ['08:00:27:12:34:56', '0800.2712.3456', ...bad];
    case 'ports':
      return ['80', '8000-8080', '0', ...bad];
    case 'vlan-set':
      return ['all', '10,20,100-110', ...bad];
    case 'list':
      return ['10.0.10.7, 10.0.10.8', '10.0.10.100-10.0.10.199', '66=10.0.10.5', '10=4096', ...bad];
    default:
      return ['dmz', '网络', '10.0.10.7', ...bad];
  }
}
