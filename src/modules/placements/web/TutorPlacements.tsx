import { api, apiPath } from '#web/api/api.ts'
import { useApi } from '#web/api/use-api.ts'
import { OfferedCard } from './OfferedCard.tsx'

/** With more than so many, only the first is open. */
const few = 2

/** Behind a personal link: those who wait for the company's answer. Who is taken stands among the trainees. */
export default function TutorPlacements({ secret }: { secret: string }) {
  const offered = useApi('GET /tutor/placements', {}, { tutorLink: secret })
  const waiting = (offered.data?.items ?? []).filter(({ step }) => step === 'sent' || step === 'interview')
  return waiting.map((one, at) => (
    <OfferedCard
      key={one.id}
      placement={one}
      begins={waiting.length <= few || at === 0}
      send={(body) =>
        api(
          'POST /tutor/placements/:placement/answer',
          { params: { placement: one.id }, body },
          { tutorLink: secret },
        )
      }
      reads={['GET /tutor/placements', 'GET /tutor']}
      openCv={() => void openCv(one.id, secret)}
    />
  ))
}

/** The link's secret goes in a header, which no address can carry: the file is fetched and then shown. */
async function openCv(placement: string, secret: string): Promise<void> {
  const answer = await fetch(apiPath('GET /tutor/placements/:placement/cv', { params: { placement } }), {
    headers: { authorization: `Link ${secret}` },
  })
  if (answer.ok) window.location.assign(URL.createObjectURL(await answer.blob()))
}
