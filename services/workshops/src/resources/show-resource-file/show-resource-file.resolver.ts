import { Args, Field, ObjectType, Query, Resolver } from '@nestjs/graphql';
import { type Actor, Allow, CurrentActor, Permission } from '#access';
import { NOT_FOUND } from '#errors';
import { Database, within } from '#persistence';
import { Uuid } from '#runtime';

@ObjectType({ description: 'A file of the library.' })
export class ResourceFile {
  @Field(() => String, { description: 'Name to save it under.' })
  name: string;

  @Field(() => String, { description: 'Media type.' })
  mediaType: string;

  @Field(() => String, { description: 'What it holds, in base64; up to 5 MB before that.' })
  base64: string;
}

@Resolver()
export class ShowResourceFileResolver {
  constructor(private readonly db: Database) {}

  @Query(() => ResourceFile, {
    name: 'resourceFile',
    description:
      'The file of a version, to save and print. Refuses NOT_FOUND, also for a version that is an address, and for another branch’s.',
  })
  @Allow(Permission.ReadSessions)
  async file(
    @Args('versionId', { type: () => Uuid, description: 'The version of a resource.' }) versionId: string,
    @CurrentActor() actor: Actor,
  ): Promise<ResourceFile> {
    const values: unknown[] = [versionId];
    const [file]: { file_name: string; media_type: string; content: Buffer }[] = await this.db.read(actor, (tx) =>
      tx.query(
        `SELECT file_name, media_type, content FROM resource_version
         WHERE id = $1 AND content IS NOT NULL AND ${within(tx, values)}`,
        values,
      ),
    );
    if (!file) throw NOT_FOUND({ what: 'Fichier', whatEn: 'File' }, 'versionId');
    return { name: file.file_name, mediaType: file.media_type, base64: file.content.toString('base64') };
  }
}
