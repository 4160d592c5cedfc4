import { graphql, type ResultOf } from '../../app/query.js';

export const RESOURCE = graphql(`
  query Resource($id: UUID!) {
    resource(id: $id) {
      id
      title
      summary
      level
      themes
      language
      minutes
      reviewOn
      retired
      version
      usage {
        sessions
        lastUsedOn
        kits
      }
      versions {
        id
        number
        note
        url
        fileName
        addedAt
      }
    }
  }
`);
export type ResourceShown = NonNullable<ResultOf<typeof RESOURCE>['resource']>;

export const FILE = graphql(`
  query ResourceFile($id: UUID!) {
    resourceFile(versionId: $id) {
      name
      mediaType
      base64
    }
  }
`);
export const ADD_VERSION = graphql(`
  mutation AddResourceVersion($input: AddResourceVersionInput!) {
    addResourceVersion(input: $input) {
      id
    }
  }
`);
export const REVISE = graphql(`
  mutation ReviseResource($input: ReviseResourceInput!) {
    reviseResource(input: $input) {
      id
    }
  }
`);
export const RETIRE = graphql(`
  mutation RetireResource($input: RetireResourceInput!) {
    retireResource(input: $input) {
      id
    }
  }
`);
/** What shows a resource. */
export const OF_RESOURCES = [
  ['read', 'Resource'],
  ['read', 'Resources'],
];
