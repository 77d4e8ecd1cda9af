import { err, failure, ok } from '../../../shared/base';
import { parsePack } from '../../../shared/model';
import type { Command } from '../command';
import { readText } from '../read-text';
import { withStore } from '../with-store';

export const importPack: Command = {
  name: 'pack import',
  usage: 'FILE --store DIR',
  about: 'Nạp một gói dữ liệu vào thư mục dữ liệu; in những gì đã thay đổi.',
  options: ['store'],
  operands: ['FILE'],
  run: async ({ operands: [file = ''], option }, around) => {
    const folder = option('store');
    if (folder === undefined) {
      return err(failure('usage', 'Chưa ghi thư mục dữ liệu.', { hint: 'Hãy thêm --store DIR.' }));
    }
    const text = await readText(file, around);
    if (!text.ok) return text;
    const pack = parsePack(text.value);
    if (!pack.ok) return pack;
    return withStore(folder, around, (store) => {
      const done = store.importPack(pack.value);
      if (!done.ok) return done;
      const { packId, title, edition, direction, empty, changes } = done.value;
      return ok({
        document: {
          id: packId,
          title,
          edition,
          direction,
          empty,
          changes: changes
            .filter(({ action }) => action !== 'unchanged')
            .map(({ list, id, title: name, action, fields }) => ({
              list,
              id,
              title: name,
              action,
              fields,
            })),
        },
      });
    });
  },
};
