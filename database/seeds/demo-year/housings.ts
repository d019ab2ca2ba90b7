import type { HousingKind } from '#modules/stays/vetting.rules.ts'

/** Invented housing of a hosting institution in Seville. `vetted`: days from today until the vetting ends. */
export interface DemoHousing {
  name: string
  kind: HousingKind
  town: string
  address: string
  contact: string
  price: number
  rooms: number[]
  is: string[]
  vetted: number | null
  profile: string | null
}

const housing = (line: string): DemoHousing => {
  const [
    name = '',
    kind = '',
    town = '',
    address = '',
    contact = '',
    price = '',
    rooms = '',
    is = '',
    vetted = '',
    profile = '',
  ] = line.split(' | ')
  return {
    name,
    kind: kind as HousingKind,
    town,
    address,
    contact,
    price: Number(price),
    rooms: rooms.split(' ').map(Number),
    is: is.split(' ').filter(Boolean),
    vetted: vetted === '' ? null : Number(vetted),
    profile: profile || null,
  }
}

export const housings: DemoHousing[] =
  `Familia Herrera | family | Sevilla | Calle Pureza 41 | Blanca Herrera | 26 | 2 1 | quiet diet | 310 | We are Blanca, Tomás and our daughter Lucía (14). We cook together every evening at nine and go to the river on Sundays. Our flat is on the second floor, five minutes from the bridge.
Familia Castaño | family | Sevilla | Calle Betis 12 | Rafael Castaño | 25 | 2 | pets | 120 | Rafael teaches music, Ana works at the hospital. We have a calm old dog called Bruno.
Familia Ordóñez | family | Sevilla | Avenida de Coria 7 | Carmen Ordóñez | 24 | 2 2 | diet | 41 | Three children, a long table and always somebody at home.
Familia Vega | family | Sevilla | Calle San Jacinto 88 | Pilar Vega | 25 | 2 |  | -18 | We have had guests from eleven countries. We like board games and late walks.
Familia Molina | family | Sevilla | Calle Arroyo 23 | Jesús Molina | 24 | 1 1 | quiet pets | 260 | Two grown-up sons have moved out, so there are two quiet rooms, and one cat.
Familia Santos | family | Sevilla | Calle Luis Montoto 140 | Inés Santos | 25 | 2 | accessible diet | 400 | Ground floor with a small garden. Inés is a baker and leaves early; breakfast is always good.
Familia Pineda | family | Dos Hermanas | Calle Real Utrera 9 | Francisco Pineda | 22 | 2 1 |  | 33 | Twenty minutes by train to the centre. We have a garden and lemon trees.
Familia Lobo | family | Sevilla | Calle Feria 62 | Teresa Lobo | 26 | 2 | pets smoking |  | We live above our shop. Teresa is a vet, so there are always animals.
Piso Triana 1 | flat | Sevilla | Calle Evangelista 30, 1º | Miguel Torres | 19 | 2 2 2 | diet |  | 
Piso Triana 2 | flat | Sevilla | Calle Evangelista 30, 2º | Miguel Torres | 19 | 2 2 2 | diet |  | 
Piso Alameda | flat | Sevilla | Alameda de Hércules 51, 3º | Miguel Torres | 21 | 2 2 1 | diet |  | 
Piso Macarena | flat | Sevilla | Calle San Luis 77, bajo | Miguel Torres | 18 | 2 2 | accessible diet |  | 
Piso Nervión | flat | Sevilla | Calle Marqués de Nervión 15, 4º | Miguel Torres | 20 | 2 2 2 | diet |  | 
Piso Los Remedios | flat | Sevilla | Calle Asunción 64, 2º | Rocío Medina | 21 | 2 2 | quiet diet |  | 
Piso San Bernardo | flat | Sevilla | Calle Gallinato 5, 1º | Rocío Medina | 19 | 3 2 | smoking diet |  | 
Piso Bellavista | flat | Sevilla | Calle Guadalajara 18 | Rocío Medina | 17 | 2 2 2 | diet |  | 
Piso Santa Justa | flat | Sevilla | Calle José Laguillo 21, 5º | Miguel Torres | 20 | 2 1 | quiet diet |  | 
Piso El Porvenir | flat | Sevilla | Calle Felipe II 33 | Rocío Medina | 20 | 2 2 1 | accessible diet |  | 
Piso Mairena | flat | Mairena del Aljarafe | Calle Nueva 4 | Rocío Medina | 16 | 2 2 | diet |  | 
Residencia Puerta Sur | residence | Sevilla | Avenida Reina Mercedes 90 | Reception, day and night | 23 | 2 2 2 2 2 2 2 2 1 1 | accessible |  | 
Residencia Guadaíra | residence | Sevilla | Avenida de la Palmera 28 | Reception, 7:00–23:00 | 24 | 3 3 3 2 2 2 1 | accessible quiet |  | 
Residencia Cartuja | residence | Sevilla | Calle Américo Vespucio 3 | Reception, day and night | 25 | 4 4 2 2 2 1 1 | accessible diet |  | 
Albergue Juvenil Aljarafe | residence | Tomares | Calle Rosa 2 | Reception, 8:00–22:00 | 15 | 4 4 4 |  |  | 
Hostal Puente de Barcas | hotel | Sevilla | Calle Castilla 101 | Javier León | 34 | 2 2 1 1 |  |  | 
Hotel Patio de las Naranjas | hotel | Sevilla | Calle Zaragoza 8 | Rocío Vega | 42 | 2 1 1 | accessible quiet diet |  | 
Apartamentos Cádiz Bahía | flat | Cádiz | Paseo Marítimo 12 | Rocío Medina | 22 | 2 2 | diet |  | `
    .split('\n')
    .map(housing)
