import { IconChevronDown } from '@tabler/icons-react'
import classes from './fold.module.css'

interface FoldButtonProps {
  open: boolean
  onToggle: (open: boolean) => void
  /** The element that is folded, where it is always there. */
  controls?: string
  /** Names the part whose heading this is. */
  labelId: string
  label: string
}

/** The heading of a card as what folds it, as wide as the card: for a thumb. */
export function FoldButton({ open, onToggle, controls, labelId, label }: FoldButtonProps) {
  return (
    <button
      type="button"
      className={classes.button}
      aria-expanded={open}
      aria-controls={controls}
      onClick={() => onToggle(!open)}
    >
      <span id={labelId}>{label}</span>
      <IconChevronDown size={22} aria-hidden data-open={open} />
    </button>
  )
}
