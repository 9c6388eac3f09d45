/** Small words inside a surname: "van der Merwe", "ferreira da costa". */
export const PARTICLE =
  /^(?:de|la|le|las|los|del|della|dela|van|vander|vande|der|den|von|zu|da|dos|das|du|di|bin|bint|binte|binti|ibn|ben|al|el|abu|st|san|santa|ter|ten|te|af|y|mac|ni|ní|nic|ó|ui|uí|o|ap|ould)$/i;

/** Particles that are written with a capital. */
export const CAPITAL_PARTICLE = /^(?:st|san|santa|mac|ni|ní|nic|ó|o|ui|uí|ben|abu|te)$/i;
