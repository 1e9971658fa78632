/** English for the commands that look at labs and rules; keys are `cli/<id>`. The host's own words are in host.en.ts. */
export const cliWords = {
  'cli/many-problems':
    '{files|file|files}: {error|error|errors}, {warning|warning|warnings}, {hint|hint|hints}',
  'cli/too-many-warnings': '{count|warning|warnings}, and --max-warnings allows {most}.',
  'cli/stdin-once': 'Only one file can be - (standard input).',

  'cli/fixed': 'fixed: {label}',
  'cli/fix-nothing': '{file}: there is nothing to fix without asking.',
  'cli/fix-would': '{file}: would fix {count|problem|problems}. Run again with --write to save it.',
  'cli/fix-done': '{file}: fixed {count|problem|problems}.',
  'cli/fix-left': 'Left for you: {error|error|errors}, {warning|warning|warnings}, {hint|hint|hints}.',
  'cli/changed-meanwhile':
    '{file} was changed by another program meanwhile. Nothing was written; run the command again.',
  'cli/no-stdin-write': 'Standard input cannot be written. Name a file, or leave --write out.',
  'cli/unreadable-file': '{file} cannot be read as a lab, so nothing was done.',

  'cli/fmt-fine': '{file} is written as Netloom writes it.',
  'cli/fmt-differs': '{file} is not written as Netloom writes it. Run: netloom fmt --write {file}',
  'cli/fmt-done': '{file} was rewritten; its content is the same.',

  'cli/diff-same': 'The two labs are the same.',
  'cli/diff-counts': '{added|row|rows} added, {removed|row|rows} removed, {changed|row|rows} changed.',

  'cli/rules-count': '{count|rule|rules}. `netloom explain <rule>` says more about one.',
  'cli/rule-unknown': 'There is no rule {name}. `netloom rules` lists them all.',
  'cli/rule-what': 'What',
  'cli/rule-why': 'Why',
  'cli/rule-source': 'Source',
  'cli/rule-says': 'Says',
  'cli/rule-good': 'Content with',
  'cli/rule-bad': 'Objects to',

  'cli/severity/error': 'error',
  'cli/severity/warning': 'warning',
  'cli/severity/hint': 'hint',

  'cli/doctor/node': 'Node.js {version}',
  'cli/doctor/node-old': 'Node.js {version} is too old: install {least} or later.',
  'cli/doctor/target': '{target} {version} at {path}',
  'cli/doctor/electron': 'Electron at {path}',
  'cli/doctor/no-electron':
    'No Electron here: the designer opens in the browser. `netloom start` fetches it where the network allows.',
  'cli/doctor/state': 'Settings and records are kept in {folder}',
  'cli/doctor/no-state':
    'The folder {folder} cannot be written ({reason}). Give it back its rights, or name another one in NETLOOM_STATE.',
  'cli/doctor/workspace': '{count|lab file|lab files} in {folder}',
  'cli/doctor/no-workspace': 'No lab file in {folder}. `netloom start` opens the samples.',
  'cli/doctor/fine': 'All is there.',
  'cli/doctor/not-fine': 'Something that is needed is not there; what to do is said above.',
} as const;
