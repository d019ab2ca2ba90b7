import { MultiSelect, type MultiSelectProps } from '@mantine/core'
import { useApi } from '#web/api/use-api.ts'
import { useFormat } from '#web/i18n/formatters.ts'

type Props = Omit<MultiSelectProps, 'data'> & { organisation: string }

/** Chooses flows that the organisation sends or hosts, the latest first, with whose they are. */
export function FlowsSelect({ organisation, ...props }: Props) {
  const format = useFormat()
  const flows = useFlows(organisation)
  return (
    <MultiSelect
      searchable
      data={flows.map((flow) => ({
        value: flow.id,
        label: [
          flow.name,
          flow.own ? null : flow.organisation.name,
          flow.startDate && format.date(flow.startDate),
        ]
          .filter(Boolean)
          .join(' · '),
      }))}
      {...props}
    />
  )
}

/** The names of chosen flows, for what is made of them and has no name of its own. */
export function useFlowNames(organisation: string): (ids: readonly string[]) => string {
  const flows = useFlows(organisation)
  return (ids) =>
    flows
      .filter(({ id }) => ids.includes(id))
      .map(({ name }) => name)
      .join(', ')
      .slice(0, 200)
}

function useFlows(organisation: string) {
  const { data } = useApi('GET /organisations/:organisation/flows', {
    params: { organisation },
    query: { limit: 100, archived: 'false', sort: '-departure' },
  })
  return data?.items ?? []
}
