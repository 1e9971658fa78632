import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { describe, expect, it, vi } from 'vitest';
import { sketchDesign } from '../../shared/file/sketch.ts';
import { writeDesign } from '../../shared/file/write.ts';
import { createStage } from './stage.ts';

// Each run of the program takes a second, and some tests need several.
vi.setConfig({ testTimeout: 60_000 });

const { lab, netloom, sketch } = createStage();
const clash = 'vm a 10.0.0.1/24\nvm b 10.0.0.1/24\na -- b';
const warned = 'vm a 10.0.0.1/24\nsubnet 10.0.0.5/24';

describe('netloom check', () => {
  it('takes several files, and counts them together', async () => {
    const files = [await sketch('clash', clash), await sketch('warned', warned)];
    const { code, stdout, stderr } = await netloom(['check', ...files, '--json']);
    expect([code, JSON.parse(stdout).files.map(({ counts }: { counts: unknown }) => counts)]).toEqual([
      1,
      [
        { error: 1, warning: 0, hint: 0 },
        { error: 0, warning: 1, hint: 0 },
      ],
    ]);
    expect(stderr).toContain('2 files: 1 error, 1 warning, 0 hints');
  });

  it('reads standard input for -', async () => {
    const stdin = writeDesign(sketchDesign(clash));
    const { code, stdout } = await netloom(['check', '-', '--json'], { stdin });
    const { file, counts } = JSON.parse(stdout);
    expect([code, file, counts.error]).toEqual([1, '-', 1]);
    expect((await netloom(['check', '-', '-'], { stdin })).code).toBe(2);
  });

  it('ends with 3 for more warnings than allowed, and with 1 where there are errors too', async () => {
    const file = await sketch('warned', warned);
    const codes = await Promise.all(
      [['0'], ['1'], ['0', await sketch('clash', clash)]].map(async ([most, ...more]) => {
        const run = await netloom(['check', file, ...more, '--max-warnings', most ?? '']);
        return run.code;
      }),
    );
    expect(codes).toEqual([3, 0, 1]);
    expect((await netloom(['check', file, '--max-warnings', 'many'])).code).toBe(2);
  });

  it('writes SARIF with the place of each finding', async () => {
    const file = await sketch('clash', clash);
    const { code, stdout } = await netloom(['check', file, '--format', 'sarif']);
    const log = JSON.parse(stdout);
    const [run] = log.runs;
    expect([
      code,
      log.version,
      run.tool.driver.name,
      run.tool.driver.rules.map(({ id }: { id: string }) => id),
    ]).toEqual([1, '2.1.0', 'Netloom', ['no-duplicate-address']]);
    expect(run.results).toEqual([
      {
        ruleId: 'no-duplicate-address',
        ruleIndex: 0,
        level: 'error',
        message: { text: 'a and b both use 10.0.0.1.' },
        locations: [
          {
            physicalLocation: {
              artifactLocation: { uri: `file://${file}` },
              region: { startLine: expect.any(Number), startColumn: expect.any(Number) },
            },
            logicalLocations: [{ fullyQualifiedName: 'interfaces.b.eth0.addresses.0' }],
          },
        ],
        properties: {
          fixes: [
            { label: 'Give b 10.0.0.2', safety: 'choice' },
            { label: 'Give a 10.0.0.2', safety: 'choice' },
          ],
        },
      },
    ]);
  });

  it('writes JUnit XML that an XML reader takes, whatever is in a name', async () => {
    const name = 'b & <c> "d" \u0007\u{1F600}';
    const hostile = writeDesign(sketchDesign(clash)).replace(
      '"name": "b"',
      `"name": ${JSON.stringify(name)}`,
    );
    const file = await lab('hostile', hostile);
    const { stdout } = await netloom(['check', file, '--format', 'junit']);
    expect(XMLValidator.validate(stdout)).toBe(true);
    const parser = new XMLParser({ ignoreAttributes: false, attributeNamePrefix: '' });
    const { testsuites } = parser.parse(stdout);
    expect([testsuites.tests, testsuites.failures]).toEqual(['2', '2']);
    const messages = testsuites.testsuite.testcase.map(
      (one: { failure: { message: string } }) => one.failure.message,
    );
    expect(messages).toContainEqual('a and b & <c> "d" \uFFFD\u{1F600} both use 10.0.0.1.');
    expect((await netloom(['check', await sketch('fine', 'vm a'), '--format', 'junit'])).stdout).toContain(
      'tests="1"',
    );
  });

  it('has no colour where nobody looks', async () => {
    const { stderr } = await netloom(['check', await sketch('clash', clash)]);
    expect(stderr).not.toContain('\u001b');
  });
});
