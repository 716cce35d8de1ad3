// Plugins for Stryker: what it must leave alone, and what it must be spared.
import { readFileSync } from 'node:fs';
import { declareValuePlugin, PluginKind } from '@stryker-mutator/api/plugin';
import { TABLES } from './mutationTables.mjs';

const tables = TABLES.map((table) => ({
  ...table,
  text: readFileSync(new URL(`../../${table.file}`, import.meta.url), 'utf8'),
}));

/** Leaves the constants of mutationTables.mjs alone. */
const tableIgnorer = {
  shouldIgnore({ node }) {
    if (node.type !== 'VariableDeclarator' || node.id.type !== 'Identifier') return undefined;
    // Stryker does not say which file it reads; the place of the constant within its file does.
    const { name } = node.id;
    const table = tables.find(({ constant, text }) => constant === name && text.startsWith(`${name}:`, node.start));
    return table === undefined ? undefined : table.reason;
  },
};

/**
 * Ignores nothing, but sees every node first: Babel prints `(count as number)++` without its brackets, which nothing can
 * read back. The type is of no use to the tests, so it goes.
 */
const castIgnorer = {
  shouldIgnore({ node }) {
    if (node.type === 'UpdateExpression' && node.argument.type === 'TSAsExpression') {
      node.argument = node.argument.expression;
    }
    return undefined;
  },
};

export const strykerPlugins = [
  declareValuePlugin(PluginKind.Ignore, 'tables', tableIgnorer),
  declareValuePlugin(PluginKind.Ignore, 'casts', castIgnorer),
];
