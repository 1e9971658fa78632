import { expect, it } from 'vitest';
import { sketchDesign } from '../../../shared/file/sketch.ts';
import { createAnalyser } from '../../../shared/pipeline.ts';

function fixesFor(sketch: string): unknown[] {
  const { diagnostics } = createAnalyser()(sketchDesign(sketch));
  return diagnostics.flatMap(({ fixes }) => fixes.map(({ label }) => label.values));
}

it('the next free address is none that DHCP hands out or keeps', () => {
  const clash =
    'vm a 10.0.0.9/24\nvm b 10.0.0.9/24\nrouter r 10.0.0.1/24\nswitch sw\na -- sw\nb -- sw\nr -- sw\n';
  const served =
    'subnet 10.0.0.0/24 gateway=10.0.0.1 dhcpServer=r dhcpPools=10.0.0.2-10.0.0.5\nreserve net1 10.0.0.6 mac=08:00:27:00:00:01';
  expect(fixesFor(clash + served)[0]).toEqual({ who: 'b', free: '10.0.0.7' });
});

it('a second safe repair of one route comes after the first', () => {
  const { diagnostics } = createAnalyser()(
    sketchDesign('router r 10.0.0.2/24\nrouter q 10.0.0.1/24\nr -- q\nroute r default via=10.0.0.1/24'),
  );
  const safe = diagnostics.map(({ code, fixes }) => [code, fixes.map(({ safety }) => safety)]);
  expect(safe).toEqual([
    ['route-well-formed', ['choice', 'choice']],
    ['route-well-formed', ['safe']],
  ]);
});
