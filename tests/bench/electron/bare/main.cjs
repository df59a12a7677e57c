// The least an Electron program can do: one window with one line of text. The bench holds ours beside it.
const { app, BrowserWindow } = require('electron');

void app.whenReady().then(() => {
  const window = new BrowserWindow({ width: 1360, height: 860 });
  void window.loadURL('data:text/html,<title>bare</title><p>A window</p>');
});
app.on('window-all-closed', () => app.quit());
