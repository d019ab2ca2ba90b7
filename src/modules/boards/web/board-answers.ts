import type { AnswerOf } from '#web/api/api.ts'

export type Board = AnswerOf<'GET /organisations/:organisation/week-board'>
export type BoardRow = Board['items'][number]
export type BoardBar = BoardRow['bars'][number]
export type Sender = Board['senders'][number]
export type Overview = AnswerOf<'GET /organisations/:organisation/week-overview'>
export type Timeline = AnswerOf<'GET /organisations/:organisation/timeline'>
export type TimelineFlow = Timeline['groups'][number]['flows'][number]
export type MapAnswer = AnswerOf<'GET /organisations/:organisation/map'>
export type MapTown = MapAnswer['towns'][number]
export type TownName = MapAnswer['unknown'][number]
