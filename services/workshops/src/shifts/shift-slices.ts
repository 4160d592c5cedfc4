import { CancelShift } from './cancel-shift/cancel-shift.js';
import { CancelShiftResolver } from './cancel-shift/cancel-shift.resolver.js';
import { InviteToShift } from './invite-to-shift/invite-to-shift.js';
import { InviteToShiftResolver } from './invite-to-shift/invite-to-shift.resolver.js';
import { LeaveShift } from './leave-shift/leave-shift.js';
import { LeaveShiftResolver } from './leave-shift/leave-shift.resolver.js';
import { ListCandidatesResolver } from './list-candidates/list-candidates.resolver.js';
import { ListShiftsResolver } from './list-shifts/list-shifts.resolver.js';
import { MoveShift } from './move-shift/move-shift.js';
import { MoveShiftResolver } from './move-shift/move-shift.resolver.js';
import { RecordHours } from './record-hours/record-hours.js';
import { RecordHoursResolver } from './record-hours/record-hours.resolver.js';
import { ScheduleShift } from './schedule-shift/schedule-shift.js';
import { ScheduleShiftResolver } from './schedule-shift/schedule-shift.resolver.js';
import { SetAvailability } from './set-availability/set-availability.js';
import { SetAvailabilityResolver } from './set-availability/set-availability.resolver.js';
import { TakeShift } from './take-shift/take-shift.js';
import { TakeShiftResolver } from './take-shift/take-shift.resolver.js';
import { GapSettings } from './tell-gaps/gap-settings.js';
import { TellGaps } from './tell-gaps/tell-gaps.js';

/** Shifts: one line per slice. */
export const SHIFT_SLICES = [
  ...[ScheduleShift, ScheduleShiftResolver],
  ...[MoveShift, MoveShiftResolver],
  ...[CancelShift, CancelShiftResolver],
  ...[TakeShift, TakeShiftResolver],
  ...[LeaveShift, LeaveShiftResolver],
  ...[InviteToShift, InviteToShiftResolver],
  ...[RecordHours, RecordHoursResolver],
  ...[SetAvailability, SetAvailabilityResolver],
  ...[ListShiftsResolver, ListCandidatesResolver],
  ...[{ provide: GapSettings, useFactory: () => GapSettings.from(process.env) }, TellGaps],
];
