/** The part of LokiJS that the bench uses; the package carries no types. */
declare module 'lokijs' {
  type Chain<T> = {
    find(query: object): Chain<T>;
    where(test: (record: T) => boolean): Chain<T>;
    sort(compare: (left: T, right: T) => number): Chain<T>;
    limit(count: number): Chain<T>;
    count(): number;
    data(): T[];
  };
  type Collection<T> = {
    insert(records: readonly T[]): void;
    chain(): Chain<T>;
    findOne(query: object): T | null;
    update(record: T): void;
  };
  export default class Loki {
    constructor(file: string, options: { readonly adapter: object; readonly env?: string });
    addCollection<T>(name: string, options: { readonly indices: readonly string[] }): Collection<T>;
    getCollection<T>(name: string): Collection<T>;
    saveDatabase(done: (error?: Error) => void): void;
    loadDatabase(options: object, done: (error?: Error) => void): void;
    static LokiFsAdapter: new () => object;
  }
}
