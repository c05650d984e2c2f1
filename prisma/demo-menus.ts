import type { EditChef } from '../src/modules/chefs/index.js';

type Menus = NonNullable<EditChef['menus']>;

/** A menu by its lines: a dish, and its notes after a colon. */
function menu(name: string, description: string, ...dishes: string[]): Menus[number] {
  return {
    name,
    description,
    dishes: dishes.map((line) => {
      const [dish = '', notes = null] = line.split(': ');
      return { name: dish, notes };
    }),
  };
}

/** What the pages of the demo chefs tell, by the chefs' e-mail addresses. */
export const DEMO_DETAILS = {
  'minjun.park@coocook.test': {
    languages: ['ko', 'en'],
    menus: [
      menu(
        'A Jeonju table',
        'Twelve small plates round one pot, all set down at once. 전주 한정식을 집에서 즐기세요.',
        '잣죽 Jat-juk: pine-nut porridge, to open the appetite',
        'Seasonal banchan: seven, from fernbrake to lotus root',
        'Haemul-pajeon: spring-onion pancake with squid and shrimp',
        '갈비찜 Galbi-jjim: short ribs braised for six hours, chestnuts, jujubes',
        'Jeonju bibimbap: soybean sprouts, egg yolk, aged gochujang',
        'Sujeonggwa: iced cinnamon and persimmon punch',
      ),
      menu(
        'Royal court supper',
        'Quiet and fine, as it was served at the palace.',
        'Gujeolpan: nine fillings to wrap in thin crêpes',
        'Sinseollo: beef and vegetables in a brass hot pot',
        'Neobiani: sirloin, pear and soy, over charcoal if you have a terrace',
        'Tangpyeong-chae: mung-bean jelly with beef and watercress',
        'Yakgwa and omija tea',
      ),
    ],
    included: ['shopping', 'groceries', 'tools', 'table_setting', 'serving', 'cleaning'],
    kitchen_needs: ['hob_two', 'fridge', 'rice_cooker', 'worktop'],
    kitchen_notes: 'A table that seats everyone at once: the dishes come together.',
  },
  'marco.rossi@coocook.test': {
    languages: ['it', 'en', 'ko'],
    menus: [
      menu(
        'Sunday in Bologna',
        'The long lunch: pasta rolled in front of you, a ragù that began at dawn.',
        'Crescentine: warm little breads, mortadella, squacquerone',
        'Tagliatelle al ragù: thirty yolks to the kilo',
        'Cotoletta alla bolognese: veal, prosciutto, Parmigiano',
        'Radicchio with aged balsamic',
        'Torta di riso: rice cake with almonds and lemon',
      ),
      menu(
        'From the garden',
        'Without meat, and nobody will miss it.',
        'Burrata, figs, basil oil',
        'Tortelloni: ricotta and spinach, brown butter, sage',
        'Melanzane alla parmigiana',
        'Tiramisù: beaten while you drink your coffee',
      ),
    ],
    included: ['shopping', 'groceries', 'tools', 'serving', 'cleaning'],
    kitchen_needs: ['hob_four', 'oven', 'worktop'],
    kitchen_notes: 'A metre of free worktop or table for rolling the pasta.',
  },
  'yuki.tanaka@coocook.test': {
    languages: ['ja', 'ko', 'en'],
    menus: [
      menu(
        'Kaiseki in nine',
        'The season in nine small courses. 제철 재료로 차리는 가이세키 코스예요.',
        'Sakizuke: persimmon, tofu, sesame',
        'Suimono: clear broth, matsutake, yuzu',
        'Mukōzuke: sea bream and squid, sliced at the table',
        'Hassun: five bites of mountain and sea',
        'Yakimono: black cod, miso of Kyoto',
        'Takiawase: taro, octopus, daikon, each cooked by itself',
        'Gohan: rice with chestnuts in an iron pot',
        'Tome-wan and pickles: red miso',
        'Mizumono: hōjicha ice, black sugar',
      ),
      menu(
        'An evening of rice and fire',
        'Louder and shorter: skewers, broth, a pot of rice.',
        'Edamame, charred',
        'Tsukune: chicken, egg yolk, sanshō',
        'Nasu dengaku: aubergine under sweet miso',
        'Tai-meshi: rice with a whole sea bream',
      ),
    ],
    included: [
      'shopping',
      'groceries',
      'tools',
      'table_setting',
      'tableware',
      'serving',
      'cleaning',
    ],
    kitchen_needs: ['hob_two', 'gas_flame', 'fridge', 'worktop'],
    kitchen_notes: null,
  },
  'jean.dubois@coocook.test': {
    languages: ['fr', 'en'],
    menus: [
      menu(
        'The bouchon',
        'What a Lyonnais eats on a good Friday night.',
        'Gougères: warm, with the first glass',
        'Oeuf en meurette: poached in red wine, bacon, shallots',
        'Quenelle de brochet: pike, crayfish sauce',
        'Coq au vin: two days in Beaujolais',
        'Saint-Marcellin and walnut bread',
        'Tarte aux pralines: out of the oven as you sit down',
      ),
      menu(
        'Market lunch',
        'Three courses that the morning decides.',
        'Leeks vinaigrette, soft egg, hazelnuts',
        'Sole meunière: brown butter, capers, small potatoes',
        'Île flottante: soft meringue on custard',
      ),
    ],
    included: ['shopping', 'groceries', 'tools', 'serving', 'cleaning'],
    kitchen_needs: ['hob_four', 'oven', 'fridge'],
    kitchen_notes: 'The oven should reach 220 °C; tell me if it does not.',
  },
  'maria.garcia@coocook.test': {
    languages: ['es', 'en'],
    menus: [
      menu(
        'Oaxaca on Sunday',
        'Three moles in small bowls, a stack of warm tortillas, everyone reaching.',
        'Memelas: corn, black beans, fresh cheese',
        'Mole negro: turkey, twenty-eight ingredients, three days',
        'Coloradito: pork, ancho, plantain',
        'Ensalada de nopales: cactus, tomato, coriander',
        'Nicuatole: corn pudding with prickly pear',
      ),
      menu(
        'Taquiza',
        'A standing party: I press, you fill.',
        'Al pastor: pork, pineapple, achiote',
        'Baja fish: beer batter, cabbage, lime cream',
        'Rajas con crema: poblano, corn',
        'Five salsas: from careful to brave',
        'Churros: cinnamon, dark chocolate',
      ),
    ],
    included: ['shopping', 'groceries', 'tools', 'table_setting', 'cleaning'],
    kitchen_needs: ['hob_four', 'blender', 'fridge'],
    kitchen_notes: 'A window that opens: roasting chillies makes people cough.',
  },
} satisfies Record<string, EditChef>;
