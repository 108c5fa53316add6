/** What is pasted into a section. Rules: client/sections/prose/SPEC.md. */
import type { Page } from '@playwright/test';
import {
  begin,
  bullets,
  caretBehind,
  moveCaret,
  node,
  p,
  read,
  section,
  text,
} from './prosePage.ts';
import { expect, test } from './world.ts';

async function paste(page: Page, html: string, plain = ''): Promise<void> {
  await section(page).evaluate(
    (root, [markup, words]) => {
      const clipboardData = new DataTransfer();
      if (markup !== '') clipboardData.setData('text/html', markup);
      clipboardData.setData('text/plain', words);
      root.dispatchEvent(
        new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
      );
    },
    [html, plain] as const,
  );
}

async function emptySection(page: Page): Promise<void> {
  await begin(page, p());
  await section(page).click();
}

const WORD = `
<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><meta charset="utf-8">
<style><!-- p.MsoNormal {margin:0cm} --></style></head><body lang=NO-BOK>
<!--StartFragment-->
<h1><span style='mso-bookmark:_Toc1'>Innkjøp<o:p></o:p></span></h1>
<p class=MsoNormal><b style='mso-bidi-font-weight:normal'><span lang=NO-BOK>Fet</span></b> og
<i>kursiv</i><o:p></o:p></p>
<p class=MsoNormal><o:p>&nbsp;</o:p></p>
<p class=MsoListParagraphCxSpFirst style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]><span
style='font-family:Symbol'><span style='mso-list:Ignore'>·<span>&nbsp;&nbsp;&nbsp; </span></span></span><![endif]>Første<o:p></o:p></p>
<p class=MsoListParagraphCxSpMiddle style='mso-list:l0 level2 lfo1'><![if !supportLists]><span><span
style='mso-list:Ignore'>o<span>&nbsp; </span></span></span><![endif]>Under<o:p></o:p></p>
<p class=MsoListParagraphCxSpLast style='mso-list:l0 level1 lfo1'><![if !supportLists]><span><span
style='mso-list:Ignore'>·<span>&nbsp; </span></span></span><![endif]>Andre<o:p></o:p></p>
<p class=MsoListParagraph style='mso-list:l1 level1 lfo2'><![if !supportLists]><span><span
style='mso-list:Ignore'>1.<span>&nbsp; </span></span></span><![endif]>Nummer<o:p></o:p></p>
<p class=MsoNormal>Slutt <a href="https://example.org">lenke</a><img src="file:///c:/x.png"></p>
<!--EndFragment--></body></html>`;

test('PO-13 from Word', async ({ open }) => {
  const page = await open({ show: 'prose' });
  await emptySection(page);
  await paste(page, WORD);
  expect(await read(page)).toEqual([
    node('heading', [text('Innkjøp')], { level: 3 }),
    p(text('Fet', 'bold'), ' og ', text('kursiv', 'italic')),
    bullets([p('Første'), bullets([p('Under')])], [p('Andre')]),
    node('orderedList', [node('listItem', [p('Nummer')])], { start: 1 }),
    p('Slutt lenke'),
  ]);
});

test('PO-13 from Outlook, with tables that only lay things out', async ({ open }) => {
  const page = await open({ show: 'prose' });
  await emptySection(page);
  await paste(
    page,
    `<div class=WordSection1><p class=MsoNormal>Hei,<o:p></o:p></p><p class=MsoNormal><o:p>&nbsp;</o:p></p>
     <table><tr><td><p>Enhet</p></td><td><table><tr><td>12</td><td>kr</td></tr></table></td></tr></table>
     <div><script>window.pasted = true</script>Hilsen<br>Økonomi</div></div>`,
  );
  const cell = (...content: ReturnType<typeof p>[]) =>
    node('tableCell', content, { colspan: 1, rowspan: 1 });
  expect(await read(page)).toEqual([
    p('Hei,'),
    node('table', [node('tableRow', [cell(p('Enhet')), cell(p('12'), p('kr'))])]),
    p('Hilsen', { type: 'hardBreak' }, 'Økonomi'),
  ]);
  expect(await page.evaluate(() => 'pasted' in window)).toBe(false);
});

test('PO-13 from a web page', async ({ open }) => {
  const page = await open({ show: 'prose' });
  await emptySection(page);
  await paste(
    page,
    `<h2>Overskrift</h2><h6>Liten</h6><ul><li>a</li><ul><li>b</li></ul></ul>
     <blockquote style="color:red"><p>Sitat med <code>kode</code> og <u>strek</u></p></blockquote>
     <p onclick="alert(1)"><span style="font-weight:700">fet</span></p>`,
  );
  expect(await read(page)).toEqual([
    node('heading', [text('Overskrift')], { level: 3 }),
    node('heading', [text('Liten')], { level: 4 }),
    bullets([p('a'), bullets([p('b')])]),
    p('Sitat med kode og strek'),
    p(text('fet', 'bold')),
  ]);
});

test('PO-13 plain text keeps its lines, and is pasted where the caret is', async ({ open }) => {
  const page = await open({ show: 'prose' });
  await begin(page, p('før etter'));
  await caretBehind(page, 'før ');
  await paste(page, '', 'en\nto ');
  expect(await read(page)).toEqual([p('før en'), p('to etter')]);
});

test('PO-13 what is copied from one section into another is the same there', async ({
  open,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const page = await open({ show: 'prose' });
  const content = [p('en ', text('fet', 'bold')), p(), bullets([p('a')], [p('b')])];
  await begin(page, ...content);
  await section(page).focus();
  await page.keyboard.press('Control+a');
  await page.keyboard.press('Control+c');
  await moveCaret(page, 'Control+End');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Control+v');
  expect(await read(page)).toEqual([...content, ...content]);
});
