import type { Locale } from '../format.ts';
import { zhCNhost } from './zh-CN.host.ts';
import { zhCNrules } from './zh-CN.rules.ts';
import { zhCNui } from './zh-CN.ui.ts';
import { zhCNvirtualbox } from './zh-CN.virtualbox.ts';

/** Simplified Chinese. */
export const zhCN: Locale = {
  tag: 'zh-CN',
  name: '简体中文',
  direction: 'ltr',
  templates: { ...zhCNui, ...zhCNrules, ...zhCNvirtualbox, ...zhCNhost },
};
