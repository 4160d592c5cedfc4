import type { ReactNode } from 'react';
import { PageHead, Stack } from '../ui/layout.js';
import { Empty } from '../ui/states.js';
import { Block } from './block.js';
import { namesNothing } from './unknown.js';
import type { Read } from './use-read.js';

/**
 * The page of one record. While there is none to show — it is on its way, its service is silent, nobody knows it — the
 * page still has its title, and says which of the three it is.
 */
export function RecordPage<Data, Found>(props: {
  readonly read: Read<Data>;
  readonly at: string;
  readonly title: ReactNode;
  readonly doing: string;
  readonly lines?: number;
  readonly unknown: string;
  readonly record: (data: Data) => Found | null | undefined;
  readonly children: (record: Found) => ReactNode;
}) {
  const { read } = props;
  const found = read.data === undefined ? undefined : props.record(read.data);
  const nobodyKnows = !found && namesNothing(read.errors);
  const record = found ?? undefined;
  if (record !== undefined) {
    return (
      // Its id stands for the record itself: a hole in what others tell of it is not a hole here.
      <Block read={read} at={`${props.at}.id`} doing={props.doing}>
        {() => props.children(record)}
      </Block>
    );
  }
  return (
    <Stack gap={24}>
      <PageHead title={props.title} />
      {nobodyKnows ? (
        <Empty reason="not-yours">{props.unknown}</Empty>
      ) : (
        <Block read={read} at={props.at} doing={props.doing} {...(props.lines ? { lines: props.lines } : {})}>
          {() => <Empty reason="not-yours">{props.unknown}</Empty>}
        </Block>
      )}
    </Stack>
  );
}
