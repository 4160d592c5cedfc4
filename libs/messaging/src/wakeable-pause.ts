/** The wait of somebody who looks for work again and again, cut short by a hint that there is some, and for good by the end. */
export class WakeablePause {
  private wakeUp: (() => void) | undefined;
  private over = false;

  /** Waits so long, or until somebody wakes it; not at all once it has ended. */
  wait(milliseconds: number): Promise<void> {
    if (this.over) return Promise.resolve();
    return new Promise((resolve) => {
      const done = () => {
        clearTimeout(timer);
        this.wakeUp = undefined;
        resolve();
      };
      const timer = setTimeout(done, milliseconds);
      this.wakeUp = done;
    });
  }

  /** Ends the wait under way; whoever is not waiting hears nothing. */
  wake(): void {
    this.wakeUp?.();
  }

  /** Ends this wait and every one to come. */
  end(): void {
    this.over = true;
    this.wake();
  }
}
