/** Invented companies of kinds that really host trainees, by town. `field` is ISCED-F 2013. */
export interface DemoCompany {
  name: string
  field: string
  tutor: string
}

const company = (line: string): DemoCompany => {
  const [name = '', field = '', tutor = ''] = line.split(' | ')
  return { name, field, tutor }
}

export const companies: Record<string, DemoCompany[]> = {
  Sevilla: `Taller Ortega | 0716 | Manuel Ortega
Hotel Patio de las Naranjas | 1015 | Rocío Vega
Panadería La Espiga de Oro | 0721 | Josefa Marín
Clínica Dental Triana | 0911 | Álvaro Prieto
Estudio Macarena Arquitectos | 0731 | Inés Lozano
Librería El Bosque Pequeño | 0322 | Tomás Aguilar
Restaurante Casa Nuño | 1013 | Pilar Nuño
Imprenta Guadalquivir | 0211 | Andrés Cano
Farmacia Plaza Nueva | 0916 | Elena Robles
Electricidad Hermanos Bravo | 0713 | Julián Bravo
Peluquería Rizos y Trenzas | 1012 | Lola Campos
Agencia de Viajes Giralda Sur | 1015 | Marta Solís
Escuela Infantil Los Girasoles | 0922 | Nuria Peña
Gestoría Alameda | 0411 | Rafael Montes
Sevilla Bike Works | 0716 | Pablo Rey
Cerámica Santa Ana | 0214 | Carmen Duarte
Vivero La Cartuja | 0812 | Antonio Gil
Software Aljarafe S.L. | 0613 | Beatriz Moya
Residencia San Telmo | 0923 | Isabel Crespo
Óptica Nervión | 0914 | Diego Salas
Talleres Metálicos Pineda | 0715 | Francisco Pineda
Bodegas Cerro Alto | 0721 | Ana Belén Ruiz
Museo del Azulejo | 0222 | Lucía Ferrer
Pastelería Doña Blanca | 0721 | Blanca Herrera
Hostal Puente de Barcas | 1015 | Javier León
Radio Barrio Sur | 0211 | Silvia Romero
Centro Deportivo Aníbal | 1014 | Óscar Fuentes
Carpintería Hijos de Mateo | 0722 | Mateo Guzmán
Cocinas del Río | 1013 | Esther Vidal
Energía Solar Betis | 0713 | Ignacio Prado
Moda Taller Flamenca | 0723 | Macarena Ríos
Logística Puerto Seco | 1041 | Hugo Santana
Clínica Veterinaria El Prado | 0841 | Teresa Lobo
Asesoría Jurídica & Laboral Cruz | 0421 | Gonzalo Cruz`
    .split('\n')
    .map(company),
  Sliema: `Harbour Light Hotel | 1015 | Maria Borg
Qui-Si-Sana Dental | 0911 | Joseph Camilleri
Tigné Web Studio | 0613 | Rebecca Vella
St Julian’s Bakery | 0721 | Carmelo Farrugia
Three Cities Boatyard | 0716 | Mark Zammit
Blue Grotto Diving | 1014 | Claire Micallef
Mdina Glass Works | 0722 | Paul Grech
Island Books & Coffee | 0416 | Daniela Spiteri
Gozo Catering | 1013 | Anthony Cutajar
Kappara Nursery School | 0922 | Ritianne Galea
Birkirkara Print House | 0211 | David Azzopardi
Grand Harbour Shipping Agency | 1041 | Nicola Attard`
    .split('\n')
    .map(company),
  Cork: `Lee Valley Coaches | 0716 | Declan Murphy
The Oyster Pot Restaurant | 1013 | Aoife O’Sullivan
Shandon Software | 0613 | Brian Kelleher
Blackrock Garden Centre | 0812 | Siobhán Walsh
Cork Community Radio | 0211 | Ciarán O’Brien
St Finbarr’s Care Home | 0923 | Niamh Buckley
Elm Street Hotel | 1015 | Gerard Crowley
Marina Electrical | 0713 | Padraig Lynch
Sunday’s Well Studio | 0212 | Orla Daly
Rebel County Bikes | 0716 | Eoin McCarthy`
    .split('\n')
    .map(company),
  Leipzig: `Autohaus Pleißental | 0716 | Sabine Krause
Bäckerei Lindner & Söhne | 0721 | Uwe Lindner
Hotel Am Augustusplatz 9 | 1015 | Petra Vogel
Elektro Sachse GmbH | 0713 | Ralf Sachse
Kita Wiesenstraße | 0922 | Anja Böhme
Druckwerk Plagwitz | 0211 | Steffen Roth
Gärtnerei Südvorstadt | 0812 | Heike Franke
Code & Kaffee UG | 0613 | Lars Hübner`
    .split('\n')
    .map(company),
  Porto: `Oficina Ribeira | 0716 | João Tavares
Pousada do Cais | 1015 | Marta Queirós
Padaria Bolhão Novo | 0721 | Rui Nogueira
Douro Wine Cellar | 1013 | Sofia Magalhães
Atelier Azulejo Azul | 0214 | Helena Pinto
Clínica Boavista Sorriso | 0911 | Pedro Lima`
    .split('\n')
    .map(company),
}
