import { useWords } from '../i18n/words.js';
import { useFormat } from '../ui/format.js';
import { Facts, Notice } from '../ui/layout.js';

/** What a file was taken for. */
interface Recognised {
  readonly format: string;
  readonly encoding: string;
  readonly delimiter: string | null;
  readonly repairs: readonly { readonly fr: string; readonly en: string }[];
}

const SIGNS = { ',': 'comma', ';': 'semicolon', '\t': 'tab', '|': 'bar' } as const;

/** What a file was taken for, and what was put right about it on the way. */
export function Recognition({ file, rows }: { readonly file: Recognised; readonly rows?: number }) {
  const t = useWords();
  const format = useFormat();
  const sign = SIGNS[file.delimiter as keyof typeof SIGNS];
  return (
    <>
      <Facts
        facts={[
          [t('import.format'), file.format],
          [t('import.encoding'), file.encoding],
          ...(sign ? [[t('import.delimiter'), t(`import.delimiter.${sign}`)] as const] : []),
          ...(rows === undefined ? [] : [[t('import.rows'), format.number(rows)] as const]),
        ]}
      />
      {file.repairs.length > 0 ? (
        <Notice title={t('import.repaired')}>
          {file.repairs.map((repair) => (format.language === 'en' ? repair.en : repair.fr)).join(' ')}
        </Notice>
      ) : null}
    </>
  );
}
