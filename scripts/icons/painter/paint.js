/** Runs in Electron: Chromium is the SVG painter that we have anyway. Jobs come as a JSON file. */
import { readFileSync, writeFileSync } from 'node:fs';
import { app, BrowserWindow } from 'electron';

const jobs = JSON.parse(readFileSync(process.env.BDX_ICON_JOBS, 'utf8'));

const inPage = `async (url, size) => {
  const image = new Image();
  image.src = url;
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = size;
  canvas.height = size;
  canvas.getContext('2d').drawImage(image, 0, 0, size, size);
  return canvas.toDataURL('image/png').split(',')[1];
}`;

app.whenReady().then(async () => {
  try {
    const window = new BrowserWindow({ show: false });
    await window.loadURL('data:text/html,<meta charset=utf-8>');
    for (const { svg, size, png } of jobs) {
      const url = `data:image/svg+xml;base64,${readFileSync(svg).toString('base64')}`;
      const call = `(${inPage})(${JSON.stringify(url)}, ${size})`;
      const base64 = await window.webContents.executeJavaScript(call);
      writeFileSync(png, Buffer.from(base64, 'base64'));
    }
    app.exit(0);
  } catch (error) {
    process.stderr.write(`${error.stack}\n`);
    app.exit(1);
  }
});
