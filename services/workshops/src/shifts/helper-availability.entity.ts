import { Field, Int, ObjectType } from '@nestjs/graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { LocalDateScalar, Uuid } from '#runtime';
import { AVAILABILITY_DAYS, AVAILABILITY_HOURS } from './shift.refusals.js';

const CLOCK = /^([01]\d|2[0-3]):[0-5]\d$/;
const MOST_HOURS = 21;
const MOST_ABSENCES = 50;

@ObjectType({ description: 'Hours of a day of the week at which a helper may be asked, by the clocks of the branch.' })
export class WeeklyHours {
  @Field(() => Int, { description: 'Day of the week, 1 = Monday to 7 = Sunday.' })
  weekday: number;

  @Field(() => String, { description: 'From, `09:00`.' })
  from: string;

  @Field(() => String, { description: 'Until, `12:00`.' })
  until: string;
}

@ObjectType({ description: 'Days on which a helper is not to be asked, both included.' })
export class Absence {
  @Field(() => LocalDateScalar, { description: 'First day.' })
  from: string;

  @Field(() => LocalDateScalar, { description: 'Last day.' })
  until: string;
}

@Entity()
@ObjectType({ description: 'When a helper may be asked to help in a branch, as they said themselves.' })
export class HelperAvailability {
  @PrimaryColumn('uuid')
  @Field(() => Uuid, { description: 'Identifier.' })
  id: string;

  @Column('char', { length: 2 })
  branch: string;

  @Column('text')
  subject: string;

  @Column('jsonb')
  @Field(() => [WeeklyHours], { description: 'Their week; none = at any hour.' })
  weekly: WeeklyHours[];

  @Column('jsonb')
  @Field(() => [Absence], { description: 'Their absences.' })
  away: Absence[];

  @Column({ type: 'timestamptz', precision: 3 })
  saidAt: Date;

  /** Says it anew, in order. Refuses `AVAILABILITY_HOURS`, `AVAILABILITY_DAYS`. */
  say(weekly: readonly WeeklyHours[], away: readonly Absence[], now: Date): void {
    const sound = ({ weekday, from, until }: WeeklyHours) =>
      Number.isInteger(weekday) &&
      weekday >= 1 &&
      weekday <= 7 &&
      CLOCK.test(from) &&
      CLOCK.test(until) &&
      from < until;
    if (weekly.length > MOST_HOURS || !weekly.every(sound)) throw AVAILABILITY_HOURS({}, 'input.weekly');
    if (away.length > MOST_ABSENCES || !away.every(({ from, until }) => from <= until))
      throw AVAILABILITY_DAYS({}, 'input.away');
    this.weekly = weekly
      .map(({ weekday, from, until }) => ({ weekday, from, until }))
      .sort((a, b) => a.weekday - b.weekday || (a.from < b.from ? -1 : 1));
    this.away = away.map(({ from, until }) => ({ from, until })).sort((a, b) => (a.from < b.from ? -1 : 1));
    this.saidAt = now;
  }
}
