import { Button } from '@mantine/core';
import { lazy, Suspense, useState } from 'react';
import { useEnvironment } from './environment.js';
import type { RefusalShown } from './refusal.js';

// A dialog's code weighs as much as a page, and most visits open none.
const FormDialog = lazy(async () => ({ default: (await import('./form-dialog.js')).FormDialog }));

/** A button that says what it will do to a member, and does it once that is confirmed. */
export function ConfirmedAct(props: {
  readonly label: string;
  readonly title: string;
  readonly says: string;
  readonly refusals: readonly RefusalShown[];
  readonly sending: boolean;
  /** Gives undefined when it was refused; the key makes a second attempt harmless. */
  readonly send: (idempotencyKey: string) => Promise<unknown>;
  readonly forget: () => void;
}) {
  const { newId } = useEnvironment();
  const [key, setKey] = useState<string>();
  const close = () => {
    props.forget();
    setKey(undefined);
  };
  return (
    <>
      <Button variant="default" onClick={() => setKey(newId())}>
        {props.label}
      </Button>
      <Suspense fallback={null}>
        {key === undefined ? null : (
          <FormDialog
            title={props.title}
            save={props.label}
            refusals={props.refusals}
            sending={props.sending}
            onSend={() => void props.send(key).then((done) => done && close())}
            onClose={close}
          >
            <p>{props.says}</p>
          </FormDialog>
        )}
      </Suspense>
    </>
  );
}
