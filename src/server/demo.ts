// `npm run demo`: the demo year with its own data folder; everything else is the same server.
process.env['SOFTMOB_DEMO'] = '1'
await import('./main.ts')
