import { Button } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useTranslation } from 'react-i18next'
import { Link, useNavigate } from 'react-router'
import { ProblemNote } from '#web/api/ProblemNote.tsx'
import { useApi, useApiMutation } from '#web/api/use-api.ts'
import { useFormat } from '#web/i18n/formatters.ts'
import { paths } from '#web/paths.ts'
import type { PartnershipKind } from '../partner-kinds.rules.ts'
import classes from './organisations.module.css'

interface PossibleDuplicatesProps {
  organisation: string
  asked: { name: string; country: string | null; oid?: string | null; erasmusCode?: string | null }
  /** The partner that is being looked at. */
  except?: string
  /** As what one would work with an organisation that is here already. */
  kinds: readonly PartnershipKind[]
}

/** Partners that may be the same, and an organisation that works here under the OID. */
export function PossibleDuplicates({ organisation, asked, except, kinds }: PossibleDuplicatesProps) {
  const { t } = useTranslation('organisations')
  const format = useFormat()
  // As a text: an object would be another one at every keystroke elsewhere in the form.
  const [words] = useDebouncedValue(JSON.stringify(asked, ['name', 'country', 'oid', 'erasmusCode']), 300)
  const { name, country, oid, erasmusCode } = JSON.parse(words) as PossibleDuplicatesProps['asked']
  const enabled = name.trim().length > 2 || Boolean(oid) || Boolean(erasmusCode)
  const found = useApi(
    'GET /organisations/:organisation/partners/duplicates',
    {
      params: { organisation },
      query: {
        name: name.trim().slice(0, 300),
        ...(country ? { country } : {}),
        ...(oid ? { oid: oid.slice(0, 40) } : {}),
        ...(erasmusCode ? { erasmusCode: erasmusCode.slice(0, 40) } : {}),
        ...(except ? { except } : {}),
      },
    },
    { enabled },
  )
  const items = enabled ? (found.data?.items ?? []) : []
  return (
    <div role="status">
      {items.length > 0 && (
        <div className={classes.warn}>
          <strong>{t(except ? 'organisations:duplicates.alike' : 'organisations:duplicates.maybe')}</strong>
          <ul className={classes.holders}>
            {items.map((item) => (
              <li key={item.id}>
                {item.partner ? (
                  <Link to={paths.partner(organisation, item.id)}>{item.name}</Link>
                ) : (
                  <span>{item.name} </span>
                )}{' '}
                <span className={classes.quiet}>
                  {[
                    item.town,
                    item.country && format.country(item.country),
                    t(`organisations:duplicates.${item.by}`),
                  ]
                    .filter(Boolean)
                    .join(' · ')}
                </span>
                {!item.partner && item.oid && (
                  <LinkPartner organisation={organisation} partner={item.id} oid={item.oid} kinds={kinds} />
                )}
              </li>
            ))}
          </ul>
        </div>
      )}
    </div>
  )
}

interface LinkPartnerProps {
  organisation: string
  partner: string
  oid: string
  kinds: readonly PartnershipKind[]
}

function LinkPartner({ organisation, partner, oid, kinds }: LinkPartnerProps) {
  const { t } = useTranslation('organisations')
  const navigate = useNavigate()
  const link = useApiMutation('POST /organisations/:organisation/partners/:partner/link', {
    invalidates: ['GET /organisations/:organisation/partners'],
    onDone: () => void navigate(paths.partner(organisation, partner)),
  })
  return (
    <>
      <Button
        size="compact-sm"
        variant="default"
        loading={link.isPending}
        onClick={() => link.mutate({ params: { organisation, partner }, body: { oid, kinds: [...kinds] } })}
      >
        {t('organisations:duplicates.link')}
      </Button>
      <ProblemNote problem={link.error} />
    </>
  )
}
