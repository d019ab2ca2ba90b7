import { toastProblem } from '#web/layout/toast.ts'
import { ApiProblem } from '#web/api/api.ts'

/** Opens the picture of a paper in a new tab; asking for it is written down, so it is no plain link. */
export async function openScan(place: {
  organisation: string
  mobility: string
  paper: string
}): Promise<void> {
  const tab = window.open('', '_blank')
  const answer = await fetch(
    `/api/v1/organisations/${place.organisation}/mobilities/${place.mobility}/papers/${place.paper}/scan/view`,
    { method: 'POST' },
  )
  if (!answer.ok) {
    tab?.close()
    await toastProblem(new ApiProblem(await answer.json()))
    return
  }
  const address = URL.createObjectURL(await answer.blob())
  if (tab) tab.location.href = address
}
