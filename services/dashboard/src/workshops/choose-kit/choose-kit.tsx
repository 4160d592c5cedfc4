import { Button, NativeSelect } from '@mantine/core';
import { useState } from 'react';
import { Block } from '../../app/block.js';
import { PageLink } from '../../app/page-link.js';
import { graphql } from '../../app/query.js';
import { useCommand } from '../../app/use-command.js';
import { useRead } from '../../app/use-read.js';
import { ResourceLanguage } from '../../i18n/resource-language.js';
import { useWords } from '../../i18n/words.js';
import { useEnvironment } from '../../ui/environment.js';
import { RefusalSummary } from '../../ui/form.js';
import { Lines, Row, Sheet, Stack } from '../../ui/layout.js';

const CHOICES = graphql(`
  query KitChoices($branch: String) {
    resources(branch: $branch, first: 100) {
      items {
        id
        title
      }
    }
  }
`);
const CHOOSE = graphql(`
  mutation ChooseKit($input: ChooseKitInput!) {
    chooseKit(input: $input) {
      id
      kit {
        id
        title
      }
    }
  }
`);
interface InKit {
  readonly id: string;
  readonly title: string;
}

/** What a workshop is taught with, in order; each change is saved at once. */
export function Kit(props: {
  readonly workshopId: string;
  readonly branch: string | null;
  readonly kit: readonly InKit[];
}) {
  return (
    <ResourceLanguage>
      <ChooseKit {...props} />
    </ResourceLanguage>
  );
}

function ChooseKit(props: {
  readonly workshopId: string;
  readonly branch: string | null;
  readonly kit: readonly InKit[];
}) {
  const t = useWords();
  const { newId } = useEnvironment();
  const read = useRead(CHOICES, { branch: props.branch });
  const choose = useCommand(CHOOSE, {
    touches: [
      ['read', 'WorkshopToRevise'],
      ['read', 'Session'],
      ['read', 'Resource'],
    ],
  });
  const [kit, setKit] = useState(props.kit);
  const [picked, setPicked] = useState('');
  const save = async (wanted: readonly InKit[]) => {
    const input = { workshopId: props.workshopId, resourceIds: wanted.map(({ id }) => id) };
    const chosen = (await choose.send({ input }, newId()))?.chooseKit;
    if (chosen) setKit(chosen.kit);
  };
  const earlier = (at: number) => {
    const order = [...kit];
    order.splice(at - 1, 0, ...order.splice(at, 1));
    void save(order);
  };
  return (
    <Sheet title={t('kit.title')} aside={<PageLink href="/resources">{t('page.resources')}</PageLink>}>
      <Stack gap={16}>
        <p className="soft small">{t('kit.help')}</p>
        <RefusalSummary refusals={choose.refusals} />
        {kit.length === 0 ? <p>{t('kit.none')}</p> : null}
        <Lines>
          {kit.map(({ id, title }, at) => (
            <Row key={id} apart>
              <PageLink href={`/resources/${id}`}>{title}</PageLink>
              <Row gap={8}>
                {at > 0 ? (
                  <Button size="compact-md" variant="subtle" onClick={() => earlier(at)}>
                    {t('kit.earlier', { title })}
                  </Button>
                ) : null}
                <Button
                  size="compact-md"
                  variant="subtle"
                  onClick={() => void save(kit.filter((other) => other.id !== id))}
                >
                  {t('kit.remove', { title })}
                </Button>
              </Row>
            </Row>
          ))}
        </Lines>
        <Block read={read} at="resources" doing={t('resource.doing')}>
          {({ resources }) => {
            const choices = (resources?.items ?? []).filter(({ id }) => !kit.some((there) => there.id === id));
            const wanted = choices.find(({ id }) => id === picked) ?? choices[0];
            return wanted ? (
              <Row gap={8} align="end">
                <NativeSelect
                  label={t('kit.choose')}
                  value={wanted.id}
                  data={choices.map(({ id, title }) => ({ value: id, label: title }))}
                  onChange={(event) => setPicked(event.currentTarget.value)}
                />
                <Button variant="default" onClick={() => void save([...kit, wanted])}>
                  {t('kit.add')}
                </Button>
              </Row>
            ) : null;
          }}
        </Block>
      </Stack>
    </Sheet>
  );
}
