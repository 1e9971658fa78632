import { Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import { backends } from '../host/drivers/index.ts';
import { labSchema } from '../shared/file/json-schema.ts';
import { locales } from '../shared/messages/locales/index.ts';
import { targets } from '../shared/targets/index.ts';
import { apply, type ApplyOptions } from './commands/apply.ts';
import { check, checkFormats, type CheckOptions } from './commands/check.ts';
import { diff } from './commands/diff.ts';
import { doctor } from './commands/doctor.ts';
import { exportFiles } from './commands/export.ts';
import { fix, type FixOptions } from './commands/fix.ts';
import { fmt, type FmtOptions } from './commands/fmt.ts';
import { plan } from './commands/plan.ts';
import { explain, listRules } from './commands/rules.ts';
import { serve, type ServeOptions } from './commands/serve.ts';
import { start, type StartOptions } from './commands/start.ts';
import { type Context, createContext } from './context.ts';
import { type ExitCode, exitCodes } from './exit-codes.ts';
import { version } from './version.ts';

const program = new Command('netloom')
  .description('Draw a lab network, see at once what is wrong with it, and build it in VirtualBox.')
  .version(version)
  .addOption(
    new Option('--lang <tag>', 'language of the words (default: as the environment says)').choices(
      locales.map(({ tag }) => tag),
    ),
  )
  .exitOverride()
  .configureHelp({ showGlobalOptions: true });

function context(): Context {
  return createContext(program.opts<{ lang?: string }>().lang, backends);
}

function ends(code: Promise<ExitCode>): Promise<void> {
  return code.then((number) => {
    process.exitCode = number;
  });
}

const targetOption = (): Option =>
  new Option('--target <id>', 'what to build it with')
    .choices(targets.map(({ id }) => id))
    .default('virtualbox');
const json = ['--json', 'print the result as JSON on stdout; words go to stderr'] as const;

program
  .command('check <files...>')
  .description('say what is wrong with labs, and how to mend it; - is standard input')
  .addOption(new Option('--format <form>', 'what to print on stdout beside the words').choices(checkFormats))
  .addOption(
    new Option('--max-warnings <number>', 'end with 3 when there are more warnings').argParser((text) => {
      if (/^[0-9]{1,9}$/.test(text)) return Number(text);
      throw new InvalidArgumentError('It is a whole number from 0.');
    }),
  )
  .option(...json)
  .action((files: string[], options: CheckOptions) => ends(check(context(), files, options)));

program
  .command('fix <file>')
  .description('make the repairs that need nobody to choose; says what they are, and saves them when told')
  .addOption(new Option('--write', 'save the file').conflicts('dryRun'))
  .option('--dry-run', 'only say what would change, as without --write')
  .option(...json)
  .action((file: string, options: FixOptions) => ends(fix(context(), file, options)));

program
  .command('fmt <file>')
  .description('print a lab as Netloom writes it')
  .addOption(
    new Option('--check', 'only say whether it is written so; end with 1 when not').conflicts('write'),
  )
  .option('--write', 'rewrite the file')
  .action((file: string, options: FmtOptions) => ends(fmt(context(), file, options)));

program
  .command('diff <a> <b>')
  .description('say which rows two labs differ in; ends with 0, 1 or 2 like diff')
  .option(...json)
  .action((a: string, b: string, options: { json?: boolean }) => ends(diff(context(), [a, b], options)));

program
  .command('plan <file>')
  .description('say what apply would do, as words and exact commands; changes nothing')
  .addOption(targetOption())
  .option('--destroy', 'plan the removal instead')
  .option('--detailed-exitcode', 'end with 2 when there are changes, 0 when there are none')
  .option(...json)
  .action((file: string, options: Parameters<typeof plan>[2]) => ends(plan(context(), file, options)));

program
  .command('apply <file>')
  .description('build the lab on this computer')
  .addOption(targetOption())
  .option('--yes', 'do not ask')
  .option(...json)
  .action((file: string, options: ApplyOptions) => ends(apply(context(), file, 'apply', options)));

program
  .command('destroy <file>')
  .description('remove what apply built for this lab, and nothing else')
  .addOption(targetOption())
  .option('--yes', 'do not ask')
  .option(...json)
  .action((file: string, options: ApplyOptions) => ends(apply(context(), file, 'destroy', options)));

program
  .command('export <file>')
  .description('write the configuration files of a target')
  .addOption(targetOption())
  .requiredOption('--out <folder>', 'where to write them')
  .option(...json)
  .action((file: string, options: Parameters<typeof exportFiles>[2]) =>
    ends(exportFiles(context(), file, options)),
  );

program
  .command('serve [file]')
  .description('open the designer in a browser, served on 127.0.0.1')
  .addOption(
    new Option('--port <number>', 'port to listen on; 0 for any').default(0).argParser((text) => {
      const port = Number(text);
      if (/^[0-9]+$/.test(text) && port <= 65_535) return port;
      throw new InvalidArgumentError('A port is a number from 0 to 65535.');
    }),
  )
  .option('--workspace <folder>', 'the folder whose lab files may be opened and saved')
  .option('--read-only', 'save and apply nothing')
  .option('--no-open', 'only print the address')
  .action((file: string | undefined, options: ServeOptions) => ends(serve(context(), file, options)));

program
  .command('start [file]')
  .description('open the designer in a window of its own, or in a browser where there is no Electron')
  .option('--web', 'in a browser; fetches nothing')
  .action((file: string | undefined, options: StartOptions) => ends(start(context(), file, options)));

program
  .command('rules')
  .description('list the rules that labs are checked by')
  .option(...json)
  .action((options: { json?: boolean }) => ends(Promise.resolve(listRules(context(), options))));

program
  .command('explain <rule>')
  .description('say what a rule is about, by its id or its number in the catalogue')
  .action((name: string) => ends(Promise.resolve(explain(context(), name))));

program
  .command('schema')
  .description('print the JSON Schema of a lab file')
  .action(() => context().printJson(labSchema()));

program
  .command('doctor')
  .description('say what is missing on this computer, and what to do about it')
  .option(...json)
  .action((options: { json?: boolean }) => ends(doctor(context(), options)));

try {
  await program.parseAsync();
} catch (problem) {
  // Commander has said what is wrong; its own exit codes are not ours.
  if (!(problem instanceof CommanderError)) throw problem;
  process.exitCode = problem.exitCode === 0 ? exitCodes.fine : exitCodes.unreadable;
}
