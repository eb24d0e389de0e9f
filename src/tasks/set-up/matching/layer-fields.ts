/** Layers that a file can be loaded into, in the order in which a commune needs them. */
export const LOADABLE = ['hamlets', 'roads', 'model_roads', 'waste_points', 'cemeteries'] as const;
export type Loadable = (typeof LOADABLE)[number];

/** What the cells of a field hold; the same kinds as the server's own list of fields. */
export type FieldKind = 'text' | 'date' | 'integer' | 'number' | 'choice' | 'organization';

export type Field = {
  /** As the server calls it. */
  id: string;
  kind: FieldKind;
  /** Rows without it are refused. */
  required?: true;
  /** Codes of a choice. */
  choices?: readonly string[];
  /** Asked for once for all rows that have none of their own. */
  common?: true;
  /** What a choice holds unless somebody says otherwise. */
  atFirst?: string;
  /** Names that columns of files have for it, likeliest first: letters and digits only, no diacritics. */
  guesses: readonly string[];
};

const organization: Field = {
  id: 'organization_id',
  kind: 'organization',
  common: true,
  guesses: [
    'donviquanly',
    'donvi',
    'toquanly',
    'tochuc',
    'doanthe',
    'hoi',
    'quanly',
    'organization',
    'organisation',
    'managedby',
    'operator',
  ],
};
const validFrom: Field = {
  id: 'valid_from',
  kind: 'date',
  required: true,
  common: true,
  guesses: [
    'hieuluctu',
    'cohieuluctu',
    'ngayhieuluc',
    'tungay',
    'ngaythanhlap',
    'validfrom',
    'startdate',
    'ngay',
    'date',
  ],
};

/**
 * The fields of each layer with the names that columns have for them. The server has the last word on what is
 * required and what a cell may hold (`app.layer_fields`); a database test keeps the two lists the same.
 */
export const LAYER_FIELDS: Readonly<Record<Loadable, readonly Field[]>> = {
  hamlets: [
    {
      id: 'name',
      kind: 'text',
      required: true,
      guesses: [
        'tenthon',
        'thon',
        'tenlang',
        'tendaydu',
        'fullname',
        'ten',
        'name',
        'hamlet',
        'hamletname',
        'ap',
        'tenap',
        'tokhupho',
        'khudancu',
      ],
    },
    {
      id: 'former_commune',
      kind: 'text',
      common: true,
      guesses: [
        'xacu',
        'tenxacu',
        'xatruocsapnhap',
        'xatruoc',
        'thuocxa',
        'formercommune',
        'oldcommune',
        'xa',
        'tenxa',
        'commune',
      ],
    },
    validFrom,
    {
      id: 'roads_declared_complete_on',
      kind: 'date',
      common: true,
      guesses: ['ngaykekhaidu', 'kekhaidu', 'kekhaixong', 'roadsdeclaredcompleteon', 'declaredcomplete'],
    },
    {
      id: 'households',
      kind: 'integer',
      guesses: ['soho', 'sohodan', 'ho', 'hogiadinh', 'tongsoho', 'households', 'hh'],
    },
    {
      id: 'population',
      kind: 'integer',
      guesses: ['danso', 'sonhankhau', 'nhankhau', 'sokhau', 'songuoi', 'tongdanso', 'population', 'pop'],
    },
    {
      id: 'cultivated_area_ha',
      kind: 'number',
      guesses: [
        'dientichcanhtac',
        'datcanhtac',
        'dientichcanhtacha',
        'dtcanhtac',
        'dientichgieotrong',
        'dientichdatnongnghiep',
        'cultivatedareaha',
        'cultivatedarea',
        'farmlandha',
      ],
    },
  ],
  roads: [
    {
      id: 'name',
      kind: 'text',
      guesses: ['tenduong', 'tentuyen', 'tentuyenduong', 'ten', 'name', 'road', 'roadname', 'ref'],
    },
    {
      id: 'class',
      kind: 'choice',
      required: true,
      common: true,
      atFirst: 'hamlet',
      choices: ['national', 'provincial', 'district', 'commune', 'hamlet', 'alley', 'field'],
      guesses: ['capduong', 'loaiduong', 'cap', 'loai', 'class', 'roadclass', 'highway', 'fclass', 'type'],
    },
    validFrom,
  ],
  model_roads: [
    {
      id: 'name',
      kind: 'text',
      required: true,
      guesses: ['tentuyen', 'tentuyenduong', 'tenduong', 'ten', 'name', 'road', 'roadname'],
    },
    organization,
    {
      id: 'registered_on',
      kind: 'date',
      required: true,
      common: true,
      guesses: ['ngaydangky', 'dangky', 'registeredon', 'registered', 'ngay', 'date'],
    },
    {
      id: 'recognised_on',
      kind: 'date',
      guesses: ['ngaycongnhan', 'congnhan', 'recognisedon', 'recognizedon', 'recognised', 'recognized'],
    },
    {
      id: 'decision_number',
      kind: 'text',
      guesses: ['soquyetdinh', 'soqd', 'quyetdinh', 'qd', 'decisionnumber', 'decision'],
    },
    { id: 'decision_date', kind: 'date', guesses: ['ngayquyetdinh', 'ngayqd', 'decisiondate'] },
  ],
  waste_points: [
    {
      id: 'name',
      kind: 'text',
      required: true,
      guesses: ['tendiem', 'diem', 'ten', 'name', 'diadiem', 'place'],
    },
    {
      id: 'kind',
      kind: 'choice',
      required: true,
      common: true,
      choices: ['collection', 'green_house', 'battery_exchange', 'pesticide_tank', 'black_spot'],
      guesses: ['loaidiem', 'loai', 'loaihinh', 'kind', 'type'],
    },
    {
      id: 'state',
      kind: 'choice',
      required: true,
      common: true,
      atFirst: 'active',
      choices: ['active', 'needs_attention', 'closed'],
      guesses: ['trangthai', 'tinhtrang', 'hientrang', 'state', 'status'],
    },
    organization,
    validFrom,
  ],
  cemeteries: [
    {
      id: 'name',
      kind: 'text',
      required: true,
      guesses: ['tennghiatrang', 'nghiatrang', 'ten', 'name', 'cemetery'],
    },
    {
      id: 'graves',
      kind: 'integer',
      guesses: ['somo', 'somoliets', 'somolietsi', 'soluongmo', 'mo', 'soliets', 'graves'],
    },
    organization,
    validFrom,
  ],
};
