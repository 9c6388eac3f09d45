import { listOf, objectOf, type Payload } from '../payload-fields.js';

/** Where a message says how a call's assistants are configured, the call's own overrides among it. */
function configurationsOf(message: Payload): readonly Payload[] {
  const call = objectOf(message.call);
  const members = listOf(objectOf(call.squad ?? message.squad).members).map(objectOf);
  return [
    ...[message, call, message.assistant, message.assistantOverrides, call.assistant, call.assistantOverrides],
    ...[
      call.squadOverrides,
      message.org,
      ...members.flatMap((member) => [member.assistant, member.assistantOverrides]),
    ],
  ].map(objectOf);
}

/**
 * Whether what was said may be kept. It may not where any of the call's assistants has the PCI mode ("no logs or transcripts are
 * stored"), the HIPAA mode, zero data retention, or transcripts turned off: what the customer chose not to keep at Vapi is not
 * kept here.
 *
 * Sources: `CompliancePlan` and `TranscriptPlan` of Vapi's OpenAPI file; docs.vapi.ai, zero data retention. No server message is
 * documented to name that last mode: the flags that are read are those of Vapi's subscription.
 */
export function isRetained(message: Payload): boolean {
  return !configurationsOf(message).some((configuration) => {
    const compliance = objectOf(configuration.compliancePlan);
    const transcript = objectOf(objectOf(configuration.artifactPlan).transcriptPlan);
    return (
      compliance.pciEnabled === true ||
      [compliance, configuration].some(
        ({ hipaaEnabled, zdrEnabled, zeroDataRetentionEnabled }) =>
          hipaaEnabled === true || zdrEnabled === true || zeroDataRetentionEnabled === true,
      ) ||
      transcript.enabled === false
    );
  });
}
