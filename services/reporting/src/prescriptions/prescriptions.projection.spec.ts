import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { happened, PrescriptionAnswered, PrescriptionReceived } from '#events';
import { personas, startForTest, type TestService } from '#testing';
import { ReportingModule } from '../reporting.module.js';

let reporting: TestService;
beforeAll(async () => {
  reporting = await startForTest(ReportingModule);
});
afterAll(() => reporting.stop());

it('counts prescriptions received, accepted, and answered within seven days, each once', async () => {
  const at = new Date('2026-03-20T08:00:00Z');
  const organisationId = randomUUID();
  const asked = (prescriptionId: string) =>
    happened(PrescriptionReceived, {
      ...{ branch: 'BX', at },
      data: { prescriptionId, organisationId, occurredOn: '2026-03-10', needs: ['COURSE'] },
    });
  const answered = (prescriptionId: string, after: 'ACCEPTED' | 'REJECTED', waitedDays: number) =>
    happened(PrescriptionAnswered, {
      ...{ branch: 'BX', at },
      data: { prescriptionId, organisationId, occurredOn: '2026-03-20', after, waitedDays },
    });
  const [soon, late, no] = [randomUUID(), randomUUID(), randomUUID()];
  await reporting.deliver(asked(soon), asked(late), asked(no));
  await reporting.deliver(answered(soon, 'ACCEPTED', 7), answered(late, 'ACCEPTED', 8), answered(no, 'REJECTED', 8));
  const reply = await reporting
    .as(personas.coordinator)
    .query(
      '{ figures(input: { from: "2026-03-01", to: "2026-03-31" }) { figures(of: [PRESCRIPTIONS, PRESCRIPTIONS_ACCEPTED, PRESCRIPTIONS_IN_TIME]) { value } } }',
    );
  expect(reply.data).toEqual({ figures: { figures: [{ value: 3 }, { value: 2 }, { value: 1 }] } });
});
