import { Button } from '@mantine/core';
import { Facts, Sheet, TwoBanks } from '../../ui/layout.js';
import { Empty, ErrorBlock, Loading, PartialBlock, RefreshBar } from '../../ui/states.js';

/** Nothing yet, no match, loading, error, a service that does not answer. */
export function StateGallery() {
  return (
    <TwoBanks
      is={
        <>
          <Sheet title="Rien encore">
            <Empty reason="nothing-yet" action={<Button variant="default">Planifier une séance</Button>}>
              Aucune séance aujourd’hui. La prochaine est lundi 30 novembre à 9:30.
            </Empty>
          </Sheet>
          <Sheet title="Aucun résultat">
            <Empty reason="no-match" action={<Button variant="default">Effacer les filtres</Button>}>
              Aucun résultat avec ces filtres.
            </Empty>
          </Sheet>
          <ErrorBlock
            doing="La liste des séances n’a pas pu être lue"
            correlationId="0192f0aa-5b1c"
            onRetry={() => undefined}
          />
        </>
      }
      todo={
        <>
          <Sheet title="Chargement">
            <RefreshBar refreshing />
            <Loading />
          </Sheet>
          <Sheet title="Service muet">
            <PartialBlock service="Le matériel" lastKnownAt="2026-11-26T13:02:00Z">
              <Facts
                facts={[
                  ['Portables B', '2'],
                  ['Tablettes', '4'],
                ]}
              />
            </PartialBlock>
          </Sheet>
          <Sheet title="Jamais su">
            <PartialBlock service="Le matériel" />
          </Sheet>
        </>
      }
    />
  );
}
