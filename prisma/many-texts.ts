/** What many chefs are made of; of lists in order of frequency the first are taken most. */
export const SURNAMES =
  'Kim김 Lee이 Park박 Choi최 Jung정 Kang강 Cho조 Yoon윤 Jang장 Lim임 Han한 Oh오 Seo서 Shin신 Kwon권 Hwang황 Ahn안 Song송 Ryu류 Hong홍 Jeon전 Ko고 Moon문 Yang양 Son손 Bae배 Baek백 Heo허 Yoo유 Nam남 Sim심 Noh노 Ha하 Kwak곽 Sung성 Cha차 Joo주 Woo우 Koo구 Min민'.split(
    ' ',
  );
export const GIVEN_NAMES =
  'Min-jun민준 Seo-yeon서연 Ji-hoon지훈 Ji-woo지우 Seo-jun서준 Ha-eun하은 Do-yun도윤 Ye-jun예준 Soo-ah수아 Ji-yoo지유 Joo-won주원 Yoon-seo윤서 Si-woo시우 Chae-won채원 Ji-min지민 Hyun-woo현우 Da-eun다은 Jun-seo준서 Eun-seo은서 Geon-woo건우 Ye-eun예은 Woo-jin우진 Soo-bin수빈 Sun-woo선우 Ye-rin예린 Yu-jin유진 Seung-hyun승현 So-yul소율 Min-seo민서 Jae-won재원 Na-yeon나연 Tae-yang태양 Hye-jin혜진 Dong-hyun동현 Mi-kyung미경 Sang-hoon상훈 Young-hee영희 Sung-min성민 Kyung-soo경수 Eun-ji은지 Hyo-rin효린 In-ho인호 Bo-ram보람 Chan-ho찬호 Soon-ja순자 Jae-hee재희 Myung-soo명수 Yeon-woo연우 Hae-won해원 Gyu-ri규리'.split(
    ' ',
  );
export const FIRST_NAMES =
  'Marco Yuki Jean Maria Anna Luca Kenji Sofia Pierre Carmen Hiro Elena Paul Lucia Tomas Ingrid Rafael Mei Olga Ahmed Priya Linh Somchai Nikos Emre Claire Diego Hana Giulia Antoine Rosa Takeshi Nina Pablo Chloe Stefan Aiko Bruno Ines Kofi'.split(
    ' ',
  );
export const LAST_NAMES =
  'Rossi Tanaka Dubois Garcia Bianchi Sato Martin Lopez Ferrari Suzuki Bernard Moretti Watanabe Laurent Hernandez Conti Nakamura Moreau Torres Ricci Kobayashi Fontaine Ramirez Greco Yamamoto Girard Castillo Marino Ito Lefebvre Nguyen Sharma Papadopoulos Yilmaz Chen Wang Schmidt Novak Andersson Okafor'.split(
    ' ',
  );

/** Each with the dishes of its bios, in both languages. */
export const CUISINES: [name: string, english: string, korean: string][] = [
  [
    'Korean',
    'galbi-jjim,bibimbap,kimchi-jjigae,japchae,samgye-tang,haemul-pajeon,bossam,naengmyeon',
    '갈비찜,비빔밥,김치찌개,잡채,삼계탕,해물파전,보쌈,냉면',
  ],
  [
    'Italian',
    'tagliatelle,risotto,ossobuco,tiramisù,gnocchi,saltimbocca,carbonara,focaccia',
    '탈리아텔레,리소토,오소부코,티라미수,뇨키,살팀보카,카르보나라,포카치아',
  ],
  [
    'Japanese',
    'sushi,kaiseki,ramen,tempura,chawanmushi,okonomiyaki,sukiyaki,soba',
    '초밥,가이세키,라멘,튀김,계란찜,오코노미야키,스키야키,메밀국수',
  ],
  [
    'French',
    'bouillabaisse,coq-au-vin,quiche,soufflé,cassoulet,ratatouille,confit,tarte-tatin',
    '부야베스,코코뱅,키슈,수플레,카술레,라따뚜이,콩피,타르트',
  ],
  [
    'Chinese',
    'dumplings,mapo-tofu,peking-duck,char-siu,dim-sum,hotpot',
    '만두,마파두부,북경오리,차슈,딤섬,훠궈',
  ],
  [
    'Mexican',
    'tacos,mole,pozole,tamales,enchiladas,ceviche',
    '타코,몰레,포솔레,타말레,엔칠라다,세비체',
  ],
  [
    'Western',
    'steak,roast-chicken,meatloaf,salmon,chowder,lasagne',
    '스테이크,로스트치킨,미트로프,연어구이,차우더,라자냐',
  ],
  ['Thai', 'pad-thai,green-curry,tom-yum,larb,som-tam', '팟타이,그린커리,똠얌,랍,쏨땀'],
  ['Vietnamese', 'pho,banh-mi,bun-cha,summer-rolls,cao-lau', '쌀국수,반미,분짜,월남쌈,까오러우'],
  [
    'Spanish',
    'paella,gazpacho,tortilla,croquetas,fideuà',
    '파에야,가스파초,토르티야,크로케타,피데우아',
  ],
  ['Indian', 'biryani,dal,tandoori,dosa,paneer', '비리야니,달,탄두리,도사,파니르'],
  [
    'Fusion',
    'bulgogi-tacos,kimchi-risotto,miso-cod,gochujang-pasta',
    '불고기타코,김치리소토,미소대구,고추장파스타',
  ],
  ['Seafood', 'lobster,oysters,grilled-octopus,clam-soup', '랍스터,굴,문어구이,조개탕'],
  [
    'Vegan',
    'lentil-stew,tofu-steak,temple-food,mushroom-rice',
    '렌틸스튜,두부스테이크,사찰음식,버섯밥',
  ],
  ['Mediterranean', 'mezze,falafel,tabbouleh,shakshuka', '메제,팔라펠,타불레,샥슈카'],
  ['Dessert', 'macarons,tteok,patbingsu,chocolate-cake', '마카롱,떡,팥빙수,초콜릿케이크'],
  ['American', 'brisket,burgers,cornbread,pulled-pork', '브리스킷,버거,옥수수빵,풀드포크'],
  ['Turkish', 'kebab,lahmacun,manti,baklava', '케밥,라흐마준,만트,바클라바'],
  ['Greek', 'moussaka,souvlaki,spanakopita,dolmades', '무사카,수블라키,스파나코피타,돌마데스'],
  ['Vegetarian', 'pumpkin-soup,mushroom-ragout,vegetable-dumplings', '호박수프,버섯라구,채소만두'],
];

/** With the parts of each that have chefs of their own. */
export const PLACES: [name: string, parts: string, zone: string][] = [
  ['Seoul', ',Gangnam,Mapo,Seongsu,Jongno,Songpa', 'Asia/Seoul'],
  ['Busan', ',Haeundae', 'Asia/Seoul'],
  ['Incheon', ',Songdo', 'Asia/Seoul'],
  ['Daegu', '', 'Asia/Seoul'],
  ['Suwon', '', 'Asia/Seoul'],
  ['Seongnam', ',Bundang', 'Asia/Seoul'],
  ['Daejeon', '', 'Asia/Seoul'],
  ['Gwangju', '', 'Asia/Seoul'],
  ['Goyang', '', 'Asia/Seoul'],
  ['Yongin', '', 'Asia/Seoul'],
  ['Jeju', '', 'Asia/Seoul'],
  ['Ulsan', '', 'Asia/Seoul'],
  ['Changwon', '', 'Asia/Seoul'],
  ['Tokyo', '', 'Asia/Tokyo'],
  ['Sejong', '', 'Asia/Seoul'],
  ['Cheongju', '', 'Asia/Seoul'],
  ['Jeonju', '', 'Asia/Seoul'],
  ['Pohang', '', 'Asia/Seoul'],
  ['Paris', '', 'Europe/Paris'],
  ['Gangneung', '', 'Asia/Seoul'],
  ['London', '', 'Europe/London'],
  ['Yeosu', '', 'Asia/Seoul'],
  ['New York', '', 'America/New_York'],
  ['Gyeongju', '', 'Asia/Seoul'],
];

/** Sentences of bios: %1$s is a place, %2$s a dish, %3$s another, %4$s a number of years. */
export const ENGLISH = [
  'Grew up in a %1$s market kitchen and has cooked for %4$s years. Known for %2$s and %3$s.',
  'Trained in %1$s, then %4$s years in hotels. Makes %2$s at your table and finishes with %3$s.',
  'Learnt %2$s from a grandmother in %1$s; serves it with whatever the morning market gives.',
  'Small parties, long evenings: %2$s first, %3$s after. %4$s years beside the stove.',
  'Left an office in %1$s for the kitchen. Honest plates, above all %2$s.',
  'Cooks for families with children. Mild %2$s, a big pot of %3$s and no hurry.',
  'Once head chef of a bistro in %1$s. Seasonal menus around %2$s, wine pairing on request.',
  'Gluten-free and dairy-free menus without a long face: %2$s, %3$s, fresh bread.',
  'Ferments, smokes and bakes at home in %1$s; brings %2$s ready to finish in your oven.',
  'Writes each menu for the guests of the evening. Ask for %2$s or be surprised by %3$s.',
];
export const KOREAN = [
  '%1$s 시장 골목에서 자라 %4$s년째 요리합니다. %2$s와 %3$s에 자신 있습니다.',
  '호텔 주방에서 %4$s년 일했습니다. 제철 재료로 %2$s를 정성껏 차려 드립니다.',
  '할머니께 배운 %2$s를 그대로 이어 갑니다. 아이와 어르신 모두 편하게 드실 수 있어요.',
  '소규모 모임 전문입니다. %2$s로 시작해 %3$s로 마무리하는 코스를 준비합니다.',
  '%1$s에서 작은 식당을 했습니다. 화학조미료 없이 끓이는 %2$s가 대표 메뉴입니다.',
  '돌잔치와 생신 상차림을 많이 합니다. %2$s, %3$s 모두 당일 아침에 장을 봅니다.',
  '채식과 알레르기에 맞춘 식단을 짭니다. %2$s도 가볍게 바꿔 드려요.',
  '집에서 즐기는 레스토랑을 목표로 합니다. %2$s와 어울리는 와인도 추천해 드립니다.',
];

/** As SQL. */
export const quoted = (text: string) => `'${text.replaceAll("'", "''")}'`;
export const textArray = (list: readonly string[]) => `ARRAY[${list.map(quoted).join(', ')}]`;
