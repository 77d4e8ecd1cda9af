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
}

/** Collects trials into an outcome. */
export class Tally {
  readonly #id: string;
  readonly #fault: string;
  #trials = 0;
  #failures = 0;
  readonly #examples: string[] = [];
  readonly #figures: Record<string, number> = {};

  constructor(id: string, fault: string) {
    this.#id = id;
    this.#fault = fault;
  }

  /** `problem`: null when the trial went well. */
  trial(problem: string | null): void {
    this.#trials += 1;
    if (problem === null) return;
    this.#failures += 1;
    if (this.#examples.length < 5) this.#examples.push(problem);
  }

  add(figure: string, amount = 1): void {
    this.#figures[figure] = (this.#figures[figure] ?? 0) + amount;
  }

  get outcome(): Outcome {
    return {
      id: this.#id,
      fault: this.#fault,
      trials: this.#trials,
      failures: this.#failures,
      examples: this.#examples,
      figures: this.#figures,
    };
  }
}
