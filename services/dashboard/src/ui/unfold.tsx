import { Button } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { Stack } from './layout.js';

/** A form that is seldom wanted on its page: one quiet button until then. */
export function Unfold({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  const [open, setOpen] = useState(false);
  return (
    <Stack gap={16}>
      <div>
        <Button variant="default" aria-expanded={open} onClick={() => setOpen(!open)}>
          {label}
        </Button>
      </div>
      {open ? children : null}
    </Stack>
  );
}
