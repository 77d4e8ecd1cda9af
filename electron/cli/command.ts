import type { Result } from '../../shared/base';
import type { ShippedData } from '../assets';
import type { Arguments } from './read-arguments';

/** What a command may use of the world; tests hand in their own. */
export interface Surroundings {
  /** Folder that relative file names are meant from. */
  readonly folder: string;
  readonly data: ShippedData;
  readonly now: () => Date;
  readonly standardInput: () => AsyncIterable<Uint8Array>;
  /** Words for the person, one line; goes to standard error. */
  readonly say: (line: string) => void;
}

export interface CommandAnswer {
  /** The one JSON document for standard output. */
  readonly document: unknown;
  /** True: findings of severity `error` are in it, so the exit status is 1. */
  readonly hasErrors?: boolean;
}

/** One command a file; the registry lists them. */
export interface Command {
  /** One word, or two for a command of a group: 'pack check'. */
  readonly name: string;
  /** Arguments as a person types them: 'FILE --out DIR [--now ISO]'. */
  readonly usage: string;
  /** What it does, one Vietnamese sentence. */
  readonly about: string;
  readonly options: readonly string[];
  /** Options without a value. */
  readonly flags?: readonly string[];
  /** Names of what stands without a dash, in order; all are needed. */
  readonly operands: readonly string[];
  /** True: more of the last one may follow. */
  readonly more?: boolean;
  readonly run: (
    args: Arguments,
    around: Surroundings,
  ) => Result<CommandAnswer> | Promise<Result<CommandAnswer>>;
}
