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
  leftOut: z.array(z.object({ device: z.string(), name: z.string(), reason: z.string() })),
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
});
export type Settings = z.infer<typeof settingsShape>;
