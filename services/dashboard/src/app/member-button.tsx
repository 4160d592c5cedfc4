import { UnstyledButton } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import type { ComponentPropsWithRef } from 'react';
import { useLabel } from '../i18n/vocabulary.js';
import { useIdentity } from './session.js';
import css from './top-bar.module.css';

/** Who is signed in, always legible on a shared computer. */
export function MemberButton({ className, ...props }: ComponentPropsWithRef<'button'>) {
  const label = useLabel();
  const identity = useIdentity();
  return (
    <UnstyledButton className={`${css.member} ${className ?? ''}`} {...props}>
      <span>
        <strong>{identity.name}</strong>
        <span className="soft small">{label('Role', identity.role)}</span>
      </span>
      <IconChevronDown size={16} stroke={1.75} aria-hidden />
    </UnstyledButton>
  );
}
