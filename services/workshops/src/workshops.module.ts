import { Service } from '#runtime';
import { Workshops1760000000001 } from '../migrations/0001-workshops.js';
import { WhenBranchChanged } from './known/when-branch-changed/when-branch-changed.js';
import { WhenPlaceChanged } from './known/when-place-changed/when-place-changed.js';
import { CreateWorkshop } from './workshops/create-workshop/create-workshop.js';
import { CreateWorkshopResolver } from './workshops/create-workshop/create-workshop.resolver.js';
import { ListWorkshopsResolver } from './workshops/list-workshops/list-workshops.resolver.js';
import { Workshop } from './workshops/workshop.entity.js';

@Service({
  name: 'workshops',
  entities: [Workshop],
  migrations: [Workshops1760000000001],
  providers: [WhenBranchChanged, WhenPlaceChanged, CreateWorkshop, CreateWorkshopResolver, ListWorkshopsResolver],
})
export class WorkshopsModule {}
