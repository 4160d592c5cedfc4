import { Button, NativeSelect, TextInput } from '@mantine/core';
import { graphql } from '../../app/query.js';
import { useRead } from '../../app/use-read.js';
import { useWords } from '../../i18n/words.js';
import { FormField } from '../../ui/form.js';
import { Row, Stack } from '../../ui/layout.js';

const COMMUNES = graphql(`
  query Communes($text: String!) {
    communes(text: $text) {
      code
      name
      postcodes
    }
  }
`);
const ORGANISATIONS = graphql(`
  query Organisations {
    organisations(first: 100) {
      items {
        id
        name
      }
    }
  }
`);

interface FieldProps {
  readonly path: string;
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/** A line of text bound to its input path; the browser keeps none of it. */
export function Text({ path, label, value, onChange }: FieldProps) {
  return (
    <FormField path={`input.${path}`} label={label}>
      {(control) => (
        <TextInput
          {...control}
          value={value}
          onChange={(event) => onChange(event.currentTarget.value)}
          autoComplete="off"
        />
      )}
    </FormField>
  );
}

/** One value of a list. */
export function Choice({
  path,
  label,
  value,
  onChange,
  data,
}: FieldProps & { readonly data: readonly { value: string; label: string }[] }) {
  return (
    <FormField path={`input.${path}`} label={label}>
      {(control) => (
        <NativeSelect
          {...control}
          data={[...data]}
          value={value}
          onChange={(event) => onChange(event.currentTarget.value)}
        />
      )}
    </FormField>
  );
}

/** The organisation that sent the person, when it is known here. */
export function OrganisationField({
  value,
  onChange,
}: {
  readonly value: string;
  readonly onChange: (value: string) => void;
}) {
  const t = useWords();
  const read = useRead(ORGANISATIONS, {});
  const data = [
    { value: '', label: '–' },
    ...(read.data?.organisations?.items ?? []).map(({ id, name }) => ({ value: id, label: name ?? id })),
  ];
  return (
    <Choice path="organisationId" label={t('people.organisation')} data={data} value={value} onChange={onChange} />
  );
}

/**
 * The commune by the beginning of its name or a postcode. Typing again forgets the one chosen, so that the record never
 * holds a commune other than the one that is read in the field.
 */
export function CommuneField(props: {
  readonly text: string;
  readonly code: string;
  readonly onChange: (text: string, code: string) => void;
}) {
  const t = useWords();
  const searching = props.text.trim().length >= 2 && props.code === '';
  const read = useRead(COMMUNES, { text: props.text.trim() }, { enabled: searching });
  const found = (read.data?.communes ?? []).slice(0, 5);
  return (
    <Stack gap={4}>
      <Text
        path="communeCode"
        label={t('people.communeSearch')}
        value={props.text}
        onChange={(text) => props.onChange(text, '')}
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
