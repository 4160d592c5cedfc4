import { Button, CopyButton, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useSession } from '../../app/session.js';
import { GatewayLanguage } from '../../i18n/gateway-language.js';
import { useWords } from '../../i18n/words.js';
import { useEnvironment } from '../../ui/environment.js';
import { useFormat } from '../../ui/format.js';
import { PageHead, Row, Sheet, Stack, TwoBanks } from '../../ui/layout.js';
import { Answer } from './answer.js';
import { type Asked, asCurl, asJavaScript, ask, type ConsoleAnswer, readVariables } from './ask.js';
import { References } from './references.js';
import { type Sample, samplesFor } from './samples.js';
import { TokenCard } from './token-card.js';

const DEMO_BRANCH = 'BX';

/** Queries to send and to copy, in the reader's own name and rights. */
export function Page() {
  return (
    <GatewayLanguage>
      <Console />
    </GatewayLanguage>
  );
}

function Console() {
  const t = useWords();
  const format = useFormat();
  const { now } = useEnvironment();
  const samples = samplesFor(DEMO_BRANCH, format.localDate(now()));
  const [first] = samples;
  const [query, setQuery] = useState(first?.query ?? '');
  const [variables, setVariables] = useState(textOf(first));
  const request = useRequest();
  const read = readVariables(variables);
  const asked: Asked = { query, variables: read ?? {} };
  const send = () => {
    if (read && !request.running) void request.send(asked);
  };
  return (
    <Stack gap={24}>
      <PageHead title={t('page.developer')} context={t('console.context')} />
      <TwoBanks
        is={
          <>
            <Sheet title={t('console.query')}>
              <form
                onSubmit={(event) => {
                  event.preventDefault();
                  send();
                }}
              >
                <Stack>
                  <Textarea
                    label={t('console.query')}
                    classNames={{ input: 'mono' }}
                    autosize
                    minRows={8}
                    maxRows={24}
                    spellCheck={false}
                    value={query}
                    onChange={(event) => setQuery(event.currentTarget.value)}
                  />
                  <Textarea
                    label={t('console.variables')}
                    classNames={{ input: 'mono' }}
                    autosize
                    minRows={2}
                    maxRows={10}
                    spellCheck={false}
                    value={variables}
                    error={read ? undefined : t('console.variablesWrong')}
                    onChange={(event) => setVariables(event.currentTarget.value)}
                  />
                  <Row>
                    <Button type="submit" disabled={!read || request.running}>
                      {t(request.running ? 'console.running' : 'console.run')}
                    </Button>
                    <Copy value={asCurl(location.origin, asked)} label={t('console.asCurl')} />
                    <Copy value={asJavaScript(location.origin, asked)} label={t('console.asJavaScript')} />
                  </Row>
                </Stack>
              </form>
            </Sheet>
            <Answer answer={request.answer} unreachable={request.unreachable} />
          </>
        }
        todo={
          <>
            <Sheet title={t('console.samples')}>
              <ul className="plain">
                {samples.map((sample) => (
                  <li key={sample.id}>
                    <button
                      type="button"
                      className="link"
                      onClick={() => {
                        setQuery(sample.query);
                        setVariables(textOf(sample));
                      }}
                    >
                      {t(sample.title)}
                    </button>
                  </li>
                ))}
              </ul>
            </Sheet>
            <TokenCard />
            <References />
          </>
        }
      />
    </Stack>
  );
}

function textOf(sample: Sample | undefined): string {
  return JSON.stringify(sample?.variables ?? {}, null, 2);
}

function useRequest() {
  const { tokens } = useSession();
  const [answer, setAnswer] = useState<ConsoleAnswer>();
  const [running, setRunning] = useState(false);
  const [unreachable, setUnreachable] = useState(false);
  const send = async (asked: Asked) => {
    setRunning(true);
    setUnreachable(false);
    try {
      setAnswer(await ask(asked, await tokens.current(), () => performance.now()));
    } catch {
      setUnreachable(true);
    } finally {
      setRunning(false);
    }
  };
  return { answer, running, unreachable, send };
}

function Copy({ value, label }: { readonly value: string; readonly label: string }) {
  const t = useWords();
  return (
    <CopyButton value={value}>
      {({ copied, copy }) => (
        <Button variant="default" onClick={copy}>
          {copied ? t('console.copied') : label}
        </Button>
      )}
    </CopyButton>
  );
}
