import { ChangeRedirection } from './change-redirection.js';
import { ListRedirectionsResolver } from './list-redirections/list-redirections.resolver.js';
import { NoteRedirectionResultResolver } from './note-redirection-result/note-redirection-result.resolver.js';
import { RedirectPerson } from './redirect-person/redirect-person.js';
import { RedirectPersonResolver } from './redirect-person/redirect-person.resolver.js';
import { VoidRedirectionResolver } from './void-redirection/void-redirection.resolver.js';

/** What is done with redirections. */
export const REDIRECTIONS = [
  ChangeRedirection,
  ListRedirectionsResolver,
  NoteRedirectionResultResolver,
  RedirectPerson,
  RedirectPersonResolver,
  VoidRedirectionResolver,
] as const;
