import { z } from 'zod';

export const messageShape = z.object({
  id: z.string(),
  values: z.record(z.string(), z.union([z.string(), z.number()])),
});

export const diagnosticShape = z.object({
  code: z.string(),
  severity: z.enum(['error', 'warning', 'hint']),
  message: messageShape,
  hint: messageShape.optional(),
  at: z.object({ table: z.string(), row: z.string(), field: z.string().optional() }),
  position: z.object({ line: z.number(), column: z.number() }).optional(),
});
export type DiagnosticView = z.infer<typeof diagnosticShape>;

/** Words, or a text that is the same in every language. */
const fieldTextShape = z.union([z.string(), messageShape]);

export const stepShape = z.object({
  id: z.string(),
  action: z.enum(['create', 'update', 'replace', 'delete', 'start', 'stop']),
  subject: z.string(),
  label: messageShape,
  /** Why, where that is not plain from the drawing. */
  reason: messageShape.optional(),
  fields: z.array(
    z.object({ field: messageShape, before: fieldTextShape.optional(), after: fieldTextShape.optional() }),
  ),
  destroys: z.boolean(),
  /** Each as one line of shell text, quoted, to copy. */
  commands: z.array(z.string()),
});
export type StepView = z.infer<typeof stepShape>;

export const planShape = z.object({
  plan: z.string(),
  purpose: z.enum(['apply', 'destroy']),
  target: z.string(),
  program: z.object({ version: z.string(), path: z.string() }),
  steps: z.array(stepShape),
  untouched: z.object({ machines: z.array(z.string()), networks: z.array(z.string()) }),
  leftOut: z.array(
    z.object({ device: z.string(), name: z.string(), reason: z.string(), host: z.string().optional() }),
  ),
  /** What it means where there are no steps. */
  empty: z.enum(['same', 'left-out', 'nothing']),
  /** What stands in the way; with an error among them the plan cannot be applied. */
  obstacles: z.array(diagnosticShape),
});
export type PlanView = z.infer<typeof planShape>;

export const stepStateShape = z.object({
  kind: z.enum(['waiting', 'running', 'done', 'failed', 'skipped']),
  diagnostic: diagnosticShape.optional(),
  because: z.enum(['cancelled', 'needs-failed']).optional(),
});
export type StepStateView = z.infer<typeof stepStateShape>;

export const settingsShape = z.object({
  theme: z.enum(['system', 'light', 'dark']),
  /** A locale tag of shared/messages/locales, or `system`. */
  language: z.string(),
  /** Which panels are seen, and whether things snap to the grid while they are moved. */
  palette: z.boolean().default(true),
  inspector: z.boolean().default(true),
  minimap: z.boolean().default(true),
  snap: z.boolean().default(true),
});
export type Settings = z.infer<typeof settingsShape>;

/** A page names itself, so that two tabs of one session do not write over each other's draft. */
export const pageId = z.string().regex(/^[0-9a-f-]{8,40}$/);

/** Work that was not saved when its program ended. */
export const draftShape = z.object({
  draft: z.string(),
  lab: z.string(),
  writtenMs: z.number(),
  /** The file it belongs to as this session may name it; absent for a lab never saved, and for a file out of reach. */
  file: z.string().optional(),
  /** Where that file is, to read. */
  path: z.string().optional(),
  /** The version of the file that the work started from. */
  basedOn: z.string().optional(),
});
export type DraftView = z.infer<typeof draftShape>;

export const recentShape = z.object({
  /** As this session names it; absent where only another window can open it. */
  file: z.string().optional(),
  path: z.string(),
  lab: z.string(),
  usedMs: z.number(),
});
export type RecentView = z.infer<typeof recentShape>;
