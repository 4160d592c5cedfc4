import { Button, Modal } from '@mantine/core';
import { useState } from 'react';
import { Block } from '../../app/block.js';
import { useClient } from '../../app/client.js';
import { walkPages } from '../../app/export/walk-pages.js';
import { unreachable } from '../../app/graphql.js';
import { graphql } from '../../app/query.js';
import { useCommand } from '../../app/use-command.js';
import { usePages } from '../../app/use-pages.js';
import { PEOPLE_IMPORTS } from '../../beneficiaries/import-people/import-query.js';
import { PEOPLE_IMPORT_ROWS } from '../../beneficiaries/show-people-import/import-shown.js';
import { EnrolListLanguage } from '../../i18n/enrol-list-language.js';
import { useWords } from '../../i18n/words.js';
import { useEnvironment } from '../../ui/environment.js';
import { RefusalSummary } from '../../ui/form.js';
import { useFormat } from '../../ui/format.js';
import { Notice, Row, Stack } from '../../ui/layout.js';
import type { RefusalShown } from '../../ui/refusal.js';
import { Empty } from '../../ui/states.js';

const ENROL_PEOPLE = graphql(`
  mutation EnrolPeople($input: EnrolPeopleInput!) {
    enrolPeople(input: $input) {
      beneficiaryId
      standing
    }
  }
`);

/** What a list is enrolled in. */
interface Where {
  readonly sessionId?: string;
  readonly seriesId?: string;
}

/** « Inscrire une liste » : the people that an import brought, in its order, as long as there are seats; the others wait in line. */
export function EnrolListButton({ where }: { readonly where: Where }) {
  const [opened, setOpened] = useState(false);
  return (
    <EnrolListLanguage>
      <Opener onOpen={() => setOpened(true)} />
      {opened ? <EnrolListDialog where={where} onClose={() => setOpened(false)} /> : null}
    </EnrolListLanguage>
  );
}

function Opener({ onOpen }: { readonly onOpen: () => void }) {
  const t = useWords();
  return (
    <Button variant="default" onClick={onOpen}>
      {t('enrolList.open')}
    </Button>
  );
}

function EnrolListDialog({ where, onClose }: { readonly where: Where; readonly onClose: () => void }) {
  const t = useWords();
  const format = useFormat();
  const client = useClient();
  const { newId } = useEnvironment();
  const read = usePages(PEOPLE_IMPORTS, { after: null }, (data) => data.peopleImports);
  const enrol = useCommand(ENROL_PEOPLE, {
    touches: [
      ['read', 'Session'],
      ['read', 'Sessions'],
      ['read', 'Series'],
      ['read', 'Waitlist'],
    ],
  });
  const [keys, setKeys] = useState<Readonly<Record<string, string>>>({});
  const [unread, setUnread] = useState<readonly RefusalShown[]>([]);
  const [done, setDone] = useState<Readonly<Record<string, number>>>();
  const lists = read.items.filter(({ dryRun, enrolled, known }) => !dryRun && enrolled + known > 0);
  const take = async (id: string) => {
    // One key for one list, however often the button is pressed.
    const key = keys[id] ?? newId();
    setKeys((before) => ({ ...before, [id]: key }));
    setUnread([]);
    const walked = await walkPages(
      (after) => client.ask(PEOPLE_IMPORT_ROWS, { id, outcome: null, after }),
      (data) => data.peopleImport?.rows,
      () => undefined,
    ).catch(() => undefined);
    if (!walked?.rows) return setUnread(walked?.errors ?? [unreachable()]);
    const beneficiaryIds = [...new Set(walked.rows.flatMap(({ beneficiaryId }) => beneficiaryId ?? []))];
    const answer = await enrol.send({ input: { ...where, beneficiaryIds } }, key);
    if (!answer?.enrolPeople) return undefined;
    const counts: Record<string, number> = {};
    for (const { standing } of answer.enrolPeople) counts[standing] = (counts[standing] ?? 0) + 1;
    return setDone(counts);
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('enrolList.title')}
      closeButtonProps={{ 'aria-label': t('ui.close') }}
      centered
    >
      <Stack>
        <p className="soft">{t('enrolList.what')}</p>
        <RefusalSummary refusals={[...unread, ...enrol.refusals]} />
        {done ? (
          <Notice tone="good">
            {t('enrolList.done', {
              enrolled: done['ENROLLED'] ?? 0,
              waiting: done['WAITING'] ?? 0,
              left: (done['UNKNOWN'] ?? 0) + (done['RESTRICTED'] ?? 0) + (done['WITHOUT_SEAT'] ?? 0),
            })}
          </Notice>
        ) : null}
        <Block read={read} at="peopleImports" doing={t('enrolList.doing')}>
          {() =>
            lists.length === 0 ? (
              <Empty reason="nothing-yet">{t('enrolList.none')}</Empty>
            ) : (
              <Stack gap={12}>
                {lists.map(({ id, source, createdAt, enrolled, known }) => (
                  <Row key={id} apart>
                    <span>
                      {source}
                      <br />
                      <span className="soft small">
                        {format.moment(createdAt)} · {t('enrolList.people', { count: enrolled + known })}
                      </span>
                    </span>
                    <Button
                      variant="default"
                      aria-disabled={enrol.sending || undefined}
                      aria-label={t('enrolList.takeOf', { source })}
                      onClick={() => enrol.sending || void take(id)}
                    >
                      {enrol.sending ? t('ui.sending') : t('enrolList.take')}
                    </Button>
                  </Row>
                ))}
              </Stack>
            )
          }
        </Block>
      </Stack>
    </Modal>
  );
}
