import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalJson } from '../../../shared/base/json.ts';
import { readDesign } from '../../../shared/file/read.ts';
import { sketchDesign } from '../../../shared/file/sketch.ts';
import { writeDesign } from '../../../shared/file/write.ts';
import { anyDesign } from '../model/designs.ts';

describe('a design written to a file', () => {
  it('reads back as the same design, and is then written with the same bytes', () => {
    fc.assert(
      fc.property(anyDesign, (design) => {
        const text = writeDesign(design);
        const { design: back } = readDesign(text);
        expect(back && canonicalJson(back)).toBe(canonicalJson(design));
        expect(back && writeDesign(back)).toBe(text);
      }),
      { numRuns: 400 },
    );
  });

  it('does not depend on the order of edits', () => {
    const { devices, ...rest } = sketchDesign('vm b\nvm a\na -- b');
    expect(writeDesign({ ...rest, devices: Object.fromEntries(Object.entries(devices).reverse()) })).toBe(
      writeDesign({ ...rest, devices }),
    );
  });

  it('is one row to a line, tables and rows in a fixed order', () => {
    expect(writeDesign(sketchDesign('vm web 192.0.2.1/24\nvm db\nweb -- db\nvlan 10 name=office'))).toBe(`{
  "$schema": "urn:netloom:lab:1",
  "netloom": 1,
  "lab": {"id": "5f0c4f0e-2f0b-4c56-9d4b-7a3f5d1e8a10", "name": "sketch"},
  "vlans": {
    "vlan10": {"id": 10, "name": "office"}
  },
  "devices": {
    "db": {"kind": "vm", "name": "db"},
    "web": {"kind": "vm", "name": "web"}
  },
  "interfaces": {
    "db.eth0": {"device": "db", "name": "eth0"},
    "web.eth0": {"device": "web", "name": "eth0", "addresses": ["192.0.2.1/24"]}
  },
  "links": {
    "link1": {"a": "web.eth0", "b": "db.eth0"}
  }
}
`);
  });
});
