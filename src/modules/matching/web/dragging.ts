import type { DragEvent } from 'react'

/** Somebody who can be moved: where they are now, null without a place. */
export interface Movable {
  mobilityId: string
  participant: string
  positionId: string | null
}

const kind = 'application/x-softmob-person'

/** Makes an element carry a person. The keyboard's way is the button beside it. */
export const dragged = (person: Movable) => ({
  draggable: true,
  onDragStart: (event: DragEvent): void => {
    const { mobilityId, participant, positionId } = person
    event.dataTransfer.setData(kind, JSON.stringify({ mobilityId, participant, positionId }))
    event.dataTransfer.effectAllowed = 'move'
  },
})

/** Makes an element take a person. */
export const dropTarget = (onOver: (over: boolean) => void, onDrop: (person: Movable) => void) => ({
  onDragOver: (event: DragEvent): void => {
    if (!event.dataTransfer.types.includes(kind)) return
    event.preventDefault()
    onOver(true)
  },
  onDragLeave: (): void => onOver(false),
  onDrop: (event: DragEvent): void => {
    const carried = event.dataTransfer.getData(kind)
    onOver(false)
    if (!carried) return
    event.preventDefault()
    onDrop(JSON.parse(carried) as Movable)
  },
})
