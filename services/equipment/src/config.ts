import { z } from 'zod';
import { loadConfig, loadServiceConfig, type ServiceConfig } from '#runtime';
import { WarrantyRule } from './after-sales/warranty.js';
import { EntitlementRule } from './entitlements/entitlement-rule.js';

/** The settings of the equipment service; see the README for each variable. */
export function loadEquipmentConfig(environment: NodeJS.ProcessEnv): ServiceConfig {
  return loadServiceConfig('equipment', environment);
}

const ruleSchema = z.object({
  ENTITLEMENT_MONTHS: z.coerce.number().int().min(1).max(120).default(9),
  ENTITLEMENT_RENEWALS: z.coerce.number().int().min(0).max(20).default(1),
  ENTITLEMENT_MONTHLY_CENTS: z.coerce.number().int().min(0).max(1_000_000).default(3_000),
});

/** How far the right to buy connectivity goes. Throws `ConfigError` for a setting that is wrong. */
export function entitlementRule(environment: NodeJS.ProcessEnv): EntitlementRule {
  const settings = loadConfig(ruleSchema, environment);
  return new EntitlementRule(
    settings.ENTITLEMENT_MONTHS,
    settings.ENTITLEMENT_RENEWALS,
    settings.ENTITLEMENT_MONTHLY_CENTS,
  );
}

const warrantySchema = z.object({ WARRANTY_MONTHS: z.coerce.number().int().min(0).max(120).default(24) });

/** How long a sold device is under warranty. Throws `ConfigError` for a setting that is wrong. */
export function warrantyRule(environment: NodeJS.ProcessEnv): WarrantyRule {
  return new WarrantyRule(loadConfig(warrantySchema, environment).WARRANTY_MONTHS);
}
