import { useDeferredValue } from 'react'

/** Whether something with these words is asked for; everything while nothing is. */
export type Shows = (words: readonly (string | null | undefined)[]) => boolean

const plain = (text: string): string => text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLocaleLowerCase()

/** Narrows a plan of a thousand people to those whose words hold all that is typed. */
export function useShows(text: string): Shows {
  const asked = plain(useDeferredValue(text)).split(/\s+/).filter(Boolean)
  return (words) => {
    if (asked.length === 0) return true
    const all = plain(words.filter(Boolean).join(' '))
    return asked.every((word) => all.includes(word))
  }
}
