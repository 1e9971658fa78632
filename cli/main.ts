import { Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import { backends } from '../host/drivers/index.ts';
import { locales } from '../shared/messages/locales/index.ts';
import { targets } from '../shared/targets/index.ts';
import { apply, type ApplyOptions } from './commands/apply.ts';
import { check } from './commands/check.ts';
import { exportFiles } from './commands/export.ts';
import { plan } from './commands/plan.ts';
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
  .command('check <file>')
  .description('say what is wrong with a lab, and how to mend it')
  .option(...json)
  .action((file: string, options: { json?: boolean }) => ends(check(context(), file, options)));

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

try {
  await program.parseAsync();
} catch (problem) {
  // Commander has said what is wrong; its own exit codes are not ours.
  if (!(problem instanceof CommanderError)) throw problem;
  process.exitCode = problem.exitCode === 0 ? exitCodes.fine : exitCodes.unreadable;
}
