import '@mantine/dropzone/styles.layer.css'
import { Dropzone } from '@mantine/dropzone'
import { useTranslation } from 'react-i18next'
import classes from './exchange.module.css'

interface FileDropzoneProps {
  busy: boolean
  onFile: (file: File) => void
  onRefused: () => void
}

/** A place to drop a spreadsheet on; a click or Enter opens the computer's files. What kind it is, the server finds out. */
export default function FileDropzone({ busy, onFile, onRefused }: FileDropzoneProps) {
  const { t } = useTranslation('exchange')
  return (
    <Dropzone
      multiple={false}
      maxSize={25 * 1024 * 1024}
      loading={busy}
      onDrop={([file]) => file && onFile(file)}
      onReject={onRefused}
      aria-label={t('exchange:drop.choose')}
      inputProps={{ 'aria-label': t('exchange:drop.choose') }}
      className={classes.drop ?? ''}
    >
      <p className={classes.dropTitle}>{t('exchange:drop.title')}</p>
      <p className={classes.quiet}>{t('exchange:drop.text')}</p>
    </Dropzone>
  )
}
