import { Button } from '@mantine/core';
import { graphql } from '../../app/query.js';
import { useCommand } from '../../app/use-command.js';
import { useWords } from '../../i18n/words.js';
import { useEnvironment } from '../../ui/environment.js';
import { RefusalSummary } from '../../ui/form.js';
import { savePaper } from '../../ui/save-paper.js';

const SHEET = graphql(`
  query AttendanceSheet($id: UUID!, $title: String, $place: String) {
    session(id: $id) {
      id
      attendanceSheet(title: $title, place: $place) {
        name
        mediaType
        base64
      }
    }
  }
`);

/** The sheet that people sign, as a file to print: with names, so only where names may be read. */
export function PrintSheet(props: {
  readonly session: {
    readonly id: string;
    readonly title: string;
    readonly room: string | null;
    readonly place: { readonly name: string | null } | null;
  };
}) {
  const t = useWords();
  const { newId } = useEnvironment();
  const { id, title, room, place } = props.session;
  const asked = useCommand(SHEET);
  const save = async () => {
    const where = [place?.name, room].filter(Boolean).join(', ') || null;
    const file = (await asked.send({ id, title, place: where }, newId()))?.session?.attendanceSheet;
    if (file) savePaper(file);
  };
  return (
    <>
      <Button variant="default" aria-disabled={asked.sending || undefined} onClick={() => void save()}>
        {t('session.sheet')}
      </Button>
      <RefusalSummary refusals={asked.refusals} />
    </>
  );
}
