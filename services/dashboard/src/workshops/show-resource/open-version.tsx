import { Button } from '@mantine/core';
import { useCommand } from '../../app/use-command.js';
import { useWords } from '../../i18n/words.js';
import { download } from '../../ui/download.js';
import { useEnvironment } from '../../ui/environment.js';
import { RefusalSummary } from '../../ui/form.js';
import { FILE } from './resource-query.js';

/** Opens a version that is an address, or saves one that is a file: never shown in the page, whatever it holds. */
export function OpenVersion(props: {
  readonly title: string;
  readonly version: { readonly id: string; readonly number: number; readonly url: string | null };
}) {
  const t = useWords();
  const { newId } = useEnvironment();
  const asked = useCommand(FILE);
  const { id, number, url } = props.version;
  const named = { title: props.title, number };
  if (url !== null)
    return (
      <a href={url} rel="noreferrer noopener" target="_blank">
        {t('resource.open', named)}
      </a>
    );
  const save = async () => {
    const file = (await asked.send({ id }, newId()))?.resourceFile;
    if (file)
      download(
        file.name,
        Uint8Array.from(atob(file.base64), (sign) => sign.charCodeAt(0)),
        file.mediaType,
      );
  };
  return (
    <>
      <Button
        variant="default"
        size="compact-md"
        aria-disabled={asked.sending || undefined}
        onClick={() => void save()}
      >
        {t('resource.save', named)}
      </Button>
      <RefusalSummary refusals={asked.refusals} />
    </>
  );
}
