import { graphql } from '../../app/query.js';

/** Everything a figure page shows of one view, in one query. */
export const FIGURES = graphql(`
  query Figures($input: FiguresInput!, $grain: Grain!) {
    figures(input: $input) {
      from
      to
      comparedFrom
      comparedTo
      knowledge
      setAside
      anonymousActs
      figures(
        of: [UNIQUE_PEOPLE, SUPPORT_ACTS, SESSIONS_HELD, ATTENDANCE_RATE, DEVICES_SOLD, TAKINGS, DROP_INS_REFUSED, PEOPLE_ENROLLED]
      ) {
        code
        unit
        value
        previous
      }
      trend(of: SUPPORT_ACTS, grain: $grain) {
        start
        value
      }
      previousTrend(of: SUPPORT_ACTS, grain: $grain) {
        start
        value
      }
      byBranch(of: SUPPORT_ACTS) {
        branch {
          code
        }
        value
      }
      closedMonths(of: SUPPORT_ACTS) {
        month
        branches
        minus
        plus
      }
      freshness {
        source
        upTo
        late
      }
    }
  }
`);

/** Breakdowns, asked apart so that the tiles need not wait for them. */
export const BREAKDOWNS = graphql(`
  query Breakdowns($input: FiguresInput!) {
    figures(input: $input) {
      solution: breakdown(of: SUPPORT_ACTS, by: SOLUTION) { member value previous }
      theme: breakdown(of: SUPPORT_ACTS, by: THEME) { member value previous }
      age: breakdown(of: SUPPORT_ACTS, by: AGE_BAND) { member value previous }
      gender: breakdown(of: SUPPORT_ACTS, by: GENDER) { member value previous }
      status: breakdown(of: SUPPORT_ACTS, by: SOCIAL_STATUS) { member value previous }
      commune: breakdown(of: SUPPORT_ACTS, by: COMMUNE) { member value previous }
      equipment: breakdown(of: DEVICES_SOLD, by: EQUIPMENT) { member value previous }
    }
  }
`);

/** What each figure counts. */
export const DEFINITIONS = graphql(`
  query Definitions {
    indicators {
      code
      labelFr
      labelEn
      definitionFr
      definitionEn
    }
  }
`);

/** What has just moved. */
export const RECENT = graphql(`
  query RecentChanges {
    recentChanges(first: 20) {
      id
      at
      code
      value
      branch {
        code
      }
    }
  }
`);
