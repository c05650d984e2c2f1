/** As CooCook logs it; `this` is the server that listens. */
export function sayAddress() {
  const url = `http://127.0.0.1:${this.address().port}`;
  console.log(JSON.stringify({ url, msg: 'listening' }));
}
