import { Directive, Field, Float, Int, ObjectType } from '@nestjs/graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { requireText, requireVersion } from '#errors';
import { BranchChanged, BranchOpened, type BranchState, type Fact, happened } from '#events';
import { GraphQLVocabulary, LocalDateScalar } from '#runtime';
import { isCommune, isZone, zoneOfCommune } from '../communes.js';
import { BRANCH_CODE, COORDINATES, UNKNOWN_COMMUNE, UNKNOWN_ZONE } from './branch.refusals.js';

/** What is said of a branch. */
export interface BranchDescription {
  city: string;
  communeCode: string;
  zone: string;
  latitude: number;
  longitude: number;
  state: BranchState;
}

@Entity()
@ObjectType({ description: 'A city branch of the network.' })
@Directive('@key(fields: "code")')
export class Branch {
  /** The code is the identity; named `id` for what all rows have in common. */
  @PrimaryColumn('char', { name: 'code', length: 2 })
  @Field(() => String, { name: 'code', description: 'Two-letter code, `BX`.' })
  id: string;

  @Column('text')
  @Field(() => String, { description: 'City it serves.' })
  city: string;

  @Column('text')
  @Field(() => String, { description: 'INSEE code of its commune.' })
  communeCode: string;

  @Column('text')
  @Field(() => String, { description: 'IANA time zone; the branch’s days are days of this zone.' })
  zone: string;

  @Column('double precision')
  @Field(() => Float, { description: 'Latitude, WGS 84.' })
  latitude: number;

  @Column('double precision')
  @Field(() => Float, { description: 'Longitude, WGS 84.' })
  longitude: number;

  @Column('text')
  @Field(() => GraphQLVocabulary.BranchState, { description: 'Whether it receives people.' })
  state: BranchState;

  @Column('date')
  @Field(() => LocalDateScalar, { description: 'Day it opened.' })
  openedOn: string;

  @Column('int')
  @Field(() => Int, { description: 'Grows with each change; give it back as `expectedVersion`.' })
  version: number;

  /** Refuses `BRANCH_CODE`, `TEXT_LENGTH`, `UNKNOWN_COMMUNE`, `UNKNOWN_ZONE`, `COORDINATES`. */
  static open(
    code: string,
    description: Omit<BranchDescription, 'state' | 'zone'> & { zone?: string | null | undefined; openedOn: string },
    now: Date,
  ): { branch: Branch; events: Fact[] } {
    if (!/^[A-Z]{2}$/.test(code)) throw BRANCH_CODE({}, 'input.code');
    const { openedOn, zone, ...rest } = description;
    const facts = checked({ ...rest, zone: zone ?? zoneOfCommune(rest.communeCode), state: 'OPEN' });
    const branch = Object.assign(new Branch(), { id: code, openedOn, version: 1 }, facts);
    return {
      branch,
      events: [happened(BranchOpened, { branch: code, at: now, data: { branch: code, openedOn, after: facts } })],
    };
  }

  /** Changes what is given; nothing new announces nothing. Refuses like `open`, and `CHANGED_MEANWHILE`. */
  change(changes: Partial<BranchDescription>, expectedVersion: number | null | undefined, now: Date): Fact[] {
    requireVersion(this.version, expectedVersion);
    const before = this.facts();
    const after = checked({ ...before, ...changes });
    if (JSON.stringify(before) === JSON.stringify(after)) return [];
    Object.assign(this, after);
    this.version += 1;
    return [happened(BranchChanged, { branch: this.id, at: now, data: { branch: this.id, before, after } })];
  }

  private facts(): BranchDescription {
    const { city, communeCode, zone, latitude, longitude, state } = this;
    return { city, communeCode, zone, latitude, longitude, state };
  }
}

function checked(description: BranchDescription): BranchDescription {
  const { communeCode, zone, latitude, longitude, state } = description;
  if (!isCommune(communeCode)) throw UNKNOWN_COMMUNE({}, 'input.communeCode');
  if (!isZone(zone)) throw UNKNOWN_ZONE({}, 'input.zone');
  if (Math.abs(latitude) > 90) throw COORDINATES({}, 'input.latitude');
  if (Math.abs(longitude) > 180) throw COORDINATES({}, 'input.longitude');
  const city = requireText(description.city, 'input.city', { max: 80 });
  return { city, communeCode, zone, latitude, longitude, state };
}
