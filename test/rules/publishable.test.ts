/** Keys that are meant to be public, as web pages and apps carry them, through the built scanner. */
import { describe, expect, it } from 'vitest';
import type { Finding } from '../../src/model.ts';
import { generateText } from '../../src/rules/generate.ts';
import { randomFrom } from '../../src/rules/random.ts';
import { run, tree } from '../helpers/cli.ts';
import { jwt } from '../helpers/tokens.ts';

const made = (shape: string): string => generateText(shape, randomFrom(`publishable ${shape}`));
const base64url = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');

const HEX32 = made('[0-9a-f]{32}');
const UUID = made('[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-8[0-9a-f]{3}-[0-9a-f]{12}');
const GOOGLE = made('AIzaSy[A-Za-z0-9_-]{33}');
const SITE_KEY = made('6L[c-f][A-Za-z0-9_-]{37}');
const ANON = jwt({ iss: 'supabase', ref: made('[a-z]{20}'), role: 'anon', iat: 1_700_000_000, exp: 2_015_000_000 });
const MAPBOX = `pk.${base64url({ u: 'ada', a: made('c[a-z0-9]{24}') })}.${made('[A-Za-z0-9_-]{22}')}`;

type Case = [what: string, text: string, rule: string, reason?: string];
const PUBLIC: Case[] = [
  ['Stripe', `STRIPE_PUBLISHABLE_KEY=${made('pk_live_[A-Za-z0-9]{24}')}`, 'stripe-publishable-key'],
  ['Stripe in code', `const stripe = Stripe("${made('pk_live_51[A-Za-z0-9]{97}')}");`, 'stripe-publishable-key'],
  ['Supabase anon', `NEXT_PUBLIC_SUPABASE_ANON_KEY=${ANON}`, 'jwt', 'power-public'],
  ['Supabase', `SUPABASE_KEY=${made('sb_publishable_[A-Za-z0-9_-]{22}_[A-Za-z0-9_-]{8}')}`, 'supabase-publishable-key'],
  [
    'Firebase web config',
    `const firebaseConfig = {\n  apiKey: "${GOOGLE}",\n  authDomain: "shop-4711.firebaseapp.com",\n  projectId: "shop-4711"\n};`,
    'google-firebase-web-key',
  ],
  ['Firebase on Android', `{"client": [{"api_key": [{"current_key": "${GOOGLE}"}]}]}`, 'google-browser-api-key'],
  ['Firebase on iOS', `<key>API_KEY</key>\n\t<string>${GOOGLE}</string>`, 'google-browser-api-key'],
  ['Firebase of Vite', `VITE_FIREBASE_API_KEY=${GOOGLE}`, 'google-browser-api-key'],
  ['Google Maps', `<script src="https://maps.googleapis.com/maps/api/js?key=${GOOGLE}&callback=init">`, 'google-browser-api-key'],
  [
    'Google Maps on Android',
    `<meta-data android:name="com.google.android.geo.API_KEY" android:value="${GOOGLE}"/>`,
    'google-browser-api-key',
  ],
  ['Mapbox', `mapboxgl.accessToken = '${MAPBOX}';`, 'mapbox-public-token'],
  ['Algolia search', `ALGOLIA_SEARCH_KEY=${HEX32}`, 'algolia-search-api-key'],
  ['Algolia DocSearch', `algolia: { appId: "R2IYF7ETH7", apiKey: "${HEX32}", indexName: "docs" }`, 'algolia-docsearch-key'],
  ['Algolia search in code', `algoliasearch({ appId: "R2IYF7ETH7", searchApiKey: "${HEX32}" })`, 'algolia-search-key-beside-app'],
  ['MapTiler', `VITE_MAPTILER_KEY=${made('[A-Za-z0-9]{20}')}`, 'maptiler-api-key'],
  [
    'MapTiler in a URL',
    `style: "https://api.maptiler.com/maps/streets/style.json?key=${made('[A-Za-z0-9]{20}')}"`,
    'maptiler-api-key-url',
  ],
  [
    'the storage emulator of Azure',
    `AccountName=devstoreaccount1;AccountKey=${made('Eby8vdM02xNOcqFlqUwJ[A-Za-z0-9+/]{66}==')};`,
    'azure-storage-emulator-key',
  ],
  ['the documentation of Stripe', `stripe.api_key = "${made('sk_test_4eC39Hq[A-Za-z0-9]{17}')}"`, 'stripe-sample-key'],
  ['Sentry', `Sentry.init({ dsn: "https://${HEX32}@o448899.ingest.sentry.io/5512345" })`, 'sentry-dsn'],
  ["Sentry of one's own", `SENTRY_DSN=https://${HEX32}@sentry.corp.net/3`, 'sentry-dsn'],
  ['PostHog', `posthog.init('${made('phc_[A-Za-z0-9]{43}')}', {})`, 'posthog-project-key'],
  ['Segment', `SEGMENT_WRITE_KEY=${made('[A-Za-z0-9]{32}')}`, 'segment-write-key'],
  ['Segment in code', `AnalyticsBrowser.load({ writeKey: '${made('[A-Za-z0-9]{32}')}' })`, 'segment-js-write-key'],
  ['reCAPTCHA', `RECAPTCHA_SITE_KEY=${SITE_KEY}`, 'google-recaptcha-site-key'],
  ['reCAPTCHA by its bare name', `recaptchaKey: '${SITE_KEY}'`, 'google-recaptcha-site-key'],
  ['reCAPTCHA in a page', `<div class="g-recaptcha" data-sitekey="${SITE_KEY}"></div>`, 'google-recaptcha-site-key'],
  ['hCaptcha', `HCAPTCHA_SITE_KEY=${UUID}`, 'hcaptcha-site-key'],
  ['Turnstile', `TURNSTILE_SITE_KEY=${made('0x4AAAAAAA[A-Za-z0-9_-]{14}')}`, 'cloudflare-turnstile-site-key'],
  [
    'Clerk',
    `NEXT_PUBLIC_CLERK_PUBLISHABLE_KEY=pk_live_${Buffer.from('clerk.shop-corp.com$').toString('base64')}`,
    'clerk-publishable-key',
  ],
  ['Paddle', `PADDLE_CLIENT_TOKEN=${made('live_[0-9a-f]{27}')}`, 'paddle-client-token'],
  ['Adyen', `ADYEN_CLIENT_KEY=${made('test_[A-Z0-9]{32}')}`, 'adyen-client-key'],
  ['LaunchDarkly', `LAUNCHDARKLY_CLIENT_SIDE_ID=${made('[0-9a-f]{24}')}`, 'launchdarkly-client-side-id'],
  ['LaunchDarkly in apps', `LD_MOBILE_KEY=mob-${UUID}`, 'launchdarkly-mobile-key'],
  ['Mixpanel', `mixpanel.init("${HEX32}")`, 'mixpanel-project-token'],
  ['Amplitude', `amplitude.init("${HEX32}")`, 'amplitude-browser-key'],
  ['Rollbar', `rollbarClientToken: '${HEX32}'`, 'rollbar-client-token'],
  ['Datadog', `clientToken: '${made('pub[0-9a-f]{32}')}'`, 'datadog-client-token'],
  ['PubNub', `publishKey: 'pub-c-${UUID}'`, 'pubnub-publish-key'],
  ['Razorpay', `RAZORPAY_KEY_ID=${made('rzp_live_[A-Za-z0-9]{14}')}`, 'razorpay-key-id'],
  ['PayPal', `PAYPAL_CLIENT_ID=${made('A[A-Za-z0-9_-]{79}')}`, 'paypal-client-id'],
  ['Square', `squareAppId = "${made('sq0idp-[A-Za-z0-9_-]{22}')}"`, 'square-application-id'],
  ['Braintree', `authorization: '${made('production_[a-z0-9]{8}_[a-z0-9]{16}')}'`, 'braintree-tokenization-key'],
  ['ConfigCat', `CONFIGCAT_SDK_KEY=${made('configcat-sdk-1/[A-Za-z0-9_-]{22}/[A-Za-z0-9_-]{22}')}`, 'configcat-sdk-key'],
  ['OneSignal', `ONESIGNAL_APP_ID=${UUID}`, 'onesignal-app-id', 'identifier'],
];
/** The same forms where they are no public keys. */
const SECRET: Case[] = [
  ['a key of Google by itself', `GOOGLE_API_KEY=${GOOGLE}`, 'google-api-key', 'rule'],
  ['a key of Gemini in code', `new GoogleGenAI({ apiKey: "${GOOGLE}" })`, 'google-api-key', 'rule'],
  ['a key of Algolia for writing', `ALGOLIA_ADMIN_KEY=${HEX32}`, 'algolia-admin-api-key', 'rule'],
  ['a key of Algolia beside its app', `algolia: { appId: "R2IYF7ETH7", apiKey: "${HEX32}" }`, 'algolia-admin-api-key', 'rule'],
  ['the secret of reCAPTCHA', `RECAPTCHA_SECRET_KEY=${SITE_KEY}`, 'google-recaptcha-secret-key', 'rule'],
];

const ALL = [...PUBLIC, ...SECRET];
const root = tree(Object.fromEntries(ALL.map(([, text], index) => [`${index}.txt`, text])));
const report = JSON.parse((await run(['scan', '.', '--format', 'json'], { cwd: root })).stdout) as { findings: Finding[] };
const told = (what: string): unknown[] => {
  const at = ALL.findIndex(([name]) => name === what);
  return report.findings
    .filter(({ locations }) => locations.some(({ path }) => path === `${at}.txt`))
    .map(({ rule, severity, reasons }) => [rule, severity === 'info' ? 'info' : 'more', reasons.map(({ code }) => code)]);
};

describe('publishable keys', () => {
  it.each(PUBLIC)('of %s are info, and it is told why', (what, _, rule, reason = 'publishable') => {
    expect(told(what)).toEqual([[rule, 'info', expect.arrayContaining([reason])]]);
  });

  it.each(SECRET)('%s is none', (what, _, rule, reason) => {
    expect(told(what)).toEqual([[rule, 'more', expect.arrayContaining([reason])]]);
  });
});
