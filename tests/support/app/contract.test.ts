import express from 'express';
import request from 'supertest';
import { describe, expect, it } from 'vitest';
import { useTestApp } from './app.js';
import { createContract } from './contract.js';

describe('the check of answers against the OpenAPI document', () => {
  const schema = {
    type: 'object',
    properties: { id: { type: 'integer' } },
    required: ['id'],
    additionalProperties: false,
  };
  const violationOf = createContract({
    paths: {
      '/api/things/{id}': {
        get: { responses: { 200: { content: { 'application/json': { schema } } } } },
      },
    },
    components: {},
  });
  const answering = async (status: number, body: object) => {
    const app = express().get('/api/things/:id', (_req, res) => res.status(status).json(body));
    return violationOf('GET', '/api/things/7', await request(app).get('/api/things/7'));
  };

  it('finds nothing wrong with what is documented', async () => {
    expect(await answering(200, { id: 1 })).toBeNull();
  });

  it.each([
    ['a status', 201, { id: 1 }, /not documented/],
    ['a missing field', 200, {}, /required property/],
    ['a further field', 200, { id: 1, password_hash: 'x' }, /additional properties/],
    ['another type', 200, { id: 'x' }, /must be integer/],
  ])('finds %s', async (_name, status, body, message) => {
    expect(await answering(status, body)).toMatch(message);
  });
});

describe('every test app', () => {
  const t = useTestApp();

  it('has its answers checked', async () => {
    await t.send('get', '/api/coocook/chefs');
    await t.send('get', '/api/coocook/chefs/1');
    expect(t.checked()).toBe(2);
  });
});
