import { AddResource } from '../../../services/workshops/src/resources/add-resource/add-resource.js';
import { ChooseKit } from '../../../services/workshops/src/resources/choose-kit/choose-kit.js';
import type { ResourceDescription } from '../../../services/workshops/src/resources/resource.entity.js';
import type { DemoBranch } from './branches.js';
import { type DemoService, managerOf } from './demo-world.js';
import { shift } from './plan.js';
import type { Ground } from './sessions.js';
import { itIsNow } from './story.js';

type Lent = Pick<ResourceDescription, 'title' | 'summary' | 'themes' | 'minutes'> & { readonly url: string };

/** Addresses of public services. */
const RESOURCES: readonly Lent[] = [
  {
    title: 'Créer un mot de passe solide',
    summary: 'Les conseils de la CNIL, à lire ensemble.',
    themes: ['DIGITAL_SAFETY'],
    minutes: 20,
    url: 'https://www.cnil.fr/fr/generer-un-mot-de-passe-solide',
  },
  {
    title: 'Reconnaître un message frauduleux',
    summary: 'Exemples de faux messages et réflexes à garder.',
    themes: ['DIGITAL_SAFETY', 'EMAIL'],
    minutes: 30,
    url: 'https://www.cybermalveillance.gouv.fr',
  },
  {
    title: 'Trouver la bonne démarche',
    summary: 'Chercher une démarche et préparer ses pièces.',
    themes: ['ADMINISTRATIVE_HELP'],
    minutes: 40,
    url: 'https://www.service-public.fr',
  },
  {
    title: 'Se connecter avec FranceConnect',
    summary: 'Un seul compte pour plusieurs services de l’État.',
    themes: ['ADMINISTRATIVE_HELP', 'BROWSING'],
    minutes: 30,
    url: 'https://franceconnect.gouv.fr',
  },
];

/** What a branch teaches with, and the kits of its workshops. */
export async function fillLibrary(
  service: DemoService,
  { code }: DemoBranch,
  today: string,
  { workshops }: Ground,
): Promise<void> {
  const manager = managerOf(code);
  itIsNow(`${shift(today, -60)}T09:00:00Z`);
  const ids: string[] = [];
  for (const resource of RESOURCES)
    ids.push(
      (
        await service
          .use(AddResource)
          .execute(
            { ...resource, level: 'BEGINNER', language: 'fr', reviewOn: shift(today, 120), branch: code },
            manager,
          )
      ).id,
    );
  const [workshopId] = workshops;
  if (workshopId !== undefined)
    await service.use(ChooseKit).execute({ workshopId, resourceIds: ids.slice(0, 2) }, manager);
}
