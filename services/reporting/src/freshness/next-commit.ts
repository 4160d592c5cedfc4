import { Injectable } from '@nestjs/common';
import { Database } from '#persistence';

/** Lets whoever watches the figures wait until this process has written something: that may have moved them. */
@Injectable()
export class NextCommit {
  private readonly waiting = new Set<() => void>();

  constructor(db: Database) {
    db.onCommit(() => {
      for (const wake of [...this.waiting]) wake();
    });
  }

  /** Waits for the next commit, at most so long. */
  wait(milliseconds: number): Promise<void> {
    return new Promise((resolve) => {
      const done = () => {
        clearTimeout(timer);
        this.waiting.delete(done);
        resolve();
      };
      const timer = setTimeout(done, milliseconds);
      this.waiting.add(done);
    });
  }
}
