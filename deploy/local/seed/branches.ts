/** A branch of the demo network; `weight` is how busy it is. */
export interface DemoBranch {
  readonly code: string;
  readonly city: string;
  readonly communeCode: string;
  readonly postcode: string;
  readonly latitude: number;
  readonly longitude: number;
  readonly weight: number;
  /** Communes from which people come besides. */
  readonly around: readonly string[];
  /** Days since it opened. */
  readonly age: number;
}

/** Thirteen cities; Toulouse is three months old. */
export const BRANCHES: readonly DemoBranch[] = [
  branch('BX', 'Bordeaux', '33063', '33000', [44.8378, -0.5792], 1.2, '33281 33318 33522 33039 33119 33249 33167'),
  branch('LI', 'Lille', '59350', '59000', [50.6292, 3.0573], 1.2, '59009 59328 59360 59410 59286'),
  branch('RO', 'Roubaix', '59512', '59100', [50.6942, 3.1746], 0.8, '59599 59650 59299 59163 59646'),
  branch('BE', 'Béthune', '62119', '62400', [50.5303, 2.6408], 0.5, '62178 62617 62516 62126 62048'),
  branch('PA', 'Paris', '75056', '75001', [48.8566, 2.3522], 1.8, '93048 94041 92024 93055 93001'),
  branch('SD', 'Saint-Denis', '93066', '93200', [48.9362, 2.3574], 1.1, '93001 93027 93072 93031 93070'),
  branch('CR', 'Créteil', '94028', '94000', [48.7904, 2.4556], 0.9, '94046 94002 94011 94081 94022'),
  branch('ST', 'Strasbourg', '67482', '67000', [48.5734, 7.7521], 0.9, '67447 67218 67043 67267'),
  branch('LY', 'Lyon', '69123', '69001', [45.764, 4.8357], 1.4, '69266 69259 69256 69029 69199'),
  branch('GR', 'Grenoble', '38185', '38000', [45.1885, 5.7245], 0.8, '38151 38421 38169 38317'),
  branch('MA', 'Marseille', '13055', '13001', [43.2965, 5.3698], 1.4, '13005 13106 13071 13117'),
  branch('NA', 'Nantes', '44109', '44000', [47.2184, -1.5536], 0.9, '44162 44143 44114 44215 44020'),
  branch('TL', 'Toulouse', '31555', '31000', [43.6047, 1.4442], 0.8, '31069 31149 31557 31395 31157', 92),
];

function branch(
  code: string,
  city: string,
  communeCode: string,
  postcode: string,
  [latitude, longitude]: [number, number],
  weight: number,
  around: string,
  age = 700,
): DemoBranch {
  return { code, city, communeCode, postcode, latitude, longitude, weight, around: around.split(' '), age };
}
