import { Block } from '../../app/block.js';
import { graphql } from '../../app/query.js';
import { usePages } from '../../app/use-pages.js';
import { fullName, PersonName } from '../../app/veil.js';
import { useWords } from '../../i18n/words.js';
import { DataTable } from '../../ui/data-table.js';
import { useFormat } from '../../ui/format.js';
import { Sheet } from '../../ui/layout.js';
import { Empty } from '../../ui/states.js';

const MINE = graphql(`
  query MyPrescriptions($after: String) {
    myPrescriptions(first: 20, after: $after) {
      endCursor
      items {
        id
        state
        reason
        otherPlaceWords
        receivedOn
        givenName
        familyName
        steps {
          milestone
          day
        }
      }
    }
  }
`);

/** Whom this prescriber sent, and what each agreed that they are told. */
export function OwnPrescriptions() {
  const t = useWords();
  const format = useFormat();
  const read = usePages(MINE, { after: null }, ({ myPrescriptions }) => myPrescriptions);
  return (
    <Sheet title={t('prescription.mine')}>
      <Block read={read} at="myPrescriptions" doing={t('prescription.doing')} lines={4}>
        {() => (
          <DataTable
            caption={t('prescription.mine')}
            rows={read.items}
            rowKey={(one) => one.id}
            onMore={read.more}
            loadingMore={read.loadingMore}
            empty={<Empty reason="nothing-yet">{t('prescription.none')}</Empty>}
            columns={[
              {
                id: 'person',
                label: t('prescription.person'),
                phone: 'title',
                cell: (one) => {
                  const name = fullName(one);
                  return name ? <PersonName name={name} /> : t('prescription.forgotten');
                },
              },
              {
                id: 'from',
                label: t('prescription.from'),
                cell: (one) => format.day(one.receivedOn),
              },
              {
                id: 'state',
                label: t('prescription.state'),
                phone: 'main',
                cell: (one) => (
                  <>
                    {t(`prescription.state.${one.state}`)}
                    {one.reason ? <div>{one.reason}</div> : null}
                    {one.otherPlaceWords ? (
                      <div>{t('prescription.elsewhere', { place: one.otherPlaceWords })}</div>
                    ) : null}
                    {one.steps.map(({ milestone, day }) => (
                      <div key={milestone} className="soft small">
                        {format.day(day)} · {t(`prescription.milestone.${milestone}`)}
                      </div>
                    ))}
                  </>
                ),
              },
            ]}
          />
        )}
      </Block>
    </Sheet>
  );
}
