import type { Failure, Result } from '../../shared/base';
import { allCommands } from './all-commands';
import type { Command, CommandAnswer, Surroundings } from './command';
import { readArguments, usageFailure } from './read-arguments';

export interface CliAnswer {
  /** The one JSON document for standard output, as text. */
  readonly output: string;
  /** 0 done; 1 done, with findings of severity `error`; 2 bad input or usage. */
  readonly status: 0 | 1 | 2;
}

const written = (document: unknown): string => `${JSON.stringify(document, null, 2)}\n`;

const help = (): CommandAnswer => ({
  document: {
    commands: allCommands.map(({ name, usage, about }) => ({
      command: `${name} ${usage}`.trim(),
      about,
    })),
  },
});

/** The command that the words name, and the words behind its name. */
const findCommand = (
  words: readonly string[],
): { readonly command: Command; readonly rest: readonly string[] } | null => {
  for (const length of [2, 1]) {
    const name = words.slice(0, length).join(' ');
    const command = allCommands.find((one) => one.name === name);
    if (command !== undefined) return { command, rest: words.slice(length) };
  }
  return null;
};

/** A fault of the whole paper has its file for a place. */
const placeOf = (words: readonly string[]): string => {
  const named = findCommand(words)?.rest.find((word) => word === '-' || !word.startsWith('-'));
  return named === '-' ? 'đầu vào chuẩn' : (named ?? 'dòng lệnh');
};

/** A refusal for a program to read: one sentence that says what is wrong and what to do. */
const refused = ({ code, message, where, hint }: Failure, words: readonly string[]): CliAnswer => ({
  output: written({
    error: {
      code,
      message: hint === undefined ? message : `${message} ${hint}`,
      where: where ?? placeOf(words),
    },
  }),
  status: 2,
});

const answerTo = (
  words: readonly string[],
  around: Surroundings,
): Result<CommandAnswer> | Promise<Result<CommandAnswer>> => {
  if (words[0] === '--help' || words[0] === '-h' || words[0] === 'help') {
    return { ok: true, value: help() };
  }
  const found = findCommand(words);
  if (found === null) {
    const known = `Các lệnh: ${allCommands.map(({ name }) => name).join(', ')}.`;
    return words.length === 0
      ? usageFailure('Chưa ghi lệnh.', known)
      : usageFailure(`Không có lệnh “${words.slice(0, 2).join(' ')}”.`, known);
  }
  const args = readArguments(found.command, found.rest);
  return args.ok ? found.command.run(args.value, around) : args;
};

/** Runs one command. A bug throws. */
export const runCli = async (
  words: readonly string[],
  around: Surroundings,
): Promise<CliAnswer> => {
  const answer = await answerTo(words, around);
  if (!answer.ok) return refused(answer.error, words);
  return {
    output: written(answer.value.document),
    status: answer.value.hasErrors === true ? 1 : 0,
  };
};
