import { err, failure, ok, type Result } from '../../shared/base';
import type { Command } from './command';

export interface Arguments {
  readonly operands: readonly string[];
  /** Value of '--name'; a command's own options only. */
  readonly option: (name: string) => string | undefined;
  /** Whether '--name' was written; a command's own flags only. */
  readonly flag: (name: string) => boolean;
}

export const usageFailure = (message: string, hint: string): Result<never> =>
  err(failure('usage', message, { where: 'dòng lệnh', hint }));

/** Any command takes it; those that keep nothing have no use for it. */
const FOR_ALL = ['store'];

const usageOf = (command: Command): string => `Cách dùng: ${command.name} ${command.usage}`.trim();

/** Sorts the words behind a command's name into operands and options ('--x Y' or '--x=Y'). */
export const readArguments = (command: Command, words: readonly string[]): Result<Arguments> => {
  const known = [...command.options, ...FOR_ALL];
  const flags = new Set<string>();
  const options = new Map<string, string>();
  const operands: string[] = [];
  const refuse = (message: string): Result<never> => usageFailure(message, `${usageOf(command)}.`);
  const left = [...words];
  for (let word = left.shift(); word !== undefined; word = left.shift()) {
    if (word === '--') {
      operands.push(...left.splice(0));
      continue;
    }
    if (word === '-' || !word.startsWith('-')) {
      operands.push(word);
      continue;
    }
    const [, name = '', , inline] = /^--([a-z0-9-]+)(=([\s\S]*))?$/u.exec(word) ?? [];
    if (command.flags?.includes(name) === true) {
      if (inline !== undefined) return refuse(`Tuỳ chọn --${name} không nhận giá trị.`);
      flags.add(name);
      continue;
    }
    if (!known.includes(name)) return refuse(`Lệnh ${command.name} không có tuỳ chọn “${word}”.`);
    if (options.has(name)) return refuse(`Tuỳ chọn --${name} được ghi hai lần.`);
    const value = inline ?? left.shift();
    if (value === undefined || value === '') return refuse(`Tuỳ chọn --${name} thiếu giá trị.`);
    options.set(name, value);
  }
  const wanted = command.operands;
  if (operands.length < wanted.length) {
    return refuse(`Lệnh ${command.name} thiếu ${wanted[operands.length]}.`);
  }
  const extra = operands[wanted.length];
  if (extra !== undefined && command.more !== true)
    return refuse(`Lệnh ${command.name} không nhận thêm “${extra}”.`);
  return ok({
    operands,
    option: (name) => options.get(name),
    flag: (name) => flags.has(name),
  });
};
