/** What one kind of fault came to, as it stands in RELIABILITY.md. */
export interface Outcome {
  /** 'T-02' */
  readonly id: string;
  readonly fault: string;
  readonly trials: number;
  /** Acknowledged changes lost, wrong content, false acknowledgements, stores that did not open. */
  readonly failures: number;
  /** First failures, for whoever has to find out why. */
  readonly examples: readonly string[];
  /** Figures worth keeping: acknowledgements, healed, named. */
  readonly figures: Readonly<Record<string, number>>;
  /** Largest values met, milliseconds for instance. */
  readonly most: Readonly<Record<string, number>>;
}

const EXAMPLES = 5;

const summed = (a: Outcome['figures'], b: Outcome['figures']): Outcome['figures'] =>
  Object.fromEntries(
    [...new Set([...Object.keys(a), ...Object.keys(b)])].map((name) => [
      name,
      (a[name] ?? 0) + (b[name] ?? 0),
    ]),
  );

const larger = (a: Outcome['most'], b: Outcome['most']): Outcome['most'] =>
  Object.fromEntries(
    [...new Set([...Object.keys(a), ...Object.keys(b)])].map((name) => [
      name,
      Math.max(a[name] ?? 0, b[name] ?? 0),
    ]),
  );

/** Two runs of the same fault as one. */
export const joinOutcomes = (a: Outcome, b: Outcome): Outcome => ({
  ...b,
  trials: a.trials + b.trials,
  failures: a.failures + b.failures,
  examples: [...a.examples, ...b.examples].slice(0, EXAMPLES),
  figures: summed(a.figures, b.figures),
  most: larger(a.most, b.most),
});

/** Collects trials into an outcome. */
export class Tally {
  readonly #id: string;
  readonly #fault: string;
  #trials = 0;
  #failures = 0;
  readonly #examples: string[] = [];
  readonly #figures: Record<string, number> = {};
  readonly #most: Record<string, number> = {};

  constructor(id: string, fault: string) {
    this.#id = id;
    this.#fault = fault;
  }

  /** `problem`: null when the trial went well. */
  trial(problem: string | null): void {
    this.#trials += 1;
    if (problem === null) return;
    this.#failures += 1;
    if (this.#examples.length < EXAMPLES) this.#examples.push(problem);
  }

  add(figure: string, amount = 1): void {
    this.#figures[figure] = (this.#figures[figure] ?? 0) + amount;
  }

  /** Keeps the largest value of a name. */
  most(name: string, value: number): void {
    this.#most[name] = Math.max(this.#most[name] ?? 0, value);
  }

  get outcome(): Outcome {
    return {
      id: this.#id,
      fault: this.#fault,
      trials: this.#trials,
      failures: this.#failures,
      examples: this.#examples,
      figures: this.#figures,
      most: this.#most,
    };
  }
}
