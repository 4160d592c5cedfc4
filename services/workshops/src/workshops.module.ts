import { Service } from '#runtime';
import { Workshops1760000000001 } from '../migrations/0001-workshops.js';
import { RoleWall1760000000020 } from '../migrations/0002-role-wall.js';
import { ErasedPeople1760000000021 } from '../migrations/0003-erased-people.js';
import { Series1760000000022 } from '../migrations/0004-series.js';
import { Waitlist1760000000023 } from '../migrations/0005-waitlist.js';
import { Limits1760000000040 } from '../migrations/0006-limits.js';
import { SessionDays1760000000041 } from '../migrations/0007-session-days.js';
import { Calendars1760000000042 } from '../migrations/0008-calendars.js';
import { SamePerson1760000000060 } from '../migrations/0009-same-person.js';
import { Shifts1760000000070 } from '../migrations/0010-shifts.js';
import { Resources1760000000090 } from '../migrations/0011-resources.js';
import { Outcomes1760000000100 } from '../migrations/0012-outcomes.js';
import { HelpersTime1760000000101 } from '../migrations/0013-helpers-time.js';
import { ShiftGaps1760000000102 } from '../migrations/0014-shift-gaps.js';
import { CalendarFeed } from './calendars/calendar-feed.entity.js';
import { FeedKey } from './calendars/feed-key.js';
import { ListCalendarFeedsResolver } from './calendars/list-calendar-feeds/list-calendar-feeds.resolver.js';
import { ListShiftFeedsResolver } from './calendars/list-shift-feeds/list-shift-feeds.resolver.js';
import { OpenCalendarFeed } from './calendars/open-calendar-feed/open-calendar-feed.js';
import { OpenCalendarFeedResolver } from './calendars/open-calendar-feed/open-calendar-feed.resolver.js';
import { OpenShiftFeed } from './calendars/open-shift-feed/open-shift-feed.js';
import { OpenShiftFeedResolver } from './calendars/open-shift-feed/open-shift-feed.resolver.js';
import { RevokeCalendarFeed } from './calendars/revoke-calendar-feed/revoke-calendar-feed.js';
import { RevokeCalendarFeedResolver } from './calendars/revoke-calendar-feed/revoke-calendar-feed.resolver.js';
import { RevokeShiftFeed } from './calendars/revoke-shift-feed/revoke-shift-feed.js';
import { RevokeShiftFeedResolver } from './calendars/revoke-shift-feed/revoke-shift-feed.resolver.js';
import { ShiftFeed } from './calendars/shift-feed.entity.js';
import {
  EnrolmentCalendarResolver,
  SeriesCalendarResolver,
} from './calendars/show-calendar/calendar-fields.resolver.js';
import { CalendarRoute } from './calendars/show-calendar/calendar-route.js';
import { ShowCalendar } from './calendars/show-calendar/show-calendar.js';
import { ShowRadar } from './capacity/show-radar/show-radar.js';
import { ShowRadarResolver } from './capacity/show-radar/show-radar.resolver.js';
import { Correction } from './correction.entity.js';
import { WhenBeneficiaryErased } from './known/when-beneficiary-erased/when-beneficiary-erased.js';
import { WhenBranchChanged } from './known/when-branch-changed/when-branch-changed.js';
import { WhenHelperDescribed } from './known/when-helper-described/when-helper-described.js';
import { WhenLimitsChanged } from './known/when-limits-changed/when-limits-changed.js';
import { WhenPeopleMerged } from './known/when-people-merged/when-people-merged.js';
import { WhenPersonChanged } from './known/when-person-changed/when-person-changed.js';
import { WhenPlaceChanged } from './known/when-place-changed/when-place-changed.js';
import { ListRefusedDropInsResolver } from './refused-drop-ins/list-refused-drop-ins/list-refused-drop-ins.resolver.js';
import { RefuseDropIn } from './refused-drop-ins/refuse-drop-in/refuse-drop-in.js';
import { RefuseDropInResolver } from './refused-drop-ins/refuse-drop-in/refuse-drop-in.resolver.js';
import { RefusedDropIn } from './refused-drop-ins/refused-drop-in.entity.js';
import { VoidRefusedDropIn } from './refused-drop-ins/void-refused-drop-in/void-refused-drop-in.js';
import { VoidRefusedDropInResolver } from './refused-drop-ins/void-refused-drop-in/void-refused-drop-in.resolver.js';
import { REGISTER } from './register.js';
import { LIBRARY } from './resources/library.js';
import { Resource } from './resources/resource.entity.js';
import { ResourceVersion } from './resources/resource-version.entity.js';
import { UploadResourceFile } from './resources/upload-resource-file/upload-resource-file.js';
import { CancelSeries } from './series/cancel-series/cancel-series.js';
import { CancelSeriesResolver } from './series/cancel-series/cancel-series.resolver.js';
import { DuplicateSeries } from './series/duplicate-series/duplicate-series.js';
import { DuplicateSeriesResolver } from './series/duplicate-series/duplicate-series.resolver.js';
import { DuplicateWeek } from './series/duplicate-week/duplicate-week.js';
import { DuplicateWeekResolver } from './series/duplicate-week/duplicate-week.resolver.js';
import { WeekCopy } from './series/duplicate-week/week-copy.entity.js';
import { EnrolInSeries } from './series/enrol-in-series/enrol-in-series.js';
import { EnrolInSeriesResolver } from './series/enrol-in-series/enrol-in-series.resolver.js';
import { LeaveSeries } from './series/leave-series/leave-series.js';
import { LeaveSeriesResolver } from './series/leave-series/leave-series.resolver.js';
import { ListSeriesResolver } from './series/list-series/list-series.resolver.js';
import { ListSeriesDatesResolver } from './series/list-series-dates/list-series-dates.resolver.js';
import { PostponeSeries } from './series/postpone-series/postpone-series.js';
import { PostponeSeriesResolver } from './series/postpone-series/postpone-series.resolver.js';
import { ScheduleSeries } from './series/schedule-series/schedule-series.js';
import { ScheduleSeriesResolver } from './series/schedule-series/schedule-series.resolver.js';
import { SeriesOfSessionResolver, ShowSeriesResolver } from './series/show-series/show-series.resolver.js';
import { WorkshopSeries } from './series/workshop-series.entity.js';
import { CancelEnrolment } from './sessions/cancel-enrolment/cancel-enrolment.js';
import { CancelEnrolmentResolver } from './sessions/cancel-enrolment/cancel-enrolment.resolver.js';
import { CancelSession } from './sessions/cancel-session/cancel-session.js';
import { CancelSessionResolver } from './sessions/cancel-session/cancel-session.resolver.js';
import { ChangeSession } from './sessions/change-session/change-session.js';
import { ChangeSessionResolver } from './sessions/change-session/change-session.resolver.js';
import { CloseSession } from './sessions/close-session/close-session.js';
import { CloseSessionResolver } from './sessions/close-session/close-session.resolver.js';
import { EnrolInSession } from './sessions/enrol-in-session/enrol-in-session.js';
import { EnrolInSessionResolver } from './sessions/enrol-in-session/enrol-in-session.resolver.js';
import { EnrolPeople } from './sessions/enrol-people/enrol-people.js';
import { EnrolPeopleResolver } from './sessions/enrol-people/enrol-people.resolver.js';
import { Enrolment } from './sessions/enrolment.entity.js';
import {
  EnrolmentFieldsResolver,
  ListEnrolmentsOfPersonResolver,
  ListEnrolmentsResolver,
} from './sessions/list-enrolments/list-enrolments.resolver.js';
import { ListSessionsResolver } from './sessions/list-sessions/list-sessions.resolver.js';
import { MarkAttendance } from './sessions/mark-attendance/mark-attendance.js';
import { MarkAttendanceResolver } from './sessions/mark-attendance/mark-attendance.resolver.js';
import { RecordSession } from './sessions/record-session/record-session.js';
import { RecordSessionResolver } from './sessions/record-session/record-session.resolver.js';
import { ReopenSession } from './sessions/reopen-session/reopen-session.js';
import { ReopenSessionResolver } from './sessions/reopen-session/reopen-session.resolver.js';
import { ScheduleSession } from './sessions/schedule-session/schedule-session.js';
import { ScheduleSessionResolver } from './sessions/schedule-session/schedule-session.resolver.js';
import { Session } from './sessions/session.entity.js';
import { ShowSessionResolver } from './sessions/show-session/show-session.resolver.js';
import { ShowSessionDensityResolver } from './sessions/show-session-density/show-session-density.resolver.js';
import { Duty } from './shifts/duty.entity.js';
import { HelperAvailability } from './shifts/helper-availability.entity.js';
import { Shift } from './shifts/shift.entity.js';
import { SHIFT_SLICES } from './shifts/shift-slices.js';
import { GapSchedule } from './shifts/tell-gaps/gap-schedule.js';
import { CorrectSupportAct } from './support-acts/correct-support-act/correct-support-act.js';
import { CorrectSupportActResolver } from './support-acts/correct-support-act/correct-support-act.resolver.js';
import {
  ListSupportActsOfPersonResolver,
  ListSupportActsResolver,
} from './support-acts/list-support-acts/list-support-acts.resolver.js';
import { RecordDropIn } from './support-acts/record-drop-in/record-drop-in.js';
import { RecordDropInResolver } from './support-acts/record-drop-in/record-drop-in.resolver.js';
import { SupportAct } from './support-acts/support-act.entity.js';
import { VoidSupportAct } from './support-acts/void-support-act/void-support-act.js';
import { VoidSupportActResolver } from './support-acts/void-support-act/void-support-act.resolver.js';
import { AnswerOffer } from './waitlist/answer-offer/answer-offer.js';
import { AnswerOfferResolver } from './waitlist/answer-offer/answer-offer.resolver.js';
import { OfferRoute } from './waitlist/answer-offer/offer-route.js';
import { JoinWaitlist } from './waitlist/join-waitlist/join-waitlist.js';
import { JoinWaitlistResolver } from './waitlist/join-waitlist/join-waitlist.resolver.js';
import { LeaveWaitlist } from './waitlist/leave-waitlist/leave-waitlist.js';
import { LeaveWaitlistResolver } from './waitlist/leave-waitlist/leave-waitlist.resolver.js';
import {
  ListWaitlistOfSeriesResolver,
  ListWaitlistResolver,
  WaitlistFieldsResolver,
} from './waitlist/list-waitlist/list-waitlist.resolver.js';
import { OfferSeats } from './waitlist/offer-seats.js';
import { OfferSettings } from './waitlist/offer-settings.js';
import { PassOnOffers } from './waitlist/pass-on-offers/pass-on-offers.js';
import { PassOnSchedule } from './waitlist/pass-on-offers/pass-on-schedule.js';
import { WaitlistEntry } from './waitlist/waitlist-entry.entity.js';
import { CreateWorkshop } from './workshops/create-workshop/create-workshop.js';
import { CreateWorkshopResolver } from './workshops/create-workshop/create-workshop.resolver.js';
import { ListWorkshopsResolver } from './workshops/list-workshops/list-workshops.resolver.js';
import { ReviseWorkshop } from './workshops/revise-workshop/revise-workshop.js';
import { ReviseWorkshopResolver } from './workshops/revise-workshop/revise-workshop.resolver.js';
import { ShowWorkshopResolver } from './workshops/show-workshop/show-workshop.resolver.js';
import { Workshop } from './workshops/workshop.entity.js';

@Service({
  name: 'workshops',
  entities: [
    Workshop,
    Resource,
    ResourceVersion,
    WorkshopSeries,
    Session,
    WeekCopy,
    Enrolment,
    WaitlistEntry,
    CalendarFeed,
    SupportAct,
    RefusedDropIn,
    Shift,
    HelperAvailability,
    ShiftFeed,
    Duty,
    Correction,
  ],
  migrations: [
    Workshops1760000000001,
    RoleWall1760000000020,
    ErasedPeople1760000000021,
    Series1760000000022,
    Waitlist1760000000023,
    Limits1760000000040,
    SessionDays1760000000041,
    Calendars1760000000042,
    SamePerson1760000000060,
    Shifts1760000000070,
    Resources1760000000090,
    Outcomes1760000000100,
    HelpersTime1760000000101,
    ShiftGaps1760000000102,
  ],
  register: REGISTER,
  providers: [
    ...[
      WhenBranchChanged,
      WhenPlaceChanged,
      WhenBeneficiaryErased,
      WhenLimitsChanged,
      WhenPersonChanged,
      WhenPeopleMerged,
      WhenHelperDescribed,
    ],
    ...[CreateWorkshop, CreateWorkshopResolver],
    ...[ReviseWorkshop, ReviseWorkshopResolver],
    ShowWorkshopResolver,
    ListWorkshopsResolver,
    ...[ScheduleSession, ScheduleSessionResolver],
    ...[RecordSession, RecordSessionResolver],
    ...[ChangeSession, ChangeSessionResolver],
    ...[CancelSession, CancelSessionResolver],
    ...[CloseSession, CloseSessionResolver],
    ...[ReopenSession, ReopenSessionResolver],
    ListSessionsResolver,
    ShowSessionResolver,
    ShowSessionDensityResolver,
    ...[ScheduleSeries, ScheduleSeriesResolver],
    ...[PostponeSeries, PostponeSeriesResolver],
    ...[CancelSeries, CancelSeriesResolver],
    ...[DuplicateSeries, DuplicateSeriesResolver],
    ...[EnrolInSeries, EnrolInSeriesResolver],
    ...[LeaveSeries, LeaveSeriesResolver],
    ...[DuplicateWeek, DuplicateWeekResolver],
    ...[ListSeriesResolver, ListSeriesDatesResolver],
    ...[ShowSeriesResolver, SeriesOfSessionResolver],
    ...[EnrolInSession, EnrolInSessionResolver],
    ...[CancelEnrolment, CancelEnrolmentResolver],
    { provide: FeedKey, useFactory: () => FeedKey.from(process.env) },
    ...[OpenCalendarFeed, OpenCalendarFeedResolver],
    ...[RevokeCalendarFeed, RevokeCalendarFeedResolver],
    ...[ListCalendarFeedsResolver, ShowCalendar],
    ...[EnrolmentCalendarResolver, SeriesCalendarResolver],
    { provide: OfferSettings, useFactory: () => OfferSettings.from(process.env) },
    ...[OfferSeats, PassOnOffers],
    ...[JoinWaitlist, JoinWaitlistResolver],
    ...[LeaveWaitlist, LeaveWaitlistResolver],
    ...[AnswerOffer, AnswerOfferResolver],
    ...[ListWaitlistResolver, ListWaitlistOfSeriesResolver, WaitlistFieldsResolver],
    ...[EnrolPeople, EnrolPeopleResolver],
    ...[MarkAttendance, MarkAttendanceResolver],
    ...[ListEnrolmentsResolver, ListEnrolmentsOfPersonResolver, EnrolmentFieldsResolver],
    ...[RecordDropIn, RecordDropInResolver],
    ...[CorrectSupportAct, CorrectSupportActResolver],
    ...[VoidSupportAct, VoidSupportActResolver],
    ...[ListSupportActsResolver, ListSupportActsOfPersonResolver],
    ...[RefuseDropIn, RefuseDropInResolver],
    ...[VoidRefusedDropIn, VoidRefusedDropInResolver],
    ListRefusedDropInsResolver,
    ...SHIFT_SLICES,
    ...[OpenShiftFeed, OpenShiftFeedResolver],
    ...[RevokeShiftFeed, RevokeShiftFeedResolver],
    ListShiftFeedsResolver,
    ...LIBRARY,
    ...[ShowRadar, ShowRadarResolver],
  ],
  controllers: [OfferRoute, CalendarRoute, UploadResourceFile],
  companions: [PassOnSchedule, GapSchedule],
})
export class WorkshopsModule {}
