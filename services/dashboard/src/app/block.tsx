import type { ReactNode } from 'react';
import { useWords } from '../i18n/words.js';
import { ErrorBlock, Loading, PartialBlock } from '../ui/states.js';
import { errorOn } from './partial.js';
import { useServiceName } from './service-name.js';
import type { Read } from './use-read.js';

/**
 * The boundary of one block over one service. `at` is the path of its part in the answer (`branch.stock`). While loading
 * it shows its lines, when its part is missing the last value known, and never pulls the rest of the page down.
 */
export function Block<Data>(props: {
  readonly read: Read<Data>;
  readonly at: string;
  readonly doing: string;
  readonly lines?: number;
  readonly children: (data: Data) => ReactNode;
}) {
  const t = useWords();
  const nameOfService = useServiceName();
  const { read, at } = props;
  if (read.loading) return <Loading lines={props.lines ?? 4} />;
  if (read.failed || read.data === undefined) {
    return <ErrorBlock doing={props.doing} correlationId={read.errors[0]?.correlationId} onRetry={read.again} />;
  }
  const error = errorOn(read.errors, at);
  if (!error) return <>{props.children(read.data)}</>;
  const hour = Object.entries(read.lastKnownAt).find(([path]) =>
    errorOn([{ ...error, path: path.split('.') }], at),
  )?.[1];
  return (
    <PartialBlock service={error.service ? nameOfService(error.service) : t('service.part')} lastKnownAt={hour}>
      {hour ? props.children(read.data) : null}
    </PartialBlock>
  );
}
