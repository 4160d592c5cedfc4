import { Button } from '@mantine/core';
import { createContext, type ReactNode, useContext, useEffect, useRef } from 'react';
import { useIntl } from 'react-intl';
import { useWords } from '../i18n/words.js';
import css from './form.module.css';
import { fieldId, fieldPath, named, type RefusalShown, refusalAt } from './refusal.js';

interface FormState {
  readonly refusals: readonly RefusalShown[];
  readonly sending: boolean;
  /** What each field is called, by its path: the summary names the field that it leads to. */
  readonly names: Map<string, string>;
}
const FormContext = createContext<FormState>({ refusals: [], sending: false, names: new Map() });

/** What a control needs so that its label, its help and its refusal are read together. */
export interface ControlProps {
  readonly id: string;
  readonly name: string;
  readonly label: ReactNode;
  readonly description?: ReactNode;
  readonly error?: string | undefined;
  readonly required?: boolean | undefined;
}

/** A form whose input is never lost: refusals are shown, summed up and focused; Ctrl+Enter sends. */
export function EntryForm(props: {
  readonly label: string;
  readonly refusals: readonly RefusalShown[];
  readonly sending: boolean;
  readonly onSend: () => void;
  /** Why nothing can be entered now; what stands in the form already stays there. */
  readonly off?: ReactNode;
  readonly children: ReactNode;
}) {
  const off = props.off !== undefined && props.off !== null;
  const names = useRef(new Map<string, string>());
  return (
    <FormContext.Provider value={{ refusals: props.refusals, sending: props.sending, names: names.current }}>
      <form
        className={css.form}
        aria-label={props.label}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (!props.sending && !off) props.onSend();
        }}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
            event.preventDefault();
            event.currentTarget.requestSubmit();
          }
        }}
      >
        <RefusalSummary refusals={props.refusals} />
        {props.off}
        <fieldset className={css.entry} disabled={off}>
          {props.children}
        </fieldset>
      </form>
    </FormContext.Provider>
  );
}

/**
 * A labelled control bound to an input path. The service's own sentence appears beside the control whose path it names.
 */
export function FormField(props: {
  readonly path: string;
  readonly label: ReactNode;
  readonly description?: ReactNode;
  readonly required?: boolean;
  readonly children: (control: ControlProps) => ReactNode;
}) {
  const { refusals, names } = useContext(FormContext);
  const { locale } = useIntl();
  const refusal = refusalAt(refusals, props.path);
  const { path, label } = props;
  useEffect(() => {
    if (typeof label === 'string') names.set(fieldPath(path), label);
    return () => void names.delete(fieldPath(path));
  }, [names, path, label]);
  return (
    <div className={css.field}>
      {props.children({
        id: fieldId(props.path),
        name: fieldPath(props.path),
        label: props.label,
        description: props.description,
        error: refusal ? (locale === 'en' ? refusal.en : refusal.fr) : undefined,
        required: props.required,
      })}
    </div>
  );
}

/** All that was refused, at the top, each line naming its field and leading there. Takes the focus when it appears. */
export function RefusalSummary({ refusals }: { readonly refusals: readonly RefusalShown[] }) {
  const t = useWords();
  const { names } = useContext(FormContext);
  const { locale } = useIntl();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (refusals.length > 0) box.current?.focus();
  }, [refusals]);
  if (refusals.length === 0) return null;
  return (
    <div ref={box} className={css.summary} role="alert" tabIndex={-1}>
      <strong>{t('ui.refusal.title', { count: refusals.length })}</strong>
      <ul>
        {refusals.map((refusal) => {
          const said = locale === 'en' ? refusal.en : refusal.fr;
          const name = refusal.field === undefined ? undefined : names.get(fieldPath(refusal.field));
          const sentence = named(name, said, (field, what) => t('ui.refusal.named', { field, what }));
          return (
            <li key={`${refusal.code} ${refusal.field ?? ''}`}>
              {refusal.field ? (
                <a href={`#${fieldId(refusal.field)}`} onClick={goTo(refusal.field)}>
                  {sentence}
                </a>
              ) : (
                sentence
              )}
              {refusal.correlationId ? <code className={css.reference}>{refusal.correlationId}</code> : null}
            </li>
          );
        })}
      </ul>
      <p className="small">{t('ui.refusal.kept')}</p>
    </div>
  );
}

function goTo(path: string) {
  return (event: { preventDefault(): void }) => {
    const control = document.getElementById(fieldId(path));
    if (!control) return;
    event.preventDefault();
    control.scrollIntoView({ block: 'center' });
    control.focus();
  };
}

/**
 * Sends the form; off while sending, so that a second tap sends nothing. `main`: it is what its page is for, filled, and on
 * a phone above the bottom bar. `beside`: the page has another main action, so this one is quiet.
 */
export function SaveButton({ as, children }: { readonly as?: 'main' | 'beside'; readonly children: ReactNode }) {
  const t = useWords();
  const { sending } = useContext(FormContext);
  const button = (
    <Button
      type="submit"
      size="md"
      variant={as === 'beside' ? 'default' : 'filled'}
      aria-disabled={sending || undefined}
      data-sending={sending || undefined}
    >
      {sending ? t('ui.sending') : children}
    </Button>
  );
  if (as !== 'main') return button;
  return (
    <div className={css.save} data-main-action>
      {button}
    </div>
  );
}

/** A part of a long form under its own heading. */
export function FormPart({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <fieldset className={css.part}>
      <legend>{title}</legend>
      {children}
    </fieldset>
  );
}

/** Side-by-side fields that fall under each other on a phone. */
export function FieldRow({ children }: { readonly children: ReactNode }) {
  return <div className={css.fields}>{children}</div>;
}
