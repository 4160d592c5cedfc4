import { Button } from '@mantine/core';
import { useState } from 'react';
import { Row, Sheet } from '../../ui/layout.js';
import { AppointmentCard, ReceiptPaper } from '../../ui/paper.js';

/** What the desk prints. One sheet at a time is on the page, and only on paper. */
export function PaperGallery() {
  const [paper, setPaper] = useState<'card' | 'receipt' | null>(null);
  return (
    <Sheet title="Papier">
      <Row>
        <Button variant="default" onClick={() => setPaper('card')}>
          Carton de rendez-vous
        </Button>
        <Button variant="default" onClick={() => setPaper('receipt')}>
          Reçu
        </Button>
      </Row>
      {paper === 'card' ? (
        <AppointmentCard
          title="Votre rendez-vous"
          when="jeudi 3 décembre à 14 h"
          place="Antenne de Bordeaux"
          lines={['12 rue Fondaudège', 'Tram C, arrêt Quinconces', '05 56 00 00 00']}
        />
      ) : null}
      {paper === 'receipt' ? (
        <ReceiptPaper
          size="receipt-80mm"
          head={['Antenne de Bordeaux', '26/11/2026 11:05']}
          number="Reçu BX-2026-0412"
          lines={[{ label: 'Portable B, BXPC26-0322', amount: '70,00 €' }]}
          total={{ label: 'Total', amount: '70,00 €' }}
          foot={['Garantie 6 mois']}
        />
      ) : null}
    </Sheet>
  );
}
