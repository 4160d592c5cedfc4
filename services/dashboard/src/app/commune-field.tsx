import { Button } from '@mantine/core';
import { useWords } from '../i18n/words.js';
import { TextField } from '../ui/fields.js';
import { Row, Stack } from '../ui/layout.js';
import { graphql } from './query.js';
import { useRead } from './use-read.js';

const COMMUNES = graphql(`
  query Communes($text: String!) {
    communes(text: $text) {
      code
      name
      postcodes
    }
  }
`);

/**
 * The commune by the beginning of its name or a postcode. Typing again forgets the one chosen, so that the record never
 * holds a commune other than the one that is read in the field.
 */
export function CommuneField(props: {
  readonly text: string;
  readonly code: string;
  readonly onChange: (text: string, code: string) => void;
  readonly required?: boolean;
}) {
  const t = useWords();
  const searching = props.text.trim().length >= 2 && props.code === '';
  const read = useRead(COMMUNES, { text: props.text.trim() }, { enabled: searching });
  const found = (read.data?.communes ?? []).slice(0, 5);
  return (
    <Stack gap={4}>
      <TextField
        path="communeCode"
        label={t('people.communeSearch')}
        value={props.text}
        onChange={(text) => props.onChange(text, '')}
        {...(props.required ? { required: true } : {})}
      />
      {searching ? (
        <Row gap={4}>
          {found.map((commune) => {
            const shown = `${commune.name} (${commune.postcodes[0] ?? commune.code})`;
            return (
              <Button
                key={commune.code}
                size="compact-md"
                variant="default"
                onClick={() => props.onChange(shown, commune.code)}
              >
                {shown}
              </Button>
            );
          })}
          <span className="soft small" role="status">
            {!read.loading && !read.refreshing && found.length === 0
              ? t('people.communeNone')
              : t('people.communeChoose')}
          </span>
        </Row>
      ) : null}
    </Stack>
  );
}
