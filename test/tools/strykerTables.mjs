// A plugin for Stryker: leaves the constants of mutationTables.mjs alone.
import { readFileSync } from 'node:fs';
import { declareValuePlugin, PluginKind } from '@stryker-mutator/api/plugin';
import { TABLES } from './mutationTables.mjs';

const tables = TABLES.map((table) => ({
  ...table,
  text: readFileSync(new URL(`../../${table.file}`, import.meta.url), 'utf8'),
}));

const ignorer = {
  shouldIgnore({ node }) {
    if (node.type !== 'VariableDeclarator' || node.id.type !== 'Identifier') return undefined;
    // Stryker does not say which file it reads; the place of the constant within its file does.
    const { name } = node.id;
    const table = tables.find(({ constant, text }) => constant === name && text.startsWith(`${name}:`, node.start));
    return table === undefined ? undefined : `approximation table: ${table.reason}`;
  },
};

export const strykerPlugins = [declareValuePlugin(PluginKind.Ignore, 'tables', ignorer)];
