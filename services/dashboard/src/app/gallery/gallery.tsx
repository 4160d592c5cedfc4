import { Button } from '@mantine/core';
import { Chip, Facts, Notice, PageHead, Row, Sheet, Stack, TwoBanks } from '../../ui/layout.js';
import { Mark, Wordmark } from '../../ui/wordmark.js';
import { PersonName } from '../veil.js';
import { FigureGallery } from './figure-gallery.js';
import { FormGallery } from './form-gallery.js';
import { PaperGallery } from './paper-gallery.js';
import { StateGallery } from './state-gallery.js';

/** Every component in every state on one page, to be looked at while developing. Its words are samples, in French. */
export function Gallery() {
  return (
    <div data-wide>
      <PageHead
        title="Tous les composants"
        context="Bordeaux · jeudi 26 novembre"
        aside={<Button variant="default">Encaisser</Button>}
        action={<Button size="md">Nouveau passage</Button>}
      />
      <Stack gap={24}>
        <TwoBanks
          is={
            <Sheet title="Ce qui est" aside={<a href="#faire">Lien</a>}>
              <Stack>
                <Row gap={24}>
                  <Wordmark />
                  <Mark />
                  <Mark size={20} />
                </Row>
                <Row>
                  <Chip>ouverte</Chip>
                  <Chip tone="good">à jour</Chip>
                  <Chip tone="care">en retard</Chip>
                  <Chip tone="wrong">annulée</Chip>
                  <Chip tone="note">figé</Chip>
                  <Chip tone="lantern">à pointer</Chip>
                </Row>
                <Notice tone="note" title="Ces chiffres sont ceux connus le 15 janvier 2026.">
                  Ils ne changeront plus.
                </Notice>
                <Notice tone="wrong" title="BXPC25-0322 a été vendu le 12 novembre à 11:05." />
                <Notice tone="lantern">3 séances passées à pointer</Notice>
              </Stack>
            </Sheet>
          }
          todo={
            <Sheet title="Ce qu’il y a à faire">
              <div id="faire">
                <Facts
                  facts={[
                    ['Personne', <PersonName key="name" name="Zoé Lefèvre-Martin" />],
                    ['Matériel', <code key="tag">BXPC26-0322</code>],
                    [
                      'Prix',
                      <span key="price" className="amount">
                        70,00 €
                      </span>,
                    ],
                    ['Depuis', '12 novembre'],
                  ]}
                />
              </div>
            </Sheet>
          }
        />
        <FigureGallery />
        <FormGallery />
        <StateGallery />
        <PaperGallery />
      </Stack>
    </div>
  );
}
