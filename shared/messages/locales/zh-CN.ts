import type { Locale } from '../format.ts';
import { zhCNcanvas } from './zh-CN.canvas.ts';
import { zhCNcli } from './zh-CN.cli.ts';
import { zhCNcommands } from './zh-CN.commands.ts';
import { zhCNfields } from './zh-CN.fields.ts';
import { zhCNhost } from './zh-CN.host.ts';
import { zhCNpanels } from './zh-CN.panels.ts';
import { zhCNrulesIp } from './zh-CN.rules-ip.ts';
import { zhCNrulesL2 } from './zh-CN.rules-l2.ts';
import { zhCNrulesService } from './zh-CN.rules-service.ts';
import { zhCNrules } from './zh-CN.rules.ts';
import { zhCNshell } from './zh-CN.shell.ts';
import { zhCNui } from './zh-CN.ui.ts';
import { zhCNvirtualbox } from './zh-CN.virtualbox.ts';

/** Simplified Chinese. */
export const zhCN: Locale = {
  tag: 'zh-CN',
  name: '简体中文',
  direction: 'ltr',
  templates: {
    ...zhCNui,
    ...zhCNcanvas,
    ...zhCNcli,
    ...zhCNcommands,
    ...zhCNfields,
    ...zhCNpanels,
    ...zhCNshell,
    ...zhCNrules,
    ...zhCNrulesIp,
    ...zhCNrulesL2,
    ...zhCNrulesService,

    ...zhCNvirtualbox,
    ...zhCNhost,
  },
};
