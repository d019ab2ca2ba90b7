import { Autocomplete, TagsInput, type AutocompleteProps, type TagsInputProps } from '@mantine/core'
import { useState } from 'react'
import { useOccupations, useSkills } from './use-terms.ts'

/** The server has searched already, by other names too. */
const asFound = ({ options }: { options: never[] }): never[] => options

/** Occupations by their ESCO names; what is not in the list can be typed. */
export function OccupationsInput(props: TagsInputProps) {
  const [text, setText] = useState('')
  const found = useOccupations(text)
  return (
    <TagsInput
      {...props}
      searchValue={text}
      onSearchChange={setText}
      data={found}
      filter={asFound as never}
    />
  )
}

/** One occupation by its ESCO name, or in own words. */
export function OccupationInput(props: AutocompleteProps) {
  const found = useOccupations(props.value ?? '')
  return <Autocomplete {...props} data={[...new Set(found)]} filter={asFound as never} />
}

/** Skills by the names of ESCO's groups, or in own words. */
export function SkillsInput(props: TagsInputProps) {
  const [text, setText] = useState('')
  const found = useSkills(text)
  return (
    <TagsInput
      {...props}
      searchValue={text}
      onSearchChange={setText}
      data={found}
      filter={asFound as never}
    />
  )
}
