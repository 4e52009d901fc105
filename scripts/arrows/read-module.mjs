import { readFileSync } from 'node:fs';
import { parseSync } from 'vite';
import { everyNode, isNode, lineAt, literalText } from '../syntax-tree.mjs';

/** @import { Node } from '../syntax-tree.mjs' */

/**
 * @typedef {object} Import
 * @property {string} specifier as written
 * @property {number} line from 1
 *
 * @typedef {object} Module
 * @property {readonly Import[]} imports of values and of types, static and dynamic
 * @property {readonly number[]} bridgeLines where `window.quotabench` is touched
 */

/**
 * Parses a TypeScript or JavaScript file (TypeScript itself has no parser for programs any more) and lists what it
 * reaches for.
 *
 * @param {string} path
 * @returns {Module}
 * @throws {Error} when the file cannot be parsed
 */
export function readModule(path) {
  const source = readFileSync(path, 'utf8');
  const { program, errors } = parseSync(path, source);
  if (errors.length > 0) throw new Error(`${path} cannot be parsed: ${errors[0]?.message}`);
  /** @type {Import[]} */
  const imports = [];
  /** @type {number[]} */
  const bridgeLines = [];
  for (const node of everyNode(program)) {
    const specifier = importedSpecifier(node);
    if (specifier !== undefined) imports.push({ specifier, line: lineAt(source, node.start) });
    if (touchesBridge(node)) bridgeLines.push(lineAt(source, node.start));
  }
  return { imports, bridgeLines };
}

/**
 * @param {Node} node
 * @returns {string | undefined}
 */
function importedSpecifier(node) {
  switch (node.type) {
    case 'ImportDeclaration':
    case 'ExportNamedDeclaration':
    case 'ExportAllDeclaration':
    case 'ImportExpression':
    case 'TSImportType':
      return literalText(node.source);
    case 'TSExternalModuleReference':
      return literalText(node.expression);
    case 'CallExpression':
      return isNode(node.callee) && node.callee.name === 'require' && Array.isArray(node.arguments)
        ? literalText(node.arguments[0])
        : undefined;
    default:
      return undefined;
  }
}

/**
 * `window.quotabench`, `window['quotabench']` and `const { quotabench } = window`, whatever stands for the window.
 *
 * @param {Node} node
 */
function touchesBridge(node) {
  if (node.type === 'MemberExpression') return nameOf(node.property) === 'quotabench';
  if (node.type !== 'ObjectPattern' || !Array.isArray(node.properties)) return false;
  return node.properties.some((property) => isNode(property) && nameOf(property.key) === 'quotabench');
}

/** @param {unknown} node */
function nameOf(node) {
  return isNode(node) && node.type === 'Identifier' ? node.name : literalText(node);
}
