import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadShippedData } from '../../../electron/assets';
import type { Surroundings } from '../../../electron/cli/command';
import { runCli } from '../../../electron/cli/run-cli';
import { askPdfsig } from '../sign/judges';
import { makeDocx } from '../sign/make-docx';
import { makeIdentity, PASSPHRASE, SIGNER } from '../sign/make-identity';
import { makePdf } from '../sign/make-pdf';

const folder = mkdtempSync(join(tmpdir(), 'ban-de-xuat-cli-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const NAME = 'BAN_DE_XUAT_TEST_PASSPHRASE';
const NOW = '2030-01-02T10:00:00+07:00';
const said: string[] = [];
const around: Surroundings = {
  folder,
  data: loadShippedData(),
  now: () => new Date(NOW),
  standardInput: async function* () {},
  say: (line) => said.push(line),
};

const run = async (
  ...words: readonly string[]
): Promise<{ status: number; document: Record<string, unknown> }> => {
  const { status, output } = await runCli(words, around);
  return { status, document: JSON.parse(output) };
};

const sign = (file: string, out: string, ...more: readonly string[]) => {
  process.env[NAME] = PASSPHRASE;
  return run('sign', file, '--p12', 'signer.p12', '--pass-env', NAME, '--out', out, ...more);
};

beforeAll(async () => {
  const identity = makeIdentity({ days: 3000 });
  writeFileSync(join(folder, 'signer.p12'), identity.p12);
  writeFileSync(join(folder, 'root.pem'), identity.root);
  writeFileSync(join(folder, 'paper.pdf'), await makePdf());
  writeFileSync(join(folder, 'paper.docx'), await makeDocx());
});

describe('sign and verify', () => {
  it.each(['pdf', 'docx'])('a %s', async (kind) => {
    const signed = await sign(`paper.${kind}`, `signed.${kind}`, '--reason', 'Phê duyệt');
    const path = join(folder, `signed.${kind}`);
    expect(signed).toEqual({
      status: 0,
      document: {
        path,
        sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
        signer: SIGNER,
        signedAt: NOW,
      },
    });
    const words = await run('verify', `signed.${kind}`);
    expect(words.status).toBe(0);
    expect(words.document).toEqual({
      intact: true,
      coversWholeFile: true,
      signer: SIGNER,
      signedAt: NOW,
      trust: 'unknown',
      reasons: expect.arrayContaining(['Tệp còn nguyên vẹn kể từ khi ký.']),
    });
    const trusted = await run('verify', `signed.${kind}`, '--roots', 'root.pem');
    expect(trusted.document).toMatchObject({ trust: 'trusted' });

    const changed = Uint8Array.from(readFileSync(path));
    changed[600] = (changed[600] ?? 0) ^ 1;
    writeFileSync(join(folder, `changed.${kind}`), changed);
    const bad = await run('verify', `changed.${kind}`);
    expect(bad).toMatchObject({ status: 0, document: { intact: false } });
  });

  it('shows the signature where it is told to', async () => {
    expect(
      (await sign('paper.pdf', 'shown.pdf', '--show', '2:20,30.5,70', '--number', '12/CV')).status,
    ).toBe(0);
    expect(askPdfsig(readFileSync(join(folder, 'shown.pdf')))).toMatchObject([
      { valid: true, whole: true },
    ]);
    expect((await sign('paper.pdf', 'shown.pdf', '--show', '1')).status).toBe(0);
    expect(await sign('paper.pdf', 'other.pdf', '--show', 'trang 1')).toMatchObject({ status: 2 });
    const outside = await sign('paper.pdf', 'other.pdf', '--show', '9');
    expect(outside.document).toMatchObject({
      error: { code: 'sign-box-outside', where: 'paper.pdf' },
    });
  });

  it('takes the passphrase out of the environment and tells it to nobody', async () => {
    const answers = [await sign('paper.pdf', 'again.pdf'), await sign('signed.pdf', 'twice.pdf')];
    expect(answers.map(({ status }) => status)).toEqual([0, 2]);
    expect(process.env[NAME]).toBe(undefined);
    expect(JSON.stringify([answers, said])).not.toContain(PASSPHRASE);
  });

  it('says what is missing or wrong, and writes nothing then', async () => {
    const code = async (...words: readonly string[]): Promise<unknown> =>
      ((await run(...words)).document['error'] as { code: string }).code;
    const p12 = ['--p12', 'signer.p12'];
    expect(await code('sign', 'paper.pdf', ...p12, '--out', 'x.pdf')).toBe('usage');
    expect(await code('sign', 'paper.pdf', ...p12, '--pass-env', NAME, '--out', 'x.pdf')).toBe(
      'usage',
    );
    process.env[NAME] = 'sai';
    expect(await code('sign', 'paper.pdf', ...p12, '--pass-env', NAME, '--out', 'x.pdf')).toBe(
      'p12-wrong-passphrase',
    );
    process.env[NAME] = PASSPHRASE;
    expect(await code('sign', 'paper.pdf', ...p12, '--pass-env', NAME, '--out', 'paper.pdf')).toBe(
      'usage',
    );
    expect(await code('sign', 'root.pem', ...p12, '--pass-env', NAME, '--out', 'x.pdf')).toBe(
      'sign-unknown-format',
    );
    expect(await code('verify', 'root.pem')).toBe('verify-unknown-format');
    expect(await code('verify', 'nowhere.pdf')).toBe('file-unreadable');
    expect(() => readFileSync(join(folder, 'x.pdf'))).toThrow();
  });
});
