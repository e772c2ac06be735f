import { expect, test } from 'vitest';
import { fillPage } from '#requests/fill-page.ts';

test('an answer shows the parts it names and takes the others out, scripts always', () => {
  const page =
    '<script src="/a.js"></script><!--part:form-->form<!--/part:form--><template data-part="done" data-x>done</template>';
  expect(fillPage(page, { shows: ['form'] })).toBe('form');
  expect(fillPage(page, { shows: ['done'] })).toBe('done');
});

test('a part may stand in another', () => {
  const page = '<!--part:form-->a<!--part:later-->b<!--/part:later-->c<!--/part:form-->';
  expect(fillPage(page, { shows: ['form', 'later'] })).toBe('abc');
  expect(fillPage(page, { shows: ['form'] })).toBe('ac');
  expect(fillPage(page, { shows: ['later'] })).toBe('');
});

test('the title and every text are escaped', () => {
  const page = '<title>A &amp; B</title><p>[[word]]</p>';
  const filled = fillPage(page, { shows: [], title: (own) => `Error: ${own}`, texts: { word: '<i>"&\'' } });
  expect(filled).toBe('<title>Error: A &amp; B</title><p>&lt;i&gt;&quot;&amp;&#39;</p>');
});

test('what a person typed is never searched for marks', () => {
  const page = '<input name="name"><input name="phone"><p>[[word]]</p>';
  const typed = '[[word]]"><!--error:phone--> name="phone" $& $1';
  const filled = fillPage(page, {
    shows: [],
    texts: { word: 'ours' },
    errors: [{ field: 'phone', message: 'm' }],
    values: { name: typed, phone: '1' },
  });
  expect(filled).toBe(
    '<input name="name" value="[[word]]&quot;&gt;&lt;!--error:phone--&gt; name=&quot;phone&quot; $&amp; $1"><input name="phone" value="1"><p>ours</p>',
  );
});

test('radios and selects show the choice that was made', () => {
  const page =
    '<input type="radio" name="a" value="x" checked><input type="radio" name="a" value="y"><select name="b"><option value selected>-</option><option value="z">z</option></select>';
  expect(fillPage(page, { shows: [], values: { a: 'y', b: 'z' } })).toBe(
    '<input type="radio" name="a" value="x"><input type="radio" name="a" value="y" checked><select name="b"><option value>-</option><option value="z" selected>z</option></select>',
  );
});

test('choices that exist only now stand in their list, in groups, and one of them may be chosen', () => {
  const page =
    '<select name="a"><option value></option><!--options:a--></select><select name="b"><!--options:b--></select>';
  const choices = {
    a: [
      {
        label: 'Day <1>',
        options: [
          { value: 'x', label: '9 & 10' },
          { value: 'y', label: '11' },
        ],
      },
    ],
  };
  expect(fillPage(page, { shows: [], choices, values: { a: 'y' } })).toBe(
    '<select name="a"><option value></option><optgroup label="Day &lt;1&gt;"><option value="x">9 &amp; 10</option><option value="y" selected>11</option></optgroup></select><select name="b"></select>',
  );
});

test('an error stands at its field and is tied to it', () => {
  const page =
    '<fieldset class="field" data-field="a"><!--error:a--></fieldset><input data-field="b" aria-describedby="b-hint"><!--error:b--><ul><!--error-list--></ul>';
  const errors = [
    { field: 'a', message: 'Pick <one>' },
    { field: 'b', message: 'Fill in' },
  ];
  expect(fillPage(page, { shows: [], errors })).toBe(
    '<fieldset class="field" data-field="a" aria-describedby="a-error"><p class="field-error" id="a-error">Pick &lt;one&gt;</p></fieldset>' +
      '<input data-field="b" aria-describedby="b-hint b-error" aria-invalid="true"><p class="field-error" id="b-error">Fill in</p>' +
      '<ul><li><a href="#a">Pick &lt;one&gt;</a></li><li><a href="#b">Fill in</a></li></ul>',
  );
});
