/** One act, from request to the page that shows it. Shared by the search, the søketrapp and "Hent på nytt". */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { createOppslagOptions, keepRequest } from '#lib/client/oppslag.ts';

/** @param fane the tab to open the answer in, where the one who asks stands in one */
export function useOppslag(options = createOppslagOptions(), fane: string | null = null) {
  const client = useQueryClient();
  const router = useRouter();
  return useMutation({
    ...options,
    onSuccess: (result, request) => {
      if (result.utfall !== 'funnet') return;
      keepRequest(client, { oppslagId: result.oppslagId, request });
      router.push(`/oppslag/${result.oppslagId}${fane === null ? '' : `?fane=${fane}`}`);
    },
  });
}
