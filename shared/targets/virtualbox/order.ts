import { byText } from '../../base/by-id.ts';
import { message } from '../../messages/message.ts';
import type { Step } from '../../plan/plan.ts';
import type { Operation } from './operation.ts';
import type { Observed } from './state.ts';

/** A step before it is known what it waits for. */
export type Draft = Omit<Step<Operation>, 'after'>;

export function draft(
  action: Draft['action'],
  subject: string,
  operation: Operation,
  fields: Draft['fields'],
): Draft {
  return {
    id: `${action}:${subject}`,
    action,
    subject,
    operation,
    label: message(`target/virtualbox/step/${operation.kind}`, {
      name: subject.slice(subject.indexOf('/') + 1),
    }),
    fields,
    destroys: action === 'delete',
  };
}

/** A draft with the machine name it takes and the one it gives up: names are folders, so they cannot be doubled. */
interface Named {
  readonly step: Draft;
  readonly takes?: string | undefined;
  readonly frees?: string | undefined;
  /** The name it has now, as written. */
  readonly was?: string | undefined;
}

function named(step: Draft, observed: Observed): Named {
  const { operation } = step;
  if (operation.kind === 'create-machine') return { step, takes: operation.machine.name.toLowerCase() };
  if (operation.kind === 'delete-machine') return { step, frees: operation.name.toLowerCase() };
  if (operation.kind !== 'configure-machine' || operation.settings.name === undefined) return { step };
  const before = observed.machines.find(({ uuid }) => uuid === operation.uuid)?.name;
  return { step, takes: operation.settings.name.toLowerCase(), frees: before?.toLowerCase(), was: before };
}

/** Whether machines take each other's names in a ring that this one is part of. */
function isInRing(start: Named, all: readonly Named[]): boolean {
  const seen = new Set<Named>();
  let at: Named | undefined = start;
  while (at?.takes !== undefined && !seen.has(at)) {
    seen.add(at);
    const name: string = at.takes;
    at = all.find(({ frees }) => frees === name);
    if (at === start) return start.takes !== start.frees;
  }
  return false;
}

/** Opens each ring of names: one of its machines first gets a name that nobody wants. */
function withoutRings(drafts: readonly Named[]): Named[] {
  let steps = [...drafts];
  for (const one of drafts) {
    const { operation } = one.step;
    if (operation.kind !== 'configure-machine' || !isInRing(one, steps)) continue;
    const { labId, uuid, device } = operation;
    const name = `${one.was} ${uuid.slice(0, 8)}`.slice(-62);
    const rename: Operation = {
      kind: 'configure-machine',
      labId,
      uuid,
      device,
      name,
      mark: false,
      settings: { name, cards: [] },
    };
    const fields = [{ field: message('target/virtualbox/field/name'), before: one.was, after: name }];
    const aside: Named = { step: draft('update', `machine/${name}`, rename, fields), frees: one.frees };
    // The machine now waits for its own first step, through the name that step gives up.
    steps = steps.flatMap((step) =>
      step === one ? [aside, { step: one.step, takes: one.takes, frees: name.toLowerCase() }] : [step],
    );
  }
  return steps;
}

/** Two machines of one name get different ids, so that every step has one of its own. */
function withOwnIds(drafts: readonly Draft[]): Draft[] {
  const seen = new Map<string, number>();
  return drafts.map((step) => {
    const count = (seen.get(step.id) ?? 0) + 1;
    seen.set(step.id, count);
    return count === 1 ? step : { ...step, id: `${step.id}#${count}` };
  });
}

const isNetwork = ({ subject }: Draft): boolean => !subject.startsWith('machine/');

function uuidOf({ operation }: Draft): string | undefined {
  return operation.kind === 'configure-machine' ? operation.uuid : undefined;
}

/** Networks before the machines that use them, machines gone before their networks, names free before they are taken. */
export function inOrder(drafts: readonly Draft[], observed: Observed): Step<Operation>[] {
  const all = withoutRings(withOwnIds(drafts).map((step) => named(step, observed)));
  const needed = all
    .filter(({ step }) => isNetwork(step) && step.action !== 'delete')
    .map(({ step }) => step.id);
  const machines = all.filter(({ step }) => !isNetwork(step)).map(({ step }) => step.id);
  return all.map(({ step, takes }, index) => {
    if (isNetwork(step)) return { ...step, after: step.action === 'delete' ? machines : [] };
    const freed = all.filter((other) => other.step !== step && takes !== undefined && other.frees === takes);
    const sameMachine = all
      .slice(0, index)
      .filter((other) => uuidOf(step) !== undefined && uuidOf(other.step) === uuidOf(step));
    const names = [...freed, ...sameMachine].map((other) => other.step.id);
    return {
      ...step,
      after: [...new Set([...(step.action === 'delete' ? [] : needed), ...names])].sort(byText),
    };
  });
}
