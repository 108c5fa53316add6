/** The real server as a process of its own, on a port that a test chooses. */
import { startServer } from '../../world/server.ts';

const { DATA_DIR: dataDir = '', TEST_PORT: port = '0' } = process.env;
const server = await startServer({ dataDir, config: { port: Number(port) } });
process.stdout.write(`Helhetsmodellen A3: ${server.url}\n`);
