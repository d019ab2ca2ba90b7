import { Button, Checkbox, MultiSelect, NumberInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api, type AnswerOf } from '#web/api/api.ts'
import { caughtUp } from '#web/api/caught-up.ts'
import { ProblemNote } from '#web/api/ProblemNote.tsx'
import { useApiForm } from '#web/api/use-api-form.ts'
import { refresh, useApi } from '#web/api/use-api.ts'
import { WishesInput } from './WishesInput.tsx'
import classes from './profile.module.css'

const readKey = 'GET /me/mobilities/:mobility/placement-wishes' as const
type Wishes = AnswerOf<typeof readKey>

interface OwnWishesProps {
  mobility: string
  /** A guardian says it for this minor. */
  minor: string | null
  onClose: () => void
  onSaved: () => void
}

/** What one wishes for one’s own place of work, on the phone. */
export default function OwnWishes(props: OwnWishesProps) {
  const wishes = useApi(readKey, { params: { mobility: props.mobility } }, { staleTime: 0 })
  if (wishes.error) return <ProblemNote problem={wishes.error} retry={() => void wishes.refetch()} />
  if (!wishes.data || !wishes.isFetchedAfterMount) return null
  return <Form {...props} present={wishes.data} refetch={() => void wishes.refetch()} />
}

const valuesOf = ({ wishes, friends, mostKilometres, accessNeeds }: Wishes) => ({
  wishes,
  friends,
  mostKilometres: (mostKilometres ?? '') as number | string,
  accessNeeds,
})

function Form({
  mobility,
  minor,
  present,
  refetch,
  onClose,
  onSaved,
}: OwnWishesProps & { present: Wishes; refetch: () => void }) {
  const { t } = useTranslation(['matching', 'web'])
  const client = useQueryClient()
  const [begun, begin] = useState(present)
  const { form, submit, sending, problem } = useApiForm({
    initialValues: valuesOf(begun),
    send: async ({ mostKilometres, ...values }) => {
      try {
        await api('PUT /me/mobilities/:mobility/placement-wishes', {
          params: { mobility },
          body: {
            ...values,
            mostKilometres: mostKilometres === '' ? null : Number(mostKilometres),
            version: begun.version,
          },
        })
      } catch (error) {
        refetch()
        throw error
      }
      await refresh(client, [readKey, 'GET /me/mobilities/:mobility/company-profile'])
      onSaved()
    },
  })
  const words: Words = (key) =>
    minor ? t(`matching:own.minor.${key}`, { name: minor }) : t(`matching:own.${key}`)
  const catchUp = (): void => {
    form.setValues(caughtUp(valuesOf(begun), valuesOf(present), form.getValues()))
    begin(present)
  }
  return (
    <form onSubmit={submit} className={classes.form} noValidate aria-label={words('title')}>
      <p className={classes.quiet}>
        {minor ? t('matching:own.textMinor', { name: minor }) : t('matching:own.text')}
      </p>
      <Work
        mobility={mobility}
        words={words}
        begun={begun}
        value={form.values.wishes}
        input={form.getInputProps('wishes')}
      />
      <Friends
        mobility={mobility}
        words={words}
        begun={begun}
        value={form.values.friends}
        input={form.getInputProps('friends')}
      />
      <NumberInput
        size="lg"
        label={t('matching:own.kilometres')}
        description={t('matching:own.kilometresHint')}
        min={0}
        max={1000}
        allowDecimal={false}
        {...form.getInputProps('mostKilometres')}
      />
      <Checkbox
        size="lg"
        label={words('access')}
        description={words('accessText')}
        {...form.getInputProps('accessNeeds', { type: 'checkbox' })}
      />
      <p className={classes.quiet}>{words('skillsElsewhere')}</p>
      <ProblemNote problem={problem} retry={present.version > begun.version ? catchUp : undefined} />
      <Button size="lg" type="submit" loading={sending}>
        {t('web:action.save')}
      </Button>
      <Button size="lg" variant="default" onClick={onClose}>
        {t('web:action.back')}
      </Button>
    </form>
  )
}

/** What is said to the person, or to the guardian about them. */
type Words = (
  key:
    | 'title'
    | 'wishes'
    | 'wishesHint'
    | 'friends'
    | 'friendsHint'
    | 'access'
    | 'accessText'
    | 'skillsElsewhere',
) => string

interface PartProps {
  mobility: string
  words: Words
  begun: Wishes
  value: string[]
  input: { onChange: (value: string[]) => void; error?: React.ReactNode }
}

function Work({ mobility, words, begun, value, input }: PartProps) {
  const [text, setText] = useState('')
  const [q] = useDebouncedValue(text, 200)
  const { data } = useApi('GET /me/mobilities/:mobility/wishable-positions', {
    params: { mobility },
    query: { q },
  })
  return (
    <WishesInput
      size="lg"
      ranked
      label={words('wishes')}
      description={words('wishesHint')}
      known={begun.positions}
      found={data?.items ?? []}
      searchValue={text}
      onSearchChange={setText}
      {...input}
      value={value}
    />
  )
}

/** Names are found, not listed: two letters at least. */
const shortest = 2

function Friends({ mobility, words, begun, value, input }: PartProps) {
  const { t } = useTranslation('matching')
  const [text, setText] = useState('')
  const [met, meet] = useState<ReadonlyMap<string, string>>(
    new Map(begun.people.map(({ id, name }) => [id, name])),
  )
  const [q] = useDebouncedValue(text.trim(), 200)
  const { data } = useApi(
    'GET /me/mobilities/:mobility/companions',
    { params: { mobility }, query: { q } },
    { enabled: q.length >= shortest },
  )
  const found = q.length >= shortest ? (data?.items ?? []) : []
  const names = new Map([...met, ...found.map(({ id, name }) => [id, name] as const)])
  return (
    <MultiSelect
      size="lg"
      label={words('friends')}
      description={words('friendsHint')}
      searchable
      hidePickedOptions
      maxValues={20}
      searchValue={text}
      onSearchChange={setText}
      filter={({ options }) => options}
      nothingFoundMessage={q.length >= shortest ? t('matching:profile.nothingFound') : undefined}
      data={[...new Set([...value, ...found.map(({ id }) => id)])].map((id) => ({
        value: id,
        label: names.get(id) ?? t('matching:profile.gone'),
      }))}
      {...input}
      value={value}
      onChange={(chosen) => {
        meet(names)
        input.onChange(chosen)
      }}
    />
  )
}
