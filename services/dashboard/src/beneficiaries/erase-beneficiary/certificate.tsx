import { Button } from '@mantine/core';
import { Block } from '../../app/block.js';
import { useBranchName } from '../../app/branch-names.js';
import { graphql, type ResultOf } from '../../app/query.js';
import { useServiceName } from '../../app/service-name.js';
import { useRead } from '../../app/use-read.js';
import { useWords } from '../../i18n/words.js';
import { download } from '../../ui/download.js';
import { useFormat } from '../../ui/format.js';
import { Facts, Row, Stack } from '../../ui/layout.js';
import { Paper } from '../../ui/paper.js';

const CERTIFICATE = graphql(`
  query ErasureCertificate($id: UUID!) {
    erasureCertificate(beneficiaryId: $id) {
      beneficiaryId
      erasedAt
      ground
      state
      completeAt
      missing
      branch {
        code
      }
      receipts {
        service
        at
        removed {
          what
          count
        }
      }
    }
  }
`);
type Shown = ResultOf<typeof CERTIFICATE>['erasureCertificate'];

/** That somebody was erased, and which services have said so; to print and to keep. It names nobody. */
export function Certificate({ beneficiaryId }: { readonly beneficiaryId: string }) {
  const t = useWords();
  const read = useRead(CERTIFICATE, { id: beneficiaryId });
  return (
    <Block read={read} at="erasureCertificate" doing={t('rights.doing')}>
      {({ erasureCertificate }) => <Told certificate={erasureCertificate} />}
    </Block>
  );
}

function Told({ certificate }: { readonly certificate: Shown }) {
  const t = useWords();
  const format = useFormat();
  const names = useBranchName();
  const serviceName = useServiceName();
  if (!certificate) return null;
  const services = certificate.missing.map(serviceName).join(', ');
  const facts = [
    [t('rights.certificateNumber'), certificate.beneficiaryId],
    [t('rights.certificateBranch'), names.of(certificate.branch?.code ?? '')],
    [t('rights.erasedAt'), format.moment(certificate.erasedAt)],
    [t('rights.ground'), t(`rights.ground.${certificate.ground}`)],
    [t('rights.state'), t(`rights.state.${certificate.state}`, { services })],
  ] as const;
  const receipts = certificate.receipts.map(({ service, at }) =>
    t('rights.receipt', { service: serviceName(service), at: format.moment(at) }),
  );
  return (
    <Stack>
      <Facts facts={facts} />
      <ul className="plain">
        {receipts.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <Row gap={8}>
        <Button variant="default" onClick={() => window.print()}>
          {t('rights.print')}
        </Button>
        <Button
          variant="default"
          onClick={() =>
            download(`${certificate.beneficiaryId}.json`, JSON.stringify(certificate, null, 2), 'application/json')
          }
        >
          {t('rights.save')}
        </Button>
      </Row>
      <Paper size="a4">
        <p className="paper-big">{t('rights.certificate')}</p>
        <p>{t('rights.certified')}</p>
        {facts.map(([name, value]) => (
          <p key={name}>
            {name}
            {'\u00a0'}: {value}
          </p>
        ))}
        {receipts.map((line) => (
          <p key={line}>{line}</p>
        ))}
      </Paper>
    </Stack>
  );
}
