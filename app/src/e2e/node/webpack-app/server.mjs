// webpack-dev-server on the port given as the first argument; says so when the first build is ready.
import path from 'node:path';
import webpack from 'webpack';
import WebpackDevServer from 'webpack-dev-server';

const root = import.meta.dirname;
const port = Number(process.argv[2]);
const compiler = webpack({
  mode: 'development',
  context: root,
  entry: './src/index.js',
  output: { path: path.join(root, 'dist'), filename: 'main.js' },
  infrastructureLogging: { level: 'warn' },
  stats: 'errors-only',
  watchOptions: { aggregateTimeout: 50 },
});
const server = new WebpackDevServer(
  {
    host: '127.0.0.1',
    port,
    hot: true,
    static: { directory: root, watch: false },
    // Without it the bundle carries the dev server's own port and its socket goes past any proxy.
    client: { webSocketURL: 'auto://0.0.0.0:0/ws', logging: 'info' },
  },
  compiler,
);
compiler.hooks.done.tap('ready', () => console.log(`ready on http://127.0.0.1:${port}`));
await server.start();
