/**
 * Answers that are kept, since the same is asked again and again: the versions of a file hold the same lines.
 * @module
 */
export class Memo<Answer> {
  readonly #answers = new Map<string, Answer>();
  readonly #limit: number;

  /** @param limit answers that are kept; then it begins afresh */
  constructor(limit: number) {
    this.#limit = limit;
  }

  /** The answer to a question: what `answer` says to it, which must follow from it alone. */
  get(question: string, answer: (question: string) => Answer): Answer {
    const known = this.#answers.get(question);
    if (known !== undefined || this.#answers.has(question)) return known as Answer;
    const made = answer(question);
    if (this.#answers.size >= this.#limit) this.#answers.clear();
    this.#answers.set(question, made);
    return made;
  }
}
