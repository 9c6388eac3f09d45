import type { Finder } from '../finder.js';
import { findAppointments } from './appointment/appointment.js';
import { findBirthday } from './birthday/find-birthday.js';
import { findEmail } from './email/find-email.js';
import { findEmployer } from './employer/find-employer.js';
import { findFamily } from './family/find-family.js';
import { findAllergies } from './find-allergies.js';
import { findConditions } from './find-conditions.js';
import { findWishes } from './find-wishes.js';
import { findHome } from './home/find-home.js';
import { findName } from './name/find-name.js';
import { findOpenItems } from './open-item/open-item.js';
import { findPets } from './pet/find-pets.js';
import { findPhone } from './phone/find-phone.js';

/** Every finder of the built-in extractor. */
export const FINDERS: readonly Finder[] = [
  findWishes,
  findName,
  findAllergies,
  findConditions,
  findEmail,
  findPhone,
  findBirthday,
  findHome,
  findEmployer,
  findFamily,
  findAppointments,
  findOpenItems,
  findPets,
];
