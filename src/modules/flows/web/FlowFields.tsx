import { NativeSelect, NumberInput, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { activityTypes } from '#modules/mobilities/activity-types.rules.ts'
import { TownInput } from '#modules/places/web/TownInput.tsx'
import { PartnerSelect } from '#modules/mobilities/web/PartnerSelect.tsx'
import classes from '#modules/organisations/web/organisations.module.css'
import { CountrySelect } from '#web/i18n/CountrySelect.tsx'
import type { FlowItem } from './FlowTable.tsx'
import { ProjectSelect } from './ProjectSelect.tsx'

interface FlowFieldsProps {
  organisation: string
  /** The flow that is changed, for the names of what it points to. */
  known?: Pick<FlowItem, 'project' | 'hosting'> | undefined
  /** `getInputProps` of a form of `FlowValues`. */
  inputProps: (field: string) => object
}

const categories = ['learner', 'staff', 'other'] as const

/** What a flow is: which activity, where, when, how many, at whose place. */
export function FlowFields({ organisation, known, inputProps }: FlowFieldsProps) {
  const { t } = useTranslation(['flows', 'mobilities', 'record'])
  return (
    <>
      <TextInput
        label={t('flows:field.name')}
        placeholder={t('flows:nameExample')}
        required
        data-autofocus
        {...inputProps('name')}
      />
      <NativeSelect
        label={t('flows:field.activityType')}
        data={categories.map((category) => ({
          group: t(`flows:category.${category}`),
          items: activityTypes
            .filter((type) => type.category === category)
            .map(({ key }) => ({ value: key, label: t(`mobilities:activityType.${key}`) })),
        }))}
        required
        {...inputProps('activityType')}
      />
      <ProjectSelect
        organisation={organisation}
        known={known?.project ?? null}
        label={t('flows:field.project')}
        {...inputProps('projectId')}
      />
      <div className={classes.fields}>
        <CountrySelect label={t('flows:field.country')} {...inputProps('country')} />
        <TownInput
          label={t('flows:field.town')}
          country={(inputProps('country') as { value?: string | null }).value}
          {...inputProps('town')}
        />
        <FlowDates inputProps={inputProps} />
        <NumberInput
          label={t('flows:field.places')}
          min={0}
          max={10_000}
          allowDecimal={false}
          {...inputProps('places')}
        />
        <NumberInput
          label={t('flows:field.accompanyingPlaces')}
          min={0}
          max={1000}
          allowDecimal={false}
          {...inputProps('accompanyingPlaces')}
        />
      </div>
      <PartnerSelect
        organisation={organisation}
        known={known?.hosting ?? null}
        label={t('flows:field.hosting')}
        description={t('flows:hostingText')}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        {...inputProps('hostingId')}
      />
    </>
  )
}

/** Departure and return. */
export function FlowDates({ inputProps }: Pick<FlowFieldsProps, 'inputProps'>) {
  const { t } = useTranslation('flows')
  return (
    <>
      <TextInput type="date" label={t('flows:field.startDate')} {...inputProps('startDate')} />
      <TextInput type="date" label={t('flows:field.endDate')} {...inputProps('endDate')} />
    </>
  )
}
