/** One act, from request to the page that shows it. Shared by the search and by "Hent på nytt". */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { createOppslagOptions, keepRequest } from '#lib/client/oppslag.ts';

export function useOppslag() {
  const client = useQueryClient();
  const router = useRouter();
  return useMutation({
    ...createOppslagOptions(),
    onSuccess: (result, request) => {
      if (result.utfall !== 'funnet') return;
      keepRequest(client, { oppslagId: result.oppslagId, request });
      router.push(`/oppslag/${result.oppslagId}`);
    },
  });
}
