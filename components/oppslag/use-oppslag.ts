/** One act, from request to the page that shows it. Shared by the search, the søketrapp and "Hent på nytt". */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { createOppslagOptions, keepRequest } from '#lib/client/oppslag.ts';

export function useOppslag(options = createOppslagOptions()) {
  const client = useQueryClient();
  const router = useRouter();
  return useMutation({
    ...options,
    onSuccess: (result, request) => {
      if (result.utfall !== 'funnet') return;
      keepRequest(client, { oppslagId: result.oppslagId, request });
      router.push(`/oppslag/${result.oppslagId}`);
    },
  });
}
