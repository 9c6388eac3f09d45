import type { RouteDependencies } from '../../dependencies.js';
import type { Route } from '../../route.js';
import { aggregateInsightsRoute } from './aggregate-insights.js';
import { assignInsightRoute } from './assign-insight.js';
import { createInsightRoute } from './create-insight.js';
import { createInsightGroupRoute } from './create-insight-group.js';
import { deleteInsightRoute } from './delete-insight.js';
import { deleteInsightGroupRoute } from './delete-insight-group.js';
import { listConversationInsightsRoute } from './list-conversation-insights.js';
import { listInsightGroupsRoute } from './list-insight-groups.js';
import { listInsightsRoute } from './list-insights.js';
import { retrieveInsightRoute } from './retrieve-insight.js';
import { retrieveInsightGroupRoute } from './retrieve-insight-group.js';
import { unassignInsightRoute } from './unassign-insight.js';
import { updateInsightRoute } from './update-insight.js';
import { updateInsightGroupRoute } from './update-insight-group.js';

/** Telnyx's insights: templates, groups, what they made of conversations, and their aggregates. */
export function insightRoutes(deps: RouteDependencies): readonly Route[] {
  return [
    listInsightsRoute(deps),
    createInsightRoute(deps),
    retrieveInsightRoute(deps),
    updateInsightRoute(deps),
    deleteInsightRoute(deps),
    listInsightGroupsRoute(deps),
    createInsightGroupRoute(deps),
    retrieveInsightGroupRoute(deps),
    updateInsightGroupRoute(deps),
    deleteInsightGroupRoute(deps),
    assignInsightRoute(deps),
    unassignInsightRoute(deps),
    aggregateInsightsRoute(deps),
    listConversationInsightsRoute(deps),
  ];
}
