import { lazy, type ReactNode, Suspense, useState } from 'react';
import type { RefusalShown } from './refusal.js';

/** A dialog's code weighs as much as a page and most visits open none: it comes when one is first opened. */
const ReasonDialogWindow = lazy(async () => ({
  default: (await import('./reason-dialog-window.js')).ReasonDialogWindow,
}));

export interface ReasonDialogProps {
  readonly opened: boolean;
  readonly title: string;
  /** What will change, in figures: « 1 accompagnement de moins ». */
  readonly consequence: ReactNode;
  readonly confirm: string;
  readonly refusals: readonly RefusalShown[];
  readonly sending: boolean;
  /** The key goes with the reason: trying again after a cut does it once. */
  readonly onConfirm: (reason: string, idempotencyKey: string) => void;
  readonly onClose: () => void;
}

/** Asks why before a correction or a void. The act stays in the history, struck through, with this reason. */
export function ReasonDialog(props: ReasonDialogProps) {
  const [wanted, setWanted] = useState(props.opened);
  if (props.opened && !wanted) setWanted(true);
  return wanted ? (
    <Suspense fallback={null}>
      <ReasonDialogWindow {...props} />
    </Suspense>
  ) : null;
}
