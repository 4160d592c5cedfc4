import { Button } from '@mantine/core';
import { useState } from 'react';
import { useLabel } from '../../i18n/vocabulary.js';
import { DataTable } from '../../ui/data-table.js';
import { FilterChips } from '../../ui/filter-chips.js';
import { FranceMap, type MapDot } from '../../ui/france-map.js';
import { Halves, Row, Sheet, Stack } from '../../ui/layout.js';
import { LineChart } from '../../ui/line-chart.js';
import { RankedBars } from '../../ui/ranked-bars.js';
import { SeatMeter } from '../../ui/seat-meter.js';
import { Sparkline } from '../../ui/sparkline.js';
import { Tile, Tiles } from '../../ui/tile.js';

const MONTHS = ['déc.', 'janv.', 'févr.', 'mars', 'avr.', 'mai', 'juin', 'juil.', 'août', 'sept.', 'oct.', 'nov.'];
const ACTS = [880, 1010, 1120, 1090, 1180, 1240, 1190, 760, 540, 1280, 1330, 1186];
const BRANCHES: readonly [code: string, city: string, longitude: number, latitude: number, value: number][] = [
  ['BX', 'Bordeaux', -0.58, 44.84, 1840],
  ['LI', 'Lille', 3.06, 50.63, 1220],
  ['RO', 'Roubaix', 3.18, 50.69, 640],
  ['BE', 'Béthune', 2.64, 50.53, 210],
  ['PA', 'Paris', 2.35, 48.86, 2100],
  ['SD', 'Saint-Denis', 2.36, 48.94, 1310],
  ['CR', 'Créteil', 2.46, 48.79, 720],
  ['ST', 'Strasbourg', 7.75, 48.58, 830],
  ['LY', 'Lyon', 4.83, 45.76, 1660],
  ['GR', 'Grenoble', 5.72, 45.19, 510],
  ['MA', 'Marseille', 5.37, 43.3, 1420],
  ['NA', 'Nantes', -1.55, 47.22, 60],
  ['TL', 'Toulouse', 1.44, 43.6, 0],
];
const AGAINST = 'du 1 au 26 octobre';

/** Tiles, charts with their tables, map, list. */
export function FigureGallery() {
  const label = useLabel();
  const [acts, setActs] = useState(12806);
  const [pulse, setPulse] = useState(0);
  const dots: MapDot[] = BRANCHES.map(([code, city, longitude, latitude, value]) => ({
    code,
    city,
    longitude,
    latitude,
    value,
    state: code === 'LI' ? 'late' : code === 'TL' ? 'closed' : 'fresh',
    lateBy: code === 'LI' ? '4 min' : undefined,
    pulse: code === 'BX' && pulse > 0 ? pulse : undefined,
  }));
  return (
    <Stack gap={24}>
      <FilterChips
        chips={[
          { id: 'branch', label: 'Bordeaux', onRemove: () => undefined },
          { id: 'theme', label: 'Messagerie', onRemove: () => undefined },
        ]}
        onClear={() => undefined}
        unknown={['theme=XYZ']}
      />
      <Tiles label="Chiffres du réseau">
        <Tile
          label="Personnes"
          value={3412}
          change={{ by: 0.08, measure: 'percent', against: AGAINST }}
          curve={<Sparkline points={ACTS} />}
          definition="Chaque personne compte une fois."
        />
        <Tile
          label="Accompagnements"
          value={acts}
          change={{ by: 0.12, measure: 'percent', against: AGAINST }}
          curve={<Sparkline points={ACTS} />}
          definition="Une personne et une activité."
        />
        <Tile
          label="Séances"
          value={1503}
          change={{ by: -0.03, measure: 'percent', against: AGAINST }}
          definition="Séances tenues."
          stale
        />
        <Tile
          label="Présence"
          value={0.71}
          measure="share"
          change={{ by: 2, measure: 'points', against: AGAINST }}
          definition="Présents sur inscrits."
        />
        <Tile label="Matériels" value="NOT_AVAILABLE" definition="Matériels distribués." />
        <Tile
          label="Encaissé"
          value={2134000}
          measure="money"
          change={{ by: 0, measure: 'percent', against: AGAINST }}
          definition="Somme encaissée."
        />
      </Tiles>
      <Row>
        <Button
          variant="default"
          onClick={() => {
            setActs(acts + 1);
            setPulse(pulse + 1);
          }}
        >
          Un passage à Bordeaux
        </Button>
        <SeatMeter taken={6} seats={8} />
        <SeatMeter taken={8} seats={8} />
      </Row>
      <Halves>
        <Sheet>
          <LineChart
            title="Évolution"
            takeaway="1 186 accompagnements en novembre, mois en cours."
            series="Accompagnements"
            points={MONTHS.map((month, index) => ({
              label: month,
              value: ACTS[index] ?? 0,
              before: (ACTS[(index + 7) % 12] ?? 0) * 0.9,
              unfinished: index === 11,
            }))}
          />
        </Sheet>
        <Sheet>
          <FranceMap title="France, 13 antennes" valueLabel="Accompagnements" dots={dots} onOpen={() => undefined} />
        </Sheet>
      </Halves>
      <Sheet>
        <RankedBars
          title="Par thématique"
          column="Thématique"
          note="Parts des mentions : une activité peut porter plusieurs thématiques."
          onPick={() => undefined}
          rows={['EMAIL', 'ADMINISTRATIVE_HELP', 'HEALTH', 'DEVICE_BASICS', 'JOB_SEEKING'].map((theme, index) => ({
            id: theme,
            label: label('MediationTheme', theme),
            value: index === 4 ? 'MASKED' : 4100 - index * 830,
            before: index === 4 ? undefined : 3700 - index * 700,
            share: index === 4 ? undefined : 0.32 - index * 0.06,
            change: index === 4 ? undefined : { by: 0.1 - index * 0.07, measure: 'percent', against: AGAINST },
          }))}
        />
      </Sheet>
      <Sheet title="Stock" flush>
        <DataTable
          caption="Matériels en stock"
          rows={[
            { tag: 'BXPC26-0322', type: 'COMPUTER', grade: 'B', state: 'READY', price: '70,00 €' },
            { tag: 'BXTA26-0041', type: 'TABLET', grade: 'A', state: 'RESERVED', price: '50,00 €' },
            { tag: 'BXSP26-0108', type: 'SMARTPHONE', grade: 'C', state: 'DISTRIBUTED', price: '30,00 €' },
          ]}
          rowKey={(row) => row.tag}
          rowState={(row) => (row.grade === 'A' ? 'changed' : row.grade === 'C' ? 'voided' : undefined)}
          total={412}
          onMore={() => undefined}
          columns={[
            { id: 'tag', label: 'Étiquette', phone: 'title', cell: (row) => <code>{row.tag}</code> },
            { id: 'type', label: 'Type', cell: (row) => label('EquipmentType', row.type) },
            { id: 'grade', label: 'Catégorie', cell: (row) => label('Grade', row.grade) },
            { id: 'state', label: 'État', cell: (row) => label('EquipmentState', row.state) },
            {
              id: 'price',
              label: 'Prix',
              number: true,
              phone: 'main',
              cell: (row) => <span className="amount">{row.price}</span>,
            },
          ]}
        />
      </Sheet>
    </Stack>
  );
}
