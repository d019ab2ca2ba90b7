import { Button, Checkbox, Select, Stack } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { CountrySelect } from '#web/i18n/CountrySelect.tsx'
import classes from './grants.module.css'

export interface CountryInGroup {
  country: string | null
  group: string | null
  international: boolean
}

interface CountriesInGroupsProps {
  rows: readonly CountryInGroup[]
  groups: readonly string[]
  /** What the server said, by field such as `countries.0.group`. */
  errors: ReadonlyMap<string, string>
  onChange: (rows: CountryInGroup[]) => void
}

/** Countries that the pack does not know, or knows in another group than the annex. */
export function CountriesInGroups({ rows, groups, errors, onChange }: CountriesInGroupsProps) {
  const { t } = useTranslation('grants')
  const change = (at: number, part: Partial<CountryInGroup>): void =>
    onChange(rows.map((row, index) => (index === at ? { ...row, ...part } : row)))
  return (
    <fieldset>
      <legend>{t('grants:pack.group.countries')}</legend>
      <Stack gap="xs" align="start">
        {rows.map((row, at) => (
          <div key={at} className={classes.venue}>
            <CountrySelect
              label={t('grants:venue.country')}
              value={row.country}
              error={errors.get(`countries.${at}.country`)}
              onChange={(country) => change(at, { country })}
            />
            <Select
              label={t('grants:pack.groupLabel')}
              data={[...groups]}
              value={row.group}
              error={errors.get(`countries.${at}.group`)}
              onChange={(group) => change(at, { group })}
            />
            <Checkbox
              label={t('grants:input.international')}
              checked={row.international}
              onChange={(event) => change(at, { international: event.currentTarget.checked })}
            />
            <Button
              variant="subtle"
              color="gray"
              onClick={() => onChange(rows.filter((_, index) => index !== at))}
            >
              {t('grants:venue.remove')}
            </Button>
          </div>
        ))}
        <Button
          variant="subtle"
          size="compact-sm"
          onClick={() => onChange([...rows, { country: null, group: null, international: false }])}
        >
          {t('grants:pack.addCountry')}
        </Button>
      </Stack>
    </fieldset>
  )
}
