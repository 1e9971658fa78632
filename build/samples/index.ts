import type { Design } from '../../shared/model/design.ts';
import { educationLab } from './education-lab.ts';
import { provincialCloud } from './provincial-cloud.ts';
import { storageJumbo } from './storage-jumbo.ts';

/** Samples that are made by a script, by the name of their file. */
export const samples: Readonly<Record<string, () => Design>> = {
  'education-lab': educationLab,
  'provincial-cloud': provincialCloud,
  'storage-jumbo': storageJumbo,
};
