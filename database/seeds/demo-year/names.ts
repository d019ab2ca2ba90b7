/** Given and family names that are common where the demo year takes place; the people made of them are invented. */
export const names = {
  IT: {
    woman:
      'Anna Giulia Sofia Martina Chiara Aurora Sara Alice Emma Giorgia Elena Beatrice Francesca Noemi Ludovica Camilla Irene Arianna Rebecca Nicole Matilde Viola Ilaria Greta Caterina Maddalena Zoe Amina Blessing Xin-Yi'.split(
        ' ',
      ),
    man: 'Luca Matteo Lorenzo Andrea Davide Riccardo Tommaso Simone Gabriele Pietro Edoardo Filippo Nicolò Samuele Marco Giacomo Diego Elia Leonardo Michele Omar Karim Daniele Stefano Alessio Emanuele Ivan Jacopo Raffaele Wei'.split(
      ' ',
    ),
    family:
      'Rossi Bianchi Ferrari Esposito Romano Colombo Ricci Marino Greco Bruno Gallo Conti|De Luca|Mancini Costa Giordano Rizzo Lombardi Moretti Barbieri Fontana Santoro Mariani Rinaldi Caruso Ferrara Galli Martini Leone Longo Gentile Martinelli Vitale Lombardo Serra Coppola|De Santis|D’Angelo Marchetti Parisi Villa Conte Ferraro Ferri Fabbri Bianco Marini Grasso Valentini Messina Sala|De Angelis|Gatti Pellegrini Palumbo Sanna Farina Rizzi Monti Cattaneo Morelli Amato Silvestri Mazza Testa Grassi Pellegrino Carbone Giuliani Benedetti Barone Rossetti Caputo Montanari Guerra Palmieri Bernardi Martino Fiore|De Rosa|Ferretti Bellini Basile Riva Donati Piras Vitali Battaglia Sartori Neri Costantini Milani Pagano Ruggiero Sorrentino D’Amico Orlando Damico Negri Hoxha Popescu Singh El-Amrani Zhang Okafor',
  },
  DE: {
    woman: 'Lena Mia Emilia Hannah Leonie Jana Lara Sophie Nele Pauline Zeynep Aylin Katharina Theresa'.split(
      ' ',
    ),
    man: 'Jonas Leon Finn Paul Lukas Maximilian Moritz Till Jannik Emre Felix Niklas Tobias Anton'.split(' '),
    family:
      'Müller Schmidt Schneider Fischer Weber Meyer Wagner Becker Schulz Hoffmann Schäfer Koch Bauer Richter Klein Wolf Schröder Neumann Schwarz Zimmermann Braun Krüger Hofmann Hartmann Lange Yılmaz Kaya Öztürk Groß Vogt',
  },
  FR: {
    woman: 'Camille Léa Manon Chloé Inès Jade Louise Clara Maëlys Océane Fatou Anaïs'.split(' '),
    man: 'Lucas Hugo Théo Nathan Enzo Louis Maxime Antoine Yanis Mathis Bastien Noé'.split(' '),
    family:
      'Martin Bernard Thomas Petit Robert Richard Durand Dubois Moreau Laurent Simon Michel Lefebvre Leroy Roux David Bertrand Morel Fournier Girard Bonnet Dupont Lambert Fontaine Rousseau Diallo N’Guyen Benali',
  },
} as const

/** Family names may hold a blank ("De Luca"); those stand between bars in the lists above. */
export function familyNames(country: keyof typeof names): string[] {
  return names[country].family
    .split('|')
    .flatMap((part) => (part.startsWith('De ') ? [part] : part.split(' ')))
    .filter(Boolean)
}
