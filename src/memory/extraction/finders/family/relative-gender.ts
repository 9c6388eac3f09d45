const SHE = /(?:mother|sister|wife|daughter|aunt|niece|girlfriend|fiancée|grandmother)/;
const HE = /(?:father|brother|husband|son|uncle|nephew|boyfriend|fiancé$|grandfather)/;

/** Whether a relative of this kind can be meant by a pronoun: a wife by "her", not by "his". Without one, any can. */
export function isOfKind(pronoun: string | undefined, relation: string): boolean {
  if (pronoun === undefined || /^(?:their|your|the)/.test(pronoun)) return true;
  return /^h(?!er)/.test(pronoun) ? !SHE.test(relation) : !HE.test(relation);
}

/** Whether somebody of this gender can be such a relative. */
export const fits = (gender: 'male' | 'female' | undefined, relation: string): boolean =>
  gender === undefined || isOfKind(gender === 'male' ? 'he' : 'she', relation);
