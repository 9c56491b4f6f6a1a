import { chromium } from 'playwright-core';
const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox'] });
const shots = process.argv.slice(2).map((a) => a.split(','));
for (const [file, out, w='1400', h='900', scheme='light', act=''] of shots) {
  const page = await browser.newPage({ viewport: { width: +w, height: +h }, colorScheme: scheme });
  page.on('console', (m) => console.log('console:', m.text())); page.on('pageerror', (e) => console.log('error:', e.message));
  page.on('request', (r) => { if (!r.url().startsWith('file:')) console.log('REQUEST', r.url().slice(0,80)); });
  const t = Date.now();
  await page.goto('file://' + file); await page.waitForSelector('body.scripted');
  if (act.startsWith('play')) { await page.click('.play'); await page.waitForTimeout(2500); }
  if (act.startsWith('search:')) { await page.fill('input[type=search]', act.slice(7)); await page.waitForTimeout(400); }
  await page.waitForTimeout(300);
  await page.screenshot({ path: out, fullPage: act==='full' });
  await page.close();
}
await browser.close();
