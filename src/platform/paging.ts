export interface Page {
  page: number;
  per_page: number;
}

export function toOffset({ page, per_page }: Page): { skip: number; take: number } {
  return { skip: (page - 1) * per_page, take: per_page };
}

export function pageCount(total: number, perPage: number): number {
  return Math.ceil(total / perPage);
}
