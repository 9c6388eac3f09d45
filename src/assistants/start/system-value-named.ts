import { readSystemVariable, systemValue } from '../templates/system-variables.js';

/** The value of a system variable of time by its name, `telnyx_current_time_America/New_York`; undefined for any other name. */
export function systemValueNamed(name: string, now: Date): string | undefined {
  const variable = readSystemVariable(name);
  return variable === undefined ? undefined : systemValue(variable, now);
}
