import { sketchDesign } from '../../shared/file/sketch.ts';
import { type Message, message } from '../../shared/messages/message.ts';
import { derive } from '../../shared/network/derive.ts';
import { rules } from '../../shared/rules/index.ts';
import type { Rule } from '../../shared/rules/rule.ts';
import { rulesNamed, runRules } from '../../shared/rules/run.ts';
import type { Context } from '../context.ts';
import { type ExitCode, exitCodes } from '../exit-codes.ts';

/** Lists the rules. */
export function listRules(context: Context, options: { readonly json?: boolean }): ExitCode {
  if (options.json) {
    context.printJson(
      rules.map(({ id, pack, severity, catalogue, summary }) => ({ id, pack, severity, catalogue, summary })),
    );
    return exitCodes.fine;
  }
  const width = Math.max(...rules.map(({ id }) => id.length));
  for (const { id, severity, catalogue, summary } of rules) {
    const level = context.speaker.words(message(`cli/severity/${severity}`));
    context.print(`${id.padEnd(width)}  ${level.padEnd(7)}  ${catalogue.join(' ').padEnd(16)}  ${summary}\n`);
  }
  context.speaker.say('cli/rules-count', { count: rules.length });
  return exitCodes.fine;
}

/** Says what a rule is about; a number of the catalogue may name several. */
export function explain(context: Context, name: string): ExitCode {
  const ids = rulesNamed(rules, name.trim());
  if (ids.length === 0) {
    context.speaker.say('cli/rule-unknown', { name });
    return exitCodes.unreadable;
  }
  for (const rule of rules.filter(({ id }) => ids.includes(id))) {
    const word = (id: string): string => context.speaker.words(message(`cli/${id}`));
    const lines = [
      `${rule.id} (${rule.pack}, ${word(`severity/${rule.severity}`)}, ${rule.catalogue.join(' ')})`,
      '',
      `${word('rule-what')}: ${rule.summary}`,
      `${word('rule-why')}: ${rule.why}`,
      ...(rule.source === undefined ? [] : [`${word('rule-source')}: ${rule.source}`]),
      '',
      ...section(word('rule-good'), rule.examples.good.slice(0, 2)),
      ...rule.examples.bad
        .slice(0, 2)
        .flatMap(({ lab }) => [
          ...section(word('rule-bad'), [lab]),
          ...saidOf(rule, lab).map((one) => `    → ${context.speaker.words(one)}`),
          '',
        ]),
    ];
    context.print(`${lines.join('\n')}\n`);
  }
  return exitCodes.fine;
}

/** What a rule says of a lab. */
function saidOf(rule: Rule, lab: string): Message[] {
  const design = sketchDesign(lab);
  const found = runRules([rule], { topology: design, network: derive(design), design });
  return found.map((one) => one.message);
}

function section(title: string, labs: readonly string[]): string[] {
  return labs.flatMap((lab) => [`${title}:`, ...lab.split('\n').map((line) => `    ${line}`), '']);
}
