import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useParams } from 'react-router'
import { ProblemNote } from '#web/api/ProblemNote.tsx'
import { useApi, useApiMutation } from '#web/api/use-api.ts'
import { useMay } from '#web/api/use-me.ts'
import { useFormat } from '#web/i18n/formatters.ts'
import { ConfirmDialog } from '#web/layout/ConfirmDialog.tsx'
import { PageHeader } from '#web/layout/PageHeader.tsx'
import { ReasonButton } from '#web/layout/ReasonButton.tsx'
import { Section } from '#web/layout/Section.tsx'
import { SkeletonRows } from '#web/layout/SkeletonRows.tsx'
import { toast } from '#web/layout/toast.ts'
import { paths } from '#web/paths.ts'
import { MailLink, PhoneLink } from '#web/parts/Reach.tsx'
import tables from '#modules/organisations/web/organisations.module.css'
import { Distances } from './Distances.tsx'
import { HousingDialog } from './HousingDialog.tsx'
import { bodyOf, valuesOf } from './housing-values.ts'
import { Living } from './Living.tsx'
import { HousingPhotos } from './HousingPhotos.tsx'
import { housingReads, type Housing } from './stays-answers.ts'
import { VettingMark } from './VettingMark.tsx'
import classes from './stays.module.css'

/** One housing: its facts and rooms, who lives there and who comes next, how far the companies are. */
export default function HousingPage() {
  const { organisation = '', housing: id = '' } = useParams()
  const { t } = useTranslation('stays')
  const format = useFormat()
  const may = useMay()
  const read = useApi('GET /organisations/:organisation/housings/:housing', {
    params: { organisation, housing: id },
  })
  const [open, setOpen] = useState<'edit' | 'archive' | null>(null)
  const save = useApiMutation('PUT /organisations/:organisation/housings/:housing', {
    invalidates: housingReads,
    onDone: () => setOpen(null),
  })
  const { data } = read
  const whyNot = may('mobilities.edit') ? null : t('stays:coordinatorsOnly')
  const archive = (archived: boolean): void => {
    if (!data) return
    save.mutate(
      {
        params: { organisation, housing: id },
        body: { ...bodyOf(valuesOf(data)), version: data.version, archived },
      },
      { onSuccess: () => toast(t(archived ? 'stays:archivedNow' : 'stays:restoredNow')) },
    )
  }
  return (
    <>
      <PageHeader
        title={data?.name ?? t('stays:one')}
        trail={[{ label: t('stays:title'), to: paths.stays(organisation) }]}
        status={data && <VettingMark housing={data} />}
        description={
          data &&
          [
            t(`stays:kind.${data.kind}`),
            data.address,
            data.town,
            data.country && format.country(data.country),
            data.archived && t('stays:archived.true'),
          ]
            .filter(Boolean)
            .join(' · ')
        }
        actions={
          data && (
            <>
              <ReasonButton
                variant="default"
                whyNot={whyNot}
                onClick={() => (data.archived ? archive(false) : setOpen('archive'))}
              >
                {t(data.archived ? 'stays:restore' : 'stays:archive')}
              </ReasonButton>
              <ReasonButton whyNot={whyNot} onClick={() => setOpen('edit')}>
                {t('stays:change')}
              </ReasonButton>
            </>
          )
        }
      />
      {read.isPending && <SkeletonRows />}
      <ProblemNote problem={read.error ?? save.error} retry={() => void read.refetch()} />
      {data && (
        <div className={classes.columns}>
          <div className={classes.stack}>
            <Living organisation={organisation} housing={data} />
            <HousingPhotos organisation={organisation} housing={data} whyNot={whyNot} />
            <Texts housing={data} />
          </div>
          <div className={classes.stack}>
            <Facts housing={data} />
            <Distances organisation={organisation} housing={data} />
          </div>
        </div>
      )}
      {open === 'edit' && data && (
        <HousingDialog organisation={organisation} housing={data} onClose={() => setOpen(null)} />
      )}
      <ConfirmDialog
        opened={open === 'archive'}
        title={t('stays:archiveTitle', { name: data?.name ?? '' })}
        confirm={t('stays:archive')}
        busy={save.isPending}
        onConfirm={() => archive(true)}
        onClose={() => setOpen(null)}
      >
        {t('stays:archiveText')}
        <ProblemNote problem={save.error} />
      </ConfirmDialog>
    </>
  )
}

function Facts({ housing }: { housing: Housing }) {
  const { t } = useTranslation('stays')
  const format = useFormat()
  const facts = [
    ['contact', housing.contact],
    ['phone', housing.phone && <PhoneLink key="phone" number={housing.phone} />],
    ['email', housing.email && <MailLink key="email" address={housing.email} />],
    ['pricePerNight', housing.pricePerNight === null ? null : format.money(housing.pricePerNight)],
    ['keys', housing.keys],
    ['vettingNote', housing.vettingNote],
    ['note', housing.note],
  ] as const
  const features = (['accessible', 'quiet', 'dietKitchen', 'pets', 'smoking'] as const).filter(
    (key) => housing[key],
  )
  return (
    <Section title={t('stays:facts')}>
      <dl className={tables.facts}>
        {facts
          .filter(([, value]) => value)
          .map(([key, value]) => (
            <div key={key}>
              <dt>{t(`stays:field.${key}`)}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        {features.length > 0 && (
          <div>
            <dt>{t('stays:features')}</dt>
            <dd>{features.map((key) => t(`stays:feature.${key}`)).join(' · ')}</dd>
          </div>
        )}
      </dl>
    </Section>
  )
}

function Texts({ housing }: { housing: Housing }) {
  const { t } = useTranslation('stays')
  return (
    <>
      {housing.profile && (
        <Section title={t('stays:field.profile')}>
          <p className={classes.pre}>{housing.profile}</p>
        </Section>
      )}
      {housing.rules && (
        <Section title={t('stays:field.rules')}>
          <p className={classes.pre}>{housing.rules}</p>
        </Section>
      )}
    </>
  )
}
