import { expect, it } from 'vitest';
import { formatMessage } from '../../../shared/messages/catalogue.ts';
import { localeFor } from '../../../shared/messages/locales/index.ts';
import { message } from '../../../shared/messages/message.ts';

it('devices of a group are counted alike wherever a group is named', () => {
  const words = (id: string): string =>
    formatMessage(message(id, { name: '前端', count: 3 }), localeFor('zh-CN'));
  expect([words('ui/group-of'), words('ui/thing-group')]).toEqual([
    '前端，含 3 台设备的编组',
    '编组 · 3 台设备',
  ]);
});
