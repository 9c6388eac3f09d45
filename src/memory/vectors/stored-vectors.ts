import type { StoredVector } from '../../store/embeddings.js';
import type { VectorOf } from '../recall/caller-index.js';

/** The vectors of what can be found, out of those that are stored. A fact has that of the saying that words it, or of another one. */
export function storedVectors(vectors: readonly StoredVector[]): VectorOf {
  const byId = new Map(vectors.map(({ kind, id, vector }) => [`${kind} ${id}`, vector]));
  return (found) => {
    if ('turn' in found) return byId.get(`turn ${found.turn.id}`);
    if ('episode' in found) return byId.get(`episode ${found.episode.id}`);
    for (const { factId } of found.fact.evidence) {
      const vector = byId.get(`fact ${factId}`);
      if (vector !== undefined) return vector;
    }
    return undefined;
  };
}
