import type { ZipArchive } from '#server/files/zip-archive.ts'
import { FileProblem } from '#server/files/file-problems.ts'

export interface WorkbookSheet {
  name: string
  /** Place of the sheet's XML in the archive. */
  path: string
}

/** The worksheets of a workbook in the order of their tabs (ECMA-376 part 1, 18.2); chart sheets hold no cells and are left out. */
export async function listSheets(archive: ZipArchive): Promise<WorkbookSheet[]> {
  const workbook = await xml(archive, 'xl/workbook.xml')
  const relations = await xml(archive, 'xl/_rels/workbook.xml.rels')
  const paths = new Map<string, string>()
  for (const relation of tags(relations, 'Relationship')) {
    if (relation['Type']?.endsWith('/worksheet'))
      paths.set(relation['Id'] ?? '', partPath(relation['Target'] ?? ''))
  }
  const sheets = tags(workbook, 'sheet').flatMap((sheet) => {
    const path = paths.get(sheet['id'] ?? '')
    return path && archive.has(path) ? [{ name: unescapeName(sheet['name'] ?? ''), path }] : []
  })
  if (sheets.length === 0) throw new FileProblem('file-unreadable')
  return sheets
}

async function xml(archive: ZipArchive, name: string): Promise<string> {
  return (await archive.read(name)).toString('utf8')
}

/** A target is relative to `xl/`, or absolute in the archive. */
const partPath = (target: string): string =>
  target.startsWith('/') ? target.slice(1) : `xl/${target.replace(/^\.\//, '')}`

/** The attributes of every tag of a name, whatever its namespace prefix; prefixes of attributes are dropped. */
function tags(text: string, name: string): Record<string, string>[] {
  const found = text.matchAll(new RegExp(`<(?:\\w+:)?${name}\\s([^>]*)>`, 'g'))
  return [...found].map(([, attributes = '']) =>
    Object.fromEntries(
      [...attributes.matchAll(/([\w:]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g)]
        .filter(([, key = '']) => !key.startsWith('xmlns'))
        .map(([, key = '', double, single]) => [key.replace(/^\w+:/, ''), decodeXml(double ?? single ?? '')]),
    ),
  )
}

const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

/** Replaces the five named and all numbered character references of XML. */
export function decodeXml(text: string): string {
  return text.replace(
    /&(?:#x([\da-f]+)|#(\d+)|(\w+));/gi,
    (whole, hex?: string, decimal?: string, name?: string) => {
      if (name) return entities[name] ?? whole
      const code = hex ? parseInt(hex, 16) : Number(decimal)
      return code <= 0x10ffff ? String.fromCodePoint(code) : whole
    },
  )
}

/** Excel writes letters that XML lacks as _xHHHH_ (ECMA-376 part 1, 22.9.2.19, ST_Xstring). */
const unescapeName = (name: string): string =>
  name.replace(/_x([\dA-F]{4})_/gi, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)))
