import { Prisma } from '../../generated/prisma/client.js';
import type { DbHandle } from './handles.js';

/** A SELECT, and what its rows say. They come as JSON: instants and dates are texts. */
export interface Question<T> {
  statement: Prisma.Sql;
  read: (rows: never[]) => T;
}

/** Ids that are known, or a SELECT of them among the results that questions are given. */
export type Ids = number[] | Prisma.Sql;

type Questions = Record<string, Question<unknown>>;
type Answers<Q extends Questions> = {
  [Name in keyof Q]: Q[Name] extends Question<infer T> ? T : never;
};

export async function ask<T>(db: DbHandle, question: Question<T>): Promise<T> {
  const { statement, read } = together({ answer: question });
  return read(await db.rows<never>(statement)).answer;
}

/**
 * Several questions as one statement. Of two answers that throw when read, the first one does.
 * @param given SELECTs by names that the questions, and later ones of these, may select from
 */
export function together<Q extends Questions>(
  questions: Q,
  given: Record<string, Prisma.Sql> = {},
): Question<Answers<Q>> {
  const named = Object.entries(questions);
  const results = Object.entries(given).map(
    ([name, select]) => Prisma.sql`${Prisma.raw(name)} AS MATERIALIZED (${select})`,
  );
  const first = results.length === 0 ? Prisma.empty : Prisma.sql`WITH ${Prisma.join(results)}`;
  const lists = named.map(
    ([name, { statement }]) => Prisma.sql`
      (SELECT coalesce(json_agg(one), '[]') FROM (${statement}) AS one) AS ${Prisma.raw(`"${name}"`)}`,
  );
  return {
    statement: Prisma.sql`${first} SELECT ${Prisma.join(lists)}`,
    read([row]: Record<string, never[]>[]) {
      const answers = named.map(([name, { read }]) => [name, read(row?.[name] ?? [])]);
      return Object.fromEntries(answers) as Answers<Q>;
    },
  };
}

/** As `together`, for any number of questions of one kind. */
export function all<T>(questions: Question<T>[]): Question<T[]> {
  if (questions.length === 0) return mapped(nothing, () => []);
  const numbered = questions.map((question, index) => [`q${index}`, question] as const);
  return mapped(together(Object.fromEntries(numbered)), (answers) => Object.values(answers));
}

export function mapped<T, U>(question: Question<T>, map: (answer: T) => U): Question<U> {
  return { statement: question.statement, read: (rows) => map(question.read(rows)) };
}

/** Asks for nothing, beside other questions. */
export const nothing: Question<null> = {
  statement: Prisma.sql`SELECT WHERE false`,
  read: () => null,
};
