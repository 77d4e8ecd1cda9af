/**
 * Words for the person. Always on standard error: standard output belongs to the command line,
 * which prints one JSON document there and nothing else.
 */
export const say = (text) => {
  process.stderr.write(`» ${text}\n`);
};

/** Says what takes its time, and how long it took. */
export const sayWhile = async (text, work) => {
  const start = Date.now();
  say(`${text} …`);
  const result = await work();
  say(`${text}: xong sau ${((Date.now() - start) / 1000).toFixed(1).replace('.', ',')} giây.`);
  return result;
};

/** An expected end: a sentence for the person and no stack. */
export class Stop extends Error {
  constructor(text, exitCode = 1) {
    super(text);
    this.exitCode = exitCode;
  }
}

/** Runs a command's main function; a `Stop` becomes its sentence and its exit code. */
export const runMain = async (main) => {
  try {
    process.exitCode = (await main()) ?? 0;
  } catch (error) {
    if (!(error instanceof Stop)) throw error;
    say(error.message);
    process.exitCode = error.exitCode;
  }
};
