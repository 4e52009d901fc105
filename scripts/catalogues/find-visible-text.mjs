import { readFileSync } from 'node:fs';
import { parseSync } from 'vite';
import { everyNode, isNode, lineAt, literalText } from '../syntax-tree.mjs';

/** @import { Node } from '../syntax-tree.mjs' */

/**
 * @typedef {object} TextUse
 * @property {number} line from 1
 * @property {string} text
 */

/** Attributes of elements and components whose value people see or hear. */
const visibleAttributes = new Set([
  'alt',
  'aria-description',
  'aria-label',
  'aria-roledescription',
  'description',
  'error',
  'label',
  'nothingFoundMessage',
  'placeholder',
  'title',
]);

/** Names that are the same in every language. */
const namesOfTheirOwn = new Set(['Quotabench', 'English', 'Norsk bokmål']);

/**
 * Finds text in a component's source that people would see though it comes from no catalogue: text between tags and
 * literal values of visible attributes.
 *
 * @param {string} path
 * @returns {readonly TextUse[]}
 */
export function findTextOutsideCatalogues(path) {
  const source = readFileSync(path, 'utf8');
  /** @type {TextUse[]} */
  const found = [];
  for (const node of everyNode(parseSync(path, source).program)) {
    for (const text of visibleTexts(node)) {
      if (/\p{L}{2}/u.test(text) && !namesOfTheirOwn.has(text.trim())) {
        found.push({ line: lineAt(source, node.start), text: text.trim() });
      }
    }
  }
  return found;
}

/**
 * @param {Node} node
 * @returns {readonly string[]}
 */
function visibleTexts(node) {
  if (node.type === 'JSXText') return [String(node.value)];
  if (node.type === 'JSXElement' && Array.isArray(node.children)) {
    return node.children.flatMap((child) => {
      const text =
        isNode(child) && child.type === 'JSXExpressionContainer' ? literalText(child.expression) : undefined;
      return text === undefined ? [] : [text];
    });
  }
  if (node.type !== 'JSXAttribute' || !isNode(node.name) || !visibleAttributes.has(String(node.name.name)))
    return [];
  const value =
    isNode(node.value) && node.value.type === 'JSXExpressionContainer' ? node.value.expression : node.value;
  const text = literalText(value);
  return text === undefined ? [] : [text];
}

/**
 * @typedef {object} KeyUse
 * @property {number} line from 1
 * @property {string} key with its namespace before a colon; of a template the text before its first placeholder
 * @property {boolean} whole false where only the key's beginning is known
 */

/**
 * Lists the catalogue keys that a source file asks for by `t('…')` or `` t(`…${x}…`) ``. The namespace of a key without
 * one is that of the nearest `useTranslation('…')` before it.
 *
 * @param {string} path
 * @returns {readonly KeyUse[]}
 */
export function findKeyUses(path) {
  const source = readFileSync(path, 'utf8');
  let namespace = 'app';
  /** @type {KeyUse[]} */
  const found = [];
  for (const node of everyNode(parseSync(path, source).program)) {
    if (node.type !== 'CallExpression' || !isNode(node.callee) || !Array.isArray(node.arguments)) continue;
    const [first] = node.arguments;
    if (node.callee.name === 'useTranslation') namespace = literalText(first) ?? 'app';
    if (node.callee.name !== 't') continue;
    const asked = askedKey(first);
    if (asked === undefined) continue;
    const key = asked.key.includes(':') ? asked.key : `${namespace}:${asked.key}`;
    found.push({ line: lineAt(source, node.start), key, whole: asked.whole });
  }
  return found;
}

/**
 * @param {unknown} argument
 * @returns {{ key: string, whole: boolean } | undefined}
 */
function askedKey(argument) {
  const text = literalText(argument);
  if (text !== undefined) return { key: text, whole: true };
  if (!isNode(argument) || argument.type !== 'TemplateLiteral' || !Array.isArray(argument.quasis))
    return undefined;
  const [first] = argument.quasis;
  const beginning =
    isNode(first) && typeof first.value === 'object' && first.value !== null ? first.value : {};
  return 'cooked' in beginning ? { key: String(beginning.cooked), whole: false } : undefined;
}
