import { crc32, deflateSync } from 'node:zlib'

const [width, height] = [480, 320]
const walls = [
  [236, 208, 168],
  [240, 222, 196],
  [222, 184, 150],
  [245, 236, 220],
  [214, 196, 178],
] as const
const doors = [
  [110, 62, 40],
  [38, 84, 110],
  [48, 96, 70],
] as const

/** A small picture of a house front, in place of a photo: a PNG. */
export function drawnHouse(seed: number, floors: number): Uint8Array {
  const wall = walls[seed % walls.length] ?? walls[0]
  const door = doors[seed % doors.length] ?? doors[0]
  const columns = 3 + (seed % 3)
  const [left, right, top, ground] = [60, width - 60, 50, height - 40]
  const storey = (ground - top) / floors
  const colour = (x: number, y: number): readonly number[] => {
    if (y >= ground) return [176, 168, 158]
    if (x < left || x >= right || y < top) return [170 + y / 6, 208 + y / 10, 238]
    if (y < top + 8) return [164, 84, 52]
    const column = ((x - left) / (right - left)) * columns
    const [inX, inY] = [column % 1, ((y - top) / storey) % 1]
    const isDoor = y > ground - storey && Math.floor(column) === seed % columns
    if (isDoor && inX > 0.3 && inX < 0.7 && inY > 0.3) return door
    if (!isDoor && inX > 0.28 && inX < 0.72 && inY > 0.28 && inY < 0.76)
      return Math.abs(inX - 0.5) < 0.02 ? [250, 250, 248] : [96, 128, 148]
    return wall
  }
  const pixels = Buffer.alloc((width * 3 + 1) * height)
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const at = y * (width * 3 + 1) + 1 + x * 3
      const [red = 0, green = 0, blue = 0] = colour(x, y)
      pixels[at] = Math.min(255, red)
      pixels[at + 1] = Math.min(255, green)
      pixels[at + 2] = Math.min(255, blue)
    }
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width, 0)
  head.writeUInt32BE(height, 4)
  head.set([8, 2, 0, 0, 0], 8)
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(pixels)),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

function chunk(name: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), data])
  const ends = Buffer.alloc(8)
  ends.writeUInt32BE(data.length, 0)
  ends.writeUInt32BE(crc32(body), 4)
  return Buffer.concat([ends.subarray(0, 4), body, ends.subarray(4)])
}
