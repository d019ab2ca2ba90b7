import { Autocomplete, type AutocompleteProps } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useApi } from '#web/api/use-api.ts'
import { useFormat } from '#web/i18n/formatters.ts'

interface TownInputProps extends AutocompleteProps {
  value?: string
  /** Where to look; everywhere when it is not known yet. */
  country?: string | null | undefined
}

/** A town, completed from the gazetteer while one types; a town that is not in it can be written all the same. */
export function TownInput({ country, ...props }: TownInputProps) {
  const format = useFormat()
  const [search] = useDebouncedValue((props.value ?? '').trim(), 200)
  const found = useApi(
    'GET /places',
    { query: { search, ...(country ? { country } : {}) } },
    { enabled: search.length > 1, staleTime: Infinity },
  )
  const towns = found.data?.items ?? []
  const data = [...new Set(towns.map(({ city }) => city))]
  const countriesOf = (city: string): string =>
    [...new Set(towns.filter((town) => town.city === city).map((town) => format.country(town.country)))].join(
      ' · ',
    )
  return (
    <Autocomplete
      data={data}
      // The server has found other names too ("Wien"); nothing is filtered again.
      filter={({ options }) => options}
      renderOption={({ option }) => (
        <span>
          {option.value}
          {!country && <small>{` ${countriesOf(option.value)}`}</small>}
        </span>
      )}
      autoComplete="off"
      {...props}
    />
  )
}
