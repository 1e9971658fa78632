// Who may import whom. Run by build/check-layers.ts, which also plants one violation of every rule below.

const sharedOrder =
  'base ip text messages model diagnostics kinds file network rules blueprint plan targets sources contract'.split(
    ' ',
  );
const rendererOrder = 'theme ui i18n host stores actions canvas panels'.split(' ');
const pureModules = ['zod', 'jsonc-parser', 'fast-xml-parser', '@noble/hashes', 'yaml'];

const either = (names) => `(${names.join('|')})`;
const packages = (names) => `(^|/)node_modules/${either(names)}/`;
const anyPackage = ['npm', 'npm-dev', 'npm-optional', 'npm-peer', 'npm-no-pkg', 'npm-unknown'];

const rule = (name, from, to, comment) => ({ name, severity: 'error', from, to, comment });

/** A folder imports itself and the folders to its left. */
function inOrder(root, order, last, exceptions = []) {
  return order.map((folder, index) => {
    const later = [...order.slice(index + 1).map((name) => `${name}/`), ...last];
    return rule(
      `order-${root}-${folder}`,
      { path: `^${root}/${folder}/`, ...(exceptions.length > 0 && { pathNot: exceptions }) },
      { path: `^${root}/${either(later)}` },
      `${folder} comes before these in the order of ${root}`,
    );
  });
}

const product = '^(shared|host|cli|electron|renderer)/';

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    rule('no-cycles', { path: product }, { circular: true }, 'a cycle has no first part to understand'),
    rule(
      'no-unresolved',
      { path: product },
      { couldNotResolve: true, pathNot: '\\?' },
      'a typo or an absent package',
    ),
    rule('nobody-imports-test', { path: product }, { path: '^(test|build)/' }),
    rule('shared-is-lowest', { path: '^shared/' }, { path: '^(host|cli|electron|renderer)/' }),
    rule('shared-has-no-node', { path: '^shared/' }, { dependencyTypes: ['core'] }),
    rule(
      'shared-packages',
      { path: '^shared/' },
      { dependencyTypes: anyPackage, pathNot: packages(pureModules) },
      'only pure packages on the list',
    ),
    ...inOrder('shared', sharedOrder, ['pipeline\\.ts$'], ['^shared/messages/catalogue\\.ts$']),
    rule(
      'rules-apart',
      { path: '^shared/rules/', pathNot: '^shared/rules/(index|run|rule|fixes)\\.ts$' },
      { path: '^shared/rules/', pathNot: '^shared/rules/(rule|fixes)\\.ts$' },
      'rules do not know each other',
    ),
    rule(
      'targets-apart',
      { path: '^shared/targets/([^/]+)/' },
      { path: '^shared/targets/(?:[^/]+/|index\\.ts$)', pathNot: '^shared/targets/$1/' },
      'targets do not know each other',
    ),
    rule('host-knows-no-face', { path: '^host/' }, { path: '^(cli|electron|renderer)/' }),
    rule(
      'host-packages',
      { path: '^host/' },
      { dependencyTypes: anyPackage, pathNot: packages(pureModules) },
    ),
    rule('cli-knows-no-window', { path: '^cli/' }, { path: '^(electron|renderer)/' }),
    rule(
      'cli-packages',
      { path: '^cli/' },
      { dependencyTypes: anyPackage, pathNot: packages([...pureModules, 'commander']) },
    ),
    rule('electron-knows-no-other-face', { path: '^electron/' }, { path: '^(cli|renderer)/' }),
    rule(
      'electron-packages',
      { path: '^electron/' },
      { dependencyTypes: anyPackage, pathNot: packages(['electron']) },
    ),
    rule(
      'preload-is-small',
      { path: '^electron/(preload|channels)\\.ts$' },
      { path: '.', pathNot: '^electron/channels\\.ts$|(^|/)node_modules/electron/' },
      'what runs in the sandbox has nothing with it',
    ),
    rule('renderer-knows-only-shared', { path: '^renderer/' }, { path: '^(host|cli|electron)/' }),
    rule('renderer-has-no-node', { path: '^renderer/' }, { dependencyTypes: ['core'] }),
    ...inOrder('renderer', rendererOrder, ['App\\.tsx$', 'main\\.tsx$']),
    rule('canvas-and-panels-apart', { path: '^renderer/panels/' }, { path: '^renderer/canvas/' }),
    rule('app-before-main', { path: '^renderer/App\\.tsx$' }, { path: '^renderer/main\\.tsx$' }),
    rule(
      'react-flow-in-canvas',
      { path: product, pathNot: '^renderer/canvas/' },
      { path: '(^|/)node_modules/@xyflow/', pathNot: '\\.css$' },
      'the rest of the app does not know what draws the canvas',
    ),
    rule(
      'react-flow-css',
      { path: product, pathNot: '^renderer/(canvas/|main\\.tsx$)' },
      { path: '(^|/)node_modules/@xyflow/.*\\.css$' },
    ),
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    doNotFollow: { path: 'node_modules' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'types', 'default'],
    },
  },
};

// Not an option of dependency-cruiser: what may stand directly in these folders. Not enumerable, so that the
// cruiser's check of its configuration does not stumble over it.
Object.defineProperty(module.exports, 'known', {
  value: {
    shared: [...sharedOrder, 'pipeline.ts'],
    renderer: [...rendererOrder, 'App.tsx', 'main.tsx', 'index.html'],
  },
});
