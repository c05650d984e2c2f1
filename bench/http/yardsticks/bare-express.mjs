// The least that an answer of Express costs: one route for every address, with what /health says.
import express from 'express';
import { sayAddress } from './say-address.mjs';

const app = express();
app.use((_request, response) => {
  response.json({ status: 'ok' });
});
app.listen(Number(process.env.PORT), '127.0.0.1', sayAddress);
