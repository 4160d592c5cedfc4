import { Field, InputType } from '@nestjs/graphql';
import { ContactPreference, type IdentityInput } from './identity.js';

@InputType({ isAbstract: true, description: 'Name and contact data of a person.' })
export class IdentityFields implements IdentityInput {
  @Field(() => String, { nullable: true, description: 'Given name, 1–80 characters in any script.' })
  givenName?: string | null;

  @Field(() => String, { nullable: true, description: 'Family name, 1–80 characters in any script.' })
  familyName?: string | null;

  @Field(() => String, { nullable: true, description: 'Phone number as dialled in France or with its country code.' })
  phone?: string | null;

  @Field(() => Boolean, { defaultValue: false, description: 'The person says they have no phone.' })
  noPhone: boolean;

  @Field(() => String, { nullable: true, description: 'E-mail address.' })
  email?: string | null;

  @Field(() => Boolean, { defaultValue: false, description: 'The person says they have no e-mail address.' })
  noEmail: boolean;

  @Field(() => ContactPreference, { defaultValue: 'NONE', description: 'How the person wishes to be reached.' })
  contactPreference: ContactPreference;

  @Field(() => String, { nullable: true, description: 'Language to speak with them, ISO 639 code: `fr`, `ar`, `uk`.' })
  spokenLanguage?: string | null;
}
