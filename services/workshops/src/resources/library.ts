import { AddResource } from './add-resource/add-resource.js';
import { AddResourceResolver } from './add-resource/add-resource.resolver.js';
import { AddResourceVersion } from './add-resource-version/add-resource-version.js';
import { AddResourceVersionResolver } from './add-resource-version/add-resource-version.resolver.js';
import { AddVersion } from './add-version.js';
import { ChooseKit } from './choose-kit/choose-kit.js';
import { ChooseKitResolver } from './choose-kit/choose-kit.resolver.js';
import { ListResourcesResolver } from './list-resources/list-resources.resolver.js';
import { ResourceFiles } from './resource-files.js';
import { RetireResource } from './retire-resource/retire-resource.js';
import { RetireResourceResolver } from './retire-resource/retire-resource.resolver.js';
import { ReviseResource } from './revise-resource/revise-resource.js';
import { ReviseResourceResolver } from './revise-resource/revise-resource.resolver.js';
import { KitOfSessionResolver, KitOfWorkshopResolver } from './show-kit/show-kit.resolver.js';
import { ResourceOfVersionResolver, ShowResourceResolver } from './show-resource/show-resource.resolver.js';
import { ShowResourceFileResolver } from './show-resource-file/show-resource-file.resolver.js';

/** Whatever answers for the library of resources and for kits. */
export const LIBRARY = [
  ...[ResourceFiles, AddVersion],
  ...[AddResource, AddResourceResolver],
  ...[AddResourceVersion, AddResourceVersionResolver],
  ...[ReviseResource, ReviseResourceResolver],
  ...[RetireResource, RetireResourceResolver],
  ...[ChooseKit, ChooseKitResolver],
  ...[ListResourcesResolver, ShowResourceResolver, ResourceOfVersionResolver, ShowResourceFileResolver],
  ...[KitOfWorkshopResolver, KitOfSessionResolver],
];
