import { type Dice } from './random.js';

/** A name as somebody says it at the desk. */
export interface Name {
  readonly givenName: string;
  readonly familyName: string;
}

const words = (text: string) => text.trim().split(/\s*,\s*/);

const GIVEN = {
  FEMALE: words(`
    Aïcha, Amina, Ana, Annie, Assia, Awa, Béatrice, Brigitte, Catherine, Chantal, Christelle, Claire, Corinne, Djamila,
    Elena, Émilie, Fatima, Fatou, Françoise, Ghislaine, Hanna, Hélène, Inès, Irina, Isabelle, Jacqueline, Jeanne, Josiane,
    Karima, Khadija, Laura, Leïla, Linh, Malika, Maria, Mariama, Martine, Mélanie, Monique, Nadia, Naïma, Nathalie, Nicole,
    Oksana, Olga, Pascale, Patricia, Rachida, Rosa, Salima, Samira, Sandrine, Sophie, Sylvie, Valérie, Véronique, Yasmine`),
  MALE: words(`
    Abdel, Adama, Ahmed, Alain, Alassane, Ali, André, Antoine, Bakary, Bernard, Boubacar, Bruno, Christophe, Claude, Daniel,
    David, Denis, Driss, Éric, Fabrice, Farid, François, Georges, Gérard, Hamid, Hassan, Ibrahim, Idriss, Jean, José, Joseph,
    Karim, Kévin, Laurent, Luc, Mamadou, Marc, Marcel, Michel, Mohamed, Mourad, Moussa, Nicolas, Omar, Oumar, Patrick, Paul,
    Philippe, Pierre, Rachid, Robert, Samuel, Serge, Thierry, Tuan, Vincent, Yacine, Yves`),
} as const;

/** Heard in every city. */
const FAMILY = words(`
  Adjani, Alves, Amrani, André, Antunes, Aubert, Bah, Barbier, Barry, Belkacem, Benali, Benamar, Bernard, Bertrand, Blanc,
  Bonnet, Bouchard, Boukhari, Boyer, Brun, Camara, Chevalier, Cissé, Clément, Colin, Coulibaly, Da Silva, David, Diallo,
  Diarra, Diop, Dos Santos, Dubois, Dumas, Dupont, Durand, El Amrani, El Idrissi, Faure, Fernandes, Ferreira, Fofana,
  Fontana, Fournier, Garcia, Gauthier, Gérard, Girard, Gomes, Guérin, Haddad, Hamdi, Henry, Ivanova, Joly, Kaba, Kaddour,
  Kanté, Keïta, Khelifi, Konaté, Kovalenko, Lambert, Lefèvre, Legrand, Lemaire, Leroy, Lopez, Mansouri, Marchand, Martin,
  Martinez, Masson, Mathieu, Mbaye, Mercier, Meunier, Moreau, Morel, Ndiaye, Nguyen, Nicolas, Ouattara, Ouedraogo, Pereira,
  Perez, Perrin, Petit, Pham, Rahmani, Rivière, Robert, Rodrigues, Rossi, Rousseau, Roux, Saïdi, Sanchez, Saïdani, Sangaré,
  Shevchenko, Silva, Simon, Sow, Sylla, Tahiri, Thomas, Touré, Tran, Traoré, Vasseur, Vidal, Vincent, Yilmaz, Zerrouki`);

/** Heard above all there. */
const LOCAL: Readonly<Record<string, readonly string[]>> = {
  BX: words('Castaing, Cazenave, Darrieux, Dulucq, Labadie, Lacoste, Laborde, Lafargue, Lagarde, Larrieu'),
  LI: words('Bauduin, Caron, Dassonville, Delannoy, Delattre, Deschamps, Desmet, Vandamme, Vanhove, Wattrelot'),
  RO: words('Debruyne, Declercq, Delobel, Desrousseaux, Dhondt, Leclercq, Vandenbroucke, Vanderhaeghe'),
  BE: words('Bultel, Crépin, Delvallée, Dupuich, Hanot, Kaczmarek, Nowak, Petitprez, Wojcik'),
  PA: words('Cohen, Levy, Chen, Wang, Da Costa, Marchal, Prévost'),
  SD: words('Abdallah, Bensaïd, Chaoui, Doucouré, Kébé, Sissoko, Zidane'),
  CR: words('Aubry, Baptiste, Césaire, Louis-Joseph, Marie-Sainte, Soumaré'),
  ST: words('Becker, Bieber, Ehrhardt, Heitz, Klein, Meyer, Muller, Schmitt, Weber, Zimmermann'),
  LY: words('Berthet, Chavanne, Gonnet, Perrachon, Rochat, Thévenet, Vernay'),
  GR: words('Argoud, Blanc-Gonnet, Chaix, Giraud, Jacquier, Ravix, Repellin'),
  MA: words('Arnaud, Casanova, Isnard, Luciani, Mattei, Olive, Reynaud, Santoni'),
  NA: words('Biron, Chauvet, Guillou, Le Gall, Le Goff, Leray, Moisan, Thébaud'),
  TL: words('Bousquet, Cabrol, Calvet, Delmas, Fabre, Marty, Pujol, Rouquette, Sicre'),
};

/** A name that is plausible there; one in four is of the region. */
export function nameIn(branch: string, gender: 'FEMALE' | 'MALE' | 'NOT_STATED', dice: Dice): Name {
  const called = gender === 'NOT_STATED' ? dice.one(['FEMALE', 'MALE'] as const) : gender;
  return {
    givenName: dice.one(GIVEN[called]),
    familyName: dice.one(dice.chance(0.25) ? (LOCAL[branch] ?? FAMILY) : FAMILY),
  };
}

/** The same name as another helper heard it: accents gone, a letter swallowed, or given and family name the other way round. */
export function misheard({ givenName, familyName }: Name, dice: Dice): Name {
  const plain = (name: string) => name.normalize('NFD').replace(/\p{M}/gu, '');
  const at = dice.between(1, familyName.length - 2);
  return dice.one<Name>([
    { givenName: plain(givenName), familyName: plain(familyName).toUpperCase() },
    { givenName, familyName: familyName.slice(0, at) + familyName.slice(at + 1) },
    { givenName: familyName, familyName: givenName },
  ]);
}

/** Numbers that the national numbering plan keeps for fiction; mobile ones more often than not. */
export function fictitiousPhone(dice: Dice): string {
  const range = dice.pick([
    ['63998', 80],
    ['19900', 5],
    ['26191', 3],
    ['35301', 4],
    ['46571', 4],
    ['53649', 4],
  ]);
  return `+33${range}${String(dice.between(0, 9_999)).padStart(4, '0')}`;
}

/** An address that no mail ever reaches. */
export function exampleMail({ givenName, familyName }: Name, dice: Dice): string {
  const plain = (name: string) =>
    name
      .normalize('NFD')
      .replace(/[^a-z]/gi, '')
      .toLowerCase();
  return `${plain(givenName)}.${plain(familyName)}${dice.between(1, 999)}@example.org`;
}
