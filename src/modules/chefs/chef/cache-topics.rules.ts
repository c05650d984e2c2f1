type Asked = Readonly<{ params: Record<string, unknown>; query: Record<string, unknown> }>;

// Sent by the triggers of the migration `changes`: `chefs` and `chef 1` for a profile, its pictures
// and hours; `bookings` and `bookings 1` for the bookings of a chef; `plans` by `plans_are_public`.
export const searchTopics = ({ query }: Asked) =>
  query.date === undefined ? ['chefs'] : ['chefs', 'bookings'];
export const explorationTopics = () => ['chefs', 'bookings', 'plans'];
export const chefTopics = ({ params }: Asked) => [`chef ${String(params.id)}`];
export const freeTimesTopics = ({ params }: Asked) => [
  `chef ${String(params.id)}`,
  `bookings ${String(params.id)}`,
];
export const chefPageTopics = (asked: Asked) => [...freeTimesTopics(asked), 'plans'];
