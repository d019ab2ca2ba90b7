/** The flows of the demo year: when they leave and come back, counted in days from today. */
export interface DemoFlow {
  sender: 'aurora' | 'lindenhof' | 'moulin'
  name: string
  project: '2025' | '2026'
  activity: string
  host: 'puerta-sur' | 'three-harbours' | 'lee-valley' | 'bruecke' | 'ponte'
  departs: number
  days: number
  people: number
  kind?: 'learner' | 'staff'
}

const flow = (
  sender: DemoFlow['sender'],
  project: DemoFlow['project'],
  host: DemoFlow['host'],
  name: string,
  activity: string,
  departs: number,
  days: number,
  people: number,
): DemoFlow => ({
  sender,
  project,
  host,
  name,
  activity,
  departs,
  days,
  people,
  kind: activity.startsWith('SM-') ? 'staff' : 'learner',
})

export const demoFlows: DemoFlow[] = [
  flow('aurora', '2025', 'puerta-sur', 'Seville, autumn A', 'LM-SHORT-VET', -330, 27, 58),
  flow('aurora', '2025', 'three-harbours', 'Malta, autumn', 'LM-SHORT-VET', -318, 21, 44),
  flow('aurora', '2025', 'lee-valley', 'Cork, winter', 'LM-SHORT-VET', -262, 28, 36),
  flow('aurora', '2025', 'bruecke', 'Leipzig ErasmusPro', 'LM-LONG-VET', -240, 96, 14),
  flow('aurora', '2025', 'puerta-sur', 'Seville, spring A', 'LM-SHORT-VET', -205, 27, 62),
  flow('aurora', '2025', 'ponte', 'Porto, spring', 'LM-SHORT-VET', -190, 20, 40),
  flow('aurora', '2025', 'three-harbours', 'Malta, spring', 'LM-SHORT-VET', -176, 21, 48),
  flow('aurora', '2025', 'puerta-sur', 'Teachers in Seville', 'SM-JOB-SHDW', -150, 6, 16),
  flow('aurora', '2025', 'bruecke', 'Leipzig, early summer', 'LM-SHORT-VET', -132, 28, 46),
  flow('aurora', '2025', 'puerta-sur', 'Seville, summer', 'LM-SHORT-VET', -96, 34, 70),
  flow('aurora', '2025', 'lee-valley', 'Cork, summer', 'LM-SHORT-VET', -74, 27, 52),
  flow('aurora', '2025', 'three-harbours', 'Courses in Malta', 'SM-COUR-TRAIN', -48, 8, 12),
  flow('aurora', '2026', 'ponte', 'Porto, autumn', 'LM-SHORT-VET', -41, 27, 42),
  flow('aurora', '2026', 'puerta-sur', 'Seville ErasmusPro', 'LM-LONG-VET', -38, 98, 18),
  flow('aurora', '2026', 'three-harbours', 'Malta now', 'LM-SHORT-VET', -12, 21, 56),
  flow('aurora', '2026', 'puerta-sur', 'Seville now', 'LM-SHORT-VET', -9, 27, 64),
  flow('aurora', '2026', 'bruecke', 'Leipzig job shadowing', 'SM-JOB-SHDW', -2, 5, 8),
  flow('aurora', '2026', 'puerta-sur', 'Seville, next departure', 'LM-SHORT-VET', 24, 27, 66),
  flow('aurora', '2026', 'lee-valley', 'Cork, next departure', 'LM-SHORT-VET', 38, 28, 46),
  flow('aurora', '2026', 'three-harbours', 'Malta class trip', 'group-vet', 52, 12, 30),
  flow('aurora', '2026', 'bruecke', 'Leipzig, spring', 'LM-SHORT-VET', 80, 28, 44),
  flow('aurora', '2026', 'puerta-sur', 'Seville, spring B', 'LM-SHORT-VET', 104, 27, 62),
  flow('aurora', '2026', 'ponte', 'Porto, late spring', 'LM-SHORT-VET', 126, 20, 38),
  flow('aurora', '2026', 'puerta-sur', 'Seville, summer B', 'LM-SHORT-VET', 168, 34, 60),
  flow('aurora', '2026', 'lee-valley', 'Skills competition in Cork', 'LM-SKILL-VET', 190, 5, 6),
  flow('aurora', '2026', 'bruecke', 'Leipzig ErasmusPro, autumn', 'LM-LONG-VET', 214, 96, 12),
  flow('lindenhof', '2026', 'puerta-sur', 'Sevilla Gruppe 1', 'LM-SHORT-VET', -16, 27, 34),
  flow('lindenhof', '2026', 'puerta-sur', 'Sevilla Gruppe 2', 'LM-SHORT-VET', 45, 27, 36),
  flow('moulin', '2026', 'puerta-sur', 'Séville automne', 'LM-SHORT-VET', -62, 27, 28),
  flow('moulin', '2026', 'puerta-sur', 'Séville printemps', 'LM-SHORT-VET', 96, 27, 40),
]
