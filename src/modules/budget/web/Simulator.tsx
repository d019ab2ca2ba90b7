import { Button, Group, Stack, TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '#web/api/api.ts'
import { ProblemNote } from '#web/api/ProblemNote.tsx'
import { useApiMutation } from '#web/api/use-api.ts'
import { useMay } from '#web/api/use-me.ts'
import { Section } from '#web/layout/Section.tsx'
import { toast } from '#web/layout/toast.ts'
import tables from '#modules/organisations/web/organisations.module.css'
import type { Budget } from './budget-answers.ts'
import { ImaginedGroup } from './ImaginedGroup.tsx'
import { Scenarios } from './Scenarios.tsx'
import { SimulationResult } from './SimulationResult.tsx'
import { groupOf, newGroup, type GroupValues } from './group-values.ts'

/** "12 more to Malta for three weeks, green": what every line would do, and scenarios side by side. */
export function Simulator({ budget, organisation }: { budget: Budget; organisation: string }) {
  const { t } = useTranslation('budget')
  const may = useMay()
  const params = { organisation, project: budget.project.id }
  const [groups, setGroups] = useState<GroupValues[]>([])
  const [name, setName] = useState('')
  const [asked] = useDebouncedValue(
    groups.flatMap((one) => groupOf(one) ?? []),
    150,
  )
  const simulation = useQuery({
    queryKey: ['POST /organisations/:organisation/projects/:project/simulation', params, asked],
    queryFn: ({ signal }) =>
      api(
        'POST /organisations/:organisation/projects/:project/simulation',
        { params, body: { groups: asked } },
        { signal },
      ),
    enabled: asked.length > 0,
    placeholderData: (before) => before,
    retry: false,
  })
  const keep = useApiMutation('POST /organisations/:organisation/projects/:project/scenarios', {
    invalidates: ['GET /organisations/:organisation/projects/:project/scenarios'],
    onDone: () => {
      toast(t('budget:simulator.kept'))
      setName('')
    },
  })
  return (
    <Section
      title={t('budget:simulator.title')}
      actions={
        <Button size="xs" variant="default" onClick={() => setGroups([...groups, newGroup()])}>
          {t('budget:simulator.add')}
        </Button>
      }
    >
      {groups.length === 0 && <p className={tables.quiet}>{t('budget:simulator.text')}</p>}
      <Stack>
        {groups.map((group, at) => (
          <ImaginedGroup
            key={group.key}
            budget={budget}
            values={group}
            result={asked.length === groups.length ? simulation.data?.groups[at] : undefined}
            onChange={(part) =>
              setGroups(groups.map((one) => (one.key === group.key ? { ...one, ...part } : one)))
            }
            onRemove={() => setGroups(groups.filter(({ key }) => key !== group.key))}
          />
        ))}
        <ProblemNote problem={asked.length > 0 ? simulation.error : null} />
        {asked.length > 0 && simulation.data && <SimulationResult result={simulation.data} />}
        {groups.length > 0 && may('money.edit') && (
          <Group align="end">
            <TextInput
              label={t('budget:simulator.name')}
              value={name}
              onChange={(event) => setName(event.currentTarget.value)}
            />
            <Button
              disabled={name.trim() === '' || asked.length === 0}
              loading={keep.isPending}
              onClick={() => keep.mutate({ params, body: { name: name.trim(), groups: asked } })}
            >
              {t('budget:simulator.keep')}
            </Button>
          </Group>
        )}
        <ProblemNote problem={keep.error} />
      </Stack>
      <Scenarios params={params} onOpen={(opened) => setGroups(opened)} />
    </Section>
  )
}
