import type { ComponentType } from 'react'

/** One page of a portal, for its navigation and its command palette. */
export interface NavigationItem {
  to: string
  label: string
  icon: ComponentType<{ size?: number | string; 'aria-hidden'?: boolean | 'true' }>
  /** How many things wait there. */
  count?: number | undefined
  /** Only this exact address counts as the page, as for a start page. */
  exact?: boolean
}

/** Something the search box found. */
export interface Found {
  id: string
  label: string
  description?: string
  to: string
  /** The kind of thing, as a heading: "Mobilities". */
  group?: string
}

/** Looks something up by what was typed. */
export type SearchProvider = (text: string, signal: AbortSignal) => Promise<readonly Found[]>
