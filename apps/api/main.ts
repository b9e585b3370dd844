// SPDX-License-Identifier: EUPL-1.2
import 'reflect-metadata';
import { apiConfig } from '#platform/config/config.js';
import { createLogger } from '#platform/logging/logger.js';
import { createApi } from './create-api.js';

const config = apiConfig(process.env);
const log = createLogger('api', config.LOG_LEVEL);
const app = await createApi(config, process.cwd(), log);
await app.listen(config.API_PORT, config.API_HOST);
log.info({ port: config.API_PORT }, 'listening');
// Started by a parent (npm start): do not outlive it.
process.once('disconnect', () => void app.close().then(() => process.exit(0)));
