import { NativeSelect, NumberInput, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import classes from '#modules/organisations/web/organisations.module.css'
import { costItems } from '../cost-items.rules.ts'
import { actions } from '../project-warnings.rules.ts'

interface FieldsProps {
  /** `getInputProps` of a form of `ProjectValues`. */
  inputProps: (field: string) => object
}

/** What the grant agreement says of a project, without the money. */
export function ProjectFields({ inputProps }: FieldsProps) {
  const { t } = useTranslation('projects')
  return (
    <>
      <TextInput label={t('projects:field.title')} required data-autofocus {...inputProps('title')} />
      <TextInput
        label={t('projects:field.code')}
        description={t('projects:codeText')}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        placeholder="2026-1-IT01-KA121-VET-000123456"
        required
        {...inputProps('code')}
      />
      <div className={classes.fields}>
        <NativeSelect
          label={t('projects:field.action')}
          data={actions.map((action) => ({ value: action, label: t(`projects:action.${action}`) }))}
          {...inputProps('action')}
        />
        <NumberInput
          label={t('projects:field.callYear')}
          min={2014}
          max={2040}
          allowDecimal={false}
          clampBehavior="none"
          required
          {...inputProps('callYear')}
        />
        <TextInput type="date" label={t('projects:field.startDate')} required {...inputProps('startDate')} />
        <TextInput type="date" label={t('projects:field.endDate')} required {...inputProps('endDate')} />
      </div>
      <TextInput
        label={t('projects:field.field')}
        description={t('projects:fieldText')}
        {...inputProps('field')}
      />
    </>
  )
}

/** What was awarded, by cost item, in euros. */
export function AwardFields({ inputProps }: FieldsProps) {
  const { t } = useTranslation('projects')
  return (
    <fieldset className={classes.holder}>
      <legend>{t('projects:award.legend')}</legend>
      <p className={classes.quiet}>{t('projects:award.text')}</p>
      <div className={classes.fields}>
        {costItems.map((item) => (
          <NumberInput
            key={item}
            label={t(`projects:costItem.${item}`)}
            min={0}
            max={100_000_000}
            decimalScale={2}
            thousandSeparator=" "
            suffix=" €"
            hideControls
            {...inputProps(`awarded.${item}`)}
          />
        ))}
      </div>
    </fieldset>
  )
}
