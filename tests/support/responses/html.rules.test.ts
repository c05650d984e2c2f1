import { describe, expect, it } from 'vitest';
import { pageOf, titleOf } from './html.js';

const page = pageOf({
  text: `<!doctype html><html><head><title>A &amp; B</title></head><body>
    <h1>Hello <b>you</b>,
      again</h1>
    <div role="alert"><ul><li><a href="#guests">Enter fewer.</a></li></ul></div>
    <form><label for="guests">Guests</label><input id="guests" name="guests" value="99">
      <label><input type="radio" name="time" value="18:00" checked> 6 pm</label>
      <label><input type="radio" name="time" value="19:00"> 7 pm</label>
      <select name="sort"><option value="a">A</option><option value="b" selected>B</option></select>
      <textarea name="notes">
Quiet &lt;b&gt;</textarea><button name="step" value="go">Send</button></form>
    <a href="/book"><span>Book at </span>10:00</a>
    <p>one<p>two<script>three</script></body></html>`,
});

describe('an answer in HTML', () => {
  it('is read by roles and names, whatever its white space', () => {
    expect(titleOf(page)).toBe('A & B');
    expect(page.heading(/^Hello/).text).toBe('Hello you, again');
    expect(page.link(/fewer/).href).toBe('#guests');
    expect(page.link('Book at 10:00').href).toBe('/book');
    expect(page.field('Guests').attribute('value')).toBe('99');
    expect(page.field('6 pm').attribute('checked')).toBe('');
    expect(page.text).toMatch(/ one two$/);
  });

  it('says what its form would send', () => {
    const sent = ['guests', 'time', 'sort', 'notes', 'step'].map((name) => page.values(name));
    expect(sent).toEqual([['99'], ['18:00'], ['b'], ['Quiet <b>'], []]);
    expect(page.choices('time')).toEqual(['18:00', '19:00']);
    expect(page.errors()).toEqual({ guests: 'Enter fewer.' });
  });

  it('fails when what is looked for is not there, or there twice', () => {
    expect(() => page.button('Cancel')).toThrow('0 of button Cancel; there are: Send');
    expect(() => page.the('radio')).toThrow('2 of radio');
    expect(page.has('button', 'Cancel')).toBe(false);
  });
});
