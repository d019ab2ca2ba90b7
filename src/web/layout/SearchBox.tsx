import { TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useEffect, useState } from 'react'

interface SearchBoxProps {
  label: string
  placeholder: string
  /** What is asked for now; emptied from outside, the box is emptied as well. */
  asked: string
  onAsk: (text: string) => void
  className?: string | undefined
}

/** A search field that asks when one pauses typing. */
export function SearchBox(props: SearchBoxProps) {
  return <Box key={props.asked === '' ? 'empty' : 'asked'} {...props} />
}

function Box({ label, placeholder, asked, onAsk, className }: SearchBoxProps) {
  const [text, setText] = useState(asked)
  const [paused] = useDebouncedValue(text, 250)
  useEffect(() => {
    if (paused !== asked) onAsk(paused)
    // Only what one typed is told on; what comes back from the address is the same word.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [paused])
  return (
    <TextInput
      type="search"
      className={className}
      label={label}
      placeholder={placeholder}
      value={text}
      onChange={(event) => setText(event.currentTarget.value)}
    />
  )
}
