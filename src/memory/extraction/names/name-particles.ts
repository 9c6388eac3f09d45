/** Small words inside a surname: "van der Merwe", "ferreira da costa". */
export const PARTICLE =
  /^(?:de|la|le|las|los|del|della|dela|van|vander|vande|der|den|von|zu|da|dos|das|du|di|bin|bint|ibn|ben|al|el|abu|st|san|santa|ter|ten|te|af|y|mac|ni|ní|nic|ó|ui|o|ap|ould)$/i;

/** Particles that are written with a capital. */
export const CAPITAL_PARTICLE = /^(?:st|san|santa|mac|ni|ní|nic|ó|o|ui|ben|abu|te)$/i;
