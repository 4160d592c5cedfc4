import type { MessageId } from '../../i18n/fr.js';

/** A query that a newcomer can send at once, on any network that has a branch. */
export interface Sample {
  readonly id: string;
  readonly title: MessageId;
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

const BRANCH = `query BranchAtAGlance($code: String!) {
  branch(code: $code) {
    city
    nextSessions(first: 3) {
      items { title startsAt seats seatsTaken }
    }
    stockByGrade { grade count }
  }
}`;

const PAGING = `query SessionsToCome($branch: String, $from: DateTime!, $after: String) {
  sessions(branch: $branch, from: $from, first: 5, after: $after) {
    items { id title startsAt state seats seatsTaken }
    endCursor
  }
}`;

const PUBLISHED = `query PublishedQuarters {
  publishedQuarters { quarter startsOn endsOn frozenAt }
}`;

const FRESHNESS = `query Freshness {
  freshness { source upTo late }
}`;

const REFUSAL = `query CursorOfNobody($branch: String, $from: DateTime!) {
  sessions(branch: $branch, from: $from, first: 5, after: "nowhere") {
    items { title }
  }
}`;

/** The queries offered, for a reader whose branch is `branch` and whose day is `today`. */
export function samplesFor(branch: string, today: string): readonly Sample[] {
  return [
    { id: 'branch', title: 'console.sample.branch', query: BRANCH, variables: { code: branch } },
    {
      id: 'paging',
      title: 'console.sample.paging',
      query: PAGING,
      variables: { branch, from: `${today}T00:00:00Z`, after: null },
    },
    { id: 'published', title: 'console.sample.published', query: PUBLISHED, variables: {} },
    { id: 'freshness', title: 'console.sample.freshness', query: FRESHNESS, variables: {} },
    {
      id: 'refusal',
      title: 'console.sample.refusal',
      query: REFUSAL,
      variables: { branch, from: `${today}T00:00:00Z` },
    },
  ];
}
