import type { MenuItemConstructorOptions } from 'electron';
import { describe, expect, it, vi } from 'vitest';
import { menuTemplate } from '../../../electron/app/menu';
import { wordsOf } from '../../../electron/app/words';
import { menuCommands } from '../../../shared/ipc';

const template = (language: 'vi' | 'en', command = vi.fn()) =>
  menuTemplate(wordsOf(language), {
    command,
    openDataFolder: vi.fn(),
    about: vi.fn(),
    quit: vi.fn(),
  });

const itemsOf = (items: readonly MenuItemConstructorOptions[]): MenuItemConstructorOptions[] =>
  items.flatMap((item) => [item, ...(Array.isArray(item.submenu) ? itemsOf(item.submenu) : [])]);

const labels = (language: 'vi' | 'en'): string[] =>
  itemsOf(template(language)).flatMap(({ label }) => (label === undefined ? [] : [label]));

describe('the menu', () => {
  it('speaks of every item in both languages', () => {
    expect(labels('vi')).toHaveLength(labels('en').length);
    for (const item of itemsOf(template('vi'))) {
      if (item.type !== 'separator') expect(item.label).toBeTruthy();
    }
  });

  it('uses the words that people here know', () => {
    expect(labels('vi')).toEqual(
      expect.arrayContaining(['Tệp', 'Ghi', 'In…', 'Kiểm tra', 'Hoàn tác', 'Dán', 'Thoát']),
    );
  });

  it('reaches every command of the window, once', () => {
    const command = vi.fn();
    for (const item of itemsOf(template('vi', command))) {
      if (item.role === undefined) item.click?.({} as never, undefined, {} as never);
    }
    const reached = command.mock.calls.map(([name]) => name as string);
    expect(reached.toSorted()).toEqual([...menuCommands].toSorted());
  });

  it('leaves editing to the system', () => {
    const roles = itemsOf(template('vi')).flatMap(({ role }) => (role === undefined ? [] : [role]));
    expect(roles).toEqual(
      expect.arrayContaining(['undo', 'redo', 'cut', 'copy', 'paste', 'selectAll']),
    );
    expect(roles).not.toContain('reload');
    expect(roles).not.toContain('toggleDevTools');
  });

  it('gives no key twice', () => {
    const keys = itemsOf(template('vi')).flatMap(({ accelerator }) => accelerator ?? []);
    expect(new Set(keys).size).toBe(keys.length);
  });
});

describe('words of the main process', () => {
  it('are all there in both languages, and differ', () => {
    const vi = wordsOf('vi');
    const en = wordsOf('en');
    expect(Object.keys(vi)).toEqual(Object.keys(en));
    for (const [key, text] of Object.entries(vi)) {
      expect(text.trim(), key).not.toBe('');
      expect(text.normalize('NFC'), key).toBe(text);
    }
  });
});
