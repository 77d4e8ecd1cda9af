import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadShippedData, shippedPack } from '../../../electron/assets';
import { cliIn, temporaryFolder } from './cli-in-process';

const folder = temporaryFolder();
const cli = cliIn(folder);

const shipped = shippedPack(loadShippedData());
const [first] = shipped.calls;
const call = { ...first, id: 'hp-2027', number: null, title: 'Kêu gọi chuyển đổi số năm 2027' };

const writePack = (name: string, calls: readonly unknown[]): void =>
  writeFileSync(
    join(folder(), name),
    JSON.stringify({ ...shipped, id: 'thu', title: 'Gói thử', calls, templates: [] }),
  );

describe('pack import FILE --store DIR', () => {
  it('brings a call into a data folder and says what changed; calls and search know it then', async () => {
    writePack('goi.json', [call]);
    const done = await cli(['pack', 'import', 'goi.json', '--store', 'dữ liệu']);
    expect(done.status).toBe(0);
    expect(done.json).toMatchObject({
      id: 'thu',
      direction: 'first',
      empty: false,
      changes: [{ list: 'calls', id: 'hp-2027', action: 'add' }],
    });
    const calls = await cli(['calls', '--store', 'dữ liệu']);
    expect(calls.json.map(({ id }: { id: string }) => id)).toContain('hp-2027');
    const hits = await cli(['search', 'chuyen doi so nam 2027', '--store', 'dữ liệu']);
    expect(hits.json[0]).toMatchObject({ kind: 'call', id: 'hp-2027' });
    const again = await cli(['pack', 'import', 'goi.json', '--store', 'dữ liệu']);
    expect(again.json).toMatchObject({ direction: 'same', empty: true, changes: [] });
  });

  it('reads nothing of the folder without --store, and makes none for reading', async () => {
    const calls = await cli(['calls', '--store', 'không có']);
    expect(calls.json).toHaveLength(shipped.calls.length);
    const hits = await cli(['search', 'chuyen doi so nam 2027']);
    expect(JSON.stringify(hits.json)).not.toContain('hp-2027');
  });

  it('refuses a broken pack and changes nothing', async () => {
    writeFileSync(join(folder(), 'hong.json'), '{"format":"ban-de-xuat/pack","version":7}');
    const refused = await cli(['pack', 'import', 'hong.json', '--store', 'dữ liệu']);
    expect(refused.status).toBe(2);
    expect(refused.json.error.code).toBe('pack-newer');
    const calls = await cli(['calls', '--store', 'dữ liệu']);
    expect(calls.json).toHaveLength(shipped.calls.length + 1);
  });

  it('asks for the folder', async () => {
    writePack('goi.json', [call]);
    const refused = await cli(['pack', 'import', 'goi.json']);
    expect(refused.status).toBe(2);
    expect(refused.json.error).toMatchObject({ code: 'usage' });
  });
});
