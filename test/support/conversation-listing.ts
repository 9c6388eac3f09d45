import type { Express } from 'express';
import request from 'supertest';

/** Everything that a key sees of its workspace's conversations. */
export type ConversationListing = readonly { readonly conversation: unknown; readonly messages: unknown }[];

export async function listingOf(app: Express, key: string): Promise<ConversationListing> {
  const get = async (path: string) =>
    (await request(app).get(path).set('authorization', `Bearer ${key}`).expect(200)).body.data;
  const conversations: { id: string }[] = await get('/v2/ai/conversations?limit=100&order=created_at.asc,id.asc');
  return Promise.all(
    conversations.map(async (conversation) => ({
      conversation,
      messages: await get(`/v2/ai/conversations/${conversation.id}/messages`),
    })),
  );
}
