/** The text of a lab with many machines on switches of a hundred ports, in rows. */
export function largeLab(machines: number): string {
  const perSwitch = 100;
  const devices: Record<string, unknown> = {};
  const interfaces: Record<string, unknown> = {};
  const links: Record<string, unknown> = {};
  const positions: Record<string, unknown> = {};
  for (let number = 0; number < machines; number++) {
    const [id, bar] = [`vm${number + 1}`, `sw${Math.floor(number / perSwitch) + 1}`];
    const at = { x: (number % 25) * 190, y: Math.floor(number / 25) * 90 };
    if (!Object.hasOwn(devices, bar)) {
      devices[bar] = { kind: 'switch', name: bar };
      positions[bar] = { x: -2000, y: at.y };
    }
    devices[id] = { kind: 'vm', name: id, memoryMiB: 512 };
    positions[id] = at;
    const address = `10.${20 + Math.floor(number / perSwitch)}.0.${10 + (number % perSwitch)}/24`;
    interfaces[`${id}.eth0`] = { device: id, name: 'eth0', addresses: [address] };
    const port = `p${(number % perSwitch) + 1}`;
    interfaces[`${bar}.${port}`] = { device: bar, name: port };
    links[`link${number + 1}`] = { a: `${id}.eth0`, b: `${bar}.${port}` };
  }
  const lab = { id: '2f7c2a52-5a7e-4a43-9d0c-7f6b0e2c9a11', name: 'large' };
  return JSON.stringify({ netloom: 1, lab, devices, interfaces, links, positions });
}
