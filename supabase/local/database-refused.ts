/** A database that cannot be used as it is; a person can put it right. Its message is all that is printed. */
export class DatabaseRefused extends Error {
  constructor(what: string, toDo: string) {
    super(`${what}\n${toDo}\nChưa thay đổi gì trong cơ sở dữ liệu.`);
    this.name = 'DatabaseRefused';
  }
}
