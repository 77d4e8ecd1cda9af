/** Entry of the command line: the main job without a window, a display or Electron. */
import { loadShippedData } from '../assets';
import { type CliAnswer, runCli } from './run-cli';

/** A reader that has seen enough ('| head') is no error. */
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});

/** A bug of ours: programs still get one JSON document, people the trace. */
const broken = (error: unknown): CliAnswer => {
  process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
  const message =
    'Chương trình gặp lỗi bên trong. Hãy gửi phần chữ ở đầu ra lỗi cho nhóm phát triển.';
  const document = { error: { code: 'internal', message, where: process.argv[2] ?? '' } };
  return { output: `${JSON.stringify(document, null, 2)}\n`, status: 2 };
};

const answer = (): Promise<CliAnswer> =>
  runCli(process.argv.slice(2), {
    folder: process.cwd(),
    data: loadShippedData(),
    now: () => new Date(),
    standardInput: () => process.stdin,
    say: (line) => process.stderr.write(`${line}\n`),
  });

const { output, status } = await Promise.resolve().then(answer).catch(broken);
// Set, not forced: a pipe may still be taking the text.
process.exitCode = status;
process.stdout.write(output);
