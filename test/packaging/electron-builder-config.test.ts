import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';

const projectRoot = join(import.meta.dirname, '../..');
const config = parse(readFileSync(join(projectRoot, 'electron-builder.yml'), 'utf8'));
const manifest = JSON.parse(readFileSync(join(projectRoot, 'package.json'), 'utf8'));

describe('the packaging settings', () => {
  it('name the program as package.json does', () => {
    expect(config.appId).toBe('vn.bandexuat.app');
    expect(config.productName).toBe(manifest.productName);
  });

  it('install for the whole machine, keep words, and never start as administrator', () => {
    expect(config.nsis).toMatchObject({
      oneClick: false,
      perMachine: true,
      allowToChangeInstallationDirectory: true,
      deleteAppDataOnUninstall: false,
      runAfterFinish: false,
      unicode: true,
    });
  });

  it('speak Vietnamese first', () => {
    expect(config.nsis.installerLanguages).toEqual(['vi_VN', 'en_US']);
    expect(config.nsis.language).toBe('1066');
  });

  it('build an installer and an archive for 64-bit Windows', () => {
    expect(config.win.target).toEqual([
      { target: 'nsis', arch: ['x64'] },
      { target: 'zip', arch: ['x64'] },
    ]);
  });

  it('carry the file type', () => {
    expect(config.fileAssociations).toEqual([expect.objectContaining({ ext: 'bdx' })]);
  });

  it('leave the native module outside the archive and rebuild nothing', () => {
    expect(config.asar).toBe(true);
    expect(config.asarUnpack).toContain('**/*.node');
    expect(config.npmRebuild).toBe(false);
  });

  it('set every fuse by hand', () => {
    expect(config.electronFuses).toEqual({
      runAsNode: false,
      enableCookieEncryption: true,
      enableNodeOptionsEnvironmentVariable: false,
      enableNodeCliInspectArguments: false,
      enableEmbeddedAsarIntegrityValidation: true,
      onlyLoadAppFromAsar: true,
      loadBrowserProcessSpecificV8Snapshot: false,
      grantFileProtocolExtraPrivileges: false,
    });
  });

  it('point at icons that exist, with the sizes Windows asks for', () => {
    expect(existsSync(join(projectRoot, config.linux.icon, '512x512.png'))).toBe(true);
    const ico = readFileSync(join(projectRoot, config.win.icon));
    const sizes = Array.from({ length: ico.readUInt16LE(4) }, (_, index) => {
      return ico.readUInt8(6 + 16 * index) || 256;
    });
    expect(sizes).toEqual(expect.arrayContaining([16, 24, 32, 48, 256]));
  });

  it('talk to no update server and pin the runtime people get', () => {
    expect(config.publish).toBeNull();
    expect(config.electronVersion).toBeUndefined();
    expect(manifest.devDependencies.electron).toMatch(/^\d+\.\d+\.\d+$/);
  });
});

describe('package.json', () => {
  it('pins every version exactly', () => {
    const all = { ...manifest.dependencies, ...manifest.devDependencies };
    const loose = Object.entries(all).filter(
      ([, version]) => !/^\d+\.\d+\.\d+$/.test(`${version}`),
    );
    expect(loose).toEqual([]);
  });

  it('ships only the native module as a package', () => {
    expect(Object.keys(manifest.dependencies)).toEqual(['better-sqlite3']);
  });
});
