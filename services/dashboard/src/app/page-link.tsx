import { Link } from '@tanstack/react-router';
import type { ComponentProps, ReactNode } from 'react';
import { parseSearch } from './address.js';

type Props = Omit<ComponentProps<'a'>, 'href'> & { readonly href: string; readonly children: ReactNode };

/** A link to an address of the dashboard, `/people/…` or `/network?compare=year`; its code is fetched when pointed at. */
export function PageLink({ href, children, ...rest }: Props) {
  const [path = '/', search = ''] = href.split('?');
  return (
    <Link to={path as never} search={parseSearch(search) as never} {...rest}>
      {children}
    </Link>
  );
}
