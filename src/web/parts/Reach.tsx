import { Anchor } from '@mantine/core'
import classes from './reach.module.css'

/** A telephone number to tap: never broken over two lines, and tall enough for a thumb. */
export function PhoneLink({ number }: { number: string }) {
  return (
    <Anchor underline="always" href={`tel:${number.replaceAll(/\s/g, '')}`} className={classes.phone ?? ''}>
      {number}
    </Anchor>
  )
}

/** An e-mail address to write to; a long one breaks rather than widening the page. */
export function MailLink({ address }: { address: string }) {
  return (
    <Anchor underline="always" href={`mailto:${address}`} className={classes.mail ?? ''}>
      {address}
    </Anchor>
  )
}
