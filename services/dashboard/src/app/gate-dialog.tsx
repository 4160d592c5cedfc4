import { Button, Modal } from '@mantine/core';
import { useState } from 'react';
import { GateLanguage } from '../i18n/gate-language.js';
import { useWords } from '../i18n/words.js';
import { Notice, Stack } from '../ui/layout.js';
import { useGate, useIdentity, useSession } from './session.js';
import { AnotherPerson } from './tokens.js';

/**
 * Stands over the page when the session ended or nobody touched it for ten minutes. The page and what was typed stay
 * underneath; the same person signs in again in a small window, and the request that waited goes on.
 */
export function GateDialog() {
  return (
    <GateLanguage>
      <SignInAgain />
    </GateLanguage>
  );
}

function SignInAgain() {
  const t = useWords();
  const gate = useGate();
  const { tokens } = useSession();
  const { subject, name } = useIdentity();
  const [trouble, setTrouble] = useState<'another' | 'failed' | null>(null);
  const [busy, setBusy] = useState(false);

  const again = async () => {
    setBusy(true);
    setTrouble(null);
    try {
      await tokens.signInAgain(subject);
    } catch (error) {
      setTrouble(error instanceof AnotherPerson ? 'another' : 'failed');
    } finally {
      setBusy(false);
    }
  };
  return (
    <Modal
      opened={gate !== 'open'}
      onClose={() => undefined}
      withCloseButton={false}
      closeOnClickOutside={false}
      closeOnEscape={false}
      title={t(gate === 'locked' ? 'gate.locked' : 'gate.expired')}
      overlayProps={gate === 'locked' ? { blur: 12, backgroundOpacity: 0.85 } : { backgroundOpacity: 0.4 }}
      centered
    >
      <Stack>
        <p>{t('gate.who', { name })}</p>
        <p>{t('gate.nothingLost')}</p>
        {trouble ? <Notice tone="wrong" title={t(`gate.${trouble}`, { name })} /> : null}
        <Button onClick={() => void again()} aria-disabled={busy || undefined} data-autofocus>
          {busy ? t('gate.window') : t('gate.again')}
        </Button>
        <Button variant="subtle" onClick={() => void tokens.signOut()}>
          {t('gate.leave')}
        </Button>
      </Stack>
    </Modal>
  );
}
