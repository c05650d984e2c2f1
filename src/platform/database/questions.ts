import { Prisma } from '../../generated/prisma/client.js';
import type { DbHandle } from './handles.js';

/** A SELECT, and what its rows say. They come as JSON: instants and dates are texts. */
export interface Question<T> {
  statement: Prisma.Sql;
  read: (rows: never[]) => T;
}

type Questions = Record<string, Question<unknown>>;
type Answers<Q extends Questions> = {
  [Name in keyof Q]: Q[Name] extends Question<infer T> ? T : never;
};

export async function ask<T>(db: DbHandle, question: Question<T>): Promise<T> {
  const { statement, read } = together({ answer: question });
  return read(await db.rows<never>(statement)).answer;
}

/** Several questions as one statement. Of two answers that throw when read, the first one does. */
export function together<Q extends Questions>(questions: Q): Question<Answers<Q>> {
  const named = Object.entries(questions);
  const lists = named.map(
    ([name, { statement }]) => Prisma.sql`
      (SELECT coalesce(json_agg(one), '[]') FROM (${statement}) AS one) AS ${Prisma.raw(`"${name}"`)}`,
  );
  return {
    statement: Prisma.sql`SELECT ${Prisma.join(lists)}`,
    read([row]: Record<string, never[]>[]) {
      const answers = named.map(([name, { read }]) => [name, read(row?.[name] ?? [])]);
      return Object.fromEntries(answers) as Answers<Q>;
    },
  };
}

export function mapped<T, U>(question: Question<T>, map: (answer: T) => U): Question<U> {
  return { statement: question.statement, read: (rows) => map(question.read(rows)) };
}
