// The least that an answer costs: node:http alone, with what /health says.
import { createServer } from 'node:http';
import { sayAddress } from './say-address.mjs';

createServer((_request, response) => {
  const body = JSON.stringify({ status: 'ok' });
  response.writeHead(200, {
    'Content-Type': 'application/json; charset=utf-8',
    'Content-Length': body.length,
  });
  response.end(body);
}).listen(Number(process.env.PORT), '127.0.0.1', sayAddress);
