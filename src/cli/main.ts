#!/usr/bin/env node
/**
 * The entry of the command line. The version is told without loading anything else.
 * @module
 */
import { VERSION } from '../version.ts';

const [argument, more] = process.argv.slice(2);
if (more === undefined && (argument === '--version' || argument === '-V')) process.stdout.write(`${VERSION}\n`);
else void import('./program.ts').then(({ run }) => run());
