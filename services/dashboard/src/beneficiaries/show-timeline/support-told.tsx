import { useLabel } from '../../i18n/vocabulary.js';
import { useWords } from '../../i18n/words.js';
import type { Told } from './entries.js';

/** What a line of the timeline says of a support journey or of a redirection. */
export function SupportTold({ told }: { readonly told: Extract<Told, { readonly kind: 'SUPPORT' }> }) {
  const t = useWords();
  const label = useLabel();
  switch (told.step) {
    case 'OPENED':
      return t('timeline.supportOpened');
    case 'ENDED': {
      const { exitReason, outcomes } = told.one;
      return t('timeline.supportEnded', {
        what: [label('ExitReason', exitReason ?? ''), ...outcomes.map((one) => label('SupportOutcome', one))].join(
          ', ',
        ),
      });
    }
    case 'SENT':
      return t('timeline.sent', { where: label('RedirectionTarget', told.one.target) });
    case 'RESULT':
      return t('timeline.sentResult', {
        where: label('RedirectionTarget', told.one.target),
        result: label('RedirectionResult', told.one.result ?? ''),
      });
  }
}
