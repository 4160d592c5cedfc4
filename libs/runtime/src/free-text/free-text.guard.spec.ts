import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { Args, Field, InputType, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Allow, Permission } from '#access';
import { personas, startForTest, type TestService } from '#testing';
import { Uuid } from '../scalars.js';
import { Service } from '../service.js';

@InputType()
class LineInput {
  @Field(() => String)
  note: string;
}

@InputType()
class WriteInput {
  @Field(() => Uuid)
  id: string;

  @Field(() => [LineInput])
  lines: LineInput[];
}

@Resolver()
class WriteResolver {
  @Query(() => String, { name: 'search' })
  @Allow(Permission.ReadStock)
  search(@Args('text') text: string): string {
    return text;
  }

  @Mutation(() => Boolean, { name: 'write' })
  @Allow(Permission.Sell)
  write(@Args('input') _input: WriteInput): boolean {
    return true;
  }
}

@Service({ name: 'notes', entities: [], migrations: [], providers: [WriteResolver] })
class NotesModule {}

let notes: TestService;
beforeAll(async () => {
  notes = await startForTest(NotesModule);
});
afterAll(() => notes.stop());

const NIR = '1 85 05 78 006 084 91';
const write = (...lines: string[]) =>
  notes.as(personas.helperOfBordeaux).query('mutation ($input: WriteInput!) { write(input: $input) }', {
    input: { id: '0192f0aa-0000-7000-8000-000000000001', lines: lines.map((note) => ({ note })) },
  });

it('refuses a text with what nobody may keep here, wherever it stands in what is sent, and says where', async () => {
  expect((await write('rappeler mardi', 'vient en bus')).data).toEqual({ write: true });
  expect(await write('rappeler mardi', `sécu ${NIR}`)).toBeRefused('SENSITIVE_TEXT', 'input.lines[1].note');
  const { errors } = await write('mot de passe : Soleil33');
  expect(errors?.[0]?.extensions['fr']).toContain('un mot de passe');
  // What was typed is not said again.
  expect(JSON.stringify(errors)).not.toContain('Soleil33');
});

it('lets anybody look for what they typed: nothing is kept of a question', async () => {
  const { data } = await notes.as(personas.helperOfBordeaux).query(`{ search(text: "${NIR}") }`);
  expect(data).toEqual({ search: NIR });
});
