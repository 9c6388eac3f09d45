import { z } from 'zod';
import type { WorkspaceRecord } from '../../store/workspaces.js';

/** A workspace as our routes write it. */
export const WorkspaceJson = z.object({
  name: z.string().describe('Stands in the addresses of platform routes: `/w/{workspace}/…`.'),
  created_at: z.iso.datetime(),
  settings: z
    .object({
      assistants: z.array(z.string()).optional().describe('Ids at Telnyx and Vapi.'),
      agents: z.array(z.string()).optional().describe('Ids at Retell.'),
      numbers: z.array(z.string()).optional().describe('Phone numbers in international form, and SIP URIs.'),
      default_country: z.string().optional(),
      time_zone: z.string().optional(),
      sip_domains: z.array(z.string()).optional().describe("Domains whose SIP URIs are each somebody's own."),
      adds_per_month: z.number().int().optional(),
      searches_per_month: z.number().int().optional(),
      withhold_sensitive: z.boolean().optional(),
      memory_scope: z.enum(['workspace', 'agent']).optional(),
      retention_days: z.number().int().optional(),
      trusted_parameters: z.array(z.string()).optional().describe('Values at Vapi that only the operator sets.'),
      vapi_assistant: z.string().optional(),
      vapi_assistants: z.record(z.string(), z.string()).optional().describe('By number.'),
      vapi_hmac: z.looseObject({}).optional().describe('How requests are signed.'),
      retell_agent: z.string().optional(),
      retell_agents: z.record(z.string(), z.string()).optional().describe('By number.'),
      max_concurrent: z.number().int().optional(),
    })
    .describe("What it decides for itself. What is absent is decided by the server's environment."),
});

export const WorkspaceAnswer = z.object({ data: WorkspaceJson });

export const WorkspaceListAnswer = z.object({ data: z.array(WorkspaceJson).describe('By name.') });

export function workspaceJson({ name, createdAt, settings }: WorkspaceRecord): Record<string, unknown> {
  return { name, created_at: createdAt, settings };
}
