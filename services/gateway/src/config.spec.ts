import { describe, expect, it } from '@jest/globals';
import { readGatewayConfig } from './config.js';

const enough = {
  OIDC_ISSUER: 'http://localhost:4310',
  SUBGRAPH_SECRET: 'x'.repeat(32),
  NODE_ENV: 'development',
  PORT_BASE: '4300',
};

describe('the settings of the gateway', () => {
  it('find the services of a development world by its first port', () => {
    const config = readGatewayConfig({ ...enough, SUBGRAPH_URL_EQUIPMENT: 'http://elsewhere.test/graphql' });
    expect(config.port).toBe(4300);
    expect(config.services).toEqual({
      network: 'http://127.0.0.1:4301/graphql',
      beneficiaries: 'http://127.0.0.1:4302/graphql',
      workshops: 'http://127.0.0.1:4303/graphql',
      equipment: 'http://elsewhere.test/graphql',
      reporting: 'http://127.0.0.1:4305/graphql',
    });
  });

  it('name what is wrong and never show it', () => {
    expect(() => readGatewayConfig({ ...enough, SUBGRAPH_SECRET: 'short-secret', OIDC_ISSUER: undefined })).toThrow(
      /^Settings missing or wrong: OIDC_ISSUER, SUBGRAPH_SECRET$/,
    );
    expect(() => readGatewayConfig({ ...enough, DEMO_PERSONAS: '[7]' })).toThrow('DEMO_PERSONAS');
  });

  it('guess no address in production and know no persona there', () => {
    expect(() => readGatewayConfig({ ...enough, NODE_ENV: undefined })).toThrow('SUBGRAPH_URL_NETWORK');
    const addresses = Object.fromEntries(
      ['NETWORK', 'BENEFICIARIES', 'WORKSHOPS', 'EQUIPMENT', 'REPORTING'].map((name) => [
        `SUBGRAPH_URL_${name}`,
        'http://a.test/graphql',
      ]),
    );
    const personas = { DEMO_PERSONAS: '[{"id":"auditor"}]' };
    expect(readGatewayConfig({ ...enough, ...addresses, ...personas, NODE_ENV: 'production' }).personas).toEqual([]);
    expect(readGatewayConfig({ ...enough, ...personas }).personas).toEqual([{ id: 'auditor' }]);
  });
});
