import { PageLink } from '../../app/page-link.js';
import { ResourceLanguage } from '../../i18n/resource-language.js';
import { useWords } from '../../i18n/words.js';
import { Lines, Row } from '../../ui/layout.js';
import { OpenVersion } from '../show-resource/open-version.js';

/** One resource of a session, in the version it uses. */
interface Used {
  readonly id: string;
  readonly number: number;
  readonly url: string | null;
  readonly resource: { readonly id: string; readonly title: string };
}

/** What the session is taught with, in the versions it uses. */
export function SessionKit({ kit }: { readonly kit: readonly Used[] }) {
  return (
    <ResourceLanguage>
      <Lines>
        {kit.map((version) => (
          <Row key={version.id} gap={8}>
            <OpenVersion title={version.resource.title} version={version} />
            <ToResource id={version.resource.id} />
          </Row>
        ))}
      </Lines>
    </ResourceLanguage>
  );
}

function ToResource({ id }: { readonly id: string }) {
  const t = useWords();
  return <PageLink href={`/resources/${id}`}>{t('resource.about')}</PageLink>;
}
