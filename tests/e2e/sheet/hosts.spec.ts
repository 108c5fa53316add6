/** The pages talk to their own server alone, and the browser is told to hold them to it. */
import { Watch } from '../support/watch.ts';
import { expect, test } from '../world.ts';

test('no page asks another host for anything, and none breaks the content policy', async ({
  server,
  browse,
  watch,
}) => {
  watch.expectOutage();
  const sheet = await server.createSheet({ example: 'avtalelojalitet', title: '' });
  const page = await (await browse({ serviceWorkers: 'allow' })).newPage();
  const addresses = [
    '/',
    '/finnes/ikke',
    `/ark/${sheet.id}`,
    `/ark/${sheet.id}#n=${sheet.keys.les}`,
    `/ark/${sheet.id}#n=${sheet.keys.fasilitator}`,
  ];
  for (const address of addresses) {
    // A new fragment alone would not load the page.
    await page.goto('about:blank');
    const response = await page.goto(server.url + address);
    await page.getByRole('heading', { level: 1 }).waitFor();
    const policy = (await response?.headerValue('content-security-policy')) ?? '';
    expect(policy).toContain("default-src 'self'");
    expect(policy).toContain("frame-ancestors 'none'");
    await page.waitForLoadState('networkidle');
  }
  await page.getByRole('button', { name: 'Del', exact: true }).click();
  await page
    .getByRole('img', { name: /QR-kode/ })
    .first()
    .waitFor();
  expect(watch.faults).toEqual([]);
  expect(watch.asked.length).toBeGreaterThan(addresses.length);
});

test('the watch itself sees another host, a broken policy and a failing script', async ({
  server,
  browser,
}) => {
  const watch = new Watch(server.url);
  const context = await browser.newContext();
  watch.over(context);
  const page = await context.newPage();
  await page.goto(server.url);
  await page.evaluate(() => fetch('http://127.0.0.2:9/').catch(() => undefined));
  await page.evaluate(() => {
    const script = document.createElement('script');
    script.textContent = 'document.title = "inline"';
    document.head.append(script);
    setTimeout(() => {
      throw new Error('on purpose');
    });
  });
  await expect.poll(() => watch.faults.join('\n')).toMatch(/on purpose/);
  const faults = watch.faults.join('\n');
  expect(faults).toMatch(/asked another host|Content Security Policy/);
  expect(faults).toMatch(/inline script|script-src|default-src/);
  await context.close();
});
