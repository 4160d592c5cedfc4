import { Args, Int, Query, Resolver } from '@nestjs/graphql';
import { type Actor, Allow, CurrentActor, Permission } from '#access';
import { NOT_FOUND } from '#errors';
import { Database } from '#persistence';
import { Device } from '../../devices/device.entity.js';
import { TAG_MALFORMED } from '../../devices/device.refusals.js';
import { readTag } from '../../devices/tag.js';
import { TillFile } from '../../sales/till-file.js';
import { FIRST_LABEL, LABELS_WANTED } from '../label.refusals.js';
import { labelSheets, PER_SHEET } from '../label-sheet.js';

const MOST = 200;

@Resolver()
export class PrintLabelsResolver {
  constructor(private readonly db: Database) {}

  @Query(() => TillFile, {
    name: 'deviceLabels',
    description:
      'Labels of devices of your branches as PDF, on A4 sheets of 24 labels of 70 × 37 mm, in the order asked: tag as DataMatrix and in letters. Refuses LABELS_WANTED, FIRST_LABEL, TAG_MALFORMED, NOT_FOUND.',
  })
  @Allow(Permission.ReadStock)
  async labels(
    @Args('tags', { type: () => [String], description: 'Tags, 1–200; twice the same gives two labels.' })
    tags: string[],
    @Args('firstLabel', { type: () => Int, defaultValue: 1, description: 'First free label of the first sheet, 1–24.' })
    firstLabel: number,
    @CurrentActor() actor: Actor,
  ): Promise<TillFile> {
    if (tags.length === 0 || tags.length > MOST) throw LABELS_WANTED({ most: MOST }, 'tags');
    if (firstLabel < 1 || firstLabel > PER_SHEET) throw FIRST_LABEL({ most: PER_SHEET }, 'firstLabel');
    const wanted = tags.map((tag, index) => {
      const read = readTag(tag)?.text;
      if (read === undefined) throw TAG_MALFORMED({}, `tags[${index}]`);
      return read;
    });
    const found = await this.db.read(actor, (tx) =>
      tx.createQueryBuilder(Device, 'd').where('d.tag = ANY (:wanted) AND NOT d.voided', { wanted }).getMany(),
    );
    const devices = wanted.map((tag, index) => {
      const device = found.find((one) => one.tag === tag);
      if (!device) throw NOT_FOUND({ what: 'Matériel', whatEn: 'Device' }, `tags[${index}]`);
      return device;
    });
    const sheets = await labelSheets(devices, firstLabel);
    return { name: 'etiquettes.pdf', mediaType: 'application/pdf', base64: sheets.toString('base64') };
  }
}
