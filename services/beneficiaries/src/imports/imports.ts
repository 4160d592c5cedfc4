import { Permission } from '#access';
import { FileKeeping, FileStore, filesDirectory } from '#runtime';
import { CarryOutImports } from './carry-out-imports/carry-out-imports.js';
import { ImportPeople } from './import-people/import-people.js';
import { ImportPeopleResolver } from './import-people/import-people.resolver.js';
import { ListPeopleImportsResolver } from './list-people-imports/list-people-imports.resolver.js';
import { ShowPeopleFileResolver } from './show-people-file/show-people-file.resolver.js';
import { ShowPeopleImportResolver } from './show-people-import/show-people-import.resolver.js';

const keeping = (): FileKeeping => ({ permission: Permission.ImportPeople, directory: filesDirectory(process.env) });

/** What is done with lists of people. */
export const IMPORTS = [
  { provide: FileKeeping, useFactory: keeping },
  FileStore,
  CarryOutImports,
  ImportPeople,
  ImportPeopleResolver,
  ListPeopleImportsResolver,
  ShowPeopleFileResolver,
  ShowPeopleImportResolver,
];
