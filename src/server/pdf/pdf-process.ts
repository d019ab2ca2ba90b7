import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import process from 'node:process'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import type { PdfAnswer, PdfRequest } from './render-pdf.ts'

// The other end of render-pdf.ts: writes one paper after the other for its parent.

const fonts = dirname(createRequire(import.meta.url).resolve('@expo-google-fonts/noto-sans/package.json'))
const weights = [
  '400Regular/NotoSans_400Regular.ttf',
  '400Regular_Italic/NotoSans_400Regular_Italic.ttf',
  '600SemiBold/NotoSans_600SemiBold.ttf',
  '700Bold/NotoSans_700Bold.ttf',
]
const source = join(import.meta.dirname, '../..')
const compiler = NodeCompiler.create({
  workspace: source,
  fontArgs: [{ fontBlobs: weights.map((file) => readFileSync(join(fonts, file))) }],
})

function write({ template, data, language, createdAt }: PdfRequest): PdfAnswer {
  try {
    const compiled = compiler.compile({
      mainFilePath: join(source, template),
      inputs: { data, language },
    })
    // `takeDiagnostics` empties the result: whether it failed has to be asked first.
    if (compiled.hasError() || !compiled.result) {
      const mistakes = compiled.takeDiagnostics()?.shortDiagnostics ?? []
      return { kind: 'mistake', text: JSON.stringify(mistakes) }
    }
    const bytes = compiler.pdf(compiled.result, { creationTimestamp: createdAt, pdfTags: true })
    return { kind: 'pdf', bytes: new Uint8Array(bytes) }
  } catch (error) {
    return { kind: 'mistake', text: error instanceof Error ? error.message : String(error) }
  } finally {
    compiler.evictCache(10)
  }
}

process.on('message', (request: PdfRequest) => {
  // Native memory is given back by finalizers, which run between tasks only: each paper is a task of its own.
  setImmediate(() => process.send?.(write(request)))
})
process.on('disconnect', () => process.exit(0))
