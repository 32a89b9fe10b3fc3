/**
 * Sessions, codes and tokens of one identity provider, in memory: a restart signs everybody out. The oldest are
 * forgotten when there are too many, so a long test run cannot fill the machine. The shape is oidc-provider's adapter.
 */
const MAKS_POSTER = 50_000;

type Post = { uid?: string; userCode?: string; grantId?: string; consumed?: number; exp?: number };

/** A factory of one store per model, as oidc-provider wants it; nothing is shared between two calls. */
export function createMinne(): (modell: string) => ReturnType<typeof createLager> {
  const lagre = new Map<string, Map<string, Post>>();
  return (modell) => {
    const lager = lagre.get(modell) ?? new Map<string, Post>();
    lagre.set(modell, lager);
    return createLager(lager);
  };
}

/** oidc-provider checks `exp` itself when it reads, so nothing has to be removed at a time. */
function createLager(poster: Map<string, Post>) {
  const findFirst = (passer: (post: Post) => boolean) => [...poster.values()].find(passer);
  return {
    async upsert(id: string, post: Post) {
      poster.delete(id);
      poster.set(id, post);
      const eldst = poster.keys().next();
      if (poster.size > MAKS_POSTER && !eldst.done) poster.delete(eldst.value);
    },
    async find(id: string) {
      return poster.get(id);
    },
    async findByUid(uid: string) {
      return findFirst((post) => post.uid === uid);
    },
    async findByUserCode(userCode: string) {
      return findFirst((post) => post.userCode === userCode);
    },
    async consume(id: string) {
      const post = poster.get(id);
      if (post) post.consumed = Math.floor(Date.now() / 1000);
    },
    async destroy(id: string) {
      poster.delete(id);
    },
    async revokeByGrantId(grantId: string) {
      for (const [id, post] of poster) if (post.grantId === grantId) poster.delete(id);
    },
  };
}
