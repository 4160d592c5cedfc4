import { expect, it } from '@jest/globals';
import { ailing, readStates, type ServiceState, setAsideIn } from './service-state.js';

const state = (service: string, how: ServiceState['state'], setAside: number | null = 0): ServiceState => ({
  service,
  state: how,
  since: '2026-11-26T09:42:00Z',
  sentUpTo: null,
  unread: 0,
  setAside,
});

it('puts who does not answer before who is late, and leaves out who is well', () => {
  const found = ailing([state('network', 'WELL'), state('reporting', 'BEHIND'), state('workshops', 'SILENT')]);
  expect(found.map(({ service }) => service)).toEqual(['workshops', 'reporting']);
});

it('counts what was set aside where that is known', () => {
  expect(setAsideIn([state('network', 'WELL', 2), state('workshops', 'SILENT', null)])).toBe(2);
});

it('takes nothing for a state that is none', () => {
  expect(readStates({ services: [state('network', 'WELL'), { service: 'x' }, null] })).toHaveLength(1);
  expect(readStates('<html>')).toEqual([]);
});
